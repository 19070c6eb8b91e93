package strconv

import "math/bits"

// The shortest decimal that reads back as the same float, and of these the one nearest to it.
//
// The algorithm is Raffaello Giulietti's ("The Schubfach way to render doubles", 2022): between the
// neighbours' midpoints lies a multiple of 10**k for a k that depends on the exponent alone, and perhaps
// one of 10**(k+1). Four products with a 128-bit power of ten, rounded so that comparisons
// stay right, decide.

// floorLog10Pow2 returns floor(log10(2**e)), or floor(log10(3/4 * 2**e)), for |e| < 1500.
func floorLog10Pow2(e int, threeQuarters bool) int {
	if threeQuarters {
		return (e*1262611 - 524031) >> 22
	}
	return e * 1262611 >> 22
}

// floorLog2Pow10 returns floor(log2(10**e)) for |e| < 1200.
func floorLog2Pow10(e int) int { return e * 1741647 >> 19 }

// roundUp128 returns 10**k as 128 bits, rounded up where it is not exact.
func roundUp128(k int) (hi, lo uint64) {
	p := powersOfTen[k-minPow10]
	if 0 <= k && k <= 55 {
		return p.hi, p.lo
	}
	lo, carry := bits.Add64(p.lo, 1, 0)
	return p.hi + carry, lo
}

// scaled returns the high 64 bits of (hi, lo) * c; its lowest bit is set as well when bits are lost.
func scaled(hi, lo, c uint64) uint64 {
	x, _ := bits.Mul64(lo, c)
	y1, y0 := bits.Mul64(hi, c)
	y0, carry := bits.Add64(y0, x, 0)
	y1 += carry
	if y0 > 1 {
		y1 |= 1
	}
	return y1
}

// shortest returns the n of the shortest n * 10**k that reads back as mant * 2**exp, and k. closeBelow
// says that the float below is only half as far away as the one above.
func shortest(mant uint64, exp int, closeBelow bool) (n uint64, k int) {
	// In quarters of the last place: the value, and the midpoints to the neighbours.
	value := 4 * mant
	below, above := value-2, value+2
	if closeBelow {
		below++
	}
	k = floorLog10Pow2(exp, closeBelow)
	hi, lo := roundUp128(-k)
	shift := uint(exp + floorLog2Pow10(-k) + 1)
	value, below, above = scaled(hi, lo, value<<shift), scaled(hi, lo, below<<shift), scaled(hi, lo, above<<shift)
	if mant&1 != 0 { // halfway reads as the even neighbour: the midpoints are not ours
		below++
		above--
	}

	s := value / 4
	if s >= 10 {
		tens := s / 10 * 40
		low, high := below <= tens, tens+40 <= above
		if low != high {
			if high {
				tens += 40
			}
			return tens / 40, k + 1
		}
	}
	low, high := below <= 4*s, 4*s+4 <= above
	if low != high {
		if high {
			s++
		}
		return s, k
	}
	half := 4*s + 2
	// Ties go to even; but the one tie among float32's powers of two, 2**-12, goes up.
	if value > half || value == half && (s&1 != 0 || closeBelow && exp == -35) {
		s++
	}
	return s, k
}
