// flags -e

package p

import (
	"unsafe" // ERROR ".unsafe. imported and not used"
	u "unsafe" // ERROR ".unsafe. imported as u and not used"
	. "unsafe" // ERROR ".unsafe. imported and not used"
	_ "unsafe"
)

var a = b // ERROR "undefined: b"

func f() {
	a := a // ERROR "declared and not used: a"
	x := x // ERROR "declared and not used: x" "undefined: x"
	var y = y // ERROR "declared and not used: y" "undefined: y"
	const c = c // ERROR "undefined: c"
	type t []t
	type s struct{ f s } // ERROR "invalid recursive type: s refers to itself"
	{
		z := 1 // ERROR "declared and not used: z"
	}
	_ = z // ERROR "undefined: z"
	if w := 1; w > 0 {
	} else if w < 0 {
	}
	_ = w // ERROR "undefined: w"
	for i := 0; ; {
		_ = i
	}
	_ = i // ERROR "undefined: i"
	var f = f() // ERROR "declared and not used: f" "f\(\) \(no value\) used as value"
	g := func() { g() } // ERROR "declared and not used: g" "undefined: g"
	int := 1
	var _ int // ERROR "int \(local variable\) is not a type"
	true := false
	_ = true && 1 // ERROR "invalid operation: true && 1 \(mismatched types bool and untyped int\)"
	var v int // ERROR "int \(local variable\) is not a type"
	func() { v = 1 }()
	func() { _ = v }()
	var only int // ERROR "declared and not used: only" "int \(local variable\) is not a type"
	only = 1
	var inc int // ERROR "int \(local variable\) is not a type"
	inc++
}

func int32() {}

var _ int32 // ERROR "int32 \(function\) is not a type"
