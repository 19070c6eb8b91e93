/* expand.c - bodies of called functions are copied into the tree, where a copy is worth more than the body.
 *
 * Most calls are inlined while SSA is built (inline.c): the tree of the called function is shared by all its calls, and so
 * is what escape analysis found out about it.  Some calls deserve a tree of their own, made here, before escape analysis:
 *
 *   - what the function returns the address of may stay in the caller's frame: func New() *T { return &T{} };
 *   - it is given a function that is known, and calls it: the call in the copy is inlined in turn;
 *   - it holds function literals: each copy has its own, with variables of their own;
 *   - a literal is called itself, at once, at the end of the function (defer), or through a variable that nobody assigns to.
 *
 * NodeCall.call.inlined is then the copy: a FuncVars whose parameters and results are variables of the function
 * around.  A variable is bound to a literal when it holds nothing else: declared with it, or a parameter of a copy.  When all that is
 * done with a literal are calls that became copies, its value is not needed: it is elided, and what only it captured is
 * an ordinary variable again. */
#include "compiler/ir/ir.h"

enum { MaxDepth = 8, MaxTaken = 5000 };

/* The function that an expression or a variable is known to be. */
typedef struct Bound {
    FuncVars *lit;    /* a literal; or */
    Node *name;       /* the name of a declared function */
    FuncVars *frame;  /* lit: the function or literal in which it stands */
} Bound;

/* The bodies that are being copied, innermost first. */
typedef struct Chain {
    const FuncVars *body;
    struct Chain *outer;
} Chain;

typedef struct Expander {
    Ir *ir;
    FuncVars *frame;  /* the function or literal whose frame the copies will use */
    FuncVars *top;    /* the declared function around */
    FuncVars *copy;   /* the copied body that is being looked at, or NULL */
    Map bound;        /* Object -> Bound; FuncVars of a copy -> Bound: what the call returns */
    Map needed;       /* FuncVars of literals whose value is used */
    bool found;       /* a literal is bound */
    Chain *chain;
    int depth;
} Expander;

static bool expand_node(Node *n, void *data);

/* ---- copies ---- */

typedef struct Copier {
    Ir *ir;
    FuncVars *frame;  /* where literals stand that are copied */
    const char *from; /* name of the function that is copied, for the names of its literals */
    Map objects;      /* Object -> Object */
    Map owners;       /* FuncVars -> its copy */
    Map targets;      /* statements that branches name */
} Copier;

static Node *copy_node(Copier *c, Node *n);

static Object *copy_var(Copier *c, Object *v)
{
    Object *copy = map_get(&c->objects, v);
    if (!copy) {
        copy = object_copy(c->ir->arena, v);
        copy->var.owner = map_get(&c->owners, v->var.owner);
        map_put(&c->objects, v, copy);
    }
    return copy;
}

static Object *copy_if_local(Copier *c, Object *v)
{
    bool local = v && v->kind == ObjVar && v->var.role != VarField && v->var.role != VarGlobal;
    return local && (map_has(&c->objects, v) || map_has(&c->owners, v->var.owner)) ? copy_var(c, v) : v;
}

static Type *copy_tuple(Copier *c, const Type *t)
{
    Type *copy = type_copy(c->ir->arena, t);
    copy->tuple.vars = NEW_ARRAY(c->ir->arena, Object *, t->tuple.n + 1);
    for (uint32_t i = 0; i < t->tuple.n; i++)
        copy->tuple.vars[i] = copy_var(c, t->tuple.vars[i]);
    return copy;
}

/* The variables and the body of f; literals in it belong to c->frame. */
static FuncVars *copy_body(Copier *c, FuncVars *f, Node *node)
{
    Arena *a = c->ir->arena;
    FuncVars *copy = NEW(a, FuncVars);
    *copy = (FuncVars){.node = node, .obj = f->obj, .copy_of = f, .elided = f->elided, .has_defer = f->has_defer,
                       .has_recover = f->has_recover, .has_go = f->has_go, .inline_cost = f->inline_cost};
    map_put(&c->owners, f, copy);
    copy->recv = f->recv ? copy_var(c, f->recv) : NULL;
    copy->sig = type_copy(a, f->sig);
    copy->sig->func.params = copy_tuple(c, f->sig->func.params);
    copy->sig->func.results = copy_tuple(c, f->sig->func.results);
    return copy;
}

static void add_closure(Ir *ir, FuncVars *outer, FuncVars *f)
{
    FuncVars **list = NEW_ARRAY(ir->arena, FuncVars *, outer->nclosures + 1);
    if (outer->nclosures)
        memcpy(list, outer->closures, outer->nclosures * sizeof *list);
    list[outer->nclosures++] = f;
    outer->closures = list;
    outer->cap_closures = outer->nclosures;
}

static void copy_literal(Copier *c, Node *n)
{
    FuncVars *f = n->funclit.info, *frame = c->frame, *copy = copy_body(c, f, n);
    n->funclit.info = copy;
    copy->outer = frame;
    name_copied_closure(c->ir, copy, c->from);
    add_closure(c->ir, frame, copy);
    copy->captures = NEW_ARRAY(c->ir->arena, Object *, f->ncaptures + 1);
    copy->ncaptures = copy->cap_captures = f->ncaptures;
    for (uint32_t i = 0; i < f->ncaptures; i++)
        copy->captures[i] = copy_if_local(c, f->captures[i]);
    c->frame = copy;
    copy->body = n->funclit.body = copy_node(c, n->funclit.body);
    c->frame = frame;
}

static void copy_children(Copier *c, Node *n)
{
    for (const NodeFieldInfo *f = node_info[n->kind].fields; f->name; f++) {
        void *at = (char *)n + f->offset;
        if (f->type == FieldNode || f->type == FieldOpt) {
            *(Node **)at = copy_node(c, *(Node **)at);
        } else if (f->type == FieldList) {
            NodeList *list = at;
            Node **nodes = NEW_ARRAY(c->ir->arena, Node *, list->n + 1);
            for (uint32_t i = 0; i < list->n; i++)
                nodes[i] = copy_node(c, list->at[i]);
            list->at = nodes;
        }
    }
}

/* Types, constants and names of what is not copied are shared; escape analysis writes into no such node. */
static bool is_shared(Copier *c, const Node *n)
{
    return n->mode == ModeType || (n->mode == ModeConstant && n->val) || n->kind == NodeBasicLit ||
           (n->kind == NodeName && !n->conv && copy_if_local(c, n->obj) == n->obj);
}

static Node *copy_node(Copier *c, Node *n)
{
    if (!n || is_shared(c, n))
        return n;
    size_t size = node_info[n->kind].size;
    Node *copy = arena_alloc(c->ir->arena, size);
    memcpy(copy, n, size);
    copy->obj = copy_if_local(c, n->obj);
    if (copy->obj && copy->obj != n->obj && n->obj->decl_name == n)
        copy->obj->decl_name = copy;
    switch (n->kind) {
    case NodeFuncLit:
        copy_literal(c, copy);
        return copy;
    case NodeForStmt: case NodeRangeStmt: case NodeSwitchStmt: case NodeTypeSwitchStmt: case NodeSelectStmt:
        map_put(&c->targets, n, copy);
        break;
    case NodeBranchStmt: {
        Node *target = map_get(&c->targets, n->branch.target);
        copy->branch.target = target ? target : n->branch.target;
        return copy;
    }
    default: break;
    }
    copy_children(c, copy);
    if (n->kind == NodeCall && n->call.inlined) {
        FuncVars *f = n->call.inlined;
        copy->call.inlined = copy_body(c, f, f->node);
        copy->call.inlined->body = copy_node(c, f->body);
    }
    return copy;
}

static FuncVars *copy_for_call(Expander *x, FuncVars *f)
{
    Copier c = {.ir = x->ir, .frame = x->frame, .from = f->obj ? f->obj->name : NULL};
    FuncVars *copy = copy_body(&c, f, f->node);
    copy->body = copy_node(&c, f->body);
    map_free(&c.objects);
    map_free(&c.owners);
    map_free(&c.targets);
    return copy;
}

/* ---- which function an expression is ---- */

static Bound *new_bound(Expander *x, FuncVars *lit, Node *name)
{
    Bound *b = NEW(x->ir->arena, Bound);
    *b = (Bound){lit, name, x->frame};
    x->found = true;
    return b;
}

/* Without new facts: NULL for a literal that nobody has asked about. */
static Bound *known_bound(const Expander *x, Node *n)
{
    n = unparen(n);
    switch (n->kind) {
    case NodeFuncLit: return map_get(&x->bound, n->funclit.info);
    case NodeName: return n->obj ? map_get(&x->bound, n->obj) : NULL;
    case NodeCall:
        if (n->call.kind == CallConversion && n->type && under_kind(n->type) == KindFunc && n->mode != ModeType)
            return known_bound(x, n->call.args.at[0]);
        return n->call.inlined ? map_get(&x->bound, n->call.inlined) : NULL;
    default: return NULL;
    }
}

static bool names_function(const Node *n)
{
    bool name = n->kind == NodeName || (n->kind == NodeSelector && !n->select.selection);
    const Instance *in = n->kind == NodeName ? n->name.instance : n->kind == NodeSelector ? n->select.instance : NULL;
    return name && n->obj && n->obj->kind == ObjFunc && !in && n->type && !n->obj->type->func.ntparams;
}

static Bound *bound_func(Expander *x, Node *n)
{
    Bound *b = known_bound(x, n);
    n = unparen(n);
    if (b || !n->type || under_kind(n->type) != KindFunc)
        return b;
    if (n->kind == NodeFuncLit) {
        b = new_bound(x, n->funclit.info, NULL);
        map_put(&x->bound, n->funclit.info, b);
    } else if (names_function(n)) {
        b = new_bound(x, NULL, n);
    } else if (n->kind == NodeCall && n->call.kind == CallConversion) {
        return bound_func(x, n->call.args.at[0]);
    }
    return b;
}

static bool is_fixed(const Object *v)
{
    return v && v->kind == ObjVar && v->type && under_kind(v->type) == KindFunc && !v->var.reassigned && !v->var.addrtaken;
}

/* v is declared with the value n. */
static void bind(Expander *x, Object *v, Node *n, bool name_too)
{
    Bound *b = is_fixed(v) ? bound_func(x, n) : NULL;
    if (b && (b->lit || name_too))
        map_put(&x->bound, v, b);
}

static bool find_return(Node *n, void *data)
{
    Node **found = data;
    if (n->kind == NodeReturnStmt) {
        found[1] = found[0];
        found[0] = n;
    }
    return n->kind != NodeFuncLit && !found[1];
}

/* The operand of the only return statement of a copy with one result, or NULL. */
static Node *only_result(const FuncVars *copy)
{
    Node *found[2] = {NULL, NULL};
    if (copy->sig->func.results->tuple.n != 1 || under_kind(copy->sig->func.results->tuple.vars[0]->type) != KindFunc)
        return NULL;
    node_walk(copy->body, find_return, found);
    return found[0] && !found[1] && found[0]->return_stmt.results.n == 1 ? found[0]->return_stmt.results.at[0] : NULL;
}

/* ---- calls ---- */

static void bind_params(Expander *x, Node *call, const FuncVars *copy)
{
    const Type *in = copy->sig->func.params;
    uint32_t fixed = in->tuple.n - (copy->sig->func.variadic && in->tuple.n);
    NodeList args = call->call.args;
    if (args.n < fixed)
        return; /* f(g()) */
    for (uint32_t i = 0; i < fixed; i++)
        bind(x, in->tuple.vars[i], args.at[i], true);
}

static const FuncVars *original(const FuncVars *f)
{
    while (f->copy_of)
        f = f->copy_of;
    return f;
}

static bool in_progress(const Expander *x, const FuncVars *f)
{
    for (const Chain *c = x->chain; c; c = c->outer)
        if (c->body == original(f))
            return true;
    return false;
}

/* The call's body is a copy now: what becomes known in it? */
static void enter_copy(Expander *x, Node *call, const FuncVars *origin)
{
    FuncVars *copy = call->call.inlined, *outer = x->copy;
    Chain link = {original(origin), x->chain};
    bind_params(x, call, copy);
    x->chain = &link;
    x->copy = copy;
    x->depth++;
    node_walk(copy->body, expand_node, x);
    x->depth--;
    x->copy = outer;
    x->chain = link.outer;
    Node *result = only_result(copy);
    Bound *b = result ? bound_func(x, result) : NULL;
    if (b)
        map_put(&x->bound, copy, b);
}

static bool room_for(Expander *x, const FuncVars *f, uint32_t cost)
{
    return cost != InlineNever && x->depth < MaxDepth && !in_progress(x, f) && x->top->taken + cost <= MaxTaken;
}

static void take(Expander *x, Node *call, FuncVars *f, uint32_t cost)
{
    x->top->taken += cost;
    call->call.inlined = copy_for_call(x, f);
    enter_copy(x, call, f);
}

/* Whether a function that is known is passed. */
static bool passes_function(Expander *x, const Node *call)
{
    for (uint32_t i = 0; i < call->call.args.n; i++) {
        const Node *arg = unparen(call->call.args.at[i]);
        if (arg->type && under_kind(arg->type) == KindFunc && bound_func(x, call->call.args.at[i]))
            return true;
    }
    return false;
}

static void try_function(Expander *x, Node *call, Object *f)
{
    FuncVars *body = expandable(x->ir, f);
    if (!body || !room_for(x, body, f->func.inline_cost))
        return;
    if (body->allocates || body->nclosures || passes_function(x, call))
        take(x, call, body, f->func.inline_cost);
}

static void try_literal(Expander *x, Node *call, const Bound *b)
{
    if (b->lit->ncaptures && b->frame != x->frame)
        return; /* its variables are not in this frame */
    bool only_call = unparen(call->call.fun)->kind == NodeFuncLit;
    uint32_t cost = literal_cost(x->ir, b->lit, only_call);
    if (room_for(x, b->lit, cost))
        take(x, call, b->lit, cost);
}

static void try_call(Expander *x, Node *call)
{
    if (call->call.inlined) {
        enter_copy(x, call, call->call.inlined);
        return;
    }
    Node *fun = unparen(call->call.fun);
    Bound *b = call_static_callee(call) ? NULL : bound_func(x, fun);
    if (b && b->name) { /* the parameter of a copy: the call names the function instead */
        call->call.fun = arena_alloc(x->ir->arena, node_info[b->name->kind].size);
        memcpy(call->call.fun, b->name, node_info[b->name->kind].size);
        call->call.fun->pos = fun->pos;
        call->call.fun->conv = NULL;
    }
    Object *f = called_func(call);
    if (f)
        try_function(x, call, f);
    else if (b && b->lit)
        try_literal(x, call, b);
}

/* defer func() { ... }(): the copy is for the end of the function; the closure remains, for panics. */
static void try_deferred(Expander *x, Node *call)
{
    const Node *fun = unparen(call->call.fun);
    if (fun->kind != NodeFuncLit || call->call.inlined)
        return;
    FuncVars *lit = fun->funclit.info;
    uint32_t cost = lit->sig->func.params->tuple.n || lit->sig->func.results->tuple.n ? InlineNever : literal_cost(x->ir, lit, false);
    if (room_for(x, lit, cost))
        take(x, call, lit, cost);
}

static void expand_list(Expander *x, NodeList list)
{
    for (uint32_t i = 0; i < list.n; i++)
        node_walk(list.at[i], expand_node, x);
}

static void expand_literal(Expander *x, FuncVars *f)
{
    FuncVars *frame = x->frame, *copy = x->copy;
    Chain link = {original(f), x->chain};
    if (f->elided)
        return;
    x->frame = f;
    x->copy = NULL;
    x->chain = &link;
    node_walk(f->body, expand_node, x);
    x->chain = link.outer;
    x->frame = frame;
    x->copy = copy;
}

static void declare(Expander *x, NodeList names, NodeList values)
{
    expand_list(x, values);
    for (uint32_t i = 0; i < names.n && names.n == values.n; i++) {
        Node *name = names.at[i];
        if (name->kind == NodeName && name->obj && name->obj->decl_name == name)
            bind(x, name->obj, values.at[i], false);
    }
}

static bool ranges_over_func(const Node *n)
{
    return n->kind == NodeRangeStmt && n->range.x->type && under_kind(n->range.x->type) == KindFunc;
}

static bool expand_node(Node *n, void *data)
{
    Expander *x = data;
    switch (n->kind) {
    case NodeFuncLit: expand_literal(x, n->funclit.info); return false;
    case NodeAssignStmt:
        if (!n->assign.define)
            return true;
        declare(x, n->assign.lhs, n->assign.rhs);
        return false;
    case NodeVarDecl: declare(x, n->vardecl.names, n->vardecl.values); return false;
    case NodeGoStmt: case NodeDeferStmt: { /* the call is not made here */
        Node *call = unparen(n->kind == NodeGoStmt ? n->go_stmt.call : n->defer_stmt.call);
        if (call->kind != NodeCall)
            return false;
        node_walk(call->call.fun, expand_node, x);
        expand_list(x, call->call.args);
        if (n->kind == NodeDeferStmt)
            try_deferred(x, call);
        return false;
    }
    case NodeRangeStmt:
        if (!ranges_over_func(n))
            return true;
        node_walk(n->range.x, expand_node, x);
        return false;
    case NodeCall:
        if (n->val || n->mode == ModeType)
            return false;
        node_walk(n->call.fun, expand_node, x);
        expand_list(x, n->call.args);
        if (n->call.kind == CallPlain)
            try_call(x, n);
        return false;
    default: return n->mode != ModeType && !(n->mode == ModeConstant && n->val);
    }
}

/* ---- which literals are still needed ---- */

static bool find_needs(Node *n, void *data);

static void need(Expander *x, const Bound *b)
{
    if (!b || !b->lit || map_has(&x->needed, b->lit))
        return;
    map_put(&x->needed, b->lit, b->lit);
    node_walk(b->lit->body, find_needs, x);
}

/* n's value goes to a variable that is bound to it: nobody looks at it there. */
static void find_needs_behind(Expander *x, Node *n)
{
    n = unparen(n);
    const Bound *b = known_bound(x, n);
    if (!b || !b->lit) {
        node_walk(n, find_needs, x);
        return;
    }
    if (n->kind != NodeCall)
        return;
    if (n->call.kind == CallConversion) {
        find_needs_behind(x, n->call.args.at[0]);
        return;
    }
    map_put(&x->needed, n, n); /* its result is dealt with */
    node_walk(n, find_needs, x);
}

static void find_needs_in_call(Expander *x, Node *n)
{
    FuncVars *copy = n->call.inlined, *outer = x->copy;
    const Type *in = copy->sig->func.params;
    if (!map_has(&x->needed, n))
        need(x, map_get(&x->bound, copy));
    if (called_func(n))
        node_walk(n->call.fun, find_needs, x);
    else
        find_needs_behind(x, n->call.fun);
    for (uint32_t i = 0; i < n->call.args.n; i++) {
        if (i < in->tuple.n && map_get(&x->bound, in->tuple.vars[i]))
            find_needs_behind(x, n->call.args.at[i]);
        else
            node_walk(n->call.args.at[i], find_needs, x);
    }
    x->copy = copy;
    node_walk(copy->body, find_needs, x);
    x->copy = outer;
}

static void find_needs_in_values(Expander *x, NodeList names, NodeList values)
{
    for (uint32_t i = 0; i < values.n; i++) {
        const Node *name = names.n == values.n ? names.at[i] : NULL;
        if (name && name->kind == NodeName && name->obj && name->obj->decl_name == name && map_get(&x->bound, name->obj))
            find_needs_behind(x, values.at[i]);
        else
            node_walk(values.at[i], find_needs, x);
    }
}

static bool find_needs(Node *n, void *data)
{
    Expander *x = data;
    switch (n->kind) {
    case NodeFuncLit: {
        const Bound *b = known_bound(x, n);
        FuncVars *copy = x->copy;
        x->copy = NULL;
        if (b)
            need(x, b);
        else if (!n->funclit.info->elided)
            node_walk(n->funclit.body, find_needs, x);
        x->copy = copy;
        return false;
    }
    case NodeName: need(x, known_bound(x, n)); return false;
    case NodeAssignStmt:
        if (!n->assign.define)
            return true;
        find_needs_in_values(x, n->assign.lhs, n->assign.rhs);
        return false;
    case NodeVarDecl: find_needs_in_values(x, n->vardecl.names, n->vardecl.values); return false;
    case NodeReturnStmt:
        if (!x->copy || !map_get(&x->bound, x->copy))
            return true;
        find_needs_behind(x, n->return_stmt.results.at[0]);
        return false;
    case NodeCall:
        if (!n->call.inlined)
            return true;
        find_needs_in_call(x, n);
        return false;
    default: return true;
    }
}

/* Which variables are captured by closures that will be made. */
static void recapture(FuncVars *f)
{
    for (uint32_t i = 0; i < f->nclosures; i++) {
        FuncVars *c = f->closures[i];
        if (c->elided)
            continue;
        for (uint32_t k = 0; k < c->ncaptures; k++)
            c->captures[k]->var.captured = true;
        recapture(c);
    }
}

static void elide_literals(Expander *x)
{
    bool some = false;
    node_walk(x->top->body, find_needs, x);
    for (size_t i = 0; i < x->bound.count; i++) {
        const Bound *b = x->bound.entries[i].value;
        if (!b->lit || map_has(&x->needed, b->lit) || b->lit->elided)
            continue;
        b->lit->elided = some = true;
        for (uint32_t k = 0; k < b->lit->ncaptures; k++)
            b->lit->captures[k]->var.captured = false;
    }
    if (some)
        recapture(x->top);
}

void expand_calls(Ir *ir, FuncVars *f)
{
    if (ir->no_opt || ir->no_inline)
        return;
    Chain self = {original(f), NULL};
    Expander x = {.ir = ir, .frame = f, .top = f, .chain = &self};
    node_walk(f->body, expand_node, &x);
    if (x.found)
        elide_literals(&x);
    map_free(&x.bound);
    map_free(&x.needed);
}
