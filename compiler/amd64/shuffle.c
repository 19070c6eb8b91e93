/* shuffle.c - moves on edges: brings the registers at the end of each
 * predecessor to what a merge block expects at its start.
 *
 * Per edge this is one parallel move: each wanted register and each phi that
 * lives in a slot shall get one value, from a register, a slot, or made again.
 * A move may be done once nobody needs what its destination holds.  When all
 * remaining moves wait for each other, one value is copied to a free register,
 * or, when there is none, to a slot of its own.
 *
 * Edges are not critical, so the moves stand at the predecessor's end. */
#include "compiler/amd64/regalloc.h"

#include <string.h>

typedef struct Move {
    Value *v;    /* original that is wanted */
    int reg;     /* where; NoReg: in the slot of phi */
    Value *phi;  /* value of the merge block that gets the copy as its arg; NULL: it is only to stay where it is */
    bool done;
} Move;

/* A value's copy in a slot that this edge made. */
typedef struct SavedCopy {
    Value *v, *store;
} SavedCopy;

typedef struct EdgeMoves {
    RegAlloc *s;
    Block *pred;
    int index;   /* of the edge among the merge block's predecessors */
    Move *moves;
    int n, cap;
    struct { Value *v, *c; } regs[NumAllocRegs]; /* contents, as the moves go on */
    RegMask locked; /* hold what they shall hold at the end */
    SavedCopy *saved;
    int nsaved, saved_cap;
} EdgeMoves;

static RegMask regs_with(const EdgeMoves *e, const Value *v)
{
    RegMask m = 0;
    for (int r = 0; r < NumAllocRegs; r++)
        if (e->regs[r].v == v)
            m |= REG_BIT(r);
    return m;
}

static bool wanted(const EdgeMoves *e, const Value *v, const Move *except)
{
    for (int i = 0; i < e->n; i++)
        if (!e->moves[i].done && e->moves[i].v == v && &e->moves[i] != except)
            return true;
    return false;
}

static Value *saved_copy(const EdgeMoves *e, const Value *v)
{
    for (int i = e->nsaved - 1; i >= 0; i--)
        if (e->saved[i].v == v)
            return e->saved[i].store;
    return NULL;
}

/* The register's content is needed by a later move and is nowhere else. */
static bool reg_needed(EdgeMoves *e, int r, const Move *except)
{
    const Value *v = e->regs[r].v;
    return v && wanted(e, v, except) && !(regs_with(e, v) & ~REG_BIT(r)) && !ra_val(e->s, v)->remat && !saved_copy(e, v);
}

/* The phi's slot still holds its old value, and a later move needs that from there. */
static bool slot_needed(EdgeMoves *e, const Value *phi, const Move *except)
{
    return wanted(e, phi, except) && !regs_with(e, phi) && !saved_copy(e, phi);
}

static void put_in_reg(EdgeMoves *e, int r, Value *v, Value *c)
{
    e->regs[r].v = v;
    e->regs[r].c = c;
}

static Value *load(EdgeMoves *e, Value *v, int r)
{
    Value *store = saved_copy(e, v);
    if (!store)
        return ra_new_reload(e->s, e->pred, v, r);
    Value *c = ra_new_move(e->s, e->pred, OpLoadReg, v);
    add_arg(c, store);
    set_home(e->s->f, c, (Home){.kind = HomeReg, .reg = {(uint8_t)r, NoReg}});
    ra_set_orig(e->s, c, v);
    return c;
}

static Value *new_store(EdgeMoves *e, Value *v, Value *c, Value *into)
{
    RegAlloc *s = e->s;
    Value *store = ra_new_move(e->s, e->pred, OpStoreReg, v);
    s->spills = true;
    add_arg(store, c);
    ra_set_orig(s, store, v);
    s->store_into = ra_grow(s->f, s->store_into, &s->nstore_into, store->id + 1, sizeof *s->store_into);
    s->store_into[store->id] = into ? into : store;
    return store;
}

/* Saves the content of r in a slot of its own. */
static void save(EdgeMoves *e, int r)
{
    Value *v = e->regs[r].v;
    if (!ra_val(e->s, v)->remat && !saved_copy(e, v)) {
        e->saved = ra_grow(e->s->f, e->saved, &e->saved_cap, e->nsaved + 1, sizeof *e->saved);
        e->saved[e->nsaved++] = (SavedCopy){v, new_store(e, v, e->regs[r].c, NULL)};
    }
    for (int i = 0; i < e->n; i++)
        if (e->moves[i].done && e->moves[i].reg == r)
            e->moves[i].done = false; /* has to be put back */
    e->locked &= ~REG_BIT(r);
    put_in_reg(e, r, NULL, NULL);
}

/* A register of the class that may be overwritten. */
static int find_temp(EdgeMoves *e, RegMask class)
{
    RegMask ends = 0; /* better not: a later move goes there */
    for (int i = 0; i < e->n; i++)
        if (e->moves[i].reg != NoReg)
            ends |= REG_BIT(e->moves[i].reg);
    RegMask usable = 0;
    for (RegMask m = class & ~e->locked; m; m &= m - 1)
        if (!reg_needed(e, __builtin_ctzll(m), NULL))
            usable |= m & -m;
    if (usable)
        return __builtin_ctzll(usable & ~ends ? usable & ~ends : usable);
    RegMask fixed = 0; /* values that all predecessors have in the same place: no phi to tell of a move */
    for (int i = 0; i < e->n; i++)
        if (e->moves[i].reg != NoReg && !e->moves[i].phi)
            fixed |= REG_BIT(e->moves[i].reg);
    int r = __builtin_ctzll(class & ~e->locked & ~fixed ? class & ~e->locked & ~fixed : class & ~fixed);
    save(e, r);
    return r;
}

static void do_reg_move(EdgeMoves *e, Move *m)
{
    RegMask from = regs_with(e, m->v);
    Value *c;
    if (from & REG_BIT(m->reg))
        c = e->regs[m->reg].c;
    else if (from)
        c = ra_new_copy(e->s, e->pred, m->v, e->regs[__builtin_ctzll(from)].c, m->reg);
    else
        c = load(e, m->v, m->reg);
    put_in_reg(e, m->reg, m->v, c);
    e->locked |= REG_BIT(m->reg);
    if (m->phi)
        set_arg(m->phi, e->index, c);
    m->done = true;
}

static void do_slot_move(EdgeMoves *e, Move *m)
{
    RegMask from = regs_with(e, m->v);
    int r;
    if (m->v == m->phi && !saved_copy(e, m->v)) { /* stays as it is, in its slot */
        m->done = true;
        return;
    }
    if (from) {
        r = __builtin_ctzll(from);
    } else {
        r = find_temp(e, ra_reg_class(m->v));
        put_in_reg(e, r, m->v, load(e, m->v, r));
    }
    set_arg(m->phi, e->index, new_store(e, m->v, e->regs[r].c, m->phi));
    m->done = true;
}

static bool blocked(EdgeMoves *e, const Move *m)
{
    if (m->reg == NoReg)
        return slot_needed(e, m->phi, m);
    return e->regs[m->reg].v != m->v && reg_needed(e, m->reg, m);
}

static int move_kind(const EdgeMoves *e, const Move *m)
{
    RegMask from = regs_with(e, m->v);
    if (m->reg == NoReg)
        return 1;
    return from & REG_BIT(m->reg) ? 0 : from ? 2 : 3;
}

/* Some moves, in the order of preference: what is in place already, slots
 * while registers are free, registers from registers, then loads. */
static bool step(EdgeMoves *e)
{
    bool any = false;
    for (int kind = 0; kind < 4 && !any; kind++)
        for (int i = 0; i < e->n; i++) {
            Move *m = &e->moves[i];
            if (m->done || move_kind(e, m) != kind || blocked(e, m))
                continue;
            if (m->reg == NoReg)
                do_slot_move(e, m);
            else
                do_reg_move(e, m);
            any = true;
        }
    return any;
}

/* All moves that remain wait in circles: takes one value out of its place. */
static bool break_cycle(EdgeMoves *e)
{
    for (int i = 0; i < e->n; i++) {
        Move *m = &e->moves[i];
        if (m->done)
            continue;
        if (m->reg == NoReg) { /* the old value of the phi goes to a register */
            int r = find_temp(e, ra_reg_class(m->phi));
            put_in_reg(e, r, m->phi, load(e, m->phi, r));
            return true;
        }
        Value *v = e->regs[m->reg].v;
        RegMask before = regs_with(e, v);
        int r = find_temp(e, ra_reg_class(v));
        if (regs_with(e, v) == before) /* else it was saved to make room, which will do */
            put_in_reg(e, r, v, ra_new_copy(e->s, e->pred, v, e->regs[m->reg].c, r));
        return true;
    }
    return false;
}

static void add_move(EdgeMoves *e, Value *v, int reg, Value *phi)
{
    e->moves = ra_grow(e->s->f, e->moves, &e->cap, e->n + 1, sizeof *e->moves);
    e->moves[e->n++] = (Move){v, reg, phi, false};
}

static void collect(EdgeMoves *e, Block *b)
{
    RegAlloc *s = e->s;
    BlockState *bs = &s->blocks[b->id];
    const BlockState *from = &s->blocks[e->pred->id];
    for (int i = 0; i < from->nend; i++)
        put_in_reg(e, from->end[i].reg, from->end[i].v, from->end[i].c);
    for (int i = 0; i < bs->nstart; i++) {
        RegEntry entry = bs->start[i];
        bool is_phi = entry.c->op == OpPhi && entry.c->block == b && entry.c->id >= s->nvals;
        add_move(e, entry.v, entry.reg, is_phi ? entry.c : NULL);
    }
    for (int i = 0; i < b->nvalues && b->values[i]->op == OpPhi; i++) {
        Value *phi = b->values[i];
        if (phi->id >= s->nvals || !ra_val(s, phi)->needs_reg)
            continue;
        int reg = reg_of(s->f, phi);
        add_move(e, phi->args[e->index], reg, phi);
    }
}

static void shuffle_edge(RegAlloc *s, Block *b, int i)
{
    EdgeMoves e = {.s = s, .pred = b->preds[i].block, .index = i};
    if (e.pred->nsuccs != 1) {
        func_fail(s->f, NULL, "critical edge from b%d to b%d", e.pred->id, b->id);
        return;
    }
    collect(&e, b);
    while (step(&e) || break_cycle(&e))
        ;
}

/* The phis that the walk made for registers carried into b get room for their args. */
static void open_phis(RegAlloc *s, Block *b)
{
    BlockState *bs = &s->blocks[b->id];
    for (int i = 0; i < bs->nstart; i++) {
        Value *c = bs->start[i].c;
        if (c->op == OpPhi && c->block == b && c->id >= s->nvals)
            for (int k = 0; k < b->npreds; k++)
                add_arg(c, c);
    }
}

void ra_shuffle(RegAlloc *s)
{
    DomTree *dom = s->nest->dom;
    s->cur_value = NULL;
    for (int i = 0; i < dom->nrpo && !s->f->error; i++) {
        Block *b = dom->rpo[i];
        if (!ra_is_merge(b))
            continue;
        open_phis(s, b);
        for (int k = 0; k < b->npreds && !s->f->error; k++)
            shuffle_edge(s, b, k);
    }
}
