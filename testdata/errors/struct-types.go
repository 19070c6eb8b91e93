package p

import "unsafe"

type A struct {
	int
	*string
	**bool // ERROR "syntax error: unexpected \*, expected name"
	[]int // ERROR "syntax error: unexpected \[, expected field name or embedded type"
}
