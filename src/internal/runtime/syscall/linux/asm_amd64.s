// System calls. The kernel takes the number in AX and arguments in DI, SI, DX, R10, R8, R9; it returns AX and, for a few
// calls, DX, and destroys CX and R11. Results from -4095 to -1 are errors.

#include "textflag.h"

// func Syscall6(num, a1, a2, a3, a4, a5, a6 uintptr) (r1, r2, errno uintptr)
TEXT ·Syscall6(SB), NOSPLIT, $0-80
	MOVQ	a6+48(FP), R9
	MOVQ	a5+40(FP), R8
	MOVQ	a4+32(FP), R10
	MOVQ	a3+24(FP), DX
	MOVQ	a2+16(FP), SI
	MOVQ	a1+8(FP), DI
	MOVQ	num+0(FP), AX
	SYSCALL
	CMPQ	AX, $0xfffffffffffff001
	JCC	failed
	MOVQ	AX, r1+56(FP)
	MOVQ	DX, r2+64(FP)
	MOVQ	$0, errno+72(FP)
	RET
failed:
	NEGQ	AX
	MOVQ	$-1, r1+56(FP)
	MOVQ	$0, r2+64(FP)
	MOVQ	AX, errno+72(FP)
	RET
