// Exact fractions: arithmetic, parsing, comparison, harmonic numbers, continued fractions, Egyptian fractions.
package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

type Rat struct{ n, d int64 }

func gcd(a, b int64) int64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

var errZero = errors.New("denominator is zero")

func New(n, d int64) Rat {
	if d == 0 {
		panic(errZero)
	}
	if d < 0 {
		n, d = -n, -d
	}
	g := gcd(max(n, -n), d)
	return Rat{n / g, d / g}
}

func (a Rat) Add(b Rat) Rat   { return New(a.n*b.d+b.n*a.d, a.d*b.d) }
func (a Rat) Neg() Rat        { return Rat{-a.n, a.d} }
func (a Rat) Sub(b Rat) Rat   { return a.Add(b.Neg()) }
func (a Rat) Mul(b Rat) Rat   { return New(a.n*b.n, a.d*b.d) }
func (a Rat) Inv() Rat        { return New(a.d, a.n) }
func (a Rat) Div(b Rat) Rat   { return a.Mul(b.Inv()) }
func (a Rat) Less(b Rat) bool { return a.n*b.d < b.n*a.d }
func (a Rat) Float() float64  { return float64(a.n) / float64(a.d) }
func (a Rat) String() string {
	if a.d == 1 {
		return strconv.FormatInt(a.n, 10)
	}
	return fmt.Sprintf("%d/%d", a.n, a.d)
}

func Parse(s string) (r Rat, err error) {
	defer func() {
		if e := recover(); e == errZero {
			err = fmt.Errorf("parsing %q: %w", s, errZero)
		} else if e != nil {
			panic(e)
		}
	}()
	num, den, found := strings.Cut(s, "/")
	n, err := strconv.ParseInt(num, 10, 64)
	if err != nil {
		return Rat{}, err
	}
	d := int64(1)
	if found {
		if d, err = strconv.ParseInt(den, 10, 32); err != nil {
			return Rat{}, err
		}
	}
	return New(n, d), nil
}

func continued(r Rat) (terms []int64) {
	for {
		q := r.n / r.d
		if r.n < 0 && r.n%r.d != 0 {
			q--
		}
		terms = append(terms, q)
		r = r.Sub(New(q, 1))
		if r.n == 0 {
			return
		}
		r = r.Inv()
	}
}

func egyptian(r Rat) (parts []Rat) {
	for r.n != 0 {
		p := New(1, (r.d+r.n-1)/r.n)
		parts = append(parts, p)
		r = r.Sub(p)
	}
	return
}

func main() {
	for _, s := range []string{"1/3", "-4/6", "12", "6/-9", "1/0", "x/2", "1/99999999999", ""} {
		r, err := Parse(s)
		if err != nil {
			fmt.Println(err, errors.Is(err, errZero), errors.Is(err, strconv.ErrSyntax), errors.Is(err, strconv.ErrRange))
			continue
		}
		fmt.Println(r, r.Float(), r.Inv(), r.Neg(), r.Mul(r), r == New(-2, 3))
	}
	h := Rat{0, 1}
	for i := int64(1); i <= 20; i++ {
		h = h.Add(New(1, i))
		if i%5 == 0 {
			fmt.Printf("H(%d) = %v = %.12f\n", i, h, h.Float())
		}
	}
	fmt.Println(continued(New(415, 93)), continued(New(-7, 3)), continued(New(355, 113)))
	fmt.Println(egyptian(New(5, 11)), egyptian(New(7, 15)))
	fmt.Println(New(1, 3).Less(New(34, 100)), New(1, 2).Div(New(-3, 4)), map[Rat]string{New(2, 4): "half"}[New(1, 2)])
	defer func() { fmt.Println("recovered:", recover()) }()
	New(0, 7).Inv()
}
