// flags -e
package p

func f(x int, p *int, s string) {
	_ = *x // ERROR "invalid operation: cannot indirect x \(variable of type int\)"
	_ = **p // ERROR "invalid operation: cannot indirect \*p \(variable of type int\)"
	_ = *s // ERROR "invalid operation: cannot indirect s \(variable of type string\)"
	_ = *nil // ERROR "invalid operation: cannot indirect nil"
	_ = &1 // ERROR "invalid operation: cannot take address of 1 \(untyped int constant\)"
	_ = &f() // ERROR "not enough arguments in call to f" "f\(\) \(no value\) used as value"
	_ = &"a" // ERROR `invalid operation: cannot take address of "a" \(untyped string constant\)`
	_ = &(x + 1) // ERROR "invalid operation: cannot take address of x \+ 1 \(value of type int\)"
	_ = *f // ERROR "invalid operation: cannot indirect f \(value of type func\(x int, p \*int, s string\)\)"
	*p.x = 1 // ERROR "p\.x undefined \(type \*int has no field or method x\)"
	_ = &p
}
