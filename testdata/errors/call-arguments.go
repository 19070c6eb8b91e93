// flags -e
package p

func f(a int, b string) int { return a }
func v(a int, b ...string)  {}
func two() (int, int)       { return 1, 2 }

func g(s []string) {
	f(1) // ERROR "not enough arguments in call to f"
	f(1, "a", 2) // ERROR "too many arguments in call to f"
	f("a", 1) // ERROR `cannot use "a" \(untyped string constant\) as int value in argument to f` "cannot use 1 \(untyped int constant\) as string value in argument to f"
	f() // ERROR "not enough arguments in call to f"
	f(two()) // ERROR "cannot use two\(\) \(value of type int\) as string value in argument to f"
	v() // ERROR "not enough arguments in call to v"
	v(1, 2) // ERROR "cannot use 2 \(untyped int constant\) as string value in argument to v"
	v(1, s) // ERROR "cannot use s \(variable of type \[\]string\) as string value in argument to v"
	v(1, "a", s...) // ERROR "too many arguments in call to v"
	f(1, s...) // ERROR "cannot use \.\.\. in call to non-variadic f"
	two(3) // ERROR "too many arguments in call to two"
	x := f(1, "a")("b") // ERROR `invalid operation: cannot call f\(1, "a"\) \(value of type int\): int is not a function`
	_ = x
}
