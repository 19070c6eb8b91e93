// The garbage collector: an overview.
//
// A collection stops the program, marks everything that can be reached from global variables
// and stacks (mgcmark.go), and frees the rest (mgcsweep.go). It is precise: masks say which words
// are pointers, in objects (mbitmap.go), globals and frames (symtab.go, traceback.go). Objects do
// not move; stacks may.
//
// The next one is due when the heap has grown by GOGC percent over what this one found
// live, and at 4 MiB at the earliest. A goroutine notices in mallocgc, before it
// allocates, and collects on g0 while its own stack is stopped like all others.

package runtime

import (
	"internal/runtime/atomic"
	"unsafe"
)

const heapMinimum = 4 << 20

// gcControllerState decides when to collect.
type gcControllerState struct {
	percent  int64   // GOGC; negative is off
	heapLive uint64  // bytes live after the last collection, and allocated since
	trigger  uintptr // collect at this heapLive
	marked   uintptr // bytes live after the last one
	enabled  bool    // gcenable has been called
	forced   bool    // the collection under way was asked for
}

var gcController gcControllerState

// wanted reports whether a collection is due.
//
//go:nosplit
func (c *gcControllerState) wanted() bool { return atomic.Load64(&c.heapLive) >= uint64(c.trigger) }

// allocated counts n bytes as live.
func (c *gcControllerState) allocated(n uintptr) { atomic.Xadd64(&c.heapLive, int64(n)) }

// minGrowth is how much the program may allocate between collections in any case.
const minGrowth = 64 << 10

// setTrigger places the next collection.
func (c *gcControllerState) setTrigger() {
	trigger := ^uintptr(0)
	if c.percent >= 0 {
		growth := c.marked / 100 * uintptr(c.percent)
		if growth < minGrowth {
			growth = minGrowth
		}
		trigger = c.marked + growth
		if least := uintptr(heapMinimum) * uintptr(c.percent) / 100; trigger < least {
			trigger = least
		}
	}
	if limit := c.limit(); trigger > limit {
		trigger = limit
	}
	c.trigger = trigger
}

// limit is the heap that the memory limit leaves room for, beside stacks, with a bit to spare. However small it
// is, some room is left for the program between two collections.
func (c *gcControllerState) limit() uintptr {
	if memoryLimit == 1<<63-1 {
		return ^uintptr(0)
	}
	other := mheap_.stackInUse + uintptr(memoryLimit)/32
	limit := uintptr(0)
	if uintptr(memoryLimit) > other {
		limit = uintptr(memoryLimit) - other
	}
	if least := c.marked + c.marked/16 + 1<<20; limit < least {
		limit = least
	}
	return limit
}

// gcinit reads GOGC and GOMEMLIMIT.
func gcinit() {
	bootstep("gcinit")
	c := &gcController
	c.percent = 100
	if s := gogetenv("GOGC"); s == "off" {
		c.percent = -1
	} else if n, ok := atoi(s); ok && n >= 0 {
		c.percent = int64(n)
	}
	limit, ok := parseMemoryLimit(gogetenv("GOMEMLIMIT"))
	if !ok {
		print("GOMEMLIMIT=", gogetenv("GOMEMLIMIT"), "\n")
		throw("malformed GOMEMLIMIT; see `go doc runtime/debug.SetMemoryLimit`")
	}
	memoryLimit = limit
	c.setTrigger()
	runtimeInitTime = nanotime()
}

// gcenable lets collections begin; the program is about to run.
func gcenable() {
	bootstep("gcenable")
	gcController.enabled = true
	writeBarrier.enabled = debug.gcbarrier != 0
}

// gcAllowed reports whether the caller may be stopped and collected around: it is a goroutine
// that holds nothing.
func gcAllowed() bool {
	gp := getg()
	mp := gp.m
	return gp == mp.curg && mp.locks == 0 && mp.mallocing == 0 && gcController.enabled && mp.throwing == throwTypeNone
}

// gcBeforeAlloc collects if it is time to, and possible, before an allocation.
func gcBeforeAlloc(size uintptr) {
	if !gcAllowed() {
		return
	}
	if gcController.wanted() {
		semacquire1(&worldsema, false, waitReasonStoppingTheWorld)
		if gcController.wanted() { // still
			mcall(gcOnSystem)
		}
		semrelease1(&worldsema, false)
	} else if debug.gcstress != 0 {
		gcstressPoint()
	}
}

// GC runs a garbage collection.
func GC() {
	if gcAllowed() {
		semacquire1(&worldsema, false, waitReasonStoppingTheWorld)
		gcController.forced = true
		mcall(gcOnSystem)
		gcController.forced = false
		semrelease1(&worldsema, false)
		Gosched()
	}
}

// gcOnSystem collects for the goroutine that gave up its stack for it, and goes on there.
func gcOnSystem(gp *g) {
	memstats.numForcedGC++
	gcCollect(gp, false)
	gogo(&gp.sched)
}

// gcCollect is a collection. It runs on g0, with worldsema held; gp is the goroutine that caused it. With move
// all stacks are moved, too.
func gcCollect(gp *g, move bool) {
	mp := getg().m
	t := gcTimes{begin: nanotime()}
	goal := gcController.trigger
	casgstatus(gp, _Grunning, _Gwaiting)
	gp.waitreason = waitReasonCollecting
	mp.locks++
	prepareMarkers()
	stopTheWorldWithSema()
	mp.mallocing++
	t.stopped = nanotime()
	threads := markers.n
	clearpools()

	for i := 0; i < len(allp); i++ {
		wbBufFlush1(allp[i])
		allp[i].mcache.releaseAll()
	}
	work.marked, work.markedCount, work.scanned = 0, 0, 0
	work.markParallel()
	work.markFinalizers()
	work.markCleanups()
	clearWeak()
	work.queueFinalizers()
	queueCleanups()
	profileFrees()
	mheap_.pruneSpecials()
	t.marked = nanotime()
	before := uintptr(gcController.heapLive)
	sweepAll()
	shrinkStacks(gp)
	if move {
		moveStacks(gp)
	}

	mp.mallocing--
	c := &gcController
	c.marked = work.marked
	c.heapLive = uint64(work.marked)
	c.setTrigger()
	t.end = nanotime()
	memstats.paused(uint64(t.end - t.begin))
	if debug.gctrace != 0 {
		gctrace(&t, before, goal, threads)
	}
	casgstatus(gp, _Gwaiting, _Grunning)
	startTheWorldWithSema()
	wakeFinalizers()
	mp.locks--
}

// shrinkStacks gives back stack that parked goroutines do not use.
func shrinkStacks(me *g) {
	for i := uintptr(0); i < allglen; i++ {
		gp := allgs[i]
		if s := readgstatus(gp); s == _Gwaiting || s == _Grunnable {
			shrinkstack(gp)
		}
	}
}

// pointerTo makes a pointer of an address.
//
//go:nosplit
func pointerTo(p uintptr) unsafe.Pointer { return unsafe.Pointer(p) }
