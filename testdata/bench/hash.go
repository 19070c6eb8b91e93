// Rotations, shifts and array indexing: a block hash in the way of SHA-256.
package main

import "math/bits"

type state [8]uint32

func (s *state) block(p []byte, constants *[64]uint32) {
	var w [64]uint32
	for i := range 16 {
		j := i * 4
		w[i] = uint32(p[j])<<24 | uint32(p[j+1])<<16 | uint32(p[j+2])<<8 | uint32(p[j+3])
	}
	for i := 16; i < 64; i++ {
		x, y := w[i-2], w[i-15]
		near := bits.RotateLeft32(x, -17) ^ bits.RotateLeft32(x, -19) ^ x>>10
		far := bits.RotateLeft32(y, -7) ^ bits.RotateLeft32(y, -18) ^ y>>3
		w[i] = near + w[i-7] + far + w[i-16]
	}
	a, b, c, d, e, f, g, h := s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7]
	for i := range 64 {
		up := h + (bits.RotateLeft32(e, -6) ^ bits.RotateLeft32(e, -11) ^ bits.RotateLeft32(e, -25)) +
			(e&f ^ ^e&g) + constants[i] + w[i]
		down := (bits.RotateLeft32(a, -2) ^ bits.RotateLeft32(a, -13) ^ bits.RotateLeft32(a, -22)) + (a&b ^ a&c ^ b&c)
		h, g, f, e, d, c, b, a = g, f, e, d+up, c, b, a, up+down
	}
	s[0] += a
	s[1] += b
	s[2] += c
	s[3] += d
	s[4] += e
	s[5] += f
	s[6] += g
	s[7] += h
}

func main() {
	var constants [64]uint32
	for i, x := 0, uint32(1); i < 64; i++ {
		x = x*1664525 + 1013904223
		constants[i] = x
	}
	message := make([]byte, 64*1024)
	for i := range message {
		message[i] = byte(i * i >> 3)
	}
	s := state{1, 2, 3, 4, 5, 6, 7, 8}
	for range 800 {
		for p := message; len(p) >= 64; p = p[64:] {
			s.block(p[:64], &constants)
		}
	}
	println(s[0], s[3], s[7])
}
