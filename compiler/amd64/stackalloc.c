/* stackalloc.c - gives StoreRegs and phis in memory their slots.
 *
 * All stores into one phi share its slot; otherwise a slot belongs to one
 * StoreReg.  From liveness over these groups each gets an interval of
 * positions in layout order that covers where it is live, and a linear scan
 * lets groups with disjoint intervals share a Local.  Pointers only share with
 * pointers, so that a slot is either always or never scanned.  Arguments that
 * came in registers go where the caller has reserved room for them. */
#include "compiler/amd64/regalloc.h"

#include <stdlib.h>
#include <string.h>

typedef struct Group {
    Value *head;      /* StoreReg or phi that names it */
    int from, to;     /* positions; to < from: never used */
    int kind;         /* groups of the same kind may share */
    Local *slot;
} Group;

typedef struct StackAlloc {
    Local **arg_slots; /* by register parameter: its place in the caller's frame, once it is used */
    RegAlloc *s;
    Group *groups;
    int n, cap;
    int *group_of;    /* by value id: 1 + index, 0 none */
    uint64_t *in;     /* bit sets of groups live at block starts, words_per_block each, by block id */
    int words;
    int *start_of, *end_of; /* by block id: positions */
} StackAlloc;

static bool in_slot(const RegAlloc *s, const Value *v)
{
    return v->op == OpStoreReg || (v->op == OpPhi && v->id < s->nvals && s->vals[v->id].spill == v);
}

static Value *head_of(const RegAlloc *s, Value *v)
{
    if (v->op == OpStoreReg && v->id < s->nstore_into && s->store_into[v->id])
        return s->store_into[v->id];
    return v;
}

static int slot_size(const Value *v) { return v->type == ValV128 ? 16 : 8; }

static void find_groups(StackAlloc *a)
{
    Func *f = a->s->f;
    a->group_of = NEW_ARRAY(&f->scratch, int, f->next_value_id);
    for (int i = 0; i < f->nblocks; i++)
        for (int k = 0; k < f->blocks[i]->nvalues; k++) {
            Value *v = f->blocks[i]->values[k];
            if (!in_slot(a->s, v))
                continue;
            Value *head = head_of(a->s, v);
            if (!a->group_of[head->id]) {
                a->groups = ra_grow(f, a->groups, &a->cap, a->n + 1, sizeof *a->groups);
                int kind = head->type == ValPtr ? 0 : head->type == ValV128 ? 1 : 2;
                a->groups[a->n++] = (Group){.head = head, .from = INT32_MAX, .to = -1, .kind = kind};
                a->group_of[head->id] = a->n;
            }
            a->group_of[v->id] = a->group_of[head->id];
        }
}

static void touch(StackAlloc *a, int group, int position)
{
    Group *g = &a->groups[group];
    if (position < g->from)
        g->from = position;
    if (position > g->to)
        g->to = position;
}

static void set_bit(uint64_t *set, int i) { set[i / 64] |= (uint64_t)1 << (i % 64); }
static void clear_bit(uint64_t *set, int i) { set[i / 64] &= ~((uint64_t)1 << (i % 64)); }

/* Groups read by v as an operand, a phi's args aside. */
static void add_reads(StackAlloc *a, const Value *v, uint64_t *live)
{
    for (int i = 0; i < v->nargs && v->op != OpPhi; i++)
        if (a->group_of[v->args[i]->id])
            set_bit(live, a->group_of[v->args[i]->id] - 1);
}

/* Live at the start of b, from what is live at its end. A phi in a slot is
 * written on the edges, so it is live at its block's start. */
static void walk_back(StackAlloc *a, const Block *b, uint64_t *live)
{
    for (int k = b->nvalues - 1; k >= 0; k--) {
        const Value *v = b->values[k];
        if (v->op == OpPhi)
            continue;
        if (a->group_of[v->id])
            clear_bit(live, a->group_of[v->id] - 1);
        add_reads(a, v, live);
    }
    for (int k = 0; k < b->nvalues && b->values[k]->op == OpPhi; k++)
        if (a->group_of[b->values[k]->id] && a->groups[a->group_of[b->values[k]->id] - 1].head == b->values[k])
            set_bit(live, a->group_of[b->values[k]->id] - 1);
}

static void live_at_end(StackAlloc *a, const Block *b, uint64_t *live)
{
    memset(live, 0, (size_t)a->words * sizeof *live);
    for (int i = 0; i < b->nsuccs; i++) {
        const uint64_t *in = a->in + (size_t)b->succs[i].block->id * (size_t)a->words;
        for (int w = 0; w < a->words; w++)
            live[w] |= in[w];
    }
}

static void dataflow(StackAlloc *a)
{
    int n;
    Block **po = postorder(a->s->f, &n);
    uint64_t *live = NEW_ARRAY(&a->s->f->scratch, uint64_t, a->words + 1);
    bool *waits = NEW_ARRAY(&a->s->f->scratch, bool, a->s->f->next_block_id); /* a successor has changed since, or it was never done */
    for (int i = 0; i < n; i++)
        waits[po[i]->id] = true;
    for (bool again = true; again;) {
        again = false;
        for (int i = 0; i < n; i++) {
            if (!waits[po[i]->id])
                continue;
            waits[po[i]->id] = false;
            uint64_t *in = a->in + (size_t)po[i]->id * (size_t)a->words;
            live_at_end(a, po[i], live);
            walk_back(a, po[i], live);
            if (memcmp(in, live, (size_t)a->words * sizeof *in)) {
                memcpy(in, live, (size_t)a->words * sizeof *in);
                for (int k = 0; k < po[i]->npreds; k++)
                    waits[po[i]->preds[k].block->id] = again = true;
            }
        }
    }
}

static void intervals(StackAlloc *a)
{
    Func *f = a->s->f;
    uint64_t *live = NEW_ARRAY(&f->scratch, uint64_t, a->words + 1);
    int at = 0;
    for (int i = 0; i < f->nblocks; i++) {
        Block *b = f->blocks[i];
        const uint64_t *in = a->in + (size_t)b->id * (size_t)a->words;
        int start = at, end = at + b->nvalues + 1;
        live_at_end(a, b, live);
        for (int g = 0; g < a->n; g++) {
            if (in[g / 64] >> (g % 64) & 1)
                touch(a, g, start);
            if (live[g / 64] >> (g % 64) & 1)
                touch(a, g, end);
        }
        for (int k = 0; k < b->nvalues; k++) {
            const Value *v = b->values[k];
            int place = start + 1 + k;
            if (a->group_of[v->id])
                touch(a, a->group_of[v->id] - 1, v->op == OpPhi ? start : place);
            for (int j = 0; j < v->nargs && v->op != OpPhi; j++)
                if (a->group_of[v->args[j]->id])
                    touch(a, a->group_of[v->args[j]->id] - 1, place);
        }
        at = end + 1;
    }
}

/* A recovered panic comes from any call after the defer, so what its path
 * reads must stay in its slot to the end. */
static void keep_for_recovery(StackAlloc *a)
{
    Func *f = a->s->f;
    for (int i = 0; i < f->nblocks; i++) {
        if (f->blocks[i]->kind != BlockDefer)
            continue;
        const uint64_t *in = a->in + (size_t)f->blocks[i]->succs[1].block->id * (size_t)a->words;
        for (int g = 0; g < a->n; g++)
            if (in[g / 64] >> (g % 64) & 1)
                touch(a, g, INT32_MAX);
    }
}

static int by_start(const void *x, const void *y)
{
    const Group *g = *(Group *const *)x, *h = *(Group *const *)y;
    if (g->from != h->from)
        return g->from < h->from ? -1 : 1;
    return g->head->id < h->head->id ? -1 : g->head->id > h->head->id;
}

/* A slot and until when it is taken. */
typedef struct SlotState {
    Local *local;
    int busy_to, kind;
} SlotState;

/* The value that a group keeps is what came in a register: the caller has
 * reserved a place for it, where tracebacks look.  NULL: something else, or a
 * variable lives there. */
static Local *argument_slot(StackAlloc *a, const Group *g)
{
    Func *f = a->s->f;
    const Value *v = g->head->op == OpStoreReg ? ra_original(a->s, g->head) : NULL;
    if (!v || (v->op != OpArgIntReg && v->op != OpArgFloatReg))
        return NULL;
    int i = 0;
    while (i < f->nreg_params && (f->reg_params[i].is_float != (v->op == OpArgFloatReg) || f->reg_params[i].seq != v->auxint))
        i++;
    if (i == f->nreg_params || f->reg_params[i].type != v->type || a->arg_slots[i])
        return i == f->nreg_params ? NULL : a->arg_slots[i];
    int64_t off = f->reg_params[i].spill, size = val_type_size((ValType)v->type);
    for (int k = 0; k < f->nlocals; k++) {
        const Local *l = f->locals[k];
        if ((l->class == LocalParam || l->class == LocalResult) && l->offset < off + size && off < l->offset + l->size)
            return NULL;
    }
    Local *l = func_local(f, arena_printf(&f->arena, ".arg_%d", i), LocalParam, size, (int32_t)size);
    l->offset = off;
    l->has_offset = true;
    if (v->type == ValPtr) {
        l->ptrmask = arena_alloc(&f->arena, 1);
        l->ptrmask[0] = 1;
    }
    return a->arg_slots[i] = l;
}

static void assign(StackAlloc *a)
{
    Func *f = a->s->f;
    Group **order = NEW_ARRAY(&f->scratch, Group *, a->n + 1);
    SlotState *slots = NULL;
    int nslots = 0, cap = 0;
    for (int i = 0; i < a->n; i++)
        order[i] = &a->groups[i];
    qsort(order, (size_t)a->n, sizeof *order, by_start);
    for (int i = 0; i < a->n; i++) {
        Group *g = order[i];
        g->slot = argument_slot(a, g);
        for (int k = 0; k < nslots && !g->slot; k++)
            if (slots[k].kind == g->kind && slots[k].busy_to < g->from) {
                g->slot = slots[k].local;
                slots[k].busy_to = g->to;
            }
        if (g->slot)
            continue;
        int size = slot_size(g->head);
        g->slot = func_local(f, arena_printf(&f->arena, ".autotmp_%d", nslots), LocalSpill, size, 8);
        if (g->kind == 0) {
            g->slot->ptrmask = arena_alloc(&f->arena, 1);
            g->slot->ptrmask[0] = 1;
        }
        slots = ra_grow(f, slots, &cap, nslots + 1, sizeof *slots);
        slots[nslots++] = (SlotState){g->slot, g->to, g->kind};
    }
}

void ra_stackalloc(RegAlloc *s)
{
    Func *f = s->f;
    StackAlloc a = {.s = s};
    find_groups(&a);
    if (!a.n)
        return;
    a.words = (a.n + 63) / 64;
    a.arg_slots = NEW_ARRAY(&f->arena, Local *, f->nreg_params + 1);
    a.in = NEW_ARRAY(&f->scratch, uint64_t, (size_t)f->next_block_id * (size_t)a.words);
    dataflow(&a);
    intervals(&a);
    keep_for_recovery(&a);
    assign(&a);
    for (int i = 0; i < f->nblocks; i++)
        for (int k = 0; k < f->blocks[i]->nvalues; k++) {
            Value *v = f->blocks[i]->values[k];
            if (a.group_of[v->id])
                set_home(f, v, (Home){.kind = HomeSlot, .slot = a.groups[a.group_of[v->id] - 1].slot});
        }
}
