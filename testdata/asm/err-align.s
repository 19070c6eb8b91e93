// What PCALIGN takes.
TEXT ·f(SB), 4, $0
	PCALIGN $0x10000000000 // ERROR "must be a power of two and in the range"
	RET
