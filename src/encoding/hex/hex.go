// Package hex writes bytes as hexadecimal digits, and reads them.
//
// hex.go has both; dump.go the form that the command hexdump prints.
package hex

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// ErrLength says that a digit is alone.
var ErrLength = errors.New("encoding/hex: odd length hex string")

// InvalidByteError is a byte that is no digit.
type InvalidByteError byte

// Error says which.
func (e InvalidByteError) Error() string {
	return fmt.Sprintf("encoding/hex: invalid byte: %#U", rune(e))
}

const digits = "0123456789abcdef"

// EncodedLen returns how many digits n bytes have.
func EncodedLen(n int) int { return n * 2 }

// DecodedLen returns how many bytes x digits are.
func DecodedLen(x int) int { return x / 2 }

// Encode writes the digits of src to dst, and returns how many they are.
func Encode(dst, src []byte) int {
	for i, c := range src {
		pair := dst[2*i : 2*i+2]
		pair[0], pair[1] = digits[c>>4], digits[c&15]
	}
	return 2 * len(src)
}

// AppendEncode appends the digits of src to dst.
func AppendEncode(dst, src []byte) []byte {
	n := len(dst)
	dst = slices.Grow(dst, 2*len(src))[:n+2*len(src)]
	Encode(dst[n:], src)
	return dst
}

// EncodeToString returns the digits of src.
func EncodeToString(src []byte) string { return string(AppendEncode(nil, src)) }

// value returns what a digit stands for; more than 15 if it is none.
func value(c byte) byte {
	switch {
	case '0' <= c && c <= '9':
		return c - '0'
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return (c | 0x20) - 'a' + 10
	}
	return 0xFF
}

// Decode writes the bytes that src has the digits of to dst, and returns how many they are, up to the first error.
func Decode(dst, src []byte) (int, error) {
	n := 0
	for ; len(src) >= 2; src = src[2:] {
		high, low := value(src[0]), value(src[1])
		if high > 15 {
			return n, InvalidByteError(src[0])
		}
		if low > 15 {
			return n, InvalidByteError(src[1])
		}
		dst[n] = high<<4 | low
		n++
	}
	if len(src) == 0 {
		return n, nil
	}
	if value(src[0]) > 15 {
		return n, InvalidByteError(src[0])
	}
	return n, ErrLength
}

// AppendDecode appends the bytes that src has the digits of to dst.
func AppendDecode(dst, src []byte) ([]byte, error) {
	n := len(dst)
	dst = slices.Grow(dst, len(src)/2)
	m, err := Decode(dst[n:n+len(src)/2], src)
	return dst[:n+m], err
}

// DecodeString returns the bytes that s has the digits of, up to the first error.
func DecodeString(s string) ([]byte, error) {
	b := []byte(s)
	n, err := Decode(b, b)
	return b[:n], err
}

const chunk = 1024 // bytes of the buffers of encoders and decoders

type encoder struct {
	w   io.Writer
	err error
	out [chunk]byte
}

// NewEncoder returns a Writer that writes digits to w.
func NewEncoder(w io.Writer) io.Writer { return &encoder{w: w} }

func (e *encoder) Write(p []byte) (n int, err error) {
	for n < len(p) && e.err == nil {
		part := p[n:min(len(p), n+chunk/2)]
		var written int
		written, e.err = e.w.Write(e.out[:Encode(e.out[:], part)])
		n += written / 2
	}
	return n, e.err
}

type decoder struct {
	r    io.Reader
	err  error
	rest []byte // digits not yet decoded
	buf  [chunk]byte
}

// NewDecoder returns a Reader that reads digits from r.
func NewDecoder(r io.Reader) io.Reader { return &decoder{r: r} }

func (d *decoder) Read(p []byte) (n int, err error) {
	if len(d.rest) < 2 && d.err == nil {
		kept := copy(d.buf[:], d.rest)
		var more int
		more, d.err = d.r.Read(d.buf[kept:])
		d.rest = d.buf[:kept+more]
		if d.err == io.EOF && len(d.rest)%2 == 1 {
			d.err = io.ErrUnexpectedEOF
			if c := d.rest[len(d.rest)-1]; value(c) > 15 {
				d.err = InvalidByteError(c)
			}
		}
	}
	p = p[:min(len(p), len(d.rest)/2)]
	n, err = Decode(p, d.rest[:2*len(p)])
	d.rest = d.rest[2*n:]
	if err != nil {
		d.rest, d.err = nil, err
	}
	if len(d.rest) < 2 {
		return n, d.err
	}
	return n, nil
}

// Dump returns a dump of data like that of the command hexdump -C.
func Dump(data []byte) string {
	if len(data) == 0 {
		return ""
	}
	var b strings.Builder
	d := Dumper(&b)
	d.Write(data)
	d.Close()
	return b.String()
}
