// DATA and GLOBL; references to data and to functions.
#include "textflag.h"

DATA table<>+0(SB)/8, $1
DATA table<>+8(SB)/4, $-1
DATA table<>+12(SB)/4, $"abcd"
DATA table<>+16(SB)/8, $1.5
DATA table<>+24(SB)/8, $·f(SB)
GLOBL table<>(SB), RODATA, $32
GLOBL ·zero(SB), NOPTR, $16
TEXT ·f(SB), NOSPLIT, $0 // 554889e5
	MOVQ table<>(SB), AX // 488b0500000000
	MOVQ table<>+8(SB), AX // 488b0500000000
	LEAQ table<>(SB), BX // 488d1d00000000
	MOVQ $table<>(SB), CX // 488d0d00000000
	MOVQ ·zero(SB), DX // 488b1500000000
	MOVQ AX, ·zero+8(SB) // 48890500000000
	CMPQ ·zero(SB), $5 // 48833d0000000005
	CALL ·f(SB) // e800000000
	JMP other∕pkg·f(SB) // e900000000
	RET // 5dc3
