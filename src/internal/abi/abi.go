package abi

import "unsafe"

// The registers that arguments travel in.
const (
	IntArgRegs   = 9
	FloatArgRegs = 15

	EffectiveFloatRegSize = 8 // bytes of a float register that are used
)

// RegArgs holds the arguments, and then the results, of a call in registers. Assembly knows the first
// two fields.
type RegArgs struct {
	Ints   [IntArgRegs]uintptr
	Floats [FloatArgRegs]uint64

	Ptrs        [IntArgRegs]unsafe.Pointer // Ints again, where the collector sees them
	ReturnIsPtr IntArgRegBitmap            // integer registers that hold pointers after the call
}

// IntRegArgAddr returns where a value of argSize bytes is in integer register reg.
func (r *RegArgs) IntRegArgAddr(reg int, argSize uintptr) unsafe.Pointer {
	if argSize == 0 || argSize > 8 || argSize&(argSize-1) != 0 {
		panic("invalid argSize")
	}
	return unsafe.Pointer(&r.Ints[reg]) // little-endian: at the beginning
}

// IntArgRegBitmap has a bit for each integer register.
type IntArgRegBitmap [(IntArgRegs + 7) / 8]uint8

// Set sets bit i.
func (b *IntArgRegBitmap) Set(i int) { b[i/8] |= 1 << (i % 8) }

// Get returns bit i.
//
//go:nosplit
func (b *IntArgRegBitmap) Get(i int) bool { return b[i/8]>>(i%8)&1 != 0 }

// Dump prints the registers, for debugging.
func (r *RegArgs) Dump() {
	print("Ints:")
	for _, v := range r.Ints {
		print(" ", v)
	}
	print("\nFloats:")
	for _, v := range r.Floats {
		print(" ", v)
	}
	print("\nPtrs:")
	for _, v := range r.Ptrs {
		print(" ", v)
	}
	println()
}
