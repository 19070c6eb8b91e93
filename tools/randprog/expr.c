/* expr.c - expressions of a wanted type.
 *
 * In ModePure an expression reads what is in scope and calls pure functions; in
 * ModeOrdered it is made of calls, constants and variables that calls cannot
 * change.  While g->panics is not 0, one operation may be left unguarded. */
#include "tools/randprog/randprog.h"

static Expr ex(Gen *g, Type *t, int depth);

/* ---- constants ---- */

static const char *int_constant(Gen *g, const Type *t)
{
    uint64_t bit = (uint64_t)1 << (t->bits - 1), v;
    switch (below(g, 8)) {
    case 0:
        v = t->is_signed ? bit : 2 * bit - 1; /* the smallest; the largest */
        break;
    case 1:
        v = bit - 1;
        break;
    case 2:
        v = ((uint64_t)1 << below(g, (uint64_t)t->bits - 1)) - below(g, 2);
        break;
    case 3:
        v = t->is_signed ? 0 - (1 + below(g, 100)) : below(g, 200);
        break;
    case 4:
        v = below(g, 0);
        break;
    default:
        v = below(g, 20);
        break;
    }
    if (!t->is_signed)
        return text(g, "%llu", (unsigned long long)(t->bits == 64 ? v : v & (2 * bit - 1)));
    int64_t s = t->bits == 64 ? (int64_t)v : (int64_t)(v << (64 - t->bits)) >> (64 - t->bits);
    return text(g, "%lld", (long long)s);
}

static const char *string_constant(Gen *g)
{
    static const char *const some[] = {"", "a", "go", "hello, world", "\\x00\\xff", "日本", "é\\n", "0123456789abcdef", "zz\\xf0\\x9f", "\\u2028x"};
    return text(g, "\"%s\"", some[below(g, sizeof some / sizeof *some)]);
}

static const char *float_constant(Gen *g)
{
    static const char *const some[] = {"0", "1", "-1", "0.5", "3.25", "-1e10", "0.1", "1e-30", "123456.789", "2", "1.0000001", "-7.75", "16777217", "1e30"};
    return some[below(g, sizeof some / sizeof *some)];
}

const char *constant(Gen *g, Type *t)
{
    switch (t->kind) {
    case KInt:
        return text(g, "%s(%s)", t->name, int_constant(g, t));
    case KBool:
        return text(g, "%s(%s)", t->name, chance(g, 50) ? "true" : "false");
    case KFloat:
        return text(g, "%s(%s)", t->name, float_constant(g));
    case KComplex:
        return text(g, "%s(complex(%s, %s))", t->name, float_constant(g), float_constant(g));
    case KString:
        return text(g, "%s(%s)", t->name, string_constant(g));
    default:
        return "?";
    }
}

/* ---- literals ---- */

static const char *elements(Gen *g, const Type *t, int n, int depth)
{
    const char *s = "";
    int index = 0;
    for (int i = 0; i < n; i++) {
        const char *key = "";
        if (t->kind == KArray && chance(g, 15) && index + 1 < t->len)
            key = text(g, "%d: ", ++index);
        s = text(g, "%s%s%s%s", s, i ? ", " : "", key, ex(g, t->elem, depth).s);
        if (++index >= t->len && t->kind == KArray)
            break;
    }
    return s;
}

static const char *struct_literal(Gen *g, const Type *t, int depth)
{
    bool blank = false;
    for (int i = 0; i < t->nfields; i++)
        blank = blank || strcmp(t->fields[i].name, "_") == 0;
    bool named = blank || chance(g, 50), first = true;
    const char *s = text(g, "%s{", t->name);
    for (int i = 0; i < t->nfields; i++) {
        const Field *f = &t->fields[i];
        if (named && (strcmp(f->name, "_") == 0 || chance(g, 25)))
            continue;
        s = text(g, "%s%s%s%s%s", s, first ? "" : ", ", named ? f->name : "", named ? ": " : "", ex(g, f->type, depth).s);
        first = false;
    }
    return text(g, "%s}", s);
}

/* Keys are constants, each once: the compiler refuses a constant key that comes
 * twice. */
static const char *map_literal(Gen *g, const Type *t, int depth)
{
    const char *s = text(g, "%s{", t->name);
    if (t->key->kind == KInt) {
        int n = (int)below(g, 5);
        for (int i = 0; i < n; i++)
            s = text(g, "%s%s%d: %s", s, i ? ", " : "", i * 3 + (int)below(g, 3), ex(g, t->elem, depth).s);
    } else if (chance(g, 60)) {
        s = text(g, "%s%s: %s", s, t->key->kind < KStruct ? constant(g, t->key) : ex(g, t->key, 0).s, ex(g, t->elem, depth).s);
    }
    return text(g, "%s}", s);
}

static const char *implementation(Gen *g, int depth)
{
    if (g->nimpls == 0 || chance(g, 5))
        return text(g, "%s(nil)", g->iface->name);
    Type *t = g->impls[below(g, (uint64_t)g->nimpls)];
    return text(g, "%s(%s)", g->iface->name, ex(g, t, depth).s);
}

const char *literal(Gen *g, Type *t, int depth)
{
    depth = depth > 0 ? depth - 1 : 0;
    switch (t->kind) {
    case KStruct:
        return struct_literal(g, t, depth);
    case KArray:
        return text(g, "%s{%s}", t->name, elements(g, t, (int)below(g, (uint64_t)(t->len < 6 ? t->len : 6) + 1), depth));
    case KSlice:
        return text(g, "%s{%s}", t->name, elements(g, t, 1 + (int)below(g, 4), depth));
    case KMap:
        return map_literal(g, t, depth);
    case KPtr:
        if (t->elem->kind == KStruct && chance(g, 60))
            return text(g, "&%s", struct_literal(g, t->elem, depth));
        return chance(g, 80) ? text(g, "new(%s)", t->elem->name) : text(g, "(%s)(nil)", t->name);
    case KIface:
        return implementation(g, depth);
    default:
        return constant(g, t);
    }
}

/* ---- variables and what is in them ---- */

static bool readable(const Gen *g, const Var *v) { return g->mode == ModePure || !v->shared; }

Var *find_var(Gen *g, Type *t)
{
    if (g->nvars == 0)
        return NULL;
    int start = (int)below(g, (uint64_t)g->nvars);
    for (int i = 0; i < g->nvars; i++) {
        Var *v = &g->vars[(start + i) % g->nvars];
        if (v->type == t && readable(g, v))
            return v;
    }
    return NULL;
}

Var *find_var_kind(Gen *g, Kind k)
{
    if (g->nvars == 0)
        return NULL;
    int start = (int)below(g, (uint64_t)g->nvars);
    for (int i = 0; i < g->nvars; i++) {
        Var *v = &g->vars[(start + i) % g->nvars];
        if (v->type->kind == k && readable(g, v))
            return v;
    }
    return NULL;
}

/* An index that is always good for an array. */
static const char *array_index(Gen *g, const Type *t)
{
    if (g->mode == ModePure && chance(g, 40)) {
        Expr e = ex(g, basic(g, "uint"), 0);
        if (!e.constant)
            return text(g, "%s%%%d", e.s, t->len);
    }
    return text(g, "%d", (int)below(g, (uint64_t)t->len));
}

static bool spend_panic(Gen *g)
{
    if (g->mode != ModePure || g->panics == 0 || chance(g, 40))
        return false;
    g->panics--;
    return true;
}

/* An index that may be out of range. */
static const char *wild_index(Gen *g)
{
    int kept = g->panics;
    g->panics = 0;
    Expr e = ex(g, chance(g, 60) ? basic(g, "int") : int_type(g), 1);
    g->panics = kept;
    return e.constant ? text(g, "%sopaque(%s)", g->prefix, e.s) : e.s;
}

/* One step into a value; the type it leads to, or NULL.  *last: nothing can
 * follow in an assignment. */
static Type *step(Gen *g, Type *t, const char **s, bool safe, bool assign, bool *last)
{
    bool pure = g->mode == ModePure;
    switch (t->kind) {
    case KStruct: {
        if (t->nfields == 0)
            return NULL;
        const Field *f = &t->fields[below(g, (uint64_t)t->nfields)];
        if (strcmp(f->name, "_") == 0)
            return NULL;
        *s = text(g, "%s.%s", *s, f->name);
        return f->type;
    }
    case KArray:
        if (spend_panic(g))
            *s = text(g, "%s[%s]", *s, wild_index(g));
        else
            *s = text(g, "%s[%s]", *s, array_index(g, t));
        return t->elem;
    case KSlice:
        if (!pure || (assign && g->pure))
            return NULL;
        if (safe)
            *s = text(g, "%s[%s%%uint(len(%s))]", *s, ex(g, basic(g, "uint"), 0).s, *s);
        else if (spend_panic(g))
            *s = text(g, "%s[%s]", *s, wild_index(g));
        else
            return NULL;
        return t->elem;
    case KMap:
        if (!pure || (assign && (g->pure || !safe)))
            return NULL;
        *last = true;
        *s = text(g, "%s[%s]", *s, ex(g, t->key, 0).s);
        return t->elem;
    case KPtr:
        if (!pure || (assign && g->pure) || !(safe || spend_panic(g)))
            return NULL;
        *s = text(g, "(*%s)", *s);
        return t->elem;
    default:
        return NULL;
    }
}

/* A value of type want inside some variable; NULL when chance finds none. */
static const char *inside(Gen *g, Type *want)
{
    for (int tries = 0; tries < 8 && g->nvars; tries++) {
        const Var *v = &g->vars[below(g, (uint64_t)g->nvars)];
        if (!readable(g, v) || v->type->kind < KStruct)
            continue;
        Type *t = v->type;
        const char *s = v->name;
        int kept = g->panics;
        bool last = false;
        for (int i = 0; i < 4 && t; i++) {
            t = step(g, t, &s, i == 0 && v->nonempty, false, &last);
            if (t == want)
                return s;
        }
        g->panics = kept;
    }
    return NULL;
}

const char *place(Gen *g, Type **type)
{
    for (int tries = 0; tries < 12 && g->nvars; tries++) {
        const Var *v = &g->vars[below(g, (uint64_t)g->nvars)];
        if (v->constant || (v->level != g->level && !v->shared) || (g->pure && v->level != g->level))
            continue;
        Type *t = v->type;
        const char *s = v->name;
        bool last = false;
        int steps = t->kind >= KStruct ? (int)below(g, 4) : 0, i = 0;
        int kept = g->panics;
        for (; i < steps && t && t->kind >= KStruct && !last; i++)
            t = step(g, t, &s, i == 0 && v->nonempty, true, &last);
        if (!t || (i == 0 && (v->nonempty || v->own))) {
            g->panics = kept;
            continue;
        }
        *type = t;
        return s;
    }
    return NULL;
}

/* ---- calls ---- */

Fn *find_func(Gen *g, Type *result, bool pure)
{
    if (g->nfuncs == 0)
        return NULL;
    int start = (int)below(g, (uint64_t)g->nfuncs);
    for (int i = 0; i < g->nfuncs; i++) {
        Fn *f = g->funcs[(start + i) % g->nfuncs];
        if ((result && (f->nresults != 1 || f->results[0] != result)) || (pure && !f->pure))
            continue;
        if (f->panics && !(g->mode == ModeOrdered ? g->may_panic : g->panics > 0))
            continue;
        if (g->cost + g->mult * (f->cost + 2) > g->limit)
            continue;
        return f;
    }
    return NULL;
}

static const char *receiver(Gen *g, const Fn *f, int depth)
{
    if (f->by_ptr) { /* of a variable that others may change */
        for (int i = g->nvars - 1; i >= 0; i--)
            if (g->vars[i].type == f->recv && g->vars[i].shared && !(g->pure && g->vars[i].level != g->level))
                return g->vars[i].name;
        return NULL;
    }
    const char *s = ex(g, f->recv, depth).s;
    return s[0] == '&' || s[0] == '*' ? text(g, "(%s)", s) : s;
}

const char *call(Gen *g, Fn *f, int depth)
{
    long cost = g->mult * (f->cost + 2);
    if (g->cost + cost > g->limit)
        return NULL;
    if (f->panics && g->mode == ModePure)
        g->panics--;
    int kept = g->panics;
    g->panics = 0;
    const char *s = f->name;
    if (f->recv) {
        s = receiver(g, f, depth - 1);
        if (!s) {
            g->panics = kept;
            return NULL;
        }
        s = text(g, "%s.%s", s, f->name);
    }
    s = text(g, "%s(", s);
    for (int i = 0; i < f->nparams; i++) {
        bool variadic = f->variadic && i == f->nparams - 1;
        int n = variadic ? (int)below(g, 4) : 1;
        for (int k = 0; k < n; k++)
            s = text(g, "%s%s%s", s, i + k ? ", " : "", ex(g, variadic ? f->params[i]->elem : f->params[i], depth - 1).s);
    }
    g->panics = kept;
    g->cost += cost;
    return text(g, "%s)", s);
}

static const char *try_call(Gen *g, Type *t, int depth)
{
    Fn *f = find_func(g, t, g->mode == ModePure || g->pure);
    return f && depth > 0 ? call(g, f, depth) : NULL;
}

/* ---- by type ---- */

static Expr varying(Gen *g, Type *t, int depth)
{
    Expr e = ex(g, t, depth);
    if (e.constant)
        e.s = text(g, "%s%s(%s)", g->prefix, chance(g, 70) ? "opaque" : "same", e.s);
    e.constant = false;
    return e;
}

static const char *uint_var(Gen *g, int depth)
{
    static const char *const names[] = {"uint", "uint8", "uint16", "uint32", "uint64"};
    return varying(g, basic(g, names[below(g, 5)]), depth).s;
}

static const char *division(Gen *g, Type *t, int depth)
{
    const char *op = chance(g, 50) ? "/" : "%", *x = varying(g, t, depth - 1).s;
    if (spend_panic(g))
        return text(g, "(%s %s %s)", x, op, varying(g, t, depth - 1).s);
    if (chance(g, 60)) {
        static const int by[] = {1, 2, 3, 5, 7, 10, 16, 25, 60, 64, 100, 127};
        int d = by[below(g, 12)];
        return text(g, "(%s %s %d)", x, op, t->is_signed && chance(g, 20) ? -d : d);
    }
    return text(g, "(%s %s (%s | 1))", x, op, varying(g, t, depth - 1).s);
}

static const char *shift(Gen *g, Type *t, int depth)
{
    const char *op = chance(g, 50) ? "<<" : ">>", *x = varying(g, t, depth - 1).s;
    switch (below(g, 4)) {
    case 0:
        return text(g, "(%s %s %d)", x, op, (int)below(g, (uint64_t)t->bits + 3));
    case 1:
        return text(g, "(%s %s (%s & %d))", x, op, uint_var(g, depth - 1), t->bits - 1);
    case 2:
        if (spend_panic(g))
            return text(g, "(%s %s %s)", x, op, varying(g, int_type(g), depth - 1).s);
        return text(g, "(%s %s (%s & 31))", x, op, varying(g, basic(g, "int"), depth - 1).s);
    default:
        return text(g, "(%s %s %s)", x, op, uint_var(g, depth - 1));
    }
}

static const char *bit_function(Gen *g, Type *t, int depth)
{
    static const char *const counts[] = {"LeadingZeros", "TrailingZeros", "OnesCount", "Len"};
    static const int widths[] = {8, 16, 32, 64};
    int w = widths[below(g, 4)];
    Type *u = basic(g, text(g, "uint%d", w));
    const char *x = varying(g, u, depth - 1).s;
    switch (below(g, 4)) {
    case 0:
        return text(g, "%s(bits.RotateLeft%d(%s, int(%s)))", t->name, w, x, varying(g, int_type(g), depth - 1).s);
    case 1:
        return text(g, "%s(bits.Reverse%s%d(%s))", t->name, w > 8 && chance(g, 60) ? "Bytes" : "", w, x);
    default:
        return text(g, "%s(bits.%s%d(%s))", t->name, counts[below(g, 4)], w, x);
    }
}

static const char *length(Gen *g)
{
    Var *v = find_var_kind(g, chance(g, 40) ? KString : chance(g, 60) ? KSlice : KMap);
    return v && g->mode == ModePure ? text(g, "len(%s)", v->name) : NULL;
}

/* Both operands of one type, not both constant. */
static const char *binary(Gen *g, Type *t, const char *op, int depth)
{
    Expr x = ex(g, t, depth - 1), y = ex(g, t, depth - 1);
    if (x.constant && y.constant)
        x.s = text(g, "%sopaque(%s)", g->prefix, x.s);
    return text(g, "(%s %s %s)", x.s, op, y.s);
}

static const char *int_expr(Gen *g, Type *t, int depth)
{
    static const char *const ops[] = {"+", "-", "*", "&", "|", "^", "&^"};
    const char *s;
    switch (below(g, 16)) {
    default:
        return binary(g, t, ops[below(g, 7)], depth);
    case 6:
    case 7:
        return g->mode == ModePure ? division(g, t, depth) : binary(g, t, "-", depth);
    case 8:
    case 9:
        return g->mode == ModePure ? shift(g, t, depth) : binary(g, t, "^", depth);
    case 10:
        return text(g, "(%s%s)", chance(g, 50) ? "-" : "^", varying(g, t, depth - 1).s);
    case 11:
    case 12:
        return text(g, "%s(%s)", t->name, varying(g, int_type(g), depth - 1).s);
    case 13:
        return text(g, "%s(%stoint(float64(%s)))", t->name, g->prefix, varying(g, basic(g, chance(g, 70) ? "float64" : "float32"), depth - 1).s);
    case 14:
        s = length(g);
        return s ? text(g, "%s(%s)", t->name, s) : bit_function(g, t, depth);
    case 15:
        if (chance(g, 50))
            return bit_function(g, t, depth);
        if (chance(g, 30))
            return text(g, "%s(%sat(%s, %s))", t->name, g->prefix, ex(g, basic(g, "string"), depth - 1).s, ex(g, basic(g, "uint"), depth - 1).s);
        return text(g, "%s(%s, %s)", chance(g, 50) ? "min" : "max", varying(g, t, depth - 1).s, ex(g, t, depth - 1).s);
    }
}

static const char *comparison(Gen *g, int depth)
{
    static const char *const ops[] = {"==", "!=", "<", "<=", ">", ">="};
    Type *t = any_type(g);
    for (int i = 0; i < 20 && (!t->comparable || t->kind == KPtr || t->kind == KBool); i++)
        t = any_type(g);
    if (!t->comparable || t->kind == KPtr)
        t = basic(g, "int");
    bool ordered = t->kind == KInt || t->kind == KFloat || t->kind == KString;
    /* a literal in the head of an if or for wants parentheses: binary has them */
    return binary(g, t, ops[below(g, ordered ? 6 : 2)], depth);
}

static const char *bool_expr(Gen *g, Type *t, int depth)
{
    const char *s;
    switch (below(g, 6)) {
    case 0:
        s = binary(g, t, chance(g, 50) ? "&&" : "||", depth);
        return s;
    case 1:
        return text(g, "(!%s)", varying(g, t, depth - 1).s);
    case 2: {
        Var *v = g->mode == ModePure ? find_var_kind(g, chance(g, 50) ? KSlice : KPtr) : NULL;
        if (v)
            return text(g, "(%s %s nil)", v->name, chance(g, 50) ? "==" : "!=");
        break;
    }
    default:
        break;
    }
    s = comparison(g, depth);
    return t->defined ? text(g, "%s(%s)", t->name, s) : s;
}

static const char *float_expr(Gen *g, Type *t, int depth)
{
    static const char *const ops[] = {"+", "-", "*", "/"};
    static const char *const functions[] = {"Sqrt", "Abs", "Floor", "Trunc", "Ceil"};
    switch (below(g, 9)) {
    default:
        return binary(g, t, ops[below(g, 3)], depth);
    case 4:
        return text(g, "(%s / %s)", varying(g, t, depth - 1).s, varying(g, t, depth - 1).s);
    case 5:
        return text(g, "%s(%s)", t->name, varying(g, int_type(g), depth - 1).s);
    case 6:
        return text(g, "%s(%s)", t->name, varying(g, basic(g, t->bits == 64 ? "float32" : "float64"), depth - 1).s);
    case 7:
        return text(g, "%s(math.%s(float64(%s)))", t->name, functions[below(g, 5)], varying(g, t, depth - 1).s);
    case 8:
        if (chance(g, 40))
            return text(g, "(-%s)", varying(g, t, depth - 1).s);
        if (chance(g, 40))
            return text(g, "%s(%s)", chance(g, 50) ? "real" : "imag", varying(g, basic(g, t->bits == 64 ? "complex128" : "complex64"), depth - 1).s);
        return text(g, "%s(%s, %s)", chance(g, 50) ? "min" : "max", varying(g, t, depth - 1).s, ex(g, t, depth - 1).s);
    }
}

static const char *complex_expr(Gen *g, Type *t, int depth)
{
    static const char *const ops[] = {"+", "-", "*"};
    Type *part = basic(g, t->bits == 128 ? "float64" : "float32");
    switch (below(g, 6)) {
    default:
        return binary(g, t, ops[below(g, 3)], depth);
    case 3:
        return text(g, "complex(%s, %s)", varying(g, part, depth - 1).s, ex(g, part, depth - 1).s);
    case 4:
        return text(g, "(%s / %s)", varying(g, t, depth - 1).s, varying(g, t, depth - 1).s);
    case 5:
        return text(g, "%s(%s)", t->name, varying(g, basic(g, t->bits == 128 ? "complex64" : "complex128"), depth - 1).s);
    }
}

static const char *string_expr(Gen *g, Type *t, int depth)
{
    Type *u = basic(g, "uint");
    switch (below(g, 6)) {
    default:
        return text(g, "%sshort(%s)", g->prefix, binary(g, t, "+", depth));
    case 2:
        return text(g, "%ssub(%s, %s, %s)", g->prefix, ex(g, t, depth - 1).s, ex(g, u, depth - 1).s, ex(g, u, depth - 1).s);
    case 3:
        return text(g, "string(rune(%s))", varying(g, basic(g, "int32"), depth - 1).s);
    case 4:
        return text(g, "string([]%s(%s))", chance(g, 50) ? "byte" : "rune", ex(g, t, depth - 1).s);
    case 5: {
        const char *low = text(g, "%s&7", uint_var(g, depth - 1)), *s = varying(g, t, depth - 1).s;
        return spend_panic(g) ? text(g, "%s[%s:]", s, low) : s;
    }
    }
}

/* Never a variable: slices are shared by calls only (see append in stmt.c). */
static const char *slice_expr(Gen *g, Type *t, int depth)
{
    Var *v = g->mode == ModePure ? find_var(g, t) : NULL;
    if (v && chance(g, 50))
        return text(g, "append(%s(nil), %s...)", t->name, v->name);
    if (chance(g, 10))
        return text(g, "make(%s, %d)", t->name, (int)below(g, 5));
    return chance(g, 10) ? text(g, "%s(nil)", t->name) : literal(g, t, depth);
}

static const char *pointer_expr(Gen *g, Type *t, int depth)
{
    Var *v;
    if (chance(g, 50) && !g->pure)
        for (int i = 0; i < 6; i++)
            if ((v = find_var(g, t->elem)) && v->shared && !v->constant)
                return text(g, "&%s", v->name);
    return literal(g, t, depth);
}

/* A function literal, called. */
static const char *called_literal(Gen *g, Type *t, int depth)
{
    Type *p = small_type(g);
    const char *name = fresh(g, "a"), *arg = ex(g, p, depth - 1).s;
    int panics = g->panics;
    Mode mode = g->mode;
    g->mode = ModePure;
    g->panics = 0;
    g->level++;
    g->vars[g->nvars++] = (Var){.name = name, .type = p, .level = g->level};
    const char *body = ex(g, t, depth - 1).s;
    const char *test = chance(g, 50) ? text(g, "if %s {\n\t\treturn %s\n\t}\n\t", comparison(g, 1), ex(g, t, depth - 1).s) : "";
    g->nvars--;
    g->level--;
    g->mode = mode;
    g->panics = panics;
    return text(g, "func(%s %s) %s {\n\t%sreturn %s\n}(%s)", name, p->name, t->name, test, body, arg);
}

static const char *compound(Gen *g, Type *t, int depth)
{
    switch (t->kind) {
    case KInt:
        return int_expr(g, t, depth);
    case KBool:
        return bool_expr(g, t, depth);
    case KFloat:
        return float_expr(g, t, depth);
    case KComplex:
        return complex_expr(g, t, depth);
    case KString:
        return string_expr(g, t, depth);
    case KSlice:
        return slice_expr(g, t, depth);
    case KPtr:
        return pointer_expr(g, t, depth);
    default:
        return literal(g, t, depth);
    }
}

static bool is_constant_kind(const Type *t) { return t->kind < KStruct; }

static Expr leaf(Gen *g, Type *t)
{
    Var *v = NULL;
    if (t->kind != KSlice && chance(g, 75) && (v = find_var(g, t)))
        return (Expr){v->name, false};
    const char *s = NULL;
    if (t->kind != KSlice && g->leaves < 2 && chance(g, 60)) {
        g->leaves++; /* an index is a leaf, too */
        s = inside(g, t);
        g->leaves--;
    }
    if (s)
        return (Expr){s, false};
    if ((t->kind == KInt || t->kind == KFloat) && chance(g, 70)) {
        v = find_var_kind(g, t->kind == KInt || chance(g, 50) ? KInt : KFloat);
        if (v)
            return (Expr){text(g, "%s(%s)", t->name, v->name), false};
    }
    return (Expr){literal(g, t, 0), is_constant_kind(t)};
}

static Expr ex(Gen *g, Type *t, int depth)
{
    const char *s = NULL;
    if (depth <= 0 || g->nvars >= MaxVars - 8)
        return leaf(g, t);
    if (chance(g, g->mode == ModeOrdered ? 50 : 12) && (s = try_call(g, t, depth)))
        return (Expr){s, false};
    if (t->kind != KSlice && chance(g, 20) && (s = inside(g, t)))
        return (Expr){s, false};
    if (chance(g, 15))
        return leaf(g, t);
    if (chance(g, 2) && t->size < 6)
        return (Expr){called_literal(g, t, depth), false};
    return (Expr){compound(g, t, depth), false};
}

const char *expr(Gen *g, Type *t, int depth) { return ex(g, t, depth).s; }

const char *varying_expr(Gen *g, Type *t, int depth)
{
    return t->kind == KStruct || t->kind == KArray ? ex(g, t, depth).s : varying(g, t, depth).s;
}

const char *pure_expr(Gen *g, Type *t, int depth)
{
    Mode mode = g->mode;
    int panics = g->panics;
    g->mode = ModePure;
    g->panics = 0;
    const char *s = ex(g, t, depth).s;
    g->mode = mode;
    g->panics = panics;
    return s;
}
