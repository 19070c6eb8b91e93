// Packages hash/fnv, hash/crc32 and hash/maphash: sums, saved states, copies.
package main

import (
	"encoding"
	"fmt"
	"hash"
	"hash/crc32"
	"hash/fnv"
	"hash/maphash"
	"strings"
)

func main() {
	text := strings.Repeat("the quick brown fox jumps over the lazy dog ", 9)
	for _, h := range []hash.Hash{
		fnv.New32(), fnv.New32a(), fnv.New64(), fnv.New64a(), fnv.New128(), fnv.New128a(),
		crc32.NewIEEE(), crc32.New(crc32.MakeTable(crc32.Castagnoli)), crc32.New(crc32.MakeTable(crc32.Koopman)),
	} {
		fmt.Printf("%x ", h.Sum(nil))
		for n := 1; n < 50; n += 7 {
			h.Write([]byte(text[:n*n%len(text)]))
			fmt.Printf("%x ", h.Sum(nil))
		}
		state, err := h.(encoding.BinaryMarshaler).MarshalBinary()
		fmt.Printf("%x %v\n", state, err)
		u := h.(encoding.BinaryUnmarshaler)
		clone, _ := h.(hash.Cloner).Clone()
		h.Reset()
		fmt.Println(u.UnmarshalBinary([]byte("abc")), u.UnmarshalBinary(state[:6]), u.UnmarshalBinary(state))
		fmt.Println(string(h.Sum(nil)) == string(clone.Sum(nil)), h.Size(), h.BlockSize())
	}
	fmt.Println(crc32.New(crc32.MakeTable(7)).(encoding.BinaryUnmarshaler).UnmarshalBinary([]byte("crc\x0112345678")))
	fmt.Println(crc32.ChecksumIEEE([]byte(text)), crc32.Update(5, crc32.IEEETable, []byte("x")), crc32.MakeTable(crc32.IEEE) == crc32.IEEETable)

	seed := maphash.MakeSeed()
	var h maphash.Hash
	h.SetSeed(seed)
	for _, n := range []int{0, 1, 100, 28, 130, 3} {
		h.WriteString(text[:n])
	}
	all := text[:1] + text[:100] + text[:28] + text[:130] + text[:3]
	fmt.Println(h.Sum64() == maphash.String(seed, all), h.Sum64() == maphash.Bytes(seed, []byte(all)), h.Sum64() == maphash.String(seed, all+"x"))
	type key struct {
		a int
		b any
	}
	fmt.Println(maphash.Comparable(seed, key{1, "a"}) == maphash.Comparable(seed, key{1, "a"}), maphash.Comparable(seed, 0.0) == maphash.Comparable(seed, -1*0.0))
	func() {
		defer func() { fmt.Println(recover()) }()
		maphash.Comparable(seed, any([]int{}))
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		maphash.String(maphash.Seed{}, "")
	}()
}
