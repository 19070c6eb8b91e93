// Flags, identification, fences, time, system calls.
#include "textflag.h"

TEXT ·f(SB), NOSPLIT|NOFRAME, $0
	CLC // f8
	STC // f9
	CMC // f5
	CLI // fa
	STI // fb
	LAHF // 9f
	SAHF // 9e
	HLT // f4
	PAUSE // f390
	CPUID // 0fa2
	XGETBV // 0f01d0
	RDTSC // 0f31
	RDTSCP // 0f01f9
	SYSCALL // 0f05
	LFENCE // 0faee8
	MFENCE // 0faef0
	SFENCE // 0faef8
	UD2 // 0f0b
	SWAPGS // 0f01f8
	WBINVD // 0f09
	EMMS // 0f77
	RDPMC // 0f33
	CLTS // 0f06
	XEND // 0f01d5
	INT $3 // cd03
	INT $0x80 // cd80
	INVLPG (AX) // 0f0138
	PREFETCHT0 (BX) // 0f180b
	PREFETCHNTA 8(R9) // 410f184108
	PREFETCHT1 (SP) // 0f181424
	PREFETCHT2 (R12) // 410f181c24
	CLFLUSH (CX) // 0fae39
	LDMXCSR (SP) // 0fae1424
	STMXCSR 4(SP) // 0fae5c2404
	RDRANDL AX // 0fc7f0
	RDRANDQ R9 // 490fc7f1
	RDSEEDQ CX // 480fc7f9
	NOPL (AX) // 0f1f00
	NOPW 8(AX) // 660f1f4008
	CLFLUSHOPT (AX) // 660fae38
	RET // c3
