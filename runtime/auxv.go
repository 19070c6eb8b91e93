package runtime

import "unsafe"

// getAuxv returns the auxiliary vector, what the kernel says about the machine: pairs of a tag and a
// value.
func getAuxv() []uintptr {
	i := argc + 1
	for argvAt(i) != nil { // the environment
		i++
	}
	first := add(unsafe.Pointer(argv), uintptr(i+1)*8)
	n := 0
	for *(*uintptr)(add(first, uintptr(n)*8)) != 0 {
		n += 2
	}
	return unsafe.Slice((*uintptr)(first), n+2)
}
