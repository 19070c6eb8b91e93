// Floats for print: the shortest decimal that reads back as the same number, as
// strconv's 'g' format lays it out.
//
// The digits come from exact arithmetic on big integers (Steele and White, "How to
// Print Floating-Point Numbers Accurately", 1990): the value is r/s, its neighbours are
// half-way at (r-mlow)/s and (r+mhigh)/s, and digits are produced until what remains
// is inside that interval. Slow, but short, and print is no place for speed.

package runtime

import "unsafe"

// A bignum is a number of up to 1280 bits, the lowest word first.
type bignum struct {
	n int // words in use
	w [40]uint32
}

func (x *bignum) set(v uint64) {
	x.w[0] = uint32(v)
	x.w[1] = uint32(v >> 32)
	x.n = 2
	x.trim()
}

func (x *bignum) trim() {
	for x.n > 0 && x.w[x.n-1] == 0 {
		x.n--
	}
}

// mulSmall sets x to x * m.
func (x *bignum) mulSmall(m uint32) {
	carry := uint64(0)
	for i := 0; i < x.n; i++ {
		v := uint64(x.w[i])*uint64(m) + carry
		x.w[i] = uint32(v)
		carry = v >> 32
	}
	if carry != 0 {
		x.w[x.n] = uint32(carry)
		x.n++
	}
}

// shl sets x to x << bits.
func (x *bignum) shl(bits int) {
	for ; bits >= 31; bits -= 31 {
		x.mulSmall(1 << 31)
	}
	x.mulSmall(1 << uint(bits))
}

// cmpSum compares x + y with z; y may be nil.
func cmpSum(x, y, z *bignum) int {
	var sum bignum
	sum.n = x.n
	for i := 0; i < x.n; i++ {
		sum.w[i] = x.w[i]
	}
	if y != nil {
		sum.addBig(y)
	}
	if sum.n != z.n {
		if sum.n < z.n {
			return -1
		}
		return 1
	}
	for i := sum.n - 1; i >= 0; i-- {
		if sum.w[i] != z.w[i] {
			if sum.w[i] < z.w[i] {
				return -1
			}
			return 1
		}
	}
	return 0
}

// addBig sets x to x + y.
func (x *bignum) addBig(y *bignum) {
	for x.n < y.n {
		x.w[x.n] = 0
		x.n++
	}
	carry := uint64(0)
	for i := 0; i < x.n; i++ {
		v := uint64(x.w[i]) + carry
		if i < y.n {
			v += uint64(y.w[i])
		}
		x.w[i] = uint32(v)
		carry = v >> 32
	}
	if carry != 0 {
		x.w[x.n] = uint32(carry)
		x.n++
	}
}

// subBig sets x to x - y, which is not negative.
func (x *bignum) subBig(y *bignum) {
	borrow := uint64(0)
	for i := 0; i < x.n; i++ {
		v := uint64(x.w[i]) - borrow
		if i < y.n {
			v -= uint64(y.w[i])
		}
		x.w[i] = uint32(v)
		borrow = v >> 63
	}
	x.trim()
}

//go:nosplit
func float64bits(f float64) uint64 { return *(*uint64)(unsafe.Pointer(&f)) }

//go:nosplit
func float32bits(f float32) uint32 { return *(*uint32)(unsafe.Pointer(&f)) }

//go:nosplit
func float64frombits(b uint64) float64 { return *(*float64)(unsafe.Pointer(&b)) }

// shortest writes the digits of mant * 2^exp into digits, and returns how many there are
// and the position of the decimal point. boundary tells that the number below is half
// as far away as the one above (mant is a power of two).
func shortest(digits *[32]byte, mant uint64, exp int, boundary bool) (n, point int) {
	var r, s, mlow, mhigh bignum
	even := mant&1 == 0
	// Everything is scaled by 2 (by 4 at a boundary) so that half distances are whole.
	scale := 1
	if boundary {
		scale = 2
	}
	r.set(mant)
	s.set(1)
	mlow.set(1)
	mhigh.set(1)
	r.shl(scale)
	s.shl(scale)
	if boundary {
		mhigh.shl(1)
	}
	if exp > 0 {
		r.shl(exp)
		mlow.shl(exp)
		mhigh.shl(exp)
	} else {
		s.shl(-exp)
	}

	// Scale by powers of ten until r/s, and what rounds to it, is in [1/10, 1).
	for reaches(&r, &mhigh, &s, even) {
		s.mulSmall(10)
		point++
	}
	for {
		r.mulSmall(10)
		mlow.mulSmall(10)
		mhigh.mulSmall(10)
		if reaches(&r, &mhigh, &s, even) {
			break
		}
		point--
	}

	for {
		d := byte(0)
		for cmpSum(&r, nil, &s) >= 0 {
			r.subBig(&s)
			d++
		}
		low := cmpSum(&r, nil, &mlow)
		tooLow := low < 0 || even && low == 0
		tooHigh := reaches(&r, &mhigh, &s, even)
		if tooLow || tooHigh {
			// The last digit: up or down, whichever is nearer, to even in the middle.
			half := cmpSum(&r, &r, &s)
			if tooHigh && (!tooLow || half > 0 || half == 0 && d&1 != 0) {
				d++
			}
			digits[n] = '0' + d
			return n + 1, point
		}
		digits[n] = '0' + d
		n++
		r.mulSmall(10)
		mlow.mulSmall(10)
		mhigh.mulSmall(10)
	}
}

// reaches reports whether r + m is at least s (or above it, if the interval is open).
func reaches(r, m, s *bignum, closed bool) bool {
	c := cmpSum(r, m, s)
	return c > 0 || closed && c == 0
}

func printfloat64(f float64) {
	b := float64bits(f)
	mant := b & (1<<52 - 1)
	exp := int(b>>52) & 0x7ff
	printfloat(b>>63 != 0, mant, exp, 52, 0x7ff, 1023)
}

func printfloat32(f float32) {
	b := float32bits(f)
	mant := uint64(b & (1<<23 - 1))
	exp := int(b>>23) & 0xff
	printfloat(b>>31 != 0, mant, exp, 23, 0xff, 127)
}

// printfloat prints the parts of a float: the fraction has mantbits bits, the exponent
// is biased.
func printfloat(neg bool, mant uint64, exp int, mantbits uint, maxexp, bias int) {
	if exp == maxexp {
		switch {
		case mant != 0:
			printstring("NaN")
		case neg:
			printstring("-Inf")
		default:
			printstring("+Inf")
		}
		return
	}
	if neg {
		printstring("-")
	}
	if exp == 0 && mant == 0 {
		printstring("0")
		return
	}
	boundary := mant == 0 && exp > 1
	if exp == 0 {
		exp = 1 // subnormal: no hidden bit
	} else {
		mant |= 1 << mantbits
	}
	var digits [32]byte
	n, point := shortest(&digits, mant, exp-bias-int(mantbits), boundary)
	for n > 1 && digits[n-1] == '0' {
		n--
	}
	printdecimal(&digits, n, point)
}

// printdecimal lays out 0.ddd * 10^point, with an exponent when that is below -4 or
// above 5.
func printdecimal(digits *[32]byte, n, point int) {
	x := point - 1
	if x < -4 || x >= 6 {
		printexponent(digits, n, x)
		return
	}
	if point <= 0 {
		printstring("0.")
		for i := point; i < 0; i++ {
			printstring("0")
		}
		gwrite(unsafe.Pointer(&digits[0]), n)
		return
	}
	for i := 0; i < point; i++ {
		if i < n {
			printbyte(digits[i])
		} else {
			printbyte('0')
		}
	}
	if n > point {
		printstring(".")
		gwrite(unsafe.Pointer(&digits[point]), n-point)
	}
}

// printexponent prints d.ddde+xx.
func printexponent(digits *[32]byte, n, x int) {
	printbyte(digits[0])
	if n > 1 {
		printstring(".")
		gwrite(unsafe.Pointer(&digits[1]), n-1)
	}
	sign := "e+"
	if x < 0 {
		sign = "e-"
		x = -x
	}
	printstring(sign)
	if x < 10 {
		printstring("0")
	}
	printuint(uint64(x))
}
