package p

type t struct{ a, b int }

var x = t{a: 1, a: 2} // ERROR "duplicate field name a in struct literal"
var y = []int{0: 1, 0: 2, 5: 1, 4: 1, 2} // ERROR "duplicate index 0 in array or slice literal" "duplicate index 5 in array or slice literal"
var z = [2]int{1, 2, 3} // ERROR "index 2 is out of bounds \(>= 2\)"
var w = [...]int{-1: 2} // ERROR "invalid argument: index -1 \(constant of type int\) must not be negative"
var v = map[string]int{"a": 1, "b": 2, "a": 3} // ERROR `duplicate key "a" in map literal`
var u = []int{"a": 1} // ERROR `cannot convert "a" \(untyped string constant\) to type int`
