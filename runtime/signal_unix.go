// Signals: faults become panics, others that mean trouble end the program with a traceback.
//
// Handlers run on a stack of their own (gsignal's), because the interrupted goroutine's may
// be nearly full. For a fault in Go code the handler changes the interrupted registers so that
// the code seems to have called sigpanic, and returns; sigpanic then panics on the goroutine's
// stack, where deferred calls can recover.

package runtime

import "unsafe"

const (
	_SIGKILL, _SIGSTOP = 9, 19

	_SIGHUP, _SIGINT, _SIGQUIT, _SIGILL, _SIGTRAP, _SIGABRT = 1, 2, 3, 4, 5, 6
	_SIGBUS, _SIGFPE, _SIGSEGV, _SIGPIPE, _SIGTERM, _SIGSYS = 7, 8, 11, 13, 15, 31

	_SA_SIGINFO  = 0x4
	_SA_ONSTACK  = 0x08000000
	_SA_RESTORER = 0x04000000
	_SA_RESTART  = 0x10000000

	_SEGV_MAPERR = 1
	_SEGV_ACCERR = 2
	_BUS_ADRERR  = 2
	_FPE_INTDIV  = 1
	_FPE_INTOVF  = 2
	_SI_USER     = 0

	_SIG_DFL, _SIG_IGN         = 0, 1
	_SIG_UNBLOCK, _SIG_SETMASK = 1, 2
)

//go:noescape
func rtSigaction(sig uintptr, new, old *sigactiont, size uintptr) int32

//go:noescape
func sigaltstack(new, old *stackt)

//go:noescape
func rtSigprocmask(how int32, new, old *uint64, size int32)

// initsig installs the handler for the signals that the runtime has an opinion on.
func initsig() {
	bootstep("initsig")
	for _, sig := range [...]uint32{_SIGSEGV, _SIGBUS, _SIGFPE, _SIGQUIT, _SIGILL, _SIGTRAP, _SIGABRT, _SIGSYS, _SIGURG, _SIGPIPE} {
		sigPut(&sigq.ours, sig, true)
		installHandler(uintptr(sig))
	}
}

func installHandler(sig uintptr) {
	var sa sigactiont
	sa.handler = sigtrampPC()
	sa.flags = _SA_SIGINFO | _SA_ONSTACK | _SA_RESTORER | _SA_RESTART
	sa.restorer = sigreturnPC()
	sa.mask = ^uint64(0)
	if rtSigaction(sig, &sa, nil, 8) != 0 {
		throw("rt_sigaction failed")
	}
}

// setHandler gives a signal the default action or has it ignored.
func setHandler(sig, handler uintptr) {
	var sa sigactiont
	sa.handler = handler
	sa.flags = _SA_RESTORER
	sa.restorer = sigreturnPC()
	rtSigaction(sig, &sa, nil, 8)
}

// clearHandlers gives the signals with our handler the default action: this is a child that will not
// return to Go.
//
//go:nosplit
func clearHandlers() {
	// nosplit: between fork and exec the stack must not grow.
	for sig := uintptr(1); sig < 32; sig++ {
		var sa sigactiont
		if rtSigaction(sig, nil, &sa, 8) == 0 && sa.handler == sigtrampPC() {
			sa.handler = _SIG_DFL
			rtSigaction(sig, &sa, nil, 8)
		}
	}
}

// dieOfSignal ends the program as the signal would without a handler.
func dieOfSignal(sig uint32) {
	restoreDefault(sig)
	tgkill(getpid(), int32(gettid()), int32(sig))
	osyield()
	exit(2)
}

// minit prepares a thread for signals: its signal stack.
func minit() {
	mp := getg().m
	gsig := mp.gsignal
	var st stackt
	st.sp = gsig.stack.lo
	st.size = gsig.stack.hi - gsig.stack.lo
	sigaltstack(&st, nil)
	mp.procid = uint64(gettid())
	if mp != &m0 {
		rtSigprocmask(_SIG_SETMASK, &mp.sigmask, nil, 8)
	}
}

// signame returns the name and meaning of a signal.
func signame(sig uint32) string {
	switch sig {
	case _SIGHUP:
		return "SIGHUP: terminal line hangup"
	case _SIGINT:
		return "SIGINT: interrupt"
	case _SIGQUIT:
		return "SIGQUIT: quit"
	case _SIGILL:
		return "SIGILL: illegal instruction"
	case _SIGTRAP:
		return "SIGTRAP: trace trap"
	case _SIGABRT:
		return "SIGABRT: abort"
	case _SIGBUS:
		return "SIGBUS: bus error"
	case _SIGFPE:
		return "SIGFPE: floating-point exception"
	case _SIGSEGV:
		return "SIGSEGV: segmentation violation"
	case _SIGPIPE:
		return "SIGPIPE: write to broken pipe"
	case _SIGTERM:
		return "SIGTERM: termination"
	case _SIGSYS:
		return "SIGSYS: bad system call"
	}
	return "unknown signal"
}

// sighandler handles every signal. It runs on gsignal; gp is what was interrupted.
func sighandler(sig uint32, info *siginfo, uc *ucontext, gp *g) {
	c := sigctxt{info, uc}
	if sig == _SIGURG {
		doSigPreempt(gp, &c)
		return
	}
	fault := sig == _SIGSEGV || sig == _SIGBUS || sig == _SIGFPE
	if !(fault && info.code > _SI_USER) && sigsend(sig) {
		return // package os/signal gets it
	}
	if sig == _SIGPIPE {
		return // the write fails with EPIPE; package os knows when to die of it
	}
	if !sigIn(&sigq.ours, sig) {
		return // it was asked for until just now
	}
	if fault && info.code > _SI_USER && canPanic(gp) {
		gp.sig = sig
		gp.sigcode0 = uintptr(info.code)
		gp.sigcode1 = uintptr(info.addr)
		gp.sigpc = c.pc()
		c.preparePanic(gp)
		return
	}
	fatalsignal(sig, &c, gp)
}

// canPanic reports whether gp is a goroutine running code that may panic.
func canPanic(gp *g) bool {
	mp := gp.m
	return gp == mp.curg && mp.locks == 0 && mp.mallocing == 0 && mp.throwing == throwTypeNone && gp.stack.lo != 0
}

// shouldPushSigpanic reports whether pc, where the fault was, can stand as a return
// address. If it is no code, and the word at the top of the stack is, then a call went
// astray and that word tells more.
func shouldPushSigpanic(pc, lr uintptr) bool {
	if pc == 0 {
		return false
	}
	return findfunc(pc).valid() || !findfunc(lr).valid()
}

// sigpanic is what faulting code seems to call.
func sigpanic() {
	gp := getg()
	switch gp.sig {
	case _SIGBUS:
		if gp.paniconfault {
			panicmemAddr(gp.sigcode1)
		}
		if gp.sigcode0 == _BUS_ADRERR && gp.sigcode1 < 0x1000 {
			panicmem()
		}
		print("unexpected fault address ", hex(gp.sigcode1), "\n")
		throw("fault")
	case _SIGSEGV:
		if gp.paniconfault {
			panicmemAddr(gp.sigcode1)
		}
		if (gp.sigcode0 == 0 || gp.sigcode0 == _SEGV_MAPERR || gp.sigcode0 == _SEGV_ACCERR) && gp.sigcode1 < 0x1000 {
			panicmem()
		}
		print("unexpected fault address ", hex(gp.sigcode1), "\n")
		throw("fault")
	case _SIGFPE:
		switch gp.sigcode0 {
		case _FPE_INTDIV:
			panicdivide()
		case _FPE_INTOVF:
			panicoverflow()
		}
	}
	panic(errorString("unexpected signal"))
}

// fatalsignal ends the program for a signal that is no panic.
func fatalsignal(sig uint32, c *sigctxt, gp *g) {
	mp := getg().m
	if mp.throwing != throwTypeNone {
		writeErrStr("fatal signal while dying\n")
		exit(2)
	}
	mp.throwing = throwTypeRuntime
	mp.caughtsig.set(gp)
	mp.trappc = c.pc()
	mp.locks++
	if mp.printlock > 0 {
		printflush()
	}
	printlock()
	switch {
	case sig == _SIGSEGV || sig == _SIGBUS || sig == _SIGFPE:
		print("fatal error: unexpected signal during runtime execution\n")
		print("[signal ", signame(sig), " code=", hex(uint64(uint32(c.info.code))), " addr=", hex(c.info.addr), " pc=", hex(c.pc()), "]\n")
	default:
		print(signame(sig), "\n")
	}
	print("PC=", hex(c.pc()), " m=", mp.id, " sigcode=", c.info.code, "\n")
	if sig == _SIGILL || sig == _SIGFPE {
		printcode(c.pc())
	}
	level, _, crash := gotraceback()
	if level > 0 {
		print("\n")
		goroutineheader(gp)
		if mp.vdsoSP != 0 && !findfunc(c.pc()).valid() {
			tracebackg(gp, mp.vdsoPC, mp.vdsoSP)
		} else {
			tracebackg(gp, c.pc(), c.sp())
		}
		tracebackothers(gp)
		print("\n")
		c.printregs()
	}
	printflush()
	if crash {
		restoreDefault(sig)
		tgkill(getpid(), int32(gettid()), int32(sig))
	}
	exit(2)
}

// printcode prints the bytes from pc on, not beyond the page, which is all that is surely mapped.
func printcode(pc uintptr) {
	const most, page = 16, 4096
	n := min(most, page-pc%page)
	print("instruction bytes:")
	for i := range n {
		print(" ", hex(*(*byte)(unsafe.Pointer(pc + i))))
	}
	print("\n")
}

// restoreDefault gives the signal its default action and lets it through.
func restoreDefault(sig uint32) {
	setHandler(uintptr(sig), _SIG_DFL)
	mask := ^uint64(0)
	rtSigprocmask(_SIG_UNBLOCK, &mask, nil, 8)
}
