/* flagalloc.c - makes the one flags register hold what its users expect.
 *
 * The schedule has put flags close to their use, but an instruction between
 * may clobber them, and one comparison may have users in several blocks.
 * Walking each block in order we know which flags value the register holds;
 * where a user wants another one, it is computed again just before.  A
 * comparison that reads memory cannot be repeated (memory may have changed):
 * it is split into a load and a comparison of registers first.
 *
 * Runs after schedule and late_nilcheck; nothing later may put an instruction
 * that clobbers flags between a flags value and its user. */
#include "compiler/ssa/ssa.h"

#include <stdlib.h>

typedef struct FlagAlloc {
    Func *f;
    Block **po;      /* postorder */
    int npo;
    Value **at_end;  /* by block id: flags that the register holds at its end */
    bool *done;      /* by block id */
    bool *again;     /* by value id: has to be computed again somewhere (dry run) */
    bool dry;        /* only find out what has to be computed again */
    bool any;        /* there was something */
    Value **out;     /* the new list of the block at hand */
    int nout, out_cap;
} FlagAlloc;

/* The op behind a flags value: itself, or the tuple it is a part of. */
static Value *flags_op(Value *v)
{
    return v->op == OpSelect0 || v->op == OpSelect1 ? v->args[0] : v;
}

static bool clobbers(const Value *v)
{
    return op_has(v->op, OpClobberFlags | OpCall);
}

/* What the register holds after v, when it held cur before. */
static Value *flags_after(Value *cur, Value *v)
{
    if (v->type == ValFlags) {
        if (v->op == OpSelect0 || v->op == OpSelect1)
            return cur == v->args[0] ? v : cur;
        return v;
    }
    if (v->type == ValTuple && op_has(v->op, OpFlagsTuple))
        return v;
    return clobbers(v) ? NULL : cur;
}

static void emit(FlagAlloc *a, Value *v)
{
    if (a->dry)
        return;
    a->out = arena_extend(&a->f->scratch, a->out, a->nout, &a->out_cap, sizeof *a->out);
    a->out[a->nout++] = v;
}

static Value *copy_value(Block *b, Value *v, Value *only_arg)
{
    Value *c = new_value_from(b, v->op, value_type(v), v);
    copy_aux(c, v);
    for (int i = 0; i < v->nargs; i++)
        add_arg(c, only_arg ? only_arg : v->args[i]);
    b->nvalues--; /* it stands in the new list instead */
    return c;
}

/* The flags want, computed again at the current place of b. */
static Value *recompute(FlagAlloc *a, Block *b, Value *want)
{
    Value *op = flags_op(want);
    if (a->dry) {
        a->again[op->id] = a->any = true;
        return want;
    }
    Value *c = copy_value(b, op, NULL);
    emit(a, c);
    if (op != want) {
        c = copy_value(b, want, c);
        emit(a, c);
    }
    return c;
}

static Value *flags_at_start(const FlagAlloc *a, const Block *b)
{
    Value *cur = NULL;
    for (int i = 0; i < b->npreds; i++) {
        const Block *p = b->preds[i].block;
        if (!a->done[p->id] || !a->at_end[p->id] || (cur && a->at_end[p->id] != cur))
            return NULL;
        cur = a->at_end[p->id];
    }
    return cur;
}

static Value *want_flags(FlagAlloc *a, Block *b, Value *cur, Value *want)
{
    return cur == want ? cur : recompute(a, b, want);
}

static void alloc_block(FlagAlloc *a, Block *b)
{
    Value *cur = flags_at_start(a, b);
    int n = b->nvalues;
    Value **values = b->values;
    if (!a->dry && n)
        values = arena_dup(&a->f->scratch, values, (size_t)n * sizeof *values);
    a->nout = 0;
    for (int i = 0; i < n; i++) {
        Value *v = values[i];
        for (int k = 0; k < v->nargs; k++) {
            if (v->args[k]->type != ValFlags)
                continue;
            cur = want_flags(a, b, cur, v->args[k]);
            if (!a->dry)
                set_arg(v, k, cur);
        }
        cur = flags_after(cur, v);
        emit(a, v);
    }
    if (b->ncontrols && b->controls[0]->type == ValFlags) {
        cur = want_flags(a, b, cur, b->controls[0]);
        if (!a->dry)
            replace_control(b, 0, cur);
    }
    a->at_end[b->id] = cur;
    a->done[b->id] = true;
    if (!a->dry) {
        b->nvalues = 0;
        for (int i = 0; i < a->nout; i++)
            block_append(b, a->out[i]);
    }
}

static void alloc_all(FlagAlloc *a, bool dry)
{
    a->dry = dry;
    memset(a->at_end, 0, (size_t)a->f->next_block_id * sizeof *a->at_end);
    memset(a->done, 0, (size_t)a->f->next_block_id * sizeof *a->done);
    for (int i = a->npo - 1; i >= 0; i--)
        alloc_block(a, a->po[i]);
}

/* Comparisons with memory that are needed again become load and comparison. */
static void split_loads(FlagAlloc *a)
{
    const SsaTarget *t = a->f->config ? a->f->config->target : NULL;
    for (int i = 0; i < a->f->nblocks; i++) {
        Block *b = a->f->blocks[i];
        for (int k = 0; k < b->nvalues; k++) {
            Value *v = b->values[k];
            if (!a->again[v->id] || !value_mem_arg(v))
                continue;
            Value *load = t && t->split_load ? t->split_load(v) : NULL;
            if (!load) {
                func_fail(a->f, v, "flags made from memory are needed twice");
                return;
            }
            insert_value(load, v);
            k++;
        }
    }
}

/* Flags that nobody reads any more, after their users took copies. */
static void drop_unused(Func *f)
{
    for (int i = f->nblocks - 1; i >= 0; i--) {
        Block *b = f->blocks[i];
        int kept = b->nvalues;
        for (int k = b->nvalues - 1; k >= 0; k--) {
            Value *v = b->values[k];
            if (v->type == ValFlags && !v->uses && !op_has(v->op, OpEffect)) {
                value_reset(v, OpInvalid);
                v->block = NULL;
            } else {
                b->values[--kept] = v;
            }
        }
        if (kept)
            memmove(b->values, b->values + kept, (size_t)(b->nvalues - kept) * sizeof *b->values);
        b->nvalues -= kept;
    }
}

void flagalloc(Func *f)
{
    FlagAlloc a = {.f = f};
    a.po = postorder(f, &a.npo);
    a.at_end = arena_alloc(&f->scratch, (size_t)f->next_block_id * sizeof *a.at_end);
    a.done = arena_alloc(&f->scratch, (size_t)f->next_block_id * sizeof *a.done);
    a.again = arena_alloc(&f->scratch, (size_t)f->next_value_id * sizeof *a.again);
    alloc_all(&a, true);
    if (a.any)
        split_loads(&a);
    if (a.any && !f->error)
        alloc_all(&a, false);
    drop_unused(f);
}
