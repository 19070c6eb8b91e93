package p

//go:linkname
//go:linkname f
//go:linkname f a.b
//go:linkname f a b c
func f()

//go:noinline
type T int

//go:nosplit
var x int

//go:notinheap
type U int

func g() {
	//go:noinline
	y := 1 //go:nosplit
	_ = y
}

//go:embed
var e string

//go:nowritebarrier
func h() {}

//go:systemstack
func i() {}

//go:noescape
func j() {}

//go:linkname missing a.b

//go:norace
import "unsafe"

var _ unsafe.Pointer
