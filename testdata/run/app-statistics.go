// Mean, deviation, median, percentiles, histogram, regression and correlation; text plots.
package main

import (
	"fmt"
	"math"
	"math/rand"
	"slices"
	"strings"
)

type Sample []float64

func (s Sample) Mean() (m float64) {
	for _, x := range s {
		m += x
	}
	return m / float64(len(s))
}

func (s Sample) Deviation() float64 {
	m, v := s.Mean(), 0.0
	for _, x := range s {
		v += (x - m) * (x - m)
	}
	return math.Sqrt(v / float64(len(s)-1))
}

func (s Sample) Percentile(p float64) float64 {
	t := slices.Sorted(slices.Values(s))
	at := p / 100 * float64(len(t)-1)
	lo := int(at)
	if lo+1 == len(t) {
		return t[lo]
	}
	return t[lo] + (at-float64(lo))*(t[lo+1]-t[lo])
}

func (s Sample) Histogram(bins int) string {
	lo, hi := slices.Min(s), slices.Max(s)
	counts := make([]int, bins)
	for _, x := range s {
		counts[min(bins-1, int((x-lo)/(hi-lo)*float64(bins)))]++
	}
	var b strings.Builder
	for i, n := range counts {
		from := lo + (hi-lo)*float64(i)/float64(bins)
		fmt.Fprintf(&b, "%8.3f |%-30s| %d\n", from, strings.Repeat("#", n*30/slices.Max(counts)), n)
	}
	return b.String()
}

type Running struct {
	n        int
	mean, m2 float64
}

func (r *Running) Add(x float64) {
	r.n++
	d := x - r.mean
	r.mean += d / float64(r.n)
	r.m2 += d * (x - r.mean)
}

func regress(xs, ys Sample) (slope, at0, corr float64) {
	mx, my := xs.Mean(), ys.Mean()
	var sxy, sxx, syy float64
	for i := range xs {
		dx, dy := xs[i]-mx, ys[i]-my
		sxy += dx * dy
		sxx += dx * dx
		syy += dy * dy
	}
	slope = sxy / sxx
	return slope, my - slope*mx, sxy / math.Sqrt(sxx*syy)
}

func main() {
	s := Sample{2, 4, 4, 4, 5, 5, 7, 9}
	fmt.Printf("%.4f %.4f %.2f %.2f %.2f\n", s.Mean(), s.Deviation(), s.Percentile(50), s.Percentile(90), s.Percentile(100))
	r := rand.New(rand.NewSource(42))
	var normal Sample
	var run Running
	for range 1000 {
		x := r.NormFloat64()*2 + 10
		normal = append(normal, x)
		run.Add(x)
	}
	fmt.Printf("%.6f %.6f %.6f\n", normal.Mean(), normal.Deviation(), math.Sqrt(run.m2/float64(run.n-1)))
	fmt.Print(normal.Histogram(10))
	xs, ys := Sample{}, Sample{}
	for i := range 20 {
		xs = append(xs, float64(i))
		ys = append(ys, 3*float64(i)+1+r.Float64()-0.5)
	}
	a, b, c := regress(xs, ys)
	fmt.Printf("y = %.3f x + %.3f, r = %.5f\n", a, b, c)
	fmt.Println(r.Perm(8), r.Intn(100), r.Int63()%1000, r.ExpFloat64() > 0)
	deck := []string{"A", "K", "Q", "J"}
	r.Shuffle(len(deck), func(i, j int) { deck[i], deck[j] = deck[j], deck[i] })
	fmt.Println(deck)
	hits := 0
	for range 10000 {
		x, y := r.Float64(), r.Float64()
		if x*x+y*y < 1 {
			hits++
		}
	}
	fmt.Println(hits, float64(hits)/2500)
	for i := range 11 {
		x := float64(i) / 10 * 2 * math.Pi
		fmt.Println(strings.Repeat(" ", int(math.Round(20+18*math.Sin(x)))) + "*")
	}
}
