// Semaphores: what the locks of package sync wait on.
//
// A semaphore is a uint32 anywhere in memory. Acquiring takes one away, waiting while it is 0;
// releasing adds one and wakes a waiter. Who waits stands in a table by address, so a
// semaphore without waiters costs no more than its word. Also here: the lists on which
// sync.Cond's goroutines wait.

package runtime

import (
	"internal/runtime/atomic"
	"unsafe"
)

// A semaRoot holds the waiters of all semaphores whose addresses fall on it, oldest first.
type semaRoot struct {
	lock       mutex
	head, tail *sudog // linked by next and prev; elem is the semaphore
	nwait      uint32 // those in the list and on the way to it; read without the lock
}

const semaTableSize = 251

var semtable [semaTableSize]struct {
	root semaRoot
	_    [64 - unsafe.Sizeof(semaRoot{})%64]byte // roots do not share cache lines
}

func semrootOf(addr *uint32) *semaRoot {
	return &semtable[uintptr(unsafe.Pointer(addr))>>3%semaTableSize].root
}

// queue adds s, at the front if lifo. The lock is held.
func (r *semaRoot) queue(s *sudog, lifo bool) {
	s.next, s.prev = nil, nil
	switch {
	case r.head == nil:
		r.head, r.tail = s, s
	case lifo:
		s.next = r.head
		r.head.prev = s
		r.head = s
	default:
		s.prev = r.tail
		r.tail.next = s
		r.tail = s
	}
}

// dequeue takes out the first waiter for addr, or returns nil. The lock is held.
func (r *semaRoot) dequeue(addr *uint32) *sudog {
	for s := r.head; s != nil; s = s.next {
		if s.elem != unsafe.Pointer(addr) {
			continue
		}
		if s.prev != nil {
			s.prev.next = s.next
		} else {
			r.head = s.next
		}
		if s.next != nil {
			s.next.prev = s.prev
		} else {
			r.tail = s.prev
		}
		s.next, s.prev, s.elem = nil, nil, nil
		return s
	}
	return nil
}

// cansemacquire takes one from the semaphore unless it is 0.
func cansemacquire(addr *uint32) bool {
	for {
		v := atomic.Load(addr)
		if v == 0 {
			return false
		}
		if atomic.Cas(addr, v, v-1) {
			return true
		}
	}
}

// semacquire takes one from the semaphore, waiting for it if need be.
func semacquire(addr *uint32, lifo bool, reason waitReason) {
	if cansemacquire(addr) {
		return
	}
	s := acquireSudog()
	s.g = getg()
	root := semrootOf(addr)
	for {
		lock(&root.lock)
		// Announce the wait before the last look: a release adds first and then looks
		// whether anybody waits.
		atomic.Xadd(&root.nwait, 1)
		if cansemacquire(addr) {
			atomic.Xadd(&root.nwait, -1)
			unlock(&root.lock)
			break
		}
		s.elem = unsafe.Pointer(addr)
		s.success = false
		root.queue(s, lifo)
		gopark(semaparkcommit, unsafe.Pointer(&root.lock), reason)
		if s.success || cansemacquire(addr) {
			break
		}
	}
	releaseSudog(s)
}

// semaparkcommit releases the lock of what was queued, once its goroutine does not run.
func semaparkcommit(gp *g, l unsafe.Pointer) bool {
	unlock((*mutex)(l))
	return true
}

// semrelease adds one to the semaphore and wakes a waiter. With handoff the waiter gets it
// at once, and runs next.
func semrelease(addr *uint32, handoff bool) {
	root := semrootOf(addr)
	atomic.Xadd(addr, 1)
	if atomic.Load(&root.nwait) == 0 {
		return
	}
	lock(&root.lock)
	if atomic.Load(&root.nwait) == 0 {
		unlock(&root.lock)
		return
	}
	s := root.dequeue(addr)
	if s != nil {
		atomic.Xadd(&root.nwait, -1)
	}
	unlock(&root.lock)
	if s == nil {
		return
	}
	direct := handoff && cansemacquire(addr)
	s.success = direct
	goready(s.g)
	if direct && getg().m.locks == 0 {
		Gosched()
	}
}

// ---- for package sync ----

//go:linkname sync_runtime_Semacquire sync.runtime_Semacquire
func sync_runtime_Semacquire(addr *uint32) { semacquire(addr, false, waitReasonSemacquire) }

//go:linkname sync_runtime_SemacquireWaitGroup sync.runtime_SemacquireWaitGroup
func sync_runtime_SemacquireWaitGroup(addr *uint32, synctestDurable bool) {
	semacquire(addr, false, waitReasonSyncWaitGroupWait)
}

//go:linkname sync_runtime_SemacquireRWMutexR sync.runtime_SemacquireRWMutexR
func sync_runtime_SemacquireRWMutexR(addr *uint32, lifo bool, skipframes int) {
	semacquire(addr, lifo, waitReasonSyncRWMutexRLock)
}

//go:linkname sync_runtime_SemacquireRWMutex sync.runtime_SemacquireRWMutex
func sync_runtime_SemacquireRWMutex(addr *uint32, lifo bool, skipframes int) {
	semacquire(addr, lifo, waitReasonSyncRWMutexLock)
}

//go:linkname sync_runtime_Semrelease sync.runtime_Semrelease
func sync_runtime_Semrelease(addr *uint32, handoff bool, skipframes int) { semrelease(addr, handoff) }

//go:linkname internal_sync_runtime_SemacquireMutex internal/sync.runtime_SemacquireMutex
func internal_sync_runtime_SemacquireMutex(addr *uint32, lifo bool, skipframes int) {
	semacquire(addr, lifo, waitReasonSyncMutexLock)
}

//go:linkname internal_sync_runtime_Semrelease internal/sync.runtime_Semrelease
func internal_sync_runtime_Semrelease(addr *uint32, handoff bool, skipframes int) {
	semrelease(addr, handoff)
}

//go:linkname internal_sync_nanotime internal/sync.runtime_nanotime
func internal_sync_nanotime() int64 { return nanotime() }

//go:linkname internal_sync_throw internal/sync.throw
func internal_sync_throw(s string) { throw(s) }

//go:linkname internal_sync_fatal internal/sync.fatal
func internal_sync_fatal(s string) { fatal(s) }

//go:linkname sync_throw sync.throw
func sync_throw(s string) { throw(s) }

//go:linkname sync_fatal sync.fatal
func sync_fatal(s string) { fatal(s) }

// spinWorthwhile reports whether a goroutine should spin for a lock for the i-th time: somebody
// else must be running who can release it.
func spinWorthwhile(i int) bool {
	return i < activeSpin && ncpu > 1 && gomaxprocs > sched.npidle+1 && getg().m.p.ptr().runqhead == getg().m.p.ptr().runqtail
}

//go:linkname internal_sync_runtime_canSpin internal/sync.runtime_canSpin
func internal_sync_runtime_canSpin(i int) bool { return spinWorthwhile(i) }

//go:linkname internal_sync_runtime_doSpin internal/sync.runtime_doSpin
func internal_sync_runtime_doSpin() { procyield(30) }

// ---- lists of waiters for Cond ----

// A notifyList has tickets: each waiter takes the next before it lets go of its lock, and
// wakes are counted by ticket too, so that a wake between the two is not lost. The layout
// is sync's.
type notifyList struct {
	wait       uint32 // next ticket
	notify     uint32 // first ticket that has not been woken
	lock       mutex
	head, tail *sudog // linked by next
}

// before reports whether ticket a is older than b; they wrap around.
func before(a, b uint32) bool { return int32(a-b) < 0 }

//go:linkname notifyListAdd sync.runtime_notifyListAdd
func notifyListAdd(l *notifyList) uint32 { return atomic.Xadd(&l.wait, 1) - 1 }

//go:linkname notifyListWait sync.runtime_notifyListWait
func notifyListWait(l *notifyList, t uint32) {
	s := acquireSudog()
	lock(&l.lock)
	if before(t, l.notify) {
		unlock(&l.lock)
		releaseSudog(s)
		return
	}
	s.g = getg()
	s.ticket = t
	s.next = nil
	if l.tail == nil {
		l.head = s
	} else {
		l.tail.next = s
	}
	l.tail = s
	gopark(semaparkcommit, unsafe.Pointer(&l.lock), waitReasonSyncCondWait)
	releaseSudog(s)
}

//go:linkname notifyListNotifyAll sync.runtime_notifyListNotifyAll
func notifyListNotifyAll(l *notifyList) {
	if atomic.Load(&l.wait) == atomic.Load(&l.notify) {
		return
	}
	lock(&l.lock)
	s := l.head
	l.head, l.tail = nil, nil
	atomic.Store(&l.notify, atomic.Load(&l.wait))
	unlock(&l.lock)
	for s != nil {
		next := s.next
		s.next = nil
		goready(s.g)
		s = next
	}
}

//go:linkname notifyListNotifyOne sync.runtime_notifyListNotifyOne
func notifyListNotifyOne(l *notifyList) {
	if atomic.Load(&l.wait) == atomic.Load(&l.notify) {
		return
	}
	lock(&l.lock)
	t := l.notify
	if t == atomic.Load(&l.wait) {
		unlock(&l.lock)
		return
	}
	atomic.Store(&l.notify, t+1)
	// The ticket's holder may not have come yet: it will see that it has been woken.
	var prev *sudog
	for s := l.head; s != nil; prev, s = s, s.next {
		if s.ticket != t {
			continue
		}
		if prev == nil {
			l.head = s.next
		} else {
			prev.next = s.next
		}
		if l.tail == s {
			l.tail = prev
		}
		unlock(&l.lock)
		s.next = nil
		goready(s.g)
		return
	}
	unlock(&l.lock)
}

//go:linkname notifyListCheck sync.runtime_notifyListCheck
func notifyListCheck(size uintptr) {
	if size != unsafe.Sizeof(notifyList{}) {
		throw("sync.notifyList has the wrong size")
	}
}
