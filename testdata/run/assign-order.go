package main

func f(name string, v int) int {
	print(name, " ")
	return v
}

var trace []int

func get(i int) *[3]int {
	trace = append(trace, i)
	return &arr
}

var arr [3]int

func main() {
	a := []int{10, 20, 30}
	i := 0
	i, a[i] = 2, 99
	println(i, a[0], a[2])
	a[0], a[1], a[2] = a[2], a[0], a[1]
	println(a[0], a[1], a[2])
	get(1)[f("i", 0)], get(2)[f("j", 1)] = f("x", 5), f("y", 6)
	println(arr[0], arr[1], trace[0], trace[1])
	println(f("a", 1) + f("b", 2)*f("c", 3))
	x := 10
	x += f("op", 5)
	x <<= 2
	x &^= 4
	x %= 50
	x ^= 1
	println(x)
	p := &x
	*p, p = 7, nil
	println(x, p == nil)
	var s struct{ a, b int }
	s.a, s.b = 1, 2
	s.a, s.b = s.b, s.a
	println(s.a, s.b)
	m := [2][2]int{{1, 2}, {3, 4}}
	m[0], m[1] = m[1], m[0]
	println(m[0][0], m[1][1])
	_ = f("blank", 0)
	_, y := f("l", 1), f("r", 2)
	println(y)
}
