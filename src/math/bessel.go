package math

// Bessel functions. The methods are those of FreeBSD's msun (Sun Microsystems, 1993), evaluated in its order, since the last bit
// depends on that: near 0 quotients of polynomials in x**2; from 2 on the asymptotic form, sqrt(2/(Pi*x)) * (P*cos - Q*sin) of
// a shifted angle, P and Q being quotients of polynomials in 1/x**2; other orders come from 0 and 1 by recurrence.

const (
	rootScale  = 1 / SqrtPi
	phaseEnds  = 0x1p129 // from here on P is 1 and Q is 0
	trigEnds   = 0x1p302 // from here on a recurrence adds nothing to the leading term
	noOverflow = MaxFloat64 / 2
)

// partOf returns the quotient of the part of t that x is in.
func partOf(t []asymptotic, x float64) float64 {
	i := 0
	for i < len(t)-1 && x < t[i].least {
		i++
	}
	return quotient(1/(x*x), t[i].num, t[i].den)
}

// shifted0 returns sqrt(2) times cosine and sine of x - Pi/4. Of the sum and the difference of sine and cosine one may
// cancel; the other and cos(2*x), their product, give it.
func shifted0(x float64) (cos, sin float64) {
	s, c := Sincos(x)
	sin, cos = s-c, s+c
	if x < noOverflow {
		product := -Cos(x + x)
		if s*c < 0 {
			cos = product / sin
		} else {
			sin = product / cos
		}
	}
	return cos, sin
}

// shifted1 is shifted0 for x - 3*Pi/4.
func shifted1(x float64) (cos, sin float64) {
	s, c := Sincos(x)
	sin, cos = -s-c, s-c
	if x < noOverflow {
		product := Cos(x + x)
		if s*c > 0 {
			cos = product / sin
		} else {
			sin = product / cos
		}
	}
	return cos, sin
}

// wave0 returns P and Q of order 0, wave1 those of order 1.
func wave0(x float64) (p, q float64) {
	return 1 + partOf(amplitude0, x), (-0.125 + partOf(phase0, x)) / x
}

func wave1(x float64) (p, q float64) {
	return 1 + partOf(amplitude1, x), (0.375 + partOf(phase1, x)) / x
}

// J0 returns the Bessel function of the first kind of order 0.
func J0(x float64) float64 {
	x = Abs(x)
	z := x * x
	switch {
	case x != x:
		return x
	case x > MaxFloat64:
		return 0
	case x < 0x1p-27:
		return 1
	case x < 0x1p-13:
		return 1 - 0.25*x*x
	case x < 1:
		return 1 + z*(-0.25+z*horner(z, j0Num)/horner(z, j0Den))
	case x < 2:
		u := 0.5 * x
		return (1+u)*(1-u) + z*(z*horner(z, j0Num)/horner(z, j0Den))
	}
	cos, sin := shifted0(x)
	if x > phaseEnds {
		return rootScale * cos / Sqrt(x)
	}
	p, q := wave0(x)
	return rootScale * (p*cos - q*sin) / Sqrt(x)
}

// Y0 returns the Bessel function of the second kind of order 0; NaN for negative x.
func Y0(x float64) float64 {
	switch {
	case x < 0 || x != x:
		return NaN()
	case x > MaxFloat64:
		return 0
	case x == 0:
		return Inf(-1)
	case x <= 0x1p-27:
		return y0Num[0] + (2/Pi)*Log(x)
	case x < 2:
		return quotient(x*x, y0Num, y0Den) + (2/Pi)*J0(x)*Log(x)
	}
	cos, sin := shifted0(x)
	if x > phaseEnds {
		return rootScale * sin / Sqrt(x)
	}
	p, q := wave0(x)
	return rootScale * (p*sin + q*cos) / Sqrt(x)
}

// J1 returns the Bessel function of the first kind of order 1.
func J1(x float64) float64 {
	switch {
	case x != x:
		return x
	case x == 0 || IsInf(x, 0):
		return 0
	case Abs(x) < 0x1p-27:
		return 0.5 * Abs(x) // without its sign: gc's result
	case x < 0:
		return -J1(-x)
	case x < 2:
		z := x * x
		r := z * horner(z, j1Num)
		return 0.5*x + r*x/horner(z, j1Den)
	}
	cos, sin := shifted1(x)
	if x > phaseEnds {
		return rootScale * cos / Sqrt(x)
	}
	p, q := wave1(x)
	return rootScale * (p*cos - q*sin) / Sqrt(x)
}

// Y1 returns the Bessel function of the second kind of order 1; NaN for negative x.
func Y1(x float64) float64 {
	switch {
	case x < 0 || x != x:
		return NaN()
	case x > MaxFloat64:
		return 0
	case x == 0:
		return Inf(-1)
	case x <= 0x1p-54:
		return -(2 / Pi) / x
	case x < 2:
		return x*quotient(x*x, y1Num, y1Den) + (2/Pi)*(J1(x)*Log(x)-1/x)
	}
	cos, sin := shifted1(x)
	if x > phaseEnds {
		return rootScale * sin / Sqrt(x)
	}
	p, q := wave1(x)
	return rootScale * (p*sin + q*cos) / Sqrt(x)
}

// Jn returns the Bessel function of the first kind of order n.
func Jn(n int, x float64) float64 {
	switch {
	case x != x:
		return x
	case IsInf(x, 0) || x == 0 && n != 0:
		return 0
	case n < 0:
		n, x = -n, -x
	}
	if n == 0 {
		return J0(x)
	}
	if n == 1 {
		return J1(x)
	}
	b := 0.0
	switch a := Abs(x); {
	case float64(n) > a && a < 0x1p-29:
		b = firstTerm(n, a)
	case float64(n) > a:
		b = downward(n, a)
	case a >= trigEnds:
		s, c := Sincos(a)
		b = rootScale * [...]float64{c + s, -c + s, -c - s, c - s}[n&3] / Sqrt(a)
	default: // the recurrence is stable as long as the order is not above a
		before := J0(a)
		b = J1(a)
		for i := 1; i < n; i++ {
			before, b = b, b*(float64(i+i)/a)-before
		}
	}
	if x < 0 && n&1 == 1 {
		return -b
	}
	return b
}

// firstTerm returns the first term of the series of Jn, (x/2)**n / n!, for tiny x.
func firstTerm(n int, x float64) float64 {
	if n > 33 { // it underflows
		return 0
	}
	half := x * 0.5
	power, factorial := half, 1.0
	for i := 2; i <= n; i++ {
		factorial *= float64(i)
		power *= half
	}
	return power / factorial
}

// downward returns Jn for n above x. The quotient of neighbouring orders is a continued fraction, cut off where it no longer
// matters; the recurrence goes down from there, and J0 gives the scale.
func downward(n int, x float64) float64 {
	h := 2 / x
	w := float64(n+n) / x
	z := w + h
	depth, den0, den := 1, w, w*z-1
	for den < 1e9 {
		depth++
		z += h
		den0, den = den, z*den-den0
	}
	t := 0.0
	for i := 2 * (n + depth); i >= n+n; i -= 2 {
		t = 1 / (float64(i)/x - t)
	}

	// Values grow about like n**n going down: too far for a float if the logarithm is above that of the greatest.
	mayOverflow := !(float64(n)*Log(Abs(h*float64(n))) < 7.09782712893383973096e+02)
	above, b := t, 1.0
	for i := n - 1; i > 0; i-- {
		above, b = b, b*float64(i+i)/x-above
		if mayOverflow && b > 1e100 {
			above /= b
			t /= b
			b = 1
		}
	}
	return t * J0(x) / b
}

// Yn returns the Bessel function of the second kind of order n; NaN for negative x.
func Yn(n int, x float64) float64 {
	odd := n < 0 && n&1 == 1 // Y-n is -Yn for odd n
	switch {
	case x < 0 || x != x:
		return NaN()
	case x > MaxFloat64:
		return 0
	case n == 0:
		return Y0(x)
	case x == 0 && odd:
		return Inf(1)
	case x == 0:
		return Inf(-1)
	case odd:
		return -Yn(-n, x)
	case n < 0:
		n = -n
	}
	if n > 1 && x >= trigEnds {
		s, c := Sincos(x)
		return rootScale * [...]float64{s - c, -s - c, -s + c, s + c}[n&3] / Sqrt(x)
	}
	before, b := Y0(x), Y1(x)
	for i := 1; i < n && !IsInf(b, -1); i++ {
		before, b = b, float64(i+i)/x*b-before
	}
	return b
}
