/* stmt.c - statements: blocks and the order in which things happen. */
#include "compiler/ir/ir.h"

#include <assert.h>

/* ---- places to assign to ----
 *
 * spec: "Assignment statements": first the operands of index expressions and
 * indirections on the left and the expressions on the right are evaluated,
 * then the assignments happen.  An Lval holds the operands; its checks for nil
 * and bounds are part of the assignment. */

typedef enum LvalKind { LvBlank, LvVar, LvAddr, LvPtr, LvElem, LvMap, LvPart } LvalKind;

/* The index of an array that is held as values. */
typedef struct PartIndex {
    Node *node;
    Value *at;
    int64_t len;
    struct PartIndex *next;
} PartIndex;

typedef struct Lval {
    uint8_t kind;
    Type *t;
    Node *node;    /* where its check, or else it, stands */
    Object *var;   /* LvVar; LvPart: it is held as values, and this is a part of it */
    int first;     /* LvPart: its first component in the variable's */
    PartIndex *indices; /* LvPart: still to be checked */
    Value *ptr;    /* LvAddr; LvPtr: still to be checked; LvElem: base */
    Value *index, *len; /* LvElem */
    bool is_signed;     /* LvElem: the index */
    int64_t off;   /* added in the end */
    int64_t size;  /* LvElem: of an element */
    Val m, key;    /* LvMap */
    Type *map;
} Lval;

static Lval lval(Builder *s, Node *n);
static Val load_part(Builder *s, Lval *l);

static Value *lval_addr(Builder *s, Lval *l)
{
    mark_pos(s, l->node);
    switch (l->kind) {
    case LvPtr: return offset(s, nil_check(s, l->ptr), l->off);
    case LvElem: return offset(s, element_addr(s, l->ptr, bounds_check(s, l->index, l->len, BoundsIndex, l->is_signed), l->size), l->off);
    default: return offset(s, l->ptr, l->off);
    }
}

static Val lval_load(Builder *s, Lval *l)
{
    switch ((LvalKind)l->kind) {
    case LvVar: return var_load(s, l->var);
    case LvPart: return load_part(s, l);
    case LvMap: {
        Value *v = map_access(s, l->map, l->m.v[0], l->key, NULL);
        return val_copy(s, val_load(s, l->t, v));
    }
    case LvBlank: return val_zero(s, l->t);
    default: return val_load(s, l->t, lval_addr(s, l));
    }
}

/* n is a field of a struct, or the element of a one-element array, that is
 * held as values.  Evaluates indices; returns the part's first component. */
static int part_of(Builder *s, Node *n, Lval *l)
{
    n = unparen(n);
    if (n->kind == NodeName) {
        l->var = n->obj;
        return 0;
    }
    if (n->kind == NodeIndex) {
        int at = part_of(s, n->index.x, l);
        PartIndex *i = NEW(s->arena, PartIndex);
        *i = (PartIndex){n, index_value(s, n->index.indices.at[0]), type_under(n->index.x->type)->array.len, NULL};
        PartIndex **end = &l->indices;
        while (*end)
            end = &(*end)->next;
        *end = i;
        return at;
    }
    int first = part_of(s, n->select.x, l);
    const Selection *sel = n->select.selection;
    Type *t = n->select.x->type;
    for (uint32_t i = 0; i < sel->npath; i++) {
        Type *u = type_under(t);
        Comp skip[MaxComps];
        for (uint32_t k = 0; k < sel->path[i]; k++)
            first += ssa_comps(u->strct.fields[k]->type, skip);
        t = u->strct.fields[sel->path[i]]->type;
    }
    return first;
}

static Lval lval_part(Builder *s, Node *n)
{
    Lval l = {.kind = LvPart, .node = n, .t = n->type};
    l.first = part_of(s, n, &l);
    return l;
}

/* Once, however often the part is used. */
static void check_part(Builder *s, Lval *l)
{
    for (; l->indices; l->indices = l->indices->next) {
        mark_pos(s, l->indices->node);
        bounds_check(s, l->indices->at, int64_const(s, l->indices->len), BoundsIndex,
                     signed_index(l->indices->node->index.indices.at[0]));
    }
}

static Val load_part(Builder *s, Lval *l)
{
    check_part(s, l);
    Val whole = var_load(s, l->var);
    Val v = val_zero(s, l->t); /* an array without elements has no such part: the check panics */
    for (int i = 0; i < v.n && l->first + i < whole.n; i++)
        v.v[i] = whole.v[l->first + i];
    return v;
}

static void store_part(Builder *s, Lval *l, Val v)
{
    check_part(s, l);
    Val whole = var_load(s, l->var);
    for (int i = 0; i < v.n && l->first + i < whole.n; i++)
        whole.v[l->first + i] = v.v[i];
    var_store(s, l->var, whole);
}

/* Arrays behind two pointers may overlap: of two different ones only slices make such. */
static bool may_overlap(const Node *lhs, Val v)
{
    Type *u = type_under(v.t);
    const Node *x = lhs ? unparen((Node *)lhs) : NULL;
    return v.mem && !v.temp && u->kind == KindArray && u->array.len > 1 && x && x->kind == NodeStar;
}

static void lval_store(Builder *s, Lval *l, Val v)
{
    v = val_retype(v, l->t ? l->t : v.t);
    Pos pos = s->pos;
    uint32_t node = s->node;
    mark_pos(s, l->node);
    if (l->kind == LvPtr && may_overlap(l->node, v)) {
        rt_call(s, "typedmemmove", 3, sym_addr(s, sym_type(s->ir, v.t)), lval_addr(s, l), v.v[0]);
        return;
    }
    switch ((LvalKind)l->kind) {
    case LvBlank: break;
    case LvVar: var_store(s, l->var, v); break;
    case LvPart: store_part(s, l, v); break;
    case LvMap: {
        v = val_copy(s, v);
        Value *addr = map_assign(s, l->map, l->m.v[0], l->key);
        val_store(s, addr, v);
        break;
    }
    default: {
        Value *addr = lval_addr(s, l);
        s->pos = pos; /* the assignment's */
        s->node = node;
        val_store(s, addr, v);
        break;
    }
    }
}

static Lval lval_field(Builder *s, Node *n)
{
    const Selection *sel = n->select.selection;
    Node *x = n->select.x;
    Lval l;
    if (under_kind(x->type) == KindPointer)
        l = (Lval){.kind = LvPtr, .ptr = scalar(s, x), .t = type_under(x->type)->pointer.elem};
    else
        l = lval(s, x);
    for (uint32_t i = 0; i < sel->npath; i++) {
        if (i > 0 && under_kind(l.t) == KindPointer) { /* an embedded pointer */
            l.node = l.node ? l.node : n;
            Val p = lval_load(s, &l);
            l = (Lval){.kind = LvPtr, .ptr = p.v[0], .t = type_under(l.t)->pointer.elem, .node = n};
        } else if (l.kind == LvVar) {
            l = (Lval){.kind = LvAddr, .ptr = var_addr(s, l.var), .t = l.t};
        }
        Type *u = type_under(l.t);
        l.off += field_offset(u, sel->path[i]);
        l.t = u->strct.fields[sel->path[i]]->type;
    }
    if (!l.node)
        l.node = n;
    return l;
}

static Lval lval_index(Builder *s, Node *n)
{
    Node *x = n->index.x, *i = n->index.indices.at[0];
    Type *u = type_under(x->type);
    Lval l = {.kind = LvElem, .t = n->type, .node = n};
    switch (u->kind) {
    case KindMap:
        l.kind = LvMap;
        l.map = x->type;
        l.t = u->map.elem;
        l.m = expr(s, x);
        l.key = val_copy(s, expr_to(s, i, u->map.key));
        return l;
    case KindSlice: {
        Val v = expr(s, x);
        l.ptr = v.v[0];
        l.len = v.v[1];
        break;
    }
    case KindPointer:
        u = type_under(u->pointer.elem);
        l.ptr = scalar(s, x);
        l.ptr = nil_check(s, l.ptr);
        l.len = int64_const(s, u->array.len);
        break;
    default:
        l.ptr = address(s, x);
        l.len = int64_const(s, u->array.len);
        break;
    }
    l.size = type_size(type_elem(u));
    l.index = index_value(s, i);
    l.is_signed = signed_index(i);
    return l;
}

static Lval lval(Builder *s, Node *n)
{
    n = unparen(n);
    if (node_is_blank(n))
        return (Lval){.kind = LvBlank, .node = n, .t = n->type};
    if (n->kind == NodeName)
        return (Lval){.kind = LvVar, .node = n, .var = n->obj, .t = n->obj->type};
    bool map = n->kind == NodeIndex && under_kind(n->index.x->type) == KindMap;
    if (!map && !in_memory(s, n))
        return lval_part(s, n);
    switch (n->kind) {
    case NodeStar: return (Lval){.kind = LvPtr, .node = n, .ptr = scalar(s, n->star.x), .t = n->type};
    case NodeIndex: return lval_index(s, n);
    case NodeSelector:
        if (!n->select.selection)
            return (Lval){.kind = LvVar, .node = n, .var = n->obj, .t = n->obj->type};
        return lval_field(s, n);
    default: return (Lval){.kind = LvAddr, .node = n, .ptr = address(s, n), .t = n->type};
    }
}

void assign(Builder *s, Node *lhs, Val v)
{
    EvalOrder o;
    order_begin(s, &o);
    order_operands(s, lhs);
    order_run(s);
    Lval l = lval(s, lhs);
    order_end(s);
    lval_store(s, &l, convert_assign(s, v, l.t ? l.t : v.t, lhs));
}

/* Operands of both left sides first.  spec: "Assignment statements" */
void assign_two(Builder *s, Node *x, Val v, Node *y, Val w)
{
    EvalOrder o;
    order_begin(s, &o);
    order_operands(s, x);
    order_operands(s, y);
    order_run(s);
    Lval a = lval(s, x), b = lval(s, y);
    order_end(s);
    w = val_copy(s, convert_assign(s, w, b.t ? b.t : w.t, y));
    lval_store(s, &a, convert_assign(s, v, a.t ? a.t : v.t, x));
    lval_store(s, &b, w);
}

/* ---- assignments ---- */

static bool declares(const Node *lhs)
{
    return lhs->kind == NodeName && lhs->obj && lhs->obj->decl_name == lhs;
}

static void assign_or_declare(Builder *s, Node *lhs, Lval *l, bool define, Val v)
{
    if (define && declares(lhs)) {
        declare_init(s, lhs->obj, convert_assign(s, v, lhs->obj->type, lhs));
    } else {
        lval_store(s, l, convert_assign(s, v, l->t ? l->t : v.t, lhs));
    }
}

static void lhs_operands(Builder *s, NodeList lhs)
{
    for (uint32_t i = 0; i < lhs.n; i++)
        order_operands(s, lhs.at[i]);
}

/* The places that n assigns to and does not declare. */
static void lvals(Builder *s, Node *n, Lval *l)
{
    NodeList lhs = n->assign.lhs;
    for (uint32_t i = 0; i < lhs.n; i++)
        if (!n->assign.define || !declares(lhs.at[i]))
            l[i] = lval(s, lhs.at[i]);
}

static void assign_tuple(Builder *s, Node *n)
{
    NodeList lhs = n->assign.lhs;
    Lval *l = NEW_ARRAY(s->arena, Lval, lhs.n);
    Val *v = NEW_ARRAY(s->arena, Val, lhs.n);
    lhs_operands(s, lhs);
    order_operands(s, n->assign.rhs.at[0]);
    order_run(s);
    expr_tuple(s, n->assign.rhs.at[0], v);
    lvals(s, n, l);
    for (uint32_t i = 0; i < lhs.n && s->b; i++)
        if (!node_is_blank(lhs.at[i]))
            assign_or_declare(s, lhs.at[i], &l[i], n->assign.define, v[i]);
}

static Val op_operand(Builder *s, const Lval *l, Node *rhs)
{
    return rhs ? expr(s, rhs) : const_val(s, l->t, const_int(s->arena, 1));
}

/* m[k] op= y looks the element up once, unless the operation may panic. */
static bool found_once(const Lval *l, Token op)
{
    return l->kind == LvMap && op != TokShl && op != TokShr && op != TokDiv && op != TokRem;
}

static void assign_op(Builder *s, Node *lhs, Token op, Node *rhs, Node *at)
{
    order_operands(s, lhs);
    order_add(s, rhs);
    order_run(s);
    Lval l = lval(s, lhs);
    if (found_once(&l, op)) {
        Val y = val_copy(s, op_operand(s, &l, rhs));
        mark_pos(s, at);
        Value *addr = map_assign(s, l.map, l.m.v[0], l.key);
        val_store(s, addr, val_retype(arith(s, op, l.t, val_load(s, l.t, addr), y), l.t));
        return;
    }
    Val x = val_copy(s, lval_load(s, &l)), r;
    if (op == TokShl || op == TokShr) {
        Val y = expr(s, rhs);
        mark_pos(s, at);
        r = shift(s, op, l.t, x, y, count_type(s, rhs), false);
    } else {
        Val y = op_operand(s, &l, rhs);
        mark_pos(s, at);
        r = arith(s, op, l.t, x, y);
    }
    lval_store(s, &l, r);
}

/* _ = n: a literal is not made, only its parts are evaluated. */
static void discard(Builder *s, Node *n)
{
    n = unparen(n);
    if (n->kind != NodeCompositeLit || n->conv || under_kind(n->type) == KindMap) {
        expr(s, n);
        return;
    }
    for (uint32_t i = 0; i < n->complit.elems.n; i++) {
        Node *e = n->complit.elems.at[i];
        discard(s, e->kind == NodeKeyValue ? e->keyvalue.value : e);
    }
}

static void assign_stmt(Builder *s, Node *n)
{
    NodeList lhs = n->assign.lhs, rhs = n->assign.rhs;
    if (n->op != TokNone) {
        assign_op(s, lhs.at[0], (Token)n->op, rhs.at[0], n);
        return;
    }
    if (rhs.n == 1 && lhs.n > 1) {
        assign_tuple(s, n);
        return;
    }
    if (lhs.n == 1) {
        if (node_is_blank(lhs.at[0])) {
            order_operands(s, rhs.at[0]);
            order_run(s);
            discard(s, rhs.at[0]);
            return;
        }
        Lval l = {0};
        lhs_operands(s, lhs);
        order_operands(s, rhs.at[0]);
        order_run(s);
        Val v = expr(s, rhs.at[0]);
        lvals(s, n, &l);
        mark_pos(s, n);
        if (s->b)
            assign_or_declare(s, lhs.at[0], &l, n->assign.define, v);
        return;
    }
    Lval *l = NEW_ARRAY(s->arena, Lval, lhs.n);
    Val *v = NEW_ARRAY(s->arena, Val, lhs.n);
    lhs_operands(s, lhs);
    order_list(s, rhs);
    order_run(s);
    lvals(s, n, l);
    for (uint32_t i = 0; i < rhs.n; i++)
        v[i] = val_copy(s, expr(s, rhs.at[i]));
    mark_pos(s, n);
    for (uint32_t i = 0; i < lhs.n && s->b; i++)
        if (!node_is_blank(lhs.at[i]))
            assign_or_declare(s, lhs.at[i], &l[i], n->assign.define, v[i]);
}

/* ---- declarations ---- */

static void var_decl(Builder *s, Node *d)
{
    NodeList names = d->vardecl.names, values = d->vardecl.values;
    Val *v = NEW_ARRAY(s->arena, Val, names.n);
    if (values.n == 1)
        order_operands(s, values.at[0]);
    else
        order_list(s, values);
    order_run(s);
    if (values.n == 1 && names.n > 1)
        expr_tuple(s, values.at[0], v);
    else
        for (uint32_t i = 0; i < values.n; i++)
            v[i] = values.n > 1 ? val_copy(s, expr(s, values.at[i])) : expr(s, values.at[i]);
    mark_pos(s, d);
    for (uint32_t i = 0; i < names.n && s->b; i++) {
        Object *obj = names.at[i]->obj;
        if (node_is_blank(names.at[i]) || !obj)
            continue;
        if (values.n == 0)
            declare_zero(s, obj);
        else
            declare_init(s, obj, convert_assign(s, v[i], obj->type, names.at[i]));
    }
}

/* ---- return ---- */

static void return_stmt(Builder *s, Node *n)
{
    NodeList list = n->return_stmt.results;
    Val *v = NEW_ARRAY(s->arena, Val, s->nresults + 1);
    if (list.n == 1)
        order_operands(s, list.at[0]);
    else
        order_list(s, list);
    order_run(s);
    if (list.n == 1 && s->nresults > 1)
        expr_tuple(s, list.at[0], v);
    else
        for (uint32_t i = 0; i < list.n; i++)
            v[i] = list.n > 1 ? val_copy(s, expr(s, list.at[i])) : expr(s, list.at[i]);
    mark_pos(s, n);
    if (!s->b)
        return;
    for (int i = 0; i < s->nresults && list.n; i++)
        v[i] = convert_assign(s, v[i], s->results[i]->type, n);
    bool to_vars = s->exit || s->range || s->inl || s->ir->debug_stack; /* or only to the caller */
    if (list.n && !to_vars) {
        finish_return(s, v);
        return;
    }
    for (int i = 0; i < s->nresults && list.n; i++)
        var_store(s, s->results[i], v[i]);
    if (s->inl)
        return_from_inlined(s);
    else if (s->range)
        return_from_range_body(s);
    else
        return_results(s);
}

/* ---- control flow ---- */

void loop_enter(Builder *s, Target *t, const Node *n, Block *brk, Block *cont)
{
    *t = (Target){n, brk, cont, s->targets};
    s->targets = t;
}

void loop_leave(Builder *s, Target *t) { s->targets = t->outer; }

static void if_stmt(Builder *s, Node *n)
{
    if (n->if_stmt.init)
        stmt(s, n->if_stmt.init);
    Block *then = new_block(s), *done = new_block(s), *els = n->if_stmt.els ? new_block(s) : done;
    cond_branch(s, n->if_stmt.cond, then, els, HintNone);
    start_block(s, then);
    stmt(s, n->if_stmt.then);
    jump(s, done);
    if (n->if_stmt.els) {
        start_block(s, els);
        stmt(s, n->if_stmt.els);
        jump(s, done);
    }
    start_block(s, done);
}

/* Variables of the init statement that closures or pointers hold on to get a
 * new instance with the same value before each next iteration. */
void copy_loop_vars(Builder *s, Node *init)
{
    if (!init || init->kind != NodeAssignStmt || !init->assign.define || !s->b)
        return;
    for (uint32_t i = 0; i < init->assign.lhs.n; i++) {
        Object *v = init->assign.lhs.at[i]->obj;
        VarInfo *x = v && declares(init->assign.lhs.at[i]) ? var_info(s, v) : NULL;
        if (!x || x->kind != VarByPointer || !v->var.in_loop)
            continue;
        Val old = val_copy(s, var_load(s, v));
        var_declare(s, v);
        var_store(s, v, old);
    }
}

static void for_stmt(Builder *s, Node *n)
{
    Block *head = new_block(s), *body = new_block(s), *post = new_block(s), *done = new_block(s);
    if (n->for_stmt.init)
        stmt(s, n->for_stmt.init);
    jump(s, head);
    start_block(s, head);
    if (n->for_stmt.cond) {
        mark_pos(s, n->for_stmt.cond);
        cond_branch(s, n->for_stmt.cond, body, done, HintLikely);
    } else {
        jump(s, body);
    }
    Target t;
    loop_enter(s, &t, n, done, post);
    start_block(s, body);
    stmt(s, n->for_stmt.body);
    jump(s, post);
    loop_leave(s, &t);
    start_block(s, post);
    if (s->b)
        copy_loop_vars(s, n->for_stmt.init);
    if (n->for_stmt.post && s->b)
        stmt(s, n->for_stmt.post);
    jump(s, head);
    start_block(s, done);
}

Block *label_block(Builder *s, const Node *labeled)
{
    Block *b = map_get(&s->labels, labeled);
    if (!b) {
        b = new_block(s);
        map_put(&s->labels, labeled, b);
    }
    return b;
}

static void branch_stmt(Builder *s, Node *n)
{
    Block *to = NULL;
    if (s->range && n->op != TokFallthrough && leave_range_body(s, (Token)n->op, n->branch.target))
        return;
    if (n->op == TokFallthrough) {
        to = s->fallthrough;
    } else if (n->op == TokGoto) {
        to = label_block(s, n->branch.target);
    } else {
        for (Target *t = s->targets; t && !to; t = t->outer)
            if (t->stmt == n->branch.target)
                to = n->op == TokBreak ? t->brk : t->cont;
    }
    assert(to && "branch without target");
    jump(s, to);
}

static void labeled_stmt(Builder *s, Node *n)
{
    Block *b = label_block(s, n);
    jump(s, b);
    s->b = b; /* gotos further down may still come here */
    stmt(s, n->labeled.stmt);
}

static void send_stmt(Builder *s, Node *n)
{
    order_add(s, n->send.chan);
    order_add(s, n->send.value);
    order_run(s);
    Val c = expr(s, n->send.chan);
    Val v = expr_to(s, n->send.value, type_under(n->send.chan->type)->chan.elem);
    mark_pos(s, n);
    rt_call(s, "chansend1", 2, c.v[0], val_addr(s, v));
}

/* runtime.throw does not return. */
static bool is_throw(const Ir *ir, const Node *call)
{
    const Object *f = ir->runtime && call->kind == NodeCall ? call_static_callee(call) : NULL;
    return f && f->pkg && strcmp(f->pkg->path, "runtime") == 0 && strcmp(f->name, "throw") == 0;
}

static void expr_stmt(Builder *s, Node *n)
{
    Node *x = unparen(n->exprstmt.x);
    if (x->kind == NodeCall && x->type && x->type->kind == KindTuple) {
        Val *v = NEW_ARRAY(s->arena, Val, x->type->tuple.n + 1);
        expr_tuple(s, x, v);
    } else {
        expr(s, x);
    }
    if (is_throw(s->ir, x))
        exit_block(s);
}

void stmt_list(Builder *s, NodeList list)
{
    for (uint32_t i = 0; i < list.n; i++)
        stmt(s, list.at[i]);
}

static void inc_dec_stmt(Builder *s, Node *n) { assign_op(s, n->incdec.x, (Token)n->op, NULL, n); }

/* A statement whose expressions are evaluated in one go. */
static void ordered(Builder *s, void (*build)(Builder *, Node *), Node *n)
{
    EvalOrder o;
    order_begin(s, &o);
    build(s, n);
    order_end(s);
}

static void any_stmt(Builder *s, Node *n)
{
    /* Unreachable, unless a goto leads into it. */
    if (!s->b && n->kind != NodeLabeledStmt && n->kind != NodeBlockStmt)
        return;
    mark_pos(s, n);
    switch (n->kind) {
    case NodeEmptyStmt: break;
    case NodeBlockStmt: stmt_list(s, n->block.stmts); break;
    case NodeLabeledStmt: labeled_stmt(s, n); break;
    case NodeExprStmt: expr_stmt(s, n); break;
    case NodeSendStmt: ordered(s, send_stmt, n); break;
    case NodeDeclStmt:
        for (uint32_t i = 0; i < n->declstmt.decls.n; i++)
            if (n->declstmt.decls.at[i]->kind == NodeVarDecl)
                ordered(s, var_decl, n->declstmt.decls.at[i]);
        break;
    case NodeAssignStmt: ordered(s, assign_stmt, n); break;
    case NodeIncDecStmt: ordered(s, inc_dec_stmt, n); break;
    case NodeBranchStmt: branch_stmt(s, n); break;
    case NodeGoStmt: go_stmt(s, n); break;
    case NodeDeferStmt: defer_stmt(s, n); break;
    case NodeReturnStmt: ordered(s, return_stmt, n); break;
    case NodeIfStmt: if_stmt(s, n); break;
    case NodeForStmt: for_stmt(s, n); break;
    case NodeRangeStmt: range_stmt(s, n); break;
    case NodeSwitchStmt: switch_stmt(s, n); break;
    case NodeTypeSwitchStmt: type_switch_stmt(s, n); break;
    case NodeSelectStmt: select_stmt(s, n); break;
    default: ir_unsupported(s->ir, n->pos, "this statement"); break;
    }
}

void stmt(Builder *s, Node *n)
{
    size_t temps = s->ntemps;
    any_stmt(s, n);
    free_temps(s, temps);
}
