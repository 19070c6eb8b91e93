// Directives of the preprocessor.
#include "nothing.h" // ERROR "no such file"
#define A 1
#define A 2 // ERROR "redefinition of macro: A"
#undef B // ERROR "#undef for undefined macro: B"
#else // ERROR "unmatched #else"
#endif // ERROR "unmatched #endif"
#frob // ERROR "unknown directive: #frob"
#define F(x, y) x + y
#define LOOP LOOP LOOP
TEXT ·f(SB), 4, $0
	MOVQ $F(1), AX // ERROR "wrong arg count"
	MOVQ $F(1, 2, BX // ERROR "unterminated arg list"
	LOOP // ERROR "recursive macro invocation: LOOP"
	RET
