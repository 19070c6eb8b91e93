/* convert.c - conversions between types.  spec: "Conversions". */
#include "compiler/ir/ir.h"

#include <assert.h>

/* ---- numbers ---- */

static int width(ValType t) { return val_type_size(t); }

static Value *int_to_int(Builder *s, Value *v, bool from_unsigned, ValType to)
{
    static const Op sign[4][4] = {
        {0, OpSignExt8to16, OpSignExt8to32, OpSignExt8to64},
        {OpTrunc16to8, 0, OpSignExt16to32, OpSignExt16to64},
        {OpTrunc32to8, OpTrunc32to16, 0, OpSignExt32to64},
        {OpTrunc64to8, OpTrunc64to16, OpTrunc64to32, 0},
    };
    static const Op zero[4][4] = {
        {0, OpZeroExt8to16, OpZeroExt8to32, OpZeroExt8to64},
        {OpTrunc16to8, 0, OpZeroExt16to32, OpZeroExt16to64},
        {OpTrunc32to8, OpTrunc32to16, 0, OpZeroExt32to64},
        {OpTrunc64to8, OpTrunc64to16, OpTrunc64to32, 0},
    };
    int i = v->type - ValI8, j = (int)to - ValI8;
    return i == j ? v : op1(s, (from_unsigned ? zero : sign)[i][j], to, v);
}

static Value *int_to_float(Builder *s, Value *v, bool from_unsigned, ValType to)
{
    bool wide = to == ValF64;
    if (v->type == ValI64 && from_unsigned)
        return op1(s, wide ? OpCvt64Uto64F : OpCvt64Uto32F, to, v);
    if (width((ValType)v->type) == 8 || (v->type == ValI32 && from_unsigned))
        return op1(s, wide ? OpCvt64to64F : OpCvt64to32F, to, int_to_int(s, v, from_unsigned, ValI64));
    return op1(s, wide ? OpCvt32to64F : OpCvt32to32F, to, int_to_int(s, v, from_unsigned, ValI32));
}

/* Out of range is up to the machine, but as gc: small types by way of int32. */
static Value *float_to_int(Builder *s, Value *v, bool to_unsigned, ValType to)
{
    bool wide = v->type == ValF64;
    if (to == ValI64 && to_unsigned)
        return op1(s, wide ? OpCvt64Fto64U : OpCvt32Fto64U, to, v);
    if (to == ValI64 || (to == ValI32 && to_unsigned))
        return int_to_int(s, op1(s, wide ? OpCvt64Fto64 : OpCvt32Fto64, ValI64, v), false, to);
    return int_to_int(s, op1(s, wide ? OpCvt64Fto32 : OpCvt32Fto32, ValI32, v), false, to);
}

static Value *float_to_float(Builder *s, Value *v, ValType to)
{
    if (v->type == to)
        return op1(s, to == ValF64 ? OpRound64F : OpRound32F, to, v);
    return op1(s, to == ValF64 ? OpCvt32Fto64F : OpCvt64Fto32F, to, v);
}

static Val numeric(Builder *s, Val v, Type *to)
{
    Type *from = type_under(v.t);
    if (is_complex(to)) {
        ValType part = type_size(to) == 16 ? ValF64 : ValF32;
        if (v.v[0]->type == part)
            return val_retype(v, to);
        return val_pair(to, float_to_float(s, v.v[0], part), float_to_float(s, v.v[1], part));
    }
    ValType t = scalar_type(to);
    Value *x = v.v[0];
    if (is_float(from))
        x = is_float(to) ? float_to_float(s, x, t) : float_to_int(s, x, is_unsigned(to), t);
    else
        x = is_float(to) ? int_to_float(s, x, is_unsigned(from), t) : int_to_int(s, x, is_unsigned(from), t);
    return val_scalar(to, x);
}

/* ---- slices to arrays ---- */

/* spec: "Conversions from slice to array or array pointer" */
static Value *slice_to_array_ptr(Builder *s, Val v, int64_t len)
{
    bounds_check(s, int64_const(s, len), v.v[1], BoundsConvert, true);
    return v.v[0];
}

/* ---- all of them ---- */

static bool is_numeric_type(Type *t) { return is_numeric(t); }

Val convert(Builder *s, Val v, Type *to, Node *n)
{
    Type *f = type_under(v.t), *t = type_under(to);
    if (type_identical(v.t, to))
        return v;
    if (t->kind == KindInterface)
        return f->kind == KindInterface ? convert_assign(s, v, to, n) : to_iface(s, v, to, n);
    if (is_string(f) != is_string(t) && (is_string(f) || is_string(t)))
        return string_convert(s, v, to, n);
    if (is_numeric_type(f) && is_numeric_type(t))
        return numeric(s, v, to);
    if (f->kind == KindSlice && t->kind == KindPointer)
        return val_scalar(to, slice_to_array_ptr(s, v, type_under(t->pointer.elem)->array.len));
    if (f->kind == KindSlice && t->kind == KindArray) {
        Value *p = slice_to_array_ptr(s, v, t->array.len);
        return t->array.len == 0 ? val_zero(s, to) : val_copy(s, val_load(s, to, nil_check(s, p)));
    }
    bool from_int = v.n == 1 && !v.mem && v.v[0]->type == ValI64, to_int = scalar_type(to) == ValI64;
    bool from_ptr = v.n == 1 && !v.mem && v.v[0]->type == ValPtr, to_ptr = scalar_type(to) == ValPtr;
    if ((from_int && to_ptr) || (from_ptr && to_int)) /* unsafe.Pointer <-> uintptr */
        return val_scalar(to, op2(s, OpConvert, to_ptr ? ValPtr : ValI64, v.v[0], mem(s)));
    return val_retype(v, to);
}

Val convert_assign(Builder *s, Val v, Type *to, Node *n)
{
    if (!v.t || type_identical(v.t, to))
        return val_retype(v, to);
    if (under_kind(to) != KindInterface)
        return val_retype(v, to);
    if (under_kind(v.t) != KindInterface)
        return to_iface(s, v, to, n);
    if (is_empty_interface(v.t) && is_empty_interface(to))
        return val_retype(v, to);
    if (is_empty_interface(to))
        return val_pair(to, iface_type_word(s, v), v.v[1]);
    return iface_to_iface(s, v, to); /* even if the methods are the same: a pair of types has one itab, which == compares */
}
