// flags -e
package p

const k = 1

func f(s string, b bool, p *int, x []int) {
	s++ // ERROR "invalid operation: s\+\+ \(non-numeric type string\)"
	b-- // ERROR "invalid operation: b-- \(non-numeric type bool\)"
	p++ // ERROR "invalid operation: p\+\+ \(non-numeric type \*int\)"
	k++ // ERROR "cannot assign to k \(neither addressable nor a map index expression\)"
	5++ // ERROR "cannot assign to 5 \(neither addressable nor a map index expression\)"
	f++ // ERROR "invalid operation: f\+\+ \(non-numeric type func\(s string, b bool, p \*int, x \[\]int\)\)"
	x[0]++
	x++ // ERROR "invalid operation: x\+\+ \(non-numeric type \[\]int\)"
	len(x)++ // ERROR "cannot assign to len\(x\) \(neither addressable nor a map index expression\)"
	s += 1 // ERROR "invalid operation: s \+= 1 \(mismatched types string and untyped int\)"
	s -= "a" // ERROR "invalid operation: operator - not defined on s \(variable of type string\)"
	b += true // ERROR "invalid operation: operator \+ not defined on b \(variable of type bool\)"
	s[0] += 1 // ERROR "cannot assign to s\[0\] \(neither addressable nor a map index expression\)"
}
