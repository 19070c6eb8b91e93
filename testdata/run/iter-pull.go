package main

import (
	"fmt"
	"iter"
	"maps"
	"runtime"
	"slices"
)

func count(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		defer fmt.Println("count is left")
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

type tree struct {
	left, right *tree
	v           int
}

func (t *tree) all(yield func(int) bool) bool {
	return t == nil || t.left.all(yield) && yield(t.v) && t.right.all(yield)
}

func (t *tree) All() iter.Seq[int] { return func(yield func(int) bool) { t.all(yield) } }

// zip pulls from both.
func zip[A, B any](a iter.Seq[A], b iter.Seq[B]) iter.Seq2[A, B] {
	return func(yield func(A, B) bool) {
		nextA, stopA := iter.Pull(a)
		defer stopA()
		nextB, stopB := iter.Pull(b)
		defer stopB()
		for {
			x, ok := nextA()
			y, ok2 := nextB()
			if !ok || !ok2 || !yield(x, y) {
				return
			}
		}
	}
}

func main() {
	next, stop := iter.Pull(count(3))
	for v, ok := next(); ok; v, ok = next() {
		fmt.Println(v)
	}
	fmt.Println(next())
	stop()
	next, stop = iter.Pull(count(100))
	fmt.Println(next())
	fmt.Println(next())
	stop()
	fmt.Println(next())
	_, stop = iter.Pull(count(5)) // it never begins
	stop()

	t := &tree{&tree{nil, nil, 1}, &tree{&tree{nil, nil, 3}, nil, 4}, 2}
	for a, b := range zip(t.All(), slices.Values([]string{"a", "b", "c", "d", "e"})) {
		fmt.Print(a, b, " ")
	}
	fmt.Println()
	next2, stop2 := iter.Pull2(maps.All(map[string]int{"k": 1}))
	fmt.Println(next2())
	fmt.Println(next2())
	stop2()

	// The coroutine's stack grows and moves; another goroutine may go on with it.
	var deep func(n int, yield func(int) bool) bool
	deep = func(n int, yield func(int) bool) bool {
		var pad [64]int
		return n == 0 || yield(n+pad[n%64]) && deep(n-1, yield)
	}
	next, stop = iter.Pull(func(yield func(int) bool) { deep(300, yield) })
	sum := 0
	done := make(chan bool)
	for range 3 {
		go func() {
			for range 100 {
				v, _ := next()
				sum += v
			}
			done <- true
		}()
		<-done
		runtime.GC()
	}
	fmt.Println(sum)
	stop()
}
