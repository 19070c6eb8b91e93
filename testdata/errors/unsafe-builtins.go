// flags -e

package p

import "unsafe"

type T struct {
	a int
	E
	*F
}
type E struct{ b int }
type F struct{ c int }

func (T) m() {}

func f(t T, p *T, i int, s []int, u unsafe.Pointer) {
	_ = unsafe.Sizeof() // ERROR "invalid operation: not enough arguments for unsafe\.Sizeof\(\) \(expected "
	_ = unsafe.Sizeof(1, 2) // ERROR "invalid operation: too many arguments for unsafe\.Sizeof\(1, 2\) \(expecte"
	_ = unsafe.Sizeof(f()) // ERROR "not enough arguments in call to f" "f\(\) \(no value\) used as value"
	_ = unsafe.Offsetof(t) // ERROR "invalid argument: t is not a selector expression"
	_ = unsafe.Offsetof(t.m) // ERROR "invalid argument: t\.m is a method value"
	_ = unsafe.Offsetof(t.c) // ERROR "invalid argument: field c is embedded via a pointer in T"
	_ = unsafe.Offsetof(t.b)
	_ = unsafe.Offsetof(1) // ERROR "invalid argument: 1 is not a selector expression"
	_ = unsafe.Offsetof(t.zz) // ERROR "invalid argument: T has no single field zz"
	_ = unsafe.Alignof(int) // ERROR "int \(type\) is not an expression"
	_ = unsafe.Add(p, 1) // ERROR "cannot use p \(variable of type \*T\) as unsafe\.Pointer value in argument"
	_ = unsafe.Add(u, "a") // ERROR "cannot convert .a. \(untyped string constant\) to type int"
	_ = unsafe.Slice(i, 1) // ERROR "invalid argument: i \(variable of type int\) is not a pointer"
	_ = unsafe.Slice(p, -1) // ERROR "invalid argument: length -1 \(constant of type int\) must not be negativ"
	_ = unsafe.Slice(p, 1.5) // ERROR "1\.5 \(untyped float constant\) truncated to int"
	_ = unsafe.SliceData(p) // ERROR "invalid argument: p \(variable of type \*T\) is not a slice"
	_ = unsafe.String(p, 1) // ERROR "cannot use p \(variable of type \*T\) as \*byte value in argument to unsaf"
	_ = unsafe.StringData(s) // ERROR "cannot use s \(variable of type \[\]int\) as string value in argument to u"
	_ = unsafe.Missing // ERROR "undefined: unsafe\.Missing"
	_ = unsafe.sizeof(1) // ERROR "undefined: unsafe\.sizeof \(but have Sizeof\)"
	unsafe.Sizeof(1) // ERROR "unsafe\.Sizeof\(1\) \(constant 8 of type uintptr\) is not used"
	var _ unsafe.pointer // ERROR "undefined: unsafe\.pointer \(but have Pointer\)"
	_ = unsafe // ERROR "use of package unsafe not in selector"
	_ = u + 1 // ERROR "invalid operation: u \+ 1 \(mismatched types unsafe\.Pointer and untyped "
	_ = *u // ERROR "invalid operation: cannot indirect u \(variable of type unsafe\.Pointer\)"
	_ = u.x // ERROR "u\.x undefined \(type unsafe\.Pointer has no field or method x\)"
}
