package strconv

import "unicode/utf8"

// style says which runes a quoted text shows as they are.
type style int

const (
	printable style = iota // what IsPrint reports
	ascii                  // printable ASCII only
	graphic                // what IsGraphic reports
)

func (s style) shows(r rune) bool {
	switch s {
	case ascii:
		return r < utf8.RuneSelf && IsPrint(r)
	case graphic:
		return IsGraphic(r)
	}
	return IsPrint(r)
}

// appendHex appends the low n hexadecimal digits of v.
func appendHex(dst []byte, v uint32, n int) []byte {
	for n > 0 {
		n--
		dst = append(dst, digitChars[v>>(4*uint(n))&0xF])
	}
	return dst
}

// The letters of one-character escapes, and what they stand for.
const (
	escapeLetters = "abfnrtv"
	escapeValues  = "\a\b\f\n\r\t\v"
)

// appendRune appends r as it stands in a literal with that quote.
func appendRune(dst []byte, r rune, quote byte, s style) []byte {
	if r == rune(quote) || r == '\\' {
		return append(dst, '\\', byte(r))
	}
	if s.shows(r) {
		return utf8.AppendRune(dst, r)
	}
	for i := range len(escapeValues) {
		if r == rune(escapeValues[i]) {
			return append(dst, '\\', escapeLetters[i])
		}
	}
	if !utf8.ValidRune(r) {
		r = utf8.RuneError
	}
	switch {
	case r < ' ' || r == 0x7F:
		return appendHex(append(dst, `\x`...), uint32(r), 2)
	case r < 0x10000:
		return appendHex(append(dst, `\u`...), uint32(r), 4)
	}
	return appendHex(append(dst, `\U`...), uint32(r), 8)
}

// appendQuoted appends s as a string literal.
func appendQuoted(dst []byte, s string, quote byte, st style) []byte {
	dst = append(dst, quote)
	for len(s) > 0 {
		r, size := utf8.DecodeRuneInString(s)
		if r == utf8.RuneError && size == 1 {
			dst = appendHex(append(dst, `\x`...), uint32(s[0]), 2)
		} else {
			dst = appendRune(dst, r, quote, st)
		}
		s = s[size:]
	}
	return append(dst, quote)
}

// appendQuotedRune appends r as a rune literal.
func appendQuotedRune(dst []byte, r rune, st style) []byte {
	if !utf8.ValidRune(r) {
		r = utf8.RuneError
	}
	dst = append(dst, '\'')
	return append(appendRune(dst, r, '\'', st), '\'')
}

// room is where a quoted s is made: usually two bytes longer.
func room(s string) []byte { return make([]byte, 0, len(s)+len(s)/2+2) }

// Quote returns s as a Go string literal in double quotes, with escapes for what IsPrint does not
// report.
func Quote(s string) string { return string(appendQuoted(room(s), s, '"', printable)) }

// AppendQuote appends Quote(s) to dst.
func AppendQuote(dst []byte, s string) []byte { return appendQuoted(dst, s, '"', printable) }

// QuoteToASCII returns s as a Go string literal with escapes for what is not printable ASCII.
func QuoteToASCII(s string) string { return string(appendQuoted(room(s), s, '"', ascii)) }

// AppendQuoteToASCII appends QuoteToASCII(s) to dst.
func AppendQuoteToASCII(dst []byte, s string) []byte { return appendQuoted(dst, s, '"', ascii) }

// QuoteToGraphic returns s as a Go string literal with escapes for what IsGraphic does not report.
func QuoteToGraphic(s string) string { return string(appendQuoted(room(s), s, '"', graphic)) }

// AppendQuoteToGraphic appends QuoteToGraphic(s) to dst.
func AppendQuoteToGraphic(dst []byte, s string) []byte { return appendQuoted(dst, s, '"', graphic) }

// QuoteRune returns r as a Go rune literal, escaped when IsPrint does not report it. What is not a rune
// becomes U+FFFD.
func QuoteRune(r rune) string { return string(appendQuotedRune(nil, r, printable)) }

// AppendQuoteRune appends QuoteRune(r) to dst.
func AppendQuoteRune(dst []byte, r rune) []byte { return appendQuotedRune(dst, r, printable) }

// QuoteRuneToASCII returns r as a Go rune literal, escaped when it is not printable ASCII.
func QuoteRuneToASCII(r rune) string { return string(appendQuotedRune(nil, r, ascii)) }

// AppendQuoteRuneToASCII appends QuoteRuneToASCII(r) to dst.
func AppendQuoteRuneToASCII(dst []byte, r rune) []byte { return appendQuotedRune(dst, r, ascii) }

// QuoteRuneToGraphic returns r as a Go rune literal, escaped when IsGraphic does not report it.
func QuoteRuneToGraphic(r rune) string { return string(appendQuotedRune(nil, r, graphic)) }

// AppendQuoteRuneToGraphic appends QuoteRuneToGraphic(r) to dst.
func AppendQuoteRuneToGraphic(dst []byte, r rune) []byte { return appendQuotedRune(dst, r, graphic) }

// CanBackquote reports whether s can stand unchanged between backquotes, on one line: no control
// characters but tabs, no backquote, no byte order mark, only UTF-8.
func CanBackquote(s string) bool {
	for i, r := range s {
		if r == utf8.RuneError {
			if _, size := utf8.DecodeRuneInString(s[i:]); size == 1 {
				return false
			}
		}
		if r < ' ' && r != '\t' || r == '`' || r == 0x7F || r == '\uFEFF' {
			return false
		}
	}
	return true
}

// IsPrint reports whether Go calls r printable, as unicode.IsPrint does: letters, marks, numbers,
// punctuation, symbols and the ASCII space.
func IsPrint(r rune) bool {
	if r < utf8.RuneSelf {
		return ' ' <= r && r < 0x7F
	}
	if r < 0x10000 {
		return flips(printable16[:], uint16(r))
	}
	return flips(printable32[:], uint32(r))
}

// IsGraphic reports whether Unicode calls r graphic, as unicode.IsGraphic does: what is printable and
// the spaces.
func IsGraphic(r rune) bool {
	if IsPrint(r) {
		return true
	}
	switch r {
	case 0xA0, 0x1680, 0x202F, 0x205F, 0x3000:
		return true
	}
	return 0x2000 <= r && r <= 0x200A
}

// flips reports whether an odd number of the entries of table, which ascends, are at most r: each is
// where a property changes.
func flips[T uint16 | uint32](table []T, r T) bool {
	low, high := 0, len(table)
	for low < high {
		middle := int(uint(low+high) / 2)
		if table[middle] <= r {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low%2 == 1
}
