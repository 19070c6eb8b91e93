/* typeset.c - type sets of interfaces (spec: "Interface types").
 *
 * A set is all types, or a list of terms T and ~T, no term inside another;
 * plus the methods, plus whether only comparable types belong to it. */
#include <stdlib.h>
#include <string.h>

#include "check.h"

/* ---- terms ---- */

static bool term_includes(bool tilde, Type *t, Type *x)
{
    return type_identical(t, tilde ? type_under(x) : x);
}

/* (xt, x) lies inside (yt, y). */
static bool term_subset(bool xt, Type *x, bool yt, Type *y)
{
    if (xt && !yt)
        return false;
    return type_identical(yt ? type_under(x) : x, yt ? type_under(y) : y);
}

static void add_term(TypesCtx *c, Union *u, bool tilde, Type *t)
{
    for (uint32_t i = 0; i < u->n; i++) {
        if (term_subset(tilde, t, u->tilde[i], u->types[i]))
            return;
    }
    uint32_t kept = 0;
    for (uint32_t i = 0; i < u->n; i++) {
        if (!term_subset(u->tilde[i], u->types[i], tilde, t)) {
            u->types[kept] = u->types[i];
            u->tilde[kept++] = u->tilde[i];
        }
    }
    u->n = kept;
    Type **types = NEW_ARRAY(c->arena, Type *, u->n + 1);
    bool *tildes = NEW_ARRAY(c->arena, bool, u->n + 1);
    for (uint32_t i = 0; i < u->n; i++) {
        types[i] = u->types[i];
        tildes[i] = u->tilde[i];
    }
    types[u->n] = t;
    tildes[u->n] = tilde;
    u->types = types;
    u->tilde = tildes;
    u->n++;
}

static Union intersect(TypesCtx *c, const Union *x, const Union *y)
{
    Union z = {0};
    for (uint32_t i = 0; i < x->n; i++) {
        for (uint32_t j = 0; j < y->n; j++) {
            if (term_subset(x->tilde[i], x->types[i], y->tilde[j], y->types[j]))
                add_term(c, &z, x->tilde[i], x->types[i]);
            else if (term_subset(y->tilde[j], y->types[j], x->tilde[i], x->types[i]))
                add_term(c, &z, y->tilde[j], y->types[j]);
        }
    }
    return z;
}

/* ---- sets ---- */

bool method_less(const Object *a, const Object *b)
{
    if (a->exported != b->exported)
        return a->exported;
    int c = strcmp(a->name, b->name);
    if (c)
        return c < 0;
    if (a->exported || !a->pkg || !b->pkg)
        return false;
    return strcmp(a->pkg->path, b->pkg->path) < 0;
}

static int compare_methods(const void *x, const void *y)
{
    const Object *a = *(Object *const *)x, *b = *(Object *const *)y;
    return method_less(a, b) ? -1 : method_less(b, a) ? 1 : 0;
}

static TypeSet *union_set(TypesCtx *c, Type *u, int depth);

static TypeSet *iface_set(TypesCtx *c, Checker *ck, Type *t, int depth);

/* The set that an embedded type or a term stands for. */
static TypeSet *embedded_set(TypesCtx *c, Type *t, int depth)
{
    Type *u = type_under(t);
    if (u->kind == KindInterface)
        return iface_set(c, NULL, u, depth + 1);
    if (u->kind == KindUnion)
        return union_set(c, u, depth + 1);
    TypeSet *s = NEW(c->arena, TypeSet);
    if (u->kind == KindInvalid)
        s->all = true;
    else
        add_term(c, &s->terms, false, t);
    return s;
}

static TypeSet *union_set(TypesCtx *c, Type *u, int depth)
{
    TypeSet *s = NEW(c->arena, TypeSet);
    for (uint32_t i = 0; i < u->uni.n && !s->all; i++) {
        Type *t = u->uni.types[i], *under = type_under(t);
        if (under->kind == KindInvalid)
            continue;
        if (under->kind == KindInterface && depth < 100) {
            TypeSet *e = iface_set(c, NULL, under, depth + 1);
            s->all |= e->all;
            for (uint32_t j = 0; j < e->terms.n && !e->all; j++)
                add_term(c, &s->terms, e->terms.tilde[j], e->terms.types[j]);
        } else if (!u->uni.tilde[i] || type_identical(t, under)) { /* else no type is in it */
            add_term(c, &s->terms, u->uni.tilde[i], t);
        }
    }
    return s;
}

typedef struct Duplicate {
    Object *other, *method;
    Pos other_pos, pos;
} Duplicate;

static void report_duplicate(Checker *ck, Duplicate *d)
{
    const char *name = d->method->name;
    err_at(ck, d->pos, "duplicate method %s%sother declaration of method %s", name, at_string(ck, d->other_pos), name);
}

/* Methods of several embedded interfaces may coincide when their types are the same. */
static void check_duplicate(Checker *ck, void *arg)
{
    Duplicate *d = arg;
    if (d->other->type && d->method->type && !type_identical(d->other->type, d->method->type))
        report_duplicate(ck, d);
}

static void add_method(TypesCtx *c, Checker *ck, TypeSet *s, uint32_t *cap, Object *m, bool explicit_, Pos pos, Pos *at)
{
    for (uint32_t i = 0; i < s->nmethods; i++) {
        Object *o = s->methods[i];
        if (o->name != m->name || (!o->exported && o->pkg != m->pkg))
            continue;
        if (ck) {
            Duplicate *d = NEW(c->arena, Duplicate);
            *d = (Duplicate){o, m, at[i], pos};
            if (explicit_ || !allow_version(ck, 14))
                report_duplicate(ck, d);
            else
                later(ck, check_duplicate, d); /* when all types are complete */
        }
        return;
    }
    PUSH(c->arena, s->methods, s->nmethods, *cap, m);
}

static void restrict_terms(TypesCtx *c, TypeSet *s, TypeSet *e)
{
    if (s->all && !e->all) {
        s->all = false;
        s->terms = e->terms;
    } else if (!s->all && !e->all) {
        s->terms = intersect(c, &s->terms, &e->terms);
    }
    s->comparable |= e->comparable;
    if (!s->comparable || s->all)
        return;
    Union kept = {0}; /* with specific types, comparable is a property of each */
    for (uint32_t i = 0; i < s->terms.n; i++) {
        if (comparable_type(s->terms.types[i], false, 0))
            add_term(c, &kept, s->terms.tilde[i], s->terms.types[i]);
    }
    s->terms = kept;
    s->comparable = false;
}

/* With ck duplicates are reported; without, the set is taken from or put into the type. */
static TypeSet *iface_set(TypesCtx *c, Checker *ck, Type *t, int depth)
{
    if (t->iface.set && !ck)
        return t->iface.set;
    TypeSet *s = NEW(c->arena, TypeSet);
    s->all = true;
    if (depth > 100 || t->mark & MarkChecking)
        return s;
    t->mark |= MarkChecking;
    uint32_t cap = 0, total = t->iface.nmethods;
    for (uint32_t i = 0; i < t->iface.nembeds && ck; i++)
        total += embedded_set(c, t->iface.embeds[i], depth)->nmethods;
    Pos *at = NEW_ARRAY(c->arena, Pos, total + 1);
    for (uint32_t i = 0; i < t->iface.nmethods; i++) {
        Object *m = t->iface.methods[i];
        if (ck)
            at[s->nmethods] = m->pos;
        add_method(c, ck, s, &cap, m, true, m->pos, at);
    }
    bool complete = true; /* sets of types that are still being declared are not kept */
    for (uint32_t i = 0; i < t->iface.nembeds; i++) {
        complete &= type_under(t->iface.embeds[i])->kind != KindInvalid;
        TypeSet *e = embedded_set(c, t->iface.embeds[i], depth);
        Pos pos = t->iface.embed_pos ? t->iface.embed_pos[i] : 0;
        TypeKind ek = (TypeKind)type_under(t->iface.embeds[i])->kind;
        if (ck && ek != KindInterface && ek != KindInvalid && !allow_version(ck, 18)) {
            version_error(ck, pos, 18, arena_printf(c->arena, ek == KindUnion ? "embedding interface element %s" : "embedding non-interface type %s", type_string(c, t->iface.embeds[i])));
            continue;
        }
        for (uint32_t j = 0; j < e->nmethods; j++) {
            if (ck)
                at[s->nmethods] = pos;
            add_method(c, ck, s, &cap, e->methods[j], false, pos, at);
        }
        restrict_terms(c, s, e);
    }
    t->mark &= (uint8_t)~MarkChecking;
    if (s->nmethods)
        qsort(s->methods, s->nmethods, sizeof *s->methods, compare_methods);
    if (complete)
        t->iface.set = s;
    return s;
}

TypeSet *type_set(TypesCtx *c, Type *iface)
{
    Type *t = type_under(iface);
    return t->kind == KindInterface ? iface_set(c, NULL, t, 0) : embedded_set(c, iface, 0);
}

void compute_type_set(Checker *ck, Type *iface, Pos pos)
{
    (void)pos;
    if (iface->kind == KindInterface)
        iface_set(ck->ctx, ck, iface, 0);
}

bool typeset_comparable(TypeSet *s, int depth)
{
    if (s->all)
        return s->comparable;
    for (uint32_t i = 0; i < s->terms.n; i++) {
        if (!comparable_type(s->terms.types[i], false, depth))
            return false;
    }
    return s->terms.n > 0;
}

bool typeset_includes(TypeSet *s, Type *t)
{
    if (s->all)
        return true;
    for (uint32_t i = 0; i < s->terms.n; i++) {
        if (term_includes(s->terms.tilde[i], s->terms.types[i], t))
            return true;
    }
    return false;
}

bool typeset_subset(TypeSet *s, TypeSet *of)
{
    if (of->all)
        return true;
    if (s->all)
        return false;
    for (uint32_t i = 0; i < s->terms.n; i++) {
        bool in = false;
        for (uint32_t j = 0; j < of->terms.n && !in; j++)
            in = term_subset(s->terms.tilde[i], s->terms.types[i], of->terms.tilde[j], of->terms.types[j]);
        if (!in)
            return false;
    }
    return true;
}

bool each_type(Type *t, TypeVisitor visit, void *data)
{
    t = type_unalias(t);
    if (t->kind != KindTypeParam)
        return visit(t, type_under(t), data);
    TypeSet *s = type_set(t->ctx, type_under(t));
    if (s->all || s->terms.n == 0)
        return visit(NULL, NULL, data);
    for (uint32_t i = 0; i < s->terms.n; i++) {
        if (!visit(s->terms.types[i], type_under(s->terms.types[i]), data))
            return false;
    }
    return true;
}

/* x and y agree, channels perhaps in one direction: the more restricted one; else NULL. */
static Type *common_of(TypesCtx *c, Type *x, Type *y, const char **cause)
{
    if (type_identical(x, y))
        return x;
    if (x->kind == KindChan && y->kind == KindChan) {
        if (!type_identical(x->chan.elem, y->chan.elem)) {
            *cause = arena_printf(c->arena, "channels %s and %s have different element types", type_string(c, x),
                                  type_string(c, y));
            return NULL;
        }
        if (x->chan.dir == ChanBoth || x->chan.dir == y->chan.dir)
            return y;
        if (y->chan.dir == ChanBoth)
            return x;
        *cause = arena_printf(c->arena, "channels %s and %s have conflicting directions", type_string(c, x),
                              type_string(c, y));
        return NULL;
    }
    *cause =
        arena_printf(c->arena, "%s and %s have different underlying types", type_string(c, x), type_string(c, y));
    return NULL;
}

Type *common_under(TypesCtx *c, Type *t, const char **cause)
{
    const char *ignored;
    if (!cause)
        cause = &ignored;
    t = type_unalias(t);
    if (t->kind != KindTypeParam)
        return type_under(t);
    TypeSet *s = type_set(c, type_under(t));
    if (s->all || s->terms.n == 0) {
        *cause = "no specific type";
        return NULL;
    }
    Type *u = type_under(s->terms.types[0]);
    for (uint32_t i = 1; i < s->terms.n && u; i++)
        u = common_of(c, u, type_under(s->terms.types[i]), cause);
    return u;
}
