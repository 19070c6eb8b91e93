#include "link.h"
void dwarf(LinkCtx *c) { (void)c; }
