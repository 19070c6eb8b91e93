// Permutations, combinations, subsets, products, partitions, Gray codes as sequences; Pascal, Catalan, Hanoi, spiral, Collatz.
package main

import (
	"fmt"
	"iter"
	"slices"
	"strings"
)

func permutations[T any](a []T) iter.Seq[[]T] {
	return func(yield func([]T) bool) {
		var rec func(k int) bool
		rec = func(k int) bool {
			if k == len(a) {
				return yield(a)
			}
			for i := k; i < len(a); i++ {
				a[k], a[i] = a[i], a[k]
				if !rec(k + 1) {
					return false
				}
				a[k], a[i] = a[i], a[k]
			}
			return true
		}
		rec(0)
	}
}

func combinations(n, k int) iter.Seq[[]int] {
	return func(yield func([]int) bool) {
		c := make([]int, k)
		for i := range c {
			c[i] = i
		}
		for k <= n && yield(c) {
			i := k - 1
			for i >= 0 && c[i] == n-k+i {
				i--
			}
			if i < 0 {
				return
			}
			c[i]++
			for j := i + 1; j < k; j++ {
				c[j] = c[j-1] + 1
			}
		}
	}
}

func partitions(n int) iter.Seq[[]int] {
	return func(yield func([]int) bool) {
		var rec func(rest, most int, p []int) bool
		rec = func(rest, most int, p []int) bool {
			if rest == 0 {
				return yield(p)
			}
			for k := min(rest, most); k > 0; k-- {
				if !rec(rest-k, k, append(p, k)) {
					return false
				}
			}
			return true
		}
		rec(n, n, nil)
	}
}

func filter[T any](s iter.Seq[T], ok func(T) bool) iter.Seq[T] {
	return func(yield func(T) bool) {
		for v := range s {
			if ok(v) && !yield(v) {
				return
			}
		}
	}
}

func length[T any](s iter.Seq[T]) (n int) {
	for range s {
		n++
	}
	return
}

func hanoi(n int, from, to, via string, move func(string, string)) {
	if n > 0 {
		hanoi(n-1, from, via, to, move)
		move(from, to)
		hanoi(n-1, via, to, from, move)
	}
}

func spiral(rows, cols int) [][]int {
	m := make([][]int, rows)
	for i := range m {
		m[i] = make([]int, cols)
	}
	r, c, dr, dc := 0, 0, 0, 1
	for k := 1; k <= rows*cols; k++ {
		m[r][c] = k
		if nr, nc := r+dr, c+dc; nr < 0 || nr >= rows || nc < 0 || nc >= cols || m[nr][nc] != 0 {
			dr, dc = dc, -dr
		}
		r, c = r+dr, c+dc
	}
	return m
}

func main() {
	for p := range permutations([]string{"a", "b", "c"}) {
		fmt.Print(strings.Join(p, ""), " ")
	}
	fmt.Println(length(permutations([]int{1, 2, 3, 4, 5, 6})))
	for c := range combinations(5, 3) {
		fmt.Print(c, " ")
	}
	fmt.Println(length(combinations(10, 5)), length(combinations(2, 3)), length(combinations(3, 0)))
	for p := range filter(partitions(7), func(p []int) bool { return !slices.Contains(p, 1) }) {
		fmt.Print(p, " ")
	}
	fmt.Println(length(partitions(20)))
	for i := range 8 {
		fmt.Printf("%03b ", i^i>>1)
	}
	fmt.Println()
	row := []int{1}
	for i := range 8 {
		fmt.Printf("%*s%v\n", 16-2*i, "", row)
		next := make([]int, len(row)+1)
		for j, v := range row {
			next[j] += v
			next[j+1] += v
		}
		row = next
	}
	moves := 0
	hanoi(3, "A", "C", "B", func(a, b string) { moves++; fmt.Print(a, b, " ") })
	hanoi(10, "A", "C", "B", func(string, string) { moves++ })
	fmt.Println(moves)
	for _, r := range spiral(4, 5) {
		fmt.Printf("%3d\n", r)
	}
	steps := map[int]int{1: 0}
	var collatz func(int) int
	collatz = func(n int) int {
		if s, ok := steps[n]; ok {
			return s
		}
		next := n / 2
		if n%2 == 1 {
			next = 3*n + 1
		}
		steps[n] = collatz(next) + 1
		return steps[n]
	}
	best, at := 0, 0
	for n := 1; n < 3000; n++ {
		if s := collatz(n); s > best {
			best, at = s, n
		}
	}
	fmt.Println(best, at, len(steps))
}
