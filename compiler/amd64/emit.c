/* emit.c - blocks become Progs: order, branches, safe points.
 *
 * Values are emitted one by one (emit_ops.c); here is what stands around
 * them: jumps at block ends, chosen so that the next block is fallen into;
 * PCDATA where the async preemption state changes; which constants may be
 * made by XORL because the flags are free. */
#include "compiler/amd64/emit.h"
#include "compiler/amd64/regalloc.h"

/* --- Progs --- */

int amd64_obj_reg(int mreg)
{
    static const uint16_t regs[] = {REG_AX, REG_CX, REG_DX, REG_BX, REG_SP, REG_BP, REG_SI, REG_DI,
                                    REG_R8, REG_R9, REG_R10, REG_R11, REG_R12, REG_R13, REG_R14, REG_R15};
    return mreg < MregX0 ? regs[mreg] : REG_X0 + (mreg - MregX0);
}

Prog *emit(Emitter *e, As as, Addr from, Addr to)
{
    Prog *p = obj_prog(e->obj, e->text, as, e->v ? e->v->pos : e->pos, e->v ? (uint32_t)e->v->id : 0);
    p->from = from;
    p->to = to;
    return p;
}

Prog *emit_to(Emitter *e, As as, Addr to) { return emit(e, as, (Addr){0}, to); }
Prog *emit_from(Emitter *e, As as, Addr from) { return emit(e, as, from, (Addr){0}); }
Addr emit_mreg(int mreg) { return addr_reg(amd64_obj_reg(mreg)); }

Addr emit_reg(Emitter *e, const Value *v)
{
    int r = reg_of(e->f, v);
    if (r == NoReg || r >= NumAllocRegs) {
        func_fail(e->f, v, "has no register");
        r = 0;
    }
    return emit_mreg(r);
}

LSym *emit_symbol(Emitter *e, const SsaSym *s)
{
    return obj_lookup(e->obj, s->name, s->abi == SsaABI0 ? ABI0 : ABIInternal);
}

Addr emit_local(const Local *l, int64_t off)
{
    bool args = l->class == LocalParam || l->class == LocalResult;
    return args ? addr_param(l->name, l->offset + off) : addr_auto(l->name, l->offset + off);
}

Addr emit_mem(Emitter *e, const Value *v, const Value *base, int64_t off)
{
    if (v->aux_kind == AuxKindLocal)
        return emit_local(v->local, off);
    if (base->op == OpSB || v->aux_kind == AuxKindSym) {
        if (base->op != OpSB || !v->sym)
            func_fail(e->f, v, "mixes a symbol and a base register");
        else
            return addr_sym(emit_symbol(e, v->sym), off);
    }
    return addr_mem(emit_reg(e, base).reg, off);
}

/* --- branches --- */

static void branch(Emitter *e, As as, Block *to)
{
    Prog *p = emit_to(e, as, addr_branch(NULL));
    e->branches = ra_grow(e->f, e->branches, &e->branches_cap, e->nbranches + 1, sizeof *e->branches);
    e->branches[e->nbranches++] = (PendingBranch){p, to};
}

static void resolve_branches(Emitter *e)
{
    for (int i = 0; i < e->nbranches; i++) {
        Prog *before = e->before[e->branches[i].to->id];
        e->branches[i].p->to.target = before ? before->next : e->text->fn->first;
    }
}

typedef struct Jump {
    uint16_t yes, no; /* to go if the condition holds, or not */
} Jump;

static const Jump jumps[NumBlockKinds] = {
    [BlockEQ] = {AJEQ, AJNE}, [BlockNE] = {AJNE, AJEQ}, [BlockLT] = {AJLT, AJGE}, [BlockGE] = {AJGE, AJLT},
    [BlockLE] = {AJLE, AJGT}, [BlockGT] = {AJGT, AJLE}, [BlockULT] = {AJCS, AJCC}, [BlockUGE] = {AJCC, AJCS},
    [BlockUGT] = {AJHI, AJLS}, [BlockULE] = {AJLS, AJHI}, [BlockOS] = {AJOS, AJOC}, [BlockOC] = {AJOC, AJOS},
    [BlockORD] = {AJPC, AJPS}, [BlockNAN] = {AJPS, AJPC},
};

static void emit_if(Emitter *e, const Block *b, const Block *next)
{
    Jump j = jumps[b->kind];
    Block *yes = b->succs[0].block, *no = b->succs[1].block;
    if (yes == next) {
        branch(e, (As)j.no, no);
    } else if (no == next) {
        branch(e, (As)j.yes, yes);
    } else if (b->hint == HintUnlikely) {
        branch(e, (As)j.yes, yes);
        branch(e, AJMP, no);
    } else {
        branch(e, (As)j.no, no);
        branch(e, AJMP, yes);
    }
}

/* Floats are equal if ZF and not PF (unordered). same: where equal ones go. */
static void emit_float_equal(Emitter *e, Block *same, Block *other, const Block *next)
{
    branch(e, AJNE, other);
    if (other == next) {
        branch(e, AJPC, same);
        return;
    }
    branch(e, AJPS, other);
    if (same != next)
        branch(e, AJMP, same);
}

static void emit_jump(Emitter *e, Block *b, const Block *next)
{
    switch ((BlockKind)b->kind) {
    case BlockPlain: case BlockDefer: case BlockFirst:
        if (b->succs[0].block != next)
            branch(e, AJMP, b->succs[0].block);
        break;
    case BlockRet:
        emit_to(e, ARET, (Addr){0});
        break;
    case BlockRetJmp:
        emit_to(e, ARET, addr_sym(emit_symbol(e, b->controls[0]->call->callee), 0));
        break;
    case BlockExit:
        emit_to(e, AUNDEF, (Addr){0}); /* the return address of the last call stays inside the function */
        break;
    case BlockEQF:
        emit_float_equal(e, b->succs[0].block, b->succs[1].block, next);
        break;
    case BlockNEF:
        emit_float_equal(e, b->succs[1].block, b->succs[0].block, next);
        break;
    case BlockEQ: case BlockNE: case BlockLT: case BlockLE: case BlockGT: case BlockGE: case BlockOS: case BlockOC:
    case BlockULT: case BlockULE: case BlockUGT: case BlockUGE: case BlockORD: case BlockNAN:
        emit_if(e, b, next);
        break;
    case BlockIf: case BlockJumpTable: case BlockInvalid: case NumBlockKinds:
        func_fail(e->f, b->ncontrols ? b->controls[0] : NULL, "cannot emit a block of kind %s", block_info[b->kind].name);
        break;
    }
}

/* --- flags --- */

static bool makes_flags(const Value *v)
{
    return v->type == ValFlags || op_has(v->op, OpClobberFlags | OpFlagsTuple | OpCall);
}

static bool reads_flags(const Value *v)
{
    if (v->op == OpSelect0 || v->op == OpSelect1)
        return false;
    for (int i = 0; i < v->nargs; i++)
        if (v->args[i]->type == ValFlags)
            return true;
    return false;
}

/* Going backward over b from its end; stops at the first value, or fills live_after. */
static bool flags_before(const Block *b, bool live, bool *live_after)
{
    live |= b->ncontrols && b->controls[0]->type == ValFlags;
    for (int k = b->nvalues - 1; k >= 0; k--) {
        if (live_after)
            live_after[k] = live;
        if (makes_flags(b->values[k]))
            live = false;
        live |= reads_flags(b->values[k]);
    }
    return live;
}

/* By block id: flags made before the block are read in it or after it. */
static bool *flags_live_in(Func *f)
{
    int n;
    Block **po = postorder(f, &n);
    bool *in = NEW_ARRAY(&f->scratch, bool, f->next_block_id);
    for (bool again = true; again;) {
        again = false;
        for (int i = 0; i < n; i++) {
            bool live = false;
            for (int k = 0; k < po[i]->nsuccs; k++)
                live |= in[po[i]->succs[k].block->id];
            live = flags_before(po[i], live, NULL);
            again |= live != in[po[i]->id];
            in[po[i]->id] = live;
        }
    }
    return in;
}

/* --- asynchronous safe points --- */

enum { UnsafePointSafe = -1, UnsafePointUnsafe = -2 };

static void set_unsafe(Emitter *e, bool unsafe)
{
    int want = unsafe || e->ctx->unsafe_points ? UnsafePointUnsafe : UnsafePointSafe;
    if (e->unsafe != want)
        obj_pcdata(e->obj, e->text, e->v ? e->v->pos : e->pos, PcdataUnsafePoint, want);
    e->unsafe = want;
}

/* --- arguments in tracebacks --- */

/* Where a traceback may begin: calls, and what faults on nil. */
static void set_args(Emitter *e, const Value *v)
{
    if (!e->args->n || !(op_has((Op)v->op, OpCall) || op_has((Op)v->op, OpFaultOnNil0) || op_has((Op)v->op, OpFaultOnNil1)))
        return;
    int want = arg_live_index(e->args, e->good_args);
    if (e->arg_index != want)
        obj_pcdata(e->obj, e->text, v->pos, PcdataArgLiveIndex, want);
    e->arg_index = want;
}

static bool unsafe_after(const Block *b, bool unsafe)
{
    for (int i = 0; i < b->nvalues; i++) {
        if (b->values[i]->op == OpWBstart)
            unsafe = true;
        else if (b->values[i]->op == OpWBend)
            unsafe = false;
    }
    return unsafe;
}

/* By block id: the block begins inside a write barrier sequence. */
static bool *unsafe_at_start(Func *f)
{
    int n;
    Block **po = postorder(f, &n);
    bool *in = NEW_ARRAY(&f->scratch, bool, f->next_block_id);
    for (bool again = true; again;) {
        again = false;
        for (int i = n - 1; i >= 0; i--)
            for (int k = 0; unsafe_after(po[i], in[po[i]->id]) && k < po[i]->nsuccs; k++)
                if (!in[po[i]->succs[k].block->id])
                    in[po[i]->succs[k].block->id] = again = true;
    }
    return in;
}

/* --- the whole --- */

void emit_load_g(Emitter *e)
{
    emit(e, AXORPS, emit_mreg(MregX15), emit_mreg(MregX15));
    emit(e, AMOVQ, addr_mem(REG_TLS, 0), addr_reg(REG_g));
}

/* Zeroes locals that may be read before they are written.  X15 is 0. */
static void zero_locals(Emitter *e)
{
    for (int i = 0; i < e->f->nlocals; i++) {
        Local *l = e->f->locals[i];
        if (!l->needzero || !l->has_offset || l->class == LocalParam)
            continue;
        int64_t off = 0;
        for (; off + 16 <= l->size; off += 16)
            emit(e, AMOVUPS, emit_mreg(MregX15), emit_local(l, off));
        for (; off + 8 <= l->size; off += 8)
            emit(e, AMOVQ, addr_const(0), emit_local(l, off));
    }
}

static void emit_block(Emitter *e, Block *b, const Block *next, const bool *flags_in, bool unsafe)
{
    bool *live_after = NEW_ARRAY(&e->f->scratch, bool, b->nvalues + 1);
    bool live = false;
    for (int k = 0; k < b->nsuccs; k++)
        live |= flags_in[b->succs[k].block->id];
    flags_before(b, live, live_after);
    e->before[b->id] = e->text->fn->last;
    e->v = NULL;
    e->pos = b->pos;
    set_unsafe(e, unsafe);
    e->good_args = e->args->n ? e->args->in[b->id] : 0;
    for (int i = 0; i < b->nvalues && !e->f->error; i++) {
        e->v = b->values[i];
        e->flags_live = live_after[i];
        set_args(e, e->v);
        if (e->v->op == OpWBstart || e->v->op == OpWBend)
            set_unsafe(e, e->v->op == OpWBstart);
        else
            emit_value(e, e->v);
        e->good_args = arg_live_step(e->args, e->f, e->v, e->good_args);
    }
    e->v = NULL;
    emit_jump(e, b, next);
}

void emit_body(GenCtx *ctx, Func *f, LSym *text, const StackMaps *maps, ArgLive *args)
{
    Emitter e = {.ctx = ctx, .obj = ctx->obj, .f = f, .text = text, .maps = maps, .args = args, .pos = f->pos,
                 .unsafe = UnsafePointSafe, .stack_map = -1, .arg_index = -1};
    e.before = NEW_ARRAY(&f->scratch, Prog *, f->next_block_id);
    const bool *flags_in = flags_live_in(f), *unsafe = unsafe_at_start(f);
    if (text->abi == ABI0)
        emit(&e, AXORPS, emit_mreg(MregX15), emit_mreg(MregX15));
    zero_locals(&e);
    for (int i = 0; i < f->nblocks && !f->error; i++)
        emit_block(&e, f->blocks[i], i + 1 < f->nblocks ? f->blocks[i + 1] : NULL, flags_in, unsafe[f->blocks[i]->id]);
    resolve_branches(&e);
}
