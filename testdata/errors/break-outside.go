package p

func f(x int) {
	break // ERROR "break is not in a loop, switch, or select"
	continue // ERROR "continue is not in a loop"
	if x > 0 {
		break // ERROR "break is not in a loop, switch, or select"
	}
	switch x {
	case 1:
		continue // ERROR "continue is not in a loop"
	case 2:
		break
	}
	for {
		func() {
			break // ERROR "break is not in a loop, switch, or select"
		}()
	}
	fallthrough // ERROR "fallthrough statement out of place"
L:
	if x > 1 {
		break L // ERROR "invalid break label L"
	}
M:
	switch x {
	case 1:
		continue M // ERROR "invalid continue label M"
	}
	for {
		break N // ERROR "break label not defined: N"
	}
}
