package p

func f(x int, s string, v any) {
	switch x {
	case 1, 2:
	case 3, 1: // ERROR "duplicate case 1 \(constant of type int\) in expression switch"
	case 2: // ERROR "duplicate case 2 \(constant of type int\) in expression switch"
	}
	switch s {
	case "a":
	case "b", "a": // ERROR `duplicate case "a" \(constant of type string\) in expression switch`
	}
	switch v.(type) {
	case int:
	case string, int: // ERROR "duplicate case int in type switch"
	case nil:
	case nil: // ERROR "duplicate case nil in type switch"
	}
	switch {
	case true:
	case true:
	}
	switch x {
	case "a": // ERROR `cannot convert "a" \(untyped string constant\) to type int`
	case 1.5: // ERROR "1\.5 \(untyped float constant\) truncated to int"
	case nil: // ERROR "cannot convert nil to type int"
	}
}
