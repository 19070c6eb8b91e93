package p

//go:embed x
var a string

//go:linkname b c
func b()

//go:noinline
var d int

//go:nosuch directive
func e() {}

//go:build ignore
