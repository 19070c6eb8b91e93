// flags -e

package p

func none()             {}
func one() int          { return 1 }
func two() (int, int)   { return 1, 2 }
func args(...int)       {}

var a, b = 1 // ERROR "assignment mismatch: 2 variables but 1 value"
var c, d = 1, 2, 3 // ERROR "extra init expr 3"
var e, f = two(), 1 // ERROR "multiple-value two\(\) \(value of type \(int, int\)\) in single-value contex"
var g int = none() // ERROR "none\(\) \(no value\) used as value"
var h = two() // ERROR "multiple-value two\(\) \(value of type \(int, int\)\) in single-value contex"
var i, j int = one() // ERROR "assignment mismatch: 2 variables but one returns 1 value"

func k() (int, string) {
	x, y := one() // ERROR "declared and not used: x" "declared and not used: y" "assignment mismatch: 2 variables but one returns 1 value"
	x, y = 1 // ERROR "assignment mismatch: 2 variables but 1 value"
	x, y = two(), 3
	x = none() // ERROR "none\(\) \(no value\) used as value"
	x, y, z := two() // ERROR "declared and not used: z" "assignment mismatch: 3 variables but two returns 2 values"
	_, _ = none() // ERROR "none\(\) \(no value\) used as value"
	_ = two() // ERROR "assignment mismatch: 1 variable but two returns 2 values"
	args(two(), 1) // ERROR "multiple-value two\(\) \(value of type \(int, int\)\) in single-value contex"
	args(none()) // ERROR "none\(\) \(no value\) used as value"
	for i := range two() { // ERROR "multiple-value two\(\) \(value of type \(int, int\)\) in single-value contex"
	}
	if x := two(); x { // ERROR "assignment mismatch: 1 variable but two returns 2 values"
	}
	m := map[string]int{}
	v, ok, more := m["a"] // ERROR "declared and not used: v" "declared and not used: ok" "declared and not used: more" "assignment mismatch: 3 variables but 1 value"
	v, ok = <-make(chan int), 1
	return 1 // ERROR "not enough return values"
	return 1, "a", 2 // ERROR "too many return values"
	return two() // ERROR "cannot use two\(\) \(value of type int\) as string value in return stateme"
	return // ERROR "not enough return values"
	return none() // ERROR "none\(\) \(no value\) used as value"
}

func none2() { return 1 } // ERROR "too many return values"

func named() (x int, err error) {
	{
		x := 2 // ERROR "declared and not used: x"
		return // ERROR "result parameter x not in scope at return"
	}
	return 1 // ERROR "not enough return values"
}
