// Package cmplx has functions of complex numbers. Infinities, NaNs and signed zeros are treated as Annex G of the C standard
// has it.
//
// cmplx.go has absolute values, roots, powers and logarithms; circular.go sines and tangents; inverse.go their inverses.
package cmplx

import "math"

// NaN returns a number both of whose parts are NaN.
func NaN() complex128 { return complex(math.NaN(), math.NaN()) }

// Inf returns a number both of whose parts are +Inf.
func Inf() complex128 { return complex(math.Inf(1), math.Inf(1)) }

// IsInf reports whether a part of x is infinite.
func IsInf(x complex128) bool { return math.IsInf(real(x), 0) || math.IsInf(imag(x), 0) }

// IsNaN reports whether a part of x is NaN and none infinite.
func IsNaN(x complex128) bool { return x != x && !IsInf(x) }

// finite reports whether x is a number and not infinite.
func finite(x float64) bool { return x-x == 0 }

// swap returns x with its parts exchanged.
func swap(x complex128) complex128 { return complex(imag(x), real(x)) }

// Conj returns x mirrored at the real axis.
func Conj(x complex128) complex128 { return complex(real(x), -imag(x)) }

// Abs returns how far x is from 0.
func Abs(x complex128) float64 { return math.Hypot(real(x), imag(x)) }

// Phase returns the angle of x, in [-Pi, Pi].
func Phase(x complex128) float64 { return math.Atan2(imag(x), real(x)) }

// Polar returns distance and angle of x.
func Polar(x complex128) (r, θ float64) { return Abs(x), Phase(x) }

// Rect returns the number at a distance and an angle.
func Rect(r, θ float64) complex128 {
	s, c := math.Sincos(θ)
	return complex(r*c, r*s)
}

// Exp returns e**x.
func Exp(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case im == 0 && (math.IsInf(re, 1) || re != re):
		return x
	case math.IsInf(re, -1) && !finite(im):
		return complex(0, math.Copysign(0, im))
	case math.IsInf(re, 1) && !finite(im):
		return complex(re, math.NaN())
	}
	return Rect(math.Exp(re), im)
}

// Log returns the natural logarithm of x.
func Log(x complex128) complex128 { return complex(math.Log(Abs(x)), Phase(x)) }

// Log10 returns the decimal logarithm of x.
func Log10(x complex128) complex128 {
	l := Log(x)
	return complex(math.Log10E*real(l), math.Log10E*imag(l))
}

// Pow returns x**y. Of 0 it is 0, 1 or infinite as the real part of y is above, at or below 0.
func Pow(x, y complex128) complex128 {
	if x == 0 {
		switch {
		case IsNaN(y):
			return NaN()
		case real(y) > 0:
			return 0
		case real(y) == 0:
			return 1
		case imag(y) == 0:
			return complex(math.Inf(1), 0)
		}
		return Inf()
	}
	size, angle := Polar(x)
	if size == 0 {
		return 0
	}
	r, θ := math.Pow(size, real(y)), real(y)*angle
	if imag(y) != 0 {
		r *= math.Exp(-imag(y) * angle)
		θ += imag(y) * math.Log(size)
	}
	return Rect(r, θ)
}

// Sqrt returns the square root of x whose real part is not negative.
//
// The larger part of the root is that of half of |x| + |real(x)|, and the other follows from 2*a*b = imag(x). x is scaled so
// that neither |x| is too large nor the sum loses bits (Stephen Moshier's Cephes library, 1989).
func Sqrt(x complex128) complex128 {
	a, b := real(x), imag(x)
	switch {
	case a == 0 && b == 0:
		return complex(0, b)
	case b == 0 && a < 0:
		return complex(0, math.Copysign(math.Sqrt(-a), b))
	case b == 0:
		return complex(math.Sqrt(a), b)
	case math.IsInf(b, 0):
		return complex(math.Inf(1), b)
	case a == 0:
		r := math.Sqrt(0.5 * math.Abs(b))
		return complex(r, math.Copysign(r, b))
	}
	down, up := 0x1p54, 0x1p-27
	if math.Abs(a) > 4 || math.Abs(b) > 4 {
		down, up = 0.25, 2
	}
	a, b = a*down, b*down
	half := 0.5 * math.Abs(b)
	size := math.Hypot(a, b)
	var re, im float64
	if a > 0 {
		re = math.Sqrt(0.5*size + 0.5*a)
		im = up * (half / re)
		re *= up
	} else {
		im = math.Sqrt(0.5*size - 0.5*a)
		re = up * (half / im)
		im *= up
	}
	if b < 0 {
		im = -im
	}
	return complex(re, im)
}
