// All conditions, by all their names.
#include "textflag.h"

TEXT ·f(SB), NOSPLIT|NOFRAME, $0
start:
	JOS start // 70fe
	JOC start // 71fc
	JCS start // 72fa
	JCC start // 73f8
	JEQ start // 74f6
	JNE start // 75f4
	JLS start // 76f2
	JHI start // 77f0
	JMI start // 78ee
	JPL start // 79ec
	JPS start // 7aea
	JPC start // 7be8
	JLT start // 7ce6
	JGE start // 7de4
	JLE start // 7ee2
	JGT start // 7fe0
	JA start // 77de
	JAE start // 73dc
	JB start // 72da
	JBE start // 76d8
	JC start // 72d6
	JE start // 74d4
	JG start // 7fd2
	JHS start // 73d0
	JL start // 7cce
	JLO start // 72cc
	JNA start // 76ca
	JNAE start // 72c8
	JNB start // 73c6
	JNBE start // 77c4
	JNC start // 73c2
	JNG start // 7ec0
	JNGE start // 7cbe
	JNL start // 7dbc
	JNLE start // 7fba
	JNO start // 71b8
	JNP start // 7bb6
	JNS start // 79b4
	JNZ start // 75b2
	JO start // 70b0
	JP start // 7aae
	JPE start // 7aac
	JPO start // 7baa
	JS start // 78a8
	JZ start // 74a6
	RET // c3
