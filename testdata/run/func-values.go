package main

type binary func(a, b int) int

func add(a, b int) int { return a + b }
func mul(a, b int) int { return a * b }

var table = [...]struct {
	name string
	f    binary
}{
	{"add", add},
	{"mul", mul},
	{"sub", func(a, b int) int { return a - b }},
}

func apply(f binary, xs ...int) int {
	r := xs[0]
	for _, x := range xs[1:] {
		r = f(r, x)
	}
	return r
}

func pick(n int) func(int, int) int {
	switch n {
	case 0:
		return add
	case 1:
		return mul
	}
	return nil
}

type visitor struct{ visit func(int) bool }

func walk(n int, v visitor) (steps int) {
	for ; v.visit(n); n /= 2 {
		steps++
	}
	return
}

func main() {
	for _, e := range table {
		println(e.name, apply(e.f, 2, 3, 4))
	}
	println(pick(0)(5, 6), pick(1)(5, 6), pick(2) == nil)
	println(walk(1000, visitor{func(n int) bool { return n > 0 }}))
	f := add
	g := f
	f = mul
	println(f(3, 4), g(3, 4))
	funcs := []func(){func() { print("one ") }, func() { println("two") }}
	for _, h := range funcs {
		h()
	}
	ch := make(chan func(string), 1)
	ch <- func(s string) { println("from channel", s) }
	(<-ch)("ok")
	var i any = add
	println(i.(func(int, int) int)(1, 2))
}
