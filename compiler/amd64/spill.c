/* spill.c - places the one StoreReg of each value that is reloaded somewhere.
 *
 * It has to dominate all reloads.  Right after the definition is always
 * right; further down the dominator tree is better when that is not deeper in
 * loops, because paths that branch off before never pay for it.  There the
 * value must still be in a register. */
#include "compiler/amd64/regalloc.h"

#include <string.h>

typedef struct SpillList {
    Value **items;
    int n, cap;
} SpillList;

static int loop_depth(const RegAlloc *s, const Block *b)
{
    const Loop *l = s->nest->loop_of[b->id];
    return l ? l->depth : 0;
}

/* The copy of v in a register at the start of b, or NULL. */
static Value *copy_at_start(const RegAlloc *s, const Block *b, const Value *v)
{
    const BlockState *bs = &s->blocks[b->id];
    for (int i = 0; i < bs->nstart; i++)
        if (bs->start[i].v == v)
            return bs->start[i].c;
    return NULL;
}

/* The child of b in the dominator tree above all reloads of v, or NULL. */
static Block *next_down(const RegAlloc *s, const Block *b, const ValState *vs)
{
    const DomTree *t = s->nest->dom;
    for (int i = 0; i < t->nchildren[b->id]; i++) {
        Block *c = t->children[b->id][i];
        if (t->pre[c->id] <= vs->restore_min && vs->restore_max <= t->post[c->id])
            return c;
    }
    return NULL;
}

static void choose_place(RegAlloc *s, ValState *vs, SpillList *after, SpillList *starts)
{
    Func *f = s->f;
    Block *best = NULL;
    Value *copy = vs->v;
    int depth = loop_depth(s, vs->v->block);
    for (Block *b = next_down(s, vs->v->block, vs); b; b = next_down(s, b, vs)) {
        Value *c = copy_at_start(s, b, vs->v);
        if (!c || loop_depth(s, b) > depth)
            continue;
        best = b;
        copy = c;
        depth = loop_depth(s, b);
    }
    add_arg(vs->spill, copy);
    SpillList *l = best ? &starts[best->id] : &after[vs->v->id];
    l->items = ra_grow(f, l->items, &l->cap, l->n + 1, sizeof *l->items);
    l->items[l->n++] = vs->spill;
}

static bool is_head(const Value *v)
{
    return v->op == OpPhi || v->op == OpArgIntReg || v->op == OpArgFloatReg || v->op == OpAMD64LoweredGetClosurePtr;
}

static bool is_select(const Value *v) { return v->op == OpSelect0 || v->op == OpSelect1 || v->op == OpSelectN; }

static void flush(Block *b, SpillList *pending)
{
    for (int i = 0; i < pending->n; i++)
        block_append(b, pending->items[i]);
    pending->n = 0;
}

/* Rebuilds b with its stores: those of phis and arguments, and those at the
 * start, after the head; those of a tuple's parts after all of them. */
static void insert_stores(RegAlloc *s, Block *b, const SpillList *after, const SpillList *start)
{
    int n = b->nvalues;
    Value **values = ra_copy_values(s->f, b);
    SpillList pending = {0};
    bool head = true;
    b->nvalues = 0;
    for (int i = 0; i <= n; i++) {
        Value *v = i < n ? values[i] : NULL;
        if (head && (!v || !is_head(v))) {
            head = false;
            for (int k = 0; k < start->n; k++)
                block_append(b, start->items[k]);
        }
        if (!v || (!head && !is_select(v)))
            flush(b, &pending);
        if (!v)
            break;
        block_append(b, v);
        for (int k = 0; v->id < s->nvals && k < after[v->id].n; k++) {
            pending.items = ra_grow(s->f, pending.items, &pending.cap, pending.n + 1, sizeof *pending.items);
            pending.items[pending.n++] = after[v->id].items[k];
        }
    }
}

void ra_place_spills(RegAlloc *s)
{
    Func *f = s->f;
    SpillList *after = NEW_ARRAY(&f->scratch, SpillList, s->nvals);
    SpillList *starts = NEW_ARRAY(&f->scratch, SpillList, f->next_block_id);
    for (int i = 0; i < s->nvals; i++) {
        ValState *vs = &s->vals[i];
        if (vs->spill && vs->spill != vs->v)
            choose_place(s, vs, after, starts);
    }
    for (int i = 0; i < f->nblocks; i++)
        insert_stores(s, f->blocks[i], after, &starts[f->blocks[i]->id]);
}
