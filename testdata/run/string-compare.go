package main

//go:noinline
func cmp(a, b string) {
	println(a == b, a != b, a < b, a <= b, a > b, a >= b)
}

//go:noinline
func repeat(s string, n int) string {
	r := ""
	for range n {
		r += s
	}
	return r
}

func main() {
	cmp("", "")
	cmp("", "a")
	cmp("abc", "abd")
	cmp("abc", "ab")
	cmp("a\xff", "a\x01")
	for _, n := range []int{1, 7, 8, 9, 15, 16, 17, 31, 33, 63, 64, 65, 200} {
		a, b := repeat("x", n), repeat("x", n)
		c := repeat("x", n-1) + "y"
		println(n, a == b, a == c, a < c, c < a, a[:n-1] == c[:n-1])
	}
}
