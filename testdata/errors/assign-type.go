// flags -e
package p

type point struct{ x, y int }

func f(a int, s string) {
	var x int = "hello" // ERROR `cannot use "hello" \(untyped string constant\) as int value in variable declaration`
	var y string = 5 // ERROR "cannot use 5 \(untyped int constant\) as string value in variable declaration"
	a = s // ERROR "cannot use s \(variable of type string\) as int value in assignment"
	s = a // ERROR "cannot use a \(variable of type int\) as string value in assignment"
	a = 1.5 // ERROR "cannot use 1\.5 \(untyped float constant\) as int value in assignment \(truncated\)"
	var p point = 3 // ERROR "cannot use 3 \(untyped int constant\) as point value in variable declaration"
	var q *point = point{} // ERROR "cannot use point\{\} \(value of struct type point\) as \*point value in variable declaration"
	var r []int = []string{"a"} // ERROR "cannot use \[\]string\{…\} \(value of type \[\]string\) as \[\]int value in variable declaration"
	var u uint8 = 256 // ERROR "cannot use 256 \(untyped int constant\) as uint8 value in variable declaration \(overflows\)"
	var v int = nil // ERROR "cannot use nil as int value in variable declaration"
	_, _, _, _, _, _, _ = x, y, p, q, r, u, v
}
