package p

func f(x int) int {
	if x > 0 {
		return 1
	}
	else { // ERROR "syntax error: unexpected keyword else, expected \}"
		return 2
	}
}
