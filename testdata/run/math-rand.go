// Pseudo-random numbers: the same for the same seed, in range from the shared generator.
package main

import (
	"fmt"
	"math/rand"
)

// A plain source cannot make 64 bits at once.
type plain struct{ rand.Source }

func main() {
	for _, seed := range []int64{0, 1, -1, 42, 1<<31 - 1, 1 << 40, -1 << 63} {
		r := rand.New(rand.NewSource(seed))
		fmt.Println(r.Int63(), r.Uint64(), r.Uint32(), r.Int31(), r.Int())
		fmt.Println(r.Intn(10), r.Intn(16), r.Intn(1<<40+1), r.Int63n(1e18), r.Int63n(1<<62+1), r.Int31n(1<<30+1), r.Int31n(8), r.Intn(1))
		fmt.Println(r.Float64(), r.Float32(), r.NormFloat64(), r.ExpFloat64(), r.Perm(10))
		s := []byte("abcdefghijklmnop")
		r.Shuffle(len(s), func(i, j int) { s[i], s[j] = s[j], s[i] })
		b := make([]byte, 10)
		n, err := r.Read(b)
		fmt.Println(string(s), n, err, b)
		r.Read(b[:1])
		r.Seed(7)
		r.Read(b)
		fmt.Println(b, rand.New(plain{rand.NewSource(seed)}).Uint64())
	}

	r := rand.New(rand.NewSource(99))
	var normal, exp float64
	var sum uint64
	for i := range 20000 {
		x, y := r.NormFloat64(), r.ExpFloat64()
		if i%2500 == 0 {
			fmt.Println(x, y)
		}
		normal += x
		exp += y
		sum = sum*31 + r.Uint64()
	}
	fmt.Println(normal, exp, sum)
	z := rand.NewZipf(r, 1.5, 2, 1000)
	for range 30 {
		fmt.Print(z.Uint64(), " ")
	}
	fmt.Println(rand.NewZipf(r, 1, 1, 1) == nil)

	rand.Seed(1)
	seen := make(map[int]bool)
	for range 1000 {
		n := rand.Intn(6)
		if f := rand.Float64(); f < 0 || f >= 1 || n < 0 || n >= 6 {
			fmt.Println("out of range", n, f)
		}
		seen[n] = true
	}
	fmt.Println(len(seen), rand.Int63() != rand.Int63(), len(rand.Perm(5)))
	for _, f := range []func(){
		func() { rand.Intn(0) }, func() { rand.Int31n(-1) }, func() { rand.Int63n(0) }, func() { rand.Shuffle(-1, nil) },
	} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
}
