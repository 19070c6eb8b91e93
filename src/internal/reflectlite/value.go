package reflectlite

import (
	"internal/abi"
	"unsafe"
)

// A Value is a Go value. The zero Value stands for none.
type Value struct {
	typ_ *abi.Type
	ptr  unsafe.Pointer // where the value is; if indirect is not set, the value, one pointer
	flag
}

type flag uintptr

const (
	indirect flag = 1 << iota
	variable      // it can be set
	hidden        // reached through a field that is not exported
)

// A ValueError is what methods panic with on the wrong kind.
type ValueError struct {
	Method string
	Kind   Kind
}

// Error says so.
func (e *ValueError) Error() string {
	if e.Kind == abi.Invalid {
		return "reflect: call of " + e.Method + " on zero Value"
	}
	return "reflect: call of " + e.Method + " on " + kindName(e.Kind) + " Value"
}

// kindName names a kind after a type of that kind that has no other name.
func kindName(k Kind) string {
	switch k {
	case abi.Interface:
		return "interface"
	case abi.Pointer:
		return "ptr"
	case abi.Slice:
		return "slice"
	case abi.Struct:
		return "struct"
	}
	for _, x := range [...]any{false, 0, int8(0), int16(0), int32(0), int64(0), uint(0), uint8(0), uint16(0), uint32(0), uint64(0),
		uintptr(0), float32(0), 0.0, complex64(0), 0i, "", unsafe.Pointer(nil)} {
		if t := TypeOf(x); t.Kind() == k {
			return t.String()
		}
	}
	return "composite"
}

// ValueOf returns the value in i; the zero Value if i is nil.
func ValueOf(i any) Value {
	e := (*abi.EmptyInterface)(unsafe.Pointer(&i))
	if e.Type == nil {
		return Value{}
	}
	v := Value{typ_: e.Type, ptr: e.Data}
	if !e.Type.IsDirectIface() {
		v.flag = indirect
	}
	return v
}

// word returns the pointer that a value of a pointer-shaped type is.
func (v Value) word() unsafe.Pointer {
	if v.flag&indirect != 0 {
		return *(*unsafe.Pointer)(v.ptr)
	}
	return v.ptr
}

// IsValid reports whether there is a value.
func (v Value) IsValid() bool { return v.typ_ != nil }

// Kind returns the kind of its type.
func (v Value) Kind() Kind {
	if v.typ_ == nil {
		return abi.Invalid
	}
	return v.typ_.Kind_
}

// Type returns its type.
func (v Value) Type() Type {
	if v.typ_ == nil {
		panic(&ValueError{"reflectlite.Value.Type", abi.Invalid})
	}
	return toType(v.typ_)
}

// CanSet reports whether Set works.
func (v Value) CanSet() bool { return v.flag&(variable|hidden) == variable }

// IsNil reports whether a chan, func, interface, map, pointer or slice is nil.
func (v Value) IsNil() bool {
	switch v.Kind() {
	case abi.Chan, abi.Func, abi.Map, abi.Pointer, abi.UnsafePointer:
		return v.word() == nil
	case abi.Interface, abi.Slice:
		return *(*unsafe.Pointer)(v.ptr) == nil
	}
	panic(&ValueError{"reflectlite.Value.IsNil", v.Kind()})
}

// Len returns the length of an array, chan, map, slice or string.
func (v Value) Len() int {
	switch v.Kind() {
	case abi.Array:
		return int((*abi.ArrayType)(unsafe.Pointer(v.typ_)).Len)
	case abi.Chan:
		return chanlen(v.word())
	case abi.Map:
		return maplen(v.word())
	case abi.Slice:
		return len(*(*[]struct{})(v.ptr))
	case abi.String:
		return len(*(*string)(v.ptr))
	}
	panic(&ValueError{"reflect.Value.Len", v.Kind()})
}

// Elem returns what an interface holds or what a pointer points to; the zero Value for nil.
func (v Value) Elem() Value {
	switch v.Kind() {
	case abi.Interface:
		x := ValueOf(v.inside())
		if x.IsValid() {
			x.flag |= v.flag & hidden
		}
		return x
	case abi.Pointer:
		if p := v.word(); p != nil {
			return Value{elemOf(v.typ_), p, v.flag&hidden | indirect | variable}
		}
		return Value{}
	}
	panic(&ValueError{"reflectlite.Value.Elem", v.Kind()})
}

// inside returns what an interface value holds.
func (v Value) inside() any {
	if methodsOf(v.typ_).n == 0 {
		return *(*any)(v.ptr)
	}
	return *(*interface{ M() })(v.ptr)
}

// Set assigns x to v.
func (v Value) Set(x Value) {
	if !v.CanSet() {
		panic("reflect: reflectlite.Set using unaddressable value")
	}
	t := v.typ_
	switch {
	case x.typ_ == t || sameUnderlying(t, x.typ_):
		p := x.ptr
		if x.flag&indirect == 0 {
			p = unsafe.Pointer(&x.ptr)
		}
		typedmemmove(t, v.ptr, p)
	case implements(t, x.typ_):
		e := x.asAny()
		if methodsOf(t).n == 0 {
			*(*any)(v.ptr) = e
		} else {
			ifaceE2I(t, e, v.ptr)
		}
	default:
		panic("reflectlite.Set: value of type " + x.Type().String() + " is not assignable to type " + v.Type().String())
	}
}

// asAny returns the value in an interface.
func (v Value) asAny() any {
	if v.Kind() == abi.Interface {
		return v.inside()
	}
	e := abi.EmptyInterface{Type: v.typ_, Data: v.ptr}
	switch {
	case v.typ_.IsDirectIface():
		e.Data = v.word()
	case v.flag&variable != 0:
		e.Data = unsafe_New(v.typ_)
		typedmemmove(v.typ_, e.Data, v.ptr)
	}
	return *(*any)(unsafe.Pointer(&e))
}

// Swapper returns a function that swaps two elements of a slice.
func Swapper(slice any) func(i, j int) {
	v := ValueOf(slice)
	if v.Kind() != abi.Slice {
		panic(&ValueError{Method: "Swapper", Kind: v.Kind()})
	}
	t := elemOf(v.typ_)
	n := v.Len()
	base := *(*unsafe.Pointer)(v.ptr)
	room := unsafe_New(t)
	return func(i, j int) {
		if uint(i) >= uint(n) || uint(j) >= uint(n) {
			panic("reflect: slice index out of range")
		}
		p, q := unsafe.Add(base, uintptr(i)*t.Size_), unsafe.Add(base, uintptr(j)*t.Size_)
		typedmemmove(t, room, p)
		typedmemmove(t, p, q)
		typedmemmove(t, q, room)
	}
}
