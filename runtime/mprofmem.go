// The memory profile: where memory was allocated, and how much of it is still in use.
//
// One allocation for about MemProfileRate bytes is noted, at random distances, so that each byte has the same chance. A bucket
// counts the notes of one stack and size. The span of an object that was noted has a record of it; a collection
// that does not reach the object moves it from the bytes in use to those that were freed.

package runtime

import "unsafe"

// MemProfileRate is the average number of bytes allocated for each sample of the memory profile: 1 notes everything, 0 nothing.
var MemProfileRate int = 512 * 1024

// A memBucket counts the samples of a stack and size. The memory is not of the heap.
type memBucket struct {
	next          *memBucket // with the same hash
	all           *memBucket // of all buckets
	size          uintptr    // of an object
	allocs, frees int64      // objects
	depth         int
	stack         [32]uintptr
}

// A memSample is an object that was noted, in the list of its span.
type memSample struct {
	next   *memSample
	addr   uintptr
	bucket *memBucket
}

var memProfile struct {
	lock    mutex
	hash    [1024]*memBucket
	all     *memBucket
	buckets int
	samples int        // in lists of spans
	free    *memSample // not in use
	stack   [32]uintptr
}

// sampleDistance returns how many bytes may be allocated until the next sample: by the exponential distribution.
func sampleDistance(rate int) int64 {
	switch rate {
	case 0:
		return 1<<63 - 1
	case 1:
		return 0
	}
	// -ln x of a uniform x in (0, 1), which is m * 2^e. Each smaller e has half the chance.
	m, e := float64(rand()>>12|1<<52)/(1<<52), -1.0 // m is in [1, 2)
	for n := rand() | 1<<63; n&1 == 0; n >>= 1 {
		e--
	}
	t := (m - 1) / (m + 1)
	t2 := t * t
	ln := 2 * t * (1 + t2*(1.0/3+t2*(1.0/5+t2*(1.0/7+t2/9))))
	const ln2 = 0.693147180559945309417
	return int64(float64(rate) * -(e*ln2 + ln))
}

// profileAlloc counts an allocation down, and notes it if it is its turn. pc and sp are mallocgc's caller.
func profileAlloc(c *mcache, x unsafe.Pointer, pc, sp uintptr) {
	note := c.sampleRate == MemProfileRate || MemProfileRate == 1
	c.sampleRate = MemProfileRate
	c.untilSample = sampleDistance(MemProfileRate)
	gp := getg()
	if !note || MemProfileRate <= 0 || gp != gp.m.curg {
		return
	}
	s := spanOfHeap(uintptr(x))
	if s == nil || s.elemsize == tinySize && uintptr(x)%tinySize != 0 {
		return // a further piece of a block that has been counted
	}
	systemstack(func() {
		lock(&memProfile.lock)
		pcs := &memProfile.stack
		var where frameWalk
		where.start(gp, pc, sp)
		n := where.collect(0, pcs[:])
		skip := 0
		for skip < n-1 && hasPrefix(funcname(findfunc(pcs[skip]-1)), "runtime.") {
			skip++
		}
		r := memProfile.free
		if r != nil {
			memProfile.free = r.next
		} else {
			r = (*memSample)(persistentalloc(unsafe.Sizeof(memSample{}), 8))
		}
		r.bucket = findBucket(s.elemsize, pcs[skip:n])
		r.bucket.allocs++
		r.addr = uintptr(x)
		r.next = s.samples
		s.samples = r
		mheap_.addSpecial(s)
		memProfile.samples++
		unlock(&memProfile.lock)
	})
}

// findBucket returns the bucket of a size and stack.
func findBucket(size uintptr, pcs []uintptr) *memBucket {
	h := size
	for i := 0; i < len(pcs); i++ {
		h = h*31 + pcs[i]
	}
	list := &memProfile.hash[(h^h>>16)%uintptr(len(memProfile.hash))]
	for b := *list; b != nil; b = b.next {
		if b.size == size && sameStack(b, pcs) {
			return b
		}
	}
	b := (*memBucket)(persistentalloc(unsafe.Sizeof(memBucket{}), 8))
	b.size = size
	b.depth = copy(b.stack[:], pcs)
	b.next, *list = *list, b
	b.all, memProfile.all = memProfile.all, b
	memProfile.buckets++
	return b
}

func sameStack(b *memBucket, pcs []uintptr) bool {
	if b.depth != len(pcs) {
		return false
	}
	for i := 0; i < b.depth; i++ {
		if b.stack[i] != pcs[i] {
			return false
		}
	}
	return true
}

// profileFrees counts what a collection frees. The world is stopped, marking is done.
func profileFrees() {
	if memProfile.samples == 0 {
		return
	}
	for s := mheap_.specials; s != nil; s = s.nextSpecial {
		for p := &s.samples; *p != nil; {
			r := *p
			if s.isMarked(r.addr) {
				p = &r.next
				continue
			}
			*p = r.next
			r.bucket.frees++
			r.next = memProfile.free
			memProfile.free = r
			memProfile.samples--
		}
	}
}

// MemProfile puts the memory profile into p, if there is room, and returns how many records there are. Without inuseZero, places of
// which nothing is in use are left out.
func MemProfile(p []MemProfileRecord, inuseZero bool) (n int, ok bool) {
	return memProfileRecords(len(p), inuseZero, func(i int, b *memBucket) {
		r := &p[i]
		size := int64(b.size)
		*r = MemProfileRecord{AllocBytes: b.allocs * size, FreeBytes: b.frees * size, AllocObjects: b.allocs, FreeObjects: b.frees}
		copy(r.Stack0[:], b.stack[:b.depth])
	})
}

// memProfileRecords gives put each bucket, if there is room for all.
func memProfileRecords(room int, inuseZero bool, put func(i int, b *memBucket)) (n int, ok bool) {
	lock(&memProfile.lock)
	wanted := func(b *memBucket) bool { return inuseZero || b.allocs != b.frees }
	for b := memProfile.all; b != nil; b = b.all {
		if wanted(b) {
			n++
		}
	}
	if ok = n <= room; ok {
		i := 0
		for b := memProfile.all; b != nil; b = b.all {
			if wanted(b) {
				put(i, b)
				i++
			}
		}
	}
	unlock(&memProfile.lock)
	return n, ok
}
