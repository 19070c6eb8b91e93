// Copying memory. Short copies load everything before they store anything, so overlap
// does not matter; longer ones choose a direction. Words that are aligned alike are
// moved whole, which the collector relies on when pointers are copied.

#include "textflag.h"

// func memmove(to, from unsafe.Pointer, n uintptr)
// DI = to, SI = from, BX = n
TEXT runtime·memmove<ABIInternal>(SB), NOSPLIT|NOFRAME, $0-24
	MOVQ	AX, DI
	MOVQ	BX, SI
	MOVQ	CX, BX
	CMPQ	BX, $16
	JHI	over16
	CMPQ	BX, $8
	JCC	from8to16
	CMPQ	BX, $4
	JCC	from4to7
	TESTQ	BX, BX
	JEQ	done
	// 1 to 3: first, middle and last byte
	MOVQ	BX, CX
	SHRQ	$1, CX
	MOVBLZX	(SI), AX
	MOVBLZX	(SI)(CX*1), DX
	MOVBLZX	-1(SI)(BX*1), R8
	MOVB	AX, (DI)
	MOVB	DX, (DI)(CX*1)
	MOVB	R8, -1(DI)(BX*1)
done:
	RET
from4to7:
	MOVL	(SI), AX
	MOVL	-4(SI)(BX*1), DX
	MOVL	AX, (DI)
	MOVL	DX, -4(DI)(BX*1)
	RET
from8to16:
	MOVQ	(SI), AX
	MOVQ	-8(SI)(BX*1), DX
	MOVQ	AX, (DI)
	MOVQ	DX, -8(DI)(BX*1)
	RET

over16:
	CMPQ	BX, $32
	JHI	over32
	MOVOU	(SI), X0
	MOVOU	-16(SI)(BX*1), X1
	MOVOU	X0, (DI)
	MOVOU	X1, -16(DI)(BX*1)
	RET
over32:
	CMPQ	BX, $64
	JHI	over64
	MOVOU	(SI), X0
	MOVOU	16(SI), X1
	MOVOU	-32(SI)(BX*1), X2
	MOVOU	-16(SI)(BX*1), X3
	MOVOU	X0, (DI)
	MOVOU	X1, 16(DI)
	MOVOU	X2, -32(DI)(BX*1)
	MOVOU	X3, -16(DI)(BX*1)
	RET

over64:
	// Backwards when the destination begins inside the source.
	MOVQ	DI, AX
	SUBQ	SI, AX
	JEQ	done
	CMPQ	AX, BX
	JCS	backward
	CMPQ	BX, $2048
	JCC	strings

	// The last 32 bytes are kept aside: the loop may run over their source.
	MOVOU	-32(SI)(BX*1), X4
	MOVOU	-16(SI)(BX*1), X5
	LEAQ	(DI)(BX*1), R8
forward32:
	MOVOU	(SI), X0
	MOVOU	16(SI), X1
	MOVOU	X0, (DI)
	MOVOU	X1, 16(DI)
	ADDQ	$32, SI
	ADDQ	$32, DI
	SUBQ	$32, BX
	CMPQ	BX, $32
	JHI	forward32
	MOVOU	X4, -32(R8)
	MOVOU	X5, -16(R8)
	RET

strings:
	// REP MOVSQ has a start-up cost that pays from here on; the tail separately.
	MOVOU	-16(SI)(BX*1), X5
	LEAQ	(DI)(BX*1), R8
	MOVQ	BX, CX
	SHRQ	$3, CX
	CLD
	REP; MOVSQ
	MOVOU	X5, -16(R8)
	RET

backward:
	MOVOU	(SI), X4
	MOVOU	16(SI), X5
	MOVQ	DI, R8
backward32:
	MOVOU	-16(SI)(BX*1), X0
	MOVOU	-32(SI)(BX*1), X1
	MOVOU	X0, -16(DI)(BX*1)
	MOVOU	X1, -32(DI)(BX*1)
	SUBQ	$32, BX
	CMPQ	BX, $32
	JHI	backward32
	MOVOU	X4, (R8)
	MOVOU	X5, 16(R8)
	RET
