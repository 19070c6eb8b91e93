package main

//go:noinline
func signed(a, b int32) {
	println(a == b, a != b, a < b, a <= b, a > b, a >= b)
}

//go:noinline
func unsigned(a, b uint32) {
	println(a == b, a != b, a < b, a <= b, a > b, a >= b)
}

//go:noinline
func bytes(a, b uint8) int {
	if a < b {
		return -1
	} else if a > b {
		return 1
	}
	return 0
}

//go:noinline
func between(lo, x, hi int64) bool {
	return lo <= x && x < hi
}

func main() {
	signed(-1, 1)
	signed(1, 1)
	signed(2147483647, -2147483648)
	unsigned(4294967295, 1)
	unsigned(0, 0)
	println(bytes(200, 100), bytes(1, 255), bytes(7, 7))
	println(between(-5, -5, 5), between(-5, 5, 5), between(-5, -6, 5))
	var sum uint
	for i := uint(10); i-1 < 10; i-- {
		sum += i
	}
	println(sum)
}
