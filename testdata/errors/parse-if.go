package p

func f(x int) {
	if { // ERROR "syntax error: missing condition in if statement"
	}
	if x := 1 { // ERROR "syntax error: cannot use x := 1 as value"
	}
	if x = 1 { // ERROR "syntax error: cannot use assignment x = 1 as value"
	}
	if x := 1; { // ERROR "syntax error: missing condition in if statement"
	}
	if x == 1; x := 2 { // ERROR "syntax error: cannot use x := 2 as value"
	}
}
