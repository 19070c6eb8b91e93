// Sets of small integers, one bit each.
package main

import (
	"fmt"
	"iter"
	"math/bits"
	"strings"
)

type Set []uint64

func Of(xs ...int) Set {
	var s Set
	for _, x := range xs {
		s.Add(x)
	}
	return s
}

func (s *Set) Add(x int) {
	for len(*s) <= x/64 {
		*s = append(*s, 0)
	}
	(*s)[x/64] |= 1 << (x % 64)
}

func (s Set) Has(x int) bool { return x/64 < len(s) && s[x/64]>>(x%64)&1 != 0 }

func (s Set) Remove(x int) {
	if x/64 < len(s) {
		s[x/64] &^= 1 << (x % 64)
	}
}

func (s Set) Len() (n int) {
	for _, w := range s {
		n += bits.OnesCount64(w)
	}
	return
}

func combine(a, b Set, f func(x, y uint64) uint64) Set {
	c := make(Set, max(len(a), len(b)))
	for i := range c {
		var x, y uint64
		if i < len(a) {
			x = a[i]
		}
		if i < len(b) {
			y = b[i]
		}
		c[i] = f(x, y)
	}
	return c
}

func (s Set) Union(t Set) Set     { return combine(s, t, func(x, y uint64) uint64 { return x | y }) }
func (s Set) Intersect(t Set) Set { return combine(s, t, func(x, y uint64) uint64 { return x & y }) }
func (s Set) Minus(t Set) Set     { return combine(s, t, func(x, y uint64) uint64 { return x &^ y }) }
func (s Set) Either(t Set) Set    { return combine(s, t, func(x, y uint64) uint64 { return x ^ y }) }

func (s Set) All() iter.Seq[int] {
	return func(yield func(int) bool) {
		for i, w := range s {
			for ; w != 0; w &= w - 1 {
				if !yield(i*64 + bits.TrailingZeros64(w)) {
					return
				}
			}
		}
	}
}

func (s Set) String() string {
	var b strings.Builder
	b.WriteByte('{')
	for x := range s.All() {
		if b.Len() > 1 {
			b.WriteByte(' ')
		}
		fmt.Fprint(&b, x)
	}
	return b.String() + "}"
}

func main() {
	a, b := Of(1, 9, 144, 63, 64), Of(9, 42, 64, 1000)
	fmt.Println(a, b, a.Len(), b.Len())
	fmt.Println(a.Union(b), a.Intersect(b), a.Minus(b), b.Minus(a), a.Either(b))
	a.Remove(9)
	a.Remove(100000)
	fmt.Println(a.Has(9), a.Has(63), a.Has(100000), a)
	var primes Set
	composite := Set{}
	for i := 2; i < 400; i++ {
		if !composite.Has(i) {
			primes.Add(i)
			for k := i * i; k < 400; k += i {
				composite.Add(k)
			}
		}
	}
	fmt.Println(primes, primes.Len())
	var x uint32 = 0b1011_0000_0000_0000_0000_0000_1101_0010
	fmt.Println(bits.LeadingZeros32(x), bits.TrailingZeros32(x), bits.OnesCount32(x), bits.Len32(x))
	fmt.Printf("%032b\n%032b\n%032b\n", bits.Reverse32(x), bits.ReverseBytes32(x), bits.RotateLeft32(x, -5))
	hi, lo := bits.Mul64(1<<63+12345, 1<<40+7)
	q, r := bits.Div64(hi, lo, 1<<41)
	sum, carry := bits.Add64(^uint64(0), 1, 1)
	diff, borrow := bits.Sub64(0, 1, 1)
	fmt.Println(hi, lo, q, r, sum, carry, diff, borrow)
}
