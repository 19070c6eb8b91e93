/* escape.c - what may stay on the stack.
 *
 * A Location stands for a variable or for what an expression allocates.  An edge
 * dst <- src with derefs d says that src, dereferenced d times (-1: its
 * address), may end up in dst.  A Location must be on the heap when its address
 * reaches a Location that may outlive it: the heap itself, a result, a variable
 * declared in an outer loop or function.
 *
 * Functions are solved bottom-up, those that call each other together.  What a
 * solved function does with its parameters is kept as tags (Object.func.escape)
 * for its callers, also in other packages: "h0" the value leaks to the heap,
 * "h1" what it points to, "r0:1" what it points to may be in result 0.
 *
 * After Go's own analysis in outline; see also Choi et al., "Escape Analysis
 * for Java" (1999).  Marks Object.var.escapes and Node.esc. */
#include "compiler/ir/ir.h"

#include <assert.h>
#include <stdlib.h>

typedef struct Location Location;

typedef struct EscEdge {
    Location *src;
    int derefs;
    struct EscEdge *next;
} EscEdge;

enum { MaxResults = 8, NoLeak = 127 };

struct Location {
    Object *var;       /* or */
    Node *node;        /* what allocates; NULL for variables, the heap and holes */
    FuncVars *owner;
    int loop;          /* loop depth of its declaration */
    EscEdge *in;
    bool escapes, queued, is_result;
    bool is_box;       /* node: the copy that an interface points to */
    bool returned;     /* escapes: only because a result leads to it */
    int result;        /* is_result: its number */
    int derefs, walk;  /* of the current walk */
    int8_t heap_leak;  /* parameters: fewest derefs with which it reaches the heap */
    int8_t result_leak[MaxResults];
};

/* Where a value goes. */
typedef struct Hole {
    Location *dst; /* NULL: nowhere */
    int derefs;
} Hole;

typedef struct Escape {
    Ir *ir;
    Arena *arena;      /* of this batch */
    Map vars;          /* Object -> Location */
    Map batch;         /* FuncVars of the functions solved together */
    Location heap;
    Location **locs;
    size_t nlocs, cap_locs;
    FuncVars *owner;
    FuncVars *copy;    /* expand.c: the body in it that is being looked at, or NULL */
    int loop, walk;
} Escape;

enum { MaxStackVar = 128 << 10, MaxImplicitVar = 64 << 10 };

static const Hole Discard;

static void expr_flow(Escape *e, Hole k, Node *n);
static void stmt_flow(Escape *e, Node *n);
static void call_flow(Escape *e, Hole *results, int nresults, Node *n, const Hole *kept);

/* ---- locations and flows ---- */

static Location *new_loc(Escape *e, Object *var, Node *node)
{
    Location *l = NEW(e->arena, Location);
    *l = (Location){.var = var, .node = node, .owner = e->owner, .loop = e->loop, .heap_leak = NoLeak};
    memset(l->result_leak, NoLeak, sizeof l->result_leak);
    vec_push(e->locs, e->nlocs, e->cap_locs, l);
    if (var) {
        map_put(&e->vars, var, l);
        l->escapes = type_size(var->type) > MaxStackVar;
        check_chan_elem(e->ir, var);
    }
    return l;
}

static Location *var_loc(Escape *e, Object *v)
{
    Location *l = map_get(&e->vars, v);
    return l ? l : new_loc(e, v, NULL);
}

static void flow(Escape *e, Hole k, Location *src)
{
    if (!k.dst || (k.dst == src && k.derefs >= 0))
        return;
    if (k.dst->escapes && k.derefs < 0) { /* its address is on the heap at once */
        src->escapes = true;
        return;
    }
    EscEdge *edge = NEW(e->arena, EscEdge);
    *edge = (EscEdge){src, k.derefs, k.dst->in};
    k.dst->in = edge;
}

static Hole heap_hole(Escape *e) { return (Hole){&e->heap, 0}; }
static Hole deref(Hole k) { return (Hole){k.dst, k.derefs + 1}; }
static Hole addr_of(Hole k) { return (Hole){k.dst, k.derefs - 1}; }

/* What n allocates; its address goes to k. Returns where its contents go. */
static Hole spill(Escape *e, Hole k, Node *n, int64_t size)
{
    Location *l = new_loc(e, NULL, n);
    l->escapes = size > MaxImplicitVar;
    flow(e, addr_of(k), l);
    return (Hole){l, 0};
}

static bool is_local(const Object *v) { return v && v->kind == ObjVar && v->var.role != VarGlobal && v->var.role != VarField; }

static void discard(Escape *e, Node *n)
{
    if (n)
        expr_flow(e, Discard, n);
}

/* ---- expressions ---- */

static Hole path_hole(Hole k, Type *t, const Selection *sel)
{
    for (uint32_t i = 0; i < sel->npath; i++) {
        if (under_kind(t) == KindPointer) {
            k = deref(k);
            t = type_under(t)->pointer.elem;
        }
        t = type_under(t)->strct.fields[sel->path[i]]->type;
    }
    return k;
}

static void selector_flow(Escape *e, Hole k, Node *n)
{
    const Selection *sel = n->select.selection;
    if (!sel || sel->kind == SelMethodExpr)
        return;
    if (sel->kind == SelField) {
        expr_flow(e, path_hole(k, n->select.x->type, sel), n->select.x);
        return;
    }
    Hole in = spill(e, k, n, 0); /* a method value */
    in = path_hole(in, n->select.x->type, sel);
    if (sel->addr_recv)
        in = addr_of(in);
    else if (sel->deref_recv)
        in = deref(in);
    expr_flow(e, in, n->select.x);
}

static bool boxes(Type *from, Type *to)
{
    return to && from && is_interface(to) && !is_interface(from) && !is_direct_iface(from);
}

/* Converted to an interface where no node stands for that: what is not pointer-shaped is copied to the heap. */
static Hole boxed(Escape *e, Hole k, Type *from, Type *to) { return boxes(from, to) ? heap_hole(e) : k; }

/* Converted to an interface by n: pointer-shaped values are its data word, it points to a copy of others. */
static Hole box_hole(Escape *e, Hole k, Node *n, Type *from, Type *to)
{
    if (!boxes(from, to))
        return k;
    Location *l = new_loc(e, NULL, n);
    l->is_box = true;
    l->escapes = type_size(from) > MaxImplicitVar;
    flow(e, addr_of(k), l);
    return (Hole){l, 0};
}

/* uintptr arithmetic on a pointer that becomes a pointer again. */
static void unsafe_flow(Escape *e, Hole k, Node *n)
{
    n = unparen(n);
    if (n->val)
        return;
    switch (n->kind) {
    case NodeCall:
        if (n->call.kind == CallConversion && under_kind(n->call.args.at[0]->type) == KindUnsafePointer)
            expr_flow(e, k, n->call.args.at[0]);
        else if (n->call.kind == CallConversion)
            unsafe_flow(e, k, n->call.args.at[0]);
        else
            discard(e, n);
        break;
    case NodeUnary: unsafe_flow(e, k, n->unary.x); break;
    case NodeBinary:
        unsafe_flow(e, k, n->binary.x);
        if (n->op != TokShl && n->op != TokShr)
            unsafe_flow(e, k, n->binary.y);
        break;
    default: discard(e, n); break;
    }
}

static void literal_flow(Escape *e, Hole k, Node *n, Type *t, Node *alloc)
{
    Type *u = type_under(t);
    Hole in = k;
    if (u->kind == KindSlice)
        in = spill(e, k, alloc, (int64_t)n->complit.elems.n * type_size(u->slice.elem));
    if (u->kind == KindMap)
        in = heap_hole(e);
    for (uint32_t i = 0; i < n->complit.elems.n; i++) {
        Node *x = n->complit.elems.at[i];
        if (x->kind == NodeKeyValue) {
            if (u->kind == KindMap)
                expr_flow(e, in, x->keyvalue.key);
            x = x->keyvalue.value;
        }
        expr_flow(e, in, x);
    }
}

static void func_lit_flow(Escape *e, Hole k, Node *n)
{
    FuncVars *f = n->funclit.info;
    if (f->elided)
        return;
    Hole in = spill(e, k, n, 0);
    for (uint32_t i = 0; i < f->ncaptures; i++) {
        Object *v = f->captures[i];
        flow(e, captured_by_value(v) ? in : addr_of(in), var_loc(e, v));
    }
    FuncVars *outer = e->owner, *copy = e->copy;
    int loop = e->loop;
    e->owner = f;
    e->copy = NULL;
    e->loop = 1;
    stmt_flow(e, f->body);
    e->owner = outer;
    e->copy = copy;
    e->loop = loop;
}

static void unary_flow(Escape *e, Hole k, Node *n)
{
    if (n->op != TokAnd) {
        discard(e, n->unary.x);
        return;
    }
    Node *x = unparen(n->unary.x);
    if (x->kind == NodeCompositeLit)
        literal_flow(e, spill(e, k, n, type_size(x->type)), x, x->type, x);
    else
        expr_flow(e, addr_of(k), x);
}

static void slice_flow(Escape *e, Hole k, Node *n)
{
    discard(e, n->slice.lo);
    discard(e, n->slice.hi);
    discard(e, n->slice.max);
    expr_flow(e, under_kind(n->slice.x->type) == KindArray ? addr_of(k) : k, n->slice.x);
}

static void index_flow(Escape *e, Hole k, Node *n)
{
    if (n->index.instance)
        return;
    TypeKind kind = under_kind(n->index.x->type);
    if (kind == KindMap) { /* the key may be stored by an assignment */
        expr_flow(e, heap_hole(e), n->index.indices.at[0]);
        discard(e, n->index.x);
        return;
    }
    discard(e, n->index.indices.at[0]);
    if (kind == KindArray)
        expr_flow(e, k, n->index.x);
    else
        expr_flow(e, kind == KindString ? Discard : deref(k), n->index.x);
}

static void value_flow(Escape *e, Hole k, Node *n)
{
    if (n->mode == ModeConstant || n->mode == ModeNil || n->mode == ModeType)
        return;
    switch (n->kind) {
    case NodeName:
        if (is_local(n->obj))
            flow(e, k, var_loc(e, n->obj));
        break;
    case NodeFuncLit: func_lit_flow(e, k, n); break;
    case NodeCompositeLit:
        if (under_kind(n->type) == KindPointer) {
            Type *t = type_under(n->type)->pointer.elem;
            literal_flow(e, spill(e, k, n, type_size(t)), n, t, n);
        } else {
            literal_flow(e, k, n, n->type, n);
        }
        break;
    case NodeSelector: selector_flow(e, k, n); break;
    case NodeIndex: index_flow(e, k, n); break;
    case NodeSlice: slice_flow(e, k, n); break;
    case NodeTypeAssert: {
        Type *t = n->assert.type->type;
        expr_flow(e, is_interface(t) || is_direct_iface(t) ? k : deref(k), n->assert.x);
        break;
    }
    case NodeUnary: unary_flow(e, k, n); break;
    case NodeStar: expr_flow(e, deref(k), n->star.x); break;
    case NodeBinary:
        discard(e, n->binary.x);
        discard(e, n->binary.y);
        break;
    case NodeCall: call_flow(e, &k, 1, n, NULL); break;
    default: break;
    }
}

static void expr_flow(Escape *e, Hole k, Node *n)
{
    n = unparen(n);
    if (k.derefs >= 0 && n->type && !has_pointers(n->conv ? n->conv : n->type)) /* an address leads somewhere from anything */
        k = n->type->kind == KindTuple ? k : Discard;
    if (n->conv && !n->val && n->mode != ModeNil)
        k = box_hole(e, k, n, n->type, n->conv);
    value_flow(e, k, n);
}

/* ---- calls ---- */

static void conversion_flow(Escape *e, Hole k, Node *n)
{
    Node *x = n->call.args.at[0];
    Type *from = x->type, *to = n->type;
    if (under_kind(to) == KindUnsafePointer && under_kind(from) == KindUintptr)
        unsafe_flow(e, k, x);
    else if (from && !is_interface(to) && is_string(from) != is_string(to))
        discard(e, x);
    else
        expr_flow(e, x->val || x->mode == ModeNil ? k : box_hole(e, k, n, from, to), x);
}

/* Feeds n to several holes. */
typedef struct Holes {
    Hole k[MaxResults + 1];
    int n;
} Holes;

static Hole tee(Escape *e, const Holes *h)
{
    if (h->n == 0)
        return Discard;
    if (h->n == 1)
        return h->k[0];
    Location *l = new_loc(e, NULL, NULL);
    for (int i = 0; i < h->n; i++)
        flow(e, h->k[i], l);
    l->loop = e->loop;
    return (Hole){l, 0};
}

static void builtin_flow(Escape *e, Hole k, Node *n)
{
    NodeList args = n->call.args;
    uint32_t spread = builtin_arg_count(n);
    if (spread != args.n) { /* append(f()) with several results: all of them escape */
        Hole *results = NEW_ARRAY(e->arena, Hole, spread);
        for (uint32_t i = 0; i < spread; i++)
            results[i] = heap_hole(e);
        call_flow(e, results, (int)spread, unparen(args.at[0]), NULL);
        return;
    }
    switch ((BuiltinId)n->call.builtin) {
    case BuiltinAppend: {
        Type *elem = type_elem(type_under(n->type));
        bool ptrs = has_pointers(elem);
        Holes old = {.k = {k, deref(heap_hole(e))}, .n = 2}; /* one walk: a second one would place literals anew */
        expr_flow(e, ptrs ? tee(e, &old) : k, args.at[0]);
        for (uint32_t i = 1; i < args.n; i++)
            expr_flow(e, !ptrs ? Discard : n->call.dots ? deref(heap_hole(e)) : heap_hole(e), args.at[i]);
        break;
    }
    case BuiltinCopy:
        discard(e, args.at[0]);
        expr_flow(e, has_pointers(type_elem(type_under(args.at[0]->type))) ? deref(heap_hole(e)) : Discard, args.at[1]);
        break;
    case BuiltinNew: {
        Hole in = spill(e, k, n, type_size(type_under(n->type)->pointer.elem));
        if (args.at[0]->mode != ModeType)
            expr_flow(e, in, args.at[0]);
        break;
    }
    case BuiltinMake: {
        int64_t len = -1;
        Node *size = args.n > 1 ? args.at[args.n - 1] : NULL;
        for (uint32_t i = 1; i < args.n; i++)
            discard(e, args.at[i]);
        if (under_kind(n->type) != KindSlice)
            break;
        if (!size->val || !const_get_int64(size->val, &len) || len < 0)
            len = MaxImplicitVar + 1;
        int64_t each = type_size(type_elem(type_under(n->type)));
        spill(e, k, n, each && len > MaxImplicitVar / each ? MaxImplicitVar + 1 : len * each);
        break;
    }
    case BuiltinPanic: expr_flow(e, heap_hole(e), args.at[0]); break;
    case BuiltinUnsafeAdd: case BuiltinUnsafeSlice: case BuiltinUnsafeString:
        expr_flow(e, k, args.at[0]);
        discard(e, args.at[1]);
        break;
    case BuiltinUnsafeSliceData: case BuiltinUnsafeStringData: expr_flow(e, k, args.at[0]); break;
    case BuiltinMin: case BuiltinMax:
        for (uint32_t i = 0; i < args.n; i++)
            expr_flow(e, k, args.at[i]);
        break;
    case BuiltinDelete: case BuiltinClear:
    default:
        for (uint32_t i = 0; i < args.n; i++)
            if (args.at[i]->mode != ModeType)
                discard(e, args.at[i]);
        break;
    }
}

/* What a tag says about an argument. */
static Hole tag_hole(Escape *e, const char *tag, const Hole *results, int nresults)
{
    Holes h = {.n = 0};
    if (!tag)
        return heap_hole(e);
    for (const char *p = tag; *p;) {
        char *end;
        if (*p == 'h') {
            h.k[h.n++] = (Hole){&e->heap, (int)strtol(p + 1, &end, 10)};
        } else {
            int r = (int)strtol(p + 1, &end, 10);
            int d = (int)strtol(end + 1, &end, 10);
            if (r < nresults && results[r].dst)
                h.k[h.n++] = (Hole){results[r].dst, results[r].derefs + d};
        }
        p = end;
        while (*p == ' ')
            p++;
    }
    return tee(e, &h);
}

/* Where argument i (the receiver counts) of the called function goes. */
static Hole param_hole(Escape *e, Object *f, FuncVars *body, uint32_t i, const Hole *results, int nresults)
{
    if (body && map_has(&e->batch, body)) {
        uint32_t first = body->recv != NULL;
        Object *v = i < first ? body->recv : body->sig->func.params->tuple.vars[i - first];
        return (Hole){var_loc(e, v), 0};
    }
    if (!f)
        return heap_hole(e);
    if (!f->func.has_body && (f->func.pragma & PragmaNoEscape))
        return Discard;
    return i < f->func.nescape ? tag_hole(e, f->func.escape[i], results, nresults) : heap_hole(e);
}

/* A //go:uintptrescapes function makes pointers of numbers again. */
static void arg_flow(Escape *e, const Object *callee, Hole k, Node *x)
{
    bool escapes = callee && callee->kind == ObjFunc && (callee->func.pragma & PragmaUintptrEscapes);
    Node *p = escapes ? pointer_number(x) : NULL;
    if (p)
        expr_flow(e, heap_hole(e), p);
    else
        expr_flow(e, k, x);
}

/* Where an operand goes that k takes: a late call keeps it too, until it is made. */
static Hole kept_hole(Escape *e, const Hole *kept, Hole k)
{
    if (!kept || k.dst == &e->heap)
        return k;
    Holes both = {.k = {*kept, k}, .n = k.dst ? 2 : 1};
    return tee(e, &both);
}

/* The function that a call names, if its parameters are known. An instance's are found out when it is
 * first called; one that calls itself leaks everything. */
static Object *known_callee(Escape *e, Node *call)
{
    Object *f = call_static_callee(call);
    const Node *fun = unparen(call->call.fun);
    const Instance *in = !f ? NULL : fun->kind == NodeName ? fun->name.instance : fun->kind == NodeIndex ? fun->index.instance
                       : fun->kind == NodeSelector ? fun->select.instance : NULL;
    f = in && in->func ? in->func : f;
    if (!f || f->kind != ObjFunc || !f->func.origin)
        return f && f->kind == ObjFunc ? f : NULL;
    FuncVars *body = f->func.escape ? NULL : instance_body(e->ir->types, f);
    if (body && !map_has(&e->ir->escaping, body)) {
        map_put(&e->ir->escaping, body, body);
        escape_instance(e->ir, body);
    }
    return f->func.escape ? f : NULL;
}

/* The variables of a copied body belong to the function around. */
static void declare_copy(Escape *e, FuncVars *copy)
{
    const Type *in = copy->sig->func.params, *out = copy->sig->func.results;
    if (copy->recv)
        new_loc(e, copy->recv, NULL);
    for (uint32_t i = 0; i < in->tuple.n; i++)
        new_loc(e, in->tuple.vars[i], NULL);
    for (uint32_t i = 0; i < out->tuple.n; i++)
        new_loc(e, out->tuple.vars[i], NULL);
    map_put(&e->batch, copy, copy);
}

static void copy_flow(Escape *e, FuncVars *copy)
{
    FuncVars *outer = e->copy;
    e->copy = copy;
    stmt_flow(e, copy->body);
    e->copy = outer;
}

static void args_flow(Escape *e, Hole *results, int nresults, Node *n, const Hole *kept);

/* kept: where the operands of a go or defer statement wait; NULL for a call that is made now. */
static void call_flow(Escape *e, Hole *results, int nresults, Node *n, const Hole *kept)
{
    if (n->call.inlined)
        declare_copy(e, n->call.inlined);
    args_flow(e, results, nresults, n, kept);
    if (n->call.inlined)
        copy_flow(e, n->call.inlined);
}

static void args_flow(Escape *e, Hole *results, int nresults, Node *n, const Hole *kept)
{
    if (n->call.kind == CallConversion) {
        conversion_flow(e, results[0], n);
        return;
    }
    if (n->call.kind == CallBuiltin) {
        if (kept)
            for (uint32_t i = 0; i < n->call.args.n; i++)
                expr_flow(e, heap_hole(e), n->call.args.at[i]);
        else
            builtin_flow(e, results[0], n);
        return;
    }
    Node *fun = unparen(n->call.fun);
    Object *callee = call_static_callee(n), *f = known_callee(e, n);
    FuncVars *body = f && !f->func.origin ? f->func.info : fun->kind == NodeFuncLit ? fun->funclit.info : NULL;
    if (n->call.inlined)
        body = n->call.inlined;
    bool in_time = !kept || kept->dst != &e->heap; /* made while the frame is there */
    if (!in_time) {
        f = NULL;
        body = NULL;
    } else if (fun->kind == NodeFuncLit && body) {
        map_put(&e->batch, body, body);
    }
    /* Results of functions that are solved with this one flow from their variables. */
    if (body && map_has(&e->batch, body)) {
        Type *out = body->sig->func.results;
        for (uint32_t i = 0; i < out->tuple.n && (int)i < nresults; i++)
            flow(e, results[i], var_loc(e, out->tuple.vars[i]));
    }
    Type *sig = type_under(fun->type);
    uint32_t i = 0;
    const Selection *sel = fun->kind == NodeSelector ? fun->select.selection : NULL;
    if (sel && sel->kind == SelMethod) {
        Hole k = sel->is_iface || !f ? heap_hole(e) : kept_hole(e, kept, param_hole(e, f, body, 0, results, nresults));
        k = path_hole(k, fun->select.x->type, sel);
        if (sel->addr_recv)
            k = addr_of(k);
        else if (sel->deref_recv)
            k = deref(k);
        expr_flow(e, k, fun->select.x);
        i = 1;
    } else if (!f) {
        expr_flow(e, kept ? *kept : Discard, fun);
    }
    NodeList args = n->call.args;
    uint32_t np = sig->func.params->tuple.n;
    bool pack = sig->func.variadic && !n->call.dots;
    if (args.n == 1 && unparen(args.at[0])->type && unparen(args.at[0])->type->kind == KindTuple) {
        Hole *ks = NEW_ARRAY(e->arena, Hole, unparen(args.at[0])->type->tuple.n + 1);
        uint32_t m = unparen(args.at[0])->type->tuple.n;
        Type *from = unparen(args.at[0])->type;
        for (uint32_t k = 0; k < m; k++)
            ks[k] = pack && k + 1 >= np ? heap_hole(e)
                  : boxed(e, kept_hole(e, kept, param_hole(e, f, body, i + k, results, nresults)), from->tuple.vars[k]->type, sig->func.params->tuple.vars[k]->type);
        if (pack)
            n->esc = EscHeap;
        call_flow(e, ks, (int)m, unparen(args.at[0]), NULL);
        return;
    }
    for (uint32_t k = 0; k < args.n; k++) {
        if (pack && k + 1 >= np)
            break;
        arg_flow(e, callee, kept_hole(e, kept, param_hole(e, f, body, i + k, results, nresults)), args.at[k]);
    }
    if (pack && args.n + 1 > np) {
        Hole k = kept_hole(e, kept, param_hole(e, f, body, i + np - 1, results, nresults));
        Type *elem = type_elem(type_under(sig->func.params->tuple.vars[np - 1]->type));
        Hole in = spill(e, k, n, (int64_t)(args.n + 1 - np) * type_size(elem));
        for (uint32_t a = np - 1; a < args.n; a++)
            arg_flow(e, callee, in, args.at[a]);
    }
}

/* ---- statements ---- */

/* Where an assignment to n goes. */
static Hole lhs_hole(Escape *e, Node *n)
{
    n = unparen(n);
    switch (n->kind) {
    case NodeName:
        if (node_is_blank(n) || !n->obj)
            return Discard;
        return is_local(n->obj) ? (Hole){var_loc(e, n->obj), 0} : heap_hole(e);
    case NodeSelector: {
        const Selection *sel = n->select.selection;
        if (!sel)
            return heap_hole(e);
        if (sel->indirect || under_kind(n->select.x->type) == KindPointer) {
            discard(e, n->select.x);
            return heap_hole(e);
        }
        return lhs_hole(e, n->select.x);
    }
    case NodeIndex:
        if (under_kind(n->index.x->type) == KindArray) {
            discard(e, n->index.indices.at[0]);
            return lhs_hole(e, n->index.x);
        }
        discard(e, n); /* the key of a map, too */
        return heap_hole(e);
    default: discard(e, n); return heap_hole(e);
    }
}

/* Several values of one expression; to: the types of what they are assigned to. */
static void tuple_flow(Escape *e, Node *rhs, Hole *ks, Type **to, uint32_t n)
{
    rhs = unparen(rhs);
    if (rhs->type && rhs->type->kind == KindTuple)
        for (uint32_t i = 0; i < n && i < rhs->type->tuple.n; i++)
            ks[i] = boxed(e, ks[i], rhs->type->tuple.vars[i]->type, to[i]);
    if (rhs->kind == NodeCall)
        call_flow(e, ks, (int)n, rhs, false);
    else if (rhs->kind == NodeTypeAssert) {
        Type *t = rhs->assert.type->type;
        expr_flow(e, is_interface(t) || is_direct_iface(t) ? ks[0] : deref(ks[0]), rhs->assert.x);
    } else
        value_flow(e, Discard, rhs);
}

static Hole assign_hole(Escape *e, Node *lhs, bool define)
{
    if (define && lhs->kind == NodeName && lhs->obj && lhs->obj->decl_name == lhs)
        return (Hole){new_loc(e, lhs->obj, NULL), 0};
    return lhs_hole(e, lhs);
}

/* The variable p of a field p.f or (*p).f, else NULL. */
static const Object *field_through(const Node *n)
{
    const Selection *sel = n->kind == NodeSelector ? n->select.selection : NULL;
    if (!sel || sel->kind != SelField || sel->npath != 1)
        return NULL;
    const Node *x = unparen(n->select.x);
    if (x->kind == NodeStar)
        x = unparen(x->star.x);
    return x->kind == NodeName && is_local(x->obj) && under_kind(x->type) == KindPointer ? x->obj : NULL;
}

/* p.f = p.g, p.f = p.g[i:j]: what *p refers to, it refers to afterwards; nothing new can be reached. */
static bool is_self_assignment(Node *lhs, Node *rhs)
{
    const Object *p = field_through(unparen(lhs));
    rhs = unparen(rhs);
    if (rhs->kind == NodeSlice && under_kind(rhs->slice.x->type) != KindArray)
        rhs = unparen(rhs->slice.x);
    return p && !rhs->conv && field_through(rhs) == p;
}

static void assign_flow(Escape *e, Node *n)
{
    NodeList lhs = n->assign.lhs, rhs = n->assign.rhs;
    if (n->op != TokNone) {
        discard(e, lhs.at[0]);
        discard(e, rhs.at[0]);
        return;
    }
    Hole *ks = NEW_ARRAY(e->arena, Hole, lhs.n);
    Type **to = NEW_ARRAY(e->arena, Type *, lhs.n);
    for (uint32_t i = 0; i < lhs.n; i++) {
        ks[i] = assign_hole(e, lhs.at[i], n->assign.define);
        to[i] = lhs.at[i]->obj && lhs.at[i]->kind == NodeName ? lhs.at[i]->obj->type : lhs.at[i]->type;
    }
    if (rhs.n == 1 && lhs.n > 1) {
        tuple_flow(e, rhs.at[0], ks, to, lhs.n);
        return;
    }
    for (uint32_t i = 0; i < rhs.n; i++)
        expr_flow(e, is_self_assignment(lhs.at[i], rhs.at[i]) ? Discard : ks[i], rhs.at[i]);
}

static void decl_flow(Escape *e, Node *d)
{
    if (d->kind != NodeVarDecl)
        return;
    NodeList names = d->vardecl.names, values = d->vardecl.values;
    Hole *ks = NEW_ARRAY(e->arena, Hole, names.n);
    Type **to = NEW_ARRAY(e->arena, Type *, names.n);
    for (uint32_t i = 0; i < names.n; i++) {
        ks[i] = names.at[i]->obj ? (Hole){new_loc(e, names.at[i]->obj, NULL), 0} : Discard;
        to[i] = names.at[i]->obj ? names.at[i]->obj->type : NULL;
    }
    if (values.n == 1 && names.n > 1) {
        tuple_flow(e, values.at[0], ks, to, names.n);
        return;
    }
    for (uint32_t i = 0; i < values.n; i++)
        expr_flow(e, ks[i], values.at[i]);
}

static void list_flow(Escape *e, NodeList list)
{
    for (uint32_t i = 0; i < list.n; i++)
        stmt_flow(e, list.at[i]);
}

/* The body is a closure that is handed to the function. */
static void range_func_flow(Escape *e, Node *n)
{
    FuncVars *f = range_info(e->ir->types, n);
    Hole in = spill(e, heap_hole(e), n, 0);
    for (uint32_t i = 0; i < f->ncaptures; i++)
        flow(e, captured_by_value(f->captures[i]) ? in : addr_of(in), var_loc(e, f->captures[i]));
    discard(e, n->range.x);
    FuncVars *outer = e->owner, *copy = e->copy;
    int loop = e->loop;
    e->owner = f;
    e->copy = NULL;
    e->loop = 1;
    for (uint32_t i = 0; i < n->range.lhs.n; i++)
        if (n->range.lhs.at[i])
            assign_hole(e, n->range.lhs.at[i], n->range.define);
    stmt_flow(e, n->range.body);
    e->owner = outer;
    e->copy = copy;
    e->loop = loop;
}

static void range_flow(Escape *e, Node *n)
{
    if (under_kind(n->range.x->type) == KindFunc) {
        range_func_flow(e, n);
        return;
    }
    NodeList lhs = n->range.lhs;
    TypeKind kind = under_kind(n->range.x->type);
    Location *x = new_loc(e, NULL, NULL);
    expr_flow(e, (Hole){x, 0}, n->range.x);
    e->loop++;
    for (uint32_t i = 0; i < lhs.n; i++) {
        if (!lhs.at[i])
            continue;
        Hole k = assign_hole(e, lhs.at[i], n->range.define);
        if (i == 1 && kind == KindArray)
            flow(e, k, x);
        else if (i == 1 && (kind == KindSlice || kind == KindPointer))
            flow(e, deref(k), x);
    }
    stmt_flow(e, n->range.body);
    e->loop--;
}

static void type_switch_flow(Escape *e, Node *n)
{
    Node *guard = n->type_switch.guard;
    Location *x = new_loc(e, NULL, NULL);
    expr_flow(e, (Hole){x, 0}, guard->guard.x);
    for (uint32_t i = 0; i < n->type_switch.clauses.n; i++) {
        Node *c = n->type_switch.clauses.at[i];
        if (c->obj) {
            Type *t = c->obj->type;
            Hole k = {new_loc(e, c->obj, NULL), 0};
            if (has_pointers(t))
                flow(e, is_interface(t) || is_direct_iface(t) ? k : deref(k), x);
        }
        list_flow(e, c->clause.body);
    }
}

static void go_flow(Escape *e, Node *n)
{
    Node *call = unparen(n->go_stmt.call);
    Hole heap = heap_hole(e);
    if (call->kind == NodeCall)
        call_flow(e, NULL, 0, call, &heap);
}

/* A defer statement that runs at most once, and in the function whose end it waits for, keeps its
 * operands in the frame. */
static void defer_flow(Escape *e, Node *n)
{
    Node *call = unparen(n->defer_stmt.call);
    bool once = e->loop == 1 && !e->owner->is_range_body;
    Hole kept = once ? (Hole){new_loc(e, NULL, NULL), 0} : heap_hole(e);
    n->esc = once ? EscNone : EscHeap;
    if (call->kind == NodeCall)
        call_flow(e, NULL, 0, call, &kept);
}

static void return_flow(Escape *e, Node *n)
{
    const FuncVars *f = e->copy ? e->copy : e->owner;
    while (f->is_range_body) /* its results are those of the function around */
        f = f->outer;
    Type *out = f->sig->func.results;
    NodeList list = n->return_stmt.results;
    Hole *ks = NEW_ARRAY(e->arena, Hole, out->tuple.n + 1);
    Type **to = NEW_ARRAY(e->arena, Type *, out->tuple.n + 1);
    for (uint32_t i = 0; i < out->tuple.n; i++) {
        ks[i] = (Hole){var_loc(e, out->tuple.vars[i]), 0};
        to[i] = out->tuple.vars[i]->type;
    }
    if (list.n == 1 && out->tuple.n > 1) {
        tuple_flow(e, list.at[0], ks, to, out->tuple.n);
        return;
    }
    for (uint32_t i = 0; i < list.n; i++) {
        Node *x = unparen(list.at[i]);
        expr_flow(e, x->conv ? ks[i] : boxed(e, ks[i], x->type, to[i]), x);
    }
}

static void stmt_flow(Escape *e, Node *n)
{
    if (!n)
        return;
    switch (n->kind) {
    case NodeBlockStmt: list_flow(e, n->block.stmts); break;
    case NodeLabeledStmt:
        e->loop++; /* a goto may come back */
        stmt_flow(e, n->labeled.stmt);
        break;
    case NodeExprStmt: discard(e, n->exprstmt.x); break;
    case NodeSendStmt:
        discard(e, n->send.chan);
        expr_flow(e, heap_hole(e), n->send.value);
        break;
    case NodeDeclStmt:
        for (uint32_t i = 0; i < n->declstmt.decls.n; i++)
            decl_flow(e, n->declstmt.decls.at[i]);
        break;
    case NodeAssignStmt: assign_flow(e, n); break;
    case NodeIncDecStmt: discard(e, n->incdec.x); break;
    case NodeGoStmt: go_flow(e, n); break;
    case NodeDeferStmt: defer_flow(e, n); break;
    case NodeReturnStmt: return_flow(e, n); break;
    case NodeIfStmt:
        stmt_flow(e, n->if_stmt.init);
        discard(e, n->if_stmt.cond);
        stmt_flow(e, n->if_stmt.then);
        stmt_flow(e, n->if_stmt.els);
        break;
    case NodeForStmt:
        stmt_flow(e, n->for_stmt.init);
        e->loop++;
        discard(e, n->for_stmt.cond);
        stmt_flow(e, n->for_stmt.body);
        stmt_flow(e, n->for_stmt.post);
        e->loop--;
        break;
    case NodeRangeStmt: range_flow(e, n); break;
    case NodeSwitchStmt:
        stmt_flow(e, n->switch_stmt.init);
        discard(e, n->switch_stmt.tag);
        for (uint32_t i = 0; i < n->switch_stmt.clauses.n; i++) {
            Node *c = n->switch_stmt.clauses.at[i];
            for (uint32_t k = 0; k < c->clause.values.n; k++)
                discard(e, c->clause.values.at[k]);
            list_flow(e, c->clause.body);
        }
        break;
    case NodeTypeSwitchStmt:
        stmt_flow(e, n->type_switch.init);
        type_switch_flow(e, n);
        break;
    case NodeSelectStmt:
        for (uint32_t i = 0; i < n->select_stmt.clauses.n; i++) {
            Node *c = n->select_stmt.clauses.at[i];
            stmt_flow(e, c->comm.comm);
            list_flow(e, c->comm.body);
        }
        break;
    default: break;
    }
}

/* ---- solving ---- */

static bool inside(const FuncVars *outer, const FuncVars *f)
{
    for (; f; f = f->outer)
        if (f->outer == outer)
            return true;
    return false;
}

/* Whether l may be alive when other is not. */
static bool outlives(const Location *l, const Location *other)
{
    if (l->escapes || l->is_result)
        return true;
    if (l->owner == other->owner)
        return l->loop < other->loop;
    return inside(l->owner, other->owner);
}

static bool is_param(const Location *l) { return l->var && (l->var->var.role == VarParam || l->var->var.role == VarRecv); }

static void leak(Location *param, const Location *root, int derefs)
{
    if (derefs >= NoLeak)
        derefs = NoLeak - 1;
    if (root->escapes || root->result >= MaxResults) {
        if (derefs < param->heap_leak)
            param->heap_leak = (int8_t)derefs;
    } else if (root->is_result && root->owner == param->owner && derefs < param->result_leak[root->result]) {
        param->result_leak[root->result] = (int8_t)derefs;
    } else if (root->is_result && root->owner != param->owner && derefs < param->heap_leak) {
        param->heap_leak = (int8_t)derefs;
    }
}

typedef struct Work {
    Location **at;
    size_t n, cap;
} Work;

static void push(Work *w, Location *l)
{
    if (!l->queued) {
        l->queued = true;
        vec_push(w->at, w->n, w->cap, l);
    }
}

/* Everything whose value or address reaches root, with the fewest derefs. */
static void walk_root(Escape *e, Location *root, Work *roots, Work *todo)
{
    e->walk++;
    root->walk = e->walk;
    root->derefs = 0;
    todo->n = 0;
    vec_push(todo->at, todo->n, todo->cap, root);
    while (todo->n > 0) {
        Location *l = todo->at[--todo->n];
        int derefs = l->derefs;
        bool address = derefs < 0;
        if (address)
            derefs = 0; /* root = &l; l = x: x's address goes nowhere by that */
        if (outlives(root, l)) {
            if (is_param(l) && !l->escapes)
                leak(l, root, derefs);
            if (address && !l->escapes && l != &e->heap) {
                l->escapes = true;
                l->returned = root->is_result || root->returned;
                push(roots, l);
                continue;
            }
        }
        for (EscEdge *in = l->in; in; in = in->next) {
            int d = derefs + in->derefs;
            if (in->src->escapes || (in->src->walk == e->walk && in->src->derefs <= d))
                continue;
            in->src->walk = e->walk;
            in->src->derefs = d;
            vec_push(todo->at, todo->n, todo->cap, in->src);
        }
    }
}

static void solve(Escape *e)
{
    Work roots = {0}, todo = {0};
    for (size_t i = 0; i < e->nlocs; i++)
        push(&roots, e->locs[i]);
    push(&roots, &e->heap);
    while (roots.n > 0) {
        Location *root = roots.at[--roots.n];
        root->queued = false;
        walk_root(e, root, &roots, &todo);
    }
    free(roots.at);
    free(todo.at);
}

/* A parameter whose own address escapes leaks what it points to as well. */
static const char *tag_of(Ir *ir, const Location *l)
{
    Buf b = {0};
    int heap = l->escapes ? 0 : l->heap_leak;
    if (heap != NoLeak)
        buf_printf(&b, "h%d", heap);
    for (int i = 0; i < MaxResults; i++)
        if (l->result_leak[i] != NoLeak && l->result_leak[i] < heap)
            buf_printf(&b, "%sr%d:%d", b.len ? " " : "", i, l->result_leak[i]);
    const char *s = arena_strndup(ir->arena, b.data ? b.data : "", b.len);
    buf_free(&b);
    return s;
}

static void set_tags(Escape *e, FuncVars *f)
{
    Object *o = f->obj;
    f->solved = true;
    if (!o)
        return;
    Type *in = f->sig->func.params;
    uint32_t extra = f->recv != NULL, n = in->tuple.n + extra;
    o->func.escape = NEW_ARRAY(e->ir->arena, const char *, n + 1);
    o->func.nescape = n;
    for (uint32_t i = 0; i < n; i++) {
        Object *v = i < extra ? f->recv : in->tuple.vars[i - extra];
        Location *l = map_get(&e->vars, v);
        o->func.escape[i] = l && has_pointers(v->type) ? tag_of(e->ir, l) : "";
    }
}

/* The runtime allocates only where it says so. */
static void no_heap(Escape *e, const Location *l)
{
    const Node *n = l->node;
    if (l->var)
        pos_error(e->ir->pos, e->ir->diag, l->var->pos, "%s escapes to heap, not allowed in runtime", l->var->name);
    else if (n && n->kind == NodeFuncLit && n->funclit.info->ncaptures)
        pos_error(e->ir->pos, e->ir->diag, n->pos, "heap-allocated closure %s, not allowed in runtime",
                  closure_name(e->ir, n->funclit.info) + strlen(e->ir->pkg->path) + 1);
}

static void write_back(Escape *e)
{
    for (size_t i = 0; i < e->nlocs; i++) {
        Location *l = e->locs[i];
        if (l->escapes && e->ir->runtime)
            no_heap(e, l);
        if (l->returned)
            l->owner->allocates = true;
        if (l->var)
            l->var->var.escapes = l->escapes;
        else if (l->is_box)
            l->node->box = l->escapes ? EscHeap : EscNone;
        else if (l->node)
            l->node->esc = l->escapes ? EscHeap : EscNone;
    }
}

static void declare_signature(Escape *e, FuncVars *f)
{
    e->owner = f;
    e->loop = 1;
    Type *in = f->sig->func.params, *out = f->sig->func.results;
    if (f->recv)
        var_loc(e, f->recv);
    for (uint32_t i = 0; i < in->tuple.n; i++)
        var_loc(e, in->tuple.vars[i]);
    for (uint32_t i = 0; i < out->tuple.n; i++) {
        Location *l = var_loc(e, out->tuple.vars[i]);
        l->is_result = true;
        l->result = (int)i;
    }
    for (uint32_t i = 0; i < f->nclosures; i++)
        if (!f->closures[i]->elided)
            declare_signature(e, f->closures[i]);
}

/* Solves functions that call each other. */
void escape_solve(Ir *ir, FuncVars **funcs, size_t n)
{
    Arena arena;
    arena_init(&arena);
    Escape e = {.ir = ir, .arena = &arena, .loop = 1};
    e.heap = (Location){.escapes = true, .heap_leak = NoLeak};
    for (size_t i = 0; i < n; i++)
        expand_calls(ir, funcs[i]);
    for (size_t i = 0; i < n; i++) {
        map_put(&e.batch, funcs[i], funcs[i]);
        declare_signature(&e, funcs[i]);
    }
    for (size_t i = 0; i < n; i++) {
        e.owner = funcs[i];
        e.loop = 1;
        stmt_flow(&e, funcs[i]->body);
    }
    solve(&e);
    write_back(&e);
    for (size_t i = 0; i < n; i++)
        set_tags(&e, funcs[i]);
    map_free(&e.vars);
    map_free(&e.batch);
    free(e.locs);
    arena_free(&arena);
}

/* Instances are found while functions are solved and built: each is solved alone. */
void escape_instance(Ir *ir, FuncVars *f) { escape_solve(ir, &f, 1); }

/* Initializers of package variables: everything they make lives for ever. */
void escape_inits(Ir *ir)
{
    Arena arena;
    arena_init(&arena);
    Escape e = {.ir = ir, .arena = &arena, .loop = 1, .owner = ir->pkg->init_info};
    e.heap = (Location){.escapes = true, .heap_leak = NoLeak};
    for (uint32_t i = 0; ir->pkg->init_info && i < ir->pkg->init_info->nclosures; i++)
        declare_signature(&e, ir->pkg->init_info->closures[i]);
    e.owner = ir->pkg->init_info;
    for (uint32_t i = 0; i < ir->pkg->ninit; i++) {
        InitStep *step = &ir->pkg->init_order[i];
        Hole *ks = NEW_ARRAY(&arena, Hole, step->n + 1);
        Type **to = NEW_ARRAY(&arena, Type *, step->n + 1);
        for (uint32_t k = 0; k < step->n; k++)
            ks[k] = heap_hole(&e);
        if (step->n > 1)
            tuple_flow(&e, step->rhs, ks, to, step->n);
        else
            expr_flow(&e, heap_hole(&e), step->rhs);
    }
    solve(&e);
    write_back(&e);
    map_free(&e.vars);
    map_free(&e.batch);
    free(e.locs);
    arena_free(&arena);
}
