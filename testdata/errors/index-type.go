// flags -e
package p

func f(s []int, a [3]int, t string, p *[3]int, q *[]int, n int, y float64) {
	_ = s["a"] // ERROR `cannot convert "a" \(untyped string constant\) to type int`
	_ = s[1.5] // ERROR "1\.5 \(untyped float constant\) truncated to int"
	_ = s[-1] // ERROR "invalid argument: index -1 \(constant of type int\) must not be negative"
	_ = a[3] // ERROR "invalid argument: index 3 out of bounds \[0:3\]"
	_ = a[y] // ERROR "invalid argument: index y \(variable of type float64\) must be integer"
	_ = t["x"] // ERROR `cannot convert "x" \(untyped string constant\) to type int`
	_ = p[5] // ERROR "invalid argument: index 5 out of bounds \[0:3\]"
	_ = q[0] // ERROR "cannot index q \(variable of type \*\[\]int\)"
	_ = n[0] // ERROR "cannot index n \(variable of type int\)"
	_ = "abc"[3] // ERROR "invalid argument: index 3 out of bounds \[0:3\]"
	_ = s[nil] // ERROR "cannot convert nil to type int"
	_ = s[true] // ERROR "cannot convert true \(untyped bool constant\) to type int"
	_ = a[:4] // ERROR "invalid argument: index 4 out of bounds \[0:4\]"
	_ = a[2:1] // ERROR "invalid slice indices: 1 < 2"
	_ = "abc"[2:1] // ERROR "invalid slice indices: 1 < 2"
	_ = t[0:1:2] // ERROR "invalid operation: 3-index slice of string"
	_ = n[1:] // ERROR "cannot slice n \(variable of type int\)"
	_ = [3]int{}[:] // ERROR "cannot slice unaddressable value \[3\]int\{\} \(value of type \[3\]int\)"
}
