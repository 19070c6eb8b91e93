package main

import (
	"fmt"
	_ "unsafe"
)

//go:noinline
func add(a, b int) int { return a + b }

//go:nosplit
func leaf(p *int) int { return *p }

//go:linkname nanotime runtime.nanotime
func nanotime() int64

//go:linkname local main.renamed
func local() string { return "linkname in one package" }

//go:norace
func both() (s string) {
	defer func() { s = fmt.Sprint(recover()) }()
//line fictitious.go:100
	var p *int
	*p = 1
	return
}

/*line other.go:7:3*/
type T struct{ x int }

//go:generate echo never run

// a comment: //go:build windows has no effect here

func main() {
	x := 3
	fmt.Println(add(1, 2), leaf(&x), nanotime() > 0, local(), both(), T{1})
}
