// The processor's own ways to compute checks.

#include "textflag.h"

// x^n modulo the IEEE polynomial, bits reversed, for the distances that data is folded over: 4 vectors, 1 vector. See Gopal and
// others, "Fast CRC Computation for Generic Polynomials Using PCLMULQDQ Instruction", Intel, 2009.
DATA far<>+0(SB)/8, $0x154442bd4
DATA far<>+8(SB)/8, $0x1c6e41596
GLOBL far<>(SB), RODATA|NOPTR, $16
DATA near<>+0(SB)/8, $0x1751997d0
DATA near<>+8(SB)/8, $0x0ccaa009e
GLOBL near<>(SB), RODATA|NOPTR, $16

// FOLD moves what acc stands for by the distance that X0 says and adds data; it uses X5.
#define FOLD(acc, data) \
	MOVO	acc, X5 \
	PCLMULQDQ $0x00, X0, acc \
	PCLMULQDQ $0x11, X0, X5 \
	PXOR	X5, acc \
	PXOR	data, acc

// func fold(crc uint32, p []byte, rest *[16]byte)
//
// len(p) is a multiple of 16, at least 64.
TEXT ·fold(SB), NOSPLIT, $0-40 // nosplit: leaf, no frame
	MOVL	crc+0(FP), AX
	MOVQ	p_base+8(FP), SI
	MOVQ	p_len+16(FP), CX
	MOVQ	rest+32(FP), DI
	MOVQ	AX, X0
	MOVOU	(SI), X1
	PXOR	X0, X1 // the check so far belongs to the first four bytes
	MOVOU	16(SI), X2
	MOVOU	32(SI), X3
	MOVOU	48(SI), X4
	ADDQ	$64, SI
	SUBQ	$64, CX
	MOVOU	far<>(SB), X0
	JMP	more
four:
	MOVOU	(SI), X6
	MOVOU	16(SI), X7
	MOVOU	32(SI), X8
	MOVOU	48(SI), X9
	FOLD(X1, X6)
	FOLD(X2, X7)
	FOLD(X3, X8)
	FOLD(X4, X9)
	ADDQ	$64, SI
	SUBQ	$64, CX
more:
	CMPQ	CX, $64
	JGE	four
	MOVOU	near<>(SB), X0
	FOLD(X1, X2)
	FOLD(X1, X3)
	FOLD(X1, X4)
	JMP	last
one:
	MOVOU	(SI), X6
	FOLD(X1, X6)
	ADDQ	$16, SI
	SUBQ	$16, CX
last:
	CMPQ	CX, $16
	JGE	one
	MOVOU	X1, (DI)
	RET

// func castagnoli(crc uint32, p []byte) uint32
TEXT ·castagnoli(SB), NOSPLIT, $0-36 // nosplit: leaf, no frame
	MOVL	crc+0(FP), AX
	MOVQ	p_base+8(FP), SI
	MOVQ	p_len+16(FP), CX
	JMP	words
eight:
	CRC32Q	(SI), AX
	ADDQ	$8, SI
	SUBQ	$8, CX
words:
	CMPQ	CX, $8
	JGE	eight
	JMP	bytes
byte:
	CRC32B	(SI), AX
	INCQ	SI
	DECQ	CX
bytes:
	TESTQ	CX, CX
	JNE	byte
	MOVL	AX, ret+32(FP)
	RET
