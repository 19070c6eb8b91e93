package main

//go:noinline
func signed(x int64) {
	println(x, x/1, x/2, x/3, x/5, x/7, x/8, x/10, x/641, x/1000000007, x/-3, x/-16)
	println(x%2, x%3, x%5, x%7, x%8, x%10, x%641, x%-3, x%-16)
}

//go:noinline
func signed32(x int32) {
	println(x, x/3, x/6, x/7, x/9, x/25, x/125, x/4, x%6, x%7, x%4)
}

//go:noinline
func unsigned(x uint64) {
	println(x, x/2, x/3, x/5, x/7, x/8, x/10, x/28, x/641, x/6700417, x/(1<<63))
	println(x%3, x%5, x%7, x%8, x%10, x%641)
}

//go:noinline
func small(a int8, b uint8, c int16, d uint16, e uint32) {
	println(a/3, a%3, a/-7, b/3, b%10, c/7, c%7, d/7, d%100, e/7, e%10, e/1000000007)
}

func main() {
	for _, x := range []int64{0, 1, -1, 2, -2, 99, -99, 1 << 40, -1 << 40, 1<<63 - 1, -1 << 63} {
		signed(x)
		signed32(int32(x))
		unsigned(uint64(x))
		small(int8(x), uint8(x), int16(x), uint16(x), uint32(x))
	}
}
