// Labels.
#include "textflag.h"

TEXT ·f(SB), NOSPLIT, $0
	JMP nowhere // ERROR "undefined label nowhere"
again:
	NOP
again: // ERROR `label "again" already defined`
	JMP 100(PC) // ERROR "outside of the function"
	RET

TEXT ·g(SB), NOSPLIT, $0
	JMP again // ERROR "undefined label again"
	RET
