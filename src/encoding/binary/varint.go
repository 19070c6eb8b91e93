package binary

import (
	"errors"
	"io"
)

// A varint has seven bits in each byte, the lowest first; the eighth says that more follow. Signed integers are folded first: 0,
// -1, 1, -2, 2 and so on become 0, 1, 2, 3, 4.

// The most bytes that integers of a size take.
const (
	MaxVarintLen16 = 3
	MaxVarintLen32 = 5
	MaxVarintLen64 = 10
)

var errOverflow = errors.New("binary: varint overflows a 64-bit integer")

func fold(x int64) uint64   { return uint64(x<<1) ^ uint64(x>>63) }
func unfold(u uint64) int64 { return int64(u>>1) ^ -int64(u&1) }

// AppendUvarint appends x to buf.
func AppendUvarint(buf []byte, x uint64) []byte {
	for ; x > 0x7F; x >>= 7 {
		buf = append(buf, byte(x)|0x80)
	}
	return append(buf, byte(x))
}

// AppendVarint appends x to buf.
func AppendVarint(buf []byte, x int64) []byte { return AppendUvarint(buf, fold(x)) }

// PutUvarint writes x to buf, and returns how many bytes it took. It panics if there are too few.
func PutUvarint(buf []byte, x uint64) int {
	n := 0
	for ; x > 0x7F; x >>= 7 {
		buf[n] = byte(x) | 0x80
		n++
	}
	buf[n] = byte(x)
	return n + 1
}

// PutVarint writes x to buf, and returns how many bytes it took. It panics if there are too few.
func PutVarint(buf []byte, x int64) int { return PutUvarint(buf, fold(x)) }

// A partial is what has been read of a varint.
type partial struct {
	value uint64
	n     int // bytes
}

// add adds a byte; more says that it is not the last, ok that the value still fits.
func (p *partial) add(b byte) (more, ok bool) {
	p.value |= uint64(b&0x7F) << (7 * uint(p.n))
	p.n++
	fits := p.n < MaxVarintLen64 || p.n == MaxVarintLen64 && b <= 1
	return b >= 0x80, fits
}

// Uvarint reads an integer from buf, and returns how many bytes it took: 0 if buf is too short, fewer if the integer is too
// large.
func Uvarint(buf []byte) (uint64, int) {
	var p partial
	for i, b := range buf {
		if i == MaxVarintLen64 {
			return 0, -(i + 1)
		}
		more, ok := p.add(b)
		if !more && !ok {
			return 0, -p.n
		}
		if !more {
			return p.value, p.n
		}
	}
	return 0, 0
}

// Varint reads an integer from buf, and returns what Uvarint does.
func Varint(buf []byte) (int64, int) {
	u, n := Uvarint(buf)
	return unfold(u), n
}

// ReadUvarint reads an integer from r. The error is io.EOF only if there was nothing.
func ReadUvarint(r io.ByteReader) (uint64, error) {
	var p partial
	for p.n < MaxVarintLen64 {
		b, err := r.ReadByte()
		if err == io.EOF && p.n > 0 {
			err = io.ErrUnexpectedEOF
		}
		if err != nil {
			return p.value, err
		}
		more, ok := p.add(b)
		if !more && !ok {
			return p.value &^ (1 << 63), errOverflow
		}
		if !more {
			return p.value, nil
		}
	}
	return p.value, errOverflow
}

// ReadVarint reads an integer from r, as ReadUvarint does.
func ReadVarint(r io.ByteReader) (int64, error) {
	u, err := ReadUvarint(r)
	return unfold(u), err
}
