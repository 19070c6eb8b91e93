package p

func f(x []int) {
	for range := x { // ERROR "syntax error: unexpected :=, expected expression"
	} // ERROR "syntax error: unexpected \}, expected \{ after for clause"
	for i in x { // ERROR "syntax error: unexpected name in, expected \{"
	}
	for i := x { // ERROR "syntax error: cannot use i := x as value"
	}
}
