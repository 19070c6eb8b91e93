// Package unicode: classes, case mapping, tables with strides, and runes that are none.
package main

import (
	"fmt"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

func main() {
	for _, r := range []rune{'a', 'Z', '5', '٣', '½', 'ǅ', 'ß', '日', '\u0301', '\u200b', '\u00a0', '\x85', '€', '_', -1, 0x110000, 0xD800, '\U0001F600'} {
		fmt.Println(r, unicode.IsLetter(r), unicode.IsUpper(r), unicode.IsLower(r), unicode.IsTitle(r), unicode.IsDigit(r), unicode.IsNumber(r), unicode.IsSpace(r),
			unicode.IsPunct(r), unicode.IsSymbol(r), unicode.IsMark(r), unicode.IsControl(r), unicode.IsGraphic(r), unicode.IsPrint(r),
			unicode.ToUpper(r), unicode.ToLower(r), unicode.ToTitle(r), unicode.SimpleFold(r))
	}
	table := &unicode.RangeTable{
		R16: []unicode.Range16{{Lo: 2, Hi: 10, Stride: 4}, {Lo: 20, Hi: 20, Stride: 1}, {Lo: 30, Hi: 40, Stride: 1}},
		R32: []unicode.Range32{{Lo: 0x10000, Hi: 0x10010, Stride: 8}},
	}
	for r := rune(0); r < 50; r++ {
		if unicode.Is(table, r) {
			fmt.Print(r, " ")
		}
	}
	fmt.Println(unicode.Is(table, 0x10008), unicode.Is(table, 0x10009), unicode.Is(table, -1), unicode.Is(&unicode.RangeTable{}, 5))
	fmt.Println(unicode.In('é', unicode.Latin, unicode.Greek), unicode.IsOneOf([]*unicode.RangeTable{unicode.Han}, '日'), unicode.In('x'))
	fmt.Println(unicode.TurkishCase.ToUpper('i'), unicode.AzeriCase.ToLower('I'), unicode.To(unicode.TitleCase, 'ǆ'), unicode.To(99, 'a'))
	fmt.Println(len(unicode.Categories) > 30, len(unicode.Scripts) > 150, unicode.Version)

	text := "aé日\U0001F600\xff\xed\xa0\x80"
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		fmt.Print(r, ":", n, " ")
		i += n
	}
	fmt.Println(utf8.RuneCountInString(text), utf8.ValidString(text), utf8.ValidString(text[:10]))
	fmt.Println(utf8.DecodeLastRuneInString(text))
	fmt.Println(utf8.FullRuneInString("\xe6\x97"), utf8.FullRuneInString("\xe6\x28"), utf8.RuneLen(0xD800), utf8.RuneLen('日'), utf8.ValidRune(-1))
	fmt.Printf("%x %x %v\n", utf8.AppendRune(nil, 0x10FFFF), utf8.AppendRune(nil, 0x110000), utf8.RuneStart(0x80))
	units := utf16.Encode([]rune("a日\U0001F600\U0010FFFF"))
	fmt.Printf("%x %q %q\n", units, string(utf16.Decode(units)), string(utf16.Decode([]uint16{0xD800, 'a', 0xDC00, 0xDBFF})))
	fmt.Println(utf16.IsSurrogate(0xDFFF), utf16.DecodeRune(0xD83D, 0xDE00), utf16.RuneLen('a'), utf16.RuneLen(0x10000), utf16.RuneLen(0xD800))
}
