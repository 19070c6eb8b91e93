// Marking on several threads.
//
// While the world is stopped its threads sleep, so that the collector may use as many as there are p's. For
// each but the one that stopped the world there is a thread of its own, made when first wanted, which waits for
// collections. What there is to do is divided in two ways: the roots (pieces of the global variables, stacks)
// are numbered, and whoever is free takes the next number; objects that were reached but not looked into are in
// buffers, of which full ones are for all (workFull), and whoever has nothing left takes one. A thread that
// finds neither waits, spinning: when all do so nothing is left anywhere.
//
// A mark bit is set by an atomic operation, and the one who set it looks into the object.

package runtime

import (
	"internal/runtime/atomic"
	"unsafe"
)

const (
	maxMarkers   = 16
	parallelHeap = 16 << 20  // smaller ones are marked by one thread
	rootPiece    = 256 << 10 // bytes of global variables taken at once
)

// markers are the threads that mark; number 0 is the one that stopped the world.
var markers struct {
	helper  [maxMarkers]gcWork // [0] unused: that is work
	wake    [maxMarkers]note
	asleep  [maxMarkers]uint32 // the helper waits, or is about to, for wake
	n       uint32             // wanted in the collection under way
	made    uint32             // threads that exist
	started uint32             // and have begun
	active  uint32             // those that take part, and the bit markersDone
	idle    uint32             // of these, those that found nothing
	out     uint32             // helpers that have left again
	root    uint32             // the next root
}

// markersDone says that nothing is left: who comes now is too late.
const markersDone = 1 << 31

// prepareMarkers makes threads for a collection of a large heap and says how many are to help. It runs on the
// system stack before the world stops: making threads takes memory.
func prepareMarkers() {
	n := uint32(gomaxprocs)
	if n > uint32(ncpu) {
		n = uint32(ncpu)
	}
	if n > maxMarkers {
		n = maxMarkers
	}
	if gcController.heapLive < parallelHeap || debug.gcstress != 0 && memstats.numGC%16 != 0 {
		n = 1 // under gcstress so many collections follow each other that waking threads takes most of the time
	}
	for n > 1 && markers.made < n-1 {
		markers.made++
		lock(&sched.lock)
		sched.nmsys++
		id := reserveM()
		unlock(&sched.lock)
		newm(markHelper, nil, false, id)
	}
	markers.n = n
}

// markHelper is what such a thread does. One that the kernel is slow to wake misses the collection.
func markHelper() {
	i := atomic.Xadd(&markers.started, 1)
	for {
		atomic.Store(&markers.asleep[i], 1)
		notesleep(&markers.wake[i])
		noteclear(&markers.wake[i])
		if joinMarkers() {
			markers.helper[i].share()
			atomic.Xadd(&markers.out, 1)
		}
	}
}

func joinMarkers() bool {
	for {
		a := atomic.Load(&markers.active)
		if a >= markersDone {
			return false
		}
		if atomic.Cas(&markers.active, a, a+1) {
			return true
		}
	}
}

// markParallel marks everything that the roots lead to.
func (w *gcWork) markParallel() {
	markers.root, markers.idle, markers.out = 0, 0, 0
	atomic.Store(&markers.active, 1)
	for i := uint32(1); i < markers.n; i++ {
		if atomic.Cas(&markers.asleep[i], 1, 0) {
			notewakeup(&markers.wake[i])
		}
	}
	w.share()
	for spins := 100; atomic.Load(&markers.out) != markers.active-markersDone-1; spins++ {
		waitABit(spins)
	}
	for i := uint32(1); i < markers.n; i++ {
		h := &markers.helper[i]
		w.marked += h.marked
		w.markedCount += h.markedCount
		w.scanned += h.scanned
		h.marked, h.markedCount, h.scanned = 0, 0, 0
	}
	markers.n = 1 // what follows is small
}

// share does one marker's part.
func (w *gcWork) share() {
	for w.markRoot(uintptr(atomic.Xadd(&markers.root, 1) - 1)) {
		w.drain()
	}
	for {
		w.drain()
		if !awaitWork() {
			return
		}
	}
}

// awaitWork waits until there is a full buffer, or reports that there never will be one: all that take part wait.
func awaitWork() bool {
	atomic.Xadd(&markers.idle, 1)
	for spins := 0; ; spins++ {
		if atomic.Load(&workFull.n) != 0 {
			atomic.Xadd(&markers.idle, -1)
			return true
		}
		a := atomic.Load(&markers.active)
		if a >= markersDone || a == atomic.Load(&markers.idle) && atomic.Cas(&markers.active, a, a|markersDone) {
			return false
		}
		waitABit(spins)
	}
}

// waitABit passes time: the longer it takes, the less of the processor's. The one waited for may need it.
func waitABit(spins int) {
	switch {
	case spins < 100:
		procyield(30)
	case spins < 200:
		osyield()
	default:
		usleep(50)
	}
}

// markRoot shades what root i points to; false: there is no such root.
func (w *gcWork) markRoot(i uintptr) bool {
	md := &firstmoduledata
	for _, part := range [2]struct {
		start uintptr
		mask  bitvector
	}{{md.data, md.gcdatamask}, {md.bss, md.gcbssmask}} {
		size := uintptr(part.mask.n) * 8
		pieces := (size + rootPiece - 1) / rootPiece
		if i < pieces {
			off := i * rootPiece
			n := size - off
			if n > rootPiece {
				n = rootPiece
			}
			w.scanWords(part.start+off, bitvector{int32(n / 8), (*uint8)(add(unsafe.Pointer(part.mask.bytedata), off/64))})
			return true
		}
		i -= pieces
	}
	if i >= allglen {
		return false
	}
	gp := allgs[i]
	if s := readgstatus(gp); s != _Gdead && s != _Gidle {
		w.scanStack(gp)
	}
	return true
}
