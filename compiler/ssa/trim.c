/* trim.c - removes blocks that became empty.
 *
 * Splitting critical edges makes blocks for moves; where register allocation
 * needed none, the block is only a jump.  Its predecessors go on to its
 * successor directly.  Runs last: phi args have the phi's register by now, so
 * an edge may be doubled without moves. */
#include "compiler/ssa/ssa.h"

static bool is_empty(const Func *f, const Block *b)
{
    if (b == f->entry || b->kind != BlockPlain || b->succs[0].block == b)
        return false;
    return b->nvalues == 0;
}

void trim(Func *f)
{
    int n = 0;
    for (int i = 0; i < f->nblocks; i++) {
        Block *b = f->blocks[i];
        if (is_empty(f, b))
            bypass_block(b);
        else
            f->blocks[n++] = b;
    }
    f->nblocks = n;
}
