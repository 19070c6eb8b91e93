package pdq

// Stable sorts the n elements of d and keeps equal ones in their order. Blocks sorted by insertion are merged in place
// by rotations (Kim and Kutzner, "Stable Minimum Storage Merging by Symmetric Comparisons", 2004).
func Stable[D Data](d D, n int) {
	const block = 20
	for a := 0; a < n; a += block {
		Insertion(d, a, min(a+block, n))
	}
	for size := block; size < n; size *= 2 {
		for a := 0; a+size < n; a += 2 * size {
			merge(d, a, a+size, min(a+2*size, n))
		}
	}
}

// merge merges d[a:m] and d[m:b], both sorted and not empty.
func merge[D Data](d D, a, m, b int) {
	if m-a == 1 { // insert the only element of the left part before the first that is not less
		to := search(m, b, func(i int) bool { return !d.Less(i, a) })
		for i := a; i < to-1; i++ {
			d.Swap(i, i+1)
		}
		return
	}
	if b-m == 1 { // insert the only element of the right part before the first that is greater
		to := search(a, m, func(i int) bool { return d.Less(m, i) })
		for i := m; i > to; i-- {
			d.Swap(i, i-1)
		}
		return
	}
	// Cut so that as many elements of the left part go beyond the middle as elements of the right part come before it: pairs
	// at the same distance from the middle are compared.
	middle := (a + b) / 2
	low, high := a, m
	if m > middle {
		low, high = middle+m-b, middle
	}
	cut := search(low, high, func(i int) bool { return d.Less(middle+m-1-i, i) })
	end := middle + m - cut
	if cut < m && m < end {
		rotate(d, cut, m, end)
	}
	if a < cut && cut < middle {
		merge(d, a, cut, middle)
	}
	if middle < end && end < b {
		merge(d, middle, end, b)
	}
}

// search returns the least i from low on for which f is true, or high. Once true, f stays so.
func search(low, high int, f func(int) bool) int {
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

// rotate makes d[a:m], d[m:b] into d[m:b], d[a:m] by swapping blocks of equal length.
func rotate[D Data](d D, a, m, b int) {
	left, right := m-a, b-m
	for left != right {
		if left > right {
			swapBlocks(d, m-left, m, right)
			left -= right
		} else {
			swapBlocks(d, m-left, m+right-left, left)
			right -= left
		}
	}
	swapBlocks(d, m-left, m, left)
}

func swapBlocks[D Data](d D, i, j, n int) {
	for k := range n {
		d.Swap(i+k, j+k)
	}
}
