package main

//go:noinline
func ints(a, b, c, d, e, f, g, h, i, j, k, l int) int {
	return a + 2*b + 3*c + 4*d + 5*e + 6*f + 7*g + 8*h + 9*i + 10*j + 11*k + 12*l
}

//go:noinline
func floats(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q float64) float64 {
	return a + b*2 + c + d + e + f + g + h + i + j + k + l + m + n + o - p + q*100
}

//go:noinline
func mixed(a int8, x float32, s string, b uint16, y float64, l []int, c bool, i any, d [1]int, e [2]int, p *int, z float32) int {
	n := int(a) + len(s) + int(b) + len(l)*l[0] + i.(int) + d[0] + e[1] + *p
	if c && x < z && y > 1 {
		return n
	}
	return -n
}

//go:noinline
func strings(a, b, c, d, e, f string) (string, string, string, string, string, string) {
	return f, e, d, c, b, a
}

//go:noinline
func results(n int) (a, b, c, d, e, f, g, h, i, j, k, l int, x, y float64) {
	return n, n + 1, n + 2, n + 3, n + 4, n + 5, n + 6, n + 7, n + 8, n + 9, n + 10, n + 11, 0.5, float64(n)
}

type taker interface {
	take(a, b, c, d, e, f, g, h, i, j int, s string) int
}

type impl struct{ k int }

//go:noinline
func (m impl) take(a, b, c, d, e, f, g, h, i, j int, s string) int {
	return m.k*j + i + len(s)
}

func main() {
	println(ints(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12))
	println(floats(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17))
	n := 1000
	println(mixed(-1, 0.5, "abc", 60000, 2.5, []int{7, 7}, true, 11, [1]int{5}, [2]int{0, 9}, &n, 1.5))
	println(strings("a", "b", "c", "d", "e", "f"))
	a, b, _, _, _, _, _, _, _, j, k, l, x, y := results(100)
	println(a, b, j, k, l, x, y)
	var t taker = impl{3}
	println(t.take(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, "eleven"))
	f := t.take
	println(f(0, 0, 0, 0, 0, 0, 0, 0, 1, 1, ""))
	g := ints
	println(g(ints(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, floatToInt(2.9)))
}

func floatToInt(f float64) int { return int(f) }
