package reflect

import (
	"internal/abi"
	"unsafe"
)

// header returns the words of a slice.
func (v Value) header() *sliceHeader { return (*sliceHeader)(v.ptr) }

// arrayPtr returns the array type that v points to, or nil.
func (v Value) arrayPtr() *abi.Type {
	if v.kind() == Pointer && elemOf(v.typ()).Kind_ == abi.Array {
		return elemOf(v.typ())
	}
	return nil
}

// Len returns the length of an array, chan, map, slice, string or of an array pointed to.
func (v Value) Len() int {
	switch v.kind() {
	case Slice:
		return v.header().Len
	case String:
		return len(*(*string)(v.ptr))
	case Array:
		return toRType(v.typ()).Len()
	case Chan:
		return chanlen(v.pointer())
	case Map:
		return v.mapLen()
	}
	if t := v.arrayPtr(); t != nil {
		return toRType(t).Len()
	}
	if v.kind() == Pointer {
		panic("reflect: call of reflect.Value.Len on ptr to non-array Value")
	}
	panic(&ValueError{"reflect.Value.Len", v.kind()})
}

// Cap returns the capacity of an array, chan, slice or of an array pointed to.
func (v Value) Cap() int {
	switch v.kind() {
	case Slice:
		return v.header().Cap
	case Array:
		return toRType(v.typ()).Len()
	case Chan:
		return chancap(v.pointer())
	}
	if t := v.arrayPtr(); t != nil {
		return toRType(t).Len()
	}
	if v.kind() == Pointer {
		panic("reflect: call of reflect.Value.Cap on ptr to non-array Value")
	}
	panic(&ValueError{"reflect.Value.Cap", v.kind()})
}

// uint8Type is the type of a string's elements.
var uint8Type = TypeOf(uint8(0)).common()

// Index returns the i-th element of an array, slice or string.
func (v Value) Index(i int) Value {
	switch v.kind() {
	case Slice:
		h := v.header()
		if uint(i) >= uint(h.Len) {
			panic("reflect: slice index out of range")
		}
		t := elemOf(v.typ())
		return Value{t, add(h.Data, uintptr(i)*t.Size_), flagAddr | flagIndir | v.flag.ro() | flag(t.Kind_)}
	case Array:
		if uint(i) >= uint(v.Len()) {
			panic("reflect: array index out of range")
		}
		t := elemOf(v.typ())
		f := v.flag&(flagIndir|flagAddr) | v.flag.ro() | flag(t.Kind_)
		if f&flagIndir == 0 {
			return Value{t, v.ptr, f} // the only element
		}
		return Value{t, add(v.ptr, uintptr(i)*t.Size_), f}
	case String:
		s := *(*string)(v.ptr)
		if uint(i) >= uint(len(s)) {
			panic("reflect: string index out of range")
		}
		p := add(unsafe.Pointer(unsafe.StringData(s)), uintptr(i))
		return Value{uint8Type, p, v.flag.ro() | flag(Uint8) | flagIndir}
	}
	panic(&ValueError{"reflect.Value.Index", v.kind()})
}

// Bytes returns the bytes of a slice or an addressable array of bytes.
func (v Value) Bytes() []byte {
	switch v.kind() {
	case Slice:
		if elemOf(v.typ()).Kind_ != abi.Uint8 {
			panic("reflect.Value.Bytes of non-byte slice")
		}
		return *(*[]byte)(v.ptr)
	case Array:
		if elemOf(v.typ()).Kind_ != abi.Uint8 {
			panic("reflect.Value.Bytes of non-byte array")
		}
		if !v.CanAddr() {
			panic("reflect.Value.Bytes of unaddressable byte array")
		}
		return unsafe.Slice((*byte)(v.ptr), v.Len())
	}
	panic(&ValueError{"reflect.Value.Bytes", v.kind()})
}

// runes returns the runes of a slice of them.
func (v Value) runes() []rune {
	v.need(Slice, "runes")
	if elemOf(v.typ()).Kind_ != abi.Int32 {
		panic("reflect.Value.Bytes of non-rune slice")
	}
	return *(*[]rune)(v.ptr)
}

// SetBytes sets a slice of bytes.
func (v Value) SetBytes(x []byte) {
	v.needSettable("SetBytes")
	v.need(Slice, "SetBytes")
	if elemOf(v.typ()).Kind_ != abi.Uint8 {
		panic("reflect.Value.SetBytes of non-byte slice")
	}
	*(*[]byte)(v.ptr) = x
}

// SetLen sets the length of a slice.
func (v Value) SetLen(n int) {
	v.needSettable("SetLen")
	v.need(Slice, "SetLen")
	if uint(n) > uint(v.header().Cap) {
		panic("reflect: slice length out of range in SetLen")
	}
	v.header().Len = n
}

// SetCap sets the capacity of a slice.
func (v Value) SetCap(n int) {
	v.needSettable("SetCap")
	v.need(Slice, "SetCap")
	h := v.header()
	if n < h.Len || n > h.Cap {
		panic("reflect: slice capacity out of range in SetCap")
	}
	h.Cap = n
}

// MakeSlice makes a slice.
func MakeSlice(typ Type, len, cap int) Value {
	if typ.Kind() != Slice {
		panic("reflect.MakeSlice of non-slice type")
	}
	if len < 0 {
		panic("reflect.MakeSlice: negative len")
	}
	if cap < 0 {
		panic("reflect.MakeSlice: negative cap")
	}
	if len > cap {
		panic("reflect.MakeSlice: len > cap")
	}
	h := &sliceHeader{unsafe_NewArray(typ.Elem().common(), cap), len, cap}
	return Value{typ.common(), unsafe.Pointer(h), flagIndir | flag(Slice)}
}

// A SliceHeader was a way to look into a slice. It does not keep the array.
//
// Deprecated: unsafe.Slice and unsafe.SliceData do that.
type SliceHeader struct {
	Data uintptr
	Len  int
	Cap  int
}

// A StringHeader is the same for strings.
//
// Deprecated: unsafe.String and unsafe.StringData do that.
type StringHeader struct {
	Data uintptr
	Len  int
}

// SliceAt returns a slice of n values that begin at p.
func SliceAt(typ Type, p unsafe.Pointer, n int) Value {
	unsafeslice(typ.common(), p, n)
	h := &sliceHeader{p, n, n}
	return Value{SliceOf(typ).common(), unsafe.Pointer(h), flagIndir | flag(Slice)}
}

// parts returns where the array under an array, slice or string begins, its length and capacity, and the type of a slice of it.
func (v Value) parts(method string) (base unsafe.Pointer, length, capacity int, t *abi.Type) {
	switch v.kind() {
	case Array:
		if v.flag&flagAddr == 0 {
			panic("reflect.Value." + method + ": slice of unaddressable array")
		}
		at := (*abi.ArrayType)(unsafe.Pointer(v.typ()))
		return v.ptr, int(at.Len), int(at.Len), at.Slice
	case Slice:
		h := v.header()
		return h.Data, h.Len, h.Cap, v.typ()
	}
	panic(&ValueError{"reflect.Value." + method, v.kind()})
}

// slicing returns [i:j:k] of the array at base.
func slicing(base unsafe.Pointer, i, j, k int, t *abi.Type, ro flag) Value {
	h := &sliceHeader{base, j - i, k - i}
	if k > i {
		h.Data = add(base, uintptr(i)*elemOf(t).Size_)
	}
	return Value{t, unsafe.Pointer(h), ro | flagIndir | flag(Slice)}
}

// Slice returns v[i:j].
func (v Value) Slice(i, j int) Value {
	if v.kind() == String {
		s := *(*string)(v.ptr)
		if i < 0 || j < i || j > len(s) {
			panic("reflect.Value.Slice: string slice index out of bounds")
		}
		t := s[i:j]
		return Value{v.typ(), unsafe.Pointer(&t), v.flag &^ flagAddr}
	}
	base, _, c, t := v.parts("Slice")
	if i < 0 || j < i || j > c {
		panic("reflect.Value.Slice: slice index out of bounds")
	}
	return slicing(base, i, j, c, t, v.flag.ro())
}

// Slice3 returns v[i:j:k].
func (v Value) Slice3(i, j, k int) Value {
	base, _, c, t := v.parts("Slice3")
	if i < 0 || j < i || k < j || k > c {
		panic("reflect.Value.Slice3: slice index out of bounds")
	}
	return slicing(base, i, j, k, t, v.flag.ro())
}

// Grow makes room for n more elements in a slice that can be set.
func (v Value) Grow(n int) {
	v.needSettable("Grow")
	v.need(Slice, "Grow")
	if n < 0 {
		panic("reflect.Value.Grow: negative len")
	}
	h := v.header()
	if h.Len+n < 0 {
		panic("reflect.Value.Grow: slice overflow")
	}
	if h.Len+n > h.Cap {
		length := h.Len
		*h = growslice(elemOf(v.typ()), *h, n)
		h.Len = length
	}
}

// extended returns a new slice value with the elements of s and room for n more, and its old length.
func (s Value) extended(n int) (grown Value, length int) {
	h := new(sliceHeader)
	*h = *s.header()
	grown = Value{s.typ(), unsafe.Pointer(h), flagIndir | flagAddr | s.flag&flagRO | flag(Slice)}
	grown.Grow(n)
	length = h.Len
	h.Len += n
	return grown, length
}

// Append returns s with x behind.
func Append(s Value, x ...Value) Value {
	s.needSlice()
	s.exportedFor(noMethod)
	grown, n := s.extended(len(x))
	for i, e := range x {
		grown.Index(n + i).Set(e)
	}
	grown.flag &^= flagAddr
	return grown
}

// AppendSlice returns s with the elements of t behind.
func AppendSlice(s, t Value) Value {
	s.needSlice()
	t.needSlice()
	if a, b := elemOf(s.typ()), elemOf(t.typ()); a != b {
		panic("reflect.AppendSlice: " + stringFor(a) + " != " + stringFor(b))
	}
	s.exportedFor(noMethod)
	grown, n := s.extended(t.Len())
	Copy(grown.Slice(n, grown.Len()), t)
	grown.flag &^= flagAddr
	return grown
}

// Copy copies elements of a slice, array or string to a slice or array, as many as fit, and returns how many.
func Copy(dst, src Value) int {
	if k := dst.kind(); k != Array && k != Slice {
		panic(&ValueError{"reflect.Copy", k})
	}
	if dst.kind() == Array {
		dst.settableFor(noMethod)
	}
	dst.exportedFor(noMethod)
	to := dst.elements("Copy")
	et := elemOf(dst.typ())
	var from sliceHeader
	if src.kind() == String && et.Kind_ == abi.Uint8 {
		src.exportedFor(noMethod)
		s := *(*string)(src.ptr)
		from = sliceHeader{unsafe.Pointer(unsafe.StringData(s)), len(s), len(s)}
	} else {
		from = src.elements("Copy")
		src.exportedFor(noMethod)
		if elemOf(src.typ()) != et {
			panic("reflect.Copy: " + stringFor(et) + " != " + stringFor(elemOf(src.typ())))
		}
	}
	return typedslicecopy(et, to, from)
}

// elements returns the elements of an array or slice.
func (v *Value) elements(method string) sliceHeader {
	switch v.kind() {
	case Array:
		return sliceHeader{v.address(), v.Len(), v.Len()}
	case Slice:
		return *v.header()
	}
	panic(&ValueError{"reflect." + method, v.kind()})
}

// Clear makes a map empty, or sets all elements of a slice to zero.
func (v Value) Clear() {
	switch v.Kind() {
	case Slice:
		typedarrayclear(elemOf(v.typ()), v.header().Data, v.header().Len)
	case Map:
		v.mapClear()
	default:
		panic(&ValueError{"reflect.Value.Clear", v.Kind()})
	}
}
