// Every function of package math gives the reference's bits, on normal and subnormal numbers, infinities and NaN.
package main

import (
	"fmt"
	"math"
)

var state uint64 = 88172645463325252

func random() uint64 {
	state ^= state << 13
	state ^= state >> 7
	state ^= state << 17
	return state * 2685821657736338717
}

func unit() float64 { return float64(int64(random())>>11) / (1 << 52) } // in [-1, 1)

// input returns a number of one of many kinds.
func input() float64 {
	switch random() % 16 {
	case 0, 1, 2:
		return math.Float64frombits(random())
	case 3, 4, 5:
		return unit() * 4
	case 6, 7:
		return unit() * 50
	case 8:
		return unit() * 800
	case 9:
		return float64(int64(random()) >> 57)
	case 10:
		return 1 + math.Ldexp(unit(), -int(random()%60))
	case 11:
		return math.Float64frombits(random() & (1<<63 | 1<<52 - 1))
	case 12:
		return math.Inf(int(random()&2) - 1)
	case 13:
		return math.NaN()
	case 14:
		return math.Copysign(0, unit())
	}
	return math.Nextafter(float64(int64(random())>>59), unit()*100)
}

type sum uint64

func (s *sum) add(x float64) {
	b := math.Float64bits(x)
	if x != x {
		b = 1 << 63 >> 1
	}
	*s = (*s ^ sum(b)) * 1099511628211
}

func main() {
	for _, t := range []struct {
		name string
		f    func(float64) float64
	}{
		{"Acos", math.Acos}, {"Acosh", math.Acosh}, {"Asin", math.Asin}, {"Asinh", math.Asinh}, {"Atan", math.Atan},
		{"Atanh", math.Atanh}, {"Cbrt", math.Cbrt}, {"Ceil", math.Ceil}, {"Cos", math.Cos}, {"Cosh", math.Cosh},
		{"Erf", math.Erf}, {"Erfc", math.Erfc}, {"Erfinv", math.Erfinv}, {"Erfcinv", math.Erfcinv}, {"Exp", math.Exp},
		{"Exp2", math.Exp2}, {"Expm1", math.Expm1}, {"Floor", math.Floor}, {"Gamma", math.Gamma}, {"J0", math.J0},
		{"J1", math.J1}, {"Log", math.Log}, {"Log10", math.Log10}, {"Log1p", math.Log1p}, {"Log2", math.Log2},
		{"Logb", math.Logb}, {"Round", math.Round}, {"RoundToEven", math.RoundToEven}, {"Sin", math.Sin},
		{"Sinh", math.Sinh}, {"Sqrt", math.Sqrt}, {"Tan", math.Tan}, {"Tanh", math.Tanh}, {"Trunc", math.Trunc},
		{"Y0", math.Y0}, {"Y1", math.Y1},
		{"Jn", func(x float64) float64 { return math.Jn(int(random()%20)-10, x) }},
		{"Yn", func(x float64) float64 { return math.Yn(int(random()%20)-10, x) }},
		{"Lgamma", func(x float64) float64 { l, s := math.Lgamma(x); return math.Copysign(1, float64(s)) * l }},
		{"Ldexp", func(x float64) float64 { return math.Ldexp(x, int(int64(random())>>52)) }},
		{"FMA", func(x float64) float64 { return math.FMA(x, input(), input()) }},
		{"FMA cancelling", func(x float64) float64 { y := input(); return math.FMA(x, y, -x*y) }},
		{"Atan2", func(x float64) float64 { return math.Atan2(x, input()) }},
		{"Hypot", func(x float64) float64 { return math.Hypot(x, input()) }},
		{"Mod", func(x float64) float64 { return math.Mod(x, input()) }},
		{"Pow", func(x float64) float64 { return math.Pow(x, input()) }},
		{"Remainder", func(x float64) float64 { return math.Remainder(x, input()) }},
		{"Nextafter", func(x float64) float64 { return math.Nextafter(x, input()) }},
		{"Dim", func(x float64) float64 { return math.Dim(x, input()) }},
		{"Max", func(x float64) float64 { return math.Max(x, input()) }},
		{"Min", func(x float64) float64 { return math.Min(x, input()) }},
	} {
		var s sum
		for range 400 {
			s.add(t.f(input()))
		}
		fmt.Printf("%s %016x\n", t.name, uint64(s))
	}
}
