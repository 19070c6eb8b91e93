// Package abi describes what the compiler, the linker and the runtime agree on:
// type descriptors, tables about functions, and a few sizes.
package abi

import "unsafe"

// Kind is the kind of a type; the spec's predeclared and composite types.
type Kind uint8

// The kinds, in the order of their numbers.
const (
	Invalid, Bool                       Kind = 0, 1
	Int, Int8, Int16, Int32, Int64      Kind = 2, 3, 4, 5, 6
	Uint, Uint8, Uint16, Uint32, Uint64 Kind = 7, 8, 9, 10, 11
	Uintptr, Float32, Float64           Kind = 12, 13, 14
	Complex64, Complex128               Kind = 15, 16
	Array, Chan, Func, Interface, Map   Kind = 17, 18, 19, 20, 21
	Pointer, Slice, String, Struct      Kind = 22, 23, 24, 25
	UnsafePointer                       Kind = 26
)

// TFlag says what a descriptor has beside its fixed part, and how values may be handled.
type TFlag uint8

// Bits of TFlag.
const (
	TFlagUncommon       TFlag = 1 << 0 // an UncommonType follows
	TFlagExtraStar      TFlag = 1 << 1 // the string begins with a * that is not part of it
	TFlagNamed          TFlag = 1 << 2 // the type has a name
	TFlagRegularMemory  TFlag = 1 << 3 // equality is equality of bytes
	TFlagGCMaskOnDemand TFlag = 1 << 4 // GCData is a word the runtime points at a mask when needed
	TFlagDirectIface    TFlag = 1 << 5 // a value is one pointer, which interfaces hold directly
)

// KindDirectIface was a bit of Kind_ before it became TFlagDirectIface.
const KindDirectIface Kind = 1 << 5

// MaxPtrmaskBytes bounds the masks of pointers that stand in descriptors; larger types get theirs
// on demand.
const MaxPtrmaskBytes = 2048

// Offsets within the module: names and types count from moduledata.types, code
// from moduledata.text.
type (
	NameOff int32
	TypeOff int32
	TextOff int32
)

// Type is the fixed part of every type descriptor, 48 bytes.
type Type struct {
	Size_    uintptr // of a value
	PtrBytes uintptr // prefix of a value that can hold pointers
	Hash     uint32  // of the type's link string
	TFlag    TFlag

	Align_, FieldAlign_ uint8
	Kind_               Kind

	// Equal compares two values; nil when the type is not comparable.
	Equal func(unsafe.Pointer, unsafe.Pointer) bool

	GCData    *byte   // one bit for each word of PtrBytes
	Str       NameOff // the type as reflection spells it
	PtrToThis TypeOff // type of pointers to this, or 0
}

// Kind returns t's kind.
func (t *Type) Kind() Kind { return t.Kind_ }

// Size returns the size of a value of t.
func (t *Type) Size() uintptr { return t.Size_ }

// Pointers reports whether values of t hold pointers.
func (t *Type) Pointers() bool { return t.PtrBytes != 0 }

// HasName reports whether t is a named type.
func (t *Type) HasName() bool { return t.TFlag&TFlagNamed != 0 }

// IsDirectIface reports whether an interface holds t's values without a box.
func (t *Type) IsDirectIface() bool { return t.TFlag&TFlagDirectIface != 0 }

// ArrayType describes an array.
type ArrayType struct {
	Type
	Elem, Slice *Type // of the elements; of a slice of them
	Len         uintptr
}

// ChanDir is a set of directions.
type ChanDir int

// The directions of a channel type.
const (
	InvalidDir, RecvDir, SendDir, BothDir ChanDir = 0, 1, 2, 3
)

// ChanType describes a channel.
type ChanType struct {
	Type
	Elem *Type
	Dir  ChanDir
}

// FuncType describes a function; its parameter types follow the descriptor.
type FuncType struct {
	Type
	InCount  uint16
	OutCount uint16 // top bit: the last parameter is variadic
}

// Imethod is a method of an interface type.
type Imethod struct {
	Name NameOff
	Typ  TypeOff
}

// InterfaceType describes an interface; its methods are sorted.
type InterfaceType struct {
	Type
	PkgPath Name
	Methods []Imethod
}

// MapType describes a map and the groups of slots it is made of.
type MapType struct {
	Type
	Key, Elem, Group *Type

	Hasher                       func(unsafe.Pointer, uintptr) uintptr // of a key, with a seed
	GroupSize, SlotSize, ElemOff uintptr
	Flags                        uint32
}

// PtrType describes a pointer.
type PtrType struct {
	Type
	Elem *Type
}

// SliceType describes a slice.
type SliceType struct {
	Type
	Elem *Type
}

// StructField is a field of a struct type.
type StructField struct {
	Name   Name
	Typ    *Type
	Offset uintptr
}

// StructType describes a struct.
type StructType struct {
	Type
	PkgPath Name
	Fields  []StructField
}

// Method is a method of a concrete type. Ifn takes the receiver as an interface
// holds it, Tfn as it is.
type Method struct {
	Name     NameOff
	Mtyp     TypeOff
	Ifn, Tfn TextOff
}

// UncommonType follows the descriptor of a type with a name or methods.
type UncommonType struct {
	PkgPath        NameOff
	Mcount, Xcount uint16 // methods; exported ones, which come first
	Moff           uint32 // from this struct to the methods
	_              uint32
}

// Methods returns all methods of the type, sorted by name.
func (u *UncommonType) Methods() []Method {
	if u.Mcount == 0 {
		return nil
	}
	first := unsafe.Pointer(uintptr(unsafe.Pointer(u)) + uintptr(u.Moff))
	return unsafe.Slice((*Method)(first), int(u.Mcount))
}

// Uncommon returns the second part of t's descriptor, or nil. It stands after
// the part that depends on the kind.
func (t *Type) Uncommon() *UncommonType {
	if t.TFlag&TFlagUncommon == 0 {
		return nil
	}
	var fixed uintptr
	switch t.Kind_ {
	case Struct:
		fixed = unsafe.Sizeof(StructType{})
	case Pointer, Slice:
		fixed = unsafe.Sizeof(PtrType{})
	case Func:
		fixed = unsafe.Sizeof(FuncType{})
	case Array:
		fixed = unsafe.Sizeof(ArrayType{})
	case Chan:
		fixed = unsafe.Sizeof(ChanType{})
	case Map:
		fixed = unsafe.Sizeof(MapType{})
	case Interface:
		fixed = unsafe.Sizeof(InterfaceType{})
	default:
		fixed = unsafe.Sizeof(Type{})
	}
	return (*UncommonType)(unsafe.Pointer(uintptr(unsafe.Pointer(t)) + fixed))
}

// ExportedMethods returns them, sorted by name.
func (u *UncommonType) ExportedMethods() []Method { return u.Methods()[:u.Xcount:u.Xcount] }

// Name is an encoded name: a byte of flags, the length as a varint, the text, then
// for tagged fields the tag in the same form, then for names of another package
// the offset of its path.
type Name struct {
	Bytes *byte
}

// at returns the byte at offset i.
func (n Name) at(i int) *byte {
	return (*byte)(unsafe.Pointer(uintptr(unsafe.Pointer(n.Bytes)) + uintptr(i)))
}

// ReadVarint reads a length at offset i; it returns how many bytes that took, and the length.
func (n Name) ReadVarint(i int) (width, value int) {
	for shift := uint(0); ; shift += 7 {
		c := *n.at(i + width)
		width++
		value |= int(c&0x7f) << shift
		if c&0x80 == 0 {
			return width, value
		}
	}
}

// Data returns the byte at offset i, and DataChecked too; reason says why it is within the name.
func (n Name) Data(i int) *byte                       { return n.at(i) }
func (n Name) DataChecked(i int, reason string) *byte { return n.at(i) }

// NewName encodes a name.
func NewName(n, tag string, exported, embedded bool) Name {
	if len(n) >= 1<<29 || len(tag) >= 1<<29 {
		panic("abi.NewName: name or tag too long")
	}
	var flags byte
	if exported {
		flags |= 1
	}
	if tag != "" {
		flags |= 2
	}
	if embedded {
		flags |= 8
	}
	b := append(appendVarint([]byte{flags}, len(n)), n...)
	if tag != "" {
		b = append(appendVarint(b, len(tag)), tag...)
	}
	return Name{&b[0]}
}

func appendVarint(b []byte, v int) []byte {
	for ; v >= 0x80; v >>= 7 {
		b = append(b, byte(v)|0x80)
	}
	return append(b, byte(v))
}

// IsBlank reports whether the name is _.
func (n Name) IsBlank() bool { return n.Bytes != nil && n.Name() == "_" }

// IsExported reports whether the name begins with an upper-case letter.
func (n Name) IsExported() bool { return *n.Bytes&1 != 0 }

// HasTag reports whether a struct tag follows.
func (n Name) HasTag() bool { return *n.Bytes&2 != 0 }

// IsEmbedded reports whether the field is embedded.
func (n Name) IsEmbedded() bool { return *n.Bytes&8 != 0 }

// Name returns the text.
func (n Name) Name() string {
	if n.Bytes == nil {
		return ""
	}
	width, length := n.ReadVarint(1)
	return unsafe.String(n.at(1+width), length)
}

// Tag returns the struct tag.
func (n Name) Tag() string {
	if n.Bytes == nil || !n.HasTag() {
		return ""
	}
	width, length := n.ReadVarint(1)
	off := 1 + width + length
	tagwidth, taglen := n.ReadVarint(off)
	return unsafe.String(n.at(off+tagwidth), taglen)
}

// PkgPathOff returns the offset of the name of the package path, or 0.
func (n Name) PkgPathOff() NameOff {
	if n.Bytes == nil || *n.Bytes&4 == 0 {
		return 0
	}
	width, length := n.ReadVarint(1)
	off := 1 + width + length
	if n.HasTag() {
		tagwidth, taglen := n.ReadVarint(off)
		off += taglen + tagwidth
	}
	v := uint32(*n.at(off)) | uint32(*n.at(off + 1))<<8 | uint32(*n.at(off + 2))<<16 | uint32(*n.at(off + 3))<<24
	return NameOff(v)
}
