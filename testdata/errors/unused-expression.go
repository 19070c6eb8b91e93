// flags -e
package p

func f(a, b int, c chan int, s []int) {
	a // ERROR "a \(variable of type int\) is not used"
	a + b // ERROR "a \+ b \(value of type int\) is not used"
	f // ERROR "f \(value of type func\(a int, b int, c chan int, s \[\]int\)\) is not used"
	-a // ERROR "-a \(value of type int\) is not used"
	s[0] // ERROR "s\[0\] \(variable of type int\) is not used"
	"text" // ERROR `"text" \(untyped string constant\) is not used`
	a == b // ERROR "a == b \(untyped bool value\) is not used"
	len(s) // ERROR "len\(s\) \(value of type int\) is not used"
	int(a) // ERROR "int\(a\) \(value of type int\) is not used"
	func() {} // ERROR "func\(\) \{\} \(value of type func\(\)\) is not used"
	<-c
	(a) // ERROR "\(a\) \(variable of type int\) is not used"
}
