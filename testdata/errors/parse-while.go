package p

func f(x int) int {
	while x > 0 { // ERROR "syntax error: unexpected name x at end of statement"
		x--
	}
	do { // ERROR "syntax error: non-declaration statement outside function body"
		x++
	}
	return x
}
