package main

type base struct{ id int }

func (b base) ID() int      { return b.id }
func (b *base) SetID(n int) { b.id = n }
func (b base) Name() string { return "base" }

type middle struct {
	base
	tag string
}

func (m middle) Name() string { return "middle/" + m.base.Name() }

type top struct {
	*middle
	extra int
}

type other struct{ depth int }

func (other) Name() string { return "other" }

type both struct {
	base
	*other
	name string
}

func (b both) Name() string { return b.other.Name() + "+" + b.base.Name() }

type ider interface {
	ID() int
	SetID(int)
}

func main() {
	m := middle{base{1}, "t"}
	m.SetID(5)
	println(m.ID(), m.id, m.base.id, m.Name())
	t := top{&m, 9}
	t.SetID(6)
	println(t.ID(), m.id, t.Name(), t.tag, t.extra, t.middle.base.Name())
	b := both{base{7}, &other{3}, "n"}
	println(b.Name(), b.depth, b.ID())
	var i ider = &m
	i.SetID(70)
	println(m.id, i.ID())
	i = t
	i.SetID(71)
	println(m.id, i.ID())
	i = &t
	println(i.ID())
	f, g := t.SetID, top.ID
	f(80)
	println(g(t), (*middle).ID(&m))
}
