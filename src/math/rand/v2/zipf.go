package rand

import "math"

// A Zipf makes numbers k from 0 to a maximum with a probability proportional to (v + k)**-s. (After Wolfgang Hörmann and Gerhard
// Derflinger, "Rejection-Inversion to Generate Variates from Monotone Discrete Distributions".)
type Zipf struct {
	r *Rand

	v, s   float64
	t, inv float64 // 1 - s, and 1 over that
	low    float64 // the integral up to the maximum
	span   float64 // from there to the integral up to 0
	sure   float64 // numbers not farther than this from an integer are taken at once
}

// NewZipf returns a Zipf for s > 1 and v >= 1, nil for others.
func NewZipf(r *Rand, s float64, v float64, imax uint64) *Zipf {
	if s <= 1 || v < 1 {
		return nil
	}
	z := &Zipf{r: r, v: v, s: s, t: 1 - s, inv: 1 / (1 - s)}
	z.low = z.integral(float64(imax) + .5)
	z.span = z.integral(.5) - math.Exp(math.Log(v)*-s) - z.low
	z.sure = 1 - z.inverse(z.integral(1.5)-math.Exp(-s*math.Log(v+1)))
	return z
}

// integral integrates the probability.
func (z *Zipf) integral(x float64) float64 { return math.Exp(z.t*math.Log(z.v+x)) * z.inv }

func (z *Zipf) inverse(y float64) float64 { return math.Exp(z.inv*math.Log(z.t*y)) - z.v }

// Uint64 returns the next number.
func (z *Zipf) Uint64() uint64 {
	if z == nil {
		panic("rand: nil Zipf")
	}
	for {
		y := z.low + z.r.Float64()*z.span
		x := z.inverse(y)
		k := math.Floor(x + .5)
		if k-x <= z.sure || y >= z.integral(k+.5)-math.Exp(-math.Log(k+z.v)*z.s) {
			return uint64(k)
		}
	}
}
