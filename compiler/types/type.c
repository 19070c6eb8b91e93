/* type.c - making types, and questions that need no context: what kind, which
 * predicates hold, identity, and layout on amd64 (as gc lays types out). */
#include <string.h>

#include "check.h"

/* ---- construction ---- */

/* Only the member of the union that is alive is allocated. */
#define BYTES_TO(type, member) (offsetof(type, member) + sizeof ((type *)NULL)->member)

static size_t type_bytes(TypeKind kind)
{
    switch (kind) {
    case KindArray: return BYTES_TO(Type, array);
    case KindSlice: return BYTES_TO(Type, slice);
    case KindStruct: return BYTES_TO(Type, strct);
    case KindPointer: return BYTES_TO(Type, pointer);
    case KindFunc: return BYTES_TO(Type, func);
    case KindInterface: return BYTES_TO(Type, iface);
    case KindMap: return BYTES_TO(Type, map);
    case KindChan: return BYTES_TO(Type, chan);
    case KindTuple: return BYTES_TO(Type, tuple);
    case KindUnion: return BYTES_TO(Type, uni);
    case KindNamed: return BYTES_TO(Type, named);
    case KindAlias: return BYTES_TO(Type, alias);
    case KindTypeParam: return BYTES_TO(Type, tparam);
    default: return BYTES_TO(Type, basic);
    }
}

static size_t object_bytes(ObjectKind kind)
{
    switch (kind) {
    case ObjPkgName: return BYTES_TO(Object, pkgname);
    case ObjConst: return BYTES_TO(Object, cnst);
    case ObjTypeName: return BYTES_TO(Object, tname);
    case ObjVar: return BYTES_TO(Object, var);
    case ObjFunc: return BYTES_TO(Object, func);
    case ObjLabel: case ObjBuiltin: case ObjNil: break;
    }
    return BYTES_TO(Object, builtin);
}

Type *type_copy(Arena *a, const Type *t) { return arena_dup(a, t, type_bytes((TypeKind)t->kind)); }

Object *object_copy(Arena *a, const Object *o) { return arena_dup(a, o, object_bytes((ObjectKind)o->kind)); }

Type *new_type(TypesCtx *c, TypeKind kind)
{
    Type *t = arena_alloc(c->arena, type_bytes(kind));
    t->kind = (uint8_t)kind;
    t->id = ++c->next_type_id;
    t->ctx = c;
    return t;
}

Type *new_pointer(TypesCtx *c, Type *elem)
{
    Type *t = new_type(c, KindPointer);
    t->pointer.elem = elem;
    return t;
}

Type *new_slice(TypesCtx *c, Type *elem)
{
    Type *t = new_type(c, KindSlice);
    t->slice.elem = elem;
    return t;
}

Type *new_array(TypesCtx *c, Type *elem, int64_t len)
{
    Type *t = new_type(c, KindArray);
    t->array.elem = elem;
    t->array.len = len;
    return t;
}

Type *new_map(TypesCtx *c, Type *key, Type *elem)
{
    Type *t = new_type(c, KindMap);
    t->map.key = key;
    t->map.elem = elem;
    return t;
}

Type *new_chan(TypesCtx *c, Type *elem, ChanDir dir)
{
    Type *t = new_type(c, KindChan);
    t->chan.elem = elem;
    t->chan.dir = (uint8_t)dir;
    return t;
}

Type *new_tuple(TypesCtx *c, Object **vars, uint32_t n)
{
    Type *t = new_type(c, KindTuple);
    t->tuple.vars = vars;
    t->tuple.n = n;
    return t;
}

Type *new_func(TypesCtx *c, Type *params, Type *results, bool variadic)
{
    Type *t = new_type(c, KindFunc);
    t->func.params = params ? params : c->empty_tuple;
    t->func.results = results ? results : c->empty_tuple;
    t->func.variadic = variadic;
    return t;
}

Type *new_struct(TypesCtx *c, Object **fields, uint32_t n)
{
    Type *t = new_type(c, KindStruct);
    t->strct.fields = fields;
    t->strct.n = n;
    return t;
}

Type *new_interface(TypesCtx *c, Object **methods, uint32_t n)
{
    Type *t = new_type(c, KindInterface);
    t->iface.methods = methods;
    t->iface.nmethods = n;
    return t;
}

Type *new_named(TypesCtx *c, Object *obj, Type *under)
{
    Type *t = new_type(c, KindNamed);
    t->named.obj = obj;
    t->named.under = under;
    if (obj && !obj->type)
        obj->type = t;
    return t;
}

Type *new_alias(TypesCtx *c, Object *obj, Type *actual)
{
    Type *t = new_type(c, KindAlias);
    t->alias.obj = obj;
    t->alias.actual = actual;
    if (obj && !obj->type)
        obj->type = t;
    return t;
}

Type *new_tparam(TypesCtx *c, Object *obj, Type *bound)
{
    Type *t = new_type(c, KindTypeParam);
    t->tparam.obj = obj;
    t->tparam.bound = bound;
    if (obj && !obj->type)
        obj->type = t;
    return t;
}

Object *new_object(TypesCtx *c, ObjectKind kind, Package *pkg, const char *name, Type *type, Pos pos)
{
    Object *o = arena_alloc(c->arena, object_bytes(kind));
    o->kind = (uint8_t)kind;
    o->pkg = pkg;
    o->name = name;
    o->type = type;
    o->pos = pos;
    o->exported = name_is_exported(name);
    o->color = type ? ColorBlack : ColorWhite;
    return o;
}

Object *new_var(TypesCtx *c, Package *pkg, const char *name, Type *type, Pos pos, VarRole role)
{
    Object *o = new_object(c, ObjVar, pkg, name, type, pos);
    o->var.role = (uint8_t)role;
    o->color = ColorBlack;
    return o;
}

/* A tuple of unnamed values. */
Type *tuple_of(TypesCtx *c, Type **types, uint32_t n)
{
    Object **vars = NEW_ARRAY(c->arena, Object *, n);
    for (uint32_t i = 0; i < n; i++)
        vars[i] = new_var(c, NULL, "", types[i], 0, VarParam);
    return new_tuple(c, vars, n);
}

/* ---- looking through names ---- */

Type *type_unalias(Type *t)
{
    int guard = 0;
    while (t && t->kind == KindAlias && guard++ < 1000) {
        if (!t->alias.actual)
            alias_resolve(t);
        if (!t->alias.actual)
            return t->ctx->basic[KindInvalid];
        t = t->alias.actual;
    }
    return t;
}

Type *type_under(Type *t)
{
    t = type_unalias(t);
    if (t->kind == KindNamed)
        return named_under(t);
    if (t->kind == KindTypeParam)
        return tparam_iface(t);
    return t;
}

/* ---- predicates ---- */

static uint32_t basic_info(Type *t)
{
    Type *u = type_under(t);
    return u->kind <= KindUntypedNil ? u->basic.info : 0;
}

/* The predicates hold for a basic type under t; for type parameters see all_basic. */
static bool is_basic(Type *t, uint32_t info) { return (basic_info(t) & info) != 0; }

bool is_boolean(Type *t) { return is_basic(t, BasicBoolean); }
bool is_integer(Type *t) { return is_basic(t, BasicInteger); }
bool is_unsigned(Type *t) { return is_basic(t, BasicUnsigned); }
bool is_float(Type *t) { return is_basic(t, BasicFloat); }
bool is_complex(Type *t) { return is_basic(t, BasicComplex); }
bool is_numeric(Type *t) { return is_basic(t, BasicNumeric); }
bool is_string(Type *t) { return is_basic(t, BasicString); }
bool is_const_type(Type *t) { return is_basic(t, BasicConstType); }
bool is_untyped(Type *t) { return t->kind <= KindUntypedNil && t->basic.info & BasicUntyped; }
bool is_typed(Type *t) { return !is_untyped(t); }
bool is_tparam(Type *t) { return type_unalias(t)->kind == KindTypeParam; }

/* Whether info holds for each type of the type set. */
bool all_basic(Type *t, uint32_t info)
{
    t = type_unalias(t);
    if (t->kind != KindTypeParam)
        return is_basic(t, info);
    TypeSet *s = type_set(t->ctx, type_under(t));
    if (s->all || s->terms.n == 0)
        return false;
    for (uint32_t i = 0; i < s->terms.n; i++) {
        if (!is_basic(s->terms.types[i], info))
            return false;
    }
    return true;
}

bool is_interface(Type *t) { return !is_tparam(t) && under_kind(t) == KindInterface; }

bool is_empty_interface(Type *t)
{
    return is_interface(t) && type_set(type_under(t)->ctx, type_under(t))->nmethods == 0;
}

bool is_named(Type *t)
{
    t = type_unalias(t);
    return t->kind <= KindUntypedNil || t->kind == KindNamed || t->kind == KindTypeParam;
}

bool has_nil(Type *t)
{
    Type *u = type_under(t);
    switch (u->kind) {
    case KindUnsafePointer: case KindUntypedNil:
    case KindSlice: case KindPointer: case KindFunc: case KindMap: case KindChan:
        return true;
    case KindInterface:
        if (!is_tparam(t))
            return true;
        TypeSet *s = type_set(u->ctx, u);
        for (uint32_t i = 0; i < s->terms.n; i++) {
            if (!has_nil(s->terms.types[i]))
                return false;
        }
        return !s->all && s->terms.n > 0;
    default:
        return false;
    }
}

/* dynamic: interfaces count as comparable (at run time they may panic). */
bool comparable_type(Type *t, bool dynamic, int depth)
{
    if (depth > 100) /* only invalid recursive types nest so deeply by value */
        return true;
    Type *u = type_under(t);
    switch (u->kind) {
    case KindUntypedNil:
        return false;
    case KindSlice: case KindMap: case KindFunc:
        return false;
    case KindArray:
        return comparable_type(u->array.elem, dynamic, depth + 1);
    case KindStruct:
        for (uint32_t i = 0; i < u->strct.n; i++) {
            if (!comparable_type(u->strct.fields[i]->type, dynamic, depth + 1))
                return false;
        }
        return true;
    case KindInterface:
        if (dynamic && !is_tparam(t))
            return true;
        return typeset_comparable(type_set(u->ctx, u), depth + 1);
    default:
        return true;
    }
}

bool type_comparable(Type *t) { return comparable_type(t, true, 0); }

Type *type_deref(Type *t, bool *was_pointer)
{
    Type *u = type_unalias(t);
    bool is = u->kind == KindPointer;
    if (was_pointer)
        *was_pointer = is;
    return is ? u->pointer.elem : t;
}

Type *type_default(TypesCtx *c, Type *t)
{
    switch (t->kind) {
    case KindUntypedBool: return c->basic[KindBool];
    case KindUntypedInt: return c->basic[KindInt];
    case KindUntypedRune: return c->type_rune;
    case KindUntypedFloat: return c->basic[KindFloat64];
    case KindUntypedComplex: return c->basic[KindComplex128];
    case KindUntypedString: return c->basic[KindString];
    default: return t;
    }
}

Type *type_elem(Type *t)
{
    Type *u = type_under(t);
    switch (u->kind) {
    case KindPointer: return u->pointer.elem;
    case KindSlice: return u->slice.elem;
    case KindArray: return u->array.elem;
    case KindChan: return u->chan.elem;
    case KindMap: return u->map.elem;
    default: return NULL;
    }
}

static bool list_has_tparam(Type **list, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        if (type_has_tparam(list[i]))
            return true;
    }
    return false;
}

static bool vars_have_tparam(Object **vars, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        if (vars[i]->type && type_has_tparam(vars[i]->type))
            return true;
    }
    return false;
}

static bool compute_has_tparam(Type *t)
{
    switch (t->kind) {
    case KindTypeParam: return true;
    case KindPointer: return type_has_tparam(t->pointer.elem);
    case KindSlice: return type_has_tparam(t->slice.elem);
    case KindArray: return type_has_tparam(t->array.elem);
    case KindChan: return type_has_tparam(t->chan.elem);
    case KindMap: return type_has_tparam(t->map.key) || type_has_tparam(t->map.elem);
    case KindStruct: return vars_have_tparam(t->strct.fields, t->strct.n);
    case KindTuple: return vars_have_tparam(t->tuple.vars, t->tuple.n);
    case KindFunc: return type_has_tparam(t->func.params) || type_has_tparam(t->func.results);
    case KindInterface:
        for (uint32_t i = 0; i < t->iface.nmethods; i++) {
            if (type_has_tparam(t->iface.methods[i]->type))
                return true;
        }
        return list_has_tparam(t->iface.embeds, t->iface.nembeds);
    case KindUnion: return list_has_tparam(t->uni.types, t->uni.n);
    case KindNamed: return list_has_tparam(t->named.targs, t->named.ntargs);
    case KindAlias:
        return list_has_tparam(t->alias.targs, t->alias.ntargs) || (t->alias.actual && type_has_tparam(t->alias.actual));
    default: return false;
    }
}

bool type_has_tparam(Type *t)
{
    if (!t || t->kind <= KindUntypedNil || t->mark & MarkHasTparam)
        return false;
    t->mark |= MarkHasTparam;
    bool has = compute_has_tparam(t);
    t->mark &= (uint8_t)~MarkHasTparam;
    return has;
}

/* ---- identity (spec: "Type identity") ---- */

/* Interfaces being compared further up: meeting a pair again means equal so far. */
typedef struct Pair {
    Type *x, *y;
    const struct Pair *outer;
} Pair;

static bool identical(Type *x, Type *y, bool tags, const Pair *p);

static bool identical_vars(Object **x, Object **y, uint32_t n, bool tags, const Pair *p)
{
    for (uint32_t i = 0; i < n; i++) {
        if (!identical(x[i]->type, y[i]->type, tags, p))
            return false;
    }
    return true;
}

static const char *tag_of(Type *t, uint32_t i) { return t->strct.tags && t->strct.tags[i] ? t->strct.tags[i] : ""; }
static uint32_t tag_len(Type *t, uint32_t i) { return t->strct.tags && t->strct.tags[i] ? t->strct.tag_len[i] : 0; }

static bool identical_structs(Type *x, Type *y, bool tags, const Pair *p)
{
    if (x->strct.n != y->strct.n)
        return false;
    for (uint32_t i = 0; i < x->strct.n; i++) {
        Object *f = x->strct.fields[i], *g = y->strct.fields[i];
        if (f->var.embedded != g->var.embedded || f->name != g->name || (!f->exported && f->pkg != g->pkg))
            return false;
        if (tags && (tag_len(x, i) != tag_len(y, i) || memcmp(tag_of(x, i), tag_of(y, i), tag_len(x, i)) != 0))
            return false;
        if (!identical(f->type, g->type, tags, p))
            return false;
    }
    return true;
}

static bool identical_unions(const Union *x, const Union *y, bool tags, const Pair *p)
{
    if (x->n != y->n)
        return false;
    for (uint32_t i = 0; i < x->n; i++) {
        bool found = false;
        for (uint32_t j = 0; j < y->n && !found; j++)
            found = x->tilde[i] == y->tilde[j] && identical(x->types[i], y->types[j], tags, p);
        if (!found)
            return false;
    }
    return true;
}

static bool identical_interfaces(Type *x, Type *y, bool tags, const Pair *p)
{
    TypeSet *s = type_set(x->ctx, x), *t = type_set(y->ctx, y);
    if (s->nmethods != t->nmethods || s->all != t->all || s->comparable != t->comparable)
        return false;
    if (!s->all && !identical_unions(&s->terms, &t->terms, tags, p))
        return false;
    for (const Pair *q = p; q; q = q->outer) {
        if ((q->x == x && q->y == y) || (q->x == y && q->y == x))
            return true;
    }
    Pair here = {x, y, p};
    for (uint32_t i = 0; i < s->nmethods; i++) {
        Object *m = s->methods[i], *n = t->methods[i];
        if (m->name != n->name || (!m->exported && m->pkg != n->pkg) || !identical(m->type, n->type, tags, &here))
            return false;
    }
    return true;
}

static bool identical_funcs(Type *x, Type *y, bool tags, const Pair *p)
{
    if (x->func.variadic != y->func.variadic || x->func.ntparams != y->func.ntparams)
        return false;
    if (x->func.params->tuple.n != y->func.params->tuple.n || x->func.results->tuple.n != y->func.results->tuple.n)
        return false;
    Type *yp = y->func.params, *yr = y->func.results;
    if (x->func.ntparams > 0) { /* rename y's type parameters to x's */
        TypesCtx *c = x->ctx;
        Type **to = NEW_ARRAY(c->arena, Type *, x->func.ntparams);
        for (uint32_t i = 0; i < x->func.ntparams; i++)
            to[i] = x->func.tparams[i]->type;
        for (uint32_t i = 0; i < x->func.ntparams; i++) {
            Type *yb = type_subst(c, y->func.tparams[i]->type->tparam.bound, y->func.tparams, to, x->func.ntparams);
            if (!identical(x->func.tparams[i]->type->tparam.bound, yb, tags, p))
                return false;
        }
        yp = type_subst(c, yp, y->func.tparams, to, x->func.ntparams);
        yr = type_subst(c, yr, y->func.tparams, to, x->func.ntparams);
    }
    return identical_vars(x->func.params->tuple.vars, yp->tuple.vars, yp->tuple.n, tags, p) &&
           identical_vars(x->func.results->tuple.vars, yr->tuple.vars, yr->tuple.n, tags, p);
}

static bool identical_named(Type *x, Type *y, bool tags, const Pair *p)
{
    if (x->named.ntargs == 0 || x->named.ntargs != y->named.ntargs || x->named.origin != y->named.origin)
        return false;
    for (uint32_t i = 0; i < x->named.ntargs; i++) {
        if (!identical(x->named.targs[i], y->named.targs[i], tags, p))
            return false;
    }
    return true;
}

static bool identical(Type *x, Type *y, bool tags, const Pair *p)
{
    if (x == y)
        return true;
    x = type_unalias(x);
    y = type_unalias(y);
    if (x == y)
        return true;
    if (x->kind != y->kind)
        return false;
    switch (x->kind) {
    case KindArray:
        return (x->array.len < 0 || y->array.len < 0 || x->array.len == y->array.len) &&
               identical(x->array.elem, y->array.elem, tags, p);
    case KindSlice: return identical(x->slice.elem, y->slice.elem, tags, p);
    case KindPointer: return identical(x->pointer.elem, y->pointer.elem, tags, p);
    case KindMap:
        return identical(x->map.key, y->map.key, tags, p) && identical(x->map.elem, y->map.elem, tags, p);
    case KindChan: return x->chan.dir == y->chan.dir && identical(x->chan.elem, y->chan.elem, tags, p);
    case KindStruct: return identical_structs(x, y, tags, p);
    case KindFunc: return identical_funcs(x, y, tags, p);
    case KindInterface: return identical_interfaces(x, y, tags, p);
    case KindTuple:
        return x->tuple.n == y->tuple.n && identical_vars(x->tuple.vars, y->tuple.vars, x->tuple.n, tags, p);
    case KindUnion: return identical_unions(&x->uni, &y->uni, tags, p);
    case KindNamed: return identical_named(x, y, tags, p);
    case KindTypeParam: return false;
    default: return true; /* basic types of the same kind */
    }
}

bool type_identical(Type *x, Type *y) { return identical(x, y, true, NULL); }
bool identical_ignore_tags(Type *x, Type *y) { return identical(x, y, false, NULL); }

/* ---- layout ---- */

static int64_t round_up(int64_t n, int64_t align) { return (n + align - 1) / align * align; }

/* spec: "Size and alignment guarantees".  A struct that ends in a field without size gets a
 * byte more, so that the field's address is not that of the next object. */
static void layout_struct(Type *t)
{
    int64_t off = 0, last = 0, ptrs = 0;
    uint8_t align = 1;
    t->strct.offsets = NEW_ARRAY(t->ctx->arena, int64_t, t->strct.n + 1);
    for (uint32_t i = 0; i < t->strct.n; i++) {
        Type *f = t->strct.fields[i]->type;
        int64_t a = type_align(f);
        off = round_up(off, a);
        t->strct.offsets[i] = off;
        if (type_ptrbytes(f) > 0)
            ptrs = off + type_ptrbytes(f);
        last = type_size(f);
        if (last > MaxTypeSize - off)
            last = MaxTypeSize - off;
        off += last;
        if (a > align)
            align = (uint8_t)a;
    }
    if (off > 0 && last == 0)
        off++;
    t->size = round_up(off, align);
    t->align = align;
    t->ptrbytes = ptrs;
}

static void layout_array(Type *t)
{
    Type *e = t->array.elem;
    int64_t n = t->array.len < 0 ? 0 : t->array.len, size = type_size(e);
    t->align = (uint8_t)type_align(e);
    t->size = size > 0 && n > MaxTypeSize / size ? MaxTypeSize : n * size;
    t->ptrbytes = n > 0 && type_ptrbytes(e) > 0 ? t->size - size + type_ptrbytes(e) : 0;
}

static void layout(Type *t)
{
    static const uint8_t basic_size[KindUntypedNil + 1] = {
        [KindBool] = 1, [KindInt] = 8, [KindInt8] = 1, [KindInt16] = 2, [KindInt32] = 4, [KindInt64] = 8,
        [KindUint] = 8, [KindUint8] = 1, [KindUint16] = 2, [KindUint32] = 4, [KindUint64] = 8, [KindUintptr] = 8,
        [KindFloat32] = 4, [KindFloat64] = 8, [KindComplex64] = 8, [KindComplex128] = 16, [KindString] = 16,
        [KindUnsafePointer] = 8, [KindUntypedBool] = 1, [KindUntypedInt] = 8, [KindUntypedRune] = 4,
        [KindUntypedFloat] = 8, [KindUntypedComplex] = 16, [KindUntypedString] = 16, [KindUntypedNil] = 8};
    t->sized = 2;
    t->align = 8;
    t->size = 8;
    t->ptrbytes = 0;
    switch (t->kind) {
    case KindArray: layout_array(t); break;
    case KindStruct: layout_struct(t); break;
    case KindSlice: t->size = 24; t->ptrbytes = 8; break;
    case KindInterface: t->size = 16; t->ptrbytes = 16; break;
    case KindPointer: t->ptrbytes = type_notinheap(t->pointer.elem) ? 0 : 8; break;
    case KindFunc: case KindMap: case KindChan: t->ptrbytes = 8; break;
    case KindTuple: break;
    default:
        if (t->kind > KindUntypedNil)
            break;
        t->size = basic_size[t->kind];
        t->align = t->size > 8 || t->size == 0 ? 8 : (uint8_t)t->size;
        if (t->kind == KindComplex64)
            t->align = 4;
        if (t->kind == KindInvalid)
            t->align = 1;
        if (t->kind == KindString || t->kind == KindUnsafePointer || t->kind == KindUntypedNil ||
            t->kind == KindUntypedString)
            t->ptrbytes = 8;
        break;
    }
    t->sized = 1;
}

/* The type whose layout t has, computed; a type that contains itself (an error) has size 0. */
static Type *sized(Type *t)
{
    t = type_under(t);
    if (t->sized == 0)
        layout(t);
    return t;
}

int64_t type_size(Type *t) { return sized(t)->size; }
int64_t type_align(Type *t)
{
    t = sized(t);
    return t->align ? t->align : 1;
}
int64_t type_ptrbytes(Type *t) { return sized(t)->ptrbytes; }

int64_t field_offset(Type *strct, uint32_t i)
{
    strct = sized(strct);
    return strct->strct.offsets ? strct->strct.offsets[i] : 0;
}

static bool notinheap(Type *t, int depth)
{
    t = type_unalias(t);
    if (t->kind == KindNamed && t->named.obj->pkg && strcmp(t->named.obj->name, "NotInHeap") == 0 &&
        strcmp(t->named.obj->pkg->path, "internal/runtime/sys") == 0)
        return true;
    if (depth > 20 || (t->kind != KindNamed && t->kind != KindStruct && t->kind != KindArray))
        return false;
    Type *u = type_under(t);
    if (u->kind == KindArray)
        return notinheap(u->array.elem, depth + 1);
    if (u->kind != KindStruct)
        return false;
    for (uint32_t i = 0; i < u->strct.n; i++) {
        if (notinheap(u->strct.fields[i]->type, depth + 1))
            return true;
    }
    return false;
}

bool type_notinheap(Type *t) { return notinheap(t, 0); }

static bool pointer_shaped(Type *t, int depth)
{
    Type *u = type_under(t);
    if (depth > 100) /* only invalid recursive types nest so deeply by value */
        return false;
    switch (u->kind) {
    case KindPointer: return !type_notinheap(u->pointer.elem);
    case KindFunc: case KindMap: case KindChan: case KindUnsafePointer: return true;
    case KindArray: return u->array.len == 1 && pointer_shaped(u->array.elem, depth + 1);
    case KindStruct: return u->strct.n == 1 && pointer_shaped(u->strct.fields[0]->type, depth + 1);
    default: return false;
    }
}

bool is_pointer_shaped(Type *t) { return pointer_shaped(t, 0); }

static void set_bit(uint8_t *mask, int64_t offset) { mask[offset / 64] |= (uint8_t)(1 << (offset / 8 % 8)); }

void type_ptrmask(Type *t, int64_t offset, uint8_t *mask)
{
    Type *u = type_under(t);
    if (type_ptrbytes(u) == 0)
        return;
    switch (u->kind) {
    case KindInterface:
        set_bit(mask, offset + 8); /* the first word points to what is never collected */
        break;
    case KindArray:
        for (int64_t i = 0; i < u->array.len; i++)
            type_ptrmask(u->array.elem, offset + i * type_size(u->array.elem), mask);
        break;
    case KindStruct:
        for (uint32_t i = 0; i < u->strct.n; i++)
            type_ptrmask(u->strct.fields[i]->type, offset + field_offset(u, i), mask);
        break;
    default:
        set_bit(mask, offset);
        break;
    }
}
