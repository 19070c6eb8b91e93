/* index.c - index and slice expressions (spec: "Index expressions", "Slice expressions"). */
#include <string.h>

#include "check.h"

static bool known(const Const *c) { return c && c->kind != ConstUnknown; }

static Node *single_index(Checker *ck, Node *n)
{
    if (n->index.indices.n == 0)
        return NULL;
    if (n->index.indices.n > 1) {
        err_node(ck, n->index.indices.at[1], "invalid operation: more than one index");
        return NULL;
    }
    return n->index.indices.at[0];
}

static void map_index(Checker *ck, Operand *x, Node *n, Type *key, Type *elem)
{
    Node *index = single_index(ck, n);
    if (!index) {
        x->mode = ModeInvalid;
        return;
    }
    Operand k = {0};
    check_expr(ck, NULL, &k, index);
    assignment(ck, &k, key, "map index");
    x->mode = ModeMapIndex;
    x->type = elem;
    x->expr = n;
}

typedef struct IndexVisit {
    TypesCtx *c;
    Mode xmode, mode;
    Type *key, *elem;
    int64_t len;
    bool started;
} IndexVisit;

static bool visit_indexed(Type *t, Type *u, void *data)
{
    (void)t;
    IndexVisit *v = data;
    int64_t len = -1;
    Type *key = NULL, *elem = NULL;
    if (!u)
        return false;
    switch (u->kind) {
    case KindString:
        elem = v->c->type_byte;
        v->mode = ModeValue;
        break;
    case KindArray:
        len = u->array.len;
        elem = u->array.elem;
        if (v->xmode != ModeVariable)
            v->mode = ModeValue;
        break;
    case KindPointer:
        if (under_kind(u->pointer.elem) == KindArray) {
            Type *a = type_under(u->pointer.elem);
            len = a->array.len;
            elem = a->array.elem;
        }
        break;
    case KindSlice:
        elem = u->slice.elem;
        break;
    case KindMap:
        key = u->map.key;
        elem = u->map.elem;
        break;
    default:
        break;
    }
    if (!elem)
        return false;
    if (!v->started) {
        v->started = true;
        v->len = len;
        v->key = key;
        v->elem = elem;
        return true;
    }
    if ((key == NULL) != (v->key == NULL) || (key && !type_identical(key, v->key)) || !type_identical(elem, v->elem))
        return false;
    if (len >= 0 && len < v->len)
        v->len = len;
    return true;
}

bool index_expr(Checker *ck, Operand *x, Node *n)
{
    check_expr_or_type(ck, x, n->index.x, true);
    if (x->mode == ModeInvalid) {
        use_exprs(ck, n->index.indices);
        return false;
    }
    if (x->mode == ModeType) {
        x->mode = ModeInvalid;
        x->type = check_var_type(ck, n);
        if (x->type->kind != KindInvalid)
            x->mode = ModeType;
        return false;
    }
    if (x->mode == ModeValue && x->type->kind == KindFunc && x->type->func.ntparams)
        return true;
    Type *u = type_under(x->type);
    if (x->mode == ModeBuiltin || x->mode == ModeNil)
        u = ck->ctx->basic[KindInvalid];
    int64_t len = -1;
    bool valid = true;
    switch (u->kind) {
    case KindString: case KindUntypedString:
        if (x->mode == ModeConstant && known(x->val))
            len = (int64_t)x->val->str.len;
        if (is_untyped(x->type))
            update_expr_type(ck, x->expr, ck->ctx->basic[KindString], true);
        x->mode = ModeValue;
        x->type = ck->ctx->type_byte;
        break;
    case KindArray:
        len = u->array.len;
        if (x->mode != ModeVariable)
            x->mode = ModeValue;
        x->type = u->array.elem;
        break;
    case KindPointer: {
        Type *a = type_under(u->pointer.elem);
        valid = a->kind == KindArray;
        if (valid) {
            len = a->array.len;
            x->mode = ModeVariable;
            x->type = a->array.elem;
        }
        break;
    }
    case KindSlice:
        x->mode = ModeVariable;
        x->type = u->slice.elem;
        break;
    case KindMap:
        map_index(ck, x, n, u->map.key, u->map.elem);
        return false;
    case KindInterface: {
        IndexVisit v = {ck->ctx, x->mode, ModeVariable, NULL, NULL, -1, false};
        valid = is_tparam(x->type) && each_type(x->type, visit_indexed, &v);
        if (valid && v.key) {
            map_index(ck, x, n, v.key, v.elem);
            return false;
        }
        if (valid) {
            x->mode = v.mode;
            x->type = v.elem;
            len = v.len;
        }
        break;
    }
    default:
        valid = false;
        break;
    }
    if (!valid) {
        err_at(ck, n->pos, "cannot index %s", op_string(ck, x));
        use_exprs(ck, n->index.indices);
        x->mode = ModeInvalid;
        return false;
    }
    Node *index = single_index(ck, n);
    if (!index) {
        x->mode = ModeInvalid;
        return false;
    }
    if (!x->type)
        x->type = ck->ctx->basic[KindInvalid];
    check_index(ck, index, len, NULL);
    return false;
}

bool check_index_value(Checker *ck, Operand *x, const char *what, bool allow_negative)
{
    if (x->mode == ModeInvalid)
        return false;
    Type *int_type = ck->ctx->basic[KindInt];
    convert_untyped(ck, x, int_type);
    if (x->mode == ModeInvalid)
        return false;
    if (!all_basic(x->type, BasicInteger)) {
        err_op(ck, x, "invalid argument: %s %s must be integer", what, op_string(ck, x));
        return false;
    }
    if (x->mode != ModeConstant || !known(x->val))
        return true;
    if (!allow_negative && const_sign(x->val) < 0) {
        err_op(ck, x, "invalid argument: %s %s must not be negative", what, op_string(ck, x));
        return false;
    }
    if (!const_representable(ck->a, x->val, int_type, NULL)) {
        err_op(ck, x, "invalid argument: %s %s overflows int", what, op_string(ck, x));
        return false;
    }
    return true;
}

/* An index below max (unless max < 0): its constant value, or -1. */
int64_t check_index(Checker *ck, Node *n, int64_t max, Const **val)
{
    Operand x = {0};
    check_expr(ck, NULL, &x, n);
    if (!check_index_value(ck, &x, "index", false))
        return -1;
    int64_t v;
    if (x.mode != ModeConstant || !known(x.val) || !const_get_int64(x.val, &v))
        return -1;
    if (max >= 0 && v >= max && !ck->instance_mode) {
        err_op(ck, &x, "invalid argument: index %s out of bounds [0:%lld]", val_string(ck, x.val), (long long)max);
        return -1;
    }
    if (val)
        *val = x.val;
    return v;
}

/* What a slice of x is: string or slice type, *len when the length is known. NULL after an error. */
static Type *sliced_type(Checker *ck, Operand *x, Node *n, int64_t *len)
{
    const char *cause = "";
    Type *u;
    if (is_tparam(x->type)) { /* []byte and string may be mixed */
        TypeSet *s = type_set(ck->ctx, type_under(x->type));
        if (s->all || s->terms.n == 0) {
            err_op(ck, x, "cannot slice %s: no specific type in %s", op_string(ck, x), tstr(ck, x->type));
            return NULL;
        }
        u = NULL;
        for (uint32_t i = 0; i < s->terms.n; i++) {
            Type *t = type_under(s->terms.types[i]);
            if (!u) {
                u = t;
            } else if (!type_identical(u, t)) {
                bool bytes = (u->kind == KindString || (u->kind == KindSlice && under_kind(u->slice.elem) == KindUint8)) &&
                             (t->kind == KindString || (t->kind == KindSlice && under_kind(t->slice.elem) == KindUint8));
                if (!bytes) {
                    err_op(ck, x, "cannot slice %s: %s and %s have different underlying types", op_string(ck, x), tstr(ck, u), tstr(ck, t));
                    return NULL;
                }
                u = ck->ctx->basic[KindString];
            }
        }
    } else {
        u = common_under(ck->ctx, x->type, &cause);
    }
    switch (u->kind) {
    case KindString: case KindUntypedString:
        if (n->slice.full) {
            Node *at = n->slice.max ? n->slice.max : n;
            err_node(ck, at, "invalid operation: 3-index slice of string");
            return NULL;
        }
        if (x->mode == ModeConstant && known(x->val))
            *len = (int64_t)x->val->str.len;
        if (is_untyped(x->type)) {
            update_expr_type(ck, x->expr, ck->ctx->basic[KindString], true);
            return ck->ctx->basic[KindString];
        }
        return x->type;
    case KindArray:
        *len = u->array.len;
        if (x->mode != ModeVariable) {
            err_op(ck, x, "cannot slice unaddressable value %s", op_string(ck, x));
            return NULL;
        }
        mark_addr_taken(n->slice.x);
        return new_slice(ck->ctx, u->array.elem);
    case KindPointer: {
        Type *a = type_under(u->pointer.elem);
        if (a->kind == KindArray) {
            *len = a->array.len;
            return new_slice(ck->ctx, a->array.elem);
        }
        break;
    }
    case KindSlice:
        return x->type;
    default:
        break;
    }
    err_op(ck, x, "cannot slice %s", op_string(ck, x));
    return NULL;
}

void slice_expr(Checker *ck, Operand *x, Node *n)
{
    Node *parts[3] = {n->slice.lo, n->slice.hi, n->slice.max};
    check_expr(ck, NULL, x, n->slice.x);
    int64_t len = -1;
    Type *t = NULL;
    if (x->mode != ModeInvalid)
        t = sliced_type(ck, x, n, &len);
    if (!t) {
        for (int i = 0; i < 3; i++)
            use_expr(ck, parts[i]);
        x->mode = ModeInvalid;
        return;
    }
    x->type = t;
    x->mode = ModeValue;
    if (n->slice.full && (!parts[1] || !parts[2])) {
        x->mode = ModeInvalid; /* reported by the parser */
        return;
    }
    int64_t vals[3] = {-1, -1, -1};
    int64_t max = len >= 0 && len < INT64_MAX ? len + 1 : -1;
    for (int i = 0; i < 3; i++) {
        if (parts[i])
            vals[i] = check_index(ck, parts[i], max, NULL);
    }
    if (!parts[0])
        vals[0] = 0;
    for (int i = 0; i < 2; i++) {
        if (vals[i] <= 0)
            continue;
        for (int j = i + 1; j < 3; j++) {
            if (vals[j] >= 0 && vals[j] < vals[i]) {
                err_node(ck, parts[j], "invalid slice indices: %lld < %lld", (long long)vals[j], (long long)vals[i]);
                return; /* one is enough */
            }
        }
    }
}
