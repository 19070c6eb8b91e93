// A sort of our own: recursion over slices of slices.
package main

func quicksort(a []int) {
	for len(a) > 12 {
		pivot := a[len(a)/2]
		i, j := 0, len(a)-1
		for i <= j {
			for a[i] < pivot {
				i++
			}
			for a[j] > pivot {
				j--
			}
			if i <= j {
				a[i], a[j] = a[j], a[i]
				i++
				j--
			}
		}
		quicksort(a[:j+1])
		a = a[i:]
	}
	for i := 1; i < len(a); i++ {
		for j := i; j > 0 && a[j] < a[j-1]; j-- {
			a[j], a[j-1] = a[j-1], a[j]
		}
	}
}

func main() {
	random, sum := uint32(7), 0
	for range 5 {
		a := make([]int, 1000000)
		for i := range a {
			random = random*1664525 + 1013904223
			a[i] = int(random >> 3)
		}
		quicksort(a)
		for i := 0; i < len(a); i += 1000 {
			sum = sum*31 + a[i]
		}
	}
	println(sum)
}
