#include "objdump.h"
void print_gnu(const Dump *d, const Insn *in, uint64_t pc, Buf *out){(void)d;(void)in;(void)pc;(void)out;}
