// Package atomic holds the atomic operations of the runtime. On amd64 aligned
// loads and stores are atomic as they are, and a store needs a locked exchange
// only where it must not sink below later loads; what reads and writes in one
// step is in atomic_amd64.s. What assembly of package sync/atomic jumps to is linknamed.
package atomic

import "unsafe"

// Load returns *p.
//
//go:linkname Load
//go:nosplit
//go:noinline
func Load(p *uint32) uint32 { return *p }

// Load8 returns *p.
//
//go:nosplit
//go:noinline
func Load8(p *uint8) uint8 { return *p }

// Load64 returns *p.
//
//go:linkname Load64
//go:nosplit
//go:noinline
func Load64(p *uint64) uint64 { return *p }

// Loaduintptr returns *p.
//
//go:linkname Loaduintptr
//go:nosplit
//go:noinline
func Loaduintptr(p *uintptr) uintptr { return *p }

// Loadp returns the pointer at p.
//
//go:linkname Loadp
//go:nosplit
//go:noinline
func Loadp(p unsafe.Pointer) unsafe.Pointer { return *(*unsafe.Pointer)(p) }

// LoadAcq is Load with the order a lock needs: the same on amd64.
//
//go:nosplit
//go:noinline
func LoadAcq(p *uint32) uint32 { return *p }

// StoreRel is a store with the order an unlock needs: plain on amd64.
//
//go:nosplit
//go:noinline
func StoreRel(p *uint32, v uint32) { *p = v }

// Store sets *p to v.
//
//go:noescape
func Store(p *uint32, v uint32)

// Store8 sets *p to v.
//
//go:noescape
func Store8(p *uint8, v uint8)

// Store64 sets *p to v.
//
//go:noescape
func Store64(p *uint64, v uint64)

// Storeuintptr sets *p to v.
//
//go:noescape
func Storeuintptr(p *uintptr, v uintptr)

// StorepNoWB sets the pointer at p to v, without a write barrier.
// What is stored escapes.
func StorepNoWB(p unsafe.Pointer, v unsafe.Pointer)

// Xadd adds delta to *p and returns the sum.
//
//go:noescape
func Xadd(p *uint32, delta int32) uint32

// Xadd64 adds delta to *p and returns the sum.
//
//go:noescape
func Xadd64(p *uint64, delta int64) uint64

// Xchg sets *p to v and returns what was there.
//
//go:noescape
func Xchg(p *uint32, v uint32) uint32

// Xchg64 sets *p to v and returns what was there.
//
//go:noescape
func Xchg64(p *uint64, v uint64) uint64

// Cas sets *p to new if it is old, and reports whether it did.
//
//go:noescape
func Cas(p *uint32, old, new uint32) bool

// Cas64 sets *p to new if it is old, and reports whether it did.
//
//go:noescape
func Cas64(p *uint64, old, new uint64) bool

// Casuintptr sets *p to new if it is old, and reports whether it did.
//
//go:noescape
func Casuintptr(p *uintptr, old, new uintptr) bool

// Casp1 sets the pointer at p to new if it is old, without a write barrier, and
// reports whether it did.
// What is stored escapes.
func Casp1(p *unsafe.Pointer, old, new unsafe.Pointer) bool

// Or8 sets bits of *p.
//
//go:noescape
func Or8(p *uint8, v uint8)

// And8 keeps only the bits of *p that are in v.
//
//go:noescape
func And8(p *uint8, v uint8)
