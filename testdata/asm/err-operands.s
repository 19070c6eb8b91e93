// Operands that cannot be read.
#include "textflag.h"

TEXT ·f(SB), NOSPLIT, $0
	MOVQ x+0(AX), BX // ERROR "expected pseudo-register; found AX"
	MOVQ (AX)(BX*3), CX // ERROR "bad scale: 3"
	MOVQ (FOO), CX // ERROR "expected register; found FOO"
	MOVQ 8(FP), CX // ERROR "illegal use of pseudo-register FP"
	MOVQ $, CX // ERROR "evaluating expression"
	MOVQ $(1/0), CX // ERROR "division by zero"
	MOVQ $(1, CX // ERROR "expected"
	MOVQ AX BX // ERROR "expected ','"
	MOVQ label, AX // ERROR "illegal or missing addressing mode for symbol label"
	MOVQ 8000000000(AX), BX // ERROR "offset too large"
	RET
