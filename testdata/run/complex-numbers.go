package main

import (
	"fmt"
	"math"
)

type C64 complex64

//go:noinline
func op(a, b complex128) (s, d, p, q complex128) { return a + b, a - b, a * b, a / b }

//go:noinline
func op64(a, b complex64) (complex64, complex64, complex64, complex64) {
	return a + b, a - b, a * b, a / b
}

func roots(a, b, c float64) (x, y complex128) {
	d := b*b - 4*a*c
	var s complex128
	if d < 0 {
		s = complex(0, math.Sqrt(-d))
	} else {
		s = complex(math.Sqrt(d), 0)
	}
	return (complex(-b, 0) + s) / complex(2*a, 0), (complex(-b, 0) - s) / complex(2*a, 0)
}

func main() {
	inf, nan := math.Inf(1), math.NaN()
	zs := []complex128{0, 1, 1i, 3 - 4i, complex(inf, 1), complex(nan, 2), complex(-0.0, inf), 1e300 + 1e300i}
	for _, a := range zs {
		for _, b := range zs {
			fmt.Println(op(a, b))
		}
	}
	fmt.Println(op64(1+2i, 3-4i))
	fmt.Println(roots(1, -3, 2))
	fmt.Println(roots(1, 2, 5))
	var c C64 = 2 + 3i
	c *= c
	c += 1
	fmt.Println(c, real(c), imag(c), -c, c == C64(complex(real(c), imag(c))), c != 0)
	fmt.Printf("%v %.1f %8.2e %T %T\n", c, c, complex128(c), real(c), imag(1i))
	m := map[complex128]string{1i: "i", 0: "zero"}
	fmt.Println(m[complex(0, 1)], m[complex(math.Copysign(0, -1), 0)], len(m))
	arr := [3]complex64{1: 2i}
	arr[0], arr[2] = arr[1], arr[1]*arr[1]
	p := &arr[2]
	*p /= 2
	fmt.Println(arr, complex(float32(1), 2), 1i*1i == -1, 'a'*1i)
	const k = (1 + 2i) * (3 - 1i)
	fmt.Println(k, real(k), int(real(k)), len([imag(5i)]int{}))
	z := complex(1, 0)
	for range 8 {
		z *= complex(math.Sqrt2/2, math.Sqrt2/2)
	}
	fmt.Printf("%.3f\n", z)
	f := func(c complex128, x int, d complex64, y float32) (complex64, complex128) {
		return complex64(c) + d, complex(float64(y), float64(x))
	}
	fmt.Println(f(1i, 2, 3, 4))
}
