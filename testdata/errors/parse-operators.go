package p

func f(a, b int) {
	a + + b
	a = b +
	a = *  // ERROR "syntax error: unexpected = at end of statement"
	a =! b
	a <> b // ERROR "syntax error: unexpected >, expected expression"
	c := a ++ + b
}
