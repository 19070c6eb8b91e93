// Package ziggurat has what math/rand and math/rand/v2 need for numbers that are not evenly distributed.
package ziggurat

import (
	"math"
	"sync"
)

// A Ziggurat is a pile of rectangles of equal area under a falling curve. Nearly all random points in a rectangle are below the
// curve, and need one comparison only. (After George Marsaglia and Wai Wan Tsang, "The Ziggurat Method for Generating
// Random Variables".)
type Ziggurat struct {
	Accept []uint32  // numbers below this are under the curve for sure
	Width  []float32 // of the rectangle, for one unit of the number
	Height []float32 // of the curve where the rectangle ends
}

// Where the lowest rectangle ends and the tail begins.
const (
	NormalTail = 3.442619855899
	ExpTail    = 7.69711747013104972
)

// Normal is for the normal distribution.
var Normal = sync.OnceValue(func() *Ziggurat {
	return build(128, 1<<31, NormalTail, 9.91256303526217e-3,
		func(x float64) float64 { return math.Exp(-.5 * x * x) },
		func(y float64) float64 { return math.Sqrt(-2 * math.Log(y)) })
})

// Exp is for the exponential distribution.
var Exp = sync.OnceValue(func() *Ziggurat {
	return build(256, 1<<32, ExpTail, 3.949659822581572e-3,
		func(x float64) float64 { return math.Exp(-x) },
		func(y float64) float64 { return -math.Log(y) })
})

// build makes n rectangles of an area for random numbers up to scale.
func build(n int, scale, tail, area float64, curve, inverse func(float64) float64) *Ziggurat {
	z := &Ziggurat{make([]uint32, n), make([]float32, n), make([]float32, n)}
	x, wider := tail, tail
	base := area / curve(tail)
	z.Accept[0] = uint32(tail / base * scale)
	z.Width[0] = float32(base / scale)
	z.Width[n-1] = float32(tail / scale)
	z.Height[0] = 1
	z.Height[n-1] = float32(curve(tail))
	for i := n - 2; i >= 1; i-- {
		x = inverse(area/x + curve(x))
		z.Accept[i+1] = uint32(x / wider * scale)
		wider = x
		z.Height[i] = float32(curve(x))
		z.Width[i] = float32(x / scale)
	}
	return z
}

// Under reports whether a point at a random height u, from 0 to 1, in rectangle i is below the curve's y.
func (z *Ziggurat) Under(i uint32, u, y float64) bool {
	return z.Height[i]+float32(u)*(z.Height[i-1]-z.Height[i]) < float32(y)
}
