package main

type shape interface {
	area() float64
	name() string
}

type scaler interface {
	shape
	scale(float64)
}

type square struct{ side float64 }
type rect struct{ w, h float64 }
type unit struct{}
type ints []int

func (s *square) area() float64   { return s.side * s.side }
func (s *square) name() string    { return "square" }
func (s *square) scale(k float64) { s.side *= k }
func (r rect) area() float64      { return r.w * r.h }
func (r rect) name() string       { return "rect" }
func (unit) area() float64        { return 1 }
func (unit) name() string         { return "unit" }
func (l ints) area() float64      { return float64(len(l)) }
func (l ints) name() string       { return "ints" }

func total(shapes ...shape) (sum float64) {
	for _, s := range shapes {
		sum += s.area()
		print(s.name(), " ")
	}
	println(sum)
	return
}

func main() {
	sq := &square{2}
	total(sq, rect{2, 3}, unit{}, ints{1, 2, 3}, &rect{1, 1})
	var sc scaler = sq
	sc.scale(2)
	var s shape = sc
	println(s.area(), sq.side)
	f := s.area
	s = rect{1, 2}
	println(f(), s.area(), shape.area(s))
	r := rect{5, 5}
	s = r
	r.w = 100
	println(s.area())
	s = &r
	println(s.area())
	var none shape
	println(none == nil, s == nil)
	var np *square
	none = np
	println(none == nil, none.name())
}
