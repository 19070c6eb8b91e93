// Package sys holds what the runtime needs to know about the machine and
// about its own frames. The first three functions have no bodies: the compiler
// puts instructions in the place of each call.
package sys

// GetCallerPC returns the address to which the calling function will return.
func GetCallerPC() uintptr

// GetCallerSP returns the stack pointer of the calling function's caller as it
// was just before the call.
func GetCallerSP() uintptr

// GetClosurePtr returns the closure context (register DX at entry). It must be
// the first thing its caller does.
func GetClosurePtr() uintptr

// TrailingZeros64 counts the zero bits below the lowest set bit; 64 for zero.
//
//go:nosplit
func TrailingZeros64(x uint64) int {
	if x == 0 {
		return 64
	}
	n := 0
	if x&0xffffffff == 0 {
		n += 32
		x >>= 32
	}
	if x&0xffff == 0 {
		n += 16
		x >>= 16
	}
	for x&1 == 0 {
		n++
		x >>= 1
	}
	return n
}

// TrailingZeros32 counts the zero bits below the lowest set bit; 32 for zero.
//
//go:nosplit
func TrailingZeros32(x uint32) int {
	if x == 0 {
		return 32
	}
	return TrailingZeros64(uint64(x))
}

// Len64 returns the number of bits needed to write x; 0 for zero.
//
//go:nosplit
func Len64(x uint64) int {
	n := 0
	for step := uint(32); step > 0; step >>= 1 {
		if x>>step != 0 {
			x >>= step
			n += int(step)
		}
	}
	return n + int(x)
}

// OnesCount64 counts the set bits of x, by adding neighbours in ever wider
// fields.
//
//go:nosplit
func OnesCount64(x uint64) int {
	x -= x >> 1 & 0x5555555555555555
	x = x&0x3333333333333333 + x>>2&0x3333333333333333
	x = (x + x>>4) & 0x0f0f0f0f0f0f0f0f
	return int(x * 0x0101010101010101 >> 56)
}
