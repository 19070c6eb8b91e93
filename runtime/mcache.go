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
	i := s.nextFreeIndex()
	if i == s.nelems {
		systemstack(func() {
			c.refill(sc)
		})
		s = c.alloc[sc]
		i = s.nextFreeIndex()
	}
	s.freeindex = i + 1
	s.allocCount++
	return s.startAddr + i*s.elemsize, s
}

// nextFreeIndex returns the number of the first free object at or above freeindex, or
// nelems.
func (s *mspan) nextFreeIndex() uintptr {
	i := s.freeindex
	for i < s.nelems {
		free := ^s.allocBits[i/64] >> (i % 64)
		if free&1 != 0 {
			return i
		}
		if free == 0 {
			i = (i | 63) + 1
			continue
		}
		i += uintptr(sys.TrailingZeros64(free))
	}
	return s.nelems
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
