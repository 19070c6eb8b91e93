package main

import (
	"fmt"
	"reflect"
)

type A struct {
	X, Shared int
	deep
}

type deep struct{ Deep string }

type B struct{ Shared, Y int }

type C struct {
	A
	*B
	Y    string `json:"y,omitempty" xml:"why" bad`
	self int
}

func main() {
	t := reflect.TypeFor[C]()
	for _, f := range reflect.VisibleFields(t) {
		fmt.Println(f.Name, f.Type, f.Index, f.Anonymous, f.IsExported(), f.PkgPath, f.Offset)
	}
	for _, name := range []string{"X", "Y", "Shared", "Deep", "self", "none", "B"} {
		f, ok := t.FieldByName(name)
		fmt.Println(name, ok, f.Index, f.Type)
	}
	f, ok := t.FieldByNameFunc(func(s string) bool { return len(s) == 4 && s != "self" && s != "deep" })
	fmt.Println(f.Name, ok)
	tag := t.Field(2).Tag
	fmt.Println(tag.Get("json"), tag.Get("xml"), tag.Get("bad"))
	v, ok := tag.Lookup("yaml")
	fmt.Println(v == "", ok)
	c := C{A: A{X: 1, deep: deep{"d"}}, Y: "y"}
	cv := reflect.ValueOf(c)
	fmt.Println(cv.FieldByName("Deep"), cv.FieldByIndex([]int{0, 2, 0}), cv.FieldByName("none").IsValid(), t.FieldByIndex([]int{0, 2, 0}).Name)
	_, err := cv.FieldByIndexErr([]int{1, 0})
	fmt.Println(err)
	for _, f := range []func(){
		func() { cv.FieldByIndex([]int{1, 0}) },
		func() { cv.FieldByName("B").Elem().Field(0) },
		func() { reflect.ValueOf(1).FieldByName("x") },
		func() { reflect.VisibleFields(reflect.TypeFor[int]()) },
		func() { reflect.VisibleFields(nil) },
		func() { t.Elem() },
	} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
}
