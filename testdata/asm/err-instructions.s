// Instructions and operands that do not exist.
#include "textflag.h"

TEXT ·f(SB), NOSPLIT, $0
	FOOQ AX, BX // ERROR `unrecognized instruction "FOOQ"`
	ADDQ AX // ERROR "invalid instruction"
	ADDQ $0x123456789, AX // ERROR "invalid instruction"
	MOVQ (AX), (BX) // ERROR "invalid instruction"
	MOVQ AL, BX // ERROR "invalid instruction"
	ADDSD AX, X0 // ERROR "invalid instruction"
	LEAQ AX, BX // ERROR "invalid instruction"
	SETEQ $1 // ERROR "invalid instruction"
	VPADDB X1, Y2, X3 // ERROR "invalid instruction"
	RET
