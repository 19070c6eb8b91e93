package cmplx

import "math"

// timesI and overI turn by a right angle.
func timesI(x complex128) complex128 { return complex(-imag(x), real(x)) }
func overI(x complex128) complex128  { return complex(imag(x), -real(x)) }

// Asinh returns the inverse hyperbolic sine of x.
func Asinh(x complex128) complex128 {
	a, b := real(x), imag(x)
	switch {
	case b == 0 && math.Abs(a) <= 1:
		return complex(math.Asinh(a), b)
	case a == 0 && math.Abs(b) <= 1:
		return complex(a, math.Asin(b))
	case math.IsInf(a, 0) && math.IsInf(b, 0):
		return complex(a, math.Copysign(math.Pi/4, b))
	case math.IsInf(a, 0) && b != b, a != a && b == 0:
		return x
	case math.IsInf(a, 0):
		return complex(a, math.Copysign(0, b))
	case a != a && math.IsInf(b, 0):
		return swap(x)
	case a != a:
		return NaN()
	case math.IsInf(b, 0):
		return complex(math.Copysign(b, a), math.Copysign(math.Pi/2, b))
	}
	square := x * x
	return Log(x + Sqrt(complex(1+real(square), imag(square))))
}

// Asin returns the inverse sine of x.
func Asin(x complex128) complex128 {
	if math.IsInf(real(x), 0) && imag(x) != imag(x) {
		return swap(x)
	}
	return overI(Asinh(timesI(x)))
}

// Acos returns the inverse cosine of x.
func Acos(x complex128) complex128 {
	w := Asin(x)
	return complex(math.Pi/2-real(w), -imag(w))
}

// Acosh returns the inverse hyperbolic cosine of x.
func Acosh(x complex128) complex128 {
	if x == 0 {
		return complex(0, math.Copysign(math.Pi/2, imag(x)))
	}
	if w := Acos(x); imag(w) <= 0 {
		return timesI(w)
	} else {
		return overI(w)
	}
}

// Atan returns the inverse tangent of x.
func Atan(x complex128) complex128 {
	a, b := real(x), imag(x)
	switch {
	case b == 0:
		return complex(math.Atan(a), b)
	case a == 0 && math.Abs(b) <= 1:
		return complex(a, math.Atanh(b))
	case IsInf(x) && a != a:
		return complex(a, math.Copysign(0, b))
	case IsInf(x):
		return complex(math.Copysign(math.Pi/2, a), math.Copysign(0, b))
	case x != x:
		return NaN()
	}
	square := a * a
	inside := 1 - square - b*b
	below := square + (b-1)*(b-1)
	if inside == 0 || below == 0 {
		return NaN()
	}
	above := square + (b+1)*(b+1)
	return complex(reducePi(0.5*math.Atan2(2*a, inside)), 0.25*math.Log(above/below))
}

// Atanh returns the inverse hyperbolic tangent of x.
func Atanh(x complex128) complex128 { return overI(Atan(timesI(x))) }
