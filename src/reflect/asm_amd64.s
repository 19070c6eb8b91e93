// The code of functions that are made while the program runs. A caller passes arguments as for any function of
// its type: DX is the func value, which says what they are.
//
// A stub's frame, which the runtime knows: arguments for the function in Go that does the work (the func value, where the
// arguments on the stack are, where to note that results are there, the registers), that note, the registers (an abi.RegArgs).

#include "funcdata.h"
#include "textflag.h"

#define CONTEXT	0(SP)
#define FRAME	8(SP)
#define VALID	16(SP)
#define REGS	24(SP)
#define NOTE	32(SP)
#define REGARGS	40(SP)

// saveRegs stores the argument registers to the RegArgs at R12.
TEXT saveRegs<>(SB), NOSPLIT|NOFRAME, $0-0
	MOVSD	X0, 72(R12)
	MOVQ	AX, 0(R12)
	MOVSD	X1, 80(R12)
	MOVSD	X2, 88(R12)
	MOVQ	BX, 8(R12)
	MOVSD	X3, 96(R12)
	MOVSD	X4, 104(R12)
	MOVQ	CX, 16(R12)
	MOVSD	X5, 112(R12)
	MOVSD	X6, 120(R12)
	MOVQ	DI, 24(R12)
	MOVSD	X7, 128(R12)
	MOVSD	X8, 136(R12)
	MOVQ	SI, 32(R12)
	MOVSD	X9, 144(R12)
	MOVSD	X10, 152(R12)
	MOVQ	R8, 40(R12)
	MOVSD	X11, 160(R12)
	MOVSD	X12, 168(R12)
	MOVQ	R9, 48(R12)
	MOVSD	X13, 176(R12)
	MOVQ	R10, 56(R12)
	MOVSD	X14, 184(R12)
	MOVQ	R11, 64(R12)
	RET

// takeRegs is the reverse.
TEXT takeRegs<>(SB), NOSPLIT|NOFRAME, $0-0
	MOVSD	72(R12), X0
	MOVQ	0(R12), AX
	MOVSD	80(R12), X1
	MOVSD	88(R12), X2
	MOVQ	8(R12), BX
	MOVSD	96(R12), X3
	MOVSD	104(R12), X4
	MOVQ	16(R12), CX
	MOVSD	112(R12), X5
	MOVSD	120(R12), X6
	MOVQ	24(R12), DI
	MOVSD	128(R12), X7
	MOVSD	136(R12), X8
	MOVQ	32(R12), SI
	MOVSD	144(R12), X9
	MOVSD	152(R12), X10
	MOVQ	40(R12), R8
	MOVSD	160(R12), X11
	MOVSD	168(R12), X12
	MOVQ	48(R12), R9
	MOVSD	176(R12), X13
	MOVQ	56(R12), R10
	MOVSD	184(R12), X14
	MOVQ	64(R12), R11
	RET

#define STUB(WORK) \
	NO_LOCAL_POINTERS \
	LEAQ	REGARGS, R12 \
	CALL	saveRegs<>(SB) \
	MOVQ	DX, CONTEXT \
	MOVQ	R12, 8(SP) \
	MOVQ	DX, REGS \
	CALL	·pointersFromRegs(SB) \
	MOVQ	REGS, DX \
	MOVQ	DX, CONTEXT \
	LEAQ	args+0(FP), CX \
	MOVQ	CX, FRAME \
	MOVB	$0, NOTE \
	LEAQ	NOTE, CX \
	MOVQ	CX, VALID \
	LEAQ	REGARGS, CX \
	MOVQ	CX, REGS \
	CALL	WORK(SB) \
	LEAQ	REGARGS, R12 \
	CALL	takeRegs<>(SB) \
	RET

// makeFuncStub is the code of what MakeFunc returns. The size of its arguments is not known here.
TEXT ·makeFuncStub(SB), NOSPLIT|WRAPPER, $312
	STUB(·callReflect)

// methodValueCall is the code of method values.
TEXT ·methodValueCall(SB), NOSPLIT|WRAPPER, $312
	STUB(·callMethod)

// func makeFuncStubPC() uintptr
TEXT ·makeFuncStubPC<ABIInternal>(SB), NOSPLIT|NOFRAME, $0-0
	LEAQ	·makeFuncStub(SB), AX
	RET

// func methodValueCallPC() uintptr
TEXT ·methodValueCallPC<ABIInternal>(SB), NOSPLIT|NOFRAME, $0-0
	LEAQ	·methodValueCall(SB), AX
	RET
