package main

//go:noinline
func shift(x, n int) int {
	return x << n
}

func main() {
	println(shift(1, 4))
	println(shift(1, -4))
}
