package math

// Functions whose results are exact, by their bits.

// Abs returns x without its sign.
func Abs(x float64) float64 { return Float64frombits(Float64bits(x) &^ signBit) }

// Signbit reports whether x is negative or -0.
func Signbit(x float64) bool { return Float64bits(x)&signBit != 0 }

// Copysign returns f with the sign of sign.
func Copysign(f, sign float64) float64 {
	return Float64frombits(Float64bits(f)&^signBit | Float64bits(sign)&signBit)
}

// exponentOf returns the exponent as stored.
func exponentOf(x float64) int { return int(Float64bits(x)>>fracBits) & expMask }

// Trunc returns x without its fraction.
func Trunc(x float64) float64 {
	b := Float64bits(x)
	switch e := int(b>>fracBits)&expMask - expBias; {
	case e < 0:
		b &= signBit
	case e < fracBits:
		b &^= fracMask >> uint(e)
	}
	return Float64frombits(b)
}

// Floor returns the greatest integer that is not greater than x.
func Floor(x float64) float64 {
	t := Trunc(x)
	if t > x {
		return t - 1
	}
	return t
}

// Ceil returns the least integer that is not less than x.
func Ceil(x float64) float64 {
	t := Trunc(x)
	if t < x {
		return Copysign(t+1, x)
	}
	return t
}

// Round returns the integer nearest to x, halves away from zero.
func Round(x float64) float64 {
	t := Trunc(x)
	if Abs(x-t) >= 0.5 {
		return t + Copysign(1, x)
	}
	return t
}

// RoundToEven returns the integer nearest to x, halves to the even one.
func RoundToEven(x float64) float64 {
	const big = 1 << fracBits // floats from here on are integers; adding it rounds
	if !(Abs(x) < big) {
		return x
	}
	c := Copysign(big, x)
	return Copysign(x+c-c, x)
}

// Modf returns the integer and the fraction that x consists of, both with its sign.
func Modf(f float64) (integer float64, fractional float64) {
	integer = Trunc(f)
	if IsInf(f, 0) {
		return f, NaN()
	}
	return integer, Copysign(f-integer, f)
}

// normal returns y = x * 2**-exp in the range of normal floats.
func normal(x float64) (y float64, exp int) {
	if x != 0 && exponentOf(x) == 0 {
		return x * (1 << fracBits), -fracBits
	}
	return x, 0
}

// Frexp returns frac, at least 0.5 and less than 1, and exp so that f is frac * 2**exp. For zeros, infinities and NaN
// frac is f.
func Frexp(f float64) (frac float64, exp int) {
	if f == 0 || f != f || IsInf(f, 0) {
		return f, 0
	}
	f, exp = normal(f)
	exp += exponentOf(f) - expBias + 1
	return Float64frombits(Float64bits(f)&^(expMask<<fracBits) | (expBias-1)<<fracBits), exp
}

// Ldexp returns frac * 2**exp.
func Ldexp(frac float64, exp int) float64 {
	if frac == 0 || frac != frac || IsInf(frac, 0) {
		return frac
	}
	frac, shift := normal(frac)
	if exp < -5000 || exp > 5000 {
		exp = max(min(exp, 5000), -5000)
	}
	exp += shift + exponentOf(frac)
	scale := 1.0
	switch {
	case exp <= -fracBits-1:
		return Copysign(0, frac)
	case exp >= expMask:
		return Copysign(Inf(1), frac)
	case exp <= 0: // rounded once, by the product
		exp += fracBits + 1
		scale = 1.0 / (1 << (fracBits + 1))
	}
	return scale * Float64frombits(Float64bits(frac)&^(expMask<<fracBits)|uint64(exp)<<fracBits)
}

// Ilogb returns the exponent of x in base 2 as an integer.
func Ilogb(x float64) int {
	switch {
	case x == 0:
		return MinInt32
	case x != x || IsInf(x, 0):
		return MaxInt32
	}
	_, exp := Frexp(x)
	return exp - 1
}

// Logb returns the exponent of x in base 2.
func Logb(x float64) float64 {
	switch {
	case x == 0:
		return Inf(-1)
	case IsInf(x, 0):
		return Inf(1)
	case x != x:
		return x
	}
	return float64(Ilogb(x))
}

// Max returns the greater of x and y; NaN if one is and none is +Inf; 0 is greater than -0.
func Max(x, y float64) float64 {
	if IsInf(x, 1) || IsInf(y, 1) {
		return Inf(1)
	}
	return max(x, y)
}

// Min returns the lesser of x and y; NaN if one is and none is -Inf; -0 is less than 0.
func Min(x, y float64) float64 {
	if IsInf(x, -1) || IsInf(y, -1) {
		return Inf(-1)
	}
	return min(x, y)
}

// Dim returns x-y, or 0 when that is negative.
func Dim(x, y float64) float64 {
	if d := x - y; d > 0 || d != d {
		return d
	}
	return 0
}

// Mod returns what is left of x, with its sign, when y has been taken away as often as possible.
func Mod(x, y float64) float64 {
	if y == 0 || IsInf(x, 0) || x != x || y != y {
		return NaN()
	}
	y = Abs(y)
	fraction, exp := Frexp(y)
	rest := Abs(x)
	for rest >= y {
		f, e := Frexp(rest)
		if f < fraction {
			e--
		}
		rest -= Ldexp(y, e-exp)
	}
	return Copysign(rest, x)
}

// Remainder returns x - n*y for the integer n nearest to x/y, the even one of two, as IEEE 754 has it.
func Remainder(x, y float64) float64 {
	if y == 0 || IsInf(x, 0) || x != x || y != y {
		return NaN()
	}
	if IsInf(y, 0) {
		return x
	}
	y = Abs(y)
	rest := Abs(x)
	if y <= MaxFloat64/2 {
		rest = Mod(rest, y+y)
	}
	over := rest > y/2
	if y < 0x1p-1021 { // half of y may not be exact
		over = rest+rest > y
	}
	if over {
		rest -= y
		again := rest >= y/2
		if y < 0x1p-1021 {
			again = rest+rest >= y
		}
		if again {
			rest -= y
		}
	}
	if Signbit(x) {
		return -rest
	}
	return rest
}

// Nextafter returns the next float after x in the direction of y.
func Nextafter(x, y float64) (r float64) {
	switch {
	case x != x || y != y:
		return NaN()
	case x == y:
		return x
	case x == 0:
		return Copysign(Float64frombits(1), y)
	case (y > x) == (x > 0):
		return Float64frombits(Float64bits(x) + 1)
	}
	return Float64frombits(Float64bits(x) - 1)
}

// Nextafter32 returns the next float32 after x in the direction of y.
func Nextafter32(x, y float32) (r float32) {
	switch {
	case x != x || y != y:
		return float32(NaN())
	case x == y:
		return x
	case x == 0:
		return float32(Copysign(float64(Float32frombits(1)), float64(y)))
	case (y > x) == (x > 0):
		return Float32frombits(Float32bits(x) + 1)
	}
	return Float32frombits(Float32bits(x) - 1)
}

// Pow10 returns 10**n: 0 for n < -323, +Inf for n > 308. As n/32 and n%32 the power is one product of two exact or
// nearest powers.
func Pow10(n int) float64 {
	switch {
	case n < -323:
		return 0
	case n > 308:
		return Inf(1)
	case n >= 0:
		return high10[n/32] * low10[n%32]
	}
	return highNegative10[-n/32] / low10[-n%32]
}

var low10 = [...]float64{
	1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
	1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22, 1e23, 1e24, 1e25, 1e26, 1e27, 1e28, 1e29, 1e30, 1e31,
}

var high10 = [...]float64{1e0, 1e32, 1e64, 1e96, 1e128, 1e160, 1e192, 1e224, 1e256, 1e288}

var highNegative10 = [...]float64{
	1e-0, 1e-32, 1e-64, 1e-96, 1e-128, 1e-160, 1e-192, 1e-224, 1e-256, 1e-288, 1e-320,
}
