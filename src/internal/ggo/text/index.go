// Package text holds what strings and bytes have in common: searching, trimming and rewriting text. It
// works on strings; bytes passes views of its slices.
package text

import (
	"internal/bytealg"
	"unicode"
	"unicode/utf8"
	"unsafe"
)

// View returns a string that shares the memory of b.
func View(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// patience is how many places where the first byte fits may fail, beyond one for each 16 bytes looked at,
// before Index turns to hashes.
const patience = 8

// Index returns where sep first stands in s, or -1.
func Index(s, sep string) int {
	n := len(sep)
	switch {
	case n == 0:
		return 0
	case n == 1:
		return bytealg.IndexByteString(s, sep[0])
	case n > len(s):
		return -1
	}
	last := len(s) - n
	for i, fails := 0, 0; i <= last; i++ {
		at := bytealg.IndexByteString(s[i:last+1], sep[0])
		if at < 0 {
			return -1
		}
		i += at
		if s[i+1] == sep[1] && s[i:i+n] == sep {
			return i
		}
		if fails++; fails > patience+i/16 {
			if at := indexByHash(s[i+1:], sep); at >= 0 {
				return i + 1 + at
			}
			return -1
		}
	}
	return -1
}

// The hash of a string is its bytes as digits in this base, modulo 1<<32 (Karp and Rabin, "Efficient
// randomized pattern-matching algorithms", 1987).
const hashBase = 0x01000193

// hashOf returns the hash of s, and the weight of a byte that leaves at the front when one enters behind.
func hashOf(s string) (hash, weight uint32) {
	weight = 1
	for i := range len(s) {
		hash = hash*hashBase + uint32(s[i])
		weight *= hashBase
	}
	return hash, weight
}

// indexByHash is Index, comparing only where hashes agree.
func indexByHash(s, sep string) int {
	n := len(sep)
	if len(s) < n {
		return -1
	}
	want, weight := hashOf(sep)
	have, _ := hashOf(s[:n])
	for i := 0; ; i++ {
		if have == want && s[i:i+n] == sep {
			return i
		}
		if i+n == len(s) {
			return -1
		}
		have = have*hashBase + uint32(s[i+n]) - weight*uint32(s[i])
	}
}

// LastIndex returns where sep last stands in s, or -1.
func LastIndex(s, sep string) int {
	n := len(sep)
	if n == 0 {
		return len(s)
	}
	for end := len(s); end >= n; {
		at := bytealg.LastIndexByteString(s[:end], sep[n-1]) + 1 // one past the last byte's place
		if at < n {
			return -1
		}
		if s[at-n:at] == sep {
			return at - n
		}
		end = at - 1
	}
	return -1
}

// Count returns how often sep stands in s without overlaps; for an empty sep it is one more than the runes of s.
func Count(s, sep string) int {
	switch len(sep) {
	case 0:
		return utf8.RuneCountInString(s) + 1
	case 1:
		return bytealg.CountString(s, sep[0])
	}
	n := 0
	for {
		at := Index(s, sep)
		if at < 0 {
			return n
		}
		n++
		s = s[at+len(sep):]
	}
}

// IndexRune returns where r first stands in s, or -1. RuneError stands wherever s is not UTF-8.
func IndexRune(s string, r rune) int {
	switch {
	case 0 <= r && r < utf8.RuneSelf:
		return bytealg.IndexByteString(s, byte(r))
	case r == utf8.RuneError:
		for i, c := range s {
			if c == r {
				return i
			}
		}
		return -1
	case !utf8.ValidRune(r):
		return -1
	}
	var buf [utf8.UTFMax]byte
	return Index(s, View(buf[:utf8.EncodeRune(buf[:], r)]))
}

// A Set is a set of runes given as a string. ASCII runes are bits of low.
type Set struct {
	low   [2]uint64
	chars string // the whole, for other runes
	high  bool   // it has some
}

// MakeSet returns the set of the runes of chars.
func MakeSet(chars string) Set {
	s := Set{chars: chars}
	for i := range len(chars) {
		if c := chars[i]; c < utf8.RuneSelf {
			s.low[c>>6] |= 1 << (c & 63)
		} else {
			s.high = true
		}
	}
	return s
}

// Has reports whether r is in s.
func (s *Set) Has(r rune) bool {
	if uint32(r) < utf8.RuneSelf {
		return s.low[r>>6]>>(uint(r)&63)&1 != 0
	}
	return s.high && IndexRune(s.chars, r) >= 0
}

// IndexAny returns where a rune of chars first stands in s, or -1.
func IndexAny(s, chars string) int {
	if chars == "" {
		return -1
	}
	set := MakeSet(chars)
	if !set.high { // then only ASCII can match, wherever it stands
		for i := 0; i < len(s); i++ {
			if c := s[i]; c < utf8.RuneSelf && set.low[c>>6]>>(c&63)&1 != 0 {
				return i
			}
		}
		return -1
	}
	for i, r := range s {
		if set.Has(r) {
			return i
		}
	}
	return -1
}

// LastIndexAny returns where a rune of chars last stands in s, or -1.
func LastIndexAny(s, chars string) int {
	if chars == "" {
		return -1
	}
	set := MakeSet(chars)
	for end := len(s); end > 0; {
		r, size := utf8.DecodeLastRuneInString(s[:end])
		end -= size
		if set.Has(r) {
			return end
		}
	}
	return -1
}

// IndexFunc returns where a rune for which f says truth first stands in s, or -1.
func IndexFunc(s string, f func(rune) bool, truth bool) int {
	for i, r := range s {
		if f(r) == truth {
			return i
		}
	}
	return -1
}

// LastIndexFunc returns where a rune for which f says truth last stands in s, or -1.
func LastIndexFunc(s string, f func(rune) bool, truth bool) int {
	for end := len(s); end > 0; {
		r, size := utf8.DecodeLastRuneInString(s[:end])
		end -= size
		if f(r) == truth {
			return end
		}
	}
	return -1
}

// EqualFold reports whether s and t are equal but for case, as SimpleFold has it. What is not UTF-8 is U+FFFD.
func EqualFold(s, t string) bool {
	i, n := 0, min(len(s), len(t))
	for ; i < n; i++ { // as long as there is only ASCII
		a, b := s[i], t[i]
		if a|b >= utf8.RuneSelf {
			break
		}
		if a != b && (a|0x20 != b|0x20 || (a|0x20)-'a' > 'z'-'a') {
			return false
		}
	}
	if i == n {
		return len(s) == len(t)
	}
	s, t = s[i:], t[i:]
	for s != "" && t != "" {
		r, n := utf8.DecodeRuneInString(s)
		q, m := utf8.DecodeRuneInString(t)
		if r != q && !sameFold(r, q) {
			return false
		}
		s, t = s[n:], t[m:]
	}
	return s == t
}

func sameFold(r, q rune) bool {
	if r < utf8.RuneSelf && q < utf8.RuneSelf {
		return r|0x20 == q|0x20 && 'a' <= r|0x20 && r|0x20 <= 'z'
	}
	for c := unicode.SimpleFold(r); c != r; c = unicode.SimpleFold(c) {
		if c == q {
			return true
		}
	}
	return false
}

// asciiSpace reports whether c is white space in ASCII.
func asciiSpace(c byte) bool { return c == ' ' || c-'\t' < 5 }

// IndexSpace returns where white space first stands in s (or, if not space, what is none), or -1, and how many bytes
// that rune takes.
func IndexSpace(s string, space bool) (at, size int) {
	for at < len(s) {
		if c := s[at]; c < utf8.RuneSelf {
			if asciiSpace(c) == space {
				return at, 1
			}
			at++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[at:])
		if unicode.IsSpace(r) == space {
			return at, size
		}
		at += size
	}
	return -1, 0
}

// TrimLeft returns how many bytes runes of cutset take at the start of s.
func TrimLeft(s, cutset string) int {
	set := MakeSet(cutset)
	for i, r := range s {
		if !set.Has(r) {
			return i
		}
	}
	return len(s)
}

// TrimRight returns where runes of cutset at the end of s start.
func TrimRight(s, cutset string) int {
	set := MakeSet(cutset)
	end := len(s)
	for end > 0 {
		r, size := utf8.DecodeLastRuneInString(s[:end])
		if !set.Has(r) {
			break
		}
		end -= size
	}
	return end
}

// TrimSpace returns what is left of s without white space at both ends: s[from:to].
func TrimSpace(s string) (from, to int) {
	from, _ = IndexSpace(s, false)
	if from < 0 {
		return len(s), len(s)
	}
	to = len(s)
	for {
		r, size := rune(s[to-1]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeLastRuneInString(s[:to])
		}
		if !unicode.IsSpace(r) {
			return from, to
		}
		to -= size
	}
}
