// Preemption anywhere: for goroutines in loops without calls, which never come to a function's entry.
//
// Who wants a goroutine to yield and has waited for a while sends its thread SIGURG. If the handler finds it
// in code of the program, rather than of the runtime, it makes it seem to call asyncPreempt, which
// saves every register on the goroutine's stack and yields.
//
// The tables say nothing about what is live in the middle of nowhere. So the collector takes each word of
// such a frame, and the saved registers, for a pointer if it could be one; and the stack is not moved before the
// goroutine goes on.

package runtime

import (
	"internal/abi"
)

const _SIGURG = 23

// asyncPreemptStack is the room that yielding takes.
const asyncPreemptStack = 640

func asyncPreempt()
func asyncPreemptPC() uintptr

// asyncPreempt2 yields, for asyncPreempt.
//
//go:nosplit
func asyncPreempt2() {
	// nosplit: the stack cannot be moved here.
	gp := getg()
	gp.asyncSafePoint = true
	mcall(gosched_m)
	gp.asyncSafePoint = false
}

// signalM sends the thread the request.
func signalM(mp *m) {
	if debug.asyncpreemptoff == 0 && debug.gcbarrier == 0 {
		tgkill(getpid(), int32(mp.procid), _SIGURG)
	}
}

// doSigPreempt obeys it, on the signal stack.
func doSigPreempt(gp *g, c *sigctxt) {
	mp := gp.m
	if gp != mp.curg || !gp.preempt || mp.p == 0 || mp.locks != 0 || mp.mallocing != 0 || mp.throwing != throwTypeNone ||
		gp.atomicstatus.Load() != _Grunning {
		return
	}
	sp := c.sp()
	if sp < gp.stack.lo || sp-gp.stack.lo < asyncPreemptStack || sp >= gp.stack.hi {
		return
	}
	if asyncSafePoint(c.pc()) {
		c.pushCall(asyncPreemptPC(), c.pc())
	}
}

// asyncSafePoint reports whether a goroutine may be stopped at pc: in compiled code of the program.
func asyncSafePoint(pc uintptr) bool {
	f := findfunc(pc)
	if !f.valid() || f.flag&(abi.FuncFlagAsm|abi.FuncFlagTopFrame|abi.FuncFlagSPWrite) != 0 {
		return false
	}
	if pcdatavalue(f, abi.PCDATA_UnsafePoint, pc) == abi.UnsafePointUnsafe {
		return false
	}
	var in inlineUnwinder
	in.init(f, pc)
	for {
		if ofRuntime(in.name()) {
			return false
		}
		if !in.next() {
			return true
		}
	}
}

// ofRuntime reports whether a function belongs to the runtime, or handles memory on its behalf.
func ofRuntime(name string) bool {
	return hasPrefix(name, "runtime.") || hasPrefix(name, "runtime/") || hasPrefix(name, "internal/") ||
		hasPrefix(name, "reflect.") || hasPrefix(name, "sync/atomic.") || hasPrefix(name, "syscall.")
}

// conservative reports whether nothing precise is known about the frame: it is asyncPreempt's, or was
// stopped there.
func (u *unwinder) conservative() bool {
	return u.frame.fn.funcID == abi.FuncID_asyncPreempt || u.callerID == abi.FuncID_asyncPreempt
}

// conservativeFrame takes every word of a frame, with the space above where it may have put its arguments, for a
// pointer.
func (s *stackScan) conservativeFrame(w *gcWork, fr *stkframe) {
	end := fr.fp + (abi.IntArgRegs+abi.FloatArgRegs)*8
	if fr.fn.args > 0 {
		end += uintptr(fr.fn.args)
	}
	if end > s.hi {
		end = s.hi
	}
	for p := fr.sp; p < end; p += 8 {
		s.pointer(w, *(*uintptr)(pointerTo(p)))
	}
}
