package main

import (
	"fmt"
	"reflect"
)

// Only reflection ever makes a *Field or a *struct{ Embedded }, and asks for their methods.

type Field struct{ text string }

func (f *Field) UnmarshalText(b []byte) error { f.text = "<" + string(b) + ">"; return nil }

type Record struct {
	Name Field
	List []Field
	M    map[string]Field
}

type textUnmarshaler interface{ UnmarshalText([]byte) error }

type Embedded struct{ n int }

func (e *Embedded) Inc() int { e.n++; return e.n }

func fill(v reflect.Value, s string) {
	if u, ok := v.Addr().Interface().(textUnmarshaler); ok {
		u.UnmarshalText([]byte(s))
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), s)
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range v.Len() {
			fill(v.Index(i), fmt.Sprint(s, i))
		}
	case reflect.Map:
		e := reflect.New(v.Type().Elem())
		fill(e.Elem(), s)
		v.Set(reflect.MakeMap(v.Type()))
		v.SetMapIndex(reflect.ValueOf("k"), e.Elem())
	}
}

func main() {
	var r Record
	fill(reflect.ValueOf(&r).Elem(), "x")
	fmt.Println(r)
	var x struct{ Embedded }
	p := reflect.New(reflect.TypeOf(x))
	i, ok := p.Interface().(interface{ Inc() int })
	fmt.Println(ok, i.Inc(), i.Inc(), p.Type().NumMethod())
}
