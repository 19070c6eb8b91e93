package main

import (
	"fmt"
	"reflect"
)

type small struct {
	a int8
	b string
}

func mix(i int8, u uint16, s string, f float32, c complex128, e error, p *int, z struct{}, x small) (string, float64, *int, small) {
	return fmt.Sprint(i, u, s, f, c, e, *p, z, x), float64(f) * 2, p, small{x.a + 1, x.b + "!"}
}

func nothing() {}

func values(xs ...any) []reflect.Value {
	var vs []reflect.Value
	for _, x := range xs {
		vs = append(vs, reflect.ValueOf(x))
	}
	return vs
}

func main() {
	n := 7
	out := reflect.ValueOf(mix).Call(values(int8(-1), uint16(65535), "str", float32(1.5), complex(1, -2), fmt.Errorf("bad"), &n, struct{}{}, small{3, "x"}))
	for _, v := range out {
		fmt.Println(v.Type(), v.Kind() == reflect.Pointer && v.Pointer() != 0 || v.IsValid())
	}
	fmt.Println(out[0], out[1], *out[2].Interface().(*int), out[3])
	fmt.Println(len(reflect.ValueOf(nothing).Call(nil)))

	closure := func(d int) int { n += d; return n }
	fmt.Println(reflect.ValueOf(closure).Call(values(5))[0].Int(), n)

	var inner func(k int) int
	inner = func(k int) int {
		if k == 0 {
			return 0
		}
		return k + int(reflect.ValueOf(inner).Call(values(k - 1))[0].Int())
	}
	fmt.Println(inner(100))
}
