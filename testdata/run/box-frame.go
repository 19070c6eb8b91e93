// Values in interfaces that never leave the frame: copies all the same.
package main

import (
	"fmt"
	"runtime"
)

type shape interface{ area() int }

type rect struct{ w, h, x, y, z int }

func (r rect) area() int    { return r.w * r.h }
func (r *rect) grow() *rect { r.w++; return r }

type pair struct {
	s string
	p *int
}

//go:noinline
func kind(x any) int {
	switch x := x.(type) {
	case int:
		return x
	case string:
		return len(x)
	case rect:
		return x.z
	case pair:
		return len(x.s) + *x.p
	case [3]int:
		return x[2]
	case nil:
		return -1
	}
	return -2
}

func wrapped(i int) any { return i }
func named(i int) (x any) {
	x = i
	i = 0
	return
}

func measure(s shape) int { return s.area() }

// The stack moves while interfaces point into it.
func grow(n int, x any) int {
	var pad [64]int
	pad[n%64] = kind(x)
	if n == 0 {
		runtime.GC()
		return pad[0]
	}
	y := any(rect{z: n})
	r := grow(n-1, y)
	return r + kind(y) - pad[n%64]
}

var sink any

func main() {
	i := 7
	x := any(i)
	i++
	r := rect{2, 3, 4, 5, 6}
	var s any = r
	r.z = 60
	fmt.Println(kind(x), kind(i), kind(s), kind(r), kind(*r.grow()), measure(r), kind(nil), kind(3.5))

	fmt.Println(kind(int(int8(i))+i), kind(int(r.w)), kind(string([]byte{65, byte(i)})), kind(any(int(r.h))))

	var boxes [4]any
	for i := range boxes {
		boxes[i] = i * 1000
		y := any(i + 300)
		if i == 2 {
			sink = y
		}
		if y != any(i+300) || y == any(int64(i+300)) {
			fmt.Println("wrong", i)
		}
	}
	runtime.GC()
	fmt.Println(boxes, sink)

	a, b := wrapped(1000), wrapped(2000)
	c := named(3000)
	if v, ok := wrapped(4000).(int); ok {
		fmt.Println(a.(int), b.(int), c.(int), v)
	}
	n := 5
	p := any(pair{"ab", &n})
	n = 6
	q := p
	fmt.Println(kind(p), kind(q), p == q, kind([3]int{1, 2, 3}), p.(pair).s)
	fmt.Println(grow(200, any(rect{z: 1})))

	func() {
		defer func() { fmt.Println(recover()) }()
		var f any = func() {}
		fmt.Println(any([]int{1}) == f, any("x"+p.(pair).s) == any("xab"))
		fmt.Println(any([]int{1}) == any([]int{2}))
	}()
	m := map[any]int{any(r): 1, any(n): 2, "k": 3}
	fmt.Println(m[rect{3, 3, 4, 5, 60}], m[6], m["k"], len(m))
	ch := make(chan any, 2)
	ch <- n
	ch <- any(r)
	fmt.Println(<-ch, <-ch)
	w := any(byte(n))
	v := any(n > 3)
	fmt.Println(w, v, w.(byte)+1)
}
