package math

// Exp and Log near 0 and 1, and the inverse hyperbolic functions, by the methods of FreeBSD's msun (Sun Microsystems, 1993),
// evaluated in its order, since the last bit depends on that.

// Coefficients in x**2/2 and in (f/(2+f))**2.
var (
	expm1Series = []float64{
		1, -3.33333333333331316428e-02, 1.58730158725481460165e-03, -7.93650757867487942473e-05,
		4.00821782732936239552e-06, -2.01099218183624371326e-07,
	}
	log1pSeries = []float64{
		6.666666666666735130e-01, 3.999999999940941908e-01, 2.857142874366239149e-01, 2.222219843214978396e-01,
		1.818357216161805012e-01, 1.531383769920937332e-01, 1.479819860511658591e-01,
	}
)

// timesPower returns y * 2**k, both y and that being normal.
func timesPower(y float64, k int) float64 {
	return Float64frombits(Float64bits(y) + uint64(k)<<fracBits)
}

// Expm1 returns e**x - 1, precise near 0.
//
// With x = k*ln 2 + r - c, |r| <= ln(2)/2, a quotient gives e**r - 1; how 2**k and -1 are added depends on which is larger.
func Expm1(x float64) float64 {
	a := Abs(x)
	switch {
	case x != x || a < 0x1p-54:
		return x
	case x >= 7.09782712893383973096e+02:
		return Inf(1)
	case x <= -3.88162421113569373274e+01: // -56*ln 2
		return -1
	}
	k, c := 0, 0.0
	if a > 0.5*6.93147180559945309417e-01 {
		k = int(Copysign(1, x))
		if a >= 1.03972077083991796413e+00 { // 1.5*ln 2
			k = int(1.44269504088896338700e+00*x + Copysign(0.5, x))
		}
		high, low := x-float64(k)*ln2High, float64(k)*ln2Low
		x = high - low
		c = (high - x) - low
	}
	half := 0.5 * x
	square := x * half
	r := horner(square, expm1Series)
	t := 3 - r*half
	e := square * ((r - t) / (6.0 - x*t))
	if k == 0 {
		return x - (x*e - square)
	}
	e = x*(e-c) - c - square
	switch {
	case k == -1:
		return 0.5*(x-e) - 0.5
	case k == 1 && x < -0.25:
		return -2 * (e - (x + 0.5))
	case k == 1:
		return 1 + 2*(x-e)
	case k < 0 || k > 56:
		return timesPower(1-(e-x), k) - 1
	case k < 20:
		return timesPower(1-Ldexp(1, -k)-(e-x), k)
	}
	return timesPower(x-(e+Ldexp(1, -k))+1, k)
}

// Log1p returns the natural logarithm of 1+x, precise near 0: -Inf for -1, NaN below.
//
// With 1+x = 2**k * (1+f), sqrt(2)/2 < 1+f < sqrt(2), it goes as Log does, with c for what 1+x loses by rounding.
func Log1p(x float64) float64 {
	switch {
	case x != x || x < -1:
		return NaN()
	case x == -1:
		return Inf(-1)
	case x > MaxFloat64:
		return x
	}
	if a := Abs(x); a < 0x1p-29 {
		if a < 0x1p-54 {
			return x
		}
		return x - x*x*0.5
	}
	f, c, n := x, 0.0, 0.0
	near1 := false // f is tiny: two terms do
	if x <= Sqrt2/2-1 || x >= Sqrt2-1 {
		f, c, n, near1 = splitLog1p(x)
	}
	half := 0.5 * f * f
	if near1 {
		if f == 0 {
			return n*ln2High + (c + n*ln2Low)
		}
		r := half * (1.0 - 0.66666666666666666*f)
		if n == 0 {
			return f - r
		}
		return n*ln2High - ((r - (n*ln2Low + c)) - f)
	}
	s := f / (2 + f)
	z := s * s
	r := z * horner(z, log1pSeries)
	if n == 0 {
		return f - (half - s*(half+r))
	}
	return n*ln2High - ((half - (s*(half+r) + (n*ln2Low + c))) - f)
}

// splitLog1p returns the parts of 1+x: 2**n * (1+f), and by how much the logarithm of that is too small. near1 says that f is
// less than 2**-20 or so.
func splitLog1p(x float64) (f, c, n float64, near1 bool) {
	const root = 0x6a09e667f3bcd // the fraction of sqrt(2)
	u := x
	if Abs(x) < 1<<53 {
		u = 1 + x
	}
	k := exponentOf(u) - expBias
	if Abs(x) < 1<<53 {
		if k > 0 {
			c = 1 - (u - x)
		} else {
			c = x - (u - 1)
		}
		c /= u
	}
	fraction := Float64bits(u) & fracMask
	exp := uint64(expBias)
	if fraction < root {
		near1 = fraction == 0
	} else {
		k++
		exp--
		near1 = (1<<fracBits-fraction)>>2 == 0
	}
	return Float64frombits(fraction|exp<<fracBits) - 1, c, float64(k), near1
}

// Asinh returns the inverse hyperbolic sine of x.
func Asinh(x float64) float64 {
	a := Abs(x)
	switch {
	case x != x || a > MaxFloat64 || a < 0x1p-28:
		return x
	case a > 1<<28:
		a = Log(a) + Ln2
	case a > 2:
		a = Log(2*a + 1/(Sqrt(a*a+1)+a))
	default:
		a = Log1p(a + a*a/(1+Sqrt(1+a*a)))
	}
	return Copysign(a, x)
}

// Acosh returns the inverse hyperbolic cosine of x; NaN below 1.
func Acosh(x float64) float64 {
	switch {
	case !(x >= 1):
		return NaN()
	case x >= 1<<28:
		return Log(x) + Ln2
	case x > 2:
		return Log(2*x - 1/(x+Sqrt(x*x-1)))
	}
	t := x - 1
	return Log1p(t + Sqrt(2*t+t*t))
}

// Atanh returns the inverse hyperbolic tangent of x: infinities for -1 and 1, NaN beyond.
func Atanh(x float64) float64 {
	a := Abs(x)
	switch {
	case !(a <= 1):
		return NaN()
	case a == 1:
		return Copysign(Inf(1), x)
	case a < 0x1p-28:
		return x
	case a < 0.5:
		t := a + a
		a = 0.5 * Log1p(t+t*a/(1-a))
	default:
		a = 0.5 * Log1p((a+a)/(1-a))
	}
	return Copysign(a, x)
}
