package fmt

import (
	"internal/fmtsort"
	"reflect"
)

// A printer formats the operands of one call.
type printer struct {
	buf []byte
	formatter

	arg   any           // the operand at hand,
	value reflect.Value // or a part of one

	wraps    bool  // %w is allowed: this is Errorf
	wrapped  []int // operands of %w
	inError  bool  // a bad verb is being reported: no methods, they might be at fault
	inPanic  bool  // a method's panic is being reported
	indexed  bool  // the format has used an explicit index
	indexBad bool  // that of the current verb is bad
}

// bad reports a verb that does not fit the operand: %!d(string=hi).
func (p *printer) bad(verb rune) {
	p.inError = true
	p.write("%!")
	p.writeRune(verb)
	p.writeByte('(')
	switch {
	case p.arg != nil:
		p.write(reflect.TypeOf(p.arg).String())
		p.writeByte('=')
		p.printArg(p.arg, 'v')
	case p.value.IsValid():
		p.write(p.value.Type().String())
		p.writeByte('=')
		p.printValue(p.value, 'v', 0)
	default:
		p.write("<nil>")
	}
	p.writeByte(')')
	p.inError = false
}

func (p *printer) writeRune(r rune) { p.buf = appendRune(p.buf, r) }

// ---- operands of simple types ----

func (p *printer) printBool(v bool, verb rune) {
	if verb == 't' || verb == 'v' {
		p.boolean(v)
	} else {
		p.bad(verb)
	}
}

// hexNumber formats v as 0x1f, or 1f.
func (p *printer) hexNumber(v uint64, prefix bool) {
	sharp := p.sharp
	p.sharp = prefix
	p.integer(v, 16, false, 'v', lowerDigits)
	p.sharp = sharp
}

func (p *printer) printInteger(v uint64, signed bool, verb rune) {
	switch verb {
	case 'v':
		if p.sharpV && !signed {
			p.hexNumber(v, true)
			return
		}
		p.integer(v, 10, signed, verb, lowerDigits)
	case 'd':
		p.integer(v, 10, signed, verb, lowerDigits)
	case 'b':
		p.integer(v, 2, signed, verb, lowerDigits)
	case 'o', 'O':
		p.integer(v, 8, signed, verb, lowerDigits)
	case 'x':
		p.integer(v, 16, signed, verb, lowerDigits)
	case 'X':
		p.integer(v, 16, signed, verb, upperDigits)
	case 'c':
		p.char(v)
	case 'q':
		p.quotedChar(v)
	case 'U':
		p.unicode(v)
	default:
		p.bad(verb)
	}
}

func (p *printer) printFloat(v float64, size int, verb rune) {
	switch verb {
	case 'v':
		p.float(v, size, 'g', -1)
	case 'b', 'g', 'G', 'x', 'X':
		p.float(v, size, verb, -1)
	case 'e', 'E', 'f', 'F':
		p.float(v, size, verb, 6)
	default:
		p.bad(verb)
	}
}

func (p *printer) printComplex(v complex128, size int, verb rune) {
	switch verb {
	case 'v', 'b', 'g', 'G', 'x', 'X', 'e', 'E', 'f', 'F':
	default:
		p.bad(verb)
		return
	}
	plus := p.plus
	p.writeByte('(')
	p.printFloat(real(v), size/2, verb)
	p.plus = true // the imaginary part always has a sign
	p.printFloat(imag(v), size/2, verb)
	p.write("i)")
	p.plus = plus
}

func (p *printer) printString(v string, verb rune) {
	switch verb {
	case 'v':
		if p.sharpV {
			p.quoted(v)
			return
		}
		p.str(v)
	case 's':
		p.str(v)
	case 'x':
		p.hex(v, lowerDigits)
	case 'X':
		p.hex(v, upperDigits)
	case 'q':
		p.quoted(v)
	default:
		p.bad(verb)
	}
}

func (p *printer) printBytes(v []byte, verb rune, typ string) {
	switch verb {
	case 'v', 'd':
		p.listBytes(v, verb, typ)
	case 's':
		p.bytes(v)
	case 'x':
		p.hex(string(v), lowerDigits)
	case 'X':
		p.hex(string(v), upperDigits)
	case 'q':
		p.quoted(string(v))
	default:
		p.printValue(reflect.ValueOf(v), verb, 0)
	}
}

// listBytes formats [104 105] or []byte{0x68, 0x69}.
func (p *printer) listBytes(v []byte, verb rune, typ string) {
	if p.sharpV {
		p.write(typ)
		if v == nil {
			p.write("(nil)")
			return
		}
	}
	p.open('[')
	for i, c := range v {
		p.separate(i)
		if p.sharpV {
			p.hexNumber(uint64(c), true)
		} else {
			p.integer(uint64(c), 10, false, verb, lowerDigits)
		}
	}
	p.close(']')
}

// open and close write the brackets of a list, which are braces in Go syntax.
func (p *printer) open(c byte) {
	if p.sharpV {
		c = '{'
	}
	p.writeByte(c)
}

func (p *printer) close(c byte) {
	if p.sharpV {
		c = '}'
	}
	p.writeByte(c)
}

// separate writes what stands in front of element i.
func (p *printer) separate(i int) {
	if i == 0 {
		return
	}
	if p.sharpV {
		p.writeByte(',')
	}
	p.writeByte(' ')
}

func (p *printer) printPointer(v reflect.Value, verb rune) {
	var u uint64
	switch v.Kind() {
	case reflect.Chan, reflect.Func, reflect.Map, reflect.Pointer, reflect.Slice, reflect.UnsafePointer:
		u = uint64(uintptr(v.UnsafePointer()))
	default:
		p.bad(verb)
		return
	}
	switch verb {
	case 'v':
		switch {
		case p.sharpV:
			p.writeByte('(')
			p.write(v.Type().String())
			p.write(")(")
			if u == 0 {
				p.write("nil")
			} else {
				p.hexNumber(u, true)
			}
			p.writeByte(')')
		case u == 0:
			p.padString("<nil>")
		default:
			p.hexNumber(u, !p.sharp)
		}
	case 'p':
		p.hexNumber(u, !p.sharp)
	case 'b', 'o', 'd', 'x', 'X':
		p.printInteger(u, false, verb)
	default:
		p.bad(verb)
	}
}

// ---- methods ----

// caught reports a panic of one of the operand's methods, in the place of its text. A nil receiver's is shown as <nil>.
func (p *printer) caught(arg any, verb rune, method string) {
	x := recover()
	if x == nil {
		return
	}
	if v := reflect.ValueOf(arg); v.Kind() == reflect.Pointer && v.IsNil() {
		p.write("<nil>")
		return
	}
	if p.inPanic {
		panic(x) // the panic value's own method
	}
	saved := p.directive
	p.directive = directive{}
	p.write("%!")
	p.writeRune(verb)
	p.write("(PANIC=")
	p.write(method)
	p.write(" method: ")
	p.inPanic = true
	p.printArg(x, 'v')
	p.inPanic = false
	p.writeByte(')')
	p.directive = saved
}

// callMethods lets the operand format itself, if it can, and reports whether that was so.
func (p *printer) callMethods(verb rune) (handled bool) {
	if p.inError {
		return false
	}
	if verb == 'w' {
		if _, ok := p.arg.(error); !ok || !p.wraps {
			p.bad(verb)
			return true
		}
		verb = 'v'
	}
	// A panic in a method is not the end: caught writes what is known, and handled is returned as it stands.
	if f, ok := p.arg.(Formatter); ok {
		handled = true
		defer p.caught(p.arg, verb, "Format")
		f.Format(p, verb)
		return handled
	}
	if p.sharpV {
		if s, ok := p.arg.(GoStringer); ok {
			handled = true
			defer p.caught(p.arg, verb, "GoString")
			p.str(s.GoString())
		}
		return handled
	}
	switch verb {
	case 'v', 's', 'x', 'X', 'q':
	default:
		return false
	}
	handled = true
	switch v := p.arg.(type) {
	case error:
		defer p.caught(p.arg, verb, "Error")
		p.printString(v.Error(), verb)
	case Stringer:
		defer p.caught(p.arg, verb, "String")
		p.printString(v.String(), verb)
	default:
		handled = false
	}
	return handled
}

// ---- any operand ----

func (p *printer) printArg(arg any, verb rune) {
	p.arg = arg
	p.value = reflect.Value{}
	if arg == nil {
		if verb == 'T' || verb == 'v' {
			p.padString("<nil>")
		} else {
			p.bad(verb)
		}
		return
	}
	switch verb {
	case 'T':
		p.str(reflect.TypeOf(arg).String())
		return
	case 'p':
		p.printPointer(reflect.ValueOf(arg), 'p')
		return
	}
	// The predeclared types have no methods, and need no reflection.
	switch v := arg.(type) {
	case bool:
		p.printBool(v, verb)
	case int:
		p.printInteger(uint64(v), true, verb)
	case string:
		p.printString(v, verb)
	case float64:
		p.printFloat(v, 64, verb)
	case float32:
		p.printFloat(float64(v), 32, verb)
	case int8:
		p.printInteger(uint64(v), true, verb)
	case int16:
		p.printInteger(uint64(v), true, verb)
	case int32:
		p.printInteger(uint64(v), true, verb)
	case int64:
		p.printInteger(uint64(v), true, verb)
	case uint:
		p.printInteger(uint64(v), false, verb)
	case uint8:
		p.printInteger(uint64(v), false, verb)
	case uint16:
		p.printInteger(uint64(v), false, verb)
	case uint32:
		p.printInteger(uint64(v), false, verb)
	case uint64:
		p.printInteger(v, false, verb)
	case uintptr:
		p.printInteger(uint64(v), false, verb)
	case complex64:
		p.printComplex(complex128(v), 64, verb)
	case complex128:
		p.printComplex(v, 128, verb)
	case []byte:
		p.printBytes(v, verb, "[]byte")
	case reflect.Value:
		// A Value is printed as what it holds.
		if v.IsValid() && v.CanInterface() {
			p.arg = v.Interface()
			if p.callMethods(verb) {
				return
			}
		}
		p.printValue(v, verb, 0)
	default:
		if !p.callMethods(verb) {
			p.printValue(reflect.ValueOf(arg), verb, 0)
		}
	}
}

// printValue formats a value through reflection. depth counts the composite values it is inside of.
func (p *printer) printValue(v reflect.Value, verb rune, depth int) {
	if depth > 0 && v.IsValid() && v.CanInterface() {
		p.arg = v.Interface()
		if p.callMethods(verb) {
			return
		}
	}
	p.arg = nil
	p.value = v
	switch v.Kind() {
	case reflect.Invalid:
		switch {
		case depth == 0:
			p.write("<invalid reflect.Value>")
		case verb == 'v':
			p.write("<nil>")
		default:
			p.bad(verb)
		}
	case reflect.Bool:
		p.printBool(v.Bool(), verb)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		p.printInteger(uint64(v.Int()), true, verb)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		p.printInteger(v.Uint(), false, verb)
	case reflect.Float32:
		p.printFloat(v.Float(), 32, verb)
	case reflect.Float64:
		p.printFloat(v.Float(), 64, verb)
	case reflect.Complex64:
		p.printComplex(v.Complex(), 64, verb)
	case reflect.Complex128:
		p.printComplex(v.Complex(), 128, verb)
	case reflect.String:
		p.printString(v.String(), verb)
	case reflect.Map:
		p.printMap(v, verb, depth)
	case reflect.Struct:
		p.printStruct(v, verb, depth)
	case reflect.Interface:
		switch inner := v.Elem(); {
		case inner.IsValid():
			p.printValue(inner, verb, depth+1)
		case p.sharpV:
			p.write(v.Type().String())
			p.write("(nil)")
		default:
			p.write("<nil>")
		}
	case reflect.Array, reflect.Slice:
		p.printList(v, verb, depth)
	case reflect.Pointer:
		// At the top a pointer to a composite value is shown with what it points to; deeper it might be a cycle.
		if depth == 0 && !v.IsNil() {
			switch inner := v.Elem(); inner.Kind() {
			case reflect.Array, reflect.Slice, reflect.Struct, reflect.Map:
				p.writeByte('&')
				p.printValue(inner, verb, depth+1)
				return
			}
		}
		p.printPointer(v, verb)
	case reflect.Chan, reflect.Func, reflect.UnsafePointer:
		p.printPointer(v, verb)
	}
}

func (p *printer) printMap(v reflect.Value, verb rune, depth int) {
	if p.sharpV {
		p.write(v.Type().String())
		if v.IsNil() {
			p.write("(nil)")
			return
		}
	} else {
		p.write("map")
	}
	p.open('[')
	for i, e := range fmtsort.Sort(v) {
		p.separate(i)
		p.printValue(e.Key, verb, depth+1)
		p.writeByte(':')
		p.printValue(e.Value, verb, depth+1)
	}
	p.close(']')
}

func (p *printer) printStruct(v reflect.Value, verb rune, depth int) {
	if p.sharpV {
		p.write(v.Type().String())
	}
	p.writeByte('{')
	for i := range v.NumField() {
		p.separate(i)
		if p.plusV || p.sharpV {
			if name := v.Type().Field(i).Name; name != "" {
				p.write(name)
				p.writeByte(':')
			}
		}
		f := v.Field(i)
		if f.Kind() == reflect.Interface && !f.IsNil() {
			f = f.Elem()
		}
		p.printValue(f, verb, depth+1)
	}
	p.writeByte('}')
}

func (p *printer) printList(v reflect.Value, verb rune, depth int) {
	t := v.Type()
	switch verb {
	case 's', 'q', 'x', 'X':
		if t.Elem().Kind() == reflect.Uint8 {
			p.printBytes(bytesOf(v), verb, t.String())
			return
		}
	}
	if p.sharpV {
		p.write(t.String())
		if v.Kind() == reflect.Slice && v.IsNil() {
			p.write("(nil)")
			return
		}
	}
	p.open('[')
	for i := range v.Len() {
		p.separate(i)
		p.printValue(v.Index(i), verb, depth+1)
	}
	p.close(']')
}

// bytesOf returns the bytes of a slice or an array.
func bytesOf(v reflect.Value) []byte {
	if v.Kind() == reflect.Slice || v.CanAddr() {
		return v.Bytes()
	}
	b := make([]byte, v.Len())
	for i := range b {
		b[i] = byte(v.Index(i).Uint())
	}
	return b
}
