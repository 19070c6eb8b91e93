// Assembly that the scheduler and the stacks stand on: start-up, switches between
// goroutines and the system stack, stack growth, the write barrier, panic entries.
//
// Two conventions meet here. Functions marked <ABIInternal> take arguments in AX, BX,
// CX, ... and find g in R14; the others take them on the stack and read g from TLS,
// the word at FS:-8. Everything is NOSPLIT: it runs where the stack must not move.

#include "go_asm.h"
#include "funcdata.h"
#include "textflag.h"

// ---- start-up ----

// The start-up code common to the systems on amd64.
TEXT _rt0_amd64(SB), NOSPLIT|NOFRAME, $0
	MOVQ	0(SP), DI // argc
	LEAQ	8(SP), SI // argv
	JMP	runtime·rt0_go(SB)

// rt0_go prepares the first thread for Go code and starts the scheduler. It uses
// the stack the kernel gave, which becomes g0's. DI = argc, SI = argv.
TEXT runtime·rt0_go(SB), NOSPLIT|NOFRAME|TOPFRAME, $0
	SUBQ	$40, SP
	ANDQ	$~15, SP
	MOVQ	DI, 24(SP)
	MOVQ	SI, 32(SP)

	// g0 gets the 64 KiB below; the kernel will extend the stack as we touch it.
	LEAQ	runtime·g0(SB), R14
	LEAQ	(-64*1024)(SP), BX
	MOVQ	BX, (g_stack+stack_lo)(R14)
	ADDQ	$const_stackGuard, BX
	MOVQ	BX, g_stackguard0(R14)
	MOVQ	BX, g_stackguard1(R14)
	MOVQ	SP, (g_stack+stack_hi)(R14)

	// The code generator assumes SSE2; CPUID leaf 1 tells (EDX bit 26).
	MOVL	$1, AX
	XORL	CX, CX
	CPUID
	TESTL	$(1<<26), DX
	JZ	badcpu

	// TLS: the kernel keeps FS for us. g is the word below the address in FS.
	LEAQ	runtime·m0(SB), DI
	LEAQ	(m_tls+8)(DI), SI
	MOVL	$0x1002, DI // ARCH_SET_FS
	MOVL	$158, AX // arch_prctl
	SYSCALL
	CMPQ	AX, $0
	JNE	badtls

	// Self-test: a store through FS must show in m0.tls.
	MOVQ	$0x123, BX
	MOVQ	BX, (TLS)
	LEAQ	runtime·m0(SB), CX
	MOVQ	m_tls(CX), AX
	CMPQ	AX, $0x123
	JNE	badtls

	// Link the first m and its g0.
	MOVQ	R14, (TLS)
	MOVQ	R14, m_g0(CX)
	MOVQ	CX, g_m(R14)

	CALL	runtime·check(SB)
	MOVQ	24(SP), BX
	MOVQ	32(SP), CX
	MOVL	BX, 0(SP)
	MOVQ	CX, 8(SP)
	CALL	runtime·args(SB)
	CALL	runtime·osinit(SB)
	CALL	runtime·schedinit(SB)

	// The first goroutine runs runtime.main.
	LEAQ	runtime·mainPC(SB), AX
	MOVQ	AX, 0(SP)
	CALL	runtime·newproc(SB)
	CALL	runtime·mstart(SB)
	CALL	runtime·abort(SB) // mstart does not return

badcpu:
	MOVL	$2, DI
	LEAQ	badcpumsg<>(SB), SI
	MOVL	$34, DX
	JMP	complain

badtls:
	MOVL	$2, DI
	LEAQ	badtlsmsg<>(SB), SI
	MOVL	$32, DX

complain:
	MOVL	$1, AX // write
	SYSCALL
	MOVL	$1, DI
	MOVL	$231, AX // exit_group
	SYSCALL
	INT	$3

DATA badcpumsg<>+0(SB)/8, $"fatal er"
DATA badcpumsg<>+8(SB)/8, $"ror: thi"
DATA badcpumsg<>+16(SB)/8, $"s CPU ha"
DATA badcpumsg<>+24(SB)/8, $"s no SSE"
DATA badcpumsg<>+32(SB)/2, $"2\n"
GLOBL badcpumsg<>(SB), RODATA|NOPTR, $34

DATA badtlsmsg<>+0(SB)/8, $"fatal er"
DATA badtlsmsg<>+8(SB)/8, $"ror: no "
DATA badtlsmsg<>+16(SB)/8, $"thread s"
DATA badtlsmsg<>+24(SB)/8, $"torage!\n"
GLOBL badtlsmsg<>(SB), RODATA|NOPTR, $32

// mainPC is the func value of runtime.main, for newproc.
DATA runtime·mainPC+0(SB)/8, $runtime·main<ABIInternal>(SB)
GLOBL runtime·mainPC(SB), RODATA|NOPTR, $8

// Addresses of assembly functions, for Go code that stores them as numbers.
// func goexitPC() uintptr
TEXT runtime·goexitPC<ABIInternal>(SB), NOSPLIT|NOFRAME, $0-0
	LEAQ	runtime·goexit(SB), AX
	RET

// func sigpanic0PC() uintptr
TEXT runtime·sigpanic0PC<ABIInternal>(SB), NOSPLIT|NOFRAME, $0-0
	LEAQ	runtime·sigpanic0(SB), AX
	RET

// func sigtrampPC() uintptr
TEXT runtime·sigtrampPC<ABIInternal>(SB), NOSPLIT|NOFRAME, $0-0
	LEAQ	runtime·sigtramp(SB), AX
	RET

// func sigreturnPC() uintptr
TEXT runtime·sigreturnPC<ABIInternal>(SB), NOSPLIT|NOFRAME, $0-0
	LEAQ	runtime·sigreturn(SB), AX
	RET

// func unreachableMethodPC() uintptr
TEXT runtime·unreachableMethodPC<ABIInternal>(SB), NOSPLIT|NOFRAME, $0-0
	LEAQ	runtime·unreachableMethod<ABIInternal>(SB), AX
	RET

// func mstartPC() uintptr
TEXT runtime·mstartPC<ABIInternal>(SB), NOSPLIT|NOFRAME, $0-0
	LEAQ	runtime·mstart(SB), AX
	RET

// mstart is where a new thread begins; it stays in the scheduler for good.
TEXT runtime·mstart(SB), NOSPLIT|NOFRAME|TOPFRAME, $0
	CALL	runtime·mstart0(SB)
	CALL	runtime·abort(SB)

// abort stops the program where it is.
TEXT runtime·abort(SB), NOSPLIT|NOFRAME, $0-0
	INT	$3
loop:
	JMP	loop

// func breakpoint()
TEXT runtime·breakpoint(SB), NOSPLIT, $0-0
	INT	$3
	RET

// ---- switching stacks ----

// func gogo(buf *gobuf)
// It continues the goroutine that buf describes and never returns to its caller.
TEXT runtime·gogo(SB), NOSPLIT|NOFRAME, $0-8
	MOVQ	buf+0(FP), BX
	MOVQ	gobuf_g(BX), R14
	MOVQ	R14, (TLS)
	MOVQ	gobuf_sp(BX), SP
	MOVQ	gobuf_ctxt(BX), DX
	MOVQ	gobuf_bp(BX), BP
	XORPS	X15, X15
	// Cleared so that the collector sees no stale pointers.
	MOVQ	$0, gobuf_sp(BX)
	MOVQ	$0, gobuf_ctxt(BX)
	MOVQ	$0, gobuf_bp(BX)
	MOVQ	gobuf_pc(BX), BX
	JMP	BX

// func mcall(fn func(*g))
// It saves the calling goroutine in g.sched, as if the call had just returned, and
// runs fn(g) on g0's stack. fn never returns; it ends in gogo or schedule.
TEXT runtime·mcall<ABIInternal>(SB), NOSPLIT|NOFRAME, $0-8
	MOVQ	AX, DX
	MOVQ	0(SP), BX // return address
	MOVQ	BX, (g_sched+gobuf_pc)(R14)
	LEAQ	8(SP), BX
	MOVQ	BX, (g_sched+gobuf_sp)(R14)
	MOVQ	BP, (g_sched+gobuf_bp)(R14)
	MOVQ	R14, (g_sched+gobuf_g)(R14)

	MOVQ	R14, AX // fn's argument
	MOVQ	g_m(R14), BX
	MOVQ	m_g0(BX), R14
	CMPQ	AX, R14
	JEQ	onsystem
	MOVQ	R14, (TLS)
	MOVQ	(g_sched+gobuf_sp)(R14), SP
	XORL	BP, BP
	SUBQ	$16, SP // where fn may spill its argument
	MOVQ	0(DX), R12
	CALL	R12
onsystem:
	CALL	runtime·badmcall(SB)
	CALL	runtime·abort(SB)

// func systemstack(fn func())
// It runs fn on g0's stack and comes back. On a system stack it is a plain call.
// While fn runs, g.sched describes the caller as if this call had returned: tracebacks
// and the collector start there.
TEXT runtime·systemstack<ABIInternal>(SB), NOSPLIT|NOFRAME, $0-8
	MOVQ	AX, DX
	MOVQ	g_m(R14), BX
	CMPQ	R14, m_gsignal(BX)
	JEQ	here
	CMPQ	R14, m_g0(BX)
	JEQ	here

	MOVQ	0(SP), CX
	MOVQ	CX, (g_sched+gobuf_pc)(R14)
	LEAQ	8(SP), CX
	MOVQ	CX, (g_sched+gobuf_sp)(R14)
	MOVQ	BP, (g_sched+gobuf_bp)(R14)
	MOVQ	R14, (g_sched+gobuf_g)(R14)

	MOVQ	m_g0(BX), R14
	MOVQ	R14, (TLS)
	MOVQ	(g_sched+gobuf_sp)(R14), SP
	// BP stays: it leads from here back into the goroutine's frames.
	MOVQ	0(DX), R12
	CALL	R12

	// Back. The goroutine's stack may have moved, so take everything from g.sched.
	MOVQ	g_m(R14), BX
	MOVQ	m_curg(BX), R14
	MOVQ	R14, (TLS)
	MOVQ	(g_sched+gobuf_bp)(R14), BP
	MOVQ	(g_sched+gobuf_sp)(R14), SP
	MOVQ	(g_sched+gobuf_pc)(R14), CX
	MOVQ	$0, (g_sched+gobuf_sp)(R14)
	MOVQ	$0, (g_sched+gobuf_bp)(R14)
	JMP	CX

here:
	MOVQ	0(DX), R12
	JMP	R12

// goexit is the return address of every goroutine's first function. The return lands
// on the second byte, so that the address before it is still in goexit.
TEXT runtime·goexit(SB), NOSPLIT|NOFRAME|TOPFRAME, $0-0
	BYTE	$0x90
	CALL	runtime·goexit1(SB)
	BYTE	$0x90

// ---- stack growth ----

// morestack is called by prologues that find too little stack, before the frame is
// made: 0(SP) is an address in the function, 8(SP) the return address to its caller.
// DX is its closure context. It starts the function again on a larger stack.
TEXT runtime·morestack(SB), NOSPLIT|NOFRAME, $0-0
	MOVQ	(TLS), DI
	MOVQ	g_m(DI), BX

	// The function that ran out, and its caller.
	MOVQ	DX, (g_sched+gobuf_ctxt)(DI)
	MOVQ	BP, (g_sched+gobuf_bp)(DI)
	MOVQ	DI, (g_sched+gobuf_g)(DI)
	LEAQ	8(SP), CX
	MOVQ	CX, (g_sched+gobuf_sp)(DI)
	MOVQ	0(SP), CX
	MOVQ	CX, (g_sched+gobuf_pc)(DI)
	MOVQ	8(SP), AX
	MOVQ	AX, (m_morebuf+gobuf_pc)(BX)
	LEAQ	16(SP), AX
	MOVQ	AX, (m_morebuf+gobuf_sp)(BX)
	MOVQ	DI, (m_morebuf+gobuf_g)(BX)

	// A system stack cannot grow.
	CMPQ	DI, m_g0(BX)
	JEQ	bad
	CMPQ	DI, m_gsignal(BX)
	JEQ	bad

	MOVQ	m_g0(BX), R14
	MOVQ	R14, (TLS)
	MOVQ	(g_sched+gobuf_sp)(R14), SP
	XORL	BP, BP
	CALL	runtime·newstack(SB)
	CALL	runtime·abort(SB) // newstack does not return

bad:
	SUBQ	$64, SP // below is the reserve of functions that do not check
	CALL	runtime·badmorestack(SB)
	CALL	runtime·abort(SB)

// morestack_noctxt is morestack for functions that have no closure context.
TEXT runtime·morestack_noctxt(SB), NOSPLIT|NOFRAME, $0-0
	XORL	DX, DX
	JMP	runtime·morestack(SB)

// morestackc is morestack for functions that must run on a system stack: it ran out.
TEXT runtime·morestackc(SB), NOSPLIT|NOFRAME, $0-0
	CALL	runtime·badmorestack(SB)
	CALL	runtime·abort(SB)

// ---- write barrier ----

// gcWriteBarrier reserves R11 bytes in the P's write barrier buffer and returns their
// address in R11. It keeps every other integer register.
TEXT gcWriteBarrier<>(SB), NOSPLIT|NOFRAME, $0
	PUSHQ	R12
	PUSHQ	R13
retry:
	MOVQ	g_m(R14), R13
	MOVQ	m_p(R13), R13
	TESTQ	R13, R13
	JNE	reserve
	// A thread without a p, sysmon or a marker, stores what is known elsewhere.
	LEAQ	runtime·wbScratch(SB), R11
	JMP	reserved
reserve:
	MOVQ	(p_wbBuf+wbBuf_next)(R13), R12
	ADDQ	R11, R12
	CMPQ	(p_wbBuf+wbBuf_end)(R13), R12
	JCS	flush
	MOVQ	R12, (p_wbBuf+wbBuf_next)(R13)
	SUBQ	R11, R12
	MOVQ	R12, R11
reserved:
	POPQ	R13
	POPQ	R12
	RET

flush:
	PUSHQ	AX
	PUSHQ	BX
	PUSHQ	CX
	PUSHQ	DX
	PUSHQ	DI
	PUSHQ	SI
	PUSHQ	BP
	PUSHQ	R8
	PUSHQ	R9
	PUSHQ	R10
	PUSHQ	R11
	PUSHQ	R15
	CALL	runtime·wbBufFlush(SB)
	POPQ	R15
	POPQ	R11
	POPQ	R10
	POPQ	R9
	POPQ	R8
	POPQ	BP
	POPQ	SI
	POPQ	DI
	POPQ	DX
	POPQ	CX
	POPQ	BX
	POPQ	AX
	JMP	retry

// gcWriteBarrierN reserves N words.
TEXT runtime·gcWriteBarrier1<ABIInternal>(SB), NOSPLIT|NOFRAME, $0
	MOVL	$8, R11
	JMP	gcWriteBarrier<>(SB)
TEXT runtime·gcWriteBarrier2<ABIInternal>(SB), NOSPLIT|NOFRAME, $0
	MOVL	$16, R11
	JMP	gcWriteBarrier<>(SB)
TEXT runtime·gcWriteBarrier3<ABIInternal>(SB), NOSPLIT|NOFRAME, $0
	MOVL	$24, R11
	JMP	gcWriteBarrier<>(SB)
TEXT runtime·gcWriteBarrier4<ABIInternal>(SB), NOSPLIT|NOFRAME, $0
	MOVL	$32, R11
	JMP	gcWriteBarrier<>(SB)
TEXT runtime·gcWriteBarrier5<ABIInternal>(SB), NOSPLIT|NOFRAME, $0
	MOVL	$40, R11
	JMP	gcWriteBarrier<>(SB)
TEXT runtime·gcWriteBarrier6<ABIInternal>(SB), NOSPLIT|NOFRAME, $0
	MOVL	$48, R11
	JMP	gcWriteBarrier<>(SB)
TEXT runtime·gcWriteBarrier7<ABIInternal>(SB), NOSPLIT|NOFRAME, $0
	MOVL	$56, R11
	JMP	gcWriteBarrier<>(SB)
TEXT runtime·gcWriteBarrier8<ABIInternal>(SB), NOSPLIT|NOFRAME, $0
	MOVL	$64, R11
	JMP	gcWriteBarrier<>(SB)

// ---- panics ----

// sigpanic0 is where a faulting instruction seems to call. The fault may have come in
// assembly, so put g and X15 in order first.
TEXT runtime·sigpanic0(SB), NOSPLIT|NOFRAME, $0-0
	MOVQ	(TLS), R14
	XORPS	X15, X15
	JMP	runtime·sigpanic<ABIInternal>(SB)

// panicBounds is called where an index or slice expression is out of range. Which
// registers hold the operands is told by a table at the return address, so all of
// them are saved by their numbers, for panicBounds64 to look at.
TEXT runtime·panicBounds<ABIInternal>(SB), NOSPLIT, $144-0
	NO_LOCAL_POINTERS
	MOVQ	R15, 136(SP) // number 14 is g
	MOVQ	R13, 120(SP)
	MOVQ	R12, 112(SP)
	MOVQ	R11, 104(SP)
	MOVQ	R10, 96(SP)
	MOVQ	R9, 88(SP)
	MOVQ	R8, 80(SP)
	MOVQ	DI, 72(SP)
	MOVQ	SI, 64(SP)
	MOVQ	BX, 40(SP) // numbers 4 and 5 are SP and BP: never operands
	MOVQ	DX, 32(SP)
	MOVQ	CX, 24(SP)
	MOVQ	AX, 16(SP)
	LEAQ	16(SP), AX // above the 16 registers: saved frame pointer, return address
	CALL	runtime·panicBounds64<ABIInternal>(SB)
	RET

// panicExtend is the form for 64-bit indexes on 32-bit machines; here the same.
TEXT runtime·panicExtend<ABIInternal>(SB), NOSPLIT|NOFRAME, $0-0
	JMP	runtime·panicBounds<ABIInternal>(SB)

// unreachableMethod stands in method tables for methods the linker dropped.
TEXT runtime·unreachableMethod<ABIInternal>(SB), NOSPLIT, $0-0
	CALL	runtime·unreachableMethod1(SB)
	RET

// func publicationBarrier()
TEXT runtime·publicationBarrier(SB), NOSPLIT, $0-0
	RET // stores are seen in order on amd64

// func procyield(cycles uint32)
TEXT runtime·procyield(SB), NOSPLIT, $0-4
	MOVL	cycles+0(FP), AX
again:
	PAUSE
	SUBL	$1, AX
	JNZ	again
	RET

// func cputicks() int64
TEXT runtime·cputicks(SB), NOSPLIT, $0-8
	RDTSC
	SHLQ	$32, DX
	ORQ	DX, AX
	MOVQ	AX, ret+0(FP)
	RET

// func getfp() uintptr
// It returns the frame pointer register of its caller.
TEXT runtime·getfp<ABIInternal>(SB), NOSPLIT|NOFRAME, $0-0
	MOVQ	BP, AX
	RET

// mapinitnoop stands for the initialisers of maps that the linker dropped.
TEXT runtime·mapinitnoop<ABIInternal>(SB), NOSPLIT|NOFRAME, $0-0
	RET
