package atomic

import "unsafe"

// noCopy makes `go vet` complain about copies of what holds it.
type noCopy struct{}

func (*noCopy) Lock()   {}
func (*noCopy) Unlock() {}

// align64 in a struct asks for 8-byte alignment, which amd64 gives anyway.
type align64 struct{}

// A Bool is a bool; the zero value is false.
type Bool struct {
	_ noCopy
	v uint32
}

// word returns b as the number a Bool holds.
func word(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}

// Load returns the value.
func (a *Bool) Load() bool { return LoadUint32(&a.v) != 0 }

// Store sets the value.
func (a *Bool) Store(val bool) { StoreUint32(&a.v, word(val)) }

// Swap sets the value and returns the one before.
func (a *Bool) Swap(new bool) (old bool) { return SwapUint32(&a.v, word(new)) != 0 }

// CompareAndSwap sets the value to new if it is old, and reports whether it did.
func (a *Bool) CompareAndSwap(old, new bool) (swapped bool) {
	return CompareAndSwapUint32(&a.v, word(old), word(new))
}

// A Pointer is a *T; the zero value is nil.
type Pointer[T any] struct {
	_ [0]*T // no conversions between Pointers to different types
	_ noCopy
	v unsafe.Pointer
}

// Load returns the value.
func (a *Pointer[T]) Load() *T { return (*T)(LoadPointer(&a.v)) }

// Store sets the value.
func (a *Pointer[T]) Store(val *T) { StorePointer(&a.v, unsafe.Pointer(val)) }

// Swap sets the value and returns the one before.
func (a *Pointer[T]) Swap(new *T) (old *T) { return (*T)(SwapPointer(&a.v, unsafe.Pointer(new))) }

// CompareAndSwap sets the value to new if it is old, and reports whether it did.
func (a *Pointer[T]) CompareAndSwap(old, new *T) (swapped bool) {
	return CompareAndSwapPointer(&a.v, unsafe.Pointer(old), unsafe.Pointer(new))
}

// An Int32 is an int32; the zero value is 0.
type Int32 struct {
	_ noCopy
	v int32
}

// Load returns the value.
func (a *Int32) Load() int32 { return LoadInt32(&a.v) }

// Store sets the value.
func (a *Int32) Store(val int32) { StoreInt32(&a.v, val) }

// Swap sets the value and returns the one before.
func (a *Int32) Swap(new int32) (old int32) { return SwapInt32(&a.v, new) }

// CompareAndSwap sets the value to new if it is old, and reports whether it did.
func (a *Int32) CompareAndSwap(old, new int32) (swapped bool) {
	return CompareAndSwapInt32(&a.v, old, new)
}

// Add adds delta and returns the sum.
func (a *Int32) Add(delta int32) (new int32) { return AddInt32(&a.v, delta) }

// And keeps only the bits that are in mask, and returns the value before.
func (a *Int32) And(mask int32) (old int32) { return AndInt32(&a.v, mask) }

// Or sets the bits of mask, and returns the value before.
func (a *Int32) Or(mask int32) (old int32) { return OrInt32(&a.v, mask) }

// A Uint32 is a uint32; the zero value is 0.
type Uint32 struct {
	_ noCopy
	v uint32
}

// Load returns the value.
func (a *Uint32) Load() uint32 { return LoadUint32(&a.v) }

// Store sets the value.
func (a *Uint32) Store(val uint32) { StoreUint32(&a.v, val) }

// Swap sets the value and returns the one before.
func (a *Uint32) Swap(new uint32) (old uint32) { return SwapUint32(&a.v, new) }

// CompareAndSwap sets the value to new if it is old, and reports whether it did.
func (a *Uint32) CompareAndSwap(old, new uint32) (swapped bool) {
	return CompareAndSwapUint32(&a.v, old, new)
}

// Add adds delta and returns the sum.
func (a *Uint32) Add(delta uint32) (new uint32) { return AddUint32(&a.v, delta) }

// And keeps only the bits that are in mask, and returns the value before.
func (a *Uint32) And(mask uint32) (old uint32) { return AndUint32(&a.v, mask) }

// Or sets the bits of mask, and returns the value before.
func (a *Uint32) Or(mask uint32) (old uint32) { return OrUint32(&a.v, mask) }

// An Int64 is an int64; the zero value is 0.
type Int64 struct {
	_ noCopy
	_ align64
	v int64
}

// Load returns the value.
func (a *Int64) Load() int64 { return LoadInt64(&a.v) }

// Store sets the value.
func (a *Int64) Store(val int64) { StoreInt64(&a.v, val) }

// Swap sets the value and returns the one before.
func (a *Int64) Swap(new int64) (old int64) { return SwapInt64(&a.v, new) }

// CompareAndSwap sets the value to new if it is old, and reports whether it did.
func (a *Int64) CompareAndSwap(old, new int64) (swapped bool) {
	return CompareAndSwapInt64(&a.v, old, new)
}

// Add adds delta and returns the sum.
func (a *Int64) Add(delta int64) (new int64) { return AddInt64(&a.v, delta) }

// And keeps only the bits that are in mask, and returns the value before.
func (a *Int64) And(mask int64) (old int64) { return AndInt64(&a.v, mask) }

// Or sets the bits of mask, and returns the value before.
func (a *Int64) Or(mask int64) (old int64) { return OrInt64(&a.v, mask) }

// A Uint64 is a uint64; the zero value is 0.
type Uint64 struct {
	_ noCopy
	_ align64
	v uint64
}

// Load returns the value.
func (a *Uint64) Load() uint64 { return LoadUint64(&a.v) }

// Store sets the value.
func (a *Uint64) Store(val uint64) { StoreUint64(&a.v, val) }

// Swap sets the value and returns the one before.
func (a *Uint64) Swap(new uint64) (old uint64) { return SwapUint64(&a.v, new) }

// CompareAndSwap sets the value to new if it is old, and reports whether it did.
func (a *Uint64) CompareAndSwap(old, new uint64) (swapped bool) {
	return CompareAndSwapUint64(&a.v, old, new)
}

// Add adds delta and returns the sum.
func (a *Uint64) Add(delta uint64) (new uint64) { return AddUint64(&a.v, delta) }

// And keeps only the bits that are in mask, and returns the value before.
func (a *Uint64) And(mask uint64) (old uint64) { return AndUint64(&a.v, mask) }

// Or sets the bits of mask, and returns the value before.
func (a *Uint64) Or(mask uint64) (old uint64) { return OrUint64(&a.v, mask) }

// A Uintptr is a uintptr; the zero value is 0.
type Uintptr struct {
	_ noCopy
	v uintptr
}

// Load returns the value.
func (a *Uintptr) Load() uintptr { return LoadUintptr(&a.v) }

// Store sets the value.
func (a *Uintptr) Store(val uintptr) { StoreUintptr(&a.v, val) }

// Swap sets the value and returns the one before.
func (a *Uintptr) Swap(new uintptr) (old uintptr) { return SwapUintptr(&a.v, new) }

// CompareAndSwap sets the value to new if it is old, and reports whether it did.
func (a *Uintptr) CompareAndSwap(old, new uintptr) (swapped bool) {
	return CompareAndSwapUintptr(&a.v, old, new)
}

// Add adds delta and returns the sum.
func (a *Uintptr) Add(delta uintptr) (new uintptr) { return AddUintptr(&a.v, delta) }

// And keeps only the bits that are in mask, and returns the value before.
func (a *Uintptr) And(mask uintptr) (old uintptr) { return AndUintptr(&a.v, mask) }

// Or sets the bits of mask, and returns the value before.
func (a *Uintptr) Or(mask uintptr) (old uintptr) { return OrUintptr(&a.v, mask) }
