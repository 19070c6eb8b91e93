package main

import "fmt"

type A struct {
	n int
	x any
}
type B struct {
	x any
	n int
}
type C struct {
	x any
	s string
	y any
}

type D struct {
	_ int
	x [2]any
	f float64
}

func try(name string, f func() bool) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Println(name, "panic:", e)
		}
	}()
	fmt.Println(name, f())
}

var fn = func() {}

func main() {
	var f, g any = fn, fn
	try("A differ", func() bool { return A{1, f} == A{2, g} })
	try("A same", func() bool { return A{1, f} == A{1, g} })
	try("B differ", func() bool { return B{f, 1} == B{g, 2} })
	try("C 1", func() bool { return C{1, "a", f} == C{1, "b", f} })
	try("C 2", func() bool { return C{1, "a", f} == C{2, "a", f} })
	try("C 3", func() bool { return C{f, "a", 1} == C{f, "b", 2} })
	try("C 4", func() bool { return C{f, "a", 1} == C{f, "ab", 2} })
	try("arr 1", func() bool { return [2]any{f, 1} == [2]any{g, 2} })
	try("arr 2", func() bool { return [2]any{f, 1} == [2]any{g, "x"} })
	try("arr 3", func() bool { return [2]any{1, f} == [2]any{2, g} })
	try("arr 4", func() bool { return [9]any{1, f} == [9]any{2, g} })
	try("arr 5", func() bool { return [9]any{f, 1} == [9]any{g, 2} })
	try("arr 6", func() bool { return [9]any{f, 1} == [9]any{g, "x"} })
	var i, j any
	i, j = A{1, f}, A{2, g}
	try("iA differ", func() bool { return i == j })
	i, j = B{f, 1}, B{g, 2}
	try("iB differ", func() bool { return i == j })
	i, j = C{1, "a", f}, C{1, "b", f}
	try("iC 1", func() bool { return i == j })
	i, j = [2]any{f, 1}, [2]any{f, "x"}
	try("iarr2", func() bool { return i == j })
	i, j = [9]any{f, 1}, [9]any{f, "x"}
	try("iarr9", func() bool { return i == j })
	i, j = [9]any{1, f}, [9]any{2, f}
	try("iarr9b", func() bool { return i == j })
	i, j = D{x: [2]any{f, 1}, f: 1}, D{x: [2]any{f, "x"}, f: 2}
	try("D", func() bool { return i == j })
	i, j = D{x: [2]any{f, 1}, f: 1}, D{x: [2]any{f, 2}, f: 2}
	try("D2", func() bool { return i == j })
	i, j = D{x: [2]any{1, f}, f: 1}, D{x: [2]any{2, f}, f: 2}
	try("D3", func() bool { return i == j })
	d1, d2 := D{x: [2]any{f, 1}, f: 1}, D{x: [2]any{f, "x"}, f: 2}
	try("D4", func() bool { return d1 == d2 })
	c1, c2 := C{1, "a", f}, C{1, "b", f}
	try("C5", func() bool { return c1 == c2 })
	c1, c2 = C{1, "a", f}, C{2, "a", f}
	try("C6", func() bool { return c1 == c2 })
	b1, b2 := B{f, 1}, B{f, 2}
	try("B2", func() bool { return b1 == b2 })
}
