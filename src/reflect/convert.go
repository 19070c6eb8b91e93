package reflect

import "internal/abi"

// ConvertibleTo reports whether a value of t can be converted to u.
func (t *rtype) ConvertibleTo(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.ConvertibleTo")
	}
	return conversion(u.common(), &t.t) != nil
}

// CanConvert reports whether Convert works: conversions of slices to arrays depend on the length.
func (v Value) CanConvert(t Type) bool {
	if !v.Type().ConvertibleTo(t) {
		return false
	}
	switch {
	case v.Kind() == Slice && t.Kind() == Array:
		return t.Len() <= v.Len()
	case v.Kind() == Slice && t.Kind() == Pointer && t.Elem().Kind() == Array:
		return t.Elem().Len() <= v.Len()
	}
	return true
}

// Convert returns v converted to t.
func (v Value) Convert(t Type) Value {
	if v.flag&flagMethod != 0 {
		v = makeMethodValue("Convert", v)
	}
	convert := conversion(t.common(), v.typ())
	if convert == nil {
		panic("reflect.Value.Convert: value of type " + stringFor(v.typ()) + " cannot be converted to type " + t.String())
	}
	return convert(v, t)
}

func isInt(k abi.Kind) bool     { return abi.Int <= k && k <= abi.Int64 }
func isUint(k abi.Kind) bool    { return abi.Uint <= k && k <= abi.Uintptr }
func isFloat(k abi.Kind) bool   { return k == abi.Float32 || k == abi.Float64 }
func isComplex(k abi.Kind) bool { return k == abi.Complex64 || k == abi.Complex128 }

// conversion returns the function that converts from one type to the other, nil if there is none.
func conversion(to, from *abi.Type) func(Value, Type) Value {
	tk, fk := to.Kind_, from.Kind_
	switch {
	case (isInt(fk) || isUint(fk)) && (isInt(tk) || isUint(tk)):
		return convertInt
	case isInt(fk) && isFloat(tk):
		return func(v Value, t Type) Value { return newFloat(t, float64(v.Int()), v.flag.ro()) }
	case isUint(fk) && isFloat(tk):
		return func(v Value, t Type) Value { return newFloat(t, float64(v.Uint()), v.flag.ro()) }
	case isFloat(fk) && isInt(tk):
		return func(v Value, t Type) Value { return newInt(t, uint64(int64(v.Float())), v.flag.ro()) }
	case isFloat(fk) && isUint(tk):
		return func(v Value, t Type) Value { return newInt(t, uint64(v.Float()), v.flag.ro()) }
	case fk == abi.Float32 && tk == abi.Float32: // bit for bit: a float64 would not keep all kinds of NaN
		return func(v Value, t Type) Value {
			w := New(t).Elem()
			*(*float32)(w.ptr) = *(*float32)(v.ptr)
			return w.fixed(v.flag.ro())
		}
	case isFloat(fk) && isFloat(tk):
		return func(v Value, t Type) Value { return newFloat(t, v.Float(), v.flag.ro()) }
	case isComplex(fk) && isComplex(tk):
		return func(v Value, t Type) Value {
			w := New(t).Elem()
			w.SetComplex(v.Complex())
			return w.fixed(v.flag.ro())
		}
	case (isInt(fk) || isUint(fk)) && tk == abi.String:
		return runeToString
	case fk == abi.String && tk == abi.Slice && toRType(elemOf(to)).PkgPath() == "":
		switch elemOf(to).Kind_ {
		case abi.Uint8:
			return func(v Value, t Type) Value { return pointerized([]byte(v.String()), t, v) }
		case abi.Int32:
			return func(v Value, t Type) Value { return pointerized([]rune(v.String()), t, v) }
		}
	case fk == abi.Slice && tk == abi.String && toRType(elemOf(from)).PkgPath() == "":
		switch elemOf(from).Kind_ {
		case abi.Uint8:
			return func(v Value, t Type) Value { return newString(t, string(v.Bytes()), v.flag.ro()) }
		case abi.Int32:
			return func(v Value, t Type) Value { return newString(t, string(v.runes()), v.flag.ro()) }
		}
	case fk == abi.Slice && tk == abi.Pointer && elemOf(to).Kind_ == abi.Array && elemOf(from) == elemOf(elemOf(to)):
		return sliceToArrayPointer
	case fk == abi.Slice && tk == abi.Array && elemOf(from) == elemOf(to):
		return sliceToArray
	case fk == abi.Chan && tk == abi.Chan && chanDir(from) == abi.BothDir && sameType(elemOf(to), elemOf(from), true):
		if !to.HasName() || !from.HasName() {
			return retype
		}
	}
	if sameUnderlying(to, from, false) {
		return retype
	}
	unnamed := !to.HasName() && !from.HasName()
	if tk == abi.Pointer && fk == abi.Pointer && unnamed && sameUnderlying(elemOf(to), elemOf(from), false) {
		return retype
	}
	if implements(to, from) {
		return toInterface
	}
	return nil
}

// fixed returns v as a value that cannot be set.
func (v Value) fixed(ro flag) Value {
	v.flag = v.flag&^(flagAddr|flagRO) | ro
	if v.typ().IsDirectIface() {
		v.ptr = v.pointer()
		v.flag &^= flagIndir
	}
	return v
}

func newInt(t Type, bits uint64, ro flag) Value {
	w := New(t).Elem()
	if w.CanInt() {
		w.SetInt(int64(bits))
	} else {
		w.SetUint(bits)
	}
	return w.fixed(ro)
}

func newFloat(t Type, x float64, ro flag) Value {
	w := New(t).Elem()
	w.SetFloat(x)
	return w.fixed(ro)
}

func newString(t Type, s string, ro flag) Value {
	w := New(t).Elem()
	w.SetString(s)
	return w.fixed(ro)
}

func convertInt(v Value, t Type) Value {
	if v.CanInt() {
		return newInt(t, uint64(v.Int()), v.flag.ro())
	}
	return newInt(t, v.Uint(), v.flag.ro())
}

// runeToString is string(n).
func runeToString(v Value, t Type) Value {
	s := "\uFFFD"
	if v.CanInt() {
		if x := v.Int(); int64(rune(x)) == x {
			s = string(rune(x))
		}
	} else if x := v.Uint(); uint64(rune(x)) == x {
		s = string(rune(x))
	}
	return newString(t, s, v.flag.ro())
}

// pointerized returns a slice, whose elements are those of t, as a value of t.
func pointerized[E any](s []E, t Type, v Value) Value {
	x := ValueOf(s)
	return Value{t.common(), x.ptr, flagIndir | v.flag.ro() | flag(Slice)}
}

// retype is a conversion that changes nothing but the type.
func retype(v Value, t Type) Value {
	p := v.ptr
	f := v.flag
	if f&flagAddr != 0 { // it must not change with the variable
		c := unsafe_New(t.common())
		typedmemmove(t.common(), c, p)
		p = c
		f &^= flagAddr
	}
	return Value{t.common(), p, f&^flagRO | f.ro()}
}

func toInterface(v Value, t Type) Value {
	if v.Kind() == Interface && v.IsNil() {
		z := Zero(t)
		z.flag |= v.flag.ro()
		return z
	}
	p := unsafe_New(t.common())
	storeInterface(t.common(), p, interfaceOf(v, false))
	return Value{t.common(), p, v.flag.ro() | flagIndir | flag(Interface)}
}

func sliceToArrayPointer(v Value, t Type) Value {
	if n := t.Elem().Len(); n > v.Len() {
		panic("reflect: cannot convert slice with length " + itoa(v.Len()) + " to pointer to array with length " + itoa(n))
	}
	return Value{t.common(), v.header().Data, v.flag&^(flagIndir|flagAddr|flagKind) | flag(Pointer)}
}

func sliceToArray(v Value, t Type) Value {
	n := t.Len()
	if n > v.Len() {
		panic("reflect: cannot convert slice with length " + itoa(v.Len()) + " to array with length " + itoa(n))
	}
	w := New(t).Elem()
	typedslicecopy(elemOf(v.typ()), sliceHeader{w.ptr, n, n}, *v.header())
	return w.fixed(v.flag.ro())
}
