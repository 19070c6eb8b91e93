package round

import (
	"example.com/packages/internal/count"
	"example.com/packages/shape"
)

const Pi = 3

type Circle struct {
	shape.Base
	Radius int
}

var Table = [...]Circle{{Radius: 1}, {Radius: 2}, {Radius: 3}}

func New(radius int) *Circle { return &Circle{shape.Base{ID: count.Next()}, radius} }

func (c Circle) Area() int      { return Pi * c.Radius * c.Radius }
func (c *Circle) Name() string  { return "circle" }
func (c *Circle) Grow(k int)    { c.Radius += k }
func (Circle) Kind() shape.Kind { return shape.Round }
