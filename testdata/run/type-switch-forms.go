package main

import "fmt"

type Shape interface{ Area() float64 }
type Square struct{ s float64 }
type Circle struct{ r float64 }

func (s Square) Area() float64  { return s.s * s.s }
func (c *Circle) Area() float64 { return 3 * c.r * c.r }

type MyErr struct{}

func (MyErr) Error() string { return "my" }

func kind(x any) string {
	switch v := x.(type) {
	case nil:
		return "nil"
	case int, int8:
		return fmt.Sprintf("small %v", v)
	case float64:
		return fmt.Sprint("float ", v+1)
	case []int:
		return fmt.Sprint("slice ", len(v))
	case map[string]int:
		return fmt.Sprint("map ", v["a"])
	case func() int:
		return fmt.Sprint("func ", v())
	case chan<- int:
		return "send channel"
	case *Circle:
		return fmt.Sprint("circle ", v.r)
	case Shape:
		return fmt.Sprint("shape ", v.Area())
	case error:
		return "error " + v.Error()
	case struct{ a int }:
		return fmt.Sprint("struct ", v.a)
	case [2]string:
		return v[0] + v[1]
	case interface{ Foo() }:
		return "foo"
	case *any:
		return "pointer to any"
	default:
		return fmt.Sprintf("other %T", v)
	}
}

func generic[T any](x any) string {
	switch x := x.(type) {
	case T:
		return fmt.Sprintf("T %T", x)
	case []T:
		return fmt.Sprintf("[]T %d", len(x))
	case map[string]T:
		return "map"
	case interface{ Get() T }:
		return fmt.Sprint("getter ", x.Get())
	}
	return "no"
}

type getter struct{}

func (getter) Get() string { return "got" }

func shape(s Shape) int {
	switch s.(type) {
	case Square:
		return 1
	case nil:
		return 2
	case *Circle, interface{ None() }:
		return 3
	}
	return 4
}

func main() {
	var e error
	var c *Circle
	var a any
	for _, x := range []any{nil, 1, int8(2), 2.5, []int{1}, map[string]int{"a": 7}, func() int { return 9 }, make(chan<- int),
		make(chan int), &Circle{2}, Square{3}, MyErr{}, struct{ a int }{4}, [2]string{"x", "y"}, e, c != nil, &a, uint(1)} {
		fmt.Println(kind(x))
	}
	fmt.Println(generic[int](1), generic[int]("1"), generic[string]([]string{"a"}), generic[string](getter{}), generic[int](getter{}), generic[any](nil), generic[any](1))
	fmt.Println(shape(nil), shape(Square{}), shape(c), shape(struct{ Square }{}))
	switch x := 5; y := any(x).(type) {
	case int:
		fmt.Println(x + y)
	}
	switch any(1).(type) {
	default:
		fmt.Println("default only")
	}
	if s, ok := any(Square{2}).(Shape); ok {
		fmt.Println(s.Area())
	}
}
