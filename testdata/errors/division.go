// flags -e

package p

func f(i int, x float64, c complex128) {
	const zero = 0
	_ = i / 0 // ERROR "invalid operation: division by zero"
	_ = i % zero // ERROR "invalid operation: division by zero"
	_ = x / 0
	_ = x / 0.0
	_ = c / 0
	_ = 1 / 0 // ERROR "invalid operation: division by zero"
	_ = 1.0 / 0.0 // ERROR "invalid operation: division by zero"
	_ = 1 % 0 // ERROR "invalid operation: division by zero"
	_ = x % 2 // ERROR "invalid operation: operator % not defined on x \(variable of type float"
	_ = 5.0 % 2 // ERROR "invalid operation: operator % not defined on 5\.0 \(untyped float consta"
	_ = 'a' / (1 - 1) // ERROR "invalid operation: division by zero"
	i /= 0 // ERROR "invalid operation: division by zero"
	i %= 0 // ERROR "invalid operation: division by zero"
	x /= 0
	const k = 1 / zero // ERROR "invalid operation: division by zero"
	_ = uint8(1) / 0 // ERROR "invalid operation: division by zero"
	_ = 1i / 0i // ERROR "invalid operation: division by zero"
}
