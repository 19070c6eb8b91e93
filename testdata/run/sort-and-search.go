package main

type byLen []string

func (b byLen) Len() int { return len(b) }
func (b byLen) Less(i, j int) bool {
	return len(b[i]) < len(b[j]) || len(b[i]) == len(b[j]) && b[i] < b[j]
}
func (b byLen) Swap(i, j int) { b[i], b[j] = b[j], b[i] }

type sortable interface {
	Len() int
	Less(i, j int) bool
	Swap(i, j int)
}

func heapsort(s sortable) {
	n := s.Len()
	for i := n/2 - 1; i >= 0; i-- {
		sift(s, i, n)
	}
	for n--; n > 0; n-- {
		s.Swap(0, n)
		sift(s, 0, n)
	}
}

func sift(s sortable, i, n int) {
	for {
		child := 2*i + 1
		if child >= n {
			return
		}
		if child+1 < n && s.Less(child, child+1) {
			child++
		}
		if !s.Less(i, child) {
			return
		}
		s.Swap(i, child)
		i = child
	}
}

func quicksort(a []int, less func(x, y int) bool) {
	if len(a) < 2 {
		return
	}
	p, i := a[len(a)/2], 0
	for j, k := 0, len(a)-1; j <= k; {
		switch {
		case less(a[j], p):
			a[i], a[j] = a[j], a[i]
			i++
			j++
		case less(p, a[j]):
			a[j], a[k] = a[k], a[j]
			k--
		default:
			j++
		}
	}
	quicksort(a[:i], less)
	for i < len(a) && a[i] == p {
		i++
	}
	quicksort(a[i:], less)
}

func search(a []int, x int) int {
	lo, hi := 0, len(a)
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		if a[mid] < x {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

func main() {
	words := byLen{"pear", "fig", "banana", "kiwi", "apple", "date"}
	heapsort(words)
	for _, w := range words {
		print(w, " ")
	}
	println()
	seed, a := uint32(1), make([]int, 500)
	for i := range a {
		seed = seed*1664525 + 1013904223
		a[i] = int(seed >> 20)
	}
	quicksort(a, func(x, y int) bool { return x < y })
	for i := 1; i < len(a); i++ {
		if a[i-1] > a[i] {
			println("not sorted at", i)
		}
	}
	println(a[0], a[250], a[499], search(a, a[250]), search(a, 1<<20))
	quicksort(a, func(x, y int) bool { return x > y })
	println(a[0], a[499])
}
