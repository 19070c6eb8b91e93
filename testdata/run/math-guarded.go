package main

import (
	"fmt"
	"math"
	"math/bits"
)

//go:noinline
func count(a uint8, b uint16, c uint32, d uint64, e uint) int {
	return bits.OnesCount8(a) + 100*bits.OnesCount16(b) + 10000*bits.OnesCount32(c) + 1000000*bits.OnesCount64(d) + 100000000*bits.OnesCount(e)
}

//go:noinline
func fma(x, y, z float64) float64 { return math.FMA(x, y, z) }

//go:noinline
func round(x float64) [4]float64 {
	return [4]float64{math.Floor(x), math.Ceil(x), math.Trunc(x), math.RoundToEven(x)}
}

var global float64

func main() {
	fmt.Println(count(0xff, 0xf0f0, 1<<31|1, math.MaxUint64, 0))
	fmt.Println(count(1, 2, 3, 0, math.MaxUint))
	var f = bits.OnesCount32
	fmt.Println(f(7))
	fmt.Println(fma(0.1, 10, -1), 0.1*10-1, fma(math.Inf(1), 0, 1), fma(1e308, 10, math.Inf(-1)))
	for _, x := range []float64{0, math.Copysign(0, -1), 0.5, -0.5, 1.5, -1.5, 2.5, 0.49999999999999994, 1e300, -1e300, math.Inf(1), math.Inf(-1), math.NaN(), 4503599627370495.5, -4503599627370497} {
		r := round(x)
		fmt.Println(x, r)
		for _, y := range r {
			fmt.Printf("%x ", math.Float64bits(y)>>63)
		}
		fmt.Println()
	}
	// As operands of larger expressions, and in conditions.
	n := 0
	for i := range 100 {
		if bits.OnesCount(uint(i))%2 == 1 && math.Floor(float64(i)/3) == float64(i/3) {
			n += bits.OnesCount64(uint64(i)) * int(math.Trunc(float64(i)/7))
		}
	}
	fmt.Println(n)
	global = math.FMA(global, global, math.Floor(math.FMA(1.5, 1.5, 1)))
	fmt.Println(global)
	const c = 10
	fmt.Println(bits.OnesCount8(uint8(c)), math.Floor(-2.5))
}
