package slices

import (
	"cmp"
	"internal/ggo/pdq"
)

// ordered is a slice to be sorted by <.
type ordered[E cmp.Ordered] []E

func (s ordered[E]) Less(i, j int) bool { return cmp.Less(s[i], s[j]) }
func (s ordered[E]) Swap(i, j int)      { s[i], s[j] = s[j], s[i] }

// compared is a slice to be sorted by a function.
type compared[E any] struct {
	s   []E
	cmp func(a, b E) int
}

func (c compared[E]) Less(i, j int) bool { return c.cmp(c.s[i], c.s[j]) < 0 }
func (c compared[E]) Swap(i, j int)      { c.s[i], c.s[j] = c.s[j], c.s[i] }

// Sort sorts x in ascending order, NaNs first.
func Sort[S ~[]E, E cmp.Ordered](x S) { pdq.Sort(ordered[E](x), len(x)) }

// SortFunc sorts x in the order of cmp, which returns a negative number, zero or a positive one. Equal elements may
// change places.
func SortFunc[S ~[]E, E any](x S, cmp func(a, b E) int) {
	pdq.Sort(compared[E]{x, cmp}, len(x))
}

// SortStableFunc is SortFunc that keeps equal elements in their order.
func SortStableFunc[S ~[]E, E any](x S, cmp func(a, b E) int) {
	pdq.Stable(compared[E]{x, cmp}, len(x))
}

// IsSorted reports whether x ascends.
func IsSorted[S ~[]E, E cmp.Ordered](x S) bool {
	for i := 1; i < len(x); i++ {
		if cmp.Less(x[i], x[i-1]) {
			return false
		}
	}
	return true
}

// IsSortedFunc reports whether x ascends in the order of cmp.
func IsSortedFunc[S ~[]E, E any](x S, cmp func(a, b E) int) bool {
	for i := 1; i < len(x); i++ {
		if cmp(x[i], x[i-1]) < 0 {
			return false
		}
	}
	return true
}

// Min returns the least element of x, a NaN if there is one. It panics when x is empty.
func Min[S ~[]E, E cmp.Ordered](x S) E {
	if len(x) == 0 {
		panic("slices.Min: empty list")
	}
	least := x[0]
	for _, v := range x[1:] {
		least = min(least, v)
	}
	return least
}

// MinFunc returns the first least element of x. It panics when x is empty.
func MinFunc[S ~[]E, E any](x S, cmp func(a, b E) int) E {
	if len(x) == 0 {
		panic("slices.MinFunc: empty list")
	}
	least := x[0]
	for _, v := range x[1:] {
		if cmp(v, least) < 0 {
			least = v
		}
	}
	return least
}

// Max returns the greatest element of x, a NaN if there is one. It panics when x is empty.
func Max[S ~[]E, E cmp.Ordered](x S) E {
	if len(x) == 0 {
		panic("slices.Max: empty list")
	}
	greatest := x[0]
	for _, v := range x[1:] {
		greatest = max(greatest, v)
	}
	return greatest
}

// MaxFunc returns the first greatest element of x. It panics when x is empty.
func MaxFunc[S ~[]E, E any](x S, cmp func(a, b E) int) E {
	if len(x) == 0 {
		panic("slices.MaxFunc: empty list")
	}
	greatest := x[0]
	for _, v := range x[1:] {
		if cmp(v, greatest) > 0 {
			greatest = v
		}
	}
	return greatest
}

// BinarySearch returns where target stands in x, which ascends, or where it would, and whether it does.
func BinarySearch[S ~[]E, E cmp.Ordered](x S, target E) (int, bool) {
	return BinarySearchFunc(x, target, cmp.Compare[E])
}

// BinarySearchFunc is BinarySearch in the order of cmp, which compares an element with the target.
func BinarySearchFunc[S ~[]E, E, T any](x S, target T, cmp func(E, T) int) (int, bool) {
	low, high := 0, len(x)
	for low < high {
		i := int(uint(low+high) / 2)
		if cmp(x[i], target) < 0 {
			low = i + 1
		} else {
			high = i
		}
	}
	return low, low < len(x) && cmp(x[low], target) == 0
}
