// Ten sorting algorithms over one interface, judged by the library's.
package main

import (
	"cmp"
	"container/heap"
	"fmt"
	"math/rand"
	"slices"
	"sort"
)

func insertion[T cmp.Ordered](a []T) {
	for i := 1; i < len(a); i++ {
		for j := i; j > 0 && a[j] < a[j-1]; j-- {
			a[j], a[j-1] = a[j-1], a[j]
		}
	}
}

func selection[T cmp.Ordered](a []T) {
	for i := range a {
		m := i
		for j := i + 1; j < len(a); j++ {
			if a[j] < a[m] {
				m = j
			}
		}
		a[i], a[m] = a[m], a[i]
	}
}

func bubble[T cmp.Ordered](a []T) {
	for swapped, n := true, len(a); swapped; n-- {
		swapped = false
		for i := 1; i < n; i++ {
			if a[i] < a[i-1] {
				a[i], a[i-1], swapped = a[i-1], a[i], true
			}
		}
	}
}

func shell[T cmp.Ordered](a []T) {
	for gap := len(a) / 2; gap > 0; gap /= 2 {
		for i := gap; i < len(a); i++ {
			x, j := a[i], i
			for ; j >= gap && x < a[j-gap]; j -= gap {
				a[j] = a[j-gap]
			}
			a[j] = x
		}
	}
}

func merge[T cmp.Ordered](a []T) {
	if len(a) < 2 {
		return
	}
	l, r := slices.Clone(a[:len(a)/2]), slices.Clone(a[len(a)/2:])
	merge(l)
	merge(r)
	for k := range a {
		if len(r) == 0 || len(l) > 0 && l[0] <= r[0] {
			a[k], l = l[0], l[1:]
		} else {
			a[k], r = r[0], r[1:]
		}
	}
}

func quick[T cmp.Ordered](a []T) {
	for len(a) > 1 {
		p := a[len(a)/2]
		i, j := 0, len(a)-1
		for i <= j {
			for a[i] < p {
				i++
			}
			for p < a[j] {
				j--
			}
			if i <= j {
				a[i], a[j] = a[j], a[i]
				i++
				j--
			}
		}
		quick(a[:j+1])
		a = a[i:]
	}
}

func sift[T cmp.Ordered](a []T, i int) {
	for {
		c := 2*i + 1
		if c >= len(a) {
			return
		}
		if c+1 < len(a) && a[c] < a[c+1] {
			c++
		}
		if a[i] >= a[c] {
			return
		}
		a[i], a[c] = a[c], a[i]
		i = c
	}
}

func heapsort[T cmp.Ordered](a []T) {
	for i := len(a) / 2; i >= 0; i-- {
		sift(a, i)
	}
	for n := len(a) - 1; n > 0; n-- {
		a[0], a[n] = a[n], a[0]
		sift(a[:n], 0)
	}
}

func tree[T cmp.Ordered](a []T) {
	type node struct {
		v    T
		l, r *node
	}
	var root *node
	for _, v := range a {
		at := &root
		for *at != nil {
			if v < (*at).v {
				at = &(*at).l
			} else {
				at = &(*at).r
			}
		}
		*at = &node{v: v}
	}
	out := a[:0]
	var walk func(*node)
	walk = func(n *node) {
		if n != nil {
			walk(n.l)
			out = append(out, n.v)
			walk(n.r)
		}
	}
	walk(root)
}

type ordered[T cmp.Ordered] []T

func (o ordered[T]) Len() int           { return len(o) }
func (o ordered[T]) Less(i, j int) bool { return o[i] < o[j] }
func (o ordered[T]) Swap(i, j int)      { o[i], o[j] = o[j], o[i] }
func (o *ordered[T]) Push(x any)        { *o = append(*o, x.(T)) }
func (o *ordered[T]) Pop() any {
	n := len(*o) - 1
	x := (*o)[n]
	*o = (*o)[:n]
	return x
}

func library[T cmp.Ordered](a []T) { sort.Sort(ordered[T](a)) }
func stable[T cmp.Ordered](a []T)  { sort.Stable(sort.Reverse(ordered[T](a))); slices.Reverse(a) }
func queue[T cmp.Ordered](a []T) {
	h := ordered[T](slices.Clone(a))
	heap.Init(&h)
	for i := range a {
		a[i] = heap.Pop(&h).(T)
	}
}

func radix(a []int) {
	for shift := 0; shift < 16; shift += 4 {
		var bucket [16][]int
		for _, x := range a {
			bucket[x>>shift&15] = append(bucket[x>>shift&15], x)
		}
		a = slices.Concat(bucket[:]...)[:0:len(a)]
		for _, b := range bucket {
			a = append(a, b...)
		}
	}
	fmt.Println("radix", slices.IsSorted(a), len(a))
}

func try[T cmp.Ordered](name string, f func([]T), inputs [][]T) {
	for i, in := range inputs {
		got, want := slices.Clone(in), slices.Clone(in)
		f(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			fmt.Println(name, "is wrong for input", i, got)
			return
		}
	}
	fmt.Println(name, "ok")
}

func main() {
	r := rand.New(rand.NewSource(7))
	random := make([]int, 200)
	for i := range random {
		random[i] = r.Intn(1 << 16)
	}
	few := make([]int, 100)
	for i := range few {
		few[i] = r.Intn(4)
	}
	ints := [][]int{nil, {1}, {2, 1}, {1, 2, 3}, {3, 2, 1, 0}, random, few}
	for _, s := range []struct {
		name string
		f    func([]int)
	}{
		{"insertion", insertion[int]}, {"selection", selection[int]}, {"bubble", bubble[int]}, {"shell", shell[int]}, {"merge", merge[int]},
		{"quick", quick[int]}, {"heap", heapsort[int]}, {"tree", tree[int]}, {"library", library[int]}, {"stable", stable[int]}, {"queue", queue[int]},
	} {
		try(s.name, s.f, ints)
	}
	words := [][]string{{"pear", "fig", "apple", "", "fig"}, {"b", "a"}}
	try("quick strings", quick, words)
	try("tree floats", tree, [][]float64{{2.5, -1, 1e9, 0}})
	radix(random)
	people := []struct {
		name string
		age  int
	}{{"Al", 30}, {"Bo", 25}, {"Cy", 30}, {"Di", 25}}
	sort.SliceStable(people, func(i, j int) bool { return people[i].age < people[j].age })
	fmt.Println(people)
	i, found := slices.BinarySearchFunc(people, 30, func(p struct {
		name string
		age  int
	}, n int) int {
		return cmp.Compare(p.age, n)
	})
	fmt.Println(i, found, sort.Search(100, func(i int) bool { return i*i >= 50 }), sort.SearchInts([]int{1, 3, 5}, 4))
}
