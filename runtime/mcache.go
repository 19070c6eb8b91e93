// What a P needs to allocate without locks: a span of each class, and a block that
// several tiny objects share.

package runtime

import (
	"internal/runtime/sys"
	"unsafe"
)

type mcache struct {
	tiny       uintptr // block for tiny objects, or 0
	tinyoffset uintptr // first free byte in it
	alloc      [numSpanClasses]*mspan
	next       *mcache // free list

	mallocs, totalAlloc uint64 // objects and bytes ever allocated here

	untilSample int64 // bytes until the memory profile notes an object
	sampleRate  int   // MemProfileRate when that was chosen
}

// emptymspan stands in alloc where there is no span; it has no free object.
var emptymspan mspan

func allocmcache() *mcache {
	c := (*mcache)(persistentalloc(unsafe.Sizeof(mcache{}), 8))
	for i := 0; i < len(c.alloc); i++ {
		c.alloc[i] = &emptymspan
	}
	return c
}

// nextFree returns the address of a free object of the class, with its span, and counts
// it as allocated.
func (c *mcache) nextFree(sc spanClass) (uintptr, *mspan) {
	s := c.alloc[sc]
	if s.allocCache == 0 && !s.fillCache() {
		systemstack(func() {
			c.refill(sc)
		})
		s = c.alloc[sc]
	}
	k := uintptr(sys.TrailingZeros64(s.allocCache))
	i := s.freeindex + k
	s.allocCache = s.allocCache >> k >> 1
	s.freeindex = i + 1
	s.allocCount++
	return s.startAddr + i*s.elemsize, s
}

// fillCache goes on to the next 64 objects of which some are free. False: there are none.
func (s *mspan) fillCache() bool {
	for i := alignUp(s.freeindex, 64); i < s.nelems; i += 64 {
		free := ^s.bits[i/64].alloc
		if left := s.nelems - i; left < 64 {
			free &= 1<<left - 1
		}
		if free != 0 {
			s.freeindex = i
			s.allocCache = free
			return true
		}
	}
	s.freeindex = s.nelems
	return false
}

// refill replaces the full span of a class.
func (c *mcache) refill(sc spanClass) {
	old := c.alloc[sc]
	if old != &emptymspan {
		mheap_.central[sc].uncacheSpan(old)
	}
	s := mheap_.central[sc].cacheSpan(sc)
	if s == nil {
		throw("runtime: out of memory")
	}
	// All its free objects count as allocated from now on.
	gcController.allocated((s.nelems - s.allocCount) * s.elemsize)
	c.alloc[sc] = s
	if s.allocCache == 0 && !s.fillCache() {
		throw("a span from mcentral has no free object")
	}
}

// releaseAll gives all spans back, before a sweep.
func (c *mcache) releaseAll() {
	for i := 0; i < len(c.alloc); i++ {
		if s := c.alloc[i]; s != &emptymspan {
			c.alloc[i] = &emptymspan
			mheap_.central[i].uncacheSpan(s)
		}
	}
	c.tiny = 0
	c.tinyoffset = 0
}
