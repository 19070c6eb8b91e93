/* looprotate.c - puts the header of a loop behind its last block.
 *
 *     header: test          becomes      (jump to header)
 *             jump out                   body: ...
 *     body:   ...                        header: test
 *             jump header                        jump body if it goes on
 *
 * One jump a turn instead of two, for one jump at the entry.  Only where the
 * header's other way leads to the block behind the loop, so that it falls
 * through.  Only the order of blocks changes.
 *
 * Runs after regalloc, which likes to see the header before the body. */
#include "compiler/ssa/ssa.h"

#include <stdlib.h>

/* The block that jumps back to the header and stands last, or NULL. */
static Block *last_latch(const LoopNest *n, const Block *h, const int *place)
{
    Block *best = NULL;
    for (int i = 0; i < h->npreds; i++) {
        Block *p = h->preds[i].block;
        if (p == h || !dom_is_ancestor_eq(n->dom, h, p) || place[p->id] < place[h->id] || p->kind != BlockPlain)
            continue;
        if (!best || place[p->id] > place[best->id])
            best = p;
    }
    return best;
}

static bool leads_to(const Block *b, const Block *to)
{
    for (int i = 0; i < b->nsuccs; i++)
        if (b->succs[i].block == to)
            return true;
    return false;
}

/* Moves the block at `from` behind the one at `to`. */
static void move_behind(Func *f, int from, int to, int *place)
{
    Block *h = f->blocks[from];
    for (int i = from; i < to; i++) {
        f->blocks[i] = f->blocks[i + 1];
        place[f->blocks[i]->id] = i;
    }
    f->blocks[to] = h;
    place[h->id] = to;
}

void looprotate(Func *f)
{
    LoopNest *n = loop_nest(f);
    if (!n->nloops)
        return;
    int *place = arena_alloc(&f->scratch, (size_t)f->next_block_id * sizeof *place);
    for (int i = 0; i < f->nblocks; i++)
        place[f->blocks[i]->id] = i;
    for (int i = 0; i < n->nloops; i++) { /* inner loops first */
        Block *h = n->loops[i]->header, *latch = last_latch(n, h, place);
        if (!latch || h == f->entry || h->nsuccs != 2)
            continue;
        int end = place[latch->id];
        if (end + 1 < f->nblocks && leads_to(h, f->blocks[end + 1]) && leads_to(h, f->blocks[place[h->id] + 1]))
            move_behind(f, place[h->id], end, place);
    }
}
