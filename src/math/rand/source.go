package rand

import _ "unsafe" // for go:linkname

// A Source makes numbers from 0 to 1<<63-1. It need not be safe for several goroutines.
type Source interface {
	Seed(seed int64)
	Int63() int64
}

// A Source64 can make 64 bits at once.
type Source64 interface {
	Uint64() uint64
	Source
}

// NewSource returns a Source for one goroutine. The same seed makes the same numbers.
func NewSource(seed int64) Source {
	s := new(lagged)
	s.Seed(seed)
	return s
}

// A number is the sum of those 607 and 273 steps ago: an additive lagged Fibonacci generator, in the form that
// D. P. Mitchell and J. A. Reeds gave it.
const (
	lagLong  = 607
	lagShort = 273

	modulus = 1<<31 - 1 // of the generator that spreads a seed over the state
)

// lagged keeps the last numbers; the newest is at last, older ones follow it, around the end.
type lagged struct {
	state [lagLong]uint64
	last  int
}

// Seed fills the state: each word from three numbers of a multiplicative generator (48271 modulo 1<<31-1).
func (s *lagged) Seed(seed int64) {
	x := seed % modulus
	if x < 0 {
		x += modulus
	}
	if x == 0 {
		x = 89482311
	}
	next := func() uint64 {
		x = x * 48271 % modulus
		return uint64(x)
	}
	for range 20 {
		next()
	}
	for i := range s.state {
		word := next() << 40
		word ^= next() << 20
		s.state[i] = word ^ next() ^ warm[i]
	}
	s.last = lagLong - lagShort
}

func (s *lagged) Uint64() uint64 {
	if s.last--; s.last < 0 {
		s.last = lagLong - 1
	}
	other := s.last + lagShort
	if other >= lagLong {
		other -= lagLong
	}
	s.state[s.last] += s.state[other]
	return s.state[s.last]
}

func (s *lagged) Int63() int64 { return int64(s.Uint64() << 1 >> 1) }

// shared is the runtime's generator, which nobody can seed and all goroutines may use.
type shared struct{}

//go:linkname runtime_rand runtime.rand
func runtime_rand() uint64

func (shared) Uint64() uint64  { return runtime_rand() }
func (shared) Int63() int64    { return int64(runtime_rand() >> 1) }
func (shared) Seed(seed int64) {}
