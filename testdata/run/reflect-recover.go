package main

import (
	"fmt"
	"reflect"
)

// Functions that reflection makes recover as those that they stand for.

type T struct{ a, b, c int }

func (t T) Recover()          { fmt.Println("method", t, recover()) }
func (t *T) Pointer(s string) { fmt.Println("pointer method", s, recover()) }

func made(in []reflect.Value) []reflect.Value {
	fmt.Println("made", recover())
	return nil
}

func try(f func()) {
	defer func() { fmt.Println("left:", recover()) }()
	defer f()
	panic("p")
}

func main() {
	try(reflect.ValueOf(T{1, 2, 3}).Method(0).Interface().(func()))
	try(reflect.ValueOf(&T{1, 2, 3}).Method(1).Interface().(func()))
	g := reflect.ValueOf(&T{}).MethodByName("Pointer").Interface().(func(string))
	func() {
		defer func() { fmt.Println("left:", recover()) }()
		defer g("arg")
		panic("q")
	}()
	try(reflect.MakeFunc(reflect.TypeFor[func()](), made).Interface().(func()))
	try(func() { reflect.ValueOf(T{}).Method(0).Call(nil) })
}
