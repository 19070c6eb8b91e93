package main

import (
	"fmt"
	"reflect"
)

// What does not fit into registers travels on the stack, each argument and result as a whole.

type big struct {
	name string
	list []int
	m    map[string]int
}

func many(a, b, c, d, e, f, g, h, i, j, k int) (int, int, int, int, int, int, int, int, int, int, int) {
	return k, j, i, h, g, f, e, d, c, b, a
}

func floats(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q float64) float64 {
	return a + 2*b + 3*c + 4*d + 5*e + 6*f + 7*g + 8*h + 9*i + 10*j + 11*k + 12*l + 13*m + 14*n + 15*o + 16*p + 17*q
}

func arrays(a [2]string, b [1]int, c [0]int, d [3]*int) ([3]*int, [2]string) {
	*d[1] += b[0]
	return d, [2]string{a[1], a[0]}
}

func bigs(x big, y big, s string) (big, big, string) { return y, x, s + x.name }

func main() {
	var in []reflect.Value
	for i := range 11 {
		in = append(in, reflect.ValueOf(i))
	}
	for _, v := range reflect.ValueOf(many).Call(in) {
		fmt.Print(v, " ")
	}
	fmt.Println()
	in = nil
	for i := range 17 {
		in = append(in, reflect.ValueOf(float64(i)))
	}
	fmt.Println(reflect.ValueOf(floats).Call(in)[0])
	n := 40
	out := reflect.ValueOf(arrays).Call([]reflect.Value{reflect.ValueOf([2]string{"a", "b"}), reflect.ValueOf([1]int{2}), reflect.ValueOf([0]int{}), reflect.ValueOf([3]*int{nil, &n})})
	fmt.Println(n, out[0].Index(1).Elem(), out[1])
	x, y := big{"x", []int{1}, nil}, big{"y", nil, map[string]int{"k": 1}}
	for _, v := range reflect.ValueOf(bigs).Call([]reflect.Value{reflect.ValueOf(x), reflect.ValueOf(y), reflect.ValueOf("s")}) {
		fmt.Println(v)
	}
}
