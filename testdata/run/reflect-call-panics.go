package main

import (
	"fmt"
	"reflect"
)

type hidden struct{ f func(int) }

func try(what string, f func()) {
	defer func() { fmt.Println(what+":", recover()) }()
	f()
}

func main() {
	f := reflect.ValueOf(func(a int, b any) {})
	v := reflect.ValueOf(func(a int, b ...string) int { return a + len(b) })
	one := reflect.ValueOf(1)
	str := reflect.ValueOf("s")
	try("few", func() { f.Call([]reflect.Value{one}) })
	try("many", func() { f.Call([]reflect.Value{one, one, one}) })
	try("type", func() { f.Call([]reflect.Value{str, one}) })
	try("zero", func() { f.Call([]reflect.Value{one, {}}) })
	try("nil", func() { reflect.ValueOf((func())(nil)).Call(nil) })
	try("no func", func() { one.Call(nil) })
	try("no value", func() { reflect.Value{}.Call(nil) })
	try("variadic few", func() { v.Call(nil) })
	try("variadic type", func() { v.Call([]reflect.Value{one, one}) })
	try("slice of no variadic", func() { f.CallSlice([]reflect.Value{one, one}) })
	try("slice few", func() { v.CallSlice([]reflect.Value{one}) })
	try("slice many", func() { v.CallSlice([]reflect.Value{one, one, one}) })
	try("slice type", func() { v.CallSlice([]reflect.Value{one, str}) })
	try("hidden", func() { reflect.ValueOf(hidden{func(int) {}}).Field(0).Call([]reflect.Value{one}) })
	try("hidden argument", func() { f.Call([]reflect.Value{one, reflect.ValueOf(hidden{}).Field(0)}) })
	try("panics itself", func() { reflect.ValueOf(func() { panic("own") }).Call(nil) })
	fmt.Println(v.Call([]reflect.Value{one})[0], v.Call([]reflect.Value{one, str, str})[0], v.CallSlice([]reflect.Value{one, reflect.ValueOf([]string{"a"})})[0])
}
