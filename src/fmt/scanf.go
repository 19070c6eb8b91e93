package fmt

import "unicode/utf8"

// formatted reads values as a format says, counting in n.
func (s *input) formatted(format string, a []any, n *int) {
	for r := (&formatReader{s: format}); s.literal(r); {
		r.pos++ // the %
		s.width = unlimited
		if width, ok := r.number(); ok {
			s.width = width
		}
		verb, size := utf8.DecodeRuneInString(format[r.pos:])
		r.pos += size
		if verb != 'c' {
			s.SkipSpace()
		}
		if verb == '%' {
			s.start()
			if !s.accept("%") {
				s.failText("missing literal %")
			}
			continue
		}
		if *n >= len(a) {
			s.failText("too few operands for format '%", format[r.pos-size:], "'")
		}
		whole := s.limit
		s.limit = min(whole, s.count+s.width)
		s.value(verb, a[*n])
		*n++
		s.limit = whole
	}
	if *n < len(a) {
		s.failText("too many operands")
	}
}

// literal matches the format up to the next verb against the input, and reports whether there is one.
func (s *input) literal(r *formatReader) bool {
	start := r.pos
	for r.pos < len(r.s) {
		c, size := utf8.DecodeRuneInString(r.s[r.pos:])
		if isSpace(c) {
			s.spaces(r)
			continue
		}
		if c == '%' {
			after := r.s[r.pos+size:]
			if after == "" {
				s.failText("missing verb: % at end of format string")
			}
			if after[0] != '%' {
				return true
			}
			r.pos++
		}
		if s.must() != c {
			s.UnreadRune()
			if r.s[start] == '%' { // it began with %%, which as a verb may have spaces in front
				r.pos = start
				return true
			}
			s.failText("input does not match format")
		}
		r.pos += size
	}
	return false
}

// spaces matches spaces of the format. A newline stands for spaces, then a newline or the end; other spaces behind it for any
// number of them; spaces without a newline for at least one, or the end.
func (s *input) spaces(r *formatReader) {
	newlines, trailing := 0, false
	for r.pos < len(r.s) {
		c, size := utf8.DecodeRuneInString(r.s[r.pos:])
		if !isSpace(c) {
			break
		}
		r.pos += size
		trailing = c != '\n'
		if !trailing {
			newlines++
		}
	}
	for range newlines {
		if c := s.skipBlanks(s.next()); c != '\n' && c != end {
			s.failText("newline in format does not match input")
		}
	}
	if !trailing {
		return
	}
	c := s.next()
	if newlines == 0 {
		if !isSpace(c) && c != end {
			s.failText("expected space in input to match format")
		}
		if c == '\n' {
			s.failText("newline in input does not match format")
		}
	}
	if s.skipBlanks(c) != end {
		s.UnreadRune()
	}
}

// skipBlanks returns the first rune, from c on, that is no space or a newline.
func (s *input) skipBlanks(c rune) rune {
	for isSpace(c) && c != '\n' {
		c = s.next()
	}
	return c
}
