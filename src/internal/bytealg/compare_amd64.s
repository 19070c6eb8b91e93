// Comparing byte strings by order: -1, 0, +1.

#include "textflag.h"

// func Compare(a, b []byte) int
TEXT ·Compare(SB), NOSPLIT, $0-56
	MOVQ	a_base+0(FP), SI
	MOVQ	a_len+8(FP), BX
	MOVQ	b_base+24(FP), DI
	MOVQ	b_len+32(FP), DX
	CALL	cmpbody<>(SB)
	MOVQ	AX, ret+48(FP)
	RET

// func cmpstring(a, b string) int
TEXT runtime·cmpstring<ABIInternal>(SB), NOSPLIT|NOFRAME, $0-40
	MOVQ	AX, SI
	MOVQ	DI, DX
	MOVQ	CX, DI
	JMP	cmpbody<>(SB)

// SI, BX = a; DI, DX = b; the result goes to AX. R8 counts what both have.
TEXT cmpbody<>(SB), NOSPLIT|NOFRAME, $0
	MOVQ	BX, R8
	CMPQ	BX, DX
	JLS	shorter
	MOVQ	DX, R8
shorter:
	CMPQ	SI, DI
	JEQ	lengths
blocks:
	CMPQ	R8, $16
	JCS	bytes
	MOVOU	(SI), X0
	MOVOU	(DI), X1
	PCMPEQB	X1, X0
	PMOVMSKB	X0, AX
	XORL	$0xffff, AX
	JNE	differ
	ADDQ	$16, SI
	ADDQ	$16, DI
	SUBQ	$16, R8
	JMP	blocks
differ:
	// The lowest set bit is the first byte that is different.
	BSFL	AX, CX
	MOVBLZX	(SI)(CX*1), AX
	MOVBLZX	(DI)(CX*1), CX
	JMP	order
bytes:
	TESTQ	R8, R8
	JEQ	lengths
	MOVBLZX	(SI), AX
	MOVBLZX	(DI), CX
	CMPL	AX, CX
	JNE	order
	INCQ	SI
	INCQ	DI
	DECQ	R8
	JMP	bytes
lengths:
	MOVQ	BX, AX
	MOVQ	DX, CX
order:
	// -1, 0 or 1 from AX and CX, unsigned: (AX > CX) - (AX < CX)
	XORL	DX, DX
	CMPQ	AX, CX
	SETHI	DX
	SBBQ	$0, DX // the carry of the comparison
	MOVQ	DX, AX
	RET
