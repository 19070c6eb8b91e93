package main

import (
	"fmt"
	"reflect"
)

type hidden struct{ x int }

func try(what string, results ...reflect.Value) {
	defer func() { fmt.Println(what+":", recover()) }()
	f := reflect.MakeFunc(reflect.TypeFor[func() int](), func([]reflect.Value) []reflect.Value { return results })
	fmt.Println(what, f.Interface().(func() int)())
}

func main() {
	try("good", reflect.ValueOf(3))
	try("none")
	try("two", reflect.ValueOf(3), reflect.ValueOf(4))
	try("type", reflect.ValueOf("x"))
	defer func() {
		fmt.Println(recover())
		f := reflect.MakeFunc(reflect.TypeFor[func()](), func([]reflect.Value) []reflect.Value { panic("from inside") })
		defer func() { fmt.Println(recover()) }()
		f.Interface().(func())()
	}()
	reflect.MakeFunc(reflect.TypeFor[int](), nil)
}
