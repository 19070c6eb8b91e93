package main

import (
	"fmt"
	"iter"
	"maps"
	"slices"
)

func count(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		defer fmt.Print("(cleanup)")
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func zip[A, B any](a iter.Seq[A], b iter.Seq[B]) iter.Seq2[A, B] {
	return func(yield func(A, B) bool) {
		nextA, stopA := iter.Pull(a)
		defer stopA()
		nextB, stopB := iter.Pull(b)
		defer stopB()
		for {
			x, ok1 := nextA()
			y, ok2 := nextB()
			if !ok1 || !ok2 || !yield(x, y) {
				return
			}
		}
	}
}

func merge(a, b iter.Seq[int]) iter.Seq[int] {
	return func(yield func(int) bool) {
		next, stop := iter.Pull(b)
		defer stop()
		y, ok := next()
		for x := range a {
			for ok && y < x {
				if !yield(y) {
					return
				}
				y, ok = next()
			}
			if !yield(x) {
				return
			}
		}
		for ok && yield(y) {
			y, ok = next()
		}
	}
}

func main() {
	next, stop := iter.Pull(count(3))
	fmt.Println(next())
	fmt.Println(next())
	stop()
	fmt.Println()
	fmt.Println(next())
	stop()
	for a, b := range zip(count(3), slices.Values([]string{"x", "y", "z", "w"})) {
		fmt.Print(a, b, " ")
	}
	fmt.Println()
	fmt.Println(slices.Collect(merge(slices.Values([]int{1, 4, 6}), slices.Values([]int{2, 3, 7, 9}))))
	next2, stop2 := iter.Pull2(maps.All(map[string]int{"only": 1}))
	fmt.Println(next2())
	fmt.Println(next2())
	stop2()
	next, stop = iter.Pull(func(yield func(int) bool) { yield(1); panic("in the sequence") })
	fmt.Println(next())
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		next()
	}()
	fmt.Println(next())
	stop()
}
