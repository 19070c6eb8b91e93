// flags -e
package p

func f(x int, s []int, a [3]int, c chan int, r <-chan int) {
	_ = len() // ERROR "invalid operation: not enough arguments for len\(\) \(expected 1, found 0\)"
	_ = len(x) // ERROR "invalid argument: x \(variable of type int\) for built-in len"
	_ = len(s, s) // ERROR "invalid operation: too many arguments for len\(s, s\) \(expected 1, found 2\)"
	_ = cap("abc") // ERROR `invalid argument: "abc" \(untyped string constant\) for built-in cap`
	_ = append() // ERROR "invalid operation: not enough arguments for append\(\) \(expected 1, found 0\)"
	_ = append(x, 1) // ERROR "invalid append: argument must be a slice; have x \(variable of type int\)"
	_ = append(s, "a") // ERROR `cannot use "a" \(untyped string constant\) as int value in argument to append`
	_ = make(int) // ERROR "invalid argument: cannot make int: type must be slice, map, or channel"
	_ = make([]int) // ERROR "invalid operation: make\(\[\]int\) expects 2 or 3 arguments; found 1"
	_ = make([]int, "a") // ERROR `cannot convert "a" \(untyped string constant\) to type int`
	_ = make([]int, 5, 3) // ERROR "invalid argument: length and capacity swapped"
	_ = make([]int, -1) // ERROR "invalid argument: index -1 \(constant of type int\) must not be negative"
	_ = new(5)
	_ = new() // ERROR "invalid operation: not enough arguments for new\(\) \(expected 1, found 0\)"
	copy(s, "abc") // ERROR `invalid copy: arguments s \(variable of type \[\]int\) and "abc" \(untyped string constant\) have different element types int and byte`
	copy(s) // ERROR "invalid operation: not enough arguments for copy\(s\) \(expected 2, found 1\)"
	close(s) // ERROR "invalid operation: cannot close non-channel s \(variable of type \[\]int\)"
	close(r) // ERROR "invalid operation: cannot close receive-only channel r \(variable of type <-chan int\)"
	delete(s, 1) // ERROR "invalid argument: s \(variable of type \[\]int\) is not a map"
	panic() // ERROR "invalid operation: not enough arguments for panic\(\) \(expected 1, found 0\)"
	_ = complex(1, "a") // ERROR `invalid operation: complex\(1, "a"\) \(mismatched types untyped float and untyped string\)`
	_ = real("a") // ERROR "invalid argument: argument has type untyped string, expected complex type"
	_ = min(1, "a") // ERROR `invalid argument: mismatched types untyped int \(previous argument\) and untyped string \(type of "a"\)`
	_ = max() // ERROR "invalid operation: not enough arguments for max\(\) \(expected 1, found 0\)"
	clear(x) // ERROR "invalid argument: cannot clear x \(variable of type int\): argument must be \(or constrained by\) map or slice"
	_ = append // ERROR "append \(built-in\) must be called"
}
