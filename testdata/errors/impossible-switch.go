package p

func f(e error, n int) {
	switch e.(type) {
	case int: // ERROR "impossible type switch case: int"
	case string: // ERROR "impossible type switch case: string"
	}
	switch n.(type) { // ERROR "n \(variable of type int\) is not an interface"
	case int:
	}
	switch x := e.(type) { // ERROR "x declared and not used"
	case error:
		x = nil
	}
}
