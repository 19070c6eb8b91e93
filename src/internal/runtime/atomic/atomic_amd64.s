// The read-modify-write operations of package atomic. All are leaves without a
// frame, hence NOSPLIT. An instruction with LOCK is a full barrier, and so is XCHG
// with memory, which locks by itself (Intel SDM volume 3, section 8.1).

#include "textflag.h"

// func Store(p *uint32, v uint32)
TEXT ·Store(SB), NOSPLIT, $0-12
	MOVQ	p+0(FP), BX
	MOVL	v+8(FP), AX
	XCHGL	AX, 0(BX)
	RET

// func Store8(p *uint8, v uint8)
TEXT ·Store8(SB), NOSPLIT, $0-9
	MOVQ	p+0(FP), BX
	MOVB	v+8(FP), AX
	XCHGB	AX, 0(BX)
	RET

// func Store64(p *uint64, v uint64)
TEXT ·Store64(SB), NOSPLIT, $0-16
	MOVQ	p+0(FP), BX
	MOVQ	v+8(FP), AX
	XCHGQ	AX, 0(BX)
	RET

// func Storeuintptr(p *uintptr, v uintptr)
TEXT ·Storeuintptr(SB), NOSPLIT, $0-16
	JMP	·Store64(SB)

// func StorepNoWB(p unsafe.Pointer, v unsafe.Pointer)
TEXT ·StorepNoWB(SB), NOSPLIT, $0-16
	JMP	·Store64(SB)

// func Xadd(p *uint32, delta int32) uint32
TEXT ·Xadd(SB), NOSPLIT, $0-20
	MOVL	delta+8(FP), CX
	MOVQ	p+0(FP), BX
	MOVL	CX, AX
	LOCK
	XADDL	AX, 0(BX) // leaves the old value in AX
	ADDL	AX, CX
	MOVL	CX, ret+16(FP)
	RET

// func Xadd64(p *uint64, delta int64) uint64
TEXT ·Xadd64(SB), NOSPLIT, $0-24
	MOVQ	delta+8(FP), CX
	MOVQ	p+0(FP), BX
	MOVQ	CX, AX
	LOCK
	XADDQ	AX, 0(BX)
	ADDQ	AX, CX
	MOVQ	CX, ret+16(FP)
	RET

// func Xchg(p *uint32, v uint32) uint32
TEXT ·Xchg(SB), NOSPLIT, $0-20
	MOVQ	p+0(FP), BX
	MOVL	v+8(FP), AX
	XCHGL	AX, 0(BX)
	MOVL	AX, ret+16(FP)
	RET

// func Xchg64(p *uint64, v uint64) uint64
TEXT ·Xchg64(SB), NOSPLIT, $0-24
	MOVQ	p+0(FP), BX
	MOVQ	v+8(FP), AX
	XCHGQ	AX, 0(BX)
	MOVQ	AX, ret+16(FP)
	RET

// func Cas(p *uint32, old, new uint32) bool
TEXT ·Cas(SB), NOSPLIT, $0-17
	MOVL	new+12(FP), CX
	MOVL	old+8(FP), AX // CMPXCHG compares with AX
	MOVQ	p+0(FP), BX
	LOCK
	CMPXCHGL	CX, 0(BX)
	SETEQ	ret+16(FP)
	RET

// func Cas64(p *uint64, old, new uint64) bool
TEXT ·Cas64(SB), NOSPLIT, $0-25
	MOVQ	new+16(FP), CX
	MOVQ	old+8(FP), AX
	MOVQ	p+0(FP), BX
	LOCK
	CMPXCHGQ	CX, 0(BX)
	SETEQ	ret+24(FP)
	RET

// func Casuintptr(p *uintptr, old, new uintptr) bool
TEXT ·Casuintptr(SB), NOSPLIT, $0-25
	JMP	·Cas64(SB)

// func Casp1(p *unsafe.Pointer, old, new unsafe.Pointer) bool
TEXT ·Casp1(SB), NOSPLIT, $0-25
	JMP	·Cas64(SB)

// func Or8(p *uint8, v uint8)
TEXT ·Or8(SB), NOSPLIT, $0-9
	MOVQ	p+0(FP), BX
	MOVB	v+8(FP), AX
	LOCK
	ORB	AX, 0(BX)
	RET

// func And8(p *uint8, v uint8)
TEXT ·And8(SB), NOSPLIT, $0-9
	MOVQ	p+0(FP), BX
	MOVB	v+8(FP), AX
	LOCK
	ANDB	AX, 0(BX)
	RET

// func Xchg8(p *uint8, v uint8) uint8
TEXT ·Xchg8(SB), NOSPLIT, $0-17
	MOVQ	p+0(FP), BX
	MOVB	v+8(FP), AX
	XCHGB	AX, 0(BX)
	MOVB	AX, ret+16(FP)
	RET
