package main

type pair struct{ a, b int }

// The slices whose capacity is printed are kept here, so that they are on the heap, where growth is defined.
var (
	ints  []int
	bytes []byte
	pairs []pair
)

//go:noinline
func grown(n, extra int) int {
	ints = make([]int, 0, n)
	for range extra {
		ints = append(ints, 1)
	}
	return cap(ints)
}

func main() {
	s := []int(nil)
	last := -1
	for i := 0; i < 2000; i++ {
		s = append(s, i)
		ints = s
		if cap(s) != last {
			last = cap(s)
			print(last, " ")
		}
	}
	println()
	var b []byte
	last = -1
	for i := 0; i < 3000; i++ {
		b = append(b, byte(i))
		bytes = b
		if cap(b) != last {
			last = cap(b)
			print(last, " ")
		}
	}
	println()
	var ps []pair
	for i := 0; i < 10; i++ {
		ps = append(ps, pair{i, -i})
		pairs = ps
	}
	println(len(ps), cap(ps), ps[9].a, ps[9].b)
	s = append(s[:3], 10, 11, 12)
	println(len(s), s[2], s[3], s[5], s[:7][6])
	s = append(s, s...)
	println(len(s), s[11])
	t := append([]string(nil), "x", "y")
	u := append(t[:1:1], "z")
	println(t[1], u[1], len(u))
	t = append(t)
	ints = append(ints[:0:0], make([]int, 5)...)
	println(len(ints), cap(ints))
	println(grown(4, 1), grown(4, 5), grown(300, 301), grown(7, 8))
	var z []struct{}
	z = append(z, struct{}{}, struct{}{})
	println(len(z))
	x := []int{1, 2, 3, 4, 5}
	x = append(x[:1], x[2:]...)
	println(len(x), x[1], x[3])
}
