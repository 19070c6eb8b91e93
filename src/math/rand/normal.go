package rand

import (
	"math"
	"sync"
)

// A ziggurat is a pile of rectangles of equal area under a falling curve. Nearly all random points in a rectangle are below the
// curve, and need one comparison only. (After George Marsaglia and Wai Wan Tsang, "The Ziggurat Method for Generating
// Random Variables".)
type ziggurat struct {
	accept []uint32  // numbers below this are under the curve for sure
	width  []float32 // of the rectangle, for one unit of the number
	height []float32 // of the curve where the rectangle ends
}

const (
	normalTail = 3.442619855899 // where the lowest rectangle ends and the tail begins
	expTail    = 7.69711747013104972
)

var normalZiggurat = sync.OnceValue(func() *ziggurat {
	return makeZiggurat(128, 1<<31, normalTail, 9.91256303526217e-3,
		func(x float64) float64 { return math.Exp(-.5 * x * x) },
		func(y float64) float64 { return math.Sqrt(-2 * math.Log(y)) })
})

var expZiggurat = sync.OnceValue(func() *ziggurat {
	return makeZiggurat(256, 1<<32, expTail, 3.949659822581572e-3,
		func(x float64) float64 { return math.Exp(-x) },
		func(y float64) float64 { return -math.Log(y) })
})

// makeZiggurat makes n rectangles of an area for random numbers up to scale.
func makeZiggurat(n int, scale, tail, area float64, curve, inverse func(float64) float64) *ziggurat {
	z := &ziggurat{make([]uint32, n), make([]float32, n), make([]float32, n)}
	x, wider := tail, tail
	base := area / curve(tail)
	z.accept[0] = uint32(tail / base * scale)
	z.width[0] = float32(base / scale)
	z.width[n-1] = float32(tail / scale)
	z.height[0] = 1
	z.height[n-1] = float32(curve(tail))
	for i := n - 2; i >= 1; i-- {
		x = inverse(area/x + curve(x))
		z.accept[i+1] = uint32(x / wider * scale)
		wider = x
		z.height[i] = float32(curve(x))
		z.width[i] = float32(x / scale)
	}
	return z
}

// under reports whether a random height within rectangle i is below the curve's y.
func (z *ziggurat) under(r *Rand, i uint32, y float64) bool {
	return z.height[i]+float32(r.Float64())*(z.height[i-1]-z.height[i]) < float32(y)
}

// NormFloat64 returns a normally distributed number with mean 0 and standard deviation 1.
func (r *Rand) NormFloat64() float64 {
	z := normalZiggurat()
	for {
		n := int32(r.Uint32())
		i := uint32(n) & 127
		x := float64(n) * float64(z.width[i])
		size := uint32(n)
		if n < 0 {
			size = -size
		}
		if size < z.accept[i] {
			return x
		}
		if i == 0 {
			x = r.normalBeyond()
			if n <= 0 {
				x = -x
			}
			return x
		}
		if z.under(r, i, math.Exp(-.5*x*x)) {
			return x
		}
	}
}

// normalBeyond returns a number from the tail.
func (r *Rand) normalBeyond() float64 {
	for {
		x := -math.Log(r.Float64()) * (1.0 / normalTail)
		y := -math.Log(r.Float64())
		if y+y >= x*x {
			return normalTail + x
		}
	}
}

// ExpFloat64 returns an exponentially distributed number with mean 1.
func (r *Rand) ExpFloat64() float64 {
	z := expZiggurat()
	for {
		n := r.Uint32()
		i := n & 255
		x := float64(n) * float64(z.width[i])
		if n < z.accept[i] {
			return x
		}
		if i == 0 {
			return expTail - math.Log(r.Float64())
		}
		if z.under(r, i, math.Exp(-x)) {
			return x
		}
	}
}
