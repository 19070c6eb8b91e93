// Division of complex numbers.

package runtime

func isNaN(f float64) bool    { return f != f }
func isInf(f float64) bool    { return !isNaN(f) && !isFinite(f) }
func isFinite(f float64) bool { return f-f == 0 }
func abs(f float64) float64   { return float64frombits(float64bits(f) &^ (1 << 63)) }

// copysign returns f with the sign of sign.
func copysign(f, sign float64) float64 {
	const bit = 1 << 63
	return float64frombits(float64bits(f)&^bit | float64bits(sign)&bit)
}

// complex128div returns n / m. By Smith's method: the division is scaled by the larger part
// of m, so that intermediate results do not overflow needlessly. Results that come out as NaN
// though an operand was zero or infinite are put right as C99, annex G.5.1, says.
func complex128div(n, m complex128) complex128 {
	a, b := real(n), imag(n)
	c, d := real(m), imag(m)
	var e, f float64
	if abs(c) >= abs(d) {
		ratio := d / c
		denom := c + ratio*d
		e = (a + b*ratio) / denom
		f = (b - a*ratio) / denom
	} else {
		ratio := c / d
		denom := d + ratio*c
		e = (a*ratio + b) / denom
		f = (b*ratio - a) / denom
	}
	if !isNaN(e) || !isNaN(f) {
		return complex(e, f)
	}
	inf := float64frombits(0x7ff << 52)
	switch {
	case m == 0 && (!isNaN(a) || !isNaN(b)):
		e = copysign(inf, c) * a
		f = copysign(inf, c) * b
	case (isInf(a) || isInf(b)) && isFinite(c) && isFinite(d):
		a, b = unitInf(a), unitInf(b)
		e = inf * (a*c + b*d)
		f = inf * (b*c - a*d)
	case (isInf(c) || isInf(d)) && isFinite(a) && isFinite(b):
		c, d = unitInf(c), unitInf(d)
		e = 0 * (a*c + b*d)
		f = 0 * (b*c - a*d)
	}
	return complex(e, f)
}

// unitInf returns 1 for an infinity and 0 for anything else, with the same sign.
func unitInf(f float64) float64 {
	g := 0.0
	if isInf(f) {
		g = 1
	}
	return copysign(g, f)
}
