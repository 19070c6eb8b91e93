// flags -std

package p

//go:uintptrkeepalive
func f(uintptr) { // ERROR "go:uintptrkeepalive requires go:nosplit"
}

//go:uintptrkeepalive
//go:nosplit
func g(uintptr) {}

//go:uintptrescapes
func h(uintptr) {}
