package strconv

import (
	"math"
	"math/bits"
)

// The float nearest to a decimal number, in three ways, from fast to exact.

// tens are the powers of ten that a float64 holds exactly.
var tens = [...]float64{
	1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
	1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
}

// nearest returns the float nearest to x, a decimal number.
func (l *layout) nearest(x *numeral) (stored uint64, ok bool) {
	if x.mant == 0 {
		return 0, true
	}
	if !x.cut {
		if stored, ok := l.byFloat(x.mant, x.exp); ok {
			return stored, true
		}
	}
	low, sure := l.byProduct(x.mant, x.exp)
	if sure && x.cut {
		var high uint64
		high, sure = l.byProduct(x.mant+1, x.exp)
		sure = sure && low == high
	}
	if !sure {
		low = l.byComparing(x, low)
	}
	return low, low < l.infinity()
}

// byFloat multiplies or divides two floats that are exact, which rounds once (Clinger, "How to Read
// Floating-Point Numbers Accurately", 1990).
func (l *layout) byFloat(mant uint64, exp int) (stored uint64, ok bool) {
	if mant>>(l.mantBits+1) != 0 {
		return 0, false
	}
	if l.mantBits == layout32.mantBits {
		if exp < -10 || exp > 10 {
			return 0, false
		}
		f := float32(mant)
		if exp < 0 {
			f /= float32(tens[-exp])
		} else {
			f *= float32(tens[exp])
		}
		return uint64(math.Float32bits(f)), true
	}
	if exp < -22 || exp > 22 {
		return 0, false
	}
	f := float64(mant)
	if exp < 0 {
		f /= tens[-exp]
	} else {
		f *= tens[exp]
	}
	return math.Float64bits(f), true
}

// byProduct multiplies mant by a 128-bit power of ten (Lemire, "Number Parsing at a Gigabyte per
// Second", 2021). The result is sure unless what was cut off the power could change the rounding; then it
// is the right float or a neighbour.
func (l *layout) byProduct(mant uint64, exp int) (stored uint64, sure bool) {
	if exp < minPow10 {
		return 0, true
	}
	if exp > maxPow10 {
		return l.infinity(), true
	}
	zeros := bits.LeadingZeros64(mant)
	mant <<= uint(zeros)
	p := powersOfTen[exp-minPow10]
	inexact := exp < 0 || exp > 55

	// The product has three words, of which the lowest only says that there is more.
	hi, mid := bits.Mul64(mant, p.hi)
	over, low := bits.Mul64(mant, p.lo)
	mid, carry := bits.Add64(mid, over, 0)
	hi += carry
	more := inexact || low != 0

	binary := floorLog2Pow10(exp) + 1 - zeros // exponent of the last bit of hi
	stored = l.words(hi, mid, binary, more)
	if !inexact {
		return stored, true
	}
	// Less than one unit of the power's last bit was cut off: less than mant in the lowest word.
	_, carry = bits.Add64(low, mant-1, 0)
	mid, carry = bits.Add64(mid, 0, carry)
	if carry == 0 && mid<<1 != 0 {
		return stored, true
	}
	return stored, stored == l.words(hi+carry, mid, binary, more)
}

// words returns the float nearest to (hi + mid/2**64) * 2**exp, or a little more. At most the highest bit of hi
// is 0.
func (l *layout) words(hi, mid uint64, exp int, more bool) uint64 {
	if hi>>63 == 0 {
		hi = hi<<1 | mid>>63
		mid <<= 1
		exp--
	}
	stored, _ := l.binary(hi, exp, more || mid != 0)
	return stored
}

// byComparing moves from a float near x to the nearest, by comparing all the digits of x with the midpoints
// between floats.
func (l *layout) byComparing(x *numeral, stored uint64) uint64 {
	// x is value * 10**exp. No midpoint has more than maxDigits digits: of what follows it only counts
	// whether there is more.
	var value natural
	exp, count, point, more := x.power, 0, false, false
	for i := range len(x.text) {
		switch c := x.text[i]; c {
		case '.':
			point = true
			continue
		case '_':
			continue
		default:
			if count < maxDigits {
				value = value.mul(10, uint32(c-'0'))
				if len(value) > 0 {
					count++
				}
			} else {
				exp++
				more = more || c != '0'
			}
		}
		if point {
			exp--
		}
	}
	if more {
		value = value.mul(10, 1)
		exp--
	}
	for stored < l.infinity() && l.above(value, exp, stored) {
		stored++
	}
	for stored > 0 && !l.above(value, exp, stored-1) {
		stored--
	}
	return stored
}

// above reports whether value * 10**exp is nearer to the float after stored than to stored, or right between and
// stored is odd.
func (l *layout) above(value natural, exp int, stored uint64) bool {
	mant, e := stored&(1<<l.mantBits-1), int(stored>>l.mantBits)
	if e == 0 {
		e = 1
	} else {
		mant |= 1 << l.mantBits
	}
	e += l.bias - int(l.mantBits) - 1 // the midpoint is (2*mant + 1) * 2**e

	left := append(natural(nil), value...)
	right := natural(nil).mul(0, uint32((2*mant+1)>>32)).shift(32).mul(1, uint32(2*mant+1))
	if exp >= 0 {
		left = left.scale(exp)
	} else {
		right = right.scale(-exp)
	}
	if exp >= e {
		left = left.shift(exp - e)
	} else {
		right = right.shift(e - exp)
	}
	order := left.compare(right)
	return order > 0 || order == 0 && stored&1 != 0
}

// natural is a natural number in base 1<<32, lowest digit first, the highest not 0.
type natural []uint32

// mul returns x*m + add, in the memory of x.
func (x natural) mul(m, add uint32) natural {
	carry := uint64(add)
	for i, d := range x {
		carry += uint64(d) * uint64(m)
		x[i] = uint32(carry)
		carry >>= 32
	}
	if carry != 0 {
		x = append(x, uint32(carry))
	}
	return x
}

// scale returns x * 5**n.
func (x natural) scale(n int) natural {
	for ; n >= fivePowerOf; n -= fivePowerOf {
		x = x.mul(fivePower, 0)
	}
	for ; n > 0; n-- {
		x = x.mul(5, 0)
	}
	return x
}

// shift returns x << n.
func (x natural) shift(n int) natural {
	if len(x) == 0 {
		return x
	}
	x = x.mul(1<<uint(n%32), 0)
	return append(make(natural, n/32), x...)
}

// compare returns -1, 0 or +1 as x is less than, equal to or greater than y.
func (x natural) compare(y natural) int {
	if len(x) != len(y) {
		if len(x) < len(y) {
			return -1
		}
		return +1
	}
	for i := len(x) - 1; i >= 0; i-- {
		if x[i] != y[i] {
			if x[i] < y[i] {
				return -1
			}
			return +1
		}
	}
	return 0
}
