// TEXT, DATA, GLOBL.
#include "textflag.h"

	MOVQ AX, BX // ERROR "outside of TEXT"
TEXT ·a(SB), NOSPLIT, $0
	RET
TEXT ·a(SB), NOSPLIT, $0 // ERROR "redeclared"
TEXT ·b, NOSPLIT, $0 // ERROR "must be a symbol.SB."
TEXT ·c(SB), NOSPLIT, 8 // ERROR "frame size must be an immediate constant"
DATA ·d+0(SB)/3, $1 // ERROR "bad int size for DATA argument: 3"
DATA ·d+0(SB)/8, AX // ERROR "DATA value must be an immediate constant or address"
GLOBL ·d(SB), RODATA // ERROR "expected ','"
GLOBL ·e(SB), RODATA, 8 // ERROR "GLOBL size must be an immediate constant"
GLOBL ·t(SB), TLSBSS, $8 // ERROR "not supported"
