package main

// A closure in an instance of a generic function outlives it: what it captures moves to the heap.

func once[T any](f func() T) func() T {
	var v T
	done := false
	return func() T {
		if !done {
			v, done, f = f(), true, nil
		}
		return v
	}
}

type box[T any] struct{ p *T }

func (b *box[T]) keep(v T) { b.p = &v }

func clobber(n int) int {
	var a [50]int
	for i := range a {
		a[i] = n + i
	}
	if n > 0 {
		return clobber(n-1) + a[n%50]
	}
	return a[0]
}

func main() {
	f := once(func() int { return 42 })
	var b box[string]
	b.keep("kept")
	clobber(20)
	println(f(), f(), *b.p)
}
