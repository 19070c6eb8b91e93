// Variables of optimized functions: in registers, on the stack, constant, or gone.
package main

import "fmt"

type pair struct {
	a int
	s string
}

//go:noinline
func use(x ...any) {}

//go:noinline
func sum(xs []int, name string, p pair) (total int, err error) {
	for i, x := range xs {
		y := x * 2
		total += y
		use(i, y)
	}
	n := len(name)
	if n > 3 {
		k := n * total
		use(k)
		total += k
	}
	p.a += total
	use(p.a, p.s)
	return total, nil
}

//go:noinline
func apply(f func(int) int, v int) int {
	r := f(v)
	use(r)
	return r + v
}

//go:noinline
func scale(v, w float64, flag bool, c byte) float64 {
	if flag {
		v *= w
	}
	use(v, c)
	return v
}

func main() {
	base := 10
	t, err := sum([]int{1, 2, 3}, "name", pair{7, "seven"})
	fmt.Println(t, err)
	w := apply(func(x int) int {
		z := x + base
		use(z)
		return z * 2
	}, 5)
	fmt.Println(w, scale(1.5, 2.5, true, 'c'))
}
