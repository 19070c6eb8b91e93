// Stopping the world: bringing all p's to a halt, for the collector and whoever else must see
// everything stand still.
//
// The p's of m's in system calls and the idle ones are simply taken. The others are asked: their goroutines find a
// stack guard no stack satisfies at the next function entry, come to the scheduler, and there their
// m's give the p up. The request is repeated, because a goroutine may set its guard just then, and an m
// may enter a system call unnoticed. A goroutine that still does not come is sent a signal: see preempt.go.

package runtime

import (
	"internal/runtime/atomic"
	"unsafe"
)

// worldsema is held by whoever stops the world.
var worldsema uint32 = 1

const stopPatience = 100 * 1000 // nanoseconds after which the request is repeated

// stopTheWorld stops the world for a goroutine, which goes on; startTheWorld ends that.
func stopTheWorld() {
	semacquire1(&worldsema, false, waitReasonStoppingTheWorld)
	getg().m.locks++ // stay on this m
	systemstack(stopTheWorldWithSema)
}

func startTheWorld() {
	systemstack(startTheWorldWithSema)
	mp := getg().m
	releasem(mp)
	semrelease1(&worldsema, false)
}

// stopTheWorldWithSema does it; worldsema is held. It runs on the system stack, with a p.
func stopTheWorldWithSema() {
	me := getg().m.p.ptr()
	lock(&sched.lock)
	sched.stopwait = gomaxprocs
	atomic.Store(&sched.gcwaiting, 1)
	me.status = _Pgcstop
	sched.stopwait--
	for {
		pp := pidleget()
		if pp == nil {
			break
		}
		atomic.Store(&pp.status, _Pgcstop)
		sched.stopwait--
	}
	takeSyscallPs()
	left := sched.stopwait
	unlock(&sched.lock)
	for tries := 0; left > 0; tries++ {
		preemptall(tries > 0)
		if notetsleep(&sched.stopnote, stopPatience) {
			break
		}
		lock(&sched.lock)
		takeSyscallPs()
		left = sched.stopwait
		unlock(&sched.lock)
	}
	noteclear(&sched.stopnote)
	for i := 0; i < len(allp); i++ {
		if allp[i].status != _Pgcstop {
			throw("stopTheWorld: a p is not stopped")
		}
	}
}

// worldStopped counts pp as stopped; sched.lock is held. The last one wakes the stopper.
func worldStopped(pp *p) {
	atomic.Store(&pp.status, _Pgcstop)
	sched.stopwait--
	if sched.stopwait == 0 {
		notewakeup(&sched.stopnote)
	}
}

// takeSyscallPs stops the p's of m's in system calls; sched.lock is held.
func takeSyscallPs() {
	for i := 0; i < len(allp); i++ {
		pp := allp[i]
		if atomic.Cas(&pp.status, _Psyscall, _Pgcstop) {
			pp.syscalltick++
			sched.stopwait--
		}
	}
}

// gcstopm stops this m because the world stops.
func gcstopm() {
	mp := getg().m
	if mp.spinning {
		mp.spinning = false
		stopSpinning()
	}
	pp := releasep()
	lock(&sched.lock)
	worldStopped(pp)
	unlock(&sched.lock)
	stopm()
}

// preemptall asks all goroutines to stop, with a signal if they did not hear it otherwise.
func preemptall(signal bool) {
	for i := 0; i < len(allp); i++ {
		if pp := allp[i]; atomic.Load(&pp.status) == _Prunning {
			preemptone(pp, signal)
		}
	}
}

// preemptone asks the goroutine that runs on pp to yield. It may be another one by the time it is asked:
// no harm is done, it starts with a fresh guard when it is scheduled.
func preemptone(pp *p, signal bool) {
	mp := pp.m.ptr()
	if mp == nil || mp == getg().m {
		return
	}
	gp := mp.curg
	if gp == nil || gp == mp.g0 {
		return
	}
	gp.preempt = true
	gp.stackguard0 = stackPreempt
	if signal {
		signalM(mp)
	}
}

// startTheWorldWithSema lets everything go on. p's with work get an m.
func startTheWorldWithSema() {
	me := getg().m.p.ptr()
	lock(&sched.lock)
	var busy puintptr
	for i := len(allp) - 1; i >= 0; i-- {
		pp := allp[i]
		switch {
		case pp == me:
			atomic.Store(&pp.status, _Prunning)
		case runqempty(pp):
			pidleput(pp)
		default:
			pp.status = _Pidle
			pp.link = busy
			busy = puintptr(unsafe.Pointer(pp))
		}
	}
	atomic.Store(&sched.gcwaiting, 0)
	unlock(&sched.lock)
	for busy != 0 {
		pp := busy.ptr()
		busy = pp.link
		pp.link = 0
		startm(pp, false)
	}
	wakep()
}

// freezetheworld stops what can be stopped, for a program that is dying: its goroutines are about to be
// printed.
func freezetheworld() {
	sched.stopwait = 1 << 30
	atomic.Store(&sched.gcwaiting, 1)
	for i := 0; i < 5; i++ {
		preemptall(true)
		usleep(1000)
		running := false
		for j := 0; j < len(allp); j++ {
			if allp[j].m.ptr() != getg().m && atomic.Load(&allp[j].status) == _Prunning {
				running = true
			}
		}
		if !running {
			return
		}
	}
}
