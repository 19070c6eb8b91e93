/* func.c - making and changing a Func: values, blocks, edges, use counts.
 *
 * The invariants that hold at all times, because only these functions touch
 * the links: v->uses counts the args and controls that name v; the two ends
 * of an edge name each other; phi args stand in the order of the preds. */
#include "compiler/ssa/ssa.h"

#include <stdlib.h>

/* --- the function --- */

enum { KeptArena = 256 << 10 }; /* what of an arena outlives its function: few functions are larger */

Func *func_renew(Func *old, const SsaConfig *config, const char *name, SsaABI abi)
{
    Func *f = old ? old : xcalloc(1, sizeof *f);
    arena_reset(&f->arena, KeptArena);
    arena_reset(&f->scratch, KeptArena);
    for (int i = 0; i < 2; i++)
        map_clear(&f->syms[i]);
    map_clear(&f->consts);
    *f = (Func){.config = config, .arena = f->arena, .scratch = f->scratch, .syms = {f->syms[0], f->syms[1]}, .consts = f->consts,
                .vars = f->vars, .vars_cap = f->vars_cap, .scopes = f->scopes, .scopes_cap = f->scopes_cap,
                .comps = f->comps, .comps_cap = f->comps_cap, .names = f->names, .names_cap = f->names_cap,
                .next_value_id = 1, .next_block_id = 1};
    f->sym = func_sym(f, name, abi);
    return f;
}

Func *func_new(const SsaConfig *config, const char *name, SsaABI abi) { return func_renew(NULL, config, name, abi); }

void func_free(Func *f)
{
    if (!f)
        return;
    map_free(&f->syms[0]);
    map_free(&f->syms[1]);
    map_free(&f->consts);
    free(f->vars);
    free(f->scopes);
    free(f->comps);
    free(f->names);
    arena_free(&f->arena);
    arena_free(&f->scratch);
    free(f);
}

SsaSym *func_sym(Func *f, const char *name, SsaABI abi)
{
    Map *syms = &f->syms[abi == SsaABI0];
    SsaSym *s = map_get_str(syms, name);
    if (!s) {
        s = NEW(&f->arena, SsaSym);
        *s = (SsaSym){name, abi};
        map_put_str(syms, name, s);
    }
    return s;
}

Local *func_local(Func *f, const char *name, LocalClass class, int64_t size, int32_t align)
{
    Local *l = NEW(&f->arena, Local);
    *l = (Local){.name = name, .id = f->nlocals, .class = class, .size = size, .align = align};
    f->locals = arena_extend(&f->arena, f->locals, f->nlocals, &f->locals_cap, sizeof *f->locals);
    f->locals[f->nlocals++] = l;
    return l;
}

RegParam *func_reg_param(Func *f)
{
    f->reg_params = arena_extend(&f->arena, f->reg_params, f->nreg_params, &f->reg_params_cap, sizeof *f->reg_params);
    RegParam *p = &f->reg_params[f->nreg_params++];
    *p = (RegParam){0};
    return p;
}

CallInfo *call_info_new(Func *f, SsaSym *callee, SsaABI abi, int nresults)
{
    CallInfo *c = NEW(&f->arena, CallInfo);
    *c = (CallInfo){.callee = callee, .abi = abi, .nresults = nresults};
    c->results = arena_alloc(&f->arena, (size_t)nresults + 1);
    return c;
}

static void append_pos(const Func *f, Pos p, Buf *b)
{
    if (p && f->config && f->config->pos) {
        PosInfo info = f->config->pos->info(f->config->pos->ctx, p);
        if (info.file)
            buf_printf(b, "%s:%d:%d: ", info.file, info.line, info.col);
    }
}

void func_fail(Func *f, const Value *v, const char *format, ...)
{
    if (f->error)
        return;
    Buf b = {0};
    append_pos(f, v && v->pos ? v->pos : f->pos, &b);
    buf_printf(&b, "internal compiler error: %s: %s: ", f->pass ? f->pass : "ssa", f->sym->name);
    if (v) {
        dump_value(f, v, &b);
        buf_puts(&b, ": ");
    }
    va_list args;
    va_start(args, format);
    buf_vprintf(&b, format, args);
    va_end(args);
    f->error = arena_strdup(&f->arena, buf_str(&b));
    buf_free(&b);
}

/* --- blocks and edges --- */

Block *block_new(Func *f, BlockKind kind)
{
    Block *b = NEW(&f->arena, Block);
    b->id = f->next_block_id++;
    b->kind = kind;
    b->func = f;
    f->blocks = arena_extend(&f->arena, f->blocks, f->nblocks, &f->blocks_cap, sizeof *f->blocks);
    f->blocks[f->nblocks++] = b;
    return b;
}

static void push_succ(Block *b, Edge e)
{
    b->succs = arena_extend(&b->func->arena, b->succs, b->nsuccs, &b->succs_cap, sizeof *b->succs);
    b->succs[b->nsuccs++] = e;
}

static void push_pred(Block *b, Edge e)
{
    b->preds = arena_extend(&b->func->arena, b->preds, b->npreds, &b->preds_cap, sizeof *b->preds);
    b->preds[b->npreds++] = e;
}

void add_edge(Block *from, Block *to)
{
    int32_t i = from->nsuccs, j = to->npreds;
    push_succ(from, (Edge){to, j});
    push_pred(to, (Edge){from, i});
}

void reset_controls(Block *b)
{
    for (int i = 0; i < b->ncontrols; i++) {
        b->controls[i]->uses--;
        b->controls[i] = NULL;
    }
    b->ncontrols = 0;
}

void add_control(Block *b, Value *v)
{
    v->uses++;
    b->controls[b->ncontrols++] = v;
}

void set_control(Block *b, Value *v)
{
    if (v)
        v->uses++; /* first, for v may be the old control */
    reset_controls(b);
    if (v) {
        b->controls[0] = v;
        b->ncontrols = 1;
    }
}

void replace_control(Block *b, int i, Value *v)
{
    v->uses++;
    b->controls[i]->uses--;
    b->controls[i] = v;
}

void remove_phi_arg(Value *phi, int i)
{
    phi->args[i]->uses--;
    phi->args[i] = phi->args[--phi->nargs];
    phi->args[phi->nargs] = NULL;
}

/* The last edge moves into the hole, on both sides. */
static void remove_succ(Block *b, int i)
{
    int last = --b->nsuccs;
    if (i != last) {
        Edge e = b->succs[i] = b->succs[last];
        e.block->preds[e.index].index = i;
    }
}

static void remove_pred(Block *b, int i)
{
    int last = --b->npreds;
    if (i != last) {
        Edge e = b->preds[i] = b->preds[last];
        e.block->succs[e.index].index = i;
    }
}

static void drop_phi_args(Block *b, int i)
{
    for (int k = 0; k < b->nvalues; k++)
        if (b->values[k]->op == OpPhi && b->values[k]->nargs > i)
            remove_phi_arg(b->values[k], i);
}

void remove_edge(Block *b, int i)
{
    Edge e = b->succs[i];
    remove_succ(b, i);
    remove_pred(e.block, e.index);
    drop_phi_args(e.block, e.index);
}

void redirect_edge(Block *b, int i, Block *to)
{
    Edge old = b->succs[i];
    remove_pred(old.block, old.index);
    drop_phi_args(old.block, old.index);
    b->succs[i] = (Edge){to, to->npreds};
    push_pred(to, (Edge){b, i});
}

void block_copy_pos(Block *to, const Block *from)
{
    to->pos = from->pos;
    to->node = from->node;
}

Block *split_edge(Block *b, int i)
{
    Edge out = b->succs[i];
    Block *middle = block_new(b->func, BlockPlain);
    block_copy_pos(middle, b);
    push_pred(middle, (Edge){b, i});
    push_succ(middle, out);
    b->succs[i] = (Edge){middle, 0};
    out.block->preds[out.index] = (Edge){middle, 0};
    return middle;
}

Block *move_jump(Block *b)
{
    Block *tail = block_new(b->func, (BlockKind)b->kind);
    block_copy_pos(tail, b);
    tail->hint = b->hint;
    tail->table = b->table;
    memcpy(tail->controls, b->controls, sizeof b->controls);
    tail->ncontrols = b->ncontrols;
    tail->succs = b->succs;
    tail->nsuccs = b->nsuccs;
    tail->succs_cap = b->succs_cap;
    for (int i = 0; i < tail->nsuccs; i++)
        tail->succs[i].block->preds[tail->succs[i].index].block = tail;
    memset(b->controls, 0, sizeof b->controls);
    b->ncontrols = 0;
    b->succs = NULL;
    b->nsuccs = b->succs_cap = 0;
    b->kind = BlockPlain;
    b->hint = HintNone;
    b->table = NULL;
    return tail;
}

void bypass_block(Block *b)
{
    Edge out = b->succs[0];
    Block *s = out.block;
    for (int i = 0; i < b->npreds; i++) {
        Edge in = b->preds[i];
        int at = i == 0 ? out.index : s->npreds;
        if (i == 0)
            s->preds[at] = in;
        else
            push_pred(s, in);
        in.block->succs[in.index] = (Edge){s, at};
        for (int k = 0; i > 0 && k < s->nvalues; k++)
            if (s->values[k]->op == OpPhi)
                add_arg(s->values[k], s->values[k]->args[out.index]);
    }
    if (b->npreds == 0)
        remove_edge(b, 0);
    b->npreds = b->nsuccs = 0;
}

void swap_successors(Block *b)
{
    Edge e = b->succs[0];
    b->succs[0] = b->succs[1];
    b->succs[1] = e;
    for (int i = 0; i < 2; i++)
        b->succs[i].block->preds[b->succs[i].index].index = i;
    b->hint = (int8_t)-b->hint;
}

void block_append(Block *b, Value *v)
{
    b->values = arena_extend(&b->func->arena, b->values, b->nvalues, &b->values_cap, sizeof *b->values);
    b->values[b->nvalues++] = v;
    v->block = b;
}

/* --- values --- */

void detach_value(Value *v)
{
    Block *b = v->block;
    int n = 0;
    for (int i = 0; i < b->nvalues; i++)
        if (b->values[i] != v)
            b->values[n++] = b->values[i];
    b->nvalues = n;
}

void insert_value(Value *v, Value *before)
{
    Block *b = before->block;
    block_append(b, v);
    int i = b->nvalues - 1;
    do
        b->values[i] = b->values[i - 1];
    while (b->values[i--] != before);
    b->values[i] = v;
}

Value *new_value(Block *b, Op op, ValType type, Pos pos, uint32_t node)
{
    Func *f = b->func;
    Value *v = NEW(&f->arena, Value);
    v->id = f->next_value_id++;
    v->op = (uint16_t)op;
    v->type = (uint8_t)type;
    v->pos = pos;
    v->node = node;
    v->args = v->args_storage;
    v->args_cap = sizeof v->args_storage / sizeof v->args_storage[0];
    block_append(b, v);
    return v;
}

void add_arg(Value *v, Value *arg)
{
    if (v->nargs == v->args_cap) {
        Value **more = NEW_ARRAY(&v->block->func->arena, Value *, v->args_cap * 2);
        memcpy(more, v->args, (size_t)v->nargs * sizeof *more);
        v->args = more;
        v->args_cap *= 2;
    }
    v->args[v->nargs++] = arg;
    arg->uses++;
}

void set_arg(Value *v, int i, Value *arg)
{
    arg->uses++;
    v->args[i]->uses--;
    v->args[i] = arg;
}

void remove_args(Value *v)
{
    for (int i = 0; i < v->nargs; i++)
        v->args[i]->uses--;
    v->nargs = 0;
}

Value *new_value0(Block *b, Op op, ValType t, Pos pos, uint32_t node) { return new_value(b, op, t, pos, node); }

Value *new_value1(Block *b, Op op, ValType t, Pos pos, uint32_t node, Value *x)
{
    Value *v = new_value(b, op, t, pos, node);
    add_arg(v, x);
    return v;
}

Value *new_value2(Block *b, Op op, ValType t, Pos pos, uint32_t node, Value *x, Value *y)
{
    Value *v = new_value1(b, op, t, pos, node, x);
    add_arg(v, y);
    return v;
}

Value *new_value3(Block *b, Op op, ValType t, Pos pos, uint32_t node, Value *x, Value *y, Value *z)
{
    Value *v = new_value2(b, op, t, pos, node, x, y);
    add_arg(v, z);
    return v;
}

Value *new_value4(Block *b, Op op, ValType t, Pos pos, uint32_t node, Value *w, Value *x, Value *y, Value *z)
{
    Value *v = new_value3(b, op, t, pos, node, w, x, y);
    add_arg(v, z);
    return v;
}

Value *new_value_i(Block *b, Op op, ValType t, Pos pos, uint32_t node, int64_t auxint)
{
    Value *v = new_value(b, op, t, pos, node);
    v->auxint = auxint;
    return v;
}

Value *new_value_from(Block *b, Op op, ValType t, const Value *from)
{
    return new_value(b, op, t, from->pos, from->node);
}

void set_sym(Value *v, SsaSym *s)
{
    v->aux_kind = s ? AuxKindSym : AuxKindNone;
    v->sym = s;
}

void set_local(Value *v, Local *l)
{
    v->aux_kind = l ? AuxKindLocal : AuxKindNone;
    v->local = l;
}

void set_call(Value *v, CallInfo *c)
{
    v->aux_kind = c ? AuxKindCall : AuxKindNone;
    v->call = c;
}

void set_string(Value *v, const char *s)
{
    v->aux_kind = s ? AuxKindString : AuxKindNone;
    v->string = s;
}

void copy_aux(Value *v, const Value *from)
{
    v->aux_kind = from->aux_kind;
    v->aux = from->aux;
    v->auxint = from->auxint;
}

void value_reset(Value *v, Op op)
{
    remove_args(v);
    v->op = (uint16_t)op;
    v->auxint = 0;
    v->aux_kind = AuxKindNone;
    v->aux = NULL;
}

void copy_of(Value *v, Value *x)
{
    x->uses++; /* x may be used by v alone */
    value_reset(v, OpCopy);
    v->type = x->type;
    add_arg(v, x);
    x->uses--;
}

Value *copy_source(Value *v)
{
    while (v->op == OpCopy)
        v = v->args[0];
    return v;
}

void replace_uses(Func *f, Value *old, Value *by)
{
    for (int i = 0; i < f->nblocks && old->uses; i++) {
        Block *b = f->blocks[i];
        for (int j = 0; j < b->nvalues; j++) {
            Value *v = b->values[j];
            for (int k = 0; k < v->nargs; k++)
                if (v->args[k] == old)
                    set_arg(v, k, by);
        }
        for (int k = 0; k < b->ncontrols; k++)
            if (b->controls[k] == old)
                replace_control(b, k, by);
    }
}

void value_remove(Value *v)
{
    remove_args(v);
    detach_value(v);
    v->block = NULL;
}

/* --- shared values of the entry block --- */

static uint64_t const_key(Op op, int64_t auxint)
{
    return (uint64_t)auxint * UINT64_C(0x9E3779B97F4A7C15) ^ (uint64_t)op << 48;
}

/* Of equal values the first is shared. */
static void find_consts(Func *f)
{
    map_clear(&f->consts);
    for (int i = 0; i < f->entry->nvalues; i++) {
        Value *v = f->entry->values[i];
        if (v->nargs || !((v->op >= OpConstBool && v->op <= OpConstNil) || v->op == OpSP || v->op == OpSB))
            continue;
        uint64_t key = const_key((Op)v->op, v->auxint);
        if (!map_get_int(&f->consts, key))
            map_put_int(&f->consts, key, v);
    }
    f->consts_known = true;
}

/* f->consts may name values that have died or changed since: then a new one is made. */
static Value *entry_value(Func *f, Op op, ValType t, int64_t auxint, Pos pos, uint32_t node)
{
    if (!f->consts_known)
        find_consts(f);
    uint64_t key = const_key(op, auxint);
    Value *v = map_get_int(&f->consts, key);
    if (v && v->block == f->entry && v->op == op && v->type == t && v->auxint == auxint && v->aux_kind == AuxKindNone)
        return v;
    v = new_value_i(f->entry, op, t, pos, node, auxint);
    map_put_int(&f->consts, key, v);
    return v;
}

Value *func_const_int(Func *f, ValType t, int64_t c, Pos pos, uint32_t node)
{
    switch (t) {
    case ValI8:
        return entry_value(f, OpConst8, t, (int8_t)c, pos, node);
    case ValI16:
        return entry_value(f, OpConst16, t, (int16_t)c, pos, node);
    case ValI32:
        return entry_value(f, OpConst32, t, (int32_t)c, pos, node);
    default:
        return entry_value(f, OpConst64, t, c, pos, node);
    }
}

Value *func_const_bool(Func *f, bool c, Pos pos, uint32_t node) { return entry_value(f, OpConstBool, ValBool, c, pos, node); }
Value *func_const_nil(Func *f, Pos pos, uint32_t node) { return entry_value(f, OpConstNil, ValPtr, 0, pos, node); }

Value *func_sp(Func *f) { return entry_value(f, OpSP, ValI64, 0, 0, 0); }
Value *func_sb(Func *f) { return entry_value(f, OpSB, ValI64, 0, 0, 0); }

Value *block_mem_control(const Block *b)
{
    for (int i = 0; i < b->ncontrols; i++) {
        Value *c = b->controls[i];
        if (c->type == ValMem)
            return c;
        if (c->type == ValResults)
            return value_mem_arg(c);
    }
    return NULL;
}

/* --- homes --- */

void func_alloc_homes(Func *f)
{
    int want = f->next_value_id;
    if (want <= f->homes_len)
        return;
    int len = f->homes_len * 2 > want ? f->homes_len * 2 : want;
    Home *homes = NEW_ARRAY(&f->arena, Home, len);
    if (f->homes_len)
        memcpy(homes, f->homes, (size_t)f->homes_len * sizeof *homes);
    f->homes = homes;
    f->homes_len = len;
}

void set_home(Func *f, const Value *v, Home h)
{
    func_alloc_homes(f);
    f->homes[v->id] = h;
}
