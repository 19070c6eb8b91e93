/* infer.c - type inference (spec: "Type inference", "Type unification").
 *
 * Unification binds type parameters in an array of slots; parameters that are
 * unified with each other share a slot. */
#include <string.h>

#include "check.h"

typedef struct Unifier {
    Checker *ck;
    Object **tparams;
    uint32_t n;
    uint32_t *slot; /* of each type parameter */
    Type **bound;   /* by slot; NULL: not yet inferred */
    int depth;
    bool ifaces;    /* interfaces unify with types that have their methods (go1.21) */
} Unifier;

enum { Exact = 1, Assign = 2 }; /* how types unify; 0: loosely */

static bool unify(Unifier *u, Type *x, Type *y, int mode);

static int tparam_index(const Unifier *u, Type *t)
{
    t = type_unalias(t);
    if (t->kind != KindTypeParam)
        return -1;
    for (uint32_t i = 0; i < u->n; i++) {
        if (u->tparams[i]->type == t)
            return (int)i;
    }
    return -1;
}

static bool mentions(const Unifier *u, Type *t, int depth);

static bool vars_mention(const Unifier *u, Type *tuple, int depth)
{
    for (uint32_t i = 0; i < tuple->tuple.n; i++) {
        if (mentions(u, tuple->tuple.vars[i]->type, depth))
            return true;
    }
    return false;
}

static bool mentions(const Unifier *u, Type *t, int depth)
{
    if (!t || depth > 100)
        return false;
    depth++;
    t = type_unalias(t);
    switch (t->kind) {
    case KindTypeParam: return tparam_index(u, t) >= 0;
    case KindPointer: return mentions(u, t->pointer.elem, depth);
    case KindSlice: return mentions(u, t->slice.elem, depth);
    case KindArray: return mentions(u, t->array.elem, depth);
    case KindChan: return mentions(u, t->chan.elem, depth);
    case KindMap: return mentions(u, t->map.key, depth) || mentions(u, t->map.elem, depth);
    case KindTuple: return vars_mention(u, t, depth);
    case KindFunc: return vars_mention(u, t->func.params, depth) || vars_mention(u, t->func.results, depth);
    case KindStruct:
        for (uint32_t i = 0; i < t->strct.n; i++) {
            if (mentions(u, t->strct.fields[i]->type, depth))
                return true;
        }
        return false;
    case KindInterface: {
        for (uint32_t i = 0; i < t->iface.nmethods; i++) {
            if (mentions(u, t->iface.methods[i]->type, depth))
                return true;
        }
        for (uint32_t i = 0; i < t->iface.nembeds; i++) {
            if (mentions(u, t->iface.embeds[i], depth))
                return true;
        }
        return false;
    }
    case KindUnion:
        for (uint32_t i = 0; i < t->uni.n; i++) {
            if (mentions(u, t->uni.types[i], depth))
                return true;
        }
        return false;
    case KindNamed:
        for (uint32_t i = 0; i < t->named.ntargs; i++) {
            if (mentions(u, t->named.targs[i], depth))
                return true;
        }
        return false;
    default: return false;
    }
}

static bool unify_tuples(Unifier *u, Type *x, Type *y, int mode)
{
    if (x->tuple.n != y->tuple.n)
        return false;
    for (uint32_t i = 0; i < x->tuple.n; i++) {
        if (!unify(u, x->tuple.vars[i]->type, y->tuple.vars[i]->type, mode))
            return false;
    }
    return true;
}

static bool unify_structs(Unifier *u, Type *x, Type *y, int mode)
{
    if (x->strct.n != y->strct.n)
        return false;
    for (uint32_t i = 0; i < x->strct.n; i++) {
        Object *f = x->strct.fields[i], *g = y->strct.fields[i];
        if (f->var.embedded != g->var.embedded || f->name != g->name || !unify(u, f->type, g->type, mode))
            return false;
    }
    return true;
}

static bool unify_named(Unifier *u, Type *x, Type *y, int mode)
{
    if (x == y)
        return true;
    if (x->named.ntargs == 0 || x->named.ntargs != y->named.ntargs || x->named.origin != y->named.origin)
        return false;
    for (uint32_t i = 0; i < x->named.ntargs; i++) {
        if (!unify(u, x->named.targs[i], y->named.targs[i], mode))
            return false;
    }
    return true;
}

/* The methods that both sets have. */
static bool unify_common_methods(Unifier *u, TypeSet *s, TypeSet *t, uint32_t *common)
{
    *common = 0;
    for (uint32_t i = 0; i < s->nmethods; i++) {
        Object *m = s->methods[i];
        for (uint32_t j = 0; j < t->nmethods; j++) {
            if (!same_id(t->methods[j], m->pkg, m->name, false))
                continue;
            ++*common;
            if (!unify(u, m->type, t->methods[j]->type, Exact))
                return false;
        }
    }
    return true;
}

static bool same_terms(TypeSet *s, TypeSet *t)
{
    return s->all == t->all && s->comparable == t->comparable && typeset_subset(s, t) && typeset_subset(t, s);
}

/* Two interfaces: equal sets of methods, or else one a part of the other. */
static bool unify_ifaces(Unifier *u, Type *x, Type *y, bool equal)
{
    TypeSet *s = type_set(u->ck->ctx, x), *t = type_set(u->ck->ctx, y);
    uint32_t common;
    if (equal && x->kind == KindNamed && y->kind == KindNamed)
        return unify_named(u, x, y, Exact);
    return same_terms(s, t) && unify_common_methods(u, s, t, &common) &&
           (equal ? common == s->nmethods && common == t->nmethods : common == s->nmethods || common == t->nmethods);
}

/* A concrete type against an interface that it should implement. */
static bool unify_with_iface(Unifier *u, Type *iface, Type *t)
{
    TypeSet *s = type_set(u->ck->ctx, iface);
    for (uint32_t i = 0; i < s->nmethods; i++) {
        Object *m = s->methods[i];
        Lookup r = lookup_field_or_method(u->ck->ctx, t, false, m->pkg, m->name, false);
        if (!r.obj || r.obj->kind != ObjFunc)
            return false;
        if (!r.obj->type)
            obj_decl(u->ck, r.obj);
        if (!unify(u, m->type, r.obj->type, Exact))
            return false;
    }
    return true;
}

/* spec: "Type unification". Assign: element types must match exactly; type arguments as loosely as the types. */
static bool unify_structure(Unifier *u, Type *x, Type *y, int mode)
{
    int emode = mode & Assign ? mode | Exact : mode;
    if (x->kind != y->kind)
        return false;
    switch (x->kind) {
    case KindPointer: return unify(u, x->pointer.elem, y->pointer.elem, emode);
    case KindSlice: return unify(u, x->slice.elem, y->slice.elem, emode);
    case KindArray: return x->array.len == y->array.len && unify(u, x->array.elem, y->array.elem, emode);
    case KindMap: return unify(u, x->map.key, y->map.key, emode) && unify(u, x->map.elem, y->map.elem, emode);
    case KindChan: return (!(mode & Exact) || x->chan.dir == y->chan.dir) && unify(u, x->chan.elem, y->chan.elem, emode);
    case KindStruct: return unify_structs(u, x, y, emode);
    case KindTuple: return unify_tuples(u, x, y, mode);
    case KindFunc:
        return x->func.variadic == y->func.variadic && x->func.ntparams == y->func.ntparams &&
               unify_tuples(u, x->func.params, y->func.params, emode) &&
               unify_tuples(u, x->func.results, y->func.results, emode);
    case KindInterface: return unify_ifaces(u, x, y, true);
    case KindNamed: return unify_named(u, x, y, mode);
    case KindTypeParam: return x == y;
    default: return type_identical(x, y);
    }
}

static bool is_iface(Type *t) { return t->kind != KindTypeParam && type_under(t)->kind == KindInterface; }

/* x and y, both for one type parameter, unify loosely: whether one type can stand for both. */
static bool one_type(Unifier *u, Type *x, Type *y)
{
    bool xi = is_iface(x), yi = is_iface(y);
    if (!u->ifaces || (!xi && !yi))
        return true;
    if (xi != yi)
        return false;
    return (x->kind != KindNamed || y->kind != KindNamed || unify_named(u, x, y, Exact)) &&
           type_set(x->ctx, x)->nmethods == type_set(y->ctx, y)->nmethods;
}

/* Type parameter i against y, which is none. */
static bool unify_bound(Unifier *u, int i, Type *y, int mode)
{
    Type **slot = &u->bound[u->slot[i]];
    if (!*slot) {
        *slot = y;
        return true;
    }
    Type *ux = type_unalias(*slot), *uy = type_unalias(y);
    if (!unify(u, *slot, y, mode) || (!(mode & Exact) && !one_type(u, ux, uy)))
        return false;
    if (mode & Exact)
        return true;
    /* Which of the types are seen first must not matter: a defined type wins over a literal, then a
     * channel of one direction over one of both. */
    bool xn = ux->kind == KindNamed, yn = uy->kind == KindNamed;
    if ((yn && !xn) || (xn == yn && !yn && uy->kind == KindChan && uy->chan.dir != ChanBoth))
        *slot = y;
    return true;
}

/* Two type parameters: they share a slot from now on, or have types already that must agree. */
static bool unify_tparams(Unifier *u, int px, int py, int mode)
{
    uint32_t sx = u->slot[px], sy = u->slot[py];
    if (sx == sy)
        return true;
    if (u->bound[sx] && u->bound[sy])
        return unify(u, u->bound[sx], u->bound[sy], mode);
    if (!u->bound[sx])
        u->bound[sx] = u->bound[sy];
    for (uint32_t i = 0; i < u->n; i++) {
        if (u->slot[i] == sy)
            u->slot[i] = sx;
    }
    return true;
}

static bool is_literal(Type *t) { return t->kind != KindNamed && t->kind != KindTypeParam; }

/* Neither x nor y is one of the parameters that are looked for. */
static bool unify_types(Unifier *u, Type *x, Type *y, int mode)
{
    if (mode & Exact)
        return unify_structure(u, x, y, mode);
    bool xi = u->ifaces && is_iface(x), yi = u->ifaces && is_iface(y);
    if (xi && yi)
        return unify_ifaces(u, x, y, false);
    if (xi || yi)
        return xi ? unify_with_iface(u, x, y) : unify_with_iface(u, y, x);
    if (y->kind == KindTypeParam) {
        Type *t = x;
        x = y;
        y = t;
    }
    if (x->kind == KindTypeParam && x != y) { /* of the function around: stands for what all its types share */
        Type *core = common_under(u->ck->ctx, x, NULL);
        return core && unify(u, core, y, Assign);
    }
    return unify_structure(u, x, y, mode);
}

static bool unify(Unifier *u, Type *x, Type *y, int mode)
{
    Type *written_x = x, *written_y = y; /* with the names of aliases: inferred types keep them */
    x = type_unalias(x);
    y = type_unalias(y);
    if (x == y)
        return true;
    if (u->depth > 100)
        return false;
    u->depth++;
    int px = tparam_index(u, x), py = tparam_index(u, y);
    /* Loosely, a defined type and a literal unify by the underlying type. */
    if (!(mode & Exact) && x->kind == KindNamed && is_literal(y) && (!u->ifaces || y->kind != KindInterface))
        written_x = x = type_under(x);
    else if (!(mode & Exact) && y->kind == KindNamed && is_literal(x) && (!u->ifaces || x->kind != KindInterface))
        written_y = y = type_under(y);
    bool ok;
    if (px >= 0 && py >= 0)
        ok = unify_tparams(u, px, py, mode);
    else if (px >= 0)
        ok = unify_bound(u, px, written_y, mode);
    else if (py >= 0)
        ok = unify_bound(u, py, written_x, mode);
    else
        ok = x == y || unify_types(u, x, y, mode);
    u->depth--;
    return ok;
}

/* ---- inference ---- */

static const char *names_of(Checker *ck, Object **tparams, uint32_t n)
{
    Buf b = {0};
    for (uint32_t i = 0; i < n; i++)
        buf_printf(&b, "%s%s", i == 0 ? "" : n == 2 ? " and " : i + 1 == n ? ", and " : ", ", tparams[i]->name);
    const char *s = arena_strndup(ck->a, b.data ? b.data : "", b.len);
    buf_free(&b);
    return s;
}

static Type *inferred(Unifier *u, uint32_t i) { return u->bound[u->slot[i]]; }

static Type *resolve(Unifier *u, Type *t)
{
    Type **targs = NEW_ARRAY(u->ck->a, Type *, u->n);
    for (uint32_t i = 0; i < u->n; i++)
        targs[i] = inferred(u, i);
    return type_subst(u->ck->ctx, t, u->tparams, targs, u->n);
}

static const char *mismatch(Unifier *u, Type *par, Operand *arg, const char *target)
{
    Checker *ck = u->ck;
    Type *written = arg->expr ? arg->expr->type : NULL; /* of a generic function, with its type parameters */
    const char *targ = tstr(ck, !target && written && written->kind == KindFunc && written->func.ntparams ? written : arg->type);
    const char *expr = target ? target : node_string(ck, arg->expr);
    if (!inferred(u, 0))
        return arena_printf(ck->a, "type %s of %s does not match %s (cannot infer %s)", targ, expr, tstr(ck, par), names_of(ck, u->tparams, u->n));
    Type *p = resolve(u, par);
    if (p == par)
        return arena_printf(ck->a, "type %s of %s does not match %s", targ, expr, tstr(ck, par));
    if (target)
        return arena_printf(ck->a, "inferred type %s for %s does not match type %s of %s", tstr(ck, p), tstr(ck, par), targ, expr);
    return arena_printf(ck->a, "type %s of %s does not match inferred type %s for %s", targ, expr, tstr(ck, p), tstr(ck, par));
}

static bool infer_typed(Unifier *u, Type *params, Operand *args, uint32_t nargs, const char *target, const char **why, const Node **at)
{
    for (uint32_t i = 0; i < nargs; i++) {
        Type *par = params->tuple.vars[i]->type;
        if (args[i].mode == ModeInvalid || args[i].mode == ModeNil)
            continue;
        if (!mentions(u, par, 0) && !mentions(u, args[i].type, 0))
            continue;
        if (is_untyped(args[i].type))
            continue;
        if (!unify(u, par, args[i].type, Assign)) {
            *why = mismatch(u, par, &args[i], target);
            *at = args[i].expr;
            return false;
        }
    }
    return true;
}

/* spec: untyped constants count only for parameters that are still open; the largest kind wins. */
static bool infer_untyped(Unifier *u, Type *params, Operand *args, uint32_t nargs, const char **why, const Node **at)
{
    Type **max = NEW_ARRAY(u->ck->a, Type *, u->n);
    for (uint32_t i = 0; i < nargs; i++) {
        int p = tparam_index(u, params->tuple.vars[i]->type);
        if (p < 0 || inferred(u, (uint32_t)p) || args[i].mode == ModeInvalid || !is_untyped(args[i].type) || args[i].mode == ModeNil)
            continue;
        Type *t = args[i].type, *m = max[p];
        if (m && m->kind != t->kind && !(is_numeric(m) && is_numeric(t))) {
            *why = arena_printf(u->ck->a, "mismatched types %s and %s (cannot infer %s)", tstr(u->ck, m), tstr(u->ck, t),
                                tstr(u->ck, u->tparams[p]->type));
            *at = args[i].expr;
            return false;
        }
        if (!m || t->kind > m->kind)
            max[p] = t;
    }
    for (uint32_t p = 0; p < u->n; p++) {
        if (max[p])
            u->bound[u->slot[p]] = type_default(u->ck->ctx, max[p]);
    }
    return true;
}

/* The one type that all terms of a constraint share below; *tilde: some term has one. */
static Type *core_term(Checker *ck, Type *tparam, bool *tilde, bool *single)
{
    TypeSet *s = type_set(ck->ctx, type_under(tparam));
    *tilde = false;
    *single = false;
    if (s->all || s->terms.n == 0)
        return NULL;
    if (s->terms.n == 1) {
        *tilde = s->terms.tilde[0];
        *single = true;
        return s->terms.types[0];
    }
    *tilde = true;
    return common_under(ck->ctx, tparam, NULL);
}

static uint32_t count_known(Unifier *u)
{
    uint32_t k = 0;
    for (uint32_t i = 0; i < u->n; i++)
        k += inferred(u, i) != NULL;
    return k;
}

static bool same_by_unification(Type *x, Type *y, void *unifier) { return unify(unifier, x, y, Exact); }

/* What the constraint of type parameter i tells; false: its type, known already, does not satisfy it. */
static bool use_constraint(Unifier *u, uint32_t i, const char **why)
{
    Checker *ck = u->ck;
    Type *tp = u->tparams[i]->type, *tx = inferred(u, i);
    bool tilde, single;
    const char *cause = "";
    Type *core = core_term(ck, tp, &tilde, &single);
    if (core && !tx) {
        if (single && !tilde)
            u->bound[u->slot[i]] = core;
        return true;
    }
    if (!tx)
        return true;
    if (core) {
        Type *x = tilde && type_unalias(tx)->kind != KindTypeParam ? type_under(tx) : tx;
        if (!unify(u, x, tilde ? type_under(core) : core, 0)) {
            *why = arena_printf(ck->a, "%s (type %s) does not satisfy %s", tstr(ck, tp), tstr(ck, x), tstr(ck, tp->tparam.bound));
            return false;
        }
    }
    tx = resolve(u, tx);
    if (mentions(u, tx, 0)) /* not known to the end */
        return true;
    if (!missing_method_if(ck, tx, type_under(tp), same_by_unification, u, &cause))
        return true;
    *why = arena_printf(ck->a, "%s (type %s) does not satisfy %s %s", tstr(ck, tp), tstr(ck, tx), tstr(ck, tp->tparam.bound), cause);
    return false;
}

static bool infer_constraints(Unifier *u, const char **why)
{
    for (;;) {
        uint32_t before = count_known(u);
        for (uint32_t i = 0; i < u->n; i++) {
            if (!use_constraint(u, i, why))
                return false;
        }
        if (count_known(u) == before)
            return true;
    }
}

/* Inferred types may mention other parameters: replace until nothing changes. */
static void simplify(Unifier *u)
{
    for (uint32_t round = 0; round <= u->n; round++) {
        for (uint32_t i = 0; i < u->n; i++) {
            Type *t = inferred(u, i);
            if (t && tparam_index(u, t) == (int)i)
                u->bound[u->slot[i]] = NULL; /* bound to itself says nothing */
            else if (t && mentions(u, t, 0) && u->depth == 0)
                u->bound[u->slot[i]] = resolve(u, t);
        }
    }
    for (uint32_t i = 0; i < u->n; i++) {
        Type *t = inferred(u, i);
        if (t && mentions(u, t, 0))
            u->bound[u->slot[i]] = NULL;
    }
}

/* Finds the missing ones among targs (NULL entries). target: the argument is the target of an assignment, of this name; else NULL. */
bool unify_args(Checker *ck, Pos pos, Object **tparams, uint32_t n, Type **targs, Type *params, Operand *args, uint32_t nargs,
                const char *target, const char **why, const Node **why_at)
{
    (void)pos;
    bool complete = true;
    for (uint32_t i = 0; i < n; i++)
        complete &= targs[i] != NULL;
    if (complete)
        return true;
    for (uint32_t i = 0; i < nargs; i++) {
        if (args[i].mode == ModeInvalid)
            return false;
    }
    Unifier u = {.ck = ck, .tparams = tparams, .n = n, .ifaces = allow_version(ck, 21)};
    u.slot = NEW_ARRAY(ck->a, uint32_t, n);
    u.bound = NEW_ARRAY(ck->a, Type *, n);
    for (uint32_t i = 0; i < n; i++) {
        u.slot[i] = i;
        u.bound[i] = targs[i];
    }
    bool some = false; /* what is given is no longer to be found: parameters of that type are checked like others */
    for (uint32_t i = 0; i < n; i++)
        some |= targs[i] != NULL;
    if (some)
        params = type_subst(ck->ctx, params, tparams, targs, n);
    if (!infer_typed(&u, params, args, nargs, target, why, why_at))
        return false;
    if (!infer_constraints(&u, why))
        return false;
    if (!infer_untyped(&u, params, args, nargs, why, why_at))
        return false;
    simplify(&u);
    for (uint32_t i = 0; i < n; i++) {
        targs[i] = inferred(&u, i);
        if (!targs[i]) {
            *why = arena_printf(ck->a, "cannot infer %s (declared at %s)", tparams[i]->name, pos_string(ck, tparams[i]->pos));
            return false;
        }
    }
    return true;
}

/* Whether each type argument satisfies its constraint; else the first that does not. */
bool verify_targs(Checker *ck, Object **tparams, Type **targs, uint32_t n, uint32_t *bad, const char **cause)
{
    for (uint32_t i = 0; i < n; i++) {
        tparam_iface(tparams[i]->type); /* a constraint *T is made an interface */
        Type *bound = type_subst(ck->ctx, tparams[i]->type->tparam.bound, tparams, targs, n);
        if (!implements(ck, targs[i], bound, true, cause)) {
            *bad = i;
            return false;
        }
    }
    return true;
}
