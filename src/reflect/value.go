package reflect

import (
	"internal/abi"
	"unsafe"
)

// A Value is a Go value of any type; the zero Value stands for none. Methods that make no sense for the value's kind panic.
type Value struct {
	typ_ *abi.Type      // nil: no value
	ptr  unsafe.Pointer // the value itself if it is one pointer and flagIndir is not set, else where it is
	flag
}

// A flag says what may be done with a Value: its kind in the lowest bits, then these; above them the number of the method, for method values.
type flag uintptr

const (
	flagKind    flag = 1<<5 - 1
	flagHidden  flag = 1 << 5 // got through a field that is not exported
	flagEmbedRO flag = 1 << 6 // got through an embedded one
	flagIndir   flag = 1 << 7 // ptr points to the value
	flagAddr    flag = 1 << 8 // it is a variable
	flagMethod  flag = 1 << 9 // it is a method with this receiver
	flagRO           = flagHidden | flagEmbedRO

	methodShift = 10
)

// A ValueError is what methods panic with on the wrong kind.
type ValueError struct {
	Method string
	Kind   Kind
}

// Error says so.
func (e *ValueError) Error() string {
	if e.Kind == Invalid {
		return "reflect: call of " + e.Method + " on zero Value"
	}
	return "reflect: call of " + e.Method + " on " + e.Kind.String() + " Value"
}

func (f flag) kind() Kind { return Kind(f & flagKind) }

// ro returns the bit that what is got through f inherits.
func (f flag) ro() flag {
	if f&flagRO != 0 {
		return flagHidden
	}
	return 0
}

// wrong panics: method is not for this kind.
func (v Value) wrong(method string) {
	panic(&ValueError{"reflect." + method, v.kind()})
}

// need panics unless v is of kind k.
func (v Value) need(k Kind, method string) {
	if v.kind() != k {
		panic(&ValueError{"reflect.Value." + method, v.kind()})
	}
}

// noMethod is what panics call a function that is no method of Value.
const noMethod = "unknown method"

// exportedFor panics if v was got through a field that is not exported.
func (v Value) exportedFor(function string) {
	if v.flag == 0 {
		panic(&ValueError{function, Invalid})
	}
	if v.flag&flagRO != 0 {
		panic("reflect: " + function + " using value obtained using unexported field")
	}
}

// needExported is exportedFor a method.
func (v Value) needExported(method string) { v.exportedFor("reflect.Value." + method) }

// settableFor panics unless v may be set.
func (v Value) settableFor(function string) {
	v.exportedFor(function)
	if v.flag&flagAddr == 0 {
		panic("reflect: " + function + " using unaddressable value")
	}
}

func (v Value) needSettable(method string) { v.settableFor("reflect.Value." + method) }

// needSlice panics unless v is a slice, for functions.
func (v Value) needSlice() {
	if v.kind() != Slice {
		panic(&ValueError{noMethod, v.kind()})
	}
}

// typ returns the descriptor.
func (v Value) typ() *abi.Type { return v.typ_ }

// pointer returns the word that a value of a pointer-shaped type is.
func (v Value) pointer() unsafe.Pointer {
	if v.flag&flagIndir != 0 {
		return *(*unsafe.Pointer)(v.ptr)
	}
	return v.ptr
}

// address returns where the value is; for one that is held directly, where its word is now.
func (v *Value) address() unsafe.Pointer {
	if v.flag&flagIndir != 0 {
		return v.ptr
	}
	return unsafe.Pointer(&v.ptr)
}

// ValueOf returns the value in i; the zero Value if i is nil.
func ValueOf(i any) Value {
	if i == nil {
		return Value{}
	}
	return unpack(i)
}

// unpack makes a Value of an interface's two words.
func unpack(i any) Value {
	e := (*emptyInterface)(unsafe.Pointer(&i))
	t := e.Type
	if t == nil {
		return Value{}
	}
	f := flag(t.Kind_)
	if !t.IsDirectIface() {
		f |= flagIndir
	}
	return Value{t, e.Data, f}
}

// pack makes an interface of a Value. What is a variable is copied: interfaces do not change.
func pack(v Value) any {
	t := v.typ()
	var e emptyInterface
	switch {
	case !t.IsDirectIface():
		p := v.ptr
		if v.flag&flagAddr != 0 {
			p = unsafe_New(t)
			typedmemmove(t, p, v.ptr)
		}
		e.Data = p
	default:
		e.Data = v.pointer()
	}
	e.Type = t
	return *(*any)(unsafe.Pointer(&e))
}

// IsValid reports whether there is a value.
func (v Value) IsValid() bool { return v.flag != 0 }

// Kind returns the kind of the value's type; Invalid for the zero Value.
func (v Value) Kind() Kind { return v.kind() }

// Type returns the value's type.
func (v Value) Type() Type {
	if v.flag == 0 {
		v.wrong("Value.Type")
	}
	if v.flag&flagMethod != 0 {
		return v.methodType()
	}
	return toType(v.typ())
}

// typeOfValue is Type as a descriptor.
func (v Value) typeOfValue() *abi.Type {
	if v.flag&flagMethod != 0 {
		return v.methodType().common()
	}
	return v.typ()
}

// CanAddr reports whether Addr works: v is a variable, an element of a slice, a field of one, or what a pointer points to.
func (v Value) CanAddr() bool { return v.flag&flagAddr != 0 }

// CanSet reports whether the Set methods work: it can be addressed, and was not got through unexported fields.
func (v Value) CanSet() bool { return v.flag&(flagAddr|flagRO) == flagAddr }

// CanInterface reports whether Interface works: v was not got through unexported fields.
func (v Value) CanInterface() bool {
	if v.flag == 0 {
		v.wrong("Value.CanInterface")
	}
	return v.flag&flagRO == 0
}

// Interface returns the value.
func (v Value) Interface() (i any) { return interfaceOf(v, true) }

func interfaceOf(v Value, careful bool) any {
	if v.flag == 0 {
		v.wrong("Value.Interface")
	}
	if careful && v.flag&flagRO != 0 {
		panic("reflect.Value.Interface: cannot return value obtained from unexported field or method")
	}
	if v.flag&flagMethod != 0 {
		v = makeMethodValue("Interface", v)
	}
	if v.kind() == Interface {
		return v.inside()
	}
	return pack(v)
}

// inside returns what an interface value holds.
func (v Value) inside() any {
	if len(interfaceType(v.typ()).Methods) == 0 {
		return *(*any)(v.ptr)
	}
	return *(*interface{ M() })(v.ptr) // any itab will do
}

// TypeAssert is v.Interface().(T), with ok.
func TypeAssert[T any](v Value) (T, bool) {
	if v.flag == 0 {
		v.wrong("TypeAssert")
	}
	if v.flag&flagRO != 0 {
		panic("reflect.TypeAssert: cannot return value obtained from unexported field or method")
	}
	if t := abi.TypeFor[T](); v.typ() == t && t.Kind_ != abi.Interface && v.flag&flagMethod == 0 {
		return *(*T)(v.address()), true // no need of an interface
	}
	x, ok := interfaceOf(v, true).(T)
	return x, ok
}

// Addr returns a pointer to v.
func (v Value) Addr() Value {
	if v.flag&flagAddr == 0 {
		panic("reflect.Value.Addr of unaddressable value")
	}
	return Value{ptrTo(v.typ()), v.ptr, v.flag&flagRO | flag(Pointer)}
}

// UnsafeAddr returns v's address as a number.
func (v Value) UnsafeAddr() uintptr {
	if v.typ() == nil {
		v.wrong("Value.UnsafeAddr")
	}
	if v.flag&flagAddr == 0 {
		panic("reflect.Value.UnsafeAddr of unaddressable value")
	}
	return uintptr(v.ptr)
}

// ---- values of simple kinds ----

// Bool returns a bool.
func (v Value) Bool() bool {
	v.need(Bool, "Bool")
	return *(*bool)(v.ptr)
}

// CanInt reports whether Int works.
func (v Value) CanInt() bool { return v.kind() >= Int && v.kind() <= Int64 }

// Int returns a signed integer.
func (v Value) Int() int64 {
	p := v.ptr
	switch v.kind() {
	case Int, Int64:
		return *(*int64)(p)
	case Int32:
		return int64(*(*int32)(p))
	case Int16:
		return int64(*(*int16)(p))
	case Int8:
		return int64(*(*int8)(p))
	}
	panic(&ValueError{"reflect.Value.Int", v.kind()})
}

// CanUint reports whether Uint works.
func (v Value) CanUint() bool { return v.kind() >= Uint && v.kind() <= Uintptr }

// Uint returns an unsigned integer.
func (v Value) Uint() uint64 {
	p := v.ptr
	switch v.kind() {
	case Uint, Uint64, Uintptr:
		return *(*uint64)(p)
	case Uint32:
		return uint64(*(*uint32)(p))
	case Uint16:
		return uint64(*(*uint16)(p))
	case Uint8:
		return uint64(*(*uint8)(p))
	}
	panic(&ValueError{"reflect.Value.Uint", v.kind()})
}

// CanFloat reports whether Float works.
func (v Value) CanFloat() bool { return v.kind() == Float32 || v.kind() == Float64 }

// Float returns a floating-point number.
func (v Value) Float() float64 {
	switch v.kind() {
	case Float32:
		return float64(*(*float32)(v.ptr))
	case Float64:
		return *(*float64)(v.ptr)
	}
	panic(&ValueError{"reflect.Value.Float", v.kind()})
}

// CanComplex reports whether Complex works.
func (v Value) CanComplex() bool { return v.kind() == Complex64 || v.kind() == Complex128 }

// Complex returns a complex number.
func (v Value) Complex() complex128 {
	switch v.kind() {
	case Complex64:
		return complex128(*(*complex64)(v.ptr))
	case Complex128:
		return *(*complex128)(v.ptr)
	}
	panic(&ValueError{"reflect.Value.Complex", v.kind()})
}

// String returns a string. Other kinds do not panic, but give a text such as "<T Value>".
func (v Value) String() string {
	switch v.kind() {
	case String:
		return *(*string)(v.ptr)
	case Invalid:
		return "<invalid Value>"
	}
	return "<" + v.Type().String() + " Value>"
}

// OverflowInt reports whether v's type cannot hold x; so do the others.
func (v Value) OverflowInt(x int64) bool {
	if !v.CanInt() {
		v.wrong("Value.OverflowInt")
	}
	return overflowInt(v.typ().Size_, x)
}

func (v Value) OverflowUint(x uint64) bool {
	if !v.CanUint() {
		v.wrong("Value.OverflowUint")
	}
	return overflowUint(v.typ().Size_, x)
}

func (v Value) OverflowFloat(x float64) bool {
	if !v.CanFloat() {
		v.wrong("Value.OverflowFloat")
	}
	return v.kind() == Float32 && overflowFloat32(x)
}

func (v Value) OverflowComplex(x complex128) bool {
	if !v.CanComplex() {
		v.wrong("Value.OverflowComplex")
	}
	return v.kind() == Complex64 && (overflowFloat32(real(x)) || overflowFloat32(imag(x)))
}

// ---- pointers and interfaces ----

// Elem returns what an interface holds or what a pointer points to; the zero Value for nil.
func (v Value) Elem() Value {
	switch v.kind() {
	case Interface:
		x := unpack(v.inside())
		if x.flag != 0 {
			x.flag |= v.flag.ro()
		}
		return x
	case Pointer:
		p := v.pointer()
		if p == nil {
			return Value{}
		}
		t := elemOf(v.typ())
		return Value{t, p, v.flag&flagRO | flagIndir | flagAddr | flag(t.Kind_)}
	}
	panic(&ValueError{"reflect.Value.Elem", v.kind()})
}

// Indirect returns what v points to, or v if it is no pointer.
func Indirect(v Value) Value {
	if v.Kind() != Pointer {
		return v
	}
	return v.Elem()
}

// IsNil reports whether a chan, func, interface, map, pointer or slice is nil.
func (v Value) IsNil() bool {
	switch v.kind() {
	case Chan, Func, Map, Pointer, UnsafePointer:
		return v.flag&flagMethod == 0 && v.pointer() == nil
	case Interface, Slice:
		return *(*unsafe.Pointer)(v.ptr) == nil
	}
	panic(&ValueError{"reflect.Value.IsNil", v.kind()})
}

// Pointer returns the address in a chan, func, map, pointer, slice, string or unsafe.Pointer.
func (v Value) Pointer() uintptr {
	switch v.kind() {
	case Pointer, Chan, Map, UnsafePointer, Func, Slice, String:
		return uintptr(v.UnsafePointer())
	}
	panic(&ValueError{"reflect.Value.Pointer", v.kind()})
}

// UnsafePointer is Pointer, as an unsafe.Pointer.
func (v Value) UnsafePointer() unsafe.Pointer {
	switch v.kind() {
	case Pointer, Chan, Map, UnsafePointer:
		return v.pointer()
	case Func:
		if v.flag&flagMethod != 0 {
			return unsafe.Pointer(methodValueCallPC())
		}
		if p := v.pointer(); p != nil {
			return *(*unsafe.Pointer)(p) // the closure's code
		}
		return nil
	case Slice, String:
		return *(*unsafe.Pointer)(v.ptr)
	}
	panic(&ValueError{"reflect.Value.UnsafePointer", v.kind()})
}

// InterfaceData returns the two words of an interface.
func (v Value) InterfaceData() [2]uintptr {
	v.need(Interface, "InterfaceData")
	return *(*[2]uintptr)(v.ptr)
}

// ---- structs ----

// NumField returns the number of fields of a struct.
func (v Value) NumField() int {
	v.need(Struct, "NumField")
	return len(structType(v.typ()).Fields)
}

// Field returns the i-th field of a struct.
func (v Value) Field(i int) Value {
	if v.kind() != Struct {
		panic(&ValueError{"reflect.Value.Field", v.kind()})
	}
	fields := structType(v.typ()).Fields
	if uint(i) >= uint(len(fields)) {
		panic("reflect: Field index out of range")
	}
	p := &fields[i]
	f := v.flag&(flagHidden|flagIndir|flagAddr) | flag(p.Typ.Kind_)
	if !p.Name.IsExported() {
		if p.Name.IsEmbedded() {
			f |= flagEmbedRO
		} else {
			f |= flagHidden
		}
	}
	// A struct that is held directly has one field with bytes, the pointer.
	if v.flag&flagIndir == 0 && !p.Typ.IsDirectIface() {
		return Value{p.Typ, unsafe.Pointer(&zeroSize), f | flagIndir}
	}
	return Value{p.Typ, add(v.ptr, p.Offset*uintptr(f&flagIndir/flagIndir)), f}
}

// zeroSize is where values without bytes are.
var zeroSize struct{}

// FieldByIndex returns a field of a field of a field.
func (v Value) FieldByIndex(index []int) Value {
	f, err := v.FieldByIndexErr(index)
	if err != nil {
		panic("reflect: indirection through nil pointer to embedded struct")
	}
	return f
}

// FieldByIndexErr is FieldByIndex with an error where an embedded pointer is nil.
func (v Value) FieldByIndexErr(index []int) (Value, error) {
	if len(index) == 1 {
		return v.Field(index[0]), nil
	}
	v.need(Struct, "FieldByIndex")
	for i, x := range index {
		if i > 0 && v.Kind() == Pointer && elemOf(v.typ()).Kind_ == abi.Struct {
			if v.IsNil() {
				return Value{}, errorString("reflect: indirection through nil pointer to embedded struct field " + toRType(elemOf(v.typ())).Name())
			}
			v = v.Elem()
		}
		v = v.Field(x)
	}
	return v, nil
}

// An errorString is an error that is just a text.
type errorString string

func (e errorString) Error() string { return string(e) }

// FieldByName returns the field that a selector with the name means, the zero Value if there is none.
func (v Value) FieldByName(name string) Value {
	v.need(Struct, "FieldByName")
	if f, ok := toRType(v.typ()).FieldByName(name); ok {
		return v.FieldByIndex(f.Index)
	}
	return Value{}
}

// FieldByNameFunc returns the field at the least depth whose name matches.
func (v Value) FieldByNameFunc(match func(string) bool) Value {
	if f, ok := toRType(v.typ()).FieldByNameFunc(match); ok {
		return v.FieldByIndex(f.Index)
	}
	return Value{}
}

// ---- zero values ----

// New returns a pointer to a new zero value.
func New(typ Type) Value {
	if typ == nil {
		panic("reflect: New(nil)")
	}
	t := typ.common()
	return Value{ptrTo(t), unsafe_New(t), flag(Pointer)}
}

// NewAt returns a pointer p to a value of the type.
func NewAt(typ Type, p unsafe.Pointer) Value {
	return Value{ptrTo(typ.common()), p, flag(Pointer)}
}

// Zero returns a zero value, which cannot be set.
func Zero(typ Type) Value {
	if typ == nil {
		panic("reflect: Zero(nil)")
	}
	t := typ.common()
	f := flag(t.Kind_)
	switch {
	case t.IsDirectIface():
		return Value{t, nil, f}
	case t.Size_ <= abi.ZeroValSize:
		return Value{t, unsafe.Pointer(&zeroVal), f | flagIndir}
	}
	return Value{t, unsafe_New(t), f | flagIndir}
}

// zeroVal is the runtime's: nobody writes to it.
//
//go:linkname zeroVal runtime.zeroVal
var zeroVal [abi.ZeroValSize]byte

// IsZero reports whether v is the zero value of its type.
func (v Value) IsZero() bool {
	switch v.kind() {
	case Bool:
		return !v.Bool()
	case Int, Int8, Int16, Int32, Int64:
		return v.Int() == 0
	case Uint, Uint8, Uint16, Uint32, Uint64, Uintptr:
		return v.Uint() == 0
	case Float32, Float64:
		return v.Float() == 0
	case Complex64, Complex128:
		return v.Complex() == 0
	case String:
		return v.Len() == 0
	case Array:
		for i := range v.Len() {
			if !v.Index(i).IsZero() {
				return false
			}
		}
		return true
	case Struct:
		for i := range v.NumField() {
			if !v.Field(i).IsZero() && structType(v.typ()).Fields[i].Name.Name() != "_" {
				return false
			}
		}
		return true
	case Chan, Func, Interface, Map, Pointer, Slice, UnsafePointer:
		return v.IsNil()
	}
	panic(&ValueError{"reflect.Value.IsZero", v.Kind()})
}

// Comparable reports whether v can be compared; interfaces, arrays and structs by what is in them.
func (v Value) Comparable() bool {
	switch v.Kind() {
	case Invalid:
		return false
	case Interface:
		return v.IsNil() || v.Elem().Comparable()
	case Array:
		if k := elemOf(v.typ()).Kind_; k != abi.Interface && k != abi.Array && k != abi.Struct {
			break
		}
		for i := range v.Len() {
			if !v.Index(i).Comparable() {
				return false
			}
		}
		return true
	case Struct:
		for i := range v.NumField() {
			if !v.Field(i).Comparable() {
				return false
			}
		}
		return true
	}
	return v.typ().Equal != nil
}

// Equal reports whether v and u are equal as == says; interfaces by what they hold.
func (v Value) Equal(u Value) bool {
	if v.Kind() == Interface {
		v = v.Elem()
	}
	if u.Kind() == Interface {
		u = u.Elem()
	}
	if !v.IsValid() || !u.IsValid() {
		return v.IsValid() == u.IsValid()
	}
	if v.Kind() != u.Kind() || v.Type() != u.Type() {
		return false
	}
	switch k := v.Kind(); {
	case k == Struct:
		for i := range v.NumField() {
			if !v.Field(i).Equal(u.Field(i)) {
				return false
			}
		}
		return true
	case k == Array && v.Len() > 0:
		for i := range v.Len() {
			if !v.Index(i).Equal(u.Index(i)) {
				return false
			}
		}
		return true
	}
	if v.typ().Equal == nil {
		panic("reflect.Value.Equal: values of type " + v.Type().String() + " are not comparable")
	}
	return v.typ().Equal(v.address(), u.address())
}
