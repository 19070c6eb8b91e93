package main

import "fmt"

var trace []string

func t[T any](name string, v T) T { trace = append(trace, name); return v }

func flush() { fmt.Println(trace); trace = nil }

type S struct{ a, b int }

func (s *S) m(name string, x int) *S { trace = append(trace, name); s.a += x; return s }

func two(a, b int) (int, int) { trace = append(trace, "two"); return b, a }

func sum(xs ...int) (n int) {
	for _, x := range xs {
		n += x
	}
	trace = append(trace, "sum")
	return
}

func main() {
	_ = t("a", 1) + t("b", 2)*t("c", 3)
	flush()
	_ = t("f", false) && t("g", true) || t("h", true)
	flush()
	_ = []int{t("0", 0), t("1", 1), 5: t("5", 5)}
	flush()
	_ = map[int]int{t("k1", 1): t("v1", 1), t("k2", 2): t("v2", 2)}
	flush()
	_ = S{b: t("b", 1), a: t("a", 2)}
	flush()
	arr := [4]int{}
	p := &arr
	p[t("i", 1)], arr[t("j", 2)] = t("x", 10), t("y", 20)
	flush()
	fmt.Println(arr)
	i := 0
	i, arr[i] = 3, 99
	fmt.Println(i, arr)
	a, b := 1, 2
	a, b = b, a
	arr[0], arr[1], arr[2] = arr[2], arr[0], arr[1]
	fmt.Println(a, b, arr)
	x := []int{1, 2, 3}
	i = 0
	i, x[i] = 1, 2
	x[0], x[0] = 1, 5
	x[1], x[2] = 4, 5
	fmt.Println(i, x)
	s := new(S)
	s.m("m1", t("p1", 1)).m("m2", t("p2", 2))
	flush()
	fmt.Println(sum(two(t("q", 1), t("r", 2))), sum(t("s", 1), sum(t("u", 2)), t("v", 3)))
	flush()
	m := map[string]int{}
	m[t("key", "k")] += t("add", 5)
	m["k"]++
	flush()
	fmt.Println(m)
	ch := make(chan int, 1)
	t("ch", ch) <- t("val", 3)
	fmt.Println(<-t("recv", ch))
	flush()
	func() {
		defer func() { fmt.Println(recover() != nil); flush() }()
		var mm map[string]int
		mm[t("mk", "x")] = t("mv", 1)
	}()
	func() {
		defer func() { fmt.Println(recover() != nil); flush() }()
		var pp *S
		pp.b = t("rhs", 1)
	}()
	func() {
		defer func() { fmt.Println(recover() != nil); flush() }()
		_ = x[t("index", 10)]
	}()
	y := 1
	f := func() int { y++; return y }
	z := []int{f(), f(), f()}
	w := [...]int{f() + f()*f()}
	fmt.Println(y, z, w, t("slice", x)[t("lo", 0):t("hi", 2)])
	flush()
	switch t("tag", 2) {
	case t("c1", 1), t("c2", 2), t("c3", 3):
	case t("c4", 4):
	}
	flush()
	for i := t("init", 0); i < t("cond", 1); i += t("post", 1) {
		t("body", 0)
	}
	flush()
	for range t("range", 2) {
		t("it", 0)
	}
	flush()
	if t("if", 1) == t("eq", 1) && !t("not", false) {
		flush()
	}
	defer fmt.Println(t("deferred arg", "late"))
	flush()
	var q, r = t("q", 1), t("r", 2)
	_, _ = q, r
	fmt.Println(len(t("len", [3]int{})), trace)
}
