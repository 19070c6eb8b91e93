// Shifts and rotates by one, by a constant, by CX; double shifts.
#include "textflag.h"

TEXT ·f(SB), NOSPLIT|NOFRAME, $0
	ROLB $1, AX // d0c0
	ROLB $7, R9 // 41c0c107
	ROLB CX, BX // d2c3
	ROLB $3, (DI) // c00703
	ROLW $1, AX // 66d1c0
	ROLW $7, R9 // 6641c1c107
	ROLW CX, BX // 66d3c3
	ROLW $3, (DI) // 66c10703
	ROLL $1, AX // d1c0
	ROLL $7, R9 // 41c1c107
	ROLL CX, BX // d3c3
	ROLL $3, (DI) // c10703
	ROLQ $1, AX // 48d1c0
	ROLQ $7, R9 // 49c1c107
	ROLQ CX, BX // 48d3c3
	ROLQ $3, (DI) // 48c10703
	RORB $1, AX // d0c8
	RORB $7, R9 // 41c0c907
	RORB CX, BX // d2cb
	RORB $3, (DI) // c00f03
	RORW $1, AX // 66d1c8
	RORW $7, R9 // 6641c1c907
	RORW CX, BX // 66d3cb
	RORW $3, (DI) // 66c10f03
	RORL $1, AX // d1c8
	RORL $7, R9 // 41c1c907
	RORL CX, BX // d3cb
	RORL $3, (DI) // c10f03
	RORQ $1, AX // 48d1c8
	RORQ $7, R9 // 49c1c907
	RORQ CX, BX // 48d3cb
	RORQ $3, (DI) // 48c10f03
	RCLB $1, AX // d0d0
	RCLB $7, R9 // 41c0d107
	RCLB CX, BX // d2d3
	RCLB $3, (DI) // c01703
	RCLW $1, AX // 66d1d0
	RCLW $7, R9 // 6641c1d107
	RCLW CX, BX // 66d3d3
	RCLW $3, (DI) // 66c11703
	RCLL $1, AX // d1d0
	RCLL $7, R9 // 41c1d107
	RCLL CX, BX // d3d3
	RCLL $3, (DI) // c11703
	RCLQ $1, AX // 48d1d0
	RCLQ $7, R9 // 49c1d107
	RCLQ CX, BX // 48d3d3
	RCLQ $3, (DI) // 48c11703
	RCRB $1, AX // d0d8
	RCRB $7, R9 // 41c0d907
	RCRB CX, BX // d2db
	RCRB $3, (DI) // c01f03
	RCRW $1, AX // 66d1d8
	RCRW $7, R9 // 6641c1d907
	RCRW CX, BX // 66d3db
	RCRW $3, (DI) // 66c11f03
	RCRL $1, AX // d1d8
	RCRL $7, R9 // 41c1d907
	RCRL CX, BX // d3db
	RCRL $3, (DI) // c11f03
	RCRQ $1, AX // 48d1d8
	RCRQ $7, R9 // 49c1d907
	RCRQ CX, BX // 48d3db
	RCRQ $3, (DI) // 48c11f03
	SHLB $1, AX // d0e0
	SHLB $7, R9 // 41c0e107
	SHLB CX, BX // d2e3
	SHLB $3, (DI) // c02703
	SHLW $1, AX // 66d1e0
	SHLW $7, R9 // 6641c1e107
	SHLW CX, BX // 66d3e3
	SHLW $3, (DI) // 66c12703
	SHLL $1, AX // d1e0
	SHLL $7, R9 // 41c1e107
	SHLL CX, BX // d3e3
	SHLL $3, (DI) // c12703
	SHLQ $1, AX // 48d1e0
	SHLQ $7, R9 // 49c1e107
	SHLQ CX, BX // 48d3e3
	SHLQ $3, (DI) // 48c12703
	SHRB $1, AX // d0e8
	SHRB $7, R9 // 41c0e907
	SHRB CX, BX // d2eb
	SHRB $3, (DI) // c02f03
	SHRW $1, AX // 66d1e8
	SHRW $7, R9 // 6641c1e907
	SHRW CX, BX // 66d3eb
	SHRW $3, (DI) // 66c12f03
	SHRL $1, AX // d1e8
	SHRL $7, R9 // 41c1e907
	SHRL CX, BX // d3eb
	SHRL $3, (DI) // c12f03
	SHRQ $1, AX // 48d1e8
	SHRQ $7, R9 // 49c1e907
	SHRQ CX, BX // 48d3eb
	SHRQ $3, (DI) // 48c12f03
	SARB $1, AX // d0f8
	SARB $7, R9 // 41c0f907
	SARB CX, BX // d2fb
	SARB $3, (DI) // c03f03
	SARW $1, AX // 66d1f8
	SARW $7, R9 // 6641c1f907
	SARW CX, BX // 66d3fb
	SARW $3, (DI) // 66c13f03
	SARL $1, AX // d1f8
	SARL $7, R9 // 41c1f907
	SARL CX, BX // d3fb
	SARL $3, (DI) // c13f03
	SARQ $1, AX // 48d1f8
	SARQ $7, R9 // 49c1f907
	SARQ CX, BX // 48d3fb
	SARQ $3, (DI) // 48c13f03
	SHLW $4, AX, BX // 660fa4c304
	SHLW CX, R8, (R9) // 66450fa501
	SHLL $4, AX, BX // 0fa4c304
	SHLL CX, R8, (R9) // 450fa501
	SHLQ $4, AX, BX // 480fa4c304
	SHLQ CX, R8, (R9) // 4d0fa501
	SHRW $4, AX, BX // 660facc304
	SHRW CX, R8, (R9) // 66450fad01
	SHRL $4, AX, BX // 0facc304
	SHRL CX, R8, (R9) // 450fad01
	SHRQ $4, AX, BX // 480facc304
	SHRQ CX, R8, (R9) // 4d0fad01
	RET // c3
