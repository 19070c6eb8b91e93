/* ssavars.c - variables while SSA is built.
 *
 * A variable here is one scalar: a component of a Go variable, or memory
 * (variable 0).  Reading it in a block that has not written it makes a FwdRef,
 * "the value that arrives here".  When the graph is complete, each FwdRef
 * becomes a Phi of what its predecessors hold at their ends, or a Copy when
 * they all hold the same; looking there may make further FwdRefs, so a
 * worklist runs until none is left.  This is the plain form of Braun et al.,
 * "Simple and Efficient Construction of Static Single Assignment Form"
 * (2013), with all blocks unsealed until the end. */
#include "compiler/ir/ir.h"

#include <assert.h>

static uint64_t key(const Block *b, int var) { return (uint64_t)b->id << 32 | (uint32_t)var; }

int var_new(Builder *s, ValType type)
{
    vec_push(s->var_types, s->nvars, s->vars_cap, (uint8_t)type);
    vec_push(s->var_comps, s->nvar_comps, s->var_comps_cap, -1);
    return s->nvars - 1;
}

void var_write(Builder *s, int var, Value *v)
{
    map_put_int(&s->defs, key(s->b, var), v);
    if (s->var_comps[var] >= 0)
        debug_name(s, s->var_comps[var], v, s->b->nvalues ? s->b->values[s->b->nvalues - 1] : NULL);
}

static Value *fwdref(Builder *s, Block *b, int var, Pos pos)
{
    Value *v = new_value(b, OpFwdRef, (ValType)s->var_types[var], pos, s->node);
    v->auxint = var;
    map_put_int(&s->defs, key(b, var), v);
    vec_push(s->fwdrefs, s->nfwdrefs, s->fwdrefs_cap, v);
    return v;
}

Value *var_read(Builder *s, int var)
{
    Value *v = map_get_int(&s->defs, key(s->b, var));
    return v ? v : fwdref(s, s->b, var, s->pos);
}

/* What var holds at the end of b.  Blocks with one predecessor are passed
 * through, so that straight code makes no chains of FwdRefs. */
static Value *at_end(Builder *s, Block *b, int var, Pos pos)
{
    for (size_t steps = 0;; steps++) {
        Value *v = map_get_int(&s->defs, key(b, var));
        if (v)
            return v;
        if (b->npreds != 1 || steps > 10000)
            return fwdref(s, b, var, pos);
        b = b->preds[0].block;
    }
}

/* Nobody wrote the variable on the way here: the code is unreachable, or the
 * value does not matter. */
static void undefined(Builder *s, Value *v)
{
    v->auxint = 0;
    if (v->type == ValMem)
        copy_of(v, s->initmem);
    else
        value_reset(v, OpUnknown);
}

void resolve_fwdrefs(Builder *s)
{
    while (s->nfwdrefs > 0) {
        Value *v = s->fwdrefs[--s->nfwdrefs];
        Block *b = v->block;
        int var = (int)v->auxint;
        if (b->npreds == 0) {
            undefined(s, v);
            continue;
        }
        Value *only = NULL; /* the one value other than v itself that arrives */
        bool differ = false;
        Value **args = NEW_ARRAY(&s->f->arena, Value *, b->npreds);
        for (int i = 0; i < b->npreds; i++) {
            args[i] = at_end(s, b->preds[i].block, var, v->pos);
            if (args[i] == v)
                continue;
            differ = differ || (only && only != args[i]);
            only = args[i];
        }
        v->auxint = 0;
        if (!only) {
            undefined(s, v);
        } else if (!differ) {
            copy_of(v, only);
        } else {
            value_reset(v, OpPhi);
            if (s->var_comps[var] >= 0)
                debug_name(s, s->var_comps[var], v, v);
            for (int i = 0; i < b->npreds; i++)
                add_arg(v, args[i]);
        }
    }
}
