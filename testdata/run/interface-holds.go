package main

type any2 interface{}
type Str interface{ String() string }

type ptrShaped struct{ p *int }
type fnShaped struct{ f func() int }
type mapShaped struct{ m map[string]int }
type chShaped [1]chan int
type nested struct{ x ptrShaped }
type small uint8
type wide struct{ a, b, c int }
type empty struct{}

func (s small) String() string     { return "small" }
func (w wide) String() string      { return "wide" }
func (w *wide) Inc()               { w.a++ }
func (e empty) String() string     { return "empty" }
func (p ptrShaped) String() string { return "ptr" }
func (f fnShaped) String() string  { return "fn" }

type incer interface {
	Str
	Inc()
}

func kind(x any2) string {
	switch v := x.(type) {
	case ptrShaped:
		return "ptrShaped"
	case nested:
		return "nested"
	case fnShaped:
		if v.f() == 4 {
			return "fnShaped 4"
		}
	case mapShaped:
		if v.m["k"] == 3 {
			return "mapShaped 3"
		}
	case chShaped:
		if len(v[0]) == 1 {
			return "chShaped 1"
		}
	case *int:
		return "*int"
	case bool:
		if v {
			return "true"
		}
		return "false"
	case small, int8:
		return "small or int8"
	case error:
		return "error"
	case func(int) int:
		if v(2) == 6 {
			return "func"
		}
	case uintptr, float32, complex128:
		return "number"
	case Str:
		return "Str " + v.String()
	case nil:
		return "nil"
	}
	return "other"
}

func main() {
	n := 5
	ch := make(chan int, 1)
	ch <- 1
	w := wide{1, 2, 3}
	values := []any2{
		ptrShaped{&n}, nested{ptrShaped{&n}}, fnShaped{func() int { return 4 }}, mapShaped{map[string]int{"k": 3}}, chShaped{ch},
		&n, true, false, small(200), int8(-1), nil, func(x int) int { return x * 3 }, uintptr(1), float32(2), 3i, w, &w, empty{}, "s",
		[2]int{1, 2}, struct{}{}, 1 << 40, int16(-300), [0]int{}, [1]*int{&n},
	}
	for _, v := range values {
		print(kind(v), "; ")
	}
	println()
	same := 0
	for i, v := range values {
		for j, u := range values {
			func() {
				defer func() {
					if recover() != nil {
						same += 1000
					}
				}()
				if (v == u) != (i == j) {
					println("wrong", i, j)
				}
			}()
		}
	}
	println(same)
	var s Str = &w
	in := s.(incer)
	in.Inc()
	w2 := any2(w).(wide)
	w2.a = 100
	println(w.a, w2.a, s.(*wide).b, in.String())
	var x, y any2 = w, w
	println(x == y, x == any2(w2), x != nil, any2(ptrShaped{&n}) == any2(ptrShaped{&n}))
	*values[5].(*int) = 9
	println(*values[0].(ptrShaped).p, *values[24].([1]*int)[0])
	if p, ok := values[0].(nested); ok || p.x.p != nil {
		println("wrong")
	}
	_, ok := values[15].(incer)
	_, ok2 := values[16].(incer)
	println(ok, ok2)
	f := small.String
	g := Str.String
	h := (*wide).Inc
	h(&w)
	println(f(3), g(small(1)), g(w), w.a)
}
