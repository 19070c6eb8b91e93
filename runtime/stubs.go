// Functions without Go bodies, and the smallest helpers everything else uses.

package runtime

import "unsafe"

// getg returns the current g; the compiler makes it one instruction.
func getg() *g

// mcall saves the current goroutine and runs fn(g) on g0's stack; fn must not return.
//
//go:noescape
func mcall(fn func(*g))

// systemstack runs fn on g0's stack, where there is room and nothing moves.
//
//go:noescape
func systemstack(fn func())

// gogo continues the goroutine saved in buf.
func gogo(buf *gobuf)

func morestack()
func morestack_noctxt()
func mstart()
func rt0_go()
func goexit()
func abort()
func breakpoint()
func panicBounds()
func panicExtend()
func unreachableMethod()
func mapinitnoop()
func procyield(cycles uint32)
func cputicks() int64
func publicationBarrier()
func getfp() uintptr

func goexitPC() uintptr
func sigpanic0PC() uintptr
func sigtrampPC() uintptr
func sigreturnPC() uintptr
func unreachableMethodPC() uintptr

// memmove copies n bytes; the areas may overlap.
//
//go:noescape
func memmove(to, from unsafe.Pointer, n uintptr)

// memclrNoHeapPointers clears n bytes in which the collector sees no pointers, or which
// no one else can see yet.
//
//go:noescape
func memclrNoHeapPointers(ptr unsafe.Pointer, n uintptr)

// memequal reports whether size bytes are the same. internal/bytealg has the code.
//
//go:noescape
func memequal(a, b unsafe.Pointer, size uintptr) bool

// add returns p + x bytes.
//
//go:nosplit
func add(p unsafe.Pointer, x uintptr) unsafe.Pointer {
	return unsafe.Pointer(uintptr(p) + x)
}

// noescape hides a pointer from escape analysis: the value is the same.
//
//go:nosplit
func noescape(p unsafe.Pointer) unsafe.Pointer {
	x := uintptr(p)
	return unsafe.Pointer(x ^ 0)
}

// alignUp rounds n up to a multiple of a, a power of two.
//
//go:nosplit
func alignUp(n, a uintptr) uintptr { return (n + a - 1) &^ (a - 1) }

// readUnaligned32 and readUnaligned64 load numbers from any address.
//
//go:nosplit
func readUnaligned32(p unsafe.Pointer) uint32 { return *(*uint32)(p) }

//go:nosplit
func readUnaligned64(p unsafe.Pointer) uint64 { return *(*uint64)(p) }

// acquirem pins the goroutine to its m: no collection and no preemption until releasem.
//
//go:nosplit
func acquirem() *m {
	mp := getg().m
	mp.locks++
	return mp
}

//go:nosplit
func releasem(mp *m) {
	mp.locks--
	if gp := getg(); mp.locks == 0 && gp.preempt {
		gp.stackguard0 = stackPreempt // it was asked to yield meanwhile
	}
}

// KeepAlive keeps what x points to from being collected before this call.
//
//go:noinline
func KeepAlive(x any) {}
