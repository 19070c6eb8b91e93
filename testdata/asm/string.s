// String instructions and their prefixes.
#include "textflag.h"

TEXT ·f(SB), NOSPLIT|NOFRAME, $0
	MOVSB // a4
	MOVSW // 66a5
	MOVSL // a5
	MOVSQ // 48a5
	CMPSB // a6
	CMPSW // 66a7
	CMPSL // a7
	CMPSQ // 48a7
	STOSB // aa
	STOSW // 66ab
	STOSL // ab
	STOSQ // 48ab
	LODSB // ac
	LODSW // 66ad
	LODSL // ad
	LODSQ // 48ad
	SCASB // ae
	SCASW // 66af
	SCASL // af
	SCASQ // 48af
	REP; MOVSQ // f348a5
	REP; STOSB // f3aa
	REPN; SCASB // f2ae
	CLD // fc
	STD // fd
	RET // c3
