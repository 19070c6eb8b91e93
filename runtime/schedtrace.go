// GODEBUG=schedtrace=milliseconds: the state of the scheduler, a line each time; with scheddetail=1 also a line
// for each p, m and g. What is read may change meanwhile.

package runtime

import "internal/runtime/atomic"

func schedtrace(age int64, detail bool) {
	lock(&sched.lock)
	print("SCHED ", age/1000000, "ms: gomaxprocs=", gomaxprocs, " idleprocs=", sched.npidle, " threads=", sched.mnext-sched.nmfreed,
		" spinningthreads=", sched.nmspinning, " needspinning=0 idlethreads=", sched.nmidle, " runqueue=", sched.runq.size)
	if detail {
		print(" gcwaiting=", sched.gcwaiting != 0, " nmidlelocked=", sched.nmidlelocked, " stopwait=", sched.stopwait, " sysmonwait=false\n")
		traceProcs()
		traceThreads()
		traceGoroutines()
	} else {
		traceQueues()
	}
	unlock(&sched.lock)
}

func (pp *p) queued() uint32 {
	return atomic.Load(&pp.runqtail) - atomic.Load(&pp.runqhead)
}

// traceQueues ends the short form: lengths of the queues, then how often each p has scheduled.
func traceQueues() {
	print(" [ ")
	for _, pp := range allp {
		print(pp.queued(), " ")
	}
	print("] schedticks=[ ")
	for _, pp := range allp {
		print(pp.schedtick, " ")
	}
	print("]\n")
}

func traceProcs() {
	for i, pp := range allp {
		print("  P", i, ": status=", pp.status, " schedtick=", pp.schedtick, " syscalltick=", pp.syscalltick, " m=")
		printThread(pp.m.ptr())
		print(" runqsize=", pp.queued(), " gfreecnt=", pp.gFreeCount, " timerslen=0\n")
	}
}

func traceThreads() {
	for mp := allm; mp != nil; mp = mp.alllink {
		print("  M", mp.id, ": p=")
		if pp := mp.p.ptr(); pp != nil {
			print(pp.id)
		} else {
			print("nil")
		}
		print(" curg=")
		printGoroutine(mp.curg)
		print(" mallocing=", mp.mallocing, " throwing=", mp.throwing, " preemptoff= locks=", mp.locks, " dying=", mp.dying,
			" spinning=", mp.spinning, " blocked=", mp.park.key != 0, " lockedg=")
		printGoroutine(mp.lockedg.ptr())
		print("\n")
	}
}

func traceGoroutines() {
	for i := uintptr(0); i < allglen; i++ {
		gp := allgs[i]
		print("  G", gp.goid, ": status=", readgstatus(gp), "(", gp.waitreason.String(), ") m=")
		printThread(gp.m)
		print(" lockedm=")
		printThread(gp.lockedm.ptr())
		print("\n")
	}
}

func printThread(mp *m) {
	if mp == nil {
		print("nil")
	} else {
		print(mp.id)
	}
}

func printGoroutine(gp *g) {
	if gp == nil {
		print("nil")
	} else {
		print(gp.goid)
	}
}
