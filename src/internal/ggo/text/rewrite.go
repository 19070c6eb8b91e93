package text

import (
	"unicode"
	"unicode/utf8"
)

// AppendMap appends f of each rune of s to dst; negative results are left out.
func AppendMap(dst []byte, f func(rune) rune, s string) []byte {
	for _, r := range s {
		if r = f(r); r >= 0 {
			dst = utf8.AppendRune(dst, r)
		}
	}
	return dst
}

// Same returns how many bytes of s are in runes, from the start, that f leaves as they are.
func Same(f func(rune) rune, s string) (n int, next rune, size int) {
	for i, r := range s {
		q := f(r)
		if q == r && r != utf8.RuneError {
			continue
		}
		_, size := utf8.DecodeRuneInString(s[i:])
		if q == r && size > 1 {
			continue
		}
		return i, q, size
	}
	return len(s), 0, 0
}

// ASCII reports whether all of s is ASCII, and whether some of it lies between low and high.
func ASCII(s string, low, high byte) (all, some bool) {
	for i := range len(s) {
		c := s[i]
		if c >= utf8.RuneSelf {
			return false, false
		}
		some = some || low <= c && c <= high
	}
	return true, some
}

// AppendFlipped appends s, all ASCII, with the letters between low and high in the other case.
func AppendFlipped(dst []byte, s string, low, high byte) []byte {
	at := len(dst)
	dst = append(dst, s...)
	for i, c := range dst[at:] {
		if low <= c && c <= high {
			dst[at+i] = c ^ 0x20
		}
	}
	return dst
}

// Titler returns a function for Map that turns the first letters of words into title case.
func Titler() func(rune) rune {
	before := ' '
	return func(r rune) rune {
		start := separates(before)
		before = r
		if start {
			return unicode.ToTitle(r)
		}
		return r
	}
}

// separates reports whether a word can start after r.
func separates(r rune) bool {
	if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' {
		return false
	}
	return r < utf8.RuneSelf || unicode.IsSpace(r)
}

// AppendReplaced appends s with the first n places of old, all when n < 0, replaced by with. An empty old
// stands before each rune and at the end.
func AppendReplaced(dst []byte, s, old, with string, n int) []byte {
	first := true
	for ; n != 0; n-- {
		at := 0
		switch {
		case old != "":
			at = Index(s, old)
		case !first && s == "":
			at = -1
		case !first:
			_, at = utf8.DecodeRuneInString(s)
		}
		if at < 0 {
			break
		}
		first = false
		dst = append(dst, s[:at]...)
		dst = append(dst, with...)
		s = s[at+len(old):]
	}
	return append(dst, s...)
}

// AppendValid appends s with each run of bytes that are not UTF-8 replaced by with.
func AppendValid(dst []byte, s, with string) []byte {
	bad := false // the byte before was
	for s != "" {
		r, size := utf8.DecodeRuneInString(s)
		if r != utf8.RuneError || size > 1 {
			bad = false
			dst = append(dst, s[:size]...)
		} else if !bad {
			bad = true
			dst = append(dst, with...)
		}
		s = s[size:]
	}
	return dst
}

// AppendRepeated appends s, not empty, count times by doubling what is there.
func AppendRepeated(dst []byte, s string, count int) []byte {
	start, end := len(dst), len(dst)+len(s)*count
	if count > 0 {
		dst = append(dst, s...)
	}
	for len(dst) < end {
		dst = append(dst, dst[start:min(len(dst), start+end-len(dst))]...)
	}
	return dst
}
