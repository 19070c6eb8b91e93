// Sweeping: what was not reached is free again.

package runtime

// sweepAll goes over all spans of objects. Afterwards each mcentral lists the spans of its
// class with room, allspans holds those still in use, and empty ones are back in the heap.
func sweepAll() {
	h := &mheap_
	for i := 0; i < len(h.central); i++ {
		h.central[i].partial = mSpanList{}
	}
	kept := uintptr(0)
	for i := uintptr(0); i < h.nspans; i++ {
		s := *h.spanAt(i)
		if sweepSpan(s) {
			*h.spanAt(kept) = s
			kept++
		}
	}
	h.nspans = kept
}

// sweepSpan frees the objects of s that are not marked, and s when none is left. It reports
// whether s is still in use.
func sweepSpan(s *mspan) bool {
	live := uintptr(0)
	words := (s.nelems + 63) / 64
	for i := uintptr(0); i < words; i++ {
		m := s.bits[i].mark
		if debug.gcstress != 0 {
			clobberFree(s, i)
		}
		s.bits[i] = spanBits{alloc: m}
		for ; m != 0; m &= m - 1 {
			live++
		}
	}
	s.next, s.prev, s.list = nil, nil, nil
	if live == 0 {
		recyclePtrBits(s)
		mheap_.freeSpan(s)
		return false
	}
	if live < s.allocCount {
		s.needzero = true
	}
	s.allocCount = live
	s.freeindex = 0
	s.allocCache = 0
	if live < s.nelems {
		mheap_.central[s.spanclass].partial.insert(s)
	}
	return true
}

// clobberFree overwrites the objects of bitmap word i that are being freed, so that a use of
// one shows at once.
func clobberFree(s *mspan, i uintptr) {
	for j := uintptr(0); j < 64; j++ {
		n := i*64 + j
		if n >= s.nelems || s.isFree(n) || s.bits[i].mark>>j&1 != 0 {
			continue
		}
		if s.elemsize > pageSize {
			continue // costs more than it finds
		}
		for p := s.startAddr + n*s.elemsize; p < s.startAddr+(n+1)*s.elemsize; p += 8 {
			*(*uint64)(pointerTo(p)) = 0xdeadbeefdeadbeef
		}
	}
}
