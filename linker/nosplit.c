#include "link.h"
void nosplit(LinkCtx *c) { (void)c; }
