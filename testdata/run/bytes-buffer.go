// bytes.Buffer and bytes.Reader: reading, unreading, growing, limits.
package main

import (
	"bytes"
	"fmt"
	"io"
	"strings"
)

type bad struct{}

func (bad) Read(p []byte) (int, error) { return -1, nil }

func main() {
	var b bytes.Buffer
	fmt.Println(b.String(), b.Len(), (*bytes.Buffer)(nil).String())
	fmt.Fprintf(&b, "line one\nline %d\nrest", 2)
	fmt.Println(b.ReadString('\n'))
	fmt.Println(b.UnreadByte(), b.UnreadByte())
	line, err := b.ReadBytes('2')
	fmt.Printf("%q %v %q\n", line, err, b.Next(3))
	fmt.Println(b.ReadByte())
	fmt.Println(b.ReadRune())
	fmt.Println(b.UnreadRune(), b.UnreadRune())
	b.WriteByte('x')
	b.WriteRune('日')
	b.Truncate(2)
	fmt.Printf("%q %d\n", b.Bytes(), b.Available()-b.Cap()+b.Len())
	b.Reset()
	b.WriteByte('y') // where everything has been read
	n, err := b.ReadFrom(strings.NewReader(strings.Repeat("z", 5000)))
	fmt.Println(n, err, b.Len())
	m, err := b.WriteTo(io.Discard)
	fmt.Println(m, err, b.Len())
	fmt.Println(b.Read(make([]byte, 1)))
	fmt.Println(b.Read(nil))
	b.Write(append(b.AvailableBuffer(), "appended"...))
	peek, err := b.Peek(3)
	fmt.Println(string(peek), err)
	_, err = b.Peek(30)
	fmt.Println(err)
	for _, f := range []func(){func() { b.Truncate(100) }, func() { b.Grow(-1) }, func() { b.ReadFrom(bad{}) }} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
	r := bytes.NewReader([]byte("reader"))
	r.Seek(3, io.SeekStart)
	rest, _ := io.ReadAll(r)
	fmt.Println(string(rest), r.Len(), r.Size())
	fmt.Println(bytes.NewBufferString("a b").ReadString(' '))
	fmt.Println(bytes.Equal(nil, []byte{}), bytes.Compare([]byte("a"), []byte("ab")), bytes.ContainsAny([]byte("abc"), "xb"))
	fmt.Printf("%q %q %q\n", bytes.Split([]byte("a,b"), []byte(",")), bytes.Fields([]byte(" x  y ")), bytes.Title([]byte("go lang")))
	fmt.Printf("%q %q\n", bytes.TrimSpace([]byte(" \t")), bytes.Map(func(r rune) rune { return r + 1 }, []byte("HAL")))
	fmt.Printf("%q %v\n", bytes.Runes([]byte("aé\xff")), bytes.EqualFold([]byte("Go"), []byte("GO")))
	s := []byte("abc")
	c := bytes.Clone(s)
	c[0] = 'x'
	fmt.Println(string(s), string(c), bytes.Clone(nil) == nil, string(bytes.Join([][]byte{s, c}, []byte("+"))))
	before, after, ok := bytes.Cut(s, []byte("b"))
	fmt.Println(string(before), string(after), ok)
}
