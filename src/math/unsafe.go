package math

import "unsafe"

// Float64bits returns the bits of f as IEEE 754 stores them.
func Float64bits(f float64) uint64 { return *(*uint64)(unsafe.Pointer(&f)) }

// Float64frombits returns the float that IEEE 754 stores as b.
func Float64frombits(b uint64) float64 { return *(*float64)(unsafe.Pointer(&b)) }

// Float32bits returns the bits of f as IEEE 754 stores them.
func Float32bits(f float32) uint32 { return *(*uint32)(unsafe.Pointer(&f)) }

// Float32frombits returns the float that IEEE 754 stores as b.
func Float32frombits(b uint32) float32 { return *(*float32)(unsafe.Pointer(&b)) }
