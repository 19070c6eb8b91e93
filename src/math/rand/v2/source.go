package rand

import (
	"bytes"
	"errors"
	"internal/byteorder"
	"internal/chacha8rand"
	"math/bits"
)

// A PCG is a generator of 128 bits of state: a linear congruential one whose output is mixed (Melissa O'Neill, "PCG: A Family
// of Simple Fast Space-Efficient Statistically Good Algorithms for Random Number Generation", with the mixer DXSM).
type PCG struct {
	hi, lo uint64
}

// NewPCG returns a PCG that starts from a seed of two parts.
func NewPCG(seed1, seed2 uint64) *PCG { return &PCG{seed1, seed2} }

// Seed makes it start again from a seed.
func (p *PCG) Seed(seed1, seed2 uint64) { *p = PCG{seed1, seed2} }

// Uint64 returns the next number.
func (p *PCG) Uint64() uint64 {
	const (
		factorHigh, factorLow = 0x2360ED051FC65DA4, 0x4385DF649FCCF645
		addHigh, addLow       = 0x5851F42D4C957F2D, 0x14057B7EF767814F
		mixer                 = 0xDA942042E4DD58B5
	)
	high, low := bits.Mul64(p.lo, factorLow)
	high += p.hi*factorLow + p.lo*factorHigh
	var carry uint64
	p.lo, carry = bits.Add64(low, addLow, 0)
	p.hi = high + addHigh + carry

	x := (p.hi ^ p.hi>>32) * mixer
	return (x ^ x>>48) * (p.lo | 1)
}

const pcgTag = "pcg:"

// AppendBinary appends the state to b.
func (p *PCG) AppendBinary(b []byte) ([]byte, error) {
	b = byteorder.BEAppendUint64(append(b, pcgTag...), p.hi)
	return byteorder.BEAppendUint64(b, p.lo), nil
}

// MarshalBinary returns the state.
func (p *PCG) MarshalBinary() ([]byte, error) { return p.AppendBinary(nil) }

// UnmarshalBinary sets the state.
func (p *PCG) UnmarshalBinary(data []byte) error {
	state, ok := bytes.CutPrefix(data, []byte(pcgTag))
	if !ok || len(state) != 16 {
		return errors.New("invalid PCG encoding")
	}
	p.Seed(byteorder.BEUint64(state), byteorder.BEUint64(state[8:]))
	return nil
}

// A ChaCha8 is a generator whose numbers cannot be guessed from others; the runtime's own is of that kind in spirit.
type ChaCha8 struct {
	state chacha8rand.State
	rest  [8]byte // the last bytes, as many as left says, are for the next Read
	left  int
}

// NewChaCha8 returns a ChaCha8 that starts from a seed.
func NewChaCha8(seed [32]byte) *ChaCha8 {
	c := new(ChaCha8)
	c.Seed(seed)
	return c
}

// Seed makes it start again from a seed.
func (c *ChaCha8) Seed(seed [32]byte) {
	c.state.Init(seed)
	c.rest, c.left = [8]byte{}, 0
}

// Uint64 returns the next number.
func (c *ChaCha8) Uint64() uint64 {
	x, ok := c.state.Next()
	for !ok {
		c.state.Refill()
		x, ok = c.state.Next()
	}
	return x
}

// Read fills p with random bytes. It never fails.
func (c *ChaCha8) Read(p []byte) (n int, err error) {
	for n < len(p) {
		if c.left == 0 {
			byteorder.LEPutUint64(c.rest[:], c.Uint64())
			c.left = len(c.rest)
		}
		k := copy(p[n:], c.rest[len(c.rest)-c.left:])
		c.left -= k
		n += k
	}
	return n, nil
}

const readTag = "readbuf:"

// AppendBinary appends the state to b: bytes that Read has left, then the generator's.
func (c *ChaCha8) AppendBinary(b []byte) ([]byte, error) {
	if c.left > 0 {
		b = append(append(b, readTag...), byte(c.left))
		b = append(b, c.rest[len(c.rest)-c.left:]...)
	}
	return append(b, chacha8rand.Marshal(&c.state)...), nil
}

// MarshalBinary returns the state.
func (c *ChaCha8) MarshalBinary() ([]byte, error) { return c.AppendBinary(nil) }

// UnmarshalBinary sets the state.
func (c *ChaCha8) UnmarshalBinary(data []byte) error {
	if after, ok := bytes.CutPrefix(data, []byte(readTag)); ok {
		if len(after) == 0 || int(after[0]) >= len(after) {
			return errors.New("invalid ChaCha8 Read buffer encoding")
		}
		n := int(after[0])
		c.left = copy(c.rest[len(c.rest)-min(n, len(c.rest)):], after[1:1+n])
		data = after[1+n:]
	}
	return chacha8rand.Unmarshal(&c.state, data)
}
