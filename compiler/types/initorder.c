/* initorder.c - the order in which package variables are initialized (spec:
 * "Package initialization"): repeatedly the first one in declaration order whose
 * dependencies are initialized.  Functions pass on what they refer to. */
#include <stdlib.h>
#include <string.h>

#include "check.h"

typedef struct InitNode {
    Object *obj; /* variable or constant */
    DeclInfo *decl;
    struct InitNode **preds; /* nodes that wait for this one */
    uint32_t npreds, cap_preds;
    uint32_t ndeps;
    bool done;
} InitNode;

typedef struct Graph {
    Checker *ck;
    InitNode *nodes;
    uint32_t n;
    Map by_obj;
    InitNode **heap; /* ready nodes, smallest first */
    uint32_t nheap;
    uint32_t *seen;  /* by Object.order: round in which it was visited */
    uint32_t round;
} Graph;

static bool before(const InitNode *x, const InitNode *y)
{
    bool xc = x->obj->kind == ObjConst, yc = y->obj->kind == ObjConst;
    if (xc != yc)
        return xc;
    return x->obj->order < y->obj->order;
}

static void heap_push(Graph *g, InitNode *n)
{
    uint32_t i = g->nheap++;
    g->heap[i] = n;
    while (i > 0 && before(g->heap[i], g->heap[(i - 1) / 2])) {
        InitNode *t = g->heap[i];
        g->heap[i] = g->heap[(i - 1) / 2];
        g->heap[(i - 1) / 2] = t;
        i = (i - 1) / 2;
    }
}

static InitNode *heap_pop(Graph *g)
{
    InitNode *top = g->heap[0];
    g->heap[0] = g->heap[--g->nheap];
    for (uint32_t i = 0;;) {
        uint32_t least = i, l = 2 * i + 1, r = l + 1;
        if (l < g->nheap && before(g->heap[l], g->heap[least]))
            least = l;
        if (r < g->nheap && before(g->heap[r], g->heap[least]))
            least = r;
        if (least == i)
            return top;
        InitNode *t = g->heap[i];
        g->heap[i] = g->heap[least];
        g->heap[least] = t;
        i = least;
    }
}

/* Adds edges from n to all variables and constants that it refers to, through functions. */
static void add_edges(Graph *g, InitNode *n)
{
    DeclInfo **stack = NULL;
    uint32_t depth = 0, cap = 0;
    g->round++;
    PUSH(g->ck->a, stack, depth, cap, n->decl);
    while (depth > 0) {
        DeclInfo *d = stack[--depth];
        for (uint32_t i = 0; i < d->ndeps; i++) {
            Object *o = d->deps[i];
            if (g->seen[o->order] == g->round)
                continue;
            g->seen[o->order] = g->round;
            if (o->kind == ObjFunc) {
                PUSH(g->ck->a, stack, depth, cap, decl_of(g->ck, o));
                continue;
            }
            InitNode *m = map_get(&g->by_obj, o);
            if (!m)
                continue;
            n->ndeps++;
            PUSH(g->ck->a, m->preds, m->npreds, m->cap_preds, n);
        }
    }
}

static int by_order(const void *x, const void *y)
{
    const Object *a = *(Object *const *)x, *b = *(Object *const *)y;
    return (a->order > b->order) - (a->order < b->order);
}

/* A path from `from` back to `to`, last step first; false when there is none. */
static bool find_path(Graph *g, Object *from, Object *to, Object ***path, uint32_t *n, uint32_t *cap, uint32_t depth)
{
    if (g->seen[from->order] == g->round || depth > MaxDepth)
        return false;
    g->seen[from->order] = g->round;
    DeclInfo *d = decl_of(g->ck, from);
    if (!d || d->ndeps == 0)
        return false;
    Object **deps = arena_dup(g->ck->a, d->deps, d->ndeps * sizeof *deps);
    qsort(deps, d->ndeps, sizeof *deps, by_order);
    for (uint32_t i = 0; i < d->ndeps; i++) {
        if (deps[i] == to || find_path(g, deps[i], to, path, n, cap, depth + 1)) {
            PUSH(g->ck->a, *path, *n, *cap, deps[i]);
            return true;
        }
    }
    return false;
}

static void report_cycle(Graph *g, Object *o)
{
    Object **cycle = NULL;
    uint32_t n = 0, cap = 0;
    g->round++;
    if (!find_path(g, o, o, &cycle, &n, &cap, 0))
        return;
    Checker *ck = g->ck;
    o = cycle[0];
    if (n == 1) {
        err_at(ck, o->pos, "initialization cycle: %s refers to itself", o->name);
        return;
    }
    Buf b = {0};
    buf_printf(&b, "initialization cycle for %s", o->name);
    for (uint32_t j = n; j-- > 0;) {
        buf_printf(&b, "%s%s refers to %s", at_string(ck, o->pos), o->name, cycle[j]->name);
        o = cycle[j];
    }
    err_at(ck, cycle[0]->pos, "%s", buf_str(&b));
    buf_free(&b);
}

static InitNode *next_node(Graph *g)
{
    if (g->nheap > 0)
        return heap_pop(g);
    InitNode *best = NULL; /* only cycles are left */
    for (uint32_t i = 0; i < g->n; i++) {
        InitNode *n = &g->nodes[i];
        if (n->done)
            continue;
        if (!best || n->ndeps < best->ndeps || (n->ndeps == best->ndeps && before(n, best)))
            best = n;
    }
    return best;
}

static void emit(Checker *ck, Package *p, InitNode *n, Map *emitted, uint32_t *cap)
{
    DeclInfo *d = n->decl;
    if (n->obj->kind != ObjVar || !d->init || map_has(emitted, d->init))
        return;
    map_put(emitted, d->init, d);
    InitStep step = {.n = d->nlhs ? d->nlhs : 1, .rhs = d->init, .info = p->init_info};
    step.lhs = d->lhs;
    if (!d->nlhs) {
        step.lhs = NEW_ARRAY(ck->a, Object *, 1);
        step.lhs[0] = n->obj;
    }
    PUSH(ck->a, p->init_order, p->ninit, *cap, step);
}

void init_order(Checker *ck)
{
    Package *p = ck->pkg;
    Graph g = {.ck = ck};
    g.nodes = NEW_ARRAY(ck->a, InitNode, p->nobjects + 1);
    g.heap = NEW_ARRAY(ck->a, InitNode *, p->nobjects + 1);
    g.seen = NEW_ARRAY(ck->a, uint32_t, ck->order + 1);
    for (uint32_t i = 0; i < p->nobjects; i++) {
        Object *o = p->objects[i];
        if (o->kind != ObjVar && o->kind != ObjConst)
            continue;
        InitNode *n = &g.nodes[g.n++];
        n->obj = o;
        n->decl = decl_of(ck, o);
        map_put(&g.by_obj, o, n);
    }
    for (uint32_t i = 0; i < g.n; i++)
        add_edges(&g, &g.nodes[i]);
    for (uint32_t i = 0; i < g.n; i++) {
        if (g.nodes[i].ndeps == 0)
            heap_push(&g, &g.nodes[i]);
    }
    Map emitted = {0};
    uint32_t cap = 0;
    for (InitNode *n; (n = next_node(&g)) != NULL;) {
        if (n->ndeps > 0)
            report_cycle(&g, n->obj);
        n->done = true;
        for (uint32_t i = 0; i < n->npreds; i++) {
            InitNode *m = n->preds[i];
            if (!m->done && --m->ndeps == 0)
                heap_push(&g, m);
        }
        emit(ck, p, n, &emitted, &cap);
    }
    map_free(&emitted);
    map_free(&g.by_obj);
}
