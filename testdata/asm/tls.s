// g is at -8(FS).
#include "textflag.h"

TEXT ·f(SB), NOSPLIT|NOFRAME, $0
	MOVQ (TLS), CX // 64488b0c25f8ffffff
	MOVQ (TLS), R14 // 644c8b3425f8ffffff
	MOVQ AX, (TLS) // 6448890425f8ffffff
	MOVQ TLS, BX
	MOVQ 0(BX)(TLS*1), DX // 64488b1425f8ffffff
	MOVQ DX, 0(BX)(TLS*1) // 6448891425f8ffffff
	RET // c3
