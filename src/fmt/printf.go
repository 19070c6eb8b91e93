package fmt

import (
	"reflect"
	"unicode/utf8"
)

func appendRune(b []byte, r rune) []byte { return utf8.AppendRune(b, r) }

// A scanner reads a format.
type formatReader struct {
	s   string
	pos int
}

// tooLarge reports whether a width or precision is a mistake.
func tooLarge(n int) bool { return n > 1e6 || n < -1e6 }

// number reads digits; a number that is too large takes the rest of the format with it.
func (r *formatReader) number() (n int, ok bool) {
	for r.pos < len(r.s) && '0' <= r.s[r.pos] && r.s[r.pos] <= '9' {
		if tooLarge(n) {
			r.pos = len(r.s)
			return 0, false
		}
		n = n*10 + int(r.s[r.pos]-'0')
		ok = true
		r.pos++
	}
	return n, ok
}

// peek reports whether c comes next.
func (r *formatReader) peek(c byte) bool { return r.pos < len(r.s) && r.s[r.pos] == c }

// index reads an operand number in brackets, if there is one, and returns which operand is next.
func (p *printer) index(r *formatReader, next, total int) (arg int, found bool) {
	if !r.peek('[') {
		return next, false
	}
	p.indexed = true
	start := r.pos
	end := start + 1
	for end < len(r.s) && r.s[end] != ']' {
		end++
	}
	if end == len(r.s) || len(r.s)-start < 3 {
		r.pos = start + 1
		p.indexBad = true
		return next, false
	}
	inner := formatReader{r.s[start+1 : end], 0}
	n, ok := inner.number()
	ok = ok && inner.pos == len(inner.s)
	r.pos = end + 1
	if ok && 1 <= n && n <= total {
		return n - 1, true
	}
	p.indexBad = true
	return next, ok
}

// star takes the operand of a * as a number.
func star(a []any, next int) (n int, ok bool, after int) {
	if next >= len(a) {
		return 0, false, next
	}
	switch v := reflect.ValueOf(a[next]); {
	case !v.IsValid():
	case v.CanInt():
		n = int(v.Int())
		ok = int64(n) == v.Int()
	case v.CanUint():
		n = int(v.Uint())
		ok = n >= 0
	}
	if tooLarge(n) {
		n, ok = 0, false
	}
	if !ok {
		n = 0
	}
	return n, ok, next + 1
}

// flags reads the flags of a directive.
func (p *printer) flags(r *formatReader) {
	for ; r.pos < len(r.s); r.pos++ {
		switch r.s[r.pos] {
		case '#':
			p.sharp = true
		case '0':
			p.zero = true
		case '+':
			p.plus = true
		case '-':
			p.minus = true
		case ' ':
			p.space = true
		default:
			return
		}
	}
}

// width reads a width, given that an index may stand in front; it returns the next operand and whether an index was the last thing read.
func (p *printer) width(r *formatReader, a []any, next int, afterIndex bool) (int, bool) {
	if r.peek('*') {
		r.pos++
		p.wid, p.hasWid, next = star(a, next)
		if !p.hasWid {
			p.write("%!(BADWIDTH)")
		}
		if p.wid < 0 {
			p.wid = -p.wid
			p.minus = true
			p.zero = false
		}
		return next, false
	}
	p.wid, p.hasWid = r.number()
	if afterIndex && p.hasWid {
		p.indexBad = true // %[3]2d
	}
	return next, afterIndex
}

// precision reads a precision in the same way.
func (p *printer) precision(r *formatReader, a []any, next int, afterIndex bool) (int, bool) {
	if r.pos+1 >= len(r.s) || !r.peek('.') {
		return next, afterIndex
	}
	r.pos++
	if afterIndex {
		p.indexBad = true // %[3].2d
	}
	next, afterIndex = p.index(r, next, len(a))
	if r.peek('*') {
		r.pos++
		p.prec, p.hasPrec, next = star(a, next)
		if p.prec < 0 {
			p.prec = 0
			p.hasPrec = false
		}
		if !p.hasPrec {
			p.write("%!(BADPREC)")
		}
		return next, false
	}
	p.prec, p.hasPrec = r.number()
	if !p.hasPrec {
		p.prec = 0
		p.hasPrec = true // %.d
	}
	return next, afterIndex
}

// printf formats operands as the format says.
func (p *printer) printf(format string, a []any) {
	r := &formatReader{s: format}
	next := 0 // operand
	p.indexed = false
	for r.pos < len(format) {
		start := r.pos
		for r.pos < len(format) && format[r.pos] != '%' {
			r.pos++
		}
		p.write(format[start:r.pos])
		if r.pos == len(format) {
			break
		}
		r.pos++
		next = p.verb(r, a, next)
	}
	if !p.indexed && next < len(a) {
		p.extra(a[next:])
	}
}

// verb does one directive, after the %, and returns the next operand.
func (p *printer) verb(r *formatReader, a []any, next int) int {
	p.directive = directive{}
	p.indexBad = false
	p.flags(r)
	next, afterIndex := p.index(r, next, len(a))
	next, afterIndex = p.width(r, a, next, afterIndex)
	next, afterIndex = p.precision(r, a, next, afterIndex)
	if !afterIndex {
		next, _ = p.index(r, next, len(a))
	}
	if r.pos >= len(r.s) {
		p.write("%!(NOVERB)")
		return next
	}
	verb, size := utf8.DecodeRuneInString(r.s[r.pos:])
	r.pos += size
	switch {
	case verb == '%':
		p.writeByte('%')
		return next
	case p.indexBad:
		p.complain(verb, "BADINDEX")
		return next
	case next >= len(a):
		p.complain(verb, "MISSING")
		return next
	}
	switch verb {
	case 'w':
		p.wrapped = append(p.wrapped, next)
		fallthrough
	case 'v':
		p.sharpV, p.sharp = p.sharp, false
		p.plusV, p.plus = p.plus, false
	}
	p.printArg(a[next], verb)
	return next + 1
}

// complain writes %!verb(what).
func (p *printer) complain(verb rune, what string) {
	p.write("%!")
	p.writeRune(verb)
	p.writeByte('(')
	p.write(what)
	p.writeByte(')')
}

// extra lists operands that the format does not use.
func (p *printer) extra(a []any) {
	p.directive = directive{}
	p.write("%!(EXTRA ")
	for i, arg := range a {
		if i > 0 {
			p.write(", ")
		}
		if arg == nil {
			p.write("<nil>")
			continue
		}
		p.write(reflect.TypeOf(arg).String())
		p.writeByte('=')
		p.printArg(arg, 'v')
	}
	p.writeByte(')')
}

// print formats operands with spaces between those that are no strings.
func (p *printer) print(a []any) {
	afterString := false
	for i, arg := range a {
		isString := arg != nil && reflect.TypeOf(arg).Kind() == reflect.String
		if i > 0 && !isString && !afterString {
			p.writeByte(' ')
		}
		p.printArg(arg, 'v')
		afterString = isString
	}
}

// println formats operands with spaces between and a newline behind.
func (p *printer) println(a []any) {
	for i, arg := range a {
		if i > 0 {
			p.writeByte(' ')
		}
		p.printArg(arg, 'v')
	}
	p.writeByte('\n')
}
