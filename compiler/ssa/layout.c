/* layout.c - chooses the order in which blocks are emitted.
 *
 * The order is a reverse postorder, so a join comes after all its branches
 * and a loop's blocks stand together.  It depends on which successor the
 * depth-first search takes first: that one finishes first and ends up furthest
 * away.  So the search takes the less welcome successor first - the way out
 * of a loop, the unlikely one - and the other falls through.  Blocks from
 * which the function can only panic are moved behind all others, and before
 * them those behind unlikely branches.
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
    bool *cold = arena_alloc(&f->scratch, (size_t)f->next_block_id * sizeof *cold);
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
    Search *stack = arena_alloc(&f->scratch, (size_t)(f->nblocks + 1) * sizeof *stack);
    bool *seen = arena_alloc(&f->scratch, (size_t)f->next_block_id * sizeof *seen);
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
    return count;
}

/* By block id: how many unlikely branches lead there at least; a way out of a
 * loop does not count.  Blocks that only panic are the most unlikely. */
static int *find_levels(Func *f, const LoopNest *n, const bool *cold)
{
    int *level = arena_alloc(&f->scratch, (size_t)f->next_block_id * sizeof *level);
    for (int i = 1; i < n->dom->nrpo; i++) {
        const Block *b = n->dom->rpo[i];
        int least = INT32_MAX;
        for (int k = 0; k < b->npreds; k++) {
            const Block *p = b->preds[k].block;
            if (n->dom->index[p->id] >= i)
                continue; /* a back edge */
            bool unlikely = p->hint == (b->preds[k].index == 0 ? HintUnlikely : HintLikely) &&
                            loop_depth(n, b) >= loop_depth(n, p);
            if (level[p->id] + unlikely < least)
                least = level[p->id] + unlikely;
        }
        level[b->id] = least;
    }
    for (int i = 1; i < n->dom->nrpo; i++)
        if (cold[n->dom->rpo[i]->id])
            level[n->dom->rpo[i]->id] = f->nblocks;
    return level;
}

void layout(Func *f)
{
    deadcode(f); /* every block is reachable then, so the search places all of them */
    LoopNest *loops = loop_nest(f);
    bool *cold = cold_blocks(f, loops);
    int *level = find_levels(f, loops, cold);
    Block **post = arena_alloc(&f->scratch, (size_t)(f->nblocks + 1) * sizeof *post);
    int count = search_order(f, loops, cold, post), n = 0;
    for (int at = 0; n < count;) { /* level by level, the most likely first */
        int next = INT32_MAX;
        for (int i = count - 1; i >= 0; i--) {
            int l = level[post[i]->id];
            if (l == at)
                f->blocks[n++] = post[i];
            else if (l > at && l < next)
                next = l;
        }
        at = next;
    }
    f->laid_out = true;
}
