// flags -e
package p

func f(n int, p *int, s []int, c chan int, sc chan<- int, g func(), y float64) {
	for range p { // ERROR "cannot range over p \(variable of type \*int\)"
	}
	for i, v := range n { // ERROR "declared and not used: i" "range over n \(variable of type int\) permits only one iteration variable"
	}
	for i, v := range c { // ERROR "declared and not used: i" "range over c \(variable of type chan int\) permits only one iteration variable"
	}
	for range sc { // ERROR "cannot range over sc \(variable of type chan<- int\): receive from send-only channel chan<- int"
	}
	for range g { // ERROR "cannot range over g \(variable of type func\(\)\): func must be func\(yield func\(\.\.\.\) bool\): wrong argument count"
	}
	for range y { // ERROR "cannot range over y \(variable of type float64\)"
	}
	var str string // ERROR "declared and not used: str"
	for str = range s { // ERROR "cannot use str \(value of type int\) as string value in assignment"
	}
	for i, str = range s { // ERROR "undefined: i" "cannot use str \(value of type int\) as string value in assignment"
	}
	for range true { // ERROR "cannot range over true \(untyped bool constant\)"
	}
	for i := range 1.5 { // ERROR "cannot range over 1\.5 \(untyped float constant\)"
	}
}
