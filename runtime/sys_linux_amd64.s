// System calls. The kernel takes the number in AX and arguments in DI, SI, DX, R10, R8,
// R9, returns in AX (-errno on failure), and destroys CX and R11.

#include "go_asm.h"
#include "textflag.h"

// func exit(code int32)
TEXT runtime·exit(SB), NOSPLIT, $0-4
	MOVL	code+0(FP), DI
	MOVL	$231, AX // exit_group
	SYSCALL
	INT	$3
	RET

// func exitThread(running *uint32)
// It ends this thread only. Once *running is 0 the stack may be gone.
TEXT runtime·exitThread(SB), NOSPLIT, $0-8
	MOVQ	running+0(FP), AX
	MOVL	$0, (AX)
	XORL	DI, DI
	MOVL	$60, AX
	SYSCALL
	INT	$3

// func write1(fd uintptr, p unsafe.Pointer, n int32) int32
TEXT runtime·write1(SB), NOSPLIT, $0-28
	MOVQ	fd+0(FP), DI
	MOVQ	p+8(FP), SI
	MOVL	n+16(FP), DX
	MOVL	$1, AX
	SYSCALL
	MOVL	AX, ret+24(FP)
	RET

// func open(name *byte, mode, perm int32) int32
TEXT runtime·open(SB), NOSPLIT, $0-20
	MOVQ	name+0(FP), DI
	MOVL	mode+8(FP), SI
	MOVL	perm+12(FP), DX
	MOVL	$2, AX
	SYSCALL
	MOVL	AX, ret+16(FP)
	RET

// func read(fd int32, p unsafe.Pointer, n int32) int32
TEXT runtime·read(SB), NOSPLIT, $0-28
	MOVL	fd+0(FP), DI
	MOVQ	p+8(FP), SI
	MOVL	n+16(FP), DX
	XORL	AX, AX
	SYSCALL
	MOVL	AX, ret+24(FP)
	RET

// func closefd(fd int32) int32
TEXT runtime·closefd(SB), NOSPLIT, $0-12
	MOVL	fd+0(FP), DI
	MOVL	$3, AX
	SYSCALL
	MOVL	AX, ret+8(FP)
	RET

// func fcntl1(fd, cmd, arg int32) int32
TEXT runtime·fcntl1(SB), NOSPLIT, $0-20
	MOVL	fd+0(FP), DI
	MOVL	cmd+4(FP), SI
	MOVL	arg+8(FP), DX
	MOVL	$72, AX
	SYSCALL
	MOVL	AX, ret+16(FP)
	RET

// func mmap(addr unsafe.Pointer, n uintptr, prot, flags, fd int32, off uint32) (p unsafe.Pointer, err int)
TEXT runtime·mmap(SB), NOSPLIT, $0-48
	MOVQ	addr+0(FP), DI
	MOVQ	n+8(FP), SI
	MOVL	prot+16(FP), DX
	MOVL	flags+20(FP), R10
	MOVL	fd+24(FP), R8
	MOVL	off+28(FP), R9
	MOVL	$9, AX
	SYSCALL
	CMPQ	AX, $-4095
	JCC	failed
	MOVQ	AX, p+32(FP)
	MOVQ	$0, err+40(FP)
	RET
failed:
	NEGQ	AX
	MOVQ	$0, p+32(FP)
	MOVQ	AX, err+40(FP)
	RET

// func munmap(addr unsafe.Pointer, n uintptr)
TEXT runtime·munmap(SB), NOSPLIT, $0-16
	MOVQ	addr+0(FP), DI
	MOVQ	n+8(FP), SI
	MOVL	$11, AX
	SYSCALL
	RET

// func madvise(addr unsafe.Pointer, n uintptr, advice int32) int32
TEXT runtime·madvise(SB), NOSPLIT, $0-28
	MOVQ	addr+0(FP), DI
	MOVQ	n+8(FP), SI
	MOVL	advice+16(FP), DX
	MOVL	$28, AX
	SYSCALL
	MOVL	AX, ret+24(FP)
	RET

// func futex(addr *uint32, op int32, val uint32, timeout unsafe.Pointer) int32
TEXT runtime·futex(SB), NOSPLIT, $0-28
	MOVQ	addr+0(FP), DI
	MOVL	op+8(FP), SI
	MOVL	val+12(FP), DX
	MOVQ	timeout+16(FP), R10
	XORL	R8, R8
	XORL	R9, R9
	MOVL	$202, AX
	SYSCALL
	MOVL	AX, ret+24(FP)
	RET

// func nanosleep(ts *timespec)
TEXT runtime·nanosleep(SB), NOSPLIT, $0-8
	MOVQ	ts+0(FP), DI
	XORL	SI, SI
	MOVL	$35, AX
	SYSCALL
	RET

// func clone(flags int32, stk uintptr, mp *m, gp *g, fn uintptr) int32
TEXT runtime·clone(SB), NOSPLIT|NOFRAME, $0-44
	MOVL	flags+0(FP), DI
	MOVQ	stk+8(FP), SI
	MOVQ	mp+16(FP), R13
	MOVQ	gp+24(FP), R14
	MOVQ	fn+32(FP), R12
	LEAQ	(m_tls+8)(R13), R8 // where FS of the thread is to point
	ORQ	$0x80000, DI // CLONE_SETTLS
	XORL	DX, DX
	XORL	R10, R10
	MOVQ	R14, R9
	MOVQ	(TLS), R14 // the parent goes on with its own g
	MOVL	$56, AX
	SYSCALL
	CMPQ	AX, $0
	JEQ	child
	MOVL	AX, ret+40(FP)
	RET
child:
	MOVQ	R9, R14
	MOVQ	R14, (TLS)
	XORPS	X15, X15
	XORL	BP, BP
	CALL	R12
	CALL	runtime·abort(SB)

// func schedGetaffinity(pid int32, n uintptr, mask *byte) int32
TEXT runtime·schedGetaffinity(SB), NOSPLIT, $0-28
	MOVL	pid+0(FP), DI
	MOVQ	n+8(FP), SI
	MOVQ	mask+16(FP), DX
	MOVL	$204, AX
	SYSCALL
	MOVL	AX, ret+24(FP)
	RET

// func gettid() uint32
TEXT runtime·gettid(SB), NOSPLIT, $0-4
	MOVL	$186, AX
	SYSCALL
	MOVL	AX, ret+0(FP)
	RET

// func getpid() int32
TEXT runtime·getpid(SB), NOSPLIT, $0-4
	MOVL	$39, AX
	SYSCALL
	MOVL	AX, ret+0(FP)
	RET

// func tgkill(pid, tid, sig int32)
TEXT runtime·tgkill(SB), NOSPLIT, $0-12
	MOVL	pid+0(FP), DI
	MOVL	tid+4(FP), SI
	MOVL	sig+8(FP), DX
	MOVL	$234, AX
	SYSCALL
	RET

// func osyield()
TEXT runtime·osyield(SB), NOSPLIT, $0-0
	MOVL	$24, AX // sched_yield
	SYSCALL
	RET

// func clockGettime(clock int32, t *timespec)
// The function of the vDSO is C: it wants a stack that is aligned and has room, g0's, and keeps
// BX, BP and R12 to R15. A signal handler may come here while the code it interrupted is here, too:
// so the place of the call is saved and put back.
TEXT runtime·clockGettime(SB), NOSPLIT, $16-16
	MOVL	clock+0(FP), DI
	MOVQ	t+8(FP), SI
	MOVQ	runtime·vdsoClockGettime(SB), AX
	CMPQ	AX, $0
	JEQ	kernel
	MOVQ	(TLS), R14
	MOVQ	g_m(R14), BX
	MOVQ	m_vdsoPC(BX), CX
	MOVQ	CX, 0(SP)
	MOVQ	m_vdsoSP(BX), CX
	MOVQ	CX, 8(SP)
	LEAQ	clock+0(FP), DX // the caller's SP; its return address is below
	MOVQ	-8(DX), CX
	MOVQ	CX, m_vdsoPC(BX)
	MOVQ	DX, m_vdsoSP(BX)
	MOVQ	SP, R12
	CMPQ	R14, m_curg(BX)
	JNE	here
	MOVQ	m_g0(BX), DX
	MOVQ	(g_sched+gobuf_sp)(DX), SP
here:
	ANDQ	$~15, SP
	CALL	AX
	MOVQ	R12, SP
	MOVQ	8(SP), CX
	MOVQ	CX, m_vdsoSP(BX)
	MOVQ	0(SP), CX
	MOVQ	CX, m_vdsoPC(BX)
	RET
kernel:
	MOVL	$228, AX
	SYSCALL
	RET

// func getrandom(p unsafe.Pointer, n uintptr, flags uint32) int32
TEXT runtime·getrandom(SB), NOSPLIT, $0-28
	MOVQ	p+0(FP), DI
	MOVQ	n+8(FP), SI
	MOVL	flags+16(FP), DX
	MOVL	$318, AX
	SYSCALL
	MOVL	AX, ret+24(FP)
	RET

// func rtSigaction(sig uintptr, new, old *sigactiont, size uintptr) int32
TEXT runtime·rtSigaction(SB), NOSPLIT, $0-36
	MOVQ	sig+0(FP), DI
	MOVQ	new+8(FP), SI
	MOVQ	old+16(FP), DX
	MOVQ	size+24(FP), R10
	MOVL	$13, AX
	SYSCALL
	MOVL	AX, ret+32(FP)
	RET

// func sigaltstack(new, old *stackt)
TEXT runtime·sigaltstack(SB), NOSPLIT, $0-16
	MOVQ	new+0(FP), DI
	MOVQ	old+8(FP), SI
	MOVL	$131, AX
	SYSCALL
	RET

// func rtSigprocmask(how int32, new, old *uint64, size int32)
TEXT runtime·rtSigprocmask(SB), NOSPLIT, $0-28
	MOVL	how+0(FP), DI
	MOVQ	new+8(FP), SI
	MOVQ	old+16(FP), DX
	MOVL	size+24(FP), R10
	MOVL	$14, AX
	SYSCALL
	RET

// sigreturn is where a signal handler returns to.
TEXT runtime·sigreturn(SB), NOSPLIT|NOFRAME, $0
	MOVL	$15, AX // rt_sigreturn
	SYSCALL
	INT	$3

// sigtramp is the handler of every signal; it runs on the signal stack. The kernel
// passes the number in DI, siginfo in SI, ucontext in DX. All registers come back
// from the ucontext, so none need saving; only TLS must be put back.
TEXT runtime·sigtramp(SB), NOSPLIT|NOFRAME|TOPFRAME, $0
	SUBQ	$56, SP // spill space of four arguments, the old g, alignment
	MOVQ	(TLS), R12
	MOVQ	R12, 40(SP)
	MOVQ	g_m(R12), R13
	MOVQ	m_gsignal(R13), R14
	MOVQ	R14, (TLS)
	XORPS	X15, X15
	MOVQ	DI, AX
	MOVQ	SI, BX
	MOVQ	DX, CX
	MOVQ	R12, DI
	XORL	BP, BP
	CALL	runtime·sighandler<ABIInternal>(SB)
	MOVQ	40(SP), R12
	MOVQ	R12, (TLS)
	ADDQ	$56, SP
	RET

// func syscall6(num, a, b, c, d, e, f uintptr) uintptr
TEXT ·syscall6(SB), NOSPLIT, $0-64
	MOVQ	num+0(FP), AX
	MOVQ	a+8(FP), DI
	MOVQ	b+16(FP), SI
	MOVQ	c+24(FP), DX
	MOVQ	d+32(FP), R10
	MOVQ	e+40(FP), R8
	MOVQ	f+48(FP), R9
	SYSCALL
	MOVQ	AX, ret+56(FP)
	RET
