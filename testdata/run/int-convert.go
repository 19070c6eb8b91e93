package main

//go:noinline
func widen(a int8, b uint8, c int16, d uint16, e int32, f uint32) {
	println(int64(a), int64(b), int64(c), int64(d), int64(e), int64(f))
	println(uint64(a), uint64(b), uint64(c), uint64(d), uint64(e), uint64(f))
}

//go:noinline
func narrow(x int64) {
	println(int8(x), uint8(x), int16(x), uint16(x), int32(x), uint32(x))
}

func main() {
	widen(-1, 255, -2, 65534, -3, 4294967293)
	widen(127, 128, 32767, 32768, 2147483647, 2147483648)
	narrow(0x0123456789abcdef)
	narrow(-1)
	narrow(-129)
	narrow(1 << 31)
}
