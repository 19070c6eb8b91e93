// Semaphores: what sync's locks sleep on.
//
// A semaphore is any uint32. Who finds it 0 waits in a table, keyed by the address: a bucket
// has a list of the addresses somebody waits for, and each entry heads the queue of its
// waiters. A waiter counts itself in the bucket, with the lock held, before it looks
// at the number a last time; who adds to the number looks at that count afterwards. So one of the
// two sees the other, and the releasing side needs no lock when nobody waits.

package runtime

import (
	"internal/runtime/atomic"
	"unsafe"
)

const semaBuckets = 251 // a prime, so that addresses spread

// A semaRoot is a bucket.
type semaRoot struct {
	lock  mutex
	nwait uint32 // waiters
	first *sudog // one of each address, linked by next; the others follow by waitlink
	_     [40]byte
}

var semtable [semaBuckets]semaRoot

func semroot(addr *uint32) *semaRoot {
	return &semtable[uintptr(unsafe.Pointer(addr))>>3%semaBuckets]
}

// cansemacquire takes 1 off *addr if there is anything.
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

// semacquire1 waits until *addr is above 0 and takes 1 off; with lifo it waits in front of the others.
func semacquire1(addr *uint32, lifo bool, reason waitReason) {
	gp := getg()
	if gp != gp.m.curg {
		throw("semacquire not on the G stack")
	}
	if cansemacquire(addr) {
		return
	}
	sg := acquireSudog()
	root := semroot(addr)
	sg.ticket = 0
	for {
		lock(&root.lock)
		atomic.Xadd(&root.nwait, 1)
		if cansemacquire(addr) {
			atomic.Xadd(&root.nwait, -1)
			unlock(&root.lock)
			break
		}
		sg.g = gp
		root.queue(addr, sg, lifo)
		gopark(parkUnlock, unsafe.Pointer(&root.lock), reason)
		if sg.ticket != 0 || cansemacquire(addr) {
			break
		}
	}
	releaseSudog(sg)
}

// semrelease1 adds 1 to *addr and wakes a waiter; with handoff the waiter has the 1 and runs
// at once.
func semrelease1(addr *uint32, handoff bool) {
	root := semroot(addr)
	atomic.Xadd(addr, 1)
	if atomic.Load(&root.nwait) == 0 {
		return
	}
	lock(&root.lock)
	if root.nwait == 0 {
		unlock(&root.lock)
		return
	}
	sg := root.dequeue(addr)
	if sg != nil {
		atomic.Xadd(&root.nwait, -1)
	}
	unlock(&root.lock)
	if sg == nil {
		return
	}
	if sg.ticket != 0 {
		throw("corrupted semaphore ticket")
	}
	if handoff && cansemacquire(addr) {
		sg.ticket = 1
	}
	yield := sg.ticket == 1
	goready(sg.g)
	if mp := getg().m; yield && mp.locks == 0 && getg() == mp.curg {
		mcall(goyield_m)
	}
}

// queue makes sg wait for addr.
func (root *semaRoot) queue(addr *uint32, sg *sudog, lifo bool) {
	sg.elem = unsafe.Pointer(addr)
	sg.next, sg.prev, sg.waitlink, sg.waittail = nil, nil, nil, nil
	for p := &root.first; *p != nil; p = &(*p).next {
		head := *p
		if head.elem != unsafe.Pointer(addr) {
			continue
		}
		if lifo {
			sg.waitlink = head
			sg.waittail = head.waittail
			if sg.waittail == nil {
				sg.waittail = head
			}
			sg.next = head.next
			*p = sg
			head.next, head.waittail = nil, nil
			return
		}
		if head.waittail == nil {
			head.waitlink = sg
		} else {
			head.waittail.waitlink = sg
		}
		head.waittail = sg
		return
	}
	sg.next = root.first
	root.first = sg
}

// dequeue takes the first waiter for addr out, or returns nil.
func (root *semaRoot) dequeue(addr *uint32) *sudog {
	for p := &root.first; *p != nil; p = &(*p).next {
		sg := *p
		if sg.elem != unsafe.Pointer(addr) {
			continue
		}
		if second := sg.waitlink; second != nil {
			second.next = sg.next
			if sg.waittail != second {
				second.waittail = sg.waittail
			}
			*p = second
		} else {
			*p = sg.next
		}
		sg.elem, sg.next, sg.waitlink, sg.waittail = nil, nil, nil, nil
		return sg
	}
	return nil
}

// A notifyList is the queue of a sync.Cond, which knows its size. wait counts the tickets given out,
// notify those that have been served; waiters are linked by next.
type notifyList struct {
	wait   uint32
	notify uint32
	lock   mutex
	head   *sudog
	tail   *sudog
}

// before compares tickets, which wrap around.
func before(a, b uint32) bool { return int32(a-b) < 0 }

//go:linkname notifyListAdd sync.runtime_notifyListAdd
func notifyListAdd(l *notifyList) uint32 { return atomic.Xadd(&l.wait, 1) - 1 }

//go:linkname notifyListWait sync.runtime_notifyListWait
func notifyListWait(l *notifyList, t uint32) {
	lock(&l.lock)
	if before(t, l.notify) {
		unlock(&l.lock)
		return
	}
	sg := acquireSudog()
	sg.g = getg()
	sg.ticket = t
	if l.tail == nil {
		l.head = sg
	} else {
		l.tail.next = sg
	}
	l.tail = sg
	gopark(parkUnlock, unsafe.Pointer(&l.lock), waitReasonSyncCondWait)
	releaseSudog(sg)
}

//go:linkname notifyListNotifyAll sync.runtime_notifyListNotifyAll
func notifyListNotifyAll(l *notifyList) {
	if atomic.Load(&l.wait) == atomic.Load(&l.notify) {
		return
	}
	lock(&l.lock)
	sg := l.head
	l.head, l.tail = nil, nil
	atomic.Store(&l.notify, atomic.Load(&l.wait))
	unlock(&l.lock)
	for sg != nil {
		next := sg.next
		sg.next = nil
		goready(sg.g)
		sg = next
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
	// Whose ticket it is may not be in the list yet: it will see notify.
	var prev *sudog
	for sg := l.head; sg != nil; prev, sg = sg, sg.next {
		if sg.ticket != t {
			continue
		}
		if prev == nil {
			l.head = sg.next
		} else {
			prev.next = sg.next
		}
		if l.tail == sg {
			l.tail = prev
		}
		unlock(&l.lock)
		sg.next = nil
		goready(sg.g)
		return
	}
	unlock(&l.lock)
}

//go:linkname notifyListCheck sync.runtime_notifyListCheck
func notifyListCheck(size uintptr) {
	if size != unsafe.Sizeof(notifyList{}) {
		throw("bad notifyList size")
	}
}

// ---- the names sync, internal/sync and internal/poll use ----

//go:linkname sync_runtime_Semacquire sync.runtime_Semacquire
func sync_runtime_Semacquire(addr *uint32) { semacquire1(addr, false, waitReasonSemacquire) }

//go:linkname sync_runtime_SemacquireWaitGroup sync.runtime_SemacquireWaitGroup
func sync_runtime_SemacquireWaitGroup(addr *uint32, synctestDurable bool) {
	semacquire1(addr, false, waitReasonSyncWaitGroupWait)
}

//go:linkname sync_runtime_SemacquireRWMutex sync.runtime_SemacquireRWMutex
func sync_runtime_SemacquireRWMutex(addr *uint32, lifo bool, skipframes int) {
	semacquire1(addr, lifo, waitReasonSyncRWMutexLock)
}

//go:linkname sync_runtime_SemacquireRWMutexR sync.runtime_SemacquireRWMutexR
func sync_runtime_SemacquireRWMutexR(addr *uint32, lifo bool, skipframes int) {
	semacquire1(addr, lifo, waitReasonSyncRWMutexRLock)
}

//go:linkname sync_runtime_Semrelease sync.runtime_Semrelease
func sync_runtime_Semrelease(addr *uint32, handoff bool, skipframes int) { semrelease1(addr, handoff) }

//go:linkname internal_sync_runtime_SemacquireMutex internal/sync.runtime_SemacquireMutex
func internal_sync_runtime_SemacquireMutex(addr *uint32, lifo bool, skipframes int) {
	semacquire1(addr, lifo, waitReasonSyncMutexLock)
}

//go:linkname internal_sync_runtime_Semrelease internal/sync.runtime_Semrelease
func internal_sync_runtime_Semrelease(addr *uint32, handoff bool, skipframes int) {
	semrelease1(addr, handoff)
}

//go:linkname poll_runtime_Semacquire internal/poll.runtime_Semacquire
func poll_runtime_Semacquire(addr *uint32) { semacquire1(addr, false, waitReasonSemacquire) }

//go:linkname poll_runtime_Semrelease internal/poll.runtime_Semrelease
func poll_runtime_Semrelease(addr *uint32) { semrelease1(addr, false) }

// canSpin reports whether it pays to try again, for the i-th time, before sleeping: only if
// somebody else is running who could let go.
func canSpin(i int) bool {
	if i >= activeSpin || ncpu <= 1 || gomaxprocs <= int32(atomic.Load(&sched.npidle)+atomic.Load(&sched.nmspinning))+1 {
		return false
	}
	pp := getg().m.p.ptr()
	return pp.runnext == 0 && pp.runqhead == pp.runqtail
}

//go:linkname sync_runtime_canSpin sync.runtime_canSpin
func sync_runtime_canSpin(i int) bool { return canSpin(i) }

//go:linkname sync_runtime_doSpin sync.runtime_doSpin
func sync_runtime_doSpin() { procyield(30) }

//go:linkname internal_sync_runtime_canSpin internal/sync.runtime_canSpin
func internal_sync_runtime_canSpin(i int) bool { return canSpin(i) }

//go:linkname internal_sync_runtime_doSpin internal/sync.runtime_doSpin
func internal_sync_runtime_doSpin() { procyield(30) }

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
