// flags -e

package p

import "unsafe"

var v = 1

func f() int { return 1 }

const (
	a = v // ERROR "v \(variable of type int\) is not constant"
	b = f() // ERROR "f\(\) \(value of type int\) is not constant"
	c = len("abc")
	d = len([3]int{})
	e = len([]int{1}) // ERROR "len\(\[\]int\{"
	g = cap([2]int{v})
	h = "a" < "b"
	i = unsafe.Sizeof(v)
	j = unsafe.Sizeof(f())
	k []int = nil // ERROR "invalid constant type \[\]int"
	l = nil // ERROR "nil is not constant"
	m int = "a" // ERROR "cannot use .a. \(untyped string constant\) as int value in constant decl"
	n = !1 // ERROR "invalid operation: operator ! not defined on 1 \(untyped int constant\)"
	o = -"a" // ERROR "invalid operation: operator - not defined on .a. \(untyped string const"
	q = ^1.5 // ERROR "invalid operation: operator \^ not defined on 1\.5 \(untyped float consta"
	r = 1 && true // ERROR "invalid operation: 1 && true \(mismatched types untyped int and untyped"
	s = "a" - "b" // ERROR "invalid operation: operator - not defined on .a. \(untyped string const"
	t = 1 << -1 // ERROR "invalid operation: negative shift count -1 \(untyped int constant\)"
	u = 1.5 << 2 // ERROR "invalid operation: shifted operand 1\.5 \(untyped float constant\) must b"
	w, x = 1 // ERROR "missing init expr for x"
	y = iota + z
	z // ERROR "initialization cycle: z refers to itself"
	aa bool = 1 // ERROR "cannot use 1 \(untyped int constant\) as bool value in constant declarat"
	bb = true + false // ERROR "invalid operation: operator \+ not defined on true \(untyped bool consta"
	cc = 'a' + "b" // ERROR "invalid operation: 'a' \+ .b. \(mismatched types untyped rune and untype"
	dd struct{} = struct{}{} // ERROR "invalid constant type struct\{\}"
	ee = real(1)
	ff = len([f()]int{}) // ERROR "array length f\(\) \(value of type int\) must be constant"
	gg = int("a") // ERROR "cannot convert .a. \(untyped string constant\) to type int"
	hh = string(65)
	ii = [...]int{1}[0] // ERROR "\[\.\.\.\]int\{"
	jj, kk = 1, 2, 3 // ERROR "extra init expr 3"
)

const missing // ERROR "missing init expr for missing"
const typed int // ERROR "missing init expr for typed"
