// flags -e
package p

type shape interface {
	area() float64
	name() string
}

type a struct{}
type b struct{}
type c struct{}
type d struct{}

func (a) area() float64 { return 1 }

func (*b) area() float64 { return 1 }
func (*b) name() string  { return "" }

func (c) area() int    { return 1 }
func (c) name() string { return "" }

func (d) Area() float64 { return 1 }
func (d) name() string  { return "" }

var _ shape = a{} // ERROR "cannot use a\{\} \(value of struct type a\) as shape value in variable declaration: a does not implement shape \(missing method name\)"
var _ shape = b{} // ERROR "cannot use b\{\} \(value of struct type b\) as shape value in variable declaration: b does not implement shape \(method area has pointer receiver\)"
var _ shape = &b{}
var _ shape = c{} // ERROR "cannot use c\{\} \(value of struct type c\) as shape value in variable declaration: c does not implement shape \(wrong type for method area\)"
var _ shape = d{} // ERROR "cannot use d\{\} \(value of struct type d\) as shape value in variable declaration: d does not implement shape \(missing method area\)"
var _ shape = 5 // ERROR "cannot use 5 \(constant of type int\) as shape value in variable declaration: int does not implement shape \(missing method area\)"
var _ shape = &shape(nil) // ERROR "invalid operation: cannot take address of shape\(nil\) \(value of interface type shape\)"

func f(s shape, p *shape) {
	_ = s.(a) // ERROR "impossible type assertion: s\.\(a\)"
	_ = s.(interface{ other() })
	_ = p.(b) // ERROR "invalid operation: p \(variable of type \*shape\) is not an interface"
	var x int
	_ = x.(int) // ERROR "invalid operation: x \(variable of type int\) is not an interface"
	switch s.(type) {
	case c: // ERROR "impossible type switch case: c"
	case *b:
	case int: // ERROR "impossible type switch case: int"
	}
	s = p // ERROR "cannot use p \(variable of type \*shape\) as shape value in assignment: \*shape does not implement shape \(type \*shape is pointer to interface, not interface\)"
}
