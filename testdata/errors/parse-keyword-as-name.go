package p

var func = 1 // ERROR "syntax error: unexpected keyword func, expected name"

func type() {} // ERROR "syntax error: unexpected keyword type, expected name or \("

func f(range int) { // ERROR "syntax error: unexpected keyword range, expected \)"
	go := 3 // ERROR "syntax error: unexpected :=, expected expression"
}
