package cmplx

import (
	"math"
	"math/bits"
)

// sinhcosh returns both functions of x.
func sinhcosh(x float64) (sinh, cosh float64) {
	if math.Abs(x) <= 0.5 {
		return math.Sinh(x), math.Cosh(x)
	}
	e := math.Exp(x)
	inverse := 0.5 / e
	e *= 0.5
	return e - inverse, e + inverse
}

// Sinh returns the hyperbolic sine of x.
func Sinh(x complex128) complex128 {
	a, b := real(x), imag(x)
	switch {
	case math.IsInf(a, 0) && b == 0, a != a && b == 0:
		return x
	case (math.IsInf(a, 0) || a == 0) && !finite(b):
		return complex(a, math.NaN())
	}
	sin, cos := math.Sincos(b)
	sinh, cosh := sinhcosh(a)
	return complex(cos*sinh, sin*cosh)
}

// Sin returns the sine of x: sin(a+ib) is sinh(b+ia) with its parts exchanged.
func Sin(x complex128) complex128 { return swap(Sinh(swap(x))) }

// Cosh returns the hyperbolic cosine of x.
func Cosh(x complex128) complex128 {
	a, b := real(x), imag(x)
	switch {
	case a == 0 && !finite(b):
		return complex(math.NaN(), a*math.Copysign(0, b))
	case math.IsInf(a, 0) && b == 0:
		return complex(math.Inf(1), b*math.Copysign(0, a))
	case math.IsInf(a, 0) && !finite(b):
		return complex(math.Inf(1), math.NaN())
	case b == 0 && a != a:
		return x
	}
	sin, cos := math.Sincos(b)
	sinh, cosh := sinhcosh(a)
	return complex(cos*cosh, sin*sinh)
}

// Cos returns the cosine of x: cos(a+ib) is cosh(b-ia).
func Cos(x complex128) complex128 {
	if real(x) == 0 && imag(x) != imag(x) {
		return complex(imag(x), 0)
	}
	return Conj(Cosh(swap(x)))
}

// Tanh returns the hyperbolic tangent of x.
func Tanh(x complex128) complex128 {
	return tanh(x, math.Cosh(2*real(x))+math.Cos(2*imag(x)))
}

// Tan returns the tangent of x: tan(a+ib) is tanh(b+ia) with its parts exchanged.
func Tan(x complex128) complex128 {
	return swap(tanh(swap(x), cancel(x, math.Cos(2*real(x))+math.Cosh(2*imag(x)))))
}

// tanh is Tanh, denominator being cosh(2a) + cos(2b).
func tanh(x complex128, denominator float64) complex128 {
	a, b := real(x), imag(x)
	switch {
	case math.IsInf(a, 0) && finite(b):
		return complex(math.Copysign(1, a), math.Copysign(0, math.Sin(2*b)))
	case math.IsInf(a, 0):
		return complex(math.Copysign(1, a), math.Copysign(0, b))
	case b == 0 && a != a:
		return x
	case denominator == 0:
		return Inf()
	}
	return complex(math.Sinh(2*a)/denominator, math.Sin(2*b)/denominator)
}

// Cot returns the cotangent of x.
func Cot(x complex128) complex128 {
	d := cancel(x, math.Cosh(2*imag(x))-math.Cos(2*real(x)))
	if d == 0 {
		return Inf()
	}
	return complex(math.Sin(2*real(x))/d, -math.Sinh(2*imag(x))/d)
}

// cancel returns d, or if that is small, so that bits have cancelled, the same by a series: cosh(2b) - cos(2a), a being less
// a multiple of Pi, is the sum of (2b)**n/n! -+ (2a)**n/n! over even n.
func cancel(x complex128, d float64) float64 {
	if !(math.Abs(d) < 0.25) {
		return d
	}
	a := reducePi(math.Abs(2 * real(x)))
	b := math.Abs(2 * imag(x))
	a, b = a*a, b*b
	powerA, powerB, factorial, n := 1.0, 1.0, 1.0, 0.0
	next := func() {
		for range 2 {
			n++
			factorial *= n
		}
		powerA *= a
		powerB *= b
	}
	sum, term := 0.0, math.Inf(1)
	for first := true; first || math.Abs(term/sum) > 0x1p-53; first = false {
		next()
		sum += (powerB + powerA) / factorial
		next()
		term = (powerB - powerA) / factorial
		sum += term
	}
	return sum
}

// reducePi returns what x is above the nearest multiple of Pi.
func reducePi(x float64) float64 {
	if math.Abs(x) >= 1<<30 {
		return reduceLarge(x)
	}
	n := float64(int64(x/math.Pi + 0.5))
	return ((x - n*3.141592502593994) - n*1.5099578831723193e-07) - n*1.0780605716316238e-14 // Pi in three parts
}

// overPi has the bits of 1/Pi, the integer part first.
var overPi = [...]uint64{
	0, 0x517CC1B727220A94, 0xFE13ABE8FA9A6EE0, 0x6DB14ACC9E21C820,
	0xFF28B1D5EF5DE2B0, 0xDB92371D2126E970, 0x0324977504E8C90E, 0x7F0EF58E5894D39F,
	0x74411AFA975DA242, 0x74CE38135A2FBF20, 0x9CC8EB1CC1A99CFA, 0x4E422FC5DEFC941D,
	0x8FFC4BFFEF02CC07, 0xF79788C5AD05368F, 0xB69B3F6793E584DB, 0xA7A31FB34F2FF516,
	0xBA93DD63F5F2F8BD, 0x9E839CFBC5294975, 0x35FDAFD88FC6AE84, 0x2B0198237E3DB5D5,
}

// reduceLarge is reducePi by exact multiplication with as many bits of 1/Pi as matter (Payne and Hanek, "Radian reduction for
// trigonometric functions", 1983).
func reduceLarge(x float64) float64 {
	const fracBits, bias = 52, 1023
	b := math.Float64bits(x)
	mant := b&(1<<fracBits-1) | 1<<fracBits
	at := int(b>>fracBits&0x7FF) - bias - fracBits + 64
	word, shift := uint(at)/64, uint(at)%64
	part := func(i uint) uint64 { return overPi[word+i]<<shift | overPi[word+i+1]>>(64-shift) }
	carry, _ := bits.Mul64(part(2), mant)
	midHigh, mid := bits.Mul64(part(1), mant)
	low, c := bits.Add64(mid, carry, 0)
	frac := part(0)*mant + midHigh + c
	zeros := uint(bits.LeadingZeros64(frac)) + 1
	frac = frac<<zeros | low>>(64-zeros)
	x = math.Float64frombits(frac>>(64-fracBits) | uint64(bias-zeros)<<fracBits)
	if x > 0.5 {
		x--
	}
	return math.Pi * x
}
