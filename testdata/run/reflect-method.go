package main

import (
	"fmt"
	"reflect"
)

type T struct{ n int }

func (t T) Get() int                       { return t.n }
func (t *T) Set(n int)                     { t.n = n }
func (t T) Sum(first int, rest ...int) int { return t.n + first + len(rest) }
func (t T) hidden()                        {}

// A one-word receiver is held by an interface itself.
type P struct{ p *int }

func (p P) Load() int { return *p.p }

type Getter interface {
	Get() int
	hidden()
}

func main() {
	t := &T{5}
	v := reflect.ValueOf(t)
	for i := range v.NumMethod() {
		m := v.Type().Method(i)
		fmt.Println(i, m.Name, m.Type, m.Index, m.IsExported(), v.Method(i).Type())
	}
	fmt.Println(v.Elem().NumMethod(), reflect.TypeFor[Getter]().NumMethod())
	v.MethodByName("Set").Call([]reflect.Value{reflect.ValueOf(9)})
	fmt.Println(t.n, v.MethodByName("Get").Call(nil)[0], v.Elem().MethodByName("Get").Call(nil)[0])
	fmt.Println(v.MethodByName("Sum").Call([]reflect.Value{reflect.ValueOf(1), reflect.ValueOf(2), reflect.ValueOf(3)})[0])
	fmt.Println(v.MethodByName("None").IsValid())
	m, ok := v.Type().MethodByName("Get")
	fmt.Println(m.Func.Call([]reflect.Value{v})[0], ok)

	var g Getter = T{77}
	gv := reflect.ValueOf(&g).Elem()
	fmt.Println(gv.MethodByName("Get").Call(nil)[0], gv.Type().Method(1).Name, gv.Type().Method(1).PkgPath)
	k := 3
	fmt.Println(reflect.ValueOf(P{&k}).Method(0).Call(nil)[0], reflect.ValueOf(&P{&k}).Method(0).Call(nil)[0])
	for m, v := range reflect.ValueOf(T{8}).Methods() {
		fmt.Println(m.Name, v.Type())
	}
	for m := range reflect.TypeOf(t).Methods() {
		fmt.Print(m.Name, " ")
	}
	fmt.Println()
}
