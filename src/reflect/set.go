package reflect

import (
	"internal/abi"
	"unsafe"
)

// fit returns v as a value of type t to which it can be assigned; where names the caller.
func (v Value) fit(where string, t *abi.Type) Value {
	if v.flag&flagMethod != 0 {
		v = makeMethodValue(where, v)
	}
	switch {
	case directlyAssignable(t, v.typ()):
		return Value{t, v.ptr, v.flag&(flagAddr|flagIndir) | v.flag.ro() | flag(t.Kind_)}
	case implements(t, v.typ()):
		if v.Kind() == Interface && v.IsNil() {
			return Zero(toType(t)) // of an interface type; it stays nil
		}
		p := unsafe_New(t)
		storeInterface(t, p, interfaceOf(v, false))
		return Value{t, p, flagIndir | flag(Interface)}
	}
	panic(where + ": value of type " + stringFor(v.typ()) + " is not assignable to type " + stringFor(t))
}

// storeInterface puts x into a variable of an interface type.
func storeInterface(t *abi.Type, p unsafe.Pointer, x any) {
	if len(interfaceType(t).Methods) == 0 {
		*(*any)(p) = x
		return
	}
	ifaceE2I(t, x, p)
}

// Set assigns x to v.
func (v Value) Set(x Value) {
	v.needSettable("Set")
	x.needExported("Set")
	x = x.fit("reflect.Set", v.typ())
	if x.flag&flagIndir != 0 {
		typedmemmove(v.typ(), v.ptr, x.ptr)
	} else {
		*(*unsafe.Pointer)(v.ptr) = x.ptr
	}
}

// SetZero sets v to the zero value of its type.
func (v Value) SetZero() {
	v.needSettable("SetZero")
	typedmemclr(v.typ(), v.ptr)
}

// SetBool sets a bool.
func (v Value) SetBool(x bool) {
	v.needSettable("SetBool")
	v.need(Bool, "SetBool")
	*(*bool)(v.ptr) = x
}

// SetInt sets a signed integer to the low bits of x.
func (v Value) SetInt(x int64) {
	v.needSettable("SetInt")
	switch v.kind() {
	case Int, Int64:
		*(*int64)(v.ptr) = x
	case Int32:
		*(*int32)(v.ptr) = int32(x)
	case Int16:
		*(*int16)(v.ptr) = int16(x)
	case Int8:
		*(*int8)(v.ptr) = int8(x)
	default:
		v.wrong("Value.SetInt")
	}
}

// SetUint sets an unsigned integer to the low bits of x.
func (v Value) SetUint(x uint64) {
	v.needSettable("SetUint")
	switch v.kind() {
	case Uint, Uint64, Uintptr:
		*(*uint64)(v.ptr) = x
	case Uint32:
		*(*uint32)(v.ptr) = uint32(x)
	case Uint16:
		*(*uint16)(v.ptr) = uint16(x)
	case Uint8:
		*(*uint8)(v.ptr) = uint8(x)
	default:
		v.wrong("Value.SetUint")
	}
}

// SetFloat sets a floating-point number.
func (v Value) SetFloat(x float64) {
	v.needSettable("SetFloat")
	switch v.kind() {
	case Float32:
		*(*float32)(v.ptr) = float32(x)
	case Float64:
		*(*float64)(v.ptr) = x
	default:
		v.wrong("Value.SetFloat")
	}
}

// SetComplex sets a complex number.
func (v Value) SetComplex(x complex128) {
	v.needSettable("SetComplex")
	switch v.kind() {
	case Complex64:
		*(*complex64)(v.ptr) = complex64(x)
	case Complex128:
		*(*complex128)(v.ptr) = x
	default:
		v.wrong("Value.SetComplex")
	}
}

// SetString sets a string.
func (v Value) SetString(x string) {
	v.needSettable("SetString")
	v.need(String, "SetString")
	*(*string)(v.ptr) = x
}

// SetPointer sets an unsafe.Pointer.
func (v Value) SetPointer(x unsafe.Pointer) {
	v.needSettable("SetPointer")
	v.need(UnsafePointer, "SetPointer")
	*(*unsafe.Pointer)(v.ptr) = x
}
