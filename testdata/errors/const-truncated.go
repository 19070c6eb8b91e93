package p

var a int = 1.5 // ERROR "cannot use 1\.5 \(untyped float constant\) as int value in variable declaration \(truncated\)"
var b int = 2.0
var c = int(3.7) // ERROR "cannot convert 3\.7 \(untyped float constant\) to type int"
var d = 1.5 << 2 // ERROR "invalid operation: shifted operand 1\.5 \(untyped float constant\) must be integer"
var e uint = 1e3
var f int = 1 + 2i // ERROR "cannot use 1 \+ 2i \(untyped complex constant \(1 \+ 2i\)\) as int value in variable declaration \(truncated\)"
var g rune = 'a' * 1.5 // ERROR "cannot use 'a' \* 1\.5 \(untyped float constant 145\.5\) as rune value in variable declaration \(truncated\)"
var h = [2.5]int{} // ERROR "array length 2\.5 \(untyped float constant\) must be integer"
var i = [3]int{}[1.2] // ERROR "1\.2 \(untyped float constant\) truncated to int"
var j = "abc"[0.5] // ERROR "0\.5 \(untyped float constant\) truncated to int"
var k byte = 'a' + 0.5 // ERROR "cannot use 'a' \+ 0\.5 \(untyped float constant 97\.5\) as byte value in variable declaration \(truncated\)"
