// Package sys holds what the runtime needs to know about the machine and
// about its own frames. The first three functions have no bodies: the compiler
// puts instructions in the place of each call.
package sys

import "internal/goarch"

// Facts about the machine.
const (
	DefaultPhysPageSize  = goarch.DefaultPhysPageSize
	PCQuantum            = goarch.PCQuantum
	Int64Align           = goarch.Int64Align
	MinFrameSize         = goarch.MinFrameSize
	StackAlign           = goarch.StackAlign
	StackGuardMultiplier = 1
)

// NotInHeap is embedded in types whose values never lie in the collected heap.
type NotInHeap struct{ _ nih }

type nih struct{}

// DITSupported says whether the processor has a mode in which the time of instructions does not
// depend on data. amd64 has none: the functions do nothing.
var DITSupported = false

func EnableDIT() bool  { return false }
func DITEnabled() bool { return false }
func DisableDIT()      {}

// Prefetch and PrefetchStreamed say that the memory at addr will be needed; the second, only once.
func Prefetch(addr uintptr)         {}
func PrefetchStreamed(addr uintptr) {}

// GetCallerPC returns the address to which the calling function will return.
func GetCallerPC() uintptr

// GetCallerSP returns the stack pointer of the calling function's caller as it
// was just before the call.
func GetCallerSP() uintptr

// GetClosurePtr returns the closure context (register DX at entry). It must be
// the first thing its caller does.
func GetClosurePtr() uintptr

// A de Bruijn sequence: its 64 windows of 6 bits are all different, so that the top bits of
// sequence << n tell n. The table turns them back into n (Leiserson, Prokop, Randall, "Using
// de Bruijn Sequences to Index a 1 in a Computer Word", 1998).
const (
	deBruijn      = 0x03f79d71b4cb0a89
	deBruijnIndex = "" +
		"\x00\x01\x30\x02\x39\x31\x1c\x03\x3d\x3a\x32\x2a\x26\x1d\x11\x04" +
		"\x3e\x37\x3b\x24\x35\x33\x2b\x16\x2d\x27\x21\x1e\x18\x12\x0c\x05" +
		"\x3f\x2f\x38\x1b\x3c\x29\x25\x10\x36\x23\x34\x15\x2c\x20\x17\x0b" +
		"\x2e\x1a\x28\x0f\x22\x14\x1f\x0a\x19\x0e\x13\x09\x0d\x08\x07\x06"
)

// TrailingZeros64 counts the zero bits below the lowest set bit; 64 for zero.
//
//go:nosplit
func TrailingZeros64(x uint64) int {
	if x == 0 {
		return 64
	}
	return int(deBruijnIndex[x&-x*deBruijn>>58])
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

// TrailingZeros8 counts the zero bits below the lowest set bit; 8 for zero.
func TrailingZeros8(x uint8) int { return TrailingZeros32(uint32(x) | 1<<8) }

// Len8 returns the number of bits needed to write x.
func Len8(x uint8) int { return Len64(uint64(x)) }

// LeadingZeros64 and LeadingZeros8 count the zero bits above the highest set bit.
func LeadingZeros64(x uint64) int { return 64 - Len64(x) }
func LeadingZeros8(x uint8) int   { return 8 - Len8(x) }

// Bswap64 and Bswap32 turn the order of bytes around.
func Bswap64(x uint64) uint64 { return uint64(Bswap32(uint32(x)))<<32 | uint64(Bswap32(uint32(x>>32))) }
func Bswap32(x uint32) uint32 { return x>>24 | x>>8&0xff00 | x<<8&0xff0000 | x<<24 }
