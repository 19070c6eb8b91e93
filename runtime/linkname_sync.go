// What the runtime provides for sync/atomic, sync and internal/sync, apart from semaphores.

package runtime

import (
	"internal/runtime/atomic"
	"unsafe"
)

// ---- sync/atomic: changing pointers ----

// shadePointers tells the collector that *p loses its pointer and gets v.
//
//go:nosplit
func shadePointers(p *unsafe.Pointer, v unsafe.Pointer) {
	b := &getg().m.p.ptr().wbBuf
	systemstack(func() {
		b.put(uintptr(*p))
		b.put(uintptr(v))
	})
}

//go:linkname sync_atomic_StorePointer sync/atomic.StorePointer
//go:nosplit
func sync_atomic_StorePointer(p *unsafe.Pointer, v unsafe.Pointer) {
	if writeBarrier.enabled {
		shadePointers(p, v)
	}
	atomic.StorepNoWB(unsafe.Pointer(p), v)
}

//go:linkname sync_atomic_SwapPointer sync/atomic.SwapPointer
//go:nosplit
func sync_atomic_SwapPointer(p *unsafe.Pointer, v unsafe.Pointer) unsafe.Pointer {
	if writeBarrier.enabled {
		shadePointers(p, v)
	}
	// The word goes through an integer and back with no safe point in between.
	return unsafe.Pointer(uintptr(atomic.Xchg64((*uint64)(unsafe.Pointer(p)), uint64(uintptr(v)))))
}

//go:linkname sync_atomic_CompareAndSwapPointer sync/atomic.CompareAndSwapPointer
//go:nosplit
func sync_atomic_CompareAndSwapPointer(p *unsafe.Pointer, old, v unsafe.Pointer) bool {
	if writeBarrier.enabled {
		shadePointers(p, v)
	}
	return atomic.Casp1(p, old, v)
}

// ---- internal/runtime/atomic ----

//go:linkname atomic_storePointer internal/runtime/atomic.storePointer
//go:nosplit
func atomic_storePointer(p *unsafe.Pointer, v unsafe.Pointer) { sync_atomic_StorePointer(p, v) }

//go:linkname atomic_casPointer internal/runtime/atomic.casPointer
//go:nosplit
func atomic_casPointer(p *unsafe.Pointer, old, v unsafe.Pointer) bool {
	return sync_atomic_CompareAndSwapPointer(p, old, v)
}

// ---- pinning ----

// procPin keeps the goroutine on its p, without preemption, until procUnpin.
func procPin() int {
	mp := acquirem()
	return int(mp.p.ptr().id)
}

func procUnpin() { releasem(getg().m) }

//go:linkname sync_atomic_runtime_procPin sync/atomic.runtime_procPin
func sync_atomic_runtime_procPin() int { return procPin() }

//go:linkname sync_atomic_runtime_procUnpin sync/atomic.runtime_procUnpin
func sync_atomic_runtime_procUnpin() { procUnpin() }

//go:linkname sync_runtime_procPin sync.runtime_procPin
func sync_runtime_procPin() int { return procPin() }

//go:linkname sync_runtime_procUnpin sync.runtime_procUnpin
func sync_runtime_procUnpin() { procUnpin() }

// ---- pools ----

// poolcleanup empties the pools of package sync before a collection.
var poolcleanup func()

//go:linkname sync_runtime_registerPoolCleanup sync.runtime_registerPoolCleanup
func sync_runtime_registerPoolCleanup(f func()) { poolcleanup = f }

// clearpools is called with the world stopped; poolcleanup must not allocate.
func clearpools() {
	if poolcleanup != nil {
		poolcleanup()
	}
}
