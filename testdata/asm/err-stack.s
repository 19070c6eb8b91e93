// PUSH and POP must be in balance at RET; frames are multiples of 8.
#include "textflag.h"

TEXT ·f(SB), NOSPLIT, $0
	PUSHQ AX
	RET // ERROR "unbalanced PUSH/POP"

TEXT ·g(SB), NOSPLIT, $12 // ERROR "unaligned stack size"
	RET

TEXT ·i(SB), NOSPLIT, $0x7ffffff8 // ERROR "frame size too large"
	RET

TEXT ·h(SB), NOSPLIT, $8000000000 // ERROR "frame size too large"
	RET
