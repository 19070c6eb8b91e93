package main

import (
	"fmt"
	"reflect"
	"runtime"
)

// What only a call by reflection holds, in registers, on the stack, as result, survives a collection.

type wide struct{ a, b, c, d, e, f, g, h, i, j *int }

func churn() {
	var junk [][]int
	for i := range 100 {
		junk = append(junk, make([]int, i))
	}
	runtime.GC()
	_ = junk
}

func grow(n int) int {
	var pad [128]int
	if n == 0 {
		return pad[0]
	}
	return grow(n-1) + pad[n%128]
}

func box(n int) *int { return &n }

type T struct{ base *int }

func (t T) Add(w wide, s []string, p *int) (*int, wide) {
	churn()
	grow(100)
	return box(*t.base + *p + *w.j + len(s[0])), w
}

func main() {
	w := wide{box(1), box(2), box(3), box(4), box(5), box(6), box(7), box(8), box(9), box(10)}
	m := reflect.ValueOf(T{box(1000)}).Method(0)
	f := m.Interface().(func(wide, []string, *int) (*int, wide))
	made := reflect.MakeFunc(m.Type(), func(in []reflect.Value) []reflect.Value {
		churn()
		grow(200)
		out := m.Call(in)
		churn()
		return out
	}).Interface().(func(wide, []string, *int) (*int, wide))
	for range 3 {
		for _, g := range []func(wide, []string, *int) (*int, wide){f, made} {
			p, r := g(w, []string{fmt.Sprint("text", 1)}, box(300))
			churn()
			fmt.Println(*p, *r.a+*r.j)
		}
	}
	out := m.Call([]reflect.Value{reflect.ValueOf(w), reflect.ValueOf([]string{"ab"}), reflect.ValueOf(box(2))})
	churn()
	fmt.Println(out[0].Elem(), *out[1].Interface().(wide).c)
	t := reflect.StructOf([]reflect.StructField{{Name: "P", Type: reflect.TypeFor[*int]()}, {Name: "N", Type: reflect.TypeFor[int]()}, {Name: "S", Type: reflect.TypeFor[[3]string]()}})
	mt := reflect.MapOf(t, reflect.ArrayOf(2, reflect.TypeFor[any]()))
	mv := reflect.MakeMap(mt)
	for i := range 50 {
		k, e := reflect.New(t).Elem(), reflect.New(mt.Elem()).Elem()
		k.Field(1).SetInt(int64(i))
		k.Field(2).Index(2).SetString(fmt.Sprint("k", i))
		e.Index(1).Set(reflect.ValueOf(box(i)))
		mv.SetMapIndex(k, e)
	}
	churn()
	sum := 0
	for it := mv.MapRange(); it.Next(); {
		sum += *it.Value().Index(1).Interface().(*int) + len(it.Key().Field(2).Index(2).String())
	}
	fmt.Println(mv.Len(), sum)
}
