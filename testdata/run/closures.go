package main

func counter() (func() int, func()) {
	n := 0
	return func() int { n++; return n }, func() { n = 100 }
}

func compose(fs ...func(int) int) func(int) int {
	return func(x int) int {
		for _, f := range fs {
			x = f(x)
		}
		return x
	}
}

func adder(k int) func(int) int { return func(x int) int { return x + k } }

func main() {
	next, reset := counter()
	println(next(), next())
	reset()
	println(next())
	other, _ := counter()
	println(other())

	x := 1
	set := func(v int) { x = v }
	set(42)
	println(x)

	var fib func(int) int
	fib = func(n int) int {
		if n < 2 {
			return n
		}
		return fib(n-1) + fib(n-2)
	}
	println(fib(20))

	println(compose(adder(1), adder(10), func(y int) int { return y * x })(1))
	println(func(a, b string) string { return a + b }("im", "mediate"))

	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { i += 10; return i })
	}
	for _, f := range fs {
		print(f(), " ", f(), " ")
	}
	println()

	s, a, big := "str", [3]int{1, 2, 3}, struct{ p, q, r, s int }{1, 2, 3, 4}
	f := func() int { return len(s) + a[2] + big.s }
	a[2] = 30
	big.s = 400
	println(f())
	outer := func() func() string {
		t := s + "!"
		return func() string { t += s; return t }
	}
	g := outer()
	g()
	println(g())
	var none func()
	println(none == nil, f != nil)
}
