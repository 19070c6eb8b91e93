/* typexpr.c - names, and expressions that denote types. */
#include <stdlib.h>
#include <string.h>

#include "check.h"

static Type *type_internal(Checker *ck, Node *n, Object *def);

/* ---- names ---- */

static void use_var(Checker *ck, Object *o)
{
    if (o->pkg == ck->pkg)
        o->used = true;
    note_use(ck, o);
}

/* o was found in the scope of a file that is not its package's: by a dot import there. */
static void use_dot_import(Checker *ck, Scope *file, Object *o)
{
    for (uint32_t i = 0; i < ck->nimports; i++) {
        Object *p = ck->imports[i];
        if (p->parent == file && p->pkgname.imported == o->pkg && strcmp(p->name, ".") == 0)
            p->used = true;
    }
}

void check_ident(Checker *ck, Operand *x, Node *n, Object *def, bool want_type)
{
    (void)def;
    x->mode = ModeInvalid;
    x->expr = n;
    x->type = ck->ctx->basic[KindInvalid];
    Scope *where;
    Object *o = lookup_parent(ck->env.scope, n->name.text, &where);
    if (!o) {
        if (node_is_blank(n))
            err_node(ck, n, "cannot use _ as value or type");
        else
            err_node(ck, n, "undefined: %s", n->name.text);
        return;
    }
    if (n->obj == NULL || n->obj->decl_name != n)
        n->obj = o;
    if (want_type && o->kind != ObjTypeName) {
        err_node(ck, n, "%s (%s) is not a type", o->name, object_kind(o));
        if (o->kind == ObjVar && o->pkg == ck->pkg)
            o->used = true;
        return;
    }
    if (!o->type || (o->kind == ObjTypeName && want_type && o->pkg == ck->pkg && o->color == ColorGrey))
        obj_decl(ck, o);
    if (o->pkg && o->pkg != ck->pkg)
        use_dot_import(ck, where, o);
    Type *t = o->type;
    switch ((ObjectKind)o->kind) {
    case ObjPkgName:
        err_node(ck, n, "use of package %s not in selector", o->name);
        return;
    case ObjConst:
        if (ck->env.decl && decl_of(ck, o))
            add_dep(ck, ck->env.decl, o);
        if (t->kind == KindInvalid)
            return;
        if (!o->pkg && o->type->kind == KindUntypedInt) { /* iota */
            if (!ck->env.iota) {
                err_node(ck, n, "cannot use iota outside constant declaration");
                return;
            }
            x->val = (Const *)ck->env.iota;
        } else {
            x->val = o->cnst.val;
        }
        if (!x->val)
            return;
        x->mode = ModeConstant;
        break;
    case ObjTypeName:
        if (!o->pkg && (t == ck->ctx->type_any || t == ck->ctx->type_comparable) && !allow_version(ck, 18))
            version_error(ck, node_start(n), 18, arena_printf(ck->a, "predeclared %s", o->name));
        x->mode = ModeType;
        break;
    case ObjVar:
        use_var(ck, o);
        if (ck->env.decl && decl_of(ck, o))
            add_dep(ck, ck->env.decl, o);
        if (t->kind == KindInvalid)
            return;
        x->mode = ModeVariable;
        break;
    case ObjFunc:
        if (ck->env.decl && decl_of(ck, o))
            add_dep(ck, ck->env.decl, o);
        x->mode = ModeValue;
        break;
    case ObjBuiltin:
        x->id = (BuiltinId)o->builtin.id;
        x->mode = ModeBuiltin;
        break;
    case ObjNil:
        x->mode = ModeNil;
        break;
    case ObjLabel:
        return;
    }
    x->type = t;
}

/* ---- types ---- */

static void record_type(Node *n, Type *t)
{
    n->mode = ModeType;
    n->type = t;
    n->val = NULL;
}

bool is_generic_type(Type *t)
{
    return (t->kind == KindNamed && t->named.ntparams > 0 && !t->named.origin) ||
           (t->kind == KindAlias && t->alias.ntparams > 0 && !t->alias.origin);
}

Type *defined_type(Checker *ck, Node *n, Object *def)
{
    Type *t = type_internal(ck, n, def);
    if (is_generic_type(t)) {
        err_node(ck, n, "cannot use generic type %s without instantiation", tstr(ck, t));
        t = ck->ctx->basic[KindInvalid];
    }
    record_type(n, t);
    return t;
}

Type *check_type(Checker *ck, Node *n) { return defined_type(ck, n, NULL); }

typedef struct VarTypeJob {
    Node *n;
    Type *t;
} VarTypeJob;

static void check_not_constraint(Checker *ck, void *arg)
{
    VarTypeJob *job = arg;
    Type *u = type_under(job->t);
    if (u->kind != KindInterface || is_tparam(job->t))
        return;
    TypeSet *s = type_set(ck->ctx, u);
    if (s->comparable)
        err_node(ck, job->n, "cannot use type %s outside a type constraint: interface is (or embeds) comparable", tstr(ck, job->t));
    else if (!s->all)
        err_node(ck, job->n, "cannot use type %s outside a type constraint: interface contains type constraints", tstr(ck, job->t));
}

Type *check_var_type(Checker *ck, Node *n) { return valid_var_type(ck, n, defined_type(ck, n, NULL)); }

Type *valid_var_type(Checker *ck, Node *n, Type *t)
{
    TypeKind k = (TypeKind)t->kind;
    if (k == KindNamed || k == KindInterface || k == KindAlias) { /* others are no interfaces */
        VarTypeJob *job = NEW(ck->a, VarTypeJob);
        job->n = n;
        job->t = t;
        later(ck, check_not_constraint, job);
    }
    return t;
}

/* A generic type without type arguments; KindInvalid and *cause when it is none. */
Type *generic_type(Checker *ck, Node *n, const char **cause)
{
    Type *t = type_internal(ck, n, NULL);
    if (type_unalias(t)->kind != KindInvalid && !is_generic_type(t)) {
        if (cause)
            *cause = arena_printf(ck->a, "%s is not a generic type", tstr(ck, t));
        t = ck->ctx->basic[KindInvalid];
    }
    record_type(n, t);
    return t;
}

/* ---- arrays, structs ---- */

int64_t array_length(Checker *ck, Node *n)
{
    /* An undeclared name may be meant as a type parameter: say so. */
    if (n->kind == NodeName) {
        Object *o = lookup_parent(ck->env.scope, n->name.text, NULL);
        if (!o) {
            err_node(ck, n, "undefined array length %s or missing type constraint", n->name.text);
            return -1;
        }
        if (o->kind != ObjConst) {
            err_node(ck, n, "invalid array length %s", n->name.text);
            return -1;
        }
    }
    Operand x = {0};
    check_expr(ck, NULL, &x, n);
    if (ck->instance_mode && x.mode == ModeValue && n->mode == ModeConstant)
        x.mode = ModeConstant;
    if (x.mode != ModeConstant) {
        if (x.mode != ModeInvalid)
            err_op(ck, &x, "array length %s must be constant", op_string(ck, &x));
        return -1;
    }
    if (is_untyped(x.type) || is_integer(x.type)) {
        Const *v = const_to_int(ck->a, x.val);
        if (v) {
            int64_t len;
            if (const_representable(ck->a, v, ck->ctx->basic[KindInt], NULL) && const_get_int64(v, &len) && len >= 0) {
                if (is_untyped(x.type))
                    convert_untyped(ck, &x, ck->ctx->basic[KindInt]);
                return len;
            }
        }
    }
    const char *s = op_string(ck, &x);
    if (is_integer(x.type))
        err_op(ck, &x, "invalid array length %s", s);
    else
        err_op(ck, &x, "array length %s must be integer", s);
    return -1;
}

/* When all else is well: types must fit into memory. As gc does, one message per type and declaration of the package. */
void check_array_sizes(Checker *ck)
{
    const char *last = "";
    Pos pos = 0;
    for (uint32_t i = 0; i < ck->narrays; i++) {
        SizedArray *a = &ck->arrays[i];
        if (!a->t) {
            err_at(ck, a->pos, "array index %lld out of bounds [0:0]", (long long)INT64_MAX);
            continue;
        }
        if (type_has_tparam(a->t) || type_size(a->t) < MaxTypeSize)
            continue;
        const char *name = tstr(ck, a->t);
        if (a->pos != pos || strcmp(name, last) != 0)
            err_at(ck, a->pos, "type %s larger than address space", name);
        pos = a->pos;
        last = name;
    }
}

/* The package-level declaration that is being checked. */
static Pos decl_pos(Checker *ck, Node *n)
{
    Object *o = ck->env.decl ? ck->env.decl->obj : ck->npath > 0 ? ck->path[ck->npath - 1] : NULL;
    if (!o)
        return node_start(n);
    return o->decl && o->decl->kind == NodeVarDecl ? o->decl->vardecl.names.at[0]->pos : o->pos;
}

/* Remembers the type t at n, to look at its size when its element is complete; small ones are not worth it.
 * NULL: a literal with the largest index that there is stands there. */
void limit_array_size(Checker *ck, Type *t, Node *n)
{
    if (!t)
        PUSH(ck->a, ck->arrays, ck->narrays, ck->cap_arrays, (SizedArray){NULL, n->pos});
    else if (!ck->instance_mode && (t->array.len > 1 << 20 || t->array.elem->kind > KindUntypedNil))
        PUSH(ck->a, ck->arrays, ck->narrays, ck->cap_arrays, (SizedArray){t, decl_pos(ck, n)});
}

static Type *array_type(Checker *ck, Node *n)
{
    Type *t = new_array(ck->ctx, NULL, -1);
    t->array.elem = ck->ctx->basic[KindInvalid];
    if (!n->array.len) {
        err_node(ck, n, "invalid use of [...] array (outside a composite literal)");
        check_var_type(ck, n->array.elem);
        return ck->ctx->basic[KindInvalid];
    }
    t->array.len = array_length(ck, n->array.len);
    t->array.elem = check_var_type(ck, n->array.elem);
    if (t->array.len > 0)
        limit_array_size(ck, t, n);
    return t->array.len >= 0 ? t : ck->ctx->basic[KindInvalid];
}

static const char *struct_tag(Checker *ck, Node *tag, uint32_t *len)
{
    *len = 0;
    if (!tag || tag->kind != NodeBasicLit || tag->lit.bad)
        return "";
    Const *c = const_from_lit(ck->a, LitString, tag->lit.text, tag->lit.size);
    *len = (uint32_t)c->str.len;
    return c->str.s;
}

/* The Name at the end of an embedded type: T, *T, p.T, T[A]. */
static Node *embedded_name(Node *n)
{
    n = unparen(n);
    switch (n->kind) {
    case NodeName: return n;
    case NodeStar: return unparen(n->star.x)->kind == NodeStar ? NULL : embedded_name(n->star.x);
    case NodeSelector: return n->select.sel;
    case NodeIndex: return embedded_name(n->index.x);
    default: return NULL;
    }
}

typedef struct EmbedJob {
    Node *at;
    Type *type;
} EmbedJob;

static void check_embedded(Checker *ck, void *arg)
{
    EmbedJob *job = arg;
    bool is_ptr;
    Type *t = type_deref(job->type, &is_ptr);
    Type *u = type_under(t);
    if (is_tparam(t))
        err_node(ck, job->at, "embedded field type cannot be a (pointer to a) type parameter");
    else if (u->kind == KindUnsafePointer)
        err_node(ck, job->at, "embedded field type cannot be unsafe.Pointer");
    else if (u->kind == KindPointer)
        err_node(ck, job->at, "embedded field type cannot be a pointer");
    else if (u->kind == KindInterface && is_ptr)
        err_node(ck, job->at, "embedded field type cannot be a pointer to an interface");
}

static Type *struct_type(Checker *ck, Node *n, Type *t)
{
    NodeList list = n->structtype.fields;
    Object **fields = NEW_ARRAY(ck->a, Object *, list.n);
    bool has_tags = false;
    for (uint32_t i = 0; i < list.n; i++)
        has_tags |= list.at[i]->field.tag != NULL;
    if (has_tags) {
        t->strct.tags = NEW_ARRAY(ck->a, const char *, list.n);
        t->strct.tag_len = NEW_ARRAY(ck->a, uint32_t, list.n);
    }
    uint32_t nfields = 0;
    Map seen = {0};
    Type *ft = NULL;
    for (uint32_t i = 0; i < list.n; i++) {
        Node *f = list.at[i], *name = f->field.name;
        if (!f->field.same_type || !ft)
            ft = check_var_type(ck, f->field.type);
        bool embedded = name == NULL;
        Node *at = f->field.type;
        if (embedded) {
            Node *base = embedded_name(f->field.type);
            if (!base) {
                err_node(ck, f->field.type, "invalid embedded field type %s", node_string(ck, f->field.type));
                continue;
            }
            at = base;
            EmbedJob *job = NEW(ck->a, EmbedJob);
            job->at = f->field.type;
            job->type = ft;
            if (unparen(f->field.type)->kind == NodeStar)
                job->at = f->field.type;
            later(ck, check_embedded, job);
        }
        const char *text = embedded ? at->name.text : name->name.text;
        Object *v = new_var(ck->ctx, ck->pkg, text, ft, embedded ? at->pos : name->pos, VarField);
        v->var.embedded = embedded;
        v->var.index = nfields;
        v->decl = f;
        v->used = true;
        f->obj = v;
        if (name)
            name->obj = v;
        if (strcmp(text, "_") != 0) {
            Object *alt = map_get(&seen, text);
            if (alt) {
                err_at(ck, v->pos, "%s redeclared%sother declaration of %s", text, at_string(ck, alt->pos), text);
                continue;
            }
            map_put(&seen, text, v);
        }
        if (has_tags)
            t->strct.tags[nfields] = struct_tag(ck, f->field.tag, &t->strct.tag_len[nfields]);
        fields[nfields++] = v;
    }
    map_free(&seen);
    t->strct.fields = fields;
    t->strct.n = nfields;
    return t;
}

/* ---- interfaces and unions (spec: "General interfaces") ---- */

static Type *union_term(Checker *ck, Node *n, bool *tilde)
{
    *tilde = n->kind == NodeUnary && n->op == TokTilde;
    Node *type = *tilde ? n->unary.x : n;
    Type *t = check_type(ck, type);
    if (is_tparam(t) && !ck->instance_mode) {
        if (*tilde)
            err_node(ck, type, "type in term %s cannot be a type parameter", node_string(ck, n));
        else
            err_node(ck, type, "term cannot be a type parameter");
        t = ck->ctx->basic[KindInvalid];
    }
    if (*tilde)
        record_type(n, t);
    return t;
}

enum { MaxTerms = 100 }; /* of a union, as in gc */

typedef struct UnionJob {
    Type *t;
    Node **at;
} UnionJob;

static const char *term_string(Checker *ck, Union *u, uint32_t i)
{
    return arena_printf(ck->a, "%s%s", u->tilde[i] ? "~" : "", term_type_string(ck->ctx, u->types[i]));
}

/* Terms of a union when those of the interfaces in it are counted too. */
static uint32_t flat_terms(Checker *ck, const Union *u)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < u->n; i++) {
        TypeSet *s = type_under(u->types[i])->kind == KindInterface ? type_set(ck->ctx, u->types[i]) : NULL;
        n += s && !s->all ? s->terms.n : 1;
    }
    return n;
}

static void too_many_terms(Checker *ck, Node *at)
{
    err_node(ck, at, "cannot handle more than %d union terms (implementation limitation)", MaxTerms);
}

static void check_union(Checker *ck, void *arg)
{
    UnionJob *job = arg;
    Union *u = &job->t->uni;
    if (flat_terms(ck, u) > MaxTerms) {
        too_many_terms(ck, job->at[0]);
        return;
    }
    for (uint32_t i = 0; i < u->n; i++) {
        Type *t = u->types[i], *under = type_under(t);
        if (under->kind == KindInvalid)
            continue;
        bool iface = under->kind == KindInterface;
        if (u->tilde[i] && iface) {
            err_node(ck, job->at[i], "invalid use of ~ (%s is an interface)", tstr(ck, t));
            continue;
        }
        if (u->tilde[i] && !type_identical(under, t)) {
            err_node(ck, job->at[i], "invalid use of ~ (underlying type of %s is %s)", tstr(ck, t), tstr(ck, under));
            continue;
        }
        if (iface && u->n > 1) {
            TypeSet *s = type_set(ck->ctx, under);
            if (s->nmethods)
                err_node(ck, job->at[i], "cannot use %s in union (%s contains methods)", term_string(ck, u, i), term_string(ck, u, i));
            else if (t == ck->ctx->type_comparable)
                err_node(ck, job->at[i], "cannot use comparable in union");
            else if (s->comparable)
                err_node(ck, job->at[i], "cannot use %s in union (%s embeds comparable)", term_string(ck, u, i), term_string(ck, u, i));
            continue;
        }
        for (uint32_t j = 0; j < i && !iface; j++) {
            Type *o = u->types[j], *ou = type_under(o);
            if (ou->kind == KindInterface || ou->kind == KindInvalid)
                continue;
            bool disjoint = !type_identical(u->tilde[j] ? under : t, u->tilde[i] ? ou : o);
            if (!disjoint) {
                err_node(ck, job->at[i], "overlapping terms %s and %s", term_string(ck, u, i), term_string(ck, u, j));
                break;
            }
        }
    }
}

static uint32_t count_terms(Node *n)
{
    uint32_t k = 1;
    for (; n->kind == NodeBinary && n->op == TokOr; n = n->binary.x)
        k++;
    return k;
}

static Type *parse_union(Checker *ck, Node *n)
{
    uint32_t k = count_terms(n);
    if (k > MaxTerms) {
        Node *at = n;
        for (uint32_t i = k; i > MaxTerms + 1; i--)
            at = at->binary.x;
        too_many_terms(ck, at->binary.y);
        return ck->ctx->basic[KindInvalid];
    }
    Type *t = new_type(ck->ctx, KindUnion);
    Node **at = NEW_ARRAY(ck->a, Node *, k);
    t->uni.types = NEW_ARRAY(ck->a, Type *, k);
    t->uni.tilde = NEW_ARRAY(ck->a, bool, k);
    t->uni.n = k;
    Node *x = n;
    for (uint32_t i = k; i-- > 0; x = i ? x->binary.x : x) {
        at[i] = i ? x->binary.y : x;
        if (i == 1) {
            at[0] = x->binary.x;
            break;
        }
    }
    for (Node *b = n; b->kind == NodeBinary && b->op == TokOr; b = b->binary.x)
        record_type(b, t);
    for (uint32_t i = 0; i < k; i++) {
        t->uni.types[i] = union_term(ck, at[i], &t->uni.tilde[i]);
        if (k == 1 && !t->uni.tilde[i])
            return t->uni.types[i]; /* one type alone: embedded as it is */
    }
    UnionJob *job = NEW(ck->a, UnionJob);
    job->t = t;
    job->at = at;
    later(ck, check_union, job);
    return t;
}

static void finish_interface(Checker *ck, void *arg)
{
    Type *t = arg;
    compute_type_set(ck, t, 0);
}

static void add_iface_method(Checker *ck, Type *t, Node *f, Object *def, uint32_t *cap)
{
    Node *name = f->field.name;
    if (node_is_blank(name)) {
        err_node(ck, name, "methods must have a unique non-blank name");
        return;
    }
    Type *sig = check_type(ck, f->field.type);
    if (sig->kind != KindFunc)
        return;
    Type *recv = def && def->type && def->type->kind == KindNamed ? def->type : t;
    sig->func.recv = new_var(ck->ctx, ck->pkg, "", recv, name->pos, VarRecv);
    Object *m = new_object(ck->ctx, ObjFunc, ck->pkg, name->name.text, sig, name->pos);
    m->color = ColorBlack;
    m->func.is_iface_method = true;
    m->func.recv_named = recv->kind == KindNamed ? recv : NULL;
    m->decl = f;
    f->obj = name->obj = m;
    PUSH(ck->a, t->iface.methods, t->iface.nmethods, *cap, m);
}

static int by_method_order(const void *x, const void *y)
{
    const Object *a = *(Object *const *)x, *b = *(Object *const *)y;
    return method_less(a, b) ? -1 : method_less(b, a) ? 1 : (a->pos > b->pos) - (a->pos < b->pos);
}

static Type *interface_type(Checker *ck, Node *n, Object *def)
{
    Type *t = new_interface(ck->ctx, NULL, 0);
    NodeList list = n->iface.elems;
    if (list.n == 0)
        return t;
    t->iface.set = NULL;
    uint32_t cap = 0;
    t->iface.embeds = NEW_ARRAY(ck->a, Type *, list.n);
    t->iface.embed_pos = NEW_ARRAY(ck->a, Pos, list.n);
    for (uint32_t i = 0; i < list.n; i++) {
        Node *f = list.at[i];
        if (f->field.name) {
            add_iface_method(ck, t, f, def, &cap);
            continue;
        }
        Type *e = parse_union(ck, f->field.type);
        t->iface.embeds[t->iface.nembeds] = e;
        t->iface.embed_pos[t->iface.nembeds++] = node_start(f->field.type);
    }
    if (t->iface.nmethods)
        qsort(t->iface.methods, t->iface.nmethods, sizeof *t->iface.methods, by_method_order);
    if (!ck->instance_mode)
        PUSH(ck->a, ck->ifaces, ck->nifaces, ck->cap_ifaces, n);
    later(ck, finish_interface, t);
    return t;
}

/* ---- functions ---- */

typedef struct Params {
    Object **vars;
    uint32_t n;
    bool variadic;
} Params;

static Params collect_params(Checker *ck, NodeList list, VarRole role, bool variadic_ok)
{
    Params p = {NEW_ARRAY(ck->a, Object *, list.n), list.n, false};
    Type *t = NULL;
    for (uint32_t i = 0; i < list.n; i++) {
        Node *f = list.at[i], *type = f->field.type;
        if (!f->field.same_type || !t) {
            if (type->kind == NodeDotsType) {
                if (variadic_ok && i + 1 == list.n)
                    p.variadic = true;
                t = check_var_type(ck, type->dotstype.elem);
            } else {
                t = check_var_type(ck, type);
            }
        }
        Node *name = f->field.name;
        Object *v = new_var(ck->ctx, ck->pkg, name ? name->name.text : "", t, name ? name->pos : node_start(type), role);
        v->decl = f;
        v->var.index = i;
        v->used = true;
        f->obj = v;
        if (name) {
            name->obj = v;
            v->decl_name = name;
        }
        p.vars[i] = v;
    }
    if (p.variadic) {
        Object *last = p.vars[list.n - 1];
        last->type = new_slice(ck->ctx, last->type);
        record_type(list.at[list.n - 1]->field.type, last->type);
    }
    return p;
}

static void declare_params(Checker *ck, NodeList list, Object **vars, Pos scope_pos)
{
    for (uint32_t i = 0; i < list.n; i++) {
        if (list.at[i]->field.name)
            declare(ck, ck->env.scope, list.at[i]->field.name, vars[i], scope_pos);
    }
}

typedef struct RecvJob {
    Node *base;
    Object *recv;
} RecvJob;

/* spec: "Method declarations": what a receiver's base type may be. */
static void valid_recv(Checker *ck, void *arg)
{
    RecvJob *job = arg;
    Type *t = type_deref(job->recv->type, NULL);
    Type *u = type_unalias(t);
    if (u->kind == KindInvalid)
        return;
    if (u->kind == KindNamed) {
        if (u->named.obj->pkg != ck->pkg) {
            err_node(ck, job->base, "cannot define new methods on non-local type %s", tstr(ck, t));
            return;
        }
        const char *cause = "";
        Type *under = type_under(u);
        if (under->kind == KindUnsafePointer)
            cause = "unsafe.Pointer";
        else if (under->kind == KindPointer || under->kind == KindInterface)
            cause = "pointer or interface type";
        if (cause[0])
            err_node(ck, job->base, "invalid receiver type %s (%s)", tstr(ck, t), cause);
    } else if (u->kind <= KindUntypedNil) {
        err_node(ck, job->base, "cannot define new methods on non-local type %s", tstr(ck, t));
    } else {
        err_node(ck, job->base, "invalid receiver type %s", tstr(ck, job->recv->type));
    }
}

/* The receiver's type when it has type parameters, func (r *T[P]) m(). */
static Type *generic_recv(Checker *ck, Node *base, NodeList names, bool ptr, Type *sig)
{
    const char *cause = "";
    if (!allow_version(ck, 18))
        version_error(ck, node_start(base), 18, "type instantiation");
    Type *g = generic_type(ck, base, &cause), *invalid = ck->ctx->basic[KindInvalid];
    if (cause[0])
        err_node(ck, base, "%s", cause);
    if (g->kind == KindAlias) {
        if (type_unalias(g)->kind != KindInvalid)
            err_node(ck, base, "cannot define new methods on generic alias type %s", tstr(ck, g));
        g = invalid;
    }
    Object **tparams = NEW_ARRAY(ck->a, Object *, names.n);
    uint32_t n = 0;
    for (uint32_t i = 0; i < names.n; i++) {
        Node *name = names.at[i];
        if (name->kind != NodeName) {
            err_node(ck, name, "receiver type parameter %s must be an identifier", node_string(ck, name));
            Node *blank = node_alloc(ck->a, NodeName, name->pos, ck->ctx->syntax->next_id++);
            blank->name.text = ck->ctx->syntax->blank;
            name = blank;
        }
        Object *o = new_object(ck->ctx, ObjTypeName, ck->pkg, name->name.text, NULL, name->pos);
        o->tname.is_tparam = true;
        new_tparam(ck->ctx, o, invalid)->tparam.index = n;
        o->color = ColorBlack;
        record_type(name, o->type);
        name->obj = o;
        declare(ck, ck->env.scope, name, o, 0);
        tparams[n++] = o;
    }
    sig->func.recv_tparams = tparams;
    sig->func.nrecv_tparams = n;
    if (g->kind == KindInvalid)
        return invalid;
    if (n != g->named.ntparams) {
        err_node(ck, base, "receiver declares %u type parameter%s, but receiver base type declares %u", n, n == 1 ? "" : "s", g->named.ntparams);
        return invalid;
    }
    Type **targs = NEW_ARRAY(ck->a, Type *, n);
    for (uint32_t i = 0; i < n; i++)
        targs[i] = tparams[i]->type;
    for (uint32_t i = 0; i < n; i++)
        mono_canon(ck, tparams[i], g->named.tparams[i]);
    for (uint32_t i = 0; i < n; i++)
        tparams[i]->type->tparam.bound = type_subst(ck->ctx, g->named.tparams[i]->type->tparam.bound, g->named.tparams, targs, n);
    Type *t = instantiate_type(ck->ctx, g, targs, n);
    return ptr ? new_pointer(ck->ctx, t) : t;
}

static Type *unpointer(Type *t)
{
    while (t->kind == KindPointer)
        t = t->pointer.elem;
    return t;
}

static Object *collect_recv(Checker *ck, Node *field, Type *sig, Object *fobj)
{
    Node *base;
    NodeList names;
    bool ptr = unpack_recv(field->field.type, &base, &names);
    Type *t;
    if (ck->instance_mode && fobj && fobj->func.origin) {
        t = fobj->func.recv_named;
        if (fobj->func.ptr_recv)
            t = new_pointer(ck->ctx, t);
    } else if (names.n) {
        t = generic_recv(ck, base, names, ptr, sig);
    } else {
        t = check_var_type(ck, field->field.type);
        Type *a = unpointer(t);
        for (int i = 0; a->kind == KindAlias && i < 100; i++) {
            if (!a->alias.actual)
                alias_resolve(a);
            Type *b = a->alias.actual ? unpointer(a->alias.actual) : ck->ctx->basic[KindInvalid];
            if ((b->kind == KindNamed && b->named.ntargs) || (b->kind == KindAlias && b->alias.ntargs)) {
                err_node(ck, base, "cannot define new methods on instantiated type %s", tstr(ck, b));
                t = ck->ctx->basic[KindInvalid];
                break;
            }
            a = b;
        }
    }
    record_type(field->field.type, t);
    Node *name = field->field.name;
    Object *recv = new_var(ck->ctx, ck->pkg, name ? name->name.text : "", t, name ? name->pos : node_start(field->field.type), VarRecv);
    recv->decl = field;
    recv->used = true;
    field->obj = recv;
    RecvJob *job = NEW(ck->a, RecvJob);
    job->base = base;
    job->recv = recv;
    later(ck, valid_recv, job);
    return recv;
}

Type *check_func_type(Checker *ck, Node *ftype, Node *recv, NodeList tparams, Object *fobj)
{
    Type *sig = new_func(ck->ctx, NULL, NULL, false);
    if (fobj)
        fobj->type = sig; /* guards against cycles */
    Scope *saved = ck->env.scope;
    ck->env.scope = new_scope(ck->ctx, saved);
    ck->env.scope->is_func = true;
    ftype->functype.scope = ck->env.scope;
    if (recv)
        sig->func.recv = collect_recv(ck, recv, sig, fobj);
    if (tparams.n) {
        if (!allow_version(ck, 18) && !(fobj && fobj->func.is_init))
            version_error(ck, node_start(tparams.at[0]), 18, "type parameter");
        collect_tparams(ck, tparams, &sig->func.tparams, &sig->func.ntparams);
    }
    Params params = collect_params(ck, ftype->functype.params, VarParam, true);
    Params results = collect_params(ck, ftype->functype.results, VarResult, false);
    if (recv && recv->field.name)
        declare(ck, ck->env.scope, recv->field.name, sig->func.recv, ftype->pos);
    declare_params(ck, ftype->functype.params, params.vars, ftype->pos);
    declare_params(ck, ftype->functype.results, results.vars, ftype->pos);
    ck->env.scope = saved;
    if (params.n)
        sig->func.params = new_tuple(ck->ctx, params.vars, params.n);
    if (results.n)
        sig->func.results = new_tuple(ck->ctx, results.vars, results.n);
    sig->func.variadic = params.variadic;
    return sig;
}

/* ---- instances ---- */

typedef struct VerifyJob {
    Node *n;
    NodeList args;
    Type *generic;
    Type **targs;
    uint32_t ntargs;
} VerifyJob;

static void verify_instance(Checker *ck, void *arg)
{
    VerifyJob *job = arg;
    Type *g = job->generic;
    Object **tparams = g->kind == KindAlias ? g->alias.tparams : g->named.tparams;
    uint32_t want = g->kind == KindAlias ? g->alias.ntparams : g->named.ntparams;
    if (job->ntargs != want) {
        err_node(ck, job->n, "%s type arguments for type %s: have %u, want %u", job->ntargs < want ? "not enough" : "too many",
                 g->kind == KindAlias ? g->alias.obj->name : g->named.obj->name, job->ntargs, want);
        return;
    }
    uint32_t bad;
    const char *cause = "";
    if (!verify_targs(ck, tparams, job->targs, job->ntargs, &bad, &cause))
        err_node(ck, bad < job->args.n ? job->args.at[bad] : job->n, "%s", cause);
    else
        mono_record(ck, node_start(job->n), tparams, job->targs, job->ntargs, job->args);
}

/* spec: "Instantiations" of types: G[A, B]. */
static Type *instantiated_type(Checker *ck, Node *n, Object *def)
{
    (void)def;
    const char *cause = "";
    Type *invalid = ck->ctx->basic[KindInvalid];
    if (!allow_version(ck, 18))
        version_error(ck, node_start(n), 18, "type instantiation");
    Type *g = generic_type(ck, n->index.x, &cause);
    NodeList args = n->index.indices;
    if (cause[0]) {
        Buf b = {0};
        for (uint32_t i = 0; i < args.n; i++)
            buf_printf(&b, "%s%s", i ? ", " : "", node_string(ck, args.at[i]));
        err_node(ck, n->index.x, "invalid operation: %s[%s] (%s)", node_string(ck, n->index.x), buf_str(&b), cause);
        buf_free(&b);
    }
    Type **targs = NEW_ARRAY(ck->a, Type *, args.n);
    bool ok = true;
    for (uint32_t i = 0; i < args.n; i++) {
        targs[i] = check_var_type(ck, args.at[i]);
        ok &= type_unalias(targs[i])->kind != KindInvalid;
    }
    if (!ok || g->kind == KindInvalid)
        return invalid;
    Type *t = instantiate_type(ck->ctx, g, targs, args.n); /* of invalid structure when the number is wrong */
    if (t->kind == KindNamed && !t->named.inst_pos)
        t->named.inst_pos = node_start(n);
    Instance *inst = NEW(ck->a, Instance);
    *inst = (Instance){g->kind == KindAlias ? g->alias.obj : g->named.obj, targs, args.n, t, NULL};
    n->index.instance = inst;
    VerifyJob *job = NEW(ck->a, VerifyJob);
    *job = (VerifyJob){n, args, g, targs, args.n};
    later(ck, verify_instance, job);
    return t;
}

/* ---- all of them ---- */

static void check_map_key(Checker *ck, void *arg)
{
    Node *n = arg;
    Type *key = n->type->map.key;
    if (under_kind(key) == KindInvalid || comparable_type(key, true, 0))
        return;
    err_node(ck, n->maptype.key, "invalid map key type %s%s", tstr(ck, key),
             is_tparam(key) ? " (missing comparable constraint)" : "");
}

static Type *operand_type(Checker *ck, Operand *x)
{
    switch (x->mode) {
    case ModeType:
        return x->type;
    case ModeInvalid:
        break;
    case ModeNoValue:
        err_op(ck, x, "%s used as type", op_string(ck, x));
        break;
    default:
        err_op(ck, x, "%s is not a type", op_string(ck, x));
        break;
    }
    return ck->ctx->basic[KindInvalid];
}

static Type *type_internal(Checker *ck, Node *n, Object *def)
{
    TypesCtx *c = ck->ctx;
    Type *invalid = c->basic[KindInvalid], *e;
    Operand x = {0};
    switch (n->kind) {
    case NodeBad:
        break;
    case NodeName:
        check_ident(ck, &x, n, def, true);
        return operand_type(ck, &x);
    case NodeSelector:
        selector(ck, &x, n, def, true);
        return operand_type(ck, &x);
    case NodeIndex:
        return instantiated_type(ck, n, def);
    case NodeParen:
        return defined_type(ck, n->paren.x, def);
    case NodeArrayType:
        return array_type(ck, n);
    case NodeSliceType:
        return new_slice(c, check_var_type(ck, n->slicetype.elem));
    case NodeDotsType:
        err_node(ck, n, "invalid syntax tree: invalid use of ...");
        check_var_type(ck, n->dotstype.elem);
        break;
    case NodeStructType:
        return struct_type(ck, n, new_struct(c, NULL, 0));
    case NodeStar:
        e = check_var_type(ck, n->star.x);
        return type_unalias(e)->kind == KindInvalid ? invalid : new_pointer(c, e);
    case NodeFuncType:
        return check_func_type(ck, n, NULL, (NodeList){0}, NULL);
    case NodeInterfaceType:
        return interface_type(ck, n, def);
    case NodeMapType: {
        Type *t = new_map(c, NULL, NULL);
        t->map.key = check_var_type(ck, n->maptype.key);
        t->map.elem = check_var_type(ck, n->maptype.value);
        n->type = t;
        later(ck, check_map_key, n);
        return t;
    }
    case NodeChanType:
        return new_chan(c, check_var_type(ck, n->chantype.elem), (ChanDir)n->chantype.dir);
    default:
        err_node(ck, n, "%s is not a type", node_string(ck, n));
        use_expr(ck, n);
        break;
    }
    return invalid;
}

Type *type_or_nil(Checker *ck, Node *n, bool *is_nil)
{
    Operand x = {0};
    *is_nil = false;
    raw_expr(ck, NULL, &x, n, NULL, false);
    switch (x.mode) {
    case ModeInvalid:
        break;
    case ModeNil:
        *is_nil = true;
        return NULL;
    case ModeType:
        return x.type;
    case ModeNoValue:
        err_op(ck, &x, "%s used as type", op_string(ck, &x));
        break;
    default:
        err_op(ck, &x, "%s is not a type", op_string(ck, &x));
        break;
    }
    return ck->ctx->basic[KindInvalid];
}
