/* range.c - for ... range over everything but functions (rangefunc.c).
 *
 * Each form keeps its state in hidden variables: the operand is evaluated
 * once, and the variables that the program sees are fresh in each iteration
 * (one for all of them in files of a language before go1.22).
 * spec: "For statements with range clause". */
#include "compiler/ir/ir.h"

/* The blocks of a loop and the hidden index. */
typedef struct RangeLoop {
    Node *n;
    Block *head, *body, *post, *done;
    Target target;
    int i;         /* variable number of the hidden counter */
} RangeLoop;

static void loop_begin(Builder *s, RangeLoop *l, Node *n, ValType counter)
{
    *l = (RangeLoop){.n = n, .head = new_block(s), .body = new_block(s), .post = new_block(s), .done = new_block(s)};
    l->i = counter == ValVoid ? 0 : var_new(s, counter);
    if (l->i)
        var_write(s, l->i, counter == ValPtr ? nil_const(s) : int_const(s, counter, 0));
}

static void loop_body(Builder *s, RangeLoop *l)
{
    loop_enter(s, &l->target, l->n, l->done, l->post);
    stmt(s, l->n->range.body);
    jump(s, l->post);
    loop_leave(s, &l->target);
    start_block(s, l->post);
    mark_pos(s, l->n);
}

static Node *lhs(Node *n, uint32_t i)
{
    return i < n->range.lhs.n && !node_is_blank(n->range.lhs.at[i]) ? n->range.lhs.at[i] : NULL;
}

/* The variable that the statement declares as its i-th, or NULL. */
static Object *declared(Node *n, uint32_t i)
{
    Node *x = lhs(n, i);
    return x && n->range.define && x->obj && x->obj->decl_name == x ? x->obj : NULL;
}

static void set_lhs(Builder *s, Node *n, uint32_t i, Val v)
{
    Node *x = lhs(n, i);
    if (!x)
        return;
    mark_pos(s, x);
    Object *var = declared(n, i);
    if (!var)
        assign(s, x, v);
    else if (var->var.in_loop)
        declare_init(s, var, convert_assign(s, v, var->type, x));
    else
        var_store(s, var, convert_assign(s, v, var->type, x));
}

static void set_both(Builder *s, Node *n, Val k, Val v)
{
    if (lhs(n, 0) && lhs(n, 1) && !n->range.define) {
        mark_pos(s, lhs(n, 0));
        assign_two(s, lhs(n, 0), k, lhs(n, 1), v);
        return;
    }
    set_lhs(s, n, 0, k);
    set_lhs(s, n, 1, v);
}

static void range_int(Builder *s, Node *n)
{
    RangeLoop l;
    Val limit = expr(s, n->range.x);
    ValType vt = (ValType)limit.v[0]->type;
    loop_begin(s, &l, n, vt);
    jump(s, l.head);
    start_block(s, l.head);
    Value *i = var_read(s, l.i);
    branch(s, compare(s, TokLss, val_scalar(limit.t, i), limit), l.body, l.done, HintLikely);
    start_block(s, l.body);
    set_lhs(s, n, 0, val_scalar(limit.t, i));
    loop_body(s, &l);
    if (s->b) {
        Val next = arith(s, TokAdd, limit.t, val_scalar(limit.t, var_read(s, l.i)), val_scalar(limit.t, int_const(s, vt, 1)));
        var_write(s, l.i, next.v[0]);
    }
    jump(s, l.head);
    start_block(s, l.done);
}

static bool has_call(Node *n, void *found)
{
    if ((n->kind == NodeCall && n->call.kind == CallPlain) || (n->kind == NodeUnary && n->op == TokArrow))
        *(bool *)found = true;
    return n->kind != NodeFuncLit;
}

/* Arrays, pointers to arrays, slices. */
static void range_elements(Builder *s, Node *n)
{
    Type *xt = n->range.x->type, *u = type_under(xt), *elem;
    Type *int_type = s->ir->types->basic[KindInt];
    Value *ptr = NULL, *len;
    bool want_value = lhs(n, 1) != NULL;
    if (u->kind == KindSlice) {
        Val v = expr(s, n->range.x);
        ptr = v.v[0];
        len = v.v[1];
        elem = u->slice.elem;
    } else if (u->kind == KindPointer) {
        Type *arr = type_under(u->pointer.elem);
        Val v = expr(s, n->range.x);
        ptr = v.v[0];
        len = int64_const(s, arr->array.len);
        elem = arr->array.elem;
    } else {
        len = int64_const(s, u->array.len);
        elem = u->array.elem;
        bool calls = false; /* spec: else the length is constant and the operand is not evaluated */
        node_walk(n->range.x, has_call, &calls);
        if (want_value)
            ptr = val_addr(s, val_copy(s, expr(s, n->range.x)));
        else if (calls)
            expr(s, n->range.x);
    }
    RangeLoop l;
    loop_begin(s, &l, n, ValI64);
    jump(s, l.head);
    start_block(s, l.head);
    Value *i = var_read(s, l.i);
    branch(s, op2(s, OpLess64, ValBool, i, len), l.body, l.done, HintLikely);
    start_block(s, l.body);
    Val v = {0};
    if (want_value) {
        if (u->kind == KindPointer)
            ptr = nil_check(s, ptr);
        v = val_load(s, elem, element_addr(s, ptr, i, type_size(elem)));
        v = lhs(n, 0) && !n->range.define ? val_copy(s, v) : v;
    }
    set_both(s, n, val_scalar(int_type, i), v);
    loop_body(s, &l);
    if (s->b)
        var_write(s, l.i, op2(s, OpAdd64, ValI64, var_read(s, l.i), int64_const(s, 1)));
    jump(s, l.head);
    start_block(s, l.done);
}

static void range_string(Builder *s, Node *n)
{
    TypesCtx *c = s->ir->types;
    Val str = expr(s, n->range.x);
    RangeLoop l;
    loop_begin(s, &l, n, ValI64);
    int next = var_new(s, ValI64), rune = var_new(s, ValI32);
    var_write(s, next, int64_const(s, 0));
    jump(s, l.head);
    start_block(s, l.head);
    Value *i = var_read(s, l.i);
    Block *more = new_block(s), *ascii = new_block(s), *multi = new_block(s);
    branch(s, op2(s, OpLess64, ValBool, i, str.v[1]), more, l.done, HintLikely);
    start_block(s, more);
    Value *byte = load_scalar(s, ValI8, element_addr(s, str.v[0], i, 1));
    Value *wide = op1(s, OpZeroExt8to32, ValI32, byte);
    branch(s, op2(s, OpLess32, ValBool, wide, int_const(s, ValI32, 0x80)), ascii, multi, HintLikely);
    start_block(s, ascii);
    var_write(s, rune, wide);
    var_write(s, next, op2(s, OpAdd64, ValI64, i, int64_const(s, 1)));
    jump(s, l.body);
    start_block(s, multi);
    Value *args[3] = {str.v[0], str.v[1], i}, *out[2];
    runtime_call(s, "decoderune", 3, args, 2, out);
    var_write(s, rune, out[0]);
    var_write(s, next, out[1]);
    jump(s, l.body);
    start_block(s, l.body);
    set_both(s, n, val_scalar(c->basic[KindInt], i), val_scalar(c->type_rune, var_read(s, rune)));
    loop_body(s, &l);
    if (s->b)
        var_write(s, l.i, var_read(s, next));
    jump(s, l.head);
    start_block(s, l.done);
}

static void range_chan(Builder *s, Node *n)
{
    Val ch = expr(s, n->range.x);
    Type *elem = type_under(n->range.x->type)->chan.elem;
    RangeLoop l;
    loop_begin(s, &l, n, ValVoid);
    jump(s, l.head);
    start_block(s, l.head);
    Local *tmp = new_temp(s, elem);
    tmp->addrtaken = true;
    Value *addr = local_addr(s, tmp);
    zero_mem(s, addr, elem);
    Value *ok = rt_call(s, "chanrecv2", 2, ch.v[0], addr);
    branch(s, ok, l.body, l.done, HintLikely);
    start_block(s, l.body);
    set_lhs(s, n, 0, val_load(s, elem, addr));
    loop_body(s, &l);
    jump(s, l.head);
    start_block(s, l.done);
}

/* The iterator is a variable of the runtime's layout (FORMATS: Iter), which
 * mapIterStart and mapIterNext fill; a nil key ends the loop. */
static void range_map(Builder *s, Node *n)
{
    enum { IterWords = 12, KeyOff = 0, ElemOff = 8 };
    TypesCtx *c = s->ir->types;
    Type *mt = type_under(n->range.x->type);
    Val m = expr(s, n->range.x);
    Local *iter = new_temp(s, new_array(c, c->basic[KindUnsafePointer], IterWords));
    iter->addrtaken = true;
    Value *addr = local_addr(s, iter);
    zero_mem(s, addr, new_array(c, c->basic[KindUnsafePointer], IterWords));
    rt_call(s, "mapIterStart", 3, sym_addr(s, sym_type(s->ir, n->range.x->type)), m.v[0], addr);
    RangeLoop l;
    loop_begin(s, &l, n, ValVoid);
    jump(s, l.head);
    start_block(s, l.head);
    Value *key = load_scalar(s, ValPtr, offset(s, addr, KeyOff));
    branch(s, op1(s, OpIsNonNil, ValBool, key), l.body, l.done, HintLikely);
    start_block(s, l.body);
    Val k = {0}, v = {0};
    if (lhs(n, 0))
        k = val_copy(s, val_load(s, mt->map.key, key));
    if (lhs(n, 1))
        v = val_copy(s, val_load(s, mt->map.elem, load_scalar(s, ValPtr, offset(s, addr, ElemOff))));
    set_both(s, n, k, v);
    loop_body(s, &l);
    if (s->b)
        rt_call(s, "mapIterNext", 1, addr);
    jump(s, l.head);
    start_block(s, l.done);
}

void range_stmt(Builder *s, Node *n)
{
    for (uint32_t i = 0; i < n->range.lhs.n; i++) {
        Object *var = declared(n, i);
        if (var && !var->var.in_loop)
            declare_zero(s, var);
    }
    switch (under_kind(n->range.x->type)) {
    case KindArray: case KindSlice: case KindPointer: range_elements(s, n); break;
    case KindString: range_string(s, n); break;
    case KindChan: range_chan(s, n); break;
    case KindMap: range_map(s, n); break;
    case KindFunc: range_func(s, n); break;
    default: range_int(s, n); break;
    }
}
