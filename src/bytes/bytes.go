// Package bytes searches, splits, trims and rewrites slices of bytes, mostly text in UTF-8. Its functions are
// those of strings.
package bytes

import (
	"internal/bytealg"
	"internal/ggo/text"
	"math/bits"
	"unicode"
	"unicode/utf8"
)

// view returns a string that shares the memory of b, for as long as nobody writes to b.
func view(b []byte) string { return text.View(b) }

// Clone returns a copy of b; nil for nil.
func Clone(b []byte) []byte {
	if b == nil {
		return nil
	}
	return append([]byte{}, b...)
}

// Compare returns -1, 0 or +1 as a is less than, equal to or greater than b. Nil is empty.
func Compare(a, b []byte) int { return bytealg.Compare(a, b) }

// Equal reports whether a and b hold the same bytes. Nil is empty.
func Equal(a, b []byte) bool { return string(a) == string(b) }

// EqualFold reports whether s and t are equal but for case (Unicode's simple folding).
func EqualFold(s, t []byte) bool { return text.EqualFold(view(s), view(t)) }

// Contains reports whether subslice stands in b.
func Contains(b, subslice []byte) bool { return Index(b, subslice) >= 0 }

// ContainsAny reports whether a rune of chars stands in b.
func ContainsAny(b []byte, chars string) bool { return IndexAny(b, chars) >= 0 }

// ContainsRune reports whether r stands in b.
func ContainsRune(b []byte, r rune) bool { return IndexRune(b, r) >= 0 }

// ContainsFunc reports whether f is true of a rune of b.
func ContainsFunc(b []byte, f func(rune) bool) bool { return IndexFunc(b, f) >= 0 }

// Count returns how often sep stands in s without overlaps; for an empty sep it is one more than the runes.
func Count(s, sep []byte) int { return text.Count(view(s), view(sep)) }

// HasPrefix reports whether s starts with prefix.
func HasPrefix(s, prefix []byte) bool {
	return len(prefix) <= len(s) && Equal(s[:len(prefix)], prefix)
}

// HasSuffix reports whether s ends with suffix.
func HasSuffix(s, suffix []byte) bool {
	return len(suffix) <= len(s) && Equal(s[len(s)-len(suffix):], suffix)
}

// Index returns where sep first stands in s, or -1.
func Index(s, sep []byte) int { return text.Index(view(s), view(sep)) }

// IndexAny returns where a rune of chars first stands in s, or -1.
func IndexAny(s []byte, chars string) int { return text.IndexAny(view(s), chars) }

// IndexByte returns where c first stands in b, or -1.
func IndexByte(b []byte, c byte) int { return bytealg.IndexByte(b, c) }

// IndexFunc returns where f is first true of a rune of s, or -1.
func IndexFunc(s []byte, f func(r rune) bool) int { return text.IndexFunc(view(s), f, true) }

// IndexRune returns where r first stands in s, or -1. utf8.RuneError stands wherever s is not UTF-8.
func IndexRune(s []byte, r rune) int { return text.IndexRune(view(s), r) }

// LastIndex returns where sep last stands in s, or -1.
func LastIndex(s, sep []byte) int { return text.LastIndex(view(s), view(sep)) }

// LastIndexAny returns where a rune of chars last stands in s, or -1.
func LastIndexAny(s []byte, chars string) int { return text.LastIndexAny(view(s), chars) }

// LastIndexByte returns where c last stands in s, or -1.
func LastIndexByte(s []byte, c byte) int { return bytealg.LastIndexByte(s, c) }

// LastIndexFunc returns where f is last true of a rune of s, or -1.
func LastIndexFunc(s []byte, f func(r rune) bool) int { return text.LastIndexFunc(view(s), f, true) }

// Cut returns what stands before and after the first sep in s, and whether there is one; without one, s and nil.
func Cut(s, sep []byte) (before, after []byte, found bool) {
	at := Index(s, sep)
	if at < 0 {
		return s, nil, false
	}
	return s[:at], s[at+len(sep):], true
}

// CutPrefix returns s without prefix, and whether s had it.
func CutPrefix(s, prefix []byte) (after []byte, found bool) {
	if HasPrefix(s, prefix) {
		return s[len(prefix):], true
	}
	return s, false
}

// CutSuffix returns s without suffix, and whether s had it.
func CutSuffix(s, suffix []byte) (before []byte, found bool) {
	if HasSuffix(s, suffix) {
		return s[:len(s)-len(suffix)], true
	}
	return s, false
}

// TrimPrefix returns s without prefix, if it starts so.
func TrimPrefix(s, prefix []byte) []byte {
	s, _ = CutPrefix(s, prefix)
	return s
}

// TrimSuffix returns s without suffix, if it ends so.
func TrimSuffix(s, suffix []byte) []byte {
	s, _ = CutSuffix(s, suffix)
	return s
}

// Trim returns s without the runes of cutset at both ends; nil when nothing is left.
func Trim(s []byte, cutset string) []byte { return TrimRight(TrimLeft(s, cutset), cutset) }

// TrimLeft returns s without the runes of cutset at its start; nil when nothing is left.
func TrimLeft(s []byte, cutset string) []byte {
	if s = s[text.TrimLeft(view(s), cutset):]; len(s) > 0 {
		return s
	}
	return nil
}

// TrimRight returns s without the runes of cutset at its end.
func TrimRight(s []byte, cutset string) []byte { return s[:text.TrimRight(view(s), cutset)] }

// TrimSpace returns s without white space at both ends; nil when nothing is left.
func TrimSpace(s []byte) []byte {
	from, to := text.TrimSpace(view(s))
	if from == to {
		return nil
	}
	return s[from:to]
}

// TrimFunc returns s without the runes that f is true of at both ends; nil when nothing is left.
func TrimFunc(s []byte, f func(r rune) bool) []byte { return TrimRightFunc(TrimLeftFunc(s, f), f) }

// TrimLeftFunc returns s without the runes that f is true of at its start; nil when nothing is left.
func TrimLeftFunc(s []byte, f func(r rune) bool) []byte {
	if at := text.IndexFunc(view(s), f, false); at >= 0 {
		return s[at:]
	}
	return nil
}

// TrimRightFunc returns s without the runes that f is true of at its end.
func TrimRightFunc(s []byte, f func(r rune) bool) []byte {
	at := text.LastIndexFunc(view(s), f, false)
	if at < 0 {
		return s[:0]
	}
	_, size := utf8.DecodeRune(s[at:])
	return s[:at+size]
}

// Join returns a new slice of the elements of s one after the other, with sep between.
func Join(s [][]byte, sep []byte) []byte {
	size := 0
	for i, e := range s {
		if i > 0 {
			size += len(sep)
		}
		if size += len(e); size < 0 {
			panic("bytes: Join output length overflow")
		}
	}
	b := make([]byte, 0, size)
	for i, e := range s {
		if i > 0 {
			b = append(b, sep...)
		}
		b = append(b, e...)
	}
	return b
}

// Repeat returns a new slice of b count times. It panics when count is negative or the result would be too long.
func Repeat(b []byte, count int) []byte {
	if count < 0 {
		panic("bytes: negative Repeat count")
	}
	hi, lo := bits.Mul(uint(len(b)), uint(count))
	if hi > 0 || int(lo) < 0 {
		panic("bytes: Repeat output length overflow")
	}
	if lo == 0 {
		return []byte{}
	}
	return text.AppendRepeated(make([]byte, 0, lo), view(b), count)
}

// Map returns a new slice with each rune of s replaced by what mapping makes of it; negative results are left out.
func Map(mapping func(r rune) rune, s []byte) []byte {
	return text.AppendMap(make([]byte, 0, len(s)), mapping, view(s))
}

// inCase returns a new slice of s with the letters between low and high, if it is all ASCII, in the other case;
// otherwise it returns Map(mapping, s).
func inCase(s []byte, low, high byte, mapping func(rune) rune) []byte {
	if all, _ := text.ASCII(view(s), low, high); !all {
		return Map(mapping, s)
	}
	return text.AppendFlipped(make([]byte, 0, len(s)), view(s), low, high)
}

// ToUpper returns a new slice with s in upper case.
func ToUpper(s []byte) []byte { return inCase(s, 'a', 'z', unicode.ToUpper) }

// ToLower returns a new slice with s in lower case.
func ToLower(s []byte) []byte { return inCase(s, 'A', 'Z', unicode.ToLower) }

// ToTitle returns a new slice with s in title case.
func ToTitle(s []byte) []byte { return Map(unicode.ToTitle, s) }

// ToUpperSpecial returns a new slice with s in upper case, c's rules first.
func ToUpperSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToUpper, s) }

// ToLowerSpecial returns a new slice with s in lower case, c's rules first.
func ToLowerSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToLower, s) }

// ToTitleSpecial returns a new slice with s in title case, c's rules first.
func ToTitleSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToTitle, s) }

// Title returns a new slice of s with the first letter of each word in title case. What it takes for words is not
// what punctuation makes of them; golang.org/x/text/cases does better.
//
// Deprecated: see above.
func Title(s []byte) []byte { return Map(text.Titler(), s) }

// ToValidUTF8 returns a new slice of s with each run of bytes that are not UTF-8 replaced by replacement.
func ToValidUTF8(s, replacement []byte) []byte {
	return text.AppendValid(make([]byte, 0, len(s)+len(replacement)), view(s), view(replacement))
}

// Runes returns the runes of s.
func Runes(s []byte) []rune {
	list := make([]rune, 0, utf8.RuneCount(s))
	for _, r := range view(s) {
		list = append(list, r)
	}
	return list
}

// Replace returns a new slice of s with the first n places of old, all when n < 0, replaced by new. An empty old
// stands before each rune and at the end.
func Replace(s, old, new []byte, n int) []byte {
	places := 0
	if n != 0 {
		places = Count(s, old)
	}
	if places == 0 {
		return append([]byte(nil), s...)
	}
	if n < 0 || n > places {
		n = places
	}
	b := make([]byte, 0, len(s)+n*(len(new)-len(old)))
	return text.AppendReplaced(b, view(s), view(old), view(new), n)
}

// ReplaceAll returns a new slice of s with all places of old replaced by new.
func ReplaceAll(s, old, new []byte) []byte { return Replace(s, old, new, -1) }
