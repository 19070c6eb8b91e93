/* writebarrier.c - makes stores of pointers visible to the collector.
 *
 * While the collector marks, a store of a pointer to the heap must tell it the
 * new pointer and the one that is overwritten.  So a store that may need it
 * becomes (FORMATS: write barrier)
 *
 *     b:     mem0 = WBstart mem
 *            flag = Load <i32> &runtime.writeBarrier mem0
 *            If flag != 0 unlikely -> then end
 *     then:  buffer, mem1 = WB [number of pointers] mem0
 *            buffer[0] = new pointer; buffer[1] = Load slot; ...
 *     end:   mem = Phi mem0 mem2
 *            the plain stores
 *            WBend
 *
 * Between WBstart and WBend there is no safe point, so that a collection cannot
 * begin between the test and the stores.  Neighbouring stores share a test.
 * Typed Moves and Zeros call runtime.wbMove or wbZero instead.
 *
 * No barrier is needed for the stack, nor for the address of a global or nil
 * in memory that is still zero; there is no old pointer to tell in such memory.
 *
 * Runs after the passes that remove stores and checks, before lower.  Needs
 * nil checks of one pointer merged: a store whose address depends on an
 * earlier store of the group cannot share its test. */
#include "compiler/ssa/rewrite.h"

#include <stdlib.h>

enum { MaxBuffer = 8, MaxZeroWalk = 64 };

/* What one block looks like. */
typedef struct Chain {
    Value **states; /* memory states made in the block, in order */
    int n;
} Chain;

typedef struct Writer {
    Func *f;
    int nids;       /* values made before this pass have ids below */
    bool *done;     /* by id: has its barrier */
    Value **end_of; /* by id of a group's last store: its WBend */
} Writer;

/* --- which stores --- */

static const Value *base_address(const Value *p)
{
    while (p->op == OpOffPtr || p->op == OpAddPtr || p->op == OpNilCheck || p->op == OpCopy)
        p = p->args[0];
    return p;
}

static bool is_stack(const Value *p)
{
    p = base_address(p);
    return p->op == OpLocalAddr || p->op == OpSP;
}

/* nil, or the address of something that the collector does not move or free. */
static bool is_no_heap_pointer(const Value *v)
{
    const Value *p = base_address(v);
    return p->op == OpAddr || v->op == OpConstNil;
}

static bool is_new_object(const Value *p)
{
    return p->op == OpSelectN && p->auxint == 0 && is_same_call(aux_of(p->args[0]), "runtime.newobject");
}

static int64_t written_size(const Value *m)
{
    return m->op == OpStore ? size_of(m->args[1]) : m->auxint;
}

/* The memory that m writes belongs to a new object and has not been written since it was made. */
static bool is_still_zero(const Value *m)
{
    const Value *object = base_address(m->args[0]);
    if (!is_new_object(object))
        return false;
    const Value *mem = value_mem_arg(m);
    for (int i = 0; i < MaxZeroWalk; i++) {
        if (mem->op == OpSelectN)
            return mem->args[0] == object->args[0];
        if (mem->op == OpStore || mem->op == OpZero || mem->op == OpMove) {
            if (!disjoint(mem->args[0], written_size(mem), m->args[0], written_size(m)))
                return false;
        } else if (mem->op != OpVarDef && mem->op != OpVarLive && mem->op != OpWBend && mem->op != OpCopy) {
            return false;
        }
        mem = mem->op == OpCopy ? mem->args[0] : value_mem_arg(mem);
    }
    return false;
}

static bool needs_barrier(const Value *m)
{
    switch (m->op) {
    case OpStore:
        return m->args[1]->type == ValPtr && m->args[0]->type == ValPtr && !is_stack(m->args[0]) &&
               !(is_no_heap_pointer(m->args[1]) && is_still_zero(m));
    case OpMove:
        return m->aux_kind != AuxKindNone && m->args[0]->type == ValPtr && !is_stack(m->args[0]) &&
               !(is_read_only(aux_of(base_address(m->args[1]))) && is_still_zero(m));
    case OpZero:
        return m->aux_kind != AuxKindNone && m->args[0]->type == ValPtr && !is_stack(m->args[0]) && !is_still_zero(m);
    default:
        return false;
    }
}

/* --- the memory states of a block, in order --- */

static bool is_part(const Value *v) { return v->op == OpSelect0 || v->op == OpSelect1 || v->op == OpSelectN; }

static Value *state_before(const Value *m)
{
    const Value *v = m;
    while (is_part(v))
        v = v->args[0];
    return v->op == OpCopy ? v->args[0] : v->op == OpPhi || v->op == OpInitMem ? NULL : value_mem_arg(v);
}

/* next: by value id, scratch that is NULL outside this function. */
static Chain find_chain(Func *f, Block *b, Value **next)
{
    Chain c = {NEW_ARRAY(&f->arena, Value *, b->nvalues + 1), 0};
    Value *m = NULL;
    for (int i = 0; i < b->nvalues; i++) {
        Value *v = b->values[i], *before = v->type == ValMem ? state_before(v) : NULL;
        if (v->type == ValMem && (v->op == OpPhi || v->op == OpInitMem))
            m = v;
        if (before)
            next[before->id] = v;
    }
    for (int i = 0; i < b->nvalues && !m; i++) { /* the first state follows one of another block */
        Value *v = b->values[i], *before = v->type == ValMem ? state_before(v) : NULL;
        if (before && before->block != b)
            m = v;
    }
    for (; m; m = next[m->id])
        c.states[c.n++] = m;
    for (int i = 0; i < b->nvalues; i++) {
        Value *before = b->values[i]->type == ValMem ? state_before(b->values[i]) : NULL;
        if (before)
            next[before->id] = NULL;
    }
    return c;
}

/* Marks (by value id) what depends on one of states[from..] inside b.  Args may
 * stand later in the list, so this repeats until nothing changes. */
static void mark_after(const Block *b, const Chain *c, int from, bool *after)
{
    for (int i = from; i < c->n; i++)
        after[c->states[i]->id] = true;
    for (bool changed = true; changed;) {
        changed = false;
        for (int i = 0; i < b->nvalues; i++) {
            Value *v = b->values[i];
            if (v->op == OpPhi)
                continue;
            for (int a = 0; a < v->nargs && !after[v->id]; a++)
                if (v->args[a]->block == b && after[v->args[a]->id])
                    changed = after[v->id] = true;
            /* A call whose memory is marked is itself after. */
            if (is_part(v) && v->args[0]->block == b && after[v->id] && !after[v->args[0]->id])
                changed = after[v->args[0]->id] = true;
        }
    }
}

/* --- one group --- */

/* How many states from i on share a test: stores whose operands are there
 * before the first.  Stores without barrier may stand between. */
static int group_size(const Chain *c, int i, const bool *after)
{
    int n = 1, pointers = 2;
    if (c->states[i]->op != OpStore)
        return 1;
    for (int k = i + 1; k < c->n; k++) {
        const Value *m = c->states[k];
        if (m->op != OpStore || after[m->args[0]->id] || after[m->args[1]->id])
            break;
        if (!needs_barrier(m))
            continue;
        if (pointers + 2 > MaxBuffer)
            break;
        pointers += 2;
        n = k - i + 1;
    }
    return n;
}

static Value *offset(Block *b, const Value *from, Value *p, int64_t off)
{
    Value *v = new_value_from(b, OpOffPtr, value_type(p), from);
    v->auxint = off;
    add_arg(v, p);
    return v;
}

static Value *store(Block *b, const Value *from, Value *p, Value *x, Value *mem)
{
    return new_value3(b, OpStore, ValMem, from->pos, from->node, p, x, mem);
}

static int add_pointer(Value **pointers, int n, Value *p)
{
    for (int i = 0; i < n; i++)
        if (pointers[i] == p)
            return n;
    pointers[n] = p;
    return n + 1;
}

/* Fills the buffer with what the stores of the group write and overwrite. */
static Value *fill_buffer(Block *then, Value *const *group, int n, Value *mem)
{
    const Value *first = group[0];
    Value *slots[MaxBuffer], *pointers[MaxBuffer];
    int count = 0;
    for (int i = 0; i < n; i++) {
        Value *m = group[i];
        if (!needs_barrier(m))
            continue;
        if (!is_no_heap_pointer(m->args[1]))
            count = add_pointer(pointers, count, m->args[1]);
        if (!is_still_zero(m))
            pointers[count++] = new_value2(then, OpLoad, ValPtr, m->pos, m->node, m->args[0], mem);
    }
    if (!count)
        return mem;
    Value *wb = new_value1(then, OpWB, ValTuple, first->pos, first->node, mem);
    wb->auxint = count;
    Value *buffer = new_value1(then, OpSelect0, ValI64, first->pos, first->node, wb);
    mem = new_value1(then, OpSelect1, ValMem, first->pos, first->node, wb);
    for (int i = 0; i < count; i++)
        slots[i] = offset(then, first, buffer, 8 * i);
    for (int i = 0; i < count; i++)
        mem = store(then, first, slots[i], pointers[i], mem);
    return mem;
}

/* wbZero(type, dst) or wbMove(type, dst, src). */
static Value *bulk_call(Block *then, Value *m, Value *mem)
{
    Func *f = then->func;
    bool move = m->op == OpMove;
    CallInfo *info = call_info_new(f, func_sym(f, move ? "runtime.wbMove" : "runtime.wbZero", SsaABIInternal), SsaABIInternal, 0);
    info->stack_size = move ? 24 : 16; /* spill area of the arguments */
    info->nosplit = true;
    Value *type = new_value1(then, OpAddr, ValPtr, m->pos, m->node, func_sb(f));
    set_sym(type, m->sym);
    Value *call = new_value_from(then, OpStaticCall, ValResults, m);
    set_call(call, info);
    add_arg(call, type);
    add_arg(call, m->args[0]);
    if (move)
        add_arg(call, m->args[1]);
    add_arg(call, mem);
    return new_value1(then, OpSelectN, ValMem, m->pos, m->node, call);
}

static Value *test_flag(Block *b, const Value *from, Value *mem)
{
    Func *f = b->func;
    Value *address = new_value1(b, OpAddr, ValPtr, from->pos, from->node, func_sb(f));
    set_sym(address, func_sym(f, "runtime.writeBarrier", SsaABIInternal));
    Value *flag = new_value2(b, OpLoad, ValI32, from->pos, from->node, address, mem);
    return new_value2(b, OpNeq32, ValBool, from->pos, from->node, flag, func_const_int(f, ValI32, 0, from->pos, from->node));
}

/* Values of b that are marked go to tail. */
static void move_values(Block *b, Block *tail, const bool *after)
{
    int n = 0;
    for (int i = 0; i < b->nvalues; i++) {
        Value *v = b->values[i];
        if (after[v->id])
            block_append(tail, v);
        else
            b->values[n++] = v;
    }
    b->nvalues = n;
}

/* Puts the barrier of states[i .. i+n) in; returns the block where b goes on. */
static Block *add_barrier(Writer *w, Block *b, const Chain *c, int i, int n, const bool *after)
{
    Func *f = b->func;
    Value **group = &c->states[i], *first = group[0], *last = group[n - 1];
    Block *tail = move_jump(b), *then = block_new(f, BlockPlain);
    then->pos = b->pos = first->pos;
    then->node = b->node = first->node;
    move_values(b, tail, after);

    Value *start = new_value1(b, OpWBstart, ValMem, first->pos, first->node, value_mem_arg(first));
    set_control(b, test_flag(b, first, start));
    b->kind = BlockIf;
    b->hint = HintUnlikely;
    Value *mem = first->op == OpStore ? fill_buffer(then, group, n, start) : bulk_call(then, first, start);
    add_edge(b, then);
    add_edge(b, tail);
    add_edge(then, tail);

    Value *phi = new_value2(tail, OpPhi, ValMem, first->pos, first->node, start, mem);
    Value *end = new_value(tail, OpWBend, ValMem, last->pos, last->node);
    for (int k = 0; k < tail->nvalues; k++) { /* who went on from the last store goes on from WBend */
        Value *v = tail->values[k];
        for (int a = 0; a < v->nargs; a++)
            if (v->args[a] == last)
                set_arg(v, a, end);
    }
    add_arg(end, last);
    set_arg(first, first->nargs - 1, phi);
    if (!f->has_write_barriers)
        f->write_barrier_pos = first->pos;
    f->has_write_barriers = true;
    w->end_of[last->id] = end;
    return tail;
}

/* The first state of b that needs a barrier and has none yet, or -1. */
static int find_store(const Writer *w, const Chain *c)
{
    for (int i = 0; i < c->n; i++)
        if (c->states[i]->id < w->nids && !w->done[c->states[i]->id] && needs_barrier(c->states[i]))
            return i;
    return -1;
}

static bool has_candidate(const Block *b)
{
    for (int i = 0; i < b->nvalues; i++)
        if (needs_barrier(b->values[i]))
            return true;
    return false;
}

/* The next group of b; returns where the rest of b is now, NULL when nothing is left. */
static Block *next_group(Writer *w, Block *b)
{
    Func *f = w->f;
    Value **next = xcalloc((size_t)f->next_value_id, sizeof *next);
    bool *after = xcalloc((size_t)f->next_value_id, sizeof *after);
    Chain c = find_chain(f, b, next);
    int at = find_store(w, &c);
    Block *tail = NULL;
    if (at >= 0) {
        mark_after(b, &c, at, after);
        int n = group_size(&c, at, after);
        for (int i = 0; i < n; i++)
            w->done[c.states[at + i]->id] = true;
        tail = add_barrier(w, b, &c, at, n, after);
    }
    free(next);
    free(after);
    return tail;
}

/* Users of a group's last store in other blocks go on from WBend too. */
static void use_ends(Writer *w)
{
    for (int i = 0; i < w->f->nblocks; i++) {
        Block *b = w->f->blocks[i];
        for (int k = 0; k < b->nvalues; k++) {
            Value *v = b->values[k];
            for (int a = 0; a < v->nargs; a++) {
                Value *end = v->args[a]->id < w->nids ? w->end_of[v->args[a]->id] : NULL;
                if (end && end != v)
                    set_arg(v, a, end);
            }
        }
        for (int k = 0; k < b->ncontrols; k++)
            if (b->controls[k]->id < w->nids && w->end_of[b->controls[k]->id])
                replace_control(b, k, w->end_of[b->controls[k]->id]);
    }
}

void writebarrier(Func *f)
{
    Writer w = {.f = f, .nids = f->next_value_id};
    w.done = xcalloc((size_t)w.nids, sizeof *w.done);
    w.end_of = xcalloc((size_t)w.nids, sizeof *w.end_of);
    int nblocks = f->nblocks; /* blocks made here need no look */
    for (int i = 0; i < nblocks; i++)
        if (has_candidate(f->blocks[i]))
            for (Block *b = f->blocks[i]; b;)
                b = next_group(&w, b);
    if (f->has_write_barriers)
        use_ends(&w);
    free(w.done);
    free(w.end_of);
}
