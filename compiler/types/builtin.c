/* builtin.c - calls of predeclared functions and those of package unsafe. */
#include <string.h>

#include "check.h"

static bool known(const Const *c) { return c && c->kind != ConstUnknown; }

/* ---- append, copy ---- */

typedef struct ElemVisit {
    Checker *ck;
    Operand *x;
    Type *elem;
    const char *why;
} ElemVisit;

static bool visit_slice(Type *t, Type *u, void *data)
{
    (void)t;
    ElemVisit *v = data;
    if (!u || u->kind != KindSlice) {
        v->why = op_is_nil(v->x) ? "argument must be a slice; have untyped nil"
                                 : arena_printf(v->ck->a, "argument must be a slice; have %s", op_string(v->ck, v->x));
        return false;
    }
    if (!v->elem) {
        v->elem = u->slice.elem;
        return true;
    }
    if (type_identical(v->elem, u->slice.elem))
        return true;
    v->why = arena_printf(v->ck->a, "mismatched slice element types %s and %s in %s", tstr(v->ck, v->elem),
                          tstr(v->ck, u->slice.elem), op_string(v->ck, v->x));
    return false;
}

/* Element type of the slice x; NULL and *why. */
static Type *slice_elem(Checker *ck, Operand *x, const char **why)
{
    ElemVisit v = {ck, x, NULL, ""};
    bool ok = each_type(x->type, visit_slice, &v);
    *why = v.why;
    return ok ? v.elem : NULL;
}

typedef struct BytesVisit {
    bool has_string;
} BytesVisit;

static bool visit_bytes(Type *t, Type *u, void *data)
{
    (void)t;
    BytesVisit *v = data;
    if (!u)
        return false;
    if (u->kind == KindSlice && type_unalias(u->slice.elem)->kind == KindUint8)
        return true;
    if (is_string(u)) {
        v->has_string = true;
        return true;
    }
    return false;
}

static bool assignable_to_bytes(Checker *ck, Operand *x)
{
    return assignable_to(ck, x, new_slice(ck->ctx, ck->ctx->type_byte), NULL);
}

static bool append_args(Checker *ck, Operand *x, Operand *args, uint32_t nargs, Node *call, Type *elem)
{
    Type *s = x->type;
    if (nargs == 2 && call->call.dots && assignable_to_bytes(ck, x)) {
        BytesVisit v = {false};
        if (each_type(args[1].type, visit_bytes, &v) && v.has_string) {
            if (is_untyped(args[1].type))
                convert_untyped(ck, &args[1], ck->ctx->basic[KindString]);
            return true;
        }
    }
    if (call->call.dots) {
        if (call->call.args.n == 1 && nargs > 1) {
            err_node(ck, call, "cannot use ... with %u-valued %s", nargs, node_string(ck, call->call.args.at[0]));
            return true;
        }
        if (nargs != 2) {
            Type **have = NEW_ARRAY(ck->a, Type *, nargs), *want[2] = {s, new_slice(ck->ctx, elem)};
            for (uint32_t i = 0; i < nargs; i++)
                have[i] = args[i].type;
            Pos at = nargs > 2 ? node_start(args[2].expr) : node_start(args[nargs - 1].expr);
            err_at(ck, at, "%s arguments in call to %s\n\thave %s\n\twant %s", nargs > 2 ? "too many" : "not enough",
                   node_string(ck, call->call.fun), types_summary(ck, have, nargs, false, true), types_summary(ck, want, 2, true, false));
            return true;
        }
    }
    const char *context = arena_printf(ck->a, "argument to %s", node_string(ck, call->call.fun));
    for (uint32_t i = 1; i < nargs; i++) {
        Node *n = args[i].expr;
        Type *conv = n->conv;
        assignment(ck, &args[i], call->call.dots ? new_slice(ck->ctx, elem) : elem, context);
        if (nargs != call->call.args.n)
            put_conv(n, conv);
    }
    return true;
}

static bool check_append(Checker *ck, Operand *x, Operand *args, uint32_t nargs, Node *call)
{
    const char *why;
    Type *elem = slice_elem(ck, x, &why);
    if (!elem) {
        err_op(ck, x, "invalid append: %s", why);
        return false;
    }
    if (!append_args(ck, x, args, nargs, call, elem))
        return false;
    x->mode = ModeValue;
    return true;
}

static bool check_copy(Checker *ck, Operand *x, Operand *y)
{
    BytesVisit v = {false};
    if (!assignable_to_bytes(ck, x) || !each_type(y->type, visit_bytes, &v)) {
        const char *why;
        Type *dst = slice_elem(ck, x, &why);
        if (!dst) {
            err_op(ck, x, "invalid copy: %s", why);
            return false;
        }
        Type *src = slice_elem(ck, y, &why);
        if (!src) {
            if (!all_basic(y->type, BasicString)) {
                err_op(ck, y, "invalid copy: %s", why);
                return false;
            }
            src = ck->ctx->type_byte;
        }
        if (!type_identical(dst, src)) {
            err_op(ck, x, "invalid copy: arguments %s and %s have different element types %s and %s", op_string(ck, x),
                   op_string(ck, y), tstr(ck, dst), tstr(ck, src));
            return false;
        }
    }
    if (is_untyped(y->type) && y->mode != ModeNil)
        convert_untyped(ck, y, ck->ctx->basic[KindString]);
    x->mode = ModeValue;
    x->type = ck->ctx->basic[KindInt];
    return true;
}

/* ---- len, cap ---- */

static Type *array_of_pointer(Type *u)
{
    if (u->kind == KindPointer && under_kind(u->pointer.elem) == KindArray)
        return type_under(u->pointer.elem);
    return u;
}

static bool has_len(Type *t, Type *u, void *data)
{
    (void)t;
    BuiltinId id = *(BuiltinId *)data;
    if (!u)
        return false;
    switch (array_of_pointer(u)->kind) {
    case KindArray: case KindSlice: case KindChan: return true;
    case KindMap: return id == BuiltinLen;
    default: return is_string(u) && id == BuiltinLen;
    }
}

static bool check_len(Checker *ck, Operand *x, BuiltinId id)
{
    Type *u = type_under(x->type), *a = array_of_pointer(u);
    Mode mode = ModeInvalid;
    Const *val = NULL;
    if (is_tparam(x->type)) {
        if (each_type(x->type, has_len, &id))
            mode = ModeValue;
    } else if (a->kind == KindArray) {
        mode = ModeValue;
        if (!ck->env.has_call_or_recv) {
            mode = ModeConstant;
            val = const_int(ck->a, a->array.len < 0 ? 0 : a->array.len);
        }
    } else if (x->mode != ModeNil && has_len(NULL, u, &id)) {
        mode = ModeValue;
        if (is_string(u) && x->mode == ModeConstant && known(x->val)) {
            mode = ModeConstant;
            val = const_int(ck->a, (int64_t)x->val->str.len);
        }
    }
    if (mode == ModeInvalid) {
        if (u->kind != KindInvalid)
            err_op(ck, x, "invalid argument: %s for built-in %s", op_string(ck, x), builtin_info[id].name);
        return false;
    }
    x->mode = mode;
    x->type = ck->ctx->basic[KindInt];
    x->val = val;
    return true;
}

/* ---- close, clear, delete ---- */

typedef struct StmtVisit {
    Checker *ck;
    Operand *x;
    Type *key;
} StmtVisit;

static bool visit_clear(Type *t, Type *u, void *data)
{
    (void)t;
    StmtVisit *v = data;
    if (u && (u->kind == KindMap || u->kind == KindSlice))
        return true;
    err_op(v->ck, v->x, "invalid argument: cannot clear %s: argument must be (or constrained by) map or slice", op_string(v->ck, v->x));
    return false;
}

static bool visit_close(Type *t, Type *u, void *data)
{
    (void)t;
    StmtVisit *v = data;
    if (!u || u->kind != KindChan) {
        err_op(v->ck, v->x, "invalid operation: cannot close non-channel %s", op_string(v->ck, v->x));
        return false;
    }
    if (u->chan.dir == ChanRecvOnly) {
        err_op(v->ck, v->x, "invalid operation: cannot close receive-only channel %s", op_string(v->ck, v->x));
        return false;
    }
    return true;
}

static bool visit_delete(Type *t, Type *u, void *data)
{
    (void)t;
    StmtVisit *v = data;
    if (!u || u->kind != KindMap) {
        err_op(v->ck, v->x, "invalid argument: %s is not a map", op_string(v->ck, v->x));
        return false;
    }
    if (v->key && !type_identical(u->map.key, v->key)) {
        err_op(v->ck, v->x, "invalid argument: maps of %s must have identical key types", op_string(v->ck, v->x));
        return false;
    }
    v->key = u->map.key;
    return true;
}

static bool check_delete(Checker *ck, Operand *x, Operand *y)
{
    StmtVisit v = {ck, x, NULL};
    if (!each_type(x->type, visit_delete, &v))
        return false;
    Operand key = *y;
    assignment(ck, &key, v.key, "argument to delete");
    if (key.mode == ModeInvalid)
        return false;
    x->mode = ModeNoValue;
    return true;
}

/* ---- complex, real, imag ---- */

static Type *complex_of(TypesCtx *c, Type *t)
{
    switch (under_kind(t)) {
    case KindFloat32: return c->basic[KindComplex64];
    case KindFloat64: return c->basic[KindComplex128];
    case KindUntypedFloat: return c->basic[KindUntypedComplex];
    default: return NULL;
    }
}

static Type *part_of(TypesCtx *c, Type *t)
{
    switch (under_kind(t)) {
    case KindComplex64: return c->basic[KindFloat32];
    case KindComplex128: return c->basic[KindFloat64];
    case KindUntypedComplex: return c->basic[KindUntypedFloat];
    default: return NULL;
    }
}

/* f applied to each type of the type set of a type parameter gives a new, unnamed parameter. */
static Type *apply(Checker *ck, Operand *x, BuiltinId id, Type *(*f)(TypesCtx *c, Type *t))
{
    Type *t = x->type;
    if (!is_tparam(t))
        return f(ck->ctx, t);
    TypeSet *s = type_set(ck->ctx, type_under(t));
    if (s->all || s->terms.n == 0)
        return NULL;
    Type *u = new_type(ck->ctx, KindUnion);
    u->uni.n = s->terms.n;
    u->uni.types = NEW_ARRAY(ck->a, Type *, s->terms.n);
    u->uni.tilde = s->terms.tilde;
    for (uint32_t i = 0; i < s->terms.n; i++) {
        u->uni.types[i] = f(ck->ctx, s->terms.types[i]);
        if (!u->uni.types[i])
            return NULL;
    }
    err_op(ck, x, "%s not supported as argument to built-in %s for go1.18 (see go.dev/issue/50937)", op_string(ck, x), builtin_info[id].name);
    Type *iface = new_interface(ck->ctx, NULL, 0);
    iface->iface.embeds = NEW_ARRAY(ck->a, Type *, 1);
    iface->iface.embeds[0] = u;
    iface->iface.nembeds = 1;
    Object *o = new_object(ck->ctx, ObjTypeName, ck->pkg, type_unalias(t)->tparam.obj->name, NULL, 0);
    return new_tparam(ck->ctx, o, iface);
}

static void to_untyped_float(Checker *ck, Operand *x)
{
    if (is_numeric(x->type) && const_sign(const_imag(ck->a, x->val)) == 0)
        x->type = ck->ctx->basic[KindUntypedFloat];
}

static bool check_complex(Checker *ck, Operand *x, Operand *y, Node *call)
{
    bool ux = is_untyped(x->type), uy = is_untyped(y->type);
    if (ux && !uy) {
        convert_untyped(ck, x, y->type);
    } else if (uy && !ux) {
        convert_untyped(ck, y, x->type);
    } else if (ux && uy) {
        if (x->mode == ModeConstant && y->mode == ModeConstant) {
            to_untyped_float(ck, x);
            to_untyped_float(ck, y);
        } else {
            convert_untyped(ck, x, ck->ctx->basic[KindFloat64]);
            convert_untyped(ck, y, ck->ctx->basic[KindFloat64]);
        }
    }
    if (x->mode == ModeInvalid || y->mode == ModeInvalid)
        return false;
    if (!type_identical(x->type, y->type)) {
        err_op(ck, x, "invalid operation: %s (mismatched types %s and %s)", node_string(ck, call), tstr(ck, x->type), tstr(ck, y->type));
        return false;
    }
    Type *t = apply(ck, x, BuiltinComplex, complex_of);
    if (!t) {
        err_op(ck, x, "invalid argument: arguments have type %s, expected floating-point", tstr(ck, x->type));
        return false;
    }
    if (x->mode == ModeConstant && y->mode == ModeConstant) {
        Const *re = const_to_float(ck->a, x->val), *im = const_to_float(ck->a, y->val);
        x->val = const_make_complex(ck->a, re, im);
    } else {
        x->mode = ModeValue;
    }
    x->type = t;
    return true;
}

static bool check_part(Checker *ck, Operand *x, BuiltinId id)
{
    if (is_untyped(x->type)) {
        if (x->mode == ModeConstant) {
            if (is_numeric(x->type))
                x->type = ck->ctx->basic[KindUntypedComplex];
        } else {
            convert_untyped(ck, x, ck->ctx->basic[KindComplex128]);
            if (x->mode == ModeInvalid)
                return false;
        }
    }
    Type *t = apply(ck, x, id, part_of);
    if (!t) {
        err_op(ck, x, "invalid argument: argument has type %s, expected complex type", tstr(ck, x->type));
        return false;
    }
    if (x->mode == ModeConstant)
        x->val = id == BuiltinReal ? const_real(ck->a, x->val) : const_imag(ck->a, x->val);
    else
        x->mode = ModeValue;
    x->type = t;
    return true;
}

/* ---- make, new, min, max ---- */

static bool makeable(Type *t, Type *u, void *data)
{
    (void)t;
    const char **why = data;
    if (!u) {
        *why = "no specific type";
        return false;
    }
    if (u->kind == KindSlice || u->kind == KindMap || u->kind == KindChan)
        return true;
    *why = "type must be slice, map, or channel";
    return false;
}

static bool check_make(Checker *ck, Operand *x, Node *call)
{
    NodeList args = call->call.args;
    Type *t = check_var_type(ck, args.at[0]);
    if (type_unalias(t)->kind == KindInvalid)
        return false;
    const char *why = "";
    Type *u = each_type(t, makeable, &why) ? common_under(ck->ctx, t, &why) : NULL;
    if (!u) {
        err_node(ck, args.at[0], "invalid argument: cannot make %s: %s", node_string(ck, args.at[0]), why);
        return false;
    }
    uint32_t min = u->kind == KindSlice ? 2 : 1;
    if (args.n < min || args.n > min + 1) {
        err_node(ck, call, "invalid operation: %s expects %u or %u arguments; found %u", node_string(ck, call), min, min + 1, args.n);
        return false;
    }
    int64_t sizes[2];
    int n = 0;
    for (uint32_t i = 1; i < args.n; i++) {
        int64_t v = check_index(ck, args.at[i], -1, NULL);
        if (v >= 0)
            sizes[n++] = v;
    }
    if (n == 2 && sizes[0] > sizes[1])
        err_node(ck, args.at[1], "invalid argument: length and capacity swapped");
    x->mode = ModeValue;
    x->type = t;
    return true;
}

static bool check_new(Checker *ck, Operand *x, Node *call)
{
    Node *arg = call->call.args.at[0];
    check_expr_or_type(ck, x, arg, false);
    if (x->mode == ModeBuiltin) {
        err_op(ck, x, "%s must be called", op_string(ck, x));
        x->mode = ModeInvalid;
    }
    if (x->mode == ModeInvalid)
        return false;
    if (x->mode == ModeType) {
        x->type = check_var_type(ck, arg);
    } else {
        if (is_untyped(x->type)) {
            assignment(ck, x, NULL, "argument to new");
            if (x->mode == ModeInvalid)
                return false;
        }
        if (!allow_version(ck, 26))
            version_error(ck, node_start(call->call.fun), 26, arena_printf(ck->a, "new(%s)", node_string(ck, arg)));
    }
    x->mode = ModeValue;
    x->type = new_pointer(ck->ctx, x->type);
    return true;
}

static bool check_min_max(Checker *ck, Operand *x, Operand *args, uint32_t nargs, Node *call, BuiltinId id)
{
    if (!allow_version(ck, 21))
        version_error(ck, node_start(call->call.fun), 21, arena_printf(ck->a, "built-in %s", builtin_info[id].name));
    Token op = id == BuiltinMax ? TokGtr : TokLss;
    for (uint32_t i = 0; i < nargs; i++) {
        Operand *a = &args[i];
        if (!all_basic(a->type, BasicOrdered)) {
            err_op(ck, a, "invalid argument: %s cannot be ordered", op_string(ck, a));
            return false;
        }
        if (i == 0)
            continue;
        match_types(ck, x, a);
        if (x->mode == ModeInvalid)
            return false;
        if (!type_identical(x->type, a->type)) {
            err_op(ck, a, "invalid argument: mismatched types %s (previous argument) and %s (type of %s)", tstr(ck, x->type),
                   tstr(ck, a->type), node_string(ck, a->expr));
            return false;
        }
        if (x->mode == ModeConstant && a->mode == ModeConstant) {
            if (known(x->val) && known(a->val) && const_compare(op, a->val, x->val))
                *x = *a;
        } else {
            x->mode = ModeValue;
        }
    }
    if (x->mode != ModeConstant) {
        x->mode = ModeValue;
        Node *n = x->expr;
        Type *conv = n->conv;
        assignment(ck, x, ck->ctx->empty_iface, arena_printf(ck->a, "argument to built-in %s", builtin_info[id].name));
        put_conv(n, conv);
        if (x->mode == ModeInvalid)
            return false;
    }
    for (uint32_t i = 0; i < nargs; i++)
        update_expr_type(ck, args[i].expr, x->type, true);
    return true;
}

/* ---- package unsafe ---- */

/* Whether the size depends on type parameters, or in an instance on what may have been one. */
static bool var_size(Checker *ck, Type *t, int depth)
{
    if (is_tparam(t))
        return true;
    for (uint32_t i = 0; i < ck->ninst_targs && ck->instance_mode; i++) {
        if (type_identical(ck->inst_targs[i], t))
            return true;
    }
    Type *u = type_under(t);
    if (depth > 100)
        return false;
    if (u->kind == KindArray)
        return var_size(ck, u->array.elem, depth + 1);
    for (uint32_t i = 0; u->kind == KindStruct && i < u->strct.n; i++) {
        if (var_size(ck, u->strct.fields[i]->type, depth + 1))
            return true;
    }
    return false;
}

static void size_result(Checker *ck, Operand *x, Type *t, int64_t n, Node *call)
{
    /* In an instance the size may depend on type arguments: then it must not be folded, but its value is known. */
    bool variable = var_size(ck, t, 0);
    x->mode = variable ? ModeValue : ModeConstant;
    x->val = variable && !ck->instance_mode ? NULL : const_int(ck->a, n);
    x->type = ck->ctx->basic[KindUintptr];
    if (variable && ck->instance_mode)
        call->flags |= NodeInstanceConst;
}

static bool check_offsetof(Checker *ck, Operand *x, Node *call)
{
    Node *arg0 = call->call.args.at[0];
    Node *sel = unparen(arg0);
    if (sel->kind != NodeSelector) {
        err_node(ck, arg0, "invalid argument: %s is not a selector expression", node_string(ck, arg0));
        use_expr(ck, arg0);
        return false;
    }
    check_expr(ck, NULL, x, sel->select.x);
    if (x->mode == ModeInvalid)
        return false;
    Type *base = x->type, *u = type_under(base);
    if (u->kind == KindPointer && under_kind(u->pointer.elem) == KindStruct)
        base = u->pointer.elem;
    const char *name = sel->select.sel->name.text;
    Lookup r = lookup_field_or_method(ck->ctx, base, false, ck->pkg, name, false);
    if (!r.obj) {
        err_op(ck, x, "invalid argument: %s has no single field %s", tstr(ck, base), name);
        return false;
    }
    if (r.obj->kind == ObjFunc) {
        err_node(ck, arg0, "invalid argument: %s is a method value", node_string(ck, arg0));
        return false;
    }
    if (r.indirect) {
        err_op(ck, x, "invalid argument: field %s is embedded via a pointer in %s", name, tstr(ck, base));
        return false;
    }
    Selection *s = NEW(ck->a, Selection);
    *s = (Selection){.kind = SelField, .recv = base, .obj = r.obj, .path = r.path, .npath = r.npath, .type = r.obj->type};
    sel->select.selection = s;
    sel->obj = r.obj;
    sel->mode = ModeVariable;
    sel->type = r.obj->type;
    int64_t off = 0;
    Type *t = base;
    for (uint32_t i = 0; i < r.npath; i++) {
        Type *st = type_under(t);
        off += field_offset(st, r.path[i]);
        t = st->strct.fields[r.path[i]]->type;
    }
    if (off >= MaxTypeSize) {
        err_op(ck, x, "%s is too large", op_string(ck, x));
        return false;
    }
    size_result(ck, x, base, off, call);
    return true;
}

static bool check_unsafe(Checker *ck, Operand *x, Operand *y, Node *call, BuiltinId id)
{
    TypesCtx *c = ck->ctx;
    Type *byte_ptr = new_pointer(c, c->type_byte), *u;
    Pos at = node_start(call->call.fun);
    uint32_t since = id == BuiltinUnsafeAdd || id == BuiltinUnsafeSlice ? 17 : id >= BuiltinUnsafeSliceData ? 20 : 0;
    const char *name = arena_printf(ck->a, "unsafe.%s", builtin_info[id].name);
    const char *context = arena_printf(ck->a, "argument to %s", name);
    if (!allow_version(ck, since))
        version_error(ck, at, since, name);
    switch (id) {
    case BuiltinUnsafeAdd:
        assignment(ck, x, c->basic[KindUnsafePointer], context);
        if (x->mode == ModeInvalid || !check_index_value(ck, y, "length", true))
            return false;
        x->type = c->basic[KindUnsafePointer];
        break;
    case BuiltinUnsafeAlignof:
    case BuiltinUnsafeSizeof: {
        assignment(ck, x, NULL, context);
        if (x->mode == ModeInvalid)
            return false;
        int64_t n = id == BuiltinUnsafeSizeof ? type_size(x->type) : type_align(x->type);
        if (n >= MaxTypeSize) {
            err_op(ck, x, "%s is too large", op_string(ck, x));
            return false;
        }
        size_result(ck, x, x->type, n, call);
        return true;
    }
    case BuiltinUnsafeSlice:
        u = common_under(c, x->type, NULL);
        if (!u || u->kind != KindPointer) {
            err_op(ck, x, "invalid argument: %s is not a pointer", op_string(ck, x));
            return false;
        }
        if (!check_index_value(ck, y, "length", false))
            return false;
        x->type = new_slice(c, u->pointer.elem);
        break;
    case BuiltinUnsafeSliceData:
        u = common_under(c, x->type, NULL);
        if (!u || u->kind != KindSlice) {
            err_op(ck, x, "invalid argument: %s is not a slice", op_string(ck, x));
            return false;
        }
        x->type = new_pointer(c, u->slice.elem);
        break;
    case BuiltinUnsafeString:
        assignment(ck, x, byte_ptr, context);
        if (x->mode == ModeInvalid || !check_index_value(ck, y, "length", false))
            return false;
        x->type = c->basic[KindString];
        break;
    default: /* StringData */
        assignment(ck, x, c->basic[KindString], context);
        if (x->mode == ModeInvalid)
            return false;
        x->type = byte_ptr;
        break;
    }
    x->mode = ModeValue;
    return true;
}

/* ---- all of them ---- */

static bool check_prints(Checker *ck, Operand *x, Operand *args, uint32_t nargs, BuiltinId id)
{
    const char *context = id == BuiltinPrint ? "argument to built-in print" : "argument to built-in println";
    for (uint32_t i = 0; i < nargs; i++) {
        assignment(ck, &args[i], NULL, context);
        if (args[i].mode == ModeInvalid)
            return false;
    }
    x->mode = ModeNoValue;
    return true;
}

static bool apply_builtin(Checker *ck, Operand *x, Operand *args, uint32_t nargs, Node *call, BuiltinId id)
{
    StmtVisit v = {ck, x, NULL};
    switch (id) {
    case BuiltinAppend: return check_append(ck, x, args, nargs, call);
    case BuiltinCopy: return check_copy(ck, x, &args[1]);
    case BuiltinCap: case BuiltinLen: return check_len(ck, x, id);
    case BuiltinClear:
        if (!allow_version(ck, 21))
            version_error(ck, node_start(call->call.fun), 21, "clear");
        x->mode = each_type(x->type, visit_clear, &v) ? ModeNoValue : ModeInvalid;
        return x->mode != ModeInvalid;
    case BuiltinClose:
        x->mode = each_type(x->type, visit_close, &v) ? ModeNoValue : ModeInvalid;
        return x->mode != ModeInvalid;
    case BuiltinDelete: return check_delete(ck, x, &args[1]);
    case BuiltinComplex: return check_complex(ck, x, &args[1], call);
    case BuiltinReal: case BuiltinImag: return check_part(ck, x, id);
    case BuiltinMake: return check_make(ck, x, call);
    case BuiltinNew: return check_new(ck, x, call);
    case BuiltinMin: case BuiltinMax: return check_min_max(ck, x, args, nargs, call, id);
    case BuiltinPanic:
        assignment(ck, x, ck->ctx->empty_iface, "argument to panic");
        if (x->mode == ModeInvalid)
            return false;
        x->mode = ModeNoValue;
        return true;
    case BuiltinPrint: case BuiltinPrintln: return check_prints(ck, x, args, nargs, id);
    case BuiltinRecover:
        if (ck->env.fn)
            ck->env.fn->has_recover = true;
        x->mode = ModeValue;
        x->type = ck->ctx->empty_iface;
        return true;
    case BuiltinUnsafeOffsetof: return check_offsetof(ck, x, call);
    default: return check_unsafe(ck, x, nargs > 1 ? &args[1] : NULL, call, id);
    }
}

bool check_builtin(Checker *ck, Operand *x, Node *call, BuiltinId id)
{
    const BuiltinInfo *info = &builtin_info[id];
    NodeList list = call->call.args;
    if (call->call.dots && id != BuiltinAppend) {
        err_node(ck, call, "invalid operation: invalid use of ... with built-in %s", info->name);
        use_exprs(ck, list);
        return false;
    }
    bool saved = ck->env.has_call_or_recv, is_len = id == BuiltinLen || id == BuiltinCap;
    if (is_len)
        ck->env.has_call_or_recv = false;
    Operand *args = NULL;
    uint32_t nargs = list.n;
    bool ok = true, comma_ok;
    if (id != BuiltinMake && id != BuiltinNew && id != BuiltinUnsafeOffsetof) {
        args = expr_list(ck, list, false, &nargs, &comma_ok);
        for (uint32_t i = 0; i < nargs; i++)
            ok &= args[i].mode != ModeInvalid;
        if (nargs > 0)
            *x = args[0];
    }
    if (ok && (nargs < info->nargs || (!info->variadic && nargs > info->nargs))) {
        err_node(ck, call, "invalid operation: %s arguments for %s (expected %u, found %u)",
                 nargs < info->nargs ? "not enough" : "too many", node_string(ck, call), info->nargs, nargs);
        ok = false;
    }
    ok = ok && apply_builtin(ck, x, args, nargs, call, id);
    if (is_len)
        ck->env.has_call_or_recv = saved;
    return ok;
}
