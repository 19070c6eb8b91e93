package reflect

import (
	"internal/abi"
	"unsafe"
)

// A visit is a comparison under way: of two addresses, at a type. Meeting it again inside itself, it counts as equal.
type visit struct {
	a, b unsafe.Pointer
	typ  *abi.Type
}

// visits are the comparisons that have been begun; most need none.
type visits struct {
	begun map[visit]bool
}

// begin notes a comparison and reports whether it is new.
func (vs *visits) begin(v visit) bool {
	if vs.begun[v] {
		return false
	}
	if vs.begun == nil {
		vs.begun = map[visit]bool{}
	}
	vs.begun[v] = true
	return true
}

// DeepEqual reports whether x and y have the same type and, followed through pointers, slices, maps and interfaces, the same
// contents. Functions are equal only if both are nil; an empty slice or map is not equal to a nil one.
func DeepEqual(x, y any) bool {
	if x == nil || y == nil {
		return x == y
	}
	a, b := ValueOf(x), ValueOf(y)
	return a.Type() == b.Type() && deepEqual(a, b, new(visits))
}

// identity returns the address by which a cycle can be recognized, or nil.
func (v Value) identity() unsafe.Pointer {
	switch v.Kind() {
	case Pointer, Map:
		return v.pointer()
	case Slice, Interface:
		return v.ptr
	}
	return nil
}

func deepEqual(a, b Value, under *visits) bool {
	if !a.IsValid() || !b.IsValid() {
		return a.IsValid() == b.IsValid()
	}
	if a.Type() != b.Type() {
		return false
	}
	if p, q := a.identity(), b.identity(); p != nil && q != nil && !under.begin(visit{p, q, a.typ()}) {
		return true
	}
	switch a.Kind() {
	case Array:
		return deepElements(a, b, under)
	case Slice:
		if a.IsNil() != b.IsNil() || a.Len() != b.Len() {
			return false
		}
		return a.UnsafePointer() == b.UnsafePointer() || deepElements(a, b, under)
	case Interface:
		if a.IsNil() || b.IsNil() {
			return a.IsNil() == b.IsNil()
		}
		return deepEqual(a.Elem(), b.Elem(), under)
	case Pointer:
		return a.UnsafePointer() == b.UnsafePointer() || deepEqual(a.Elem(), b.Elem(), under)
	case Struct:
		for i := range a.NumField() {
			if !deepEqual(a.Field(i), b.Field(i), under) {
				return false
			}
		}
		return true
	case Map:
		return deepMaps(a, b, under)
	case Func:
		return a.IsNil() && b.IsNil()
	}
	return a.typ().Equal(a.address(), b.address())
}

func deepElements(a, b Value, under *visits) bool {
	for i := range a.Len() {
		if !deepEqual(a.Index(i), b.Index(i), under) {
			return false
		}
	}
	return true
}

func deepMaps(a, b Value, under *visits) bool {
	if a.IsNil() != b.IsNil() || a.Len() != b.Len() {
		return false
	}
	if a.UnsafePointer() == b.UnsafePointer() {
		return true
	}
	for it := a.MapRange(); it.Next(); {
		other := b.MapIndex(it.Key())
		if !other.IsValid() || !deepEqual(it.Value(), other, under) {
			return false
		}
	}
	return true
}
