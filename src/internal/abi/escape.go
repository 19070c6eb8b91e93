package abi

import "unsafe"

// NoEscape hides where a pointer comes from: what it points to may stay on the stack. The caller
// knows that it is not kept.
//
//go:nosplit
//go:nocheckptr
func NoEscape(p unsafe.Pointer) unsafe.Pointer {
	// nosplit: it is used where the stack must not move.
	hidden := uintptr(p) ^ 0
	return unsafe.Pointer(hidden)
}

var (
	alwaysFalse bool
	escapeSink  any
)

// Escape makes what x points to escape to the heap.
func Escape[T any](x T) T {
	if alwaysFalse {
		escapeSink = x
	}
	return x
}

// EscapeNonString makes v escape unless it is a string; EscapeToResultNonString says that its result
// holds v under the same condition. Escape analysis decides without knowing T: both escape.
func EscapeNonString[T any](v T) { Escape(v) }

func EscapeToResultNonString[T any](v T) T { return v }
