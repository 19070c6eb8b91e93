package p

func f() {
	defer (f()) // ERROR "expression in defer must not be parenthesized"
	go (f()) // ERROR "expression in go must not be parenthesized"
	defer ((func() {})()) // ERROR "expression in defer must not be parenthesized"
}
