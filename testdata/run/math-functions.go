package main

import (
	"fmt"
	"math"
	"math/bits"
)

func main() {
	xs := []float64{0, math.Copysign(0, -1), 0.5, -0.5, 1, -1, 1.5, 2.5, -2.5, 3.7, 1e-10, 1e10, 1e300, math.Inf(1), math.Inf(-1), math.NaN(), math.MaxFloat64, math.SmallestNonzeroFloat64}
	for _, x := range xs {
		fr, ex := math.Frexp(x)
		ip, fp := math.Modf(x)
		fmt.Println(x, math.Floor(x), math.Ceil(x), math.Trunc(x), math.Round(x), math.RoundToEven(x), math.Abs(x), math.Sqrt(x), math.Signbit(x), fr, ex, ip, fp)
	}
	for _, x := range []float64{0.1, 1, 2, 10, 100.5} {
		fmt.Printf("%.12g %.12g %.12g %.12g %.12g %.12g %.12g %.12g\n", math.Exp(x), math.Log(x), math.Log2(x), math.Log10(x), math.Sin(x), math.Cos(x), math.Atan(x), math.Cbrt(x))
	}
	fmt.Println(math.Pow(2, 10), math.Pow(2, -1), math.Pow(-8, 1.0/3), math.Pow(0, 0), math.Pow(0, -1), math.Hypot(3, 4), math.Mod(7, -3), math.Mod(-7, 3), math.Remainder(7, 4), math.Dim(3, 5), math.Max(1, math.NaN()), math.Min(-0.0, 0))
	fmt.Println(math.Float64bits(1.5), math.Float32bits(-2), math.Float64frombits(0x7ff0000000000000), math.Nextafter(1, 2), math.Ldexp(0.5, 4), math.Ilogb(8), math.IsInf(1/math.Inf(-1), 0), math.FMA(2, 3, 4))
	fmt.Println(bits.Len(255), bits.LeadingZeros64(1), bits.TrailingZeros16(8), bits.OnesCount(0xff00), bits.Reverse8(1), bits.ReverseBytes16(0x1234), bits.RotateLeft8(0x81, 1), bits.UintSize)
	for _, v := range []struct {
		x float64
		p int
	}{{1234.5678, 2}, {0.000012345, 3}, {1e21, 6}, {123456789, 0}} {
		fmt.Printf("[%10.*f] [%-12.*e] [%+.*g] [%08.*f]\n", v.p, v.x, v.p, v.x, v.p, v.x, v.p, v.x)
	}
	fmt.Println(float32(16777216.0)+1 == 16777216, 0.1+0.2, float32(0.1)+float32(0.2), 1e100, 1e-7, 100000000.0, 123456789.0, 1e20, 1e21)
}
