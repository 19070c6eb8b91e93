// Slices: make, append, copy.

package runtime

import (
	"internal/runtime/math"
	"unsafe"
)

// slice is how a slice looks in memory.
type slice struct {
	array unsafe.Pointer
	len   int
	cap   int
}

// makeslice allocates the array of make([]T, len, cap).
func makeslice(et *_type, len, cap int) unsafe.Pointer {
	mem, overflow := math.MulUintptr(et.Size_, uintptr(cap))
	if overflow || mem > maxAlloc || len < 0 || len > cap {
		// The length is blamed when it alone would be too much.
		mem, overflow = math.MulUintptr(et.Size_, uintptr(len))
		if overflow || mem > maxAlloc || len < 0 {
			panicmakeslicelen()
		}
		panicmakeslicecap()
	}
	return mallocgc(mem, et, true)
}

func makeslice64(et *_type, len64, cap64 int64) unsafe.Pointer {
	return makeslice(et, int(len64), int(cap64))
}

// makeslicecopy is make([]T, tolen) followed by a copy of fromlen elements.
func makeslicecopy(et *_type, tolen, fromlen int, from unsafe.Pointer) unsafe.Pointer {
	n := fromlen
	if n > tolen {
		n = tolen
	}
	if tolen < 0 {
		panicmakeslicelen()
	}
	to := makeslice(et, tolen, tolen)
	if et.PtrBytes != 0 && writeBarrier.enabled {
		bulkBarrierPreWrite(uintptr(to), uintptr(from), uintptr(n)*et.Size_)
	}
	memmove(to, from, uintptr(n)*et.Size_)
	return to
}

// nextslicecap chooses the capacity for newLen elements: twice the old one while that is
// below 256, then gradually less, towards a quarter more.
func nextslicecap(newLen, oldCap int) int {
	if newLen > oldCap+oldCap {
		return newLen
	}
	if oldCap < 256 {
		return oldCap + oldCap
	}
	c := oldCap
	for uint(c) < uint(newLen) {
		c += (c + 3*256) >> 2
	}
	if c <= 0 {
		return newLen // overflow
	}
	return c
}

// growslice makes room for append: newLen elements in all, num of them new. The result
// has that length; the new elements are the caller's to write, and are cleared beforehand if
// they hold pointers.
func growslice(oldPtr unsafe.Pointer, newLen, oldCap, num int, et *_type) slice {
	oldLen := newLen - num
	if newLen < 0 {
		panic(errorString("growslice: len out of range"))
	}
	if et.Size_ == 0 {
		return slice{unsafe.Pointer(&zerobase), newLen, newLen}
	}
	noscan := et.PtrBytes == 0
	newcap := nextslicecap(newLen, oldCap)
	mem, overflow := math.MulUintptr(et.Size_, uintptr(newcap))
	if overflow || mem > maxAlloc {
		panic(errorString("growslice: len out of range"))
	}
	mem = roundupsize(mem, noscan)
	newcap = int(mem / et.Size_)
	mem = uintptr(newcap) * et.Size_
	oldmem := uintptr(oldLen) * et.Size_

	var p unsafe.Pointer
	if noscan {
		p = mallocgc(mem, nil, false)
		// append writes the new elements; only what is behind them must be cleared.
		newmem := uintptr(newLen) * et.Size_
		memclrNoHeapPointers(add(p, newmem), mem-newmem)
	} else {
		p = mallocgc(mem, et, true)
		if oldmem > 0 && writeBarrier.enabled {
			bulkBarrierPreWrite(uintptr(p), uintptr(oldPtr), oldmem)
		}
	}
	memmove(p, oldPtr, oldmem)
	return slice{p, newLen, newcap}
}

// growsliceNoAlias is growslice where nobody else refers to the old array.
func growsliceNoAlias(oldPtr unsafe.Pointer, newLen, oldCap, num int, et *_type) slice {
	return growslice(oldPtr, newLen, oldCap, num, et)
}

// growsliceBuf is growslice with an array of bufLen elements on the caller's stack, which
// serves as long as the elements fit. Its capacity grows by size classes, because a later
// moveSlice allocates it.
func growsliceBuf(oldPtr unsafe.Pointer, newLen, oldCap, num int, et *_type, buf unsafe.Pointer, bufLen int) slice {
	if newLen > bufLen || newLen < 0 {
		return growslice(oldPtr, newLen, oldCap, num, et)
	}
	if oldPtr != buf {
		memmove(buf, oldPtr, uintptr(newLen-num)*et.Size_)
	}
	used := uintptr(newLen) * et.Size_
	newcap := bufLen
	if c := int(roundupsize(used, et.PtrBytes == 0) / et.Size_); c < bufLen {
		newcap = c
	}
	memclrNoHeapPointers(add(buf, used), uintptr(newcap)*et.Size_-used)
	return slice{buf, newLen, newcap}
}

// growsliceBufNoAlias combines both.
func growsliceBufNoAlias(oldPtr unsafe.Pointer, newLen, oldCap, num int, et *_type, buf unsafe.Pointer, bufLen int) slice {
	return growsliceBuf(oldPtr, newLen, oldCap, num, et, buf, bufLen)
}

// moveSlice copies a slice that may have its array on the stack to the heap.
func moveSlice(et *_type, old unsafe.Pointer, len, cap int) (unsafe.Pointer, int, int) {
	if cap == 0 || !onCurrentStack(old) {
		return old, len, cap
	}
	p := mallocgc(uintptr(cap)*et.Size_, et, true)
	if et.PtrBytes != 0 && writeBarrier.enabled {
		bulkBarrierPreWrite(uintptr(p), uintptr(old), uintptr(len)*et.Size_)
	}
	memmove(p, old, uintptr(len)*et.Size_)
	return p, len, cap
}

// moveSliceNoScan is moveSlice for elements without pointers.
func moveSliceNoScan(elemSize uintptr, old unsafe.Pointer, len, cap int) (unsafe.Pointer, int, int) {
	if cap == 0 || !onCurrentStack(old) {
		return old, len, cap
	}
	p := mallocgc(uintptr(cap)*elemSize, nil, true)
	memmove(p, old, uintptr(len)*elemSize)
	return p, len, cap
}

// moveSliceNoCap and moveSliceNoCapNoScan are the forms whose capacity nobody looks at.
func moveSliceNoCap(et *_type, old unsafe.Pointer, len int) (unsafe.Pointer, int, int) {
	return moveSlice(et, old, len, len)
}

func moveSliceNoCapNoScan(elemSize uintptr, old unsafe.Pointer, len int) (unsafe.Pointer, int, int) {
	return moveSliceNoScan(elemSize, old, len, len)
}

// onCurrentStack reports whether p points into the current goroutine's stack.
func onCurrentStack(p unsafe.Pointer) bool {
	gp := getg()
	return gp.stack.lo <= uintptr(p) && uintptr(p) < gp.stack.hi
}

// slicecopy copies elements without pointers and returns how many.
func slicecopy(toPtr unsafe.Pointer, toLen int, fromPtr unsafe.Pointer, fromLen int, width uintptr) int {
	n := fromLen
	if toLen < n {
		n = toLen
	}
	if n == 0 || width == 0 {
		return n
	}
	memmove(toPtr, fromPtr, uintptr(n)*width)
	return n
}

func panicmakeslicelen() { panic(errorString("makeslice: len out of range")) }
func panicmakeslicecap() { panic(errorString("makeslice: cap out of range")) }

// unsafeslicecheckptr and unsafestringcheckptr check the arguments of unsafe.Slice and
// unsafe.String.
func unsafeslicecheckptr(et *_type, ptr unsafe.Pointer, len64 int64) {
	n := int(len64)
	if n < 0 {
		panicunsafeslicelen()
	}
	mem, overflow := math.MulUintptr(et.Size_, uintptr(n))
	if overflow || mem > -uintptr(ptr) {
		if ptr == nil {
			panicunsafeslicenilptr()
		}
		panicunsafeslicelen()
	}
}

func unsafestringcheckptr(ptr unsafe.Pointer, len64 int64) {
	if len64 < 0 {
		panicunsafestringlen()
	}
	if uintptr(len64) > -uintptr(ptr) {
		if ptr == nil {
			panicunsafestringnilptr()
		}
		panicunsafestringlen()
	}
}

func panicunsafeslicelen()    { panic(errorString("unsafe.Slice: len out of range")) }
func panicunsafeslicenilptr() { panic(errorString("unsafe.Slice: ptr is nil and len is not zero")) }
func panicunsafestringlen()   { panic(errorString("unsafe.String: len out of range")) }
func panicunsafestringnilptr() {
	panic(errorString("unsafe.String: ptr is nil and len is not zero"))
}
