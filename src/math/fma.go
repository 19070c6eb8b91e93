package math

import (
	"internal/cpu"
	"math/bits"
)

// FMA returns x*y + z, rounded once.
func FMA(x, y, z float64) float64 {
	if cpu.X86.HasFMA {
		return fmaInstruction(x, y, z)
	}
	return fmaExact(x, y, z)
}

// A wide is a number high.low * 2**exp, of 128 bits; inexact says that there was something behind.
type wide struct {
	high, low uint64
	exp       int
	negative  bool
}

// shiftRight moves the binary point; what falls out is remembered in the last bit.
func (w *wide) shiftRight(n uint) {
	w.exp += int(n)
	switch {
	case n == 0:
	case n < 64:
		lost := w.low << (64 - n)
		w.low = w.low>>n | w.high<<(64-n)
		w.high >>= n
		w.low |= sticky(lost)
	case n < 128:
		lost := w.low | w.high<<(128-n) // no bit of high for 64
		w.low = w.high >> (n - 64)
		w.high = 0
		w.low |= sticky(lost)
	default:
		w.low, w.high = sticky(w.high|w.low), 0
	}
}

// sticky returns 1 if x is not 0.
func sticky(x uint64) uint64 {
	if x != 0 {
		return 1
	}
	return 0
}

// normalize shifts left until bit 126 is the highest.
func (w *wide) normalize() {
	n := uint(bits.LeadingZeros64(w.high))
	if w.high == 0 {
		n = 64 + uint(bits.LeadingZeros64(w.low))
	}
	n--
	w.exp -= int(n)
	if n >= 64 {
		w.high, w.low, n = w.low, 0, n-64
	}
	w.high = w.high<<n | w.low>>(64-n)
	w.low <<= n
}

// parts returns the mantissa and the exponent of a finite x that is not 0: |x| is mant * 2**exp.
func parts(x float64) (mant uint64, exp int) {
	frac, e := Frexp(Abs(x))
	return uint64(frac * (1 << (fracBits + 1))), e - fracBits - 1
}

func finite(x float64) bool { return Abs(x) <= MaxFloat64 }

// fmaExact is FMA by integers.
func fmaExact(x, y, z float64) float64 {
	switch {
	case !finite(x) || !finite(y) || x == 0 || y == 0:
		return x*y + z
	case !finite(z):
		return z // the product may be too large for a float, but is finite
	}
	mx, ex := parts(x)
	my, ey := parts(y)
	p := wide{exp: ex + ey, negative: Signbit(x) != Signbit(y)}
	p.high, p.low = bits.Mul64(mx, my)
	p.normalize()
	if z != 0 {
		mz, ez := parts(z)
		q := wide{low: mz, exp: ez, negative: Signbit(z)}
		q.normalize()
		p = p.plus(q)
		if p.high|p.low == 0 {
			return 0
		}
		p.normalize()
	}
	return p.round()
}

// plus adds two normalized numbers.
func (p wide) plus(q wide) wide {
	if p.exp < q.exp || p.exp == q.exp && (p.high < q.high || p.high == q.high && p.low < q.low) {
		p, q = q, p
	}
	q.shiftRight(uint(p.exp - q.exp))
	var carry uint64
	if p.negative == q.negative {
		p.low, carry = bits.Add64(p.low, q.low, 0)
		p.high, _ = bits.Add64(p.high, q.high, carry)
		p.shiftRight(1)
	} else {
		p.low, carry = bits.Sub64(p.low, q.low, 0)
		p.high, _ = bits.Sub64(p.high, q.high, carry)
	}
	return p
}

// round returns the nearest float, the even one of two, of a normalized number.
func (p wide) round() float64 {
	const below = 126 - fracBits // bits that do not fit
	drop := uint(below)
	if least := -expBias - fracBits + 1; p.exp+below < least { // subnormal
		drop = uint(min(least-p.exp, 127))
	}
	p.shiftRight(drop - 2) // two bits more, to round by
	mant := p.low >> 2
	if rest := p.low & 3; rest > 2 || rest == 2 && mant&1 == 1 {
		mant++
	}
	result := Ldexp(float64(mant), p.exp+2)
	if p.negative {
		return -result
	}
	return result
}
