// Searching a byte: 16 at a time are compared, and the comparison's mask tells where.

#include "textflag.h"

// func IndexByte(b []byte, c byte) int
TEXT ·IndexByte(SB), NOSPLIT, $0-40
	MOVQ	b_base+0(FP), SI
	MOVQ	b_len+8(FP), BX
	MOVB	c+24(FP), AX
	LEAQ	ret+32(FP), R8
	JMP	indexbody<>(SB)

// func IndexByteString(s string, c byte) int
TEXT ·IndexByteString(SB), NOSPLIT, $0-32
	MOVQ	s_base+0(FP), SI
	MOVQ	s_len+8(FP), BX
	MOVB	c+16(FP), AX
	LEAQ	ret+24(FP), R8
	JMP	indexbody<>(SB)

// SI = bytes, BX = how many, AL = wanted, R8 = where the result goes
TEXT indexbody<>(SB), NOSPLIT|NOFRAME, $0
	MOVQ	SI, DI // where the search is
	CMPQ	BX, $16
	JCS	small

	// 16 copies of the byte.
	MOVBLZX	AX, AX
	MOVQ	AX, X0
	PUNPCKLBW	X0, X0
	PUNPCKLWL	X0, X0
	PSHUFL	$0, X0, X0

	LEAQ	-16(SI)(BX*1), R9 // last block
loop:
	CMPQ	DI, R9
	JCC	last
	MOVOU	(DI), X1
	PCMPEQB	X0, X1
	PMOVMSKB	X1, DX
	TESTL	DX, DX
	JNE	found
	ADDQ	$16, DI
	JMP	loop
last:
	// Overlaps what has been searched.
	MOVQ	R9, DI
	MOVOU	(DI), X1
	PCMPEQB	X0, X1
	PMOVMSKB	X1, DX
	TESTL	DX, DX
	JEQ	none
found:
	BSFL	DX, DX
	SUBQ	SI, DI
	ADDQ	DX, DI
	MOVQ	DI, (R8)
	RET

small:
	LEAQ	(SI)(BX*1), R9
smallloop:
	CMPQ	DI, R9
	JEQ	none
	CMPB	AX, (DI)
	JEQ	smallfound
	INCQ	DI
	JMP	smallloop
smallfound:
	SUBQ	SI, DI
	MOVQ	DI, (R8)
	RET
none:
	MOVQ	$-1, (R8)
	RET

// func Count(b []byte, c byte) int
TEXT ·Count(SB), NOSPLIT, $0-40
	MOVQ	b_base+0(FP), SI
	MOVQ	b_len+8(FP), BX
	MOVB	c+24(FP), AX
	LEAQ	ret+32(FP), R8
	JMP	countbody<>(SB)

// func CountString(s string, c byte) int
TEXT ·CountString(SB), NOSPLIT, $0-32
	MOVQ	s_base+0(FP), SI
	MOVQ	s_len+8(FP), BX
	MOVB	c+16(FP), AX
	LEAQ	ret+24(FP), R8
	JMP	countbody<>(SB)

// SI = bytes, BX = how many, AL = wanted, R8 = where the result goes. A comparison gives -1 in
// each equal byte; PSADBW adds sixteen of them up.
TEXT countbody<>(SB), NOSPLIT|NOFRAME, $0
	XORL	DX, DX // count
	CMPQ	BX, $16
	JCS	tail
	MOVBLZX	AX, AX
	MOVQ	AX, X0
	PUNPCKLBW	X0, X0
	PUNPCKLWL	X0, X0
	PSHUFL	$0, X0, X0
	PXOR	X2, X2
block:
	MOVOU	(SI), X1
	PCMPEQB	X0, X1
	PXOR	X3, X3
	PSUBB	X1, X3 // 1 for each equal byte
	PSADBW	X2, X3
	MOVQ	X3, CX
	ADDQ	CX, DX
	PSRLO	$8, X3
	MOVQ	X3, CX
	ADDQ	CX, DX
	ADDQ	$16, SI
	SUBQ	$16, BX
	CMPQ	BX, $16
	JCC	block
tail:
	TESTQ	BX, BX
	JEQ	done
	XORL	CX, CX
	CMPB	AX, (SI)
	SETEQ	CX
	ADDQ	CX, DX
	INCQ	SI
	DECQ	BX
	JMP	tail
done:
	MOVQ	DX, (R8)
	RET
