// Package pdq sorts in place by comparing and swapping: not stable, in O(n log n) time. The packages sort and
// slices share it.
//
// The algorithm is pattern-defeating quicksort (Orson Peters, 2021, arXiv:2106.05123): quicksort that notices
// ascending, descending and equal elements, and turns to heapsort when pivots stay bad. Which of equal elements comes
// first can be seen by programs, so the choices of pivots, limits and shuffles are those of the reference
// implementation.
package pdq

import "math/bits"

// Data is what can be sorted, its elements known by their indices.
type Data interface {
	Less(i, j int) bool
	Swap(i, j int)
}

const (
	fewElements   = 12 // sorted by insertion
	nintherLength = 50 // from here on the pivot is a median of medians
	shiftLength   = 50 // from here on it pays to repair an almost sorted range
	repairs       = 5  // how often
	allSwapped    = 12 // swaps that the choice of a pivot makes at most: the range seems to descend
)

// Sort sorts the n elements of d.
func Sort[D Data](d D, n int) { quick(d, 0, n, bits.Len(uint(n))) }

// quick sorts d[a:b]. After bad more bad pivots it gives up on quicksort.
func quick[D Data](d D, a, b, bad int) {
	balanced, partitioned := true, true // the last partition was fair; it did not move anything
	for b-a > fewElements {
		if bad == 0 {
			heap(d, a, b)
			return
		}
		if !balanced {
			shuffle(d, a, b)
			bad--
		}
		pivot, swaps := choose(d, a, b)
		if swaps == allSwapped {
			for i, j := a, b-1; i < j; i, j = i+1, j-1 {
				d.Swap(i, j)
			}
			pivot = a + b - 1 - pivot
			swaps = 0
		}
		if swaps == 0 && balanced && partitioned && repair(d, a, b) {
			return
		}
		if a > 0 && !d.Less(a-1, pivot) {
			// What precedes is at most any element here, and not less than the pivot: the pivot is the least.
			a = splitEqual(d, a, b, pivot)
			continue
		}
		var middle int
		middle, partitioned = split(d, a, b, pivot)
		left, right := middle-a, b-middle
		balanced = min(left, right) >= (b-a)/8
		// The smaller part first: it recurs at most log n deep.
		if left < right {
			quick(d, a, middle, bad)
			a = middle + 1
		} else {
			quick(d, middle+1, b, bad)
			b = middle
		}
	}
	Insertion(d, a, b)
}

// Insertion sorts d[a:b] by inserting one element after the other; it is stable.
func Insertion[D Data](d D, a, b int) {
	for i := a + 1; i < b; i++ {
		sink(d, a, i)
	}
}

// sink moves element i down to its place in d[a:i], which is sorted.
func sink[D Data](d D, a, i int) {
	for ; i > a && d.Less(i, i-1); i-- {
		d.Swap(i, i-1)
	}
}

// split moves what is less than the pivot to the left of it, and returns where the pivot stands then, and whether all
// was in place already.
func split[D Data](d D, a, b, pivot int) (middle int, inPlace bool) {
	d.Swap(a, pivot)
	inPlace = true
	for i, j := a+1, b-1; ; i, j = i+1, j-1 {
		for i <= j && d.Less(i, a) {
			i++
		}
		for i <= j && !d.Less(j, a) {
			j--
		}
		if i > j {
			d.Swap(a, j)
			return j, inPlace
		}
		inPlace = false
		d.Swap(i, j)
	}
}

// splitEqual moves what equals the pivot, the least element, to the left and returns where the rest starts.
func splitEqual[D Data](d D, a, b, pivot int) int {
	d.Swap(a, pivot)
	for i, j := a+1, b-1; ; i, j = i+1, j-1 {
		for i <= j && !d.Less(a, i) {
			i++
		}
		for i <= j && d.Less(a, j) {
			j--
		}
		if i > j {
			return i
		}
		d.Swap(i, j)
	}
}

// repair tries to sort d[a:b], which seems sorted, by moving a few elements, and reports whether it is sorted then.
func repair[D Data](d D, a, b int) bool {
	i := a + 1
	for range repairs {
		for i < b && !d.Less(i, i-1) {
			i++
		}
		if i == b {
			return true
		}
		if b-a < shiftLength {
			return false
		}
		d.Swap(i, i-1)
		if i-a >= 2 {
			sink(d, 0, i-1)
		}
		if b-i >= 2 {
			for j := i + 1; j < b && d.Less(j, j-1); j++ {
				d.Swap(j, j-1)
			}
		}
	}
	return false
}

// shuffle swaps three elements in the middle with others, to break up patterns that make bad pivots. The others are
// drawn by a xorshift generator (Marsaglia, "Xorshift RNGs", 2003) that starts with the length.
func shuffle[D Data](d D, a, b int) {
	n := b - a
	draw := uint64(n)
	mask := uint64(1)<<uint(bits.Len(uint(n))) - 1
	at := a + n/4*2 - 1
	for i := range 3 {
		draw ^= draw << 13
		draw ^= draw >> 7
		draw ^= draw << 17
		other := int(draw & mask)
		if other >= n {
			other -= n
		}
		d.Swap(at+i, a+other)
	}
}

// choose returns a pivot for d[a:b], and how many pairs it met in descending order: 0 if all ascended, allSwapped if
// none did.
func choose[D Data](d D, a, b int) (pivot, swaps int) {
	n := b - a
	i, j, k := a+n/4, a+n/4*2, a+n/4*3
	if n >= nintherLength {
		i = median(d, i-1, i, i+1, &swaps)
		j = median(d, j-1, j, j+1, &swaps)
		k = median(d, k-1, k, k+1, &swaps)
	}
	return median(d, i, j, k, &swaps), swaps
}

// median returns which of three elements is between the others.
func median[D Data](d D, i, j, k int, swaps *int) int {
	if d.Less(j, i) {
		*swaps++
		i, j = j, i
	}
	if d.Less(k, j) {
		*swaps++
		j = k
	}
	if d.Less(j, i) {
		*swaps++
		j = i
	}
	return j
}

// heap sorts d[a:b] by heapsort.
func heap[D Data](d D, a, b int) {
	n := b - a
	for i := (n - 1) / 2; i >= 0; i-- {
		siftDown(d, a, i, n)
	}
	for i := n - 1; i >= 0; i-- {
		d.Swap(a, a+i)
		siftDown(d, a, 0, i)
	}
}

// siftDown moves element root of the heap of n elements at a down until none below it is greater.
func siftDown[D Data](d D, a, root, n int) {
	for {
		child := 2*root + 1
		if child >= n {
			return
		}
		if child+1 < n && d.Less(a+child, a+child+1) {
			child++
		}
		if !d.Less(a+root, a+child) {
			return
		}
		d.Swap(a+root, a+child)
		root = child
	}
}
