package p

func f(xs []int) {
	for i := 0; i < 10 { // ERROR "syntax error: unexpected \{, expected semicolon or newline"
	} // ERROR "syntax error: unexpected \}, expected expression"
	for i = range { // ERROR "syntax error: unexpected \{, expected expression"
	} // ERROR "syntax error: unexpected \}, expected \{ after for clause"
	for var i = 0; i < 10; i++ { // ERROR "syntax error: var declaration not allowed in for initializer"
	}
	for ;; i := 1 { // ERROR "syntax error: cannot declare in post statement of for loop"
	}
	for a, b, c := range xs {
	}
}
