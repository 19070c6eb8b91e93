package p

import _ "unsafe"

type t int

var x, y int

// The comment of a directive is part of it, so its errors are announced here.
var _ = 1 // ERROR "must refer to declared function or variable"
var _ = 2 // ERROR "must refer to declared function or variable"
var _ = 3 // ERROR "duplicate //go:linkname for x"
var _ = 4 // ERROR "reference of an instantiation is not allowed"

//go:linkname x first
//line linkname-misuse.go:10
//go:linkname missing missing
//go:linkname t t
//go:linkname x second
//go:linkname i F[go.shape.int]
