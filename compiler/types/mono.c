/* mono.c - refuses programs that would need infinitely many instances.
 *
 * Vertices are type parameters.  An instantiation in a generic body whose type
 * argument mentions P, given for the parameter Q, is an edge from P to Q, of
 * weight 1 when P is part of a larger type.  A cycle of positive weight would
 * make ever larger types. */
#include <string.h>

#include "check.h"

typedef struct MonoEdge {
    uint32_t src, dst;
    uint32_t weight;
    Pos pos;
    Type *arg;
} MonoEdge;

typedef struct MonoVertex {
    Object *obj;
    uint32_t weight, pre, len; /* pre: edge + 1 */
} MonoVertex;

struct Mono {
    MonoVertex *verts;
    uint32_t nverts, cap_verts;
    MonoEdge *edges;
    uint32_t nedges, cap_edges;
    Map index; /* type parameter's Object -> vertex + 1 */
    Map canon; /* receiver's type parameter -> that of the base type */
};

static Mono *mono_of(Checker *ck)
{
    if (!ck->mono) {
        ck->mono = NEW(ck->a, Mono);
        track_map(ck->ctx, &ck->mono->index);
        track_map(ck->ctx, &ck->mono->canon);
    }
    return ck->mono;
}

void mono_canon(Checker *ck, Object *recv, Object *base) { map_put(&mono_of(ck)->canon, recv, base); }

static uint32_t vertex(Checker *ck, Object *tparam)
{
    Mono *m = mono_of(ck);
    Object *base = map_get(&m->canon, tparam);
    if (base)
        tparam = base;
    uintptr_t at = (uintptr_t)map_get(&m->index, tparam);
    if (at)
        return (uint32_t)at - 1;
    PUSH(ck->a, m->verts, m->nverts, m->cap_verts, (MonoVertex){.obj = tparam});
    map_put(&m->index, tparam, (void *)(uintptr_t)m->nverts);
    return m->nverts - 1;
}

typedef struct MonoArg {
    Checker *ck;
    Object *to;
    Type *arg;
    Pos pos;
    int depth;
} MonoArg;

static void add_edges(MonoArg *a, Type *t, uint32_t weight);

static void add_vars(MonoArg *a, Object **vars, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        add_edges(a, vars[i]->type, 1);
}

static void add_edges(MonoArg *a, Type *t, uint32_t weight)
{
    if (!t || ++a->depth > 100)
        return;
    t = type_unalias(t);
    switch (t->kind) {
    case KindTypeParam: {
        uint32_t src = vertex(a->ck, t->tparam.obj), dst = vertex(a->ck, a->to);
        Mono *m = a->ck->mono;
        PUSH(a->ck->a, m->edges, m->nedges, m->cap_edges, (MonoEdge){src, dst, weight, a->pos, a->arg});
        break;
    }
    case KindPointer: add_edges(a, t->pointer.elem, 1); break;
    case KindSlice: add_edges(a, t->slice.elem, 1); break;
    case KindArray: add_edges(a, t->array.elem, 1); break;
    case KindChan: add_edges(a, t->chan.elem, 1); break;
    case KindMap:
        add_edges(a, t->map.key, 1);
        add_edges(a, t->map.elem, 1);
        break;
    case KindStruct: add_vars(a, t->strct.fields, t->strct.n); break;
    case KindTuple: add_vars(a, t->tuple.vars, t->tuple.n); break;
    case KindFunc:
        add_edges(a, t->func.params, 1);
        add_edges(a, t->func.results, 1);
        break;
    case KindInterface:
        for (uint32_t i = 0; i < t->iface.nmethods; i++)
            add_edges(a, t->iface.methods[i]->type, 1);
        break;
    case KindNamed:
        for (uint32_t i = 0; i < t->named.ntargs; i++)
            add_edges(a, t->named.targs[i], 1);
        break;
    default: break;
    }
    a->depth--;
}

/* Records that tparams are instantiated with targs. */
void mono_record(Checker *ck, Pos pos, Object **tparams, Type **targs, uint32_t n, NodeList arg_nodes)
{
    for (uint32_t i = 0; i < n && !ck->instance_mode; i++) {
        MonoArg a = {ck, tparams[i], targs[i], i < arg_nodes.n ? node_start(arg_nodes.at[i]) : pos, 0};
        add_edges(&a, targs[i], 0);
    }
}

static void report_loop(Checker *ck, uint32_t v)
{
    Mono *m = ck->mono;
    uint32_t *stack = NEW_ARRAY(ck->a, uint32_t, m->nverts + 1), n = 0, first = 0;
    bool *seen = NEW_ARRAY(ck->a, bool, m->nverts);
    while (!seen[v]) {
        stack[n++] = v;
        seen[v] = true;
        v = m->edges[m->verts[v].pre - 1].src;
    }
    while (stack[first] != v)
        first++;
    Buf b = {0};
    buf_puts(&b, "instantiation cycle:");
    for (uint32_t i = first; i < n; i++) {
        MonoEdge *e = &m->edges[m->verts[stack[i]].pre - 1];
        buf_printf(&b, "%s%s instantiated as %s", at_string(ck, e->pos), m->verts[e->dst].obj->name, tstr(ck, e->arg));
    }
    err_at(ck, m->verts[v].obj->pos, "%s", buf_str(&b));
    buf_free(&b);
}

/* Longest paths: one with as many edges as there are vertices goes around a cycle that gains weight. */
void mono_check(Checker *ck)
{
    Mono *m = ck->mono;
    if (!m)
        return;
    for (bool again = true; again;) {
        again = false;
        for (uint32_t i = 0; i < m->nedges; i++) {
            MonoEdge *e = &m->edges[i];
            MonoVertex *src = &m->verts[e->src], *dst = &m->verts[e->dst];
            uint32_t w = src->weight + e->weight;
            if (w <= dst->weight)
                continue;
            dst->pre = i + 1;
            dst->len = src->len + 1;
            if (dst->len == m->nverts) {
                report_loop(ck, e->dst);
                return;
            }
            dst->weight = w;
            again = true;
        }
    }
}
