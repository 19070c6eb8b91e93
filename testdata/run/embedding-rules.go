package main

import "fmt"

type A struct{ X, Y int }

func (A) Name() string  { return "A" }
func (a *A) Inc()       { a.X++ }
func (a A) Say() string { return a.Name() + "!" }

type B struct {
	A
	X string
}

func (B) Name() string { return "B" }

type C struct {
	*B
	Y float64
}

type L struct{ Z int }
type R struct{ Z int }
type LR struct {
	L
	R
	Z string
}
type Amb struct {
	L
	R
}

type Inter interface{ Name() string }
type Logger struct {
	Inter
	prefix string
}

func (l Logger) Name() string { return l.prefix + l.Inter.Name() }

type G[T any] struct{ V T }

func (g G[T]) Show() string { return fmt.Sprint("G:", g.V) }

type UseG struct {
	G[int]
	*G2
}
type G2 = G[string]

type Rec struct {
	*Rec
	n int
}

type str string

func (s str) Len() int { return len(s) }

type Named struct {
	str
	error
	int
}

func main() {
	b := B{A{1, 2}, "x"}
	b.Inc()
	fmt.Println(b.X, b.A.X, b.Y, b.Name(), b.A.Name(), b.Say())
	c := C{&b, 2.5}
	c.Inc()
	fmt.Println(c.X, c.A.X, c.Y, c.A.Y, c.B.A.Y, c.Name(), c.Say())
	lr := LR{L{1}, R{2}, "own"}
	fmt.Println(lr.Z, lr.L.Z, lr.R.Z, Amb{L{1}, R{2}}.L.Z)
	var i Inter = c
	i = Logger{Logger{i, "1:"}, "2:"}
	fmt.Println(i.Name())
	r := Rec{&Rec{nil, 1}, 2}
	fmt.Println(r.n, r.Rec.n)
	n := Named{"four", fmt.Errorf("err"), 3}
	fmt.Println(n.Len(), n.Error(), n.int, n.str, n.error)
	n.int++
	fmt.Printf("%v %+v\n", n.int, b)
	u := UseG{G: G[int]{3}, G2: &G2{"s"}}
	fmt.Println(u.G.Show(), u.G2.Show(), u.G.V, u.G2.V)
	x := struct {
		A
		*C
	}{A{5, 6}, &c}
	fmt.Println(x.A.X, x.C.X, x.C.Y, x.A.Name(), x.B.Name())
	defer func() { fmt.Println(recover()) }()
	var none C
	fmt.Println(none.Name())
}
