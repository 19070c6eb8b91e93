package bytes

import (
	"errors"
	"io"
	"unicode/utf8"
)

// A Reader reads from a slice of bytes. The zero Reader reads from an empty one.
type Reader struct {
	s    []byte
	at   int64 // of the next byte; may be past the end
	last int   // where the rune was that ReadRune just returned, or -1
}

// NewReader returns a Reader of b.
func NewReader(b []byte) *Reader { return &Reader{b, 0, -1} }

// Reset makes r read from b.
func (r *Reader) Reset(b []byte) { *r = Reader{b, 0, -1} }

// rest is what has not been read.
func (r *Reader) rest() []byte {
	if r.at >= int64(len(r.s)) {
		return nil
	}
	return r.s[r.at:]
}

// Len returns how many bytes have not been read.
func (r *Reader) Len() int { return len(r.rest()) }

// Size returns the length of the whole slice.
func (r *Reader) Size() int64 { return int64(len(r.s)) }

// Read implements io.Reader.
func (r *Reader) Read(b []byte) (n int, err error) {
	rest := r.rest()
	if len(rest) == 0 {
		return 0, io.EOF
	}
	r.last = -1
	n = copy(b, rest)
	r.at += int64(n)
	return n, nil
}

// ReadAt implements io.ReaderAt.
func (r *Reader) ReadAt(b []byte, off int64) (n int, err error) {
	if off < 0 {
		return 0, errors.New("bytes.Reader.ReadAt: negative offset")
	}
	if off < int64(len(r.s)) {
		n = copy(b, r.s[off:])
	} else {
		return 0, io.EOF
	}
	if n < len(b) {
		err = io.EOF
	}
	return n, err
}

// ReadByte implements io.ByteReader.
func (r *Reader) ReadByte() (byte, error) {
	r.last = -1
	rest := r.rest()
	if len(rest) == 0 {
		return 0, io.EOF
	}
	r.at++
	return rest[0], nil
}

// UnreadByte implements io.ByteScanner.
func (r *Reader) UnreadByte() error {
	if r.at <= 0 {
		return errors.New("bytes.Reader.UnreadByte: at beginning of slice")
	}
	r.at--
	r.last = -1
	return nil
}

// ReadRune implements io.RuneReader.
func (r *Reader) ReadRune() (ch rune, size int, err error) {
	rest := r.rest()
	if len(rest) == 0 {
		r.last = -1
		return 0, 0, io.EOF
	}
	r.last = int(r.at)
	ch, size = utf8.DecodeRune(rest)
	r.at += int64(size)
	return ch, size, nil
}

// UnreadRune implements io.RuneScanner.
func (r *Reader) UnreadRune() error {
	switch {
	case r.at <= 0:
		return errors.New("bytes.Reader.UnreadRune: at beginning of slice")
	case r.last < 0:
		return errors.New("bytes.Reader.UnreadRune: previous operation was not ReadRune")
	}
	r.at, r.last = int64(r.last), -1
	return nil
}

// Seek implements io.Seeker.
func (r *Reader) Seek(offset int64, whence int) (int64, error) {
	r.last = -1
	from := int64(0)
	switch whence {
	case io.SeekStart:
	case io.SeekCurrent:
		from = r.at
	case io.SeekEnd:
		from = r.Size()
	default:
		return 0, errors.New("bytes.Reader.Seek: invalid whence")
	}
	if from+offset < 0 {
		return 0, errors.New("bytes.Reader.Seek: negative position")
	}
	r.at = from + offset
	return r.at, nil
}

// WriteTo implements io.WriterTo.
func (r *Reader) WriteTo(w io.Writer) (n int64, err error) {
	r.last = -1
	rest := r.rest()
	if len(rest) == 0 {
		return 0, nil
	}
	m, err := w.Write(rest)
	if m > len(rest) {
		panic("bytes.Reader.WriteTo: invalid Write count")
	}
	r.at += int64(m)
	if err == nil && m < len(rest) {
		err = io.ErrShortWrite
	}
	return int64(m), err
}
