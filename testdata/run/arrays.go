package main

type matrix [3][3]int

func (m matrix) transposed() matrix {
	var t matrix
	for i := range m {
		for j := range m[i] {
			t[j][i] = m[i][j]
		}
	}
	return t
}

func change(a [3]int) [3]int {
	a[0] = 100
	return a
}

func main() {
	a := [3]int{1, 2, 3}
	b := a
	b[1] = 20
	println(a[0], a[1], a[2], b[0], b[1], b[2], a == b, a != b)
	c := change(a)
	println(a[0], c[0], len(a), cap(a))
	p := &a
	p[2] = 30
	println(a[2], len(p), a == [3]int{1, 2, 30})
	d := [...]string{5: "five", 1: "one"}
	println(len(d), d[1], d[5], d[0] == "")
	m := matrix{{1, 2, 3}, {4, 5, 6}, {7, 8, 9}}
	t := m.transposed()
	println(t[0][2], t[2][0], m == t.transposed(), m == t)
	for i, x := range a {
		a[2] = 0
		print(i, "=", x, " ")
	}
	println()
	i := 1
	a[i], i = 50, 2
	println(a[1], i)
	s := a[:]
	s[0] = -1
	println(a[0])
	big := [1000]int{999: 7}
	copyOfBig := big
	copyOfBig[500] = 1
	println(big == copyOfBig, big[999]+copyOfBig[999])
	e := [2]struct {
		s string
		f float64
	}{{"a", 1}, {"b", 2}}
	g := e
	println(e == g, e[1].s, g[1].f)
}
