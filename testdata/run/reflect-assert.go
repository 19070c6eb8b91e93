package main

import (
	"fmt"
	"reflect"
)

type T struct{ a, b int }

func (t T) String() string { return fmt.Sprint("T", t.a, t.b) }

type hidden struct{ x int }

func main() {
	fmt.Println(reflect.TypeAssert[int](reflect.ValueOf(3)))
	fmt.Println(reflect.TypeAssert[string](reflect.ValueOf(3)))
	fmt.Println(reflect.TypeAssert[T](reflect.ValueOf(T{1, 2})))
	fmt.Println(reflect.TypeAssert[fmt.Stringer](reflect.ValueOf(T{3, 4})))
	fmt.Println(reflect.TypeAssert[error](reflect.ValueOf(T{3, 4})))
	var none, some any
	some = T{5, 6}
	fmt.Println(reflect.TypeAssert[any](reflect.ValueOf(&none).Elem()))
	fmt.Println(reflect.TypeAssert[T](reflect.ValueOf(&some).Elem()))
	f, ok := reflect.TypeAssert[func() string](reflect.ValueOf(some).Method(0))
	fmt.Println(f(), ok)
	for _, f := range []func(){
		func() { reflect.TypeAssert[int](reflect.Value{}) },
		func() { reflect.TypeAssert[int](reflect.ValueOf(hidden{}).Field(0)) },
	} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
	fmt.Println(reflect.TypeFor[error](), reflect.TypeFor[any](), reflect.TypeFor[T](), reflect.TypeOf(nil))
	fmt.Println(reflect.TypeFor[T]().Implements(reflect.TypeFor[fmt.Stringer]()), reflect.TypeFor[hidden]().Implements(reflect.TypeFor[fmt.Stringer]()))
	fmt.Println(reflect.TypeFor[T]().AssignableTo(reflect.TypeFor[any]()), reflect.TypeFor[int]().AssignableTo(reflect.TypeFor[int64]()))
	fmt.Println(reflect.Indirect(reflect.ValueOf(&some)).Kind(), reflect.Kind(99), reflect.Pointer, reflect.Kind(reflect.UnsafePointer))
}
