// Clearing memory, by overlapping stores from both ends and, for what is long, by
// the string instruction.

#include "textflag.h"

// func memclrNoHeapPointers(ptr unsafe.Pointer, n uintptr)
// DI = ptr, BX = n, X15 = 0
TEXT runtime·memclrNoHeapPointers<ABIInternal>(SB), NOSPLIT|NOFRAME, $0-16
	MOVQ	AX, DI
	XORL	AX, AX
	CMPQ	BX, $16
	JHI	over16
	CMPQ	BX, $8
	JCC	from8to16
	CMPQ	BX, $4
	JCC	from4to7
	TESTQ	BX, BX
	JEQ	done
	MOVQ	BX, CX
	SHRQ	$1, CX
	MOVB	AX, (DI)
	MOVB	AX, (DI)(CX*1)
	MOVB	AX, -1(DI)(BX*1)
done:
	RET
from4to7:
	MOVL	AX, (DI)
	MOVL	AX, -4(DI)(BX*1)
	RET
from8to16:
	MOVQ	AX, (DI)
	MOVQ	AX, -8(DI)(BX*1)
	RET
over16:
	CMPQ	BX, $32
	JHI	over32
	MOVOU	X15, (DI)
	MOVOU	X15, -16(DI)(BX*1)
	RET
over32:
	CMPQ	BX, $64
	JHI	over64
	MOVOU	X15, (DI)
	MOVOU	X15, 16(DI)
	MOVOU	X15, -32(DI)(BX*1)
	MOVOU	X15, -16(DI)(BX*1)
	RET
over64:
	LEAQ	(DI)(BX*1), R8
	CMPQ	BX, $2048
	JCC	strings
loop64:
	MOVOU	X15, (DI)
	MOVOU	X15, 16(DI)
	MOVOU	X15, 32(DI)
	MOVOU	X15, 48(DI)
	ADDQ	$64, DI
	SUBQ	$64, BX
	CMPQ	BX, $64
	JHI	loop64
	MOVOU	X15, -64(R8)
	MOVOU	X15, -48(R8)
	MOVOU	X15, -32(R8)
	MOVOU	X15, -16(R8)
	RET
strings:
	MOVQ	BX, CX
	SHRQ	$3, CX
	CLD
	REP; STOSQ
	MOVOU	X15, -16(R8)
	RET
