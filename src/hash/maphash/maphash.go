// Package maphash has a fast hash of bytes for hash tables: with a random seed nobody can find many inputs of the same hash. The
// hashes of one seed mean nothing in another run of the program.
package maphash

import (
	"hash"
	"internal/abi"
	"internal/byteorder"
	"unsafe"
)

// A Seed chooses one of many hash functions. Only MakeSeed makes good ones.
type Seed struct {
	s uint64 // not 0
}

//go:linkname runtime_rand runtime.rand
func runtime_rand() uint64

//go:linkname runtime_memhash runtime.memhash
//go:noescape
func runtime_memhash(p unsafe.Pointer, seed, n uintptr) uintptr

// MakeSeed returns a random seed.
func MakeSeed() Seed {
	for {
		if s := runtime_rand(); s != 0 {
			return Seed{s}
		}
	}
}

// valid returns the seed's number; it panics if it was not made.
func (s Seed) valid() uint64 {
	if s.s == 0 {
		panic("maphash: use of uninitialized Seed")
	}
	return s.s
}

// block is how many bytes are hashed at once: so it does not matter in how many pieces they were written.
const block = 128

// mix returns the hash of at most a block, after state.
func mix(b []byte, state uint64) uint64 {
	if len(b) == 0 {
		return state
	}
	return uint64(runtime_memhash(unsafe.Pointer(unsafe.SliceData(b)), uintptr(state), uintptr(len(b))))
}

// Bytes returns the hash of b.
func Bytes(seed Seed, b []byte) uint64 {
	state := seed.valid()
	for ; len(b) > block; b = b[block:] {
		state = mix(b[:block], state)
	}
	return mix(b, state)
}

// String returns the hash of s, the same as that of its bytes.
func String(seed Seed, s string) uint64 {
	return Bytes(seed, unsafe.Slice(unsafe.StringData(s), len(s)))
}

// A Hash computes the hash of what is written to it. The zero Hash chooses a seed when it is first used.
type Hash struct {
	_     [0]func() // not comparable
	seed  Seed
	state uint64      // of the full blocks but the last
	buf   [block]byte // buf[:n] is not in state
	n     int
}

// start makes sure that there is a seed.
func (h *Hash) start() {
	if h.seed.s == 0 {
		h.SetSeed(MakeSeed())
	}
}

// Seed returns the seed.
func (h *Hash) Seed() Seed {
	h.start()
	return h.seed
}

// SetSeed starts again with a seed.
func (h *Hash) SetSeed(seed Seed) {
	h.state = seed.valid()
	h.seed = seed
	h.n = 0
}

// Reset forgets what was written.
func (h *Hash) Reset() {
	h.start()
	h.SetSeed(h.seed)
}

// room makes room in a full buffer.
func (h *Hash) room() {
	h.start()
	if h.n == block {
		h.state = mix(h.buf[:], h.state)
		h.n = 0
	}
}

// Write adds b.
func (h *Hash) Write(b []byte) (int, error) {
	for rest := b; len(rest) > 0; {
		h.room()
		n := copy(h.buf[h.n:], rest)
		h.n += n
		rest = rest[n:]
	}
	return len(b), nil
}

// WriteString adds the bytes of s.
func (h *Hash) WriteString(s string) (int, error) {
	return h.Write(unsafe.Slice(unsafe.StringData(s), len(s)))
}

// WriteByte adds b.
func (h *Hash) WriteByte(b byte) error {
	h.room()
	h.buf[h.n] = b
	h.n++
	return nil
}

// Sum64 returns the hash.
func (h *Hash) Sum64() uint64 {
	h.start()
	return mix(h.buf[:h.n], h.state)
}

// Sum appends the hash to b.
func (h *Hash) Sum(b []byte) []byte { return byteorder.BEAppendUint64(b, h.Sum64()) }

// Size returns how many bytes Sum appends.
func (h *Hash) Size() int { return 8 }

// BlockSize returns how many bytes are hashed at once.
func (h *Hash) BlockSize() int { return block }

// Clone returns a copy.
func (h *Hash) Clone() (hash.Cloner, error) {
	h.start()
	c := *h
	return &c, nil
}

// Comparable returns the hash of v: equal values have equal ones. It panics if v has a part that cannot be compared.
func Comparable[T comparable](seed Seed, v T) uint64 {
	return hashValue(&v, seed.valid())
}

// WriteComparable adds v to the hash.
func WriteComparable[T comparable](h *Hash, x T) {
	h.start()
	if h.n != 0 { // what is in the buffer comes first
		h.state = mix(h.buf[:h.n], h.state)
		h.n = 0
	}
	h.state = hashValue(&x, h.state)
}

// hashValue hashes as a map with keys of that type does.
func hashValue[T comparable](v *T, state uint64) uint64 {
	var m any = map[T]struct{}(nil)
	t := (*abi.MapType)(*(*unsafe.Pointer)(unsafe.Pointer(&m)))
	return uint64(t.Hasher(unsafe.Pointer(v), uintptr(state)))
}
