// Package reflectlite is as much of reflection as packages need that reflect is built on: what types are and whether a value fits
// a variable. Its types are reflect's, cut down.
package reflectlite

import (
	"internal/abi"
	"unsafe"
)

// Kind is what a type is made as.
type Kind = abi.Kind

// Ptr and the other kinds are abi's; these have names here.
const (
	Interface = abi.Interface
	Ptr       = abi.Pointer
	Slice     = abi.Slice
	String    = abi.String
	Struct    = abi.Struct
)

// What the runtime provides.

func resolveNameOff(base unsafe.Pointer, off int32) unsafe.Pointer
func resolveTypeOff(base unsafe.Pointer, off int32) unsafe.Pointer
func ifaceE2I(t *abi.Type, src any, dst unsafe.Pointer)
func unsafe_New(t *abi.Type) unsafe.Pointer
func chanlen(ch unsafe.Pointer) int
func maplen(m unsafe.Pointer) int

//go:noescape
func typedmemmove(t *abi.Type, dst, src unsafe.Pointer)

// Type is a Go type.
type Type interface {
	String() string
	Name() string
	PkgPath() string
	Kind() Kind
	Size() uintptr
	Comparable() bool
	Elem() Type

	AssignableTo(u Type) bool
	Implements(u Type) bool

	common() *abi.Type
	uncommon() *abi.UncommonType
}

// An rtype is the only Type.
type rtype struct {
	*abi.Type
}

func toType(t *abi.Type) Type {
	if t == nil {
		return nil
	}
	return rtype{t}
}

// TypeOf returns the dynamic type of i; nil if i is nil.
func TypeOf(i any) Type { return toType((*abi.EmptyInterface)(unsafe.Pointer(&i)).Type) }

func (t rtype) common() *abi.Type           { return t.Type }
func (t rtype) uncommon() *abi.UncommonType { return t.Type.Uncommon() }
func (t rtype) Comparable() bool            { return t.Type.Equal != nil }

// nameOf returns the name at an offset from t.
func nameOf(t *abi.Type, off abi.NameOff) abi.Name {
	if off == 0 {
		return abi.Name{}
	}
	return abi.Name{Bytes: (*byte)(resolveNameOff(unsafe.Pointer(t), int32(off)))}
}

func typeAt(t *abi.Type, off abi.TypeOff) *abi.Type {
	return (*abi.Type)(resolveTypeOff(unsafe.Pointer(t), int32(off)))
}

// String returns the type as Go spells it.
func (t rtype) String() string {
	s := nameOf(t.Type, t.Str).Name()
	if t.TFlag&abi.TFlagExtraStar != 0 {
		s = s[1:]
	}
	return s
}

// Name returns the name of a defined type.
func (t rtype) Name() string {
	if !t.HasName() {
		return ""
	}
	s := t.String()
	depth := 0 // in type arguments
	for i := len(s); i > 0; i-- {
		switch c := s[i-1]; {
		case c == ']':
			depth++
		case c == '[':
			depth--
		case c == '.' && depth == 0:
			return s[i:]
		}
	}
	return s
}

// PkgPath returns the import path of a defined type's package.
func (t rtype) PkgPath() string {
	if u := t.uncommon(); u != nil && t.HasName() {
		return nameOf(t.Type, u.PkgPath).Name()
	}
	return ""
}

// elemOf returns the element type, or nil.
func elemOf(t *abi.Type) *abi.Type {
	switch t.Kind_ {
	case abi.Array, abi.Chan, abi.Pointer, abi.Slice: // in the same place in all of them
		return (*abi.PtrType)(unsafe.Pointer(t)).Elem
	case abi.Map:
		return (*abi.MapType)(unsafe.Pointer(t)).Elem
	}
	return nil
}

// Elem returns the element type.
func (t rtype) Elem() Type {
	e := elemOf(t.Type)
	if e == nil {
		panic("reflect: Elem of invalid type " + t.String())
	}
	return toType(e)
}

// Implements reports whether t has all methods of u, an interface type.
func (t rtype) Implements(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.Implements")
	}
	if u.Kind() != Interface {
		panic("reflect: non-interface type passed to Type.Implements")
	}
	return implements(u.common(), t.Type)
}

// AssignableTo reports whether a value of t can be assigned to a variable of u.
func (t rtype) AssignableTo(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.AssignableTo")
	}
	return t.Type == u.common() || implements(u.common(), t.Type) || sameUnderlying(u.common(), t.Type)
}

// sameUnderlying reports whether two types, of which one has no name, have the same underlying type. Without names that would be the
// same descriptor, so it only has to look at parts.
func sameUnderlying(a, b *abi.Type) bool {
	if a.HasName() && b.HasName() || a.Kind_ != b.Kind_ {
		return false
	}
	switch a.Kind_ {
	case abi.Array:
		return elemOf(a) == elemOf(b) && (*abi.ArrayType)(unsafe.Pointer(a)).Len == (*abi.ArrayType)(unsafe.Pointer(b)).Len
	case abi.Chan:
		da, db := (*abi.ChanType)(unsafe.Pointer(a)).Dir, (*abi.ChanType)(unsafe.Pointer(b)).Dir
		return elemOf(a) == elemOf(b) && (da == db || db == abi.BothDir)
	case abi.Map:
		return elemOf(a) == elemOf(b) && (*abi.MapType)(unsafe.Pointer(a)).Key == (*abi.MapType)(unsafe.Pointer(b)).Key
	case abi.Pointer, abi.Slice:
		return elemOf(a) == elemOf(b)
	}
	return false
}

// A methodList goes over the methods of a type in order.
type methodList struct {
	t   *abi.Type
	pkg string
	n   int
	at  func(i int) (abi.NameOff, abi.TypeOff)
}

func methodsOf(t *abi.Type) methodList {
	if t.Kind_ == abi.Interface {
		it := (*abi.InterfaceType)(unsafe.Pointer(t))
		return methodList{t, it.PkgPath.Name(), len(it.Methods), func(i int) (abi.NameOff, abi.TypeOff) {
			return it.Methods[i].Name, it.Methods[i].Typ
		}}
	}
	u := t.Uncommon()
	if u == nil {
		return methodList{t: t}
	}
	ms := u.Methods()
	return methodList{t, nameOf(t, u.PkgPath).Name(), len(ms), func(i int) (abi.NameOff, abi.TypeOff) {
		return ms[i].Name, ms[i].Mtyp
	}}
}

// method returns the i-th method's name, the package of a name that is not exported, and its type.
func (l methodList) method(i int) (name, pkg string, typ *abi.Type) {
	noff, toff := l.at(i)
	n := nameOf(l.t, noff)
	if !n.IsExported() {
		pkg = l.pkg
		if off := n.PkgPathOff(); off != 0 {
			pkg = nameOf(l.t, off).Name()
		}
	}
	return n.Name(), pkg, typeAt(l.t, toff)
}

// implements reports whether t is an interface type all of whose methods v has. Both lists are sorted.
func implements(t, v *abi.Type) bool {
	if t.Kind_ != abi.Interface {
		return false
	}
	want, have := methodsOf(t), methodsOf(v)
	j := 0
	for i := range want.n {
		name, pkg, typ := want.method(i)
		for {
			if j == have.n {
				return false
			}
			n, p, u := have.method(j)
			j++
			if n == name && p == pkg && u == typ {
				break
			}
		}
	}
	return true
}
