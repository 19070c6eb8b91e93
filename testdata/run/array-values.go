package main

type grid [3][3]int

func (g grid) transpose() (t grid) {
	for i := range g {
		for j := range g[i] {
			t[j][i] = g[i][j]
		}
	}
	return
}

func (g *grid) fill(n int) *grid {
	for i := range g {
		for j := range g[i] {
			g[i][j] = n + i*3 + j
		}
	}
	return g
}

func swap(a, b [4]byte) ([4]byte, [4]byte) { return b, a }

type big struct {
	head int
	body [50]int
	tail string
}

func change(b big) big { b.body[10] = 99; b.tail += "!"; return b }

var global [5]int

func at(i int) *int { return &global[i] }

func main() {
	var g grid
	g.fill(1)
	t := g.transpose()
	println(t[0][1], t[1][0], g == t, t.transpose() == g)
	h := g
	h[1][1] = 100
	println(g[1][1], h[1][1], g != h)
	rows := g[1:]
	rows[0][0] = 50
	println(g[1][0], len(rows), cap(rows))
	a, b := swap([4]byte{1}, [4]byte{3: 2})
	println(a[3], b[0])
	x := big{head: 1, tail: "t"}
	y := change(change(x))
	println(x.body[10], y.body[10], x.tail, y.tail, y.head)
	arrs := [2][2]string{{"a", "b"}, {"c", "d"}}
	arrs[0], arrs[1] = arrs[1], arrs[0]
	println(arrs[0][0], arrs[1][1])
	m := map[[2]int]string{{1, 2}: "x", {3, 4}: "y"}
	k := [2]int{3, 4}
	println(m[k], m[[2]int{1, 2}], len(m))
	m[k] += "z"
	println(m[[...]int{3, 4}])
	*at(2) = 7
	*at(3) += *at(2) * 2
	global[4], global[0] = global[3], global[2]
	for i, v := range global {
		print(i, "=", v, " ")
	}
	println()
	var p *[3]string = &[3]string{"p", "q", "r"}
	for i, s := range p {
		p[2-i] = s + s
	}
	println(p[0], p[1], p[2], len(p), cap(p[:2]))
	f := func() [3]int { return [3]int{7, 8, 9} }
	println(f()[1], len(f()), [...]string{"lit", "eral"}[1])
	var e [0]int
	for range e {
		println("never")
	}
	type pair struct{ a, b [2]int }
	q := pair{[2]int{1, 2}, [2]int{3, 4}}
	q.a, q.b = q.b, q.a
	r := &q
	r.a[0], r.b[1] = r.b[1], r.a[0]
	println(q.a[0], q.a[1], q.b[0], q.b[1], q == pair{[2]int{2, 4}, [2]int{1, 3}})
	s := make([][3]int, 2)
	for i := range s {
		s[i][i] = i + 1
	}
	s = append(s, s[1])
	s[2][0]--
	println(s[0][0], s[1][1], s[2][1], s[2][0], s[1][0])
	ch := make(chan [3]int, 1)
	ch <- s[2]
	v := <-ch
	println(v[0], v[1])
	var i any = v
	w, ok := i.([3]int)
	println(w == v, ok, i == any([3]int{-1, 2, 0}))
}
