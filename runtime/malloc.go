// The allocator: an overview.
//
// Small objects (up to 32 KiB) come in 67 sizes. For each size, and separately for objects
// with and without pointers, a P owns a span: a run of pages cut into objects of that size.
//
//	mallocgc -> the P's mcache: next free object of its span     (no lock)
//	         -> mcentral of the class: another span               (a lock for each class)
//	         -> mheap: pages for a new span                       (one lock)
//	         -> the kernel: an arena of 64 MiB
//
// Sweeping goes the other way: a span without reached objects returns its pages to the
// heap, one with some goes to its mcentral. Large objects are spans of their own. Objects
// below 16 bytes without pointers share blocks of 16 (the tiny allocator). Nothing is
// allocated for size 0: all such objects are zerobase.
//
// The collector must know where pointers are in each object; see mbitmap.go.

package runtime

import (
	"internal/runtime/sys"
	"unsafe"
)

// zerobase is the address of all objects of size 0.
var zerobase uintptr

const (
	tinySize     = 16
	maxTinyAlign = 8
)

func mallocinit() {
	bootstep("mallocinit")
	sizeclassinit()
	mheap_.init()
	mcache0 = allocmcache()
}

// mcache0 serves until there is a p.
var mcache0 *mcache

// getMCache returns the cache to allocate from.
func getMCache(mp *m) *mcache {
	if pp := mp.p.ptr(); pp != nil {
		return pp.mcache
	}
	if mainStarted {
		throw("malloc without a p")
	}
	return mcache0
}

// mallocgc allocates size bytes. typ describes the elements when there are pointers in
// them (the size is then a multiple of its size); it is nil for plain memory. The memory
// is zeroed if needzero or if it will be scanned.
func mallocgc(size uintptr, typ *_type, needzero bool) unsafe.Pointer {
	if size == 0 {
		return unsafe.Pointer(&zerobase)
	}
	if gcController.wanted() || debug.gcstress != 0 {
		gcBeforeAlloc(size)
	}
	mp := acquirem()
	if mp.mallocing != 0 {
		throw("malloc deadlock")
	}
	mp.mallocing = 1
	noscan := typ == nil || typ.PtrBytes == 0
	c := getMCache(mp)
	var x unsafe.Pointer
	switch {
	case noscan && size < tinySize:
		x = mallocTiny(c, size, needzero)
	case size <= maxSmallSize-8 || noscan && size <= maxSmallSize:
		addr, s := c.nextFree(makeSpanClass(sizeclass(size), noscan))
		x = unsafe.Pointer(addr)
		if s.needzero && (needzero || !noscan) {
			memclrNoHeapPointers(x, s.elemsize)
		}
		if !noscan {
			heapSetType(s, addr, size, typ)
		}
	default:
		x = mallocLarge(size, typ, noscan)
	}
	mp.mallocing = 0
	c.mallocs++
	c.totalAlloc += uint64(size)
	if c.untilSample -= int64(size); c.untilSample < 0 || c.sampleRate != MemProfileRate {
		profileAlloc(c, x, sys.GetCallerPC(), sys.GetCallerSP())
	}
	releasem(mp)
	return x
}

// mallocTiny cuts a piece off the current block of 16 bytes, or starts a new one. The
// block lives as long as any piece of it does.
func mallocTiny(c *mcache, size uintptr, needzero bool) unsafe.Pointer {
	off := c.tinyoffset
	switch {
	case size&7 == 0:
		off = alignUp(off, 8)
	case size&3 == 0:
		off = alignUp(off, 4)
	case size&1 == 0:
		off = alignUp(off, 2)
	}
	if c.tiny != 0 && off+size <= tinySize {
		c.tinyoffset = off + size
		return unsafe.Pointer(c.tiny + off)
	}
	addr, s := c.nextFree(makeSpanClass(2, true))
	if s.needzero {
		words := (*[2]uint64)(unsafe.Pointer(addr))
		words[0] = 0
		words[1] = 0
	}
	if c.tiny == 0 || size < c.tinyoffset {
		// The new block has more room left than the old one.
		c.tiny = addr
		c.tinyoffset = size
	}
	return unsafe.Pointer(addr)
}

// mallocLarge gives an object a span of its own.
func mallocLarge(size uintptr, typ *_type, noscan bool) unsafe.Pointer {
	if size+pageSize < size {
		throw("runtime: out of memory")
	}
	npages := (size + pageSize - 1) >> pageShift
	var s *mspan
	systemstack(func() {
		s = mheap_.allocSpan(npages, mSpanInUse)
		if s == nil {
			throw("runtime: out of memory")
		}
	})
	s.spanclass = makeSpanClass(0, noscan)
	s.elemsize = npages << pageShift
	s.nelems = 1
	s.divMul = 0 // every offset is in object 0
	s.freeindex = 1
	s.allocCount = 1
	s.allocCache = 0
	s.bits[0].alloc = 1
	s.ptrBits = nil
	if !noscan {
		s.largeType = typ
		s.largeData = size
	}
	gcController.allocated(s.elemsize)
	if s.needzero {
		memclrNoHeapPointers(unsafe.Pointer(s.startAddr), s.elemsize)
	}
	return unsafe.Pointer(s.startAddr)
}

// newobject is new(T).
func newobject(typ *_type) unsafe.Pointer {
	return mallocgc(typ.Size_, typ, true)
}

// newarray allocates n elements.
func newarray(typ *_type, n int) unsafe.Pointer {
	return makeslice(typ, n, n)
}

// persistent is the block that persistentalloc cuts from.
var persistent struct {
	lock mutex
	base uintptr
	off  uintptr
}

const persistentChunk = 256 << 10

// persistentalloc returns zeroed memory for the runtime's own structures. It is never
// freed, and the collector does not look at it.
func persistentalloc(size, align uintptr) unsafe.Pointer {
	if size >= persistentChunk/4 {
		p := sysMap(nil, size)
		if p == nil {
			throw("out of memory: persistentalloc")
		}
		return p
	}
	lock(&persistent.lock)
	persistent.off = alignUp(persistent.off, align)
	if persistent.base == 0 || persistent.off+size > persistentChunk {
		persistent.base = uintptr(sysMap(nil, persistentChunk))
		if persistent.base == 0 {
			throw("out of memory: persistentalloc")
		}
		persistent.off = 0
	}
	p := persistent.base + persistent.off
	persistent.off += size
	unlock(&persistent.lock)
	return unsafe.Pointer(p)
}
