// Package io has the interfaces to streams of bytes, and what can be done with any of them.
//
// interfaces are in this file; copy.go moves data; wrap.go makes readers and writers of others; section.go reads
// parts of files; pipe.go joins a writer to a reader.
package io

import "errors"

// Where Seek counts from.
const (
	SeekStart   = 0 // the beginning
	SeekCurrent = 1 // the current position
	SeekEnd     = 2 // the end
)

// EOF is what Read returns when there is no more: the ordinary end, for callers to compare with ==.
var EOF = errors.New("EOF")

// ErrUnexpectedEOF is an end in the middle of something.
var ErrUnexpectedEOF = errors.New("unexpected EOF")

// ErrShortWrite is returned for a Write that took fewer bytes than it got, without saying why.
var ErrShortWrite = errors.New("short write")

// ErrShortBuffer is returned when a buffer is too small for what was asked.
var ErrShortBuffer = errors.New("short buffer")

// ErrNoProgress is returned for a Reader that keeps returning nothing and no error.
var ErrNoProgress = errors.New("multiple Read calls return no data or error")

var (
	errInvalidWrite = errors.New("invalid write result")
	errWhence       = errors.New("Seek: invalid whence")
	errOffset       = errors.New("Seek: invalid offset")
)

// A Reader is a source of bytes. Read puts up to len(p) bytes into p and returns how many, and an error if there is
// one: EOF at the end, perhaps together with the last bytes. It must not keep p.
type Reader interface {
	Read(p []byte) (n int, err error)
}

// A Seeker has a position. Seek moves it to offset bytes from whence, and returns where that is from the start.
type Seeker interface {
	Seek(offset int64, whence int) (int64, error)
}

// A Closer can be closed, once.
type Closer interface {
	Close() error
}

// A Writer takes bytes. Write returns how many it took, and an error if that is fewer than len(p). It must neither
// change nor keep p.
type Writer interface {
	Write(p []byte) (n int, err error)
}

// ReadWriter is a Reader and a Writer.
type ReadWriter interface {
	Writer
	Reader
}

// ReadCloser is a Reader and a Closer.
type ReadCloser interface {
	Closer
	Reader
}

// WriteCloser is a Writer and a Closer.
type WriteCloser interface {
	Closer
	Writer
}

// ReadWriteCloser is all three.
type ReadWriteCloser interface {
	Closer
	Writer
	Reader
}

// ReadSeeker is a Reader and a Seeker.
type ReadSeeker interface {
	Seeker
	Reader
}

// ReadSeekCloser is a Reader, a Seeker and a Closer.
type ReadSeekCloser interface {
	Closer
	Seeker
	Reader
}

// WriteSeeker is a Writer and a Seeker.
type WriteSeeker interface {
	Seeker
	Writer
}

// ReadWriteSeeker is a Reader, a Writer and a Seeker.
type ReadWriteSeeker interface {
	Seeker
	Writer
	Reader
}

// A StringWriter writes strings without a conversion.
type StringWriter interface {
	WriteString(s string) (n int, err error)
}

// A RuneScanner can take the last rune back, to read it again.
type RuneScanner interface {
	RuneReader
	UnreadRune() error
}

// A RuneReader reads single runes of UTF-8; size is their number of bytes.
type RuneReader interface {
	ReadRune() (r rune, size int, err error)
}

// A ByteWriter writes single bytes.
type ByteWriter interface {
	WriteByte(c byte) error
}

// A ByteScanner can take the last byte back, to read it again.
type ByteScanner interface {
	ByteReader
	UnreadByte() error
}

// A ByteReader reads single bytes.
type ByteReader interface {
	ReadByte() (byte, error)
}

// A WriterAt writes at any place.
type WriterAt interface {
	WriteAt(p []byte, off int64) (n int, err error)
}

// A ReaderAt reads at any place; unlike Read, ReadAt fills p or says why not. Several may read at once.
type ReaderAt interface {
	ReadAt(p []byte, off int64) (n int, err error)
}

// A WriterTo can write all it has by itself, which Copy makes use of.
type WriterTo interface {
	WriteTo(w Writer) (n int64, err error)
}

// A ReaderFrom can read all of a Reader by itself, which Copy makes use of.
type ReaderFrom interface {
	ReadFrom(r Reader) (n int64, err error)
}
