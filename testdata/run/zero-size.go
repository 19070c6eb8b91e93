package main

type empty struct{}
type tag struct {
	_ empty
	n int
	_ [0]int
}

func (empty) hello() string   { return "hello" }
func (e *empty) self() *empty { return e }

func take(e empty, n int, a [0]string, m int) int { return n + m }
func give() (empty, [0]int, int)                  { return empty{}, [0]int{}, 5 }

func main() {
	var e empty
	println(e.hello(), e == empty{}, e.self() == &e)
	println(take(e, 1, [0]string{}, 2))
	_, a, n := give()
	println(len(a), n)
	s := make([]empty, 5)
	s = append(s, e, e)
	println(len(s), len(s[2:]))
	for i := range s {
		print(i, " ")
	}
	println()
	c := make(chan empty, 1)
	c <- e
	println(<-c == e)
	t := tag{n: 4}
	u := t
	println(u.n, any(e) == any(empty{}))
	var none [0]int
	for range none {
		println("never")
	}
	println(len(none[:]), none == [0]int{})
	p, q := new(empty), new(int)
	*q = 3
	*p = empty{}
	println(*q)
	m := make([][0]int, 3)
	println(len(m), len(m[2]))
}
