package bytes

import (
	"internal/ggo/text"
	"iter"
	"unicode/utf8"
)

// part returns s[from:to] with no room behind, so that to append to it does not change what follows in s.
func part(s []byte, from, to int) []byte { return s[from:to:to] }

// pieces splits s at sep into at most n pieces (n < 0: any number), each with the first keep bytes of the
// separator after it. An empty sep splits s into runes.
func pieces(s, sep []byte, keep, n int) [][]byte {
	if n == 0 {
		return nil
	}
	most := utf8.RuneCount(s)
	if len(sep) > 0 {
		most = Count(s, sep) + 1
	}
	if n < 0 || n > most {
		n = most
	}
	list := make([][]byte, 0, n)
	for len(list) < n-1 {
		at := 0
		if len(sep) > 0 {
			at = Index(s, sep)
		} else {
			_, at = utf8.DecodeRune(s)
		}
		list = append(list, part(s, 0, at+keep))
		s = s[at+len(sep):]
	}
	if n > 0 {
		list = append(list, s)
	}
	return list
}

// Split returns the parts of s between all sep. An empty sep splits s into runes.
func Split(s, sep []byte) [][]byte { return pieces(s, sep, 0, -1) }

// SplitN is Split into at most n parts, the last of which is the rest; for n < 0 into all, for 0 it returns nil.
func SplitN(s, sep []byte, n int) [][]byte { return pieces(s, sep, 0, n) }

// SplitAfter is Split with each sep left at the end of its part.
func SplitAfter(s, sep []byte) [][]byte { return pieces(s, sep, len(sep), -1) }

// SplitAfterN is SplitN with each sep left at the end of its part.
func SplitAfterN(s, sep []byte, n int) [][]byte { return pieces(s, sep, len(sep), n) }

// eachField hands the fields of s to yield until that says false.
func eachField(s []byte, yield func([]byte) bool) {
	for {
		start, _ := text.IndexSpace(view(s), false)
		if start < 0 {
			return
		}
		s = s[start:]
		end, size := text.IndexSpace(view(s), true)
		if end < 0 {
			yield(part(s, 0, len(s)))
			return
		}
		if !yield(part(s, 0, end)) {
			return
		}
		s = s[end+size:]
	}
}

// eachFieldFunc is eachField with f in the place of white space. It asks f about each rune once, in order.
func eachFieldFunc(s []byte, f func(rune) bool, yield func([]byte) bool) {
	start := -1 // of the field, when inside one
	for i, r := range view(s) {
		switch space := f(r); {
		case !space && start < 0:
			start = i
		case space && start >= 0:
			if !yield(part(s, start, i)) {
				return
			}
			start = -1
		}
	}
	if start >= 0 {
		yield(part(s, start, len(s)))
	}
}

// Fields returns the parts of s between white space, none of them empty.
func Fields(s []byte) [][]byte {
	list := make([][]byte, 0, 8)
	eachField(s, func(field []byte) bool { list = append(list, field); return true })
	return list
}

// FieldsFunc returns the parts of s between runes that f is true of, none of them empty.
func FieldsFunc(s []byte, f func(rune) bool) [][]byte {
	list := make([][]byte, 0, 8)
	eachFieldFunc(s, f, func(field []byte) bool { list = append(list, field); return true })
	return list
}

// Lines hands out the lines of s with their newlines.
func Lines(s []byte) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		for s := s; len(s) > 0; {
			size := IndexByte(s, '\n') + 1
			if size == 0 {
				size = len(s)
			}
			if !yield(part(s, 0, size)) {
				return
			}
			s = s[size:]
		}
	}
}

// eachPiece hands out what pieces(s, sep, keep, -1) returns.
func eachPiece(s, sep []byte, keep int) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		rest := s
		for len(sep) == 0 && len(rest) > 0 {
			_, size := utf8.DecodeRune(rest)
			if !yield(part(rest, 0, size)) {
				return
			}
			rest = rest[size:]
		}
		for len(sep) > 0 {
			at := Index(rest, sep)
			if at < 0 {
				yield(part(rest, 0, len(rest)))
				return
			}
			if !yield(part(rest, 0, at+keep)) {
				return
			}
			rest = rest[at+len(sep):]
		}
	}
}

// SplitSeq hands out what Split returns.
func SplitSeq(s, sep []byte) iter.Seq[[]byte] { return eachPiece(s, sep, 0) }

// SplitAfterSeq hands out what SplitAfter returns.
func SplitAfterSeq(s, sep []byte) iter.Seq[[]byte] { return eachPiece(s, sep, len(sep)) }

// FieldsSeq hands out what Fields returns.
func FieldsSeq(s []byte) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) { eachField(s, yield) }
}

// FieldsFuncSeq hands out what FieldsFunc returns.
func FieldsFuncSeq(s []byte, f func(rune) bool) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) { eachFieldFunc(s, f, yield) }
}
