package reflect

// isMethod reports whether v is a method value; name is of the method that wants to know, for a panic.
func (v Value) isMethod(name string) bool {
	if v.flag == 0 {
		v.wrong("Value." + name)
	}
	return v.flag&flagMethod != 0
}

// NumMethod returns the number of methods in the type's method set: the exported ones, or all of an interface.
func (v Value) NumMethod() int {
	if v.isMethod("NumMethod") {
		return 0
	}
	return toRType(v.typ()).NumMethod()
}

// MethodByName returns the method with the name and v as its receiver; the zero Value if there is none.
func (v Value) MethodByName(name string) Value {
	if !v.isMethod("MethodByName") {
		if m, ok := toRType(v.typ()).MethodByName(name); ok {
			return v.Method(m.Index)
		}
	}
	return Value{}
}

// Method returns the i-th method with v as its receiver.
func (v Value) Method(i int) Value {
	if v.isMethod("Method") || i < 0 || i >= toRType(v.typ()).NumMethod() {
		panic("reflect: Method index out of range")
	}
	if v.kind() == Interface && v.IsNil() {
		panic("reflect: Method on nil interface value")
	}
	f := v.flag.ro() | v.flag&flagIndir | flag(Func) | flag(i)<<methodShift | flagMethod
	return Value{v.typ(), v.ptr, f}
}

// methodType returns the type of a method value: without receiver.
func (v Value) methodType() Type {
	i := int(v.flag >> methodShift)
	t := toRType(v.typ())
	if t.Kind() == Interface {
		return toType(t.typeAt(interfaceType(&t.t).Methods[i].Typ))
	}
	return toType(t.typeAt(exportedMethods(&t.t)[i].Mtyp))
}

// makeMethodValue makes a function of a method value.
func makeMethodValue(where string, v Value) Value {
	panic("reflect." + where + ": method values as functions are not supported yet")
}
