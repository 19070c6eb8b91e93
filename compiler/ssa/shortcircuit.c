/* shortcircuit.c - lets branches on a condition that is a known constant on
 * some ways in go past the test on those ways.
 *
 *     b: c = Phi (ConstBool true) x        from p1: goes to yes directly
 *        If c -> yes no                    from p2: If x -> yes no
 *
 * Such phis come from && and || whose value was put together first, from v, ok := x.(T), and from
 * inlined functions that return true and false.  Only blocks that hold nothing but phis are taken: then no
 * value needs to be repeated.  What used the other phis finds new ones in yes and no, and in the blocks
 * where ways from both meet.
 *
 * Runs before prove, to which branches tell more than phis. */
#include "compiler/ssa/ssa.h"

/* The phi that b branches on if b holds nothing but phis; others counts those that are used. */
static Value *condition_phi(const Block *b, int *others)
{
    *others = 0;
    if (b->kind != BlockIf || b->npreds < 2 || b->succs[0].block == b || b->succs[1].block == b)
        return NULL;
    Value *c = b->controls[0];
    if (c->op != OpPhi || c->block != b || c->uses != 1)
        return NULL;
    for (int i = 0; i < b->nvalues; i++) {
        const Value *v = b->values[i];
        if (v == c || !v->uses)
            continue;
        if (v->op != OpPhi)
            return NULL;
        ++*others;
    }
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

/* ---- blocks with several phis ---- */

/* How one of the phis is found after some preds go past its block. */
typedef struct Repair {
    const Block *b, *yes, *no;
    Value *phi, *in_yes, *in_no;
    Value **at; /* by block id: what arrives at its start; NULL: not known yet */
} Repair;

static Value *at_start(Repair *r, Block *x);

static Value *at_end(Repair *r, Block *x) { return x == r->b ? r->phi : at_start(r, x); }

static Value *at_start(Repair *r, Block *x)
{
    while (x != r->yes && x != r->no && x->npreds == 1 && x->preds[0].block != r->b)
        x = x->preds[0].block;
    if (x == r->yes || x == r->no)
        return x == r->yes ? r->in_yes : r->in_no;
    if (!r->at[x->id]) {
        Value *v = r->at[x->id] = new_value_from(x, OpPhi, r->phi->type, r->phi);
        for (int i = 0; i < x->npreds; i++)
            add_arg(v, at_end(r, x->preds[i].block));
    }
    return r->at[x->id];
}

static void repair_uses(Func *f, Repair *r)
{
    for (int i = 0; i < f->nblocks; i++) {
        Block *x = f->blocks[i];
        for (int k = 0; k < x->nvalues; k++) {
            Value *v = x->values[k];
            for (int n = 0; n < v->nargs; n++)
                if (v->args[n] == r->phi)
                    set_arg(v, n, v->op == OpPhi ? at_end(r, x->preds[n].block) : at_start(r, x));
        }
        for (int k = 0; k < x->ncontrols; k++)
            if (x->controls[k] == r->phi)
                replace_control(x, k, at_start(r, x));
    }
}

/* The ways that go past b for one reason, and what the phi would have had on them. */
static Value *phi_behind(Value *phi, Block *to, Value **args, const bool *yes, bool want, int n)
{
    Value *v = new_value_from(to, OpPhi, phi->type, phi);
    add_arg(v, phi);
    for (int i = n - 1; i >= 0; i--)
        if (args[i] && yes[i] == want)
            add_arg(v, args[i]);
    return v;
}

static bool is_entered_from(const Block *to, const Block *b)
{
    for (int i = 0; i < to->nvalues; i++)
        if (to->values[i]->op == OpPhi)
            return false;
    return to->npreds == 1 && to->preds[0].block == b;
}

/* Back edges stay: a loop keeps its head. */
static bool heads_loop(const Block *b, const DomTree *dom)
{
    for (int i = 0; i < b->npreds; i++)
        if (dom_is_ancestor_eq(dom, b, b->preds[i].block))
            return true;
    return false;
}

static bool shorten_several(Func *f, Block *b, Value *cond, int nphis)
{
    Block *yes = b->succs[0].block, *no = b->succs[1].block;
    int n = b->npreds, nknown = 0;
    bool *goes_yes = arena_alloc(&f->scratch, (size_t)n * sizeof *goes_yes);
    bool *known = arena_alloc(&f->scratch, (size_t)n * sizeof *known);
    for (int i = 0; i < n; i++) {
        const Value *x = copy_source(cond->args[i]);
        known[i] = x->op == OpConstBool;
        goes_yes[i] = known[i] && x->auxint;
        nknown += known[i];
    }
    if (!nknown || yes == no || !is_entered_from(yes, b) || !is_entered_from(no, b))
        return false;
    Value **phis = arena_alloc(&f->scratch, (size_t)nphis * sizeof *phis);
    Value **args = arena_alloc(&f->scratch, (size_t)nphis * (size_t)n * sizeof *args);
    for (int i = 0, k = 0; i < b->nvalues; i++) {
        Value *v = b->values[i];
        if (v == cond || !v->uses)
            continue;
        phis[k] = v;
        for (int p = 0; p < n; p++)
            args[k * n + p] = known[p] ? v->args[p] : NULL;
        k++;
    }
    for (int i = n - 1; i >= 0; i--)
        if (known[i])
            go_past(b, i, goes_yes[i] ? 0 : 1);
    for (int k = 0; k < nphis; k++) {
        Repair r = {.b = b, .yes = yes, .no = no, .phi = phis[k]};
        r.at = arena_alloc(&f->scratch, (size_t)f->next_block_id * sizeof *r.at);
        r.in_yes = phi_behind(phis[k], yes, args + k * n, goes_yes, true, n);
        r.in_no = phi_behind(phis[k], no, args + k * n, goes_yes, false, n);
        repair_uses(f, &r);
    }
    return true;
}

static bool shorten(Func *f, Block *b, DomTree **dom, int *room)
{
    bool changed = false;
    int others;
    Value *phi = condition_phi(b, &others);
    if (phi && others) {
        *dom = *dom ? *dom : dominators(f);
        *room -= others * f->nblocks;
        return *room > 0 && !heads_loop(b, *dom) && shorten_several(f, b, phi, others);
    }
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
    enum { MaxWork = 1000000 }; /* blocks looked at for uses */
    bool changed = false;
    DomTree *dom = NULL;
    int room = MaxWork;
    for (int i = 0; i < f->nblocks; i++)
        changed |= shorten(f, f->blocks[i], &dom, &room);
    if (changed) {
        deadcode(f);
        phielim(f);
    }
}
