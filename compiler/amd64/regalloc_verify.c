/* regalloc_verify.c - executes the moves of an allocated function
 * symbolically, to prove that each operand is where its user looks for it.
 *
 * The state says for every register and slot which original value it holds.
 * Forward dataflow finds the state at block starts: what all predecessors
 * agree on.  Then every instruction is checked: its operands' homes hold the
 * values that it had before allocation, registers fit the instruction, and
 * what it destroys is forgotten.  Runs in check mode; knows nothing of how the
 * allocator decided, only homes and the args from before. */
#include "compiler/amd64/regalloc.h"

#include <stdlib.h>
#include <string.h>

struct RegallocShadow {
    int nvals, nblocks;
    int32_t **args;    /* by value id: ids of the args */
    int32_t *nargs;
    int32_t (*controls)[2]; /* by block id */
};

RegallocShadow *regalloc_remember(Func *f)
{
    Arena *a = &f->scratch;
    RegallocShadow *w = NEW(a, RegallocShadow);
    w->nvals = f->next_value_id;
    w->nblocks = f->next_block_id;
    w->args = NEW_ARRAY(a, int32_t *, w->nvals);
    w->nargs = NEW_ARRAY(a, int32_t, w->nvals);
    w->controls = arena_alloc(a, (size_t)w->nblocks * sizeof *w->controls);
    for (int i = 0; i < f->nblocks; i++) {
        Block *b = f->blocks[i];
        for (int k = 0; k < b->ncontrols; k++)
            w->controls[b->id][k] = b->controls[k]->id;
        for (int k = 0; k < b->nvalues; k++) {
            Value *v = b->values[k];
            w->args[v->id] = NEW_ARRAY(a, int32_t, v->nargs + 1);
            w->nargs[v->id] = v->nargs;
            for (int j = 0; j < v->nargs; j++)
                w->args[v->id][j] = v->args[j]->id;
        }
    }
    return w;
}

typedef struct Verifier {
    RegAlloc *s;
    Func *f;
    const RegallocShadow *before;
    int nlocs;
    int32_t *in, *out; /* [block id * nlocs + location]: value id; 0 nothing known; -id, part of a tuple */
    bool *visited;
    bool report;
} Verifier;

/* Location of v's copy: register, slot, or -1. */
static int loc_of(const Verifier *w, const Value *v)
{
    Home h = home_of(w->f, v);
    if (h.kind == HomeReg)
        return h.reg[0] < NumAllocRegs ? h.reg[0] : -1;
    return h.kind == HomeSlot ? NumAllocRegs + h.slot->id : -1;
}

static int32_t orig_id(const Verifier *w, const Value *v)
{
    if (v->id < w->before->nvals)
        return v->id;
    return v->id < w->s->norig && w->s->orig[v->id] ? w->s->orig[v->id]->id : 0;
}

static void expect(Verifier *w, const int32_t *state, const Value *user, int i, const Value *arg, int32_t want)
{
    if (!w->report || w->f->error || want >= w->before->nvals)
        return;
    const ValState *vs = &w->s->vals[want];
    if (!vs->v || (!vs->needs_reg && !op_has(vs->v->op, OpFixedReg)))
        return;
    int loc = loc_of(w, arg);
    if (op_has(vs->v->op, OpFixedReg)) {
        if (arg != vs->v && orig_id(w, arg) != want)
            func_fail(w->f, user, "register allocation: arg %d should be v%d", i, want);
        return;
    }
    if (loc < 0)
        func_fail(w->f, user, "register allocation: arg %d (v%d) has no home", i, want);
    else if (state[loc] != want)
        func_fail(w->f, user, "register allocation: arg %d should be v%d, but %s%d holds v%d", i, want,
                  loc < NumAllocRegs ? amd64_reg_names[loc] : "slot ", loc < NumAllocRegs ? 0 : loc - NumAllocRegs, state[loc]);
}

static void put(const Verifier *w, int32_t *state, const Value *v, int32_t id)
{
    int loc = loc_of(w, v);
    if (loc >= 0)
        state[loc] = id;
}

static void check_masks(Verifier *w, const Value *v)
{
    RegMask masks[MaxOperands] = {0};
    if (op_has(v->op, OpCall) || v->op == OpMakeResult)
        ra_call_inputs(v, masks);
    else
        for (int i = 0; i < v->nargs && i < MaxOperands; i++)
            masks[i] = ra_input_mask(v, i);
    for (int i = 0; i < v->nargs && i < MaxOperands; i++) {
        int r = reg_of(w->f, v->args[i]);
        if (masks[i] && (r == NoReg || !(masks[i] & REG_BIT(r))))
            func_fail(w->f, v, "register allocation: arg %d is in %s", i, r == NoReg ? "memory" : amd64_reg_names[r]);
    }
    if (op_has(v->op, OpResultInArg0) && v->type != ValTuple && reg_of(w->f, v) != reg_of(w->f, v->args[0]))
        func_fail(w->f, v, "register allocation: the result is not in arg 0's register");
}

static void check_args(Verifier *w, const int32_t *state, const Value *v)
{
    const int32_t *want = w->before->args[v->id];
    int n = w->before->nargs[v->id];
    bool swap = false;
    if (op_has(v->op, OpCommutative) && n > 1) {
        int loc = loc_of(w, v->args[0]);
        bool fixed = op_has(v->args[0]->op, OpFixedReg); /* SP is in no state */
        swap = fixed ? orig_id(w, v->args[0]) != want[0] : loc >= 0 && state[loc] != want[0];
    }
    for (int i = 0; i < n && i < v->nargs; i++)
        expect(w, state, v, i, v->args[i], want[swap && i < 2 ? 1 - i : i]);
}

static void forget(int32_t *state, RegMask m)
{
    for (; m; m &= m - 1)
        if (__builtin_ctzll(m) < NumAllocRegs)
            state[__builtin_ctzll(m)] = 0;
}

static void run_original(Verifier *w, int32_t *state, const Value *v)
{
    const MachineOp *op = machine_op(v->op);
    if (v->op == OpSelect0 || v->op == OpSelect1) {
        if (w->s->vals[v->id].needs_reg)
            put(w, state, v, v->id);
        return;
    }
    if (w->report && !w->f->error && (op || v->op == OpMakeResult))
        check_masks(w, v);
    check_args(w, state, v);
    if (op)
        forget(state, op->regs->clobbers);
    Home h = home_of(w->f, v);
    if (h.kind == HomePair) {
        for (int i = 0; i < 2; i++)
            if (h.reg[i] < NumAllocRegs)
                state[h.reg[i]] = -v->id;
    } else if (w->s->vals[v->id].needs_reg) {
        put(w, state, v, v->id);
    }
}

static void run_block(Verifier *w, const Block *b, int32_t *state)
{
    for (int i = 0; i < b->nvalues; i++) {
        const Value *v = b->values[i];
        if (v->op == OpPhi)
            continue;
        if (v->id < w->before->nvals && v->op != OpStoreReg) {
            run_original(w, state, v);
            continue;
        }
        int32_t id = orig_id(w, v);
        if (v->op == OpCopy || v->op == OpLoadReg || v->op == OpStoreReg)
            expect(w, state, v, 0, v->args[0], id);
        put(w, state, v, id);
    }
    for (int k = 0; k < b->ncontrols; k++)
        expect(w, state, b->controls[k], 0, b->controls[k], w->before->controls[b->id][k]);
}

/* The state that edge k of b delivers: the predecessor's, with phis done. */
static void cross_edge(Verifier *w, const Block *b, int k, int32_t *state)
{
    const int32_t *out = w->out + (size_t)b->preds[k].block->id * (size_t)w->nlocs;
    memcpy(state, out, (size_t)w->nlocs * sizeof *state);
    for (int i = 0; i < b->nvalues && b->values[i]->op == OpPhi; i++) {
        const Value *phi = b->values[i];
        if (phi->id < w->before->nvals) {
            if (!w->s->vals[phi->id].needs_reg)
                continue;
            expect(w, out, phi, k, phi->args[k], w->before->args[phi->id][k]);
            if (w->report && !w->f->error && loc_of(w, phi) != loc_of(w, phi->args[k]))
                func_fail(w->f, phi, "register allocation: arg %d is not at the phi's place", k);
            put(w, state, phi, phi->id);
        } else {
            expect(w, out, phi, k, phi->args[k], orig_id(w, phi));
            put(w, state, phi, orig_id(w, phi));
        }
    }
}

/* Meets the predecessors' states into the state at b's start; true if it changed. */
static bool enter(Verifier *w, const Block *b, int32_t *tmp)
{
    int32_t *in = w->in + (size_t)b->id * (size_t)w->nlocs;
    bool changed = false, first = !w->visited[b->id];
    for (int k = 0; k < b->npreds; k++) {
        if (!w->visited[b->preds[k].block->id])
            continue;
        cross_edge(w, b, k, tmp);
        for (int l = 0; l < w->nlocs; l++) {
            int32_t now = first ? tmp[l] : in[l] == tmp[l] ? in[l] : 0;
            changed |= now != in[l];
            in[l] = now;
        }
        first = false;
    }
    changed |= !w->visited[b->id];
    w->visited[b->id] = true;
    return changed;
}

void regalloc_verify(RegAlloc *s, const RegallocShadow *before)
{
    Func *f = s->f;
    DomTree *dom = s->nest->dom;
    Verifier w = {.s = s, .f = f, .before = before, .nlocs = NumAllocRegs + f->nlocals};
    size_t states = (size_t)f->next_block_id * (size_t)w.nlocs;
    w.in = xcalloc(states, sizeof *w.in);
    w.out = xcalloc(states, sizeof *w.out);
    w.visited = xcalloc((size_t)f->next_block_id, sizeof *w.visited);
    int32_t *tmp = xcalloc((size_t)w.nlocs, sizeof *tmp);
    for (bool again = true; again;) {
        again = false;
        for (int i = 0; i < dom->nrpo; i++) {
            Block *b = dom->rpo[i];
            if (!enter(&w, b, tmp))
                continue;
            again = true;
            int32_t *out = w.out + (size_t)b->id * (size_t)w.nlocs;
            memcpy(out, w.in + (size_t)b->id * (size_t)w.nlocs, (size_t)w.nlocs * sizeof *out);
            run_block(&w, b, out);
        }
    }
    w.report = true;
    for (int i = 0; i < dom->nrpo && !f->error; i++) {
        Block *b = dom->rpo[i];
        for (int k = 0; k < b->npreds; k++)
            cross_edge(&w, b, k, tmp);
        memcpy(tmp, w.in + (size_t)b->id * (size_t)w.nlocs, (size_t)w.nlocs * sizeof *tmp);
        run_block(&w, b, tmp);
    }
    free(w.in);
    free(w.out);
    free(w.visited);
    free(tmp);
}
