package strconv

// FormatComplex returns c, of bitSize bits (64 or 128), as (a+bi), with the parts as FormatFloat writes them.
func FormatComplex(c complex128, fmt byte, prec, bitSize int) string {
	if bitSize != 64 && bitSize != 128 {
		panic("invalid bitSize")
	}
	text := append(make([]byte, 0, 48), '(')
	text = AppendFloat(text, real(c), fmt, prec, bitSize/2)
	sign := len(text)
	text = AppendFloat(text, imag(c), fmt, prec, bitSize/2)
	if text[sign] != '+' && text[sign] != '-' {
		text = append(text, 0)
		copy(text[sign+1:], text[sign:])
		text[sign] = '+'
	}
	return string(append(text, "i)"...))
}

// ParseComplex returns the complex number that s writes: N, Ni or N±Ni, perhaps in parentheses, where N is
// what ParseFloat takes; the second N has a sign. With a bitSize of 64 the parts fit float32.
//
// Errors are of type *NumError. A part too large is an infinity, with ErrRange.
func ParseComplex(s string, bitSize int) (complex128, error) {
	size := 64
	if bitSize == 64 {
		size = 32
	}
	wrong := func() (complex128, error) { return 0, numError("ParseComplex", s, ErrSyntax) }
	text := s
	if n := len(text); n > 1 && text[0] == '(' && text[n-1] == ')' {
		text = text[1 : n-1]
	}

	first, n, err := parsePrefix(text, size)
	if err == ErrSyntax {
		return wrong()
	}
	outOfRange := err != nil
	result := func(c complex128) (complex128, error) {
		if outOfRange {
			return c, numError("ParseComplex", s, ErrRange)
		}
		return c, nil
	}
	text = text[n:]
	switch {
	case text == "":
		return result(complex(first, 0))
	case text == "i":
		return result(complex(0, first))
	case text[0] != '+' && text[0] != '-':
		return wrong()
	case text[0] == '+' && len(text) > 1 && text[1] != '+': // the sign between, which NaN cannot have itself
		text = text[1:]
	}
	second, n, err := parsePrefix(text, size)
	if err == ErrSyntax || text[n:] != "i" {
		return wrong()
	}
	outOfRange = outOfRange || err != nil
	return result(complex(first, second))
}
