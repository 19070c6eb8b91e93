// Functions that are copied into their callers: what they allocate, the closures they make and call.
package main

import (
	"errors"
	"fmt"
	"runtime"
	"sort"
	"strings"
)

type node struct {
	next *node
	v    int
	buf  [4]int
}

func newNode(v int, next *node) *node { return &node{next: next, v: v} }
func address(x int) *int              { return &x }
func both(a, b int) (p, q *int)       { p = &a; q = &b; return }
func list(n ...int) []int             { return n }

type stack struct{ top *node }

func (s *stack) push(v int) { s.top = newNode(v, s.top) }
func (s *stack) each(f func(int)) {
	for n := s.top; n != nil; n = n.next {
		f(n.v)
	}
}

// Each call has variables of its own.
func counter() func() int {
	n := 0
	return func() int { n++; return n }
}

func pair() (func(int), func() int) {
	x := 10
	return func(d int) { x += d }, func() int { return x }
}

func maker() func() func() int { return func() func() int { n := 0; return func() int { n += 2; return n } } }

// A function that is known is passed on.
func apply(x int, f func(int) int) int        { return f(x) }
func twice(x int, f func(int) int) int        { return apply(apply(x, f), f) }
func double(x int) int                        { return 2 * x }
func orElse(f, g func(int) int) func(int) int { return func(x int) int { return f(x) + g(x) } }
func mapped[T, U any](a []T, f func(T) U) []U {
	r := make([]U, 0, len(a))
	for _, x := range a {
		r = append(r, f(x))
	}
	return r
}

// What the parameter points to goes where the copy's result goes.
type holder struct{ p *int }

func hold(p *int) *holder { return &holder{p} }

var sink *holder

func keep(i int) {
	x := i
	h := hold(&x)
	x++
	if i == 3 {
		sink = h
	}
}

func deep(n int, f func(int) int) int {
	if n == 0 {
		return f(n)
	}
	var pad [100]int
	pad[n%100] = n
	return deep(n-1, f) + pad[n%100]
}

type named func(int) int

func (f named) call(x int) int { return f(x) }

func result() (f func() string) {
	s := "a"
	f = func() string { s += "b"; return s }
	return f
}

func later(fs []func()) {
	for _, f := range fs {
		f()
	}
}

func recovered(f func()) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("recovered: %v", r)
		}
	}()
	f()
	return nil
}

func line() int {
	at := func() int { _, _, n, _ := runtime.Caller(1); return n }
	return at() - func() int { _, _, n, _ := runtime.Caller(0); return n }()
}

func branches(n int) string {
	kind := func(k int) string {
		switch {
		case k < 0:
			return "negative"
		case k == 0:
			return "zero"
		}
		for i := 1; ; i *= 2 {
			if i == k {
				return "power"
			}
			if i > k {
				break
			}
			if i == 64 {
				continue
			}
		}
		return "other"
	}
	return kind(n) + kind(-n)
}

func main() {
	var s stack
	sum := 0
	for i := range 5 {
		s.push(i)
		local := newNode(i, newNode(-i, nil))
		sum += local.v - local.next.v
	}
	s.each(func(v int) { sum = sum*3 + v })
	p, q := both(1, 2)
	r := address(7)
	*p, *r = *q+*r, *p
	fmt.Println(sum, *p, *q, *r, len(list()), list(1, 2, 3)[2])

	a, b := counter(), counter()
	fmt.Println(a(), a(), b(), a(), b())
	add, get := pair()
	add(5)
	add2, get2 := pair()
	add2(100)
	add(1)
	fmt.Println(get(), get2())
	mk := maker()
	m1, m2 := mk(), mk()
	fmt.Println(m1(), m1(), m2(), counter()()+counter()())

	k := 3
	fmt.Println(twice(5, func(x int) int { return x * k }), twice(5, double), apply(4, named(double).call))
	k = 4
	both := orElse(double, func(x int) int { return x * k })
	k = 5
	fmt.Println(both(10), orElse(both, both)(1), deep(1000, func(x int) int { return x + k }))
	fmt.Println(mapped([]int{1, 2, 3}, func(i int) string { return strings.Repeat("x", i*k) }),
		mapped([]string{"b", "a"}, strings.ToUpper), mapped(mapped([]int{1, 2}, double), double))

	var fs []func()
	for i := 0; i < 3; i++ {
		c := counter()
		show := func() { fmt.Print(i, " ", c(), " ", k, "; ") }
		fs = append(fs, show)
		show()
	}
	k++
	later(fs)
	later(fs)
	fmt.Println()

	for i := range 5 {
		keep(i)
	}
	runtime.GC()
	fmt.Println(*sink.p, result()(), line())

	f := result()
	g := f
	h := g
	fmt.Println(f(), g(), h(), f != nil)
	fmt.Println(branches(0), branches(5), branches(64))

	fmt.Println(recovered(func() { panic(errors.New("first").Error()) }), recovered(func() {
		x := []int{1}
		i := func() int { return len(x) }
		x[i()]++
	}), recovered(func() { sum++ }), sum)

	words := strings.FieldsFunc("to be,or not", func(r rune) bool { return r == ' ' || r == ',' })
	sort.Slice(words, func(i, j int) bool { return words[i] < words[j] })
	fmt.Println(words)

	done := make(chan int)
	go func() { done <- func() int { return apply(k, double) }() }()
	fmt.Println(<-done)
	defer func() {
		last := func(s string) { fmt.Println(s, k) }
		last("end")
	}()
	k = func(n int) int { n, m := n+1, n; return n * m }(k)
	total := 0
	for i := range 10 {
		func() {
			if i%2 == 0 {
				return
			}
			total += i
		}()
		skip := func(n int) bool { return n%3 == 0 }
		if skip(i) {
			continue
		}
		total += 100
	}
	fmt.Println(total)
}
