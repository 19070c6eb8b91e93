package p

func none() {}
func two() (int, int) { return 1, 2 }

var (
	a = new(1)
	b = new(nil) // ERROR "use of untyped nil in argument to new"
	c = new() // ERROR "invalid operation: not enough arguments for new\(\) \(expected 1, found 0"
	d = new(1, 2) // ERROR "invalid operation: too many arguments for new\(1, 2\) \(expected 1, found"
	e = new(none()) // ERROR "none\(\) \(no value\) used as value or type"
	f = new(two()) // ERROR "multiple-value two\(\) \(value of type \(int, int\)\) in single-value contex"
	g *string = new(1) // ERROR "cannot use new\(1\) \(value of type \*int\) as \*string value in variable de"
	h = new(undefinedName) // ERROR "undefined: undefinedName"
	i = new(1 << 100) // ERROR "cannot use 1 << 100 \(untyped int constant 1267650600228229401496703205"
	j = new(none)
	k = new(func())
)
