// flags -e
package p

func two() (int, int) { return 1, 2 }
func none()           {}

func f() {
	a, b := 1 // ERROR "declared and not used: a" "declared and not used: b" "assignment mismatch: 2 variables but 1 value"
	c := 1, 2 // ERROR "declared and not used: c" "assignment mismatch: 1 variable but 2 values"
	d, e, g := two() // ERROR "declared and not used: d" "declared and not used: e" "declared and not used: g" "assignment mismatch: 3 variables but two returns 2 values"
	h := two() // ERROR "declared and not used: h" "assignment mismatch: 1 variable but two returns 2 values"
	var i, j int = 1 // ERROR "declared and not used: i" "declared and not used: j" "assignment mismatch: 2 variables but 1 value"
	k := none() // ERROR "declared and not used: k" "none\(\) \(no value\) used as value"
	a, b = two(), 1
	a = none() // ERROR "none\(\) \(no value\) used as value"
	var l, m = 1, 2, 3 // ERROR "declared and not used: l" "declared and not used: m" "extra init expr 3"
	x, y, z := 1, 2 // ERROR "declared and not used: x" "declared and not used: y" "declared and not used: z" "assignment mismatch: 3 variables but 2 values"
	_ = two() // ERROR "assignment mismatch: 1 variable but two returns 2 values"
}
