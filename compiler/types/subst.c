/* subst.c - type arguments in place of type parameters.
 *
 * Instances of named types are shared through TypesCtx.instances by their link
 * string, and get underlying type and methods only when someone asks: that
 * keeps recursive generic types finite. */
#include <string.h>

#include "check.h"

typedef struct Subst {
    TypesCtx *c;
    Object **tparams;
    Type **targs;
    uint32_t n;
    int depth;
} Subst;

static Type *subst(Subst *s, Type *t);

static Type **subst_list(Subst *s, Type **list, uint32_t n)
{
    Type **out = NULL;
    for (uint32_t i = 0; i < n; i++) {
        Type *t = subst(s, list[i]);
        if (t != list[i] && !out) {
            out = NEW_ARRAY(s->c->arena, Type *, n);
            memcpy(out, list, i * sizeof *out);
        }
        if (out)
            out[i] = t;
    }
    return out ? out : list;
}

static Object *subst_var(Subst *s, Object *v)
{
    Type *t = subst(s, v->type);
    if (t == v->type)
        return v;
    Object *copy = object_copy(s->c->arena, v);
    copy->type = t;
    copy->var.origin = v->var.origin ? v->var.origin : v;
    return copy;
}

static Object **subst_vars(Subst *s, Object **vars, uint32_t n)
{
    Object **out = NULL;
    for (uint32_t i = 0; i < n; i++) {
        Object *v = subst_var(s, vars[i]);
        if (v != vars[i] && !out) {
            out = NEW_ARRAY(s->c->arena, Object *, n);
            memcpy(out, vars, i * sizeof *out);
        }
        if (out)
            out[i] = v;
    }
    return out ? out : vars;
}

static Type *subst_tuple(Subst *s, Type *t)
{
    Object **vars = subst_vars(s, t->tuple.vars, t->tuple.n);
    return vars == t->tuple.vars ? t : new_tuple(s->c, vars, t->tuple.n);
}

static Type *copy_type(Subst *s, Type *t)
{
    Type *copy = type_copy(s->c->arena, t);
    copy->id = ++s->c->next_type_id;
    copy->sized = copy->mark = copy->has_tparam = 0;
    copy->link = NULL;
    copy->backend = NULL;
    return copy;
}

static Type *subst_func(Subst *s, Type *t)
{
    Type *params = subst_tuple(s, t->func.params), *results = subst_tuple(s, t->func.results);
    if (params == t->func.params && results == t->func.results)
        return t;
    Type *copy = copy_type(s, t);
    copy->func.params = params;
    copy->func.results = results;
    return copy;
}

static Type *subst_iface(Subst *s, Type *t)
{
    Object **methods = NULL;
    for (uint32_t i = 0; i < t->iface.nmethods; i++) {
        Object *m = t->iface.methods[i];
        Type *sig = m->type ? subst(s, m->type) : NULL;
        if (sig != m->type && !methods) {
            methods = NEW_ARRAY(s->c->arena, Object *, t->iface.nmethods);
            memcpy(methods, t->iface.methods, t->iface.nmethods * sizeof *methods);
        }
        if (sig != m->type) {
            methods[i] = object_copy(s->c->arena, m);
            methods[i]->type = sig;
            methods[i]->func.origin = m;
            methods[i]->func.link = NULL;
        }
    }
    Type **embeds = subst_list(s, t->iface.embeds, t->iface.nembeds);
    if (!methods && embeds == t->iface.embeds)
        return t;
    Type *copy = copy_type(s, t);
    copy->iface.methods = methods ? methods : t->iface.methods;
    copy->iface.embeds = embeds;
    copy->iface.set = NULL;
    return copy;
}

static Type *subst(Subst *s, Type *t)
{
    if (!t || t->kind <= KindUntypedNil || s->depth > 200)
        return t;
    s->depth++;
    Type *r = t, *e, *k;
    switch (t->kind) {
    case KindTypeParam:
        for (uint32_t i = 0; i < s->n; i++) {
            if (s->tparams[i]->type == t && s->targs[i])
                r = s->targs[i];
        }
        break;
    case KindPointer:
        if ((e = subst(s, t->pointer.elem)) != t->pointer.elem)
            r = new_pointer(s->c, e);
        break;
    case KindSlice:
        if ((e = subst(s, t->slice.elem)) != t->slice.elem)
            r = new_slice(s->c, e);
        break;
    case KindArray:
        if ((e = subst(s, t->array.elem)) != t->array.elem)
            r = new_array(s->c, e, t->array.len);
        break;
    case KindChan:
        if ((e = subst(s, t->chan.elem)) != t->chan.elem)
            r = new_chan(s->c, e, (ChanDir)t->chan.dir);
        break;
    case KindMap:
        k = subst(s, t->map.key);
        e = subst(s, t->map.elem);
        if (k != t->map.key || e != t->map.elem)
            r = new_map(s->c, k, e);
        break;
    case KindStruct: {
        Object **fields = subst_vars(s, t->strct.fields, t->strct.n);
        if (fields != t->strct.fields) {
            r = copy_type(s, t);
            r->strct.fields = fields;
            r->strct.offsets = NULL;
        }
        break;
    }
    case KindTuple: r = subst_tuple(s, t); break;
    case KindFunc: r = subst_func(s, t); break;
    case KindInterface: r = subst_iface(s, t); break;
    case KindUnion: {
        Type **types = subst_list(s, t->uni.types, t->uni.n);
        if (types != t->uni.types) {
            r = copy_type(s, t);
            r->uni.types = types;
        }
        break;
    }
    case KindNamed: {
        if (t->named.origin && t->named.origin->named.obj->pkg == s->c->self && t->named.ntargs != t->named.origin->named.ntparams)
            return s->c->basic[KindInvalid]; /* reported where it stands */
        Type **targs = subst_list(s, t->named.targs, t->named.ntargs);
        if (targs != t->named.targs)
            r = instantiate_type(s->c, t->named.origin, targs, t->named.ntargs);
        break;
    }
    case KindAlias: {
        Type **targs = subst_list(s, t->alias.targs, t->alias.ntargs);
        if (targs != t->alias.targs)
            r = instantiate_type(s->c, t->alias.origin, targs, t->alias.ntargs);
        else if (t->alias.actual && type_has_tparam(t->alias.actual))
            r = subst(s, t->alias.actual);
        break;
    }
    default:
        break;
    }
    s->depth--;
    return r;
}

Type *type_subst(TypesCtx *c, Type *t, Object **tparams, Type **targs, uint32_t n)
{
    if (n == 0)
        return t;
    Subst s = {c, tparams, targs, n, 0};
    return subst(&s, t);
}

/* ---- instances ---- */

/* Equal arguments give equal keys, and only those. */
static const char *instance_key(TypesCtx *c, const char *what, const void *generic, Type **targs, uint32_t n)
{
    Buf b = {0};
    buf_printf(&b, "%s%p", what, generic); /* only a key: never printed, never iterated */
    for (uint32_t i = 0; i < n; i++) {
        buf_putc(&b, ';');
        buf_puts(&b, link_string(c, targs[i]));
    }
    const char *key = arena_strndup(c->arena, b.data, b.len);
    buf_free(&b);
    return key;
}

Type *instantiate_type(TypesCtx *c, Type *generic, Type **targs, uint32_t n)
{
    const char *key = instance_key(c, "t", generic, targs, n);
    Type *t = map_get_str(&c->instances, key);
    if (t)
        return t;
    if (generic->kind == KindAlias) {
        t = new_type(c, KindAlias);
        t->alias.obj = generic->alias.obj;
        t->alias.origin = generic;
        t->alias.targs = targs;
        t->alias.ntargs = n;
    } else {
        t = new_type(c, KindNamed);
        t->named.obj = generic->named.obj;
        t->named.origin = generic;
        t->named.targs = targs;
        t->named.ntargs = n;
        t->named.local_id = generic->named.local_id;
        t->named.outer = generic->named.outer;
        t->named.nouter = generic->named.nouter;
        t->named.state = NamedInstance;
    }
    map_put_str(&c->instances, key, t);
    return t;
}

void alias_resolve(Type *t)
{
    Type *g = t->alias.origin;
    if (!g) {
        import_resolve_named(t);
        return;
    }
    if (!g->alias.actual)
        alias_resolve(g);
    if (g->alias.actual && g->alias.ntparams == t->alias.ntargs)
        t->alias.actual = type_subst(t->ctx, g->alias.actual, g->alias.tparams, t->alias.targs, t->alias.ntargs);
}

/* Makes sure that underlying type and number of methods are known. */
void named_resolve(Type *t)
{
    if (t->named.state == NamedLazy) {
        import_resolve_named(t);
    } else if (t->named.state == NamedInstance) {
        Type *g = t->named.origin;
        Type *u = named_under(g);
        if (u->kind == KindInvalid && !g->named.under)
            return; /* the generic type is still being declared */
        t->named.state = NamedReady;
        if (g->named.ntparams != t->named.ntargs)
            t->named.under = t->ctx->basic[KindInvalid];
        else
            t->named.under = type_subst(t->ctx, u, g->named.tparams, t->named.targs, t->named.ntargs);
    }
}

Type *named_under(Type *t)
{
    if (t->named.state != NamedReady)
        named_resolve(t);
    if (t->named.under)
        return t->named.under;
    /* Still being declared: follow the right side, but not in circles. */
    Type *r = t->named.rhs;
    for (int i = 0; r && i < 100; i++) {
        if (r->kind == KindAlias)
            r = type_unalias(r);
        if (r->kind != KindNamed)
            return r->kind == KindTypeParam ? t->ctx->basic[KindInvalid] : r;
        if (r->named.state != NamedReady)
            named_resolve(r);
        if (r->named.under)
            return r->named.under;
        r = r->named.rhs;
    }
    return t->ctx->basic[KindInvalid];
}

/* The constraint of a type parameter as an interface: ~int means interface{ ~int }. */
Type *tparam_iface(Type *t)
{
    Type *bound = t->tparam.bound;
    if (!bound)
        return t->ctx->empty_iface;
    Type *u = bound->kind == KindTypeParam ? t->ctx->basic[KindInvalid] : type_under(bound);
    if (u->kind == KindInterface)
        return u;
    if (u->kind == KindInvalid)
        return t->ctx->empty_iface;
    Type *iface = new_interface(t->ctx, NULL, 0);
    iface->iface.embeds = NEW_ARRAY(t->ctx->arena, Type *, 1);
    iface->iface.embeds[0] = bound;
    iface->iface.nembeds = 1;
    iface->iface.implicit = true;
    t->tparam.bound = iface;
    return iface;
}

Object *instantiate_func(TypesCtx *c, Object *generic, Type **targs, uint32_t n)
{
    const char *key = instance_key(c, "f", generic, targs, n);
    Object *f = map_get_str(&c->instances, key);
    if (f)
        return f;
    f = object_copy(c->arena, generic);
    f->func.origin = generic;
    f->func.targs = targs;
    f->func.ntargs = n;
    f->func.link = f->func.linkname = NULL;
    f->func.info = NULL;
    f->backend = NULL;
    Type *sig = type_subst(c, generic->type, generic->type->func.tparams, targs, n);
    if (sig == generic->type)
        sig = type_copy(c->arena, sig);
    sig->func.tparams = NULL;
    sig->func.ntparams = 0;
    f->type = sig;
    map_put_str(&c->instances, key, f);
    return f;
}

/* ---- methods of named types ---- */

uint32_t named_num_methods(Type *t)
{
    named_resolve(t);
    if (t->named.origin) {
        named_resolve(t->named.origin);
        return t->named.origin->named.nmethods;
    }
    return t->named.nmethods;
}

/* Method i of an instance: the generic one with the type's arguments for the receiver's parameters. */
static Object *instance_method(Type *t, Object *generic)
{
    TypesCtx *c = t->ctx;
    const char *key = instance_key(c, "m", generic, t->named.targs, t->named.ntargs);
    Object *m = map_get_str(&c->instances, key);
    if (m)
        return m;
    if (!generic->type || generic->type->kind != KindFunc) {
        Checker *ck = c->checker;
        if (ck && generic->color == ColorWhite)
            obj_decl(ck, generic);
        if (!generic->type || generic->type->kind != KindFunc)
            return generic;
    }
    Type *sig = generic->type;
    Type *inst = sig;
    if (sig->func.nrecv_tparams == t->named.ntargs)
        inst = type_subst(c, sig, sig->func.recv_tparams, t->named.targs, t->named.ntargs);
    if (inst == sig)
        inst = type_copy(c->arena, sig);
    inst->func.recv_tparams = NULL;
    inst->func.nrecv_tparams = 0;
    inst->link = NULL;
    Type *rt = generic->func.ptr_recv ? new_pointer(c, t) : t;
    Object *recv = object_copy(c->arena, sig->func.recv);
    recv->type = rt;
    inst->func.recv = recv;
    m = object_copy(c->arena, generic);
    m->type = inst;
    m->func.origin = generic;
    m->func.recv_named = t;
    m->func.link = m->func.linkname = NULL;
    m->func.info = NULL;
    m->backend = NULL;
    map_put_str(&c->instances, key, m);
    return m;
}

Object *named_method(Type *t, uint32_t i)
{
    named_resolve(t);
    return t->named.origin ? instance_method(t, t->named.origin->named.methods[i]) : t->named.methods[i];
}

Object *named_lookup_method(Type *t, Package *pkg, const char *name, bool fold)
{
    Type *g = t->named.origin ? t->named.origin : t;
    if (g->named.state != NamedReady)
        named_resolve(g);
    for (uint32_t i = 0; i < g->named.nmethods; i++) {
        if (same_id(g->named.methods[i], pkg, name, fold))
            return t->named.origin ? instance_method(t, g->named.methods[i]) : g->named.methods[i];
    }
    return NULL;
}
