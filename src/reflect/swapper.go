package reflect

import (
	"internal/abi"
	"unsafe"
)

// Swapper returns a function that swaps two elements of a slice.
func Swapper(slice any) func(i, j int) {
	v := ValueOf(slice)
	if v.Kind() != Slice {
		panic(&ValueError{Method: "Swapper", Kind: v.Kind()})
	}
	switch n := v.Len(); n {
	case 0, 1:
		return func(i, j int) {
			if uint(i) >= uint(n) || uint(j) >= uint(n) {
				panic("reflect: slice index out of range")
			}
		}
	}
	t := elemOf(v.typ())
	switch {
	case t.Kind_ == abi.String:
		return swapping[string](v)
	case t.PtrBytes != 0 && t.Size_ == 8:
		return swapping[unsafe.Pointer](v)
	case t.PtrBytes != 0:
	case t.Size_ == 8:
		return swapping[uint64](v)
	case t.Size_ == 4:
		return swapping[uint32](v)
	case t.Size_ == 2:
		return swapping[uint16](v)
	case t.Size_ == 1:
		return swapping[uint8](v)
	}
	h := *v.header()
	room := unsafe_New(t)
	return func(i, j int) {
		if uint(i) >= uint(h.Len) || uint(j) >= uint(h.Len) {
			panic("reflect: slice index out of range")
		}
		p, q := add(h.Data, uintptr(i)*t.Size_), add(h.Data, uintptr(j)*t.Size_)
		typedmemmove(t, room, p)
		typedmemmove(t, p, q)
		typedmemmove(t, q, room)
	}
}

// swapping is Swapper for elements that lie in memory as an E does.
func swapping[E any](v Value) func(i, j int) {
	s := *(*[]E)(v.ptr)
	return func(i, j int) { s[i], s[j] = s[j], s[i] }
}
