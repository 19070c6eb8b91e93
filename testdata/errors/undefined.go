package p

func f(x int) int {
	y = 1 // ERROR "undefined: y"
	z := x + w // ERROR "undefined: w"
	g(z) // ERROR "undefined: g"
	var v missing // ERROR "undefined: missing"
	_ = v
	return x.field + pkg.Name // ERROR "x\.field undefined \(type int has no field or method field\)" "undefined: pkg"
}

var a = b // ERROR "undefined: b"

type t struct{ m unknown } // ERROR "undefined: unknown"
