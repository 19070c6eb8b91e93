package strings

import (
	"internal/ggo/text"
	"iter"
	"slices"
	"unicode/utf8"
)

// pieces splits s at sep into at most n pieces (n < 0: any number), each with the first keep bytes of the
// separator after it.
func pieces(s, sep string, keep, n int) []string {
	if n == 0 {
		return nil
	}
	if sep == "" {
		return runes(s, n)
	}
	if most := text.Count(s, sep) + 1; n < 0 || n > most {
		n = most
	}
	list := make([]string, 0, n)
	for len(list) < n-1 {
		at := text.Index(s, sep)
		list = append(list, s[:at+keep])
		s = s[at+len(sep):]
	}
	return append(list, s)
}

// runes splits s into its runes, at most n pieces (n < 0: any number).
func runes(s string, n int) []string {
	if most := utf8.RuneCountInString(s); n < 0 || n > most {
		n = most
	}
	list := make([]string, 0, n)
	for len(list) < n-1 {
		_, size := utf8.DecodeRuneInString(s)
		list = append(list, s[:size])
		s = s[size:]
	}
	if n > 0 {
		list = append(list, s)
	}
	return list
}

// Split returns the parts of s between all sep. An empty sep splits s into runes.
func Split(s, sep string) []string { return pieces(s, sep, 0, -1) }

// SplitN is Split into at most n parts, the last of which is the rest; for n < 0 into all, for 0 it returns nil.
func SplitN(s, sep string, n int) []string { return pieces(s, sep, 0, n) }

// SplitAfter is Split with each sep left at the end of its part.
func SplitAfter(s, sep string) []string { return pieces(s, sep, len(sep), -1) }

// SplitAfterN is SplitN with each sep left at the end of its part.
func SplitAfterN(s, sep string, n int) []string { return pieces(s, sep, len(sep), n) }

// Fields returns the parts of s between white space, none of them empty.
func Fields(s string) []string {
	n, ascii := 0, true
	before := true // white space, or the beginning
	for i := 0; i < len(s) && ascii; i++ {
		c := s[i]
		space := c == ' ' || c-'\t' < 5
		if before && !space {
			n++
		}
		before = space
		ascii = c < utf8.RuneSelf
	}
	if !ascii {
		list := []string{}
		eachField(s, func(field string) bool { list = append(list, field); return true })
		return slices.Clip(list)
	}
	list := make([]string, n)
	for i, end := 0, 0; i < n; i++ {
		start := end
		for s[start] == ' ' || s[start]-'\t' < 5 {
			start++
		}
		end = start
		for end < len(s) && s[end] != ' ' && s[end]-'\t' >= 5 {
			end++
		}
		list[i] = s[start:end]
	}
	return list
}

// eachField hands the fields of s to yield until that says false.
func eachField(s string, yield func(string) bool) {
	for {
		start, _ := text.IndexSpace(s, false)
		if start < 0 {
			return
		}
		s = s[start:]
		end, size := text.IndexSpace(s, true)
		if end < 0 {
			yield(s)
			return
		}
		if !yield(s[:end]) {
			return
		}
		s = s[end+size:]
	}
}

// eachFieldFunc is eachField with f in the place of white space. It asks f about each rune once, in order.
func eachFieldFunc(s string, f func(rune) bool, yield func(string) bool) {
	start := -1 // of the field, when inside one
	for i, r := range s {
		switch space := f(r); {
		case !space && start < 0:
			start = i
		case space && start >= 0:
			if !yield(s[start:i]) {
				return
			}
			start = -1
		}
	}
	if start >= 0 {
		yield(s[start:])
	}
}

// FieldsFunc returns the parts of s between runes that f is true of, none of them empty.
func FieldsFunc(s string, f func(rune) bool) []string {
	list := make([]string, 0, 8)
	eachFieldFunc(s, f, func(field string) bool { list = append(list, field); return true })
	return list
}

// Lines hands out the lines of s with their newlines.
func Lines(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for s := s; s != ""; {
			size := text.Index(s, "\n") + 1
			if size == 0 {
				size = len(s)
			}
			if !yield(s[:size]) {
				return
			}
			s = s[size:]
		}
	}
}

// eachPiece hands out what pieces(s, sep, keep, -1) returns.
func eachPiece(s, sep string, keep int) iter.Seq[string] {
	return func(yield func(string) bool) {
		rest := s
		for sep == "" && rest != "" {
			_, size := utf8.DecodeRuneInString(rest)
			if !yield(rest[:size]) {
				return
			}
			rest = rest[size:]
		}
		for sep != "" {
			at := text.Index(rest, sep)
			if at < 0 {
				yield(rest)
				return
			}
			if !yield(rest[:at+keep]) {
				return
			}
			rest = rest[at+len(sep):]
		}
	}
}

// SplitSeq hands out what Split returns.
func SplitSeq(s, sep string) iter.Seq[string] { return eachPiece(s, sep, 0) }

// SplitAfterSeq hands out what SplitAfter returns.
func SplitAfterSeq(s, sep string) iter.Seq[string] { return eachPiece(s, sep, len(sep)) }

// FieldsSeq hands out what Fields returns.
func FieldsSeq(s string) iter.Seq[string] {
	return func(yield func(string) bool) { eachField(s, yield) }
}

// FieldsFuncSeq hands out what FieldsFunc returns.
func FieldsFuncSeq(s string, f func(rune) bool) iter.Seq[string] {
	return func(yield func(string) bool) { eachFieldFunc(s, f, yield) }
}
