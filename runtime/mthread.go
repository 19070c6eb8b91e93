// Threads: how an m comes into being, sleeps, is woken, and passes its p on.
//
// There are as many p's as may run at a time, and as many m's as are needed to have one for each
// busy p, plus those that sit in system calls. An m without work gives its p to the list of
// idle ones and sleeps on its note. Before that it spins for a while: it looks through the other
// p's queues. Whoever makes a goroutine ready calls wakep, which starts a spinning m if there is an idle
// p and none spins yet. That no work is forgotten rests on this order: who submits work first
// queues it and then looks at the idle p's and the spinning m's; who stops first makes its p idle,
// no longer counts as spinning, and then looks at all the queues once more.

package runtime

import (
	"internal/runtime/atomic"
	"unsafe"
)

const g0StackSize = 64 << 10

// newm starts a thread that first calls fn, if any, and then runs goroutines with pp. A thread
// without a p, like sysmon, never returns from fn. id is from reserveM. It runs on the system stack.
func newm(fn func(), pp *p, spinning bool, id int64) {
	mp := allocm(pp, id)
	mp.mstartfn = fn
	mp.spinning = spinning
	mp.nextp = puintptr(unsafe.Pointer(pp))
	newosproc(mp)
}

// reserveM returns the number of an m that is about to be made; sched.lock is held. It counts from here on: whoever
// goes to sleep meanwhile must not take the program for dead.
func reserveM() int64 {
	id := sched.mnext
	if id >= int64(sched.maxmcount) {
		unlock(&sched.lock)
		print("runtime: program exceeds ", sched.maxmcount, "-thread limit\n")
		throw("thread exhaustion")
	}
	sched.mnext++
	return id
}

// allocm makes an m. A thread without a p borrows pp to allocate it.
func allocm(pp *p, id int64) *m {
	me := acquirem()
	borrowed := me.p == 0
	if borrowed {
		acquirep(pp)
	}
	freeThreads()
	mp := new(m)
	mp.g0 = malg(g0StackSize)
	mp.g0.stackguard1 = mp.g0.stackguard0
	mp.g0.m = mp
	mcommoninit(mp, id)
	if borrowed {
		releasep()
	}
	releasem(me)
	return mp
}

// startm has some m run pp, or an idle p if pp is nil. With spinning the caller has counted it as
// spinning already.
func startm(pp *p, spinning bool) {
	me := acquirem()
	lock(&sched.lock)
	if pp == nil {
		pp = pidleget()
		if pp == nil {
			unlock(&sched.lock)
			if spinning {
				stopSpinning()
			}
			releasem(me)
			return
		}
	}
	mp := mget()
	id := int64(0)
	if mp == nil {
		id = reserveM()
	}
	unlock(&sched.lock)
	if mp == nil {
		newm(nil, pp, spinning, id)
	} else {
		mp.spinning = spinning
		mp.nextp = puintptr(unsafe.Pointer(pp))
		notewakeup(&mp.park)
	}
	releasem(me)
}

// stopm puts this m, which has no p, to sleep until it is given one.
func stopm() {
	mp := getg().m
	if mp.p != 0 || mp.spinning {
		throw("stopm: holding a p, or spinning")
	}
	lock(&sched.lock)
	mput(mp)
	unlock(&sched.lock)
	notesleep(&mp.park)
	noteclear(&mp.park)
	takeNextP(mp)
}

// takeNextP acquires the p that startm chose.
func takeNextP(mp *m) {
	pp := mp.nextp.ptr()
	mp.nextp = 0
	acquirep(pp)
}

// mput and mget keep the list of sleeping m's; sched.lock is held.
func mput(mp *m) {
	mp.schedlink = sched.midle
	sched.midle = muintptr(unsafe.Pointer(mp))
	sched.nmidle++
	checkdead()
}

func mget() *m {
	mp := sched.midle.ptr()
	if mp != nil {
		sched.midle = mp.schedlink
		sched.nmidle--
	}
	return mp
}

// wakep starts a spinning m if there is an idle p and nobody spins.
func wakep() {
	if atomic.Load(&sched.npidle) == 0 || atomic.Load(&sched.nmspinning) != 0 || !atomic.Cas(&sched.nmspinning, 0, 1) {
		return
	}
	startm(nil, true)
}

// startSpinning counts this m as spinning.
func startSpinning(mp *m) {
	mp.spinning = true
	atomic.Xadd(&sched.nmspinning, 1)
}

// stopSpinning counts one m less.
func stopSpinning() {
	if int32(atomic.Xadd(&sched.nmspinning, -1)) < 0 {
		throw("negative nmspinning")
	}
}

// resetspinning is called when a spinning m has found work: there may be more.
func resetspinning(mp *m) {
	mp.spinning = false
	stopSpinning()
	wakep()
}

// handoffp finds something for a p to do whose m is stuck in a system call.
func handoffp(pp *p) {
	if !runqempty(pp) || atomic.Load(&sched.gcwaiting) == 0 && sched.runq.size != 0 {
		startm(pp, false)
		return
	}
	// Nobody is idle nor spinning: somebody should look for work.
	if atomic.Load(&sched.nmspinning)+atomic.Load(&sched.npidle) == 0 && atomic.Cas(&sched.nmspinning, 0, 1) {
		startm(pp, true)
		return
	}
	lock(&sched.lock)
	if atomic.Load(&sched.gcwaiting) != 0 {
		worldStopped(pp)
		unlock(&sched.lock)
		return
	}
	if sched.runq.size != 0 {
		unlock(&sched.lock)
		startm(pp, false)
		return
	}
	pidleput(pp)
	unlock(&sched.lock)
	if anyWork() {
		wakep()
	}
}

// anyWork reports whether any queue has something in it.
func anyWork() bool {
	for i := 0; i < len(allp); i++ {
		if !runqempty(allp[i]) {
			return true
		}
	}
	return sched.runq.size != 0
}

// runqempty reports whether a p has nothing queued. The parts are read at different times, so they are
// read again until they agree.
func runqempty(pp *p) bool {
	for {
		head := atomic.Load(&pp.runqhead)
		tail := atomic.Load(&pp.runqtail)
		next := atomic.Loaduintptr((*uintptr)(unsafe.Pointer(&pp.runnext)))
		if tail == atomic.Load(&pp.runqtail) {
			return head == tail && next == 0
		}
	}
}

// checkdead is called when an m goes to sleep, with sched.lock held: if no m is left that could
// do anything, the program is stuck for good.
func checkdead() {
	if atomic.Load(&panicking) > 0 {
		return
	}
	if sched.mnext-sched.nmfreed-int64(sched.nmidle+sched.nmidlelocked+sched.nmsys) > 0 {
		return
	}
	left := 0
	for i := uintptr(0); i < allglen; i++ {
		gp := allgs[i]
		if isSystemGoroutine(gp) {
			continue
		}
		switch readgstatus(gp) &^ _Gscan {
		case _Gwaiting:
			left++
		case _Grunnable, _Grunning, _Gsyscall:
			unlock(&sched.lock)
			print("runtime: checkdead: goroutine ", gp.goid, " could run\n")
			throw("checkdead: runnable g")
		}
	}
	unlock(&sched.lock)
	if left == 0 {
		fatal("no goroutines (main called runtime.Goexit) - deadlock!")
	}
	fatal("all goroutines are asleep - deadlock!")
}
