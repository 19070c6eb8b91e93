/* check.c - the order in which a package is checked.
 *
 * The phases are gc's, because they decide in which order errors are found:
 * package-level declarations first, function bodies after all of them, then the
 * order of initialization, then unused imports. */
#include <string.h>

#include "check.h"

void later(Checker *ck, void (*work)(Checker *ck, void *arg), void *arg)
{
    Delayed d = {work, arg, ck->env};
    vec_push(ck->delayed, ck->ndelayed, ck->cap_delayed, d);
}

/* Does what was put off since `from`, and what that puts off in turn. */
void process_delayed(Checker *ck, size_t from)
{
    Env saved = ck->env;
    for (size_t i = from; i < ck->ndelayed; i++) {
        Delayed d = ck->delayed[i];
        ck->env = d.env;
        d.work(ck, d.arg);
    }
    ck->ndelayed = from;
    ck->env = saved;
}

/* Expressions that nothing gave a type take their default type. */
static void finish_untyped(Checker *ck)
{
    for (size_t i = 0; i < ck->nuntyped; i++) {
        Node *n = ck->untyped[i];
        if (!n->type || !is_untyped(n->type))
            continue;
        n->type = type_default(ck->ctx, n->type);
        Const *rounded;
        if (n->val && n->type->kind <= KindString && const_representable(ck->a, n->val, n->type, &rounded))
            n->val = rounded;
    }
    ck->nuntyped = 0;
}

Checker *new_checker(TypesCtx *c, Package *p)
{
    Checker *ck = NEW(c->arena, Checker);
    ck->ctx = c;
    ck->a = c->arena;
    ck->pkg = p;
    ck->env.lang = c->lang_minor;
    track_map(c, &ck->decls);
    return ck;
}

static void linkname_error(Checker *ck, Linkname *l, const char *text)
{
    const PosTable *t = ck->ctx->pos;
    diag_add(ck->ctx->diag, pos_file(t, l->pos), (int)pos_line(t, l->pos), 0, "%s", text);
}

static void apply_linknames(Checker *ck)
{
    Map seen = {0};
    for (uint32_t i = 0; i < ck->pkg->nfiles; i++) {
        for (Linkname *l = ck->pkg->files[i]->file.linknames; l; l = l->next) {
            Object *o = scope_lookup(ck->pkg->scope, l->local);
            const char *args = strchr(l->target, '[');
            if (args && strchr(args, ']')) {
                linkname_error(ck, l, "//go:linkname reference of an instantiation is not allowed");
                continue;
            }
            if (!o || (o->kind != ObjVar && o->kind != ObjFunc)) {
                if (allow_version(ck, 18))
                    linkname_error(ck, l, "//go:linkname must refer to declared function or variable");
                continue;
            }
            if (map_has(&seen, o)) {
                linkname_error(ck, l, arena_printf(ck->a, "duplicate //go:linkname for %s", l->local));
                continue;
            }
            map_put(&seen, o, o);
            if (o->kind == ObjFunc && o->type->kind == KindFunc && o->type->func.ntparams) {
                linkname_error(ck, l, "//go:linkname reference of an instantiation is not allowed");
                continue;
            }
            if (o->kind == ObjVar)
                o->var.linkname = l->target[0] ? l->target : NULL;
            else if (o->kind == ObjFunc && l->target[0])
                o->func.linkname = l->target;
            else if (o->kind == ObjFunc)
                o->func.linknamed_local = true;
        }
    }
    map_free(&seen);
}

/* Lists functions with bodies in the order of the text. */
static void list_funcs(Checker *ck)
{
    Package *p = ck->pkg;
    for (uint32_t i = 0; i < p->nobjects; i++) {
        Object *o = p->objects[i];
        if (o->kind == ObjFunc && o->func.info && o->type->func.ntparams == 0 && o->type->func.nrecv_tparams == 0)
            PUSH(ck->a, p->funcs, p->nfuncs, p->cap_funcs, o->func.info);
    }
}

Package *check_package(TypesCtx *c, Node **files, size_t nfiles)
{
    Package *p = NEW(c->arena, Package);
    p->path = intern_str(c->names, c->pkg_path ? c->pkg_path : "main");
    p->name = nfiles ? files[0]->file.name->name.text : p->path;
    p->scope = new_scope(c, c->universe);
    p->used = true;
    c->self = p;
    Checker *ck = new_checker(c, p);
    c->checker = ck;
    p->files = files;
    p->nfiles = (uint32_t)nfiles;

    collect_objects(ck);
    package_objects(ck);
    process_delayed(ck, 0); /* bodies of functions too */
    apply_linknames(ck);
    init_order(ck);
    unused_imports(ck);
    if (!ck->reported)
        mono_check(ck);
    if (!ck->reported)
        anonymous_cycles(ck);
    finish_untyped(ck);
    list_funcs(ck);
    return p;
}

void check_sizes(TypesCtx *c) { check_array_sizes(c->checker); }

/* ---- instances of generic functions, bodies of imported ones ---- */

static void bind_tparams(Checker *ck, Scope *s, Object **tparams, Type **targs, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        Object *o = new_object(ck->ctx, ObjTypeName, ck->pkg, tparams[i]->name, targs[i], tparams[i]->pos);
        o->tname.is_tparam = true;
        o->tname.is_alias = true;
        if (strcmp(o->name, "_") != 0)
            scope_insert(ck->a, s, o);
    }
}

FuncVars *instance_body(TypesCtx *c, Object *obj)
{
    if (diag_any(c->diag)) /* a body from damaged export data: nothing more is built */
        return NULL;
    if (obj->func.info)
        return obj->func.info;
    Object *generic = obj->func.origin ? obj->func.origin : obj;
    Checker *ck = c->checker;
    if (!generic->decl && (!import_body(ck, generic) || diag_any(c->diag)))
        return NULL;
    if (generic->decl->kind != NodeFuncDecl || !generic->decl->func.body)
        return NULL;
    DeclInfo *d = decl_of(ck, generic);
    if (!d)
        return NULL;
    Env saved = ck->env;
    bool mode = ck->instance_mode;
    Type **saved_targs = ck->inst_targs;
    uint32_t nsaved_targs = ck->ninst_targs;
    uint32_t first_local_type = ck->first_local_type;
    Package *pkg = ck->pkg;
    size_t top = ck->ndelayed;
    Type *sig = generic->type;
    ck->env = (Env){.scope = new_scope(c, d->file), .lang = d->lang ? d->lang : c->lang_minor};
    ck->instance_mode = true;
    ck->pkg = generic->pkg;
    ck->first_local_type = generic->func.first_local_type;
    if (obj->func.recv_named && obj->func.recv_named->kind == KindNamed && obj->func.recv_named->named.ntargs)
        bind_tparams(ck, ck->env.scope, sig->func.recv_tparams, obj->func.recv_named->named.targs,
                     sig->func.nrecv_tparams);
    bind_tparams(ck, ck->env.scope, sig->func.tparams, obj->func.targs, sig->func.ntparams);
    bool method = sig->func.nrecv_tparams > 0;
    ck->inst_targs = method ? obj->func.recv_named->named.targs : obj->func.targs;
    ck->ninst_targs = method ? obj->func.recv_named->named.ntargs : obj->func.ntargs;

    Node *copy = node_copy(c->arena, generic->decl, &c->syntax->next_id);
    Type *inst = check_func_type(ck, copy->func.type, copy->func.recv, (NodeList){0}, obj);
    FuncVars *fv = new_func_info(ck, copy, copy->func.body, inst);
    fv->obj = obj;
    fv->recv = inst->func.recv;
    fv->link_name = func_link_name(c, obj);
    fv->instance_id = ++c->ninstances;
    obj->func.info = fv;
    copy->func.info = fv;
    copy->obj = obj;
    func_body(ck, fv, NULL, NULL);
    process_delayed(ck, top);
    finish_untyped(ck);
    ck->pkg = pkg;
    ck->first_local_type = first_local_type;
    ck->instance_mode = mode;
    ck->inst_targs = saved_targs;
    ck->ninst_targs = nsaved_targs;
    ck->env = saved;
    if (c->instance_fault)
        pos_error(c->pos, c->diag, obj->pos, "internal compiler error: instance %s: %s", fv->link_name, c->instance_fault);
    return diag_any(c->diag) ? NULL : fv;
}

/* ---- answers for later phases ---- */

FuncVars *range_info(TypesCtx *c, const Node *range) { return map_get(&c->node_types, range); }

Object *call_static_callee(const Node *call)
{
    const Node *f = call->call.fun;
    while (f->kind == NodeParen)
        f = f->paren.x;
    if (f->kind == NodeIndex)
        f = f->index.x; /* an instantiation: the object is at the name */
    while (f->kind == NodeParen)
        f = f->paren.x;
    if (call->call.kind != CallPlain || !f->obj || f->obj->kind != ObjFunc)
        return NULL;
    if (f->kind == NodeSelector && f->select.selection && f->select.selection->is_iface)
        return NULL;
    return f->kind == NodeName || f->kind == NodeSelector ? f->obj : NULL;
}

const char *node_type_string(TypesCtx *c, const Node *n)
{
    static const char *const words[] = {[ModeNoValue] = "no value", [ModeBuiltin] = "builtin", [ModeType] = "type",
                                        [ModeConstant] = "const", [ModeVariable] = "var", [ModeMapIndex] = "mapindex",
                                        [ModeValue] = "value", [ModeNil] = "nil", [ModeCommaOk] = "commaok",
                                        [ModePackage] = "package"};
    if (node_info[n->kind].class != ClassExpr || n->mode == ModeInvalid || n->mode > ModePackage)
        return "";
    Buf b = {0};
    buf_puts(&b, words[n->mode]);
    if (n->val) {
        buf_putc(&b, ' ');
        const_exact(&b, n->val);
    }
    if (n->type && n->mode != ModeBuiltin) {
        buf_putc(&b, ' ');
        buf_puts(&b, link_string(c, n->type));
    }
    if (n->conv)
        buf_printf(&b, " -> %s", link_string(c, n->conv));
    const char *s = arena_strndup(c->arena, b.data, b.len);
    buf_free(&b);
    return s;
}
