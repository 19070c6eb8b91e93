// flags -e

package p

func f(a int, b string, c ...float64)   {}
func g() (int, error)                   { return 0, nil }
func h(func(int) string)                {}

type T struct{}

func (T) m(int) (string, error) { return "", nil }

type I interface{ m(string) (string, error) }

func test(t T) {
	f() // ERROR "not enough arguments in call to f"
	f(1) // ERROR "not enough arguments in call to f"
	f("a", 1) // ERROR "cannot use .a. \(untyped string constant\) as int value in argument to f" "cannot use 1 \(untyped int constant\) as string value in argument to f"
	f(1, "a", "b") // ERROR "cannot use .b. \(untyped string constant\) as float64 value in argument "
	f(1, "a", []float64{1}) // ERROR "cannot use \[\]float64\{"
	f(1, "a", []float64{1}...)
	f(1, "a", 2, []float64{1}...) // ERROR "too many arguments in call to f"
	f(g()) // ERROR "cannot use g\(\) \(value of interface type error\) as string value in argu"
	g(1) // ERROR "too many arguments in call to g"
	h(func(string) int { return 0 }) // ERROR "cannot use func\(string\) int \{"
	h(g) // ERROR "cannot use g \(value of type func\(\) \(int, error\)\) as func\(int\) string v"
	t.m() // ERROR "not enough arguments in call to t\.m"
	t.m(1, 2) // ERROR "too many arguments in call to t\.m"
	var _ I = t // ERROR "cannot use t \(variable of struct type T\) as I value in variable declar"
	_ = I(t) // ERROR "cannot convert t \(variable of struct type T\) to type I: T does not imp"
	func(x, y int) {}(1) // ERROR "not enough arguments in call to func\(x, y int\) \{\}"
	_, _ = t.m("a") // ERROR "cannot use .a. \(untyped string constant\) as int value in argument to t"
	T.m(1) // ERROR "not enough arguments in call to T\.m"
	T.m(t) // ERROR "not enough arguments in call to T\.m"
}
