package p

type s struct {
	a int
	b, a string // ERROR "a redeclared"
	c float64
}

func (s) b() {} // ERROR "field and method with the same name b"
func (s) m() {}
func (*s) m() {} // ERROR "method s\.m already declared at \./redeclared-field\.go:10:10"

type i interface {
	f()
	g()
	f() // ERROR "duplicate method f"
}

type e struct {
	s
	*s // ERROR "s redeclared"
}
