package reflect

import (
	"internal/abi"
	"unsafe"
)

// A Method is a method of a type.
type Method struct {
	Name    string
	PkgPath string // of the package, for methods that are not exported; else ""

	Type  Type  // of the function; its first parameter is the receiver, except for interface types
	Func  Value // with the receiver as first argument
	Index int   // for Type.Method
}

// IsExported reports whether the method is exported.
func (m Method) IsExported() bool { return m.PkgPath == "" }

func interfaceType(t *abi.Type) *abi.InterfaceType { return (*abi.InterfaceType)(unsafe.Pointer(t)) }

// exportedMethods returns the methods of a type that is no interface.
func exportedMethods(t *abi.Type) []abi.Method {
	u := t.Uncommon()
	if u == nil {
		return nil
	}
	return u.Methods()[:u.Xcount]
}

func (t *rtype) NumMethod() int {
	if t.Kind() == Interface {
		return len(interfaceType(&t.t).Methods)
	}
	return len(exportedMethods(&t.t))
}

// Method returns the i-th method.
func (t *rtype) Method(i int) (m Method) {
	if t.Kind() == Interface {
		return t.interfaceMethod(i)
	}
	ms := exportedMethods(&t.t)
	if i < 0 || i >= len(ms) {
		panic("reflect: Method index out of range")
	}
	p := ms[i]
	m.Name = t.nameAt(p.Name).Name()
	m.Index = i
	in, out := funcParams(t.typeAt(p.Mtyp))
	params := append([]Type{t}, typesOf(in)...)
	ft := FuncOf(params, typesOf(out), funcType(t.typeAt(p.Mtyp)).OutCount&variadic != 0)
	m.Type = ft
	code := resolveTextOff(unsafe.Pointer(t), int32(p.Tfn))
	m.Func = Value{ft.common(), unsafe.Pointer(&code), flag(Func)}
	return m
}

// typesOf converts a list of descriptors.
func typesOf(list []*abi.Type) []Type {
	ts := make([]Type, len(list))
	for i, t := range list {
		ts[i] = toType(t)
	}
	return ts
}

func (t *rtype) interfaceMethod(i int) (m Method) {
	it := interfaceType(&t.t)
	if i < 0 || i >= len(it.Methods) {
		return Method{}
	}
	p := &it.Methods[i]
	name := t.nameAt(p.Name)
	m.Name = name.Name()
	if !name.IsExported() {
		m.PkgPath = t.pkgOf(name, it.PkgPath.Name())
	}
	m.Type = toType(t.typeAt(p.Typ))
	m.Index = i
	return m
}

// MethodByName returns the method with the name.
func (t *rtype) MethodByName(name string) (m Method, ok bool) {
	if t.Kind() == Interface {
		for i := range interfaceType(&t.t).Methods {
			if t.nameAt(interfaceType(&t.t).Methods[i].Name).Name() == name {
				return t.interfaceMethod(i), true
			}
		}
		return Method{}, false
	}
	if i := t.methodIndex(name); i >= 0 {
		return t.Method(i), true
	}
	return Method{}, false
}

// methodIndex returns the index of the exported method with the name, or -1; t is no interface type.
func (t *rtype) methodIndex(name string) int {
	ms := exportedMethods(&t.t)
	low, high := 0, len(ms)
	for low < high {
		mid := (low + high) / 2
		if t.nameAt(ms[mid].Name).Name() < name {
			low = mid + 1
		} else {
			high = mid
		}
	}
	if low < len(ms) && t.nameAt(ms[low].Name).Name() == name {
		return low
	}
	return -1
}

// pkgOf returns the package of a name, by default that of its type.
func (t *rtype) pkgOf(n abi.Name, byDefault string) string {
	if off := n.PkgPathOff(); off != 0 {
		return t.nameAt(off).Name()
	}
	return byDefault
}

// implements reports whether v has all methods of t, which need not be an interface type: then it does not. Both lists are
// sorted by name.
func implements(t, v *abi.Type) bool {
	if t.Kind_ != abi.Interface {
		return false
	}
	want := interfaceType(t)
	if len(want.Methods) == 0 {
		return true
	}
	rt, rv := toRType(t), toRType(v)
	i := 0
	next := func(name abi.Name, typ *abi.Type, pkg string) {
		w := &want.Methods[i]
		wname := rt.nameAt(w.Name)
		if wname.Name() != name.Name() || rt.typeAt(w.Typ) != typ {
			return
		}
		if !wname.IsExported() && rt.pkgOf(wname, want.PkgPath.Name()) != rv.pkgOf(name, pkg) {
			return
		}
		i++
	}
	if v.Kind_ == abi.Interface {
		have := interfaceType(v)
		for j := 0; j < len(have.Methods) && i < len(want.Methods); j++ {
			m := &have.Methods[j]
			next(rv.nameAt(m.Name), rv.typeAt(m.Typ), have.PkgPath.Name())
		}
		return i == len(want.Methods)
	}
	u := v.Uncommon()
	if u == nil {
		return false
	}
	ms := u.Methods()
	for j := 0; j < len(ms) && i < len(want.Methods); j++ {
		next(rv.nameAt(ms[j].Name), rv.typeAt(ms[j].Mtyp), rv.nameAt(u.PkgPath).Name())
	}
	return i == len(want.Methods)
}
