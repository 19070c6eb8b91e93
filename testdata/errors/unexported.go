package p

import "unsafe"

var a = unsafe.sizeof(1) // ERROR "undefined: unsafe\.sizeof \(but have Sizeof\)"
var b = unsafe.Missing // ERROR "undefined: unsafe\.Missing"
var c unsafe.Pointer = 5 // ERROR "cannot use 5 \(untyped int constant\) as unsafe\.Pointer value in variable declaration"
var d = unsafe.Sizeof() // ERROR "invalid operation: not enough arguments for unsafe\.Sizeof\(\) \(expected 1, found 0\)"
var e = unsafe // ERROR "use of package unsafe not in selector"
var f = unsafe.Pointer // ERROR "unsafe\.Pointer \(type\) is not an expression"
var g = unsafe.Offsetof(a) // ERROR "invalid argument: a is not a selector expression"
