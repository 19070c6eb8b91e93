package main

import (
	"fmt"
	"math"
)

type S struct {
	a int
	_ int
	b string
	f float64
}
type E struct{}
type N struct {
	E
	in [2]any
	p  *int
}

func try(f func() bool) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Println("panic:", e)
		}
	}()
	fmt.Println(f())
}

func main() {
	nan := math.NaN()
	fmt.Println(nan == nan, nan != nan, nan < 1, nan > 1, !(nan >= 1), 0.0 == math.Copysign(0, -1))
	fmt.Println(S{1, 2, "x", 0} == S{1, 3, "x", 0}, S{f: nan} == S{f: nan}, [2]float64{1, nan} != [2]float64{1, nan})
	x := 1
	n := N{in: [2]any{1, "a"}, p: &x}
	m := n
	fmt.Println(n == m, E{} == E{}, struct{}{} == struct{}{}, [0]int{} == [0]int{})
	m.in[1] = []byte("a")[0]
	fmt.Println(n == m, any(n) == any(m), any(n) == any(n), any(1) == any(1.0), any(int8(1)) == any(1))
	var e1, e2 error
	var p *int
	var i any = p
	fmt.Println(e1 == e2, e1 == nil, i == nil, i == (*int)(nil), any(nil) == nil)
	c1, c2 := make(chan int), make(chan int)
	var r <-chan int = c1
	fmt.Println(c1 == c2, c1 == r, any(c1) == any(r), c1 != nil)
	fmt.Println("a" < "b", "a" < "A", "" < "a", "ab" < "b", "é" > "z", "a\x00" > "a", "abc" <= "abc")
	fmt.Println(true != false, 1+2i == 1+2i, complex(nan, 0) == complex(nan, 0), any("x") == "x", 3 == any(3))
	var f func()
	fmt.Println(f == nil, []int(nil) == nil, map[int]int(nil) == nil)
	try(func() bool { return any([]int{}) == any([]int{}) })
	try(func() bool { return any(map[int]int{}) != any(map[int]int{}) })
	try(func() bool { return any(func() {}) == any(func() {}) })
	try(func() bool { return [2]any{1, []int{}} == [2]any{2, []int{}} })
	try(func() bool { return [2]any{1, []int{}} == [2]any{1, []int{}} })
	try(func() bool { return any(struct{ f []int }{}) == any(struct{ f []int }{}) })
	try(func() bool { return any([]int{}) == any("different types do not panic") })
	try(func() bool { return N{in: [2]any{f}} == N{in: [2]any{f}} })
}
