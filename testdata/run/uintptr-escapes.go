// A //go:uintptrescapes function is called with the numbers of pointers: what
// they point to lives until the call returns.
package main

import (
	"runtime"
	"unsafe"
)

func object() unsafe.Pointer {
	p := new([4]int)
	p[0] = 7
	runtime.SetFinalizer(p, func(p *[4]int) { p[0] = -1 })
	return unsafe.Pointer(p)
}

func check(what string, numbers ...uintptr) {
	runtime.GC()
	runtime.GC()
	for _, n := range numbers {
		if v := (*[4]int)(unsafe.Pointer(n))[0]; v != 7 {
			println(what, "found", v)
		}
	}
	println(what)
}

//go:noinline
//go:uintptrescapes
func two(what string, p, q uintptr) { check(what, p, q) }

//go:noinline
//go:uintptrescapes
func many(what string, ps ...uintptr) { check(what, ps...) }

type T struct{}

//go:noinline
//go:uintptrescapes
func (T) method(what string, p uintptr) { check(what, p) }

func local() {
	var x [4]int // on the heap: the callee may keep the number
	x[0] = 7
	two("local", uintptr(unsafe.Pointer(&x)), uintptr(unsafe.Pointer(&x[0])))
}

func main() {
	two("call", uintptr(object()), uintptr(object()))
	many("variadic", uintptr(object()), uintptr(object()))
	T{}.method("method", uintptr(object()))
	local()
	func() {
		defer two("defer", uintptr(object()), uintptr(object()))
	}()
	func() {
		for i := 0; i < 2; i++ {
			defer T{}.method("defer in a loop", uintptr(object()))
		}
	}()
	done := make(chan bool)
	go func() {
		defer close(done)
		defer many("go", uintptr(object()))
	}()
	<-done
}
