// Comparing memory for equality. The runtime's functions of that kind live here, next to
// their relatives.

#include "textflag.h"

// func memequal(a, b unsafe.Pointer, size uintptr) bool
// SI = a, DI = b, BX = size
TEXT runtime·memequal<ABIInternal>(SB), NOSPLIT|NOFRAME, $0-25
	CMPQ	AX, BX
	JEQ	same
	MOVQ	AX, SI
	MOVQ	BX, DI
	MOVQ	CX, BX
	CMPQ	BX, $8
	JCS	small
	CMPQ	BX, $16
	JLS	two8
loop:
	// 16 at a time while more than 16 are left; then the last 16, which may overlap.
	MOVOU	(SI), X0
	MOVOU	(DI), X1
	PCMPEQB	X1, X0
	PMOVMSKB	X0, DX
	CMPL	DX, $0xffff
	JNE	differ
	ADDQ	$16, SI
	ADDQ	$16, DI
	SUBQ	$16, BX
	CMPQ	BX, $16
	JHI	loop
	MOVOU	-16(SI)(BX*1), X0
	MOVOU	-16(DI)(BX*1), X1
	PCMPEQB	X1, X0
	PMOVMSKB	X0, DX
	CMPL	DX, $0xffff
	JNE	differ
same:
	MOVL	$1, AX
	RET
two8:
	MOVQ	(SI), CX
	CMPQ	CX, (DI)
	JNE	differ
	MOVQ	-8(SI)(BX*1), CX
	CMPQ	CX, -8(DI)(BX*1)
	JNE	differ
	MOVL	$1, AX
	RET
small:
	TESTQ	BX, BX
	JEQ	same
	MOVBLZX	(SI), CX
	CMPB	CX, (DI)
	JNE	differ
	INCQ	SI
	INCQ	DI
	DECQ	BX
	JMP	small
differ:
	XORL	AX, AX
	RET
