/* expr.c - expressions become values. */
#include "compiler/amd64/amd64.h"
#include "compiler/ir/ir.h"

#include <assert.h>

/* ---- constants ---- */

static Value *float_const(Builder *s, ValType t, double d)
{
    int64_t bits;
    memcpy(&bits, &d, 8);
    return new_value_i(s->f->entry, t == ValF32 ? OpConst32F : OpConst64F, t, s->pos, s->node, bits);
}

Val const_val(Builder *s, Type *t, const Const *c)
{
    Type *u = type_under(t);
    switch (u->kind) {
    case KindString:
    case KindUntypedString: return string_const(s, t, c->str.s, c->str.len);
    case KindBool:
    case KindUntypedBool: return val_scalar(t, bool_const(s, const_get_bool(c)));
    case KindFloat32: return val_scalar(t, float_const(s, ValF32, const_get_float32(c)));
    case KindFloat64: return val_scalar(t, float_const(s, ValF64, const_get_float64(c)));
    case KindComplex64:
        return val_pair(t, float_const(s, ValF32, (float)const_get_float64(c)), float_const(s, ValF32, (float)const_get_imag64(c)));
    case KindComplex128:
        return val_pair(t, float_const(s, ValF64, const_get_float64(c)), float_const(s, ValF64, const_get_imag64(c)));
    case KindUnsafePointer: return val_scalar(t, op2(s, OpConvert, ValPtr, int64_const(s, (int64_t)const_bits(c, u)), mem(s)));
    default: break;
    }
    ValType v = scalar_type(t);
    uint64_t bits = const_bits(c, u);
    switch (v) {
    case ValI8: return val_scalar(t, int_const(s, v, (int8_t)bits));
    case ValI16: return val_scalar(t, int_const(s, v, (int16_t)bits));
    case ValI32: return val_scalar(t, int_const(s, v, (int32_t)bits));
    default: return val_scalar(t, int_const(s, ValI64, (int64_t)bits));
    }
}

/* ---- operators ---- */

/* Rows of ops.h come by width: Add8 Add16 Add32 Add64; those with a sign
 * alternate: Div8 Div8u Div16 Div16u ... */
static int width_index(ValType t) { return t == ValBool ? 0 : (int)t - ValI8; }
static Op by_width(Op first, ValType t) { return (Op)((int)first + width_index(t)); }
static Op by_width_sign(Op first, ValType t, bool is_unsigned)
{
    return (Op)((int)first + 2 * width_index(t) + is_unsigned);
}

_Static_assert(OpAdd64 == OpAdd8 + 3 && OpSub64 == OpSub8 + 3 && OpMul64 == OpMul8 + 3 && OpNeg64 == OpNeg8 + 3, "by_width");
_Static_assert(OpAnd64 == OpAnd8 + 3 && OpOr64 == OpOr8 + 3 && OpXor64 == OpXor8 + 3 && OpCom64 == OpCom8 + 3, "by_width");
_Static_assert(OpDiv64u == OpDiv8 + 7 && OpMod64u == OpMod8 + 7, "by_width_sign");
_Static_assert(OpLsh64x64 == OpLsh8x8 + 15 && OpRsh64x64 == OpRsh8x8 + 15 && OpRsh64Ux64 == OpRsh8Ux8 + 15, "shifts");

static void check_divisor(Builder *s, Value *y)
{
    if (y->op >= OpConst8 && y->op <= OpConst64 && y->auxint != 0)
        return;
    Block *ok = new_block(s), *bad = new_block(s);
    branch(s, op2(s, by_width(OpNeq8, (ValType)y->type), ValBool, y, int_const(s, (ValType)y->type, 0)), ok, bad, HintLikely);
    start_block(s, bad);
    rt_call(s, "panicdivide", 0);
    exit_block(s);
    start_block(s, ok);
}

static Value *int_arith(Builder *s, Token op, Type *t, Value *x, Value *y)
{
    ValType v = (ValType)x->type;
    bool uns = is_unsigned(t);
    switch (op) {
    case TokAdd: return op2(s, by_width(OpAdd8, v), v, x, y);
    case TokSub: return op2(s, by_width(OpSub8, v), v, x, y);
    case TokMul: return op2(s, by_width(OpMul8, v), v, x, y);
    case TokAnd: return op2(s, by_width(OpAnd8, v), v, x, y);
    case TokOr: return op2(s, by_width(OpOr8, v), v, x, y);
    case TokXor: return op2(s, by_width(OpXor8, v), v, x, y);
    case TokAndNot: return op2(s, by_width(OpAnd8, v), v, x, op1(s, by_width(OpCom8, v), v, y));
    case TokDiv:
    case TokRem:
        check_divisor(s, y);
        return op2(s, by_width_sign(op == TokDiv ? OpDiv8 : OpMod8, v, uns), v, x, y);
    default: assert(!"no integer operator"); return x;
    }
}

static Value *float_arith(Builder *s, Token op, Value *x, Value *y)
{
    ValType v = (ValType)x->type;
    bool wide = v == ValF64;
    switch (op) {
    case TokAdd: return op2(s, wide ? OpAdd64F : OpAdd32F, v, x, y);
    case TokSub: return op2(s, wide ? OpSub64F : OpSub32F, v, x, y);
    case TokMul: return op2(s, wide ? OpMul64F : OpMul32F, v, x, y);
    case TokDiv: return op2(s, wide ? OpDiv64F : OpDiv32F, v, x, y);
    default: assert(!"no float operator"); return x;
    }
}

/* gc computes complex64 products in float64 and rounds once. */
static Val complex_mul(Builder *s, Type *t, Val x, Val y)
{
    bool narrow = x.v[0]->type == ValF32;
    Value *a = x.v[0], *b = x.v[1], *c = y.v[0], *d = y.v[1];
    if (narrow) {
        a = op1(s, OpCvt32Fto64F, ValF64, a);
        b = op1(s, OpCvt32Fto64F, ValF64, b);
        c = op1(s, OpCvt32Fto64F, ValF64, c);
        d = op1(s, OpCvt32Fto64F, ValF64, d);
    }
    Value *re = float_arith(s, TokSub, float_arith(s, TokMul, a, c), float_arith(s, TokMul, b, d));
    Value *im = float_arith(s, TokAdd, float_arith(s, TokMul, a, d), float_arith(s, TokMul, b, c));
    if (narrow) {
        re = op1(s, OpCvt64Fto32F, ValF32, re);
        im = op1(s, OpCvt64Fto32F, ValF32, im);
    }
    return val_pair(t, re, im);
}

static Val complex_div(Builder *s, Type *t, Val x, Val y)
{
    bool narrow = x.v[0]->type == ValF32;
    Value *args[4] = {x.v[0], x.v[1], y.v[0], y.v[1]}, *out[2];
    for (int i = 0; i < 4 && narrow; i++)
        args[i] = op1(s, OpCvt32Fto64F, ValF64, args[i]);
    runtime_call(s, "complex128div", 4, args, 2, out);
    for (int i = 0; i < 2 && narrow; i++)
        out[i] = op1(s, OpCvt64Fto32F, ValF32, out[i]);
    return val_pair(t, out[0], out[1]);
}

Val arith(Builder *s, Token op, Type *t, Val x, Val y)
{
    Type *u = type_under(t);
    if (is_complex(u)) {
        if (op == TokMul)
            return complex_mul(s, t, x, y);
        if (op == TokDiv)
            return complex_div(s, t, x, y);
        return val_pair(t, float_arith(s, op, x.v[0], y.v[0]), float_arith(s, op, x.v[1], y.v[1]));
    }
    if (is_string(u)) {
        Value *args[5] = {nil_const(s), x.v[0], x.v[1], y.v[0], y.v[1]}, *out[2];
        runtime_call(s, "concatstring2", 5, args, 2, out);
        return val_pair(t, out[0], out[1]);
    }
    if (is_float(u))
        return val_scalar(t, float_arith(s, op, x.v[0], y.v[0]));
    return val_scalar(t, int_arith(s, op, u, x.v[0], y.v[0]));
}

/* Constant counts are never negative, also where their type does not say so. */
Type *count_type(Builder *s, const Node *n) { return n->val ? s->ir->types->basic[KindUint] : n->type; }

/* spec: "Operators": the count is unsigned or not negative (else a panic); any
 * count is fine. */
Val shift(Builder *s, Token op, Type *t, Val x, Val y, Type *count, bool bounded)
{
    Value *v = x.v[0], *n = y.v[0];
    ValType vt = (ValType)v->type, nt = (ValType)n->type;
    bool is_const = n->op >= OpConst8 && n->op <= OpConst64;
    bool negative = (int64_t)((uint64_t)n->auxint << (64 - 8 * val_type_size(nt))) < 0;
    if (!is_unsigned(count) && (!is_const || negative)) {
        Block *ok = new_block(s), *bad = new_block(s);
        Value *zero = int_const(s, nt, 0);
        branch(s, op2(s, by_width_sign(OpLeq8, nt, false), ValBool, zero, n), ok, bad, HintLikely);
        start_block(s, bad);
        rt_call(s, "panicshift", 0);
        exit_block(s);
        start_block(s, ok);
    }
    Op first = op == TokShl ? OpLsh8x8 : is_unsigned(t) ? OpRsh8Ux8 : OpRsh8x8;
    Value *r = op2(s, (Op)((int)first + 4 * width_index(vt) + width_index(nt)), vt, v, n);
    r->auxint = bounded;
    return val_scalar(t, r);
}

static Val unary_arith(Builder *s, Token op, Type *t, Val x)
{
    if (op == TokAdd)
        return x;
    if (op == TokNot)
        return val_scalar(t, op1(s, OpNot, ValBool, x.v[0]));
    for (int i = 0; i < x.n; i++) {
        ValType v = (ValType)x.v[i]->type;
        Op o = op == TokXor ? by_width(OpCom8, v) : v == ValF32 ? OpNeg32F : v == ValF64 ? OpNeg64F : by_width(OpNeg8, v);
        x.v[i] = op1(s, o, v, x.v[i]);
    }
    x.t = t;
    return x;
}

/* ---- conditions ---- */

void cond_branch(Builder *s, Node *n, Block *yes, Block *no, int hint)
{
    if (!s->b)
        return;
    Node *x = unparen(n);
    if (x->val) {
        jump(s, const_get_bool(x->val) ? yes : no);
        return;
    }
    if (x->kind == NodeUnary && x->op == TokNot) {
        cond_branch(s, x->unary.x, no, yes, -hint);
        return;
    }
    if (x->kind == NodeBinary && (x->op == TokAndAnd || x->op == TokOrOr)) {
        Block *next = new_block(s);
        if (x->op == TokAndAnd)
            cond_branch(s, x->binary.x, next, no, hint > 0 ? hint : 0);
        else
            cond_branch(s, x->binary.x, yes, next, hint < 0 ? hint : 0);
        start_block(s, next);
        cond_branch(s, x->binary.y, yes, no, hint);
        return;
    }
    Value *c = scalar(s, n);
    branch(s, c, yes, no, hint);
}

/* && and || as values. */
static Val short_circuit(Builder *s, Node *n)
{
    Block *yes = new_block(s), *no = new_block(s), *done = new_block(s);
    int var = var_new(s, ValBool);
    EvalOrder *order = order_leave(s);
    cond_branch(s, n, yes, no, HintNone);
    s->order = order;
    start_block(s, yes);
    if (s->b)
        var_write(s, var, bool_const(s, true));
    jump(s, done);
    start_block(s, no);
    if (s->b)
        var_write(s, var, bool_const(s, false));
    jump(s, done);
    start_block(s, done);
    return s->b ? val_scalar(n->type, var_read(s, var)) : val_zero(s, n->type);
}

/* ---- indexing ---- */

Value *extend_index(Builder *s, Value *v, Type *t)
{
    static const Op sign[] = {OpSignExt8to64, OpSignExt16to64, OpSignExt32to64};
    static const Op zero[] = {OpZeroExt8to64, OpZeroExt16to64, OpZeroExt32to64};
    if (v->type == ValI64)
        return v;
    if (v->op >= OpConst8 && v->op <= OpConst32 && !is_unsigned(t))
        return int64_const(s, v->auxint);
    return op1(s, (is_unsigned(t) ? zero : sign)[width_index((ValType)v->type)], ValI64, v);
}

Value *index_value(Builder *s, Node *n) { return extend_index(s, scalar(s, n), n->type); }

Value *bounds_check(Builder *s, Value *i, Value *len, BoundsKind kind, bool is_signed)
{
    bool fits = i->op == OpConst64 && len->op == OpConst64 && i->auxint >= 0 &&
                (kind == BoundsIndex ? i->auxint < len->auxint : i->auxint <= len->auxint);
    if (fits || (s->ir->no_bounds && kind != BoundsConvert))
        return i;
    Block *ok = new_block(s), *bad = new_block(s);
    branch(s, op2(s, kind == BoundsIndex ? OpIsInBounds : OpIsSliceInBounds, ValBool, i, len), ok, bad, HintLikely);
    start_block(s, bad);
    Value *p = op3(s, OpPanicBounds, ValMem, i, len, mem(s));
    p->auxint = kind | (is_signed ? 0 : BoundsUnsigned);
    set_mem(s, p);
    exit_block(s);
    start_block(s, ok);
    return i;
}

bool signed_index(const Node *n) { return !n || n->val || !is_unsigned(n->type); }

/* i is in bounds. */
Value *element_addr(Builder *s, Value *ptr, Value *i, int64_t size)
{
    enum { MaxOffset = 1 << 30 }; /* fits an instruction */
    if (size == 0)
        return ptr;
    if (i->op == OpConst64 && i->auxint >= 0 && i->auxint <= MaxOffset / size)
        return offset(s, ptr, i->auxint * size);
    Value *off = size == 1 ? i : op2(s, OpMul64, ValI64, i, int64_const(s, size));
    return op2(s, OpAddPtr, ValPtr, ptr, off);
}

static Value *index_addr(Builder *s, Node *n)
{
    Node *x = n->index.x;
    Type *u = type_under(x->type);
    Value *ptr, *len;
    if (u->kind == KindSlice) {
        Val v = expr(s, x);
        ptr = v.v[0];
        len = v.v[1];
    } else if (u->kind == KindPointer) {
        u = type_under(u->pointer.elem);
        ptr = nil_check(s, scalar(s, x));
        len = int64_const(s, u->array.len);
    } else {
        ptr = in_memory(s, x) ? address(s, x) : val_addr(s, expr(s, x));
        len = int64_const(s, u->array.len);
    }
    Value *i = index_value(s, n->index.indices.at[0]);
    mark_pos(s, n);
    i = bounds_check(s, i, len, BoundsIndex, signed_index(n->index.indices.at[0]));
    if (!s->b)
        return ptr;
    return element_addr(s, ptr, i, type_size(type_elem(u)));
}

static Val string_index(Builder *s, Node *n)
{
    Val x = expr(s, n->index.x);
    Value *i = index_value(s, n->index.indices.at[0]);
    mark_pos(s, n);
    i = bounds_check(s, i, x.v[1], BoundsIndex, signed_index(n->index.indices.at[0]));
    return val_scalar(n->type, s->b ? load_scalar(s, ValI8, element_addr(s, x.v[0], i, 1)) : int_const(s, ValI8, 0));
}

/* An array of at most one element that is held as values. */
static Val small_array_index(Builder *s, Node *n)
{
    Val x = expr(s, n->index.x);
    int64_t len = type_under(x.t)->array.len;
    Value *i = index_value(s, n->index.indices.at[0]);
    mark_pos(s, n);
    bounds_check(s, i, int64_const(s, len), BoundsIndex, signed_index(n->index.indices.at[0]));
    return len == 1 ? val_retype(x, n->type) : val_zero(s, n->type);
}

static Val map_index(Builder *s, Node *n, bool commaok, Val *ok);
static Val func_value(Builder *s, Type *t, Object *f);

static Val index_expr(Builder *s, Node *n)
{
    if (n->index.instance) { /* a generic function, instantiated */
        return func_value(s, n->type, n->index.instance->func);
    }
    Type *u = type_under(n->index.x->type);
    if (u->kind == KindString)
        return string_index(s, n);
    if (u->kind == KindMap)
        return map_index(s, n, false, NULL);
    if (u->kind == KindArray && !in_memory(s, n->index.x) && ssa_able(u))
        return small_array_index(s, n);
    Value *addr = index_addr(s, n);
    return s->b ? val_load(s, n->type, addr) : val_zero(s, n->type);
}

static Val map_index(Builder *s, Node *n, bool commaok, Val *ok)
{
    Node *x = n->index.x;
    Type *mt = type_under(x->type);
    Val m = expr(s, x);
    Val key = expr_to(s, n->index.indices.at[0], mt->map.key);
    Value *found, *elem = map_access(s, x->type, m.v[0], key, commaok ? &found : NULL);
    if (commaok)
        *ok = val_scalar(s->ir->types->basic[KindBool], found);
    return val_copy(s, val_load(s, mt->map.elem, elem));
}

/* ---- selectors ---- */

/* Whether n denotes memory, so that address(n) works. */
bool in_memory(Builder *s, Node *n)
{
    n = unparen(n);
    switch (n->kind) {
    case NodeName: return n->obj && n->obj->kind == ObjVar && !var_is_ssa(s, n->obj);
    case NodeStar: return true;
    case NodeSelector:
        if (!n->select.selection)
            return n->obj && n->obj->kind == ObjVar;
        if (n->select.selection->kind != SelField)
            return false;
        return n->select.selection->indirect || under_kind(n->select.x->type) == KindPointer || in_memory(s, n->select.x);
    case NodeIndex:
        switch (under_kind(n->index.x->type)) {
        case KindSlice: case KindPointer: return true;
        case KindArray: return in_memory(s, n->index.x);
        default: return false;
        }
    default: return false;
    }
}

/* A place on the way along a path of fields: a value or an address. */
typedef struct Place {
    Type *t;
    Value *addr; /* NULL: val */
    Val val;
} Place;

static Place place_of(Builder *s, Node *x)
{
    if (under_kind(x->type) == KindPointer || !in_memory(s, x)) {
        Place p = {.t = x->type, .val = expr(s, x)};
        if (p.val.mem)
            p.addr = p.val.v[0];
        return p;
    }
    return (Place){.t = x->type, .addr = address(s, x)};
}

static Value *place_pointer(Builder *s, Place *p) { return p->addr ? load_scalar(s, ValPtr, p->addr) : p->val.v[0]; }

static void step(Builder *s, Place *p, uint32_t field)
{
    if (under_kind(p->t) == KindPointer) {
        p->addr = nil_check(s, place_pointer(s, p));
        p->t = type_under(p->t)->pointer.elem;
    }
    Type *u = type_under(p->t);
    if (p->addr)
        p->addr = offset(s, p->addr, field_offset(u, field));
    else
        p->val = val_field(s, p->val, u, field);
    p->t = u->strct.fields[field]->type;
}

static Place field_place(Builder *s, Node *n)
{
    const Selection *sel = n->select.selection;
    Place p = place_of(s, n->select.x);
    mark_pos(s, n);
    for (uint32_t i = 0; i < sel->npath; i++)
        step(s, &p, sel->path[i]);
    return p;
}

/* The receiver of method: x after the path, its address taken or loaded as
 * the method wants. */
Val receiver_of(Builder *s, Val x, Type *xt, const uint32_t *path, uint32_t npath, Object *method)
{
    Place p = {.t = xt, .val = x, .addr = x.mem ? x.v[0] : NULL};
    for (uint32_t i = 0; i < npath; i++)
        step(s, &p, path[i]);
    bool is_ptr = under_kind(p.t) == KindPointer;
    if (method->func.ptr_recv && !is_ptr)
        return val_scalar(new_pointer(s->ir->types, p.t), p.addr ? p.addr : val_addr(s, p.val));
    if (!method->func.ptr_recv && is_ptr && !method->func.is_iface_method) {
        Value *ptr = nil_check(s, place_pointer(s, &p));
        return val_load(s, type_under(p.t)->pointer.elem, ptr);
    }
    return p.addr ? val_load(s, p.t, p.addr) : p.val;
}

static Val func_value(Builder *s, Type *t, Object *f)
{
    SsaABI direct; /* a value's code is for Go */
    const char *name = func_sym_name(s->ir, f, &direct);
    return val_scalar(t, sym_addr(s, sym_funcval(s->ir, name, SsaABIInternal)));
}

/* x.M: a closure that holds the receiver. spec: "Method values". */
static Val method_value(Builder *s, Node *n)
{
    const Selection *sel = n->select.selection;
    Node *x = n->select.x;
    Val recv;
    Type *rt;
    if (sel->is_iface) {
        recv = receiver_of(s, sel->npath && in_memory(s, x) && under_kind(x->type) != KindPointer
                                   ? (Val){.t = x->type, .mem = true, .n = 1, .v = {address(s, x)}} : expr(s, x),
                           x->type, sel->path, sel->npath, sel->obj);
        rt = recv.t;
        nil_check(s, recv.v[0]);
    } else {
        Val base = !sel->obj->func.ptr_recv || under_kind(x->type) == KindPointer || !in_memory(s, x)
                       ? expr(s, x) : (Val){.t = x->type, .mem = true, .n = 1, .v = {address(s, x)}};
        recv = receiver_of(s, base, x->type, sel->path, sel->npath, sel->obj);
        rt = recv.t;
    }
    const char *fn = method_value_wrapper(s->ir, rt, sel);
    return val_scalar(n->type, make_closure(s, fn, &recv, &rt, 1, on_heap(n)));
}

static Val selector(Builder *s, Node *n)
{
    const Selection *sel = n->select.selection;
    if (!sel) {
        if (n->obj->kind == ObjFunc)
            return func_value(s, n->type, n->obj);
        return var_load(s, n->obj);
    }
    switch ((SelectionKind)sel->kind) {
    case SelField: {
        Place p = field_place(s, n);
        return p.addr ? val_load(s, n->type, p.addr) : val_retype(p.val, n->type);
    }
    case SelMethod: return method_value(s, n);
    case SelMethodExpr:
        use_reflection(s, sel->obj, NULL);
        return val_scalar(n->type, sym_addr(s, sym_funcval(s->ir, method_expr_func(s->ir, sel->recv, sel->obj), SsaABIInternal)));
    }
    return val_zero(s, n->type);
}

/* ---- addresses ---- */

Value *address(Builder *s, Node *n)
{
    mark_pos(s, n);
    switch (n->kind) {
    case NodeParen: return address(s, n->paren.x);
    case NodeName: return var_addr(s, n->obj);
    case NodeStar: {
        Value *p = scalar(s, n->star.x);
        mark_pos(s, n);
        return nil_check(s, p);
    }
    case NodeSelector: {
        if (!n->select.selection)
            return var_addr(s, n->obj);
        Place p = field_place(s, n);
        return p.addr ? p.addr : val_addr(s, p.val);
    }
    case NodeIndex: return index_addr(s, n);
    default: return val_addr(s, expr(s, n));
    }
}

/* ---- slicing ---- */

/* spec: "Slice expressions".  The new base is old + low*size, but stays at old
 * when the result has no room, so that it never points past its object. */
static Val slice_expr(Builder *s, Node *n)
{
    Node *x = n->slice.x;
    Type *u = type_under(x->type);
    bool is_str = u->kind == KindString;
    Value *ptr, *len, *cap;
    int64_t size = 1;
    if (u->kind == KindSlice || is_str) {
        Val v = expr(s, x);
        ptr = v.v[0];
        len = v.v[1];
        cap = is_str ? len : v.v[2];
        if (!is_str)
            size = type_size(u->slice.elem);
    } else {
        Type *arr = u->kind == KindPointer ? type_under(u->pointer.elem) : u;
        ptr = u->kind == KindPointer ? nil_check(s, scalar(s, x)) : address(s, x);
        len = cap = int64_const(s, arr->array.len);
        size = type_size(arr->array.elem);
    }
    bool of_array = u->kind != KindSlice && !is_str;
    Value *i = n->slice.lo ? index_value(s, n->slice.lo) : NULL;
    Value *j = n->slice.hi ? index_value(s, n->slice.hi) : NULL;
    Value *k = n->slice.max ? index_value(s, n->slice.max) : NULL;
    mark_pos(s, n);
    if (k)
        bounds_check(s, k, cap, of_array ? BoundsSlice3Alen : BoundsSlice3Acap, signed_index(n->slice.max));
    if (j && s->b)
        bounds_check(s, j, k ? k : cap, k ? BoundsSlice3B : is_str || of_array ? BoundsSliceAlen : BoundsSliceAcap,
                     signed_index(n->slice.hi));
    if (!j)
        j = len;
    if (i && s->b)
        bounds_check(s, i, j, k ? BoundsSlice3C : BoundsSliceB, signed_index(n->slice.lo));
    if (!s->b)
        return val_zero(s, n->type);
    if (!i)
        i = int64_const(s, 0);
    if (!k)
        k = cap;
    bool from_start = i->op == OpConst64 && i->auxint == 0;
    Value *rlen = from_start ? j : op2(s, OpSub64, ValI64, j, i);
    Value *rcap = is_str ? rlen : from_start ? k : op2(s, OpSub64, ValI64, k, i);
    Value *rptr = ptr;
    if (!from_start && size != 0) {
        Value *delta = size == 1 ? i : op2(s, OpMul64, ValI64, i, int64_const(s, size));
        delta = op2(s, OpAnd64, ValI64, delta, op1(s, OpSlicemask, ValI64, rcap));
        rptr = op2(s, OpAddPtr, ValPtr, ptr, delta);
    }
    Val r = {.t = n->type, .n = is_str ? 2 : 3, .v = {rptr, rlen, rcap}};
    return r;
}

/* ---- receive ---- */

static Val receive(Builder *s, Node *n, bool commaok, Val *ok)
{
    Val c = expr(s, n->unary.x);
    Type *elem = type_under(n->unary.x->type)->chan.elem;
    mark_pos(s, n);
    Local *tmp = new_temp(s, elem);
    tmp->addrtaken = true;
    Value *addr = local_addr(s, tmp);
    zero_mem(s, addr, elem);
    if (commaok)
        *ok = val_scalar(s->ir->types->basic[KindBool], rt_call(s, "chanrecv2", 2, c.v[0], addr));
    else
        rt_call(s, "chanrecv1", 2, c.v[0], addr);
    Val v = val_load(s, elem, addr);
    v.temp = true;
    return v;
}

/* ---- all of them ---- */

static Val unary(Builder *s, Node *n)
{
    Node *x = n->unary.x;
    switch (n->op) {
    case TokAnd: {
        Node *lit = unparen(x);
        if (lit->kind == NodeCompositeLit)
            return val_scalar(n->type, composite_ptr(s, lit, lit->type, on_heap(n)));
        return val_scalar(n->type, address(s, x));
    }
    case TokArrow: return receive(s, n, false, NULL);
    default: return unary_arith(s, (Token)n->op, n->type, expr(s, x));
    }
}

static Val binary(Builder *s, Node *n)
{
    Node *x = n->binary.x, *y = n->binary.y;
    switch (n->op) {
    case TokAndAnd: case TokOrOr: return short_circuit(s, n);
    case TokEql: case TokNeq: case TokLss: case TokLeq: case TokGtr: case TokGeq: {
        Val a = val_copy(s, expr(s, x)), b = expr(s, y);
        mark_pos(s, n);
        return val_scalar(n->type, compare(s, (Token)n->op, a, b));
    }
    case TokShl: case TokShr: {
        Val a = expr(s, x), b = expr(s, y);
        mark_pos(s, n);
        return shift(s, (Token)n->op, n->type, a, b, count_type(s, y), false);
    }
    default: break;
    }
    if (is_string(n->type))
        return string_concat(s, n);
    Val a = expr(s, x), b = expr(s, y);
    mark_pos(s, n);
    return arith(s, (Token)n->op, n->type, a, b);
}

Val expr_noconv(Builder *s, Node *n)
{
    if (!s->b) { /* unreachable: any value will do, and nobody will see it */
        s->b = block_new(s->f, BlockPlain);
    }
    mark_pos(s, n);
    if (n->val && n->mode == ModeConstant)
        return const_val(s, n->type, n->val);
    if (n->mode == ModeNil)
        return val_zero(s, n->type);
    switch (n->kind) {
    case NodeName:
        if (n->obj->kind == ObjFunc)
            return func_value(s, n->type, n->name.instance ? n->name.instance->func : n->obj);
        return var_load(s, n->obj);
    case NodeParen: return expr(s, n->paren.x);
    case NodeFuncLit: return func_lit(s, n);
    case NodeCompositeLit:
        if (under_kind(n->type) == KindPointer)
            return val_scalar(n->type, composite_ptr(s, n, type_under(n->type)->pointer.elem, on_heap(n)));
        return composite_lit(s, n);
    case NodeSelector: return selector(s, n);
    case NodeIndex: return index_expr(s, n);
    case NodeSlice: return slice_expr(s, n);
    case NodeTypeAssert: return type_assert(s, n, false, NULL);
    case NodeCall: return call_expr(s, n);
    case NodeUnary: return unary(s, n);
    case NodeStar: {
        Value *p = scalar(s, n->star.x);
        mark_pos(s, n);
        return val_load(s, n->type, nil_check(s, p));
    }
    case NodeBinary: return binary(s, n);
    default:
        ir_unsupported(s->ir, n->pos, "this expression");
        return val_zero(s, n->type);
    }
}

static bool has_operands(const Node *n) { return n->kind != NodeName && n->kind != NodeBasicLit && n->kind != NodeFuncLit; }

/* n in its place in what s->order orders; without that, an expression by itself. */
static Val ordered(Builder *s, Node *n)
{
    if (s->order) {
        const Val *v = order_find(s, n);
        return v ? *v : expr_noconv(s, n);
    }
    if (!has_operands(n))
        return expr_noconv(s, n);
    EvalOrder o;
    order_begin(s, &o);
    order_operands(s, n);
    order_run(s);
    Val v = expr_noconv(s, n);
    order_end(s);
    return v;
}

Val expr(Builder *s, Node *n)
{
    n = unparen(n); /* parentheses carry the same facts as what they enclose */
    Val v = ordered(s, n);
    if (n->conv && n->box == EscNone)
        return to_iface_in_frame(s, v, n->conv);
    return n->conv ? convert_assign(s, v, n->conv, n) : v;
}

Val expr_to(Builder *s, Node *n, Type *to)
{
    Val v = expr(s, n);
    return convert_assign(s, v, to, n);
}

Value *scalar(Builder *s, Node *n)
{
    Val v = expr(s, n);
    assert(!v.mem && v.n == 1 && "not a scalar");
    return v.v[0];
}

static void tuple_noconv(Builder *s, Node *n, Val *out)
{
    if (!s->b)
        s->b = block_new(s->f, BlockPlain);
    mark_pos(s, n);
    switch (n->kind) {
    case NodeCall: call_tuple(s, n, out); break;
    case NodeIndex: out[0] = map_index(s, n, true, &out[1]); break;
    case NodeTypeAssert: out[0] = type_assert(s, n, true, &out[1]); break;
    case NodeUnary: out[0] = receive(s, n, true, &out[1]); break;
    default: assert(!"no tuple"); break;
    }
}

void expr_tuple(Builder *s, Node *n, Val *out)
{
    n = unparen(n);
    const Val *v = s->order ? order_find(s, n) : NULL;
    if (v) {
        memcpy(out, v, n->type->tuple.n * sizeof *out);
        return;
    }
    EvalOrder o;
    bool alone = !s->order;
    if (alone) {
        order_begin(s, &o);
        order_operands(s, n);
        order_run(s);
    }
    tuple_noconv(s, n, out);
    if (alone)
        order_end(s);
}
