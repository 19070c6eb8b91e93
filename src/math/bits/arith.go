package bits

import _ "unsafe" // for go:linkname

// The panics of division are the runtime's own.

//go:linkname overflowError runtime.overflowError
var overflowError error

//go:linkname divideError runtime.divideError
var divideError error

// Add returns x + y + carry and the carry out. The carry must be 0 or 1.
func Add(x, y, carry uint) (sum, carryOut uint) {
	s, c := Add64(uint64(x), uint64(y), uint64(carry))
	return uint(s), uint(c)
}

// Add32 returns x + y + carry and the carry out. The carry must be 0 or 1.
func Add32(x, y, carry uint32) (sum, carryOut uint32) {
	wide := uint64(x) + uint64(y) + uint64(carry)
	return uint32(wide), uint32(wide >> 32)
}

// Add64 returns x + y + carry and the carry out. The carry must be 0 or 1. Bit 63 overflows when both
// operands have it, or one does and the sum does not.
func Add64(x, y, carry uint64) (sum, carryOut uint64) {
	sum = x + y + carry
	return sum, (x&y | (x|y)&^sum) >> 63
}

// Sub returns x - y - borrow and the borrow out. The borrow must be 0 or 1.
func Sub(x, y, borrow uint) (diff, borrowOut uint) {
	d, b := Sub64(uint64(x), uint64(y), uint64(borrow))
	return uint(d), uint(b)
}

// Sub32 returns x - y - borrow and the borrow out. The borrow must be 0 or 1.
func Sub32(x, y, borrow uint32) (diff, borrowOut uint32) {
	wide := uint64(x) - uint64(y) - uint64(borrow)
	return uint32(wide), uint32(wide >> 63)
}

// Sub64 returns x - y - borrow and the borrow out. The borrow must be 0 or 1.
func Sub64(x, y, borrow uint64) (diff, borrowOut uint64) {
	diff = x - y - borrow
	return diff, (y&^x | (y|^x)&diff) >> 63
}

// Mul returns the 128 bits of x * y.
func Mul(x, y uint) (hi, lo uint) {
	h, l := Mul64(uint64(x), uint64(y))
	return uint(h), uint(l)
}

// Mul32 returns the 64 bits of x * y.
func Mul32(x, y uint32) (hi, lo uint32) {
	wide := uint64(x) * uint64(y)
	return uint32(wide >> 32), uint32(wide)
}

// Mul64 returns the 128 bits of x * y, added up from four products of halves.
func Mul64(x, y uint64) (hi, lo uint64) {
	const low = 1<<32 - 1
	xh, xl := x>>32, x&low
	yh, yl := y>>32, y&low
	cross := xh*yl + xl*yl>>32 // cannot overflow
	other := xl*yh + cross&low // nor can this
	return xh*yh + cross>>32 + other>>32, x * y
}

// Div returns quotient and remainder of the 128 bits hi, lo by y. It panics when y is 0, or when the
// quotient has more than 64 bits: y <= hi.
func Div(hi, lo, y uint) (quo, rem uint) {
	q, r := Div64(uint64(hi), uint64(lo), uint64(y))
	return uint(q), uint(r)
}

// Div32 returns quotient and remainder of the 64 bits hi, lo by y. It panics when y is 0, or when the
// quotient has more than 32 bits: y <= hi.
func Div32(hi, lo, y uint32) (quo, rem uint32) {
	if y == 0 {
		panic(divideError)
	}
	if y <= hi {
		panic(overflowError)
	}
	wide := uint64(hi)<<32 | uint64(lo)
	return uint32(wide / uint64(y)), uint32(wide % uint64(y))
}

// Div64 returns quotient and remainder of the 128 bits hi, lo by y. It panics when y is 0, or when the
// quotient has more than 64 bits: y <= hi.
func Div64(hi, lo, y uint64) (quo, rem uint64) {
	if y == 0 {
		panic(divideError)
	}
	if y <= hi {
		panic(overflowError)
	}
	if hi == 0 {
		return lo / y, lo % y
	}
	// Schoolbook division in base 1<<32, the divisor shifted so that its highest bit is set: then the
	// estimate of a digit is too large by at most 2 (Knuth, TAOCP volume 2, 4.3.1, theorem B).
	shift := uint(LeadingZeros64(y))
	y <<= shift
	hi = hi<<shift | lo>>(64-shift)
	lo <<= shift
	high, rem := digit(hi, lo>>32, y)
	low, rem := digit(rem, lo&(1<<32-1), y)
	return high<<32 | low, rem >> shift
}

// digit divides rem<<32 + next by y, whose highest bit is set; rem < y. The quotient has 32 bits.
func digit(rem, next, y uint64) (quo, rest uint64) {
	top, bottom := y>>32, y&(1<<32-1)
	quo, rest = rem/top, rem%top
	for quo>>32 != 0 || quo*bottom > rest<<32|next {
		quo--
		rest += top
		if rest>>32 != 0 {
			break
		}
	}
	return quo, rem<<32 + next - quo*y
}

// Rem returns the remainder of the 128 bits hi, lo by y. It panics when y is 0.
func Rem(hi, lo, y uint) uint { return uint(Rem64(uint64(hi), uint64(lo), uint64(y))) }

// Rem32 returns the remainder of the 64 bits hi, lo by y. It panics when y is 0.
func Rem32(hi, lo, y uint32) uint32 {
	return uint32((uint64(hi)<<32 | uint64(lo)) % uint64(y))
}

// Rem64 returns the remainder of the 128 bits hi, lo by y. It panics when y is 0.
func Rem64(hi, lo, y uint64) uint64 {
	_, rem := Div64(hi%y, lo, y)
	return rem
}
