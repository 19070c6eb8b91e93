package main

//go:noinline
func shift(x int64, u uint64, n uint) {
	println(n, x<<n, x>>n, u<<n, u>>n)
}

//go:noinline
func shift8(x int8, u uint8, n uint8) {
	println(n, x<<n, x>>n, u<<n, u>>n)
}

//go:noinline
func shift32(x int32, u uint32, n int) {
	println(n, x<<n, x>>n, u<<n, u>>n)
}

//go:noinline
func constant(x int32, u uint16) {
	println(x<<0, x<<1, x<<31, x<<32, x>>1, x>>31, x>>40, u<<15, u<<16, u>>15, u>>16)
}

//go:noinline
func rotate(x uint32, n uint) uint32 {
	return x<<(n&31) | x>>(32-n&31)
}

func main() {
	for _, n := range []uint{0, 1, 7, 31, 32, 63, 64, 65, 1 << 40} {
		shift(-81985529216486896, 0xfedcba9876543210, n)
		shift32(-559038737, 0xdeadbeef, int(n))
	}
	for _, n := range []uint8{0, 1, 7, 8, 9, 255} {
		shift8(-100, 200, n)
	}
	constant(-5, 65535)
	println(rotate(0x80000001, 1), rotate(0x12345678, 8), 1<<3|1)
}
