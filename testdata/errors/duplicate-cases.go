// flags -e

package p

const one = 1

func values(n int, s string, f float64, b bool) {
	switch n {
	case 1, 2, 1: // ERROR "duplicate case 1 \(constant of type int\) in expression switch"
	case one: // ERROR "duplicate case one \(constant 1 of type int\) in expression switch"
	case 1 + 1: // ERROR "duplicate case 1 \+ 1 \(constant 2 of type int\) in expression switch"
	}
	switch s {
	case "a", "b":
	case "a": // ERROR "duplicate case .a. \(constant of type string\) in expression switch"
	}
	switch f {
	case 0.5, 1.0 / 2: // ERROR "duplicate case 1\.0 / 2 \(constant 0\.5 of type float64\) in expression sw"
	}
	switch {
	case b, true, true:
	}
	switch b {
	case true, false, true:
	}
	switch x := any(n); x {
	case 1, int8(1), 1.0, uint(1), "1", 1: // ERROR "duplicate case 1 \(constant of type int\) in expression switch"
	}
}

func types(x any, e error) {
	switch x.(type) {
	case int, string, int: // ERROR "duplicate case int in type switch"
	case nil, error:
	case nil: // ERROR "duplicate case nil in type switch"
	case interface{ Error() string }, *int:
	}
	switch e := e.(type) { // ERROR "e declared and not used"
	}
	switch e.(type) {
	default:
	case int: // ERROR "impossible type switch case: int"
	default: // ERROR "multiple defaults \(first at "
	}
}
