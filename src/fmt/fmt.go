// Package fmt formats values as text.
//
// A format's directives are %, flags (- left, + sign, # alternate, space, 0), width, precision and a verb:
//
//	%v  any value; %+v with names of fields, %#v in Go syntax; %T its type
//	%t  true or false
//	%d %b %o %O %x %X %c %q %U  integers
//	%e %E %f %F %g %G %b %x %X  floating-point and complex numbers
//	%s %q %x %X  strings, bytes; values with an Error or String method
//	%p  addresses
//
// [n] in front of a width, precision or verb takes the n-th operand; * takes a width or precision from one. What does not fit is
// shown as %!verb(type=value).
//
// fmt.go has what programs call; printf.go reads formats; print.go goes through values; format.go formats simple ones; errors.go
// has Errorf; scan.go reads values, scanf.go by formats.
package fmt

import (
	"io"
	"os"
	"strconv"
	"sync"
)

// A Stringer says what it is.
type Stringer interface {
	String() string
}

// A GoStringer says how it is written in Go, for %#v.
type GoStringer interface {
	GoString() string
}

// A Formatter formats itself, for all verbs.
type Formatter interface {
	Format(f State, verb rune)
}

// A State is what a Formatter gets: where to write, and what the directive says.
type State interface {
	Write(b []byte) (n int, err error)
	Width() (wid int, ok bool)
	Precision() (prec int, ok bool)
	Flag(c int) bool // one of "-+# 0"
}

// FormatString returns the directive that a State and a verb stand for.
func FormatString(state State, verb rune) string {
	b := []byte{'%'}
	for _, c := range " +-#0" {
		if state.Flag(int(c)) {
			b = append(b, byte(c))
		}
	}
	if w, ok := state.Width(); ok {
		b = strconv.AppendInt(b, int64(w), 10)
	}
	if p, ok := state.Precision(); ok {
		b = append(b, '.')
		b = strconv.AppendInt(b, int64(p), 10)
	}
	return string(appendRune(b, verb))
}

// ---- a printer is a State ----

// Write appends to the output, for Formatters.
func (p *printer) Write(b []byte) (n int, err error) {
	p.buf = append(p.buf, b...)
	return len(b), nil
}

// WriteString is Write of a string; io.WriteString finds it.
func (p *printer) WriteString(s string) (n int, err error) {
	p.buf = append(p.buf, s...)
	return len(s), nil
}

// Width returns the width and whether there is one.
func (p *printer) Width() (wid int, ok bool) { return p.wid, p.hasWid }

// Precision returns the precision and whether there is one.
func (p *printer) Precision() (prec int, ok bool) { return p.prec, p.hasPrec }

// Flag reports whether a flag is set.
func (p *printer) Flag(c int) bool {
	switch c {
	case '-':
		return p.minus
	case '+':
		return p.plus || p.plusV
	case '#':
		return p.sharp || p.sharpV
	case ' ':
		return p.space
	case '0':
		return p.zero
	}
	return false
}

// ---- printers are used again ----

var printers = sync.Pool{New: func() any {
	p := new(printer)
	p.formatter.buf = &p.buf
	return p
}}

func newPrinter() *printer { return printers.Get().(*printer) }

// free keeps the printer for the next call, unless its buffer has become too large to keep.
func (p *printer) free() {
	if cap(p.buf) > 64<<10 {
		p.buf = nil
	}
	*p = printer{buf: p.buf[:0]}
	p.formatter.buf = &p.buf
	printers.Put(p)
}

// text returns what was formatted, and frees the printer.
func (p *printer) text() string {
	s := string(p.buf)
	p.free()
	return s
}

// appended returns b with it behind, and frees the printer.
func (p *printer) appended(b []byte) []byte {
	b = append(b, p.buf...)
	p.free()
	return b
}

// writeTo writes it, and frees the printer.
func (p *printer) writeTo(w io.Writer) (n int, err error) {
	n, err = w.Write(p.buf)
	p.free()
	return n, err
}

// ---- what programs call ----

// Fprintf formats by a format and writes to w.
func Fprintf(w io.Writer, format string, a ...any) (n int, err error) {
	p := newPrinter()
	p.printf(format, a)
	return p.writeTo(w)
}

// Printf formats by a format and writes to standard output.
func Printf(format string, a ...any) (n int, err error) { return Fprintf(os.Stdout, format, a...) }

// Sprintf formats by a format.
func Sprintf(format string, a ...any) string {
	p := newPrinter()
	p.printf(format, a)
	return p.text()
}

// Appendf formats by a format and appends to b.
func Appendf(b []byte, format string, a ...any) []byte {
	p := newPrinter()
	p.printf(format, a)
	return p.appended(b)
}

// Fprint formats like %v, with spaces between operands that are no strings, and writes to w.
func Fprint(w io.Writer, a ...any) (n int, err error) {
	p := newPrinter()
	p.print(a)
	return p.writeTo(w)
}

// Print is Fprint to standard output.
func Print(a ...any) (n int, err error) { return Fprint(os.Stdout, a...) }

// Sprint is Fprint to a string.
func Sprint(a ...any) string {
	p := newPrinter()
	p.print(a)
	return p.text()
}

// Append is Fprint to a slice.
func Append(b []byte, a ...any) []byte {
	p := newPrinter()
	p.print(a)
	return p.appended(b)
}

// Fprintln formats like %v, with spaces between all operands and a newline at the end, and writes to w.
func Fprintln(w io.Writer, a ...any) (n int, err error) {
	p := newPrinter()
	p.println(a)
	return p.writeTo(w)
}

// Println is Fprintln to standard output.
func Println(a ...any) (n int, err error) { return Fprintln(os.Stdout, a...) }

// Sprintln is Fprintln to a string.
func Sprintln(a ...any) string {
	p := newPrinter()
	p.println(a)
	return p.text()
}

// Appendln is Fprintln to a slice.
func Appendln(b []byte, a ...any) []byte {
	p := newPrinter()
	p.println(a)
	return p.appended(b)
}
