package math

// Logarithms and powers. The methods are those of FreeBSD's msun (Sun Microsystems, 1993), evaluated in its order, since
// the last bit depends on that.

const (
	ln2High = 6.93147180369123816490e-01 // the upper bits of ln 2, so that products with small integers are exact
	ln2Low  = 1.90821492927058770002e-10
)

// Log returns the natural logarithm of x: -Inf for 0, NaN for negative x.
//
// With x = 2**k * (1+f), sqrt(2)/2 < 1+f < sqrt(2), and s = f/(2+f), log(1+f) = 2s + s*R(s**2) where R is a polynomial.
func Log(x float64) float64 {
	switch {
	case x != x || IsInf(x, 1):
		return x
	case x < 0:
		return NaN()
	case x == 0:
		return Inf(-1)
	}
	// Below 2**-1022 the fraction is read as if a 1 stood in front of it, as gc does on this machine.
	b := Float64bits(x)
	m, k := Float64frombits(b&fracMask|(expBias-1)<<fracBits), int(b>>fracBits)-expBias+1
	if m < Sqrt2/2 {
		m, k = m*2, k-1
	}
	f, n := m-1, float64(k)
	s := f / (2 + f)
	z := s * s
	w := z * z
	r := z*(6.666666666666735130e-01+w*(2.857142874366239149e-01+w*(1.818357216161805012e-01+w*1.479819860511658591e-01))) +
		w*(3.999999999940941908e-01+w*(2.222219843214978396e-01+w*1.531383769920937332e-01))
	half := 0.5 * f * f
	return n*ln2High - ((half - (s*(half+r) + n*ln2Low)) - f)
}

// Log10 returns the decimal logarithm of x.
func Log10(x float64) float64 { return Log(x) * (1 / Ln10) }

// Log2 returns the binary logarithm of x, exact for powers of two.
func Log2(x float64) float64 {
	frac, exp := Frexp(x)
	if frac == 0.5 {
		return float64(exp - 1)
	}
	return Log(frac)*(1/Ln2) + float64(exp)
}

// Exp2 returns 2**x.
func Exp2(x float64) float64 {
	if x > 1.0239999999999999e+03 {
		return Inf(1)
	}
	if x < -1074 {
		return 0
	}
	if x != x {
		return x
	}
	k := int(x + Copysign(0.5, x))
	rest := x - float64(k)
	return expReduced(rest*ln2High, -rest*ln2Low, k)
}

// expReduced returns 2**k * e**(high-low), |high-low| <= ln(2)/2.
func expReduced(high, low float64, k int) float64 {
	r := high - low
	z := r * r
	p := -1.65339022054652515390e-06 + z*4.13813679705723846039e-08
	p = 1.66666666666666657415e-01 + z*(-2.77777777770155933842e-03+z*(6.61375632143793436117e-05+z*p))
	c := r - z*p
	return Ldexp(1-((low-(r*c)/(2-c))-high), k)
}

// Pow returns x**y. Integers in y are done by squaring, the fraction by Exp and Log.
func Pow(x, y float64) float64 {
	switch {
	case y == 1:
		return x
	case y == 0, x == 1:
		return 1
	case x != x, y != y:
		return NaN()
	case x == 0:
		return powOfZero(x, y)
	case IsInf(y, 0):
		return powToInf(x, y > 0)
	case IsInf(x, 0):
		return powOfInf(x, y)
	case y == 0.5:
		return Sqrt(x)
	case y == -0.5:
		return 1 / Sqrt(x)
	}
	whole, fraction := Modf(Abs(y))
	if fraction != 0 && x < 0 {
		return NaN()
	}
	if whole >= 1<<63 { // a large even integer
		return powToInf(x, y > 0)
	}

	// The result is mant * 2**exp.
	mant, exp := 1.0, 0
	if fraction > 0.5 {
		fraction, whole = fraction-1, whole+1
	}
	if fraction != 0 {
		mant = Exp(fraction * Log(x))
	}
	base, baseExp := Frexp(x)
	for n := int64(whole); n != 0; n /= 2 {
		if max(baseExp, -baseExp) > 1<<12 { // overflow or underflow is certain
			exp += baseExp
			break
		}
		if n%2 != 0 {
			mant, exp = mant*base, exp+baseExp
		}
		base, baseExp = base*base, 2*baseExp
		if base < .5 {
			base, baseExp = 2*base, baseExp-1
		}
	}
	if y < 0 {
		mant, exp = 1/mant, -exp
	}
	return Ldexp(mant, exp)
}

// oddInteger reports whether y, an integer, is odd.
func oddInteger(y float64) bool {
	return Abs(y) < 1<<53 && int64(y)&1 != 0
}

func powOfZero(x, y float64) float64 {
	result := 0.0
	if y < 0 {
		result = Inf(1)
	}
	if Signbit(x) && y == Trunc(y) && oddInteger(y) {
		return Copysign(result, -1)
	}
	return result
}

// powToInf returns the limit of x**y as y grows, up or down.
func powToInf(x float64, up bool) float64 {
	switch {
	case x == -1:
		return 1
	case (Abs(x) < 1) == up:
		return 0
	}
	return Inf(1)
}

func powOfInf(x, y float64) float64 {
	result := Inf(1)
	if y < 0 {
		result = 0
	}
	if x < 0 && y == Trunc(y) && oddInteger(y) {
		return Copysign(result, -1)
	}
	return result
}
