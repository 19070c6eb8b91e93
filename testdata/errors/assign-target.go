// flags -e
package p

type point struct{ x int }

const k = 1

func get() point { return point{} }

func f(s string, m point, a [3]int) {
	k = 2 // ERROR "cannot assign to k \(neither addressable nor a map index expression\)"
	s[0] = 'a' // ERROR "cannot assign to s\[0\] \(neither addressable nor a map index expression\)"
	get().x = 1 // ERROR "cannot assign to get\(\)\.x \(neither addressable nor a map index expression\)"
	f = nil // ERROR "cannot assign to f \(neither addressable nor a map index expression\)"
	5 = 6 // ERROR "cannot assign to 5 \(neither addressable nor a map index expression\)"
	(1 + 2) = 3 // ERROR "cannot assign to \(1 \+ 2\) \(neither addressable nor a map index expression\)"
	nil = 4 // ERROR "cannot assign to nil \(neither addressable nor a map index expression\)"
	point = m // ERROR "point \(type\) is not an expression"
	"abc"[1] = 'x' // ERROR `cannot assign to "abc"\[1\] \(neither addressable nor a map index expression\)`
	_ = _ // ERROR "cannot use _ as value or type"
	get().x++ // ERROR "cannot assign to get\(\)\.x \(neither addressable nor a map index expression\)"
	len = 3 // ERROR "len \(built-in\) must be called"
}
