package p

var x
var y int =
var z, w int = 1 2
var (
	a int
	b
)
const c
