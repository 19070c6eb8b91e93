// Functions of package math/cmplx: values, cuts, infinities and the reference's bits.
package main

import (
	"fmt"
	"math"
	"math/cmplx"
)

func main() {
	fmt.Printf("%.6f\n", cmplx.Exp(1i*math.Pi)+1)
	fmt.Println(cmplx.Sqrt(-1), cmplx.Sqrt(complex(-4, math.Copysign(0, -1))), cmplx.Sqrt(3+4i), cmplx.Sqrt(2i))
	fmt.Println(cmplx.Pow(0, 0), cmplx.Pow(0, -1), cmplx.Pow(0, -1+1i), cmplx.Pow(0, cmplx.NaN()))
	fmt.Println(cmplx.IsNaN(cmplx.NaN()), cmplx.IsInf(cmplx.Inf()), cmplx.IsNaN(complex(math.Inf(1), math.NaN())))
	fmt.Println(cmplx.Polar(-1i))
	functions := []func(complex128) complex128{
		cmplx.Sqrt, cmplx.Exp, cmplx.Log, cmplx.Log10, cmplx.Conj, cmplx.Sin, cmplx.Cos, cmplx.Tan, cmplx.Cot, cmplx.Sinh, cmplx.Cosh,
		cmplx.Tanh, cmplx.Asin, cmplx.Acos, cmplx.Atan, cmplx.Asinh, cmplx.Acosh, cmplx.Atanh,
	}
	values := []float64{0, math.Copysign(0, -1), 1, -1, 0.5, -0.3, 3.1, -20, 1e10, -1e-9, 1e300, math.Inf(1), math.Inf(-1), math.NaN()}
	for i, f := range functions {
		h := uint64(14695981039346656037)
		for _, a := range values {
			for _, b := range values {
				z := f(complex(a, b))
				for _, part := range []float64{real(z), imag(z)} {
					if part != part {
						part = 12345
					}
					h = (h ^ math.Float64bits(part)) * 1099511628211
				}
			}
		}
		fmt.Printf("%d %v %v %016x\n", i, f(1+1i), f(complex(math.Inf(-1), 2)), h)
	}
}
