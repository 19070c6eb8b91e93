// What the specification leaves open about the order of evaluation, and programs see: loads after the calls.
package main

import (
	"errors"
	"fmt"
)

type point struct{ x, y int }

func (p point) sum(n int) int   { return p.x + p.y + n }
func (p *point) move(n int) int { p.x += n; return p.x }

type shape interface{ area(int) int }
type square int
type rect struct{ a, b, c int }

func (s square) area(n int) int { return int(s)*int(s) + n }
func (r rect) area(n int) int   { return r.a*r.b*r.c + n }

var (
	x          = 1
	str        = "a"
	p          = point{1, 2}
	pp         = &p
	list       = []int{1, 2, 3}
	m          = map[string]int{"a": 1, "b": 2}
	fn         = func(n int) int { return n }
	sh   shape = square(2)
	err  error = errors.New("old")
	i          = 0
	b          = true
	c          = 1 + 2i
	arr        = [3]int{1, 2, 3}
	ch         = make(chan int, 10)
	f64        = 1.5
	u8   uint8 = 7
	r3         = rect{1, 2, 3}
	key        = point{1, 2}
	pm         = map[point]int{{1, 2}: 12, {5, 6}: 56}
)

func reset() {
	x, str, p, list, i, b, c, arr, f64, u8, r3 = 1, "a", point{1, 2}, []int{1, 2, 3}, 0, true, 1+2i, [3]int{1, 2, 3}, 1.5, 7, rect{1, 2, 3}
	pp = &p
	m = map[string]int{"a": 1, "b": 2}
	fn = func(n int) int { return n }
	sh = square(2)
	err = errors.New("old")
	key = point{1, 2}
	for len(ch) > 0 {
		<-ch
	}
	ch = make(chan int, 10)
}

//go:noinline
func change() int {
	x, str, i, b, c, f64, u8 = 10, "bcd", 2, false, 7+8i, 2.5, 9
	p = point{5, 6}
	pp = &point{50, 60}
	list = []int{7, 8, 9, 10}
	m = map[string]int{"a": 100, "bcd": 200}
	fn = func(n int) int { return n * 1000 }
	sh = rect{2, 3, 4}
	err = errors.New("new")
	arr = [3]int{4, 5, 6}
	r3 = rect{4, 5, 6}
	key = point{5, 6}
	ch = make(chan int, 20)
	return 2
}

func inlined() int { x = 20; str = "inl"; return 3 }

func two() (int, string) { change(); return 3, "two" }

func args(a ...any)         { fmt.Println(a...) }
func three(a, b, c int) int { return a*100 + b*10 + c }

//go:noinline
func both(a int, s string, q point, t shape, e error) { fmt.Println(a, s, q, t, e) }

func expressions() {
	reset()
	fmt.Println(x + change())
	reset()
	fmt.Println(change() + x)
	reset()
	fmt.Println(x + inlined())
	reset()
	fmt.Println(x*2 + change()*x)
	reset()
	fmt.Println(-x+change(), ^x)
	reset()
	fmt.Println(x<<change(), x>>i)
	reset()
	fmt.Println(x == change(), x < change(), change() < x)
	reset()
	fmt.Println(str + fmt.Sprint(change()) + str)
	reset()
	fmt.Println(str + "-" + str[:1] + fmt.Sprint(change()) + str[1:])
	reset()
	fmt.Println(len(str)+change(), len(list), cap(list))
	reset()
	fmt.Println(len(list)*100 + len(m)*10 + change())
	reset()
	fmt.Println(list[change()], list[0])
	reset()
	fmt.Println(list[i] + change())
	reset()
	fmt.Println(arr[i] + change())
	reset()
	fmt.Println(arr[change()])
	reset()
	fmt.Println(m["a"] + change())
	reset()
	fmt.Println(m[str] + change())
	reset()
	fmt.Println(pm[key] + change())
	reset()
	fmt.Println(p.x + change())
	reset()
	fmt.Println(pp.x + change())
	reset()
	fmt.Println(*pp, change())
	reset()
	fmt.Println(pp.y + change() + pp.y)
	reset()
	fmt.Println(real(c)+float64(change()), imag(c))
	reset()
	fmt.Println(c == complex(float64(change()), 0), c)
	reset()
	fmt.Println(float64(x)+float64(change()), int64(x)+int64(change()))
	reset()
	fmt.Println(string(list2(change())) + str)
	reset()
	fmt.Println(min(x, change()), max(x, 3))
	reset()
	fmt.Println(b && change() > 0, b)
	reset()
	fmt.Println(b == (change() > 0), b)
	reset()
	fmt.Println((b || change() > 0) == b)
	reset()
	fmt.Println(x == 1 && change() == 2 && x == 10)
	reset()
	fmt.Println(!b, change(), !b)
	reset()
	fmt.Println(u8+1, x == 1, rect{x, 2, 3}, struct{ s string }{str}, point{x, x}, change())
	reset()
	fmt.Println(pm[point{x, x + 1}] + change())
	reset()
	fmt.Println(any(rect{x, 2, 3}), any(r3), shape(rect{x, 1, 1}), any(-x), change())
	reset()
	fmt.Println((rect{x, 2, 3} == r3) == (change() > 0))
	reset()
	fmt.Println((r3 == rect{1, 2, 3}) == (change() > 0))
	reset()
	fmt.Println(map[int]rect{1: {1, 1, 1}}[x], map[int]rect{10: {x, 1, 1}}[x], change())
	reset()
	fmt.Println(list[:1], change(), list[:1])
	reset()
	fmt.Println(p == point{5, change()}, p)
	reset()
	fmt.Println(p == point{5, change() + 4})
	reset()
	fmt.Println(arr == [3]int{4, 5, change() + 4})
	reset()
	fmt.Println(sh == shape(rect{change(), 3, 4}))
	reset()
	fmt.Println([]byte(str), change(), []byte(str))
	reset()
	fmt.Println([]rune(str), change(), string([]byte(str)))
	reset()
	fmt.Println(append(list, x), change(), append(list, x))
	reset()
	fmt.Println(list[0] + len(append(list[:0], 5)))
	reset()
	fmt.Println(new(int) == nil, change(), x)
	reset()
	ch <- 4
	fmt.Println(x + <-ch + change())
	reset()
	fmt.Println(sh.(square), change(), sh)
	reset()
	fmt.Println(sh.(shape).area(1), change(), sh.(shape).area(1))
}

func list2(n int) []byte { return []byte{byte('0' + n)} }

func calls() {
	reset()
	fmt.Println(three(x, change(), x))
	reset()
	fmt.Println(three(x, inlined(), x))
	reset()
	fmt.Println(p.sum(change()))
	reset()
	fmt.Println(pp.sum(change()))
	reset()
	fmt.Println(pp.move(change()), p)
	reset()
	fmt.Println(p.move(change()), p)
	reset()
	fmt.Println(sh.area(change()))
	reset()
	fmt.Println(fn(change()))
	reset()
	fmt.Println(point.sum(p, change()))
	reset()
	fmt.Println((*point).move(pp, change()), p)
	reset()
	both(x, str, p, sh, err)
	both(change(), str, p, sh, err)
	reset()
	both(x, str, point{change(), x}, sh, err)
	reset()
	both(x, str, p, sh, fmt.Errorf("%d", change()))
	reset()
	args(x, str, p, sh, err, r3, u8, b, f64, list, arr, change())
	reset()
	args(change(), x, str, p, sh, err, r3, u8, b, f64, list, arr)
	reset()
	args(two())
	reset()
	fmt.Println(func(a int, s string) string { return fmt.Sprint(a, s, x) }(two()))
	reset()
	v := p.sum
	fmt.Println(p.sum(0), change(), v(0))
}

func assignments() {
	reset()
	list[i] = change()
	fmt.Println(list)
	reset()
	list[i] += change()
	fmt.Println(list)
	reset()
	x += change()
	fmt.Println(x)
	reset()
	x -= inlined()
	fmt.Println(x)
	reset()
	str += fmt.Sprint(change())
	fmt.Println(str)
	reset()
	arr[i] = change()
	fmt.Println(arr)
	reset()
	pp.x = change()
	fmt.Println(p, *pp)
	reset()
	pp.x += change()
	fmt.Println(p, *pp)
	reset()
	*pp = point{change(), x}
	fmt.Println(p, *pp)
	reset()
	m[str] = change()
	fmt.Println(m)
	reset()
	m[str] += change()
	fmt.Println(m)
	reset()
	pm[key] = change()
	fmt.Println(pm)
	pm = map[point]int{{1, 2}: 12, {5, 6}: 56}
	reset()
	list[change()] = x
	fmt.Println(list)
	reset()
	list[change()], x = x, list[0]
	fmt.Println(list, x)
	reset()
	x, i = i, change()
	fmt.Println(x, i)
	reset()
	x, str = two()
	fmt.Println(x, str)
	reset()
	list[i], str = two()
	fmt.Println(list, str)
	reset()
	list[i], m[str] = change(), x
	fmt.Println(list, m)
	reset()
	a, s := x, fmt.Sprint(change())
	fmt.Println(a, s)
	reset()
	var d, e = list[i], change()
	fmt.Println(d, e)
	reset()
	list[i] = <-func() chan int { c := make(chan int, 1); c <- change(); return c }()
	fmt.Println(list)
	reset()
	ch <- change()
	fmt.Println(len(ch), cap(ch))
	reset()
	list = append(list, change())
	fmt.Println(list)
	reset()
	list = append(list[:1], change())
	fmt.Println(list)
	reset()
	arr[change()]++
	fmt.Println(arr)
	reset()
	var ok bool
	list[i], ok = m[fmt.Sprint(change())]
	fmt.Println(list, ok)
	reset()
	list[i], ok = any(change()).(int)
	fmt.Println(list, ok)
	reset()
	for list[i] = range change() {
	}
	fmt.Println(list)
}

func literals() {
	reset()
	fmt.Println(point{x, change()})
	reset()
	fmt.Println(&point{x, change()})
	reset()
	fmt.Println([]int{x, change(), x})
	reset()
	fmt.Println([3]int{x, change(), x})
	reset()
	fmt.Println([]any{x, str, p, change()})
	reset()
	fmt.Println(map[string]int{str: change()})
	reset()
	fmt.Println(map[string]int{"x": x, "f": change(), "y": x})
	reset()
	fmt.Println([]point{{x, 1}, {change(), x}})
	reset()
	fmt.Println([]*point{{x, 1}, {change(), x}}[0].x)
	reset()
	fmt.Println(struct {
		a any
		b shape
		c int
	}{x, sh, change()})
}

func returned() (int, string, point, shape) { return x, str, p, rect{change(), 1, 1} }
func named() (a int, s string) {
	a, s = 5, "n"
	return x, str + fmt.Sprint(change())
}
func inlinedReturn() (int, int) { return x, change() }

func statements() {
	reset()
	fmt.Println(returned())
	reset()
	fmt.Println(named())
	reset()
	fmt.Println(inlinedReturn())
	reset()
	switch x + change() {
	case 3:
		fmt.Println("early")
	case 12:
		fmt.Println("late")
	}
	reset()
	switch x {
	case change(), x:
		fmt.Println("x is", x)
	default:
		fmt.Println("neither")
	}
	reset()
	if x+change() == 12 {
		fmt.Println("late")
	}
	reset()
	if x == 1 && change() == 2 && x+change() == 12 {
		fmt.Println("in turn")
	}
	reset()
	defer func(a, b int) { fmt.Println("deferred", a, b) }(x, change())
	reset()
	defer fmt.Println("deferred", x, str, change())
	reset()
	defer p.sum(change())
	done := make(chan bool)
	reset()
	go func(a, b int) { fmt.Println("go", a, b); done <- true }(x, change())
	<-done
	reset()
	select {
	case ch <- change():
		fmt.Println("sent", len(ch), cap(ch))
	}
	reset()
	copy(list, []int{change(), 5})
	fmt.Println(list)
	reset()
	delete(m, fmt.Sprint("b", change())[:1])
	fmt.Println(m)
	println2(x, change())
	for j := x; j < change(); j++ {
	}
}

var last = 1

func swap(n int) (old int) { old, last = last, n; return }

func println2(a, b int) { fmt.Println(a, b) }

func captured() {
	fmt.Println(swap(2) == 1, swap(3) == 2, point{swap(4), 0} == point{3, 0}, swap(5), map[point]int{{4, 5}: 6}[point{4, swap(6)}])
	y, s, q := 1, []int{1, 2, 3}, point{1, 2}
	set := func() int { y, s, q = 10, []int{7, 8, 9}, point{5, 6}; return 1 }
	fmt.Println(y, set())
	y = 1
	fmt.Println(y + set())
	y = 1
	s = []int{1, 2, 3}
	fmt.Println(s[set()])
	s = []int{1, 2, 3}
	fmt.Println(s[y%3], set(), q)
	q = point{1, 2}
	fmt.Println(q.sum(set()))
	z := 3
	func() { z += func() int { z = 100; return 1 }() }()
	fmt.Println(z)
}

func panics() {
	try := func(name string, f func()) {
		defer func() { fmt.Println(name, recover(), x) }()
		reset()
		f()
	}
	var nilp *point
	var nilm map[string]int
	try("index", func() { args(list[x+5], change()) })
	try("deref", func() { args(nilp.x, change()) })
	try("divide", func() { args(1/i, change()) })
	try("store", func() { list[i+9] = change() })
	try("nil store", func() { nilp.x = change() })
	try("nil map", func() { nilm["a"] = change() })
	try("assert", func() { args(sh.(rect), change()) })
	try("slice", func() { args(list[5:], change()) })
	try("func", func() { var f func(int); f(change()) })
	try("iface", func() { var s shape; s.area(change()) })
	try("method value", func() { var s shape; args(s.area, change()) })
	try("two", func() { list[8], x = two2() })
	try("right first", func() { list[8] = nilp.x })
}

func two2() (int, int) { change(); return 1, 2 }

func main() {
	expressions()
	assignments()
	literals()
	statements()
	calls()
	captured()
	panics()
}
