// Package shape has interfaces that other packages implement.
package shape

import "example.com/packages/internal/count"

const (
	Version = "v" + "1"
	Max     = 1<<63 - 1
)

type Kind uint8

const (
	Flat Kind = iota
	Round
)

func (k Kind) String() string { return [...]string{"flat", "round"}[k] }

type Shape interface {
	Area() int
	Name() string
}

type Grower interface {
	Shape
	Grow(int)
}

// Hider has a method that only this package can implement.
type Hider interface{ hidden() string }

type Base struct{ ID int }

type unit struct{ Base }

func (unit) Area() int    { return 1 }
func (unit) Name() string { return "unit" }

var Unit Shape = unit{Base{count.Next()}}

func Total(shapes ...Shape) (sum int) {
	for _, s := range shapes {
		sum += s.Area()
		count.Next()
	}
	return
}

func Describe(s Shape) { println(s.Name(), s.Area()) }
