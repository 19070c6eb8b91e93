package main

import (
	"cmp"
	"fmt"
	"sort"
	"strings"
)

type Number interface {
	~int | ~int8 | ~uint16 | ~float32 | ~float64
}

type Stringish interface {
	~string
	Len() int
}

type Name string

func (n Name) Len() int { return len(n) }

func longest[S Stringish](a, b S) S {
	if a.Len() >= b.Len() {
		return a
	}
	return b
}

// A constraint that mentions the type it constrains.
type Lesser[T any] interface{ Less(T) bool }

type Age int

func (a Age) Less(b Age) bool { return a < b }

func least[T Lesser[T]](first T, rest ...T) T {
	for _, x := range rest {
		if x.Less(first) {
			first = x
		}
	}
	return first
}

// A pointer method through a second type parameter.
type Setter[T any] interface {
	*T
	Set(string)
}

type Box struct{ s string }

func (b *Box) Set(s string) { b.s = "<" + s + ">" }

func make2[T any, P Setter[T]](ss []string) []T {
	out := make([]T, len(ss))
	for i, s := range ss {
		P(&out[i]).Set(s)
	}
	return out
}

// Core types: slices, maps, channels and functions of any name.
type IDs []int
type Index map[string]IDs

func first[S ~[]E, E any](s S) (S, E) { return s[:1], s[0] }
func keys[M ~map[K]V, K cmp.Ordered, V any](m M) []K {
	var ks []K
	for k := range m {
		ks = append(ks, k)
	}
	sort.Slice(ks, func(i, j int) bool { return ks[i] < ks[j] })
	return ks
}
func drain[C ~<-chan E | ~chan E, E any](c C) (out []E) {
	for v := range c {
		out = append(out, v)
	}
	return
}
func apply[F ~func(A) B, A, B any](f F, a A) B { return f(a) }

func bytesOf[T ~string | ~[]byte](x T) (n int) {
	for i := 0; i < len(x); i++ {
		n += int(x[i])
	}
	return n + len(x[1:])
}

func sum[T Number](xs ...T) (s T) {
	for _, x := range xs {
		s += x
	}
	return
}

type Pair[K comparable, V any] struct {
	Key K
	Val V
}
type Pairs[K comparable, V any] []Pair[K, V]

func (p Pairs[K, V]) Find(k K) (v V, ok bool) {
	for _, x := range p {
		if x.Key == k {
			return x.Val, true
		}
	}
	return
}

type Tree[T any] struct {
	left, right *Tree[T]
	val         T
}

func (t *Tree[T]) Insert(v T, less func(a, b T) bool) *Tree[T] {
	if t == nil {
		return &Tree[T]{val: v}
	}
	if less(v, t.val) {
		t.left = t.left.Insert(v, less)
	} else {
		t.right = t.right.Insert(v, less)
	}
	return t
}
func (t *Tree[T]) Walk(f func(T)) {
	if t != nil {
		t.left.Walk(f)
		f(t.val)
		t.right.Walk(f)
	}
}

type Vec[T any] = []T
type StrMap[V any] = map[string]V
type PairOf[T comparable] = Pair[T, T]

func zero[T any]() (z T) { return }

func isNil[T any](x *T) bool { return x == nil }

func Map[T, U any](xs []T, f func(T) U) []U {
	var out []U
	for _, x := range xs {
		out = append(out, f(x))
	}
	return out
}
func Reduce[T, A any](xs []T, a A, f func(A, T) A) A {
	for _, x := range xs {
		a = f(a, x)
	}
	return a
}

func main() {
	fmt.Println(longest(Name("ab"), Name("abc")), least(Age(5), 3, 9), make2[Box]([]string{"x", "y"}))
	s, e := first(IDs{7, 8})
	fmt.Printf("%T %v %v %v\n", s, s, e, keys(Index{"b": nil, "a": {1}}))
	ch := make(chan string, 2)
	ch <- "p"
	ch <- "q"
	close(ch)
	fmt.Println(drain(ch), apply(strings.ToUpper, "up"), apply(func(n int) float64 { return float64(n) / 2 }, 3))
	fmt.Println(bytesOf("abc"), bytesOf([]byte{1, 2}), bytesOf(Name("z")), sum(1, 2, 3), sum(0.5, 1), sum[int8](100, 100), sum[float32]())
	ps := Pairs[string, []int]{{"a", []int{1}}, {"b", nil}}
	fmt.Println(ps.Find("a"))
	fmt.Println(ps.Find("zz"))
	var t *Tree[string]
	for _, w := range strings.Fields("the quick brown fox jumps") {
		t = t.Insert(w, func(a, b string) bool { return len(a) < len(b) || len(a) == len(b) && a < b })
	}
	t.Walk(func(s string) { fmt.Print(s, " ") })
	fmt.Println()
	var v Vec[int] = []int{1}
	m := StrMap[Vec[bool]]{"k": {true}}
	fmt.Printf("%T %T %T %v %v\n", v, m, PairOf[int]{1, 2}, zero[*int]() == nil, zero[Pair[string, int]]())
	fmt.Println(isNil[int](nil), isNil(&e), Reduce(Map([]int{1, 2, 3}, func(i int) string { return fmt.Sprint(i * i) }), "", func(a, s string) string { return a + s }))
	f := Map[int, int]
	g := sum[uint16]
	fmt.Println(f([]int{2}, func(i int) int { return -i }), g(65535, 2))
	fmt.Printf("%T %T\n", Pairs[Name, map[Age]Box]{}, &Tree[Pair[int, any]]{})
	type local[T any] struct{ x T }
	fmt.Printf("%v %T\n", local[int]{3}, local[string]{})
}
