// Package base64 writes bytes as text of 64 different characters, four for three bytes (RFC 4648), and reads them.
//
// base64.go has encodings and what turns whole slices; stream.go readers and writers.
package base64

import (
	"slices"
	"strconv"
)

// What fills up the last four characters.
const (
	StdPadding rune = '='
	NoPadding  rune = -1 // nothing does
)

const noDigit = 0xFF

// An Encoding is an alphabet of 64 characters and how the end is padded.
type Encoding struct {
	alphabet [64]byte
	values   [256]uint8 // what a character stands for; noDigit
	pad      rune
	strict   bool // bits that are left over must be 0
}

// NewEncoding returns an Encoding with padding for an alphabet of 64 different bytes without newlines and '='.
func NewEncoding(encoder string) *Encoding {
	if len(encoder) != 64 {
		panic("encoding alphabet is not 64-bytes long")
	}
	e := &Encoding{pad: StdPadding}
	copy(e.alphabet[:], encoder)
	for i := range e.values {
		e.values[i] = noDigit
	}
	for i, c := range e.alphabet {
		switch {
		case c == '\n' || c == '\r':
			panic("encoding alphabet contains newline character")
		case e.values[c] != noDigit:
			panic("encoding alphabet includes duplicate symbols")
		}
		e.values[c] = uint8(i)
	}
	return e
}

// WithPadding returns the Encoding with another padding.
func (enc Encoding) WithPadding(padding rune) *Encoding {
	switch {
	case padding < NoPadding || padding == '\r' || padding == '\n' || padding > 0xff:
		panic("invalid padding")
	case padding != NoPadding && enc.values[byte(padding)] != noDigit:
		panic("padding contained in alphabet")
	}
	enc.pad = padding
	return &enc
}

// Strict returns the Encoding with the demand that, in decoding, bits that are left over be 0 (RFC 4648, section 3.5).
func (enc Encoding) Strict() *Encoding {
	enc.strict = true
	return &enc
}

const (
	common      = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
	stdAlphabet = common + "+/"
	urlAlphabet = common + "-_"
)

// The encodings of RFC 4648; those for URLs and names of files have other characters; Raw ones have no padding.
var (
	StdEncoding    = NewEncoding(stdAlphabet)
	URLEncoding    = NewEncoding(urlAlphabet)
	RawStdEncoding = StdEncoding.WithPadding(NoPadding)
	RawURLEncoding = URLEncoding.WithPadding(NoPadding)
)

// EncodedLen returns how many characters n bytes become.
func (enc *Encoding) EncodedLen(n int) int {
	if enc.pad == NoPadding {
		return n/3*4 + (n%3*8+5)/6
	}
	return (n + 2) / 3 * 4
}

// DecodedLen returns how many bytes n characters are at most.
func (enc *Encoding) DecodedLen(n int) int {
	if enc.pad == NoPadding {
		return n/4*3 + n%4*6/8
	}
	return n / 4 * 3
}

// Encode writes the characters of src to dst.
func (enc *Encoding) Encode(dst, src []byte) {
	for len(src) >= 3 {
		x := uint(src[0])<<16 | uint(src[1])<<8 | uint(src[2])
		_ = dst[3]
		dst[0] = enc.alphabet[x>>18&63]
		dst[1] = enc.alphabet[x>>12&63]
		dst[2] = enc.alphabet[x>>6&63]
		dst[3] = enc.alphabet[x&63]
		src, dst = src[3:], dst[4:]
	}
	if len(src) == 0 {
		return
	}
	x := uint(src[0]) << 16
	if len(src) == 2 {
		x |= uint(src[1]) << 8
	}
	for i := range 4 {
		if i <= len(src) {
			dst[i] = enc.alphabet[x>>18&63]
		} else if enc.pad != NoPadding {
			dst[i] = byte(enc.pad)
		}
		x <<= 6
	}
}

// AppendEncode appends the characters of src to dst.
func (enc *Encoding) AppendEncode(dst, src []byte) []byte {
	n, more := len(dst), enc.EncodedLen(len(src))
	dst = slices.Grow(dst, more)[:n+more]
	enc.Encode(dst[n:], src)
	return dst
}

// EncodeToString returns the characters of src.
func (enc *Encoding) EncodeToString(src []byte) string { return string(enc.AppendEncode(nil, src)) }

// CorruptInputError says at which character text is wrong.
type CorruptInputError int64

// Error says it in words.
func (e CorruptInputError) Error() string {
	return "illegal base64 data at input byte " + strconv.FormatInt(int64(e), 10)
}

// Decode writes the bytes that src is the text of to dst, and returns how many they are, up to the first error. Newlines do not
// count.
func (enc *Encoding) Decode(dst, src []byte) (n int, err error) {
	have, bits := 0, uint(0) // digits of a group of four
	for i := 0; i < len(src); i++ {
		if have == 0 {
			i, n = enc.groups(dst, src, i, n)
			if i == len(src) {
				break
			}
		}
		c := src[i]
		switch v := enc.values[c]; {
		case v != noDigit:
			bits = bits<<6 | uint(v)
			have++
			if have == 4 {
				dst[n], dst[n+1], dst[n+2] = byte(bits>>16), byte(bits>>8), byte(bits)
				n += 3
				have, bits = 0, 0
			}
		case newline(c):
		case rune(c) != enc.pad || have < 2:
			return n, CorruptInputError(i)
		default:
			after, err := enc.padding(src, i+1, 3-have)
			if after < 0 {
				return n, err
			}
			return enc.last(dst, n, bits, have, after, err)
		}
	}
	switch {
	case have == 0:
		return n, nil
	case have == 1 || enc.pad != NoPadding:
		return n, CorruptInputError(len(src) - have)
	}
	return enc.last(dst, n, bits, have, len(src), nil)
}

func newline(c byte) bool { return c == '\n' || c == '\r' }

// groups decodes groups of four digits from src[i:] on as long as there is nothing else between.
func (enc *Encoding) groups(dst, src []byte, i, n int) (int, int) {
	for len(src)-i >= 4 {
		a, b := enc.values[src[i]], enc.values[src[i+1]]
		c, d := enc.values[src[i+2]], enc.values[src[i+3]]
		if a|b|c|d == noDigit {
			break
		}
		x := uint(a)<<18 | uint(b)<<12 | uint(c)<<6 | uint(d)
		out := dst[n : n+3]
		out[0], out[1], out[2] = byte(x>>16), byte(x>>8), byte(x)
		i += 4
		n += 3
	}
	return i, n
}

// padding checks what follows the first padding character: more of them, then nothing. It returns where it ended, -1 if
// the group does not count.
func (enc *Encoding) padding(src []byte, i, more int) (after int, err error) {
	skip := func() {
		for i < len(src) && newline(src[i]) {
			i++
		}
	}
	if more == 1 {
		skip()
		if i == len(src) {
			return -1, CorruptInputError(i)
		}
		if rune(src[i]) != enc.pad {
			return -1, CorruptInputError(i - 1)
		}
		i++
	}
	skip()
	if i < len(src) {
		err = CorruptInputError(i)
	}
	return i, err
}

// last decodes a last group of two or three digits, which ends before src[after].
func (enc *Encoding) last(dst []byte, n int, bits uint, have, after int, err error) (int, error) {
	bits <<= 6 * uint(4-have)
	left := bits & (1<<(8*uint(4-have)) - 1)
	if enc.strict && left != 0 {
		if have == 3 {
			dst[n] = byte(bits >> 16)
		}
		return n, CorruptInputError(after - (4 - have))
	}
	dst[n] = byte(bits >> 16)
	if have == 3 {
		dst[n+1] = byte(bits >> 8)
	}
	return n + have - 1, err
}

// AppendDecode appends the bytes that src is the text of to dst.
func (enc *Encoding) AppendDecode(dst, src []byte) ([]byte, error) {
	// The padding counts nothing, so that no more is allotted than needed.
	size := len(src)
	for size > 0 && rune(src[size-1]) == enc.pad {
		size--
	}
	size = RawStdEncoding.DecodedLen(size)
	n := len(dst)
	dst = slices.Grow(dst, size)
	m, err := enc.Decode(dst[n:n+size], src)
	return dst[:n+m], err
}

// DecodeString returns the bytes that s is the text of, up to the first error.
func (enc *Encoding) DecodeString(s string) ([]byte, error) {
	b := make([]byte, enc.DecodedLen(len(s)))
	n, err := enc.Decode(b, []byte(s))
	return b[:n], err
}
