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
	if p-mheap_.low >= mheap_.high-mheap_.low {
		return
	}
	ha := mheap_.arenas[p>>arenaShift]
	if ha == nil {
		return
	}
	s := ha.spans[p>>pageShift%arenaPages]
	if s == nil || p < s.startAddr || p >= s.limit || s.state != mSpanInUse {
		return
	}
	i := s.objIndex(p)
	bit := uint64(1) << (i % 64)
	b := &s.bits[i/64]
	if atomic.Load64(&b.mark)&bit != 0 || i >= s.freeindex && b.alloc&bit == 0 {
		return
	}
	if markers.n > 1 {
		if atomic.Or64(&b.mark, bit)&bit != 0 {
			return // somebody else was faster
		}
	} else {
		b.mark |= bit
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

// ahead is how many objects are in the queue between the list and scanObject.
const ahead = 8

// drain looks into objects until none is left. Most of the time goes into waiting for memory, so an object that is
// taken from the list is asked for, and looked into a few objects later (Cher, Hosking, Vitek, "Software Prefetching for
// Mark-Sweep Garbage Collection", ASPLOS 2004).
func (w *gcWork) drain() {
	var queue [ahead]uintptr
	for i, empty := uintptr(0), 0; ; i++ {
		if markers.n > 1 && atomic.Load(&markers.idle) != 0 && atomic.Load(&workFull.n) == 0 {
			w.split()
		}
		obj := w.get()
		slot := &queue[i%ahead]
		obj, *slot = *slot, obj
		if *slot != 0 {
			sys.Prefetch(*slot)
			empty = 0
		} else if empty++; empty > ahead {
			return
		}
		if obj != 0 {
			w.scanObject(spanOf(obj), obj)
		}
	}
}

// scanObject shades what an object of a span points to.
func (w *gcWork) scanObject(s *mspan, obj uintptr) {
	if s.largeType != nil {
		t := s.largeType
		mask := bitvector{int32(t.PtrBytes / 8), typeMask(t)}
		for off := uintptr(0); off+t.Size_ <= s.largeData; off += t.Size_ {
			w.scanWords(obj+off, mask)
		}
		return
	}
	w.scanned += s.elemsize
	first := (obj - s.startAddr) / 8
	last := first + s.elemsize/8
	for i := first; i < last; {
		// The bits of one word of the bitmap that belong to the object.
		bits := *(*uint64)(add(unsafe.Pointer(s.ptrBits), i/64*8)) >> (i % 64)
		n := 64 - i%64
		if n > last-i {
			n = last - i
			bits &= 1<<n - 1
		}
		p := s.startAddr + i*8
		i += n
		for ; bits != 0; bits &= bits - 1 {
			x := *(*uintptr)(unsafe.Pointer(p + uintptr(sys.TrailingZeros64(bits))*8))
			if x == 0 {
				continue
			}
			if debug.gcstress != 0 {
				checkHeapPointer(obj, x)
			}
			w.shade(x)
		}
	}
}
