// The preprocessor: conditions, arguments, several instructions.
#include "textflag.h"

#define ONE 1
#define TWO (ONE+ONE)
#define LOAD(from, to) MOVQ from, to
#define PAIR(a, b) \
	ADDQ $a, AX; \
	ADDQ $b, BX
#define NOTHING
#define EMPTY() NOP
#ifdef GOARCH_none
#define WIDTH 4
#else
#define WIDTH 8
#endif
TEXT ·f(SB), NOSPLIT, $0
	NOTHING
	EMPTY()
	MOVQ $TWO, AX // 48c7c002000000
	LOAD(WIDTH(AX), BX) // 488b5808
	LOAD((AX)(BX*WIDTH), CX) // 488b0cd8
	PAIR(3, 4) // 4883c0034883c304
	MOVQ $(1<<3|2), AX // 48c7c00a000000
#ifndef ONE
	this line is not read
#endif
#undef ONE
#ifdef ONE
	nor this
#endif
	MOVQ $'a', AX /* a comment // 48c7c061000000
	over lines */
	MOVQ $~1, BX // and another // 48c7c3feffffff
	RET // c3
