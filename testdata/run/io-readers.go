package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

type rot13 struct{ r io.Reader }

func (r rot13) Read(p []byte) (n int, err error) {
	n, err = r.r.Read(p)
	for i, c := range p[:n] {
		switch {
		case c >= 'a' && c <= 'z':
			p[i] = 'a' + (c-'a'+13)%26
		case c >= 'A' && c <= 'Z':
			p[i] = 'A' + (c-'A'+13)%26
		}
	}
	return
}

type oneByte struct{ r io.Reader }

func (o oneByte) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	return o.r.Read(p[:1])
}

type counter struct{ n, calls int }

func (c *counter) Write(p []byte) (int, error) { c.n += len(p); c.calls++; return len(p), nil }

type failing struct{ after int }

var errBroken = errors.New("broken")

func (f *failing) Read(p []byte) (int, error) {
	if f.after == 0 {
		return 0, errBroken
	}
	f.after--
	p[0] = 'x'
	return 1, nil
}

func main() {
	b, err := io.ReadAll(rot13{strings.NewReader("Uryyb, Jbeyq!")})
	fmt.Printf("%s %v\n", b, err)
	var c counter
	n, err := io.Copy(io.MultiWriter(&c, io.Discard), io.TeeReader(oneByte{strings.NewReader("twelve bytes")}, os.Stdout))
	fmt.Println("", n, err, c)
	b, err = io.ReadAll(io.LimitReader(io.MultiReader(strings.NewReader("abc"), bytes.NewReader([]byte("defgh"))), 5))
	fmt.Printf("%s %v\n", b, err)
	_, err = io.ReadFull(strings.NewReader("ab"), make([]byte, 4))
	fmt.Println(err, errors.Is(err, io.ErrUnexpectedEOF))
	_, err = io.ReadAtLeast(strings.NewReader(""), make([]byte, 4), 2)
	fmt.Println(err == io.EOF)
	b, err = io.ReadAll(&failing{3})
	fmt.Printf("%s %v\n", b, err)
	sec := io.NewSectionReader(strings.NewReader("0123456789"), 2, 5)
	sec.Seek(1, io.SeekStart)
	b, _ = io.ReadAll(sec)
	fmt.Printf("%s %d\n", b, sec.Size())
	sc := bufio.NewScanner(oneByte{strings.NewReader("one two\nthree\r\n\nlast")})
	for sc.Scan() {
		fmt.Printf("%q ", sc.Text())
	}
	sc = bufio.NewScanner(strings.NewReader("a bb  ccc"))
	sc.Split(bufio.ScanWords)
	for sc.Scan() {
		fmt.Printf("%s|", sc.Bytes())
	}
	sc = bufio.NewScanner(strings.NewReader("héllo"))
	sc.Split(bufio.ScanRunes)
	for sc.Scan() {
		fmt.Print(sc.Text(), ".")
	}
	sc = bufio.NewScanner(strings.NewReader(strings.Repeat("x", 100)))
	sc.Buffer(make([]byte, 10), 20)
	fmt.Println(sc.Scan(), sc.Err())
	br := bufio.NewReaderSize(strings.NewReader("line one\nline two"), 16)
	peek, _ := br.Peek(4)
	line, prefix, _ := br.ReadLine()
	fmt.Printf("%s %s %v %d\n", peek, line, prefix, br.Buffered())
	br.Discard(5)
	rest, err := br.ReadString('\n')
	fmt.Printf("%q %v\n", rest, err)
	pr, pw := io.Pipe()
	go func() {
		fmt.Fprint(pw, "through a pipe")
		pw.CloseWithError(errBroken)
	}()
	b, err = io.ReadAll(pr)
	fmt.Printf("%s %v\n", b, err)
	dir, err := os.MkdirTemp("", "io")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	name := filepath.Join(dir, "f.txt")
	fmt.Println(os.WriteFile(name, []byte("first\n"), 0o644))
	f, _ := os.OpenFile(name, os.O_APPEND|os.O_WRONLY, 0)
	w := bufio.NewWriter(f)
	fmt.Fprintf(w, "%d buffered\n", w.Available())
	fmt.Println(w.Buffered(), w.Flush(), f.Close(), f.Close() != nil)
	data, err := os.ReadFile(name)
	fmt.Printf("%q %v\n", data, err)
	_, err = os.Open(filepath.Join(dir, "none"))
	var pe *os.PathError
	fmt.Println(errors.As(err, &pe), pe.Op, filepath.Base(pe.Path), errors.Is(err, os.ErrNotExist))
	st, _ := os.Stat(name)
	fmt.Println(st.Name(), st.Size(), st.Mode(), st.IsDir())
	es, _ := os.ReadDir(dir)
	fmt.Println(len(es), es[0].Name())
}
