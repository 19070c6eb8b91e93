package main

import "fmt"

const (
	big   = 1 << 100
	small = big >> 98
	third = 1.0 / 3
	huge  = 1e400 / 1e390
	r     = 'a' + 1
	c     = 2i * 2i
	s     = "con" + "cat"
	b     = len(s) == 9 && small < 5
)

type Color uint8

const (
	Red Color = iota + 1
	Green
	_
	Blue
)

const (
	KB = 1 << (10 * (iota + 1))
	MB
	GB
)

const (
	a0, b0 = iota, iota * 10
	a1, b1
	_, _
	a3, b3
)

const typed int8 = 127
const masked = ^uint16(0x0f0f)

func main() {
	fmt.Println(small, huge, r, string(rune(r)), c, real(c), s, b)
	fmt.Println(Red, Green, Blue, KB, MB, GB, a0, b0, a1, b1, a3, b3)
	fmt.Println(typed, masked, -5/3, -5%3, 5/-3, -5.0/2, 7>>1, -7>>1, 1<<3|1, 6&^3)
	fmt.Printf("%T %T %T %T %T %T %T\n", r, c, third, 1<<3, 1.0*2, 'a'*2.0, Blue)
	var f32 float32 = third
	var f64 float64 = third
	fmt.Println(f32, f64, float64(f32) == f64, float32(f64) == f32)
	fmt.Println(0.1+0.2 == 0.3, float64(0.1)+float64(0.2) == 0.3, big/(big-1) == 1, big%1000)
	const mask = 1<<64 - 1
	var u uint64 = mask
	fmt.Println(u, uint32(mask>>32), int64(mask>>1), mask/3.0 > 6e18)
	fmt.Println(len([10]int{}), cap([...]int{5: 1}), len("héllo"), 0b1010_1010, 0o17, 0x1p-2, 0x_1F, 017, 1_000.5)
	var sh uint = 3
	var w int64 = 1 << sh
	var x = uint8(1)<<7>>sh | 1
	fmt.Println(w, x, int64(1.0<<sh), uint8(255)<<sh)
	fmt.Println('\x41', '\u00e9', '\U0001F600', '\'', "\a\b\101\"" == "\x07\x08A\x22", `raw\n`)
}
