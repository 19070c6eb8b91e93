// Polynomials: arithmetic, evaluation, derivative, division, greatest common divisor, roots by bisection and Newton, printing.
package main

import (
	"fmt"
	"math"
	"strings"
)

type Poly []float64 // coefficients, lowest first

func (p Poly) trim() Poly {
	for len(p) > 0 && math.Abs(p[len(p)-1]) < 1e-9 {
		p = p[:len(p)-1]
	}
	return p
}

func (p Poly) Add(q Poly) Poly {
	r := make(Poly, max(len(p), len(q)))
	copy(r, p)
	for i, c := range q {
		r[i] += c
	}
	return r.trim()
}

func (p Poly) Scale(k float64) Poly {
	r := make(Poly, len(p))
	for i, c := range p {
		r[i] = c * k
	}
	return r.trim()
}

func (p Poly) Mul(q Poly) Poly {
	r := make(Poly, len(p)+len(q))
	for i, a := range p {
		for j, b := range q {
			r[i+j] += a * b
		}
	}
	return r.trim()
}

func (p Poly) Div(q Poly) (quo, rem Poly) {
	rem = append(Poly(nil), p...)
	for len(rem) >= len(q) {
		k, shift := rem[len(rem)-1]/q[len(q)-1], len(rem)-len(q)
		term := make(Poly, shift+1)
		term[shift] = k
		quo = quo.Add(term)
		rem = rem.Add(q.Mul(term).Scale(-1))
		if shift == 0 {
			break
		}
	}
	return
}

func gcd(p, q Poly) Poly {
	for len(q) > 0 {
		_, r := p.Div(q)
		p, q = q, r
	}
	return p.Scale(1 / p[len(p)-1])
}

func (p Poly) At(x float64) (y float64) {
	for i := len(p) - 1; i >= 0; i-- {
		y = y*x + p[i]
	}
	return
}

func (p Poly) Derive() Poly {
	if len(p) == 0 {
		return nil
	}
	r := make(Poly, len(p)-1)
	for i := range r {
		r[i] = p[i+1] * float64(i+1)
	}
	return r
}

func (p Poly) Roots(lo, hi float64) (roots []float64) {
	if len(p) < 2 {
		return nil
	}
	edges := append([]float64{lo}, p.Derive().Roots(lo, hi)...)
	edges = append(edges, hi)
	for i := 1; i < len(edges); i++ {
		a, b := edges[i-1], edges[i]
		fa, fb := p.At(a), p.At(b)
		if fa*fb > 0 {
			continue
		}
		for range 200 {
			m := (a + b) / 2
			if f := p.At(m); f*fa <= 0 {
				b = m
			} else {
				a, fa = m, f
			}
		}
		if n := len(roots); n == 0 || math.Abs(roots[n-1]-b) > 1e-6 {
			roots = append(roots, b)
		}
	}
	return
}

func (p Poly) String() string {
	var b strings.Builder
	for i := len(p) - 1; i >= 0; i-- {
		c := p[i]
		if c == 0 {
			continue
		}
		switch {
		case b.Len() == 0 && c < 0:
			b.WriteByte('-')
		case b.Len() > 0 && c < 0:
			b.WriteString(" - ")
		case b.Len() > 0:
			b.WriteString(" + ")
		}
		if c = math.Abs(c); c != 1 || i == 0 {
			fmt.Fprintf(&b, "%.4g", c)
		}
		switch {
		case i > 1:
			fmt.Fprintf(&b, "x^%d", i)
		case i == 1:
			b.WriteByte('x')
		}
	}
	if b.Len() == 0 {
		return "0"
	}
	return b.String()
}

func main() {
	p, q := Poly{-6, 11, -6, 1}, Poly{-1, 0, 1}
	fmt.Println(p, "|", q, "|", p.Add(q), "|", p.Mul(q), "|", p.Derive())
	quo, rem := p.Div(q)
	fmt.Println(quo, "|", rem, "|", quo.Mul(q).Add(rem), "|", gcd(p, q))
	for _, x := range []float64{0, 1, 1.5, -2} {
		fmt.Print(p.At(x), " ")
	}
	fmt.Println()
	for _, r := range p.Roots(-100, 100) {
		fmt.Printf("%.6f ", r)
	}
	for _, r := range (Poly{-2, 0, 1}).Roots(-10, 10) {
		fmt.Printf("%.6f ", r)
	}
	fmt.Println(len((Poly{1, 0, 1}).Roots(-10, 10)))
	cheb := []Poly{{1}, {0, 1}}
	for len(cheb) < 7 {
		n := len(cheb)
		cheb = append(cheb, Poly{0, 2}.Mul(cheb[n-1]).Add(cheb[n-2].Scale(-1)))
	}
	for _, c := range cheb {
		fmt.Println(c)
	}
	x := 1.0
	for range 6 {
		x -= Poly{-2, 0, 1}.At(x) / Poly{-2, 0, 1}.Derive().At(x)
	}
	fmt.Println(x == math.Sqrt2, x, Poly(nil), Poly{0, -1})
}
