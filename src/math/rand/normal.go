package rand

import (
	"internal/ggo/ziggurat"
	"math"
)

// NormFloat64 returns a normally distributed number with mean 0 and standard deviation 1.
func (r *Rand) NormFloat64() float64 {
	z := ziggurat.Normal()
	for {
		n := int32(r.Uint32())
		i := uint32(n) & 127
		x := float64(n) * float64(z.Width[i])
		size := uint32(n)
		if n < 0 {
			size = -size
		}
		if size < z.Accept[i] {
			return x
		}
		if i == 0 {
			x = r.normalBeyond()
			if n <= 0 {
				x = -x
			}
			return x
		}
		if z.Under(i, r.Float64(), math.Exp(-.5*x*x)) {
			return x
		}
	}
}

// normalBeyond returns a number from the tail.
func (r *Rand) normalBeyond() float64 {
	for {
		x := -math.Log(r.Float64()) * (1.0 / ziggurat.NormalTail)
		y := -math.Log(r.Float64())
		if y+y >= x*x {
			return ziggurat.NormalTail + x
		}
	}
}

// ExpFloat64 returns an exponentially distributed number with mean 1.
func (r *Rand) ExpFloat64() float64 {
	z := ziggurat.Exp()
	for {
		n := r.Uint32()
		i := n & 255
		x := float64(n) * float64(z.Width[i])
		if n < z.Accept[i] {
			return x
		}
		if i == 0 {
			return ziggurat.ExpTail - math.Log(r.Float64())
		}
		if z.Under(i, r.Float64(), math.Exp(-x)) {
			return x
		}
	}
}
