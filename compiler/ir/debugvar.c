/* debugvar.c - tells debuggers which variables a function has, and where.
 *
 * Only with -N: then every variable has a place in the frame for the whole
 * call.  One that lives on the heap is told as a pointer called &x, as gc does.
 * The back end turns blocks of source into ranges of code. */
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

/* v stands in l, or its address does. */
void debug_var(Builder *s, Object *v, Local *l, bool by_pointer)
{
    const char *name = v->name[0] ? v->name : NULL;
    if (!s->ir->debug_vars || s->inl || !l || (name && strcmp(name, "_") == 0))
        return;
    if (!name && v->var.role != VarResult)
        return;
    if (!name) {
        int i = 0;
        while (i < s->nresults && s->results[i] != v)
            i++;
        name = arena_printf(s->ir->arena, "~r%d", i);
    }
    Type *t = by_pointer ? new_pointer(s->ir->types, v->type) : v->type;
    bool captured = s->info && v->var.owner != s->info && !s->range;
    DebugVar d = {.name = by_pointer ? arena_printf(s->ir->arena, "&%s", name) : name, .local = l, .type = sym_type(s->ir, t),
                  .kind = captured ? GoVarLocal : kind_of(v), .scope = captured ? -1 : scope_number(s, v->parent), .pos = v->pos};
    vec_push(s->f->vars, s->f->nvars, s->f->vars_cap, d);
}
