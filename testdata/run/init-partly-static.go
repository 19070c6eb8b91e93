package main

import (
	"fmt"
	"os"
)

type in struct {
	a int
	s string
	p *int
}
type T struct {
	n    int
	name string
	f    func() int
	in   in
	arr  [3]int
	sl   []in
	ptr  *in
	m    map[string]int
	i    any
	_    int
	e    error
}

var trace []string

func note(s string) int { trace = append(trace, s); return len(s) }

var x = 5

func getx() int { x++; return x }

var (
	a = T{n: 1, name: "a", f: getx, in: in{note("a"), "lit", &x}, arr: [3]int{1, note("bb"), 3}, sl: []in{{1, "one", nil}, {note("ccc"), "two", &x}}, ptr: &in{7, os.Args[0][:0] + "dyn", nil}, m: map[string]int{"k": note("dddd")}, i: note("eeeee")}
	b = []T{{n: 1}, {n: note("b1"), i: "static", e: os.ErrExist}, 5: {name: "five", i: in{1, "x", nil}}}
	c = &T{n: 3, arr: [3]int{2: note("c3")}}
	d = [...]any{1, "two", 3.0, note("d"), nil, []int{1, note("dd")}, &x, c}
	e = []*in{{1, "e", nil}, nil, {note("e2"), "ee", &a.n}}
	f = [][]int{{1, 2, 3}, {4, note("f"), 6}, nil, {}}
	g = struct{ A, B int }{getx(), x}
	h = [3]int{x, getx(), x}
	k = [4]func() int{getx, func() int { return note("k") }, nil, mk(4)}
	l = []string{"a", "b" + fmt.Sprint(1), "c"}
	mm = map[string][]int{"z": {1, note("m")}}
	o  = (*in)(&in{note("o"), "o", nil})
	q  = []in{in(struct {
		a int
		s string
		p *int
	}{note("q"), "conv", nil})}
	r  I = &impl{note("r")}
	rs   = []I{&impl{1}, impl2(note("rs")), nil}
	z    = [0]int{}
	u    = [2]struct{}{{}, func() struct{} { note("u"); return struct{}{} }()}
)

type I interface{ M() int }
type impl struct{ v int }

func (i *impl) M() int { return i.v }

type impl2 int

func (i impl2) M() int { return int(i) }

func mk(n int) func() int { return func() int { return n } }

func (t T) String() string {
	return fmt.Sprint(t.n, t.name, t.f != nil, t.in.a, t.in.s, t.in.p != nil, t.arr, len(t.sl), t.ptr != nil, t.m, t.i, t.e)
}

func main() {
	fmt.Println(trace)
	fmt.Println(a, a.sl[1].a, a.sl[1].p == &x, *a.ptr)
	fmt.Println(b[0], b[1], b[5], len(b), cap(b))
	fmt.Println(c, d[:6], e[0].s, e[2].a, e[2].p == &a.n, f, g, h, k[3](), k[1](), l, mm, o.a, q, r.M(), rs[1].M(), z, u)
	c.arr[0] = 9
	e[0].a = 77
	f[0][0] = 100
	fmt.Println(c.arr, e[0].a, f[0], d[7].(*T) == c)
}
