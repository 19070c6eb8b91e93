package main

type point struct{ x, y int }

type line struct {
	from, to point
	name     string
}

type mixed struct {
	a bool
	b int64
	c uint8
	d float32
	e string
	f [3]int16
	g *point
}

func move(l line, dx int) line {
	l.from.x += dx
	l.to.x += dx
	return l
}

func main() {
	l := line{point{1, 2}, point{3, 4}, "diagonal"}
	m := move(l, 10)
	println(l.from.x, m.from.x, m.to.x, m.name, l == m)
	m.from.x, m.to.x = 1, 3
	println(l == m, l.from == point{1, 2}, l.to != m.to)
	var z line
	println(z.name == "", z == line{}, z.from.x)
	p := &l.to
	p.y = 40
	(*p).x++
	println(l.to.x, l.to.y)
	a := mixed{true, -5, 200, 1.5, "e", [3]int16{1, 2, 3}, p}
	b := a
	println(a == b, b.a, b.b, b.c, b.d, b.e, b.f[2], b.g.y)
	b.f[1] = 9
	println(a == b)
	anon := struct {
		n int
		s string
	}{5, "five"}
	println(anon.n, anon.s)
	list := []point{{1, 1}, {2, 2}}
	for _, q := range list {
		q.x = 100
	}
	for i := range list {
		list[i].y *= 10
	}
	println(list[0].x, list[1].y)
	ptrs := []*point{{5, 6}, {7, 8}}
	println(ptrs[1].x, (&line{name: "only"}).name)
	point{}.hello()
}

func (point) hello() { println("hello from a value that nobody keeps") }
