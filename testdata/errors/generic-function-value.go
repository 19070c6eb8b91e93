// A generic function becomes a value where its type arguments can be inferred: in assignments, arguments and results,
// not in literals, sends, conversions or comparisons.
package p

func g[T any](x []T) {}

type S struct{ f func([]int) }

var a = S{g}                           // ERROR "cannot use generic function g without instantiation"
var b = S{f: g}                        // ERROR "cannot use generic function g without instantiation"
var c = []func([]int){g}               // ERROR "cannot use generic function g without instantiation"
var d = map[string]func([]int){"x": g} // ERROR "cannot use generic function g without instantiation"
var e func([]int) = g

func h(ch chan func([]int)) func([]int) {
	ch <- g // ERROR "cannot use generic function g without instantiation"
	e = g
	var x, y func([]int) = g, g
	x, y = g, g
	_, _ = x, y
	one(g)
	many(g, g)
	_ = any(g)           // ERROR "cannot use generic function g without instantiation"
	_ = (func([]int))(g) // ERROR "cannot use generic function g without instantiation"
	if e == g {          // ERROR "cannot use generic function g without instantiation"
	}
	return g
}

func one(f func([]int))       {}
func many(f ...func([]int))   {}
func two() (a, b func([]int)) { return g, g }
