/* deadcode.c - removes blocks that cannot be reached and values that nothing
 * needs.
 *
 * Roots are the controls of reachable blocks and values with an effect; what
 * they use, directly or not, is alive.  Memory states need no rule of their
 * own: every store that can be seen leads to a control or to an effect.
 *
 * A First block becomes Plain.  Phi args of removed edges go; a phi left with
 * one arg is phielim's to remove. */
#include "compiler/ssa/ssa.h"

#include <stdlib.h>

/* By block id: reachable from the entry without the dead edge of First. */
static bool *reachable_blocks(Func *f)
{
    bool *live = arena_alloc(&f->scratch, (size_t)f->next_block_id * sizeof *live);
    Block **work = arena_alloc(&f->scratch, (size_t)(f->nblocks + 1) * sizeof *work);
    int n = 0;
    work[n++] = f->entry;
    live[f->entry->id] = true;
    while (n > 0) {
        Block *b = work[--n];
        int nsuccs = b->kind == BlockFirst ? 1 : b->nsuccs;
        for (int i = 0; i < nsuccs; i++) {
            Block *s = b->succs[i].block;
            if (!live[s->id]) {
                live[s->id] = true;
                work[n++] = s;
            }
        }
    }
    return live;
}

static void remove_dead_edges(Func *f, const bool *live)
{
    for (int i = 0; i < f->nblocks; i++) {
        Block *b = f->blocks[i];
        if (!live[b->id]) {
            reset_controls(b);
            while (b->nsuccs > 0)
                remove_edge(b, b->nsuccs - 1);
        } else if (b->kind == BlockFirst) {
            remove_edge(b, 1);
            b->kind = BlockPlain;
            b->hint = HintNone;
        }
    }
}

typedef struct Marker {
    bool *live; /* by value id */
    Value **work;
    int n;
    const bool *live_block;
    int in_blocks; /* live values that stand in reachable blocks */
} Marker;

static void mark(Marker *m, Value *v)
{
    if (!m->live[v->id]) {
        m->live[v->id] = true;
        m->in_blocks += v->block && m->live_block[v->block->id];
        m->work[m->n++] = v;
    }
}

static bool is_root(const Value *v)
{
    return op_has(v->op, OpEffect | OpCall | OpIsNilCheck);
}

/* By value id; *all: there are no others. */
static bool *live_values(Func *f, const bool *live_block, bool *all)
{
    int n = 0;
    Marker m = {.live_block = live_block,
                .live = arena_alloc(&f->scratch, (size_t)f->next_value_id * sizeof *m.live),
                .work = arena_alloc(&f->scratch, (size_t)f->next_value_id * sizeof *m.work)};
    for (int i = 0; i < f->nblocks; i++) {
        Block *b = f->blocks[i];
        n += b->nvalues;
        if (!live_block[b->id])
            continue;
        for (int k = 0; k < b->ncontrols; k++)
            mark(&m, b->controls[k]);
        for (int k = 0; k < b->nvalues; k++)
            if (is_root(b->values[k]))
                mark(&m, b->values[k]);
    }
    while (m.n > 0) {
        Value *v = m.work[--m.n];
        for (int i = 0; i < v->nargs; i++)
            mark(&m, v->args[i]);
    }
    *all = m.in_blocks == n;
    return m.live;
}

/* All args go first: then every dead value has no uses but by the dead. */
static void remove_dead_values(Func *f, const bool *live)
{
    for (int i = 0; i < f->nblocks; i++)
        for (int k = 0; k < f->blocks[i]->nvalues; k++)
            if (!live[f->blocks[i]->values[k]->id])
                remove_args(f->blocks[i]->values[k]);
    for (int i = 0; i < f->nblocks; i++) {
        Block *b = f->blocks[i];
        int n = 0;
        for (int k = 0; k < b->nvalues; k++) {
            Value *v = b->values[k];
            if (live[v->id]) {
                b->values[n++] = v;
            } else {
                value_reset(v, OpInvalid);
                v->block = NULL;
            }
        }
        b->nvalues = n;
    }
}

void deadcode(Func *f)
{
    bool *live_block = reachable_blocks(f);
    remove_dead_edges(f, live_block);
    bool all, *live = live_values(f, live_block, &all);
    debug_names_keep(f, live_block, live);
    if (!all)
        remove_dead_values(f, live);
    int n = 0;
    for (int i = 0; i < f->nblocks; i++)
        if (live_block[f->blocks[i]->id])
            f->blocks[n++] = f->blocks[i];
    f->nblocks = n;
}
