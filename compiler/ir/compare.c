/* compare.c - comparison operators.  spec: "Comparison operators". */
#include "compiler/ir/ir.h"

#include <assert.h>

static bool is_blank(const Object *f) { return f->name[0] == '_' && !f->name[1]; }

bool is_plain_memory(Type *t)
{
    Type *u = type_under(t);
    switch (u->kind) {
    case KindFloat32: case KindFloat64: case KindComplex64: case KindComplex128: /* -0 == 0, NaN != NaN */
    case KindString: case KindInterface: case KindSlice: case KindMap: case KindFunc: return false;
    case KindArray: return u->array.len == 0 || is_plain_memory(u->array.elem);
    case KindStruct: {
        int64_t end = 0;
        for (uint32_t i = 0; i < u->strct.n; i++) {
            Object *f = u->strct.fields[i];
            if (field_offset(u, i) != end || is_blank(f) || !is_plain_memory(f->type))
                return false;
            end += type_size(f->type);
        }
        return end == type_size(u);
    }
    default: return true;
    }
}

Value *not_value(Builder *s, Value *v) { return op1(s, OpNot, ValBool, v); }

static Value *eq_scalar(Builder *s, Value *x, Value *y)
{
    switch (x->type) {
    case ValBool: return op2(s, OpEqB, ValBool, x, y);
    case ValI8: return op2(s, OpEq8, ValBool, x, y);
    case ValI16: return op2(s, OpEq16, ValBool, x, y);
    case ValI32: return op2(s, OpEq32, ValBool, x, y);
    case ValI64: return op2(s, OpEq64, ValBool, x, y);
    case ValF32: return op2(s, OpEq32F, ValBool, x, y);
    case ValF64: return op2(s, OpEq64F, ValBool, x, y);
    default:
        if (y->op == OpConstNil)
            return not_value(s, op1(s, OpIsNonNil, ValBool, x));
        if (x->op == OpConstNil)
            return not_value(s, op1(s, OpIsNonNil, ValBool, y));
        return op2(s, OpEqPtr, ValBool, x, y);
    }
}

/* first, and if that holds what second computes. */
static Value *and_then(Builder *s, Value *first, Value *(*second)(Builder *, Val, Val), Val x, Val y)
{
    Block *more = new_block(s), *done = new_block(s);
    int r = var_new(s, ValBool);
    var_write(s, r, bool_const(s, false));
    branch(s, first, more, done, HintNone);
    start_block(s, more);
    var_write(s, r, second(s, x, y));
    jump(s, done);
    start_block(s, done);
    return var_read(s, r);
}

static Value *same_bytes(Builder *s, Val x, Val y)
{
    if (x.v[0] == y.v[0])
        return bool_const(s, true);
    return rt_call(s, "memequal", 3, x.v[0], y.v[0], x.v[1]);
}

static Value *same_eface(Builder *s, Val x, Val y) { return rt_call(s, "efaceeq", 3, x.v[0], x.v[1], y.v[1]); }
static Value *same_iface(Builder *s, Val x, Val y) { return rt_call(s, "ifaceeq", 3, x.v[0], x.v[1], y.v[1]); }

/* Whether one instruction compares values of the type. */
static bool one_compare(Type *t)
{
    switch (type_under(t)->kind) {
    case KindString: case KindInterface: case KindStruct: case KindArray: return false;
    default: return true;
    }
}

/* Whether comparing may panic. */
static bool asks_interfaces(Type *t)
{
    Type *u = type_under(t);
    if (u->kind == KindArray)
        return u->array.len > 0 && asks_interfaces(u->array.elem);
    if (u->kind == KindInterface)
        return true;
    for (uint32_t i = 0; u->kind == KindStruct && i < u->strct.n; i++)
        if (!is_blank(u->strct.fields[i]) && asks_interfaces(u->strct.fields[i]->type))
            return true;
    return false;
}

static void unless(Builder *s, Value *same, Block *differ)
{
    Block *more = new_block(s);
    branch(s, same, more, differ, HintLikely);
    start_block(s, more);
}

/* Goes to differ when one of the fields [i, end) differs. None of them may
 * panic, so the order is free: numbers and lengths of strings come first,
 * what must read memory or call later. */
static void unless_equal_run(Builder *s, Val x, Val y, Type *u, uint32_t i, uint32_t end, Block *differ)
{
    for (int late = 0; late < 2; late++)
        for (uint32_t k = i; k < end; k++) {
            Object *f = u->strct.fields[k];
            bool text = is_string(f->type);
            if (is_blank(f) || (!text && one_compare(f->type) == late))
                continue;
            Val a = val_field(s, x, u, k), b = val_field(s, y, u, k);
            if (text)
                unless(s, late ? same_bytes(s, a, b) : op2(s, OpEq64, ValBool, a.v[1], b.v[1]), differ);
            else
                unless(s, equal(s, a, b), differ);
        }
}

/* spec: "Comparing two struct values compares their fields in source order, and
 * stops as soon as two field values differ": seen where a comparison panics. */
void unless_equal_fields(Builder *s, Val x, Val y, Block *differ)
{
    Type *u = type_under(x.t);
    for (uint32_t i = 0, end; i < u->strct.n; i = end + 1) {
        for (end = i; end < u->strct.n && (is_blank(u->strct.fields[end]) || !asks_interfaces(u->strct.fields[end]->type));)
            end++;
        unless_equal_run(s, x, y, u, i, end, differ);
        if (end < u->strct.n)
            unless(s, equal(s, val_field(s, x, u, end), val_field(s, y, u, end)), differ);
    }
}

static Value *equal_scalars(Builder *s, Val x, Val y)
{
    Type *u = type_under(x.t);
    Value *r = NULL;
    for (uint32_t i = 0; i < u->strct.n; i++) {
        if (is_blank(u->strct.fields[i]))
            continue;
        Value *e = equal(s, val_field(s, x, u, i), val_field(s, y, u, i));
        r = r ? op2(s, OpAndB, ValBool, r, e) : e;
    }
    return r ? r : bool_const(s, true);
}

static Value *equal_struct(Builder *s, Val x, Val y)
{
    Type *u = type_under(x.t);
    uint32_t i = 0, kept = 0;
    for (; i < u->strct.n && (is_blank(u->strct.fields[i]) || one_compare(u->strct.fields[i]->type)); i++) {}
    for (uint32_t k = 0; k < u->strct.n; k++)
        kept += !is_blank(u->strct.fields[k]);
    if (i == u->strct.n || kept < 2)
        return equal_scalars(s, x, y);
    Block *differ = new_block(s), *done = new_block(s);
    int r = var_new(s, ValBool);
    unless_equal_fields(s, x, y, differ);
    var_write(s, r, bool_const(s, true));
    jump(s, done);
    start_block(s, differ);
    var_write(s, r, bool_const(s, false));
    jump(s, done);
    start_block(s, done);
    return var_read(s, r);
}

static Value *equal_memory(Builder *s, Val x, Val y)
{
    Value *p = val_addr(s, x), *q = val_addr(s, y);
    if (is_plain_memory(x.t))
        return rt_call(s, "memequal", 3, p, q, int64_const(s, type_size(x.t)));
    TypesCtx *c = s->ir->types;
    Type *ptr = new_pointer(c, x.t), *params[2] = {ptr, ptr}, *results[1] = {c->basic[KindBool]};
    Val args[2] = {val_scalar(ptr, p), val_scalar(ptr, q)}, out[1];
    call_sym(s, eq_func(s->ir, x.t), SsaABIInternal, abi_assign(s->arena, params, 2, results, 1, SsaABIInternal), args, out);
    return out[0].v[0];
}

/* Two interface types: the values are compared as empty interfaces. */
static Val to_eface(Builder *s, Val v)
{
    return val_pair(s->ir->types->empty_iface, iface_type_word(s, v), v.v[1]);
}

/* x and y have the same type (or one is nil of it), or are interfaces. */
Value *equal(Builder *s, Val x, Val y)
{
    Type *u = type_under(x.t);
    switch (u->kind) {
    case KindString: return and_then(s, op2(s, OpEq64, ValBool, x.v[1], y.v[1]), same_bytes, x, y);
    case KindInterface:
        if (x.v[0]->op == OpConstNil || y.v[0]->op == OpConstNil)
            return eq_scalar(s, x.v[0], y.v[0]);
        if (!type_identical(x.t, y.t)) {
            x = to_eface(s, x);
            y = to_eface(s, y);
            u = x.t;
        }
        return and_then(s, op2(s, OpEqPtr, ValBool, x.v[0], y.v[0]), is_empty_interface(u) ? same_eface : same_iface, x, y);
    case KindSlice: /* with nil only */
        return eq_scalar(s, x.v[0], y.v[0]);
    case KindComplex64: case KindComplex128:
        return op2(s, OpAndB, ValBool, eq_scalar(s, x.v[0], y.v[0]), eq_scalar(s, x.v[1], y.v[1]));
    case KindStruct:
    case KindArray:
        if (x.mem || y.mem)
            return equal_memory(s, x, y);
        if (u->kind == KindStruct)
            return equal_struct(s, x, y);
        if (u->array.len == 0)
            return bool_const(s, true);
        return equal(s, val_retype(x, u->array.elem), val_retype(y, u->array.elem));
    default: return eq_scalar(s, x.v[0], y.v[0]);
    }
}

static Value *less(Builder *s, Val x, Val y, bool or_equal)
{
    Type *u = type_under(x.t);
    if (is_string(u)) {
        Value *c = rt_call(s, "cmpstring", 4, x.v[0], x.v[1], y.v[0], y.v[1]);
        return op2(s, or_equal ? OpLeq64 : OpLess64, ValBool, c, int64_const(s, 0));
    }
    Value *a = x.v[0], *b = y.v[0];
    if (is_float(u))
        return op2(s, a->type == ValF64 ? (or_equal ? OpLeq64F : OpLess64F) : or_equal ? OpLeq32F : OpLess32F, ValBool, a, b);
    int row = 2 * (a->type - ValI8) + is_unsigned(u);
    return op2(s, (Op)((int)(or_equal ? OpLeq8 : OpLess8) + row), ValBool, a, b);
}

_Static_assert(OpLess64U == OpLess8 + 7 && OpLeq64U == OpLeq8 + 7, "rows alternate by sign");

Value *compare(Builder *s, Token op, Val x, Val y)
{
    switch (op) {
    case TokEql: return equal(s, x, y);
    case TokNeq: return not_value(s, equal(s, x, y));
    case TokLss: return less(s, x, y, false);
    case TokLeq: return less(s, x, y, true);
    case TokGtr: return less(s, y, x, false);
    case TokGeq: return less(s, y, x, true);
    default: assert(!"no comparison"); return bool_const(s, false);
    }
}
