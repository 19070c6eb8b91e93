// Goroutines that stay on one thread: runtime.LockOSThread.
//
// The thread's state may matter to what they call (a graphics library, a namespace that the thread has
// entered), so their m runs nothing else, and no other m runs them. Such an m does not look for work: whenever its
// goroutine cannot run it gives its p away and sleeps (stoplockedm). Whoever takes the goroutine out of a
// queue hands its own p to that m and wakes it (startlockedm). When the goroutine ends while it is tied, its thread
// ends too, since nobody knows what state it is in.

package runtime

import (
	"internal/runtime/atomic"
	"unsafe"
)

// LockOSThread ties the calling goroutine to its thread until as many calls of UnlockOSThread.
func LockOSThread() {
	gp := getg()
	gp.m.lockedExt++
	lockThread(gp)
}

// UnlockOSThread undoes a LockOSThread.
func UnlockOSThread() {
	gp := getg()
	if gp.m.lockedExt == 0 {
		return
	}
	gp.m.lockedExt--
	unlockThread(gp)
}

// lockThread and unlockThread make the tie and undo it when nobody wants it any more.
func lockThread(gp *g) {
	gp.m.lockedg.set(gp)
	gp.lockedm = muintptr(unsafe.Pointer(gp.m))
}

func unlockThread(gp *g) {
	if gp.m.lockedInt == 0 && gp.m.lockedExt == 0 {
		gp.m.lockedg = 0
		gp.lockedm = 0
	}
}

// moveTie makes next the goroutine that is tied to this thread, if one is: it goes on as the same coroutine. It runs
// on g0.
func moveTie(next *g) {
	mp := getg().m
	if old := mp.lockedg.ptr(); old != nil {
		old.lockedm = 0
		mp.lockedg.set(next)
		next.lockedm = muintptr(unsafe.Pointer(mp))
	}
}

// stoplockedm puts an m to sleep whose goroutine cannot run now. It has a p again when it returns.
func stoplockedm(mp *m) {
	if mp.p != 0 {
		handoffp(releasep())
	}
	lock(&sched.lock)
	sched.nmidlelocked++
	checkdead()
	unlock(&sched.lock)
	notesleep(&mp.park)
	noteclear(&mp.park)
	takeNextP(mp)
}

// startlockedm gives this m's p to the one that gp is tied to, and sleeps.
func startlockedm(gp *g) {
	other := gp.lockedm.ptr()
	lock(&sched.lock)
	sched.nmidlelocked--
	unlock(&sched.lock)
	other.nextp = puintptr(unsafe.Pointer(releasep()))
	notewakeup(&other.park)
	stopm()
}

// mexit ends a thread whose goroutine ended while tied to it. The first thread cannot end before the program:
// it sleeps for good.
func mexit(mp *m) {
	all := ^uint64(0)
	rtSigprocmask(_SIG_SETMASK, &all, nil, 8)
	pp := releasep()
	lock(&sched.lock)
	sched.nmfreed++
	if mp != &m0 {
		forgetm(mp)
	}
	unlock(&sched.lock)
	handoffp(pp)
	lock(&sched.lock)
	checkdead()
	unlock(&sched.lock)
	if mp == &m0 {
		notesleep(&mp.park)
	}
	exitThread(&mp.running)
}

// forgetm takes an m out of the list of all and puts it with those whose stacks can be freed soon;
// sched.lock is held.
func forgetm(mp *m) {
	for p := &allm; ; p = &(*p).alllink {
		if *p == mp {
			*p = mp.alllink
			break
		}
	}
	mp.running = 1
	mp.alllink = sched.freem
	sched.freem = mp
}

// freeThreads frees the stacks of threads that have ended. It runs on the system stack, with a p.
func freeThreads() {
	if sched.freem == nil {
		return
	}
	lock(&sched.lock)
	var ended *m
	for p := &sched.freem; *p != nil; {
		mp := *p
		if atomic.Load(&mp.running) != 0 {
			p = &mp.alllink
			continue
		}
		*p = mp.alllink
		mp.alllink = ended
		ended = mp
	}
	unlock(&sched.lock)
	for ; ended != nil; ended = ended.alllink {
		stackfree(ended.g0.stack)
		stackfree(ended.gsignal.stack)
	}
}
