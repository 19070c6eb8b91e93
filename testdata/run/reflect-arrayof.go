package main

import (
	"fmt"
	"reflect"
	"runtime"
)

func main() {
	for _, elem := range []reflect.Type{reflect.TypeFor[int](), reflect.TypeFor[string](), reflect.TypeFor[*int](), reflect.TypeFor[[]byte](), reflect.TypeFor[struct{}](), reflect.TypeFor[any]()} {
		for _, n := range []int{0, 1, 3} {
			t := reflect.ArrayOf(n, elem)
			v := reflect.New(t).Elem()
			fmt.Println(t, t.Size(), t.Len(), t.Comparable(), v.IsZero(), t == reflect.ArrayOf(n, elem), reflect.TypeOf(v.Interface()) == t)
		}
	}
	fmt.Println(reflect.ArrayOf(3, reflect.TypeFor[int]()) == reflect.TypeFor[[3]int]())

	// The collector must see what is in them.
	t := reflect.ArrayOf(101, reflect.TypeFor[*string]())
	v := reflect.New(t).Elem()
	for i := range v.Len() {
		s := fmt.Sprint("s", i)
		v.Index(i).Set(reflect.ValueOf(&s))
	}
	runtime.GC()
	x := v.Interface()
	for i := range v.Len() {
		if s := *reflect.ValueOf(x).Index(i).Interface().(*string); s != fmt.Sprint("s", i) {
			fmt.Println("lost", i, s)
		}
	}
	m := map[any]int{}
	a := reflect.New(reflect.ArrayOf(5, reflect.TypeFor[string]())).Elem()
	a.Index(2).SetString("key")
	m[a.Interface()] = 1
	a.Index(2).SetString("other")
	m[a.Interface()] = 2
	a.Index(2).SetString("key")
	fmt.Println(m[a.Interface()], len(m))
	fmt.Println(a.Slice(1, 3).Type(), a.Slice(1, 3).Len(), a.Slice(1, 3).Cap())
	for _, f := range []func(){
		func() { reflect.ArrayOf(-1, t) },
		func() { reflect.ArrayOf(1<<62, t) },
		func() { m[reflect.New(reflect.ArrayOf(1, reflect.TypeFor[func()]())).Elem().Interface()] = 1 },
	} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
}
