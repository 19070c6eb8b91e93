/* conversion.c - explicit conversions T(x) (spec: "Conversions"). */
#include <string.h>

#include "base/utf8.h"
#include "check.h"

typedef struct ConvVisit {
    Checker *ck;
    Operand *x;
    Type *to;     /* NULL: the visited types are the targets */
    Type *tparam, *other;
    const char **cause;
    bool constant;
} ConvVisit;

/* The constant x as a value of the constant type t; false when there is none. */
static bool convert_constant(Checker *ck, Operand *x, Type *t, Const **val)
{
    Type *u = type_under(t);
    *val = x->val;
    if (u->kind > KindUnsafePointer || !(u->basic.info & BasicConstType))
        return false;
    if (x->val->kind == ConstUnknown || const_representable(ck->a, x->val, u, val)) {
        if (x->val->kind == ConstUnknown)
            *val = x->val;
        return true;
    }
    if (!is_integer(x->type) || !is_string(u))
        return false;
    int64_t code;
    uint32_t rune = RuneError;
    if (const_get_int64(x->val, &code) && code >= 0 && code <= MaxRune)
        rune = (uint32_t)code;
    char *s = arena_alloc(ck->a, UTFMax + 1);
    *val = const_string(ck->a, s, utf8_encode(s, rune));
    return true;
}

static void add_cause(ConvVisit *v, const char *text)
{
    if (v->cause)
        *v->cause = (*v->cause)[0] ? arena_printf(v->ck->a, "%s\n\t%s", text, *v->cause) : text;
}

static bool is_bytes_or_runes(Type *u)
{
    if (u->kind != KindSlice)
        return false;
    TypeKind k = under_kind(u->slice.elem);
    return k == KindUint8 || k == KindInt32;
}

static bool convertible_from_each(Type *t, Type *u, void *data)
{
    ConvVisit *v = data;
    if (!u)
        return false;
    Operand x = *v->x;
    x.type = t;
    if (convertible(v->ck, &x, v->to, v->cause))
        return true;
    add_cause(v, arena_printf(v->ck->a, "cannot convert %s (in %s) to type %s", tstr(v->ck, t), tstr(v->ck, v->tparam), tstr(v->ck, v->to)));
    return false;
}

static bool convertible_to_each(Type *t, Type *u, void *data)
{
    ConvVisit *v = data;
    if (!u)
        return false;
    if (convertible(v->ck, v->x, t, v->cause))
        return true;
    add_cause(v, arena_printf(v->ck->a, "cannot convert %s to type %s (in %s)", tstr(v->ck, v->x->type), tstr(v->ck, t), tstr(v->ck, v->tparam)));
    return false;
}

/* t, of the operand's type set, to each type of another type parameter. */
static bool convert_pair(Type *t, Type *u, void *data)
{
    ConvVisit *v = data;
    if (!u)
        return false;
    if (convertible(v->ck, v->x, t, v->cause))
        return true;
    add_cause(v, arena_printf(v->ck->a, "cannot convert %s (in %s) to type %s (in %s)", tstr(v->ck, v->x->type),
                              tstr(v->ck, v->tparam), tstr(v->ck, t), tstr(v->ck, v->other)));
    return false;
}

static bool convert_pairs(Type *t, Type *u, void *data)
{
    ConvVisit v = *(ConvVisit *)data;
    if (!u)
        return false;
    Operand x = *v.x;
    x.type = t;
    v.x = &x;
    return each_type(v.other, convert_pair, &v);
}

static bool numeric(Type *u) { return u->kind <= KindUntypedNil && u->basic.info & (BasicInteger | BasicFloat); }

/* Slices to arrays and array pointers. */
static bool slice_to_array(Checker *ck, Type *vu, Type *tu, const char **cause)
{
    if (vu->kind != KindSlice)
        return false;
    Type *a = tu;
    bool ptr = tu->kind == KindPointer;
    if (ptr)
        a = type_under(tu->pointer.elem);
    if (a->kind != KindArray || !type_identical(vu->slice.elem, a->array.elem))
        return false;
    uint32_t minor = ptr ? 17 : 20;
    if (allow_version(ck, minor))
        return true;
    if (cause)
        *cause = ptr ? "conversion of slice to array pointer requires go1.17 or later"
                     : "conversion of slice to array requires go1.20 or later";
    return false;
}

bool convertible(Checker *ck, Operand *x, Type *t, const char **cause)
{
    if (assignable_to(ck, x, t, cause))
        return true;
    Type *v = type_unalias(x->type), *vu = type_under(v), *tu = type_under(t);
    bool vp = v->kind == KindTypeParam, tp = is_tparam(t);
    if (!vp && !tp && identical_ignore_tags(vu, tu))
        return true;
    Type *ta = type_unalias(t);
    if (v->kind == KindPointer && ta->kind == KindPointer && !is_tparam(v->pointer.elem) && !is_tparam(ta->pointer.elem) &&
        identical_ignore_tags(type_under(v->pointer.elem), type_under(ta->pointer.elem)))
        return true;
    if (!vp && !tp) {
        if (numeric(vu) && numeric(tu))
            return true;
        if (is_complex(vu) && is_complex(tu))
            return true;
        if (is_string(tu) && (is_integer(vu) || is_bytes_or_runes(vu)))
            return true;
        if (is_string(vu) && is_bytes_or_runes(tu))
            return true;
        bool v_ptr = vu->kind == KindPointer || vu->kind == KindUintptr, t_ptr = tu->kind == KindPointer || tu->kind == KindUintptr;
        if ((v_ptr && tu->kind == KindUnsafePointer) || (vu->kind == KindUnsafePointer && t_ptr))
            return true;
        return slice_to_array(ck, vu, tu, cause);
    }
    ConvVisit visit = {.ck = ck, .x = x, .tparam = vp ? v : ta, .cause = cause};
    if (vp) {
        if (tp) {
            visit.other = ta;
            return each_type(v, convert_pairs, &visit);
        }
        visit.to = t;
        return each_type(v, convertible_from_each, &visit);
    }
    return each_type(t, convertible_to_each, &visit);
}

static bool constant_to_each(Type *t, Type *u, void *data)
{
    ConvVisit *v = data;
    Checker *ck = v->ck;
    if (!u) {
        *v->cause = arena_printf(ck->a, "%s does not contain specific types", tstr(ck, v->tparam));
        return false;
    }
    (void)t;
    Const *val;
    if (is_string(v->x->type) && is_bytes_or_runes(u))
        return true;
    if (convert_constant(ck, v->x, u, &val))
        return true;
    if (is_integer(v->x->type) && is_integer(u))
        *v->cause = arena_printf(ck->a, "constant %s overflows %s (in %s)", val_string(ck, v->x->val), tstr(ck, u), tstr(ck, v->tparam));
    else
        *v->cause = arena_printf(ck->a, "cannot convert %s to type %s (in %s)", op_string(ck, v->x), tstr(ck, u), tstr(ck, v->tparam));
    return false;
}

/* Whether the type expression names a type parameter (also when checking an instance): then results are not constant. */
static bool names_tparam(Node *call)
{
    if (!call)
        return false;
    Node *f = unparen(call);
    return f->kind == NodeName && f->obj && f->obj->kind == ObjTypeName && f->obj->tname.is_tparam;
}

bool conversion_in(Checker *ck, Operand *x, Type *t, Node *type_expr)
{
    const char *cause = "";
    bool const_arg = x->mode == ModeConstant && x->val, const_type = is_const_type(t) && !is_tparam(t), ok = false;
    Const *val = NULL;
    bool constant_in_instance = false;
    if (const_arg && const_type) {
        ok = convert_constant(ck, x, t, &val);
        if (!ok && is_integer(x->type) && is_integer(t)) {
            err_op(ck, x, "constant %s overflows %s", val_string(ck, x->val), tstr(ck, t));
            x->mode = ModeInvalid;
            return false;
        }
        x->val = val; /* messages show what the value was rounded to */
        if (ok && names_tparam(type_expr)) {
            x->mode = ModeValue;
            constant_in_instance = true;
        }
    } else if (const_arg && is_tparam(t)) {
        ConvVisit v = {.ck = ck, .x = x, .tparam = t, .cause = &cause};
        ok = each_type(t, constant_to_each, &v);
        x->mode = ModeValue;
    } else if (convertible(ck, x, t, &cause)) {
        ok = true;
        x->mode = ModeValue;
    }
    if (!ok) {
        if (cause[0])
            err_op(ck, x, "cannot convert %s to type %s: %s", op_string(ck, x), tstr(ck, t), cause);
        else
            err_op(ck, x, "cannot convert %s to type %s", op_string(ck, x), tstr(ck, t));
        x->mode = ModeInvalid;
        return false;
    }
    if (is_untyped(x->type)) {
        /* The operand keeps its default type where its value is converted at run time. */
        Type *final = t;
        if (!op_is_nil(x) && (is_interface(t) || (const_arg && !const_type)))
            final = type_default(ck->ctx, x->type);
        else if (x->mode == ModeConstant && is_integer(x->type) && is_string(t) && !is_string(x->type))
            final = x->type; /* the operand is never materialized */
        if (x->expr && x->expr->val && final == t && !const_representable(ck->a, x->expr->val, type_under(t), NULL))
            final = type_default(ck->ctx, x->type);
        update_expr_type(ck, x->expr, final, true);
    }
    x->type = t;
    return constant_in_instance;
}

void conversion(Checker *ck, Operand *x, Type *t) { conversion_in(ck, x, t, NULL); }
