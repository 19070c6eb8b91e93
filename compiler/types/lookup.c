/* lookup.c - finding fields and methods (spec: "Selectors"), method sets, and
 * whether a type implements an interface, with the reason when it does not. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "check.h"

bool same_id(const Object *o, Package *pkg, const char *name, bool foldcase)
{
    if (foldcase && strcasecmp(o->name, name) == 0)
        return true;
    if (o->name != name)
        return false;
    return o->exported || o->pkg == pkg || (o->pkg && pkg && o->pkg->path == pkg->path);
}

/* A type met while going through embedded fields, breadth first. */
typedef struct Embedded {
    Type *type;
    uint32_t *path;
    uint32_t npath;
    bool indirect; /* a pointer was followed */
    bool multiples; /* the type occurs several times at this depth */
} Embedded;

typedef struct Search {
    TypesCtx *c;
    Package *pkg;
    const char *name;
    bool fold;
    Embedded *current, *next;
    uint32_t ncurrent, nnext, cap_next;
    Lookup found;
    bool found_method;
} Search;

static uint32_t *extend_path(TypesCtx *c, const uint32_t *path, uint32_t n, uint32_t last)
{
    uint32_t *p = NEW_ARRAY(c->arena, uint32_t, n + 1);
    if (n)
        memcpy(p, path, n * sizeof *p);
    p[n] = last;
    return p;
}

/* Returns false when the name is ambiguous at this depth. */
static bool hit(Search *s, Object *o, uint32_t *path, uint32_t npath, bool indirect, bool multiples)
{
    if (s->found.obj || multiples) {
        s->found = (Lookup){.path = path, .npath = npath, .ambiguous = true};
        return false;
    }
    s->found.obj = o;
    s->found.path = path;
    s->found.npath = npath;
    s->found.indirect = indirect;
    return true;
}

static bool search_struct(Search *s, const Embedded *e, Type *u)
{
    for (uint32_t i = 0; i < u->strct.n; i++) {
        Object *f = u->strct.fields[i];
        if (same_id(f, s->pkg, s->name, s->fold)) {
            if (!hit(s, f, extend_path(s->c, e->path, e->npath, i), e->npath + 1, e->indirect, e->multiples))
                return false;
            continue;
        }
        /* Deeper fields count only while nothing was found at this depth. */
        if (s->found.obj || !f->var.embedded || !f->type)
            continue;
        bool is_ptr;
        Type *t = type_deref(f->type, &is_ptr);
        TypeKind k = under_kind(t);
        if (k != KindStruct && k != KindInterface && type_unalias(t)->kind != KindNamed)
            continue;
        PUSH(s->c->arena, s->next, s->nnext, s->cap_next,
             (Embedded){t, extend_path(s->c, e->path, e->npath, i), e->npath + 1, e->indirect || is_ptr, e->multiples});
    }
    return true;
}

static bool search_one(Search *s, const Embedded *e)
{
    Type *t = type_unalias(e->type);
    if (t->kind == KindNamed) {
        Object *m = named_lookup_method(t, s->pkg, s->name, s->fold);
        if (m)
            return hit(s, m, e->path, e->npath, e->indirect, e->multiples);
    }
    Type *u = type_under(t);
    if (u->kind == KindStruct)
        return search_struct(s, e, u);
    if (u->kind == KindInterface) {
        TypeSet *set = type_set(s->c, u);
        for (uint32_t i = 0; i < set->nmethods; i++) {
            if (same_id(set->methods[i], s->pkg, s->name, s->fold))
                return hit(s, set->methods[i], e->path, e->npath, true, e->multiples);
        }
    }
    return true;
}

/* Merges entries of the same type, so that one found below them is ambiguous. */
static void consolidate(Search *s, Map *seen)
{
    s->ncurrent = 0;
    s->current = NEW_ARRAY(s->c->arena, Embedded, s->nnext + 1);
    for (uint32_t i = 0; i < s->nnext; i++) {
        Embedded *e = &s->next[i];
        bool dup = false;
        for (uint32_t j = 0; j < s->ncurrent && !dup; j++) {
            if (type_identical(s->current[j].type, e->type)) {
                s->current[j].multiples = true;
                dup = true;
            }
        }
        Type *t = type_unalias(e->type);
        if (dup || (t->kind == KindNamed && map_has(seen, t)))
            continue;
        s->current[s->ncurrent++] = *e;
    }
    for (uint32_t j = 0; j < s->ncurrent; j++) {
        Type *t = type_unalias(s->current[j].type);
        if (t->kind == KindNamed)
            map_put(seen, t, t);
    }
    s->nnext = 0;
}

static Lookup search(TypesCtx *c, Type *t, bool is_ptr, Package *pkg, const char *name, bool fold)
{
    Search s = {.c = c, .pkg = pkg, .name = name, .fold = fold};
    Embedded first = {.type = t, .indirect = is_ptr};
    Map seen = {0};
    s.current = &first;
    s.ncurrent = 1;
    if (type_unalias(t)->kind == KindNamed)
        map_put(&seen, type_unalias(t), t);
    while (s.ncurrent > 0) {
        bool unique = true;
        for (uint32_t i = 0; i < s.ncurrent && unique; i++)
            unique = search_one(&s, &s.current[i]);
        if (!unique || s.found.obj)
            break;
        consolidate(&s, &seen);
    }
    map_free(&seen);
    return s.found;
}

Lookup lookup_field_or_method(TypesCtx *c, Type *t, bool addressable, Package *pkg, const char *name, bool foldcase)
{
    if (strcmp(name, "_") == 0)
        return (Lookup){0};
    /* A named pointer type has fields, but no methods. */
    Type *n = type_unalias(t);
    if (n->kind == KindNamed && type_under(n)->kind == KindPointer) {
        Lookup r = lookup_field_or_method(c, type_under(n), false, pkg, name, foldcase);
        if (r.obj && r.obj->kind == ObjFunc)
            return (Lookup){0};
        return r;
    }
    bool is_ptr;
    Type *base = type_deref(t, &is_ptr);
    if (is_ptr && under_kind(base) == KindInterface)
        return (Lookup){0}; /* pointers to interfaces have no methods */
    Lookup r = search(c, base, is_ptr, pkg, name, foldcase);
    /* spec: "A method call x.m() is valid if the method set of x contains m", or of &x when x is addressable. */
    if (r.obj && r.obj->kind == ObjFunc && r.obj->func.ptr_recv && !r.indirect && !addressable) {
        r.obj = NULL;
        r.bad_recv = true;
    }
    return r;
}

/* ---- method sets ---- */

typedef struct SetBuilder {
    TypesCtx *c;
    const char **names; /* candidates by (name, package) */
    Package **pkgs;
    uint32_t n, cap_names, cap_pkgs;
    Map seen; /* named types visited */
} SetBuilder;

static void add_candidate(SetBuilder *b, Object *m)
{
    Package *p = m->exported ? NULL : m->pkg;
    for (uint32_t i = 0; i < b->n; i++) {
        if (b->names[i] == m->name && b->pkgs[i] == p)
            return;
    }
    uint32_t n = b->n;
    PUSH(b->c->arena, b->names, n, b->cap_names, m->name);
    PUSH(b->c->arena, b->pkgs, b->n, b->cap_pkgs, p);
}

static void collect_candidates(SetBuilder *b, Type *t, int depth)
{
    t = type_unalias(type_deref(t, NULL));
    if (depth > 100)
        return;
    if (t->kind == KindNamed) {
        if (map_has(&b->seen, t))
            return;
        map_put(&b->seen, t, t);
        uint32_t n = named_num_methods(t);
        for (uint32_t i = 0; i < n; i++)
            add_candidate(b, t->named.origin ? t->named.origin->named.methods[i] : t->named.methods[i]);
    }
    Type *u = type_under(t);
    if (u->kind == KindInterface) {
        TypeSet *s = type_set(b->c, u);
        for (uint32_t i = 0; i < s->nmethods; i++)
            add_candidate(b, s->methods[i]);
    }
    if (u->kind != KindStruct)
        return;
    for (uint32_t i = 0; i < u->strct.n; i++) {
        if (u->strct.fields[i]->var.embedded)
            collect_candidates(b, u->strct.fields[i]->type, depth + 1);
    }
}

static int compare_entries(const void *x, const void *y)
{
    const MethodSetEntry *a = x, *b = y;
    return method_less(a->obj, b->obj) ? -1 : method_less(b->obj, a->obj) ? 1 : 0;
}

MethodSetEntry *method_set(TypesCtx *c, Type *t, uint32_t *n)
{
    SetBuilder b = {.c = c};
    collect_candidates(&b, t, 0);
    map_free(&b.seen);
    MethodSetEntry *set = NEW_ARRAY(c->arena, MethodSetEntry, b.n + 1);
    *n = 0;
    for (uint32_t i = 0; i < b.n; i++) {
        Lookup r = lookup_field_or_method(c, t, false, b.pkgs[i], b.names[i], false);
        if (r.obj && r.obj->kind == ObjFunc && strcmp(b.names[i], "_") != 0)
            set[(*n)++] = (MethodSetEntry){r.obj, r.path, r.npath, r.indirect};
    }
    qsort(set, *n, sizeof *set, compare_entries);
    return set;
}

/* ---- implementing interfaces ---- */

typedef enum MethodState { MethodOk, MethodNone, MethodOtherCase, MethodUnexported, MethodOtherSig, MethodAmbiguous,
                           MethodPtrRecv, MethodField } MethodState;

static void need_type(Checker *ck, Object *m)
{
    if (ck && !m->type)
        obj_decl(ck, m);
}

/* Whether two signatures are the same: by identity when there is no such function. */
typedef struct Same {
    SameType is;
    void *data;
} Same;

static bool same_sig(Same same, Type *x, Type *y) { return same.is ? same.is(x, y, same.data) : type_identical(x, y); }

/* Whether t embeds, at any depth, a type that could not be found: that may have any method. */
static bool embeds_invalid(Type *t, int depth)
{
    Type *u = type_under(type_deref(t, NULL));
    for (uint32_t i = 0; u->kind == KindStruct && i < u->strct.n; i++) {
        Object *f = u->strct.fields[i];
        if (f->var.embedded && (type_unalias(type_deref(f->type, NULL))->kind == KindInvalid || (depth < 10 && embeds_invalid(f->type, depth + 1))))
            return true;
    }
    return false;
}

static Object *find_missing(Checker *ck, TypesCtx *c, Type *v, Type *t, bool static_, Same same, MethodState *state, Object **have)
{
    TypeSet *want = type_set(c, t);
    *state = MethodOk;
    *have = NULL;
    Type *u = type_under(v);
    if (u->kind == KindInterface) {
        TypeSet *set = type_set(c, u);
        for (uint32_t i = 0; i < want->nmethods; i++) {
            Object *m = want->methods[i], *f = NULL;
            for (uint32_t j = 0; j < set->nmethods && !f; j++) {
                if (same_id(set->methods[j], m->pkg, m->name, false))
                    f = set->methods[j];
            }
            if (!f) {
                if (!static_)
                    continue;
                *state = MethodNone;
                return m;
            }
            if (!same_sig(same, f->type, m->type)) {
                *state = MethodOtherSig;
                *have = f;
                return m;
            }
        }
        return NULL;
    }
    for (uint32_t i = 0; i < want->nmethods; i++) {
        Object *m = want->methods[i];
        Lookup r = lookup_field_or_method(c, v, false, m->pkg, m->name, false);
        if (!r.obj) {
            *state = r.ambiguous ? MethodAmbiguous : r.bad_recv ? MethodPtrRecv : MethodNone;
            if (*state == MethodNone) {
                r = lookup_field_or_method(c, v, false, m->pkg, m->name, true);
                if (r.obj && r.obj->kind == ObjFunc) {
                    *state = r.obj->name == m->name ? MethodUnexported : MethodOtherCase;
                    *have = r.obj;
                    need_type(ck, r.obj);
                } else if (embeds_invalid(v, 0)) {
                    return NULL;
                }
            }
            return m;
        }
        if (r.obj->kind != ObjFunc) {
            *state = MethodField;
            return m;
        }
        need_type(ck, r.obj);
        if (!r.obj->type || !same_sig(same, r.obj->type, m->type)) {
            *state = MethodOtherSig;
            *have = r.obj;
            return m;
        }
    }
    return NULL;
}

static bool is_iface_ptr(Type *t)
{
    Type *u = type_under(t);
    return u->kind == KindPointer && is_interface(u->pointer.elem);
}

static const char *iface_ptr_error(Checker *ck, Type *t)
{
    Type *u = type_under(t);
    if (is_tparam(u->pointer.elem))
        return arena_printf(ck->a, "type %s is pointer to type parameter, not type parameter", tstr(ck, t));
    return arena_printf(ck->a, "type %s is pointer to interface, not interface", tstr(ck, t));
}

/* The method that v lacks to have t's methods; *cause says why, in parentheses. */
static Object *missing_cause(Checker *ck, Type *v, Type *t, bool static_, Same same, const char **cause)
{
    MethodState state;
    Object *have;
    Object *m = find_missing(ck, ck->ctx, v, t, static_, same, &state, &have);
    if (!m || !cause)
        return m;
    TypesCtx *c = ck->ctx;
    switch (state) {
    case MethodOk:
        break;
    case MethodNone:
        if (is_iface_ptr(v))
            *cause = arena_printf(ck->a, "(%s)", iface_ptr_error(ck, v));
        else if (is_iface_ptr(t))
            *cause = arena_printf(ck->a, "(%s)", iface_ptr_error(ck, t));
        else
            *cause = arena_printf(ck->a, "(missing method %s)", m->name);
        break;
    case MethodOtherCase:
        *cause = arena_printf(ck->a, "(missing method %s)\n\t\thave %s\n\t\twant %s", m->name, method_string(c, have),
                              method_string(c, m));
        break;
    case MethodUnexported:
        *cause = arena_printf(ck->a, "(unexported method %s)", m->name);
        break;
    case MethodOtherSig: {
        const char *hs = method_string(c, have), *ms = method_string(c, m);
        if (strcmp(hs, ms) == 0)
            *cause = arena_printf(ck->a, "(wrong type for method %s)", m->name);
        else
            *cause = arena_printf(ck->a, "(wrong type for method %s)\n\t\thave %s\n\t\twant %s", m->name, hs, ms);
        break;
    }
    case MethodAmbiguous:
        *cause = arena_printf(ck->a, "(ambiguous selector %s.%s)", tstr(ck, v), m->name);
        break;
    case MethodPtrRecv:
        *cause = arena_printf(ck->a, "(method %s has pointer receiver)", m->name);
        break;
    case MethodField:
        *cause = arena_printf(ck->a, "(%s.%s is a field, not a method)", tstr(ck, v), m->name);
        break;
    }
    return m;
}

Object *missing_method_cause(Checker *ck, Type *v, Type *t, bool static_, const char **cause)
{
    return missing_cause(ck, v, t, static_, (Same){0}, cause);
}

Object *missing_method_if(Checker *ck, Type *v, Type *t, SameType same, void *data, const char **cause)
{
    return missing_cause(ck, v, t, true, (Same){same, data}, cause);
}

Object *missing_method(TypesCtx *c, Type *t, Type *iface, bool *wrong_type)
{
    MethodState state;
    Object *have;
    Object *m = find_missing(c->checker, c, t, iface, true, (Same){0}, &state, &have);
    if (wrong_type)
        *wrong_type = m && state != MethodNone;
    return m;
}

bool type_implements(TypesCtx *c, Type *t, Type *iface)
{
    TypeSet *s = type_set(c, iface);
    return !missing_method(c, t, iface, NULL) && (s->all || typeset_includes(s, t));
}

/* A term of t whose underlying type would fit v: v may lack a ~. */
static Type *tilde_missing(TypeSet *s, Type *v)
{
    for (uint32_t i = 0; i < s->terms.n; i++) {
        if (!s->terms.tilde[i] && type_identical(s->terms.types[i], type_under(s->terms.types[i])) &&
            type_identical(s->terms.types[i], type_under(v)))
            return s->terms.types[i];
    }
    return NULL;
}

/* Whether v stands in the text of the constraint t. */
static bool mentions_type(Type *t, Type *v, int depth)
{
    if (depth > 100)
        return false;
    Type *u = type_unalias(t);
    if (u->kind == KindInterface) {
        for (uint32_t i = 0; i < u->iface.nembeds; i++) {
            if (mentions_type(u->iface.embeds[i], v, depth + 1))
                return true;
        }
        return false;
    }
    if (u->kind == KindUnion) {
        for (uint32_t i = 0; i < u->uni.n; i++) {
            if (mentions_type(u->uni.types[i], v, depth + 1))
                return true;
        }
        return false;
    }
    return type_identical(u, v);
}

static const char *terms_string(Checker *ck, TypeSet *s)
{
    Type u = {.kind = KindUnion, .uni = s->terms};
    return term_type_string(ck->ctx, &u);
}

/* spec: "Implementing an interface"; constraint: "satisfies" is meant, with its exception for comparable. */
bool implements(Checker *ck, Type *v, Type *t, bool constraint, const char **cause)
{
    Type *vu = type_under(v), *tu = type_under(t);
    const char *verb = constraint ? "satisfy" : "implement", *ignored, *why = "";
    if (!cause)
        cause = &ignored;
    if (vu->kind == KindInvalid || tu->kind == KindInvalid)
        return true;
    if (vu->kind == KindPointer && type_under(vu->pointer.elem)->kind == KindInvalid)
        return true;
    const char *vs = tstr(ck, v), *ts = tstr(ck, t);
    if (tu->kind != KindInterface) {
        const char *detail = is_iface_ptr(t)
                                 ? arena_printf(ck->a, "type %s is pointer to interface, not interface", ts)
                                 : arena_printf(ck->a, "%s is not an interface", ts);
        *cause = arena_printf(ck->a, "%s does not %s %s (%s)", vs, verb, ts, detail);
        return false;
    }
    TypeSet *ti = type_set(ck->ctx, tu);
    if (ti->nmethods == 0 && ti->all && !ti->comparable)
        return true;
    TypeSet *vi = vu->kind == KindInterface ? type_set(ck->ctx, vu) : NULL;
    if (vi && !vi->all && vi->terms.n == 0)
        return true; /* the empty set has every property */
    if (!ti->all && ti->terms.n == 0) {
        *cause = arena_printf(ck->a, "cannot %s %s (empty type set)", verb, ts);
        return false;
    }
    if (missing_method_cause(ck, v, t, true, &why)) {
        *cause = arena_printf(ck->a, "%s does not %s %s %s", vs, verb, ts, why);
        return false;
    }
    if (ti->comparable) {
        bool strict = comparable_type(v, false, 0);
        if (!strict && constraint && comparable_type(v, true, 0)) { /* as an exception, interfaces satisfy it */
            if (!allow_version(ck, 20)) {
                *cause = arena_printf(ck->a, "%s to %s comparable requires go1.20 or later", vs, verb);
                return false;
            }
        } else if (!strict) {
            *cause = arena_printf(ck->a, "%s does not %s comparable", vs, verb);
            return false;
        }
    }
    if (ti->all)
        return true;
    if (vi) {
        if (typeset_subset(vi, ti))
            return true;
        *cause = arena_printf(ck->a, "%s does not %s %s", vs, verb, ts);
        return false;
    }
    if (typeset_includes(ti, v))
        return true;
    Type *alt = tilde_missing(ti, v);
    const char *detail;
    if (alt)
        detail = arena_printf(ck->a, "possibly missing ~ for %s in %s", tstr(ck, alt), ts);
    else if (mentions_type(tu, v, 0))
        detail = arena_printf(ck->a, "%s mentions %s, but %s is not in the type set of %s", ts, vs, vs, ts);
    else
        detail = arena_printf(ck->a, "%s missing in %s", vs, terms_string(ck, ti));
    *cause = arena_printf(ck->a, "%s does not %s %s (%s)", vs, verb, ts, detail);
    return false;
}

/* Whether a value of interface type v may hold a t. spec: "Type assertions". */
bool new_assertable_to(Checker *ck, Type *v, Type *t, const char **cause)
{
    if (is_interface(t))
        return true;
    return missing_method_cause(ck, t, v, false, cause) == NULL;
}

/* Why t has no sel; alt: what it has under another spelling or unexported. */
const char *lookup_error(Checker *ck, Type *t, const char *sel, Object *alt, bool struct_lit)
{
    const char *ts = tstr(ck, t);
    enum { Missing, Misspelled, Unexported, Inaccessible } e = Missing;
    if (alt) {
        bool same_tail = strcmp(alt->name + 1, sel + 1) == 0; /* only the first letter differs */
        bool want_exported = name_is_exported(sel);
        if (alt->pkg == ck->pkg)
            e = Misspelled;
        else if (want_exported)
            e = alt->exported ? Misspelled : same_tail ? Unexported : Missing;
        else if (alt->exported)
            e = same_tail ? Misspelled : Missing;
        else if (alt->name == sel)
            e = Inaccessible;
    }
    const char *what = alt && alt->kind == ObjFunc ? "method" : "field";
    if (struct_lit) {
        switch (e) {
        case Misspelled:
            return arena_printf(ck->a, "unknown field %s in struct literal of type %s, but does have %s", sel, ts, alt->name);
        case Unexported:
            return arena_printf(ck->a, "unknown field %s in struct literal of type %s, but does have unexported %s", sel, ts, alt->name);
        case Inaccessible:
            return arena_printf(ck->a, "cannot refer to unexported field %s in struct literal of type %s", alt->name, ts);
        default:
            return arena_printf(ck->a, "unknown field %s in struct literal of type %s", sel, ts);
        }
    }
    switch (e) {
    case Misspelled:
        return arena_printf(ck->a, "type %s has no field or method %s, but does have %s %s", ts, sel, what, alt->name);
    case Unexported:
        return arena_printf(ck->a, "type %s has no field or method %s, but does have unexported %s %s", ts, sel, what, alt->name);
    case Inaccessible:
        return arena_printf(ck->a, "cannot refer to unexported %s %s", what, alt->name);
    default:
        return arena_printf(ck->a, "type %s has no field or method %s", ts, sel);
    }
}
