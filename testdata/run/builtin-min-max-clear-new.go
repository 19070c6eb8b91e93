package main

import (
	"fmt"
	"math"
)

type S struct{ a, b int }
type MyS string

func largest[T int | float64 | string](a, b, c T) T { return max(a, b, c) }
func ptr[T any](v T) *T                             { return new(v) }

func main() {
	x, y := 3, 5
	fmt.Println(min(x, y), max(x, y, 4), min(x), max("b", "a", "c"), min(2.5, float64(x)), min(1, 2.5, 'a'))
	nan, inf := math.NaN(), math.Inf(1)
	fmt.Println(min(nan, 1), max(1, nan, inf), min(inf, -inf), math.Signbit(min(0.0, math.Copysign(0, -1))), math.Signbit(max(math.Copysign(0, -1), 0)))
	fmt.Println(largest(1, 9, 3), largest("x", "yy", "y"), min(MyS("b"), "a"), max(int8(-1), -2))
	const c = min(1, 2.0, 3)
	var arr [c]int
	fmt.Println(len(arr), c)
	m := map[float64]int{1: 1, nan: 2, nan: 3}
	fmt.Println(len(m))
	clear(m)
	fmt.Println(len(m), m == nil)
	s := []S{{1, 2}, {3, 4}}
	clear(s[1:])
	fmt.Println(s, len(s))
	clear(map[string]int(nil))
	clear([]string(nil))
	strs := []string{"a", "b"}
	clear(strs)
	fmt.Printf("%q\n", strs)
	p := new(42)
	q := new(S{1, 2})
	r := new("text")
	t := new(float32(1.5))
	u := new(x + y)
	*p++
	q.a = 7
	x = 100
	fmt.Println(*p, *q, *r, *t, *u, *new(int), *new(S), *ptr("generic"), *ptr(new(3)) != nil)
	fmt.Printf("%T %T %T %T %T\n", p, r, t, new(any(1)), new(func() {}))
	fmt.Println(new(1) == new(1), *new([]int{1, 2}), (*new(map[string]int{"k": 1}))["k"], *new(S{3, 4}.b))
	a := make([]int, 2, 5)
	a2 := append(a, 1, 2, 3)
	a3 := append(a[:1], 9)
	fmt.Println(len(a), cap(a), a2, a3, copy(a2, a2[2:]), a2, copy(a2, []int{}), copy(make([]byte, 3), "héllo"))
	var np *[3]int
	fmt.Println(len(np), cap(np), append([]byte("x"), "yz"...), append([]int(nil), []int(nil)...) == nil)
	for i := range np {
		fmt.Print(i)
	}
	fmt.Println()
	fmt.Println(complex(1, 2), real(3i), imag(complex64(2-1i)), len("日本"), cap(make(chan int, 4)), len([...]string{2: "x"}))
	delete(m, 1)
	print()
	ch := make(chan int)
	close(ch)
	_, ok := <-ch
	fmt.Println(ok)
}
