package math

// horner returns c[0] + c[1]*x + c[2]*x**2 + ..., from the inside out, so that each step rounds as the libraries' formulas do.
func horner(x float64, c []float64) float64 {
	n := len(c) - 1
	sum := c[n]
	for n--; n >= 0; n-- {
		sum = c[n] + x*sum
	}
	return sum
}

// quotient returns one polynomial over another.
func quotient(x float64, num, den []float64) float64 { return horner(x, num) / horner(x, den) }
