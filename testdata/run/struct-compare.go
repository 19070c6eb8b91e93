package main

type padded struct {
	a uint8
	b uint64
	c uint8
}

type withFloat struct {
	f float64
	s string
}

type withBlank struct {
	a int
	_ int
	b int
}

type withIface struct {
	v any
	n int32
}

var zero float64

func main() {
	p, q := padded{1, 2, 3}, padded{1, 2, 3}
	println(p == q, p == padded{1, 2, 4}, p == padded{1, 3, 3})
	f := withFloat{zero / zero, "n"}
	g := withFloat{zero, "z"}
	h := withFloat{-zero, "z"}
	println(f == f, g == h, g == withFloat{0, "y"})
	println(withBlank{a: 1, b: 2} == withBlank{a: 1, b: 2})
	i := withIface{"x", 1}
	println(i == withIface{"x", 1}, i == withIface{1, 1}, i == withIface{nil, 1})
	println([2]padded{p, q} == [2]padded{q, p}, struct{}{} == struct{}{})
}
