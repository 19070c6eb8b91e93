package path

import (
	"errors"
	"strings"
	"unicode/utf8"
)

// ErrBadPattern says that a pattern is malformed.
var ErrBadPattern = errors.New("syntax error in pattern")

// Match reports whether a pattern matches all of name.
//
//   - any characters, but no slash
//     ?         one character, but no slash
//     [a-z_]    one of the characters; [^a-z_] one of the others
//     \c        the character c
//     c         itself
//
// A malformed pattern is an error even where name cannot match it.
func Match(pattern, name string) (matched bool, err error) {
	for rest := pattern; rest != ""; {
		_, after, err := cut(rest)
		if err != nil {
			return false, err
		}
		rest = after
	}

	// If something does not match, the last * may take one more byte. (What is before that * need not be tried again: the
	// shortest match leaves the most for the rest.)
	retry, from := "", -1 // pattern after the last *, and where in name it is to match next
	at := 0
	for pattern != "" || at < len(name) {
		if strings.HasPrefix(pattern, "*") {
			pattern = pattern[1:]
			retry, from = pattern, at
			continue
		}
		if pattern != "" && at < len(name) {
			item, after, _ := cut(pattern)
			if n := item.match(name[at:]); n > 0 {
				pattern = after
				at += n
				continue
			}
		}
		if from < 0 || from == len(name) || name[from] == '/' {
			return false, nil
		}
		from++
		pattern, at = retry, from
	}
	return true, nil
}

// An item is a part of a pattern that stands for one character.
type item struct {
	kind byte   // '*', '?', '[', or 0 for one byte
	text string // that byte, or what is in the brackets
}

// cut cuts the first item off a pattern.
func cut(pattern string) (first item, rest string, err error) {
	switch c := pattern[0]; {
	case c == '*' || c == '?':
		return item{kind: c}, pattern[1:], nil
	case c == '[':
		return cutClass(pattern[1:])
	case c == '\\' && len(pattern) == 1:
		return item{}, "", ErrBadPattern
	case c == '\\':
		return item{text: pattern[1:2]}, pattern[2:], nil
	}
	return item{text: pattern[:1]}, pattern[1:], nil
}

// cutClass cuts off a class, after its bracket.
func cutClass(pattern string) (class item, rest string, err error) {
	rest = strings.TrimPrefix(pattern, "^")
	for n := 0; n == 0 || !strings.HasPrefix(rest, "]"); n++ {
		if _, _, rest, err = cutRange(rest); err != nil {
			return item{}, "", err
		}
	}
	return item{'[', pattern[:len(pattern)-len(rest)]}, rest[1:], nil
}

// cutRange cuts a character or a range of them off a class, of which more must follow.
func cutRange(class string) (low, high rune, rest string, err error) {
	if low, rest, err = cutChar(class); err != nil {
		return 0, 0, "", err
	}
	if !strings.HasPrefix(rest, "-") {
		return low, low, rest, nil
	}
	high, rest, err = cutChar(rest[1:])
	return low, high, rest, err
}

// cutChar cuts a character off a class, of which more must follow.
func cutChar(class string) (r rune, rest string, err error) {
	if class == "" || class[0] == '-' || class[0] == ']' {
		return 0, "", ErrBadPattern
	}
	class = strings.TrimPrefix(class, `\`)
	r, n := utf8.DecodeRuneInString(class)
	if r == utf8.RuneError && n <= 1 || n == len(class) {
		return 0, "", ErrBadPattern
	}
	return r, class[n:], nil
}

// match returns how many bytes at the beginning of name, which is not empty, match; 0 if none do.
func (i item) match(name string) int {
	r, n := utf8.DecodeRuneInString(name)
	switch i.kind {
	case '?':
		if r == '/' {
			return 0
		}
		return n
	case '[':
		class := strings.TrimPrefix(i.text, "^")
		negated := class != i.text
		found := false
		for class += "]"; class != "]"; {
			low, high, rest, _ := cutRange(class)
			found = found || low <= r && r <= high
			class = rest
		}
		if found == negated {
			return 0
		}
		return n
	}
	if name[0] != i.text[0] {
		return 0
	}
	return 1
}
