#include "textflag.h"

// func fmaInstruction(x, y, z float64) float64
TEXT ·fmaInstruction(SB), NOSPLIT, $0-32
	MOVSD	x+0(FP), X0
	MOVSD	y+8(FP), X1
	MOVSD	z+16(FP), X2
	VFMADD231SD	X1, X0, X2
	MOVSD	X2, ret+24(FP)
	RET
