package p

var x int = "not reported, because of the syntax error below"

func f() {
	y := 1
	return ) // ERROR "syntax error: unexpected \), expected expression"
}
