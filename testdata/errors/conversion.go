// flags -e
package p

type celsius float64
type point struct{ x int }
type other struct{ y int }

func f(s string, n int, p *int, x point, b []byte, y float64) {
	_ = int(s) // ERROR "cannot convert s \(variable of type string\) to type int"
	_ = string(y) // ERROR "cannot convert y \(variable of type float64\) to type string"
	_ = []int(s) // ERROR "cannot convert s \(variable of type string\) to type \[\]int"
	_ = (*float64)(p) // ERROR "cannot convert p \(variable of type \*int\) to type \*float64"
	_ = other(x) // ERROR "cannot convert x \(variable of struct type point\) to type other"
	_ = point(n) // ERROR "cannot convert n \(variable of type int\) to type point"
	_ = int("5") // ERROR `cannot convert "5" \(untyped string constant\) to type int`
	_ = bool(1) // ERROR "cannot convert 1 \(untyped int constant\) to type bool"
	_ = string(b) + string(n)
	_ = celsius(y) + celsius("1") // ERROR `cannot convert "1" \(untyped string constant\) to type celsius`
	_ = int(n, n) // ERROR "too many arguments in conversion to int"
	_ = int() // ERROR "missing argument in conversion to int"
	_ = uint(-1) // ERROR "constant -1 overflows uint"
	_ = []byte(5) // ERROR "cannot convert 5 \(untyped int constant\) to type \[\]byte"
	_ = [4]byte(s) // ERROR "cannot convert s \(variable of type string\) to type \[4\]byte"
	_ = error(x) // ERROR "cannot convert x \(variable of struct type point\) to type error: point does not implement error \(missing method Error\)"
	_ = int(nil) // ERROR "cannot convert nil to type int"
	_ = (func())(nil)
}
