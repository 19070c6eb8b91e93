// The page heap: memory in pages of 8 KiB, handed out in runs called spans.
//
// Memory comes from the kernel in arenas of 64 MiB at hinted addresses, 0xc000000000 and
// up, so that heap pointers are easy to tell from other numbers. Free spans stand in lists
// by their number of pages and are joined with free neighbours. A table with an entry for
// each page leads from an address to its span.

package runtime

import (
	"internal/runtime/sys"
	"unsafe"
)

const (
	arenaShift = 26
	arenaSize  = 1 << arenaShift
	arenaPages = arenaSize / pageSize
	maxArenas  = 1 << (48 - arenaShift)
	arenaHint  = 0xc000000000

	maxAlloc = 1 << 47

	maxFreeList = 128 // spans of fewer pages have a list of their own
)

// States of a span.
const (
	mSpanDead   = 0 // the struct is unused
	mSpanFree   = 1 // in a free list
	mSpanInUse  = 2 // holds objects
	mSpanManual = 3 // holds stacks or the runtime's own data
)

// A spanClass is a size class, doubled, plus one when the objects hold no pointers.
type spanClass uint8

const numSpanClasses = numSizeClasses * 2

func makeSpanClass(class uint8, noscan bool) spanClass {
	if noscan {
		return spanClass(class<<1 | 1)
	}
	return spanClass(class << 1)
}

func (sc spanClass) noscan() bool { return sc&1 != 0 }

// cacheLine is what the processor fetches from memory at once.
const cacheLine = 64

// maxObjects is the most objects a span holds: a page of 8-byte objects.
const maxObjects = pageSize / 8

// An mspan is a run of pages. Its struct is never given back, so a stale pointer to it is
// harmless; whoever finds one by an address checks base and limit.
type mspan struct {
	_ sys.NotInHeap // pointers to it need no barrier: sysmon, without a p, could not have one

	// What marking needs stands in the first line of the processor's cache, and the bits of most objects in the second.
	startAddr uintptr
	limit     uintptr // end of the last object
	npages    uintptr
	elemsize  uintptr
	freeindex uintptr // objects below are in use; those above as their bits say
	ptrBits   *uint64 // where pointers are in small objects: a bit for each word of the span
	divMul    uint32  // ceil(2^32 / elemsize): division by multiplication
	state     uint8
	spanclass spanClass
	needzero  bool   // the memory has been used before
	special   bool   // it is in mheap_.specials
	largeType *_type // of the elements of a large object

	bits [maxObjects / 64]spanBits // of its objects

	nelems     uintptr
	allocCount uintptr
	allocCache uint64  // of the objects from freeindex to the end of their 64: a bit for each that is free
	largeData  uintptr // bytes that the elements of a large object fill
	released   uintptr // of a free one: bytes that the kernel has back

	next *mspan // in one list at most
	prev *mspan
	list *mSpanList

	// Few spans have any of these; those that do are in a list, by nextSpecial.
	finals      *finalizer // of its objects
	cleanups    *cleanup   // and weak pointers to them
	samples     *memSample // of its objects, in the memory profile
	nextSpecial *mspan
}

// spanBits is about 64 objects: those in use when the last sweep went over them; those reached by the mark phase under way.
type spanBits struct {
	alloc, mark uint64
}

func (s *mspan) base() uintptr { return s.startAddr }

// objIndex returns the number of the object that p points into.
//
//go:nosplit
func (s *mspan) objIndex(p uintptr) uintptr {
	return uintptr(uint64(p-s.startAddr) * uint64(s.divMul) >> 32)
}

// isFree reports whether the object with a number is not in use.
//
//go:nosplit
func (s *mspan) isFree(i uintptr) bool {
	return i >= s.freeindex && s.bits[i/64].alloc>>(i%64)&1 == 0
}

// An mSpanList is a doubly linked list of spans.
type mSpanList struct {
	_ sys.NotInHeap

	first *mspan
}

func (l *mSpanList) insert(s *mspan) {
	s.list = l
	s.prev = nil
	s.next = l.first
	if l.first != nil {
		l.first.prev = s
	}
	l.first = s
}

func (l *mSpanList) remove(s *mspan) {
	if s.list != l {
		throw("span is not in its list")
	}
	if s.prev != nil {
		s.prev.next = s.next
	} else {
		l.first = s.next
	}
	if s.next != nil {
		s.next.prev = s.prev
	}
	s.next, s.prev, s.list = nil, nil, nil
}

// A heapArena says which span each page of an arena belongs to. For a free span only
// the first and the last page are kept right.
type heapArena struct {
	spans [arenaPages]*mspan
}

// mheap is the one heap.
type mheapT struct {
	lock       mutex
	scavenging mutex // taken before lock

	free      [maxFreeList]mSpanList // free spans by pages; [0] unused
	freelarge mSpanList              // all larger ones

	arenas    *[maxArenas]*heapArena // by address >> arenaShift
	low, high uintptr                // all arenas are between
	hint      uintptr                // where to ask for the next arena
	allspans  **mspan                // every span struct in use, dense
	nspans    uintptr
	capspans  uintptr
	deadspans *mspan // unused structs, linked by next

	specialLock mutex
	specials    *mspan // spans with finalizers, cleanups or samples

	central [numSpanClasses]mcentral

	pagesInUse uintptr
	sysBytes   uintptr // from the kernel
	released   uintptr // of these: given back for now
	stackInUse uintptr
}

var mheap_ mheapT

// spanOf returns the span that p points into, whatever its state, or nil.
//
//go:nosplit
func spanOf(p uintptr) *mspan {
	ai := p >> arenaShift
	if ai >= maxArenas {
		return nil
	}
	ha := mheap_.arenas[ai]
	if ha == nil {
		return nil
	}
	s := ha.spans[p>>pageShift%arenaPages]
	if s == nil || p < s.startAddr || p-s.startAddr >= s.npages<<pageShift {
		return nil
	}
	return s
}

// spanOfHeap returns the span of the object that p points into, or nil.
//
//go:nosplit
func spanOfHeap(p uintptr) *mspan {
	s := spanOf(p)
	if s == nil || s.state != mSpanInUse || p >= s.limit {
		return nil
	}
	return s
}

// inHeapOrStack reports whether p points into memory that the heap handed out.
func inHeapOrStack(p uintptr) bool {
	s := spanOf(p)
	return s != nil && s.state >= mSpanInUse
}

// init reserves the table of arenas: 32 MiB of addresses, few of which are ever touched.
func (h *mheapT) init() {
	h.arenas = (*[maxArenas]*heapArena)(sysReserve(maxArenas * 8))
	if h.arenas == nil {
		throw("cannot reserve the table of arenas")
	}
	h.hint = arenaHint
}

// setSpan enters s in the table for one page.
func (h *mheapT) setSpan(p uintptr, s *mspan) {
	h.arenas[p>>arenaShift].spans[p>>pageShift%arenaPages] = s
}

// setEnds enters a free span at its first and last page.
func (h *mheapT) setEnds(s *mspan) {
	h.setSpan(s.startAddr, s)
	h.setSpan(s.startAddr+(s.npages-1)<<pageShift, s)
}

// newSpan returns a span struct.
func (h *mheapT) newSpan() *mspan {
	s := h.deadspans
	if s != nil {
		h.deadspans = s.next
		s.next = nil
		s.released = 0
		return s
	}
	return (*mspan)(persistentalloc(alignUp(unsafe.Sizeof(mspan{}), cacheLine), cacheLine))
}

// dropSpan takes back a struct whose pages went to another.
func (h *mheapT) dropSpan(s *mspan) {
	s.state = mSpanDead
	s.next = h.deadspans
	h.deadspans = s
}

// allocSpan hands out npages pages as a span in a state, or returns nil. It runs on the system stack.
func (h *mheapT) allocSpan(npages uintptr, state uint8) *mspan {
	lock(&h.lock)
	s := h.findFree(npages)
	if s == nil {
		if uint64(h.held()+npages<<pageShift) > memoryLimit {
			unlock(&h.lock)
			scavengeAll()
			lock(&h.lock)
		}
		if !h.grow(npages) {
			unlock(&h.lock)
			return nil
		}
		s = h.findFree(npages)
	}
	released := h.use(s, npages)
	if s.npages > npages {
		rest := h.newSpan()
		rest.released = released
		rest.startAddr = s.startAddr + npages<<pageShift
		rest.npages = s.npages - npages
		rest.needzero = s.needzero
		s.npages = npages
		h.insertFree(rest)
	}
	s.state = state
	s.limit = s.startAddr + npages<<pageShift
	for i := uintptr(0); i < npages; i++ {
		h.setSpan(s.startAddr+i<<pageShift, s)
	}
	h.pagesInUse += npages
	if state == mSpanInUse {
		h.addSpan(s)
	} else {
		h.stackInUse += npages << pageShift
	}
	unlock(&h.lock)
	return s
}

// findFree takes the smallest free span of at least npages pages out of its list.
func (h *mheapT) findFree(npages uintptr) *mspan {
	for n := npages; n < maxFreeList; n++ {
		if s := h.free[n].first; s != nil {
			h.free[n].remove(s)
			return s
		}
	}
	var best *mspan
	for s := h.freelarge.first; s != nil; s = s.next {
		if s.npages >= npages && (best == nil || s.npages < best.npages ||
			s.npages == best.npages && s.startAddr < best.startAddr) {
			best = s
		}
	}
	if best != nil {
		h.freelarge.remove(best)
	}
	return best
}

// insertFree puts a span into the list of its size.
func (h *mheapT) insertFree(s *mspan) {
	s.state = mSpanFree
	h.setEnds(s)
	if s.npages < maxFreeList {
		h.free[s.npages].insert(s)
	} else {
		h.freelarge.insert(s)
	}
}

// freeSpan takes the pages of s back. It runs on the system stack.
func (h *mheapT) freeSpan(s *mspan) {
	lock(&h.lock)
	h.pagesInUse -= s.npages
	if s.state == mSpanManual {
		h.stackInUse -= s.npages << pageShift
	}
	s.needzero = true
	s.largeType = nil
	s.limit = s.startAddr
	h.coalesce(s)
	unlock(&h.lock)
}

// coalesce frees s, joined with its free neighbours.
func (h *mheapT) coalesce(s *mspan) {
	if before := spanOf(s.startAddr - 1); before != nil && before.state == mSpanFree {
		before.list.remove(before)
		s.startAddr = before.startAddr
		s.npages += before.npages
		s.released += before.released
		s.needzero = s.needzero || before.needzero
		h.dropSpan(before)
	}
	if after := spanOf(s.startAddr + s.npages<<pageShift); after != nil && after.state == mSpanFree {
		after.list.remove(after)
		s.npages += after.npages
		s.released += after.released
		s.needzero = s.needzero || after.needzero
		h.dropSpan(after)
	}
	h.insertFree(s)
}

// grow gets at least npages pages from the kernel.
func (h *mheapT) grow(npages uintptr) bool {
	size := alignUp(npages<<pageShift, arenaSize)
	p := uintptr(sysMap(unsafe.Pointer(h.hint), size))
	if p == 0 {
		return false
	}
	if p%arenaSize != 0 {
		// The kernel put it elsewhere. Ask for more, use the aligned part.
		munmap(unsafe.Pointer(p), size)
		p = uintptr(sysMap(nil, size+arenaSize))
		if p == 0 {
			return false
		}
		p = alignUp(p, arenaSize)
	}
	h.hint = p + size
	if h.low == 0 || p < h.low {
		h.low = p
	}
	if h.high < p+size {
		h.high = p + size
	}
	h.sysBytes += size
	for a := p; a < p+size; a += arenaSize {
		ha := (*heapArena)(sysMap(nil, unsafe.Sizeof(heapArena{})))
		if ha == nil {
			return false
		}
		h.arenas[a>>arenaShift] = ha
	}
	s := h.newSpan()
	s.startAddr = p
	s.npages = size >> pageShift
	s.needzero = false
	h.coalesce(s)
	return true
}

// addSpan enters a span of objects into allspans; it grows by doubling.
func (h *mheapT) addSpan(s *mspan) {
	if h.nspans == h.capspans {
		n := h.capspans * 2
		if n == 0 {
			n = 4096
		}
		p := sysMap(nil, n*8)
		if p == nil {
			throw("out of memory: list of spans")
		}
		if h.capspans > 0 {
			memmove(p, unsafe.Pointer(h.allspans), h.nspans*8)
			munmap(unsafe.Pointer(h.allspans), h.capspans*8)
		}
		h.allspans = (**mspan)(p)
		h.capspans = n
	}
	*h.spanAt(h.nspans) = s
	h.nspans++
}

// spanAt returns the i-th entry of allspans.
func (h *mheapT) spanAt(i uintptr) **mspan {
	return (**mspan)(add(unsafe.Pointer(h.allspans), i*8))
}

// addSpecial enters a span that gets its first finalizer, cleanup or sample, if it is not entered yet.
func (h *mheapT) addSpecial(s *mspan) {
	lock(&h.specialLock)
	if !s.special {
		s.special = true
		s.nextSpecial = h.specials
		h.specials = s
	}
	unlock(&h.specialLock)
}

// pruneSpecials drops those that have none left. The world is stopped.
func (h *mheapT) pruneSpecials() {
	for p := &h.specials; *p != nil; {
		s := *p
		if s.finals != nil || s.cleanups != nil || s.samples != nil {
			p = &s.nextSpecial
			continue
		}
		s.special = false
		*p = s.nextSpecial
	}
}
