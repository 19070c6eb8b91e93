// Queens on a board: all solutions as an iterator, by backtracking with bit masks.
package main

import (
	"fmt"
	"iter"
	"math/bits"
	"strings"
)

func solutions(n int) iter.Seq[[]int] {
	return func(yield func([]int) bool) {
		row := make([]int, n)
		var place func(r int, cols, left, right uint) bool
		place = func(r int, cols, left, right uint) bool {
			if r == n {
				return yield(row)
			}
			for free := ^(cols | left | right) & (1<<n - 1); free != 0; free &= free - 1 {
				bit := free & -free
				row[r] = bits.TrailingZeros(bit)
				if !place(r+1, cols|bit, (left|bit)<<1, (right|bit)>>1) {
					return false
				}
			}
			return true
		}
		place(0, 0, 0, 0)
	}
}

func main() {
	for n := 1; n <= 8; n++ {
		count := 0
		for range solutions(n) {
			count++
		}
		fmt.Println(n, count)
	}
	i := 0
	for s := range solutions(8) {
		if i++; i < 5 {
			continue
		}
		for _, c := range s {
			fmt.Println(strings.Repeat(". ", c) + "Q " + strings.Repeat(". ", 7-c))
		}
		fmt.Println(s)
		break
	}
}
