package p

func f(x int) int { return x }

func g() {
	defer len("a") // ERROR `defer discards result of len\("a"\) \(constant 1 of type int\)`
	go int(5) // ERROR "go requires function call, not conversion int\(5\) \(constant 5 of type int\)"
	defer append([]int{}, 1) // ERROR "defer discards result of append\(\[\]int\{\}, 1\) \(value of type \[\]int\)"
	go f // ERROR "expression in go must be function call"
	defer f(1, 2) // ERROR "too many arguments in call to f"
	go func() {} // ERROR "expression in go must be function call"
	defer recover()
	defer panic(1)
	go f("a") // ERROR `cannot use "a" \(untyped string constant\) as int value in argument to f`
	defer (func() {})()
}
