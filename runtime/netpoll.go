// The network poller: goroutines that wait for a file descriptor wait here, and not in the kernel.
//
// A descriptor that internal/poll opens gets a pollDesc and stands in one epoll set, edge-triggered, for
// reading and writing at once. For each direction there may be an event that nobody has used yet, or
// a goroutine that waits for one, or neither. Schedulers without work ask the kernel for events, and
// the m that sleeps until the next timer sleeps in epoll_wait (time.go); an eventfd ends its sleep.
//
// A deadline is a timer that wakes the goroutine with nothing to show; it finds out why by itself.

package runtime

import (
	"internal/runtime/atomic"
	"unsafe"
)

// Answers to internal/poll.
const (
	pollNoError = iota
	pollErrClosing
	pollErrTimeout
	pollErrNotPollable
)

// A pollSide is one direction of a descriptor.
type pollSide struct {
	ready    bool  // an event came
	failed   bool  // with an error on the descriptor
	gp       *g    // waits
	deadline int64 // 0 none, -1 in the past
	timer    timer
}

// A pollDesc belongs to a descriptor. The memory is not of the heap: internal/poll and the kernel hold
// the address as a number. It is used again, so an event may come too late; that makes someone look in vain.
type pollDesc struct {
	next    *pollDesc // in the free list
	fd      uintptr
	closing bool
	read    pollSide
	write   pollSide
}

var netpoll struct {
	lock    mutex // protects the pollDescs; timers.lock is taken before it, never after
	free    *pollDesc
	inited  uint32
	epfd    int32
	eventfd int32
	waiters uint32 // goroutines that wait
	last    int64  // when events were last asked for
}

//go:linkname poll_runtime_pollServerInit internal/poll.runtime_pollServerInit
func poll_runtime_pollServerInit() {
	lock(&netpoll.lock)
	if netpoll.inited == 0 {
		netpollinit()
		atomic.Store(&netpoll.inited, 1)
	}
	unlock(&netpoll.lock)
	wakeTimerWaiter() // it is to wait for events, too
}

//go:linkname poll_runtime_isPollServerDescriptor internal/poll.runtime_isPollServerDescriptor
func poll_runtime_isPollServerDescriptor(fd uintptr) bool {
	return atomic.Load(&netpoll.inited) != 0 && (fd == uintptr(netpoll.epfd) || fd == uintptr(netpoll.eventfd))
}

// pollOpen returns the address of a new pollDesc, or an error number.
//
//go:linkname poll_runtime_pollOpen internal/poll.runtime_pollOpen
func poll_runtime_pollOpen(fd uintptr) (uintptr, int) {
	lock(&netpoll.lock)
	pd := netpoll.free
	if pd != nil {
		netpoll.free = pd.next
	} else {
		pd = (*pollDesc)(persistentalloc(unsafe.Sizeof(pollDesc{}), 8))
		pd.read.timer.f, pd.write.timer.f = readDeadline, writeDeadline
		pd.read.timer.arg, pd.write.timer.arg = pd, pd
	}
	pd.fd = fd
	pd.closing = false
	pd.read.reset()
	pd.write.reset()
	unlock(&netpoll.lock)
	if errno := netpollopen(fd, pd); errno != 0 {
		poll_free(pd)
		return 0, errno
	}
	return uintptr(unsafe.Pointer(pd)), 0
}

func (s *pollSide) reset() {
	if s.gp != nil {
		throw("runtime: a goroutine waits for a descriptor that is not open")
	}
	s.ready, s.failed, s.deadline = false, false, 0
}

func poll_free(pd *pollDesc) {
	lock(&netpoll.lock)
	pd.next = netpoll.free
	netpoll.free = pd
	unlock(&netpoll.lock)
}

//go:linkname poll_runtime_pollClose internal/poll.runtime_pollClose
func poll_runtime_pollClose(ctx uintptr) {
	pd := (*pollDesc)(unsafe.Pointer(ctx))
	if !pd.closing || pd.read.gp != nil || pd.write.gp != nil {
		throw("runtime: close of a descriptor in use")
	}
	netpollclose(pd.fd)
	poll_free(pd)
}

func (pd *pollDesc) side(mode int) *pollSide {
	if mode == 'r' {
		return &pd.read
	}
	return &pd.write
}

// check says why there is no use in waiting. The lock is held.
func (pd *pollDesc) check(mode int) int {
	s := pd.side(mode)
	switch {
	case pd.closing:
		return pollErrClosing
	case s.deadline < 0:
		return pollErrTimeout
	case mode == 'r' && s.failed:
		return pollErrNotPollable
	}
	return pollNoError
}

// pollReset forgets an event: the descriptor is about to be used.
//
//go:linkname poll_runtime_pollReset internal/poll.runtime_pollReset
func poll_runtime_pollReset(ctx uintptr, mode int) int {
	pd := (*pollDesc)(unsafe.Pointer(ctx))
	lock(&netpoll.lock)
	err := pd.check(mode)
	if err == pollNoError {
		pd.side(mode).ready = false
	}
	unlock(&netpoll.lock)
	return err
}

// pollWait waits until the descriptor may be ready.
//
//go:linkname poll_runtime_pollWait internal/poll.runtime_pollWait
func poll_runtime_pollWait(ctx uintptr, mode int) int {
	pd := (*pollDesc)(unsafe.Pointer(ctx))
	for {
		lock(&netpoll.lock)
		if err := pd.check(mode); err != pollNoError {
			unlock(&netpoll.lock)
			return err
		}
		if pd.block(mode) {
			return pollNoError
		}
	}
}

// pollWaitCanceled waits for an event, whatever else happens: the kernel still uses the buffer.
//
//go:linkname poll_runtime_pollWaitCanceled internal/poll.runtime_pollWaitCanceled
func poll_runtime_pollWaitCanceled(ctx uintptr, mode int) {
	pd := (*pollDesc)(unsafe.Pointer(ctx))
	for {
		lock(&netpoll.lock)
		if pd.block(mode) {
			return
		}
	}
}

// block uses an event up and returns true, or waits until it is woken. It unlocks.
func (pd *pollDesc) block(mode int) bool {
	s := pd.side(mode)
	if s.ready {
		s.ready = false
		unlock(&netpoll.lock)
		return true
	}
	if s.gp != nil {
		throw("runtime: two goroutines wait for one direction of a descriptor")
	}
	s.gp = getg()
	atomic.Xadd(&netpoll.waiters, 1)
	gopark(parkUnlock, unsafe.Pointer(&netpoll.lock), waitReasonIOWait)
	return false
}

// wake takes the goroutine that waits, if any, and returns it. The lock is held.
func (s *pollSide) wake() *g {
	gp := s.gp
	if gp != nil {
		s.gp = nil
		atomic.Xadd(&netpoll.waiters, -1)
	}
	return gp
}

// pollUnblock sends everyone away: the descriptor is being closed.
//
//go:linkname poll_runtime_pollUnblock internal/poll.runtime_pollUnblock
func poll_runtime_pollUnblock(ctx uintptr) {
	pd := (*pollDesc)(unsafe.Pointer(ctx))
	lock(&netpoll.lock)
	if pd.closing {
		throw("runtime: a descriptor is closed twice")
	}
	pd.closing = true
	pd.read.deadline, pd.write.deadline = 0, 0
	rg, wg := pd.read.wake(), pd.write.wake()
	unlock(&netpoll.lock)
	if rg != nil {
		goready(rg)
	}
	if wg != nil {
		goready(wg)
	}
	disarm(&pd.read.timer)
	disarm(&pd.write.timer)
}

// ---- deadlines ----

// pollSetDeadline sets a deadline d nanoseconds from now: 0 none, negative at once. mode is 'r', 'w', or
// their sum.
//
//go:linkname poll_runtime_pollSetDeadline internal/poll.runtime_pollSetDeadline
func poll_runtime_pollSetDeadline(ctx uintptr, d int64, mode int) {
	pd := (*pollDesc)(unsafe.Pointer(ctx))
	if d > 0 {
		d += nanotime()
		if d <= 0 {
			d = maxWhen
		}
	}
	if mode == 'r' || mode == 'r'+'w' {
		pd.setDeadline(&pd.read, d)
	}
	if mode == 'w' || mode == 'r'+'w' {
		pd.setDeadline(&pd.write, d)
	}
}

// setDeadline sets the deadline, then the timer: the locks are taken one after the other, so it looks
// again whether somebody else set one meanwhile.
func (pd *pollDesc) setDeadline(s *pollSide, d int64) {
	lock(&netpoll.lock)
	var gp *g
	if !pd.closing {
		s.deadline = d
		if d < 0 {
			s.deadline = -1
			gp = s.wake()
		}
	}
	unlock(&netpoll.lock)
	if gp != nil {
		goready(gp)
	}
	for {
		lock(&netpoll.lock)
		want := s.deadline
		unlock(&netpoll.lock)
		if want > 0 {
			startTimer(&s.timer, want, 0)
		} else {
			disarm(&s.timer)
		}
		lock(&netpoll.lock)
		same := s.deadline == want || want <= 0 && s.deadline <= 0
		unlock(&netpoll.lock)
		if same {
			return
		}
	}
}

func disarm(t *timer) {
	lock(&timers.lock)
	delTimer(t)
	unlock(&timers.lock)
}

// The timers' functions. timers.lock is held.

func readDeadline(arg any, seq uintptr, delta int64)  { pastDeadline(&arg.(*pollDesc).read) }
func writeDeadline(arg any, seq uintptr, delta int64) { pastDeadline(&arg.(*pollDesc).write) }

func pastDeadline(s *pollSide) {
	lock(&netpoll.lock)
	var gp *g
	if s.deadline > nanotime() { // it was set anew
		s.timer.when = s.deadline
		addTimer(&s.timer)
	} else if s.deadline > 0 {
		s.deadline = -1
		gp = s.wake()
	}
	unlock(&netpoll.lock)
	if gp != nil {
		ready(gp, true)
	}
}

// ---- events ----

// netpollNeeded reports whether somebody waits for an event.
func netpollNeeded() bool { return atomic.Load(&netpoll.waiters) != 0 }

// pollEvents asks the kernel for events, waits ns nanoseconds for the first (negative: as long as it
// takes), and makes the goroutines that waited for them runnable: in the global queue, because the caller may
// be without a p. It reports whether there were any; the caller is to see to one of them.
func pollEvents(ns int64) bool {
	var list gQueue
	n := netpollwait(ns, &list)
	atomic.Store64((*uint64)(unsafe.Pointer(&netpoll.last)), uint64(nanotime()))
	if n == 0 {
		return false
	}
	lock(&sched.lock)
	for list.head != 0 {
		gp := list.head.ptr()
		list.head = gp.schedlink
		casgstatus(gp, _Gwaiting, _Grunnable)
		globrunqput(gp)
	}
	unlock(&sched.lock)
	for ; n > 1 && atomic.Load(&sched.npidle) != 0; n-- {
		startm(nil, false)
	}
	return true
}

// netpollReady notes an event and collects the goroutines it wakes. It returns how many.
func netpollReady(pd *pollDesc, read, write, failed bool, list *gQueue) int {
	n := 0
	lock(&netpoll.lock)
	sides := [2]*pollSide{&pd.read, &pd.write}
	for i, is := range [2]bool{read, write} {
		if !is {
			continue
		}
		s := sides[i]
		s.ready, s.failed = true, failed
		if gp := s.wake(); gp != nil {
			gp.schedlink = list.head
			list.head.set(gp)
			n++
		}
	}
	unlock(&netpoll.lock)
	return n
}
