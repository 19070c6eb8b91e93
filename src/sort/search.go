package sort

import "slices"

// Search returns the least i of [0, n) for which f is true, or n. Once true, f must stay so for greater i.
func Search(n int, f func(int) bool) int {
	low, high := 0, n
	for low < high {
		i := int(uint(low+high) / 2)
		if f(i) {
			high = i
		} else {
			low = i + 1
		}
	}
	return low
}

// Find returns the least i of [0, n) for which cmp is not positive, or n, and whether cmp is 0 there. As i grows, cmp
// must go from positive to zero to negative.
func Find(n int, cmp func(int) int) (i int, found bool) {
	i = Search(n, func(i int) bool { return cmp(i) <= 0 })
	return i, i < n && cmp(i) == 0
}

// SearchInts returns where x stands in a, which ascends, or where it would.
func SearchInts(a []int, x int) int { return Search(len(a), func(i int) bool { return a[i] >= x }) }

// SearchFloat64s returns where x stands in a, which ascends, or where it would.
func SearchFloat64s(a []float64, x float64) int {
	return Search(len(a), func(i int) bool { return a[i] >= x })
}

// SearchStrings returns where x stands in a, which ascends, or where it would.
func SearchStrings(a []string, x string) int {
	return Search(len(a), func(i int) bool { return a[i] >= x })
}

// IntSlice is a slice that sorts in ascending order.
type IntSlice []int

func (x IntSlice) Len() int           { return len(x) }
func (x IntSlice) Less(i, j int) bool { return x[i] < x[j] }
func (x IntSlice) Swap(i, j int)      { x[i], x[j] = x[j], x[i] }

// Sort sorts p.
func (p IntSlice) Sort() { Sort(p) }

// Search returns SearchInts(p, x).
func (p IntSlice) Search(x int) int { return SearchInts(p, x) }

// Float64Slice is a slice that sorts in ascending order, NaNs first.
type Float64Slice []float64

// Less reports whether x[i] comes before x[j].
func (x Float64Slice) Less(i, j int) bool {
	return x[i] < x[j] || x[i] != x[i] && x[j] == x[j]
}

func (x Float64Slice) Len() int      { return len(x) }
func (x Float64Slice) Swap(i, j int) { x[i], x[j] = x[j], x[i] }

// Search returns SearchFloat64s(p, x).
func (p Float64Slice) Search(x float64) int { return SearchFloat64s(p, x) }

// Sort sorts p.
func (p Float64Slice) Sort() { Sort(p) }

// StringSlice is a slice that sorts in ascending order.
type StringSlice []string

// Search returns SearchStrings(p, x).
func (p StringSlice) Search(x string) int { return SearchStrings(p, x) }

// Sort sorts p.
func (p StringSlice) Sort() { Sort(p) }

func (x StringSlice) Swap(i, j int)      { x[i], x[j] = x[j], x[i] }
func (x StringSlice) Less(i, j int) bool { return x[i] < x[j] }
func (x StringSlice) Len() int           { return len(x) }

// Ints sorts x in ascending order.
func Ints(x []int) { slices.Sort(x) }

// Float64s sorts x in ascending order, NaNs first.
func Float64s(x []float64) { slices.Sort(x) }

// Strings sorts x in ascending order.
func Strings(x []string) { slices.Sort(x) }

// IntsAreSorted reports whether x ascends.
func IntsAreSorted(x []int) bool { return slices.IsSorted(x) }

// Float64sAreSorted reports whether x ascends, NaNs first.
func Float64sAreSorted(x []float64) bool { return slices.IsSorted(x) }

// StringsAreSorted reports whether x ascends.
func StringsAreSorted(x []string) bool { return slices.IsSorted(x) }
