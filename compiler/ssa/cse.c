/* cse.c - computes equal values once.
 *
 * Two values are equal if they have the same op, type, auxint and aux, and
 * equal args.  The dominator tree is walked from the top; a hash table maps
 * an expression to the value that computes it in a block above.  What equals
 * a value in a dominating block becomes a Copy of it; entries of a subtree are
 * taken out when the walk leaves it.  Values of one block have no order yet,
 * so a block is walked in an order where args come first.
 *
 * Memory reads take part: they have the memory state as an arg.  Not part:
 * effects, memory states, phis (but equal phis of one block are merged), and
 * Flags, of which there can be only one at a time.
 *
 * A constant found below the entry is moved to the entry block first, so that
 * equal constants always meet. */
#include "compiler/ssa/ssa.h"

#include <stdlib.h>

typedef struct Entry {
    Value *v;
    int next;         /* in its bucket, -1 */
    uint32_t bucket;
} Entry;

typedef struct Cse {
    Func *f;
    DomTree *dom;
    int *buckets;     /* last entry, -1 */
    uint32_t mask;
    Entry *entries;   /* a stack: the newest last */
    int n;
    uint8_t *state;   /* by value id: 0 new, 1 waiting for args, 2 done */
    Value **work;
} Cse;

static bool is_candidate(const Value *v)
{
    if (op_has(v->op, OpEffect | OpCall | OpIsNilCheck))
        return op_has(v->op, OpIsNilCheck);
    switch (v->op) {
    case OpCopy: case OpInvalid: case OpFwdRef: case OpUnknown: case OpInitMem: case OpSelectN: case OpMakeResult:
        return false;
    default:
        return v->type != ValMem && v->type != ValFlags && v->type != ValVoid && v->type != ValResults;
    }
}

/* Tuples with memory inside are states; the others may be merged. */
static bool is_pure_tuple(const Value *v) { return v->type != ValTuple || !op_takes_mem(v->op); }

static uint64_t mix(uint64_t h, uint64_t x) { return (h ^ x) * UINT64_C(0x9E3779B97F4A7C15) ^ h >> 31; }

/* Ids rather than addresses, so that the order of buckets, and with it nothing, depends on them. */
static uint32_t hash_value(const Value *v)
{
    uint64_t h = mix(v->op, v->type);
    h = mix(h, (uint64_t)v->auxint);
    h = mix(h, v->op == OpPhi ? (uint64_t)v->block->id : (uint64_t)v->nargs);
    uint64_t sum = 0;
    for (int i = 0; i < v->nargs; i++) {
        uint64_t id = (uint64_t)copy_source(v->args[i])->id;
        if (i < 2 && op_has(v->op, OpCommutative))
            sum += mix(1, id);
        else
            h = mix(h, id);
    }
    return (uint32_t)(mix(h, sum) >> 20);
}

static bool same_arg(const Value *v, int i, const Value *w, int k)
{
    return copy_source(v->args[i]) == copy_source(w->args[k]);
}

static bool equal(const Value *v, const Value *w)
{
    if (v->op != w->op || v->type != w->type || v->auxint != w->auxint || v->aux != w->aux || v->nargs != w->nargs)
        return false;
    if (v->op == OpPhi && v->block != w->block)
        return false;
    int i = 0;
    if (v->nargs >= 2 && op_has(v->op, OpCommutative) && same_arg(v, 0, w, 1) && same_arg(v, 1, w, 0))
        i = 2;
    for (; i < v->nargs; i++)
        if (!same_arg(v, i, w, i))
            return false;
    return true;
}

static void find_or_add(Cse *c, Value *v)
{
    uint32_t bucket = hash_value(v) & c->mask;
    for (int e = c->buckets[bucket]; e >= 0; e = c->entries[e].next)
        if (equal(c->entries[e].v, v)) {
            copy_of(v, c->entries[e].v);
            return;
        }
    c->entries[c->n] = (Entry){v, c->buckets[bucket], bucket};
    c->buckets[bucket] = c->n++;
}

static void visit(Cse *c, Value *v)
{
    if (is_candidate(v) && is_pure_tuple(v))
        find_or_add(c, v);
}

/* v after its args in the same block. */
static void visit_with_args(Cse *c, Value *root)
{
    int n = 0;
    c->work[n++] = root;
    while (n > 0) {
        Value *v = c->work[n - 1];
        int pushed = 0;
        if (c->state[v->id] == 0 && v->op != OpPhi) {
            c->state[v->id] = 1;
            for (int i = 0; i < v->nargs; i++)
                if (v->args[i]->block == v->block && c->state[v->args[i]->id] == 0) {
                    c->work[n++] = v->args[i];
                    pushed++;
                }
        }
        if (pushed)
            continue;
        n--;
        if (c->state[v->id] != 2) {
            c->state[v->id] = 2;
            visit(c, v);
        }
    }
}

static void leave(Cse *c, int mark)
{
    while (c->n > mark) {
        Entry *e = &c->entries[--c->n];
        c->buckets[e->bucket] = e->next;
    }
}

static void visit_block(Cse *c, Block *b)
{
    for (int i = 0; i < b->nvalues; i++)
        visit_with_args(c, b->values[i]);
}

static void walk_tree(Cse *c)
{
    struct Frame { Block *b; int child, mark; } *stack = arena_alloc(&c->f->scratch, (size_t)(c->dom->nrpo + 1) * sizeof *stack);
    int depth = 0;
    stack[depth++] = (struct Frame){c->f->entry, 0, 0};
    visit_block(c, c->f->entry);
    while (depth > 0) {
        struct Frame *top = &stack[depth - 1];
        if (top->child < c->dom->nchildren[top->b->id]) {
            Block *child = c->dom->children[top->b->id][top->child++];
            stack[depth++] = (struct Frame){child, 0, c->n};
            visit_block(c, child);
        } else {
            leave(c, top->mark);
            depth--;
        }
    }
}

static void hoist_constants(Func *f)
{
    for (int i = 0; i < f->nblocks; i++) {
        Block *b = f->blocks[i];
        if (b == f->entry)
            continue;
        int n = 0;
        for (int k = 0; k < b->nvalues; k++) {
            Value *v = b->values[k];
            bool is_const = v->nargs == 0 && v->op >= OpConstBool && v->op <= OpConstNil;
            if (is_const || v->op == OpSP || v->op == OpSB)
                block_append(f->entry, v);
            else
                b->values[n++] = v;
        }
        b->nvalues = n;
    }
}

void cse(Func *f)
{
    hoist_constants(f);
    Cse c = {.f = f, .dom = dominators(f)};
    uint32_t size = 64;
    while (size < (uint32_t)f->next_value_id)
        size *= 2;
    size_t edges = 1;
    for (int i = 0; i < f->nblocks; i++)
        for (int k = 0; k < f->blocks[i]->nvalues; k++)
            edges += (size_t)f->blocks[i]->values[k]->nargs + 1;
    c.mask = size - 1;
    c.buckets = arena_alloc(&f->scratch, size * sizeof *c.buckets);
    for (uint32_t i = 0; i < size; i++)
        c.buckets[i] = -1;
    c.entries = arena_alloc(&f->scratch, (size_t)f->next_value_id * sizeof *c.entries);
    c.state = arena_alloc(&f->scratch, (size_t)f->next_value_id);
    c.work = arena_alloc(&f->scratch, edges * sizeof *c.work);
    walk_tree(&c);
    copyelim(f);
}
