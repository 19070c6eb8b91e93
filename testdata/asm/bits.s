// Bit scans, tests and counts.
#include "textflag.h"

TEXT ·f(SB), NOSPLIT|NOFRAME, $0
	BSFW AX, BX // 660fbcd8
	BSFW (R8), R9 // 66450fbc08
	BSFL AX, BX // 0fbcd8
	BSFL (R8), R9 // 450fbc08
	BSFQ AX, BX // 480fbcd8
	BSFQ (R8), R9 // 4d0fbc08
	BSRW AX, BX // 660fbdd8
	BSRW (R8), R9 // 66450fbd08
	BSRL AX, BX // 0fbdd8
	BSRL (R8), R9 // 450fbd08
	BSRQ AX, BX // 480fbdd8
	BSRQ (R8), R9 // 4d0fbd08
	POPCNTW AX, BX // 66f30fb8d8
	POPCNTW (R8), R9 // 66f3450fb808
	POPCNTL AX, BX // f30fb8d8
	POPCNTL (R8), R9 // f3450fb808
	POPCNTQ AX, BX // f3480fb8d8
	POPCNTQ (R8), R9 // f34d0fb808
	TZCNTW AX, BX // 66f30fbcd8
	TZCNTW (R8), R9 // 66f3450fbc08
	TZCNTL AX, BX // f30fbcd8
	TZCNTL (R8), R9 // f3450fbc08
	TZCNTQ AX, BX // f3480fbcd8
	TZCNTQ (R8), R9 // f34d0fbc08
	LZCNTW AX, BX // 66f30fbdd8
	LZCNTW (R8), R9 // 66f3450fbd08
	LZCNTL AX, BX // f30fbdd8
	LZCNTL (R8), R9 // f3450fbd08
	LZCNTQ AX, BX // f3480fbdd8
	LZCNTQ (R8), R9 // f34d0fbd08
	BTW $5, AX // 660fbae005
	BTW CX, (DX) // 660fa30a
	BTW R8, R9 // 66450fa3c1
	BTL $5, AX // 0fbae005
	BTL CX, (DX) // 0fa30a
	BTL R8, R9 // 450fa3c1
	BTQ $5, AX // 480fbae005
	BTQ CX, (DX) // 480fa30a
	BTQ R8, R9 // 4d0fa3c1
	BTSW $5, AX // 660fbae805
	BTSW CX, (DX) // 660fab0a
	BTSW R8, R9 // 66450fabc1
	BTSL $5, AX // 0fbae805
	BTSL CX, (DX) // 0fab0a
	BTSL R8, R9 // 450fabc1
	BTSQ $5, AX // 480fbae805
	BTSQ CX, (DX) // 480fab0a
	BTSQ R8, R9 // 4d0fabc1
	BTRW $5, AX // 660fbaf005
	BTRW CX, (DX) // 660fb30a
	BTRW R8, R9 // 66450fb3c1
	BTRL $5, AX // 0fbaf005
	BTRL CX, (DX) // 0fb30a
	BTRL R8, R9 // 450fb3c1
	BTRQ $5, AX // 480fbaf005
	BTRQ CX, (DX) // 480fb30a
	BTRQ R8, R9 // 4d0fb3c1
	BTCW $5, AX // 660fbaf805
	BTCW CX, (DX) // 660fbb0a
	BTCW R8, R9 // 66450fbbc1
	BTCL $5, AX // 0fbaf805
	BTCL CX, (DX) // 0fbb0a
	BTCL R8, R9 // 450fbbc1
	BTCQ $5, AX // 480fbaf805
	BTCQ CX, (DX) // 480fbb0a
	BTCQ R8, R9 // 4d0fbbc1
	BSWAPL AX // 0fc8
	BSWAPQ R12 // 490fcc
	BSWAPL R9 // 410fc9
	RET // c3
