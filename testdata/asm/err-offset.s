// Displacements are 32 bits.
TEXT ·f(SB), 4, $0
	MOVQ 0x80000000(AX), BX // ERROR "offset too large"
	MOVQ ·x+0x100000000(SB), BX // ERROR "offset too large"
	MOVQ x+0x80000000(FP), BX // ERROR "offset too large"
	RET
