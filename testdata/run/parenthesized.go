package main

// Parentheses change nothing: operands of built-ins, tags of switches, ranges.

var f float32 = 1.5

func two() (int, any) { return 1, "x" }

func show(a, b any) { println(a.(int), b.(string)) }

func main() {
	println(min((2), f), max((1), (f), ((2))))
	c := complex(min((1), f), (3))
	println(real(c), imag(c))
	f *= (2)
	f += ((1))
	println(f)
	show((two()))
	var x any = 3
	switch (x) {
	case (1), ((3)):
		println("three")
	}
	switch (f) {
	case (4):
		println("four")
	}
	b := append(([]byte)(nil), ("abc")...)
	var e any
	for (_), (e) = range (b) {
		println(e.(byte))
	}
	var ok bool
	(x), (ok) = (map[int]int{1: 2}[(1)])
	println(x.(int), ok)
}
