package main

import (
	"fmt"
	"runtime"
	"strings"
	"unique"
)

type point struct {
	x, y int
	name string
}

func main() {
	a, b := unique.Make("text"), unique.Make(strings.Repeat("te", 1)+"xt")
	fmt.Println(a == b, a.Value(), a == unique.Make("other"))
	p, q := unique.Make(point{1, 2, "p"}), unique.Make(point{1, 2, "p"})
	fmt.Println(p == q, p.Value(), p == unique.Make(point{1, 3, "p"}))
	fmt.Println(unique.Make(struct{}{}) == unique.Make(struct{}{}), unique.Make[any](1) == unique.Make[any](1), unique.Make[any](1) == unique.Make[any]("1"))
	for i := range 100 {
		unique.Make(fmt.Sprint("temporary ", i))
	}
	runtime.GC()
	runtime.GC()
	fmt.Println(unique.Make("temporary 7").Value(), a == unique.Make("text"), unique.Make([2]string{"a", "b"}).Value())
}
