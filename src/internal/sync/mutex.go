package sync

import "sync/atomic"

// A Mutex is a lock; sync.Mutex is made of it.
//
// Its state word counts the goroutines that wait for it. An unlock wakes one of them, which then
// competes with goroutines that are running already and often take the lock first: that
// costs no switches, but a waiter might lose again and again. So one that has waited for
// patience makes the lock fair: from then on unlocking hands it over to the waiter that is
// first in line, and newcomers queue. The lock turns unfair again when the last waiter
// gets it, or one that has not waited long.
type Mutex struct {
	state int32
	sema  uint32
}

const (
	locked = 1 << iota // somebody holds it
	awake              // a waiter is awake and will try: an unlock need not wake another
	fair               // unlocks hand over
	waiter             // one unit of the count of waiters

	patience = 1e6 // ns
)

// Lock locks m, waiting until it is free.
func (m *Mutex) Lock() {
	if atomic.CompareAndSwapInt32(&m.state, 0, locked) {
		return
	}
	m.lockSlow()
}

// TryLock locks m if it is free, and reports whether it did.
func (m *Mutex) TryLock() bool {
	s := atomic.LoadInt32(&m.state)
	return s&(locked|fair) == 0 && atomic.CompareAndSwapInt32(&m.state, s, s|locked)
}

// lockSlow is Lock of a mutex in use.
func (m *Mutex) lockSlow() {
	var since int64    // when this goroutine began to wait
	impatient := false // it has waited too long
	mine := false      // the awake bit is about this goroutine
	for spins := 0; ; {
		s := atomic.LoadInt32(&m.state)
		if s&(locked|fair) == locked && runtime_canSpin(spins) {
			// Claim the awake bit, so that the holder wakes nobody else for us.
			if !mine && s&awake == 0 && s >= waiter && atomic.CompareAndSwapInt32(&m.state, s, s|awake) {
				mine = true
			}
			runtime_doSpin()
			spins++
			continue
		}
		next := s | locked // unless it is fair: then this only queues
		if s&fair != 0 {
			next = s
		}
		queue := s&(locked|fair) != 0
		if queue {
			next += waiter
		}
		if impatient && s&locked != 0 {
			next |= fair
		}
		if mine {
			next &^= awake
		}
		if !atomic.CompareAndSwapInt32(&m.state, s, next) {
			continue
		}
		if !queue {
			return
		}
		first := since == 0
		if first {
			since = runtime_nanotime()
		}
		runtime_SemacquireMutex(&m.sema, !first, 2) // who waited before goes to the front
		impatient = impatient || runtime_nanotime()-since > patience
		if atomic.LoadInt32(&m.state)&fair != 0 {
			m.handedOver(impatient)
			return
		}
		mine = true
		spins = 0
	}
}

// handedOver takes the lock that an unlock of a fair mutex left to us: the locked bit is
// not set, but nobody else will set it.
func (m *Mutex) handedOver(impatient bool) {
	s := atomic.LoadInt32(&m.state)
	if s&(locked|awake) != 0 || s < waiter {
		throw("sync: inconsistent mutex state")
	}
	delta := int32(locked - waiter)
	if !impatient || s>>3 == 1 {
		delta -= fair
	}
	atomic.AddInt32(&m.state, delta)
}

// Unlock unlocks m. It is a fatal error if m is not locked. The goroutine that unlocks need
// not be the one that locked.
func (m *Mutex) Unlock() {
	if s := atomic.AddInt32(&m.state, -locked); s != 0 {
		m.unlockSlow(s)
	}
}

// unlockSlow is the part of Unlock that wakes somebody; s is the state with the lock
// released.
func (m *Mutex) unlockSlow(s int32) {
	if (s+locked)&locked == 0 {
		fatal("sync: unlock of unlocked mutex")
	}
	if s&fair != 0 {
		runtime_Semrelease(&m.sema, true, 2)
		return
	}
	for s >= waiter && s&(locked|awake|fair) == 0 {
		if atomic.CompareAndSwapInt32(&m.state, s, (s-waiter)|awake) {
			runtime_Semrelease(&m.sema, false, 2)
			return
		}
		s = atomic.LoadInt32(&m.state)
	}
}
