// How functions without a name are called: literals, bodies of loops over functions, and the
// wrappers of go and defer each have a counter.
package main

import "runtime"

func where() {
	var pcs [4]uintptr
	n := runtime.Callers(2, pcs[:])
	frames := runtime.CallersFrames(pcs[:n])
	for {
		f, more := frames.Next()
		if len(f.Function) < 5 || f.Function[:5] != "main." {
			break
		}
		print(f.Function, " ")
		if !more {
			break
		}
	}
	println()
}

//go:noinline
func show(string) { where() }

//go:noinline
func seq(yield func(int) bool) { yield(1) }

var later []func()

func f() {
	defer func() { where() }()
	defer show("wrapped")
	done := make(chan bool)
	go func(c chan bool) { where(); c <- true }(done)
	<-done
	for range seq {
		where()
		defer show("after")
		later = append(later, func() { where(); func() { where() }() })
		for range seq {
			later = append(later, func() { where() })
			where()
		}
	}
	func() {
		for range seq {
			later = append(later, func() { where() })
			where()
		}
		defer show("inner")
	}()
}

type T[X any] struct{}

func (T[X]) m() {
	for range seq {
		later = append(later, func() { where() })
		defer show("method")
	}
}

var global = func() {
	for range seq {
		later = append(later, func() { where() })
	}
}

func main() {
	f()
	T[int]{}.m()
	global()
	for _, l := range later {
		l()
	}
}
