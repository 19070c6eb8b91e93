package main

import (
	"fmt"
	"reflect"
	"unsafe"
)

func try(f func()) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Println("panic:", e)
		}
	}()
	f()
}

func main() {
	s := []string{"a", "b", "c"}
	v := reflect.ValueOf(&s).Elem()
	v.Set(reflect.Append(v, reflect.ValueOf("d"), reflect.ValueOf("e")))
	v.Set(reflect.AppendSlice(v, reflect.ValueOf([]string{"f"})))
	fmt.Println(s, v.Len(), v.Slice(1, 3), v.Slice3(1, 2, 4).Cap())
	fmt.Println(reflect.Copy(v, reflect.ValueOf([]string{"A", "B"})), s)
	b := make([]byte, 3)
	fmt.Println(reflect.Copy(reflect.ValueOf(b), reflect.ValueOf("string")), string(b))
	v.SetLen(2)
	fmt.Println(s, v.Cap() >= 6)
	v.SetCap(4)
	fmt.Println(len(s), cap(s))
	v.Grow(100)
	fmt.Println(len(s), cap(s) >= 102)
	v.Clear()
	fmt.Printf("%q\n", s)
	reflect.Swapper([]int{1})(0, 0)
	x := []int{1, 2, 3}
	reflect.Swapper(x)(0, 2)
	fmt.Println(x, reflect.MakeSlice(v.Type(), 2, 5).Cap())
	arr := [4]int{1, 2, 3, 4}
	a := reflect.ValueOf(&arr).Elem()
	a.Slice(1, 3).Index(0).SetInt(20)
	fmt.Println(arr, a.Slice3(0, 1, 2).Cap(), reflect.ValueOf("text").Slice(1, 3), reflect.ValueOf("text").Index(2))
	at := reflect.SliceAt(reflect.TypeFor[int](), unsafe.Pointer(&arr), 2)
	fmt.Println(at, at.Type(), at.Cap())
	bytes := [3]byte{1, 2, 3}
	fmt.Println(reflect.ValueOf(&bytes).Elem().Bytes(), reflect.ValueOf([]byte("ab")).Bytes())

	try(func() { v.SetLen(1 << 20) })
	try(func() { v.SetCap(1 << 20) })
	try(func() { v.Grow(-1) })
	try(func() { reflect.ValueOf(s).SetLen(1) })
	try(func() { v.Index(1 << 20) })
	try(func() { a.Index(4) })
	try(func() { reflect.ValueOf("x").Index(1) })
	try(func() { v.Slice(2, 1) })
	try(func() { v.Slice3(2, 1, 1) })
	try(func() { reflect.ValueOf(arr).Slice(0, 1) })
	try(func() { reflect.ValueOf("x").Slice(0, 2) })
	try(func() { reflect.MakeSlice(v.Type(), 2, 1) })
	try(func() { reflect.MakeSlice(v.Type(), -1, 1) })
	try(func() { reflect.MakeSlice(a.Type(), 1, 1) })
	try(func() { reflect.Append(reflect.ValueOf(1)) })
	try(func() { reflect.Append(v, reflect.ValueOf(1)) })
	try(func() { reflect.AppendSlice(v, reflect.ValueOf(x)) })
	try(func() { reflect.Copy(reflect.ValueOf(x), v) })
	try(func() { reflect.Copy(reflect.ValueOf(1), v) })
	try(func() { reflect.Copy(reflect.ValueOf(arr), reflect.ValueOf(x)) })
	try(func() { reflect.ValueOf(1).Clear() })
	try(func() { reflect.ValueOf(1).Len() })
	try(func() { reflect.ValueOf(new(int)).Len() })
	try(func() { reflect.ValueOf(s).Bytes() })
	try(func() { reflect.ValueOf(bytes).Bytes() })
	try(func() { reflect.Swapper(arr) })
	try(func() { reflect.Swapper(x)(0, 3) })
}
