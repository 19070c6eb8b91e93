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
    uint32_t n;
} DynamicInit;

static bool is_blank(const char *name) { return name[0] == '_' && !name[1]; }

static void init_one(Builder *s, const InitStep *step)
{
    Val v = expr_to(s, step->rhs, step->lhs[0]->type);
    if (!is_blank(step->lhs[0]->name))
        var_store(s, step->lhs[0], v);
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

static void build_init(Builder *s, void *arg)
{
    const DynamicInit *init = arg;
    TypesCtx *c = s->ir->types;
    s->info = s->ir->pkg->init_info;
    s->abi = abi_of(s->arena, NULL, new_func(c, c->empty_tuple, c->empty_tuple, false), SsaABIInternal);
    s->f->arginfo_len = abi_arginfo(s->arena, s->abi, &s->f->arginfo);
    for (uint32_t i = 0; i < init->n && s->b; i++) {
        mark_pos(s, init->steps[i]->rhs);
        if (init->steps[i]->info)
            s->info = init->steps[i]->info;
        if (init->steps[i]->n == 1)
            init_one(s, init->steps[i]);
        else
            init_several(s, init->steps[i]);
    }
    finish_return(s, NULL);
}

/* Turns what is known into data and leaves the rest to p.init. */
static void queue_initializers(Ir *ir)
{
    Package *p = ir->pkg;
    DynamicInit *init = NEW(ir->arena, DynamicInit);
    init->steps = NEW_ARRAY(ir->arena, InitStep *, p->ninit + 1);
    for (uint32_t i = 0; i < p->ninit; i++) {
        InitStep *step = &p->init_order[i];
        if (step->n != 1 || !static_init(ir, step->lhs[0], step->rhs))
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
