package atomic

import "unsafe"

// Variables that are read and written atomically only. The zero value of each is ready for use, and
// none may be copied.

type noCopy struct{}

// Int32 is an atomic int32.
type Int32 struct {
	_ noCopy
	v int32
}

// Load returns the value, Store sets it, Swap sets it and returns what it was.
//
//go:nosplit
func (x *Int32) Load() int32 { return Loadint32(&x.v) }

//go:nosplit
func (x *Int32) Store(v int32) { Storeint32(&x.v, v) }

//go:nosplit
func (x *Int32) Swap(v int32) int32 { return Xchgint32(&x.v, v) }

// CompareAndSwap sets the value to new if it is old; Add returns the sum.
//
//go:nosplit
func (x *Int32) CompareAndSwap(old, new int32) bool { return Casint32(&x.v, old, new) }

//go:nosplit
func (x *Int32) Add(delta int32) int32 { return Xaddint32(&x.v, delta) }

// Int64 is an atomic int64.
type Int64 struct {
	_ noCopy
	v int64
}

// Load returns the value, Store sets it, Swap sets it and returns what it was.
//
//go:nosplit
func (x *Int64) Load() int64 { return Loadint64(&x.v) }

//go:nosplit
func (x *Int64) Store(v int64) { Storeint64(&x.v, v) }

//go:nosplit
func (x *Int64) Swap(v int64) int64 { return Xchgint64(&x.v, v) }

// CompareAndSwap sets the value to new if it is old; Add returns the sum.
//
//go:nosplit
func (x *Int64) CompareAndSwap(old, new int64) bool { return Casint64(&x.v, old, new) }

//go:nosplit
func (x *Int64) Add(delta int64) int64 { return Xaddint64(&x.v, delta) }

// Uint32 is an atomic uint32.
type Uint32 struct {
	_     noCopy
	value uint32
}

// Load returns the value, Store sets it, Swap sets it and returns what it was.
//
//go:nosplit
func (x *Uint32) Load() uint32 { return Load(&x.value) }

//go:nosplit
func (x *Uint32) Store(v uint32) { Store(&x.value, v) }

//go:nosplit
func (x *Uint32) Swap(v uint32) uint32 { return Xchg(&x.value, v) }

// CompareAndSwap sets the value to new if it is old; Add returns the sum.
//
//go:nosplit
func (x *Uint32) CompareAndSwap(old, new uint32) bool { return Cas(&x.value, old, new) }

//go:nosplit
func (x *Uint32) Add(delta int32) uint32 { return Xadd(&x.value, delta) }

//go:nosplit
func (x *Uint32) LoadAcquire() uint32 { return LoadAcq(&x.value) }

//go:nosplit
func (x *Uint32) StoreRelease(v uint32) { StoreRel(&x.value, v) }

//go:nosplit
func (x *Uint32) CompareAndSwapRelease(old, new uint32) bool { return CasRel(&x.value, old, new) }

//go:nosplit
func (x *Uint32) And(v uint32) { And(&x.value, v) }

//go:nosplit
func (x *Uint32) Or(v uint32) { Or(&x.value, v) }

// Uint64 is an atomic uint64.
type Uint64 struct {
	_ noCopy
	v uint64
}

// Load returns the value, Store sets it, Swap sets it and returns what it was.
//
//go:nosplit
func (x *Uint64) Load() uint64 { return Load64(&x.v) }

//go:nosplit
func (x *Uint64) Store(v uint64) { Store64(&x.v, v) }

//go:nosplit
func (x *Uint64) Swap(v uint64) uint64 { return Xchg64(&x.v, v) }

// CompareAndSwap sets the value to new if it is old; Add returns the sum.
//
//go:nosplit
func (x *Uint64) CompareAndSwap(old, new uint64) bool { return Cas64(&x.v, old, new) }

//go:nosplit
func (x *Uint64) Add(delta int64) uint64 { return Xadd64(&x.v, delta) }

//go:nosplit
func (x *Uint64) LoadAcquire() uint64 { return LoadAcq64(&x.v) }

//go:nosplit
func (x *Uint64) StoreRelease(v uint64) { StoreRel64(&x.v, v) }

// Uintptr is an atomic uintptr.
type Uintptr struct {
	_ noCopy
	v uintptr
}

// Load returns the value, Store sets it, Swap sets it and returns what it was.
//
//go:nosplit
func (x *Uintptr) Load() uintptr { return Loaduintptr(&x.v) }

//go:nosplit
func (x *Uintptr) Store(v uintptr) { Storeuintptr(&x.v, v) }

//go:nosplit
func (x *Uintptr) Swap(v uintptr) uintptr { return Xchguintptr(&x.v, v) }

// CompareAndSwap sets the value to new if it is old; Add returns the sum.
//
//go:nosplit
func (x *Uintptr) CompareAndSwap(old, new uintptr) bool { return Casuintptr(&x.v, old, new) }

//go:nosplit
func (x *Uintptr) Add(delta uintptr) uintptr { return Xadduintptr(&x.v, delta) }

//go:nosplit
func (x *Uintptr) LoadAcquire() uintptr { return LoadAcquintptr(&x.v) }

//go:nosplit
func (x *Uintptr) StoreRelease(v uintptr) { StoreReluintptr(&x.v, v) }

// Uint8 is an atomic byte.
type Uint8 struct {
	_ noCopy
	v uint8
}

//go:nosplit
func (x *Uint8) Load() uint8 { return Load8(&x.v) }

//go:nosplit
func (x *Uint8) Store(v uint8) { Store8(&x.v, v) }

//go:nosplit
func (x *Uint8) And(v uint8) { And8(&x.v, v) }

//go:nosplit
func (x *Uint8) Or(v uint8) { Or8(&x.v, v) }

// Bool is an atomic truth value.
type Bool struct{ b Uint8 }

//go:nosplit
func (x *Bool) Load() bool { return x.b.Load() != 0 }

//go:nosplit
func (x *Bool) Store(v bool) {
	n := uint8(0)
	if v {
		n = 1
	}
	x.b.Store(n)
}

// Float64 is an atomic number.
type Float64 struct{ u Uint64 }

//go:nosplit
func (x *Float64) Load() float64 {
	bits := x.u.Load()
	return *(*float64)(unsafe.Pointer(&bits))
}

//go:nosplit
func (x *Float64) Store(v float64) { x.u.Store(*(*uint64)(unsafe.Pointer(&v))) }

// UnsafePointer is an atomic pointer. The methods that end in NoWB leave out the write barrier; so the
// value must be alive by other means.
type UnsafePointer struct {
	_ noCopy
	v unsafe.Pointer
}

//go:nosplit
func (x *UnsafePointer) Load() unsafe.Pointer { return Loadp(unsafe.Pointer(&x.v)) }

//go:nosplit
func (x *UnsafePointer) StoreNoWB(v unsafe.Pointer) { StorepNoWB(unsafe.Pointer(&x.v), v) }

func (x *UnsafePointer) Store(v unsafe.Pointer) { storePointer(&x.v, v) }

//go:nosplit
func (x *UnsafePointer) CompareAndSwapNoWB(old, new unsafe.Pointer) bool {
	return Casp1(&x.v, old, new)
}

func (x *UnsafePointer) CompareAndSwap(old, new unsafe.Pointer) bool {
	return casPointer(&x.v, old, new)
}

// Pointer is an atomic *T.
type Pointer[T any] struct{ u UnsafePointer }

//go:nosplit
func (x *Pointer[T]) Load() *T { return (*T)(x.u.Load()) }

//go:nosplit
func (x *Pointer[T]) StoreNoWB(v *T) { x.u.StoreNoWB(unsafe.Pointer(v)) }

func (x *Pointer[T]) Store(v *T) { x.u.Store(unsafe.Pointer(v)) }

//go:nosplit
func (x *Pointer[T]) CompareAndSwapNoWB(old, new *T) bool {
	return x.u.CompareAndSwapNoWB(unsafe.Pointer(old), unsafe.Pointer(new))
}

func (x *Pointer[T]) CompareAndSwap(old, new *T) bool {
	return x.u.CompareAndSwap(unsafe.Pointer(old), unsafe.Pointer(new))
}

// The runtime, which knows write barriers, has these two.

func storePointer(p *unsafe.Pointer, v unsafe.Pointer)
func casPointer(p *unsafe.Pointer, old, new unsafe.Pointer) bool
