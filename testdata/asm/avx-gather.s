// Gathers: vector index registers.
#include "textflag.h"

TEXT ·f(SB), NOSPLIT|NOFRAME, $0
	VPGATHERDD X1, (AX)(X2*4), X3 // c4e271901c90
	VPGATHERDD Y1, (R9)(Y10*4), Y3 // c48275901c91
	VPGATHERDQ Y1, (AX)(X2*8), Y3 // c4e2f5901cd0
	VPGATHERQQ X1, 8(AX)(X2*8), X3 // c4e2f1915cd008
	VGATHERDPS Y9, (AX)(Y2*4), Y3 // c4e235921c90
	VGATHERQPD Y1, (AX)(Y2*8), Y3 // c4e2f5931cd0
	RET // c3
