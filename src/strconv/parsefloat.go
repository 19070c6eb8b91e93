package strconv

import (
	"math"
	"math/bits"
)

// numeral is a floating-point number as it is written.
type numeral struct {
	mant     uint64 // the first digits: up to 19 decimal or 16 hexadecimal ones
	exp      int    // of 10, or 2 for hexadecimal: the value is mant * base**exp, ...
	cut      bool   // ... or a little more, if digits other than 0 were left out
	hex      bool
	negative bool
	text     string // the digits with points and underscores, no sign, no exponent
	power    int    // the exponent as written
	size     int    // bytes read
}

// readNumeral reads a number from the start of s.
func readNumeral(s string) (x numeral, ok bool) {
	i := 0
	if i < len(s) && (s[i] == '+' || s[i] == '-') {
		x.negative = s[i] == '-'
		i++
	}
	base, most, mark := uint64(10), 19, byte('e')
	if i+2 < len(s) && s[i] == '0' && s[i+1]|0x20 == 'x' {
		base, most, mark = 16, 16, 'p'
		x.hex = true
		i += 2
	}
	start := i
	underscores, point, seen, taken := false, false, false, 0
scan:
	for ; i < len(s); i++ {
		c := s[i]
		switch {
		case c == '_':
			underscores = true
			continue
		case c == '.':
			if point {
				break scan
			}
			point = true
			continue
		}
		d := uint64(digitValue(c))
		if d >= base {
			break
		}
		seen = true
		switch {
		case taken == 0 && d == 0: // leading zeros
			if point {
				x.exp--
			}
			continue
		case taken < most:
			x.mant = x.mant*base + d
			taken++
			if point {
				x.exp--
			}
			continue
		}
		x.cut = x.cut || d != 0
		if !point {
			x.exp++
		}
	}
	if !seen {
		return x, false
	}
	x.text = s[start:i]
	if x.hex {
		x.exp *= 4
	}
	if i < len(s) && s[i]|0x20 == mark {
		i++
		negative := false
		if i < len(s) && (s[i] == '+' || s[i] == '-') {
			negative = s[i] == '-'
			i++
		}
		if i == len(s) || digitValue(s[i]) > 9 {
			return x, false
		}
		e := 0
		for ; i < len(s) && (digitValue(s[i]) < 10 || s[i] == '_'); i++ {
			if s[i] == '_' {
				underscores = true
			} else if e < 10000 {
				e = e*10 + int(s[i]-'0')
			}
		}
		if negative {
			e = -e
		}
		x.exp += e
		x.power = e
	} else if x.hex {
		return x, false
	}
	if x.mant == 0 {
		x.exp = 0
	}
	x.size = i
	return x, !underscores || underscoresFit(s[:i])
}

// foldPrefix reports whether s starts with word, which is lower case, in any case.
func foldPrefix(s, word string) bool {
	if len(s) < len(word) {
		return false
	}
	for i := range len(word) {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		if c != word[i] {
			return false
		}
	}
	return true
}

// special reads an infinity or a NaN from the start of s. A NaN has no sign.
func special(s string) (f float64, size int) {
	sign, rest := 1, s
	if s != "" && (s[0] == '+' || s[0] == '-') {
		rest = s[1:]
		if s[0] == '-' {
			sign = -1
		}
	}
	size = len(s) - len(rest)
	switch {
	case foldPrefix(rest, "infinity"):
		return math.Inf(sign), size + len("infinity")
	case foldPrefix(rest, "inf"):
		return math.Inf(sign), size + len("inf")
	case foldPrefix(s, "nan"):
		return math.NaN(), len("nan")
	}
	return 0, 0
}

// assemble returns the float mant * 2**exp, and whether that fits. mant holds one bit more than the type
// does when the number is normal, or is smaller; nothing is rounded here.
func (l *layout) assemble(mant uint64, exp int) (stored uint64, ok bool) {
	if mant == 0 {
		return 0, true
	}
	if mant>>(l.mantBits+1) != 0 { // rounded up to a power of two
		mant >>= 1
		exp++
	}
	stored = mant &^ (1 << l.mantBits)
	if mant>>l.mantBits != 0 {
		e := exp + int(l.mantBits) - l.bias
		if e >= 1<<l.expBits-1 {
			return l.infinity(), false
		}
		stored |= uint64(e) << l.mantBits
	}
	return stored, true
}

func (l *layout) infinity() uint64 { return (1<<l.expBits - 1) << l.mantBits }

// value returns what stored stands for.
func (l *layout) value(stored uint64, negative bool) float64 {
	var f float64
	if l.mantBits == layout32.mantBits {
		f = float64(math.Float32frombits(uint32(stored)))
	} else {
		f = math.Float64frombits(stored)
	}
	if negative {
		f = -f
	}
	return f
}

// binary returns the float nearest to mant * 2**exp, or a little more if cut.
func (l *layout) binary(mant uint64, exp int, cut bool) (stored uint64, ok bool) {
	if mant == 0 {
		return 0, true
	}
	zeros := bits.LeadingZeros64(mant)
	mant <<= uint(zeros)
	exp -= zeros
	if cut {
		mant |= 1
	}
	// Keep mantBits+1 bits, fewer when the exponent is at its lower end.
	lose := 63 - int(l.mantBits)
	if least := l.bias + 1 - int(l.mantBits); exp+lose < least {
		lose = least - exp
	}
	if lose > 64 {
		return 0, true
	}
	exp += lose
	kept, rest := uint64(0), mant
	if lose < 64 {
		kept, rest = mant>>uint(lose), mant<<uint(64-lose)
	}
	if rest > 1<<63 || rest == 1<<63 && kept&1 != 0 {
		kept++
	}
	return l.assemble(kept, exp)
}

// parsePrefix reads a number, infinity or NaN from the start of s and returns it with its size in bytes.
func parsePrefix(s string, size int) (f float64, n int, err error) {
	if f, n := special(s); n > 0 {
		if size == 32 {
			f = float64(float32(f))
		}
		return f, n, nil
	}
	x, ok := readNumeral(s)
	if !ok {
		return 0, x.size, ErrSyntax
	}
	l := &layout64
	if size == 32 {
		l = &layout32
	}
	var stored uint64
	if x.hex {
		stored, ok = l.binary(x.mant, x.exp, x.cut)
	} else {
		stored, ok = l.nearest(&x)
	}
	if !ok {
		err = ErrRange
	}
	return l.value(stored, x.negative), x.size, err
}

// ParseFloat returns the float nearest to what s writes, in decimal or hexadecimal as Go literals do (underscores
// only as base 0 of ParseInt allows them), or inf, infinity or nan in any case. With a bitSize of 32 the
// result can be converted to float32 without changing it.
//
// Errors are of type *NumError. A number too large gives an infinity and ErrRange.
func ParseFloat(s string, bitSize int) (float64, error) {
	f, n, err := parsePrefix(s, bitSize)
	if err == nil && n != len(s) || err == ErrRange && n != len(s) {
		f, err = 0, ErrSyntax
	}
	if err != nil {
		return f, numError("ParseFloat", s, err)
	}
	return f, nil
}
