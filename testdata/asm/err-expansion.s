// Macros that double what they are given.
#define B(x) x x x x x x x x
#define C(x) B(B(B(x)))
#define D(x) C(C(C(x)))
TEXT ·f(SB), 4, $0
	D(NOP) // ERROR "macro expansion too large"
	RET
