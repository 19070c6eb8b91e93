// Case, trimming, mapping and replacing in package strings.
package main

import (
	"fmt"
	"strings"
	"unicode"
)

func main() {
	for _, s := range []string{"", "hello", "HeLLo Wörld", "ǆ ŉ ß İ ı ſ", "\xffbad\xfe", "ΑΣ ας", "title case-text it's"} {
		fmt.Printf("%q %q %q %q\n", strings.ToUpper(s), strings.ToLower(s), strings.ToTitle(s), strings.Title(s))
		fmt.Printf("%q %q\n", strings.ToUpperSpecial(unicode.TurkishCase, s), strings.ToValidUTF8(s, "?"))
	}
	fmt.Printf("%q %q %q %q\n", strings.TrimSpace("\t a b \u2003\n"), strings.Trim("xxhixx", "x"), strings.TrimLeft("abcab", "ab"), strings.TrimRight("日本語本", "本語"))
	fmt.Printf("%q %q %q\n", strings.TrimFunc("123abc456", unicode.IsDigit), strings.TrimPrefix("abab", "ab"), strings.TrimSuffix("abab", "ab"))
	fmt.Println(strings.Replace("oink oink oink", "k", "ky", 2), strings.ReplaceAll("oink", "", "-"), strings.Replace("abc", "b", "", -1), strings.Replace("abc", "x", "y", 0))
	fmt.Printf("%q\n", strings.Map(func(r rune) rune {
		switch {
		case r == 'a':
			return -1
		case r == 'b':
			return '日'
		}
		return r
	}, "abc\xffab"))
	fmt.Println(strings.EqualFold("Straße", "STRASSE"), strings.EqualFold("Kelvin \u212a", "kelvin k"), strings.EqualFold("a", "ab"), strings.EqualFold("ς", "Σ"))
	for _, r := range []*strings.Replacer{
		strings.NewReplacer("a", "1", "b", "2"), strings.NewReplacer("a", "xx", "b", ""), strings.NewReplacer("hello", "bye", "hell", "heaven", "h", "H"),
		strings.NewReplacer("", "-"), strings.NewReplacer("a", "1", "", "."), strings.NewReplacer("<", "&lt;", ">", "&gt;"), strings.NewReplacer(),
	} {
		var b strings.Builder
		n, err := r.WriteString(&b, "hello hell <ab>")
		fmt.Println(r.Replace("hello hell <ab>"), b.String() == r.Replace("hello hell <ab>"), n, err)
	}
	fmt.Println(strings.Clone("x"), strings.Compare("b", "a"))
	defer func() { fmt.Println(recover()) }()
	strings.NewReplacer("odd")
}
