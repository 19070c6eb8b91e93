package main

type v struct{ x, y int }

func (a v) add(b v) v { return v{a.x + b.x, a.y + b.y} }

func max(a, b int) int {
	if a > b {
		return a
	}
	return b
}

func at(s []int, i int) int { return s[i] }

func deep(s []int, i int) int { return at(s, i+1) + 1 }

func must(ok bool) {
	if !ok {
		panic("must")
	}
}

func main() {
	p := v{1, 2}.add(v{3, 4})
	println(p.x, p.y, max(3, 4), max(9, max(2, 5)))
	s := 0
	for i := range 10 {
		s += max(i, 5)
	}
	println(s)
	must(s > 0)
	println(deep([]int{1, 2, 3}, s))
}
