// Package goarch describes the one machine this tree compiles for.
package goarch

// PtrSize is the number of bytes in a pointer, and in an int.
const PtrSize = 8

// Facts about amd64 that allocation and unwinding depend on.
const (
	GOARCH              = "amd64"
	BigEndian           = false
	PCQuantum           = 1 // instructions may start at any byte
	MinFrameSize        = 0 // no words are reserved below the caller's frame
	StackAlign          = PtrSize
	Int64Align          = 8
	DefaultPhysPageSize = 4096
)

// IsAmd64 lets constant expressions choose by machine.
const IsAmd64 = 1
