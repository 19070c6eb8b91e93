package main

import (
	"cmp"
	"maps"
	"slices"
	"sort"
)

type P struct {
	n string
	a int
}

func main() {
	x := []int{5, 2, 8, 1, 9, 3}
	slices.Sort(x)
	for _, v := range x {
		print(v, " ")
	}
	println()
	i, ok := slices.BinarySearch(x, 8)
	println(i, ok)
	ps := []P{{"a", 3}, {"b", 1}, {"c", 2}}
	slices.SortFunc(ps, func(a, b P) int { return cmp.Compare(a.a, b.a) })
	println(ps[0].n, ps[1].n, ps[2].n)
	y := []int{3, 1, 2}
	sort.Sort(sort.Reverse(sort.IntSlice(y)))
	println(y[0], y[1], y[2])
	m := map[string]int{"x": 1, "y": 2}
	ks := slices.Sorted(maps.Keys(m))
	println(len(ks), ks[0], ks[1])
	println(slices.Max(x), slices.Contains(x, 4), slices.Index(x, 9), len(slices.Insert(x, 2, 7, 7)))
	s := []string{"q", "b", "z"}
	sort.Strings(s)
	println(s[0], sort.SearchStrings(s, "q"))
}
