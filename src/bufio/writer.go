package bufio

import (
	"errors"
	"io"
	"unicode/utf8"
)

var errNegativeWrite = errors.New("bufio: writer returned negative count from Write")

// Writer writes through a buffer. After an error it takes no more and returns that error. Flush must be called at the
// end.
type Writer struct {
	err error
	buf []byte // its capacity is the size of the buffer
	wr  io.Writer
}

// NewWriterSize returns a Writer to w with a buffer of at least size bytes. When w is such a Writer itself, it returns
// that.
func NewWriterSize(w io.Writer, size int) *Writer {
	if b, ok := w.(*Writer); ok && cap(b.buf) >= size {
		return b
	}
	if size <= 0 {
		size = defaultSize
	}
	return &Writer{buf: make([]byte, 0, size), wr: w}
}

// NewWriter returns a Writer to w with a buffer of the usual size.
func NewWriter(w io.Writer) *Writer { return NewWriterSize(w, defaultSize) }

// Size returns the size of the buffer.
func (b *Writer) Size() int { return cap(b.buf) }

// Buffered returns how many bytes have not been written below.
func (b *Writer) Buffered() int { return len(b.buf) }

// Available returns how many bytes have room in the buffer.
func (b *Writer) Available() int { return cap(b.buf) - len(b.buf) }

// AvailableBuffer returns an empty slice with the room that is left, to be appended to and written at once.
func (b *Writer) AvailableBuffer() []byte { return b.buf[len(b.buf):] }

// Reset drops what is buffered, and the error, and makes b write to w.
func (b *Writer) Reset(w io.Writer) {
	if b == w {
		return
	}
	if b.buf == nil {
		b.buf = make([]byte, 0, defaultSize)
	}
	*b = Writer{buf: b.buf[:0], wr: w}
}

// Flush writes what is buffered below.
func (b *Writer) Flush() error {
	if b.err != nil || len(b.buf) == 0 {
		return b.err
	}
	n, err := b.wr.Write(b.buf)
	if n < len(b.buf) && err == nil {
		err = io.ErrShortWrite
	}
	b.buf = b.buf[:copy(b.buf, b.buf[min(max(n, 0), len(b.buf)):])]
	b.err = err
	return err
}

// Write implements io.Writer. What does not fit an empty buffer goes below at once.
func (b *Writer) Write(p []byte) (nn int, err error) {
	for len(p) > b.Available() && b.err == nil {
		n := 0
		if len(b.buf) == 0 {
			n, b.err = b.wr.Write(p)
		} else {
			n = b.put(p)
			b.Flush()
		}
		nn += n
		p = p[n:]
	}
	if b.err != nil {
		return nn, b.err
	}
	return nn + b.put(p), nil
}

// put takes what fits the buffer.
func (b *Writer) put(p []byte) int {
	n := min(len(p), b.Available())
	b.buf = append(b.buf, p[:n]...)
	return n
}

// WriteString writes s.
func (b *Writer) WriteString(s string) (int, error) {
	done := 0
	for len(s)-done > b.Available() && b.err == nil {
		if direct, ok := b.wr.(io.StringWriter); ok && len(b.buf) == 0 {
			var n int
			n, b.err = direct.WriteString(s[done:])
			done += n
			continue
		}
		n := b.Available()
		b.buf = append(b.buf, s[done:done+n]...)
		done += n
		b.Flush()
	}
	if b.err != nil {
		return done, b.err
	}
	b.buf = append(b.buf, s[done:]...)
	return len(s), nil
}

// WriteByte writes c.
func (b *Writer) WriteByte(c byte) error {
	if b.err == nil && b.Available() == 0 {
		b.Flush()
	}
	if b.err == nil {
		b.buf = append(b.buf, c)
	}
	return b.err
}

// WriteRune writes r in UTF-8 and returns its size.
func (b *Writer) WriteRune(r rune) (size int, err error) {
	var buf [utf8.UTFMax]byte
	return b.Write(buf[:utf8.EncodeRune(buf[:], r)])
}

// ReadFrom implements io.ReaderFrom.
func (b *Writer) ReadFrom(r io.Reader) (n int64, err error) {
	if b.err != nil {
		return 0, b.err
	}
	below, direct := b.wr.(io.ReaderFrom)
	for empty := 0; ; {
		if b.Available() == 0 {
			if err := b.Flush(); err != nil {
				return n, err
			}
		}
		if direct && len(b.buf) == 0 {
			m, err := below.ReadFrom(r)
			b.err = err
			return n + m, err
		}
		m, err := r.Read(b.buf[len(b.buf):cap(b.buf)])
		b.buf = b.buf[:len(b.buf)+m]
		n += int64(m)
		if empty++; m > 0 {
			empty = 0
		}
		if err == nil && empty == maxEmpty {
			err = io.ErrNoProgress
			return n, err
		}
		if err == io.EOF {
			if b.Available() == 0 {
				return n, b.Flush()
			}
			return n, nil
		}
		if err != nil {
			return n, err
		}
	}
}

// ReadWriter is a Reader and a Writer as one.
type ReadWriter struct {
	*Reader
	*Writer
}

// NewReadWriter returns a ReadWriter of r and w.
func NewReadWriter(r *Reader, w *Writer) *ReadWriter { return &ReadWriter{r, w} }
