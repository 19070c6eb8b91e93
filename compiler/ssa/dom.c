/* dom.c - orders of blocks, dominators, loops.
 *
 * Dominators by the iterative algorithm of Cooper, Harvey and Kennedy ("A
 * Simple, Fast Dominance Algorithm"): in reverse postorder a block's idom is
 * the nearest common ancestor of its processed predecessors, until nothing
 * changes.  Everything is indexed by block id, lives in the Func's
 * scratch and is valid in the running pass until the graph changes. */
#include "compiler/ssa/ssa.h"

#include <stdlib.h>

Block **postorder(Func *f, int *n)
{
    Block **order = NEW_ARRAY(&f->scratch, Block *, f->nblocks + 1);
    struct Frame { Block *b; int next; } *stack = arena_alloc(&f->scratch, (size_t)(f->nblocks + 1) * sizeof *stack);
    bool *seen = arena_alloc(&f->scratch, (size_t)f->next_block_id * sizeof *seen);
    int depth = 0;
    *n = 0;
    stack[depth++] = (struct Frame){f->entry, 0};
    seen[f->entry->id] = true;
    while (depth > 0) {
        struct Frame *top = &stack[depth - 1];
        if (top->next == top->b->nsuccs) {
            order[(*n)++] = top->b;
            depth--;
            continue;
        }
        Block *s = top->b->succs[top->next++].block;
        if (!seen[s->id]) {
            seen[s->id] = true;
            stack[depth++] = (struct Frame){s, 0};
        }
    }
    return order;
}

static Block *intersect(const DomTree *t, Block *a, Block *b)
{
    while (a != b) {
        while (t->index[a->id] > t->index[b->id])
            a = t->idom[a->id];
        while (t->index[b->id] > t->index[a->id])
            b = t->idom[b->id];
    }
    return a;
}

static void find_idoms(Func *f, DomTree *t)
{
    t->idom[f->entry->id] = f->entry; /* while iterating; the root of intersect */
    for (bool changed = true; changed;) {
        changed = false;
        for (int i = 1; i < t->nrpo; i++) {
            Block *b = t->rpo[i], *dom = NULL;
            for (int k = 0; k < b->npreds; k++) {
                Block *p = b->preds[k].block;
                if (t->index[p->id] >= 0 && t->idom[p->id])
                    dom = dom ? intersect(t, p, dom) : p;
            }
            if (t->idom[b->id] != dom) {
                t->idom[b->id] = dom;
                changed = true;
            }
        }
    }
    t->idom[f->entry->id] = NULL;
}

static void link_children(Func *f, DomTree *t)
{
    for (int i = 1; i < t->nrpo; i++)
        t->nchildren[t->idom[t->rpo[i]->id]->id]++;
    Block **room = NEW_ARRAY(&f->scratch, Block *, t->nrpo);
    for (int i = 0; i < t->nrpo; i++) {
        int id = t->rpo[i]->id;
        t->children[id] = room;
        room += t->nchildren[id];
        t->nchildren[id] = 0;
    }
    for (int i = 1; i < t->nrpo; i++) {
        int parent = t->idom[t->rpo[i]->id]->id;
        t->children[parent][t->nchildren[parent]++] = t->rpo[i];
    }
}

/* pre and post number the tree so that a is above b iff a's span holds b's. */
static void number_tree(Func *f, DomTree *t)
{
    struct Frame { Block *b; int next; } *stack = arena_alloc(&f->scratch, (size_t)(t->nrpo + 1) * sizeof *stack);
    int depth = 0, clock = 1;
    stack[depth++] = (struct Frame){f->entry, 0};
    t->pre[f->entry->id] = clock++;
    while (depth > 0) {
        struct Frame *top = &stack[depth - 1];
        if (top->next == t->nchildren[top->b->id]) {
            t->post[top->b->id] = clock++;
            depth--;
            continue;
        }
        Block *c = t->children[top->b->id][top->next++];
        t->pre[c->id] = clock++;
        stack[depth++] = (struct Frame){c, 0};
    }
}

DomTree *dominators(Func *f)
{
    DomTree *t = NEW(&f->scratch, DomTree);
    int n = f->next_block_id;
    Block **order = postorder(f, &t->nrpo);
    t->rpo = order;
    for (int i = 0, j = t->nrpo - 1; i < j; i++, j--) {
        Block *b = order[i];
        order[i] = order[j];
        order[j] = b;
    }
    t->index = NEW_ARRAY(&f->scratch, int32_t, n);
    t->idom = NEW_ARRAY(&f->scratch, Block *, n);
    t->pre = NEW_ARRAY(&f->scratch, int32_t, n);
    t->post = NEW_ARRAY(&f->scratch, int32_t, n);
    t->children = NEW_ARRAY(&f->scratch, Block **, n);
    t->nchildren = NEW_ARRAY(&f->scratch, int32_t, n);
    for (int i = 0; i < n; i++)
        t->index[i] = -1;
    for (int i = 0; i < t->nrpo; i++)
        t->index[t->rpo[i]->id] = i;
    find_idoms(f, t);
    link_children(f, t);
    number_tree(f, t);
    return t;
}

/* --- loops --- */

static bool has_call(const Block *b)
{
    for (int i = 0; i < b->nvalues; i++)
        if (op_has(b->values[i]->op, OpCall))
            return true;
    return false;
}

/* A header dominates the source of an edge back to it.  Headers are handled
 * from the innermost (last in rpo) outwards: blocks that reach the back edge
 * without passing the header belong to the loop; where they are already in a
 * loop, that loop (its outermost so far) goes inside this one. */
static void collect_loop(LoopNest *n, Loop *loop, Block **work, int nwork)
{
    while (nwork > 0) {
        Block *b = work[--nwork];
        if (n->dom->index[b->id] < 0)
            continue;
        Loop *inner = n->loop_of[b->id];
        if (inner) {
            while (inner->outer)
                inner = inner->outer;
            if (inner == loop)
                continue;
            inner->outer = loop;
            loop->is_inner = false;
            b = inner->header;
        } else if (b == loop->header) {
            continue;
        } else {
            n->loop_of[b->id] = loop;
        }
        for (int i = 0; i < b->npreds; i++) {
            Block *p = b->preds[i].block;
            if (p != loop->header)
                work[nwork++] = p;
        }
    }
}

LoopNest *loop_nest(Func *f)
{
    LoopNest *n = NEW(&f->scratch, LoopNest);
    n->dom = dominators(f);
    n->loop_of = NEW_ARRAY(&f->scratch, Loop *, f->next_block_id);
    n->loops = NEW_ARRAY(&f->scratch, Loop *, n->dom->nrpo);
    size_t nedges = 0;
    for (int i = 0; i < f->nblocks; i++)
        nedges += (size_t)f->blocks[i]->npreds + 1;
    Block **work = arena_alloc(&f->scratch, (nedges + 1) * sizeof *work);
    for (int i = n->dom->nrpo - 1; i >= 0; i--) {
        Block *h = n->dom->rpo[i];
        Loop *loop = NULL;
        int nwork = 0;
        for (int k = 0; k < h->npreds; k++) {
            Block *p = h->preds[k].block;
            if (n->dom->index[p->id] < i)
                continue;
            if (!dom_is_ancestor_eq(n->dom, h, p)) {
                n->has_irreducible = true;
                continue;
            }
            if (!loop) {
                loop = NEW(&f->scratch, Loop);
                *loop = (Loop){.header = h, .is_inner = true};
            }
            if (p != h)
                work[nwork++] = p;
        }
        if (!loop)
            continue;
        n->loops[n->nloops++] = loop;
        collect_loop(n, loop, work, nwork);
        n->loop_of[h->id] = loop;
    }
    /* Loops were found inside out; depths are counted outside in. */
    for (int i = n->nloops - 1; i >= 0; i--)
        n->loops[i]->depth = n->loops[i]->outer ? n->loops[i]->outer->depth + 1 : 1;
    for (int i = 0; i < n->dom->nrpo; i++) {
        Block *b = n->dom->rpo[i];
        bool call = has_call(b);
        for (Loop *l = n->loop_of[b->id]; l; l = l->outer) {
            l->nblocks++;
            l->has_call |= call;
        }
    }
    return n;
}
