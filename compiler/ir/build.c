/* build.c - one function: blocks, values, variables, parameters, results. */
#include "compiler/ir/ir.h"

#include <assert.h>
#include <stdlib.h>

/* ---- the queue of functions ---- */

void ir_queue(Ir *ir, PendingFunc f)
{
    pthread_mutex_lock(&ir->lock);
    const char *key = f.abi == SsaABI0 ? arena_printf(ir->arena, "%s.abi0", f.name) : f.name;
    if (!map_get_str(&ir->queued, key)) {
        map_put_str(&ir->queued, key, ir);
        vec_push(ir->pending, ir->npending, ir->pending_cap, f);
    }
    pthread_mutex_unlock(&ir->lock);
}

void ir_unsupported(Ir *ir, Pos pos, const char *what)
{
    pos_error(ir->pos, ir->diag, pos, "%s not supported yet", what);
}

static const char *base_name(Ir *ir, FuncVars *f)
{
    if (f->obj)
        return func_link_name(ir->types, f->obj);
    return NULL;
}

/* Names and counters of closures, by the function that they are in. */
typedef struct ClosureNames {
    const char *name;
    int count;   /* of F.funcN */
    int wraps;   /* of F.gowrapN and F.deferwrapN */
    int ranges;  /* of F-rangeN */
} ClosureNames;

static ClosureNames *names_of(Ir *ir, FuncVars *f)
{
    if (!f->backend) {
        ClosureNames *n = NEW(ir->arena, ClosureNames);
        f->backend = n;
        n->name = base_name(ir, f);
        if (!n->name && !f->outer)
            n->name = arena_printf(ir->arena, "%s.init", ir->pkg->path);
    }
    return f->backend;
}

/* What is in the body of a loop over a function is named and counted with the function around the loop. */
static FuncVars *naming_func(FuncVars *f)
{
    while (f->is_range_body && f->outer)
        f = f->outer;
    return f;
}

static bool is_nested(const FuncVars *f) { return !f->obj && f->outer; }

/* Names the closures of in, which are numbered in the order of the text. */
static void name_closures(Ir *ir, FuncVars *in, FuncVars *owner)
{
    ClosureNames *outer = names_of(ir, owner);
    for (uint32_t i = 0; i < in->nclosures; i++) {
        FuncVars *c = in->closures[i];
        ClosureNames *cn = names_of(ir, c);
        if (cn->name)
            continue;
        if (c->is_range_body) {
            cn->name = arena_printf(ir->arena, "%s-range%d", outer->name, ++outer->ranges);
            name_closures(ir, c, owner);
        } else {
            cn->name = arena_printf(ir->arena, is_nested(owner) ? "%s.%d" : "%s.func%d", outer->name, ++outer->count);
        }
    }
}

/* F.func1; a closure in it F.func1.1; in package-level initializers p.init.func1
 * (gc: p.init.funcN as well). */
const char *closure_name(Ir *ir, FuncVars *f)
{
    ClosureNames *n = names_of(ir, f);
    if (n->name)
        return n->name;
    FuncVars *owner = naming_func(f->outer);
    closure_name(ir, owner);
    name_closures(ir, owner, owner);
    return n->name;
}

/* As gc names them: F.g.func1 for a literal of g that stands in F because g was inlined there. */
void name_copied_closure(Ir *ir, FuncVars *f, const char *from)
{
    FuncVars *outer = naming_func(f->outer);
    const char *name = closure_name(ir, outer);
    name_closures(ir, outer, outer);
    bool nested = is_nested(outer);
    int number = ++names_of(ir, outer)->count;
    names_of(ir, f)->name = from ? arena_printf(ir->arena, nested ? "%s.%s.%d" : "%s.%s.func%d", name, from, number)
                                 : arena_printf(ir->arena, nested ? "%s.%d" : "%s.func%d", name, number);
}

const char *wrap_name(Builder *s, const char *kind)
{
    if (!s->info)
        return arena_printf(s->ir->arena, "%s.%s%d", s->name, kind, ++s->nwraps);
    FuncVars *owner = naming_func(s->info);
    const char *name = closure_name(s->ir, owner);
    return arena_printf(s->ir->arena, "%s.%s%d", name, kind, ++names_of(s->ir, owner)->wraps);
}

/* ---- blocks ---- */

Block *new_block(Builder *s) { return block_new(s->f, BlockPlain); }

void start_block(Builder *s, Block *b)
{
    s->b = b;
    if (b && b->npreds == 0 && b != s->f->entry)
        s->b = NULL; /* nobody comes here */
}

void jump(Builder *s, Block *to)
{
    if (!s->b)
        return;
    s->b->kind = BlockPlain;
    s->b->pos = s->pos;
    s->b->node = s->node;
    add_edge(s->b, to);
    s->b = NULL;
}

void branch(Builder *s, Value *cond, Block *yes, Block *no, int hint)
{
    if (!s->b)
        return;
    s->b->kind = BlockIf;
    s->b->pos = s->pos;
    s->b->node = s->node;
    s->b->hint = (int8_t)hint;
    set_control(s->b, cond);
    add_edge(s->b, yes);
    add_edge(s->b, no);
    s->b = NULL;
}

void exit_block(Builder *s)
{
    if (!s->b)
        return;
    s->b->kind = BlockExit;
    s->b->pos = s->pos;
    s->b->node = s->node;
    set_control(s->b, mem(s));
    s->b = NULL;
}

/* ---- values ---- */

void mark_pos(Builder *s, const Node *n)
{
    if (n->pos)
        s->pos = s->inl ? inlined_pos(s, n->pos) : n->pos;
    s->node = n->id;
}

Value *op0(Builder *s, Op op, ValType t, int64_t auxint) { return new_value_i(s->b, op, t, s->pos, s->node, auxint); }
Value *op1(Builder *s, Op op, ValType t, Value *x) { return new_value1(s->b, op, t, s->pos, s->node, x); }
Value *op2(Builder *s, Op op, ValType t, Value *x, Value *y) { return new_value2(s->b, op, t, s->pos, s->node, x, y); }
Value *op3(Builder *s, Op op, ValType t, Value *x, Value *y, Value *z)
{
    return new_value3(s->b, op, t, s->pos, s->node, x, y, z);
}

Value *int_const(Builder *s, ValType t, int64_t c) { return func_const_int(s->f, t, c, s->pos, s->node); }
Value *bool_const(Builder *s, bool c) { return func_const_bool(s->f, c, s->pos, s->node); }
Value *nil_const(Builder *s) { return func_const_nil(s->f, s->pos, s->node); }

Value *sym_addr(Builder *s, const char *name)
{
    Value *v = op1(s, OpAddr, ValPtr, func_sb(s->f));
    set_sym(v, func_sym(s->f, name, SsaABIInternal));
    return v;
}

Value *local_addr(Builder *s, Local *l)
{
    Value *v = op1(s, OpLocalAddr, ValPtr, func_sp(s->f));
    set_local(v, l);
    return v;
}

Value *offset(Builder *s, Value *ptr, int64_t off)
{
    if (off == 0)
        return ptr;
    Value *v = op1(s, OpOffPtr, (ValType)ptr->type, ptr);
    v->auxint = off;
    return v;
}

/* The Local that ptr is the address of (or of a part), or NULL. */
static Local *base_local(Value *ptr)
{
    while (ptr->op == OpOffPtr || ptr->op == OpCopy || ptr->op == OpNilCheck || ptr->op == OpAddPtr)
        ptr = ptr->args[0];
    return ptr->op == OpLocalAddr ? ptr->local : NULL;
}

Value *nil_check(Builder *s, Value *ptr)
{
    Value *p = ptr;
    while (p->op == OpOffPtr || p->op == OpCopy)
        p = p->args[0];
    if (p->op == OpLocalAddr || p->op == OpAddr || p->op == OpNilCheck)
        return ptr;
    return op2(s, OpNilCheck, ValPtr, ptr, mem(s));
}

Value *load_scalar(Builder *s, ValType t, Value *addr) { return op2(s, OpLoad, t, addr, mem(s)); }

void store_scalar(Builder *s, Value *addr, Value *v) { set_mem(s, op3(s, OpStore, ValMem, addr, v, mem(s))); }

static void var_def(Builder *s, Local *l)
{
    Value *v = op1(s, OpVarDef, ValMem, mem(s));
    set_local(v, l);
    set_mem(s, v);
}

Local *new_local(Builder *s, const char *name, Type *t)
{
    int64_t align = type_align(t);
    Local *l = func_local(s->f, name, LocalAuto, type_size(t), (int32_t)(align < 1 ? 1 : align));
    l->ptrmask = ptr_mask(s->arena, t);
    l->gotype = link_string(s->ir->types, t);
    return l;
}

static Local *param_local(Builder *s, const char *name, LocalClass class, const AbiParam *p)
{
    Local *l = func_local(s->f, name, class, type_size(p->type), (int32_t)type_align(p->type));
    l->offset = p->offset;
    l->has_offset = true;
    l->ptrmask = ptr_mask(s->arena, p->type);
    l->gotype = link_string(s->ir->types, p->type);
    return l;
}

static Local *take_temp(Builder *s, Type *t)
{
    const char *name = link_string(s->ir->types, t);
    for (size_t i = s->nfree; i-- > 0;) {
        Local *l = s->free_temps[i];
        if (strcmp(l->gotype, name) == 0) {
            s->free_temps[i] = s->free_temps[--s->nfree];
            return l;
        }
    }
    return new_local(s, arena_printf(s->arena, ".tmp%d", s->f->nlocals), t);
}

Local *new_temp(Builder *s, Type *t)
{
    Local *l = take_temp(s, t);
    vec_push(s->temps, s->ntemps, s->cap_temps, l);
    if (s->b)
        var_def(s, l);
    return l;
}

/* A slot whose address went nowhere is used no more when its statement ends. */
void free_temps(Builder *s, size_t from)
{
    for (size_t i = from; i < s->ntemps; i++)
        if (s->temps[i] && !s->temps[i]->addrtaken)
            vec_push(s->free_temps, s->nfree, s->cap_free, s->temps[i]);
    s->ntemps = from;
}

/* ---- Vals ---- */

Val val_scalar(Type *t, Value *v) { return (Val){.t = t, .n = 1, .v = {v}}; }
Val val_pair(Type *t, Value *a, Value *b) { return (Val){.t = t, .n = 2, .v = {a, b}}; }
static Val val_mem(Type *t, Value *addr, bool temp) { return (Val){.t = t, .mem = true, .temp = temp, .n = 1, .v = {addr}}; }

Val val_retype(Val v, Type *t)
{
    v.t = t;
    return v;
}

static Value *zero_scalar(Builder *s, ValType t)
{
    switch (t) {
    case ValBool: return bool_const(s, false);
    case ValPtr: return nil_const(s);
    case ValF32: return new_value_i(s->f->entry, OpConst32F, t, s->pos, s->node, 0);
    case ValF64: return new_value_i(s->f->entry, OpConst64F, t, s->pos, s->node, 0);
    default: return int_const(s, t, 0);
    }
}

/* The symbol that Move and Zero name when t holds pointers. */
static void set_type_sym(Builder *s, Value *v, Type *t)
{
    if (has_pointers(t))
        set_sym(v, func_sym(s->f, sym_type(s->ir, t), SsaABIInternal));
}

void zero_mem(Builder *s, Value *addr, Type *t)
{
    int64_t size = type_size(t);
    if (size == 0)
        return;
    Value *v = op2(s, OpZero, ValMem, addr, mem(s));
    v->auxint = size;
    set_type_sym(s, v, t);
    set_mem(s, v);
}

Val val_zero(Builder *s, Type *t)
{
    Comp comps[MaxComps];
    int n = ssa_comps(t, comps);
    if (n < 0) {
        Value *addr = local_addr(s, new_temp(s, t));
        zero_mem(s, addr, t);
        return val_mem(t, addr, true);
    }
    Val v = {.t = t, .n = n};
    for (int i = 0; i < n; i++)
        v.v[i] = zero_scalar(s, comps[i].type);
    return v;
}

Val val_load(Builder *s, Type *t, Value *addr)
{
    Comp comps[MaxComps];
    int n = ssa_comps(t, comps);
    if (n < 0)
        return val_mem(t, addr, false);
    Val v = {.t = t, .n = n};
    for (int i = 0; i < n; i++)
        v.v[i] = load_scalar(s, comps[i].type, offset(s, addr, comps[i].off));
    return v;
}

static void move_mem(Builder *s, Value *to, Value *from, Type *t)
{
    int64_t size = type_size(t);
    if (size == 0 || to == from)
        return;
    Value *v = op3(s, OpMove, ValMem, to, from, mem(s));
    v->auxint = size;
    set_type_sym(s, v, t);
    set_mem(s, v);
}

void val_store(Builder *s, Value *addr, Val v)
{
    if (v.mem) {
        move_mem(s, addr, v.v[0], v.t);
        return;
    }
    Comp comps[MaxComps];
    int n = ssa_comps(v.t, comps);
    assert(n == v.n && "components do not fit the type");
    for (int i = 0; i < n; i++) {
        Value *x = v.v[i];
        if (comps[i].off_heap && x->type == ValPtr)
            x = op2(s, OpConvert, ValI64, x, mem(s)); /* an integer to the write barrier pass */
        store_scalar(s, offset(s, addr, comps[i].off), x);
    }
}

Val val_copy(Builder *s, Val v)
{
    if (!v.mem || v.temp)
        return v;
    Value *addr = local_addr(s, new_temp(s, v.t));
    move_mem(s, addr, v.v[0], v.t);
    return val_mem(v.t, addr, true);
}

/* Whoever gets the address may keep it during a call: the slot is a stack object. */
Value *val_addr(Builder *s, Val v)
{
    Value *addr = v.v[0];
    if (!v.mem) {
        addr = local_addr(s, new_temp(s, v.t));
        val_store(s, addr, v);
    }
    Local *l = base_local(addr);
    if (l)
        l->addrtaken = true;
    return addr;
}

Val val_field(Builder *s, Val v, Type *strct, uint32_t i)
{
    strct = type_under(strct);
    Type *ft = strct->strct.fields[i]->type;
    int64_t off = field_offset(strct, i);
    if (v.mem)
        return val_load(s, ft, offset(s, v.v[0], off));
    Comp all[MaxComps], part[MaxComps];
    int n = ssa_comps(strct, all), m = ssa_comps(ft, part), first = 0;
    /* Components stand in the order of the fields. */
    for (uint32_t k = 0; k < i; k++) {
        Comp skip[MaxComps];
        first += ssa_comps(strct->strct.fields[k]->type, skip);
    }
    assert(first + m <= n && "field outside its struct");
    Val r = {.t = ft, .n = m};
    for (int k = 0; k < m; k++)
        r.v[k] = v.v[first + k];
    return r;
}

/* ---- variables ---- */

VarInfo *var_info(Builder *s, Object *v) { return map_get(&s->vars, v); }

static bool is_result(const Object *v) { return v->var.role == VarResult; }

/* A closure that does not copy the variable needs its address. */
static bool needs_memory(Builder *s, Object *v)
{
    return v->var.addrtaken || (v->var.captured && !captured_by_value(v)) || !ssa_able(v->type) || s->ir->no_opt ||
           (is_result(v) && s->has_defer && v->var.owner == s->info);
}

VarInfo *var_declare(Builder *s, Object *v)
{
    VarInfo *x = map_get(&s->vars, v);
    if (!x) {
        x = NEW(s->arena, VarInfo);
        x->t = v->type;
        map_put(&s->vars, v, x);
        if (v->var.escapes) {
            x->kind = VarByPointer;
            x->first = var_new(s, ValPtr);
            if (s->ir->debug_stack || (is_result(v) && s->has_defer && v->var.owner == s->info)) { /* a recovered panic finds only memory */
                x->local = new_local(s, arena_printf(s->arena, "&%s", v->name), new_pointer(s->ir->types, v->type));
                var_def(s, x->local);
            }
        } else if (needs_memory(s, v)) {
            x->kind = VarOnStack;
            x->local = s->place ? param_local(s, v->name, LocalParam, s->place) : new_local(s, v->name, v->type);
            x->local->addrtaken = v->var.addrtaken || v->var.captured;
        } else {
            Comp comps[MaxComps];
            int n = ssa_comps(v->type, comps);
            x->kind = VarInSSA;
            x->first = s->nvars;
            for (int i = 0; i < n; i++)
                var_new(s, comps[i].type);
        }
        debug_var(s, v, x, 0);
    }
    if (x->kind == VarByPointer && x->local)
        store_scalar(s, local_addr(s, x->local), alloc_object(s, v->type, true));
    else if (x->kind == VarByPointer)
        var_write(s, x->first, alloc_object(s, v->type, true));
    else if (x->kind == VarOnStack)
        var_def(s, x->local);
    return x;
}

static bool is_global(const Object *v) { return v->var.role == VarGlobal; }

/* Behind a label that nobody jumps to, what was declared in front of it is not there. */
static VarInfo *var_known(Builder *s, Object *v)
{
    if (!var_info(s, v))
        declare_zero(s, v);
    return var_info(s, v);
}

Value *var_addr(Builder *s, Object *v)
{
    if (is_global(v)) /* all variables without bytes have one address */
        return sym_addr(s, type_size(v->type) ? var_link_name(s->ir->types, v) : "runtime.zerobase");
    VarInfo *x = var_known(s, v);
    if (x->kind == VarByPointer)
        return x->local ? load_scalar(s, ValPtr, local_addr(s, x->local)) : var_read(s, x->first);
    assert(x->kind == VarOnStack && "variable has no address");
    return local_addr(s, x->local);
}

bool var_is_ssa(Builder *s, Object *v)
{
    VarInfo *x = is_global(v) ? NULL : var_known(s, v);
    return x && x->kind == VarInSSA;
}

Val var_load(Builder *s, Object *v)
{
    if (!var_is_ssa(s, v))
        return val_load(s, v->type, var_addr(s, v));
    VarInfo *x = var_info(s, v);
    Comp comps[MaxComps];
    Val r = {.t = v->type, .n = ssa_comps(v->type, comps)};
    for (int i = 0; i < r.n; i++)
        r.v[i] = var_read(s, x->first + i);
    return r;
}

void var_store(Builder *s, Object *v, Val val)
{
    if (!var_is_ssa(s, v)) {
        val_store(s, var_addr(s, v), val_retype(val, v->type));
        return;
    }
    VarInfo *x = var_info(s, v);
    assert(!val.mem && "memory value for an SSA variable");
    for (int i = 0; i < val.n; i++)
        var_write(s, x->first + i, val.v[i]);
}

void declare_zero(Builder *s, Object *v)
{
    VarInfo *x = var_declare(s, v);
    if (x->kind == VarInSSA)
        var_store(s, v, val_zero(s, v->type));
    else if (x->kind == VarOnStack)
        zero_mem(s, local_addr(s, x->local), v->type);
}

/* The slot that holds val and nothing else from now on, or NULL. */
static Local *keep_temp(Builder *s, Val val)
{
    Local *l = val.mem && val.temp && val.v[0]->op == OpLocalAddr && val.v[0]->auxint == 0 ? val.v[0]->local : NULL;
    for (size_t i = s->ntemps; l && !l->addrtaken && i-- > 0;) {
        if (s->temps[i] == l) {
            s->temps[i] = NULL;
            return l;
        }
    }
    return NULL;
}

void declare_init(Builder *s, Object *v, Val val)
{
    bool again = var_info(s, v) != NULL; /* val may be what it held before */
    Local *l = again || v->var.escapes || s->ir->no_opt ? NULL : keep_temp(s, val);
    if (l) {
        VarInfo *x = NEW(s->arena, VarInfo);
        *x = (VarInfo){.t = v->type, .kind = VarOnStack, .local = l};
        l->addrtaken = v->var.addrtaken || v->var.captured;
        map_put(&s->vars, v, x);
        return;
    }
    if (again)
        val = val_copy(s, val);
    var_declare(s, v);
    var_store(s, v, val);
}

/* ---- parameters and results ---- */

/* Counts registers as parameters take them. */
typedef struct Regno {
    int ints, floats;
} Regno;

static Value *arg_reg(Builder *s, ValType t, Regno *next)
{
    bool is_float = val_type_is_float(t);
    return op0(s, is_float ? OpArgFloatReg : OpArgIntReg, t, is_float ? next->floats++ : next->ints++);
}

/* What the caller passed as parameter p. */
static Val param_value(Builder *s, const char *name, const AbiParam *p, Regno *next)
{
    if (!p->in_regs) {
        Local *l = param_local(s, name, LocalParam, p);
        Val stacked = val_load(s, p->type, local_addr(s, l));
        stacked.temp = true; /* the variable gets a copy */
        return stacked;
    }
    Val v = {.t = p->type, .n = p->ncomps};
    Value *regs[24];
    for (int i = 0; i < p->ncomps; i++) {
        RegParam *r = func_reg_param(s->f);
        bool is_float = val_type_is_float(p->comps[i].type);
        *r = (RegParam){.seq = (uint8_t)(is_float ? next->floats : next->ints), .is_float = is_float,
                        .type = (uint8_t)p->comps[i].type, .spill = p->offset + p->comps[i].off};
        regs[i] = arg_reg(s, p->comps[i].type, next);
    }
    if (ssa_able(p->type)) {
        for (int i = 0; i < p->ncomps; i++)
            v.v[i] = regs[i];
        return v;
    }
    Value *addr = local_addr(s, new_temp(s, p->type));
    for (int i = 0; i < p->ncomps; i++)
        store_scalar(s, offset(s, addr, p->comps[i].off), regs[i]);
    return val_mem(p->type, addr, true);
}

void func_params(Builder *s, const char **names, Val *out)
{
    Regno next = {0, 0};
    for (int i = 0; i < s->abi->nparams; i++)
        out[i] = param_value(s, names ? names[i] : "", &s->abi->params[i], &next);
}

void finish_return(Builder *s, Val *results)
{
    if (!s->b)
        return;
    Value *ret = NULL;
    int nregs = 0;
    Value *regs[24];
    for (int i = 0; i < s->abi->nresults; i++) {
        AbiParam *p = &s->abi->results[i];
        Val v = results[i];
        if (!p->in_regs) {
            val_store(s, local_addr(s, s->result_locals[i]), val_retype(v, p->type));
            continue;
        }
        for (int k = 0; k < p->ncomps; k++)
            regs[nregs++] = v.mem ? load_scalar(s, p->comps[k].type, offset(s, v.v[0], p->comps[k].off)) : v.v[k];
    }
    ret = new_value(s->b, OpMakeResult, ValResults, s->pos, s->node);
    for (int i = 0; i < nregs; i++)
        add_arg(ret, regs[i]);
    add_arg(ret, mem(s));
    s->b->kind = BlockRet;
    s->b->pos = s->pos;
    s->b->node = s->node;
    set_control(s->b, ret);
    s->b = NULL;
}

/* Stack results get their places in the caller's area. */
void func_results(Builder *s)
{
    s->result_locals = NEW_ARRAY(s->arena, Local *, s->abi->nresults + 1);
    for (int i = 0; i < s->abi->nresults; i++)
        if (!s->abi->results[i].in_regs)
            s->result_locals[i] = param_local(s, arena_printf(s->arena, "~r%d", i), LocalResult, &s->abi->results[i]);
}

/* ---- captured variables ---- */

Type *closure_struct(Ir *ir, Type **types, int n)
{
    TypesCtx *c = ir->types;
    Object **fields = NEW_ARRAY(ir->arena, Object *, n + 1);
    fields[0] = new_var(c, ir->pkg, intern_str(c->names, "F"), c->basic[KindUintptr], 0, VarField);
    for (int i = 0; i < n; i++)
        fields[i + 1] = new_var(c, ir->pkg, intern_str(c->names, arena_printf(ir->arena, "X%d", i)), types[i], 0, VarField);
    return new_struct(c, fields, (uint32_t)n + 1);
}

Type *capture_type(Ir *ir, Object *v) { return captured_by_value(v) ? v->type : new_pointer(ir->types, v->type); }

void load_captures(Builder *s)
{
    FuncVars *f = s->info;
    if (f->ncaptures == 0)
        return;
    Type **types = NEW_ARRAY(s->arena, Type *, f->ncaptures);
    for (uint32_t i = 0; i < f->ncaptures; i++)
        types[i] = capture_type(s->ir, f->captures[i]);
    Type *strct = closure_struct(s->ir, types, (int)f->ncaptures);
    for (uint32_t i = 0; i < f->ncaptures; i++) {
        Object *v = f->captures[i];
        Value *addr = offset(s, closure_ptr(s), field_offset(strct, i + 1));
        VarInfo *x = NEW(s->arena, VarInfo);
        x->t = v->type;
        map_put(&s->vars, v, x);
        int64_t closure_off = field_offset(strct, i + 1);
        if (captured_by_value(v) && s->ir->debug_stack) {
            x->kind = VarOnStack;
            x->local = new_local(s, v->name, v->type);
            var_def(s, x->local);
            debug_var(s, v, x, closure_off);
            var_store(s, v, val_load(s, v->type, addr));
            continue;
        }
        if (captured_by_value(v) && ssa_able(v->type)) {
            Comp comps[MaxComps];
            int n = ssa_comps(v->type, comps);
            x->kind = VarInSSA;
            x->first = s->nvars;
            for (int k = 0; k < n; k++)
                var_new(s, comps[k].type);
            debug_var(s, v, x, closure_off);
            var_store(s, v, val_load(s, v->type, addr));
            continue;
        }
        /* A large copy is read where it stands: it never changes. */
        x->kind = VarByPointer;
        x->first = var_new(s, ValPtr);
        Value *at = captured_by_value(v) ? addr : load_scalar(s, ValPtr, addr);
        if (s->ir->debug_stack) {
            x->local = new_local(s, arena_printf(s->arena, "&%s", v->name), new_pointer(s->ir->types, v->type));
            var_def(s, x->local);
            store_scalar(s, local_addr(s, x->local), at);
        }
        debug_var(s, v, x, closure_off);
        var_write(s, x->first, at);
    }
}

Value *closure_ptr(Builder *s)
{
    if (!s->closure) {
        s->f->flags |= FuncNeedCtxt;
        s->closure = new_value(s->f->entry, OpGetClosurePtr, ValPtr, s->pos, s->node);
    }
    return s->closure;
}

/* ---- a declared function or a function literal ---- */

static uint32_t pragma_flags(uint32_t pragma)
{
    static const struct { uint32_t pragma, flag; } table[] = {
        {PragmaNoSplit, FuncNoSplit},
        {PragmaSystemStack, FuncSystemStack},
        {PragmaNoWriteBarrier, FuncNoWriteBarrier},
        {PragmaNoInline, FuncNoInline},
        {PragmaNoRace, FuncNoRace},
    };
    uint32_t flags = 0;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (pragma & table[i].pragma)
            flags |= table[i].flag;
    return flags;
}

bool defers(const FuncVars *f)
{
    bool found = f->has_defer;
    for (uint32_t i = 0; i < f->nclosures && !found; i++)
        found = f->closures[i]->is_range_body && defers(f->closures[i]);
    return found;
}

static void declare_params(Builder *s)
{
    FuncVars *f = s->info;
    Type *in = f->sig->func.params;
    int extra = f->recv != NULL, n = s->abi->nparams;
    Object **vars = NEW_ARRAY(s->arena, Object *, n + 1);
    const char **names = NEW_ARRAY(s->arena, const char *, n + 1);
    Val *vals = NEW_ARRAY(s->arena, Val, n + 1);
    vars[0] = f->recv;
    for (int i = extra; i < n; i++)
        vars[i] = in->tuple.vars[i - extra];
    for (int i = 0; i < n; i++)
        names[i] = vars[i]->name;
    func_params(s, names, vals);
    for (int i = 0; i < n; i++) {
        s->place = s->abi->params[i].in_regs ? &s->abi->params[i] : NULL;
        declare_init(s, vars[i], vals[i]);
        debug_param(s, var_info(s, vars[i]), &s->abi->params[i], &vals[i]);
    }
    s->place = NULL;
}

static void declare_results(Builder *s)
{
    Type *out = s->info->sig->func.results;
    s->nresults = (int)out->tuple.n;
    s->results = out->tuple.vars;
    func_results(s);
    for (int i = 0; i < s->nresults; i++)
        if (s->results[i]->name[0] || s->has_defer || s->results[i]->var.captured || s->ir->debug_stack)
            declare_zero(s, s->results[i]);
        else
            debug_var(s, s->results[i], NULL, 0);
}

void return_results(Builder *s)
{
    Val *vals = NEW_ARRAY(s->arena, Val, s->nresults + 1);
    for (int i = 0; i < s->nresults && !s->exit; i++)
        vals[i] = var_load(s, s->results[i]);
    if (s->exit)
        jump(s, s->exit);
    else
        finish_return(s, vals);
}

/* With defers every return goes through s->exit, where the deferred calls are made. A recovered panic enters
 * at s->recover and finds the results in the frame. */
static void finish_exit(Builder *s, Block *exit, bool open)
{
    start_block(s, exit);
    if (!s->b)
        return;
    s->pos = s->info->body->block.rbrace;
    if (open)
        run_open_defers(s);
    else
        rt_call(s, "deferreturn", 0);
    Val *vals = NEW_ARRAY(s->arena, Val, s->nresults + 1);
    for (int i = 0; i < s->nresults; i++)
        vals[i] = var_load(s, s->results[i]);
    finish_return(s, vals);
}

/* These call a function for the program, which may recover as if it had been
 * called itself. */
static bool is_reflect_bridge(const char *name)
{
    return strcmp(name, "reflect.callReflect") == 0 || strcmp(name, "reflect.callMethod") == 0;
}

void build_func(Builder *s, void *arg)
{
    FuncVars *f = arg;
    s->info = f;
    s->has_defer = defers(f);
    s->pos = f->node->pos;
    s->node = f->node->id;
    s->f->pos = f->node->pos;
    s->f->node = f->node->id;
    if (f->obj)
        s->f->flags |= pragma_flags(f->obj->func.pragma);
    if (is_reflect_bridge(s->name))
        s->f->flags |= FuncWrapper;
    if (s->has_defer)
        s->f->flags |= FuncHasDefer;
    s->abi = abi_of(s->arena, f->recv ? f->recv->type : NULL, f->sig, SsaABIInternal);
    s->f->args_size = s->abi->args_size;
    s->f->arginfo_len = abi_arginfo(s->arena, s->abi, &s->f->arginfo);
    if (f->ncaptures) {
        s->f->flags |= FuncClosure;
        closure_ptr(s);
    }
    if (s->has_defer) {
        open_defers(s);
        s->exit = new_block(s);
        s->recover = s->f->flags & FuncOpenDefers ? new_block(s) : s->exit;
    }
    declare_params(s);
    load_captures(s);
    declare_results(s);
    stmt_list(s, f->body->block.stmts);
    if (s->b) {
        s->pos = f->body->block.rbrace;
        Val *vals = NEW_ARRAY(s->arena, Val, s->nresults + 1);
        for (int i = 0; i < s->nresults && !s->exit; i++)
            vals[i] = s->results[i]->name[0] ? var_load(s, s->results[i]) : val_zero(s, s->results[i]->type);
        if (s->exit)
            jump(s, s->exit);
        else
            finish_return(s, vals);
    }
    if (s->exit)
        finish_exit(s, s->exit, s->f->flags & FuncOpenDefers);
    if (s->recover != s->exit)
        finish_exit(s, s->recover, false);
}

/* Takes out what no path from the entry reaches: code behind returns and
 * panics, which may still jump into living blocks. */
static void prune(Builder *s)
{
    Func *f = s->f;
    bool *reached = NEW_ARRAY(s->arena, bool, f->next_block_id);
    Block **todo = NEW_ARRAY(s->arena, Block *, f->nblocks);
    int n = 0, kept = 0;
    todo[n++] = f->entry;
    reached[f->entry->id] = true;
    while (n > 0) {
        Block *b = todo[--n];
        for (int i = 0; i < b->nsuccs; i++) {
            Block *to = b->succs[i].block;
            if (!reached[to->id]) {
                reached[to->id] = true;
                todo[n++] = to;
            }
        }
    }
    for (int i = 0; i < f->nblocks; i++) {
        Block *b = f->blocks[i];
        if (reached[b->id]) {
            f->blocks[kept++] = b;
            continue;
        }
        reset_controls(b);
        while (b->nsuccs > 0)
            remove_edge(b, b->nsuccs - 1);
        for (int k = 0; k < b->nvalues; k++)
            remove_args(b->values[k]);
    }
    f->nblocks = kept;
    int refs = 0;
    for (int i = 0; i < s->nfwdrefs; i++)
        if (reached[s->fwdrefs[i]->block->id])
            s->fwdrefs[refs++] = s->fwdrefs[i];
    s->nfwdrefs = refs;
}

Func *ir_build(Ir *ir, const PendingFunc *p, Func *old)
{
    Builder s = {.ir = ir, .name = p->name, .pos = p->pos};
    s.f = func_renew(old, ir->ssa, p->name, p->abi);
    s.f->flags = p->flags;
    s.f->pos = p->pos;
    s.arena = &s.f->arena;
    s.f->entry = block_new(s.f, BlockPlain);
    s.b = s.f->entry;
    var_new(&s, ValMem);
    s.initmem = op0(&s, OpInitMem, ValMem, 0);
    set_mem(&s, s.initmem);
    size_t errors = ir->diag->count;
    p->build(&s, p->arg);
    prune(&s);
    resolve_fwdrefs(&s);
    copyelim(s.f);
    map_free(&s.defs);
    map_free(&s.vars);
    map_free(&s.labels);
    free(s.var_types);
    free(s.var_comps);
    free(s.temps);
    free(s.free_temps);
    free(s.fwdrefs);
    if (ir->diag->count != errors) {
        func_free(s.f);
        return NULL;
    }
    return s.f;
}
