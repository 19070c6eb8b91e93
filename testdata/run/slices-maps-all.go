// Packages slices, maps and cmp: every function once, with the odd cases.
package main

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
)

type person struct {
	name string
	age  int
}

func main() {
	s := []int{3, 1, 4, 1, 5, 9, 2, 6}
	t := slices.Clone(s)
	slices.Sort(t)
	fmt.Println(t, slices.IsSorted(t), slices.IsSorted(s), slices.Max(s), slices.Min(s), slices.Contains(s, 9), slices.Index(s, 1))
	fmt.Println(slices.BinarySearch(t, 5))
	fmt.Println(slices.BinarySearchFunc(t, 7, func(a, b int) int { return a - b }))
	fmt.Println(slices.Compact(slices.Clone(t)), slices.CompactFunc([]string{"a", "A", "b"}, strings.EqualFold), slices.Equal(s, t), slices.Compare(s, t))
	fmt.Println(slices.Insert([]int{1, 2}, 1, 7, 8), slices.Delete([]int{1, 2, 3, 4}, 1, 3), slices.Replace([]int{1, 2, 3}, 0, 2, 9), slices.Concat(s[:2], nil, t[:1]))
	fmt.Println(slices.DeleteFunc([]int{1, 2, 3, 4}, func(x int) bool { return x%2 == 0 }), slices.IndexFunc(s, func(x int) bool { return x > 4 }), slices.ContainsFunc(s, func(x int) bool { return x < 0 }))
	r := slices.Clone(s)
	slices.Reverse(r)
	fmt.Println(r, slices.Repeat([]int{1, 2}, 2), cap(slices.Clip(make([]int, 2, 9))), cap(slices.Grow([]int{}, 5)) >= 5)
	people := []person{{"Bo", 3}, {"Al", 3}, {"Cy", 1}}
	slices.SortStableFunc(people, func(a, b person) int { return cmp.Compare(a.age, b.age) })
	fmt.Println(people)
	slices.SortFunc(people, func(a, b person) int { return cmp.Or(-cmp.Compare(a.age, b.age), strings.Compare(a.name, b.name)) })
	fmt.Println(people, slices.MaxFunc(people, func(a, b person) int { return a.age - b.age }), slices.IsSortedFunc(people, func(a, b person) int { return b.age - a.age }))
	f := []float64{2, math.NaN(), -1, math.Inf(-1)}
	slices.Sort(f)
	fmt.Println(f, slices.Min([]float64{1, math.NaN()}), cmp.Less(math.NaN(), 1), cmp.Compare(0.0, math.Copysign(0, -1)), slices.Index(f, math.NaN()))

	for i, v := range slices.All(s[:2]) {
		fmt.Print(i, "=", v, " ")
	}
	for i, v := range slices.Backward(s[:2]) {
		fmt.Print(i, "=", v, " ")
	}
	for c := range slices.Chunk(s, 3) {
		fmt.Print(c, len(c), cap(c), " ")
	}
	fmt.Println(slices.Collect(slices.Values(s)), slices.Sorted(slices.Values(s)), slices.AppendSeq([]int{0}, slices.Values(s[:1])))
	fmt.Println(slices.SortedFunc(slices.Values(s), func(a, b int) int { return b - a }), slices.SortedStableFunc(slices.Values(s), func(a, b int) int { return a/3 - b/3 }))

	m := map[string]int{"a": 1, "b": 2, "c": 3}
	n := maps.Clone(m)
	maps.DeleteFunc(n, func(k string, v int) bool { return v == 2 })
	fmt.Println(n, maps.Equal(m, n), maps.EqualFunc(m, m, func(a, b int) bool { return a != b }))
	maps.Copy(n, map[string]int{"z": 26})
	maps.Insert(n, maps.All(map[string]int{"y": 25}))
	fmt.Println(n, slices.Sorted(maps.Keys(n)), slices.Sorted(maps.Values(n)), maps.Collect(maps.All(m)), maps.Clone(map[int]int(nil)) == nil)
	for _, f := range []func(){
		func() { slices.Max([]int{}) }, func() { slices.Insert(s, 99, 1) }, func() { slices.Delete(s, 3, 2) }, func() { slices.Grow(s, -1) },
		func() { slices.Repeat(s, -1) }, func() { slices.Chunk(s, 0) },
	} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
	fmt.Println(cmp.Or("", "x", "y"), cmp.Or(0, 0))
}
