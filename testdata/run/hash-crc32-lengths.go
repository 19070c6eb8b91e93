// Checks of all lengths, from any place on, in one go and in two, against the definition.
package main

import (
	"fmt"
	"hash/crc32"
)

// slow computes a check bit by bit.
func slow(poly, crc uint32, p []byte) uint32 {
	crc = ^crc
	for _, c := range p {
		crc ^= uint32(c)
		for range 8 {
			crc = crc>>1 ^ poly&-(crc&1)
		}
	}
	return ^crc
}

func main() {
	data := make([]byte, 700)
	x := uint32(1)
	for i := range data {
		x = x*1664525 + 1013904223
		data[i] = byte(x >> 24)
	}
	for _, poly := range []uint32{crc32.IEEE, crc32.Castagnoli, crc32.Koopman, 0xd5828281} {
		tab := crc32.MakeTable(poly)
		all := uint32(0)
		wrong := 0
		for n := 0; n <= 330; n++ {
			p := data[n%19 : n%19+n]
			want := slow(poly, all, p)
			got := crc32.Update(all, tab, p)
			k := n * 5 / 13
			if got != want || crc32.Update(crc32.Update(all, tab, p[:k]), tab, p[k:]) != want {
				wrong++
			}
			all = got
		}
		h := crc32.New(tab)
		h.Write(data[:64])
		h.Write(data[64:])
		fmt.Printf("%08x %08x %d wrong, written %08x\n", poly, all, wrong, h.Sum32())
	}
}
