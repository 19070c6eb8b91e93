// DATA that overlaps or overflows.
#include "textflag.h"

DATA ·x+0(SB)/8, $1
DATA ·x+4(SB)/8, $1 // ERROR "overlapping DATA"
DATA ·x-8(SB)/8, $1 // ERROR "too large"
DATA ·x+0x7fffffffffff(SB)/8, $1 // ERROR "too large"
GLOBL ·x(SB), NOPTR, $4 // ERROR "goes beyond the size"
GLOBL ·y(SB), NOPTR, $0x40000001 // ERROR "size too large"
DATA ·z+0(SB)/1000000000, $"a" // ERROR "too large"
