// Package bufio: scanners with all splits, peeking, limits, and writers that fail.
package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
)

type failing struct{ n int }

func (f *failing) Write(p []byte) (int, error) {
	if f.n += len(p); f.n > 10 {
		return 0, errors.New("full")
	}
	return len(p), nil
}

func main() {
	text := "one two\r\nthrée  four\n\nlast\xff"
	for _, split := range []bufio.SplitFunc{bufio.ScanLines, bufio.ScanWords, bufio.ScanRunes, bufio.ScanBytes} {
		s := bufio.NewScanner(strings.NewReader(text))
		s.Split(split)
		n := 0
		for s.Scan() {
			if n < 6 {
				fmt.Printf("%q ", s.Text())
			}
			n++
		}
		fmt.Println(n, s.Err())
	}
	s := bufio.NewScanner(strings.NewReader(strings.Repeat("x", 100)))
	s.Buffer(make([]byte, 10), 20)
	fmt.Println(s.Scan(), s.Err())
	s = bufio.NewScanner(strings.NewReader("a,b,STOP,c"))
	s.Split(func(data []byte, atEOF bool) (int, []byte, error) {
		i := bytes.IndexByte(data, ',')
		if i < 0 {
			return 0, nil, nil
		}
		if string(data[:i]) == "STOP" {
			return i, []byte("end"), bufio.ErrFinalToken
		}
		return i + 1, data[:i], nil
	})
	for s.Scan() {
		fmt.Print(s.Text(), ";")
	}
	fmt.Println(s.Err())

	r := bufio.NewReaderSize(strings.NewReader("0123456789abcdefghij\nline\nrest"), 16)
	p, err := r.Peek(4)
	fmt.Println(string(p), err, r.Buffered(), r.Size())
	_, err = r.Peek(17)
	fmt.Println(err)
	line, prefix, err := r.ReadLine()
	fmt.Println(string(line), prefix, err)
	fmt.Println(r.UnreadRune(), r.UnreadByte())
	str, err := r.ReadString('\n')
	fmt.Printf("%q %v\n", str, err)
	n, err := r.Discard(2)
	fmt.Println(n, err)
	b, err := r.ReadSlice('\n')
	fmt.Printf("%q %v\n", b, err)
	var out strings.Builder
	m, err := r.WriteTo(&out)
	fmt.Println(m, err, out.String())
	_, err = r.ReadByte()
	fmt.Println(err == io.EOF)
	r = bufio.NewReaderSize(strings.NewReader(strings.Repeat("y", 40)), 16)
	_, err = r.ReadSlice('\n')
	fmt.Println(err)

	w := bufio.NewWriterSize(&failing{}, 8)
	for range 4 {
		n, err := w.WriteString("abcd")
		fmt.Println(n, err, w.Buffered(), w.Available())
	}
	fmt.Println(w.Flush())
	fmt.Println(w.WriteByte('x'))
	var buf bytes.Buffer
	rw := bufio.NewReadWriter(bufio.NewReader(strings.NewReader("in")), bufio.NewWriter(&buf))
	c, _ := rw.ReadByte()
	rw.WriteRune('é')
	rw.WriteByte(c)
	rw.ReadFrom(strings.NewReader("more"))
	rw.Flush()
	fmt.Println(buf.String())
}
