// Marking: from the roots (global variables, stacks) to every object that can be reached.

package runtime

import (
	"internal/runtime/atomic"
	"internal/runtime/sys"
	"unsafe"
)

// shade marks the object that p points into, if it does, and puts it on the list if it
// can hold pointers. Words that are no pointers are harmless: an address outside of objects in
// use is ignored.
func (w *gcWork) shade(p uintptr) {
	s := spanOfHeap(p)
	if s == nil {
		return
	}
	i := s.objIndex(p)
	bit := uint64(1) << (i % 64)
	word := &s.markBits[i/64]
	if atomic.Load64(word)&bit != 0 || s.isFree(i) {
		return
	}
	if markers.n > 1 {
		if atomic.Or64(word, bit)&bit != 0 {
			return // somebody else was faster
		}
	} else {
		*word |= bit
	}
	w.marked += s.elemsize
	w.markedCount++
	if !s.spanclass.noscan() {
		w.put(s.startAddr + i*s.elemsize)
	}
}

// scanWords shades what the words at p point to that have a bit in the mask.
func (w *gcWork) scanWords(p uintptr, bv bitvector) {
	for i := uintptr(0); i < uintptr(bv.n); i += 8 {
		b := *(*uint8)(add(unsafe.Pointer(bv.bytedata), i/8))
		if left := uintptr(bv.n) - i; left < 8 {
			b &= 1<<left - 1
		}
		for b != 0 {
			j := uintptr(sys.TrailingZeros64(uint64(b)))
			b &= b - 1
			if x := *(*uintptr)(unsafe.Pointer(p + (i+j)*8)); x != 0 {
				w.shade(x)
			}
		}
	}
	w.scanned += uintptr(bv.n) * 8
}

// drain looks into objects until none is left.
func (w *gcWork) drain() {
	for {
		if markers.n > 1 && atomic.Load(&markers.idle) != 0 && atomic.Load(&workFull.n) == 0 {
			w.split()
		}
		obj := w.get()
		if obj == 0 {
			return
		}
		w.scanObject(obj)
	}
}

// scanObject shades what an object points to.
func (w *gcWork) scanObject(obj uintptr) {
	s := spanOf(obj)
	if s.largeType != nil {
		t := s.largeType
		mask := bitvector{int32(t.PtrBytes / 8), typeMask(t)}
		for off := uintptr(0); off+t.Size_ <= s.largeData; off += t.Size_ {
			w.scanWords(obj+off, mask)
		}
		return
	}
	first := (obj - s.startAddr) / 8
	last := first + s.elemsize/8
	w.scanned += s.elemsize
	for i := first; i < last; {
		// The bits of one word of the bitmap that belong to the object.
		bits := *(*uint64)(add(unsafe.Pointer(s.ptrBits), i/64*8)) >> (i % 64)
		n := 64 - i%64
		if n > last-i {
			n = last - i
			bits &= 1<<n - 1
		}
		for bits != 0 {
			j := uintptr(sys.TrailingZeros64(bits))
			bits &= bits - 1
			if x := *(*uintptr)(unsafe.Pointer(s.startAddr + (i+j)*8)); x != 0 {
				if debug.gcstress != 0 {
					checkHeapPointer(obj, x)
				}
				w.shade(x)
			}
		}
		i += n
	}
}
