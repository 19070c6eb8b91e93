// flags -e
package p

func f(x int, u uint, y float64) {
	_ = 1 << -1 // ERROR "invalid operation: negative shift count -1 \(untyped int constant\)"
	_ = x << -1 // ERROR "invalid operation: negative shift count -1 \(untyped int constant\)"
	_ = x << 1.5 // ERROR "1\.5 \(untyped float constant\) truncated to uint"
	_ = x << "a" // ERROR `cannot convert "a" \(untyped string constant\) to type uint`
	_ = 1.5 << u // ERROR "invalid operation: shifted operand 1\.5 \(untyped float constant\) must be integer"
	_ = y << 2 // ERROR "invalid operation: shifted operand y \(variable of type float64\) must be integer"
	_ = "a" << 1 // ERROR `invalid operation: shifted operand "a" \(untyped string constant\) must be integer`
	_ = x << y // ERROR "invalid operation: shift count y \(variable of type float64\) must be integer"
	_ = 1.0 << x // ERROR "invalid operation: shifted operand 1\.0 \(type float64\) must be integer"
	var _ float64 = 1 << x // ERROR "invalid operation: shifted operand 1 \(type float64\) must be integer"
	_ = x >> 100
	_ = int8(1) << 8 // ERROR "int8\(1\) << 8 \(constant 256 of type int8\) overflows int8"
	const k int8 = 1 << 7 // ERROR "cannot use 1 << 7 \(untyped int constant 128\) as int8 value in constant declaration \(overflows\)"
	_ = 2 << 1000 // ERROR "constant shift overflow"
}
