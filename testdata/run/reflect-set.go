package main

import (
	"fmt"
	"reflect"
	"unsafe"
)

type S struct {
	B bool
	I int8
	U uint16
	F float32
	C complex64
	S string
	X []byte
	P unsafe.Pointer
	A any
	E error
	h int
	in
}

type in struct{ Inner int }

func try(what string, f func()) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Println(what+":", e)
		}
	}()
	f()
}

func main() {
	var s S
	v := reflect.ValueOf(&s).Elem()
	v.Field(0).SetBool(true)
	v.Field(1).SetInt(-129)
	v.Field(2).SetUint(65537)
	v.Field(3).SetFloat(1.5)
	v.Field(4).SetComplex(1 - 1i)
	v.Field(5).SetString("s")
	v.Field(6).SetBytes([]byte("xy"))
	v.Field(7).SetPointer(unsafe.Pointer(nil))
	v.Field(8).Set(reflect.ValueOf(3))
	v.Field(9).Set(reflect.ValueOf(fmt.Errorf("e")))
	fmt.Println(s)
	v.Field(5).SetZero()
	v.Field(8).SetZero()
	fmt.Printf("%q %v\n", s.S, s.A)
	for i := range v.NumField() {
		f := v.Field(i)
		fmt.Print(f.CanSet(), f.CanAddr(), f.CanInterface(), f.CanInt(), f.CanUint(), f.CanFloat(), f.CanComplex(), " ")
	}
	fmt.Println()
	fmt.Println(v.Field(1).OverflowInt(128), v.Field(2).OverflowUint(65535), v.Field(3).OverflowFloat(1e39), v.Field(4).OverflowComplex(1e39i))
	fmt.Println(v.Field(1).Type().OverflowInt(-128), v.Field(2).Type().OverflowUint(1<<16))

	try("type", func() { v.Field(1).SetString("x") })
	try("kind", func() { v.Field(5).SetInt(1) })
	try("kind", func() { v.Field(5).SetUint(1) })
	try("kind", func() { v.Field(5).SetFloat(1) })
	try("kind", func() { v.Field(5).SetComplex(1) })
	try("kind", func() { v.Field(5).SetBool(true) })
	try("bytes", func() { v.Field(5).SetBytes(nil) })
	try("assign", func() { v.Field(5).Set(reflect.ValueOf(1)) })
	try("assign", func() { v.Field(9).Set(reflect.ValueOf(1)) })
	try("hidden", func() { v.Field(10).SetInt(1) })
	try("hidden", func() { v.Field(10).Interface() })
	try("zero", func() { v.Set(reflect.Value{}) })
	try("zero", func() { reflect.Value{}.SetInt(1) })
	try("copy", func() { reflect.ValueOf(s).Field(0).SetBool(true) })
	try("copy", func() { reflect.ValueOf(s).Field(0).Addr() })
	try("overflow", func() { v.Field(5).OverflowInt(1) })
	try("overflow", func() { v.Field(5).Type().OverflowFloat(1) })
	try("field", func() { v.Field(99) })
	try("field", func() { v.Type().Field(99) })
	try("no struct", func() { v.Field(1).Field(0) })
	try("no struct", func() { v.Field(1).NumField() })
	try("int", func() { v.Field(5).Int() })
	try("uint", func() { v.Field(5).Uint() })
	try("float", func() { v.Field(5).Float() })
	try("complex", func() { v.Field(5).Complex() })
	try("bool", func() { v.Field(5).Bool() })
	try("elem", func() { v.Field(5).Elem() })
	try("new", func() { reflect.New(nil) })
	try("zero", func() { reflect.Zero(nil) })
	fmt.Println(v.Field(5).String() == "", v.Field(1).String(), reflect.Value{}.String(), v.Field(11).Field(0).CanSet())
}
