package bytes

import (
	"errors"
	"io"
	"unicode/utf8"
)

// MinRead is how much room ReadFrom makes at least before it calls Read.
const MinRead = 512

// ErrTooLarge is what a Buffer panics with when it cannot have the memory it needs.
var ErrTooLarge = errors.New("bytes.Buffer: too large")

// lastRead is what the last operation on a Buffer was, for UnreadByte and UnreadRune: the size of the rune that
// was read, or one of the following.
type lastRead int8

const (
	readBytes lastRead = -1 // at least one byte was read
	readNone  lastRead = 0  // it was no reading
)

// A Buffer holds bytes that are written to its end and read from its start. The zero Buffer is empty and ready.
type Buffer struct {
	buf  []byte // what was written
	off  int    // of the first byte that has not been read
	last lastRead
}

// NewBuffer returns a Buffer that starts with buf, which it then owns.
func NewBuffer(buf []byte) *Buffer { return &Buffer{buf: buf} }

// NewBufferString returns a Buffer that starts with a copy of s.
func NewBufferString(s string) *Buffer { return &Buffer{buf: []byte(s)} }

// Bytes returns what has not been read; it is valid until the next change of b.
func (b *Buffer) Bytes() []byte { return b.buf[b.off:] }

// Peek returns the next n bytes without reading them; when there are fewer, those and io.EOF. They are valid until
// the next change of b.
func (b *Buffer) Peek(n int) ([]byte, error) {
	if rest := b.Bytes(); n > len(rest) {
		return rest, io.EOF
	}
	return b.buf[b.off : b.off+n], nil
}

func (b *Buffer) empty() bool { return b.off >= len(b.buf) }

// Len returns how many bytes have not been read.
func (b *Buffer) Len() int { return len(b.buf) - b.off }

// Cap returns how many bytes the memory of b holds.
func (b *Buffer) Cap() int { return cap(b.buf) }

// Available returns how many bytes can be written without an allocation.
func (b *Buffer) Available() int { return cap(b.buf) - len(b.buf) }

// String returns what has not been read. For a nil b it returns "<nil>".
func (b *Buffer) String() string {
	if b != nil {
		return string(b.Bytes())
	}
	return "<nil>"
}

// AvailableBuffer returns an empty slice with the room that is left, to be appended to and written at once.
func (b *Buffer) AvailableBuffer() []byte { return b.buf[len(b.buf):] }

// Truncate drops all but the first n bytes that have not been read. It panics when there are not so many.
func (b *Buffer) Truncate(n int) {
	if n == 0 {
		b.Reset()
		return
	}
	b.last = readNone
	if n < 0 || n > b.Len() {
		panic("bytes.Buffer: truncation out of range")
	}
	b.buf = b.buf[:b.off+n]
}

// Reset makes b empty and keeps its memory.
func (b *Buffer) Reset() { b.buf, b.off, b.last = b.buf[:0], 0, readNone }

// extend makes b longer by n bytes and returns where they start.
func (b *Buffer) extend(n int) int {
	if b.empty() && b.off > 0 {
		b.Reset()
	}
	at, size := len(b.buf), b.Len()
	switch {
	case n <= cap(b.buf)-at:
	case b.buf == nil && n <= 64:
		b.buf = make([]byte, 0, 64)
	case n <= cap(b.buf)/2-size: // moving pays
		copy(b.buf, b.buf[b.off:])
		at, b.off = size, 0
	default:
		b.move(n)
		at = size
	}
	b.buf = b.buf[:at+n]
	return at
}

// move takes what has not been read to new memory, with room for n bytes more.
func (b *Buffer) move(n int) {
	const most = int(^uint(0) >> 1)
	if cap(b.buf) > most-cap(b.buf)-n {
		panic(ErrTooLarge)
	}
	defer func() {
		if recover() != nil {
			panic(ErrTooLarge)
		}
	}()
	size := b.Len()
	bigger := append([]byte(nil), make([]byte, max(size+n, 2*cap(b.buf)))...)
	copy(bigger, b.buf[b.off:])
	b.buf, b.off = bigger[:size], 0
}

// Grow makes room for n more bytes.
func (b *Buffer) Grow(n int) {
	if n < 0 {
		panic("bytes.Buffer.Grow: negative count")
	}
	at := b.extend(n)
	b.buf = b.buf[:at]
}

// Write appends p. It never fails, but may panic with ErrTooLarge.
func (b *Buffer) Write(p []byte) (n int, err error) {
	b.last = readNone
	at := b.extend(len(p))
	return copy(b.buf[at:], p), nil
}

// WriteString appends s. It never fails, but may panic with ErrTooLarge.
func (b *Buffer) WriteString(s string) (n int, err error) {
	b.last = readNone
	at := b.extend(len(s))
	return copy(b.buf[at:], s), nil
}

// WriteByte appends c. It never fails, but may panic with ErrTooLarge.
func (b *Buffer) WriteByte(c byte) error {
	b.last = readNone
	at := b.extend(1)
	b.buf[at] = c
	return nil
}

// WriteRune appends r in UTF-8 and returns its size. It never fails, but may panic with ErrTooLarge.
func (b *Buffer) WriteRune(r rune) (n int, err error) {
	b.last = readNone
	at := b.extend(utf8.UTFMax)
	b.buf = utf8.AppendRune(b.buf[:at], r)
	return len(b.buf) - at, nil
}

// ReadFrom appends what r has until its end and returns how much that was. It panics with ErrTooLarge, and when r
// returns a negative count.
func (b *Buffer) ReadFrom(r io.Reader) (n int64, err error) {
	b.last = readNone
	for {
		at := b.extend(MinRead)
		b.buf = b.buf[:at]
		m, err := r.Read(b.buf[at:cap(b.buf)])
		if m < 0 {
			panic(errors.New("bytes.Buffer: reader returned negative count from Read"))
		}
		b.buf = b.buf[:at+m]
		n += int64(m)
		if err == io.EOF {
			return n, nil
		}
		if err != nil {
			return n, err
		}
	}
}

// WriteTo writes what has not been read to w.
func (b *Buffer) WriteTo(w io.Writer) (n int64, err error) {
	b.last = readNone
	if rest := b.Bytes(); len(rest) > 0 {
		m, err := w.Write(rest)
		if m > len(rest) {
			panic("bytes.Buffer.WriteTo: invalid Write count")
		}
		b.off += m
		if err == nil && m < len(rest) {
			err = io.ErrShortWrite
		}
		if err != nil {
			return int64(m), err
		}
		n = int64(m)
	}
	b.Reset()
	return n, nil
}

// Read implements io.Reader. An empty b is at its end, unless p is empty too.
func (b *Buffer) Read(p []byte) (n int, err error) {
	b.last = readNone
	if b.empty() {
		b.Reset()
		if len(p) == 0 {
			return 0, nil
		}
		return 0, io.EOF
	}
	n = copy(p, b.Bytes())
	b.took(n)
	return n, nil
}

// took notes that n bytes have been read.
func (b *Buffer) took(n int) {
	b.off += n
	if n > 0 {
		b.last = readBytes
	}
}

// Next reads n bytes, or what there is; they are valid until the next change of b.
func (b *Buffer) Next(n int) []byte {
	b.last = readNone
	data := b.Bytes()
	data = data[:min(n, len(data))]
	b.took(len(data))
	return data
}

// ReadByte implements io.ByteReader.
func (b *Buffer) ReadByte() (byte, error) {
	if b.empty() {
		b.Reset()
		return 0, io.EOF
	}
	c := b.buf[b.off]
	b.took(1)
	return c, nil
}

// ReadRune implements io.RuneReader.
func (b *Buffer) ReadRune() (r rune, size int, err error) {
	if b.empty() {
		b.Reset()
		return 0, 0, io.EOF
	}
	r, size = utf8.DecodeRune(b.Bytes())
	b.off += size
	b.last = lastRead(size)
	return r, size, nil
}

// UnreadRune implements io.RuneScanner.
func (b *Buffer) UnreadRune() error {
	if b.last <= readNone {
		return errors.New("bytes.Buffer: UnreadRune: previous operation was not a successful ReadRune")
	}
	b.off = max(b.off-int(b.last), 0)
	b.last = readNone
	return nil
}

// UnreadByte implements io.ByteScanner. It needs a reading of at least one byte just before.
func (b *Buffer) UnreadByte() error {
	if b.last == readNone {
		return errors.New("bytes.Buffer: UnreadByte: previous operation was not a successful read")
	}
	b.off = max(b.off-1, 0)
	b.last = readNone
	return nil
}

// until reads up to and with the first delim, or all, with io.EOF when there is none.
func (b *Buffer) until(delim byte) (line []byte, err error) {
	rest := b.Bytes()
	size := IndexByte(rest, delim) + 1
	if size == 0 {
		size, err = len(rest), io.EOF
	}
	b.off += size
	b.last = readBytes
	return rest[:size], err
}

// ReadBytes reads up to and with the first delim into a new slice; when there is none, all that there is and io.EOF.
func (b *Buffer) ReadBytes(delim byte) (line []byte, err error) {
	line, err = b.until(delim)
	return append([]byte(nil), line...), err
}

// ReadString is ReadBytes with a string.
func (b *Buffer) ReadString(delim byte) (line string, err error) {
	data, err := b.until(delim)
	return view(append([]byte(nil), data...)), err
}
