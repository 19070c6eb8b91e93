// Package atomic provides the operations on memory that many goroutines may make at once: a load
// sees a whole value that was stored, and everything that happened before the store. It is what
// locks are made of; most programs do better with channels or with package sync.
//
// This file has the functions on plain integers and pointers. type.go has types whose values
// cannot be touched in any other way, which are harder to misuse.
package atomic

import (
	"internal/runtime/atomic"
	"unsafe"
)

// ---- int32 ----

// LoadInt32 returns *addr.
func LoadInt32(addr *int32) (val int32) {
	return int32(atomic.Load((*uint32)(unsafe.Pointer(addr))))
}

// StoreInt32 sets *addr to val.
func StoreInt32(addr *int32, val int32) {
	atomic.Store((*uint32)(unsafe.Pointer(addr)), uint32(val))
}

// SwapInt32 sets *addr to new and returns what was there.
func SwapInt32(addr *int32, new int32) (old int32) {
	return int32(atomic.Xchg((*uint32)(unsafe.Pointer(addr)), uint32(new)))
}

// CompareAndSwapInt32 sets *addr to new if it is old, and reports whether it did.
func CompareAndSwapInt32(addr *int32, old, new int32) (swapped bool) {
	return atomic.Cas((*uint32)(unsafe.Pointer(addr)), uint32(old), uint32(new))
}

// AddInt32 adds delta to *addr and returns the sum.
func AddInt32(addr *int32, delta int32) (new int32) {
	return int32(atomic.Xadd((*uint32)(unsafe.Pointer(addr)), int32(delta)))
}

// AndInt32 keeps only the bits of *addr that are in mask, and returns what was there.
func AndInt32(addr *int32, mask int32) (old int32) {
	for {
		old = LoadInt32(addr)
		if CompareAndSwapInt32(addr, old, old&mask) {
			return old
		}
	}
}

// OrInt32 sets the bits of mask in *addr, and returns what was there.
func OrInt32(addr *int32, mask int32) (old int32) {
	for {
		old = LoadInt32(addr)
		if CompareAndSwapInt32(addr, old, old|mask) {
			return old
		}
	}
}

// ---- uint32 ----

// LoadUint32 returns *addr.
func LoadUint32(addr *uint32) (val uint32) {
	return uint32(atomic.Load((*uint32)(unsafe.Pointer(addr))))
}

// StoreUint32 sets *addr to val.
func StoreUint32(addr *uint32, val uint32) {
	atomic.Store((*uint32)(unsafe.Pointer(addr)), uint32(val))
}

// SwapUint32 sets *addr to new and returns what was there.
func SwapUint32(addr *uint32, new uint32) (old uint32) {
	return uint32(atomic.Xchg((*uint32)(unsafe.Pointer(addr)), uint32(new)))
}

// CompareAndSwapUint32 sets *addr to new if it is old, and reports whether it did.
func CompareAndSwapUint32(addr *uint32, old, new uint32) (swapped bool) {
	return atomic.Cas((*uint32)(unsafe.Pointer(addr)), uint32(old), uint32(new))
}

// AddUint32 adds delta to *addr and returns the sum.
func AddUint32(addr *uint32, delta uint32) (new uint32) {
	return uint32(atomic.Xadd((*uint32)(unsafe.Pointer(addr)), int32(delta)))
}

// AndUint32 keeps only the bits of *addr that are in mask, and returns what was there.
func AndUint32(addr *uint32, mask uint32) (old uint32) {
	for {
		old = LoadUint32(addr)
		if CompareAndSwapUint32(addr, old, old&mask) {
			return old
		}
	}
}

// OrUint32 sets the bits of mask in *addr, and returns what was there.
func OrUint32(addr *uint32, mask uint32) (old uint32) {
	for {
		old = LoadUint32(addr)
		if CompareAndSwapUint32(addr, old, old|mask) {
			return old
		}
	}
}

// ---- int64 ----

// LoadInt64 returns *addr.
func LoadInt64(addr *int64) (val int64) {
	return int64(atomic.Load64((*uint64)(unsafe.Pointer(addr))))
}

// StoreInt64 sets *addr to val.
func StoreInt64(addr *int64, val int64) {
	atomic.Store64((*uint64)(unsafe.Pointer(addr)), uint64(val))
}

// SwapInt64 sets *addr to new and returns what was there.
func SwapInt64(addr *int64, new int64) (old int64) {
	return int64(atomic.Xchg64((*uint64)(unsafe.Pointer(addr)), uint64(new)))
}

// CompareAndSwapInt64 sets *addr to new if it is old, and reports whether it did.
func CompareAndSwapInt64(addr *int64, old, new int64) (swapped bool) {
	return atomic.Cas64((*uint64)(unsafe.Pointer(addr)), uint64(old), uint64(new))
}

// AddInt64 adds delta to *addr and returns the sum.
func AddInt64(addr *int64, delta int64) (new int64) {
	return int64(atomic.Xadd64((*uint64)(unsafe.Pointer(addr)), int64(delta)))
}

// AndInt64 keeps only the bits of *addr that are in mask, and returns what was there.
func AndInt64(addr *int64, mask int64) (old int64) {
	for {
		old = LoadInt64(addr)
		if CompareAndSwapInt64(addr, old, old&mask) {
			return old
		}
	}
}

// OrInt64 sets the bits of mask in *addr, and returns what was there.
func OrInt64(addr *int64, mask int64) (old int64) {
	for {
		old = LoadInt64(addr)
		if CompareAndSwapInt64(addr, old, old|mask) {
			return old
		}
	}
}

// ---- uint64 ----

// LoadUint64 returns *addr.
func LoadUint64(addr *uint64) (val uint64) {
	return uint64(atomic.Load64((*uint64)(unsafe.Pointer(addr))))
}

// StoreUint64 sets *addr to val.
func StoreUint64(addr *uint64, val uint64) {
	atomic.Store64((*uint64)(unsafe.Pointer(addr)), uint64(val))
}

// SwapUint64 sets *addr to new and returns what was there.
func SwapUint64(addr *uint64, new uint64) (old uint64) {
	return uint64(atomic.Xchg64((*uint64)(unsafe.Pointer(addr)), uint64(new)))
}

// CompareAndSwapUint64 sets *addr to new if it is old, and reports whether it did.
func CompareAndSwapUint64(addr *uint64, old, new uint64) (swapped bool) {
	return atomic.Cas64((*uint64)(unsafe.Pointer(addr)), uint64(old), uint64(new))
}

// AddUint64 adds delta to *addr and returns the sum.
func AddUint64(addr *uint64, delta uint64) (new uint64) {
	return uint64(atomic.Xadd64((*uint64)(unsafe.Pointer(addr)), int64(delta)))
}

// AndUint64 keeps only the bits of *addr that are in mask, and returns what was there.
func AndUint64(addr *uint64, mask uint64) (old uint64) {
	for {
		old = LoadUint64(addr)
		if CompareAndSwapUint64(addr, old, old&mask) {
			return old
		}
	}
}

// OrUint64 sets the bits of mask in *addr, and returns what was there.
func OrUint64(addr *uint64, mask uint64) (old uint64) {
	for {
		old = LoadUint64(addr)
		if CompareAndSwapUint64(addr, old, old|mask) {
			return old
		}
	}
}

// ---- uintptr ----

// LoadUintptr returns *addr.
func LoadUintptr(addr *uintptr) (val uintptr) {
	return uintptr(atomic.Load64((*uint64)(unsafe.Pointer(addr))))
}

// StoreUintptr sets *addr to val.
func StoreUintptr(addr *uintptr, val uintptr) {
	atomic.Store64((*uint64)(unsafe.Pointer(addr)), uint64(val))
}

// SwapUintptr sets *addr to new and returns what was there.
func SwapUintptr(addr *uintptr, new uintptr) (old uintptr) {
	return uintptr(atomic.Xchg64((*uint64)(unsafe.Pointer(addr)), uint64(new)))
}

// CompareAndSwapUintptr sets *addr to new if it is old, and reports whether it did.
func CompareAndSwapUintptr(addr *uintptr, old, new uintptr) (swapped bool) {
	return atomic.Cas64((*uint64)(unsafe.Pointer(addr)), uint64(old), uint64(new))
}

// AddUintptr adds delta to *addr and returns the sum.
func AddUintptr(addr *uintptr, delta uintptr) (new uintptr) {
	return uintptr(atomic.Xadd64((*uint64)(unsafe.Pointer(addr)), int64(delta)))
}

// AndUintptr keeps only the bits of *addr that are in mask, and returns what was there.
func AndUintptr(addr *uintptr, mask uintptr) (old uintptr) {
	for {
		old = LoadUintptr(addr)
		if CompareAndSwapUintptr(addr, old, old&mask) {
			return old
		}
	}
}

// OrUintptr sets the bits of mask in *addr, and returns what was there.
func OrUintptr(addr *uintptr, mask uintptr) (old uintptr) {
	for {
		old = LoadUintptr(addr)
		if CompareAndSwapUintptr(addr, old, old|mask) {
			return old
		}
	}
}

// ---- pointers ----
//
// What changes a pointer tells the collector, so the runtime does it.

// LoadPointer returns *addr.
func LoadPointer(addr *unsafe.Pointer) (val unsafe.Pointer) {
	return atomic.Loadp(unsafe.Pointer(addr))
}

// StorePointer sets *addr to val. What is stored escapes, here and below.
func StorePointer(addr *unsafe.Pointer, val unsafe.Pointer)

// SwapPointer sets *addr to new and returns what was there.
func SwapPointer(addr *unsafe.Pointer, new unsafe.Pointer) (old unsafe.Pointer)

// CompareAndSwapPointer sets *addr to new if it is old, and reports whether it did.
func CompareAndSwapPointer(addr *unsafe.Pointer, old, new unsafe.Pointer) (swapped bool)
