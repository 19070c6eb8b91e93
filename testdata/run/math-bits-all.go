// Package math/bits: every function against plain loops, and the panics of division.
package main

import (
	"fmt"
	"math/bits"
	"math/rand"
)

func main() {
	r := rand.New(rand.NewSource(6))
	wrong := 0
	check := func(ok bool) {
		if !ok {
			wrong++
		}
	}
	for range 2000 {
		x := r.Uint64() >> r.Intn(64)
		y := r.Uint64() >> r.Intn(64)
		ones, length, zeros := 0, 0, 64
		var reversed uint64
		for i := range 64 {
			bit := x >> i & 1
			ones += int(bit)
			reversed |= bit << (63 - i)
			if bit != 0 {
				length = i + 1
				zeros = min(zeros, i)
			}
		}
		check(bits.OnesCount64(x) == ones && bits.Len64(x) == length && bits.TrailingZeros64(x) == zeros && bits.Reverse64(x) == reversed)
		check(bits.LeadingZeros64(x) == 64-length && bits.RotateLeft64(x, 13) == x<<13|x>>51 && bits.RotateLeft64(x, -13) == x>>13|x<<51)
		check(bits.ReverseBytes32(uint32(x)) == uint32(bits.ReverseBytes64(x)>>32) && bits.Reverse16(uint16(x)) == uint16(reversed>>48))
		high, low := bits.Mul64(x, y)
		if y != 0 {
			q, rem := bits.Div64(high%y, low, y)
			h2, l2 := bits.Mul64(q, y)
			l3, carry := bits.Add64(l2, rem, 0)
			h3, _ := bits.Add64(h2, 0, carry)
			check(h3 == high%y && l3 == low && rem < y && bits.Rem64(high, low, y) == rem)
		}
		s, c := bits.Add64(x, y, 1)
		d, b := bits.Sub64(s, y, 1)
		check(d == x && b == c)
	}
	fmt.Println(wrong)
	fmt.Println(bits.Len8(0), bits.Len16(256), bits.Len32(1<<31), bits.LeadingZeros8(1), bits.TrailingZeros16(0), bits.TrailingZeros(8), bits.UintSize, bits.OnesCount(7))
	fmt.Println(bits.Add32(1<<31, 1<<31, 0))
	fmt.Println(bits.Mul32(1<<31, 6))
	fmt.Println(bits.Div32(1, 0, 3))
	for _, f := range []func(){func() { bits.Div64(1, 0, 0) }, func() { bits.Div64(5, 0, 5) }, func() { bits.Rem32(1, 1, 0) }} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
}
