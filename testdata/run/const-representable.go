package main

import (
	"fmt"
	"math"
)

type myInt int16

func main() {
	var (
		i8  int8      = -128
		u8  uint8     = 255.0
		r   rune      = 'x' + 0.0
		f32 float32   = 16777217
		f   float64   = math.MaxUint64
		c64 complex64 = 1e-50 + 2
		m   myInt     = 1e3
		by  byte      = 'A'
		up  uintptr   = 1<<64 - 1
	)
	fmt.Println(i8, u8, r, f32, f, c64, m, by, up)
	fmt.Println(int(3.0), uint8('0'), float32(0.1), float32(1e-50), complex128(1), string(rune(0x10FFFF)) != "\uFFFD")
	fmt.Println(math.MaxInt64, uint64(math.MaxUint64), math.MinInt64, math.SmallestNonzeroFloat64, math.MaxFloat32, float32(math.Pi))
	const z = 0.0
	nz := -z
	fmt.Println(nz, 1/math.Inf(-1), math.Signbit(nz), math.Signbit(math.Copysign(0, -1)))
	var i interface{} = 1 << 3
	var j any = 2.0 * 3
	var k any = 'a' - 'A'
	fmt.Printf("%T %T %T %T %T\n", i, j, k, 1+1i, m*2)
	i8--
	u8++
	m = math.MaxInt16
	m++
	fmt.Println(i8, u8, m, -i8-1, ^u8, -u8)
	x := 1e20
	y := float32(1e10)
	fmt.Println(int64(float64(int64(x/100))), int32(int64(y)), uint8(int(300)&0xff))
}
