// Signals as the kernel lays them out on amd64.

package runtime

import "unsafe"

// A sigactiont is what rt_sigaction takes.
type sigactiont struct {
	handler  uintptr
	flags    uint64
	restorer uintptr
	mask     uint64
}

// A stackt is what sigaltstack takes.
type stackt struct {
	sp    uintptr
	flags int32
	_     int32
	size  uintptr
}

// A siginfo tells about a signal; addr is valid for faults.
type siginfo struct {
	signo int32
	errno int32
	code  int32
	_     int32
	addr  uint64
}

// A sigcontext holds the registers of the code that was stopped.
type sigcontext struct {
	r8, r9, r10, r11, r12, r13, r14, r15 uint64
	rdi, rsi, rbp, rbx, rdx, rax, rcx    uint64
	rsp, rip                             uint64
	eflags                               uint64
	cs, gs, fs, ss                       uint16
	err, trapno, oldmask, cr2            uint64
	fpstate                              uintptr
	_                                    [8]uint64
}

// A ucontext is the third argument of a signal handler.
type ucontext struct {
	flags    uint64
	link     uintptr
	stack    stackt
	mcontext sigcontext
}

// sigctxt gives access to the stopped code's registers.
type sigctxt struct {
	info *siginfo
	uc   *ucontext
}

func (c *sigctxt) pc() uintptr { return uintptr(c.uc.mcontext.rip) }
func (c *sigctxt) sp() uintptr { return uintptr(c.uc.mcontext.rsp) }

// pushCall makes the stopped code go on as if it had just called target from its
// instruction at resume.
func (c *sigctxt) pushCall(target, resume uintptr) {
	sp := c.sp() - 8
	*(*uintptr)(unsafe.Pointer(sp)) = resume
	c.uc.mcontext.rsp = uint64(sp)
	c.uc.mcontext.rip = uint64(target)
}

// preparePanic makes the faulting code call sigpanic.
func (c *sigctxt) preparePanic(gp *g) {
	pc := c.pc()
	sp := c.sp()
	if shouldPushSigpanic(pc, *(*uintptr)(unsafe.Pointer(sp))) {
		c.pushCall(sigpanic0PC(), pc)
	} else {
		// A call of address 0 or the like: the caller's return address is on the
		// stack already.
		c.uc.mcontext.rip = uint64(sigpanic0PC())
	}
}

// printregs prints the registers, for signals that come from nowhere.
func (c *sigctxt) printregs() {
	r := &c.uc.mcontext
	print("rax    ", hex(r.rax), "\n", "rbx    ", hex(r.rbx), "\n", "rcx    ", hex(r.rcx), "\n", "rdx    ", hex(r.rdx), "\n")
	print("rdi    ", hex(r.rdi), "\n", "rsi    ", hex(r.rsi), "\n", "rbp    ", hex(r.rbp), "\n", "rsp    ", hex(r.rsp), "\n")
	print("r8     ", hex(r.r8), "\n", "r9     ", hex(r.r9), "\n", "r10    ", hex(r.r10), "\n", "r11    ", hex(r.r11), "\n")
	print("r12    ", hex(r.r12), "\n", "r13    ", hex(r.r13), "\n", "r14    ", hex(r.r14), "\n", "r15    ", hex(r.r15), "\n")
	print("rip    ", hex(r.rip), "\n", "rflags ", hex(r.eflags), "\n")
	print("cs     ", hex(uint64(r.cs)), "\n", "fs     ", hex(uint64(r.fs)), "\n", "gs     ", hex(uint64(r.gs)), "\n")
}
