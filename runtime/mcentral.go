// A central list for each span class: spans with free objects that no P is using. Full
// spans are in no list; the sweeper finds them through allspans.

package runtime

import "unsafe"

type mcentral struct {
	lock    mutex
	partial mSpanList
}

// cacheSpan returns a span with at least one free object, for a P's cache. It runs on the
// system stack.
func (c *mcentral) cacheSpan(sc spanClass) *mspan {
	lock(&c.lock)
	s := c.partial.first
	if s != nil {
		c.partial.remove(s)
	}
	unlock(&c.lock)
	if s == nil {
		s = c.grow(sc)
	}
	return s
}

// uncacheSpan takes a span back from a P.
func (c *mcentral) uncacheSpan(s *mspan) {
	if s.allocCount < s.nelems {
		lock(&c.lock)
		c.partial.insert(s)
		unlock(&c.lock)
	}
}

// grow makes a new span of the class.
func (c *mcentral) grow(sc spanClass) *mspan {
	class := sc >> 1
	npages := uintptr(classPages[class])
	s := mheap_.allocSpan(npages, mSpanInUse)
	if s == nil {
		return nil
	}
	size := uintptr(classSize[class])
	s.spanclass = sc
	s.elemsize = size
	s.nelems = npages << pageShift / size
	s.divMul = uint32(^uint32(0)/uint32(size)) + 1
	s.limit = s.startAddr + s.nelems*size
	s.freeindex = 0
	s.allocCache = 0
	s.allocCount = 0
	s.bits = [maxObjects / 64]spanBits{}
	s.ptrBits = nil
	if !sc.noscan() {
		s.ptrBits = allocPtrBits(npages)
	}
	return s
}

// ptrBitsBytes is the size of the pointer bitmap of a page.
const ptrBitsBytes = pageSize / 8 / 8

// freePtrBits holds bitmaps of freed spans, by pages, linked through their first word.
var freePtrBits struct {
	lock mutex
	list [16]unsafe.Pointer
}

// allocPtrBits returns a bitmap for npages pages. Its content is undefined: allocation
// writes the bits of each object.
func allocPtrBits(npages uintptr) *uint64 {
	lock(&freePtrBits.lock)
	p := freePtrBits.list[npages]
	if p != nil {
		freePtrBits.list[npages] = *(*unsafe.Pointer)(p)
	}
	unlock(&freePtrBits.lock)
	if p == nil {
		p = persistentalloc(npages*ptrBitsBytes, 8)
	}
	return (*uint64)(p)
}

// recyclePtrBits keeps the bitmap of a span that is being freed.
func recyclePtrBits(s *mspan) {
	if s.ptrBits == nil {
		return
	}
	p := unsafe.Pointer(s.ptrBits)
	s.ptrBits = nil
	lock(&freePtrBits.lock)
	*(*uintptr)(p) = uintptr(freePtrBits.list[s.npages]) // the word held bits: no barrier
	freePtrBits.list[s.npages] = p
	unlock(&freePtrBits.lock)
}
