// flags -e
package p

type celsius float64

func f(a int, b int64, c float64, d string, e celsius, g bool, p *int, s []int) {
	_ = a + b // ERROR "invalid operation: a \+ b \(mismatched types int and int64\)"
	_ = a * c // ERROR "invalid operation: a \* c \(mismatched types int and float64\)"
	_ = d + a // ERROR "invalid operation: d \+ a \(mismatched types string and int\)"
	_ = c - e // ERROR "invalid operation: c - e \(mismatched types float64 and celsius\)"
	_ = a == b // ERROR "invalid operation: a == b \(mismatched types int and int64\)"
	_ = g && a // ERROR "invalid operation: g && a \(mismatched types bool and int\)"
	_ = p == s // ERROR "invalid operation: p == s \(mismatched types \*int and \[\]int\)"
	_ = a < "x" // ERROR `invalid operation: a < "x" \(mismatched types int and untyped string\)`
	_ = d + 'c' // ERROR "invalid operation: d \+ 'c' \(mismatched types string and untyped rune\)"
	_ = a + 1.5 // ERROR "1\.5 \(untyped float constant\) truncated to int"
	_ = b + nil // ERROR "invalid operation: b \+ nil \(mismatched types int64 and untyped nil\)"
}
