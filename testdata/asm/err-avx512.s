// Masks and suffixes where they do not belong.
#include "textflag.h"

TEXT ·f(SB), NOSPLIT, $0
	VADDPD X0, X1, K0, X2 // ERROR "invalid instruction"
	VADDPD.FOO Z0, Z1, Z2 // ERROR "unknown suffix FOO"
	VADDPD.BCST Z0, Z1, Z2 // ERROR "illegal broadcast without memory argument"
	VADDPD.SAE Z0, Z1, Z2 // ERROR "unsupported SAE"
	VADDPD.RZ_SAE Y0, Y1, Y2 // ERROR "unsupported rounding"
	VMOVDQA32.Z Z0, Z1 // ERROR "mask register must be specified for .Z instructions"
	VPGATHERDD Y2, (AX)(Y2*4), Y3 // ERROR "mask, index, and destination registers should be distinct"
	ADDQ.Z AX, BX // ERROR "invalid instruction"
	VPGATHERDD (AX)(BX*4), K1, Z2 // ERROR "invalid instruction"
	VMOVDQU X16, X1 // ERROR "invalid instruction"
	RET
