// Package sort: stability, reversal, searches, and comparisons on adversarial inputs.
package main

import (
	"fmt"
	"math/rand"
	"sort"
)

type pair struct{ key, order int }

type byKey []pair

func (p byKey) Len() int           { return len(p) }
func (p byKey) Less(i, j int) bool { return p[i].key < p[j].key }
func (p byKey) Swap(i, j int)      { p[i], p[j] = p[j], p[i] }

func main() {
	r := rand.New(rand.NewSource(2))
	patterns := []func(i, n int) int{
		func(i, n int) int { return r.Intn(n + 1) },
		func(i, n int) int { return i },
		func(i, n int) int { return n - i },
		func(i, n int) int { return i % 7 },
		func(i, n int) int { return min(i, n-i) },
		func(i, n int) int { return 0 },
		func(i, n int) int { return (i*7919 + 13) % (n + 1) },
	}
	for _, n := range []int{0, 1, 2, 11, 12, 13, 50, 999} {
		for k, f := range patterns {
			a := make([]int, n)
			p := make(byKey, n)
			for i := range a {
				a[i] = f(i, n)
				p[i] = pair{a[i], i}
			}
			q := append(byKey(nil), p...)
			sort.Ints(a)
			sort.Stable(p)
			sort.Sort(sort.Reverse(q))
			stable := sort.SliceIsSorted(p, func(i, j int) bool {
				return p[i].key < p[j].key || p[i].key == p[j].key && p[i].order < p[j].order
			})
			if !sort.IntsAreSorted(a) || !stable || !sort.IsSorted(sort.Reverse(q)) {
				fmt.Println("wrong", n, k)
			}
		}
	}
	a := []int{1, 3, 3, 5}
	for x := range 7 {
		fmt.Print(sort.SearchInts(a, x), sort.Search(len(a), func(i int) bool { return a[i] > x }), " ")
		i, found := sort.Find(len(a), func(i int) int { return x - a[i] })
		fmt.Print(i, found, "; ")
	}
	fmt.Println()
	s := []string{"b", "a", "c"}
	sort.Strings(s)
	f := []float64{2.5, -1, 0}
	sort.Sort(sort.Reverse(sort.Float64Slice(f)))
	fmt.Println(s, f, sort.SearchStrings(s, "bb"), sort.SearchFloat64s([]float64{1, 2}, 1.5), sort.StringsAreSorted(s), sort.Float64sAreSorted(f))
	sort.SliceStable(a, func(i, j int) bool { return a[i] > a[j] })
	fmt.Println(a, sort.IntSlice(a).Search(9))
	defer func() { fmt.Println(recover()) }()
	sort.Slice(5, nil)
}
