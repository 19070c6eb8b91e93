// Package weak has pointers that do not keep what they point to.
package weak

import (
	"internal/abi"
	"runtime"
	"unsafe"
)

// A Pointer is a weak pointer to a T. Two are equal if they were made from equal pointers, even if the object has gone meanwhile;
// the zero Pointer equals those that were made from nil.
type Pointer[T any] struct {
	_      [0]*T // pointers to different types do not convert
	handle unsafe.Pointer
}

// Make makes a weak pointer of ptr.
func Make[T any](ptr *T) Pointer[T] {
	ptr = abi.Escape(ptr) // it must point to an object of its own, not into a stack
	var p Pointer[T]
	if ptr != nil {
		p.handle = runtime_registerWeakPointer(unsafe.Pointer(ptr))
	}
	runtime.KeepAlive(ptr)
	return p
}

// Value returns the pointer, or nil when the object has been or may be freed.
func (p Pointer[T]) Value() *T {
	if p.handle == nil {
		return nil
	}
	return (*T)(runtime_makeStrongFromWeak(p.handle))
}

// What the runtime provides.

func runtime_registerWeakPointer(unsafe.Pointer) unsafe.Pointer
func runtime_makeStrongFromWeak(unsafe.Pointer) unsafe.Pointer
