package main

import (
	"errors"
	"sort"
)

type E struct{ n int }

func (e *E) Error() string { return "E" }

type T interface{ Timeout() bool }
type F struct{}

func (F) Error() string { return "F" }
func (F) Timeout() bool { return true }

type W struct{ e error }

func (w W) Error() string { return "w:" + w.e.Error() }
func (w W) Unwrap() error { return w.e }

type P struct {
	n string
	a int
}

func main() {
	var e *E
	println(errors.As(W{W{&E{7}}}, &e), e.n)
	var t T
	println(errors.As(errors.Join(&E{1}, W{F{}}), &t), t.Timeout())
	var f F
	println(errors.As(&E{1}, &f))
	println(errors.Is(W{F{}}, F{}))
	defer func() {
		println(recover().(string))
		ps := []P{{"a", 3}, {"b", 1}, {"c", 2}, {"d", 1}}
		sort.Slice(ps, func(i, j int) bool { return ps[i].a < ps[j].a })
		for _, p := range ps {
			print(p.n)
		}
		println()
		sort.SliceStable(ps, func(i, j int) bool { return ps[i].n > ps[j].n })
		for _, p := range ps {
			print(p.n)
		}
		println()
	}()
	var n int
	errors.As(f, &n)
}
