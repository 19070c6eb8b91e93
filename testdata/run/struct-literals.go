package main

import "fmt"

type P struct{ X, Y int }
type L struct {
	From, To P
	Tags     map[string][]string
	next     *L
	fn       func() int
}
type E struct {
	*P
	L
	int
}

var global = [...]L{
	{P{1, 2}, P{3, 4}, nil, nil, nil},
	2: {To: P{Y: 9}, Tags: map[string][]string{"a": {"x", "y"}, "b": {}}},
	1: {next: &L{From: P{X: 5}}},
}

var table = map[P]*P{{1, 2}: {3, 4}, {5, 6}: nil}
var nested = [][]map[string]P{{{"k": {1, 2}}, nil}, {}}
var anon = []struct {
	a int
	b []interface{}
}{{1, []interface{}{2, "x", nil}}, {b: nil}}
var ptrs = []*P{{1, 1}, {X: 2}, nil}
var arr = [...]string{3: "three", 1: "one", "two"}
var runes = [...]int{'a': 1, 'c': 3}
var deep = [2][2][2]int{{{1, 2}, {3, 4}}, {{5}}}

const idx = 2

func main() {
	fmt.Println(len(global), global[0].From, global[1].next.From, global[2].To, global[2].Tags)
	fmt.Println(*table[P{1, 2}], table[P{5, 6}] == nil, nested, anon, *ptrs[1], ptrs[2] == nil)
	fmt.Printf("%q %d %d %v\n", arr, len(runes), runes['c'], deep)
	e := E{&P{1, 2}, L{To: P{3, 3}}, 7}
	e.X, e.To.X = 10, 11
	fmt.Println(e.P.X, e.L.To, e.int)
	p := &P{1, 2}
	q := *p
	q.X = 5
	pp := &p
	(*pp).Y = 8
	fmt.Println(*p, q, (&P{3, 4}).X, P{}.X, len([3]int{idx: 1}), []int{idx: 5, 6}[3])
	s := struct {
		P
		Name string
		f    func(int) int
	}{P{1, 1}, "anon", func(i int) int { return i * 2 }}
	fmt.Println(s.X, s.Name, s.f(4))
	if (P{1, 2}) == (P{1, 2}) {
		fmt.Println("equal")
	}
	for _, x := range []P{{1, 2}, {3, 4}} {
		x.X = 100
		fmt.Print(x, " ")
	}
	a := [3]P{{1, 1}, {2, 2}}
	b := a
	b[0].X = 9
	c := &a
	c[1].Y = 7
	fmt.Println(a, b, a == *c, a != b)
	m := map[string]P{"a": {1, 2}}
	v := m["a"]
	v.X = 3
	m["b"] = v
	delete(m, "zz")
	fmt.Println(m, m["none"], len(m))
	type node struct {
		val         int
		left, right *node
	}
	t := &node{1, &node{2, nil, nil}, &node{3, &node{4, nil, nil}, nil}}
	sum := 0
	var walk func(*node)
	walk = func(n *node) {
		if n != nil {
			sum += n.val
			walk(n.left)
			walk(n.right)
		}
	}
	walk(t)
	fmt.Println(sum, fmt.Sprintf("%+v", *t.left))
}
