package strconv

import (
	"errors"
	"math/bits"
)

// IntSize is the size of an int in bits.
const IntSize = 64

const maxUint64 = 1<<64 - 1

// digitValue returns the value of c as a digit, 0-9 a-z A-Z, or 255.
func digitValue(c byte) byte {
	switch {
	case '0' <= c && c <= '9':
		return c - '0'
	case 'a' <= c && c <= 'z':
		return c - 'a' + 10
	case 'A' <= c && c <= 'Z':
		return c - 'A' + 10
	}
	return 255
}

// prefixBase returns the base that s announces as Go literals do (0b, 0o, 0x, 0), and what is left.
func prefixBase(s string) (base int, rest string) {
	if s[0] != '0' {
		return 10, s
	}
	if len(s) > 2 {
		switch s[1] {
		case 'b', 'B':
			return 2, s[2:]
		case 'o', 'O':
			return 8, s[2:]
		case 'x', 'X':
			return 16, s[2:]
		}
	}
	return 8, s[1:]
}

// underscoresFit reports whether each underscore in s stands between digits, or between a base's
// prefix and a digit. s may have a sign; what else it holds is not looked at.
func underscoresFit(s string) bool {
	if s != "" && (s[0] == '-' || s[0] == '+') {
		s = s[1:]
	}
	hex, digit := false, false // digit: what precedes may stand before an underscore
	if len(s) > 1 && s[0] == '0' {
		switch s[1] | 0x20 {
		case 'b', 'o', 'x':
			hex, digit = s[1]|0x20 == 'x', true
			s = s[2:]
		}
	}
	for i := 0; i < len(s); i++ {
		v := digitValue(s[i])
		isDigit := v < 10 || hex && v < 16
		if s[i] != '_' {
			digit = isDigit
			continue
		}
		if !digit || i+1 == len(s) {
			return false
		}
		if next := digitValue(s[i+1]); next >= 10 && !(hex && next < 16) {
			return false
		}
		digit = false
	}
	return true
}

// parseUnsigned is ParseUint for the function of that name. It stops at the first thing that is wrong.
func parseUnsigned(function, whole, s string, base, size int) (uint64, *NumError) {
	if s == "" {
		return 0, numError(function, whole, ErrSyntax)
	}
	literal := base == 0
	digits := s
	switch {
	case literal:
		base, digits = prefixBase(s)
	case base < 2 || base > 36:
		return 0, numError(function, whole, errors.New("invalid base "+Itoa(base)))
	}
	if size == 0 {
		size = IntSize
	}
	if size < 0 || size > 64 {
		return 0, numError(function, whole, errors.New("invalid bit size "+Itoa(size)))
	}
	most := uint64(1)<<uint(size) - 1
	underscores := false
	n := uint64(0)
	for i := 0; i < len(digits); i++ {
		if digits[i] == '_' && literal {
			underscores = true
			continue
		}
		d := digitValue(digits[i])
		if int(d) >= base {
			return 0, numError(function, whole, ErrSyntax)
		}
		over, low := uint64(0), n*uint64(base)
		if n>>58 != 0 {
			over, low = bits.Mul64(n, uint64(base))
		}
		n = low + uint64(d)
		if over != 0 || n < low || n > most {
			return most, numError(function, whole, ErrRange)
		}
	}
	if underscores && !underscoresFit(s) {
		return 0, numError(function, whole, ErrSyntax)
	}
	return n, nil
}

// ParseUint returns the number that s writes in the given base, 2 to 36. Base 0 takes the base from s
// as Go literals have it, and allows underscores between digits. bitSize is the size that the result
// must fit: 0 for uint, otherwise up to 64. No sign is allowed.
//
// Errors are of type *NumError. When the number is too large, the result is the largest of that size.
func ParseUint(s string, base int, bitSize int) (uint64, error) {
	n, err := parseUnsigned("ParseUint", s, s, base, bitSize)
	if err != nil {
		return n, err
	}
	return n, nil
}

// parseSigned is ParseInt for the function of that name.
func parseSigned(function, s string, base, size int) (int64, error) {
	digits, negative := s, false
	if s != "" && (s[0] == '+' || s[0] == '-') {
		digits, negative = s[1:], s[0] == '-'
	}
	n, err := parseUnsigned(function, s, digits, base, size)
	if err != nil && err.Err != ErrRange {
		return 0, err
	}
	if size == 0 {
		size = IntSize
	}
	limit := uint64(1) << uint(size-1) // how far down; up it is one less
	switch {
	case negative && n > limit:
		return -int64(limit), numError(function, s, ErrRange)
	case negative:
		return -int64(n), nil
	case n >= limit:
		return int64(limit - 1), numError(function, s, ErrRange)
	}
	return int64(n), nil
}

// ParseInt is ParseUint with an optional sign and a signed result. When the number is out of range,
// the result is the limit that it passes.
func ParseInt(s string, base int, bitSize int) (i int64, err error) {
	return parseSigned("ParseInt", s, base, bitSize)
}

// Atoi is ParseInt(s, 10, 0) as an int.
func Atoi(s string) (int, error) {
	n, err := parseSigned("Atoi", s, 10, 0)
	return int(n), err
}
