package main

import (
	"example.com/packages/internal/count"
	. "example.com/packages/shape"
	r "example.com/packages/shape/round"
)

type square struct{ side int }

func (s square) Area() int      { return s.side * s.side }
func (s square) Name() string   { return "square" }
func (s *square) Grow(k int)    { s.side += k }
func (s square) hidden() string { return "main's own" }

func main() {
	var shapes []Shape = []Shape{&square{2}, r.New(3), Unit}
	println(Total(shapes...), count.Calls, Version, Max)
	for _, s := range shapes {
		if g, ok := s.(Grower); ok {
			g.Grow(1)
		}
		Describe(s)
	}
	c := r.Circle{Radius: 1}
	c.Grow(4)
	println(c.Area(), c.Base.ID, r.Pi, r.Table[2].Radius)
	f := count.Counter(10)
	println(f(), f(), count.Calls)
	var k Kind = Round
	println(k.String(), Flat.String(), k == r.New(1).Kind())
	_, hidden := any(square{}).(Hider)
	println(hidden, square{}.hidden())
}
