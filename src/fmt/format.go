package fmt

import (
	"strconv"
	"unicode/utf8"
)

// directive is what stands between % and the verb.
type directive struct {
	wid, prec       int
	hasWid, hasPrec bool
	minus, plus     bool
	sharp, space    bool
	zero            bool

	plusV, sharpV bool // %+v and %#v: the flag is taken out of plus or sharp, and means another thing
}

// formatter appends formatted values of simple types to a buffer.
type formatter struct {
	buf *[]byte
	directive
	digits [68]byte // 64 binary digits, sign, prefix
}

func (f *formatter) write(s string)      { *f.buf = append(*f.buf, s...) }
func (f *formatter) writeByte(c byte)    { *f.buf = append(*f.buf, c) }
func (f *formatter) writeBytes(b []byte) { *f.buf = append(*f.buf, b...) }

// zeros reports whether padding is made of zeros: only to the left.
func (f *formatter) zeros() bool { return f.zero && !f.minus }

// padding appends n bytes of it.
func (f *formatter) padding(n int) {
	c := byte(' ')
	if f.zeros() {
		c = '0'
	}
	for ; n > 0; n-- {
		f.writeByte(c)
	}
}

// pad appends b, padded to the width.
func (f *formatter) pad(b []byte) {
	room := 0
	if f.hasWid {
		room = f.wid - utf8.RuneCount(b)
	}
	if !f.minus {
		f.padding(room)
	}
	f.writeBytes(b)
	if f.minus {
		f.padding(room)
	}
}

// padString is pad of a string.
func (f *formatter) padString(s string) {
	room := 0
	if f.hasWid {
		room = f.wid - utf8.RuneCountInString(s)
	}
	if !f.minus {
		f.padding(room)
	}
	f.write(s)
	if f.minus {
		f.padding(room)
	}
}

// padSpaces is pad with spaces whatever the flags say.
func (f *formatter) padSpaces(b []byte) {
	zero := f.zero
	f.zero = false
	f.pad(b)
	f.zero = zero
}

func (f *formatter) boolean(v bool) {
	if v {
		f.padString("true")
	} else {
		f.padString("false")
	}
}

// digit sets; the last one is the x of a prefix 0x.
const (
	lowerDigits = "0123456789abcdefx"
	upperDigits = "0123456789ABCDEFX"
)

// unicode formats U+0078 'x'.
func (f *formatter) unicode(u uint64) {
	prec := 4
	if f.hasPrec && f.prec > prec {
		prec = f.prec
	}
	num := strconv.AppendUint(f.digits[:0], u, 16)
	b := append(make([]byte, 0, prec+32), "U+"...)
	for n := len(num); n < prec; n++ {
		b = append(b, '0')
	}
	for _, c := range num {
		if 'a' <= c {
			c -= 'a' - 'A'
		}
		b = append(b, c)
	}
	if f.sharp && u <= utf8.MaxRune && strconv.IsPrint(rune(u)) {
		b = append(b, " '"...)
		b = utf8.AppendRune(b, rune(u))
		b = append(b, '\'')
	}
	f.padSpaces(b)
}

// integer formats an integer, built from its end.
func (f *formatter) integer(u uint64, base uint64, signed bool, verb rune, digits string) {
	negative := signed && int64(u) < 0
	if negative {
		u = -u
	}
	prec := 0
	if f.hasPrec {
		prec = f.prec
		if prec == 0 && u == 0 {
			f.padSpaces(nil)
			return
		}
	} else if f.zeros() && f.hasWid {
		prec = f.wid
		if negative || f.plus || f.space {
			prec-- // room for the sign
		}
	}
	b := f.digits[:]
	if n := max(f.wid, f.prec) + 3; (f.hasWid || f.hasPrec) && n > len(b) {
		b = make([]byte, n)
	}
	i := len(b)
	for u >= base {
		i--
		b[i] = digits[u%base]
		u /= base
	}
	i--
	b[i] = digits[u]
	for i > 0 && prec > len(b)-i {
		i--
		b[i] = '0'
	}
	if f.sharp {
		switch base {
		case 2:
			i -= 2
			b[i], b[i+1] = '0', 'b'
		case 8:
			if b[i] != '0' {
				i--
				b[i] = '0'
			}
		case 16:
			i -= 2
			b[i], b[i+1] = '0', digits[16]
		}
	}
	if verb == 'O' {
		i -= 2
		b[i], b[i+1] = '0', 'o'
	}
	switch {
	case negative:
		i--
		b[i] = '-'
	case f.plus:
		i--
		b[i] = '+'
	case f.space:
		i--
		b[i] = ' '
	}
	f.padSpaces(b[i:])
}

// truncated returns s cut to the precision, counted in runes.
func (f *formatter) truncated(s string) string {
	if f.hasPrec {
		n := f.prec
		for i := range s {
			n--
			if n < 0 {
				return s[:i]
			}
		}
	}
	return s
}

func (f *formatter) str(s string) { f.padString(f.truncated(s)) }

// bytes formats a slice of bytes as a string.
func (f *formatter) bytes(b []byte) {
	if f.hasPrec {
		n := f.prec
		for i := 0; i < len(b); {
			n--
			if n < 0 {
				b = b[:i]
				break
			}
			_, size := utf8.DecodeRune(b[i:])
			i += size
		}
	}
	f.pad(b)
}

// hex formats a string in hexadecimal; the precision counts bytes.
func (f *formatter) hex(s string, digits string) {
	if f.hasPrec && f.prec < len(s) {
		s = s[:f.prec]
	}
	if s == "" {
		if f.hasWid {
			f.padding(f.wid)
		}
		return
	}
	width := 2 * len(s)
	switch {
	case f.space && f.sharp:
		width = 5*len(s) - 1
	case f.space:
		width = 3*len(s) - 1
	case f.sharp:
		width += 2
	}
	if f.hasWid && !f.minus {
		f.padding(f.wid - width)
	}
	for i := 0; i < len(s); i++ {
		if f.space && i > 0 {
			f.writeByte(' ')
		}
		if f.sharp && (f.space || i == 0) {
			f.writeByte('0')
			f.writeByte(digits[16])
		}
		f.writeByte(digits[s[i]>>4])
		f.writeByte(digits[s[i]&15])
	}
	if f.hasWid && f.minus {
		f.padding(f.wid - width)
	}
}

// quoted formats a string as a Go literal.
func (f *formatter) quoted(s string) {
	s = f.truncated(s)
	if f.sharp && strconv.CanBackquote(s) {
		f.padString("`" + s + "`")
		return
	}
	if f.plus {
		f.pad(strconv.AppendQuoteToASCII(f.digits[:0], s))
	} else {
		f.pad(strconv.AppendQuote(f.digits[:0], s))
	}
}

// asRune returns c as a rune, U+FFFD if it cannot be one.
func asRune(c uint64) rune {
	if c > utf8.MaxRune {
		return utf8.RuneError
	}
	return rune(c)
}

func (f *formatter) char(c uint64) { f.pad(utf8.AppendRune(f.digits[:0], asRune(c))) }

func (f *formatter) quotedChar(c uint64) {
	if f.plus {
		f.pad(strconv.AppendQuoteRuneToASCII(f.digits[:0], asRune(c)))
	} else {
		f.pad(strconv.AppendQuoteRune(f.digits[:0], asRune(c)))
	}
}

// float formats a floating-point number; prec is the precision if none is given.
func (f *formatter) float(v float64, size int, verb rune, prec int) {
	if f.hasPrec {
		prec = f.prec
	}
	kind := byte(verb)
	if kind == 'F' {
		kind = 'f'
	}
	num := strconv.AppendFloat(append(f.digits[:0], '+'), v, kind, prec, size)
	if num[1] == '-' || num[1] == '+' {
		num = num[1:]
	}
	if f.space && num[0] == '+' && !f.plus {
		num[0] = ' '
	}
	if num[1] == 'I' || num[1] == 'N' {
		if num[0] == '+' && (num[1] == 'N' && !f.space || num[1] == 'I') && !f.plus {
			if num[1] == 'N' {
				num = num[1:]
			}
		}
		f.padSpaces(num)
		return
	}
	if f.sharp && verb != 'b' {
		num = allDigits(num, verb, prec)
	}
	if !f.plus && num[0] == '+' {
		f.pad(num[1:])
		return
	}
	if f.zeros() && f.hasWid && f.wid > len(num) {
		f.writeByte(num[0]) // the sign comes in front of the zeros
		f.padding(f.wid - len(num))
		f.writeBytes(num[1:])
		return
	}
	f.pad(num)
}

// allDigits gives a number, which begins with a sign, a decimal point, and for g and x the zeros that are left out.
func allDigits(num []byte, verb rune, prec int) []byte {
	missing := 0
	switch verb {
	case 'v', 'g', 'G', 'x', 'X':
		missing = prec
		if missing < 0 {
			missing = 6
		}
	}
	if verb == 'X' {
		missing = 0
	}
	point, significant := false, false
	end := len(num) // of the mantissa
	for i := 1; i < end; i++ {
		c := num[i]
		switch {
		case c == '.':
			point = true
		case c == 'p' || c == 'P', (c == 'e' || c == 'E') && verb != 'x' && verb != 'X':
			end = i
		default:
			significant = significant || c != '0'
			if significant {
				missing--
			}
		}
	}
	exponent := string(num[end:])
	num = num[:end]
	if !point {
		if end == 2 && num[1] == '0' {
			missing--
		}
		num = append(num, '.')
	}
	for ; missing > 0; missing-- {
		num = append(num, '0')
	}
	return append(num, exponent...)
}
