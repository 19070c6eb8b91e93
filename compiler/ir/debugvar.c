/* debugvar.c - tells debuggers which variables a function has, and where.
 *
 * With -N every variable has a place in the frame for the whole call; else its
 * components are values, and each assignment is noted (DebugName).  One that
 * lives on the heap is told as a pointer called &x, as gc does.  The back end
 * turns blocks of source into ranges of code, and values into places. */
#include "compiler/ir/ir.h"
#include "base/goobj.h"

/* The number of a block in f->scopes; -1 for the function's own. */
static int scope_number(Builder *s, const Scope *scope)
{
    Func *f = s->f;
    if (!scope || scope->is_func || !scope->pos)
        return -1;
    for (size_t i = f->nscopes; i-- > 0;)
        if (f->scopes[i].pos == scope->pos && f->scopes[i].end == scope->end)
            return (int)i;
    int parent = scope_number(s, scope->parent);
    vec_push(f->scopes, f->nscopes, f->scopes_cap, ((DebugScope){parent, scope->pos, scope->end}));
    return (int)f->nscopes - 1;
}

static uint8_t kind_of(const Object *v)
{
    return v->var.role == VarParam || v->var.role == VarRecv ? GoVarParam : v->var.role == VarResult ? GoVarResult : GoVarLocal;
}

static const char *result_name(Builder *s, const Object *v)
{
    int i = 0;
    while (i < s->nresults && s->results[i] != v)
        i++;
    return arena_printf(s->ir->arena, "~r%d", i);
}

/* Numbers the components that x has as variables of SSA construction. */
static void add_comps(Builder *s, DebugVar *d, const VarInfo *x)
{
    Comp comps[MaxComps] = {{.type = ValPtr}};
    d->ncomps = x->kind == VarByPointer ? 1 : ssa_comps(x->t, comps);
    for (int i = 0; i < d->ncomps; i++) {
        s->var_comps[x->first + i] = (int32_t)s->f->ncomps;
        vec_push(s->f->comps, s->f->ncomps, s->f->comps_cap, ((DebugComp){.off = comps[i].off, .type = (uint8_t)comps[i].type}));
    }
}

/* x NULL: a result without a name, which has no place of its own. */
void debug_var(Builder *s, Object *v, VarInfo *x, int64_t closure_off)
{
    const char *name = v->name[0] ? v->name : v->var.role == VarResult ? result_name(s, v) : NULL;
    bool hidden = name && name[0] == '#' && strncmp(name, "#yield", 6) != 0; /* rangefunc.c's own */
    if (!s->ir->debug_vars || s->inl || !name || strcmp(name, "_") == 0 || hidden)
        return;
    bool by_pointer = x && x->kind == VarByPointer, captured = s->info && v->var.owner != s->info && !s->range;
    Type *t = by_pointer ? new_pointer(s->ir->types, v->type) : v->type;
    DebugVar d = {.name = by_pointer ? arena_printf(s->ir->arena, "&%s", name) : name, .local = x ? x->local : NULL,
                  .type = sym_type(s->ir, t), .size = type_size(t), .kind = captured ? GoVarLocal : kind_of(v),
                  .scope = captured ? -1 : scope_number(s, v->parent), .pos = v->pos, .closure_off = closure_off, .comp = (int)s->f->ncomps};
    if (x && !x->local)
        add_comps(s, &d, x);
    vec_push(s->f->vars, s->f->nvars, s->f->vars_cap, d);
    if (x)
        x->debug = (int)s->f->nvars;
}

void debug_name(Builder *s, int comp, Value *v, Value *after)
{
    vec_push(s->f->names, s->f->nnames, s->f->names_cap, ((DebugName){.comp = comp, .v = v, .after = after, .block = after ? after->block : s->b}));
}

/* A parameter on the stack is where it came until the variable is another. */
static void stack_param(Builder *s, const VarInfo *x, const AbiParam *p)
{
    Func *f = s->f;
    DebugVar *d = &f->vars[x->debug - 1];
    Comp comps[MaxComps];
    if (x->kind == VarByPointer)
        return;
    for (int i = 0; i < f->nlocals; i++)
        if (f->locals[i]->class == LocalParam && f->locals[i]->offset == p->offset)
            d->param = f->locals[i];
    d->stores = ssa_able(p->type) ? ssa_comps(p->type, comps) : 1;
    for (size_t i = f->nnames; x->kind == VarInSSA && i > 0 && f->names[i - 1].comp >= d->comp; i--)
        f->names[i - 1] = (DebugName){.comp = f->names[i - 1].comp, .passed = true, .block = f->entry};
}

void debug_param(Builder *s, const VarInfo *x, const AbiParam *p, const Val *v)
{
    if (x->debug && !p->in_regs)
        stack_param(s, x, p);
    for (size_t i = s->f->nnames; x->debug && x->kind == VarInSSA && p->in_regs && i > 0 && s->f->names[i - 1].comp >= s->f->vars[x->debug - 1].comp; i--)
        s->f->names[i - 1].after = s->f->names[i - 1].v; /* from the start, not from the declaration on */
    if (!x->debug || x->kind != VarOnStack || !p->in_regs || v->mem)
        return;
    DebugVar *d = &s->f->vars[x->debug - 1];
    d->comp = (int)s->f->ncomps;
    d->ncomps = p->ncomps;
    for (int i = 0; i < p->ncomps; i++) {
        vec_push(s->f->comps, s->f->ncomps, s->f->comps_cap, ((DebugComp){.off = p->comps[i].off, .type = (uint8_t)p->comps[i].type}));
        debug_name(s, d->comp + i, v->v[i], v->v[i]);
    }
}

/* .closureptr: the context with which the body of a range over a function was called. */
void debug_closure_ptr(Builder *s)
{
    if (!s->ir->debug_vars)
        return;
    Value *v = closure_ptr(s);
    Type *t = new_pointer(s->ir->types, s->ir->types->basic[KindUint8]);
    DebugVar d = {.name = ".closureptr", .type = sym_type(s->ir, t), .size = type_size(t), .kind = GoVarLocal, .scope = -1,
                  .comp = (int)s->f->ncomps, .ncomps = 1};
    if (s->ir->debug_stack) {
        d.local = new_local(s, d.name, t);
        store_scalar(s, local_addr(s, d.local), v);
    }
    vec_push(s->f->comps, s->f->ncomps, s->f->comps_cap, ((DebugComp){.type = ValPtr}));
    debug_name(s, d.comp, v, v);
    vec_push(s->f->vars, s->f->nvars, s->f->vars_cap, d);
}

/* ---- constants ---- */

static void debug_const(Ir *ir, const Object *o)
{
    int64_t value;
    Type *t = o->type;
    if (o->kind != ObjConst || !t || strcmp(o->name, "_") == 0 || !o->cnst.val || o->cnst.val->kind != ConstInt)
        return;
    if (t->kind == KindUntypedInt)
        t = ir->types->basic[KindInt];
    if (!is_integer(t) || !const_get_int64(o->cnst.val, &value))
        return;
    ObjCtx *obj = ir->obj;
    vec_push(obj->consts, obj->nconsts, obj->cap_consts, ((ConstEntry){o->name, obj_lookup(obj, sym_type(ir, t), ABIInternal), value}));
}

void debug_consts(Ir *ir)
{
    for (uint32_t i = 0; i < ir->pkg->nobjects && ir->debug_vars; i++)
        debug_const(ir, ir->pkg->objects[i]);
}
