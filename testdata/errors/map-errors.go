// flags -e
package p

func f(m map[string]int) {
	m[1] = 2 // ERROR "cannot use 1 \(untyped int constant\) as string value in map index"
	m["a"] = "b" // ERROR `cannot use "b" \(untyped string constant\) as int value in assignment`
	_ = m.a // ERROR "m\.a undefined \(type map\[string\]int has no field or method a\)"
	m["a"].x = 1 // ERROR `m\["a"\]\.x undefined \(type int has no field or method x\)`
	_ = &m["a"] // ERROR `invalid operation: cannot take address of m\["a"\] \(map index expression of type int\)`
	delete(m) // ERROR "invalid operation: not enough arguments for delete\(m\) \(expected 2, found 1\)"
	delete(m, 5) // ERROR "cannot use 5 \(untyped int constant\) as string value in argument to delete"
	var n map[func()]int // ERROR "declared and not used: n" "invalid map key type func\(\)"
	_ = map[string]int{1: "a"} // ERROR "cannot use 1 \(untyped int constant\) as string value in map literal"
	_ = map[string]int{"a"} // ERROR "missing key in map literal"
	v, ok, x := m["a"] // ERROR "declared and not used: v" "declared and not used: ok" "declared and not used: x" "assignment mismatch: 3 variables but 1 value"
	_ = m[:] // ERROR "cannot slice m \(variable of type map\[string\]int\)"
	type s struct{ f int }
	var q map[string]s
	q["a"].f = 1 // ERROR `cannot assign to struct field q\["a"\]\.f in map`
}
