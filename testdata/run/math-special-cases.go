// What functions of package math return at the ends of their domains.
package main

import (
	"fmt"
	"math"
)

func main() {
	inf, nan := math.Inf(1), math.NaN()
	fmt.Println(math.Gamma(0), math.Gamma(math.Copysign(0, -1)), math.Gamma(-1), math.Gamma(5), math.Gamma(171.5), math.Gamma(-170.5), math.Gamma(0.5))
	fmt.Println(math.Lgamma(-1))
	fmt.Println(math.Lgamma(-0.5))
	fmt.Println(math.Lgamma(100))
	fmt.Println(math.Acosh(0.5), math.Atanh(1), math.Atanh(-1), math.Atanh(2), math.Asinh(-inf))
	fmt.Println(math.Log1p(-1), math.Log1p(-2), math.Log1p(1e-300), math.Expm1(-inf), math.Expm1(1e-300), math.Expm1(800))
	fmt.Println(math.Erf(inf), math.Erfc(inf), math.Erfinv(1), math.Erfinv(-1), math.Erfinv(1.5), math.Erfcinv(0), math.Erf(nan))
	fmt.Println(math.J0(0), math.J1(0), math.Jn(2, 0), math.Y0(0), math.Y1(-1), math.Yn(-3, 0), math.Yn(2, inf))
	fmt.Println(math.FMA(1e200, 1e200, -inf), math.FMA(inf, 0, 1), math.FMA(0.1, 10, -1), math.FMA(1e-200, -1e-200, 0))
	fmt.Println(math.Mod(-7, 3), math.Remainder(-7, 3), math.Cbrt(-27), math.Hypot(3, -4))
	fmt.Println(math.Frexp(-0x1p-1074))
	fmt.Println(math.Modf(-3.75))
}
