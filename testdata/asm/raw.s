// Raw data among instructions.
#include "textflag.h"

TEXT ·f(SB), NOSPLIT|NOFRAME, $0
	BYTE $0x90 // 90
	BYTE $0x0f; BYTE $0x0b // 0f0b
	WORD $0x1234 // 3412
	LONG $0x12345678 // 78563412
	QUAD $0x123456789abcdef0 // f0debc9a78563412
	UNDEF // 0f0b
	RET // c3
