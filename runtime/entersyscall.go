// What happens around system calls that may take long.
//
// The goroutine keeps its m but lets go of its p, loosely: the p stays at hand, in the state _Psyscall, and
// is there again after a short call. sysmon, or who stops the world, may take it meanwhile.
// Until exitsyscall the goroutine's stack does not change: it ends, for whoever looks, at the call of
// entersyscall.

package runtime

import (
	"internal/runtime/atomic"
	"internal/runtime/sys"
	"unsafe"
)

// entersyscall is called before a system call.
func entersyscall() {
	reserveStack()
	gp := getg()
	mp := gp.m
	mp.locks++ // a request to yield is not obeyed now
	// From here on nothing is called and no stack grows: plain stores, which other processors see
	// in this order.
	gp.syscallsp = sys.GetCallerSP()
	gp.syscallpc = sys.GetCallerPC()
	*(*uint32)(unsafe.Pointer(&gp.atomicstatus)) = _Gsyscall
	pp := mp.p.ptr()
	pp.m = 0
	mp.p = 0
	mp.oldp = puintptr(unsafe.Pointer(pp))
	pp.syscalltick++
	pp.status = _Psyscall
}

// reserveStack makes sure that exitsyscall, which runs at the same depth, need not grow the stack.
//
//go:noinline
func reserveStack() {
	var room [640]byte
	touch(&room)
}

//go:noinline
func touch(p *[640]byte) {}

// exitsyscall is called after it.
//
//go:nosplit
func exitsyscall() {
	// nosplit: the stack may be looked at until the p is ours again.
	gp := getg()
	mp := gp.m
	pp := mp.oldp.ptr()
	if pp != nil && atomic.Cas(&pp.status, _Psyscall, _Prunning) {
		mp.p = puintptr(unsafe.Pointer(pp))
		pp.m = muintptr(unsafe.Pointer(mp))
		pp.syscalltick++
		mp.oldp = 0
		gp.syscallsp = 0
		gp.atomicstatus.Store(_Grunning)
		releasem(mp)
		return
	}
	mp.oldp = 0
	mp.locks--
	mcall(exitsyscall0)
}

// exitsyscall0 is exitsyscall on g0 where the p is gone: there may be an idle one, else the goroutine
// has to queue.
func exitsyscall0(gp *g) {
	// The saved state says the same as the place of entry: either may be looked at.
	gp.syscallsp = 0
	casgstatus(gp, _Gsyscall, _Grunnable)
	dropg()
	lock(&sched.lock)
	pp := pidleget()
	if pp == nil {
		globrunqput(gp)
	}
	unlock(&sched.lock)
	if pp == nil && gp.lockedm != 0 {
		stoplockedm(getg().m)
		execute(gp)
	}
	if pp == nil {
		stopm()
		schedule()
	}
	acquirep(pp)
	execute(gp)
}
