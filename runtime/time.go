// Timers and sleeping.
//
// All timers that are running stand in one heap, the earliest first. Schedulers look at the time of
// the first, which can be read without the lock, and run what is due; when there is nothing
// else to do, one of them sleeps until then. A timer's function runs on g0 with the heap locked,
// so it must be short: it wakes a goroutine, starts one, or sends without waiting. Because of the
// lock, a timer that was stopped or set anew does not fire any more.

package runtime

import (
	"internal/runtime/atomic"
	"unsafe"
)

// A timer calls f(arg, seq, delay) at a time, and every period after it.
type timer struct {
	when   int64
	period int64
	f      func(arg any, seq uintptr, delta int64)
	arg    any
	index  int    // in the heap, plus 1; 0 when it is not running
	ch     *hchan // of a timer that sends: values nobody has received do not count
}

// A timeTimer is what package time knows as a Timer or Ticker.
type timeTimer struct {
	c    unsafe.Pointer // the channel; time sets it
	init bool
	timer
}

const maxWhen = 1<<63 - 1

var timers struct {
	lock mutex
	heap []*timer
	next int64 // when of the first, maxWhen if there is none

	waiting bool   // an m sleeps,
	polling bool   // in the poller,
	until   int64  // until then,
	seq     uint32 // on this if not in the poller
}

func timersinit() { timers.next = maxWhen }

// nextTimer returns when the earliest timer is due.
func nextTimer() int64 {
	return int64(atomic.Load64((*uint64)(unsafe.Pointer(&timers.next))))
}

func setNextTimer() {
	when := int64(maxWhen)
	if len(timers.heap) > 0 {
		when = timers.heap[0].when
	}
	atomic.Store64((*uint64)(unsafe.Pointer(&timers.next)), uint64(when))
}

// addTimer enters t; the lock is held. Whoever sleeps until a later time must be woken afterwards.
func addTimer(t *timer) {
	timers.heap = append(timers.heap, t)
	t.index = len(timers.heap)
	siftUp(t.index - 1)
	setNextTimer()
}

// delTimer takes t out and reports whether it was in. The lock is held.
func delTimer(t *timer) bool {
	if t.index == 0 {
		return false
	}
	h := timers.heap
	i := t.index - 1
	last := len(h) - 1
	if i != last {
		h[i] = h[last]
		h[i].index = i + 1
	}
	h[last] = nil
	timers.heap = h[:last]
	if i != last {
		siftUp(i)
		siftDown(i)
	}
	t.index = 0
	setNextTimer()
	return true
}

func siftUp(i int) {
	h := timers.heap
	t := h[i]
	for i > 0 {
		parent := (i - 1) / 4
		if h[parent].when <= t.when {
			break
		}
		h[i] = h[parent]
		h[i].index = i + 1
		i = parent
	}
	h[i] = t
	t.index = i + 1
}

func siftDown(i int) {
	h := timers.heap
	t := h[i]
	for {
		child := i*4 + 1
		if child >= len(h) {
			break
		}
		for j := child + 1; j < len(h) && j < i*4+5; j++ {
			if h[j].when < h[child].when {
				child = j
			}
		}
		if t.when <= h[child].when {
			break
		}
		h[i] = h[child]
		h[i].index = i + 1
		i = child
	}
	h[i] = t
	t.index = i + 1
}

// runTimers runs what is due at now. It is called on g0, with a p.
func runTimers(now int64) {
	lock(&timers.lock)
	for len(timers.heap) > 0 {
		t := timers.heap[0]
		if t.when > now {
			break
		}
		delta := now - t.when
		delTimer(t)
		if t.period > 0 {
			t.when += t.period * (1 + delta/t.period)
			if t.when < 0 {
				t.when = maxWhen
			}
			addTimer(t)
		}
		t.f(t.arg, 0, delta)
	}
	unlock(&timers.lock)
}

// waitForEvent sleeps until the next timer is due or a descriptor is ready, unless there is nothing of the
// kind or somebody else waits for it. The caller has no p. It reports whether to look for work again.
func waitForEvent() bool {
	lock(&timers.lock)
	if timers.waiting || len(timers.heap) == 0 && !netpollNeeded() {
		unlock(&timers.lock)
		return false
	}
	timers.waiting = true
	timers.polling = atomic.Load(&netpoll.inited) != 0
	timers.until = maxWhen
	if len(timers.heap) > 0 {
		timers.until = timers.heap[0].when
	}
	until, seq := timers.until, atomic.Load(&timers.seq)
	unlock(&timers.lock)
	ns := int64(-1)
	if until != maxWhen {
		ns = max(until-nanotime(), 0)
	}
	if timers.polling {
		pollEvents(ns)
	} else if ns > 0 {
		futexsleep(&timers.seq, seq, ns)
	}
	lock(&timers.lock)
	timers.waiting = false
	unlock(&timers.lock)
	return true
}

// timerAdded is called after a timer was entered: somebody is to wait for it. The lock is not held.
func timerAdded(when int64) {
	lock(&timers.lock)
	waiting := timers.waiting
	wake := waiting && when < timers.until
	if wake {
		timers.until = when
	}
	unlock(&timers.lock)
	if wake {
		wakeTimerWaiter()
	} else if !waiting && atomic.Load(&sched.npidle) != 0 {
		systemstack(wakep)
	}
}

// wakeTimerWaiter ends the sleep of the m that waits, if one does.
func wakeTimerWaiter() {
	lock(&timers.lock)
	waiting, polling := timers.waiting, timers.polling
	atomic.Xadd(&timers.seq, 1)
	unlock(&timers.lock)
	if waiting && polling {
		netpollBreak()
	} else if waiting {
		futexwakeup(&timers.seq, 1)
	}
}

// ---- sleeping ----

//go:linkname timeSleep time.Sleep
func timeSleep(ns int64) {
	if ns <= 0 {
		return
	}
	gp := getg()
	t := gp.timer
	if t == nil {
		t = new(timer)
		t.f = wakeSleeper
		t.arg = gp
		gp.timer = t
	}
	t.when = nanotime() + ns
	if t.when < 0 {
		t.when = maxWhen
	}
	gopark(startSleep, unsafe.Pointer(t), waitReasonSleep)
}

// startSleep sets the timer once the goroutine is parked.
func startSleep(gp *g, t unsafe.Pointer) bool {
	lock(&timers.lock)
	addTimer((*timer)(t))
	unlock(&timers.lock)
	timerAdded((*timer)(t).when)
	return true
}

func wakeSleeper(arg any, seq uintptr, delta int64) { ready(arg.(*g), true) }

// ---- timers of package time ----

//go:linkname newTimer time.newTimer
func newTimer(when, period int64, f func(arg any, seq uintptr, delta int64), arg any, c *hchan) *timeTimer {
	t := new(timeTimer)
	t.f = f
	t.arg = arg
	t.ch = c
	if c != nil {
		c.timer = unsafe.Pointer(t)
	}
	startTimer(&t.timer, when, period)
	t.init = true
	return t
}

func startTimer(t *timer, when, period int64) (pending bool) {
	if when < 0 {
		when = maxWhen
	}
	lock(&timers.lock)
	pending = delTimer(t)
	if t.ch != nil && drainTimer(t.ch) {
		pending = true
	}
	t.when = when
	t.period = period
	addTimer(t)
	unlock(&timers.lock)
	timerAdded(when)
	return pending
}

//go:linkname stopTimer time.stopTimer
func stopTimer(t *timeTimer) bool {
	lock(&timers.lock)
	pending := delTimer(&t.timer)
	if t.ch != nil && drainTimer(t.ch) {
		pending = true
	}
	unlock(&timers.lock)
	return pending
}

//go:linkname resetTimer time.resetTimer
func resetTimer(t *timeTimer, when, period int64) bool {
	return startTimer(&t.timer, when, period)
}

// drainTimer takes a value that was sent but not received out of the channel.
func drainTimer(c *hchan) bool {
	lock(&c.lock)
	had := c.qcount > 0
	if had {
		takeSlot(c, nil)
		c.qcount--
	}
	unlock(&c.lock)
	return had
}

// ---- clocks ----

//go:linkname time_now time.now
func time_now() (sec int64, nsec int32, mono int64) {
	sec, nsec = walltime()
	return sec, nsec, nanotime()
}

//go:linkname time_runtimeNow time.runtimeNow
func time_runtimeNow() (sec int64, nsec int32, mono int64) { return time_now() }

//go:linkname time_runtimeNano time.runtimeNano
func time_runtimeNano() int64 { return nanotime() }

//go:linkname time_runtimeIsBubbled time.runtimeIsBubbled
func time_runtimeIsBubbled() bool { return false }
