// flags -e

package p

type S struct {
	a, b int
	a    string // ERROR "a redeclared"
	E
	E int // ERROR "E redeclared"
	_, _ int
}

type E struct{}

type I interface {
	m()
	m() // ERROR "duplicate method m"
	n(int)
	J // ERROR "duplicate method n"
}

type J interface{ n(string) }

type T struct{ f int }

func (T) f()  {} // ERROR "field and method with the same name f"
func (T) g()  {}
func (*T) g() {} // ERROR "method T\.g already declared at "

func two(a int, a string) (b, b int) { return } // ERROR "a redeclared in this block" "b redeclared in this block" "result parameter b not in scope at return"

func (t T) recv(t int) {} // ERROR "t redeclared in this block"

func tparams[P any, P any](P P) {} // ERROR "P redeclared in this block"
