package p

func f(x any) {
	switch x.(type) {
	default:
	case int:
	default: // ERROR "multiple defaults \(first at \./duplicate-default\.go:5:2\)"
	}
	switch x := x.(type) { // ERROR "x declared and not used"
	}
}
