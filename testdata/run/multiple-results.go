package main

func divmod(a, b int) (int, int) { return a / b, a % b }

func named(n int) (half int, odd bool, text string) {
	half = n / 2
	if n%2 == 1 {
		odd = true
		return half, true, "odd"
	}
	text = "even"
	return
}

func shadow() (x int) {
	x = 1
	{
		x := 2
		_ = x
	}
	return
}

func swap(a, b string) (string, string) { return b, a }

func many() (int, string, float64, []int, error, [2]int, struct{ a, b int8 }, func() int) {
	return 1, "two", 3.5, []int{4}, nil, [2]int{5, 6}, struct{ a, b int8 }{7, 8}, func() int { return 9 }
}

func recursive(n int) (a, b int) {
	if n == 0 {
		return 0, 1
	}
	a, b = recursive(n - 1)
	return b, a + b
}

func add(a, b int) int { return a + b }

func main() {
	q, r := divmod(17, 5)
	println(q, r, add(divmod(100, 7)))
	println(named(7))
	println(named(8))
	println(shadow())
	println(swap(swap("a", "b")))
	a, b, c, d, e, f, g, h := many()
	println(a, b, c, d[0], e == nil, f[1], g.a, g.b, h())
	_, s, _, _, _, _, _, _ := many()
	println(s)
	println(recursive(30))
	x, y := 1, 2
	x, y = y, x+y
	println(x, y)
	x, z := 10, 20
	println(x, z)
}
