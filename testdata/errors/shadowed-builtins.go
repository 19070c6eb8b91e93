package p

func f() {
	len := 3
	_ = len("abc") // ERROR "invalid operation: cannot call len \(variable of type int\): int is not a function"
	string := "x"
	_ = string(5) // ERROR "invalid operation: cannot call string \(variable of type string\): string is not a function"
	true := 0
	if true { // ERROR "non-boolean condition in if statement"
	}
	type int float64
	var x int = 1.5
	var y int = "s" // ERROR `cannot use "s" \(untyped string constant\) as int value in variable declaration`
	_, _ = x, y
	nil := 1
	var p *byte = nil // ERROR "cannot use nil \(variable of type int\) as \*byte value in variable declaration"
	_ = p
}
