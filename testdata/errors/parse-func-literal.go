package p

func f() {
	func g() {} // ERROR "syntax error: unexpected name g, expected \("
	x := func { } // ERROR "syntax error: non-declaration statement outside function body"
	func() {} // ERROR "method has no receiver" "syntax error: unexpected \{, expected name"
} // ERROR "syntax error: non-declaration statement outside function body"
