package math

import "math/bits"

// Trigonometric functions. The methods are those of the Cephes library (Stephen Moshier, 1989), evaluated in its order,
// since the last bit depends on that: the angle is reduced to at most a quarter of Pi, where polynomials do.

// Pi/4 in three parts, so that products of the first two with integers are exact.
const (
	quarterHigh = 7.85398125648498535156e-1
	quarterMid  = 3.77489470793079817668e-8
	quarterLow  = 2.69515142907905952645e-15
)

// fourOverPi has the bits of 4/Pi, the integer part first.
var fourOverPi = [...]uint64{
	0x0000000000000001, 0x45F306DC9C882A53, 0xF84EAFA3EA69BB81, 0xB6C52B3278872083,
	0xFCA2C757BD778AC3, 0x6E48DC74849BA5C0, 0x0C925DD413A32439, 0xFC3BD63962534E7D,
	0xD1046BEA5D768909, 0xD338E04D68BEFC82, 0x7323AC7306A673E9, 0x3908BF177BF25076,
	0x3FF12FFFBC0B301F, 0xDE5E2316B414DA3E, 0xDA6CFD9E4F96136E, 0x9E8C7ECD3CBFD45A,
	0xEA4F758FD7CBE2F6, 0x7A0E73EF14A525D4, 0xD7F6BF623F1ABA10, 0xAC06608DF8F6D757,
}

// reduce returns the octant of x, not negative, rounded up to an even one, and what is left.
func reduce(x float64) (octant uint64, rest float64) {
	if x >= 1<<29 {
		return reduceLarge(x)
	}
	octant = uint64(x * (4 / Pi))
	y := float64(octant)
	if octant&1 == 1 {
		octant++
		y++
	}
	return octant & 7, ((x - y*quarterHigh) - y*quarterMid) - y*quarterLow
}

// reduceLarge is reduce by exact multiplication with as many bits of 4/Pi as matter (Payne and Hanek, "Radian reduction
// for trigonometric functions", 1983).
func reduceLarge(x float64) (octant uint64, rest float64) {
	b := Float64bits(x)
	exp := int(b>>fracBits)&expMask - expBias - fracBits
	mant := b&fracMask | 1<<fracBits
	word, shift := uint(exp+61)/64, uint(exp+61)%64
	part := func(i uint) uint64 { return fourOverPi[i]<<shift | fourOverPi[i+1]>>(64-shift) }
	high, _ := bits.Mul64(part(word+2), mant)
	midHigh, mid := bits.Mul64(part(word+1), mant)
	top := part(word) * mant
	low, carry := bits.Add64(mid, high, 0)
	top += midHigh + carry
	octant = top >> 61
	frac := top<<3 | low>>61 // of an octant
	zeros := uint(bits.LeadingZeros64(frac))
	e := uint64(expBias - (zeros + 1))
	frac = frac<<(zeros+1) | low>>(64-(zeros+1)) // the last bits as the reference has them
	rest = Float64frombits(frac>>(64-fracBits) | e<<fracBits)
	if octant&1 == 1 {
		octant = (octant + 1) & 7
		rest--
	}
	return octant, rest * (Pi / 4)
}

func sinPolynomial(z float64) float64 {
	z2 := z * z
	return z + z*z2*((((((1.58962301576546568060e-10*z2)-2.50507477628578072866e-8)*z2+2.75573136213857245213e-6)*z2-1.98412698295895385996e-4)*z2+8.33333333332211858878e-3)*z2-1.66666666666666307295e-1)
}

func cosPolynomial(z float64) float64 {
	z2 := z * z
	return 1.0 - 0.5*z2 + z2*z2*((((((-1.13585365213876817300e-11*z2)+2.08757008419747316778e-9)*z2-2.75573141792967388112e-7)*z2+2.48015872888517045348e-5)*z2-1.38888888888730564116e-3)*z2+4.16666666666665929218e-2)
}

// Sin returns the sine of x, in radians.
func Sin(x float64) float64 {
	if x == 0 {
		return x
	}
	if x-x != 0 {
		return NaN()
	}
	octant, rest := reduce(Abs(x))
	result := 0.0
	if octant == 2 || octant == 6 {
		result = cosPolynomial(rest)
	} else {
		result = sinPolynomial(rest)
	}
	if (octant >= 4) != (x < 0) {
		return -result
	}
	return result
}

// Cos returns the cosine of x, in radians.
func Cos(x float64) float64 {
	if x-x != 0 {
		return NaN()
	}
	octant, rest := reduce(Abs(x))
	result := 0.0
	if octant == 2 || octant == 6 {
		result = sinPolynomial(rest)
	} else {
		result = cosPolynomial(rest)
	}
	if octant == 2 || octant == 4 {
		return -result
	}
	return result
}

// Sincos returns the sine and the cosine of x, in radians.
func Sincos(x float64) (sin, cos float64) {
	switch {
	case x == 0:
		return x, 1
	case x != x || IsInf(x, 0):
		return NaN(), NaN()
	}
	octant, rest := reduce(Abs(x))
	sin, cos = sinPolynomial(rest), cosPolynomial(rest)
	if octant == 2 || octant == 6 {
		sin, cos = cos, sin
	}
	if (octant >= 4) != (x < 0) {
		sin = -sin
	}
	if octant == 2 || octant == 4 {
		cos = -cos
	}
	return sin, cos
}

// Tan returns the tangent of x, in radians.
func Tan(x float64) float64 {
	switch {
	case x == 0 || x != x:
		return x
	case IsInf(x, 0):
		return NaN()
	}
	octant, z := reduce(Abs(x))
	z2 := z * z
	y := z
	if z2 > 1e-14 {
		y = z + z*(z2*(((-1.30936939181383777646e4*z2)+1.15351664838587416140e6)*z2-1.79565251976484877988e7)/((((z2+1.36812963470692954678e4)*z2-1.32089234440210967447e6)*z2+2.50083801823357915839e7)*z2-5.38695755929454629881e7))
	}
	if octant&2 == 2 {
		y = -1 / y
	}
	if x < 0 {
		y = -y
	}
	return y
}

// atanSmall returns the arc tangent of x in [0, 0.66].
func atanSmall(x float64) float64 {
	z := x * x
	z = z * ((((-8.750608600031904122785e-01*z-1.615753718733365076637e+01)*z-7.500855792314704667340e+01)*z-1.228866684490136173410e+02)*z - 6.485021904942025371773e+01) / (((((z+2.485846490142306297962e+01)*z+1.650270098316988542046e+02)*z+4.328810604912902668951e+02)*z+4.853903996359136964868e+02)*z + 1.945506571482613964425e+02)
	return x*z + x
}

// atanPositive returns the arc tangent of x, not negative.
func atanPositive(x float64) float64 {
	const more = 6.123233995736765886130e-17 // Pi/2 less its float
	switch {
	case x <= 0.66:
		return atanSmall(x)
	case x > 2.41421356237309504880: // tan(3*Pi/8)
		return Pi/2 - atanSmall(1/x) + more
	}
	return Pi/4 + atanSmall((x-1)/(x+1)) + 0.5*more
}

// Atan returns the arc tangent of x, in radians.
func Atan(x float64) float64 {
	switch {
	case x == 0:
		return x
	case x > 0:
		return atanPositive(x)
	}
	return -atanPositive(-x)
}

// Asin returns the arc sine of x, in radians; NaN outside [-1, 1].
func Asin(x float64) float64 {
	if x == 0 {
		return x
	}
	a := Abs(x)
	if !(a <= 1) {
		return NaN()
	}
	root := Sqrt(1 - a*a)
	y := 0.0
	if a > 0.7 {
		y = Pi/2 - atanPositive(root/a)
	} else {
		y = atanPositive(a / root)
	}
	return Copysign(y, x)
}

// Acos returns the arc cosine of x, in radians; NaN outside [-1, 1].
func Acos(x float64) float64 { return Pi/2 - Asin(x) }

// Atan2 returns the angle of the point (x, y), in radians.
func Atan2(y, x float64) float64 {
	switch {
	case x != x || y != y:
		return NaN()
	case y == 0:
		if Signbit(x) {
			return Copysign(Pi, y)
		}
		return Copysign(0, y)
	case x == 0:
		return Copysign(Pi/2, y)
	case IsInf(x, 0) && IsInf(y, 0):
		if x > 0 {
			return Copysign(Pi/4, y)
		}
		return Copysign(3*Pi/4, y)
	case IsInf(x, 1):
		return Copysign(0, y)
	case IsInf(x, -1):
		return Copysign(Pi, y)
	case IsInf(y, 0):
		return Copysign(Pi/2, y)
	}
	angle := Atan(y / x)
	if x < 0 {
		if angle <= 0 {
			return angle + Pi
		}
		return angle - Pi
	}
	return angle
}

// Hypot returns the distance of the point (p, q) from the origin, without overflow on the way.
func Hypot(p, q float64) float64 {
	if IsInf(p, 0) || IsInf(q, 0) {
		return Inf(1)
	}
	if p != p || q != q {
		return NaN()
	}
	p, q = Abs(p), Abs(q)
	long, short := max(p, q), min(p, q)
	if long == 0 {
		return 0
	}
	short /= long
	return long * Sqrt(1+short*short)
}
