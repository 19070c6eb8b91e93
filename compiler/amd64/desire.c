/* desire.c - which registers values would like to be in.
 *
 * Some operations want an operand in one register (calls, shifts, division),
 * and a two-address operation wants its result where its first operand is.
 * Walking backward, such wishes reach the operation that computes the value,
 * which can then put it there at once.  Calls end all wishes.  Wishes are only
 * hints: nothing depends on their being complete. */
#include "compiler/amd64/regalloc.h"

#include <string.h>

enum { MaxItems = 32 }; /* more would cost time, not gain quality */

static int find(const DesireSet *d, int32_t id)
{
    if (!(d->ids >> (id % 64) & 1))
        return -1;
    for (int i = 0; i < d->n; i++)
        if (d->items[i].id == id)
            return i;
    return -1;
}

/* Puts reg in front of what id wants. */
void desire_add(RegAlloc *s, DesireSet *d, int32_t id, int reg)
{
    int i = find(d, id);
    if (i < 0) {
        if (d->n == MaxItems)
            return;
        d->items = ra_grow(s->f, d->items, &d->cap, d->n + 1, sizeof *d->items);
        i = d->n++;
        d->items[i] = (Desire){id, {NoReg, NoReg, NoReg, NoReg}};
        d->ids |= (uint64_t)1 << (id % 64);
    }
    uint8_t *regs = d->items[i].regs;
    int k = 0;
    while (k < MaxDesired - 1 && regs[k] != reg && regs[k] != NoReg)
        k++;
    memmove(regs + 1, regs, (size_t)k);
    regs[0] = (uint8_t)reg;
    d->avoid |= REG_BIT(reg);
}

static void add_all(RegAlloc *s, DesireSet *d, int32_t id, const uint8_t *regs)
{
    for (int k = MaxDesired - 1; k >= 0; k--)
        if (regs[k] != NoReg)
            desire_add(s, d, id, regs[k]);
}

static Desire take(DesireSet *d, int32_t id)
{
    int i = find(d, id);
    if (i < 0)
        return (Desire){id, {NoReg, NoReg, NoReg, NoReg}};
    Desire r = d->items[i];
    d->items[i] = d->items[--d->n];
    return r;
}

static void recompute(DesireSet *d)
{
    d->avoid = d->ids = 0;
    for (int i = 0; i < d->n; i++) {
        d->ids |= (uint64_t)1 << (d->items[i].id % 64);
        for (int k = 0; k < MaxDesired && d->items[i].regs[k] != NoReg; k++)
            d->avoid |= REG_BIT(d->items[i].regs[k]);
    }
}

/* Nobody can keep a value in these registers across this place. */
static void clobber(DesireSet *d, RegMask mask)
{
    if (!(d->avoid & mask))
        return;
    int n = 0;
    for (int i = 0; i < d->n; i++) {
        Desire e = d->items[i];
        int k = 0;
        for (int j = 0; j < MaxDesired && e.regs[j] != NoReg; j++)
            if (!(mask & REG_BIT(e.regs[j])))
                e.regs[k++] = e.regs[j];
        for (int j = k; j < MaxDesired; j++)
            e.regs[j] = NoReg;
        if (k)
            d->items[n++] = e;
    }
    d->n = n;
    recompute(d);
}

static bool single(RegMask m) { return m && !(m & (m - 1)); }

void desire_step(RegAlloc *s, Value *v, DesireSet *d, Desire *result)
{
    *result = take(d, v->id);
    if (v->op == OpPhi)
        return;
    if (op_has(v->op, OpCall) || v->op == OpMakeResult) {
        RegMask masks[MaxOperands] = {0};
        d->n = 0;
        d->avoid = d->ids = 0;
        if (v->nargs <= MaxOperands)
            ra_call_inputs(v, masks);
        for (int i = 0; i < v->nargs && i < MaxOperands; i++)
            if (single(masks[i]) && ra_val(s, v->args[i])->needs_reg)
                desire_add(s, d, v->args[i]->id, __builtin_ctzll(masks[i]));
        return;
    }
    const MachineOp *op = machine_op(v->op);
    if (op && op->regs->clobbers)
        clobber(d, op->regs->clobbers);
    for (int i = 0; i < v->nargs; i++) {
        RegMask m = ra_input_mask(v, i);
        if (single(m) && ra_val(s, v->args[i])->needs_reg)
            desire_add(s, d, v->args[i]->id, __builtin_ctzll(m));
    }
    if ((op_has(v->op, OpResultInArg0) || v->op == OpCopy) && v->nargs && ra_val(s, v->args[0])->needs_reg) {
        if (op_has(v->op, OpCommutative) && v->nargs > 1)
            add_all(s, d, v->args[1]->id, result->regs);
        add_all(s, d, v->args[0]->id, result->regs);
    }
}

/* What successors want.  Phis that have their register already tell it to the args. */
void desire_block_out(RegAlloc *s, Block *b, DesireSet *d)
{
    for (int k = b->nsuccs - 1; k >= 0; k--) {
        Block *t = b->succs[(k + (b->hint == HintUnlikely)) % b->nsuccs].block;
        const DesireSet *in = &s->blocks[t->id].desire_in;
        for (int i = 0; i < in->n; i++)
            add_all(s, d, in->items[i].id, in->items[i].regs);
    }
    if (b->nsuccs != 1)
        return;
    Edge e = b->succs[0];
    BlockState *ts = &s->blocks[e.block->id];
    for (int i = 0; i < ts->nstart && ts->visited; i++)
        desire_add(s, d, ts->start[i].v->id, ts->start[i].reg);
    for (int i = 0; i < e.block->nvalues && e.block->values[i]->op == OpPhi; i++) {
        Value *phi = e.block->values[i];
        if (e.index >= phi->nargs || phi->args[e.index]->id >= s->nvals || !ra_val(s, phi->args[e.index])->needs_reg)
            continue;
        int want = find(&ts->desire_in, phi->id);
        if (reg_of(s->f, phi) != NoReg)
            desire_add(s, d, phi->args[e.index]->id, reg_of(s->f, phi));
        else if (want >= 0)
            add_all(s, d, phi->args[e.index]->id, ts->desire_in.items[want].regs);
    }
}

/* One pass over postorder, before any register is chosen. */
void ra_desires(RegAlloc *s)
{
    int n;
    Block **po = postorder(s->f, &n);
    for (int i = 0; i < n; i++) {
        Block *b = po[i];
        DesireSet d = {0};
        Desire ignored;
        desire_block_out(s, b, &d);
        for (int k = b->nvalues - 1; k >= 0 && b->values[k]->op != OpPhi; k--)
            desire_step(s, b->values[k], &d, &ignored);
        s->blocks[b->id].desire_in = d;
    }
}
