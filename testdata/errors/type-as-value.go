// flags -e
package p

type t struct{}

func f(x int) {
	y := int // ERROR "declared and not used: y" "int \(type\) is not an expression"
	_ = t // ERROR "t \(type\) is not an expression"
	g(string) // ERROR "string \(type\) is not an expression"
	return t // ERROR "t \(type\) is not an expression"
	if int { // ERROR "int \(type\) is not an expression"
	}
	var z x // ERROR "declared and not used: z" "x \(parameter\) is not a type"
	_ = x.(t) // ERROR "invalid operation: x \(variable of type int\) is not an interface"
	z = f.t // ERROR "f\.t undefined \(type func\(x int\) has no field or method t\)"
	_ = []int // ERROR "\[\]int \(type\) is not an expression"
	_ = int + 1 // ERROR "int \(type\) is not an expression"
}

func g(any) {}
