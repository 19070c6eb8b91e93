// Package io: what combines readers and writers.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
)

type stingy struct{ r io.Reader }

func (s stingy) Read(p []byte) (int, error) { return s.r.Read(p[:min(1, len(p))]) }

type short struct{}

func (short) Write(p []byte) (int, error) { return len(p) / 2, nil }

func main() {
	multi := io.MultiReader(strings.NewReader("one "), io.MultiReader(), strings.NewReader("two"))
	var copied bytes.Buffer
	b, err := io.ReadAll(io.TeeReader(stingy{multi}, &copied))
	fmt.Println(string(b), err, copied.String())

	s := io.NewSectionReader(strings.NewReader("0123456789"), 2, 5)
	b, _ = io.ReadAll(s)
	outer, off, n := s.Outer()
	fmt.Println(string(b), s.Size(), outer != nil, off, n)
	fmt.Println(s.Seek(-2, io.SeekEnd))
	fmt.Println(s.ReadAt(make([]byte, 4), 3))
	fmt.Println(s.ReadAt(make([]byte, 4), 7))
	fmt.Println(s.Seek(-1, io.SeekStart))

	fmt.Println(io.ReadFull(strings.NewReader("ab"), make([]byte, 3)))
	fmt.Println(io.ReadFull(strings.NewReader(""), make([]byte, 3)))
	fmt.Println(io.ReadAtLeast(strings.NewReader("abc"), make([]byte, 2), 3))
	fmt.Println(io.CopyN(io.Discard, strings.NewReader("abc"), 5))
	fmt.Println(io.Copy(short{}, strings.NewReader("abcd")))
	l := &io.LimitedReader{R: strings.NewReader("abcdef"), N: 4}
	b, err = io.ReadAll(l)
	fmt.Println(string(b), err, l.N)
	fmt.Println(io.WriteString(short{}, "four"))
	var x, y bytes.Buffer
	w := io.MultiWriter(&x, &y)
	fmt.Println(io.WriteString(w, "both"))
	fmt.Println(x.String(), y.String())
	fmt.Println(io.MultiWriter(&x, short{}).Write([]byte("abcd")))

	r, pw := io.Pipe()
	go func() {
		fmt.Fprint(pw, "through ")
		fmt.Fprint(pw, "the pipe")
		pw.CloseWithError(errors.New("enough"))
	}()
	b, err = io.ReadAll(r)
	fmt.Println(string(b), err)
	r.CloseWithError(errors.New("nobody reads"))
	fmt.Println(pw.Write([]byte("x")))
	_, err = r.Read(nil)
	fmt.Println(err)
	func() {
		defer func() { fmt.Println(recover()) }()
		io.CopyBuffer(struct{ io.Writer }{&x}, struct{ io.Reader }{strings.NewReader("x")}, []byte{})
	}()
	fmt.Println(io.NopCloser(strings.NewReader("x")).Close(), io.EOF, io.ErrUnexpectedEOF, io.ErrNoProgress, io.ErrShortBuffer)
}
