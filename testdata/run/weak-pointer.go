package main

import (
	"fmt"
	"runtime"
	"weak"
)

type blob struct {
	data [4]int
	name string
}

var global blob

//go:noinline
func make1(name string) (weak.Pointer[blob], *blob) {
	b := &blob{name: name}
	return weak.Make(b), b
}

func main() {
	w, b := make1("kept")
	gone, _ := make1("gone")
	fmt.Println(w == weak.Make(b), w == gone, w.Value() == b)
	runtime.GC()
	runtime.GC()
	fmt.Println(w.Value().name, gone.Value() == nil)
	runtime.KeepAlive(b)
	fmt.Println(weak.Make[int](nil) == weak.Pointer[int]{}, weak.Make[int](nil).Value() == nil)
	g := weak.Make(&global)
	runtime.GC()
	fmt.Println(g.Value() == &global, g == weak.Make(&global))
	field := weak.Make(&b.name) // into an object
	runtime.GC()
	fmt.Println(*field.Value())
	runtime.KeepAlive(b)
}
