package sort

import (
	"internal/ggo/pdq"
	"internal/reflectlite"
)

// byFunc is a slice of any type, known by functions.
type byFunc struct {
	less func(i, j int) bool
	swap func(i, j int)
}

func (b byFunc) Less(i, j int) bool { return b.less(i, j) }
func (b byFunc) Swap(i, j int)      { b.swap(i, j) }

// Slice sorts the slice x in the order of less, which compares elements by their indices. Equal elements may change
// places. It panics when x is not a slice.
func Slice(x any, less func(i, j int) bool) {
	swap := reflectlite.Swapper(x)
	pdq.Sort(byFunc{less, swap}, reflectlite.ValueOf(x).Len())
}

// SliceStable is Slice that keeps equal elements in their order.
func SliceStable(x any, less func(i, j int) bool) {
	swap := reflectlite.Swapper(x)
	pdq.Stable(byFunc{less, swap}, reflectlite.ValueOf(x).Len())
}

// SliceIsSorted reports whether the slice x ascends in the order of less. It panics when x is not a slice.
func SliceIsSorted(x any, less func(i, j int) bool) bool {
	for i := reflectlite.ValueOf(x).Len() - 1; i > 0; i-- {
		if less(i, i-1) {
			return false
		}
	}
	return true
}
