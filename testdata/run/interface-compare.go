package main

type point struct{ x, y int }
type id int
type empty struct{}

func main() {
	var a, b any
	println(a == b, a == nil)
	a = 1
	println(a == b, a == 1, a == 2, a == int64(1), a == id(1))
	b = 1
	println(a == b)
	a, b = "str", "s"+"tr"
	println(a == b, a != b, a == "str")
	a, b = point{1, 2}, point{1, 2}
	println(a == b, a == point{1, 3})
	p := &point{1, 2}
	a, b = p, p
	println(a == b, a == &point{1, 2})
	a, b = 1.5, float32(1.5)
	println(a == b, a == 1.5)
	a, b = [2]string{"a", "b"}, [2]string{"a", "b"}
	println(a == b)
	a, b = empty{}, empty{}
	println(a == b, a == struct{}{}, a == (empty{}), ((empty{})) == a)
	a, b = any(3), any(nil)
	println(a == b)
	var e1, e2 error
	println(e1 == e2)
	a, b = true, false
	println(a == b, a == true)
	c := make(chan int)
	a, b = c, c
	println(a == b, a == any(make(chan int)))
}
