// Package math holds overflow-checked arithmetic on sizes.
package math

// MaxUintptr is the largest uintptr.
const MaxUintptr = ^uintptr(0)

// The largest values of other types.
const (
	MaxUint16 = ^uint16(0)
	MaxUint32 = ^uint32(0)
	MaxUint64 = ^uint64(0)
	MaxInt64  = int64(MaxUint64 >> 1)
)

// MulUintptr returns a * b and whether the product overflowed.
//
//go:nosplit
func MulUintptr(a, b uintptr) (uintptr, bool) {
	if (a|b)>>32 == 0 || a == 0 {
		return a * b, false
	}
	return a * b, b > MaxUintptr/a
}

// Mul64 returns the 128-bit product of x and y, by schoolbook multiplication
// of 32-bit halves.
//
//go:nosplit
func Mul64(x, y uint64) (hi, lo uint64) {
	const low = 1<<32 - 1
	x1, x0 := x>>32, x&low
	y1, y0 := y>>32, y&low
	mid := x1*y0 + x0*y0>>32
	mid2 := mid&low + x0*y1
	return x1*y1 + mid>>32 + mid2>>32, x * y
}

// Add64 returns x + y + carry and the carry out of it.
//
//go:nosplit
func Add64(x, y, carry uint64) (sum, carryOut uint64) {
	sum = x + y + carry
	return sum, (x&y | (x|y)&^sum) >> 63
}
