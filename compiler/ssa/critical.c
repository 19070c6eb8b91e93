/* critical.c - splits critical edges: from a block with several successors to
 * a block with several predecessors.
 *
 * The register allocator puts the moves that a phi needs at the end of the
 * predecessor; on a critical edge they would run on the way to the other
 * successors too.  Needs to run before layout, which places the new blocks. */
#include "compiler/ssa/ssa.h"

void critical(Func *f)
{
    int n = f->nblocks; /* new blocks are not critical */
    for (int i = 0; i < n; i++) {
        Block *b = f->blocks[i];
        if (b->nsuccs <= 1)
            continue;
        for (int k = 0; k < b->nsuccs; k++)
            if (b->succs[k].block->npreds > 1)
                split_edge(b, k);
    }
}
