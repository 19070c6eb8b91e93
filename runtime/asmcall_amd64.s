// reflectcall: a call whose arguments and frame size are known at run time only.
//
// A frame's size is fixed when its code is written, so there is a function for each power of two; they
// differ in nothing else. reflectcall jumps to the first that is large enough.

#include "go_asm.h"
#include "funcdata.h"
#include "textflag.h"

#define UPTO(SIZE, CODE) \
	CMPQ	CX, $SIZE \
	JHI	3(PC) \
	MOVQ	$CODE(SB), AX \
	JMP	AX

// func reflectcall(stackArgsType *_type, fn, stackArgs unsafe.Pointer, stackArgsSize, stackRetOffset, frameSize uint32, regArgs *abi.RegArgs)
TEXT ·reflectcall(SB), NOSPLIT|NOFRAME, $0-48
	MOVLQZX	frameSize+32(FP), CX
	UPTO(16, ·call16)
	UPTO(32, ·call32)
	UPTO(64, ·call64)
	UPTO(128, ·call128)
	UPTO(256, ·call256)
	UPTO(512, ·call512)
	UPTO(1024, ·call1024)
	UPTO(2048, ·call2048)
	UPTO(4096, ·call4096)
	UPTO(8192, ·call8192)
	UPTO(16384, ·call16384)
	UPTO(32768, ·call32768)
	UPTO(65536, ·call65536)
	UPTO(131072, ·call131072)
	UPTO(262144, ·call262144)
	UPTO(524288, ·call524288)
	UPTO(1048576, ·call1048576)
	UPTO(2097152, ·call2097152)
	UPTO(4194304, ·call4194304)
	UPTO(8388608, ·call8388608)
	UPTO(16777216, ·call16777216)
	UPTO(33554432, ·call33554432)
	UPTO(67108864, ·call67108864)
	UPTO(134217728, ·call134217728)
	UPTO(268435456, ·call268435456)
	UPTO(536870912, ·call536870912)
	UPTO(1073741824, ·call1073741824)
	MOVQ	$·badreflectcall(SB), AX
	JMP	AX

#define FRAME(SIZE, NAME) \
TEXT NAME(SB), WRAPPER, $SIZE-48 \
	NO_LOCAL_POINTERS \
	MOVQ	args+16(FP), SI \
	MOVLQZX	argSize+24(FP), CX \
	MOVQ	SP, DI \
	REP; MOVSB \
	MOVQ	regs+40(FP), R12 \
	CALL	·unspillArgs(SB) \
	MOVQ	fn+8(FP), DX \
	PCDATA	$PCDATA_StackMapIndex, $0 \
	MOVQ	(DX), R12 \
	CALL	R12 \
	MOVQ	regs+40(FP), R12 \
	CALL	·spillArgs(SB) \
	MOVLQZX	argSize+24(FP), CX \
	MOVLQZX	retOff+28(FP), BX \
	MOVQ	args+16(FP), DI \
	MOVQ	typ+0(FP), DX \
	MOVQ	SP, SI \
	ADDQ	BX, DI \
	ADDQ	BX, SI \
	SUBQ	BX, CX \
	CALL	callRet<>(SB) \
	RET

// callRet copies CX bytes of results from SI to DI. DX is the type, R12 the registers.
TEXT callRet<>(SB), NOSPLIT, $40-0
	NO_LOCAL_POINTERS
	MOVQ	DX, 0(SP)
	MOVQ	DI, 8(SP)
	MOVQ	SI, 16(SP)
	MOVQ	CX, 24(SP)
	MOVQ	R12, 32(SP)
	CALL	·reflectcallmove(SB)
	RET

// unspillArgs fills the argument registers from the RegArgs at R12.
TEXT ·unspillArgs(SB), NOSPLIT|NOFRAME, $0-0
	MOVSD	184(R12), X14
	MOVSD	176(R12), X13
	MOVSD	168(R12), X12
	MOVSD	160(R12), X11
	MOVSD	152(R12), X10
	MOVSD	144(R12), X9
	MOVSD	136(R12), X8
	MOVSD	128(R12), X7
	MOVSD	120(R12), X6
	MOVSD	112(R12), X5
	MOVSD	104(R12), X4
	MOVSD	96(R12), X3
	MOVSD	88(R12), X2
	MOVSD	80(R12), X1
	MOVSD	72(R12), X0
	MOVQ	64(R12), R11
	MOVQ	56(R12), R10
	MOVQ	48(R12), R9
	MOVQ	40(R12), R8
	MOVQ	32(R12), SI
	MOVQ	24(R12), DI
	MOVQ	16(R12), CX
	MOVQ	8(R12), BX
	MOVQ	0(R12), AX
	RET

// spillArgs is the reverse; reflect calls both.
TEXT ·spillArgs(SB), NOSPLIT|NOFRAME, $0-0
	MOVSD	X14, 184(R12)
	MOVSD	X13, 176(R12)
	MOVSD	X12, 168(R12)
	MOVSD	X11, 160(R12)
	MOVSD	X10, 152(R12)
	MOVSD	X9, 144(R12)
	MOVSD	X8, 136(R12)
	MOVSD	X7, 128(R12)
	MOVSD	X6, 120(R12)
	MOVSD	X5, 112(R12)
	MOVSD	X4, 104(R12)
	MOVSD	X3, 96(R12)
	MOVSD	X2, 88(R12)
	MOVSD	X1, 80(R12)
	MOVSD	X0, 72(R12)
	MOVQ	R11, 64(R12)
	MOVQ	R10, 56(R12)
	MOVQ	R9, 48(R12)
	MOVQ	R8, 40(R12)
	MOVQ	SI, 32(R12)
	MOVQ	DI, 24(R12)
	MOVQ	CX, 16(R12)
	MOVQ	BX, 8(R12)
	MOVQ	AX, 0(R12)
	RET

FRAME(16, ·call16)
FRAME(32, ·call32)
FRAME(64, ·call64)
FRAME(128, ·call128)
FRAME(256, ·call256)
FRAME(512, ·call512)
FRAME(1024, ·call1024)
FRAME(2048, ·call2048)
FRAME(4096, ·call4096)
FRAME(8192, ·call8192)
FRAME(16384, ·call16384)
FRAME(32768, ·call32768)
FRAME(65536, ·call65536)
FRAME(131072, ·call131072)
FRAME(262144, ·call262144)
FRAME(524288, ·call524288)
FRAME(1048576, ·call1048576)
FRAME(2097152, ·call2097152)
FRAME(4194304, ·call4194304)
FRAME(8388608, ·call8388608)
FRAME(16777216, ·call16777216)
FRAME(33554432, ·call33554432)
FRAME(67108864, ·call67108864)
FRAME(134217728, ·call134217728)
FRAME(268435456, ·call268435456)
FRAME(536870912, ·call536870912)
FRAME(1073741824, ·call1073741824)
