// flags -e
package p

func f() {
	g := func(x int) string { return x } // ERROR "cannot use x \(variable of type int\) as string value in return statement"
	g("a") // ERROR `cannot use "a" \(untyped string constant\) as int value in argument to g`
	var h func(int) = func(s string) {} // ERROR "cannot use func\(s string\) \{\} \(value of type func\(s string\)\) as func\(int\) value in variable declaration"
	h(1)
	func(a int) {}() // ERROR "not enough arguments in call to func\(a int\) \{\}"
	x := func() {}() // ERROR "declared and not used: x" "func\(\) \{\}\(\) \(no value\) used as value"
	_ = func() int {} // ERROR "missing return"
	y := func() { return y } // ERROR "declared and not used: y" "undefined: y"
	_ = g == g // ERROR "invalid operation: g == g \(func can only be compared to nil\)"
}
