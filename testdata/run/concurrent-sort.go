// Merge sort and quicksort that split into goroutines down to a size, with limits on how many run.
package main

import (
	"cmp"
	"fmt"
	"slices"
	"sync"
)

func merge[T cmp.Ordered](dst, a, b []T) {
	for i := range dst {
		if len(b) == 0 || len(a) > 0 && a[0] <= b[0] {
			dst[i], a = a[0], a[1:]
		} else {
			dst[i], b = b[0], b[1:]
		}
	}
}

func mergeSort[T cmp.Ordered](a, tmp []T) {
	if len(a) < 64 {
		slices.Sort(a)
		return
	}
	h := len(a) / 2
	done := make(chan struct{})
	go func() {
		defer close(done)
		mergeSort(a[:h], tmp[:h])
	}()
	mergeSort(a[h:], tmp[h:])
	<-done
	copy(tmp, a)
	merge(a, tmp[:h], tmp[h:])
}

func quickSort[T cmp.Ordered](a []T, tokens chan struct{}, wg *sync.WaitGroup) {
	defer wg.Done()
	for len(a) > 16 {
		p, i, j := a[len(a)/2], 0, len(a)-1
		for i <= j {
			for a[i] < p {
				i++
			}
			for p < a[j] {
				j--
			}
			if i <= j {
				a[i], a[j] = a[j], a[i]
				i, j = i+1, j-1
			}
		}
		left := a[:j+1]
		a = a[i:]
		wg.Add(1)
		select {
		case tokens <- struct{}{}:
			go func() {
				quickSort(left, tokens, wg)
				<-tokens
			}()
		default:
			quickSort(left, tokens, wg)
		}
	}
	slices.Sort(a)
}

func numbers(n int) []int {
	a := make([]int, n)
	x := uint32(2463534242)
	for i := range a {
		x ^= x << 13
		x ^= x >> 17
		x ^= x << 5
		a[i] = int(x % 100000)
	}
	return a
}

func main() {
	a := numbers(20000)
	want := slices.Clone(a)
	slices.Sort(want)
	b := slices.Clone(a)
	mergeSort(b, make([]int, len(b)))
	fmt.Println(slices.Equal(b, want))
	c := slices.Clone(a)
	var wg sync.WaitGroup
	wg.Add(1)
	quickSort(c, make(chan struct{}, 6), &wg)
	wg.Wait()
	fmt.Println(slices.Equal(c, want))
	words := make([]string, 3000)
	for i := range words {
		words[i] = fmt.Sprint(a[i])
	}
	mergeSort(words, make([]string, len(words)))
	fmt.Println(slices.IsSorted(words), words[0], words[len(words)-1])
}
