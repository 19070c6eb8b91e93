package atomic

import "unsafe"

// The same operations for words of other types. Where they must not be split by a safe point they are
// nosplit, as the ones they call.

// Casint32, Casint64 and CasRel are Cas and Cas64.
//
//go:nosplit
func Casint32(p *int32, old, new int32) bool {
	return Cas((*uint32)(unsafe.Pointer(p)), uint32(old), uint32(new))
}

//go:nosplit
func Casint64(p *int64, old, new int64) bool {
	return Cas64((*uint64)(unsafe.Pointer(p)), uint64(old), uint64(new))
}

//go:nosplit
func CasRel(p *uint32, old, new uint32) bool { return Cas(p, old, new) }

// Loads.

//go:nosplit
func Loadint32(p *int32) int32 { return int32(Load((*uint32)(unsafe.Pointer(p)))) }

//go:nosplit
func Loadint64(p *int64) int64 { return int64(Load64((*uint64)(unsafe.Pointer(p)))) }

//go:nosplit
func Loaduint(p *uint) uint { return uint(Load64((*uint64)(unsafe.Pointer(p)))) }

//go:nosplit
func LoadAcq64(p *uint64) uint64 { return Load64(p) }

//go:nosplit
func LoadAcquintptr(p *uintptr) uintptr { return Loaduintptr(p) }

// Stores.

//go:nosplit
func Storeint32(p *int32, v int32) { Store((*uint32)(unsafe.Pointer(p)), uint32(v)) }

//go:nosplit
func Storeint64(p *int64, v int64) { Store64((*uint64)(unsafe.Pointer(p)), uint64(v)) }

//go:nosplit
func StoreRel64(p *uint64, v uint64) { Store64(p, v) }

//go:nosplit
func StoreReluintptr(p *uintptr, v uintptr) { Storeuintptr(p, v) }

// Additions; the sum is returned.

//go:linkname Xadduintptr
//go:nosplit
func Xadduintptr(p *uintptr, delta uintptr) uintptr {
	return uintptr(Xadd64((*uint64)(unsafe.Pointer(p)), int64(delta)))
}

//go:nosplit
func Xaddint32(p *int32, delta int32) int32 { return int32(Xadd((*uint32)(unsafe.Pointer(p)), delta)) }

//go:nosplit
func Xaddint64(p *int64, delta int64) int64 {
	return int64(Xadd64((*uint64)(unsafe.Pointer(p)), delta))
}

// Exchanges; what was there is returned.

//go:linkname Xchguintptr
//go:nosplit
func Xchguintptr(p *uintptr, v uintptr) uintptr {
	return uintptr(Xchg64((*uint64)(unsafe.Pointer(p)), uint64(v)))
}

//go:nosplit
func Xchgint32(p *int32, v int32) int32 {
	return int32(Xchg((*uint32)(unsafe.Pointer(p)), uint32(v)))
}

//go:nosplit
func Xchgint64(p *int64, v int64) int64 {
	return int64(Xchg64((*uint64)(unsafe.Pointer(p)), uint64(v)))
}

// Xchg8 exchanges a byte.
//
//go:noescape
func Xchg8(p *uint8, v uint8) uint8

// Bits; what was there is returned by those with a size in their name.

//go:linkname And32
//go:nosplit
func And32(p *uint32, v uint32) uint32 {
	for {
		if old := Load(p); Cas(p, old, old&v) {
			return old
		}
	}
}

//go:linkname Or32
//go:nosplit
func Or32(p *uint32, v uint32) uint32 {
	for {
		if old := Load(p); Cas(p, old, old|v) {
			return old
		}
	}
}

//go:linkname And64
//go:nosplit
func And64(p *uint64, v uint64) uint64 {
	for {
		if old := Load64(p); Cas64(p, old, old&v) {
			return old
		}
	}
}

//go:linkname Or64
//go:nosplit
func Or64(p *uint64, v uint64) uint64 {
	for {
		if old := Load64(p); Cas64(p, old, old|v) {
			return old
		}
	}
}

//go:linkname Anduintptr
//go:nosplit
func Anduintptr(p *uintptr, v uintptr) uintptr {
	return uintptr(And64((*uint64)(unsafe.Pointer(p)), uint64(v)))
}

//go:linkname Oruintptr
//go:nosplit
func Oruintptr(p *uintptr, v uintptr) uintptr {
	return uintptr(Or64((*uint64)(unsafe.Pointer(p)), uint64(v)))
}

//go:nosplit
func And(p *uint32, v uint32) { And32(p, v) }

//go:nosplit
func Or(p *uint32, v uint32) { Or32(p, v) }
