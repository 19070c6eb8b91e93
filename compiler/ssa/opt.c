/* opt.c - the machine-independent simplifications: generic.rules, and loads
 * that find their value in an earlier store.
 *
 * A load looks back along the memory states.  A store to the same address of
 * the same type has its value, a clear that covers it makes it 0; stores that
 * surely touch other bytes are passed by; anything else ends the search.
 * Tests of a remainder against 0 are done first, see divisible.c.  The pass
 * runs as "opt" early and as "late-opt" when cse and prove have found more. */
#include "compiler/ssa/rewrite.h"

enum { MaxSteps = 32 };

static Value *zero_of(Value *v)
{
    Func *f = func_of(v);
    ValType t = value_type(v);
    if (t == ValBool)
        return func_const_bool(f, false, v->pos, v->node);
    if (t == ValPtr)
        return func_const_nil(f, v->pos, v->node);
    if (val_type_is_int(t))
        return func_const_int(f, t, 0, v->pos, v->node);
    if (val_type_is_float(t))
        return new_value(v->block, t == ValF32 ? OpConst32F : OpConst64F, t, v->pos, v->node);
    return NULL;
}

/* What load gets if x was stored there, or NULL.  Pointers that never lead to
 * the heap are stored as integers, without a write barrier. */
static Value *as_loaded(Value *x, const Value *load)
{
    if (x->op == OpConvert && x->type == ValI64 && load->type == ValPtr)
        x = x->args[0];
    return x->type == load->type ? x : NULL;
}

/* What load finds in memory, or NULL. */
static Value *stored_value(Value *load)
{
    Value *p = load->args[0], *mem = load->args[1];
    int64_t n = size_of(load);
    for (int step = 0; step < MaxSteps; step++) {
        switch (mem->op) {
        case OpCopy:
            mem = mem->args[0];
            continue;
        case OpStore:
            if (same_ptr(mem->args[0], p))
                return as_loaded(mem->args[1], load);
            if (!disjoint(mem->args[0], size_of(mem->args[1]), p, n))
                return NULL;
            break;
        case OpZero:
            if (covers(mem->args[0], mem->auxint, p, n))
                return zero_of(load);
            if (!disjoint(mem->args[0], mem->auxint, p, n))
                return NULL;
            break;
        case OpMove:
            if (!disjoint(mem->args[0], mem->auxint, p, n))
                return NULL;
            break;
        case OpVarLive:
            break;
        default:
            return NULL;
        }
        mem = value_mem_arg(mem);
    }
    return NULL;
}

static bool opt_value(Value *v)
{
    Value *x = v->op == OpLoad ? stored_value(v) : NULL;
    if (x && x != v) {
        copy_of(v, x);
        return true;
    }
    return rewrite_value_generic(v);
}

void opt(Func *f)
{
    divisible(f);
    apply_rules(f, rewrite_block_generic, opt_value);
}
