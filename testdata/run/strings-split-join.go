// Splitting, joining and iterating in package strings.
package main

import (
	"fmt"
	"strings"
	"unicode"
)

func main() {
	for _, s := range []string{"", "a,b,c", ",", "a,,b,", "no comma", "日,本"} {
		fmt.Printf("%q %q %q %q\n", strings.Split(s, ","), strings.SplitN(s, ",", 2), strings.SplitAfter(s, ","), strings.SplitAfterN(s, ",", 2))
		fmt.Printf("%q %q %q %v\n", strings.Split(s, ""), strings.SplitN(s, "", 2), strings.SplitN(s, ",", 0), strings.SplitN(s, ",", -1))
		before, after, found := strings.Cut(s, ",")
		fmt.Println(before, after, found)
	}
	text := "  two\twords \u3000and\nmore\u0085\xff "
	fmt.Printf("%q %q\n", strings.Fields(text), strings.FieldsFunc(text, func(r rune) bool { return r == 'o' || unicode.IsSpace(r) }))
	for line := range strings.Lines("one\ntwo\r\nthree") {
		fmt.Printf("%q ", line)
	}
	for part := range strings.SplitSeq("a-b-c", "-") {
		fmt.Print(part, ";")
		if part == "b" {
			break
		}
	}
	for part := range strings.SplitAfterSeq("a-b-c", "-") {
		fmt.Print(part, ";")
	}
	for f := range strings.FieldsSeq(" x  y ") {
		fmt.Printf("%q", f)
	}
	for f := range strings.FieldsFuncSeq("1a2b3", unicode.IsLetter) {
		fmt.Printf("%q", f)
	}
	fmt.Println()
	fmt.Println(strings.Join(nil, "x"), strings.Join([]string{"a"}, "x"), strings.Join([]string{"a", "", "b"}, ", "))
	fmt.Println(strings.Repeat("ab", 3), strings.Repeat("", 5), strings.Repeat("x", 0))
	p, ok := strings.CutPrefix("prefix-rest", "prefix-")
	q, ok2 := strings.CutSuffix("rest.go", ".txt")
	fmt.Println(p, ok, q, ok2)
	defer func() { fmt.Println(recover()) }()
	strings.Repeat("x", -1)
}
