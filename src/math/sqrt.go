package math

// Sqrt returns the square root of x: NaN for negative x, -0 for -0.
func Sqrt(x float64) float64 { return sqrt(x) }

// sqrt is an instruction, which the compiler puts in the place of each call; so this is no recursion.
func sqrt(x float64) float64 { return sqrt(x) }
