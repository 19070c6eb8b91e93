// The scheduler: how goroutines get to run.
//
// A g is a goroutine, an m a thread, a p the right to run Go code; there are GOMAXPROCS p's.
// An m with a p takes runnable goroutines from the p's queue and runs each until it parks,
// yields or ends. A goroutine that is made ready goes to the queue of the p that did it,
// in the slot runnext, which is served first: two that pass a value to and fro then run
// alternately. The queue is a ring of 256; what overflows goes to the global queue, and
// every 61st time the global queue is looked at first, so that nothing there starves.
//
// gopark and goready are what everything that waits is made of. Code that switches
// goroutines runs on the m's own stack, g0: mcall gets there, gogo leaves.
//
// How m's come and go is in mthread.go, what happens around system calls in entersyscall.go; sysmon.go
// watches over all of it, and stopworld.go brings it to a halt.

package runtime

import (
	"internal/abi"
	"internal/runtime/atomic"
	"internal/runtime/sys"
	"unsafe"
)

//go:linkname main_main main.main
func main_main()

// mainStarted tells that the main goroutine runs, and mainDone that main.main returned.
var (
	mainStarted bool
	mainDone    bool
	panicking   uint32 // goroutines that are printing a fatal panic
)

// schedinit makes the scheduler and everything it needs, in order.
func schedinit() {
	bootstep("schedinit")
	gp := getg()
	sched.maxmcount = 10000
	moduledataverify()
	stackinit()
	randinit()
	mallocinit()
	cpuinit()
	alginit()
	mcommoninit(gp.m, reserveM())
	modulesinit()
	typelinksinit()
	itabsinit()
	goargs()
	goenvs()
	parsedebugvars()
	initsig()
	gcinit()
	timersinit()
	n := int32(0)
	if v, ok := atoi(gogetenv("GOMAXPROCS")); ok && v > 0 {
		n = int32(v)
	} else {
		n = defaultProcs()
	}
	procresize(n)
}

// mcommoninit enters a new m into the list of all.
func mcommoninit(mp *m, id int64) {
	lock(&sched.lock)
	mp.id = id
	mp.alllink = allm
	allm = mp
	unlock(&sched.lock)
	mp.gsignal = malg(32 << 10)
	mp.gsignal.m = mp
}

// maxProcs is the most p's there can be.
const maxProcs = 1024

// allps holds every p ever made; allp is the part in use.
var allps [maxProcs]*p

// procresize makes n p's, the world being stopped or not yet begun, and takes the first for this m if its
// own is gone; the others wait for startTheWorld.
func procresize(n int32) {
	bootstep("procresize")
	if n > maxProcs {
		n = maxProcs
	}
	mp := getg().m
	for i := int32(0); i < n; i++ {
		if allps[i] == nil {
			pp := new(p)
			pp.init(i)
			allps[i] = pp
		}
		if i >= int32(len(allp)) {
			allps[i].status = _Pgcstop
		}
	}
	for i := n; i < int32(len(allp)); i++ {
		allp[i].destroy()
	}
	lock(&allpLock)
	allp = allps[:n]
	unlock(&allpLock)
	gomaxprocs = n
	if cur := mp.p.ptr(); cur == nil || cur.id >= n {
		if cur != nil {
			cur.m = 0
			mp.p = 0
		}
		acquirep(allp[0])
	}
}

// init makes a p ready for use. The first inherits the allocation cache of start-up.
func (pp *p) init(id int32) {
	pp.id = id
	pp.status = _Pgcstop
	pp.randstate = mix(randseed^uint64(id+1)*0x9e3779b97f4a7c15, 0xa0761d6478bd642f)
	pp.wbBuf.reset()
	if id == 0 {
		pp.mcache = mcache0
	} else {
		pp.mcache = allocmcache()
	}
}

// destroy moves what a p holds to the global lists.
func (pp *p) destroy() {
	for {
		gp := runqget(pp)
		if gp == nil {
			break
		}
		globrunqput(gp)
	}
	for pp.gFree.head != 0 {
		gp := pp.gFree.head.ptr()
		pp.gFree.head = gp.schedlink
		pp.gFreeCount--
		gp.schedlink = sched.gFree.head
		sched.gFree.head.set(gp)
		sched.gFreeCount++
	}
	pp.sudogcache = nil
	pp.sudogcount = 0
	pp.mcache.releaseAll()
	pp.status = _Pdead
}

// acquirep gives this m the p.
func acquirep(pp *p) {
	mp := getg().m
	if mp.p != 0 || pp.m != 0 {
		throw("acquirep: already in use")
	}
	*(*uintptr)(unsafe.Pointer(&mp.p)) = uintptr(unsafe.Pointer(pp))
	*(*uintptr)(unsafe.Pointer(&pp.m)) = uintptr(unsafe.Pointer(mp))
	pp.status = _Prunning
}

// releasep takes this m's p away and returns it.
func releasep() *p {
	mp := getg().m
	pp := mp.p.ptr()
	mp.p = 0
	pp.m = 0
	pp.status = _Pidle
	return pp
}

// pidleput and pidleget keep the list of idle p's; sched.lock is held or the world is stopped.
func pidleput(pp *p) {
	pp.status = _Pidle
	pp.link = sched.pidle
	*(*uintptr)(unsafe.Pointer(&sched.pidle)) = uintptr(unsafe.Pointer(pp))
	atomic.Xadd(&sched.npidle, 1)
}

func pidleget() *p {
	pp := sched.pidle.ptr()
	if pp != nil {
		sched.pidle = pp.link
		atomic.Xadd(&sched.npidle, -1)
	}
	return pp
}

// ---- the main goroutine ----

// An initTask is the initialisation of a package: this head, then the addresses of its
// functions.
type initTask struct {
	state uint32 // 0 not done, 1 under way, 2 done
	nfns  uint32
}

// runtime_inittasks lists the tasks of the packages below the runtime; the linker fills it.
//
//go:linkname runtime_inittasks runtime_inittasks
var runtime_inittasks []*initTask

// doInit runs the tasks that have not run yet.
func doInit(tasks []*initTask) {
	for i := 0; i < len(tasks); i++ {
		doInit1(tasks[i])
	}
}

func doInit1(t *initTask) {
	if t.state == 2 {
		return
	}
	if t.state == 1 {
		throw("recursive call during initialization - linker skew")
	}
	t.state = 1
	for i := uint32(0); i < t.nfns; i++ {
		// A word that holds the address of code is what a func value points to.
		p := add(unsafe.Pointer(t), 8+uintptr(i)*8)
		f := *(*func())(unsafe.Pointer(&p))
		f()
	}
	t.state = 2
}

// main is the first goroutine.
func main() {
	bootstep("main")
	mainStarted = true
	systemstack(startSysmon)
	gp := getg()
	gp.m.lockedInt++ // init functions run on the first thread; one that calls LockOSThread keeps main there
	lockThread(gp)
	doInit(runtime_inittasks)
	gcenable()
	bootstep("init tasks")
	for md := &firstmoduledata; md != nil; md = md.next {
		doInit(md.inittasks)
	}
	gp.m.lockedInt--
	unlockThread(gp)
	bootstep("main.main")
	main_main()
	mainDone = true
	if atomic.Load(&panicking) != 0 {
		// Another goroutine is dying loudly: let it finish.
		gopark(nil, nil, waitReasonPanicWait)
	}
	bootstep("exit")
	exit(0)
}

// startSysmon starts the thread of sysmon, and makes the other p's available.
func startSysmon() {
	lock(&sched.lock)
	sched.nmsys++
	id := reserveM()
	for i := len(allp) - 1; i > 0; i-- {
		pidleput(allp[i])
	}
	unlock(&sched.lock)
	newm(sysmon, nil, false, id)
}

// ---- making goroutines ----

// newproc is the go statement: fn is a closure without arguments.
func newproc(fn *funcval) {
	if bootcount != 0 && !mainStarted {
		bootstep("newproc")
	}
	gcstressPoint()
	gp := getg()
	pc := sys.GetCallerPC()
	systemstack(func() {
		newg := newproc1(fn, gp, pc)
		runqput(getg().m.p.ptr(), newg, true)
		if mainStarted {
			wakep()
		}
	})
}

// newproc1 makes a runnable goroutine that will call fn and then goexit. callerpc is the
// go statement.
func newproc1(fn *funcval, callergp *g, callerpc uintptr) *g {
	if fn == nil {
		fatal("go of nil func value")
	}
	mp := acquirem()
	pp := mp.p.ptr()
	newg := gfget(pp)
	if newg == nil {
		newg = malg(stackMin)
		casgstatus(newg, _Gidle, _Gdead)
		allgadd(newg)
	}
	sp := newg.stack.hi - 32
	newg.sched = gobuf{}
	newg.sched.sp = sp
	newg.stktopsp = sp
	newg.sched.pc = goexitPC() + 1 // becomes the return address of fn
	newg.sched.g.set(newg)
	gostartcall(&newg.sched, fn)
	newg.gopc = callerpc
	newg.startpc = fn.fn
	if callergp != nil {
		newg.parentGoid = callergp.goid
	}
	newg.goid = atomic.Xadd64(&sched.goidgen, 1)
	casgstatus(newg, _Gdead, _Grunnable)
	releasem(mp)
	return newg
}

// gostartcall makes buf look as if the code at its pc had just called fn.
func gostartcall(buf *gobuf, fn *funcval) {
	buf.sp -= 8
	*(*uintptr)(unsafe.Pointer(buf.sp)) = buf.pc
	buf.pc = fn.fn
	buf.ctxt = unsafe.Pointer(fn)
}

// malg allocates a g with a stack.
func malg(stacksize int32) *g {
	newg := new(g)
	systemstack(func() {
		newg.stack = stackalloc(uint32(stacksize))
	})
	newg.stackguard0 = newg.stack.lo + stackGuard
	newg.stackguard1 = ^uintptr(0)
	return newg
}

// allgadd enters gp into allgs.
func allgadd(gp *g) {
	lock(&allglock)
	allgs = append(allgs, gp)
	allglen = uintptr(len(allgs))
	unlock(&allglock)
}

// gfput keeps a dead g for reuse, without its stack unless that has the first size.
func gfput(pp *p, gp *g) {
	if gp.stack.hi-gp.stack.lo != stackMin {
		stackfree(gp.stack)
		gp.stack = stack{}
		gp.stackguard0 = 0
	}
	gp.schedlink = pp.gFree.head
	pp.gFree.head.set(gp)
	pp.gFreeCount++
	if pp.gFreeCount < 64 {
		return
	}
	lock(&sched.lock)
	for pp.gFreeCount > 32 {
		q := pp.gFree.head.ptr()
		pp.gFree.head = q.schedlink
		pp.gFreeCount--
		q.schedlink = sched.gFree.head
		sched.gFree.head.set(q)
		sched.gFreeCount++
	}
	unlock(&sched.lock)
}

// gfget returns a dead g with a stack, or nil.
func gfget(pp *p) *g {
	if pp.gFree.head == 0 && sched.gFree.head != 0 {
		lock(&sched.lock)
		for pp.gFreeCount < 32 && sched.gFree.head != 0 {
			q := sched.gFree.head.ptr()
			sched.gFree.head = q.schedlink
			sched.gFreeCount--
			q.schedlink = pp.gFree.head
			pp.gFree.head.set(q)
			pp.gFreeCount++
		}
		unlock(&sched.lock)
	}
	gp := pp.gFree.head.ptr()
	if gp == nil {
		return nil
	}
	pp.gFree.head = gp.schedlink
	pp.gFreeCount--
	gp.schedlink = 0
	if gp.stack.lo == 0 {
		gp.stack = stackalloc(stackMin)
		gp.stackguard0 = gp.stack.lo + stackGuard
	}
	return gp
}

// ---- states ----

//go:nosplit
func readgstatus(gp *g) uint32 { return gp.atomicstatus.Load() }

// casgstatus moves gp from one state to another; it must be in the first.
func casgstatus(gp *g, old, new uint32) {
	for i := 0; !gp.atomicstatus.CompareAndSwap(old, new); i++ {
		if gp.atomicstatus.Load()&^_Gscan != old {
			print("runtime: casgstatus ", gp.goid, ": ", old, " -> ", new, " but is ", gp.atomicstatus.Load(), "\n")
			throw("casgstatus: bad state")
		}
		procyield(1)
	}
}

// ---- running ----

// mstart0 is the Go part of mstart.
func mstart0() {
	bootstep("mstart")
	mstart1()
}

// mstart1 marks the place on g0's stack to which every mcall comes back, and schedules.
func mstart1() {
	gp := getg()
	mp := gp.m
	gp.sched.g.set(gp)
	gp.sched.pc = sys.GetCallerPC()
	gp.sched.sp = sys.GetCallerSP()
	minit()
	if !mainStarted {
		bootstep("schedule")
	}
	if fn := mp.mstartfn; fn != nil {
		fn()
	}
	if mp != &m0 {
		takeNextP(mp)
	}
	schedule()
}

// schedule finds a runnable goroutine and runs it. It does not return.
func schedule() {
	mp := getg().m
	if mp.locks != 0 {
		throw("schedule: holding locks")
	}
	if mp.lockedg != 0 {
		stoplockedm(mp)
		execute(mp.lockedg.ptr())
	}
	for {
		gp := findRunnable()
		if mp.spinning {
			resetspinning(mp)
		}
		if gp.lockedm == 0 {
			execute(gp)
		}
		startlockedm(gp)
	}
}

// execute runs gp on this m.
func execute(gp *g) {
	mp := getg().m
	// Both are known elsewhere: no barrier.
	*(*uintptr)(unsafe.Pointer(&mp.curg)) = uintptr(unsafe.Pointer(gp))
	*(*uintptr)(unsafe.Pointer(&gp.m)) = uintptr(unsafe.Pointer(mp))
	casgstatus(gp, _Grunnable, _Grunning)
	gp.waitsince = 0
	gp.preempt = false
	gp.stackguard0 = gp.stack.lo + stackGuard
	mp.p.ptr().schedtick++
	gogo(&gp.sched)
}

// findRunnable returns a goroutine to run: from the p's queue, the global one, another p's. It
// sleeps until there is one.
func findRunnable() *g {
	mp := getg().m
	for {
		if atomic.Load(&sched.gcwaiting) != 0 {
			gcstopm()
			continue
		}
		pp := mp.p.ptr()
		if when := nextTimer(); when != maxWhen {
			if now := nanotime(); when <= now {
				runTimers(now)
			}
		}
		if gp := findQueued(pp); gp != nil {
			return gp
		}
		if netpollNeeded() && !timers.waiting && pollEvents(0) {
			continue
		}
		// Spinning costs time: at most half as many m's spin as are busy.
		if mp.spinning || 2*atomic.Load(&sched.nmspinning) < uint32(gomaxprocs)-atomic.Load(&sched.npidle) {
			if !mp.spinning {
				startSpinning(mp)
			}
			if gp := stealWork(pp); gp != nil {
				return gp
			}
		}
		if gp := idle(mp); gp != nil {
			return gp
		}
	}
}

// findQueued looks into the p's own queue and the global one.
func findQueued(pp *p) *g {
	if pp.schedtick%61 == 0 && sched.runq.size > 0 {
		if gp := fromGlobal(pp, 1); gp != nil {
			return gp
		}
	}
	if gp := runqget(pp); gp != nil {
		return gp
	}
	if sched.runq.size > 0 {
		return fromGlobal(pp, 0)
	}
	return nil
}

// fromGlobal is globrunqget with the lock.
func fromGlobal(pp *p, max int32) *g {
	lock(&sched.lock)
	gp := globrunqget(pp, max)
	unlock(&sched.lock)
	return gp
}

// idle gives the p up and sleeps until there is work for this m; it has a p again then. It may
// find a goroutine at the last moment.
func idle(mp *m) *g {
	pp := mp.p.ptr()
	lock(&sched.lock)
	if atomic.Load(&sched.gcwaiting) != 0 {
		unlock(&sched.lock)
		return nil
	}
	if sched.runq.size > 0 {
		gp := globrunqget(pp, 0)
		unlock(&sched.lock)
		return gp
	}
	releasep()
	pidleput(pp)
	unlock(&sched.lock)
	if mp.spinning {
		mp.spinning = false
		stopSpinning()
	}
	// Work that was queued while we counted as running: see mthread.go.
	if anyWork() || waitForEvent() {
		lock(&sched.lock)
		pp = pidleget()
		unlock(&sched.lock)
		if pp != nil {
			acquirep(pp)
			startSpinning(mp)
			return nil
		}
	}
	stopm()
	return nil
}

// stealWork takes half of the queue of some other p, beginning at a random one. What is to run next there is
// taken only when there is nothing else: it is about to run.
func stealWork(pp *p) *g {
	n := uint32(len(allp))
	for round := 0; round < 4; round++ {
		start := uint32(uint64(uint32(randNext(pp)>>32)) * uint64(n) >> 32)
		for i := uint32(0); i < n; i++ {
			other := allp[(start+i)%n]
			if other == pp {
				continue
			}
			if atomic.Load(&sched.gcwaiting) != 0 {
				return nil
			}
			if gp := runqsteal(pp, other, round == 3); gp != nil {
				return gp
			}
		}
	}
	return nil
}

// ---- parking ----

// gopark makes the current goroutine wait. unlockf, if any, is called on g0 when the
// goroutine no longer runs; if it returns false the goroutine goes on at once.
func gopark(unlockf func(*g, unsafe.Pointer) bool, lock unsafe.Pointer, reason waitReason) {
	mp := acquirem()
	gp := mp.curg
	mp.waitlock = lock
	mp.waitunlockf = unlockf
	gp.waitreason = reason
	releasem(mp)
	mcall(park_m)
}

// park_m is gopark on g0.
func park_m(gp *g) {
	mp := getg().m
	casgstatus(gp, _Grunning, _Gwaiting)
	dropg()
	if fn := mp.waitunlockf; fn != nil {
		ok := fn(gp, mp.waitlock)
		mp.waitunlockf = nil
		mp.waitlock = nil
		if !ok {
			casgstatus(gp, _Gwaiting, _Grunnable)
			execute(gp)
		}
	}
	schedule()
}

// dropg separates the m from its goroutine.
func dropg() {
	mp := getg().m
	*(*uintptr)(unsafe.Pointer(&mp.curg.m)) = 0
	*(*uintptr)(unsafe.Pointer(&mp.curg)) = 0
}

// goready makes a parked goroutine runnable.
func goready(gp *g) {
	systemstack(func() {
		ready(gp, true)
	})
}

func ready(gp *g, next bool) {
	mp := acquirem()
	if readgstatus(gp)&^_Gscan != _Gwaiting {
		throw("bad g->status in ready")
	}
	casgstatus(gp, _Gwaiting, _Grunnable)
	runqput(mp.p.ptr(), gp, next)
	if mainStarted {
		wakep()
	}
	releasem(mp)
}

// Gosched lets other goroutines run; the current one goes to the end of the global queue.
func Gosched() {
	mcall(gosched_m)
}

// gosched_m is Gosched on g0.
func gosched_m(gp *g) {
	casgstatus(gp, _Grunning, _Grunnable)
	dropg()
	lock(&sched.lock)
	globrunqput(gp)
	unlock(&sched.lock)
	schedule()
}

// goschedguarded is Gosched where the compiler cannot know whether it is allowed.
func goschedguarded() {
	if mp := getg().m; mp.locks == 0 && mp.mallocing == 0 && getg() == mp.curg {
		Gosched()
	}
}

// gopreempt_m is a preemption, on g0.
func gopreempt_m(gp *g) {
	gosched_m(gp)
}

// goyield_m puts the current goroutine at the end of its p's own queue, on g0: the next to run is
// the one that was just made ready.
func goyield_m(gp *g) {
	pp := getg().m.p.ptr()
	casgstatus(gp, _Grunning, _Grunnable)
	dropg()
	runqput(pp, gp, false)
	schedule()
}

// goexit1 ends the current goroutine; its first function has returned.
func goexit1() {
	mcall(goexit0)
}

// goexit0 is goexit1 on g0.
func goexit0(gp *g) {
	mp := getg().m
	tied := gp.lockedm != 0
	mp.lockedg, mp.lockedInt, mp.lockedExt = 0, 0, 0
	gp.lockedm = 0
	gexit(gp)
	if tied {
		mexit(mp)
	}
	schedule()
}

// gexit lets go of a goroutine that has ended, on g0.
func gexit(gp *g) {
	mp := getg().m
	casgstatus(gp, _Grunning, _Gdead)
	gp.m = nil
	gp._defer = nil
	gp._panic = nil
	gp.writebuf = nil
	gp.waitreason = waitReasonZero
	gp.param = nil
	gp.labels = nil
	gp.waiting = nil
	mp.curg = nil
	gfput(mp.p.ptr(), gp)
}

// ---- queues ----

// runqput puts gp into the p's queue: as the next to run, or at the end.
func runqput(pp *p, gp *g, next bool) {
	if next {
		// Others may take it at any time.
		old := guintptr(atomic.Xchg64((*uint64)(unsafe.Pointer(&pp.runnext)), uint64(uintptr(unsafe.Pointer(gp)))))
		if old == 0 {
			return
		}
		gp = old.ptr() // the one kicked out goes to the end
	}
	h := atomic.LoadAcq(&pp.runqhead) // others take from here
	t := pp.runqtail
	if t-h < uint32(len(pp.runq)) {
		pp.runq[t%uint32(len(pp.runq))].set(gp)
		atomic.Store(&pp.runqtail, t+1) // seen by others before wakep looks at them
		return
	}
	runqputslow(pp, gp, h, t)
}

// runqputslow moves half of a full queue, and gp, to the global queue.
func runqputslow(pp *p, gp *g, h, t uint32) {
	n := (t - h) / 2
	var batch [len(pp.runq)/2 + 1]guintptr
	for i := uint32(0); i < n; i++ {
		batch[i] = pp.runq[(h+i)%uint32(len(pp.runq))]
	}
	if !atomic.Cas(&pp.runqhead, h, h+n) {
		// Somebody took some: there is room now.
		runqput(pp, gp, false)
		return
	}
	batch[n].set(gp)
	lock(&sched.lock)
	for i := uint32(0); i <= n; i++ {
		globrunqput(batch[i].ptr())
	}
	unlock(&sched.lock)
}

// runqget takes the next goroutine from the p's queue, or nil.
func runqget(pp *p) *g {
	if next := pp.runnext; next != 0 && atomic.Casuintptr((*uintptr)(unsafe.Pointer(&pp.runnext)), uintptr(next), 0) {
		return next.ptr()
	}
	for {
		h := atomic.LoadAcq(&pp.runqhead)
		if h == pp.runqtail {
			return nil
		}
		gp := pp.runq[h%uint32(len(pp.runq))].ptr()
		if atomic.Cas(&pp.runqhead, h, h+1) {
			return gp
		}
	}
}

// runqsteal moves half of another p's queue to pp's and returns one of them, or nil. With stealNext it
// also takes what is to run next.
func runqsteal(pp, from *p, stealNext bool) *g {
	for {
		h := atomic.LoadAcq(&from.runqhead)
		t := atomic.LoadAcq(&from.runqtail)
		n := t - h
		n -= n / 2
		if n == 0 {
			next := from.runnext
			if !stealNext || next == 0 {
				return nil
			}
			if from.status == _Prunning {
				usleep(3) // from is likely about to run it: what two goroutines hand each other stays where it is
			}
			if atomic.Casuintptr((*uintptr)(unsafe.Pointer(&from.runnext)), uintptr(next), 0) {
				return next.ptr()
			}
			continue
		}
		if n > uint32(len(from.runq))/2 {
			continue // head and tail were read at different times
		}
		tail := pp.runqtail
		for i := uint32(0); i < n; i++ {
			pp.runq[(tail+i)%uint32(len(pp.runq))] = from.runq[(h+i)%uint32(len(from.runq))]
		}
		if !atomic.Cas(&from.runqhead, h, h+n) {
			continue
		}
		n--
		gp := pp.runq[(tail+n)%uint32(len(pp.runq))].ptr()
		atomic.StoreRel(&pp.runqtail, tail+n)
		return gp
	}
}

// globrunqput puts gp at the end of the global queue; sched.lock is held.
func globrunqput(gp *g) {
	q := &sched.runq
	gp.schedlink = 0
	if q.tail != 0 {
		q.tail.ptr().schedlink.set(gp)
	} else {
		q.head.set(gp)
	}
	q.tail.set(gp)
	q.size++
}

// globrunqget takes a fair share of the global queue, at most max if that is not 0: it
// returns one and puts the others into pp's queue. sched.lock is held.
func globrunqget(pp *p, max int32) *g {
	q := &sched.runq
	n := q.size/gomaxprocs + 1
	if n > q.size {
		n = q.size
	}
	if max > 0 && n > max {
		n = max
	}
	if n > int32(len(pp.runq))/2 {
		n = int32(len(pp.runq)) / 2
	}
	var first *g
	for ; n > 0; n-- {
		gp := q.head.ptr()
		q.head = gp.schedlink
		if q.head == 0 {
			q.tail = 0
		}
		gp.schedlink = 0
		q.size--
		if first == nil {
			first = gp
		} else {
			runqput(pp, gp, false)
		}
	}
	return first
}

// badmcall is where an mcall ends that should not have been made.
func badmcall() {
	throw("mcall: called on the system stack, or its function returned")
}

// badmorestack reports that a system stack ran out.
//
//go:nosplit
func badmorestack() {
	writeErrStr("fatal: morestack on a system stack\n")
	abort()
}

// writeErrStr writes s to standard error with nothing in between: there may be no stack.
//
//go:nosplit
func writeErrStr(s string) {
	write1(2, unsafe.Pointer(unsafe.StringData(s)), int32(len(s)))
}

// unreachableMethod1 reports a call of a method that the linker thought nobody could call.
func unreachableMethod1() {
	throw("unreachable method called. linker bug?")
}

// funcIDOf is for checks: the kind of function pc is in.
func funcIDOf(pc uintptr) abi.FuncID {
	if f := findfunc(pc); f.valid() {
		return f.funcID
	}
	return abi.FuncIDNormal
}
