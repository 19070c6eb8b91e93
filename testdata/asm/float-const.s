// Floating constants live in memory, zero is made by XORPS.
#include "textflag.h"

TEXT ·f(SB), NOSPLIT|NOFRAME, $0
	MOVSD $1.5, X0 // f20f100500000000
	MOVSS $1.5, X1 // f30f100d00000000
	MOVSD $0.0, X2 // 0f57d2
	MOVSS $0.0, X9 // 450f57c9
	MULSD $2.5, X3 // f20f591d00000000
	ADDSS $-1.25, X4 // f30f582500000000
	MOVSD $(-3.0), X5 // f20f102d00000000
	UCOMISD $1e10, X6 // 660f2e3500000000
	RET // c3
