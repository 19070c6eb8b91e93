// Package math/rand/v2: the sequences of its sources, and what is drawn from them.
package main

import (
	"fmt"
	"math/rand/v2"
	"time"
)

func main() {
	c := rand.NewChaCha8([32]byte([]byte("chacha8: 32-byte seed for tests!")))
	h := uint64(0)
	for i := range 3000 {
		h = h*31 + c.Uint64()
		if i%511 == 0 {
			p := make([]byte, i%13)
			c.Read(p)
			state, err := c.MarshalBinary()
			fmt.Printf("%x %x %v\n", p, state, err)
			c = new(rand.ChaCha8)
			fmt.Println(c.UnmarshalBinary(state))
		}
	}
	fmt.Println(h)
	p := rand.NewPCG(1, 2)
	fmt.Println(p.Uint64(), p.Uint64())
	state, _ := p.MarshalBinary()
	fmt.Printf("%q %v %v\n", state, p.UnmarshalBinary(state[1:]), p.UnmarshalBinary(state))

	r := rand.New(p)
	z := rand.NewZipf(r, 1.5, 2, 1000)
	for i := range 4 {
		fmt.Println(r.Int(), r.Int32(), r.Uint32(), r.Int64(), r.Uint(), r.Float32(), r.Float64(), r.NormFloat64(), r.ExpFloat64())
		fmt.Println(r.IntN(7+i), r.Int32N(1000), r.Uint32N(77), r.Int64N(1<<40), r.Uint64N(1<<63+5), r.UintN(16), r.Perm(5), z.Uint64())
	}
	sum := 0.0
	for range 20000 {
		sum = sum*0.99 + r.NormFloat64() + r.ExpFloat64()
	}
	fmt.Println(sum)
	for range 1000 {
		if n := rand.N(10 * time.Second); n < 0 || n >= 10*time.Second {
			fmt.Println("out of range", n)
		}
		if f := rand.Float64(); f < 0 || f >= 1 {
			fmt.Println("out of range", f)
		}
	}
	fmt.Println(len(rand.Perm(9)), rand.IntN(1), rand.Int() == rand.Int())
	for _, f := range []func(){func() { r.IntN(0) }, func() { rand.N(int8(-1)) }, func() { r.Uint32N(0) }, func() { r.Shuffle(-1, nil) }} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
}
