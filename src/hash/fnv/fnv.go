// Package fnv has the hashes FNV-1 and FNV-1a of Glenn Fowler, Landon Curt Noll and Phong Vo: a multiplication and an exclusive
// or for each byte, in this order for FNV-1. They are quick and simple, and protect against nobody.
package fnv

import (
	"errors"
	"hash"
	"internal/byteorder"
	"math/bits"
)

// A state is 32 or 64 bits of a hash; there is a type for each of the functions.
type (
	sum32   uint32
	sum32a  uint32
	sum64   uint64
	sum64a  uint64
	wide    struct{ high, low uint64 }
	sum128  struct{ wide }
	sum128a struct{ wide }
)

const (
	start32, prime32 = 0x811C9DC5, 0x01000193
	start64, prime64 = 0xCBF29CE484222325, 0x100000001B3
	primeLow128      = 0x13B
	primeShift128    = 88 - 64 // the prime is 1<<88 + primeLow128
)

var start128 = wide{0x6C62272E07BB0142, 0x62B821756295C58D}

// times multiplies by the prime.
func (w wide) times() wide {
	high, low := bits.Mul64(w.low, primeLow128)
	return wide{high + w.low<<primeShift128 + w.high*primeLow128, low}
}

// New32 returns FNV-1 of 32 bits.
func New32() hash.Hash32 { s := sum32(start32); return &s }

// New32a returns FNV-1a of 32 bits.
func New32a() hash.Hash32 { s := sum32a(start32); return &s }

// New64 returns FNV-1 of 64 bits.
func New64() hash.Hash64 { s := sum64(start64); return &s }

// New64a returns FNV-1a of 64 bits.
func New64a() hash.Hash64 { s := sum64a(start64); return &s }

// New128 returns FNV-1 of 128 bits.
func New128() hash.Hash { return &sum128{start128} }

// New128a returns FNV-1a of 128 bits.
func New128a() hash.Hash { return &sum128a{start128} }

func (s *sum32) Write(p []byte) (int, error) {
	h := *s
	for _, c := range p {
		h = h*prime32 ^ sum32(c)
	}
	*s = h
	return len(p), nil
}

func (s *sum32a) Write(p []byte) (int, error) {
	h := *s
	for _, c := range p {
		h = (h ^ sum32a(c)) * prime32
	}
	*s = h
	return len(p), nil
}

func (s *sum64) Write(p []byte) (int, error) {
	h := *s
	for _, c := range p {
		h = h*prime64 ^ sum64(c)
	}
	*s = h
	return len(p), nil
}

func (s *sum64a) Write(p []byte) (int, error) {
	h := *s
	for _, c := range p {
		h = (h ^ sum64a(c)) * prime64
	}
	*s = h
	return len(p), nil
}

func (s *sum128) Write(p []byte) (int, error) {
	for _, c := range p {
		s.wide = s.times()
		s.low ^= uint64(c)
	}
	return len(p), nil
}

func (s *sum128a) Write(p []byte) (int, error) {
	for _, c := range p {
		s.low ^= uint64(c)
		s.wide = s.times()
	}
	return len(p), nil
}

func (s *sum32) Sum32() uint32  { return uint32(*s) }
func (s *sum32a) Sum32() uint32 { return uint32(*s) }
func (s *sum64) Sum64() uint64  { return uint64(*s) }
func (s *sum64a) Sum64() uint64 { return uint64(*s) }

func (w wide) append(b []byte) []byte {
	return byteorder.BEAppendUint64(byteorder.BEAppendUint64(b, w.high), w.low)
}

// Saved states are a tag, whose last byte says of which function, and the hash.
const tag = "fnv"

var (
	errTag  = errors.New("hash/fnv: invalid hash state identifier")
	errSize = errors.New("hash/fnv: invalid hash state size")
)

// saved returns the hash in a state saved by the function with a number.
func saved(data []byte, number byte, size int) ([]byte, error) {
	if len(data) < len(tag)+1 || string(data[:len(tag)]) != tag || data[len(tag)] != number {
		return nil, errTag
	}
	if len(data) != len(tag)+1+size {
		return nil, errSize
	}
	return data[len(tag)+1:], nil
}

func load32[T sum32 | sum32a](s *T, number byte, data []byte) error {
	b, err := saved(data, number, 4)
	if err == nil {
		*s = T(byteorder.BEUint32(b))
	}
	return err
}

func load64[T sum64 | sum64a](s *T, number byte, data []byte) error {
	b, err := saved(data, number, 8)
	if err == nil {
		*s = T(byteorder.BEUint64(b))
	}
	return err
}

func (w *wide) load(number byte, data []byte) error {
	b, err := saved(data, number, 16)
	if err == nil {
		*w = wide{byteorder.BEUint64(b), byteorder.BEUint64(b[8:])}
	}
	return err
}
