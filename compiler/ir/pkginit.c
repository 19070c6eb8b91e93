/* pkginit.c - what is compiled of a package, and how it is initialised.
 *
 * spec: "Package initialization".  Variables whose value is not data are set
 * by a function p.init, in the checker's order; the init functions p.init.0,
 * p.init.1, ... follow. */
#include "compiler/ir/ir.h"

#include <stdlib.h>

/* The initializers that need code. */
typedef struct DynamicInit {
    InitStep **steps;
    InitParts **parts; /* beside steps: what is left to do of a literal, NULL: all */
    uint32_t n;
} DynamicInit;

static bool is_blank(const char *name) { return name[0] == '_' && !name[1]; }

static void init_one(Builder *s, const InitStep *step)
{
    Val v = expr_to(s, step->rhs, step->lhs[0]->type);
    if (!is_blank(step->lhs[0]->name))
        var_store(s, step->lhs[0], v);
}

static void init_parts(Builder *s, const InitParts *parts)
{
    for (const InitPart *p = parts->first; p; p = p->next) {
        Val v = expr_to(s, p->value, p->type);
        mark_pos(s, p->value);
        if (p->to)
            val_store(s, offset(s, sym_addr(s, p->to), p->off), val_retype(v, p->type));
    }
}

/* var a, b = f() */
static void init_several(Builder *s, const InitStep *step)
{
    Val *vals = NEW_ARRAY(s->arena, Val, step->n);
    expr_tuple(s, step->rhs, vals);
    for (uint32_t i = 0; i < step->n; i++)
        if (!is_blank(step->lhs[i]->name))
            var_store(s, step->lhs[i], convert_assign(s, vals[i], step->lhs[i]->type, NULL));
}

/* An expression whose evaluation shows nowhere else and cannot fail. */
static bool is_pure(Node *n)
{
    n = unparen(n);
    if (n->val || n->mode == ModeNil)
        return true;
    switch (n->kind) {
    case NodeName: return true;
    case NodeFuncLit: return n->funclit.info->ncaptures == 0;
    case NodeUnary: return n->op == TokAnd && is_pure(n->unary.x);
    case NodeSelector: return !n->select.selection;
    case NodeCompositeLit:
        for (uint32_t i = 0; i < n->complit.elems.n; i++) {
            Node *e = n->complit.elems.at[i];
            bool pair = e->kind == NodeKeyValue;
            if (!is_pure(pair ? e->keyvalue.value : e))
                return false;
            if (under_kind(n->type) == KindMap && !is_pure(e->keyvalue.key))
                return false;
        }
        return true;
    default: return false;
    }
}

/* Keys in interfaces might not be comparable. */
static bool has_plain_keys(Type *map)
{
    Type *k = type_under(type_under(map)->map.key);
    return k->kind <= KindComplex128 || k->kind == KindString;
}

/* var m = map[K]V{...} gets a function of its own, which the linker drops when
 * nothing uses m. */
static bool is_separate(const InitStep *step)
{
    Node *x = unparen(step->rhs);
    return step->n == 1 && x->kind == NodeCompositeLit && x->type && under_kind(x->type) == KindMap && x->complit.elems.n > 0 &&
           !is_blank(step->lhs[0]->name) && has_plain_keys(x->type) && is_pure(x);
}

static void begin_init(Builder *s)
{
    TypesCtx *c = s->ir->types;
    s->info = s->ir->pkg->init_info;
    s->abi = abi_of(s->arena, NULL, new_func(c, c->empty_tuple, c->empty_tuple, false), SsaABIInternal);
    s->f->arginfo_len = abi_arginfo(s->arena, s->abi, &s->f->arginfo);
}

static void build_map_init(Builder *s, void *arg)
{
    const InitStep *step = arg;
    begin_init(s);
    mark_pos(s, step->rhs);
    if (step->info)
        s->info = step->info;
    init_one(s, step);
    finish_return(s, NULL);
}

static void call_map_init(Builder *s, InitStep *step)
{
    Ir *ir = s->ir;
    const char *name = arena_printf(ir->arena, "%s.map.init.%u", ir->pkg->path, ir->nmap_inits++);
    ir_queue(ir, (PendingFunc){.name = name, .build = build_map_init, .arg = step, .flags = FuncPkgInit, .abi = SsaABIInternal,
                               .pos = step->rhs->pos});
    obj_reach(ir->obj, (ReachRecord){.kind = GoReachMapInit, .sym = obj_lookup(ir->obj, s->name, ABIInternal),
                                     .to = obj_lookup(ir->obj, name, ABIInternal),
                                     .name = obj_lookup(ir->obj, var_link_name(ir->types, step->lhs[0]), ABIInternal)});
    call_sym(s, name, SsaABIInternal, s->abi, NULL, NULL);
}

static void build_init(Builder *s, void *arg)
{
    const DynamicInit *init = arg;
    begin_init(s);
    for (uint32_t i = 0; i < init->n && s->b; i++) {
        mark_pos(s, init->steps[i]->rhs);
        if (init->steps[i]->info)
            s->info = init->steps[i]->info;
        if (!s->ir->no_opt && is_separate(init->steps[i]))
            call_map_init(s, init->steps[i]);
        else if (init->parts[i])
            init_parts(s, init->parts[i]);
        else if (init->steps[i]->n == 1)
            init_one(s, init->steps[i]);
        else
            init_several(s, init->steps[i]);
    }
    finish_return(s, NULL);
}

static bool is_false(const Node *cond)
{
    return cond && cond->val && cond->val->kind == ConstBool && !cond->val->b;
}

/* func init() {} and the like need not be called. */
static bool does_nothing(const Node *n)
{
    if (!n || n->kind == NodeEmptyStmt)
        return true;
    if (n->kind == NodeIfStmt)
        return !n->if_stmt.init && is_false(n->if_stmt.cond) && does_nothing(n->if_stmt.els);
    if (n->kind == NodeForStmt)
        return !n->for_stmt.init && is_false(n->for_stmt.cond);
    if (n->kind != NodeBlockStmt)
        return false;
    for (uint32_t i = 0; i < n->block.stmts.n; i++)
        if (!does_nothing(n->block.stmts.at[i]))
            return false;
    return true;
}

/* Turns what is known into data and leaves the rest to p.init. */
static void queue_initializers(Ir *ir)
{
    Package *p = ir->pkg;
    DynamicInit *init = NEW(ir->arena, DynamicInit);
    init->steps = NEW_ARRAY(ir->arena, InitStep *, p->ninit + 1);
    init->parts = NEW_ARRAY(ir->arena, InitParts *, p->ninit + 1);
    for (uint32_t i = 0; i < p->ninit; i++) {
        InitStep *step = &p->init_order[i];
        if (step->n == 1 && static_init(ir, step->lhs[0], step->rhs))
            continue;
        init->parts[init->n] = step->n == 1 ? static_parts(ir, step->lhs[0], step->rhs) : NULL;
        init->steps[init->n++] = step;
    }
    ir->init_funcs = NEW_ARRAY(ir->arena, const char *, p->ninits + 1);
    if (init->n) {
        const char *name = arena_printf(ir->arena, "%s.init", p->path);
        ir_queue(ir, (PendingFunc){.name = name, .build = build_init, .arg = init, .flags = FuncPkgInit, .abi = SsaABIInternal,
                                   .pos = init->steps[0]->rhs->pos});
        ir->init_funcs[ir->ninit_funcs++] = name;
    }
    for (uint32_t i = 0; i < p->ninits; i++)
        if (ir->no_opt || !p->inits[i]->func.info || !does_nothing(p->inits[i]->func.info->body))
            ir->init_funcs[ir->ninit_funcs++] = func_link_name(ir->types, p->inits[i]);
}

void ir_queue_package(Ir *ir)
{
    Package *p = ir->pkg;
    for (uint32_t i = 0; i < p->nfuncs; i++) {
        FuncVars *f = p->funcs[i];
        if (!is_blank(f->obj->name))
            ir_queue(ir, (PendingFunc){.name = func_link_name(ir->types, f->obj), .build = build_func, .arg = f,
                                       .abi = SsaABIInternal, .pos = f->node->pos});
    }
    queue_initializers(ir);
    declare_globals(ir);
    queue_abi_wrappers(ir);
}
