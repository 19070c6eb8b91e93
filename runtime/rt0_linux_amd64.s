// The first instructions of a program. The kernel jumps here with argc at 0(SP)
// and argv above it; no C library has run and none will (System V psABI, amd64,
// section 3.4.1).

#include "textflag.h"

TEXT _rt0_amd64_linux(SB), NOSPLIT|NOFRAME, $0
	JMP	_rt0_amd64(SB)
