// Goroutine stacks: small, contiguous, moved to a larger place when they are full.
//
// A prologue compares SP with g.stackguard0, which lies stackGuard bytes above the end; the
// space below is for functions without a check. When there is too little, morestack comes
// to newstack, which copies the stack to one of twice the size and adjusts every pointer
// into it. Where pointers are is known: the compiler describes each frame at each call. Nothing outside a
// stack points into it, but for sudogs of parked goroutines, deferred calls and panics,
// which are adjusted too.

package runtime

import (
	"internal/abi"
	"internal/runtime/sys"
	"unsafe"
)

const (
	stackMin   = 2048
	stackGuard = abi.StackNosplitBase + abi.StackSmall

	// Values of stackguard0 above every SP, so that the next check fails.
	uintptrMask    = 1<<64 - 1
	stackPreempt   = uintptrMask & -1314 // the goroutine is to yield
	stackFork      = uintptrMask & -1234 // it is between fork and exec
	stackForceMove = uintptrMask & -275  // its stack is to be moved

	numStackOrders = 4 // 2, 4, 8, 16 KiB have free lists; larger stacks are spans
	stackSpanSize  = 32 << 10
)

// maxstacksize is the limit of a goroutine's stack; main raises it from the start-up value.
var (
	maxstacksize    uintptr = 1000000000
	maxstackceiling uintptr = 2 * 1000000000
)

// stackpool holds free stacks by size, linked through their first word.
var stackpool [numStackOrders]struct {
	lock mutex
	free uintptr
}

func stackinit() {
	bootstep("stackinit")
	if stackSpanSize%pageSize != 0 {
		throw("stackinit: span size")
	}
}

// stackalloc returns a stack of n bytes, a power of two. It runs on the system stack.
func stackalloc(n uint32) stack {
	if n&(n-1) != 0 {
		throw("stackalloc: size is not a power of 2")
	}
	size := uintptr(n)
	if size < stackMin<<numStackOrders {
		order := 0
		for stackMin<<uint(order) < size {
			order++
		}
		return stackFromPool(order)
	}
	s := mheap_.allocSpan(size>>pageShift, mSpanManual)
	if s == nil {
		throw("out of memory: stack")
	}
	return stack{s.startAddr, s.startAddr + size}
}

// stackFromPool takes a small stack from its list, cutting up a new span if that is empty.
func stackFromPool(order int) stack {
	pool := &stackpool[order]
	size := uintptr(stackMin) << uint(order)
	lock(&pool.lock)
	if pool.free == 0 {
		s := mheap_.allocSpan(stackSpanSize>>pageShift, mSpanManual)
		if s == nil {
			throw("out of memory: stack")
		}
		for p := s.startAddr + stackSpanSize - size; ; p -= size {
			*(*uintptr)(unsafe.Pointer(p)) = pool.free
			pool.free = p
			if p == s.startAddr {
				break
			}
		}
	}
	p := pool.free
	pool.free = *(*uintptr)(unsafe.Pointer(p))
	unlock(&pool.lock)
	return stack{p, p + size}
}

// stackfree takes a stack back. It runs on the system stack.
func stackfree(stk stack) {
	size := stk.hi - stk.lo
	if size < stackMin<<numStackOrders {
		order := 0
		for stackMin<<uint(order) < size {
			order++
		}
		pool := &stackpool[order]
		lock(&pool.lock)
		*(*uintptr)(unsafe.Pointer(stk.lo)) = pool.free
		pool.free = stk.lo
		unlock(&pool.lock)
		return
	}
	s := spanOf(stk.lo)
	if s == nil || s.state != mSpanManual {
		throw("stackfree: not a stack")
	}
	mheap_.freeSpan(s)
}

// newstack is called by morestack, on g0, for the goroutine whose stack is full or which
// is asked to yield. It goes back to the function that noticed, which starts again.
func newstack() {
	mp := getg().m
	gp := mp.curg
	if mp.morebuf.g.ptr() != gp {
		throw("newstack: wrong goroutine")
	}
	mp.morebuf = gobuf{}
	if gp.stackguard0 == stackFork {
		throw("stack growth after fork")
	}
	if gp.throwsplit {
		throw("runtime: stack split at bad time")
	}
	if gp.stackguard0 == stackPreempt {
		gp.stackguard0 = gp.stack.lo + stackGuard
		if mp.locks == 0 && mp.mallocing == 0 {
			gopreempt_m(gp)
		}
		gogo(&gp.sched)
	}
	if gp.sched.sp < gp.stack.lo {
		print("runtime: sp=", hex(gp.sched.sp), " stack=[", hex(gp.stack.lo), ", ", hex(gp.stack.hi), "]\n")
		throw("split stack overflow")
	}

	if debug.gcstress != 0 && mp.locks == 0 && mp.mallocing == 0 && gcController.enabled && stressDue() && cansemacquire(&worldsema) {
		stressCollect(gp)
		semrelease1(&worldsema, false)
	}

	newsize := (gp.stack.hi - gp.stack.lo) * 2
	// One frame may need more than twice the stack.
	if f := findfunc(gp.sched.pc); f.valid() {
		need := maxspdelta(f) + stackGuard
		used := gp.stack.hi - gp.sched.sp
		for newsize-used < need {
			newsize *= 2
		}
	}
	if newsize > maxstacksize || newsize > maxstackceiling {
		print("runtime: goroutine stack exceeds ", maxstacksize, "-byte limit\n")
		print("runtime: sp=", hex(gp.sched.sp), " stack=[", hex(gp.stack.lo), ", ", hex(gp.stack.hi), "]\n")
		throw("stack overflow")
	}
	copystack(gp, newsize)
	gogo(&gp.sched)
}

// maxspdelta returns the largest distance between SP and its value at entry.
func maxspdelta(f funcInfo) uintptr {
	tab := firstmoduledata.pctab
	off := f.pcsp
	val, most := int32(-1), int32(0)
	for first := true; off != 0; first = false {
		u, next := readvarint(tab, off)
		if u == 0 && !first {
			break
		}
		_, off = readvarint(tab, next)
		val += int32(u>>1) ^ -int32(u&1)
		if val > most {
			most = val
		}
	}
	return uintptr(most)
}

// adjustinfo is a stack that has moved.
type adjustinfo struct {
	old   stack
	delta uintptr // new minus old address
}

// adjust corrects the word at p if it points into the old stack.
func (adj *adjustinfo) adjust(p unsafe.Pointer) {
	pp := (*uintptr)(p)
	if x := *pp; adj.old.lo <= x && x < adj.old.hi {
		*pp = x + adj.delta
	}
}

// adjustBits corrects the words at p that have a bit in bv.
func (adj *adjustinfo) adjustBits(p uintptr, bv bitvector) {
	for i := uintptr(0); i < uintptr(bv.n); i += 8 {
		b := *(*uint8)(add(unsafe.Pointer(bv.bytedata), i/8))
		for b != 0 {
			j := uintptr(sys.TrailingZeros64(uint64(b)))
			b &= b - 1
			adj.adjust(unsafe.Pointer(p + (i+j)*8))
		}
	}
}

// copystack moves gp's stack to a new one of newsize bytes. gp is stopped, and gp.sched says
// where. It runs on the system stack.
func copystack(gp *g, newsize uintptr) {
	old := gp.stack
	used := old.hi - gp.sched.sp
	if used > newsize {
		throw("copystack: too small")
	}
	new := stackalloc(uint32(newsize))
	var adj adjustinfo
	adj.old = old
	adj.delta = new.hi - old.hi
	memmove(unsafe.Pointer(new.hi-used), unsafe.Pointer(old.hi-used), used)

	gp.stack = new
	gp.stackguard0 = new.lo + stackGuard
	gp.sched.sp = new.hi - used
	gp.stktopsp += adj.delta
	adj.adjust(unsafe.Pointer(&gp.sched.ctxt))
	adj.adjust(unsafe.Pointer(&gp.sched.bp))
	adjustdefers(gp, &adj)
	adj.adjust(unsafe.Pointer(&gp._panic))
	for sg := gp.waiting; sg != nil; sg = sg.waitlink {
		adj.adjust(unsafe.Pointer(&sg.elem))
	}

	var u unwinder
	u.init(gp, ^uintptr(0), 0)
	for ; u.valid(); u.next() {
		adjustframe(&u.frame, &adj)
		stress.frames++
	}
	if debug.gcstress != 0 {
		poison(old, used)
	}
	stackfree(old)
}

// poison overwrites what was in use of an old stack, so that a missed pointer shows.
func poison(stk stack, used uintptr) {
	for p := stk.hi - used; p < stk.hi; p += 8 {
		*(*uint64)(unsafe.Pointer(p)) = 0xdeaddeaddeaddead
	}
}

// adjustdefers corrects the list of deferred calls, some of whose records are on the stack.
func adjustdefers(gp *g, adj *adjustinfo) {
	adj.adjust(unsafe.Pointer(&gp._defer))
	for d := gp._defer; d != nil; d = d.link {
		adj.adjust(unsafe.Pointer(&d.fn))
		adj.adjust(unsafe.Pointer(&d.sp))
		adj.adjust(unsafe.Pointer(&d.link))
	}
}

// adjustframe corrects the pointers of one frame, which is at its new place.
func adjustframe(fr *stkframe, adj *adjustinfo) {
	if fr.varp != fr.fp-8 {
		adj.adjust(unsafe.Pointer(fr.varp)) // saved frame pointer
	}
	if fr.continpc == 0 {
		return
	}
	locals, args := fr.maps()
	if locals.n > 0 {
		adj.adjustBits(fr.varp-uintptr(locals.n)*8, locals)
	}
	if args.n > 0 {
		adj.adjustBits(fr.argp, args)
	}
	objs := fr.objects()
	for i := 0; i < len(objs); i++ {
		if p := fr.objectAddr(&objs[i]); p >= fr.sp {
			adj.adjustBits(p, objs[i].mask())
		}
	}
}

// shrinkstack halves gp's stack when it uses less than a quarter. gp is stopped.
func shrinkstack(gp *g) {
	size := gp.stack.hi - gp.stack.lo
	if size/2 < stackMin || gp.asyncSafePoint {
		return
	}
	if used := gp.stack.hi - gp.sched.sp + stackGuard; used >= size/4 {
		return
	}
	copystack(gp, size/2)
}
