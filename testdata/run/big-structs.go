package main

type inner struct {
	s string
	n [6]int
}

type big struct {
	a, b inner
	p    *int
	i    any
	list []inner
	f    float64
}

//go:noinline
func fill(seed int, s string) big {
	var x big
	x.a.s, x.b.s = s, s+s
	for i := range x.a.n {
		x.a.n[i] = seed + i
		x.b.n[i] = seed * i
	}
	x.p = &seed
	x.i = seed
	x.list = []inner{x.a, x.b}
	x.f = float64(seed) / 2
	return x
}

//go:noinline
func (b big) sum() (t int) {
	for i := range b.a.n {
		t += b.a.n[i] + b.b.n[i]
	}
	b.a.s = "lost"
	return t + *b.p + b.i.(int) + len(b.list) + int(b.f)
}

//go:noinline
func both(x, y big) (big, big) {
	x.a, y.b = y.b, x.a
	return y, x
}

type small struct {
	a int8
	b int32
	c string
}

//go:noinline
func pass(s small, t small) small {
	return small{t.a, s.b, s.c + t.c}
}

func main() {
	x, y := fill(3, "x"), fill(5, "yy")
	println(x.sum(), y.sum(), x.a.s, y.b.s)
	p, q := both(x, y)
	println(p.sum(), q.sum(), p.b.s, q.a.s, x.a.s)
	arr := [2]big{x, y}
	arr[0], arr[1] = arr[1], arr[0]
	println(arr[0].a.s, arr[1].list[1].s, arr[1].f)
	var v any = x
	z := v.(big)
	z.a.n[0] = 1000
	println(v.(big).a.n[0], z.a.n[0])
	c := make(chan big, 1)
	c <- y
	y.a.s = "changed"
	println((<-c).a.s)
	fs := []func() int{x.sum, y.sum}
	x.a.n[0] = 10000
	println(fs[0](), fs[1]())
	println(pass(small{1, 2, "three"}, small{4, 5, "six"}).c)
	ptr := &arr[1]
	w := *ptr
	ptr.b.n[1]++
	println(w.b.n[1], arr[1].b.n[1])
}
