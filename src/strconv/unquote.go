package strconv

import "unicode/utf8"

// numeric reads n digits of the given base from s.
func numeric(s string, n, base int) (v rune, ok bool) {
	if len(s) < n {
		return 0, false
	}
	for i := range n {
		d := digitValue(s[i])
		if int(d) >= base {
			return 0, false
		}
		v = v*rune(base) + rune(d)
	}
	return v, true
}

// UnquoteChar reads the first character, or escape, of s, the inside of a literal with that quote.
// It returns its value, whether that takes more than a byte in UTF-8, and what follows. A quote of 0
// allows both quotes unescaped but no escape of them.
func UnquoteChar(s string, quote byte) (value rune, multibyte bool, tail string, err error) {
	if s == "" || s[0] == quote && (quote == '\'' || quote == '"') {
		return 0, false, "", ErrSyntax
	}
	if s[0] != '\\' {
		r, size := utf8.DecodeRuneInString(s)
		return r, s[0] >= utf8.RuneSelf, s[size:], nil
	}
	if len(s) == 1 {
		return 0, false, "", ErrSyntax
	}
	c, rest := s[1], s[2:]
	size, base := 0, 16
	switch c {
	case '\\':
		return '\\', false, rest, nil
	case '\'', '"':
		if c != quote {
			return 0, false, "", ErrSyntax
		}
		return rune(c), false, rest, nil
	case 'x':
		size = 2
	case 'u':
		size = 4
	case 'U':
		size = 8
	case '0', '1', '2', '3', '4', '5', '6', '7':
		size, base, rest = 3, 8, s[1:]
	default:
		for i := range len(escapeLetters) {
			if c == escapeLetters[i] {
				return rune(escapeValues[i]), false, rest, nil
			}
		}
		return 0, false, "", ErrSyntax
	}
	v, ok := numeric(rest, size, base)
	multibyte = size > 3
	if !ok || multibyte && !utf8.ValidRune(v) || !multibyte && v > 255 {
		return 0, false, "", ErrSyntax
	}
	return v, multibyte, rest[size:], nil
}

// indexByte returns where c first stands in s, or -1.
func indexByte(s string, c byte) int {
	for i := range len(s) {
		if s[i] == c {
			return i
		}
	}
	return -1
}

// literal takes the literal at the start of s apart: its text and, if wanted, its value.
func literal(s string, want bool) (text, value string, err error) {
	if len(s) < 2 {
		return "", "", ErrSyntax
	}
	switch s[0] {
	case '`':
		return rawLiteral(s, want)
	case '"', '\'':
	default:
		return "", "", ErrSyntax
	}
	quote, rest := s[0], s[1:]
	var made []byte
	plain := true // so far the value is the text
	for n := 0; ; n++ {
		if rest == "" || rest[0] == '\n' {
			return "", "", ErrSyntax
		}
		if rest[0] == quote {
			break
		}
		if quote == '\'' && n == 1 {
			return "", "", ErrSyntax
		}
		r, multibyte, tail, err := UnquoteChar(rest, quote)
		if err != nil {
			return "", "", err
		}
		size := len(rest) - len(tail)
		if plain && want && (rest[0] == '\\' || r == utf8.RuneError && size == 1) {
			plain = false
			made = append(make([]byte, 0, len(s)), s[1:len(s)-len(rest)]...)
		}
		switch {
		case plain:
		case multibyte:
			made = utf8.AppendRune(made, r)
		default:
			made = append(made, byte(r))
		}
		rest = tail
	}
	end := len(s) - len(rest)
	if plain {
		return s[:end+1], s[1:end], nil
	}
	return s[:end+1], string(made), nil
}

// rawLiteral is literal for backquotes. Carriage returns are not part of the value.
func rawLiteral(s string, want bool) (text, value string, err error) {
	end := indexByte(s[1:], '`')
	if end < 0 {
		return "", "", ErrSyntax
	}
	text, value = s[:end+2], s[1:end+1]
	if want && indexByte(value, '\r') >= 0 {
		made := make([]byte, 0, len(value))
		for i := range len(value) {
			if value[i] != '\r' {
				made = append(made, value[i])
			}
		}
		value = string(made)
	}
	return text, value, nil
}

// QuotedPrefix returns the string or rune literal that s starts with, quotes and all.
func QuotedPrefix(s string) (string, error) {
	text, _, err := literal(s, false)
	return text, err
}

// Unquote returns the value of s, which must be a Go string or rune literal and nothing else.
func Unquote(s string) (string, error) {
	text, value, err := literal(s, true)
	if err != nil {
		return "", err
	}
	if len(text) < len(s) {
		return "", ErrSyntax
	}
	return value, nil
}
