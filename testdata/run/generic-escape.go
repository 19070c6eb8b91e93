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

// What is passed to an instance stays on the stack if the instance lets it.

type summer[T int | float64] struct{ total T }

func (s *summer[T]) add(p *T, again int) {
	s.total += *p
	if again > 0 {
		s.add(p, again-1)
	}
}

func sum[T int | float64](p *T, s *summer[T]) *T {
	s.add(p, 2)
	return &s.total
}

func pass[T any](p T) T { return p }

//go:noinline
func leak(n int) *int { return pass(&n) }

//go:noinline
func stays(n int) int {
	var s summer[int]
	return *sum(&n, &s) + *pass(&n)
}

var global any

func store[T any](p *T) { global = p }

//go:noinline
func stored(n int) {
	store(&n)
}

func main() {
	f := once(func() int { return 42 })
	var b box[string]
	b.keep("kept")
	clobber(20)
	println(f(), f(), *b.p)
	p := leak(7)
	stored(8)
	clobber(20)
	println(*p, *global.(*int), stays(5))
}
