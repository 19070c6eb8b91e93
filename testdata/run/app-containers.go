// Containers with type parameters: stack, queue, set, ordered map, priority queue, option and result.
package main

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"
)

type Stack[T any] []T

func (s *Stack[T]) Push(v ...T) { *s = append(*s, v...) }
func (s *Stack[T]) Pop() (v T, ok bool) {
	if len(*s) == 0 {
		return v, false
	}
	v = (*s)[len(*s)-1]
	*s = (*s)[:len(*s)-1]
	return v, true
}

type Queue[T any] struct{ in, out Stack[T] }

func (q *Queue[T]) Put(v T) { q.in.Push(v) }
func (q *Queue[T]) Take() (T, bool) {
	if len(q.out) == 0 {
		for v, ok := q.in.Pop(); ok; v, ok = q.in.Pop() {
			q.out.Push(v)
		}
	}
	return q.out.Pop()
}

type Set[T comparable] map[T]struct{}

func SetOf[T comparable](vs ...T) Set[T] {
	s := Set[T]{}
	for _, v := range vs {
		s[v] = struct{}{}
	}
	return s
}
func (s Set[T]) Has(v T) bool { _, ok := s[v]; return ok }
func (s Set[T]) Union(t Set[T]) Set[T] {
	u := maps.Clone(s)
	maps.Copy(u, t)
	return u
}
func (s Set[T]) Intersect(t Set[T]) Set[T] {
	u := Set[T]{}
	for v := range s {
		if t.Has(v) {
			u[v] = struct{}{}
		}
	}
	return u
}
func Sorted[T cmp.Ordered](s Set[T]) []T { return slices.Sorted(maps.Keys(s)) }

type OrderedMap[K comparable, V any] struct {
	keys []K
	m    map[K]V
}

func (o *OrderedMap[K, V]) Set(k K, v V) {
	if o.m == nil {
		o.m = make(map[K]V)
	}
	if _, ok := o.m[k]; !ok {
		o.keys = append(o.keys, k)
	}
	o.m[k] = v
}
func (o *OrderedMap[K, V]) All() iter.Seq2[K, V] {
	return func(yield func(K, V) bool) {
		for _, k := range o.keys {
			if !yield(k, o.m[k]) {
				return
			}
		}
	}
}

type PQ[T any] struct {
	less func(a, b T) bool
	a    []T
}

func (q *PQ[T]) Push(v T) {
	q.a = append(q.a, v)
	for i := len(q.a) - 1; i > 0; {
		p := (i - 1) / 2
		if !q.less(q.a[i], q.a[p]) {
			break
		}
		q.a[i], q.a[p] = q.a[p], q.a[i]
		i = p
	}
}
func (q *PQ[T]) Pop() T {
	top := q.a[0]
	n := len(q.a) - 1
	q.a[0] = q.a[n]
	q.a = q.a[:n]
	for i := 0; ; {
		c := 2*i + 1
		if c >= n {
			return top
		}
		if c+1 < n && q.less(q.a[c+1], q.a[c]) {
			c++
		}
		if !q.less(q.a[c], q.a[i]) {
			return top
		}
		q.a[i], q.a[c] = q.a[c], q.a[i]
		i = c
	}
}

type Option[T any] struct{ v *T }

func Some[T any](v T) Option[T] { return Option[T]{&v} }
func None[T any]() Option[T]    { return Option[T]{} }
func (o Option[T]) OrElse(v T) T {
	if o.v == nil {
		return v
	}
	return *o.v
}
func Map[T, U any](o Option[T], f func(T) U) Option[U] {
	if o.v == nil {
		return None[U]()
	}
	return Some(f(*o.v))
}

type Result[T any] struct {
	Value T
	Err   error
}

func Try[T any](f func() T) (r Result[T]) {
	defer func() {
		if e := recover(); e != nil {
			r.Err = errors.Join(errors.New("caught"), fmt.Errorf("%v", e))
		}
	}()
	r.Value = f()
	return
}

func main() {
	var s Stack[string]
	s.Push("a", "b", "c")
	v, _ := s.Pop()
	fmt.Println(v, s)
	var q Queue[int]
	for i := range 5 {
		q.Put(i)
		if i%2 == 1 {
			v, _ := q.Take()
			fmt.Print(v, " ")
		}
	}
	for v, ok := q.Take(); ok; v, ok = q.Take() {
		fmt.Print(v, " ")
	}
	fmt.Println()
	a, b := SetOf(3, 1, 2), SetOf(2, 3, 4)
	fmt.Println(Sorted(a.Union(b)), Sorted(a.Intersect(b)), a.Has(9), len(SetOf("x", "x")))
	var om OrderedMap[rune, float64]
	for i, r := range "hello" {
		om.Set(r, float64(i)/2)
	}
	for k, v := range om.All() {
		fmt.Printf("%c=%v ", k, v)
	}
	fmt.Println()
	pq := PQ[[2]int]{less: func(a, b [2]int) bool { return a[1] < b[1] }}
	for i, p := range []int{5, 3, 9, 1, 7} {
		pq.Push([2]int{i, p})
	}
	for len(pq.a) > 0 {
		fmt.Print(pq.Pop(), " ")
	}
	fmt.Println()
	fmt.Println(Map(Some(21), func(n int) string { return fmt.Sprint(n * 2) }).OrElse("none"), Map(None[int](), func(n int) string { return "?" }).OrElse("none"))
	fmt.Println(Try(func() int { return 7 }))
	r := Try(func() []int { var m map[string]int; m["x"] = 1; return nil })
	fmt.Printf("%q %v\n", r.Err.Error(), r.Value == nil)
	fmt.Printf("%T %T %T\n", om, pq, Some(Some(1)))
}
