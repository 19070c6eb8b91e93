package main

import (
	"fmt"
	_ "strings"
)

var _ = sideEffect("package var")
var _, kept = two()

const _ = iota + 1<<10

type _ struct{ x int }
type I interface{ m() }
type T struct {
	_ int
	a int
	_ string
}

func (T) m()   {}
func (_ T) n() {}
func _()       { panic("never") }
func _(x int)  {}

var _ I = T{}
var _ I = (*T)(nil)

func sideEffect(s string) int                    { fmt.Println(s); return 1 }
func two() (int, int)                            { return 3, 4 }
func params(_ int, _, x string, _ ...int) string { return x }
func results() (_ int, _ string)                 { return 1, "r" }
func generic[_ any, T any](x T) T                { return x }

func main() {
	_ = sideEffect("assignment")
	_, a := two()
	b, _ := two()
	fmt.Println(a, b, kept, params(1, "a", "b", 2, 3), T{a: 1} == T{1, 1, "x"})
	fmt.Println(results())
	for _, v := range []int{7} {
		fmt.Println(v)
	}
	for _ = range 2 {
		fmt.Print("x")
	}
	for range "ab" {
		fmt.Print("y")
	}
	fmt.Println()
	_, ok := any(1).(string)
	m := map[string]int{"a": 1}
	_, in := m["a"]
	_ = m["b"]
	ch := make(chan int, 1)
	ch <- 1
	_, open := <-ch
	fmt.Println(ok, in, open, generic[int](5))
	_, _ = func(_ int) (int, error) { return 0, nil }(1)
	func() {
		defer func() { _ = recover() }()
		var p *T
		_ = *p
		fmt.Println("not reached")
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		var s []int
		_ = s[sideEffect("index")]
	}()
	var _ = func() int { fmt.Println("local blank"); return 0 }()
}
