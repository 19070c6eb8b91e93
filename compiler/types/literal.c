/* literal.c - basic, function and composite literals. */
#include <string.h>

#include "check.h"

/* ---- basic ---- */

static bool check_lit_version(Checker *ck, Node *n)
{
    const char *s = n->lit.text, *what = NULL;
    if (n->lit.kind == LitString || n->lit.kind == LitRune || allow_version(ck, 13))
        return true;
    if (memchr(s, '_', n->lit.size))
        what = "underscore in numeric literal";
    else if (n->lit.size > 2 && s[0] == '0' && (s[1] | 0x20) == 'b')
        what = "binary literal";
    else if (n->lit.size > 2 && s[0] == '0' && (s[1] | 0x20) == 'o')
        what = "0o/0O-style octal literal";
    else if (n->lit.kind != LitInt && n->lit.size > 2 && s[0] == '0' && (s[1] | 0x20) == 'x')
        what = "hexadecimal floating-point literal";
    if (what)
        version_error(ck, node_start(n), 13, what);
    return true;
}

void basic_lit(Checker *ck, Operand *x, Node *n)
{
    static const TypeKind kinds[] = {[LitInt] = KindUntypedInt, [LitFloat] = KindUntypedFloat,
                                     [LitImag] = KindUntypedComplex, [LitRune] = KindUntypedRune,
                                     [LitString] = KindUntypedString};
    enum { MaxLen = 10000 }; /* longer numbers are refused, as in gc */
    x->expr = n;
    if (n->lit.bad)
        return;
    check_lit_version(ck, n);
    if (n->lit.kind <= LitImag && n->lit.size > MaxLen) {
        err_node(ck, n, "excessively long constant: %.10s... (%u chars)", n->lit.text, n->lit.size);
        return;
    }
    Const *c = const_from_lit(ck->a, (LitKind)n->lit.kind, n->lit.text, n->lit.size);
    if (!c) {
        err_node(ck, n, "malformed constant: %s", n->lit.text);
        return;
    }
    x->mode = ModeConstant;
    x->type = ck->ctx->basic[kinds[n->lit.kind]];
    x->val = c;
    overflow_check(ck, x, node_start(n));
}

/* ---- functions ---- */

typedef struct LitJob {
    FuncVars *fi;
    DeclInfo *decl;
    const Const *iota;
} LitJob;

static void lit_body(Checker *ck, void *arg)
{
    LitJob *job = arg;
    func_body(ck, job->fi, job->decl, job->iota);
}

void check_func_lit(Checker *ck, Operand *x, Node *n)
{
    Type *sig = check_type(ck, n->funclit.type);
    if (sig->kind != KindFunc)
        return;
    FuncVars *fi = new_func_info(ck, n, n->funclit.body, sig);
    n->funclit.info = fi;
    LitJob *job = NEW(ck->a, LitJob);
    *job = (LitJob){fi, ck->env.decl, ck->env.iota};
    later(ck, lit_body, job); /* after the statement: the body may refer to what is being declared */
    x->mode = ModeValue;
    x->type = sig;
}

/* ---- composite literals ---- */

static int field_index(Type *s, Package *pkg, const char *name, bool fold)
{
    for (uint32_t i = 0; i < s->strct.n; i++) {
        if (strcmp(name, "_") != 0 && same_id(s->strct.fields[i], pkg, name, fold))
            return (int)i;
    }
    return -1;
}

static void keyed_struct(Checker *ck, Node *n, Type *base, Type *s)
{
    bool *visited = NEW_ARRAY(ck->a, bool, s->strct.n);
    for (uint32_t i = 0; i < n->complit.elems.n; i++) {
        Node *kv = n->complit.elems.at[i];
        if (kv->kind != NodeKeyValue) {
            err_node(ck, kv, "mixture of field:value and value elements in struct literal");
            continue;
        }
        Node *key = kv->keyvalue.key;
        int f = key->kind == NodeName ? field_index(s, ck->pkg, key->name.text, false) : -1;
        Operand x = {0};
        check_expr(ck, NULL, &x, kv->keyvalue.value);
        if (key->kind != NodeName) {
            err_node(ck, kv, "invalid field name %s in struct literal", node_string(ck, key));
            continue;
        }
        if (f < 0) {
            int alt = field_index(s, ck->pkg, key->name.text, true);
            err_node(ck, key, "%s", lookup_error(ck, base, key->name.text, alt >= 0 ? s->strct.fields[alt] : NULL, true));
            continue;
        }
        Object *field = s->strct.fields[f];
        key->obj = field;
        assignment(ck, &x, field->type, "struct literal");
        if (visited[f]) {
            err_node(ck, kv, "duplicate field name %s in struct literal", key->name.text);
            continue;
        }
        visited[f] = true;
    }
}

static void plain_struct(Checker *ck, Node *n, Type *base, Type *s)
{
    for (uint32_t i = 0; i < n->complit.elems.n; i++) {
        Node *e = n->complit.elems.at[i];
        if (e->kind == NodeKeyValue) {
            err_node(ck, e, "mixture of field:value and value elements in struct literal");
            continue;
        }
        Operand x = {0};
        check_expr(ck, NULL, &x, e);
        if (i >= s->strct.n) {
            err_op(ck, &x, "too many values in struct literal of type %s", tstr(ck, base));
            break;
        }
        Object *f = s->strct.fields[i];
        if (!f->exported && f->pkg != ck->pkg) {
            err_op(ck, &x, "implicit assignment to unexported field %s in struct literal of type %s", f->name, tstr(ck, base));
            continue;
        }
        assignment(ck, &x, f->type, "struct literal");
    }
    if (n->complit.elems.n < s->strct.n)
        err_at(ck, n->complit.rbrace, "too few values in struct literal of type %s", tstr(ck, base));
}

/* Elements of an array or slice; returns the length. len < 0: not limited. */
static int64_t indexed_elems(Checker *ck, NodeList elems, Type *elem, int64_t len)
{
    Map visited = {0};
    int64_t index = 0, max = 0;
    for (uint32_t i = 0; i < elems.n; i++) {
        Node *e = elems.at[i];
        bool valid = false;
        Node *value = e;
        if (e->kind == NodeKeyValue) {
            value = e->keyvalue.value;
            Operand key = {0};
            check_expr(ck, NULL, &key, e->keyvalue.key);
            int64_t v;
            if (key.mode != ModeConstant) {
                if (key.mode != ModeInvalid)
                    err_node(ck, e, "index %s must be integer constant", node_string(ck, e->keyvalue.key));
            } else if (check_index_value(ck, &key, "index", false) && const_get_int64(key.val, &v)) {
                if (len >= 0 && v >= len)
                    err_op(ck, &key, "invalid argument: index %s out of bounds [0:%lld]", val_string(ck, key.val), (long long)len);
                else {
                    index = v;
                    valid = true;
                }
            }
        } else if (len >= 0 && index >= len) {
            err_node(ck, e, "index %lld is out of bounds (>= %lld)", (long long)index, (long long)len);
        } else {
            valid = true;
        }
        if (valid) {
            if (map_get_int(&visited, (uint64_t)index))
                err_node(ck, e, "duplicate index %lld in array or slice literal", (long long)index);
            else
                map_put_int(&visited, (uint64_t)index, e);
        }
        if (index == INT64_MAX) {
            limit_array_size(ck, NULL, e->kind == NodeKeyValue ? e->keyvalue.key : e);
            index = 0;
        }
        index++;
        if (index > max)
            max = index;
        Operand x = {0};
        check_expr_with_hint(ck, &x, value, elem);
        assignment(ck, &x, elem, "array or slice literal");
    }
    map_free(&visited);
    return max;
}

static const char *key_text(Checker *ck, const Operand *x, bool by_type)
{
    const Const *c = x->val;
    Const *i = c->kind == ConstFloat || c->kind == ConstComplex ? const_to_int(ck->a, c) : NULL;
    Buf b = {0};
    const_exact(&b, i ? i : c);
    if (by_type)
        buf_printf(&b, " %s", link_string(ck->ctx, x->type));
    const char *s = arena_strndup(ck->a, b.data, b.len);
    buf_free(&b);
    return s;
}

static void map_elems(Checker *ck, NodeList elems, Type *m)
{
    Map visited = {0};
    bool by_type = is_interface(m->map.key);
    for (uint32_t i = 0; i < elems.n; i++) {
        Node *e = elems.at[i];
        if (e->kind != NodeKeyValue) {
            err_node(ck, e, "missing key in map literal");
            continue;
        }
        Operand x = {0};
        check_expr_with_hint(ck, &x, e->keyvalue.key, m->map.key);
        assignment(ck, &x, m->map.key, "map literal");
        if (x.mode == ModeInvalid)
            continue;
        if (x.mode == ModeConstant && x.val && x.val->kind != ConstUnknown) {
            const char *text = key_text(ck, &x, by_type);
            if (map_get_str(&visited, text)) {
                err_op(ck, &x, "duplicate key %s in map literal", val_string(ck, x.val));
                continue;
            }
            map_put_str(&visited, text, e);
        }
        Operand v = {0};
        check_expr_with_hint(ck, &v, e->keyvalue.value, m->map.elem);
        assignment(ck, &v, m->map.elem, "map literal");
    }
    map_free(&visited);
}

void check_composite_lit(Checker *ck, Operand *x, Node *n, Type *hint)
{
    Type *t, *base;
    bool is_elem = false;
    Node *tn = n->complit.type;
    if (tn && tn->kind == NodeArrayType && !tn->array.len) {
        t = base = new_array(ck->ctx, check_var_type(ck, tn->array.elem), -1);
    } else if (tn) {
        t = base = check_type(ck, tn);
    } else if (hint) {
        t = base = hint;
        Type *u = common_under(ck->ctx, base, NULL);
        if (u && u->kind == KindPointer)
            base = u->pointer.elem;
        is_elem = true;
    } else {
        err_node(ck, n, "missing type in composite literal");
        t = base = ck->ctx->basic[KindInvalid];
    }
    if (ck->npath > 0 && !finite_size(ck, base)) {
        x->mode = ModeInvalid;
        return;
    }
    Type *u = common_under(ck->ctx, base, NULL);
    switch (u ? (TypeKind)u->kind : KindTuple) {
    case KindStruct:
        if (n->complit.elems.n == 0)
            break;
        if (n->complit.elems.at[0]->kind == NodeKeyValue)
            keyed_struct(ck, n, base, u);
        else
            plain_struct(ck, n, base, u);
        break;
    case KindArray: {
        int64_t len = indexed_elems(ck, n->complit.elems, u->array.elem, u->array.len);
        if (u->array.len < 0) {
            u->array.len = len;
            limit_array_size(ck, u, n);
            if (tn) {
                tn->mode = ModeType;
                tn->type = u;
            }
        }
        break;
    }
    case KindSlice:
        limit_array_size(ck, new_array(ck->ctx, u->slice.elem, indexed_elems(ck, n->complit.elems, u->slice.elem, -1)), n);
        break;
    case KindMap:
        map_elems(ck, n->complit.elems, u);
        break;
    default:
        for (uint32_t i = 0; i < n->complit.elems.n; i++)
            use_expr(ck, n->complit.elems.at[i]);
        if (u && u->kind == KindInvalid && t->kind != KindInvalid)
            break; /* a type with a name: what is wrong with it has been reported */
        if (!u || u->kind != KindInvalid)
            err_node(ck, n, "invalid composite literal%s type %s%s", is_elem ? " element" : "", tstr(ck, t),
                     u ? "" : " (no common underlying type)");
        x->mode = ModeInvalid;
        return;
    }
    x->mode = ModeValue;
    x->type = t;
}
