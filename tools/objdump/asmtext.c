#include "objdump.h"
void print_asm_function(Dump *d, Code *c, const Symbol *s){(void)d;(void)c;(void)s;}
