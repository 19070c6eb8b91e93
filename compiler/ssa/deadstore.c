/* deadstore.c - removes stores that are overwritten before anything reads them,
 * and stores to locals that nothing reads any more.
 *
 * Inside a block the memory states are walked from the last to the first with
 * the set of bytes that are surely written later (address, size).  A store or
 * clear that such a later write covers is dead, as long as nothing in between
 * reads memory that may be it: any reader that is not surely elsewhere empties
 * the set.
 *
 * A local whose address is taken only by stores, clears and VarDefs is never
 * read: all of these go.
 *
 * Runs before writebarrier, which makes stores harder to see. */
#include "compiler/ssa/rewrite.h"

#include <stdlib.h>

enum { MaxShadows = 32 };

typedef struct Shadow {
    const Value *p; /* bytes p[:size] are written later */
    int64_t size;
} Shadow;

static bool is_part(const Value *v) { return v->op == OpSelect0 || v->op == OpSelect1 || v->op == OpSelectN; }

static Value *state_maker(Value *m)
{
    while (is_part(m))
        m = m->args[0];
    return m;
}

static int64_t written_size(const Value *m) { return m->op == OpStore ? size_of(m->args[1]) : m->auxint; }

static bool is_simple_write(const Value *m) { return m->op == OpStore || m->op == OpZero; }

/* Covered by one later write. */
static bool is_shadowed(const Value *m, const Shadow *shadows, int n)
{
    for (int i = 0; i < n; i++)
        if (covers(shadows[i].p, shadows[i].size, m->args[0], written_size(m)))
            return true;
    return false;
}

/* m is taken out of the chain of states. */
static void drop_state(Value *m)
{
    copy_of(m, value_mem_arg(m));
}

/* Readers of each state, linked by id. */
typedef struct Readers {
    Value **first, **next; /* by id of the state; by id of the reader */
} Readers;

/* A local of this function alone: gone when it panics, unless that may be recovered here. */
static bool is_private(const Value *p)
{
    while (p->op == OpOffPtr)
        p = p->args[0];
    return p->op == OpLocalAddr && p->local->class == LocalAuto && !p->local->addrtaken && !(p->block->func->flags & FuncHasDefer);
}

/* A load reads what it reads; a nil check may panic, and then everything that
 * outlives this call can be seen. */
static bool may_see(const Value *reader, const Shadow *s)
{
    if (reader->op == OpLoad)
        return !disjoint(s->p, s->size, reader->args[0], size_of(reader));
    return reader->op != OpNilCheck || !is_private(s->p);
}

static void keep_invisible(Shadow *shadows, int *n, const Value *reader)
{
    int kept = 0;
    for (int i = 0; i < *n; i++)
        if (!may_see(reader, &shadows[i]))
            shadows[kept++] = shadows[i];
    *n = kept;
}

static void walk_states(Value **states, int nstates, const Readers *r)
{
    Shadow shadows[MaxShadows];
    int n = 0;
    for (int i = nstates - 1; i >= 0; i--) {
        Value *m = states[i], *maker = state_maker(m);
        for (Value *reader = r->first[m->id]; reader; reader = r->next[reader->id])
            keep_invisible(shadows, &n, reader);
        if (is_simple_write(maker)) {
            if (is_shadowed(maker, shadows, n)) {
                drop_state(maker);
            } else if (n < MaxShadows) {
                shadows[n++] = (Shadow){maker->args[0], written_size(maker)};
            }
        } else if (maker->op != OpVarDef && maker->op != OpVarLive) {
            n = 0;
        }
    }
}

/* The states made in b, in order; readers are those that do not make one. */
static int list_states(Block *b, Value **states, Value **next, Readers *r)
{
    Value *first = NULL;
    int n = 0;
    for (int i = 0; i < b->nvalues; i++) {
        Value *v = b->values[i];
        if (v->op == OpPhi || v->op == OpCopy)
            continue;
        Value *mem = value_mem_arg(v);
        bool makes = v->type == ValMem || v->type == ValResults || (v->type == ValTuple && mem);
        if (v->type == ValMem && value_mem_arg(state_maker(v))) {
            Value *before = value_mem_arg(state_maker(v));
            next[before->id] = v;
            if (before->block != b || before->op == OpPhi || before->op == OpInitMem)
                first = v;
        }
        if (mem && !makes) {
            r->next[v->id] = r->first[mem->id];
            r->first[mem->id] = v;
        }
    }
    for (Value *m = first; m && m->block == b; m = next[m->id])
        states[n++] = m;
    return n;
}

static void clear_lists(const Block *b, Value **next, Readers *r)
{
    for (int i = 0; i < b->nvalues; i++) {
        const Value *v = b->values[i], *mem = value_mem_arg(v);
        next[v->id] = NULL;
        r->first[v->id] = NULL;
        if (mem) {
            next[mem->id] = NULL;
            r->first[mem->id] = NULL;
        }
    }
}

static void drop_overwritten(Func *f)
{
    int n = f->next_value_id;
    Value **next = arena_alloc(&f->scratch, (size_t)n * sizeof *next), **states = arena_alloc(&f->scratch, (size_t)n * sizeof *states);
    Readers r = {arena_alloc(&f->scratch, (size_t)n * sizeof *r.first), arena_alloc(&f->scratch, (size_t)n * sizeof *r.next)};
    for (int i = 0; i < f->nblocks; i++) {
        Block *b = f->blocks[i];
        int nstates = list_states(b, states, next, &r);
        walk_states(states, nstates, &r);
        clear_lists(b, next, &r);
    }
    copyelim(f);
}

/* --- locals that are only written --- */

static const Local *written_local(const Value *m)
{
    if (m->op == OpVarDef)
        return m->local;
    if (!is_simple_write(m))
        return NULL;
    const Value *p = m->args[0];
    while (p->op == OpOffPtr)
        p = p->args[0];
    return p->op == OpLocalAddr ? p->local : NULL;
}

/* By local id: something other than writing it is done with it. */
static bool *read_locals(Func *f)
{
    bool *read = arena_alloc(&f->scratch, (size_t)(f->nlocals + 1) * sizeof *read);
    for (int i = 0; i < f->nlocals; i++)
        read[i] = f->locals[i]->class != LocalAuto || f->locals[i]->addrtaken || f->locals[i] == f->defer_bits || f->locals[i] == f->defer_slots;
    for (int i = 0; i < f->nblocks; i++) {
        Block *b = f->blocks[i];
        for (int k = 0; k < b->nvalues; k++) {
            const Value *v = b->values[k];
            if (v->op == OpVarLive && v->aux_kind == AuxKindLocal)
                read[v->local->id] = true;
            if (v->op == OpOffPtr) /* judged by its own users */
                continue;
            for (int a = written_local(v) ? 1 : 0; a < v->nargs; a++) {
                const Value *p = v->args[a];
                while (p->op == OpOffPtr || p->op == OpCopy)
                    p = p->args[0];
                if (p->op == OpLocalAddr)
                    read[p->local->id] = true;
            }
        }
        for (int k = 0; k < b->ncontrols; k++)
            if (b->controls[k]->op == OpLocalAddr)
                read[b->controls[k]->local->id] = true;
    }
    return read;
}

static void drop_unread(Func *f)
{
    bool *read = read_locals(f);
    for (int i = 0; i < f->nblocks; i++) {
        Block *b = f->blocks[i];
        for (int k = 0; k < b->nvalues; k++) {
            const Local *l = written_local(b->values[k]);
            if (l && !read[l->id])
                drop_state(b->values[k]);
        }
    }
}

void deadstore(Func *f)
{
    drop_unread(f);
    copyelim(f);
    deadcode(f);
    drop_overwritten(f);
}
