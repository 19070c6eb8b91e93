// flags -e
package p

type s struct{ f []int }
type g struct{ f func() }

func f(a, b []int, c, d func(), e, h s, m, n map[int]int, v any, k [2]s, x g) {
	_ = a == b // ERROR "invalid operation: a == b \(slice can only be compared to nil\)"
	_ = c == d // ERROR "invalid operation: c == d \(func can only be compared to nil\)"
	_ = e == h // ERROR "invalid operation: e == h \(struct containing \[\]int cannot be compared\)"
	_ = m == n // ERROR "invalid operation: m == n \(map can only be compared to nil\)"
	_ = a == nil
	_ = a < nil // ERROR "invalid operation: a < nil \(operator < not defined on slice\)"
	_ = k == k // ERROR "invalid operation: k == k \(\[2\]s cannot be compared\)"
	_ = v == a // ERROR "invalid operation: v == a \(slice can only be compared to nil\)"
	_ = x != x // ERROR "invalid operation: x != x \(struct containing func\(\) cannot be compared\)"
	_ = nil == nil // ERROR "invalid operation: nil == nil \(operator == not defined on untyped nil\)"
	_ = v < v // ERROR "invalid operation: v < v \(operator < not defined on interface\)"
	_ = true < false // ERROR "invalid operation: true < false \(operator < not defined on untyped bool\)"
	_ = 1i < 2i // ERROR "invalid operation: 1i < 2i \(operator < not defined on untyped complex\)"
	_ = &a < &b // ERROR "invalid operation: &a < &b \(operator < not defined on pointer\)"
	var t map[[]int]string // ERROR "invalid map key type \[\]int"
	_ = t
	switch c {
	case d: // ERROR "invalid case d in switch on c \(func can only be compared to nil\)"
	}
}
