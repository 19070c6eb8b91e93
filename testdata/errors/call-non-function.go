package p

func f(x int, s string, p *func()) {
	x() // ERROR "invalid operation: cannot call x \(variable of type int\): int is not a function"
	s(1) // ERROR "invalid operation: cannot call s \(variable of type string\): string is not a function"
	p() // ERROR "invalid operation: cannot call p \(variable of type \*func\(\)\): \*func\(\) is not a function"
	5() // ERROR "invalid operation: cannot call 5 \(untyped int constant\): untyped int is not a function"
	nil() // ERROR "invalid operation: cannot call nil: untyped nil is not a function"
	"a"("b") // ERROR `invalid operation: cannot call "a" \(untyped string constant\): untyped string is not a function`
}
