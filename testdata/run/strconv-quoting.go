// Quoting and unquoting in package strconv.
package main

import (
	"fmt"
	"strconv"
)

func main() {
	for _, s := range []string{"", "plain", "tab\t\"q\" 'a' `b`", "\x00\x7f\xff", "é日\u2028\U0001F600", "\ufeff\u00ad", "a\\b"} {
		fmt.Println(strconv.Quote(s), strconv.QuoteToASCII(s), strconv.QuoteToGraphic(s), strconv.CanBackquote(s))
		back, err := strconv.Unquote(strconv.Quote(s))
		fmt.Println(back == s, err)
	}
	for _, r := range []rune{'a', '\'', '"', 0, 0xD800, 0x10FFFF, -1, '\u3000', 'é'} {
		fmt.Println(strconv.QuoteRune(r), strconv.QuoteRuneToASCII(r), strconv.QuoteRuneToGraphic(r), strconv.IsPrint(r), strconv.IsGraphic(r))
	}
	for _, s := range []string{`""`, `"`, `'a'`, `'ab'`, "`raw\r\n`", `"\x4"`, `"\u00e9\101"`, `"\q"`, `'\''`, `"'"`, `'"'`, `"\'"`, `"a
b"`, `"\U00110000"`, `abc`, `"\400"`} {
		fmt.Println(strconv.Unquote(s))
	}
	rest := `h\té\"llo"`
	for rest != "" {
		r, multi, tail, err := strconv.UnquoteChar(rest, '"')
		fmt.Println(r, multi, err)
		if err != nil {
			break
		}
		rest = tail
	}
	fmt.Println(strconv.QuotedPrefix(`"abc"def`))
	fmt.Println(strconv.QuotedPrefix(`abc`))
	fmt.Println(string(strconv.AppendQuote([]byte("x="), "v")))
}
