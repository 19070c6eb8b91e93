// Package sort sorts slices and whatever else can compare and swap its elements.
package sort

import "internal/ggo/pdq"

// Interface is what can be sorted: elements known by their indices.
type Interface interface {
	// Len returns the number of elements.
	Len() int
	// Less reports whether element i must come before element j.
	Less(i, j int) bool
	// Swap swaps elements i and j.
	Swap(i, j int)
}

// Sort sorts data in ascending order. Equal elements may change places.
func Sort(data Interface) { pdq.Sort(data, data.Len()) }

// Stable sorts data in ascending order and keeps equal elements in their order.
func Stable(data Interface) { pdq.Stable(data, data.Len()) }

// IsSorted reports whether data ascends.
func IsSorted(data Interface) bool {
	for i := data.Len() - 1; i > 0; i-- {
		if data.Less(i, i-1) {
			return false
		}
	}
	return true
}

type reversed struct{ Interface }

func (r reversed) Less(i, j int) bool { return r.Interface.Less(j, i) }

// Reverse returns data in the opposite order.
func Reverse(data Interface) Interface { return &reversed{data} }
