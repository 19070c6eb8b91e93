// Package chacha8rand is the generator ChaCha8Rand (https://c2sp.org/chacha8rand): the stream cipher ChaCha with eight rounds
// and a key that the stream itself replaces after every kilobyte, so that what was drawn cannot be found again.
package chacha8rand

import (
	"internal/byteorder"
	"math/bits"
)

const (
	batch   = 32 // numbers that four blocks of the cipher make
	batches = 4  // with one key
	newKey  = 4  // numbers at the end of the last batch that become the next key
)

// A State is the generator's state. The zero State must be set up by Init.
type State struct {
	buf  [batch]uint64 // the numbers made last
	seed [4]uint64     // the key
	i, n uint32        // buf[i:n] are to be handed out
	c    uint32        // the cipher's counter where buf begins
}

// Next returns the next number; false says that Refill must be called first.
func (s *State) Next() (uint64, bool) {
	if s.i >= s.n {
		return 0, false
	}
	x := s.buf[s.i%batch]
	s.i++
	return x, true
}

// Init starts from a seed.
func (s *State) Init(seed [32]byte) {
	var key [4]uint64
	for i := range key {
		key[i] = byteorder.LEUint64(seed[8*i:])
	}
	s.Init64(key)
}

// Init64 is Init with a seed in larger pieces.
func (s *State) Init64(seed [4]uint64) {
	s.seed = seed
	s.start(0, 0)
}

// start makes the batch with a number, of which used are gone.
func (s *State) start(number, used uint32) {
	s.c = number * 4
	s.fill()
	s.i, s.n = used, batch
	if number == batches-1 {
		s.n = batch - newKey
	}
}

// Refill makes more numbers.
func (s *State) Refill() {
	number := s.c/4 + 1
	if number == batches {
		copy(s.seed[:], s.buf[batch-newKey:])
		number = 0
	}
	s.start(number, 0)
}

// Reseed takes a key from the numbers and starts again with it.
func (s *State) Reseed() {
	var key [4]uint64
	for i := 0; i < len(key); {
		x, ok := s.Next()
		if !ok {
			s.Refill()
			continue
		}
		key[i] = x
		i++
	}
	s.Init64(key)
}

const (
	stateTag  = "chacha8:"
	stateSize = len(stateTag) + 8 + 32
)

// Marshal returns the state as bytes: a tag, how many numbers of the key are used, the key.
func Marshal(s *State) []byte {
	b := append(make([]byte, 0, stateSize), stateTag...)
	b = byteorder.BEAppendUint64(b, uint64(s.c/4*batch+s.i))
	for _, k := range s.seed {
		b = byteorder.LEAppendUint64(b, k)
	}
	return b
}

// A badState says that bytes are no state.
type badState struct{}

func (badState) Error() string { return "invalid ChaCha8 encoding" }

// Unmarshal sets the state to what Marshal returned.
func Unmarshal(s *State, data []byte) error {
	if len(data) != stateSize || string(data[:len(stateTag)]) != stateTag {
		return badState{}
	}
	used := byteorder.BEUint64(data[len(stateTag):])
	if used > batches*batch-newKey {
		return badState{}
	}
	for i := range s.seed {
		s.seed[i] = byteorder.LEUint64(data[len(stateTag)+8+8*i:])
	}
	s.start(uint32(used)/batch, uint32(used)%batch)
	return nil
}

// The cipher's matrix has four rows of four words: "expand 32-byte k", the key, the counter. (Daniel Bernstein, "ChaCha, a
// variant of Salsa20".) Four blocks with successive counters are interleaved word by word.
var constants = [4]uint32{0x61707865, 0x3320646e, 0x79622d32, 0x6b206574}

// fill makes four blocks into buf. The key is added to its rows, but the other input to none.
func (s *State) fill() {
	var key [8]uint32
	for i, k := range s.seed {
		key[2*i], key[2*i+1] = uint32(k), uint32(k>>32)
	}
	var words [4][16]uint32
	for block := range words {
		x := &words[block]
		copy(x[:], constants[:])
		copy(x[4:], key[:])
		x[12] = s.c + uint32(block)
		rounds(x)
		for i, k := range key {
			x[4+i] += k
		}
	}
	for i := range s.buf {
		word, block := i/2, i%2*2
		s.buf[i] = uint64(words[block][word]) | uint64(words[block+1][word])<<32
	}
}

// rounds mixes the matrix: four times its columns, then its diagonals.
func rounds(x *[16]uint32) {
	x0, x1, x2, x3, x4, x5, x6, x7 := x[0], x[1], x[2], x[3], x[4], x[5], x[6], x[7]
	x8, x9, x10, x11, x12, x13, x14, x15 := x[8], x[9], x[10], x[11], x[12], x[13], x[14], x[15]
	for range 4 {
		x0, x4, x8, x12 = quarter(x0, x4, x8, x12)
		x1, x5, x9, x13 = quarter(x1, x5, x9, x13)
		x2, x6, x10, x14 = quarter(x2, x6, x10, x14)
		x3, x7, x11, x15 = quarter(x3, x7, x11, x15)
		x0, x5, x10, x15 = quarter(x0, x5, x10, x15)
		x1, x6, x11, x12 = quarter(x1, x6, x11, x12)
		x2, x7, x8, x13 = quarter(x2, x7, x8, x13)
		x3, x4, x9, x14 = quarter(x3, x4, x9, x14)
	}
	*x = [16]uint32{x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15}
}

func quarter(a, b, c, d uint32) (uint32, uint32, uint32, uint32) {
	a += b
	d = bits.RotateLeft32(d^a, 16)
	c += d
	b = bits.RotateLeft32(b^c, 12)
	a += b
	d = bits.RotateLeft32(d^a, 8)
	c += d
	return a, bits.RotateLeft32(b^c, 7), c, d
}
