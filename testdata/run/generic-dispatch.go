package main

type Shape interface {
	Area() int
	Name() string
}
type Sq struct{ s int }
type Re struct{ w, h int }

func (s Sq) Area() int     { return s.s * s.s }
func (s Sq) Name() string  { return "sq" }
func (r *Re) Area() int    { return r.w * r.h }
func (r *Re) Name() string { return "re" }

func total[S Shape](shapes ...S) (n int) {
	for _, s := range shapes {
		n += s.Area()
	}
	return
}

func biggest[S Shape](a, b S) string {
	f := S.Area
	if f(a) > b.Area() {
		return a.Name()
	}
	return "second " + b.Name()
}

type List[T any] struct {
	head *node[T]
	n    int
}
type node[T any] struct {
	v    T
	next *node[T]
}

func (l *List[T]) Add(v T) *List[T] { l.head = &node[T]{v, l.head}; l.n++; return l }
func (l *List[T]) Each(f func(int, T) bool) {
	i := 0
	for n := l.head; n != nil && f(i, n.v); n = n.next {
		i++
	}
}
func Convert[A, B any](l *List[A], f func(A) B) *List[B] {
	out := new(List[B])
	for _, v := range l.Each {
		out.Add(f(v))
	}
	return out
}

type Num interface{ ~int | ~uint8 | ~float64 }

func clamp[T Num](x, lo, hi T) T { return min(max(x, lo), hi) }
func halve[T Num](x T) T         { return x / 2 }
func toInt[T Num](x T) int       { return int(x) }
func shape[T any](x T) string {
	switch any(x).(type) {
	case int, uint8:
		return "integer"
	case []T:
		return "slice of T"
	case interface{ Area() int }:
		return "has area"
	}
	return "unknown"
}

type Opt[T any] func(*T)

func build[T any](opts ...Opt[T]) (t T) {
	for _, o := range opts {
		o(&t)
	}
	return
}

type Level uint8
type Matrix[T Num, R ~[]T] []R

func (m Matrix[T, R]) Sum() (s T) {
	for _, r := range m {
		for _, v := range r {
			s += v
		}
	}
	return
}

type row []int

type Outer[T any] struct{ Inner[T] }
type Inner[T any] struct{ val T }

func (i Inner[T]) Get() T   { return i.val }
func (i *Inner[T]) Put(v T) { i.val = v }

func ackermann[T Num](m, n T) T {
	switch {
	case m == 0:
		return n + 1
	case n == 0:
		return ackermann(m-1, 1)
	}
	return ackermann(m-1, ackermann(m, n-1))
}

func main() {
	println(total(Sq{2}, Sq{3}), total(&Re{2, 3}), total[Shape](Sq{1}, &Re{1, 2}))
	println(biggest(Sq{5}, Sq{4}), biggest[Shape](&Re{1, 1}, Sq{1}))
	l := new(List[string]).Add("a").Add("bb").Add("ccc")
	for i, n := range Convert(l, func(s string) int { return len(s) * 10 }).Each {
		print(i, ":", n, " ")
		if n == 20 {
			break
		}
	}
	println(l.n)
	println(clamp(15, 0, 10), clamp(2.5, 3, 4), clamp(Level(200), 0, 100), halve(7), halve(7.0), toInt(halve(Level(255))))
	println(shape(1), shape("s"), shape([]int{}), shape(Sq{}), shape(&Re{}), shape(Re{}))
	s := build(func(s *Sq) { s.s = 3 }, func(s *Sq) { s.s *= 2 })
	println(s.s, build[int]())
	println(Matrix[int, row]{{1, 2}, {3}}.Sum(), Matrix[float64, []float64]{{0.5}}.Sum() == 0.5)
	o := Outer[map[string]int]{}
	o.Put(map[string]int{"k": 4})
	get := o.Get
	o.Put(nil)
	println(get()["k"], o.Get() == nil, ackermann(2, 3), ackermann[uint8](1, 250))
}
