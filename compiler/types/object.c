/* object.c - scopes, and the bookkeeping about objects: declaring them, who
 * depends on whom, which variables closures capture. */
#include <string.h>

#include "base/utf8.h"
#include "check.h"

bool name_is_exported(const char *name)
{
    if (!name || !name[0])
        return false;
    if ((unsigned char)name[0] < 0x80)
        return name[0] >= 'A' && name[0] <= 'Z';
    uint32_t r;
    utf8_decode(name, strlen(name), &r);
    return unicode_is_upper(r);
}

void *arena_grow(Arena *a, void *items, uint32_t n, uint32_t *cap, size_t size)
{
    *cap = *cap ? *cap * 2 : 4;
    void *grown = arena_alloc(a, *cap * size);
    if (n)
        memcpy(grown, items, n * size);
    return grown;
}

void track_map(TypesCtx *c, Map *m) { PUSH(c->arena, c->maps, c->nmaps, c->cap_maps, m); }

Scope *new_scope(TypesCtx *c, Scope *parent)
{
    Scope *s = NEW(c->arena, Scope);
    s->parent = parent;
    s->ctx = c;
    return s;
}

/* Small scopes are searched from the end of the list; larger ones have a map. */
enum { ScopeLinear = 8 };

Object *scope_lookup(const Scope *s, const char *name)
{
    if (s->n > ScopeLinear)
        return map_get(s->names, name);
    for (uint32_t i = 0; i < s->n; i++) {
        if (s->list[i]->name == name)
            return s->list[i];
    }
    return NULL;
}

Object *scope_insert(Arena *a, Scope *s, Object *obj)
{
    Object *old = scope_lookup(s, obj->name);
    if (old)
        return old;
    PUSH(a, s->list, s->n, s->cap, obj);
    if (s->n > ScopeLinear) {
        if (!s->names) {
            s->names = NEW(a, Map);
            if (s->ctx)
                track_map(s->ctx, s->names);
        }
        for (uint32_t i = s->n == ScopeLinear + 1 ? 0 : s->n - 1; i < s->n; i++)
            map_put(s->names, s->list[i]->name, s->list[i]);
    }
    if (!obj->parent)
        obj->parent = s;
    return NULL;
}

Object *lookup_parent(Scope *s, const char *name, Scope **where)
{
    for (; s; s = s->parent) {
        Object *o = scope_lookup(s, name);
        if (!o && s->importing) /* package scope of an imported package: bodies of its generic functions */
            o = import_lookup(s->ctx, s->importing, name);
        if (o) {
            if (where)
                *where = s;
            return o;
        }
    }
    return NULL;
}

Object *package_lookup(TypesCtx *c, Package *p, const char *name)
{
    Object *o = scope_lookup(p->scope, name);
    if (!o && p->importer)
        o = import_lookup(c, p, name);
    return o;
}

/* Declares obj in s; name is the Name node, or NULL for objects without one. */
void declare(Checker *ck, Scope *s, Node *name, Object *obj, Pos scope_pos)
{
    if (strcmp(obj->name, "_") != 0) {
        Object *alt = scope_insert(ck->a, s, obj);
        if (alt) {
            err_at(ck, obj->pos, "%s redeclared in this block%sother declaration of %s", obj->name,
                   at_string(ck, alt->pos), obj->name);
            obj->used |= obj->kind == ObjVar; /* nobody can use it */
            return;
        }
        obj->scope_pos = scope_pos;
    }
    if (name) {
        name->obj = obj;
        obj->decl_name = name;
    }
}

const char *object_kind(const Object *o)
{
    switch ((ObjectKind)o->kind) {
    case ObjPkgName: return "package name";
    case ObjConst: return "constant";
    case ObjTypeName:
        return o->tname.is_alias ? "type alias" : o->tname.is_tparam ? "type parameter" : "defined type";
    case ObjVar: {
        static const char *const roles[] = {[VarGlobal] = "package-level variable", [VarLocal] = "local variable",
                                            [VarParam] = "parameter", [VarResult] = "result variable",
                                            [VarRecv] = "receiver", [VarField] = "struct field"};
        return roles[o->var.role];
    }
    case ObjFunc: return o->type && o->type->kind == KindFunc && o->type->func.recv ? "method" : "function";
    case ObjLabel: return "label";
    case ObjBuiltin: return "built-in function";
    case ObjNil: return "untyped nil";
    }
    return "object";
}

/* NULL for objects that have no declaration at package level: imported ones (but for generic functions), local ones. */
DeclInfo *decl_of(Checker *ck, Object *o)
{
    const Package *self = ck->ctx->self;
    if (o->order && o->order <= self->nobjects && self->objects[o->order - 1] == o)
        return ck->infos[o->order - 1];
    return o->kind == ObjFunc ? map_get(&ck->decls, o) : NULL;
}

void add_dep(Checker *ck, DeclInfo *d, Object *o)
{
    if (map_has(&d->dep_set, o))
        return;
    if (d->ndeps == 0)
        track_map(ck->ctx, &d->dep_set);
    map_put(&d->dep_set, o, o);
    PUSH(ck->a, d->deps, d->ndeps, d->cap_deps, o);
}

/* ---- functions and their variables ---- */

FuncVars *new_func_info(Checker *ck, Node *node, Node *body, Type *sig)
{
    FuncVars *fi = NEW(ck->a, FuncVars);
    fi->node = node;
    fi->body = body;
    fi->sig = sig;
    fi->outer = ck->env.fn;
    if (fi->outer)
        PUSH(ck->a, fi->outer->closures, fi->outer->nclosures, fi->outer->cap_closures, fi);
    return fi;
}

void add_local(Checker *ck, Object *v)
{
    FuncVars *fi = ck->env.fn;
    if (!fi)
        return;
    v->var.owner = fi;
    v->var.index = fi->nlocals;
    PUSH(ck->a, fi->locals, fi->nlocals, fi->cap_locals, v);
}

/* Records that v is used in the current function: closures between it and v's owner capture it. */
void note_use(Checker *ck, Object *v)
{
    if (v->kind != ObjVar || !v->var.owner)
        return;
    for (FuncVars *fi = ck->env.fn; fi && fi != v->var.owner; fi = fi->outer) {
        v->var.captured = true;
        bool known = false;
        for (uint32_t i = 0; i < fi->ncaptures && !known; i++)
            known = fi->captures[i] == v;
        if (known)
            break;
        PUSH(ck->a, fi->captures, fi->ncaptures, fi->cap_captures, v);
    }
}
