// Package rand makes pseudo-random numbers, for everything but secrets. Functions of the package draw from a generator that
// starts differently in each run; New makes one over a Source that starts from a seed.
//
// rand.go has the methods; distribution.go other distributions; pcg.go and chacha8.go the sources.
package rand

import (
	"internal/ggo/ziggurat"
	"math"
	"math/bits"
	_ "unsafe" // for linkname
)

// A Source makes numbers whose 64 bits are all equally random.
type Source interface {
	Uint64() uint64
}

// A Rand draws numbers from a Source.
type Rand struct {
	src Source
}

// New returns a Rand over src.
func New(src Source) *Rand { return &Rand{src} }

// Uint64 returns any number of 64 bits.
func (r *Rand) Uint64() uint64 { return r.src.Uint64() }

// Uint32 returns any number of 32 bits.
func (r *Rand) Uint32() uint32 { return uint32(r.Uint64() >> 32) }

// Uint returns any number of its type.
func (r *Rand) Uint() uint { return uint(r.Uint64()) }

// Int64 returns any number of its type that is not negative.
func (r *Rand) Int64() int64 { return int64(r.Uint64() & math.MaxInt64) }

// Int32 returns any number of its type that is not negative.
func (r *Rand) Int32() int32 { return int32(r.Uint64() >> 33) }

// Int returns any number of its type that is not negative.
func (r *Rand) Int() int { return int(r.Uint64() & math.MaxInt) }

// below returns a number below n, which is not 0, all equally likely: the upper half of the product of n and a number of 64
// bits. Of the products with one upper half, there may be one more or less, unless those are left out whose lower half is
// less than 2**64 modulo n. (Daniel Lemire, "Fast random integer generation in an interval".)
func (r *Rand) below(n uint64) uint64 {
	if n&(n-1) == 0 {
		return r.Uint64() & (n - 1)
	}
	high, low := bits.Mul64(r.Uint64(), n)
	if low >= n {
		return high
	}
	for least := -n % n; low < least; {
		high, low = bits.Mul64(r.Uint64(), n)
	}
	return high
}

// limit returns n as an upper limit for the method called name; it panics if there is no number below.
func limit[T int | int32 | int64 | uint | uint32 | uint64](n T, name string) uint64 {
	if n <= 0 {
		panic("invalid argument to " + name)
	}
	return uint64(n)
}

// Int64N returns a number in [0, n). It panics if n is not positive, as the next ones do.
func (r *Rand) Int64N(n int64) int64 { return int64(r.below(limit(n, "Int64N"))) }

// Uint64N returns a number in [0, n).
func (r *Rand) Uint64N(n uint64) uint64 { return r.below(limit(n, "Uint64N")) }

// Int32N returns a number in [0, n).
func (r *Rand) Int32N(n int32) int32 { return int32(r.below(limit(n, "Int32N"))) }

// Uint32N returns a number in [0, n).
func (r *Rand) Uint32N(n uint32) uint32 { return uint32(r.below(limit(n, "Uint32N"))) }

// IntN returns a number in [0, n).
func (r *Rand) IntN(n int) int { return int(r.below(limit(n, "IntN"))) }

// UintN returns a number in [0, n).
func (r *Rand) UintN(n uint) uint { return uint(r.below(limit(n, "UintN"))) }

// Float64 returns a number in [0, 1).
func (r *Rand) Float64() float64 { return float64(r.Uint64()&(1<<53-1)) / (1 << 53) }

// Float32 returns a number in [0, 1).
func (r *Rand) Float32() float32 { return float32(r.Uint32()&(1<<24-1)) / (1 << 24) }

// Perm returns the numbers below n in a random order.
func (r *Rand) Perm(n int) []int {
	list := make([]int, n)
	for i := range list {
		list[i] = i
	}
	r.Shuffle(n, func(i, j int) { list[i], list[j] = list[j], list[i] })
	return list
}

// Shuffle puts n elements, which swap exchanges, into a random order.
func (r *Rand) Shuffle(n int, swap func(i, j int)) {
	if n < 0 {
		panic("invalid argument to Shuffle")
	}
	for last := n - 1; last > 0; last-- {
		swap(last, int(r.below(uint64(last)+1)))
	}
}

// NormFloat64 returns a normally distributed number with mean 0 and standard deviation 1.
func (r *Rand) NormFloat64() float64 {
	z := ziggurat.Normal()
	for {
		u := r.Uint64()
		n, i := int32(u), uint32(u>>32)%128
		x := float64(n) * float64(z.Width[i])
		if uint32(max(n, -n)) < z.Accept[i] {
			return x
		}
		if i != 0 {
			if z.Under(i, r.Float64(), math.Exp(-.5*x*x)) {
				return x
			}
			continue
		}
		for { // in the tail
			x := -math.Log(r.Float64()) * (1.0 / ziggurat.NormalTail)
			if y := -math.Log(r.Float64()); y+y < x*x {
				continue
			}
			if n > 0 {
				return ziggurat.NormalTail + x
			}
			return -ziggurat.NormalTail - x
		}
	}
}

// ExpFloat64 returns an exponentially distributed number with mean 1.
func (r *Rand) ExpFloat64() float64 {
	z := ziggurat.Exp()
	for {
		u := r.Uint64()
		n, i := uint32(u), uint32(u>>32)%256
		x := float64(n) * float64(z.Width[i])
		switch {
		case n < z.Accept[i]:
			return x
		case i == 0:
			return ziggurat.ExpTail - math.Log(r.Float64())
		case z.Under(i, r.Float64(), math.Exp(-x)):
			return x
		}
	}
}

// ---- the package's generator ----

//go:linkname runtime_rand runtime.rand
func runtime_rand() uint64

// A runtimeSource is the runtime's generator.
type runtimeSource struct{}

func (runtimeSource) Uint64() uint64 { return runtime_rand() }

var global = New(runtimeSource{})

// Functions of the package are the methods of its generator.

func Int64() int64                       { return global.Int64() }
func Uint32() uint32                     { return global.Uint32() }
func Uint64N(n uint64) uint64            { return global.Uint64N(n) }
func Uint32N(n uint32) uint32            { return global.Uint32N(n) }
func Uint64() uint64                     { return global.Uint64() }
func Int32() int32                       { return global.Int32() }
func Int() int                           { return global.Int() }
func Uint() uint                         { return global.Uint() }
func Int64N(n int64) int64               { return global.Int64N(n) }
func Int32N(n int32) int32               { return global.Int32N(n) }
func IntN(n int) int                     { return global.IntN(n) }
func UintN(n uint) uint                  { return global.UintN(n) }
func Float64() float64                   { return global.Float64() }
func Float32() float32                   { return global.Float32() }
func Perm(n int) []int                   { return global.Perm(n) }
func Shuffle(n int, swap func(i, j int)) { global.Shuffle(n, swap) }
func NormFloat64() float64               { return global.NormFloat64() }
func ExpFloat64() float64                { return global.ExpFloat64() }

type integer interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr
}

// N returns a number in [0, n), of any integer type; durations, too.
func N[Int integer](n Int) Int {
	if n <= 0 {
		panic("invalid argument to N")
	}
	return Int(global.below(uint64(n)))
}
