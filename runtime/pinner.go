package runtime

import (
	"internal/abi"
	"unsafe"
)

// A Pinner keeps objects where they are, for code that is not Go's. Objects never move here, so it
// only has to keep them.
type Pinner struct {
	*pinned
}

// pinned is apart, so that it can say when a Pinner was lost.
type pinned struct {
	objects []unsafe.Pointer
}

// Pin keeps the object that pointer points to until Unpin. pointer is a pointer of any type, or an
// unsafe.Pointer.
func (p *Pinner) Pin(pointer any) {
	e := efaceOf(&pointer)
	if e._type == nil || e._type.Kind_ != abi.Pointer && e._type.Kind_ != abi.UnsafePointer {
		kind := "nil"
		if e._type != nil {
			kind = typeString(e._type)
		}
		panic(errorString("runtime.Pinner: argument is not a pointer: " + kind))
	}
	if p.pinned == nil {
		p.pinned = new(pinned)
		SetFinalizer(p.pinned, func(p *pinned) {
			if len(p.objects) != 0 {
				throw("runtime.Pinner: found leaking pinned pointer; forgot to call Unpin?")
			}
		})
	}
	p.objects = append(p.objects, e.data)
}

// Unpin lets go of all objects.
func (p *Pinner) Unpin() {
	if p.pinned != nil {
		clear(p.objects)
		p.objects = p.objects[:0]
	}
}
