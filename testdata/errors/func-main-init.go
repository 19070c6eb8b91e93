package main

func main(x int) {} // ERROR "func main must have no arguments and no return values"

func init() int { return 1 } // ERROR "func init must have no arguments and no return values"

func g() {
	init() // ERROR "undefined: init"
	main() // ERROR "not enough arguments in call to main"
}

var f = init // ERROR "undefined: init"
