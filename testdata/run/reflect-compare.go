package main

import (
	"fmt"
	"math"
	"reflect"
)

type node struct {
	v    int
	next *node
}

type hidden struct {
	a any
	_ int
}

func try(f func() bool) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Println("panic:", e)
		}
	}()
	fmt.Println(f())
}

func equal(x, y any) { try(func() bool { return reflect.ValueOf(x).Equal(reflect.ValueOf(y)) }) }

func main() {
	ring := func() *node { n := &node{1, nil}; n.next = &node{2, n}; return n }
	f := func() {}
	nan := math.NaN()
	for _, p := range [][2]any{
		{1, 1}, {1, int64(1)}, {nil, nil}, {[]int{1}, []int{1}}, {[]int{}, []int(nil)}, {map[string][]int{"a": {1}}, map[string][]int{"a": {1}}},
		{map[int]int{1: 1}, map[int]int{2: 1}}, {ring(), ring()}, {f, f}, {(func())(nil), (func())(nil)}, {nan, nan}, {[]float64{nan}, []float64{nan}},
		{hidden{[]int{1}, 1}, hidden{[]int{1}, 2}}, {[2]any{1, "x"}, [2]any{1, "x"}}, {error(nil), nil},
	} {
		fmt.Print(reflect.DeepEqual(p[0], p[1]), " ")
	}
	s := []float64{nan}
	fmt.Println(reflect.DeepEqual(s, s))

	equal(1, 1)
	equal(1, "1")
	equal([2]string{"a", "b"}, [2]string{"a", "b"})
	equal(hidden{1, 0}, hidden{1, 0})
	equal(nil, nil)
	equal(nan, nan)
	equal([]int{1}, []int{1})
	equal(f, f)
	equal(hidden{[]int{1}, 0}, hidden{[]int{1}, 0})
	equal([0]func(){}, [0]func(){})
	equal(struct{ f []int }{}, struct{ f []int }{})

	for _, x := range []any{1, "x", []int{}, [2]any{1, []int{}}, [2]any{1, 2}, hidden{1, 2}, hidden{f, 2}, f, map[int]int{}, &s, struct{ f func() }{}} {
		fmt.Print(reflect.ValueOf(x).Comparable(), " ")
	}
	fmt.Println(reflect.Value{}.Comparable())
	for _, x := range []any{0, 1, 0.0, math.Copysign(0, -1), "", [2]int{}, [2]string{1: "x"}, hidden{}, hidden{1, 0}, []int{}, []int(nil), (*int)(nil), f, 0i, false} {
		fmt.Print(reflect.ValueOf(x).IsZero(), " ")
	}
	fmt.Println()
	try(func() bool { return reflect.Value{}.IsZero() })
	try(func() bool { return reflect.ValueOf(1).IsNil() })
}
