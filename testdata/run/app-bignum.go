// Natural numbers of any size, as slices of decimal limbs: sums, products (also Karatsuba), factorials, powers, square roots.
package main

import (
	"fmt"
	"strings"
)

const base = 1_000_000_000

type Nat []uint32

func (a Nat) trim() Nat {
	for len(a) > 0 && a[len(a)-1] == 0 {
		a = a[:len(a)-1]
	}
	return a
}

func FromUint(x uint64) (a Nat) {
	for ; x > 0; x /= base {
		a = append(a, uint32(x%base))
	}
	return
}

func (a Nat) Add(b Nat) Nat {
	if len(a) < len(b) {
		a, b = b, a
	}
	c := make(Nat, 0, len(a)+1)
	carry := uint32(0)
	for i, x := range a {
		x += carry
		if i < len(b) {
			x += b[i]
		}
		carry = x / base
		c = append(c, x%base)
	}
	return append(c, carry).trim()
}

// Sub needs a >= b.
func (a Nat) Sub(b Nat) Nat {
	c := append(Nat(nil), a...)
	borrow := uint32(0)
	for i := range c {
		y := borrow
		if i < len(b) {
			y += b[i]
		}
		borrow = 0
		if c[i] < y {
			c[i] += base
			borrow = 1
		}
		c[i] -= y
	}
	return c.trim()
}

func (a Nat) school(b Nat) Nat {
	c := make(Nat, len(a)+len(b)+1)
	for i, x := range a {
		carry := uint64(0)
		for j, y := range b {
			t := uint64(x)*uint64(y) + uint64(c[i+j]) + carry
			c[i+j], carry = uint32(t%base), t/base
		}
		c[i+len(b)] += uint32(carry)
	}
	return c.trim()
}

func (a Nat) shift(n int) Nat {
	if len(a) == 0 {
		return nil
	}
	return append(make(Nat, n), a...)
}

func (a Nat) Mul(b Nat) Nat {
	if min(len(a), len(b)) < 8 {
		return a.school(b)
	}
	h := max(len(a), len(b)) / 2
	cut := func(n Nat) (lo, hi Nat) {
		if len(n) <= h {
			return n, nil
		}
		return n[:h:h].trim(), n[h:]
	}
	al, ah := cut(a)
	bl, bh := cut(b)
	low, high := al.Mul(bl), ah.Mul(bh)
	mid := al.Add(ah).Mul(bl.Add(bh)).Sub(low).Sub(high)
	return low.Add(mid.shift(h)).Add(high.shift(2 * h))
}

func (a Nat) Cmp(b Nat) int {
	if len(a) != len(b) {
		return len(a) - len(b)
	}
	for i := len(a) - 1; i >= 0; i-- {
		if a[i] != b[i] {
			if a[i] < b[i] {
				return -1
			}
			return 1
		}
	}
	return 0
}

func (a Nat) half() Nat {
	c := make(Nat, len(a))
	rest := uint32(0)
	for i := len(a) - 1; i >= 0; i-- {
		x := uint64(rest)*base + uint64(a[i])
		c[i], rest = uint32(x/2), uint32(x%2)
	}
	return c.trim()
}

func (a Nat) Sqrt() Nat {
	lo, hi := Nat(nil), Nat{1}.shift(len(a)/2+1)
	for {
		mid := lo.Add(hi).Add(Nat{1}).half()
		if mid.Cmp(hi) == 0 && lo.Add(Nat{1}).Cmp(hi) >= 0 {
			if hi.Mul(hi).Cmp(a) <= 0 {
				return hi
			}
			return lo
		}
		if mid.Mul(mid).Cmp(a) <= 0 {
			lo = mid
		} else {
			hi = mid
		}
	}
}

func (a Nat) String() string {
	if len(a) == 0 {
		return "0"
	}
	var b strings.Builder
	for i := len(a) - 1; i >= 0; i-- {
		if i == len(a)-1 {
			fmt.Fprintf(&b, "%d", a[i])
		} else {
			fmt.Fprintf(&b, "%09d", a[i])
		}
	}
	return b.String()
}

func (a Nat) Pow(n uint) Nat {
	r := Nat{1}
	for i := 31; i >= 0; i-- {
		r = r.Mul(r)
		if n>>i&1 == 1 {
			r = r.Mul(a)
		}
	}
	return r
}

func main() {
	f := Nat{1}
	for i := uint64(2); i <= 60; i++ {
		f = f.Mul(FromUint(i))
	}
	fmt.Println(f)
	p := Nat{3}.Pow(500)
	fmt.Println(p, len(p))
	q := Nat{7}.Pow(250)
	fmt.Println(p.Mul(q).Cmp(p.school(q)), p.Sub(q).Add(q).Cmp(p), p.Cmp(q) > 0)
	two := Nat{2}.shift(10)
	r := two.Sqrt()
	fmt.Println(r, r.Mul(r).Cmp(two) <= 0)
	a, b := Nat(nil), Nat{1}
	for range 300 {
		a, b = b, a.Add(b)
	}
	fmt.Println(a, Nat(nil), FromUint(1<<64-1))
}
