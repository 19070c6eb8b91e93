// flags -e

package p

type T struct{}

var n = 3

var (
	a [n]int // ERROR "invalid array length n"
	b [-1]int // ERROR "invalid array length -1 \(untyped int constant\)"
	c [1.5]int // ERROR "array length 1\.5 \(untyped float constant\) must be integer"
	d ["a"]int // ERROR "array length .a. \(untyped string constant\) must be integer"
	e [2.0]int
	f [...]int // ERROR "invalid use of \[\.\.\.\] array \(outside a composite literal\)"
	g [1 << 100]int // ERROR "invalid array length 1 << 100 \(untyped int constant 126765060022822940"
	h [undefinedName]int // ERROR "undefined array length undefinedName or missing type constraint"
	i [T]int // ERROR "invalid array length T"
	j [len(n)]int // ERROR "invalid argument: n \(variable of type int\) for built-in len"
	k = [2]int{1, 2, 3} // ERROR "index 2 is out of bounds \(>= 2\)"
	l = [...]int{5: 1, 2, 5: 3} // ERROR "duplicate index 5 in array or slice literal"
	m = [2]int{-1: 1} // ERROR "invalid argument: index -1 \(constant of type int\) must not be negative"
	o = [2]int{n: 1} // ERROR "index n must be integer constant"
	p = [2]int{"a": 1} // ERROR "cannot convert .a. \(untyped string constant\) to type int"
	q = [2]int{2: 1} // ERROR "invalid argument: index 2 out of bounds \[0:2\]"
	r = [3]int{1, 2} == [2]int{1, 2} // ERROR "invalid operation: \[3\]int\{"
	s = a[3]
	t = e[2] // ERROR "invalid argument: index 2 out of bounds \[0:2\]"
	u = e[1:3] // ERROR "invalid argument: index 3 out of bounds \[0:3\]"
	v = [2]int{1, 2}[:] // ERROR "cannot slice unaddressable value \[2\]int\{"
	w [3][]int = [][]int{{1}} // ERROR "cannot use \[\]\[\]int\{"
	x = [][2]int{{1, 2, 3}, {1}} // ERROR "index 2 is out of bounds \(>= 2\)"
	y = [2][]string{{1}} // ERROR "cannot use 1 \(untyped int constant\) as string value in array or slice "
)

const cc = len([...]int{1, 2, 3})

var z [cc]int = [4]int{} // ERROR "cannot use \[4\]int\{\} \(value of type \[4\]int\) as \[3\]int value in variable"
