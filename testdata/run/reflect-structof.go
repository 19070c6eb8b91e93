package main

import (
	"fmt"
	"reflect"
	"runtime"
)

type Embedded struct{ X, Y int }

func (e Embedded) Sum() int { return e.X + e.Y }

func try(fields ...reflect.StructField) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Println("panic:", e)
		}
	}()
	fmt.Println(reflect.StructOf(fields))
}

func main() {
	field := func(name string, x any, tag string) reflect.StructField {
		return reflect.StructField{Name: name, Type: reflect.TypeOf(x), Tag: reflect.StructTag(tag)}
	}
	t := reflect.StructOf([]reflect.StructField{field("A", byte(0), ""), field("B", "", `json:"b,omitempty"`), field("C", []int{}, ""), field("D", struct{}{}, "")})
	fmt.Println(t, t.Size(), t.Align(), t.NumField(), t.Comparable(), t.Name() == "", t.PkgPath() == "")
	for f := range t.Fields() {
		fmt.Println(f.Name, f.Type, f.Offset, f.Index, f.Tag.Get("json"))
	}
	v := reflect.New(t).Elem()
	v.Field(1).SetString("text")
	v.FieldByName("C").Set(reflect.ValueOf([]int{1, 2}))
	runtime.GC()
	fmt.Printf("%v %+v\n", v, v)
	fmt.Println(reflect.StructOf([]reflect.StructField{field("X", 0, ""), field("Y", 0, "")}) == reflect.TypeFor[struct{ X, Y int }]())
	fmt.Println(reflect.StructOf(nil) == reflect.TypeFor[struct{}]())
	a, b := reflect.StructOf([]reflect.StructField{field("N", 0, "a")}), reflect.StructOf([]reflect.StructField{field("N", 0, "b")})
	fmt.Println(a == b, a.ConvertibleTo(b), a == reflect.StructOf([]reflect.StructField{field("N", 0, "a")}))

	m := map[any]string{}
	p := reflect.New(reflect.StructOf([]reflect.StructField{field("S", "", ""), field("F", 0.0, "")})).Elem()
	p.Field(0).SetString("k")
	m[p.Interface()] = "found"
	q := reflect.New(p.Type()).Elem()
	q.Field(0).SetString("k")
	fmt.Println(m[q.Interface()], p.Interface() == q.Interface())

	e := reflect.StructField{Name: "Embedded", Type: reflect.TypeFor[Embedded](), Anonymous: true}
	et := reflect.StructOf([]reflect.StructField{e, field("Z", 0, "")})
	ev := reflect.New(et).Elem()
	ev.FieldByName("X").SetInt(3)
	ev.FieldByName("Y").SetInt(4)
	fmt.Println(et, et.NumMethod(), ev.MethodByName("Sum").Call(nil)[0], ev.Interface().(interface{ Sum() int }).Sum())

	try(field("", 0, ""))
	try(field("a b", 0, ""))
	try(field("lower", 0, ""))
	try(reflect.StructField{Name: "T"})
	try(field("A", 0, ""), field("A", 0, ""))
	try(reflect.StructField{Name: "x", PkgPath: "p", Type: t}, reflect.StructField{Name: "y", PkgPath: "q", Type: t})
	try(reflect.StructField{Name: "p", PkgPath: "main", Type: reflect.TypeFor[int](), Anonymous: true})
	try(field("Z", 0, ""), e)
	try(reflect.StructField{Name: "P", Type: reflect.TypeFor[**int](), Anonymous: true})
	try(reflect.StructField{Name: "ok", PkgPath: "main", Type: reflect.TypeFor[int]()})
}
