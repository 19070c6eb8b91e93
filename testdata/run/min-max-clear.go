package main

var zero float64

func main() {
	a, b, c := 3, 1, 2
	println(min(a, b, c), max(a, b, c), min(a), max(a, 10))
	println(min("b", "a", "c"), max("b", "a", "ab"))
	x, nan := 1.5, zero/zero
	println(min(x, 2.5), max(x, -zero), min(x, nan), max(nan, x))
	println(1/min(zero, -zero), min(uint8(200), 100))
	const k = min(1, 2.5, 'a')
	println(k)
	s := []string{"a", "b"}
	clear(s)
	println(len(s), s[0] == "", s[1] == "")
}
