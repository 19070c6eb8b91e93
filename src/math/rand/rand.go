// Package rand makes pseudo-random numbers, not fit for secrets.
//
// source.go has where bits come from; rand.go whole numbers, fractions and permutations; normal.go and zipf.go other
// distributions.
package rand

// A Rand makes numbers from what a Source gives.
type Rand struct {
	src Source
	s64 Source64 // src, if it is one

	left  uint64 // bytes for Read,
	count int    // so many
}

// New returns a Rand that uses src.
func New(src Source) *Rand {
	s64, _ := src.(Source64)
	return &Rand{src: src, s64: s64}
}

// Seed makes r begin again, from a seed.
func (r *Rand) Seed(seed int64) {
	r.src.Seed(seed)
	r.count = 0
}

// Int63 returns 63 random bits.
func (r *Rand) Int63() int64 { return r.src.Int63() }

// Uint64 returns 64 random bits.
func (r *Rand) Uint64() uint64 {
	if r.s64 != nil {
		return r.s64.Uint64()
	}
	high := uint64(r.Int63()) >> 31
	return high | uint64(r.Int63())<<32
}

// Uint32 returns 32 random bits.
func (r *Rand) Uint32() uint32 { return uint32(r.Int63() >> 31) }

// Int31 returns 31 random bits.
func (r *Rand) Int31() int32 { return int32(r.Int63() >> 32) }

// Int returns a random number that is not negative.
func (r *Rand) Int() int { return int(r.Int63()) }

// Int63n returns a number below n, each as likely as the others.
func (r *Rand) Int63n(n int64) int64 {
	if n <= 0 {
		panic("invalid argument to Int63n")
	}
	if n&(n-1) == 0 {
		return r.Int63() & (n - 1)
	}
	// The numbers from the last multiple of n on would make some results likelier.
	bound := int64(1<<63 - 1<<63%uint64(n))
	x := r.Int63()
	for x >= bound && bound > 0 {
		x = r.Int63()
	}
	return x % n
}

// Int31n is Int63n for 31 bits.
func (r *Rand) Int31n(n int32) int32 {
	if n <= 0 {
		panic("invalid argument to Int31n")
	}
	if n&(n-1) == 0 {
		return r.Int31() & (n - 1)
	}
	bound := uint32(1<<31 - 1<<31%uint32(n))
	x := uint32(r.Int31())
	for x >= bound {
		x = uint32(r.Int31())
	}
	return int32(x % uint32(n))
}

// below is Int31n with a multiplication in the place of the division. (After Daniel Lemire, "Fast Random Integer Generation in an
// Interval".)
func (r *Rand) below(n int32) int32 {
	product := uint64(r.Uint32()) * uint64(n)
	if uint32(product) < uint32(n) {
		for bound := uint32(-n) % uint32(n); uint32(product) < bound; {
			product = uint64(r.Uint32()) * uint64(n)
		}
	}
	return int32(product >> 32)
}

// Intn returns a number below n, each as likely as the others.
func (r *Rand) Intn(n int) int {
	if n <= 0 {
		panic("invalid argument to Intn")
	}
	if n < 1<<31 {
		return int(r.Int31n(int32(n)))
	}
	return int(r.Int63n(int64(n)))
}

// Float64 returns a number from 0 up to 1, where rounding must not make it 1.
func (r *Rand) Float64() float64 {
	for {
		if f := float64(r.Int63()) / (1 << 63); f != 1 {
			return f
		}
	}
}

// Float32 is Float64 in single precision.
func (r *Rand) Float32() float32 {
	for {
		if f := float32(r.Float64()); f != 1 {
			return f
		}
	}
}

// Perm returns the numbers from 0 to n-1 in a random order.
func (r *Rand) Perm(n int) []int {
	p := make([]int, n)
	for i := range p {
		j := r.Intn(i + 1)
		p[i] = p[j]
		p[j] = i
	}
	return p
}

// Shuffle puts n elements into a random order by swapping pairs of them.
func (r *Rand) Shuffle(n int, swap func(i, j int)) {
	if n < 0 {
		panic("invalid argument to Shuffle")
	}
	for i := n - 1; i > 0; i-- {
		if i < 1<<31-1 {
			swap(i, int(r.below(int32(i+1))))
		} else {
			swap(i, int(r.Int63n(int64(i+1))))
		}
	}
}

// Read fills p with random bytes, seven from each number. It always fills all of p.
func (r *Rand) Read(p []byte) (n int, err error) {
	for i := range p {
		if r.count == 0 {
			r.left, r.count = uint64(r.Int63()), 7
		}
		p[i] = byte(r.left)
		r.left >>= 8
		r.count--
	}
	return len(p), nil
}

// common is the Rand of the functions below. It keeps nothing, so all goroutines may use it.
var common = New(shared{})

// Seed does nothing any more: the functions of this package cannot be made to repeat themselves. Use New for that.
func Seed(seed int64) {}

// The methods of a Rand that is for everybody.

func ExpFloat64() float64                { return common.ExpFloat64() }
func Float32() float32                   { return common.Float32() }
func Float64() float64                   { return common.Float64() }
func Int() int                           { return common.Int() }
func Int31() int32                       { return common.Int31() }
func Int31n(n int32) int32               { return common.Int31n(n) }
func Int63() int64                       { return common.Int63() }
func Int63n(n int64) int64               { return common.Int63n(n) }
func Intn(n int) int                     { return common.Intn(n) }
func NormFloat64() float64               { return common.NormFloat64() }
func Perm(n int) []int                   { return common.Perm(n) }
func Shuffle(n int, swap func(i, j int)) { common.Shuffle(n, swap) }
func Uint32() uint32                     { return common.Uint32() }
func Uint64() uint64                     { return common.Uint64() }

// Read fills p with random bytes.
func Read(p []byte) (n int, err error) { return New(shared{}).Read(p) }
