// flags -e

package p

import "unsafe"

type P *int
type I interface{ m() }
type E struct{ x, y int }
type F struct{ x, z int }

type A struct {
	P // ERROR "embedded field type cannot be a pointer"
	*I // ERROR "embedded field type cannot be a pointer to an interface"
	unsafe.Pointer // ERROR "embedded field type cannot be unsafe\.Pointer"
	undefinedName // ERROR "undefined: undefinedName"
	*undefinedOther // ERROR "undefined: undefinedOther"
}

type B struct {
	E
	F
}

type C struct {
	E
	*E // ERROR "E redeclared"
}

type D[T any] struct {
	T // ERROR "embedded field type cannot be a \(pointer to a\) type parameter"
	*T // ERROR "embedded field type cannot be a \(pointer to a\) type parameter" "T redeclared"
}

type G struct {
	B
	x string
}

func f(b B, g G) {
	_ = b.x // ERROR "ambiguous selector b\.x"
	_ = b.y + b.z
	_ = g.x + 1 // ERROR "invalid operation: g\.x \+ 1 \(mismatched types string and untyped int\)"
	_ = B{x: 1} // ERROR "unknown field x in struct literal of type B"
	_ = B{E: E{1, 2}, F: E{}} // ERROR "cannot use E\{\} \(value of struct type E\) as F value in struct literal"
	_ = G{B{}, 1} // ERROR "cannot use 1 \(untyped int constant\) as string value in struct literal"
}
