/* tighten.c - moves values down to where they are needed.
 *
 * A value computed early and used late, or on one way only, occupies a register
 * in between.  It may go down to the block that dominates all its uses, but
 * not into a loop that it is not in.  It should not be moved if that makes more
 * args live longer than results live shorter: so only values with at most one
 * arg that is not itself free to compute (a constant, SP, SB), and none that
 * read memory or flags.
 *
 * Runs after lowering, when it is known what an instruction takes, and before
 * schedule. */
#include "compiler/ssa/ssa.h"

#include <stdlib.h>

enum { MaxRounds = 4 };

static bool is_free(const Value *v) { return op_has(v->op, OpRemat | OpFixedReg); }

static bool may_move(const Value *v)
{
    if (v->op == OpPhi || !v->uses || v->nargs == 0 || op_has(v->op, OpEffect | OpCall | OpIsNilCheck | OpRemat | OpFaultOnNil0 | OpFaultOnNil1))
        return false;
    if (!val_type_in_int_reg(value_type(v)) && !val_type_in_float_reg(value_type(v)))
        return false;
    int costly = 0;
    for (int i = 0; i < v->nargs; i++) {
        ValType t = value_type(v->args[i]);
        if (t == ValMem || t == ValFlags || t == ValTuple || t == ValResults)
            return false;
        costly += !is_free(v->args[i]);
    }
    return costly <= 1;
}

static Block *common_dominator(const DomTree *t, Block *a, Block *b)
{
    if (!a)
        return b;
    while (a != b) {
        if (t->index[a->id] > t->index[b->id])
            a = t->idom[a->id];
        else
            b = t->idom[b->id];
    }
    return a;
}

static void note_use(const DomTree *t, Block **target, const Value *v, Block *at)
{
    if (t->index[at->id] >= 0)
        target[v->id] = common_dominator(t, target[v->id], at);
}

/* By value id: the lowest block above all uses. */
static void find_targets(Func *f, const DomTree *t, Block **target)
{
    for (int i = 0; i < f->nblocks; i++) {
        Block *b = f->blocks[i];
        for (int k = 0; k < b->nvalues; k++) {
            const Value *v = b->values[k];
            for (int a = 0; a < v->nargs; a++)
                note_use(t, target, v->args[a], v->op == OpPhi ? b->preds[a].block : b);
        }
        for (int k = 0; k < b->ncontrols; k++)
            note_use(t, target, b->controls[k], b);
    }
}

static int depth_of(const LoopNest *n, const Block *b) { return n->loop_of[b->id] ? n->loop_of[b->id]->depth : 0; }

static bool move_down(Func *f, const LoopNest *n)
{
    bool changed = false;
    Block **target = arena_alloc(&f->scratch, (size_t)f->next_value_id * sizeof *target);
    find_targets(f, n->dom, target);
    for (int i = 0; i < f->nblocks; i++) {
        Block *b = f->blocks[i];
        int kept = 0;
        for (int k = 0; k < b->nvalues; k++) {
            Value *v = b->values[k];
            Block *to = may_move(v) ? target[v->id] : NULL;
            while (to && to != b && depth_of(n, to) > depth_of(n, b))
                to = n->dom->idom[to->id];
            if (!to || to == b) {
                b->values[kept++] = v;
                continue;
            }
            block_append(to, v);
            changed = true;
        }
        b->nvalues = kept;
    }
    return changed;
}

void tighten(Func *f)
{
    const LoopNest *n = loop_nest(f);
    for (int i = 0; i < MaxRounds && move_down(f, n); i++)
        ;
}
