package p

func outer() {
	func inner() int { // ERROR "syntax error: unexpected name inner, expected \("
		return 1 // ERROR "syntax error: unexpected keyword return at end of statement"
	}
	inner() // ERROR "syntax error: non-declaration statement outside function body"
}
