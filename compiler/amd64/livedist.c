/* livedist.c - liveness with distances: for the end of each block, the values
 * that are live there and how many instructions away their next use is.
 *
 * Plain backward dataflow to a fixed point over postorder.  Distances add a
 * cost to edges that are seldom taken and to calls, so that "far" means "after
 * a call or on a cold path", which is what the allocator asks.
 *
 * A value that is made again at each use is in no register before the first.
 * So it counts as live only below the lowest block above all its uses, else
 * the constants and addresses of a long function would be live throughout.
 *
 * Expects scheduled blocks; leaves BlockState.live_out. */
#include "compiler/amd64/regalloc.h"

#include <string.h>

/* A set of live values under construction; dist_of is indexed by id. */
typedef struct LiveSet {
    int32_t *ids, *place_of, *dist_of; /* place_of: 1 + place in ids, 0 absent */
    int n;
} LiveSet;

static void live_add(LiveSet *l, int32_t id, int32_t dist)
{
    if (dist > DistMax)
        dist = DistMax;
    if (!l->place_of[id]) {
        l->ids[l->n++] = id;
        l->place_of[id] = l->n;
        l->dist_of[id] = dist;
    } else if (dist < l->dist_of[id]) {
        l->dist_of[id] = dist;
    }
}

static void live_remove(LiveSet *l, int32_t id)
{
    int at = l->place_of[id];
    if (!at)
        return;
    int32_t last = l->ids[--l->n];
    l->ids[at - 1] = last;
    l->place_of[last] = at;
    l->place_of[id] = 0;
}

static void live_clear(LiveSet *l)
{
    for (int i = 0; i < l->n; i++)
        l->place_of[l->ids[i]] = 0;
    l->n = 0;
}

static int edge_distance(const Block *b, int succ)
{
    if (b->nsuccs == 1)
        return DistLikely;
    if (b->hint == HintNone)
        return DistNormal;
    return (b->hint == HintLikely) == (succ == 0) ? DistLikely : DistUnlikely;
}

/* Moves the set from the block's end to its start, phis still live. */
static void walk_back(RegAlloc *s, Block *b, LiveSet *live)
{
    for (int i = 0; i < live->n; i++)
        live->dist_of[live->ids[i]] += b->nvalues;
    for (int c = 0; c < b->ncontrols; c++)
        if (ra_val(s, b->controls[c])->needs_reg)
            live_add(live, b->controls[c]->id, b->nvalues);
    for (int i = b->nvalues - 1; i >= 0; i--) {
        Value *v = b->values[i];
        if (v->op == OpPhi)
            continue;
        live_remove(live, v->id);
        if (op_has(v->op, OpCall))
            for (int k = 0; k < live->n; k++)
                live->dist_of[live->ids[k]] += DistCall;
        for (int a = 0; a < v->nargs; a++)
            if (ra_val(s, v->args[a])->needs_reg)
                live_add(live, v->args[a]->id, i);
    }
}

/* Adds what is live at the start of b (in live) to the end of its predecessors; true if sets grew. */
static bool give_to_preds(RegAlloc *s, Block *b, LiveSet *live, LiveSet *other, bool *queued)
{
    bool grew = false;
    for (int k = 0; k < b->npreds; k++) {
        Block *p = b->preds[k].block;
        BlockState *ps = &s->blocks[p->id];
        int extra = edge_distance(p, b->preds[k].index);
        for (int i = 0; i < ps->nlive_out; i++)
            live_add(other, ps->live_out[i].id, ps->live_out[i].dist);
        int before = other->n;
        for (int i = 0; i < live->n; i++) {
            int32_t id = live->ids[i];
            Value *v = s->vals[id].v;
            if (v->op == OpPhi && v->block == b)
                continue;
            live_add(other, id, live->dist_of[id] + extra);
        }
        for (int i = 0; i < b->nvalues && b->values[i]->op == OpPhi; i++) {
            Value *phi = b->values[i];
            if (live->place_of[phi->id] && ra_val(s, phi->args[k])->needs_reg)
                live_add(other, phi->args[k]->id, live->dist_of[phi->id] + extra);
        }
        if (other->n > before) {
            grew = queued[p->id] = true;
            ps->live_out = NEW_ARRAY(&s->f->scratch, LiveEntry, other->n);
        }
        ps->nlive_out = other->n;
        for (int i = 0; i < other->n; i++)
            ps->live_out[i] = (LiveEntry){other->ids[i], other->dist_of[other->ids[i]]};
        live_clear(other);
    }
    return grew;
}

/* --- values that are made again --- */

static int loop_depth(const RegAlloc *s, const Block *b) { return s->nest->loop_of[b->id] ? s->nest->loop_of[b->id]->depth : 0; }

static void note_use(RegAlloc *s, Block **above, const Value *v, Block *at)
{
    const DomTree *t = s->nest->dom;
    if (!ra_val(s, v)->remat || t->index[at->id] < 0)
        return;
    Block *b = above[v->id] ? above[v->id] : at;
    while (!dom_is_ancestor_eq(t, b, at))
        b = t->idom[b->id];
    above[v->id] = b;
}

/* By value id: the lowest block above all uses of a value that is made again. */
static Block **blocks_above_uses(RegAlloc *s)
{
    Func *f = s->f;
    Block **above = NEW_ARRAY(&f->scratch, Block *, s->nvals);
    for (int i = 0; i < f->nblocks; i++) {
        Block *b = f->blocks[i];
        for (int k = 0; k < b->nvalues; k++) {
            const Value *v = b->values[k];
            for (int a = 0; a < v->nargs; a++)
                note_use(s, above, v->args[a], v->op == OpPhi ? b->preds[a].block : b);
        }
        for (int k = 0; k < b->ncontrols; k++)
            note_use(s, above, b->controls[k], b);
    }
    return above;
}

/* By block id: first value whose life begins there, though it stands further
 * up, as ids chained through next.  Not in a loop that it is not in: there
 * its copy is kept from round to round. */
static int32_t *find_begins(RegAlloc *s, int32_t *next)
{
    Func *f = s->f;
    const DomTree *t = s->nest->dom;
    Block **above = blocks_above_uses(s);
    int32_t *first = NEW_ARRAY(&f->scratch, int32_t, f->next_block_id);
    for (int id = 0; id < s->nvals; id++) {
        Block *b = above[id];
        if (!b)
            continue;
        const Block *made = s->vals[id].v->block;
        while (b != made && loop_depth(s, b) > loop_depth(s, made))
            b = t->idom[b->id];
        if (b == made)
            continue;
        next[id] = first[b->id];
        first[b->id] = id;
    }
    return first;
}

/* --- the whole --- */

static LiveSet live_set(RegAlloc *s)
{
    Arena *a = &s->f->scratch;
    return (LiveSet){NEW_ARRAY(a, int32_t, s->nvals), NEW_ARRAY(a, int32_t, s->nvals), NEW_ARRAY(a, int32_t, s->nvals), 0};
}

void ra_live_distances(RegAlloc *s)
{
    int n;
    Block **po = postorder(s->f, &n);
    LiveSet live = live_set(s), other = live_set(s);
    bool *queued = NEW_ARRAY(&s->f->scratch, bool, s->f->next_block_id);
    int32_t *next = NEW_ARRAY(&s->f->scratch, int32_t, s->nvals), *begins = find_begins(s, next);
    for (int i = 0; i < n; i++)
        queued[po[i]->id] = true;
    for (bool again = true; again;) {
        again = false;
        for (int i = 0; i < n; i++) {
            Block *b = po[i];
            if (!queued[b->id])
                continue;
            queued[b->id] = false;
            BlockState *bs = &s->blocks[b->id];
            for (int k = 0; k < bs->nlive_out; k++)
                live_add(&live, bs->live_out[k].id, bs->live_out[k].dist);
            walk_back(s, b, &live);
            for (int32_t id = begins[b->id]; id; id = next[id])
                live_remove(&live, id);
            again |= give_to_preds(s, b, &live, &other, queued);
            live_clear(&live);
        }
    }
}
