package reflect

// NumMethod returns the number of methods in the type's method set: the exported ones, or all of an interface.
func (v Value) NumMethod() int {
	if v.typ() == nil {
		panic(&ValueError{"reflect.Value.NumMethod", Invalid})
	}
	if v.flag&flagMethod != 0 {
		return 0
	}
	return toRType(v.typ()).NumMethod()
}

// Method returns the i-th method with v as its receiver.
func (v Value) Method(i int) Value {
	if v.typ() == nil {
		panic(&ValueError{"reflect.Value.Method", Invalid})
	}
	if v.flag&flagMethod != 0 || uint(i) >= uint(toRType(v.typ()).NumMethod()) {
		panic("reflect: Method index out of range")
	}
	if v.kind() == Interface && v.IsNil() {
		panic("reflect: Method on nil interface value")
	}
	f := v.flag.ro() | v.flag&flagIndir | flag(Func) | flag(i)<<methodShift | flagMethod
	return Value{v.typ(), v.ptr, f}
}

// MethodByName returns the method with the name and v as its receiver; the zero Value if there is none.
func (v Value) MethodByName(name string) Value {
	if v.typ() == nil {
		panic(&ValueError{"reflect.Value.MethodByName", Invalid})
	}
	if v.flag&flagMethod != 0 {
		return Value{}
	}
	m, ok := toRType(v.typ()).MethodByName(name)
	if !ok {
		return Value{}
	}
	return v.Method(m.Index)
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
