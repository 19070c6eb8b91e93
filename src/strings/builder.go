package strings

import (
	"internal/ggo/text"
	"unicode/utf8"
	"unsafe"
)

// A Builder makes a string piece by piece, without copying it at the end. The zero Builder is empty and ready;
// one that has been written to must not be copied.
type Builder struct {
	self *Builder // where it was first written to; finds copies
	buf  []byte   // never exposed except as a string
}

// own panics when b is a copy of a Builder in use.
func (b *Builder) own() {
	if b.self == nil {
		// The cast through uintptr keeps the Builder from escaping for pointing at itself.
		at := uintptr(unsafe.Pointer(b))
		b.self = (*Builder)(unsafe.Pointer(at ^ 0))
	} else if b.self != b {
		panic("strings: illegal use of non-zero Builder copied by value")
	}
}

// String returns what has been written.
func (b *Builder) String() string { return text.View(b.buf) }

// Len returns how many bytes have been written.
func (b *Builder) Len() int { return len(b.buf) }

// Cap returns how many bytes have room without another allocation, with those written.
func (b *Builder) Cap() int { return cap(b.buf) }

// Reset makes b empty.
func (b *Builder) Reset() { *b = Builder{} }

// Grow makes room for n more bytes.
func (b *Builder) Grow(n int) {
	b.own()
	if n < 0 {
		panic("strings.Builder.Grow: negative count")
	}
	if cap(b.buf)-len(b.buf) < n {
		bigger := append([]byte(nil), make([]byte, 2*cap(b.buf)+n)...)
		b.buf = bigger[:copy(bigger, b.buf)]
	}
}

// Write appends p. It never fails.
func (b *Builder) Write(p []byte) (int, error) {
	b.own()
	b.buf = append(b.buf, p...)
	return len(p), nil
}

// WriteByte appends c. It never fails.
func (b *Builder) WriteByte(c byte) error {
	b.own()
	b.buf = append(b.buf, c)
	return nil
}

// WriteRune appends r in UTF-8 and returns its size. It never fails.
func (b *Builder) WriteRune(r rune) (int, error) {
	b.own()
	before := len(b.buf)
	b.buf = utf8.AppendRune(b.buf, r)
	return len(b.buf) - before, nil
}

// WriteString appends s. It never fails.
func (b *Builder) WriteString(s string) (int, error) {
	b.own()
	b.buf = append(b.buf, s...)
	return len(s), nil
}
