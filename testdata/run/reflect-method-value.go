package main

import (
	"fmt"
	"reflect"
)

type T struct {
	a, b, c int
	s       string
}

func (t T) Describe(prefix string, x float64, rest ...any) (string, error) {
	return fmt.Sprint(prefix, t.a, t.b, t.c, t.s, x, rest), nil
}

func (t *T) Swap(a [3]int, s string) ([3]int, string) {
	old := [3]int{t.a, t.b, t.c}
	t.a, t.b, t.c = a[0], a[1], a[2]
	s, t.s = t.s, s
	return old, s
}

type Describer interface {
	Describe(string, float64, ...any) (string, error)
}

func main() {
	t := &T{1, 2, 3, "s"}
	v := reflect.ValueOf(t)
	describe := v.MethodByName("Describe").Interface().(func(string, float64, ...any) (string, error))
	swap := v.MethodByName("Swap").Interface().(func([3]int, string) ([3]int, string))
	fmt.Println(describe("p", 1.5, "x", 2))
	fmt.Println(swap([3]int{7, 8, 9}, "new"))
	fmt.Println(*t)
	fmt.Println(describe("q", 2.5))

	var d Describer = *t
	f := reflect.ValueOf(&d).Elem().Method(0)
	fmt.Println(f.Kind(), f.Type(), f.IsNil(), f.CanInterface())
	g := f.Interface().(func(string, float64, ...any) (string, error))
	fmt.Println(g("r", 0, nil))

	var out func(string, float64, ...any) (string, error)
	reflect.ValueOf(&out).Elem().Set(f)
	fmt.Println(out("s", 4))
	fmt.Println(f.Pointer() == v.Method(0).Pointer())
	func() {
		defer func() { fmt.Println(recover()) }()
		var none Describer
		reflect.ValueOf(&none).Elem().Method(0)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		v.Method(2)
	}()
}
