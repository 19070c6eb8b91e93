package main

import "fmt"

type op func(int) op

func counter() (inc func() int, get func() int) {
	n := 0
	inc = func() int { n++; return n }
	get = func() int { return n }
	return
}

func compose(fs ...func(int) int) func(int) int {
	return func(x int) int {
		for _, f := range fs {
			x = f(x)
		}
		return x
	}
}

func fib() func() int {
	a, b := 0, 1
	return func() int {
		defer func() { a, b = b, a+b }()
		return a
	}
}

func y[A, R any](f func(func(A) R) func(A) R) func(A) R {
	var self func(A) R
	self = func(a A) R { return f(self)(a) }
	return self
}

var trace []int

func chain(n int) op {
	trace = append(trace, n)
	return func(m int) op { return chain(n*10 + m) }
}

func capture(big [100]int, s string, p *int, f float64, e error) func() string {
	return func() string {
		*p++
		return fmt.Sprint(big[3], s, *p, f, e)
	}
}

type T struct{ f func(*T) int }

func main() {
	inc, get := counter()
	inc()
	inc()
	inc2, get2 := counter()
	inc2()
	fmt.Println(get(), get2(), inc()+inc())
	fmt.Println(compose(func(x int) int { return x + 1 }, func(x int) int { return x * x }, compose())(4))
	f := fib()
	for range 10 {
		fmt.Print(f(), " ")
	}
	fmt.Println(y(func(self func(int) int) func(int) int {
		return func(n int) int {
			if n == 0 {
				return 1
			}
			return n * self(n-1)
		}
	})(10))
	chain(1)(2)(3)
	fmt.Println(trace)
	n := 5
	var big [100]int
	big[3] = 7
	c := capture(big, "s", &n, 1.5, nil)
	big[3] = 0
	fmt.Println(c(), c(), n)
	t := T{}
	t.f = func(t *T) int {
		if n--; n > 0 {
			return t.f(t) + 1
		}
		return 0
	}
	fmt.Println(t.f(&t))
	func() {
		x := 1
		func() {
			x := x + 1
			func() { x++; fmt.Println(x) }()
		}()
		fmt.Println(x)
	}()
	var fs [3]func() int
	for i := range fs {
		j := i * 10
		fs[i] = func() int { j += i; return j }
	}
	for _, f := range fs {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println(func(a ...int) int { return len(a) }(1, 2, 3), func() func() int { return func() int { return 9 } }()())
	m := map[string]func(...string) string{"join": func(s ...string) string { return fmt.Sprint(s) }}
	fmt.Println(m["join"]("a", "b"), m["none"] == nil)
}
