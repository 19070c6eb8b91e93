package main

import (
	"fmt"
	"unsafe"
)

type T struct{ _ int }

func main() {
	fmt._("x")
	_ = unsafe._
	var t T
	t._ = 1
	_ = fmt._ + 1
	_ = unsafe._(1)
}
