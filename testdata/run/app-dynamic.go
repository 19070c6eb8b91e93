// Dynamic programming: edit distance with the edits, longest common subsequence, knapsack, coins, longest rising run.
package main

import (
	"fmt"
	"slices"
	"sort"
	"strings"
)

func edits(a, b string) (int, string) {
	x, y := []rune(a), []rune(b)
	d := make([][]int, len(x)+1)
	for i := range d {
		d[i] = make([]int, len(y)+1)
		d[i][0] = i
	}
	for j := range d[0] {
		d[0][j] = j
	}
	for i := 1; i <= len(x); i++ {
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			d[i][j] = min(d[i-1][j]+1, d[i][j-1]+1, d[i-1][j-1]+cost)
		}
	}
	var ops []string
	for i, j := len(x), len(y); i > 0 || j > 0; {
		switch {
		case i > 0 && j > 0 && x[i-1] == y[j-1] && d[i][j] == d[i-1][j-1]:
			i, j = i-1, j-1
			ops = append(ops, "=")
		case i > 0 && j > 0 && d[i][j] == d[i-1][j-1]+1:
			ops = append(ops, fmt.Sprintf("%c>%c", x[i-1], y[j-1]))
			i, j = i-1, j-1
		case i > 0 && d[i][j] == d[i-1][j]+1:
			ops = append(ops, fmt.Sprintf("-%c", x[i-1]))
			i--
		default:
			ops = append(ops, fmt.Sprintf("+%c", y[j-1]))
			j--
		}
	}
	slices.Reverse(ops)
	return d[len(x)][len(y)], strings.Join(ops, " ")
}

func lcs[T comparable](a, b []T) (out []T) {
	n := make([][]int, len(a)+1)
	for i := range n {
		n[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				n[i][j] = n[i+1][j+1] + 1
			} else {
				n[i][j] = max(n[i+1][j], n[i][j+1])
			}
		}
	}
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			out = append(out, a[i])
			i, j = i+1, j+1
		case n[i+1][j] >= n[i][j+1]:
			i++
		default:
			j++
		}
	}
	return
}

type item struct {
	name          string
	weight, value int
}

func knapsack(items []item, room int) (best int, names []string) {
	t := make([][]int, len(items)+1)
	t[0] = make([]int, room+1)
	for i, it := range items {
		t[i+1] = slices.Clone(t[i])
		for w := it.weight; w <= room; w++ {
			t[i+1][w] = max(t[i+1][w], t[i][w-it.weight]+it.value)
		}
	}
	for i, w := len(items), room; i > 0; i-- {
		if t[i][w] != t[i-1][w] {
			names = append(names, items[i-1].name)
			w -= items[i-1].weight
		}
	}
	return t[len(items)][room], names
}

func coins(sum int, kinds ...int) (fewest int, ways uint64) {
	f, w := make([]int, sum+1), make([]uint64, sum+1)
	w[0] = 1
	for i := range f[1:] {
		f[i+1] = 1 << 30
	}
	for _, k := range kinds {
		for s := k; s <= sum; s++ {
			f[s] = min(f[s], f[s-k]+1)
			w[s] += w[s-k]
		}
	}
	return f[sum], w[sum]
}

func rising(a []int) []int {
	var tails, prev []int
	at := make([]int, 0, len(a))
	for i, x := range a {
		k := sort.Search(len(tails), func(k int) bool { return tails[k] >= x })
		p := -1
		if k > 0 {
			p = at[k-1]
		}
		prev = append(prev, p)
		if k == len(tails) {
			tails, at = append(tails, x), append(at, i)
		} else {
			tails[k], at[k] = x, i
		}
	}
	var out []int
	if len(at) > 0 {
		for i := at[len(at)-1]; i >= 0; i = prev[i] {
			out = append(out, a[i])
		}
	}
	slices.Reverse(out)
	return out
}

func main() {
	for _, p := range [][2]string{{"kitten", "sitting"}, {"", "abc"}, {"grün", "grau"}, {"same", "same"}} {
		fmt.Println(edits(p[0], p[1]))
	}
	fmt.Printf("%c %v\n", lcs([]rune("AGGTAB"), []rune("GXTXAYB")), lcs(strings.Fields("a b c d f g h j q z"), strings.Fields("a b c d e f g i j k r x y z")))
	fmt.Println(knapsack([]item{{"map", 9, 150}, {"compass", 13, 35}, {"water", 153, 200}, {"sandwich", 50, 160}, {"glucose", 15, 60}, {"tin", 68, 45}, {"banana", 27, 60}}, 200))
	fmt.Println(coins(100, 1, 5, 10, 25, 50))
	fmt.Println(coins(7, 5, 10))
	fmt.Println(rising([]int{10, 9, 2, 5, 3, 7, 101, 18, 4, 20}), rising(nil))
}
