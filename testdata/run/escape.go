package main

type vec struct{ x, y float64 }

func newVec(x, y float64) *vec {
	v := vec{x, y}
	return &v
}

func local() float64 {
	v := vec{1, 2}
	p := &v
	p.x = 5
	return v.x + p.y
}

func param(v vec) *float64 { return &v.y }

func result() (v vec) {
	p := &v
	p.x = 3
	return
}

func slice(n int) []int {
	a := [3]int{1, 2, 3}
	return a[:n]
}

func toGlobal(n int) {
	hidden = &n
}

var hidden *int

func loop() (ps []*int) {
	for i := range 4 {
		j := i * i
		ps = append(ps, &j)
	}
	return
}

func capture() func() *vec {
	v := vec{7, 8}
	return func() *vec { return &v }
}

func boxed(n int) any { return n }

//go:noinline
func clobber() int {
	var a [100]int
	for i := range a {
		a[i] = -1
	}
	return a[50]
}

func main() {
	a, b := newVec(1, 2), newVec(3, 4)
	clobber()
	println(a.x, a.y, b.x, b.y, local())
	p, q := param(*a), param(*b)
	*p = 20
	println(a.y, *p, *q, result().x)
	s, t := slice(2), slice(3)
	s[0] = 9
	clobber()
	println(s[0], s[1], t[0], t[2])
	toGlobal(5)
	clobber()
	println(*hidden)
	for _, p := range loop() {
		print(*p, " ")
	}
	println()
	c := capture()
	c().x++
	println(c().x)
	x, y := boxed(1000), boxed(1000)
	clobber()
	println(x == y, x.(int))
}
