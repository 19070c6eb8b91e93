package p

func f() {
	go 1 // ERROR "expression in go must be function call"
	defer f // ERROR "expression in defer must be function call"
	go (f()) // ERROR "expression in go must not be parenthesized"
	defer func() {} // ERROR "expression in defer must be function call"
	go f()
}
