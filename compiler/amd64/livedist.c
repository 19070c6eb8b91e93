/* livedist.c - liveness with distances: for the end of each block, the values
 * that are live there and how many instructions away their next use is.
 *
 * Plain backward dataflow to a fixed point over postorder.  Distances add a
 * cost to edges that are seldom taken and to calls, so that "far" means "after
 * a call or on a cold path", which is what the allocator asks.  Expects
 * scheduled blocks; leaves BlockState.live_out. */
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
            again |= give_to_preds(s, b, &live, &other, queued);
            live_clear(&live);
        }
    }
}
