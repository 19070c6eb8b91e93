// flags -e
package p

const zero = 0

func f(x int, y float64) {
	_ = x / 0 // ERROR "invalid operation: division by zero"
	_ = x % 0 // ERROR "invalid operation: division by zero"
	_ = x / zero // ERROR "invalid operation: division by zero"
	_ = 1 / 0 // ERROR "invalid operation: division by zero"
	_ = 1.0 / 0.0 // ERROR "invalid operation: division by zero"
	_ = y / 0
	_ = 5 % 0 // ERROR "invalid operation: division by zero"
	x /= 0 // ERROR "invalid operation: division by zero"
	x %= zero // ERROR "invalid operation: division by zero"
	_ = 1.5 % 2 // ERROR "invalid operation: operator % not defined on 1\.5 \(untyped float constant\)"
	_ = y % 2 // ERROR "invalid operation: operator % not defined on y \(variable of type float64\)"
}
