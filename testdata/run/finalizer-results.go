// The results of a finalizer take room on the stack of its caller.
package main

import "runtime"

type T struct{ p *int }

var done = make(chan int, 3)

func many(t *T) (big [100]int) {
	for i := range big {
		big[i] = -1
	}
	done <- *t.p
	return
}

func two(x any) (string, error) {
	done <- *x.(*T).p
	return "x", nil
}

func (t *T) String() string { return "T" }

func stringer(x interface{ String() string }) [3]any {
	done <- *x.(*T).p
	return [3]any{x, x, x}
}

//go:noinline
func make3() {
	a, b, c := 1, 2, 4
	runtime.SetFinalizer(&T{&a}, many)
	runtime.SetFinalizer(&T{&b}, two)
	runtime.SetFinalizer(&T{&c}, stringer)
}

func main() {
	make3()
	sum := 0
	for i := 0; i < 3; i++ {
		for len(done) == 0 {
			runtime.GC()
			runtime.Gosched()
		}
		sum += <-done
	}
	println(sum)
}
