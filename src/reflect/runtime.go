package reflect

import (
	"internal/abi"
	"runtime"
	"unsafe"
)

// What the runtime provides.

func unsafe_New(t *abi.Type) unsafe.Pointer
func unsafe_NewArray(t *abi.Type, n int) unsafe.Pointer

//go:noescape
func typedmemmove(t *abi.Type, dst, src unsafe.Pointer)

//go:noescape
func memmove(dst, src unsafe.Pointer, n uintptr)

//go:noescape
func typedmemclr(t *abi.Type, p unsafe.Pointer)

//go:noescape
func typedarrayclear(elem *abi.Type, p unsafe.Pointer, n int)

//go:noescape
func typedslicecopy(t *abi.Type, dst, src sliceHeader) int

func unsafeslice(t *abi.Type, p unsafe.Pointer, n int)
func growslice(elem *abi.Type, old sliceHeader, num int) sliceHeader
func ifaceE2I(t *abi.Type, src any, dst unsafe.Pointer)
func typehash(t *abi.Type, p unsafe.Pointer, h uintptr) uintptr

func resolveNameOff(base unsafe.Pointer, off int32) unsafe.Pointer
func resolveTypeOff(base unsafe.Pointer, off int32) unsafe.Pointer
func resolveTextOff(base unsafe.Pointer, off int32) unsafe.Pointer
func addReflectOff(p unsafe.Pointer) int32
func typelinks() (sections []unsafe.Pointer, offset [][]int32)

func makechan(t *abi.Type, size int) unsafe.Pointer
func chancap(ch unsafe.Pointer) int
func chanlen(ch unsafe.Pointer) int
func chanclose(ch unsafe.Pointer)
func chanrecv(ch unsafe.Pointer, nb bool, p unsafe.Pointer) (selected, received bool)
func chansend0(ch unsafe.Pointer, p unsafe.Pointer, nb bool) bool

// A sliceHeader is how a slice lies in memory.
type sliceHeader struct {
	Data unsafe.Pointer
	Len  int
	Cap  int
}

// add returns p + n bytes.
func add(p unsafe.Pointer, n uintptr) unsafe.Pointer {
	return unsafe.Pointer(uintptr(p) + n)
}

// codeName returns the name of a function.
func codeName[F any](f F) string {
	return runtime.FuncForPC(**(**uintptr)(unsafe.Pointer(&f))).Name()
}

// itoa formats n in decimal.
func itoa(n int) string {
	var buf [20]byte
	i := len(buf)
	u := uint(n)
	if n < 0 {
		u = -u
	}
	for {
		i--
		buf[i] = byte('0' + u%10)
		u /= 10
		if u == 0 {
			break
		}
	}
	if n < 0 {
		i--
		buf[i] = '-'
	}
	return string(buf[i:])
}
