package strconv

import "math/bits"

// A float with a given number of digits, if these are few enough for an integer of 64 bits: the float times a power of ten, rounded.
// The power has 128 bits and is cut off, so that the product may be a little too small; where that could make a difference, which is
// very rare, the caller has to compute exactly.

// mostRounded is how many digits can be had in this way.
const mostRounded = 18

// setRounded makes x mant * 2**exp rounded as fmt and prec demand, and reports whether it could.
func (x *digits) setRounded(buf []byte, mant uint64, exp int, fmt byte, prec int) bool {
	least := floorLog10Pow2(exp+bits.Len64(mant)-1, false) // the float is at least 10**least, and less than 10**(least+2)
	k := prec
	if fmt == 'f' {
		if least+2+prec > mostRounded {
			return false
		}
	} else {
		if fmt|0x20 == 'e' {
			prec++
		}
		if prec >= mostRounded {
			return false
		}
		k = prec - 1 - least
	}
	n, ok := timesPow10(mant, exp, k)
	if ok && fmt != 'f' && n >= powersOf10[prec] { // a digit too many
		k--
		n, ok = timesPow10(mant, exp, k)
	}
	if !ok {
		return false
	}
	if n != 0 {
		x.setInt(buf, n, -k)
	}
	return true
}

// powersOf10 are those below 1<<63.
var powersOf10 = [...]uint64{1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18}

// timesPow10 returns mant * 2**exp * 10**k, which is less than 1<<63, rounded half to even; ok says that the result is certain.
func timesPow10(mant uint64, exp, k int) (n uint64, ok bool) {
	if k < minPow10 || k > maxPow10 {
		return 0, false
	}
	shift := uint(bits.LeadingZeros64(mant))
	mant <<= shift
	power := powersOfTen[k-minPow10]
	exact := 0 <= k && k <= 55

	// The product is top, mid, low; the result is that times 2**-(128+drop).
	mid, low := bits.Mul64(mant, power.lo)
	top, more := bits.Mul64(mant, power.hi)
	mid, carry := bits.Add64(mid, more, 0)
	top += carry
	drop := int(shift) - exp - floorLog2Pow10(k) - 1
	switch {
	case drop > 64:
		return 0, true // less than a half
	case drop < 1:
		return 0, false
	}
	fraction := top << uint(64-drop)
	n = top >> uint(drop)
	const half = 1 << 63
	switch step := uint64(1) << uint(64-drop); {
	case fraction > half:
		n++
	case fraction < half-step:
	case fraction < half: // right below it, unless what was cut off makes mid overflow
		if !exact && mid == 1<<64-1 {
			return 0, false
		}
	case mid|low != 0:
		n++
	case !exact:
		return 0, false
	default:
		n += n & 1
	}
	return n, true
}
