// Package reflect lets a program look at its own types and values. TypeOf and ValueOf open an interface value; from there Type
// and Value lead on to what it is made of.
//
// type.go has types, structs.go the fields of structs, methods.go methods; value.go values, and set.go, convert.go,
// map.go, slice.go, chan.go, select.go, seq.go what can be done with those of some kinds; maketype.go and makecomposite.go make
// types that the program does not have; call.go calls functions, makefunc.go makes them, abi.go says where arguments are.
package reflect

import (
	"internal/abi"
	"iter"
	"unsafe"
)

// A Kind is what a type is made as.
type Kind uint

// The kinds.
const (
	Invalid Kind = Kind(abi.Invalid)
	Bool    Kind = Kind(abi.Bool)

	Int     Kind = Kind(abi.Int)
	Int8    Kind = Kind(abi.Int8)
	Int16   Kind = Kind(abi.Int16)
	Int32   Kind = Kind(abi.Int32)
	Int64   Kind = Kind(abi.Int64)
	Uint    Kind = Kind(abi.Uint)
	Uint8   Kind = Kind(abi.Uint8)
	Uint16  Kind = Kind(abi.Uint16)
	Uint32  Kind = Kind(abi.Uint32)
	Uint64  Kind = Kind(abi.Uint64)
	Uintptr Kind = Kind(abi.Uintptr)

	Float32    Kind = Kind(abi.Float32)
	Float64    Kind = Kind(abi.Float64)
	Complex64  Kind = Kind(abi.Complex64)
	Complex128 Kind = Kind(abi.Complex128)

	Array         Kind = Kind(abi.Array)
	Chan          Kind = Kind(abi.Chan)
	Func          Kind = Kind(abi.Func)
	Interface     Kind = Kind(abi.Interface)
	Map           Kind = Kind(abi.Map)
	Pointer       Kind = Kind(abi.Pointer)
	Slice         Kind = Kind(abi.Slice)
	String        Kind = Kind(abi.String)
	Struct        Kind = Kind(abi.Struct)
	UnsafePointer Kind = Kind(abi.UnsafePointer)
)

// Ptr is an older name of Pointer.
const Ptr = Pointer

// kindNames are the kinds' names, in order.
var kindNames = [...]string{
	"invalid", "bool", "int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16", "uint32", "uint64", "uintptr",
	"float32", "float64", "complex64", "complex128", "array", "chan", "func", "interface", "map", "ptr", "slice", "string",
	"struct", "unsafe.Pointer",
}

// String returns the kind's name.
func (k Kind) String() string {
	if uint(k) < uint(len(kindNames)) {
		return kindNames[k]
	}
	return "kind" + itoa(int(k))
}

// A ChanDir says in which directions a channel type goes.
type ChanDir int

// The directions.
const (
	RecvDir ChanDir = ChanDir(abi.RecvDir)
	SendDir ChanDir = ChanDir(abi.SendDir)
	BothDir ChanDir = ChanDir(abi.BothDir)
)

// String returns the direction as it is written.
func (d ChanDir) String() string {
	switch d {
	case SendDir:
		return "chan<-"
	case RecvDir:
		return "<-chan"
	case BothDir:
		return "chan"
	}
	return "ChanDir" + itoa(int(d))
}

// A Type is a Go type. Two are equal, by ==, if they are the same type. Methods that make no sense for the type's kind panic.
type Type interface {
	// For all types.

	String() string  // as Go spells it, with short package names: for people
	Name() string    // of a defined type, else ""
	PkgPath() string // import path of a defined type's package, else ""
	Kind() Kind
	Size() uintptr // of a value
	Bits() int     // of a number
	Align() int
	FieldAlign() int // inside a struct
	Comparable() bool

	Implements(u Type) bool // u is an interface type
	AssignableTo(u Type) bool
	ConvertibleTo(u Type) bool

	// The methods, sorted by name; only exported ones, except for interface types.

	NumMethod() int
	Method(int) Method
	Methods() iter.Seq[Method]
	MethodByName(string) (Method, bool)

	// For composite types.

	Elem() Type // of Array, Chan, Map, Pointer, Slice
	Key() Type  // of Map
	Len() int   // of Array
	ChanDir() ChanDir

	NumField() int
	Field(i int) StructField
	Fields() iter.Seq[StructField]
	FieldByIndex(index []int) StructField
	FieldByName(name string) (StructField, bool)
	FieldByNameFunc(match func(string) bool) (StructField, bool)

	NumIn() int
	In(i int) Type
	Ins() iter.Seq[Type]
	NumOut() int
	Out(i int) Type
	Outs() iter.Seq[Type]
	IsVariadic() bool

	// Whether the type cannot hold the number.

	OverflowInt(x int64) bool
	OverflowUint(x uint64) bool
	OverflowFloat(x float64) bool
	OverflowComplex(x complex128) bool

	CanSeq() bool  // a range loop over one variable works
	CanSeq2() bool // over two

	common() *abi.Type
	uncommon() *abi.UncommonType
}

// An rtype is the only Type: a type's descriptor, as compiler and linker made it.
type rtype struct {
	t abi.Type
}

// toRType makes an rtype of a descriptor; it is the same memory.
func toRType(t *abi.Type) *rtype { return (*rtype)(unsafe.Pointer(t)) }

// toType makes a Type of a descriptor; nil for nil.
func toType(t *abi.Type) Type {
	if t == nil {
		return nil
	}
	return toRType(t)
}

// emptyInterface is how an any lies in memory.
type emptyInterface = abi.EmptyInterface

// TypeOf returns the dynamic type of i; nil if i is nil.
func TypeOf(i any) Type {
	return toType((*emptyInterface)(unsafe.Pointer(&i)).Type)
}

// TypeFor returns the type T.
func TypeFor[T any]() Type {
	return TypeOf((*T)(nil)).Elem()
}

func (t *rtype) common() *abi.Type           { return &t.t }
func (t *rtype) uncommon() *abi.UncommonType { return t.t.Uncommon() }

// nameAt returns the name at an offset from where t is.
func (t *rtype) nameAt(off abi.NameOff) abi.Name {
	if off == 0 {
		return abi.Name{}
	}
	return abi.Name{Bytes: (*byte)(resolveNameOff(unsafe.Pointer(t), int32(off)))}
}

// typeAt returns the type at an offset from where t is.
func (t *rtype) typeAt(off abi.TypeOff) *abi.Type {
	return (*abi.Type)(resolveTypeOff(unsafe.Pointer(t), int32(off)))
}

// String returns the type as Go spells it.
func (t *rtype) String() string {
	s := t.nameAt(t.t.Str).Name()
	if t.t.TFlag&abi.TFlagExtraStar != 0 {
		return s[1:]
	}
	return s
}

func stringFor(t *abi.Type) string { return toRType(t).String() }

// Name returns the name of a defined or predeclared type: what follows the last dot that is not inside type arguments.
func (t *rtype) Name() string {
	if !t.t.HasName() {
		return ""
	}
	s := t.String()
	brackets := 0
	for i := len(s) - 1; i >= 0; i-- {
		switch s[i] {
		case ']':
			brackets++
		case '[':
			brackets--
		case '.':
			if brackets == 0 {
				return s[i+1:]
			}
		}
	}
	return s
}

// PkgPath returns the import path of a defined type's package.
func (t *rtype) PkgPath() string {
	if !t.t.HasName() {
		return ""
	}
	u := t.uncommon()
	if u == nil {
		return ""
	}
	return t.nameAt(u.PkgPath).Name()
}

func (t *rtype) Kind() Kind       { return Kind(t.t.Kind_) }
func (t *rtype) Size() uintptr    { return t.t.Size_ }
func (t *rtype) Align() int       { return int(t.t.Align_) }
func (t *rtype) FieldAlign() int  { return int(t.t.FieldAlign_) }
func (t *rtype) Comparable() bool { return t.t.Equal != nil }

// Bits returns the size of a number in bits.
func (t *rtype) Bits() int {
	if t == nil {
		panic("reflect: Bits of nil Type")
	}
	if k := t.Kind(); k < Int || k > Complex128 {
		panic("reflect: Bits of non-arithmetic Type " + t.String())
	}
	return int(t.t.Size_) * 8
}

// need panics unless t is of kind k.
func (t *rtype) need(k Kind, method, what string) {
	if t.Kind() != k {
		panic("reflect: " + method + " of non-" + what + " type " + t.String())
	}
}

// elemOf returns the element type of an array, channel, map, pointer or slice, else nil.
func elemOf(t *abi.Type) *abi.Type {
	switch t.Kind_ {
	case abi.Array:
		return (*abi.ArrayType)(unsafe.Pointer(t)).Elem
	case abi.Chan:
		return (*abi.ChanType)(unsafe.Pointer(t)).Elem
	case abi.Map:
		return (*abi.MapType)(unsafe.Pointer(t)).Elem
	case abi.Pointer:
		return (*abi.PtrType)(unsafe.Pointer(t)).Elem
	case abi.Slice:
		return (*abi.SliceType)(unsafe.Pointer(t)).Elem
	}
	return nil
}

// Elem returns the element type.
func (t *rtype) Elem() Type {
	e := elemOf(&t.t)
	if e == nil {
		panic("reflect: Elem of invalid type " + t.String())
	}
	return toType(e)
}

// Key returns the key type of a map.
func (t *rtype) Key() Type {
	t.need(Map, "Key", "map")
	return toType((*abi.MapType)(unsafe.Pointer(t)).Key)
}

// Len returns the length of an array.
func (t *rtype) Len() int {
	t.need(Array, "Len", "array")
	return int((*abi.ArrayType)(unsafe.Pointer(t)).Len)
}

// ChanDir returns the direction of a channel.
func (t *rtype) ChanDir() ChanDir {
	t.need(Chan, "ChanDir", "chan")
	return ChanDir((*abi.ChanType)(unsafe.Pointer(t)).Dir)
}

// ---- functions ----

const variadic = 1 << 15 // in OutCount

func funcType(t *abi.Type) *abi.FuncType { return (*abi.FuncType)(unsafe.Pointer(t)) }

// funcParams returns the types of parameters and results, which stand behind the descriptor.
func funcParams(t *abi.Type) (in, out []*abi.Type) {
	ft := funcType(t)
	off := unsafe.Sizeof(abi.FuncType{})
	if t.TFlag&abi.TFlagUncommon != 0 {
		off += unsafe.Sizeof(abi.UncommonType{})
	}
	nin, nout := int(ft.InCount), int(ft.OutCount&^variadic)
	if nin+nout == 0 {
		return nil, nil
	}
	all := unsafe.Slice((**abi.Type)(add(unsafe.Pointer(t), off)), nin+nout)
	return all[:nin:nin], all[nin:]
}

func (t *rtype) NumIn() int {
	t.need(Func, "NumIn", "func")
	return int(funcType(&t.t).InCount)
}

func (t *rtype) NumOut() int {
	t.need(Func, "NumOut", "func")
	return int(funcType(&t.t).OutCount &^ variadic)
}

func (t *rtype) In(i int) Type {
	t.need(Func, "In", "func")
	in, _ := funcParams(&t.t)
	return toType(in[i])
}

func (t *rtype) Out(i int) Type {
	t.need(Func, "Out", "func")
	_, out := funcParams(&t.t)
	return toType(out[i])
}

// IsVariadic reports whether the last parameter is ...T.
func (t *rtype) IsVariadic() bool {
	t.need(Func, "IsVariadic", "func")
	return funcType(&t.t).OutCount&variadic != 0
}

// count yields f(0) to f(n-1).
func count[T any](n int, f func(int) T) iter.Seq[T] {
	return func(yield func(T) bool) {
		for i := 0; i < n; i++ {
			if !yield(f(i)) {
				return
			}
		}
	}
}

func (t *rtype) Ins() iter.Seq[Type] {
	t.need(Func, "Ins", "func")
	return count(t.NumIn(), t.In)
}

func (t *rtype) Outs() iter.Seq[Type] {
	t.need(Func, "Outs", "func")
	return count(t.NumOut(), t.Out)
}

func (t *rtype) Fields() iter.Seq[StructField] {
	t.need(Struct, "Fields", "struct")
	return count(t.NumField(), t.Field)
}

func (t *rtype) Methods() iter.Seq[Method] { return count(t.NumMethod(), t.Method) }

// ---- numbers ----

func overflowInt(size uintptr, x int64) bool {
	shift := 64 - size*8
	return x<<shift>>shift != x
}

func overflowUint(size uintptr, x uint64) bool {
	shift := 64 - size*8
	return x<<shift>>shift != x
}

// overflowFloat32 reports whether x is too large for a float32; infinities are not.
func overflowFloat32(x float64) bool {
	if x < 0 {
		x = -x
	}
	const largest = 0x1p127 * (1 + (1 - 0x1p-23))
	const largest64 = 0x1p1023 * (1 + (1 - 0x1p-52))
	return largest < x && x <= largest64
}

func (t *rtype) OverflowInt(x int64) bool {
	if k := t.Kind(); k < Int || k > Int64 {
		panic("reflect: OverflowInt of non-int type " + t.String())
	}
	return overflowInt(t.t.Size_, x)
}

func (t *rtype) OverflowUint(x uint64) bool {
	if k := t.Kind(); k < Uint || k > Uintptr {
		panic("reflect: OverflowUint of non-uint type " + t.String())
	}
	return overflowUint(t.t.Size_, x)
}

func (t *rtype) OverflowFloat(x float64) bool {
	switch t.Kind() {
	case Float32:
		return overflowFloat32(x)
	case Float64:
		return false
	}
	panic("reflect: OverflowFloat of non-float type " + t.String())
}

func (t *rtype) OverflowComplex(x complex128) bool {
	switch t.Kind() {
	case Complex64:
		return overflowFloat32(real(x)) || overflowFloat32(imag(x))
	case Complex128:
		return false
	}
	panic("reflect: OverflowComplex of non-complex type " + t.String())
}

// ---- iteration ----

// yieldsTo reports whether t is func(yield func(n values) bool).
func yieldsTo(t *abi.Type, n int) bool {
	if t.Kind_ != abi.Func {
		return false
	}
	in, out := funcParams(t)
	if len(in) != 1 || len(out) != 0 || in[0].Kind_ != abi.Func {
		return false
	}
	yin, yout := funcParams(in[0])
	return len(yin) == n && len(yout) == 1 && yout[0].Kind_ == abi.Bool
}

// pointsToArray reports whether t is a pointer to an array.
func pointsToArray(t *abi.Type) bool {
	return t.Kind_ == abi.Pointer && elemOf(t).Kind_ == abi.Array
}

func (t *rtype) CanSeq() bool {
	switch t.Kind() {
	case Int8, Int16, Int32, Int64, Int, Uint8, Uint16, Uint32, Uint64, Uint, Uintptr, Array, Slice, Chan, String, Map:
		return true
	}
	return yieldsTo(&t.t, 1) || pointsToArray(&t.t)
}

func (t *rtype) CanSeq2() bool {
	switch t.Kind() {
	case Array, Slice, String, Map:
		return true
	}
	return yieldsTo(&t.t, 2) || pointsToArray(&t.t)
}

// ---- relations between types ----

// Implements reports whether t has all methods of u, an interface type.
func (t *rtype) Implements(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.Implements")
	}
	if u.Kind() != Interface {
		panic("reflect: non-interface type passed to Type.Implements")
	}
	return implements(u.common(), &t.t)
}

// AssignableTo reports whether a value of t can be assigned to a variable of u.
func (t *rtype) AssignableTo(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.AssignableTo")
	}
	to := u.common()
	return directlyAssignable(to, &t.t) || implements(to, &t.t)
}

// directlyAssignable reports whether a value of from is one of to without change.
func directlyAssignable(to, from *abi.Type) bool {
	if to == from {
		return true
	}
	if to.HasName() && from.HasName() || to.Kind_ != from.Kind_ {
		return false
	}
	if to.Kind_ == abi.Chan && chanDir(from) == abi.BothDir && sameType(elemOf(to), elemOf(from), true) {
		return true
	}
	return sameUnderlying(to, from, true)
}

func chanDir(t *abi.Type) abi.ChanDir { return (*abi.ChanType)(unsafe.Pointer(t)).Dir }

// sameType reports whether two types are identical; without tags, those of structs do not count.
func sameType(a, b *abi.Type, tags bool) bool {
	if tags {
		return a == b
	}
	ra, rb := toRType(a), toRType(b)
	return ra.Name() == rb.Name() && ra.Kind() == rb.Kind() && ra.PkgPath() == rb.PkgPath() && sameUnderlying(a, b, false)
}

// sameTypes is sameType of lists.
func sameTypes(a, b []*abi.Type, tags bool) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if !sameType(a[i], b[i], tags) {
			return false
		}
	}
	return true
}

// sameUnderlying reports whether two types have identical underlying types.
func sameUnderlying(a, b *abi.Type, tags bool) bool {
	if a == b {
		return true
	}
	if a.Kind_ != b.Kind_ {
		return false
	}
	k := a.Kind_
	if k >= abi.Bool && k <= abi.Complex128 || k == abi.String || k == abi.UnsafePointer {
		return true
	}
	switch k {
	case abi.Array:
		return toRType(a).Len() == toRType(b).Len() && sameType(elemOf(a), elemOf(b), tags)
	case abi.Chan:
		return chanDir(a) == chanDir(b) && sameType(elemOf(a), elemOf(b), tags)
	case abi.Map:
		return sameType(mapType(a).Key, mapType(b).Key, tags) && sameType(elemOf(a), elemOf(b), tags)
	case abi.Pointer, abi.Slice:
		return sameType(elemOf(a), elemOf(b), tags)
	case abi.Func:
		ain, aout := funcParams(a)
		bin, bout := funcParams(b)
		return funcType(a).OutCount == funcType(b).OutCount && sameTypes(ain, bin, tags) && sameTypes(aout, bout, tags)
	case abi.Interface:
		return implements(a, b) && implements(b, a)
	case abi.Struct:
		return sameFields(a, b, tags)
	}
	return false
}

func mapType(t *abi.Type) *abi.MapType { return (*abi.MapType)(unsafe.Pointer(t)) }
