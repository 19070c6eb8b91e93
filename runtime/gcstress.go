// GODEBUG=gcstress=N: collect, and move all stacks, at every Nth stress point. Stress points are
// allocations, channel operations, selects, go statements and stack growth. Old stacks and freed
// objects are overwritten, so that a pointer that was missed is noticed soon.
//
// A full collection at each of a million allocations of a growing heap would take hours. So the
// total cost is bounded: collections are paid from a credit, which begins large enough for every
// point of a small program and grows a little with each point. The price of a collection is
// what the last one cost (bytes scanned, spans swept, frames moved, in about nanoseconds); while the
// credit does not cover it, points pass. It depends on nothing but the program, not on
// time: a failure repeats.

package runtime

import "unsafe"

const (
	stressCredit   = 1500 << 20 // to begin with
	stressPerPoint = 400        // what each point adds
	stressFixed    = 12000      // price of collecting nothing
	stressPerSpan  = 60
	stressPerFrame = 250
)

var stress struct {
	points int64 // since the last collection
	credit int64
	price  int64
	frames int64 // frames moved by the current one
}

// gcstressPoint is a point at which the collector may be made to run.
func gcstressPoint() {
	if debug.gcstress != 0 {
		stressPoint()
	}
}

func stressPoint() {
	if !gcAllowed() || !stressDue() {
		return
	}
	semacquire1(&worldsema, false, waitReasonStoppingTheWorld)
	mcall(gcstressOnSystem)
	semrelease1(&worldsema, false)
}

// stressDue counts a stress point and reports whether to collect there. Threads that come here at the same time may
// disturb each other's count.
func stressDue() bool {
	s := &stress
	if s.price == 0 {
		s.price = stressFixed
		s.credit = stressCredit
	}
	s.points++
	s.credit += stressPerPoint
	if s.points < int64(debug.gcstress) || s.credit < s.price {
		return false
	}
	s.points = 0
	return true
}

func gcstressOnSystem(gp *g) {
	stressCollect(gp)
	gogo(&gp.sched)
}

// stressCollect collects and moves stacks; gp is stopped, worldsema held. It runs on g0.
func stressCollect(gp *g) {
	s := &stress
	s.frames = 0
	gcCollect(gp, true)
	s.price = stressFixed + int64(work.scanned) + int64(work.markedCount)*8 +
		int64(mheap_.nspans)*stressPerSpan + s.frames*stressPerFrame
	s.credit -= s.price
}

// moveStacks moves the stacks of all stopped goroutines.
func moveStacks(gp *g) {
	for i := uintptr(0); i < allglen; i++ {
		other := allgs[i]
		if st := readgstatus(other); (st == _Gwaiting || st == _Grunnable) && !other.asyncSafePoint {
			copystack(other, other.stack.hi-other.stack.lo)
		}
	}
}

// checkHeapPointer stops the program when a word x of an object points into a stack. Nothing but
// the runtime's own records may do that: escape analysis was wrong, or a stale word was kept.
func checkHeapPointer(obj, x uintptr) {
	s := spanOf(x)
	if s == nil || s.state != mSpanManual || ownRecord(obj) {
		return
	}
	print("runtime: heap object ", hex(obj), " of ", spanOf(obj).elemsize, " bytes points to ", hex(x), ", into a stack\n")
	throw("found pointer from heap to stack")
}

// ownRecord reports whether the object is a g, or one that a g waits with or will call.
func ownRecord(obj uintptr) bool {
	if isWaiting(obj) {
		return true
	}
	for i := uintptr(0); i < allglen; i++ {
		gp := allgs[i]
		if uintptr(unsafe.Pointer(gp)) == obj {
			return true
		}
		for d := gp._defer; d != nil; d = d.link {
			if uintptr(unsafe.Pointer(d)) == obj {
				return true
			}
		}
	}
	return false
}

// isWaiting reports whether the object is a sudog in its goroutine's list. Whatever it is, its
// first word is looked at as if it were one.
func isWaiting(obj uintptr) bool {
	if spanOf(obj).elemsize < unsafe.Sizeof(sudog{}) {
		return false
	}
	gp := (*sudog)(pointerTo(obj)).g
	s := spanOfHeap(uintptr(unsafe.Pointer(gp)))
	if s == nil || s.elemsize < unsafe.Sizeof(g{}) || readgstatus(gp)&^_Gscan > _Gpreempted {
		return false
	}
	for sg := gp.waiting; sg != nil; sg = sg.waitlink {
		if uintptr(unsafe.Pointer(sg)) == obj {
			return true
		}
	}
	return false
}
