// The scan functions of package fmt: values, formats, errors, and what they leave unread.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
)

type pair struct{ a, b int }

func (p *pair) Scan(s fmt.ScanState, verb rune) error {
	_, err := fmt.Fscanf(s, "%d-%d", &p.a, &p.b)
	return err
}

type word string

func (w *word) Scan(s fmt.ScanState, verb rune) error {
	t, err := s.Token(true, func(r rune) bool { return r != ',' })
	n, ok := s.Width()
	*w = word(fmt.Sprint(string(t), n, ok, string(verb)))
	if verb == 'e' {
		return errors.New("own error")
	}
	return err
}

type named float64

func main() {
	var (
		i   int
		i8  int8
		u   uint16
		f   float64
		nf  named
		s   string
		b   []byte
		c   complex128
		t   bool
		r   rune
		p   pair
		w   word
		err error
	)
	show := func(n int, err error) { fmt.Println(n, err, i, i8, u, f, nf, s, b, c, t, r, p, w) }
	show(fmt.Sscan("12 -7 65535\n1.5e3 0x1p4 text bytes (1+2i) T", &i, &i8, &u, &f, &nf, &s, &b, &c, &t))
	show(fmt.Sscan("0b101 0o17 0x1F 1_000", &i, &i8, &u, &f))
	show(fmt.Sscanf("0001-02:ff, 'x'", "%d-%d:%x, '%c'", &i, &i8, &u, &r))
	show(fmt.Sscanf("12345678", "%3d%2d%s", &i, &i8, &s))
	show(fmt.Sscanf(`"quo\"ted" 68656c6c6f U+00e9`, "%q %x %U", &s, &b, &r))
	show(fmt.Sscanf("50% done", "%d%% %s", &i, &s))
	show(fmt.Sscan("3-4 tail", &p, &w))
	show(fmt.Sscanf("abc,def", "%5v", &w))
	show(fmt.Sscanf("abc", "%e", &w))
	show(fmt.Sscanf("nan +Inf", "%g %e", &f, &nf))
	for _, t := range []struct{ in, format string }{
		{"", "%d"}, {"x", "%d"}, {"300", "%d"}, {"5 6", "%d"}, {"5", "%d %d"}, {"5", "%z"}, {"5", "%"}, {"a5", "b%d"}, {"1\n2", "%d %d"}, {"1 2", "%d\n%d"},
		{"1\n2", "%d\n%d"}, {"1  2", "%d %d"}, {"12", "%d %d"}, {"-200", "%d"},
	} {
		fmt.Print(t.in, " by ", t.format, ": ")
		fmt.Println(fmt.Sscanf(t.in, t.format, &i8))
	}
	fmt.Println(fmt.Sscan("1", i))
	fmt.Println(fmt.Sscan("1", &struct{}{}))
	fmt.Println(fmt.Sscan("tru", &t))
	fmt.Println(fmt.Sscan("1+2", &c))
	fmt.Println(fmt.Sscan("99999999999999999999", &i))
	fmt.Println(fmt.Sscan("1e400", &f))
	fmt.Println(fmt.Sscanln("1 2", &i, &u))
	fmt.Println(fmt.Sscanln("1\n2", &i, &u))
	fmt.Println(fmt.Sscanln("1 2 3", &i, &u))

	in := bufio.NewReader(strings.NewReader("one two\nthree 4\n5"))
	for err == nil {
		var a, b string
		var n int
		n, err = fmt.Fscanln(in, &a, &b)
		fmt.Printf("%d %v %q %q\n", n, err, a, b)
	}
	rest, _ := io.ReadAll(in)
	fmt.Printf("%q\n", rest)
}
