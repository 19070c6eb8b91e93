package maps

import (
	"internal/abi"
	"unsafe"
)

// An unhashableTypeError is what looking for a key in an empty map panics with, when the key
// holds a value of a type that cannot be hashed. (A map with entries hashes the key, and the
// runtime's hash function panics.)
type unhashableTypeError struct{ typ *abi.Type }

func (unhashableTypeError) RuntimeError() {}

func (e unhashableTypeError) Error() string {
	return "hash of unhashable type: " + typeString(e.typ)
}

// checkKey panics unless the value of type t at p can be hashed.
func checkKey(t *abi.Type, p unsafe.Pointer) {
	switch t.Kind() {
	case abi.Interface:
		checkBoxed(t, p)
	case abi.Struct:
		for _, f := range t.StructType().Fields {
			if f.Name.Name() != "_" {
				checkKey(f.Typ, add(p, f.Offset))
			}
		}
	case abi.Array:
		a := t.ArrayType()
		for i := uintptr(0); i < a.Len; i++ {
			checkKey(a.Elem, add(p, i*a.Elem.Size_))
		}
	}
}

// checkBoxed does the same for what is in an interface.
func checkBoxed(t *abi.Type, p unsafe.Pointer) {
	var dynamic *abi.Type
	if tab := *(*unsafe.Pointer)(p); tab == nil {
		return
	} else if len(t.InterfaceType().Methods) == 0 {
		dynamic = (*abi.Type)(tab)
	} else {
		dynamic = (*abi.ITab)(tab).Type
	}
	data := add(p, unsafe.Sizeof(p))
	switch {
	case dynamic.Equal == nil:
		panic(unhashableTypeError{dynamic})
	case dynamic.IsDirectIface():
		checkKey(dynamic, data)
	default:
		checkKey(dynamic, *(*unsafe.Pointer)(data))
	}
}
