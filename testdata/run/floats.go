package main

//go:noinline
func arith(a, b float64) {
	println(a+b, a-b, a*b, a/b, -a)
	println(a == b, a != b, a < b, a <= b, a > b, a >= b)
}

//go:noinline
func arith32(a, b float32) {
	println(a+b, a-b, a*b, a/b, -a, a < b)
}

func sqrt(x float64) float64 {
	z := x / 2
	for i := 0; i < 20; i++ {
		z -= (z*z - x) / (2 * z)
	}
	return z
}

var zero float64

func main() {
	arith(1.5, 2.25)
	arith(-1e300, 1e300)
	arith32(0.1, 0.2)
	inf, nan := 1/zero, zero/zero
	println(inf, -inf, nan)
	arith(nan, nan)
	arith(inf, -inf)
	println(1/(-inf) == 0, nan != nan)
	println(sqrt(2), sqrt(1e10))
	println(0.0, 1e-320, 123456789.0, 1.7976931348623157e308)
	sum := 0.0
	for i := 1; i <= 100; i++ {
		sum += 1 / float64(i)
	}
	println(sum)
}
