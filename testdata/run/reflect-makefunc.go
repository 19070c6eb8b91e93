package main

import (
	"errors"
	"fmt"
	"reflect"
)

// makeFunc sets *f to a function that returns its arguments, in the types of its results.
func makeFunc(f any, fn func([]reflect.Value) []reflect.Value) {
	v := reflect.ValueOf(f).Elem()
	v.Set(reflect.MakeFunc(v.Type(), fn))
}

func reverse(in []reflect.Value) []reflect.Value {
	var out []reflect.Value
	for i := len(in) - 1; i >= 0; i-- {
		out = append(out, in[i])
	}
	return out
}

type pair struct {
	x float32
	p *int
}

func main() {
	var swap func(int, string) (string, int)
	makeFunc(&swap, reverse)
	fmt.Println(swap(1, "one"))

	var kinds func(bool, uint8, float64, complex64, []byte, map[string]int, pair, [1]error, struct{}) (struct{}, [1]error, pair, map[string]int, []byte, complex64, float64, uint8, bool)
	makeFunc(&kinds, reverse)
	n := 5
	_, e, p, m, b, c, f, u, ok := kinds(true, 200, 1.25, 3+4i, []byte("bytes"), map[string]int{"k": 1}, pair{1.5, &n}, [1]error{errors.New("e")}, struct{}{})
	fmt.Println(e, p.x, *p.p, m, string(b), c, f, u, ok)

	var deep func(a, b, c, d, e, f, g, h, i, j, k string) (k2, j2, i2, h2, g2, f2, e2, d2, c2, b2, a2 string)
	makeFunc(&deep, reverse)
	fmt.Println(deep("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"))

	var variadic func(string, ...int) int
	makeFunc(&variadic, func(in []reflect.Value) []reflect.Value {
		fmt.Println(in[1].Type(), in[1].Len())
		return []reflect.Value{reflect.ValueOf(in[0].Len() + in[1].Len())}
	})
	fmt.Println(variadic("four", 1, 2, 3))

	var asError func() error // the result becomes an interface
	makeFunc(&asError, func([]reflect.Value) []reflect.Value { return []reflect.Value{reflect.ValueOf(errors.New("made"))} })
	fmt.Println(asError())
}
