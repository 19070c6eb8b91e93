package main

import (
	"fmt"
	"reflect"
)

type T struct{}

// same reports whether a type that was made is the one the program has.
func same[X any](t reflect.Type) {
	fmt.Println(t, t == reflect.TypeFor[X](), t.Kind(), t.Size())
}

func try(f func() reflect.Type) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Println("panic:", e)
		}
	}()
	fmt.Println(f())
}

func main() {
	i, s, e := reflect.TypeFor[int](), reflect.TypeFor[string](), reflect.TypeFor[error]()
	same[*T](reflect.PointerTo(reflect.TypeFor[T]()))
	same[**T](reflect.PointerTo(reflect.PtrTo(reflect.TypeFor[T]())))
	same[[]T](reflect.SliceOf(reflect.TypeFor[T]()))
	same[func()](reflect.FuncOf(nil, nil, false))
	same[func(int, string) error](reflect.FuncOf([]reflect.Type{i, s}, []reflect.Type{e}, false))
	same[func(int, ...string) (error, int)](reflect.FuncOf([]reflect.Type{i, reflect.SliceOf(s)}, []reflect.Type{e, i}, true))
	same[map[string][]func(int)](reflect.MapOf(s, reflect.SliceOf(reflect.FuncOf([]reflect.Type{i}, nil, false))))
	same[<-chan chan<- int](reflect.ChanOf(reflect.RecvDir, reflect.ChanOf(reflect.SendDir, i)))

	// Made twice, a type is the same.
	f := func() reflect.Type {
		return reflect.FuncOf([]reflect.Type{reflect.ArrayOf(7, s)}, []reflect.Type{reflect.PointerTo(reflect.ArrayOf(9, e))}, false)
	}
	fmt.Println(f(), f() == f(), f().NumIn(), f().NumOut(), f().In(0), f().Out(0), f().IsVariadic())
	fn := reflect.MakeFunc(f(), func(in []reflect.Value) []reflect.Value { return []reflect.Value{reflect.Zero(f().Out(0))} })
	fmt.Println(fn.Call([]reflect.Value{reflect.Zero(f().In(0))})[0].IsNil())
	for t := range reflect.TypeFor[func(int, string) (bool, error)]().Ins() {
		fmt.Print(t, " ")
	}
	for t := range reflect.TypeFor[func(int, string) (bool, error)]().Outs() {
		fmt.Print(t, " ")
	}
	fmt.Println()
	try(func() reflect.Type { return reflect.FuncOf([]reflect.Type{i}, nil, true) })
	try(func() reflect.Type { return reflect.FuncOf(make([]reflect.Type, 0), nil, true) })
	try(func() reflect.Type { return reflect.ChanOf(0, i) })
	try(func() reflect.Type { i.Ins(); return nil })
	try(func() reflect.Type { i.Fields(); return nil })
	try(func() reflect.Type { return i.Elem() })
	try(func() reflect.Type { return i.Key() })
	try(func() reflect.Type { return i.In(0) })
}
