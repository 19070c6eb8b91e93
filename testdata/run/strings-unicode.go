package main

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

func main() {
	s := "Hé日\xff😀\u0301ﬃ"
	for i, r := range s {
		fmt.Printf("%d:%U:%d ", i, r, utf8.RuneLen(r))
	}
	fmt.Println(len(s), utf8.RuneCountInString(s), utf8.ValidString(s), strings.ToValidUTF8(s, "?"))
	for b := []byte(s); len(b) > 0; {
		r, n := utf8.DecodeLastRune(b)
		fmt.Print(string(r), n, " ")
		b = b[:len(b)-n]
	}
	fmt.Println()
	u := utf16.Encode([]rune("a😀é"))
	fmt.Printf("%x %s %v\n", u, string(utf16.Decode(u)), utf16.IsSurrogate(rune(u[1])))
	fmt.Println(strings.ToUpper("straße éñ ǆ"), strings.ToLower("ÀÉÎ ΑΣ İ"), strings.Title("hello wörld"), strings.EqualFold("Σίσυφος", "ΣΊΣΥΦΟΣ"))
	for _, r := range "aZ5 \t_-é日\u00a0Ⅷ½😀" {
		fmt.Printf("%q", r)
		for _, f := range []func(rune) bool{unicode.IsLetter, unicode.IsUpper, unicode.IsDigit, unicode.IsNumber, unicode.IsSpace, unicode.IsPunct, unicode.IsSymbol, unicode.IsPrint, unicode.IsControl} {
			if f(r) {
				fmt.Print("+")
			} else {
				fmt.Print("-")
			}
		}
		fmt.Print(" ")
	}
	fmt.Println(unicode.Is(unicode.Han, '日'), unicode.In('я', unicode.Latin, unicode.Cyrillic), unicode.SimpleFold('k'))
	fmt.Printf("%q\n", strings.FieldsFunc("a1b22c", unicode.IsDigit))
	fmt.Printf("%q %q %q\n", strings.Split("a,b,,c", ","), strings.SplitN("a,b,c", ",", 2), strings.SplitAfter("x-y-", "-"))
	fmt.Println(strings.Index("chicken", "ken"), strings.IndexAny("golang", "gy"), strings.IndexByte("abc", 'c'), strings.IndexFunc("Hi世", unicode.IsUpper), strings.LastIndexAny("go gopher", "go"), strings.IndexRune("chicken日", '日'))
	fmt.Printf("%q %q %q %q\n", strings.TrimFunc("123abc456", unicode.IsDigit), strings.TrimLeft("xxyabc", "xy"), strings.TrimSuffix("file.go", ".go"), strings.TrimSpace(" \t\n x \u3000"))
	fmt.Println(strings.Replace("oink oink oink", "k", "ky", 2), strings.ReplaceAll("aaa", "", "-"), strings.Repeat("ab", 3), strings.Compare("a", "b"), strings.ContainsRune("é", 'é'))
	before, after, ok := bytes.Cut([]byte("k=v=w"), []byte("="))
	fmt.Printf("%s %s %v %v\n", before, after, ok, bytes.Equal(nil, []byte{}))
	for part := range strings.SplitSeq("x:y:z", ":") {
		fmt.Print(part, ";")
	}
	for line := range strings.Lines("one\ntwo\nthree") {
		fmt.Printf("%q ", line)
	}
	fmt.Println()
	var buf bytes.Buffer
	buf.WriteString("hello, 世界")
	r, n, _ := buf.ReadRune()
	buf.UnreadRune()
	line, err := buf.ReadString(' ')
	fmt.Printf("%c %d %q %v %q\n", r, n, line, err, buf.String())
	fmt.Printf("%+q %#q %x % X %q\n", "日\x00", "raw`s", "hé", "hé", 'é')
	rd := strings.NewReader("0123456789")
	b := make([]byte, 4)
	rd.ReadAt(b, 3)
	rd.Seek(-2, 2)
	c, _ := rd.ReadByte()
	fmt.Println(string(b), string(c), rd.Len(), rd.Size())
}
