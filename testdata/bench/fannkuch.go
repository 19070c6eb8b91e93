// Permutations of small slices: indexing, swaps, bounds checks.
package main

func fannkuch(n int) (checksum, most int) {
	order, work, count := make([]int, n), make([]int, n), make([]int, n+1)
	for i := range order {
		order[i] = i
	}
	r, even := n, true
	for {
		for ; r != 1; r-- {
			count[r-1] = r
		}
		copy(work, order)
		flips := 0
		for first := work[0]; first != 0; first = work[0] {
			for i, j := 0, first; i < j; i, j = i+1, j-1 {
				work[i], work[j] = work[j], work[i]
			}
			flips++
		}
		most = max(most, flips)
		if even {
			checksum += flips
		} else {
			checksum -= flips
		}
		even = !even
		for {
			if r == n {
				return checksum, most
			}
			first := order[0]
			for i := range r {
				order[i] = order[i+1]
			}
			order[r] = first
			count[r]--
			if count[r] > 0 {
				break
			}
			r++
		}
	}
}

func main() {
	checksum, most := fannkuch(10)
	println(checksum, most)
}
