// Locks and notes on Linux futexes, after Drepper, "Futexes Are Tricky", mutex2.

package runtime

import "internal/runtime/atomic"

const (
	mutexUnlocked = 0
	mutexLocked   = 1
	mutexSleeping = 2 // locked, and unlock must wake somebody

	activeSpin = 4 // rounds of spinning before sleeping
)

// lock acquires l. While a thread holds a lock it does not collect nor switch.
func lock(l *mutex) {
	getg().m.locks++
	if atomic.Cas(&l.key, mutexUnlocked, mutexLocked) {
		return
	}
	if ncpu > 1 {
		for i := 0; i < activeSpin; i++ {
			procyield(30)
			if atomic.Cas(&l.key, mutexUnlocked, mutexLocked) {
				return
			}
		}
	}
	for atomic.Xchg(&l.key, mutexSleeping) != mutexUnlocked {
		futexsleep(&l.key, mutexSleeping, -1)
	}
}

// unlock releases l.
func unlock(l *mutex) {
	old := atomic.Xchg(&l.key, mutexUnlocked)
	if old == mutexUnlocked {
		throw("unlock of unlocked lock")
	}
	if old == mutexSleeping {
		futexwakeup(&l.key, 1)
	}
	gp := getg()
	left := gp.m.locks - 1
	gp.m.locks = left
	if left < 0 {
		throw("unlock: lock count")
	}
	if left == 0 && gp.preempt {
		gp.stackguard0 = stackPreempt // it was asked to yield meanwhile
	}
}

// noteclear makes n ready for its next use.
func noteclear(n *note) {
	n.key = 0
}

// notewakeup wakes the sleeper on n, now or when it comes.
func notewakeup(n *note) {
	if atomic.Xchg(&n.key, 1) != 0 {
		throw("notewakeup: double wakeup")
	}
	futexwakeup(&n.key, 1)
}

// notesleep waits for notewakeup.
func notesleep(n *note) {
	for atomic.Load(&n.key) == 0 {
		futexsleep(&n.key, 0, -1)
	}
}

// notetsleep is notesleep for at most ns nanoseconds; it reports whether it was woken.
func notetsleep(n *note, ns int64) bool {
	deadline := nanotime() + ns
	for atomic.Load(&n.key) == 0 {
		left := deadline - nanotime()
		if left <= 0 {
			return false
		}
		futexsleep(&n.key, 0, left)
	}
	return true
}
