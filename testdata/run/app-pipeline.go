// Stages joined by channels: generate, square in parallel, merge, sum; stopped early by closing done.
package main

import (
	"fmt"
	"slices"
	"sync"
)

func generate(done <-chan struct{}, n int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for i := range n {
			select {
			case out <- i:
			case <-done:
				return
			}
		}
	}()
	return out
}

func stage[A, B any](done <-chan struct{}, in <-chan A, f func(A) B) <-chan B {
	out := make(chan B)
	go func() {
		defer close(out)
		for a := range in {
			select {
			case out <- f(a):
			case <-done:
				return
			}
		}
	}()
	return out
}

func merge[T any](done <-chan struct{}, ins ...<-chan T) <-chan T {
	var wg sync.WaitGroup
	out := make(chan T, len(ins))
	for _, in := range ins {
		wg.Go(func() {
			for v := range in {
				select {
				case out <- v:
				case <-done:
					return
				}
			}
		})
	}
	go func() { wg.Wait(); close(out) }()
	return out
}

func take[T any](in <-chan T, n int) (got []T) {
	for range n {
		v, ok := <-in
		if !ok {
			return
		}
		got = append(got, v)
	}
	return
}

func main() {
	done := make(chan struct{})
	src := generate(done, 100)
	var workers []<-chan int
	for range 4 {
		workers = append(workers, stage(done, src, func(n int) int { return n * n }))
	}
	sum, count := 0, 0
	for v := range merge(done, workers...) {
		sum += v
		count++
	}
	fmt.Println(sum, count)
	words := stage(done, stage(done, generate(done, 1_000_000), func(n int) string { return fmt.Sprint(n * 3) }), func(s string) [2]string {
		return [2]string{s, fmt.Sprint(len(s))}
	})
	fmt.Println(take(words, 5))
	close(done)
	got := take(generate(make(chan struct{}), 3), 10)
	fmt.Println(got, slices.Max(got))
	never := make(chan struct{})
	close(never)
	fmt.Println(len(take(generate(never, 1000), 1000)) < 1000)
}
