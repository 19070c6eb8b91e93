// flags -+

package p

func closure(n int) func() int {
	return func() int { return n } // ERROR "heap-allocated closure closure.func1, not allowed in runtime"
}

func address(n int) *int { // ERROR "n escapes to heap, not allowed in runtime"
	return &n
}
