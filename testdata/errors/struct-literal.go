// flags -e
package p

type t struct {
	a int
	b string
}

var a = t{1} // ERROR "too few values in struct literal of type t"
var b = t{1, "x", 2} // ERROR "too many values in struct literal of type t"
var c = t{a: 1, "x"} // ERROR "mixture of field:value and value elements in struct literal"
var d = t{c: 1} // ERROR "unknown field c in struct literal of type t"
var e = t{"x", 1} // ERROR `cannot use "x" \(untyped string constant\) as int value in struct literal` "cannot use 1 \(untyped int constant\) as string value in struct literal"
var f = t{b: 5} // ERROR "cannot use 5 \(untyped int constant\) as string value in struct literal"
var g = &t{1: 2} // ERROR "invalid field name 1 in struct literal"
var h = int{1} // ERROR "invalid composite literal type int"
var i = *(t{}) // ERROR "invalid operation: cannot indirect \(t\{\}\) \(value of struct type t\)"
var j = []t{{1, "a"}, {2}, 5} // ERROR "too few values in struct literal of type t" "cannot use 5 \(untyped int constant\) as t value in array or slice literal"
var k = undefinedType{1} // ERROR "undefined: undefinedType"
