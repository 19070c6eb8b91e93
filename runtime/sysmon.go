// sysmon is a thread of its own, without a p, that watches the others: it takes the p's of m's that are
// stuck in system calls, preempts what runs for too long, and sees to timers and descriptors for which
// nobody waits.

package runtime

import (
	"internal/runtime/atomic"
	"unsafe"
)

const (
	sysmonMinSleep = 20       // microseconds between two looks, while there is something to do
	sysmonMaxSleep = 10000    // and when there is not
	scavengeEvery  = 1000000  // between two releases of memory
	forcePreemptNS = 10000000 // how long a goroutine may run, or a p sit in a system call
)

// A sysmontick is what sysmon remembers about a p: counts, and since when they have been the same.
type sysmontick struct {
	schedtick   uint32
	syscalltick uint32
	schedwhen   int64
	syscallwhen int64
}

func sysmon() {
	lastscavenge := nanotime()
	idle, delay := 0, int64(sysmonMinSleep)
	start := nanotime()
	lasttrace := int64(0)
	for {
		if idle > 50 && delay < sysmonMaxSleep {
			delay *= 2
			if delay > sysmonMaxSleep {
				delay = sysmonMaxSleep
			}
		}
		usleep(delay)
		now := nanotime()
		if debug.schedtrace > 0 && now-lasttrace >= int64(debug.schedtrace)*1000000 {
			lasttrace = now
			schedtrace(now-start, debug.scheddetail > 0)
		}
		if atomic.Load(&sched.gcwaiting) != 0 {
			continue
		}
		if nextTimer() < now && atomic.Load(&sched.npidle) != 0 {
			startm(nil, false)
		}
		if now-lastscavenge >= scavengeEvery && scavengeStep() {
			lastscavenge = now
		}
		last := int64(atomic.Load64((*uint64)(unsafe.Pointer(&netpoll.last))))
		if netpollNeeded() && !timers.waiting && last+forcePreemptNS < now && pollEvents(0) {
			wakep()
		}
		if retake(now) != 0 {
			idle, delay = 0, sysmonMinSleep
		} else {
			idle++
		}
	}
}

// retake looks at each p and returns how many it took. Those that are asked to yield do not count: a
// goroutine that runs for long is no reason to look more often.
func retake(now int64) int {
	n := 0
	for i := 0; ; i++ {
		lock(&allpLock)
		if i >= len(allp) {
			unlock(&allpLock)
			return n
		}
		pp := allp[i]
		unlock(&allpLock)
		pd := &pp.sysmontick
		switch atomic.Load(&pp.status) {
		case _Prunning:
			if pd.schedtick != pp.schedtick {
				pd.schedtick = pp.schedtick
				pd.schedwhen = now
			} else if pd.schedwhen+forcePreemptNS <= now {
				preemptone(pp, true)
			}
		case _Psyscall:
			if pd.syscalltick != pp.syscalltick {
				pd.syscalltick = pp.syscalltick
				pd.syscallwhen = now
				continue
			}
			if runqempty(pp) && atomic.Load(&sched.nmspinning)+atomic.Load(&sched.npidle) > 0 && pd.syscallwhen+forcePreemptNS > now {
				continue // nobody needs it
			}
			if atomic.Cas(&pp.status, _Psyscall, _Pidle) {
				n++
				pp.syscalltick++
				handoffp(pp)
			}
		}
	}
}
