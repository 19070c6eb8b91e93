// flags -e
package p

func f(x int, s string, p *int) {
	if x { // ERROR "non-boolean condition in if statement"
	}
	for s { // ERROR "non-boolean condition in for statement"
	}
	if p { // ERROR "non-boolean condition in if statement"
	}
	if x = 1; x { // ERROR "non-boolean condition in if statement"
	}
	for i := 0; i; i++ { // ERROR "non-boolean condition in for statement"
	}
	if 1 { // ERROR "non-boolean condition in if statement"
	}
	_ = x && true // ERROR "invalid operation: x && true \(mismatched types int and untyped bool\)"
	_ = !s // ERROR "invalid operation: operator ! not defined on s \(variable of type string\)"
	if nil { // ERROR "non-boolean condition in if statement"
	}
	switch {
	case x: // ERROR "invalid case x in switch on true \(mismatched types int and bool\)"
	case "a": // ERROR `cannot convert "a" \(untyped string constant\) to type bool`
	}
}
