// PUSH, POP and the flags.
#include "textflag.h"

TEXT ·f(SB), NOSPLIT|NOFRAME, $0
	PUSHQ AX // 50
	PUSHQ R12 // 4154
	PUSHQ $5 // 6a05
	PUSHQ $-5 // 6afb
	PUSHQ $1000 // 68e8030000
	PUSHQ (BX) // ff33
	PUSHFQ // 9c
	POPFQ // 9d
	POPQ (R9) // 418f01
	POPQ R13 // 415d
	POPQ DX // 5a
	POPQ CX // 59
	POPQ BX // 5b
	POPQ AX // 58
	ENTER $1, $0x20 // c8200001
	PUSHW AX // 6650
	POPW AX // 6658
	LEAVEQ // c9
	RET // c3
