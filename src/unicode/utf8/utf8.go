// Package utf8 turns runes into UTF-8 and back, as RFC 3629 has it: the shortest form only, no
// surrogates, nothing above U+10FFFF. What is not UTF-8 reads as RuneError, one byte wide.
package utf8

import "unsafe"

// Numbers of the encoding.
const (
	RuneError = '\uFFFD'     // stands for what is not a rune
	RuneSelf  = 0x80         // runes below are one byte, themselves
	MaxRune   = '\U0010FFFF' // the largest rune
	UTFMax    = 4            // bytes of the longest encoding
)

// The first runes of two, three and four bytes, and the surrogates, which are no runes.
const (
	first2 = 0x80
	first3 = 0x800
	first4 = 0x10000

	surrogateLow  = 0xD800
	surrogateHigh = 0xDFFF
)

// A lead tells what may follow a first byte: size bytes in all, the second of which lies between low
// and high; the others between 0x80 and 0xBF. Size 0: no encoding starts so.
type lead struct {
	size, low, high uint8
}

// leadOf returns what the first byte b, at least 0x80, announces. The narrower limits of the second
// byte keep out long forms (E0, F0), surrogates (ED) and runes above MaxRune (F4).
func leadOf(b byte) lead {
	switch {
	case b < 0xC2 || b > 0xF4:
		return lead{}
	case b < 0xE0:
		return lead{2, 0x80, 0xBF}
	case b == 0xE0:
		return lead{3, 0xA0, 0xBF}
	case b == 0xED:
		return lead{3, 0x80, 0x9F}
	case b < 0xF0:
		return lead{3, 0x80, 0xBF}
	case b == 0xF0:
		return lead{4, 0x90, 0xBF}
	case b == 0xF4:
		return lead{4, 0x80, 0x8F}
	}
	return lead{4, 0x80, 0xBF}
}

func continues(b byte) bool { return b&0xC0 == 0x80 }

// text is what can hold UTF-8.
type text interface{ ~string | ~[]byte }

// decode returns the rune that starts p, and its size.
func decode[T text](p T) (rune, int) {
	if len(p) == 0 {
		return RuneError, 0
	}
	b := p[0]
	if b < RuneSelf {
		return rune(b), 1
	}
	l := leadOf(b)
	if l.size == 0 || len(p) < int(l.size) || p[1] < l.low || p[1] > l.high {
		return RuneError, 1
	}
	if l.size == 2 {
		return rune(b&0x1F)<<6 | rune(p[1]&0x3F), 2
	}
	if !continues(p[2]) {
		return RuneError, 1
	}
	if l.size == 3 {
		return rune(b&0x0F)<<12 | rune(p[1]&0x3F)<<6 | rune(p[2]&0x3F), 3
	}
	if !continues(p[3]) {
		return RuneError, 1
	}
	return rune(b&0x07)<<18 | rune(p[1]&0x3F)<<12 | rune(p[2]&0x3F)<<6 | rune(p[3]&0x3F), 4
}

// full reports whether p starts with a whole encoding, counting what cannot become one as whole.
func full[T text](p T) bool {
	if len(p) == 0 {
		return false
	}
	if p[0] < RuneSelf {
		return true
	}
	l := leadOf(p[0])
	if len(p) >= int(l.size) {
		return true
	}
	if len(p) > 1 && (p[1] < l.low || p[1] > l.high) {
		return true
	}
	return len(p) > 2 && !continues(p[2])
}

// decodeLast returns the rune that ends p, and its size. It tries each place where an encoding that
// ends with p could start.
func decodeLast[T text](p T) (rune, int) {
	end := len(p)
	if end == 0 {
		return RuneError, 0
	}
	if b := p[end-1]; b < RuneSelf {
		return rune(b), 1
	}
	for size := 2; size <= UTFMax && size <= end; size++ {
		if continues(p[end-size]) {
			continue
		}
		if r, n := decode(p[end-size:]); n == size {
			return r, n
		}
		break
	}
	return RuneError, 1
}

func count[T text](p T) int {
	n := 0
	for i := 0; i < len(p); n++ {
		if p[i] < RuneSelf {
			i++
			continue
		}
		_, size := decode(p[i:])
		i += size
	}
	return n
}

// allASCII reports whether the eight bytes of s from i on, if there are so many, are all below RuneSelf.
func allASCII(s string, i int) bool {
	return i <= len(s)-8 && *(*uint64)(unsafe.Add(unsafe.Pointer(unsafe.StringData(s)), i))&0x8080808080808080 == 0
}

func valid(p string) bool {
	for i := 0; i < len(p); {
		if allASCII(p, i) {
			i += 8
			continue
		}
		if p[i] < RuneSelf {
			i++
			continue
		}
		_, size := decode(p[i:])
		if size == 1 {
			return false
		}
		i += size
	}
	return true
}

// DecodeRune returns the first rune of p and how many bytes it takes: (RuneError, 0) for an empty p,
// (RuneError, 1) for what is not UTF-8.
func DecodeRune(p []byte) (rune, int) {
	if len(p) > 0 && p[0] < RuneSelf {
		return rune(p[0]), 1
	}
	return decode(p)
}

// DecodeRuneInString is DecodeRune for a string.
func DecodeRuneInString(s string) (rune, int) {
	if len(s) > 0 && s[0] < RuneSelf {
		return rune(s[0]), 1
	}
	return decode(s)
}

// DecodeLastRune returns the last rune of p and how many bytes it takes: (RuneError, 0) for an empty
// p, (RuneError, 1) for what is not UTF-8.
func DecodeLastRune(p []byte) (rune, int) { return decodeLast(p) }

// DecodeLastRuneInString is DecodeLastRune for a string.
func DecodeLastRuneInString(s string) (rune, int) { return decodeLast(s) }

// FullRune reports whether p starts with a whole encoding of a rune. What can never become one is
// whole too: a RuneError of one byte.
func FullRune(p []byte) bool { return full(p) }

// FullRuneInString is FullRune for a string.
func FullRuneInString(s string) bool { return full(s) }

// RuneCount returns the number of runes in p.
func RuneCount(p []byte) int { return count(p) }

// RuneCountInString returns the number of runes in s.
func RuneCountInString(s string) int { return count(s) }

// Valid reports whether all of p is UTF-8.
func Valid(p []byte) bool { return valid(unsafe.String(unsafe.SliceData(p), len(p))) }

// ValidString reports whether all of s is UTF-8.
func ValidString(s string) bool { return valid(s) }

// RuneStart reports whether b can be the first byte of an encoding.
func RuneStart(b byte) bool { return !continues(b) }

// ValidRune reports whether r is a rune that UTF-8 can write: in range and no surrogate.
func ValidRune(r rune) bool {
	return 0 <= r && r < surrogateLow || surrogateHigh < r && r <= MaxRune
}

// RuneLen returns how many bytes r takes, or -1 when it is not a rune.
func RuneLen(r rune) int {
	switch {
	case !ValidRune(r):
		return -1
	case r < first2:
		return 1
	case r < first3:
		return 2
	case r < first4:
		return 3
	}
	return 4
}

// AppendRune appends the encoding of r to p; RuneError's when r is not a rune.
func AppendRune(p []byte, r rune) []byte {
	if uint32(r) < RuneSelf {
		return append(p, byte(r))
	}
	if !ValidRune(r) {
		r = RuneError
	}
	tail := byte(r&0x3F) | 0x80
	switch {
	case r < first3:
		return append(p, byte(r>>6)|0xC0, tail)
	case r < first4:
		return append(p, byte(r>>12)|0xE0, byte(r>>6)&0x3F|0x80, tail)
	}
	return append(p, byte(r>>18)|0xF0, byte(r>>12)&0x3F|0x80, byte(r>>6)&0x3F|0x80, tail)
}

// EncodeRune writes the encoding of r into p, which must be long enough, and returns its size; it
// writes RuneError's when r is not a rune.
func EncodeRune(p []byte, r rune) int {
	if uint32(r) < RuneSelf {
		p[0] = byte(r)
		return 1
	}
	if !ValidRune(r) {
		r = RuneError
	}
	n := RuneLen(r)
	_ = p[n-1] // before anything is written
	for i := n - 1; i > 0; i-- {
		p[i] = byte(r&0x3F) | 0x80
		r >>= 6
	}
	p[0] = byte(r) | ^byte(0xFF>>n)
	return n
}
