// flags -e
package p

func f(x int, b bool, s string, y float64, p *int, c chan<- int) {
	_ = !x // ERROR "invalid operation: operator ! not defined on x \(variable of type int\)"
	_ = -b // ERROR "invalid operation: operator - not defined on b \(variable of type bool\)"
	_ = -s // ERROR "invalid operation: operator - not defined on s \(variable of type string\)"
	_ = ^y // ERROR "invalid operation: operator \^ not defined on y \(variable of type float64\)"
	_ = +p // ERROR "invalid operation: operator \+ not defined on p \(variable of type \*int\)"
	_ = ^1.5 // ERROR "invalid operation: operator \^ not defined on 1\.5 \(untyped float constant\)"
	_ = !"a" // ERROR `invalid operation: operator ! not defined on "a" \(untyped string constant\)`
	_ = <-x // ERROR "invalid operation: cannot receive from non-channel int x \(variable of type int\)"
	_ = <-c // ERROR "invalid operation: cannot receive from send-only channel chan<- int c \(variable of type chan<- int\)"
	_ = -nil // ERROR "invalid operation: operator - not defined on nil"
	_ = ^uint8(1)
	var u uint8 = ^1 // ERROR "cannot use \^1 \(untyped int constant -2\) as uint8 value in variable declaration \(overflows\)"
	var w uint8 = -1 // ERROR "cannot use -1 \(untyped int constant\) as uint8 value in variable declaration \(overflows\)"
	_, _ = u, w
}
