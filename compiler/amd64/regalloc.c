/* regalloc.c - gives every value a register at every use: the walk over the
 * blocks.  regalloc.h explains the idea and names the other files.
 *
 * Expects scheduled blocks, split critical edges, flags in place (flagalloc).
 * Leaves every block rewritten, every Value with a home.
 *
 * Invariants while a block is walked:
 *   - regs[r].v is set and r is in used exactly if r is in vals[v].regs;
 *   - a value without further uses is in no register;
 *   - registers in pinned belong to the operands of the current instruction. */
#include "compiler/amd64/regalloc.h"

#include <string.h>

/* --- small things --- */

void *ra_grow(Func *f, void *p, int *cap, int need, size_t size)
{
    if (need <= *cap)
        return p;
    int want = *cap ? *cap * 2 : 8;
    while (want < need)
        want *= 2;
    char *q = arena_alloc(&f->scratch, (size_t)want * size);
    if (*cap)
        memcpy(q, p, (size_t)*cap * size);
    *cap = want;
    return q;
}

Value **ra_copy_values(Func *f, const Block *b)
{
    Value **values = NEW_ARRAY(&f->scratch, Value *, b->nvalues + 1);
    if (b->nvalues)
        memcpy(values, b->values, (size_t)b->nvalues * sizeof *values);
    return values;
}

ValState *ra_val(RegAlloc *s, const Value *v) { return &s->vals[v->id]; }

bool ra_is_merge(const Block *b) { return b->npreds > 1; }

RegMask ra_reg_class(const Value *v) { return val_type_in_float_reg(value_type(v)) ? amd64_fp : amd64_gp; }

void ra_set_orig(RegAlloc *s, const Value *copy, Value *v)
{
    s->orig = ra_grow(s->f, s->orig, &s->norig, copy->id + 1, sizeof *s->orig);
    s->orig[copy->id] = v;
}

const Value *ra_original(const RegAlloc *s, const Value *copy)
{
    return copy->id < s->norig ? s->orig[copy->id] : NULL;
}

static void set_reg_home(RegAlloc *s, const Value *v, int reg)
{
    set_home(s->f, v, (Home){.kind = HomeReg, .reg = {(uint8_t)reg, NoReg}});
}

static bool needs_register(const Value *v)
{
    ValType t = value_type(v);
    return !op_has(v->op, OpFixedReg) && (val_type_in_int_reg(t) || val_type_in_float_reg(t));
}

static bool can_remat(const Value *v)
{
    if (!op_has(v->op, OpRemat))
        return false;
    for (int i = 0; i < v->nargs; i++)
        if (!op_has(v->args[i]->op, OpFixedReg))
            return false;
    return true;
}

/* --- what operations take --- */

RegMask ra_input_mask(const Value *v, int i)
{
    const MachineOp *op = machine_op(v->op);
    if (op)
        return i < 4 ? op->regs->in[i] : 0;
    if (v->op == OpCopy)
        return ra_reg_class(v);
    return 0;
}

void ra_call_inputs(const Value *v, RegMask *masks)
{
    const MachineOp *op = machine_op(v->op);
    int ints = 0, floats = 0, fixed = 0;
    if (v->op == OpAMD64CALLclosure)
        fixed = 2;
    else if (v->op == OpAMD64CALLinter)
        fixed = 1;
    else if (v->op != OpMakeResult && v->aux_kind != AuxKindCall) { /* panicBounds */
        for (int i = 0; i < v->nargs; i++)
            masks[i] = ra_input_mask(v, i);
        return;
    }
    for (int i = 0; i < v->nargs; i++) {
        ValType t = value_type(v->args[i]);
        if (i < fixed)
            masks[i] = op->regs->in[i];
        else if (val_type_in_int_reg(t) || val_type_in_float_reg(t))
            masks[i] = REG_BIT(amd64_arg_reg(t, &ints, &floats));
        else
            masks[i] = 0;
    }
}

static int call_result_reg(const Value *select)
{
    const CallInfo *call = select->args[0]->call;
    int ints = 0, floats = 0, reg = NoReg;
    for (int i = 0; i <= select->auxint; i++)
        reg = amd64_arg_reg((ValType)call->results[i], &ints, &floats);
    return reg;
}

/* --- uses --- */

static void add_use(RegAlloc *s, const Value *v, int dist)
{
    ValState *vs = ra_val(s, v);
    if (!vs->needs_reg)
        return;
    Use *u = s->free_uses;
    if (u)
        s->free_uses = u->next;
    else
        u = NEW(&s->f->scratch, Use);
    *u = (Use){vs->uses, dist};
    vs->uses = u;
}

static void build_uses(RegAlloc *s, Block *b, Value **values, int n)
{
    BlockState *bs = &s->blocks[b->id];
    for (int i = 0; i < bs->nlive_out; i++)
        add_use(s, s->vals[bs->live_out[i].id].v, n + bs->live_out[i].dist);
    for (int i = 0; i < b->ncontrols; i++)
        add_use(s, b->controls[i], n);
    for (int i = n - 1; i >= 0; i--)
        for (int a = values[i]->nargs - 1; a >= 0 && values[i]->op != OpPhi; a--)
            add_use(s, values[i]->args[a], i);
}

/* --- registers --- */

static void free_reg(RegAlloc *s, int r)
{
    RegMask bit = REG_BIT(r);
    if (!(s->used & bit))
        return;
    ra_val(s, s->regs[r].v)->regs &= ~bit;
    s->regs[r].v = s->regs[r].c = NULL;
    s->used &= ~bit;
    if (s->inherited & bit) { /* nobody read it: predecessors need not provide it */
        s->inherited &= ~bit;
        s->dropped |= bit;
    }
}

static void free_regs(RegAlloc *s, RegMask m)
{
    for (m &= s->used; m; m &= m - 1)
        free_reg(s, __builtin_ctzll(m));
}

static void set_reg(RegAlloc *s, int r, Value *v, Value *c)
{
    free_reg(s, r);
    s->regs[r].v = v;
    s->regs[r].c = c;
    s->used |= REG_BIT(r);
    ra_val(s, v)->regs |= REG_BIT(r);
    set_reg_home(s, c, r);
    ra_set_orig(s, c, v);
}

/* The copy in r is going to be read. */
static Value *read_reg(RegAlloc *s, int r)
{
    s->inherited &= ~REG_BIT(r);
    return s->regs[r].c;
}

static void pop_use(RegAlloc *s, const Value *v)
{
    ValState *vs = ra_val(s, v);
    if (!vs->needs_reg || !vs->uses)
        return;
    Use *u = vs->uses;
    vs->uses = u->next;
    u->next = s->free_uses;
    s->free_uses = u;
    if (!vs->uses || vs->uses->dist > s->next_call[s->place])
        free_regs(s, vs->regs); /* dead, or reloaded after the call in any case */
}

static void pop_arg_uses(RegAlloc *s, Value *const *args, int n)
{
    for (int i = 0; i < n; i++)
        pop_use(s, args[i]);
}

/* Moves belong to the line of the instruction that wants them, not to that of
 * their value: a debugger that goes from line to line must not go back. */
Value *ra_new_move(RegAlloc *s, Block *b, Op op, Value *v)
{
    Value *c = new_value_from(b, op, value_type(v), v);
    Pos here = s->cur_value ? s->cur_value->pos : b->pos;
    if (here)
        c->pos = here;
    return c;
}

Value *ra_new_copy(RegAlloc *s, Block *b, Value *v, Value *c, int reg)
{
    Value *copy = ra_new_move(s, b, OpCopy, v);
    add_arg(copy, c);
    set_reg_home(s, copy, reg);
    ra_set_orig(s, copy, v);
    return copy;
}

Value *ra_clone_remat(RegAlloc *s, Block *b, Value *v, int reg)
{
    Value *c = ra_new_move(s, b, v->op, v);
    copy_aux(c, v);
    for (int i = 0; i < v->nargs; i++)
        add_arg(c, v->args[i]);
    set_reg_home(s, c, reg);
    ra_set_orig(s, c, v);
    return c;
}

/* The StoreReg of v, which block b is going to read. */
Value *ra_spill_of(RegAlloc *s, Value *v, Block *b)
{
    ValState *vs = ra_val(s, v);
    const DomTree *dom = s->nest->dom;
    if (!vs->spill) {
        s->spills = true;
        vs->spill = new_value_from(b, OpStoreReg, value_type(v), v);
        b->nvalues--; /* spill.c places it */
        ra_set_orig(s, vs->spill, v);
    }
    int32_t at = dom->pre[b->id], post = dom->post[b->id];
    if (!vs->has_restore || at < vs->restore_min)
        vs->restore_min = at;
    if (!vs->has_restore || post > vs->restore_max)
        vs->restore_max = post;
    vs->has_restore = true;
    return vs->spill;
}

Value *ra_new_reload(RegAlloc *s, Block *b, Value *v, int reg)
{
    if (ra_val(s, v)->remat)
        return ra_clone_remat(s, b, v, reg);
    Value *spill = ra_spill_of(s, v, b);
    Value *load = ra_new_move(s, b, OpLoadReg, v);
    add_arg(load, spill);
    set_reg_home(s, load, reg);
    ra_set_orig(s, load, v);
    return load;
}

static int lowest(RegMask m) { return __builtin_ctzll(m); }

/* Of the free registers in m the one that suits best. */
static int pick_free(const RegAlloc *s, RegMask m, const Desire *want)
{
    for (int k = 0; want && k < MaxDesired && want->regs[k] != NoReg; k++)
        if (m & REG_BIT(want->regs[k]))
            return want->regs[k];
    if (m & ~s->avoid)
        m &= ~s->avoid;
    return lowest(m & s->inputs ? m & s->inputs : m); /* an operand that dies leaves its place to the result */
}

static int32_t eviction_worth(RegAlloc *s, int r)
{
    ValState *vs = ra_val(s, s->regs[r].v);
    if (vs->regs & ~REG_BIT(r))
        return INT32_MAX; /* another copy remains */
    int32_t dist = vs->uses ? vs->uses->dist - s->place : INT32_MAX - 1;
    return vs->remat && dist < INT32_MAX / 2 ? dist + DistNormal : dist;
}

/* Frees r; its value moves elsewhere if that is possible without pushing another one out. */
static void evict(RegAlloc *s, int r)
{
    Value *v = s->regs[r].v;
    ValState *vs = ra_val(s, v);
    if (!(vs->regs & ~REG_BIT(r)) && !vs->remat && vs->uses) {
        RegMask room = ra_reg_class(v) & ~s->used & ~s->pinned & ~s->inputs & ~s->forbidden;
        int to = NoReg;
        for (int i = 0; i < s->nwants; i++)
            if (s->wants[i].v == v && !((s->used | s->pinned) & REG_BIT(s->wants[i].reg)))
                to = s->wants[i].reg;
        if (to == NoReg && room)
            to = pick_free(s, room, NULL);
        if (to != NoReg) {
            Value *c = ra_new_copy(s, s->cur, v, read_reg(s, r), to);
            free_reg(s, r);
            set_reg(s, to, v, c);
            return;
        }
    }
    free_reg(s, r);
}

/* A register of the mask, free afterwards; 0: the mask left no choice (reported). */
static int alloc_reg(RegAlloc *s, RegMask mask, const Desire *want)
{
    mask &= ~s->pinned;
    if (!mask) {
        func_fail(s->f, s->cur_value, "no register is left");
        return 0;
    }
    if (mask & ~s->used)
        return pick_free(s, mask & ~s->used, want);
    int best = lowest(mask);
    int32_t worth = -1;
    for (RegMask m = mask; m; m &= m - 1) {
        int32_t w = eviction_worth(s, lowest(m));
        if (w > worth) {
            worth = w;
            best = lowest(m);
        }
    }
    evict(s, best);
    return best;
}

/* Makes v available in a register of mask and pins that. */
static Value *to_reg(RegAlloc *s, Value *v, RegMask mask)
{
    ValState *vs = ra_val(s, v);
    RegMask all = mask;
    mask &= amd64_gp | amd64_fp;
    if (op_has(v->op, OpFixedReg)) {
        int home = v->op == OpSP ? MregSP : MregSB;
        if (all & REG_BIT(home))
            return v;
        int r = alloc_reg(s, mask, NULL);
        s->pinned |= REG_BIT(r);
        return ra_new_copy(s, s->cur, v, v, r);
    }
    if (vs->regs & mask) {
        int r = lowest(vs->regs & mask);
        s->pinned |= REG_BIT(r);
        return read_reg(s, r);
    }
    int r = alloc_reg(s, mask, NULL);
    Value *c = vs->regs ? ra_new_copy(s, s->cur, v, read_reg(s, lowest(vs->regs)), r) : ra_new_reload(s, s->cur, v, r);
    set_reg(s, r, v, c);
    s->pinned |= REG_BIT(r);
    return c;
}

/* --- one instruction --- */

static bool single(RegMask m) { return m && !(m & (m - 1)); }

/* Operands into registers: first those that are where they must be, then
 * those that must be in one register (as long as possible into free ones),
 * then those that have a choice. */
static void place_operands(RegAlloc *s, Value *const *args, Value **copies, const RegMask *masks, int n)
{
    bool done[MaxOperands] = {false};
    s->nwants = 0;
    for (int i = 0; i < n; i++) {
        copies[i] = args[i];
        done[i] = !masks[i];
        if (single(masks[i]) && ra_val(s, args[i])->regs & masks[i]) {
            copies[i] = to_reg(s, args[i], masks[i]);
            done[i] = true;
        } else if (single(masks[i])) {
            s->wants[s->nwants].v = args[i];
            s->wants[s->nwants++].reg = (uint8_t)lowest(masks[i]);
        }
    }
    for (bool again = true, force = false; again || force;) {
        again = false;
        for (int i = 0; i < n; i++) {
            if (done[i] || !single(masks[i]) || (!force && s->used & masks[i] && !(ra_val(s, args[i])->regs & masks[i])))
                continue;
            copies[i] = to_reg(s, args[i], masks[i]);
            done[i] = again = true;
            if (force)
                break;
        }
        if (again) {
            force = false;
            continue;
        }
        for (int i = 0; i < n && !force; i++)
            force = !done[i] && single(masks[i]);
    }
    s->nwants = 0;
    for (int i = 0; i < n; i++)
        if (!done[i])
            copies[i] = to_reg(s, args[i], masks[i]);
}

/* Uses of x by the current instruction (at the front of its list) are over after it. */
static bool dies_here(RegAlloc *s, const Value *x, Value *const *args, int n)
{
    int here = 0;
    for (int i = 0; i < n; i++)
        here += args[i] == x;
    const Use *u = ra_val(s, x)->uses;
    while (u && here--)
        u = u->next;
    return !u;
}

/* The register of copy c of x may be overwritten: x is dead, or elsewhere too. */
static bool may_overwrite(RegAlloc *s, Value *x, const Value *c, Value *const *args, int n)
{
    ValState *vs = ra_val(s, x);
    int r = reg_of(s->f, c);
    if (r == NoReg || r >= NumAllocRegs || s->regs[r].c != c)
        return r != NoReg && r < NumAllocRegs; /* a copy made just for this instruction */
    return vs->remat || (vs->regs & ~REG_BIT(r)) || dies_here(s, x, args, n);
}

/* Two-address operations: makes copies[0] something whose register the result may take, and returns that. */
static int prepare_overwrite(RegAlloc *s, Value *v, Value **args, Value **copies, int n, RegMask out, const Desire *want)
{
    bool commutes = op_has(v->op, OpCommutative) && n > 1 && args[0] != args[1];
    bool first = may_overwrite(s, args[0], copies[0], args, n) && out & REG_BIT(reg_of(s->f, copies[0]));
    if (commutes) {
        bool second = may_overwrite(s, args[1], copies[1], args, n) && out & REG_BIT(reg_of(s->f, copies[1]));
        bool second_wanted = want->regs[0] != NoReg && reg_of(s->f, copies[1]) == want->regs[0];
        if (second && (!first || second_wanted)) {
            Value *x = args[0];
            args[0] = args[1];
            args[1] = x;
            x = copies[0];
            copies[0] = copies[1];
            copies[1] = x;
            first = true;
        }
    }
    if (first)
        return reg_of(s->f, copies[0]);
    int r = alloc_reg(s, out, want);
    s->pinned |= REG_BIT(r);
    Value *c = ra_val(s, args[0])->remat ? ra_clone_remat(s, s->cur, args[0], r) : ra_new_copy(s, s->cur, args[0], copies[0], r);
    copies[0] = c;
    return r;
}

/* Registers that the instruction destroys: their contents move away, or are dropped. */
static void make_room(RegAlloc *s, const Value *v, RegMask clobbers)
{
    if (op_has(v->op, OpCall)) {
        free_regs(s, s->used);
        return;
    }
    s->forbidden = clobbers;
    for (RegMask m = clobbers & s->used; m; m &= m - 1)
        evict(s, lowest(m));
    s->forbidden = 0;
}

static void release_if_dead(RegAlloc *s, const Value *v)
{
    ValState *vs = ra_val(s, v);
    if (!vs->uses || vs->uses->dist > s->next_call[s->place])
        free_regs(s, vs->regs);
}

static void give_result(RegAlloc *s, Value *v, const RegSpec *spec, int overwritten, const Desire *want)
{
    RegMask out0 = spec ? spec->out[0] : ra_reg_class(v), out1 = spec ? spec->out[1] : 0;
    if (!out0 || (!ra_val(s, v)->needs_reg && v->type != ValTuple))
        return;
    s->pinned = op_has(v->op, OpResultNotInArgs) ? s->inputs : 0;
    s->forbidden = out1 | (spec ? spec->clobbers : 0);
    int r0 = overwritten != NoReg ? overwritten : alloc_reg(s, out0 & ~(spec ? spec->clobbers : 0), want);
    if (overwritten != NoReg)
        free_reg(s, r0);
    if (v->type != ValTuple) {
        s->forbidden = 0;
        set_reg(s, r0, v, v);
        return;
    }
    s->pinned |= REG_BIT(r0);
    int r1 = out1 ? alloc_reg(s, out1, NULL) : NoReg;
    s->forbidden = 0;
    set_home(s->f, v, (Home){.kind = HomePair, .reg = {(uint8_t)r0, (uint8_t)r1}});
}

static void walk_instruction(RegAlloc *s, Value *v, const Desire *want)
{
    const MachineOp *op = machine_op(v->op);
    const RegSpec *spec = op ? op->regs : NULL;
    int n = v->nargs, overwritten = NoReg;
    if (n > MaxOperands) {
        func_fail(s->f, v, "too many operands");
        return;
    }
    RegMask masks[MaxOperands] = {0};
    Value *args[MaxOperands], *copies[MaxOperands];
    memcpy(args, v->args, (size_t)n * sizeof *args);
    if (op_has(v->op, OpCall) || v->op == OpMakeResult)
        ra_call_inputs(v, masks);
    else
        for (int i = 0; i < n; i++)
            masks[i] = ra_input_mask(v, i);
    s->pinned = s->inputs = 0;
    if (spec && !op_has(v->op, OpCall)) /* what moves away for an operand had better not go where it cannot stay */
        s->forbidden = spec->clobbers | (single(spec->out[0]) ? spec->out[0] : 0) | (single(spec->out[1]) ? spec->out[1] : 0);
    place_operands(s, args, copies, masks, n);
    s->forbidden = 0;
    if (op_has(v->op, OpResultInArg0))
        overwritten = prepare_overwrite(s, v, args, copies, n, spec->out[0], want);
    s->inputs = s->pinned;
    pop_arg_uses(s, v->args, n);
    s->pinned = 0;
    if (overwritten != NoReg && s->used & REG_BIT(overwritten))
        free_reg(s, overwritten); /* its value lives on in another register, or can be made again */
    if (spec && spec->clobbers)
        make_room(s, v, spec->clobbers);
    if (overwritten != NoReg)
        s->inputs &= ~REG_BIT(overwritten);
    give_result(s, v, spec, overwritten, want);
    for (int i = 0; i < n; i++)
        set_arg(v, i, copies[i]);
    block_append(s->cur, v);
    release_if_dead(s, v);
    s->pinned = s->inputs = 0;
}

static void walk_select(RegAlloc *s, Value *v)
{
    block_append(s->cur, v);
    if (!ra_val(s, v)->needs_reg)
        return;
    int r = v->op == OpSelectN ? call_result_reg(v) : home_of(s->f, v->args[0]).reg[v->op == OpSelect1];
    if (r == NoReg || r >= NumAllocRegs) {
        func_fail(s->f, v, "selects what is in no register");
        return;
    }
    set_reg(s, r, v, v);
    release_if_dead(s, v);
}

/* KeepAlive: its arg in any register, or else in its slot. */
static void walk_keepalive(RegAlloc *s, Value *v)
{
    Value *x = v->args[0];
    ValState *vs = ra_val(s, x);
    s->pinned = s->inputs = 0;
    if (vs->remat)
        set_arg(v, 0, to_reg(s, x, ra_reg_class(x)));
    else if (vs->needs_reg)
        set_arg(v, 0, vs->regs ? read_reg(s, lowest(vs->regs)) : ra_spill_of(s, x, s->cur));
    s->pinned = 0;
    pop_use(s, x);
    block_append(s->cur, v);
}

/* Values that are where they are before the function's first instruction. */
static int entry_reg(const Value *v)
{
    if (v->op == OpArgIntReg)
        return amd64_int_arg_regs[v->auxint];
    if (v->op == OpArgFloatReg)
        return MregX0 + (int)v->auxint;
    return v->op == OpAMD64LoweredGetClosurePtr ? MregDX : NoReg;
}

static void walk_value(RegAlloc *s, Value *v, const Desire *want)
{
    s->cur_value = v;
    if (v->op == OpPhi || entry_reg(v) != NoReg)
        return;
    if (op_has(v->op, OpFixedReg)) {
        set_reg_home(s, v, v->op == OpSP ? MregSP : MregSB);
        block_append(s->cur, v);
    } else if (v->op == OpSelect0 || v->op == OpSelect1 || v->op == OpSelectN) {
        walk_select(s, v);
    } else if (v->op == OpKeepAlive) {
        walk_keepalive(s, v);
    } else if (ra_val(s, v)->remat) {
        v->block = s->cur; /* made where it is used */
    } else if (machine_op(v->op) || v->op == OpMakeResult || (v->op == OpCopy && ra_val(s, v)->needs_reg)) {
        walk_instruction(s, v, want);
    } else if (ra_val(s, v)->needs_reg) {
        func_fail(s->f, v, "was not lowered");
    } else {
        pop_arg_uses(s, v->args, v->nargs);
        block_append(s->cur, v);
    }
}

/* --- block starts --- */

static void start_state(RegAlloc *s, const BlockState *from)
{
    for (int i = 0; i < from->nend; i++) {
        RegEntry e = from->end[i];
        if (ra_val(s, e.v)->uses && !(s->used & REG_BIT(e.reg)))
            set_reg(s, e.reg, e.v, e.c);
    }
}

static bool is_loop_header(const RegAlloc *s, const Block *b)
{
    const Loop *l = s->nest->loop_of[b->id];
    return l && l->header == b;
}

/* The predecessor whose registers a merge block starts with. */
static int primary_pred(const RegAlloc *s, const Block *b)
{
    int best = -1;
    for (int i = 0; i < b->npreds; i++) {
        const Block *p = b->preds[i].block;
        if (!s->blocks[p->id].visited)
            continue;
        if (best < 0 || p->hint != HintUnlikely)
            best = i;
    }
    return best;
}

static const RegEntry *end_entry(const BlockState *p, const Value *v)
{
    for (int i = 0; i < p->nend; i++)
        if (p->end[i].v == v)
            return &p->end[i];
    return NULL;
}

/* Registers for the phis: that of the primary predecessor's arg if it dies on
 * the edge, else a free one, else a stack slot. */
static void place_phis(RegAlloc *s, Value **phis, int n, int primary, const BlockState *from, const DesireSet *desires)
{
    bool *placed = NEW_ARRAY(&s->f->scratch, bool, n + 1);
    for (int i = 0; i < n; i++) {
        Value *a = phis[i]->args[primary];
        if (!ra_val(s, phis[i])->needs_reg || !ra_val(s, phis[i])->uses || ra_val(s, a)->uses)
            continue;
        for (int k = 0; k < from->nend && !placed[i]; k++) {
            if (from->end[k].v == a && !(s->used & REG_BIT(from->end[k].reg))) {
                set_reg(s, from->end[k].reg, phis[i], phis[i]);
                placed[i] = true;
            }
        }
    }
    for (int i = 0; i < n; i++) {
        ValState *vs = ra_val(s, phis[i]);
        if (placed[i] || !vs->needs_reg || !vs->uses)
            continue;
        RegMask room = ra_reg_class(phis[i]) & ~s->used;
        Value *a = phis[i]->args[primary];
        bool far = vs->uses->dist > s->first_call && !ra_val(s, a)->remat && !end_entry(from, a);
        if (room && !far) {
            Desire want = {phis[i]->id, {NoReg, NoReg, NoReg, NoReg}};
            for (int k = 0; k < desires->n; k++)
                if (desires->items[k].id == phis[i]->id)
                    want = desires->items[k];
            set_reg(s, pick_free(s, room, &want), phis[i], phis[i]);
        } else {
            vs->spill = phis[i]; /* lives in its slot */
            s->spills = true;
            ra_set_orig(s, phis[i], phis[i]);
        }
    }
}

static bool others_have_it(const RegAlloc *s, const Block *b, const Value *v)
{
    for (int i = 0; i < b->npreds; i++) {
        const BlockState *p = &s->blocks[b->preds[i].block->id];
        if (p->visited && !end_entry(p, v))
            return false;
    }
    return true;
}

/* Every predecessor is done and has the same copy of v in r: no moves, no phi. */
static bool same_everywhere(const RegAlloc *s, const Block *b, int r, const Value *c)
{
    for (int i = 0; i < b->npreds; i++) {
        const BlockState *p = &s->blocks[b->preds[i].block->id];
        bool found = false;
        for (int k = 0; k < p->nend && !found && p->visited; k++)
            found = p->end[k].reg == r && p->end[k].c == c;
        if (!found)
            return false;
    }
    return true;
}

static void start_merge(RegAlloc *s, Block *b, Value **phis, int nphis)
{
    BlockState *bs = &s->blocks[b->id];
    int primary = primary_pred(s, b);
    if (primary < 0) {
        func_fail(s->f, NULL, "b%d comes before all its predecessors", b->id);
        return;
    }
    const BlockState *from = &s->blocks[b->preds[primary].block->id];
    bool header = is_loop_header(s, b);
    start_state(s, from);
    for (RegMask m = s->used; m; m &= m - 1) {
        ValState *vs = ra_val(s, s->regs[lowest(m)].v);
        bool far = vs->uses->dist > s->first_call;
        bool cheap = vs->remat && vs->uses->dist >= DistUnlikely; /* made again when it is needed */
        if (cheap || (far && (header || !others_have_it(s, b, vs->v))))
            free_reg(s, lowest(m));
    }
    RegMask kept = s->used;
    enum { MaxFixed = 8 }; /* per class: the others may be borrowed by shuffle.c */
    int fixed[2] = {0};
    place_phis(s, phis, nphis, primary, from, &bs->desire_in);
    bs->start = NEW_ARRAY(&s->f->scratch, RegEntry, NumAllocRegs);
    for (RegMask m = kept; m; m &= m - 1) {
        int r = lowest(m);
        Value *v = s->regs[r].v, *c = s->regs[r].c;
        int class = r >= MregX0;
        if (!header && fixed[class] < MaxFixed && same_everywhere(s, b, r, c)) {
            fixed[class]++;
        } else {
            c = new_value_from(b, OpPhi, value_type(v), v); /* shuffle.c adds the args */
            set_reg(s, r, v, c);
        }
        bs->start[bs->nstart++] = (RegEntry){(uint8_t)r, v, c};
    }
    s->inherited = kept;
}

static void start_block(RegAlloc *s, Block *b, Value **values, int n)
{
    BlockState *bs = &s->blocks[b->id];
    int nphis = 0;
    while (nphis < n && values[nphis]->op == OpPhi)
        nphis++;
    s->used = s->inherited = s->dropped = 0;
    for (int i = 0; i < nphis; i++) {
        if (ra_val(s, values[i])->needs_reg && !ra_val(s, values[i])->uses)
            remove_args(values[i]); /* dead: stays out of the block */
        else
            block_append(b, values[i]);
    }
    if (b->npreds == 0) {
        for (int i = 0; i < n; i++) {
            if (entry_reg(values[i]) == NoReg)
                continue;
            block_append(b, values[i]);
            set_reg(s, entry_reg(values[i]), values[i], values[i]);
            release_if_dead(s, values[i]);
        }
    } else if (ra_is_merge(b)) {
        start_merge(s, b, values, nphis);
    } else {
        BlockState *from = &s->blocks[b->preds[0].block->id];
        if (b->preds[0].block->kind != BlockDefer || b->preds[0].index == 0)
            start_state(s, from); /* a recovered panic brings no registers */
        bs->start = NEW_ARRAY(&s->f->scratch, RegEntry, NumAllocRegs);
        for (RegMask m = s->used; m; m &= m - 1)
            bs->start[bs->nstart++] = (RegEntry){(uint8_t)lowest(m), s->regs[lowest(m)].v, s->regs[lowest(m)].c};
    }
}

/* --- block ends --- */

/* Before a loop, what the loop uses soon is loaded into registers that are free. */
static void load_for_loop(RegAlloc *s, Block *b)
{
    if (b->nsuccs != 1 || !is_loop_header(s, b->succs[0].block) || s->blocks[b->succs[0].block->id].visited)
        return;
    BlockState *bs = &s->blocks[b->id];
    for (int i = 0; i < bs->nlive_out; i++) {
        ValState *vs = &s->vals[bs->live_out[i].id];
        RegMask room = ra_reg_class(vs->v) & ~s->used;
        if (bs->live_out[i].dist >= DistUnlikely || vs->regs || vs->remat || (room & (room - 1)) == 0)
            continue; /* keeps one register free for the loop itself */
        int r = pick_free(s, room, NULL);
        set_reg(s, r, vs->v, ra_new_reload(s, b, vs->v, r));
    }
}

static void place_controls(RegAlloc *s, Block *b)
{
    s->pinned = s->inputs = 0;
    for (int i = 0; i < b->ncontrols; i++)
        if (ra_val(s, b->controls[i])->needs_reg) {
            Value *v = b->controls[i];
            replace_control(b, i, to_reg(s, v, amd64_gp));
        }
    s->pinned = 0;
}

static void end_block(RegAlloc *s, Block *b)
{
    BlockState *bs = &s->blocks[b->id];
    bs->end = NEW_ARRAY(&s->f->scratch, RegEntry, NumAllocRegs);
    for (RegMask m = s->used; m; m &= m - 1) {
        int r = lowest(m);
        bs->end[bs->nend++] = (RegEntry){(uint8_t)r, s->regs[r].v, s->regs[r].c};
    }
    if (ra_is_merge(b)) { /* what was never read need not be there */
        int n = 0;
        for (int i = 0; i < bs->nstart; i++) {
            if (!(s->dropped & REG_BIT(bs->start[i].reg)))
                bs->start[n++] = bs->start[i];
        }
        bs->nstart = n;
    }
    for (int i = 0; i < bs->nlive_out; i++) {
        ValState *vs = &s->vals[bs->live_out[i].id];
        for (Use *u = vs->uses, *next; u; u = next) {
            next = u->next;
            u->next = s->free_uses;
            s->free_uses = u;
        }
        vs->uses = NULL;
    }
    for (RegMask m = s->used; m; m &= m - 1) {
        int r = lowest(m);
        ra_val(s, s->regs[r].v)->regs = 0;
        s->regs[r].v = s->regs[r].c = NULL;
    }
    s->used = 0;
    bs->visited = true;
}

/* --- one block --- */

typedef struct Wish {
    Desire want;
    RegMask avoid;
} Wish;

static const int *find_calls(RegAlloc *s, Value **values, int n)
{
    int *next = NEW_ARRAY(&s->f->scratch, int, n + 1);
    next[n] = INT32_MAX;
    for (int i = n - 1; i >= 0; i--)
        next[i] = i + 1 < n && op_has(values[i + 1]->op, OpCall) ? i + 1 : next[i + 1];
    return next;
}

/* What is needed only after the block's first call gives its register up at once. */
static void drop_before_call(RegAlloc *s, int call)
{
    for (RegMask m = s->used; m; m &= m - 1)
        if (ra_val(s, s->regs[lowest(m)].v)->uses->dist > call)
            free_reg(s, lowest(m));
}

static void walk_block(RegAlloc *s, Block *b)
{
    int n = b->nvalues, nargs_controls = b->ncontrols;
    Value **values = ra_copy_values(s->f, b);
    Value *controls[2] = {b->controls[0], b->controls[1]};
    Wish *wishes = NEW_ARRAY(&s->f->scratch, Wish, n + 1);
    DesireSet d = {0};
    desire_block_out(s, b, &d);
    for (int i = n - 1; i >= 0; i--) {
        wishes[i].avoid = d.avoid;
        desire_step(s, values[i], &d, &wishes[i].want);
    }
    build_uses(s, b, values, n);
    s->cur = b;
    s->place = 0;
    s->next_call = find_calls(s, values, n);
    b->nvalues = 0;
    int call = n && op_has(values[0]->op, OpCall) ? 0 : s->next_call[0];
    s->first_call = call < DistCall ? call : DistCall - 1; /* calls in other blocks count by distance */
    start_block(s, b, values, n);
    drop_before_call(s, call);
    for (int i = 0; i < n && !s->f->error; i++) {
        s->place = i;
        s->avoid = wishes[i].avoid;
        walk_value(s, values[i], &wishes[i].want);
    }
    s->avoid = 0;
    s->place = n;
    if (s->f->error)
        return;
    place_controls(s, b);
    for (int i = 0; i < nargs_controls; i++)
        pop_use(s, controls[i]);
    load_for_loop(s, b);
    end_block(s, b);
}

/* --- the whole --- */

/* A phi with one arg, left when edges died, is a copy. */
static void copies_for_single_phis(Func *f)
{
    for (int i = 0; i < f->nblocks; i++) {
        Block *b = f->blocks[i];
        for (int k = 0; k < b->nvalues && b->npreds == 1 && b->values[k]->op == OpPhi; k++)
            b->values[k]->op = OpCopy;
    }
}

static RegAlloc *new_state(Func *f)
{
    RegAlloc *s = NEW(&f->scratch, RegAlloc);
    s->f = f;
    s->nest = loop_nest(f);
    s->nvals = f->next_value_id;
    s->vals = NEW_ARRAY(&f->scratch, ValState, s->nvals);
    s->blocks = NEW_ARRAY(&f->scratch, BlockState, f->next_block_id);
    func_alloc_homes(f);
    for (int i = 0; i < f->nblocks; i++)
        for (int k = 0; k < f->blocks[i]->nvalues; k++) {
            Value *v = f->blocks[i]->values[k];
            s->vals[v->id] = (ValState){.v = v, .needs_reg = needs_register(v), .remat = needs_register(v) && can_remat(v)};
        }
    return s;
}

/* Originals of rematerialised values are in no block; they must not count as users of SP. */
static void forget_remat(RegAlloc *s)
{
    for (int i = 0; i < s->nvals; i++)
        if (s->vals[i].remat) {
            if (s->vals[i].v->uses)
                func_fail(s->f, s->vals[i].v, "is still used after it was made again everywhere");
            remove_args(s->vals[i].v);
        }
}

static bool is_ours(const RegAlloc *s, const Value *v)
{
    bool inserted = v->id >= s->nvals;
    return inserted && (v->op == OpCopy || v->op == OpLoadReg || v->op == OpPhi || op_has(v->op, OpRemat));
}

/* Copies and reloads that nobody read in the end; phis that only feed each other. */
static void drop_unused(RegAlloc *s)
{
    Func *f = s->f;
    bool *keep = NEW_ARRAY(&f->scratch, bool, f->next_value_id);
    Value **work = NEW_ARRAY(&f->scratch, Value *, f->next_value_id);
    int n = 0;
    for (int i = 0; i < f->nblocks; i++) {
        Block *b = f->blocks[i];
        for (int k = 0; k < b->nvalues; k++)
            if (!is_ours(s, b->values[k]) && b->values[k]->op != OpStoreReg) {
                keep[b->values[k]->id] = true;
                work[n++] = b->values[k];
            }
        for (int k = 0; k < b->ncontrols; k++)
            if (!keep[b->controls[k]->id]) {
                keep[b->controls[k]->id] = true;
                work[n++] = b->controls[k];
            }
    }
    while (n) {
        Value *v = work[--n];
        for (int a = 0; a < v->nargs; a++)
            if (!keep[v->args[a]->id]) {
                keep[v->args[a]->id] = true;
                work[n++] = v->args[a];
            }
    }
    for (int i = 0; i < f->nblocks; i++) {
        Block *b = f->blocks[i];
        int kept = 0;
        for (int k = 0; k < b->nvalues; k++) {
            if (keep[b->values[k]->id])
                b->values[kept++] = b->values[k];
            else
                remove_args(b->values[k]);
        }
        b->nvalues = kept;
    }
}

void amd64_regalloc(Func *f)
{
    copies_for_single_phis(f);
    RegallocShadow *before = f->config->check ? regalloc_remember(f) : NULL;
    RegAlloc *s = new_state(f);
    DomTree *dom = s->nest->dom;
    ra_live_distances(s);
    ra_desires(s);
    for (int i = 0; i < dom->nrpo && !f->error; i++)
        walk_block(s, dom->rpo[i]);
    if (!f->error)
        ra_shuffle(s);
    if (!f->error && s->spills)
        ra_place_spills(s);
    if (f->error)
        return;
    forget_remat(s);
    drop_unused(s);
    if (s->spills)
        ra_stackalloc(s);
    if (f->nnames > 0) {
        f->origs = arena_dup(&f->arena, s->orig, (size_t)s->norig * sizeof *s->orig);
        f->norigs = s->norig;
    }
    if (before)
        regalloc_verify(s, before);
}
