package main

import (
	"fmt"
	"math"
)

type point struct{ x, y int32 }
type padded struct {
	a int8
	_ [3]byte
	b int64
	_ string
}
type deep struct {
	p    point
	s    [2]string
	i    any
	f    float64
	c    complex64
	b    bool
	ch   chan int
	ptr  *point
	e    error
	zero struct{}
}
type iface interface{ m() }
type impl int

func (impl) m() {}

func count[T comparable](keys ...T) string {
	m := map[T]int{}
	for _, k := range keys {
		m[k]++
	}
	total := 0
	for _, v := range m {
		total += v
	}
	for _, k := range keys {
		if _, ok := m[k]; !ok {
			total = -total
		}
		delete(m, k)
	}
	return fmt.Sprint(total, " ", len(m))
}

func main() {
	nan := math.NaN()
	p, q := &point{1, 2}, &point{1, 2}
	ch := make(chan int)
	fmt.Println(count(1, 2, 1, -1, 1<<62), count[int8](1, -1, 1), count[uint16](1, 65535, 1), count[uintptr](3, 3))
	fmt.Println(count("a", "", "a", "b\x00", "b"), count(true, false, true), count('a', 'b'), count[byte](0, 255))
	fmt.Println(count(0.0, math.Copysign(0, -1), 1.5, nan, nan), count[float32](0, 1, 1), count(1i, 1i, complex(nan, 0)))
	fmt.Println(count(p, q, p), count(*p, *q), count(ch, nil, ch), count([2]point{*p}, [2]point{*q}), count([0]int{}, [0]int{}))
	fmt.Println(count[any](1, int8(1), "1", 1, nil, nil, *p, *q, [1]string{"x"}, [1]string{"x"}, 1.0, true, p))
	fmt.Println(count[iface](impl(1), impl(1), impl(2), nil), count[error](nil, fmt.Errorf("x")))
	fmt.Println(count(padded{a: 1, b: 2}, padded{1, [3]byte{9}, 2, "ignored"}), count(struct{}{}, struct{}{}))
	d := deep{*p, [2]string{"a", "b"}, 3, 0, 1i, true, ch, p, nil, struct{}{}}
	e := d
	e.f = math.Copysign(0, -1)
	e.s[1] = string([]byte{'b'})
	fmt.Println(count(d, e), d == e)
	e.i = int64(3)
	fmt.Println(count(d, e), d == e, map[deep]int{d: 1}[e], map[any]int{d: 7}[d])
	for _, k := range []any{[]int{}, map[int]int{}, func() {}, struct{ a any }{[]int{}}, [1]any{map[int]bool{}}} {
		func() {
			defer func() { fmt.Println(recover()) }()
			m := map[any]int{}
			m[k] = 1
		}()
	}
	defer func() { fmt.Println(recover()) }()
	var m map[[2]string]int
	fmt.Println(m[[2]string{}], len(m))
	delete(m, [2]string{})
	m[[2]string{"x"}]++
}
