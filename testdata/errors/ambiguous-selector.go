package p

type a struct{ x int }
type b struct{ x int }
type c struct {
	a
	b
}
type d struct {
	c
	x string
}

func (a) m() {}
func (b) m() {}

type i interface{ m() }

func f(v c, w d) {
	_ = v.x // ERROR "ambiguous selector v\.x"
	_ = w.x
	v.m() // ERROR "ambiguous selector v\.m"
	var _ i = v // ERROR "cannot use v \(variable of struct type c\) as i value in variable declaration: c does not implement i \(ambiguous selector c\.m\)"
}
