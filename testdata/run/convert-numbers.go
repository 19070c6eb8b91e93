package main

import "fmt"

type Meters float64
type Feet float64
type ID string
type Bits uint16

//go:noinline
func id[T any](x T) T { return x }

func main() {
	for _, f := range []float64{0, 1.9, -1.9, 255.5, -128.7, 1e9, 4294967295.9, -9.2e18} {
		fmt.Println(f, int64(f), int(f), float32(f), Meters(f))
	}
	for _, f := range []float64{0.5, 3.99, 100.25} {
		fmt.Println(int8(f), uint8(f), int16(f), uint16(f), int32(f), uint32(f), uint64(f), uint(f), uintptr(f))
	}
	fmt.Println(uint64(id(1e19)), uint64(id(9.3e18)), uint32(id(4e9)), int64(id(float32(16777217))))
	for _, i := range []int64{0, 1, -1, 127, 128, -129, 65535, 1 << 31, -1 << 63, 1<<53 + 1} {
		fmt.Println(i, int8(i), uint8(i), int16(i), uint16(i), int32(i), uint32(i), uint64(i), float32(i), float64(i), Bits(i))
	}
	for _, u := range []uint64{1<<64 - 1, 1 << 63, 1<<63 + 1025, 1<<53 + 1} {
		fmt.Println(u, float64(u), float32(u), int64(u), uint64(float64(u)/2))
	}
	fmt.Println(Feet(Meters(2)*3), float64(Feet(1)), ID("x")+ID("y"), string(ID("z")), []byte(ID("ab")), []rune(ID("é")))
	fmt.Println(string([]rune{'a', 0x4e16, -1, 0xD800, 0x10FFFF + 1}), string([]byte{0x61, 0xff, 0xc3, 0xa9}), []rune("a\xffé"))
	fmt.Println(complex64(id(1.1+2.2i)), complex128(complex64(id(1.1+2.2i))), real(id(3+4i)), imag(id(complex64(3+4i))))
	var sum8 uint8
	var sum16 int16
	for i := range 1000 {
		sum8 += uint8(i)
		sum16 += int16(i * i)
	}
	fmt.Println(sum8, sum16, int8(sum8)<<1, -sum16)
}
