/* shortcircuit.c - lets branches on a condition that is a known constant on
 * some ways in go past the test on those ways.
 *
 *     b: c = Phi (ConstBool true) x        from p1: goes to yes directly
 *        If c -> yes no                    from p2: If x -> yes no
 *
 * Such phis come from && and || whose value was put together first, and from
 * inlined functions that return true and false.  Only blocks that hold nothing
 * but this one phi are taken: then no other value needs to be repeated.
 *
 * Runs before prove, to which branches tell more than phis. */
#include "compiler/ssa/ssa.h"

static Value *lone_phi(const Block *b)
{
    if (b->kind != BlockIf || b->npreds < 2 || b->succs[0].block == b || b->succs[1].block == b)
        return NULL;
    Value *c = b->controls[0];
    if (c->op != OpPhi || c->block != b || c->uses != 1)
        return NULL;
    for (int i = 0; i < b->nvalues; i++)
        if (b->values[i] != c && !(b->values[i]->op == OpCopy && !b->values[i]->uses))
            return NULL;
    return c;
}

/* The way from pred i of b goes to b's successor k at once. */
static void go_past(Block *b, int i, int k)
{
    Edge in = b->preds[i], out = b->succs[k];
    Block *to = out.block;
    redirect_edge(in.block, in.index, to);
    for (int v = 0; v < to->nvalues; v++)
        if (to->values[v]->op == OpPhi)
            add_arg(to->values[v], to->values[v]->args[out.index]);
}

static bool shorten(Block *b)
{
    bool changed = false;
    Value *phi = lone_phi(b);
    for (int i = b->npreds - 1; phi && i >= 0; i--) {
        const Value *x = copy_source(phi->args[i]);
        if (x->op != OpConstBool)
            continue;
        go_past(b, i, x->auxint ? 0 : 1);
        changed = true;
    }
    return changed;
}

void shortcircuit(Func *f)
{
    bool changed = false;
    for (int i = 0; i < f->nblocks; i++)
        changed |= shorten(f->blocks[i]);
    if (changed) {
        deadcode(f);
        phielim(f);
    }
}
