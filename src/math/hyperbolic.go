package math

// Sinh returns the hyperbolic sine of x. Near 0 a quotient of polynomials (Hart and others, "Computer Approximations", 1968,
// number 2029) avoids the difference of equal powers.
func Sinh(x float64) float64 {
	a := Abs(x)
	y := 0.0
	switch {
	case a > 21:
		y = Exp(a) * 0.5
	case a > 0.5:
		e := Exp(a)
		y = (e - 1/e) * 0.5
	default:
		s := a * a
		y = (((-0.2630563213397497062819489e+2*s-0.2894211355989563807284660366e+4)*s-0.8991272022039509355398013511e+5)*s - 0.6307673640497716991184787251e+6) * a
		y = y / (((s-0.1736789535582336995334509110e+3)*s+0.1521517378790019070696485176e+5)*s - 0.6307673640497716991212077277e+6)
	}
	return Copysign(y, x)
}

// Cosh returns the hyperbolic cosine of x.
func Cosh(x float64) float64 {
	x = Abs(x)
	e := Exp(x)
	if x > 21 {
		return e * 0.5
	}
	return (e + 1/e) * 0.5
}

// Tanh returns the hyperbolic tangent of x, by the Cephes library's method.
func Tanh(x float64) float64 {
	switch a := Abs(x); {
	case a > 0.5*8.8029691931113054295988e+01:
		return Copysign(1, x)
	case a >= 0.625:
		return Copysign(1-2/(Exp(2*a)+1), x)
	case x == 0:
		return x
	}
	s := x * x
	return x + x*s*((-9.64399179425052238628e-1*s-9.92877231001918586564e1)*s-1.61468768441708447952e3)/(((s+1.12811678491632931402e2)*s+2.23548839060100448583e3)*s+4.84406305325125486048e3)
}

// Cbrt returns the cube root of x (the method of FreeBSD's msun, Sun Microsystems, 1993): an estimate from a third of the
// exponent, improved to 23 bits by a quotient, then by one step of Newton's to all.
func Cbrt(x float64) float64 {
	if x == 0 || x != x || IsInf(x, 0) {
		return x
	}
	a := Abs(x)
	t := Float64frombits(Float64bits(a)/3 + 715094163<<32)
	if a < 0x1p-1022 {
		t = Float64frombits(Float64bits((1<<54)*a)/3 + 696219795<<32)
	}
	r := t * t / a
	s := 5.42857142857142815906e-01 + r*t
	t *= 3.57142857142857150787e-01 + 1.60714285714285720630e+00/(s+1.41428571428571436819e+00-7.05306122448979611050e-01/s)
	t = Float64frombits((Float64bits(t)&(0xFFFFFFFFC<<28) + 1<<30))
	s = t * t
	r = a / s
	r = (r - t) / (t + t + r)
	return Copysign(t+t*r, x)
}
