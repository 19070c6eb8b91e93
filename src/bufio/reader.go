// Package bufio reads and writes through buffers, and splits input into lines and words.
package bufio

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"unicode/utf8"
)

const (
	defaultSize = 4096
	minSize     = 16  // of a Reader's buffer
	maxEmpty    = 100 // reads of nothing, one after the other, until that is an error
)

// What can go wrong.
var (
	ErrInvalidUnreadByte = errors.New("bufio: invalid use of UnreadByte")
	ErrInvalidUnreadRune = errors.New("bufio: invalid use of UnreadRune")
	ErrBufferFull        = errors.New("bufio: buffer full")
	ErrNegativeCount     = errors.New("bufio: negative count")

	errNegativeRead = errors.New("bufio: reader returned negative count from Read")
)

// Reader reads through a buffer.
type Reader struct {
	buf  []byte
	from int       // buf[from:to] has been read from rd but not by the user
	to   int       //
	rd   io.Reader // where the bytes come from
	err  error     // what rd said last; returned once buf is empty
	last int       // the byte read last, or -1
	rune int       // the size of the rune read last, or -1
}

// NewReaderSize returns a Reader of rd with a buffer of at least size bytes. When rd is such a Reader itself, it returns
// that.
func NewReaderSize(rd io.Reader, size int) *Reader {
	if b, ok := rd.(*Reader); ok && len(b.buf) >= size {
		return b
	}
	return &Reader{buf: make([]byte, max(size, minSize)), rd: rd, last: -1, rune: -1}
}

// NewReader returns a Reader of rd with a buffer of the usual size.
func NewReader(rd io.Reader) *Reader { return NewReaderSize(rd, defaultSize) }

// Size returns the size of the buffer.
func (b *Reader) Size() int { return len(b.buf) }

// Reset drops what is buffered and makes b read from r.
func (b *Reader) Reset(r io.Reader) {
	if b == r {
		return
	}
	if b.buf == nil {
		b.buf = make([]byte, defaultSize)
	}
	*b = Reader{buf: b.buf, rd: r, last: -1, rune: -1}
}

// Buffered returns how many bytes can be read from the buffer.
func (b *Reader) Buffered() int { return b.to - b.from }

func (b *Reader) rest() []byte { return b.buf[b.from:b.to] }

// fault returns the error that was put off, and forgets it.
func (b *Reader) fault() error {
	err := b.err
	b.err = nil
	return err
}

// took notes that n bytes have been read, the last of them c.
func (b *Reader) took(n int) {
	if n > 0 {
		b.from += n
		b.last, b.rune = int(b.buf[b.from-1]), -1
	}
}

// fill reads more into the buffer, which has room once what has been read is dropped.
func (b *Reader) fill() {
	if b.from > 0 {
		b.to = copy(b.buf, b.rest())
		b.from = 0
	}
	for range maxEmpty {
		n, err := b.rd.Read(b.buf[b.to:])
		if n < 0 {
			panic(errNegativeRead)
		}
		b.to += n
		b.err = err
		if n > 0 || err != nil {
			return
		}
	}
	b.err = io.ErrNoProgress
}

// Peek returns the next n bytes without reading them; when there are fewer, it says why. They are valid until the next
// reading.
func (b *Reader) Peek(n int) ([]byte, error) {
	if n < 0 {
		return nil, ErrNegativeCount
	}
	b.last, b.rune = -1, -1
	for b.Buffered() < n && b.Buffered() < len(b.buf) && b.err == nil {
		b.fill()
	}
	if n > len(b.buf) {
		return b.rest(), ErrBufferFull
	}
	if have := b.Buffered(); have < n {
		err := b.fault()
		if err == nil {
			err = ErrBufferFull
		}
		return b.rest(), err
	}
	return b.buf[b.from : b.from+n], nil
}

// Discard skips n bytes, and says why when it could not skip all.
func (b *Reader) Discard(n int) (discarded int, err error) {
	if n < 0 {
		return 0, ErrNegativeCount
	}
	if n == 0 {
		return 0, nil
	}
	b.last, b.rune = -1, -1
	for left := n; ; {
		if b.Buffered() == 0 {
			b.fill()
		}
		skip := min(left, b.Buffered())
		b.from += skip
		if left -= skip; left == 0 {
			return n, nil
		}
		if b.err != nil {
			return n - left, b.fault()
		}
	}
}

// Read implements io.Reader. It reads at most once from below, so that n may be less than len(p).
func (b *Reader) Read(p []byte) (n int, err error) {
	if len(p) == 0 {
		if b.Buffered() > 0 {
			return 0, nil
		}
		return 0, b.fault()
	}
	if b.Buffered() == 0 {
		if b.err != nil {
			return 0, b.fault()
		}
		if len(p) >= len(b.buf) { // the buffer would be of no use
			n, b.err = b.rd.Read(p)
			if n < 0 {
				panic(errNegativeRead)
			}
			if n > 0 {
				b.last, b.rune = int(p[n-1]), -1
			}
			return n, b.fault()
		}
		b.from, b.to = 0, 0
		n, b.err = b.rd.Read(b.buf)
		if n < 0 {
			panic(errNegativeRead)
		}
		if n == 0 {
			return 0, b.fault()
		}
		b.to = n
	}
	n = copy(p, b.rest())
	b.took(n)
	return n, nil
}

// ReadByte implements io.ByteReader.
func (b *Reader) ReadByte() (byte, error) {
	b.rune = -1
	for b.from == b.to {
		if b.err != nil {
			return 0, b.fault()
		}
		b.fill()
	}
	b.took(1)
	return byte(b.last), nil
}

// UnreadByte implements io.ByteScanner. It returns an error when the last thing done was not a reading.
func (b *Reader) UnreadByte() error {
	if b.last < 0 || b.from == 0 && b.to > 0 {
		return ErrInvalidUnreadByte
	}
	if b.from > 0 {
		b.from--
	} else {
		b.to = 1 // the buffer is empty
	}
	b.buf[b.from] = byte(b.last)
	b.last, b.rune = -1, -1
	return nil
}

// ReadRune implements io.RuneReader.
func (b *Reader) ReadRune() (r rune, size int, err error) {
	for b.Buffered() < utf8.UTFMax && !utf8.FullRune(b.rest()) && b.err == nil && b.Buffered() < len(b.buf) {
		b.fill()
	}
	b.rune = -1
	if b.Buffered() == 0 {
		return 0, 0, b.fault()
	}
	r, size = utf8.DecodeRune(b.rest())
	b.took(size)
	b.rune = size
	return r, size, nil
}

// UnreadRune implements io.RuneScanner. It returns an error when the last thing done was not ReadRune.
func (b *Reader) UnreadRune() error {
	if b.rune < 0 || b.from < b.rune {
		return ErrInvalidUnreadRune
	}
	b.from -= b.rune
	b.last, b.rune = -1, -1
	return nil
}

// ReadSlice reads up to and with the first delim. The result is valid until the next reading. When there is no delim, or
// the buffer is too small for it, it returns what there is, with the error.
func (b *Reader) ReadSlice(delim byte) (line []byte, err error) {
	looked := 0 // bytes without a delim
	for {
		if at := bytes.IndexByte(b.rest()[looked:], delim); at >= 0 {
			line = b.rest()[:looked+at+1]
			break
		}
		if b.err != nil {
			line, err = b.rest(), b.fault()
			break
		}
		if b.Buffered() >= len(b.buf) {
			line, err = b.buf, ErrBufferFull
			break
		}
		looked = b.Buffered()
		b.fill()
	}
	b.took(len(line))
	return line, err
}

// ReadLine reads a line and returns it without its end. When the line does not fit the buffer, isPrefix is true and the
// rest comes with the next calls. ReadBytes and ReadString are handier, and Scanner.
func (b *Reader) ReadLine() (line []byte, isPrefix bool, err error) {
	line, err = b.ReadSlice('\n')
	if err == ErrBufferFull {
		if n := len(line) - 1; line[n] == '\r' { // the newline may come next: leave both for then
			if b.from == 0 {
				panic("bufio: tried to rewind past start of buffer")
			}
			b.from--
			line = line[:n]
		}
		return line, true, nil
	}
	if len(line) == 0 {
		if err != nil {
			line = nil
		}
		return line, false, err
	}
	if n := len(line) - 1; line[n] == '\n' {
		line = line[:n]
		if n > 0 && line[n-1] == '\r' {
			line = line[:n-1]
		}
	}
	return line, false, nil
}

// collect hands the pieces up to and with the first delim to put.
func (b *Reader) collect(delim byte, put func([]byte)) error {
	for {
		piece, err := b.ReadSlice(delim)
		put(piece)
		if err != ErrBufferFull {
			return err
		}
	}
}

// ReadBytes reads up to and with the first delim into a new slice; when there is none, all that there is, and says why.
func (b *Reader) ReadBytes(delim byte) ([]byte, error) {
	all := []byte{}
	err := b.collect(delim, func(piece []byte) { all = append(all, piece...) })
	return all, err
}

// ReadString is ReadBytes with a string.
func (b *Reader) ReadString(delim byte) (string, error) {
	var all strings.Builder
	err := b.collect(delim, func(piece []byte) { all.Write(piece) })
	return all.String(), err
}

// WriteTo implements io.WriterTo.
func (b *Reader) WriteTo(w io.Writer) (n int64, err error) {
	b.last, b.rune = -1, -1
	drain := func() error {
		m, err := w.Write(b.rest())
		if m < 0 {
			panic(errNegativeWrite)
		}
		b.from += m
		n += int64(m)
		return err
	}
	if b.Buffered() > 0 {
		if err := drain(); err != nil {
			return n, err
		}
	}
	if r, ok := b.rd.(io.WriterTo); ok {
		m, err := r.WriteTo(w)
		return n + m, err
	}
	if to, ok := w.(io.ReaderFrom); ok {
		m, err := to.ReadFrom(b.rd)
		return n + m, err
	}
	if b.to-b.from < len(b.buf) {
		b.fill()
	}
	for b.from < b.to {
		if err := drain(); err != nil {
			return n, err
		}
		b.fill()
	}
	if b.err == io.EOF {
		b.err = nil
	}
	return n, b.fault()
}
