/* layout.c - chooses the order in which blocks are emitted.
 *
 * The order is a reverse postorder, so a join comes after all its branches
 * and a loop's blocks stand together.  It depends on which successor the
 * depth-first search takes first: that one finishes first and ends up furthest
 * away.  So the search takes the less welcome successor first - the way out
 * of a loop, the unlikely one - and the other falls through.  Blocks from
 * which the function can only panic are moved behind all others.
 *
 * Runs after critical, whose blocks must be placed too.  Sets f->laid_out:
 * from here on the order of f->blocks has a meaning. */
#include "compiler/ssa/ssa.h"

#include <stdlib.h>

typedef struct Search {
    Block *b;
    int visited;     /* successors done */
    int first;       /* successor taken first; the others follow in reverse order */
} Search;

static int loop_depth(const LoopNest *n, const Block *b)
{
    const Loop *l = n->loop_of[b->id];
    return l ? l->depth : 0;
}

/* By block id: every path from here ends in an Exit block. */
static bool *cold_blocks(Func *f, const LoopNest *n)
{
    bool *cold = xcalloc((size_t)f->next_block_id, sizeof *cold);
    for (int i = n->dom->nrpo - 1; i >= 0; i--) {
        Block *b = n->dom->rpo[i];
        bool all = b->nsuccs > 0;
        for (int k = 0; k < b->nsuccs; k++)
            all &= cold[b->succs[k].block->id];
        cold[b->id] = all || b->kind == BlockExit;
    }
    return cold;
}

/* Which of two successors should be far away. */
static int far_successor(const LoopNest *n, const bool *cold, const Block *b)
{
    if (b->nsuccs != 2)
        return b->nsuccs - 1;
    const Block *s0 = b->succs[0].block, *s1 = b->succs[1].block;
    if (cold[s0->id] != cold[s1->id])
        return cold[s0->id] ? 0 : 1;
    int d0 = loop_depth(n, s0), d1 = loop_depth(n, s1), d = loop_depth(n, b);
    if ((d0 < d) != (d1 < d))
        return d0 < d ? 0 : 1;
    return b->hint == HintLikely ? 1 : b->hint == HintUnlikely ? 0 : 1;
}

static int search_order(Func *f, const LoopNest *n, const bool *cold, Block **post)
{
    Search *stack = xcalloc((size_t)f->nblocks + 1, sizeof *stack);
    bool *seen = xcalloc((size_t)f->next_block_id, sizeof *seen);
    int depth = 0, count = 0;
    stack[depth++] = (Search){f->entry, 0, far_successor(n, cold, f->entry)};
    seen[f->entry->id] = true;
    while (depth > 0) {
        Search *top = &stack[depth - 1];
        if (top->visited == top->b->nsuccs) {
            post[count++] = top->b;
            depth--;
            continue;
        }
        int i = (top->first - top->visited++ + top->b->nsuccs) % top->b->nsuccs;
        Block *s = top->b->succs[i].block;
        if (!seen[s->id]) {
            seen[s->id] = true;
            stack[depth++] = (Search){s, 0, far_successor(n, cold, s)};
        }
    }
    free(stack);
    free(seen);
    return count;
}

void layout(Func *f)
{
    deadcode(f); /* every block is reachable then, so the search places all of them */
    LoopNest *loops = loop_nest(f);
    bool *cold = cold_blocks(f, loops);
    Block **post = xcalloc((size_t)f->nblocks + 1, sizeof *post);
    int count = search_order(f, loops, cold, post), n = 0;
    for (int want_cold = 0; want_cold <= 1; want_cold++)
        for (int i = count - 1; i >= 0; i--)
            if ((cold[post[i]->id] && post[i] != f->entry) == want_cold)
                f->blocks[n++] = post[i];
    f->laid_out = true;
    free(post);
    free(cold);
}
