/* decl.c - declarations: finds the type of an object when it is first needed.
 *
 * An object is white (type unknown), grey (being determined: it stands on
 * ck->path) or black.  Meeting a grey object means a cycle; spec: "Type
 * declarations" and "Package initialization" say which are allowed. */
#include <stdlib.h>
#include <string.h>

#include "check.h"

/* ---- cycles ---- */

static const char *qualified(Checker *ck, Object *o)
{
    if (!o->pkg || o->pkg == ck->pkg)
        return o->name;
    return arena_printf(ck->a, "%s.%s", o->pkg->name, o->name);
}

static uint32_t first_in_source(Checker *ck, Object **list, uint32_t n)
{
    uint32_t first = 0;
    for (uint32_t i = 1; i < n; i++) {
        if (pos_before(ck->ctx->pos, list[i]->pos, list[first]->pos))
            first = i;
    }
    return first;
}

/* start UINT32_MAX: the first one in the text.  Returns false for convenience. */
bool cycle_error(Checker *ck, Object **cycle, uint32_t n, uint32_t start)
{
    if (start == UINT32_MAX)
        start = first_in_source(ck, cycle, n);
    Object *o = cycle[start];
    bool is_type = o->kind == ObjTypeName;
    if (is_type && o->type && o->type->kind == KindAlias)
        o->type->alias.actual = ck->ctx->basic[KindInvalid];
    const char *name = qualified(ck, o);
    if (n == 1) {
        err_at(ck, o->pos, is_type ? "invalid recursive type: %s refers to itself" : "invalid cycle in declaration: %s refers to itself", name);
        return false;
    }
    Buf b = {0};
    buf_printf(&b, is_type ? "invalid recursive type %s" : "invalid cycle in declaration of %s", name);
    for (uint32_t i = 0; i < n; i++) {
        Object *next = cycle[(start + i + 1) % n];
        buf_printf(&b, "%s%s refers to %s", at_string(ck, o->pos), qualified(ck, o), qualified(ck, next));
        o = next;
    }
    err_at(ck, cycle[start]->pos, "%s", buf_str(&b));
    buf_free(&b);
    return false;
}

static bool generic_object(Object *o)
{
    return o->type && ((o->type->kind == KindNamed && o->type->named.ntparams > 0) ||
                       (o->type->kind == KindAlias && o->type->alias.ntparams > 0));
}

/* Whether the cycle that leads back to the grey object o is allowed; reports it if not. */
static bool valid_cycle(Checker *ck, Object *o)
{
    uint32_t start = ck->npath;
    while (start > 0 && ck->path[start - 1] != o)
        start--;
    if (start == 0)
        return true;
    start--;
    uint32_t n = ck->npath - start, values = 0, defs = 0;
    for (uint32_t i = start; i < ck->npath; i++) {
        Object *p = ck->path[i];
        if (p->kind == ObjConst || p->kind == ObjVar)
            values++;
        if (p->kind != ObjTypeName)
            continue;
        if (ck->env.in_tparams && generic_object(p))
            return true; /* through a type parameter list */
        if (!p->tname.is_alias)
            defs++;
    }
    if (values == n) /* reported with the order of initialization */
        return true;
    if (values == 0 && defs > 0)
        return true;
    return cycle_error(ck, ck->path + start, n, UINT32_MAX);
}

static void push_object(Checker *ck, Object *o)
{
    o->color = ColorGrey;
    PUSH(ck->a, ck->path, ck->npath, ck->cap_path, o);
}

static void pop_object(Checker *ck) { ck->path[--ck->npath]->color = ColorBlack; }

/* ---- constants and variables ---- */

static void const_decl(Checker *ck, Object *o, Node *type, Node *init, bool inherited)
{
    const Const *iota = ck->env.iota;
    Pos errpos = ck->env.errpos;
    ck->env.iota = const_int(ck->a, o->cnst.iota);
    ck->env.errpos = 0;
    o->cnst.val = NEW(ck->a, Const); /* unknown, until all is well */
    Operand x = {0};
    bool ok = true;
    if (type) {
        Type *t = check_type(ck, type);
        if (!is_const_type(t)) {
            if (under_kind(t) != KindInvalid)
                err_node(ck, type, "invalid constant type %s", tstr(ck, t));
            o->type = ck->ctx->basic[KindInvalid];
            ok = false;
        } else {
            o->type = t;
        }
    }
    if (ok) {
        if (init) {
            if (inherited)
                ck->env.errpos = o->pos;
            check_expr(ck, NULL, &x, init);
        }
        init_const(ck, o, &x);
    }
    ck->env.iota = iota;
    ck->env.errpos = errpos;
}

static void var_decl(Checker *ck, Object *o, Object **lhs, uint32_t nlhs, Node *type, Node *init)
{
    if (type)
        o->type = check_var_type(ck, type);
    if (!init) {
        if (!type)
            o->type = ck->ctx->basic[KindInvalid];
        return;
    }
    if (nlhs <= 1) {
        Operand x = {0};
        check_expr(ck, &(Target){o->type, o->name, NULL}, &x, init);
        init_var(ck, o, &x, "variable declaration");
        return;
    }
    for (uint32_t i = 0; i < nlhs && type; i++)
        lhs[i]->type = o->type;
    NodeList rhs = {&init, 1};
    init_vars(ck, lhs, nlhs, rhs, NULL);
}

/* ---- types ---- */

static void check_valid_type(Checker *ck, void *arg)
{
    Object *o = arg;
    if (o->type && o->type->kind == KindNamed)
        valid_type(ck, o->type);
}

static Object *declare_tparam(Checker *ck, Node *name)
{
    Object *o = new_object(ck->ctx, ObjTypeName, ck->pkg, name->name.text, NULL, name->pos);
    o->tname.is_tparam = true;
    new_tparam(ck->ctx, o, ck->ctx->basic[KindInvalid]);
    o->color = ColorBlack;
    name->obj = o;
    declare(ck, ck->env.scope, name, o, name->pos);
    return o;
}

static Type *check_bound(Checker *ck, Node *n)
{
    bool is_term = (n->kind == NodeUnary && n->op == TokTilde) || (n->kind == NodeBinary && n->op == TokOr);
    if (!is_term)
        return check_type(ck, n);
    Node *field = node_alloc(ck->a, NodeField, n->pos, ck->ctx->syntax->next_id++);
    field->field.type = n;
    field->field.embedded = true;
    Node *iface = node_alloc(ck->a, NodeInterfaceType, n->pos, ck->ctx->syntax->next_id++);
    iface->iface.elems = (NodeList){NEW_ARRAY(ck->a, Node *, 1), 1};
    iface->iface.elems.at[0] = field;
    Type *t = check_type(ck, iface);
    if (t->kind == KindInterface)
        t->iface.implicit = true;
    return t;
}

/* spec: "Type parameter declarations".  The names may be used in all constraints. */
void collect_tparams(Checker *ck, NodeList fields, Object ***out, uint32_t *n)
{
    Object **list = NEW_ARRAY(ck->a, Object *, fields.n);
    for (uint32_t i = 0; i < fields.n; i++) {
        list[i] = declare_tparam(ck, fields.at[i]->field.name);
        list[i]->type->tparam.index = i;
    }
    *out = list;
    *n = fields.n;
    bool saved = ck->env.in_tparams;
    ck->env.in_tparams = true;
    Type *bound = NULL;
    for (uint32_t i = 0; i < fields.n; i++) {
        Node *f = fields.at[i];
        if (i == 0 || f->field.type != fields.at[i - 1]->field.type) {
            bound = check_bound(ck, f->field.type);
            if (is_tparam(bound)) {
                err_node(ck, f->field.type, "cannot use a type parameter as constraint");
                bound = ck->ctx->basic[KindInvalid];
            }
        }
        list[i]->type->tparam.bound = bound;
    }
    ck->env.in_tparams = saved;
}

static void alias_decl(Checker *ck, Object *o, Node *decl)
{
    if (decl->typedecl.tparams.n && !allow_version(ck, 23))
        version_error(ck, node_start(decl->typedecl.tparams.at[0]), 23, "generic type alias");
    else if (!allow_version(ck, 9))
        version_error(ck, decl->pos, 9, "type alias");
    Type *alias = new_alias(ck->ctx, o, NULL);
    Scope *saved = ck->env.scope;
    if (decl->typedecl.tparams.n) {
        ck->env.scope = new_scope(ck->ctx, saved);
        collect_tparams(ck, decl->typedecl.tparams, &alias->alias.tparams, &alias->alias.ntparams);
    }
    Type *rhs = defined_type(ck, decl->typedecl.type, o);
    ck->env.scope = saved;
    if (!alias->alias.actual) /* a cycle may have made it invalid */
        alias->alias.actual = rhs;
    for (uint32_t i = 0; i < alias->alias.ntparams; i++) {
        if (alias->alias.tparams[i]->type == rhs) {
            err_node(ck, decl->typedecl.type, "cannot use type parameter declared in alias declaration as RHS");
            alias->alias.actual = ck->ctx->basic[KindInvalid];
        }
    }
}

static void type_decl(Checker *ck, Object *o, Node *decl)
{
    later(ck, check_valid_type, o);
    if (decl->typedecl.alias) {
        alias_decl(ck, o, decl);
        return;
    }
    if (decl->typedecl.tparams.n && !allow_version(ck, 18))
        version_error(ck, node_start(decl->typedecl.tparams.at[0]), 18, "type parameter");
    Type *named = new_named(ck->ctx, o, NULL);
    if (o->parent != ck->pkg->scope && ck->env.fn) {
        FuncVars *f = ck->env.fn;
        while (f->outer)
            f = f->outer;
        bool generic = f->sig && (f->sig->func.ntparams || f->sig->func.nrecv_tparams); /* none: a literal of a package variable */
        if (!generic)
            PUSH(ck->a, ck->pkg->local_types, ck->pkg->nlocal_types, ck->pkg->cap_local_types, o);
        if (ck->instance_mode) { /* the same name in every package that makes this instance */
            named->named.local_id = ck->first_local_type + ++f->nlocal_types;
            named->named.outer = ck->inst_targs;
            named->named.nouter = ck->ninst_targs;
        } else {
            named->named.local_id = ++ck->nlocal_types;
        }
    }
    Scope *saved = ck->env.scope;
    if (decl->typedecl.tparams.n) {
        ck->env.scope = new_scope(ck->ctx, saved);
        collect_tparams(ck, decl->typedecl.tparams, &named->named.tparams, &named->named.ntparams);
    }
    Type *rhs = defined_type(ck, decl->typedecl.type, o);
    ck->env.scope = saved;
    named->named.rhs = rhs;
    if (is_tparam(rhs) && !ck->instance_mode) {
        err_node(ck, decl->typedecl.type, "cannot use a type parameter as RHS in type declaration");
        named->named.rhs = ck->ctx->basic[KindInvalid];
    }
}

/* ---- methods ---- */

static void check_field_uniqueness(Checker *ck, void *arg)
{
    Type *base = arg, *u = type_under(base);
    if (u->kind != KindStruct)
        return;
    for (uint32_t i = 0; i < u->strct.n; i++) {
        Object *f = u->strct.fields[i];
        for (uint32_t j = 0; j < base->named.nmethods; j++) {
            Object *m = base->named.methods[j];
            if (strcmp(f->name, "_") != 0 && m->name == f->name)
                err_at(ck, m->pos, "field and method with the same name %s%sother declaration of %s", f->name,
                       at_string(ck, f->pos), f->name);
        }
    }
}

static void collect_methods(Checker *ck, Object *o, DeclInfo *d)
{
    if (d->nmethods == 0)
        return;
    Type *base = o->type->kind == KindNamed ? o->type : NULL;
    if (base)
        later(ck, check_field_uniqueness, base);
    Map seen = {0};
    for (uint32_t i = 0; i < d->nmethods; i++) {
        Object *m = d->methods[i], *alt = map_get(&seen, m->name);
        if (alt) {
            err_at(ck, m->pos, "method %s.%s already declared at %s", o->name, m->name, pos_string(ck, alt->pos));
            continue;
        }
        map_put(&seen, m->name, m);
        if (base) {
            m->func.recv_named = base;
            PUSH(ck->a, base->named.methods, base->named.nmethods, base->named.cap_methods, m);
        }
    }
    map_free(&seen);
}

/* ---- functions ---- */

typedef struct BodyJob {
    FuncVars *fi;
    DeclInfo *decl;
} BodyJob;

static uint32_t scope_depth(const Scope *s)
{
    uint32_t n = 0;
    for (; s; s = s->parent)
        n++;
    return n;
}

/* Variables of a scope come before those of the scopes inside; else the order is that of the text. */
static int by_scope(const void *x, const void *y)
{
    const Object *a = *(Object *const *)x, *b = *(Object *const *)y;
    const Scope *s = a->parent, *t = b->parent;
    uint32_t m = scope_depth(s), n = scope_depth(t);
    for (; m > n; m--, s = s->parent)
        if (s->parent == t)
            return 1;
    for (; n > m; n--, t = t->parent)
        if (t->parent == s)
            return -1;
    while (s != t && s->parent != t->parent) {
        s = s->parent;
        t = t->parent;
    }
    return s == t ? (a->pos > b->pos) - (a->pos < b->pos) : (s->pos > t->pos) - (s->pos < t->pos);
}

/* Reports the variables of fi that no one reads. */
void unused_vars(Checker *ck, FuncVars *fi)
{
    Object **list = NULL;
    uint32_t n = 0, cap = 0;
    for (uint32_t i = 0; i < fi->nlocals && !ck->instance_mode; i++) {
        Object *v = fi->locals[i];
        if (!v->used && v->var.role == VarLocal && v->name[0] && strcmp(v->name, "_") != 0)
            PUSH(ck->a, list, n, cap, v);
    }
    if (n > 1)
        qsort(list, n, sizeof *list, by_scope);
    for (uint32_t i = 0; i < n; i++)
        err_at(ck, list[i]->pos, "declared and not used: %s", list[i]->name);
}

static void add_params(Checker *ck, Type *sig)
{
    if (sig->func.recv)
        add_local(ck, sig->func.recv);
    for (uint32_t i = 0; i < sig->func.params->tuple.n; i++)
        add_local(ck, sig->func.params->tuple.vars[i]);
    for (uint32_t i = 0; i < sig->func.results->tuple.n; i++)
        add_local(ck, sig->func.results->tuple.vars[i]);
}

/* Checks the body of fi, whose signature is known. */
void func_body(Checker *ck, FuncVars *fi, DeclInfo *decl, const Const *iota)
{
    Env saved = ck->env;
    Node *ftype = fi->node->kind == NodeFuncDecl ? fi->node->func.type : fi->node->funclit.type;
    ck->env = (Env){.decl = decl, .scope = ftype->functype.scope, .iota = iota, .sig = fi->sig, .fn = fi, .lang = saved.lang};
    if (fi->obj && !ck->instance_mode)
        fi->obj->func.first_local_type = ck->nlocal_types;
    add_params(ck, fi->sig);
    check_body(ck, fi->body);
    if (fi->sig->func.results->tuple.n > 0 && !is_terminating(fi->body, NULL))
        err_at(ck, fi->body->block.rbrace, "missing return");
    unused_vars(ck, fi);
    ck->env = saved;
}

static void body_job(Checker *ck, void *arg)
{
    BodyJob *job = arg;
    func_body(ck, job->fi, job->decl, NULL);
}

/* A function that is linknamed has its body elsewhere. */
static bool has_linkname(const Checker *ck, const Object *o)
{
    for (uint32_t i = 0; i < ck->pkg->nfiles; i++)
        for (const Linkname *l = ck->pkg->files[i]->file.linknames; l; l = l->next)
            if (l->local == o->name)
                return true;
    return false;
}

static void func_decl(Checker *ck, Object *o, DeclInfo *d)
{
    Node *decl = d->decl;
    Type *sig = check_func_type(ck, decl->func.type, decl->func.recv, decl->func.tparams, o);
    if (decl->func.tparams.n && !decl->func.body)
        err_node(ck, decl, "generic function is missing function body");
    if (!decl->func.body) {
        if (ck->ctx->complete && !o->func.is_init && !has_linkname(ck, o))
            err_at(ck, o->pos, "missing function body");
        return;
    }
    FuncVars *fi = new_func_info(ck, decl, decl->func.body, sig);
    fi->outer = NULL;
    fi->obj = o;
    fi->recv = sig->func.recv;
    o->func.info = fi;
    decl->func.info = fi;
    BodyJob *job = NEW(ck->a, BodyJob);
    job->fi = fi;
    job->decl = d;
    later(ck, body_job, job);
}

/* ---- any object ---- */

static void grey_object(Checker *ck, Object *o)
{
    Type *invalid = ck->ctx->basic[KindInvalid];
    switch (o->kind) {
    case ObjConst: case ObjVar:
        if (!valid_cycle(ck, o) || !o->type)
            o->type = invalid;
        break;
    case ObjTypeName:
        if (!valid_cycle(ck, o))
            o->type = invalid;
        break;
    case ObjFunc:
        valid_cycle(ck, o);
        break;
    default:
        break;
    }
    if (!o->type)
        o->type = invalid;
}

void obj_decl(Checker *ck, Object *o)
{
    if (o->color == ColorGrey) {
        grey_object(ck, o);
        return;
    }
    if (o->color == ColorBlack || o->type)
        return;
    DeclInfo *d = decl_of(ck, o);
    if (!d) {
        o->type = ck->ctx->basic[KindInvalid];
        return;
    }
    if (too_deep(ck, o->pos)) {
        o->type = ck->ctx->basic[KindInvalid];
        return;
    }
    push_object(ck, o);
    Env saved = ck->env;
    ck->env = (Env){.scope = d->file, .lang = d->lang};
    switch (o->kind) {
    case ObjConst:
        ck->env.decl = d;
        const_decl(ck, o, d->vtype, d->init, d->inherited);
        break;
    case ObjVar:
        ck->env.decl = d;
        if (!ck->pkg->init_info)
            ck->pkg->init_info = NEW(ck->a, FuncVars);
        ck->env.fn = ck->pkg->init_info; /* owns closures in initializers */
        var_decl(ck, o, d->lhs, d->nlhs, d->vtype, d->init);
        break;
    case ObjTypeName:
        type_decl(ck, o, d->decl);
        collect_methods(ck, o, d);
        break;
    case ObjFunc:
        func_decl(ck, o, d);
        break;
    default:
        break;
    }
    ck->env = saved;
    pop_object(ck);
    ck->depth--;
}

bool too_deep(Checker *ck, Pos pos)
{
    if (ck->depth < MaxDepth) {
        ck->depth++;
        return false;
    }
    err_at(ck, pos, "declaration nested too deeply");
    return true;
}

/* ---- declarations in functions ---- */

static void local_const(Checker *ck, Node *d)
{
    size_t top = ck->ndelayed;
    Node *src = d->constdecl.from ? d->constdecl.from : d;
    bool inherited = d->constdecl.from != NULL;
    NodeList names = d->constdecl.names;
    Object **lhs = NEW_ARRAY(ck->a, Object *, names.n);
    for (uint32_t i = 0; i < names.n; i++) {
        lhs[i] = new_object(ck->ctx, ObjConst, ck->pkg, names.at[i]->name.text, NULL, names.at[i]->pos);
        lhs[i]->cnst.iota = d->constdecl.iota;
        lhs[i]->decl = d;
        names.at[i]->obj = lhs[i];
        Node *init = i < src->constdecl.values.n ? src->constdecl.values.at[i] : NULL;
        const_decl(ck, lhs[i], src->constdecl.type, init, inherited);
        lhs[i]->color = ColorBlack;
    }
    check_arity(ck, d->pos, names, src->constdecl.values, true, inherited);
    process_delayed(ck, top);
    for (uint32_t i = 0; i < names.n; i++)
        declare(ck, ck->env.scope, names.at[i], lhs[i], node_end_pos(d));
}

static void local_var(Checker *ck, Node *d)
{
    size_t top = ck->ndelayed;
    NodeList names = d->vardecl.names, values = d->vardecl.values;
    Object **lhs = NEW_ARRAY(ck->a, Object *, names.n);
    for (uint32_t i = 0; i < names.n; i++) {
        lhs[i] = new_var(ck->ctx, ck->pkg, names.at[i]->name.text, NULL, names.at[i]->pos, VarLocal);
        lhs[i]->decl = d;
        names.at[i]->obj = lhs[i];
        lhs[i]->decl_name = names.at[i];
    }
    bool multi = values.n == 1 && names.n != 1;
    for (uint32_t i = 0; i < names.n; i++) {
        Node *init = values.n == 1 ? values.at[0] : i < values.n ? values.at[i] : NULL;
        var_decl(ck, lhs[i], multi ? lhs : NULL, multi ? names.n : 0, d->vardecl.type, init);
        if (values.n == 1)
            break;
    }
    if (!d->vardecl.type || values.n)
        check_arity(ck, d->pos, names, values, false, false);
    for (uint32_t i = 0; i < names.n; i++) {
        if (!lhs[i]->type)
            lhs[i]->type = ck->ctx->basic[KindInvalid];
    }
    process_delayed(ck, top);
    for (uint32_t i = 0; i < names.n; i++) {
        add_local(ck, lhs[i]);
        declare(ck, ck->env.scope, names.at[i], lhs[i], node_end_pos(d));
    }
}

static void local_type(Checker *ck, Node *d)
{
    Node *name = d->typedecl.name;
    Object *o = new_object(ck->ctx, ObjTypeName, ck->pkg, name->name.text, NULL, name->pos);
    o->decl = d;
    o->tname.is_alias = d->typedecl.alias;
    d->obj = name->obj = o;
    declare(ck, ck->env.scope, name, o, name->pos);
    push_object(ck, o);
    type_decl(ck, o, d);
    pop_object(ck);
}

void decl_stmt(Checker *ck, NodeList decls)
{
    for (uint32_t i = 0; i < decls.n; i++) {
        Node *d = decls.at[i];
        switch (d->kind) {
        case NodeConstDecl: local_const(ck, d); break;
        case NodeVarDecl: local_var(ck, d); break;
        case NodeTypeDecl: local_type(ck, d); break;
        default: break;
        }
    }
}

/* ---- types that contain themselves ---- */

typedef struct Nest {
    Type *type;
    const struct Nest *outer;
    uint32_t depth;
} Nest;

static bool valid_type_in(Checker *ck, Type *t, const Nest *nest, const Nest *path);

static bool report_nest(Checker *ck, Type *t, const Nest *path)
{
    Object **cycle = NULL;
    uint32_t n = 0, cap = 0;
    for (const Nest *p = path; p; p = p->outer) {
        Object *o = p->type->named.obj;
        if (p->type->named.inst_pos) { /* an instance stands where it is written */
            o = object_copy(ck->a, o);
            o->pos = p->type->named.inst_pos;
        }
        PUSH(ck->a, cycle, n, cap, o);
        if (type_identical(p->type, t))
            break;
    }
    for (uint32_t i = 0; i < n / 2; i++) {
        Object *o = cycle[i];
        cycle[i] = cycle[n - 1 - i];
        cycle[n - 1 - i] = o;
    }
    return cycle_error(ck, cycle, n, 0);
}

static bool valid_named(Checker *ck, Type *t, const Nest *nest, const Nest *path)
{
    Type *g = t->named.origin ? t->named.origin : t;
    if (g->mark & MarkValid && t->named.ntargs == 0)
        return true;
    if (g->named.obj->pkg != ck->pkg && t->named.ntargs == 0)
        return true; /* imported ones have been checked */
    if ((g->named.under && g->named.under->kind == KindInvalid) || (g->named.rhs && type_unalias(g->named.rhs)->kind == KindInvalid))
        return true; /* reported */
    for (const Nest *p = nest; p; p = p->outer) {
        if (!type_identical(p->type, t))
            continue;
        t->named.under = g->named.under = ck->ctx->basic[KindInvalid];
        return report_nest(ck, t, path);
    }
    Nest n = {t, nest, nest ? nest->depth + 1 : 0}, p = {t, path, path ? path->depth + 1 : 0};
    if (n.depth > 500)
        return true;
    Type *rhs = g->named.rhs ? g->named.rhs : g->named.under;
    if (!rhs && g->named.obj->pkg != ck->pkg)
        rhs = type_under(g); /* imported, and not looked at before */
    if (rhs && !valid_type_in(ck, rhs, &n, &p))
        return false;
    g->mark |= MarkValid;
    return true;
}

static bool valid_type_in(Checker *ck, Type *t, const Nest *nest, const Nest *path)
{
    t = type_unalias(t);
    switch (t->kind) {
    case KindArray:
        return valid_type_in(ck, t->array.elem, nest, path);
    case KindStruct:
        for (uint32_t i = 0; i < t->strct.n; i++) {
            if (!valid_type_in(ck, t->strct.fields[i]->type, nest, path))
                return false;
        }
        return true;
    case KindUnion:
        for (uint32_t i = 0; i < t->uni.n; i++) {
            if (!valid_type_in(ck, t->uni.types[i], nest, path))
                return false;
        }
        return true;
    case KindInterface:
        for (uint32_t i = 0; i < t->iface.nembeds; i++) {
            if (!valid_type_in(ck, t->iface.embeds[i], nest, path))
                return false;
        }
        return true;
    case KindNamed:
        return valid_named(ck, t, nest, path);
    case KindTypeParam: /* stands for the argument of the innermost instance */
        if (nest && nest->type->named.origin) {
            Type *g = nest->type->named.origin;
            for (uint32_t i = 0; i < g->named.ntparams && i < nest->type->named.ntargs; i++) {
                if (g->named.tparams[i]->type == t)
                    return valid_type_in(ck, nest->type->named.targs[i], nest->outer, path);
            }
        }
        return true;
    default:
        return true;
    }
}

void valid_type(Checker *ck, Type *t) { valid_type_in(ck, t, NULL, NULL); }

/* ---- values of types that are being declared ---- */

static bool finite_named(Checker *ck, Type *t)
{
    Type *g = t->named.origin ? t->named.origin : t;
    if (g->mark & MarkFinite || g->named.obj->pkg != ck->pkg)
        return true;
    Object *o = g->named.obj;
    for (uint32_t i = ck->npath; i-- > 0;) {
        if (ck->path[i]->kind == ObjTypeName && ck->path[i]->decl == o->decl)
            return cycle_error(ck, ck->path + i, ck->npath - i, UINT32_MAX);
    }
    if (!g->named.rhs || ck->depth > MaxDepth)
        return true;
    ck->depth++;
    if (t->named.inst_pos) { /* an instance stands where it is written */
        o = object_copy(ck->a, o);
        o->pos = t->named.inst_pos;
    }
    push_object(ck, o);
    bool ok = finite_size(ck, g->named.rhs);
    pop_object(ck);
    ck->depth--;
    if (ok)
        g->mark |= MarkFinite;
    return ok;
}

bool finite_size(Checker *ck, Type *t)
{
    t = type_unalias(t);
    if (t->kind == KindNamed)
        return finite_named(ck, t);
    if (t->kind == KindArray)
        return finite_size(ck, t->array.elem);
    for (uint32_t i = 0; t->kind == KindStruct && i < t->strct.n; i++) {
        if (t->strct.fields[i]->type && !finite_size(ck, t->strct.fields[i]->type))
            return false;
    }
    return true;
}

/* ---- interfaces without names that contain themselves: gc refuses them ---- */

static bool iface_has_cycle(TypesCtx *c, Type *t, int depth);

static bool vars_have_cycle(TypesCtx *c, Object **vars, uint32_t n, int depth);

static bool mentions_cycle(TypesCtx *c, Type *t, int depth)
{
    t = type_unalias(t);
    switch (t->kind) {
    case KindInterface: return iface_has_cycle(c, t, depth + 1);
    case KindPointer: return mentions_cycle(c, t->pointer.elem, depth);
    case KindSlice: return mentions_cycle(c, t->slice.elem, depth);
    case KindArray: return mentions_cycle(c, t->array.elem, depth);
    case KindChan: return mentions_cycle(c, t->chan.elem, depth);
    case KindMap: return mentions_cycle(c, t->map.key, depth) || mentions_cycle(c, t->map.elem, depth);
    case KindStruct: return vars_have_cycle(c, t->strct.fields, t->strct.n, depth);
    case KindTuple: return vars_have_cycle(c, t->tuple.vars, t->tuple.n, depth);
    case KindFunc: return mentions_cycle(c, t->func.params, depth) || mentions_cycle(c, t->func.results, depth);
    default: return false;
    }
}

static bool vars_have_cycle(TypesCtx *c, Object **vars, uint32_t n, int depth)
{
    for (uint32_t i = 0; i < n; i++) {
        if (mentions_cycle(c, vars[i]->type, depth))
            return true;
    }
    return false;
}

static bool iface_has_cycle(TypesCtx *c, Type *t, int depth)
{
    TypeSet *s = type_set(c, t);
    if (s->nmethods == 0 || t->mark & MarkAcyclic || depth > 1000)
        return false;
    if (t->mark & MarkCyclic)
        return true;
    t->mark |= MarkCyclic; /* until proved otherwise: meeting it again is a cycle */
    for (uint32_t i = 0; i < s->nmethods; i++) {
        if (mentions_cycle(c, s->methods[i]->type, depth))
            return true;
    }
    t->mark = (uint8_t)((t->mark & ~MarkCyclic) | MarkAcyclic);
    return false;
}

static int outer_first(const void *x, const void *y)
{
    const Node *a = *(Node *const *)x, *b = *(Node *const *)y;
    return (a->pos > b->pos) - (a->pos < b->pos);
}

void anonymous_cycles(Checker *ck)
{
    if (ck->nifaces)
        qsort(ck->ifaces, ck->nifaces, sizeof *ck->ifaces, outer_first);
    for (uint32_t i = 0; i < ck->nifaces; i++) {
        Node *n = ck->ifaces[i];
        Type *t = n->type ? type_unalias(n->type) : NULL;
        if (!t || t->kind != KindInterface || !iface_has_cycle(ck->ctx, t, 0))
            continue;
        for (uint32_t j = 0; j < ck->nifaces; j++) { /* one report per cycle */
            if (ck->ifaces[j]->type && ck->ifaces[j]->type->mark & MarkCyclic)
                ck->ifaces[j]->type->mark = (uint8_t)((ck->ifaces[j]->type->mark & ~MarkCyclic) | MarkAcyclic);
        }
        err_at(ck, n->pos, "invalid recursive type: anonymous interface refers to itself (see https://go.dev/issue/56103)");
    }
}
