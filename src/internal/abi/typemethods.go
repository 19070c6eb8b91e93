package abi

import "unsafe"

// What a descriptor says beyond its fixed part depends on the kind. These functions look, and return
// nil or zero for a type of another kind.

func as[T any](t *Type, k Kind) *T {
	if t.Kind_ != k {
		return nil
	}
	return (*T)(unsafe.Pointer(t))
}

// ArrayType returns t's descriptor if t is an array, or nil. The others do so for their kinds.
func (t *Type) ArrayType() *ArrayType         { return as[ArrayType](t, Array) }
func (t *Type) FuncType() *FuncType           { return as[FuncType](t, Func) }
func (t *Type) InterfaceType() *InterfaceType { return as[InterfaceType](t, Interface) }
func (t *Type) MapType() *MapType             { return as[MapType](t, Map) }
func (t *Type) StructType() *StructType       { return as[StructType](t, Struct) }

// Common returns t, for types that have a Type inside.
func (t *Type) Common() *Type { return t }

// Align returns the alignment of a variable of type t, FieldAlign that of a field.
func (t *Type) Align() int      { return int(t.Align_) }
func (t *Type) FieldAlign() int { return int(t.FieldAlign_) }

// Elem returns the element type of an array, channel, map, pointer or slice, or nil.
func (t *Type) Elem() *Type {
	switch p := unsafe.Pointer(t); t.Kind_ {
	case Array:
		return (*ArrayType)(p).Elem
	case Chan:
		return (*ChanType)(p).Elem
	case Map:
		return (*MapType)(p).Elem
	case Pointer, Slice:
		return (*PtrType)(p).Elem
	}
	return nil
}

// Key returns the key type of a map, or nil.
func (t *Type) Key() *Type {
	if m := t.MapType(); m != nil {
		return m.Key
	}
	return nil
}

// Len returns the length of an array type, or 0.
func (t *Type) Len() int {
	if a := t.ArrayType(); a != nil {
		return int(a.Len)
	}
	return 0
}

// ChanDir returns the direction of a channel type, or InvalidDir.
func (t *Type) ChanDir() ChanDir {
	if c := as[ChanType](t, Chan); c != nil {
		return c.Dir
	}
	return InvalidDir
}

// ExportedMethods returns the methods of a concrete type that other packages may call.
func (t *Type) ExportedMethods() []Method {
	if u := t.Uncommon(); u != nil {
		return u.ExportedMethods()
	}
	return nil
}

// NumMethod returns the number of methods of an interface type, of exported ones for others.
func (t *Type) NumMethod() int {
	if i := t.InterfaceType(); i != nil {
		return i.NumMethod()
	}
	return len(t.ExportedMethods())
}

// NumMethod returns how many methods the interface asks for.
func (t *InterfaceType) NumMethod() int { return len(t.Methods) }

// GcSlice returns bytes begin to end of the mask of pointers.
func (t *Type) GcSlice(begin, end uintptr) []byte {
	return unsafe.Slice(t.GCData, int(end))[begin:]
}

// Embedded reports whether the field was declared without a name.
func (f *StructField) Embedded() bool { return f.Name.IsEmbedded() }

// ---- functions ----

const variadic = 1 << 15 // in OutCount

// NumIn returns the number of parameters, NumOut that of results.
func (t *FuncType) NumIn() int  { return int(t.InCount) }
func (t *FuncType) NumOut() int { return int(t.OutCount &^ variadic) }

// IsVariadic reports whether the last parameter is ...T.
func (t *FuncType) IsVariadic() bool { return t.OutCount&variadic != 0 }

// all returns the types of parameters and results. They follow the descriptor.
func (t *FuncType) all() []*Type {
	off := unsafe.Sizeof(*t)
	if t.TFlag&TFlagUncommon != 0 {
		off += unsafe.Sizeof(UncommonType{})
	}
	return unsafe.Slice((**Type)(unsafe.Add(unsafe.Pointer(t), off)), t.NumIn()+t.NumOut())
}

// InSlice returns the types of the parameters, OutSlice those of the results.
func (t *FuncType) InSlice() []*Type  { return t.all()[:t.InCount:t.InCount] }
func (t *FuncType) OutSlice() []*Type { return t.all()[t.InCount:] }

// In returns the type of parameter i, Out that of result i.
func (t *FuncType) In(i int) *Type  { return t.InSlice()[i] }
func (t *FuncType) Out(i int) *Type { return t.OutSlice()[i] }

// ---- values ----

// TypeOf returns the dynamic type of a, which does not escape.
func TypeOf(a any) *Type {
	e := *(*EmptyInterface)(unsafe.Pointer(&a))
	return (*Type)(NoEscape(unsafe.Pointer(e.Type)))
}

// TypeFor returns the descriptor of T.
func TypeFor[T any]() *Type {
	return (*PtrType)(unsafe.Pointer(TypeOf((*T)(nil)))).Elem
}

var kindNames = [...]string{
	"invalid", "bool", "int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16", "uint32", "uint64", "uintptr",
	"float32", "float64", "complex64", "complex128", "array", "chan", "func", "interface", "map", "ptr", "slice", "string",
	"struct", "unsafe.Pointer",
}

// String returns the kind as the language spells it.
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return kindNames[0]
}

// ---- layout of the descriptors of another machine ----

// CommonSize returns the size of Type where pointers have ptrSize bytes.
func CommonSize(ptrSize int) int { return 4*ptrSize + 8 + 8 }

// StructFieldSize returns the size of StructField.
func StructFieldSize(ptrSize int) int { return 3 * ptrSize }

// UncommonSize returns the size of UncommonType.
func UncommonSize() uint64 { return 4 + 2 + 2 + 4 + 4 }

// TFlagOff returns the offset of Type.TFlag.
func TFlagOff(ptrSize int) int { return 2*ptrSize + 4 }

// ITabTypeOff returns the offset of ITab.Type.
func ITabTypeOff(ptrSize int) int { return ptrSize }
