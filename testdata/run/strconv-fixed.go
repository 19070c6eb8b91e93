// Floats with a given number of digits: halves, near halves, the largest and the smallest, all formats.
package main

import (
	"fmt"
	"math"
	"math/rand"
	"strconv"
)

func main() {
	values := []float64{
		0, 0.5, 1.5, 2.5, 0.125, 0.375, 0.001, 0.0005, 1e22, 1e23, 5e-324, math.MaxFloat64, 999999.5, 99999.95, 0.1, 123456789012345678,
		9007199254740993, 4.35, 8.345, 1.005, 0.05, 0.95, 9.5, 99.5, 1 << 62, math.Inf(1), math.NaN(), math.Copysign(0, -1), -1.25,
	}
	for _, f := range values {
		for _, p := range []int{0, 1, 2, 5, 16, 17, 18, 25} {
			fmt.Print(strconv.FormatFloat(f, 'e', p, 64), " ", strconv.FormatFloat(f, 'f', p, 64), " ", strconv.FormatFloat(f, 'g', p, 32), " ")
		}
		fmt.Println()
	}
	r := rand.New(rand.NewSource(8))
	h := uint64(1)
	for i := range 10000 {
		f := math.Float64frombits(r.Uint64())
		switch i % 4 {
		case 0:
			f = float64(r.Intn(1e9)) / 8
		case 1:
			f = float64(r.Intn(1e6)) / 1000
		case 2:
			f = r.NormFloat64()
		}
		for _, c := range []byte(strconv.FormatFloat(f, "eEfgG"[r.Intn(5)], r.Intn(22), 64)) {
			h = h*1099511628211 ^ uint64(c)
		}
	}
	fmt.Printf("%x\n", h)
}
