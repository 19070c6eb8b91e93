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

enum { MaxBuffer = 8, MaxZeroWalk = 64 };

/* The memory states made in the block at hand, in order. */
typedef struct Chain {
    Value **states;
    int n;
} Chain;

typedef struct Writer {
    Func *f;
    int nids;       /* values made before this pass have ids below; the tables are for them */
    Value **next;   /* by id of a state: the one after it; NULL outside of find_chain */
    int *level;     /* by id: 1 + place of the last state of its block that the value depends on; 0 none */
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

static Chain find_chain(Writer *w, Block *b)
{
    Chain c = {NEW_ARRAY(&w->f->scratch, Value *, b->nvalues + 1), 0};
    Value *m = NULL;
    for (int i = 0; i < b->nvalues; i++) {
        Value *v = b->values[i], *before = v->type == ValMem ? state_before(v) : NULL;
        if (v->type == ValMem && (v->op == OpPhi || v->op == OpInitMem))
            m = v;
        if (before)
            w->next[before->id] = v;
    }
    for (int i = 0; i < b->nvalues && !m; i++) { /* the first state follows one of another block */
        Value *v = b->values[i], *before = v->type == ValMem ? state_before(v) : NULL;
        if (before && before->block != b)
            m = v;
    }
    for (; m; m = w->next[m->id])
        c.states[c.n++] = m;
    for (int i = 0; i < b->nvalues; i++) {
        Value *before = b->values[i]->type == ValMem ? state_before(b->values[i]) : NULL;
        if (before)
            w->next[before->id] = NULL;
    }
    return c;
}

/* The level of each value of b.  Args may stand later in the list, so this
 * repeats until nothing changes. */
static void find_levels(Writer *w, const Block *b, const Chain *c)
{
    int *level = w->level;
    for (int i = 0; i < c->n; i++)
        level[c->states[i]->id] = i + 1;
    for (bool changed = true; changed;) {
        changed = false;
        for (int i = 0; i < b->nvalues; i++) {
            Value *v = b->values[i];
            if (v->op == OpPhi)
                continue;
            int old = level[v->id], most = old;
            for (int a = 0; a < v->nargs; a++)
                if (v->args[a]->block == b && level[v->args[a]->id] > most)
                    most = level[v->args[a]->id];
            level[v->id] = most;
            changed |= most != old;
            if (is_part(v) && v->args[0]->block == b && level[v->args[0]->id] < most) { /* a call comes after what its memory comes after */
                level[v->args[0]->id] = most;
                changed = true;
            }
        }
    }
}

/* --- one group --- */

/* v belongs to the block of c and comes after its state i. */
static bool is_after(const Writer *w, const Chain *c, const Value *v, int i)
{
    return v->block == c->states[i]->block && v->id < w->nids && w->level[v->id] > i;
}

/* How many states from i on share a test: stores whose operands are there
 * before the first.  Stores without barrier may stand between. */
static int group_size(const Writer *w, const Chain *c, int i)
{
    int n = 1, pointers = 2;
    if (c->states[i]->op != OpStore)
        return 1;
    for (int k = i + 1; k < c->n; k++) {
        const Value *m = c->states[k];
        if (m->op != OpStore || is_after(w, c, m->args[0], i) || is_after(w, c, m->args[1], i))
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

/* Puts the barrier of the n states of a group in; returns the block where b goes on. */
static Block *add_barrier(Writer *w, Block *b, Value *const *group, int n)
{
    Func *f = b->func;
    Value *first = group[0], *last = group[n - 1];
    Block *tail = move_jump(b), *then = block_new(f, BlockPlain);
    then->pos = b->pos = first->pos;
    then->node = b->node = first->node;

    Value *start = new_value1(b, OpWBstart, ValMem, first->pos, first->node, value_mem_arg(first));
    set_control(b, test_flag(b, first, start));
    b->kind = BlockIf;
    b->hint = HintUnlikely;
    Value *mem = first->op == OpStore ? fill_buffer(then, group, n, start) : bulk_call(then, first, start);
    add_edge(b, then);
    add_edge(b, tail);
    add_edge(then, tail);

    Value *phi = new_value2(tail, OpPhi, ValMem, first->pos, first->node, start, mem);
    Value *end = new_value1(tail, OpWBend, ValMem, last->pos, last->node, last);
    set_arg(first, first->nargs - 1, phi);
    if (!f->has_write_barriers)
        f->write_barrier_pos = first->pos;
    f->has_write_barriers = true;
    w->end_of[last->id] = end;
    return tail;
}

/* --- one block --- */

static bool has_candidate(const Block *b)
{
    for (int i = 0; i < b->nvalues; i++)
        if (needs_barrier(b->values[i]))
            return true;
    return false;
}

/* Values that depend on a group's stores go to the block behind its test:
 * part_of says by level which part of b that is.  They stand in front of what
 * was made there. */
static void move_values(Writer *w, Value *const *values, int n, Block *const *parts, int nparts, const int *part_of)
{
    Arena *scratch = &w->f->scratch;
    Value ***made = NEW_ARRAY(scratch, Value **, nparts);
    int *nmade = NEW_ARRAY(scratch, int, nparts);
    for (int i = 0; i < nparts; i++) {
        Block *b = parts[i];
        int old = i == 0 ? n : 0; /* the first part is b itself */
        nmade[i] = b->nvalues - old;
        made[i] = arena_dup(scratch, b->values + old, (size_t)nmade[i] * sizeof **made);
        b->nvalues = 0;
    }
    for (int i = 0; i < n; i++)
        block_append(parts[values[i]->id < w->nids ? part_of[w->level[values[i]->id]] : 0], values[i]);
    for (int i = 0; i < nparts; i++)
        for (int k = 0; k < nmade[i]; k++)
            block_append(parts[i], made[i][k]);
}

static void split_block(Writer *w, Block *b)
{
    Arena *scratch = &w->f->scratch;
    Chain c = find_chain(w, b);
    find_levels(w, b, &c);
    int n = b->nvalues, nparts = 1;
    Value **values = arena_dup(scratch, b->values, (size_t)n * sizeof *values);
    Block **parts = NEW_ARRAY(scratch, Block *, c.n + 1);
    int *part_of = NEW_ARRAY(scratch, int, c.n + 1); /* by level */
    parts[0] = b;
    for (int i = 0; i < c.n;) {
        int size = needs_barrier(c.states[i]) ? group_size(w, &c, i) : 0;
        if (size) {
            parts[nparts] = add_barrier(w, parts[nparts - 1], &c.states[i], size);
            nparts++;
        }
        for (int end = size ? i + size : i + 1; i < end; i++)
            part_of[i + 1] = nparts - 1;
    }
    if (nparts > 1)
        move_values(w, values, n, parts, nparts, part_of);
}

/* Who went on from a group's last store goes on from its WBend. */
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

static bool *blocks_with_candidates(Func *f)
{
    bool *found = NULL;
    for (int i = 0; i < f->nblocks; i++)
        if (has_candidate(f->blocks[i])) {
            if (!found)
                found = NEW_ARRAY(&f->scratch, bool, f->nblocks);
            found[i] = true;
        }
    return found;
}

void writebarrier(Func *f)
{
    int nblocks = f->nblocks; /* blocks made here need no look */
    const bool *candidates = blocks_with_candidates(f);
    if (!candidates)
        return;
    Writer w = {.f = f, .nids = f->next_value_id};
    w.next = NEW_ARRAY(&f->scratch, Value *, w.nids);
    w.level = NEW_ARRAY(&f->scratch, int, w.nids);
    w.end_of = NEW_ARRAY(&f->scratch, Value *, w.nids);
    for (int i = 0; i < nblocks; i++)
        if (candidates[i])
            split_block(&w, f->blocks[i]);
    if (f->has_write_barriers)
        use_ends(&w);
}
