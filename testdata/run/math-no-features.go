// What instructions do that the processor is said not to have is done by functions.
package main

import (
	"math"
	"math/bits"
)

//go:noinline
func counts(x uint64) int { return bits.OnesCount64(x) + bits.OnesCount8(uint8(x)) }

//go:noinline
func fused(x, y, z float64) float64 { return math.FMA(x, y, z) }

//go:noinline
func rounded(x float64) float64 { return math.Floor(x) + 10*math.Ceil(x) + 100*math.RoundToEven(x) }

func main() {
	println(counts(math.MaxUint64), counts(0x8001))
	println(fused(0.1, 10, -1) != 0)
	println(rounded(2.5), rounded(-3.5))
}
