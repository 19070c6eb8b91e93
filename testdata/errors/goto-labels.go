// flags -e

package p

func f(c chan int, x any) {
	break // ERROR "break is not in a loop, switch, or select"
	continue // ERROR "continue is not in a loop"
	fallthrough // ERROR "fallthrough statement out of place"
	switch {
	case true:
		continue // ERROR "continue is not in a loop"
	case false:
		fallthrough // ERROR "cannot fallthrough final case in switch"
	}
	switch x.(type) {
	case int:
		fallthrough // ERROR "cannot fallthrough in type switch"
	default:
	}
	select {
	case <-c:
		fallthrough // ERROR "fallthrough statement out of place"
	}
L: // ERROR "label L defined and not used"
	for {
		func() {
			break // ERROR "break is not in a loop, switch, or select"
			continue L // ERROR "continue label not defined: L"
			break L // ERROR "break label not defined: L"
			goto L // ERROR "label L not defined"
		}()
		break M // ERROR "break label not defined: M"
	}
M:
	if true {
		break M // ERROR "invalid break label M"
		continue M // ERROR "invalid continue label M"
	}
N:
	switch {
	default:
		continue N // ERROR "invalid continue label N"
		break N
	}
}
