/* escape_order.c - in which order escape analysis solves the functions of a package.
 *
 * Callees come first, because their tags say what happens to arguments; functions that call each other are
 * solved together: strongly connected components of the call graph (Tarjan 1972). */
#include "compiler/ir/ir.h"

#include <stdlib.h>

typedef struct FuncNode {
    FuncVars *f;
    struct FuncNode **callees;
    size_t ncallees, cap;
    int index, low;
    bool on_stack;
} FuncNode;

typedef struct Order {
    Ir *ir;
    Map nodes; /* FuncVars -> FuncNode */
    FuncNode *current;
    FuncNode **stack;
    size_t depth, cap;
    int next;
} Order;

static bool find_callees(Node *n, void *data)
{
    Order *o = data;
    if (n->kind != NodeCall || n->call.kind != CallPlain)
        return true;
    Object *f = call_static_callee(n);
    FuncNode *callee = f && f->kind == ObjFunc && f->func.info ? map_get(&o->nodes, f->func.info) : NULL;
    if (callee)
        vec_push(o->current->callees, o->current->ncallees, o->current->cap, callee);
    return true;
}

static void visit(Order *o, FuncNode *v)
{
    v->index = v->low = ++o->next;
    v->on_stack = true;
    vec_push(o->stack, o->depth, o->cap, v);
    for (size_t i = 0; i < v->ncallees; i++) {
        FuncNode *w = v->callees[i];
        if (!w->index) {
            visit(o, w);
            v->low = w->low < v->low ? w->low : v->low;
        } else if (w->on_stack) {
            v->low = w->index < v->low ? w->index : v->low;
        }
    }
    if (v->low != v->index)
        return;
    size_t first = o->depth;
    do {
        o->stack[--first]->on_stack = false;
    } while (o->stack[first] != v);
    size_t n = o->depth - first;
    FuncVars **batch = xmalloc(n * sizeof *batch);
    for (size_t i = 0; i < n; i++)
        batch[i] = o->stack[first + i]->f;
    o->depth = first;
    escape_solve(o->ir, batch, n);
    free(batch);
}

void escape_package(Ir *ir)
{
    Order o = {.ir = ir};
    Package *p = ir->pkg;
    FuncNode *nodes = xcalloc(p->nfuncs + 1, sizeof *nodes);
    for (uint32_t i = 0; i < p->nfuncs; i++) {
        nodes[i].f = p->funcs[i];
        map_put(&o.nodes, p->funcs[i], &nodes[i]);
    }
    for (uint32_t i = 0; i < p->nfuncs; i++) {
        o.current = &nodes[i];
        node_walk(p->funcs[i]->body, find_callees, &o);
    }
    for (uint32_t i = 0; i < p->nfuncs; i++)
        if (!nodes[i].index)
            visit(&o, &nodes[i]);
    escape_inits(ir);
    for (uint32_t i = 0; i < p->nfuncs; i++)
        free(nodes[i].callees);
    free(nodes);
    free(o.stack);
    map_free(&o.nodes);
}
