// Package strings searches, splits, trims and rewrites strings of UTF-8.
package strings

import (
	"internal/bytealg"
	"internal/ggo/text"
	"math/bits"
	"unicode"
	"unicode/utf8"
	"unsafe"
)

// made returns b as a string; nobody may write to b any more.
func made(b []byte) string { return text.View(b) }

// Clone returns a copy of s with memory of its own.
func Clone(s string) string { return string([]byte(s)) }

// Compare returns -1, 0 or +1 as a is less than, equal to or greater than b.
func Compare(a, b string) int {
	return bytealg.Compare(unsafe.Slice(unsafe.StringData(a), len(a)), unsafe.Slice(unsafe.StringData(b), len(b)))
}

// Contains reports whether substr stands in s.
func Contains(s, substr string) bool { return text.Index(s, substr) >= 0 }

// ContainsAny reports whether a rune of chars stands in s.
func ContainsAny(s, chars string) bool { return text.IndexAny(s, chars) >= 0 }

// ContainsRune reports whether r stands in s.
func ContainsRune(s string, r rune) bool { return text.IndexRune(s, r) >= 0 }

// ContainsFunc reports whether f is true of a rune of s.
func ContainsFunc(s string, f func(rune) bool) bool { return text.IndexFunc(s, f, true) >= 0 }

// Count returns how often substr stands in s without overlaps; for an empty substr it is one more than the runes.
func Count(s, substr string) int { return text.Count(s, substr) }

// EqualFold reports whether s and t are equal but for case (Unicode's simple folding).
func EqualFold(s, t string) bool { return text.EqualFold(s, t) }

// HasPrefix reports whether s starts with prefix.
func HasPrefix(s, prefix string) bool {
	return len(prefix) <= len(s) && s[:len(prefix)] == prefix
}

// HasSuffix reports whether s ends with suffix.
func HasSuffix(s, suffix string) bool {
	return len(suffix) <= len(s) && s[len(s)-len(suffix):] == suffix
}

// Index returns where substr first stands in s, or -1.
func Index(s, substr string) int { return text.Index(s, substr) }

// IndexAny returns where a rune of chars first stands in s, or -1.
func IndexAny(s, chars string) int { return text.IndexAny(s, chars) }

// IndexByte returns where c first stands in s, or -1.
func IndexByte(s string, c byte) int { return bytealg.IndexByteString(s, c) }

// IndexFunc returns where f is first true of a rune of s, or -1.
func IndexFunc(s string, f func(rune) bool) int { return text.IndexFunc(s, f, true) }

// IndexRune returns where r first stands in s, or -1. utf8.RuneError stands wherever s is not UTF-8.
func IndexRune(s string, r rune) int { return text.IndexRune(s, r) }

// LastIndex returns where substr last stands in s, or -1.
func LastIndex(s, substr string) int { return text.LastIndex(s, substr) }

// LastIndexAny returns where a rune of chars last stands in s, or -1.
func LastIndexAny(s, chars string) int { return text.LastIndexAny(s, chars) }

// LastIndexByte returns where c last stands in s, or -1.
func LastIndexByte(s string, c byte) int { return bytealg.LastIndexByteString(s, c) }

// LastIndexFunc returns where f is last true of a rune of s, or -1.
func LastIndexFunc(s string, f func(rune) bool) int { return text.LastIndexFunc(s, f, true) }

// Cut returns what stands before and after the first sep in s, and whether there is one; without one, s and "".
func Cut(s, sep string) (before, after string, found bool) {
	at := text.Index(s, sep)
	if at < 0 {
		return s, "", false
	}
	return s[:at], s[at+len(sep):], true
}

// CutPrefix returns s without prefix, and whether s had it.
func CutPrefix(s, prefix string) (after string, found bool) {
	if HasPrefix(s, prefix) {
		return s[len(prefix):], true
	}
	return s, false
}

// CutSuffix returns s without suffix, and whether s had it.
func CutSuffix(s, suffix string) (before string, found bool) {
	if HasSuffix(s, suffix) {
		return s[:len(s)-len(suffix)], true
	}
	return s, false
}

// TrimPrefix returns s without prefix, if it starts so.
func TrimPrefix(s, prefix string) string {
	s, _ = CutPrefix(s, prefix)
	return s
}

// TrimSuffix returns s without suffix, if it ends so.
func TrimSuffix(s, suffix string) string {
	s, _ = CutSuffix(s, suffix)
	return s
}

// Trim returns s without the runes of cutset at both ends.
func Trim(s, cutset string) string { return TrimRight(TrimLeft(s, cutset), cutset) }

// TrimLeft returns s without the runes of cutset at its start.
func TrimLeft(s, cutset string) string { return s[text.TrimLeft(s, cutset):] }

// TrimRight returns s without the runes of cutset at its end.
func TrimRight(s, cutset string) string { return s[:text.TrimRight(s, cutset)] }

// TrimSpace returns s without white space at both ends.
func TrimSpace(s string) string {
	from, to := text.TrimSpace(s)
	return s[from:to]
}

// TrimFunc returns s without the runes that f is true of at both ends.
func TrimFunc(s string, f func(rune) bool) string { return TrimRightFunc(TrimLeftFunc(s, f), f) }

// TrimLeftFunc returns s without the runes that f is true of at its start.
func TrimLeftFunc(s string, f func(rune) bool) string {
	if at := text.IndexFunc(s, f, false); at >= 0 {
		return s[at:]
	}
	return ""
}

// TrimRightFunc returns s without the runes that f is true of at its end.
func TrimRightFunc(s string, f func(rune) bool) string {
	at := text.LastIndexFunc(s, f, false)
	if at < 0 {
		return ""
	}
	_, size := utf8.DecodeRuneInString(s[at:])
	return s[:at+size]
}

// Join returns elems one after the other, with sep between.
func Join(elems []string, sep string) string {
	if len(elems) == 1 {
		return elems[0]
	}
	size := 0
	for i, e := range elems {
		if i > 0 {
			size += len(sep)
		}
		if size += len(e); size < 0 {
			panic("strings: Join output length overflow")
		}
	}
	if size == 0 {
		return ""
	}
	b := make([]byte, 0, size)
	for i, e := range elems {
		if i > 0 {
			b = append(b, sep...)
		}
		b = append(b, e...)
	}
	return made(b)
}

// Repeat returns s count times. It panics when count is negative or the result would be too long.
func Repeat(s string, count int) string {
	if count < 0 {
		panic("strings: negative Repeat count")
	}
	if hi, lo := bits.Mul(uint(len(s)), uint(count)); hi > 0 || int(lo) < 0 {
		panic("strings: Repeat output length overflow")
	}
	switch {
	case s == "" || count == 0:
		return ""
	case count == 1:
		return s
	}
	return made(text.AppendRepeated(make([]byte, 0, len(s)*count), s, count))
}

// Map returns s with each rune replaced by what mapping makes of it; negative results are left out.
func Map(mapping func(rune) rune, s string) string {
	same, next, size := text.Same(mapping, s)
	if same == len(s) {
		return s
	}
	b := append(make([]byte, 0, len(s)+utf8.UTFMax), s[:same]...)
	if next >= 0 {
		b = utf8.AppendRune(b, next)
	}
	return made(text.AppendMap(b, mapping, s[same+size:]))
}

// inCase returns s with the letters between low and high, if it is all ASCII, in the other case; otherwise it
// returns Map(mapping, s).
func inCase(s string, low, high byte, mapping func(rune) rune) string {
	all, some := text.ASCII(s, low, high)
	if !all {
		return Map(mapping, s)
	}
	if !some {
		return s
	}
	return made(text.AppendFlipped(make([]byte, 0, len(s)), s, low, high))
}

// ToUpper returns s in upper case.
func ToUpper(s string) string { return inCase(s, 'a', 'z', unicode.ToUpper) }

// ToLower returns s in lower case.
func ToLower(s string) string { return inCase(s, 'A', 'Z', unicode.ToLower) }

// ToTitle returns s in title case.
func ToTitle(s string) string { return Map(unicode.ToTitle, s) }

// ToUpperSpecial returns s in upper case, c's rules first.
func ToUpperSpecial(c unicode.SpecialCase, s string) string { return Map(c.ToUpper, s) }

// ToLowerSpecial returns s in lower case, c's rules first.
func ToLowerSpecial(c unicode.SpecialCase, s string) string { return Map(c.ToLower, s) }

// ToTitleSpecial returns s in title case, c's rules first.
func ToTitleSpecial(c unicode.SpecialCase, s string) string { return Map(c.ToTitle, s) }

// Title returns s with the first letter of each word in title case. What it takes for words is not what
// punctuation makes of them; golang.org/x/text/cases does better.
//
// Deprecated: see above.
func Title(s string) string { return Map(text.Titler(), s) }

// ToValidUTF8 returns s with each run of bytes that are not UTF-8 replaced by replacement.
func ToValidUTF8(s, replacement string) string {
	if utf8.ValidString(s) {
		return s
	}
	return made(text.AppendValid(make([]byte, 0, len(s)+len(replacement)), s, replacement))
}

// Replace returns s with the first n places of old, all when n < 0, replaced by new. An empty old stands before
// each rune and at the end.
func Replace(s, old, new string, n int) string {
	if old == new || n == 0 {
		return s
	}
	places := text.Count(s, old)
	if places == 0 {
		return s
	}
	if n < 0 || n > places {
		n = places
	}
	b := make([]byte, 0, len(s)+n*(len(new)-len(old)))
	return made(text.AppendReplaced(b, s, old, new, n))
}

// ReplaceAll returns s with all places of old replaced by new.
func ReplaceAll(s, old, new string) string { return Replace(s, old, new, -1) }
