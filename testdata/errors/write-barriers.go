// flags -+

package p

type t struct{ next *t }

var x t
var y *t

//go:nowritebarrier
func direct() {
	x.next = y // ERROR "write barrier prohibited"
	other()
}

//go:noinline
func other() { x.next = y }

//go:nowritebarrierrec
func first() { second() }

//go:noinline
func second() { third() }

//go:noinline
func third() {
	x.next = y // ERROR "write barrier prohibited by caller; third"
	allowed()
}

//go:yeswritebarrierrec
func allowed() { fourth() }

//go:noinline
func fourth() { x.next = y }
