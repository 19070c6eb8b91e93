package p

var a int
var a string // ERROR "a redeclared in this block"

func b() {}
func b() {} // ERROR "b redeclared in this block"

type c int
const c = 1 // ERROR "c redeclared in this block"

func f(x int, x string) (y int) { // ERROR "x redeclared in this block"
	var y int // ERROR "y redeclared in this block"
	z := 1
	z := 2 // ERROR "no new variables on left side of :="
	w, z := 3, 4
	_, _ = w, z
	a, a := 1, 2 // ERROR "a repeated on left side of :="
	_ = a
	return y
}

func init() {}
func init() {}

var init = 1 // ERROR "cannot declare init - must be func"
var main = 2
