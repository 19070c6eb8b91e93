package main

import (
	"fmt"
	"iter"
	"reflect"
)

type small uint8

func try(f func()) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Println("panic:", e)
		}
	}()
	f()
}

func one(x any) {
	v := reflect.ValueOf(x)
	fmt.Print(v.Type(), " ", v.Type().CanSeq(), v.Type().CanSeq2(), ":")
	for e := range v.Seq() {
		fmt.Print(" ", e.Type(), " ", e)
	}
	fmt.Println()
}

func two(x any) {
	v := reflect.ValueOf(x)
	fmt.Print(v.Type(), ":")
	for a, b := range v.Seq2() {
		fmt.Print(" ", a, "=", b)
	}
	fmt.Println()
}

func main() {
	c := make(chan string, 2)
	c <- "x"
	c <- "y"
	close(c)
	var ones iter.Seq[string] = func(yield func(string) bool) { _ = yield("a") && yield("b") }
	var pairs iter.Seq2[int, bool] = func(yield func(int, bool) bool) { _ = yield(1, true) && yield(2, false) }
	for _, x := range []any{3, int8(2), small(3), uintptr(1), [2]string{"a", "b"}, &[2]int{5, 6}, []int{7, 8}, "aé", map[string]int{"k": 1}, c, ones} {
		one(x)
	}
	for _, x := range []any{[2]string{"a", "b"}, &[2]int{5, 6}, []int{7, 8}, "aé", map[string]int{"k": 1}, pairs} {
		two(x)
	}
	for i := range reflect.ValueOf(1000).Seq() {
		if i.Int() == 3 {
			break
		}
		fmt.Print(i, " ")
	}
	for i, v := range reflect.ValueOf(struct {
		A int
		B string
	}{1, "b"}).Fields() {
		fmt.Print(i.Name, "=", v, " ")
	}
	fmt.Println()
	try(func() { reflect.ValueOf(1.5).Seq() })
	try(func() { reflect.ValueOf(5).Seq2() })
	try(func() { reflect.ValueOf(pairs).Seq() })
	try(func() { reflect.ValueOf(5).Fields() })
}
