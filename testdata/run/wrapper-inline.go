// Methods called through wrappers that took their bodies in: promoted, by value through a pointer, as values.
package main

import (
	"fmt"
	"runtime"
)

type I interface{ At(i int) int }
type A struct{ a []int }

func (a A) At(i int) int { return a.a[i] }

type B struct{ A; x int }
type P struct{ *A }
type W struct{ n int }

func (w W) At(i int) int { return where() + w.n }
func where() int { _, _, l, _ := runtime.Caller(1); return l }

func try(i I, k int) {
	defer func() { fmt.Println(recover()) }()
	fmt.Println(i.At(k))
}
func main() {
	try(&A{[]int{1}}, 0)
	try(&B{A{[]int{1, 2}}, 3}, 1)
	try(P{&A{[]int{1, 2}}}, 1)
	try(&B{}, 1)
	try(P{}, 1)
	try((*A)(nil), 1)
	try(W{1}, 0)
	f := (&B{A{[]int{7}}, 3}).At
	fmt.Println(f(0))
	var i I = &B{A{[]int{1, 2}}, 3}
	i.At(17)
}
