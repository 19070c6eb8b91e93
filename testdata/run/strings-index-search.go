// Searching in package strings, all lengths of needles against a plain loop.
package main

import (
	"fmt"
	"math/rand"
	"strings"
	"unicode"
)

func plainIndex(s, sep string) int {
	for i := 0; i+len(sep) <= len(s); i++ {
		if s[i:i+len(sep)] == sep {
			return i
		}
	}
	return -1
}

func main() {
	r := rand.New(rand.NewSource(4))
	wrong, found := 0, 0
	for range 3000 {
		b := make([]byte, r.Intn(300))
		for i := range b {
			b[i] = "aab"[r.Intn(3)]
		}
		s := string(b)
		sep := s
		if len(s) > 0 {
			at := r.Intn(len(s))
			sep = s[at : at+r.Intn(min(len(s)-at, 80)+1)]
		}
		if r.Intn(3) == 0 {
			sep += "c"
		}
		if i := strings.Index(s, sep); i != plainIndex(s, sep) {
			wrong++
		} else if i >= 0 {
			found++
		}
		if strings.Contains(s, sep) != (plainIndex(s, sep) >= 0) || strings.LastIndex(s, sep) < plainIndex(s, sep) {
			wrong++
		}
	}
	fmt.Println(wrong, found)
	s := "chicken κόσμος \xff egg"
	fmt.Println(strings.IndexRune(s, 'σ'), strings.IndexRune(s, unicode.ReplacementChar), strings.IndexRune(s, -1), strings.IndexRune(s, 0xD800))
	fmt.Println(strings.IndexAny(s, "ςσ"), strings.LastIndexAny(s, "gκ"), strings.IndexAny(s, "\xfe"), strings.IndexAny("", "x"), strings.IndexAny(s, ""))
	fmt.Println(strings.IndexFunc(s, unicode.IsSpace), strings.LastIndexFunc(s, unicode.IsSpace), strings.IndexByte(s, 'k'), strings.LastIndexByte(s, 'c'))
	fmt.Println(strings.Count("cheese", "e"), strings.Count("five", ""), strings.Count("κκ", "κ"), strings.Count("aaaa", "aa"))
	fmt.Println(strings.ContainsAny(s, "xyz"), strings.ContainsRune(s, 'κ'), strings.ContainsFunc(s, unicode.IsUpper))
	fmt.Println(strings.HasPrefix(s, "chick"), strings.HasSuffix(s, "egg"), strings.Compare("a", "b"), strings.Index("", ""), strings.LastIndex("abc", ""))
}
