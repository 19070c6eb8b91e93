/* stmt.c - statements.
 *
 * Every statement starts in ModePure.  In a function that may panic, some get
 * one operation that can. */
#include "tools/randprog/randprog.h"

static void start(Gen *g)
{
    g->mode = ModePure;
    g->panics = g->may_panic && chance(g, 12) ? 1 : 0;
    g->cost += g->mult;
}

Var *declare(Gen *g, const char *name, Type *t)
{
    if (g->nvars == MaxVars)
        g->nvars--; /* one that nobody will name again */
    g->vars[g->nvars] = (Var){.name = name, .type = t, .level = g->level};
    return &g->vars[g->nvars++];
}

/* A value goes into the checksum, or where it has no effect. */
static void use(Gen *g, Type *t, const char *value)
{
    line(g, "@%s(%s)", g->pure ? "sink" : "add", hashed(g, t, value));
    g->cost += g->mult * t->size;
}

void use_vars(Gen *g, int from)
{
    for (int i = from; i < g->nvars; i++)
        if (chance(g, 40))
            use(g, g->vars[i].type, g->vars[i].name);
}

static void open(Gen *g) { g->indent++; }

static void close(Gen *g, const char *brace)
{
    g->indent--;
    line(g, "%s", brace);
}

/* ---- declarations ---- */

static void declare_container(Gen *g, Type *t)
{
    const char *name = fresh(g, "v"), *value = literal(g, t, 2);
    if (t->kind == KPtr)
        value = t->elem->kind == KStruct ? text(g, "&%s", literal(g, t->elem, 2)) : text(g, "new(%s)", t->elem->name);
    else if (t->kind == KMap && chance(g, 20))
        value = text(g, "make(%s%s)", t->name, chance(g, 50) ? ", 9" : "");
    line(g, "%s := %s", name, value);
    line(g, "_ = %s", name);
    Var *v = declare(g, name, t);
    v->own = v->nonempty = true;
}

static void declare_var(Gen *g, int depth)
{
    Type *t = any_type(g);
    const char *name = fresh(g, "v");
    if ((t->kind == KSlice || t->kind == KMap || t->kind == KPtr) && chance(g, 80)) {
        declare_container(g, t);
        return;
    }
    if (chance(g, 15)) {
        line(g, "var %s %s", name, t->name);
    } else {
        const char *value = expr(g, t, depth);
        line(g, chance(g, 70) && t->kind != KSlice ? "%s := %s(%s)" : "var %s %s = %s", name, t->kind == KPtr ? text(g, "(%s)", t->name) : t->name, value);
    }
    line(g, "_ = %s", name);
    declare(g, name, t)->shared = chance(g, 30);
}

/* Many values that live for long: registers become few. */
void declare_many(Gen *g)
{
    Type *t = chance(g, 70) ? int_type(g) : basic(g, chance(g, 70) ? "float64" : "string");
    for (int n = 2 + (int)below(g, 9); n > 0; n--) {
        start(g);
        g->panics = 0;
        const char *name = fresh(g, "v");
        line(g, "%s := %s(%s)", name, t->name, expr(g, t, 2));
        line(g, "_ = %s", name);
        declare(g, name, t);
        t = chance(g, 60) ? t : int_type(g);
    }
}

/* ---- assignments ---- */

static const char *const int_ops[] = {"+=", "-=", "*=", "&=", "|=", "^=", "&^="};

static void assign(Gen *g, int depth)
{
    Type *t;
    const char *p = place(g, &t);
    if (!p)
        return;
    if (t->kind == KInt && chance(g, 40)) {
        if (chance(g, 25))
            line(g, "%s%s", p, chance(g, 50) ? "++" : "--");
        else if (chance(g, 25))
            line(g, "%s %s= %s & 63", p, chance(g, 50) ? "<<" : ">>", pure_expr(g, basic(g, "uint"), 1));
        else
            line(g, "%s %s %s", p, int_ops[below(g, 7)], pure_expr(g, t, depth));
        return;
    }
    if (t->kind == KString && chance(g, 30))
        line(g, "%s = %sshort(%s + %s)", p, g->prefix, p, pure_expr(g, t, 1));
    else if (t->kind == KFloat && chance(g, 40))
        line(g, "%s %s %s", p, int_ops[below(g, 3)], pure_expr(g, t, depth));
    else
        line(g, "%s = %s", p, expr(g, t, depth));
}

static void assign_many(Gen *g)
{
    Type *t, *u;
    g->panics = 0;
    const char *p = place(g, &t), *q = place(g, &u);
    if (!p || !q)
        return;
    if (t == u && chance(g, 60))
        line(g, "%s, %s = %s, %s", p, q, q, p);
    else
        line(g, "%s, %s = %s, %s", p, q, expr(g, t, 2), expr(g, u, 2));
}

static void append_some(Gen *g)
{
    Var *v = find_var_kind(g, KSlice);
    if (!v || !v->own || v->level != g->level || v->constant)
        return;
    g->panics = 0;
    Type *e = v->type->elem;
    const char *x = expr(g, e, 1);
    line(g, "if len(%s) < 20 {", v->name);
    if (chance(g, 20))
        line(g, "\t%s = append(%s, %s...)", v->name, v->name, v->name);
    else
        line(g, "\t%s = append(%s, %s%s%s)", v->name, v->name, x, chance(g, 30) ? ", " : "", "");
    line(g, "}");
}

/* Several results, of a call in fixed order. */
static void take_results(Gen *g)
{
    g->mode = g->pure ? ModePure : ModeOrdered;
    int start_at = (int)below(g, (uint64_t)g->nfuncs + 1);
    for (int i = 0; i < g->nfuncs; i++) {
        Fn *f = g->funcs[(start_at + i) % g->nfuncs];
        if (f->nresults < 2 || (g->pure && !f->pure) || (f->panics && !g->may_panic))
            continue;
        g->panics = f->panics ? 1 : 0;
        const char *c = call(g, f, 2), *names = "";
        if (!c)
            return;
        const char *name[MaxResults];
        for (int k = 0; k < f->nresults; k++) {
            name[k] = fresh(g, "v");
            names = text(g, "%s%s%s", names, k ? ", " : "", name[k]);
        }
        line(g, "%s := %s", names, c);
        for (int k = 0; k < f->nresults; k++) {
            line(g, "_ = %s", name[k]);
            declare(g, name[k], f->results[k]);
        }
        return;
    }
}

/* Calls that have effects, in an order that the language fixes. */
static void ordered(Gen *g)
{
    if (g->pure)
        return;
    Type *t = small_type(g);
    g->mode = ModeOrdered;
    g->panics = 0;
    const char *x = varying_expr(g, t, 3);
    switch (below(g, 5)) {
    case 0: {
        const char *name = fresh(g, "v");
        line(g, "var %s %s = %s", name, t->name, x);
        line(g, "_ = %s", name);
        declare(g, name, t);
        break;
    }
    case 1:
        if (t->comparable && t->kind != KSlice) {
            line(g, "if %strace(%d, %s) && (%s == %s) {", g->prefix, (int)below(g, 100), hashed(g, t, x), expr(g, t, 2), expr(g, t, 2));
            line(g, "\t@add(%d)\n\t}", (int)below(g, 100));
            break;
        }
        /* fall through */
    case 2:
        line(g, "for i, e := range [...]%s{%s, %s} {", t->name, x, expr(g, t, 2));
        line(g, "\t@add(uint64(i) + %s)\n\t}", hashed(g, t, "e"));
        break;
    default:
        line(g, "@add(%s)", hashed(g, t, x));
        break;
    }
}

/* ---- control ---- */

static void body(Gen *g, int statements, int depth, long times)
{
    long mult = g->mult;
    g->mult *= times;
    open(g);
    block(g, statements, depth);
    g->indent--;
    g->mult = mult;
}

static int few(Gen *g) { return 1 + (int)below(g, 3); }

static void if_statement(Gen *g, int depth)
{
    int from = g->nvars;
    if (chance(g, 20)) {
        Type *t = int_type(g);
        const char *name = fresh(g, "v");
        line(g, "if %s := (%s); (%s) {", name, text(g, "%s(%s)", t->name, expr(g, t, 2)), pure_expr(g, basic(g, "bool"), 2));
        g->panics = 0;
        open(g);
        line(g, "_ = %s", name);
        g->indent--;
        declare(g, name, t);
    } else {
        line(g, "if (%s) {", expr(g, basic(g, "bool"), 3));
    }
    body(g, few(g), depth, 1);
    while (chance(g, 25)) {
        line(g, "} else if (%s) {", pure_expr(g, basic(g, "bool"), 2));
        body(g, few(g), depth, 1);
    }
    if (chance(g, 45)) {
        line(g, "} else {");
        body(g, few(g), depth, 1);
    }
    line(g, "}");
    g->nvars = from;
}

static bool too_deep(const Gen *g, long times) { return g->cost + g->mult * times * 6 > g->limit; }

/* The head of a loop; its variables are declared.  Times it runs, or 0. */
static long loop_head(Gen *g)
{
    const char *i = fresh(g, "i"), *head = g->label ? text(g, "%s: ", g->label) : "";
    int n = 1 + (int)below(g, 6);
    Type *t = int_type(g);
    Var *v;
    switch (below(g, 10)) {
    case 0:
        line(g, "%sfor %s := %s(0); %s < %d; %s++ {", head, i, t->name, i, n, i);
        break;
    case 8:
        t = basic(g, "int");
        line(g, "%sfor %s := range @%s(%d) {", head, i, g->pure ? "count" : "upto", n);
        break;
    case 9: {
        Type *e = small_type(g);
        const char *name = fresh(g, "e"), *x = expr(g, e, 1);
        line(g, "%sfor %s, %s := range @each(%s, %s, %s) {", head, i, name, x, expr(g, e, 1), expr(g, e, 1));
        line(g, "\t_ = %s", name);
        declare(g, name, e);
        t = basic(g, "int");
        n = 3;
        break;
    }
    case 1:
        line(g, "%sfor %s := %s(%d); %s > 0; %s-- {", head, i, t->name, n, i, i);
        break;
    case 2:
        line(g, "%sfor %s := %s(%d); %s < %d; %s += %d {", head, i, t->name, (int)below(g, 3), i, n * 3, i, 3);
        break;
    case 3:
        line(g, "%sfor %s := range %s(%d) {", head, i, t->name, n);
        break;
    case 4:
        line(g, "%sfor range %d {", head, n);
        return n;
    case 5:
    case 6: {
        v = find_var_kind(g, chance(g, 50) ? KSlice : KArray);
        if (!v)
            v = find_var_kind(g, KArray);
        if (!v) {
            line(g, "%sfor %s := range %s(%d) {", head, i, t->name, n);
            break;
        }
        const char *e = fresh(g, "e");
        bool by_index = v->type->kind == KArray && chance(g, 20);
        line(g, "%sfor %s, %s := range %s%s {", head, i, e, by_index ? "&" : "", v->name);
        line(g, "\t_ = %s", e);
        Type *elem = v->type->elem;
        long times = v->type->kind == KArray ? v->type->len : 20;
        declare(g, e, elem);
        t = basic(g, "int");
        n = (int)times;
        break;
    }
    case 7: {
        const char *e = fresh(g, "e"), *s = expr(g, basic(g, "string"), 1);
        line(g, "%sfor %s, %s := range @short(%s) {", head, i, e, s);
        line(g, "\t_ = %s", e);
        declare(g, e, basic(g, "int32"));
        t = basic(g, "int");
        n = 40;
        break;
    }
    }
    line(g, "\t_ = %s", i);
    declare(g, i, t)->constant = true;
    return n;
}

static void loop(Gen *g, int depth)
{
    int from = g->nvars, loops = g->loops;
    const char *label = g->label;
    if (too_deep(g, 10))
        return;
    g->panics = 0;
    g->label = chance(g, 20) ? fresh(g, "L") : NULL;
    const char *mine = g->label;
    long times = loop_head(g);
    g->loops = loops + 1;
    if (too_deep(g, times))
        times = 1 + times / 4;
    if (mine)
        line(g, "\tif (%s) {\n\t\tcontinue %s\n\t}", pure_expr(g, basic(g, "bool"), 1), mine);
    body(g, few(g), depth, times);
    line(g, "}");
    g->loops = loops;
    g->label = label;
    g->nvars = from;
}

static void leave_loop(Gen *g)
{
    if (!g->loops)
        return;
    const char *how = chance(g, 50) ? "break" : "continue";
    line(g, "if (%s) {", expr(g, basic(g, "bool"), 2));
    line(g, "\t%s%s%s", how, g->label && chance(g, 60) ? " " : "", "");
    line(g, "}");
}

static void leave_labelled(Gen *g)
{
    if (!g->loops || !g->label)
        return;
    line(g, "if (%s) {\n\t\t%s %s\n\t}", expr(g, basic(g, "bool"), 2), chance(g, 50) ? "break" : "continue", g->label);
}

/* Many cases become a jump table or a binary search. */
static void int_switch(Gen *g, int depth)
{
    Type *t = int_type(g);
    int n = chance(g, 25) ? 9 + (int)below(g, 12) : 1 + (int)below(g, 4), value = 0;
    if (n > 8)
        line(g, "switch (%s) & 31 {", expr(g, t, 2));
    else
        line(g, "switch (%s) {", expr(g, t, 2));
    g->panics = 0;
    for (int i = 0; i < n; i++) {
        line(g, "case %d%s:", value, chance(g, 20) ? text(g, ", %d", value + 1) : "");
        value += 2 + (n > 8 ? 0 : (int)below(g, 6));
        if (n > 8) {
            use(g, t, text(g, "%s(%d)", t->name, i));
            continue;
        }
        body(g, 1, depth, 1);
        if (i + 1 < n && chance(g, 15))
            line(g, "\tfallthrough");
    }
    if (chance(g, 60)) {
        line(g, "default:");
        body(g, 1, depth, 1);
    }
    line(g, "}");
}

static void other_switch(Gen *g, int depth)
{
    if (chance(g, 50)) {
        Type *t = basic(g, "string");
        static const char *const words[] = {"\"\"", "\"a\"", "\"go\"", "\"日本\"", "\"hello, world\"", "\"zz\"", "\"é\\n\"", "\"0123456789abcdef\""};
        line(g, "switch (%s) {", expr(g, t, 2));
        for (size_t i = below(g, 3); i < 8; i += 1 + below(g, 3)) {
            line(g, "case %s:", words[i]);
            body(g, 1, depth, 1);
        }
    } else {
        line(g, "switch {");
        g->panics = 0;
        for (int i = few(g); i > 0; i--) {
            line(g, "case %s:", pure_expr(g, basic(g, "bool"), 2));
            body(g, 1, depth, 1);
        }
    }
    line(g, "}");
}

static void return_statement(Gen *g)
{
    if (g->in_literal)
        return;
    line(g, "if (%s) {", pure_expr(g, basic(g, "bool"), 2));
    const char *s = "";
    for (int i = 0; i < g->nresults; i++)
        s = text(g, "%s%s%s", s, i ? ", " : "", expr(g, g->results[i], 2));
    line(g, "\treturn %s", s);
    line(g, "}");
}

static void panic_statement(Gen *g)
{
    if (!g->may_panic)
        return;
    g->panics = 0;
    line(g, "if (%s) {", pure_expr(g, basic(g, "bool"), 3));
    const char *value = chance(g, 40)   ? text(g, "int(%s)", pure_expr(g, basic(g, "int"), 2))
                        : chance(g, 50) ? text(g, "string(%s)", pure_expr(g, basic(g, "string"), 2))
                                        : pure_expr(g, g->iface, 2);
    line(g, "\tpanic(%s)", value);
    line(g, "}");
}

/* ---- function literals ---- */

typedef struct Outer {
    Type *results[MaxResults];
    int nresults, loops;
    bool in_literal, may_panic;
    long cost, mult, limit;
    const char *label;
} Outer;

static Outer enter_literal(Gen *g)
{
    Outer o = {.nresults = g->nresults, .loops = g->loops, .in_literal = g->in_literal, .may_panic = g->may_panic,
               .cost = g->cost, .mult = g->mult, .limit = g->limit, .label = g->label};
    memcpy(o.results, g->results, sizeof o.results);
    g->loops = 0;
    g->label = NULL;
    g->level++;
    return o;
}

static void leave_literal(Gen *g, const Outer *o)
{
    memcpy(g->results, o->results, sizeof o->results);
    g->nresults = o->nresults;
    g->loops = o->loops;
    g->in_literal = o->in_literal;
    g->may_panic = o->may_panic;
    g->mult = o->mult;
    g->label = o->label;
    g->level--;
}

/* A variable that holds a closure; it is called like a function from then on. */
static void closure(Gen *g, int depth)
{
    if (g->pure || g->nfuncs >= MaxFuncs - 2 || g->level > 2 || too_deep(g, 4))
        return;
    Fn *f = NEW(g->arena, Fn);
    f->name = fresh(g, "c");
    f->nparams = (int)below(g, 4);
    f->results[0] = small_type(g);
    f->nresults = 1;
    const char *params = "";
    for (int i = 0; i < f->nparams; i++)
        f->params[i] = small_type(g);
    Outer o = enter_literal(g);
    g->nresults = 1;
    g->results[0] = f->results[0];
    g->in_literal = false;
    g->may_panic = g->may_panic && chance(g, 30);
    g->cost = 0;
    g->mult = 1;
    g->limit = 100;
    int from = g->nvars;
    for (int i = 0; i < f->nparams; i++) {
        const char *name = fresh(g, "p");
        params = text(g, "%s%s%s %s", params, i ? ", " : "", name, f->params[i]->name);
        declare(g, name, f->params[i]);
    }
    line(g, "%s := func(%s) %s {", f->name, params, f->results[0]->name);
    body(g, few(g), depth, 1);
    open(g);
    g->mode = ModePure;
    g->panics = 0;
    line(g, "return %s", expr(g, f->results[0], 2));
    close(g, "}");
    line(g, "_ = %s", f->name);
    f->cost = g->cost + 1;
    f->panics = g->may_panic;
    g->nvars = from;
    leave_literal(g, &o);
    g->cost = o.cost;
    g->limit = o.limit;
    g->funcs[g->nfuncs++] = f;
}

static void deferred(Gen *g, int depth)
{
    if (g->pure)
        return;
    g->panics = 0;
    if (chance(g, 40)) {
        Type *t = small_type(g);
        line(g, "defer @add(%s)", hashed(g, t, varying_expr(g, t, 2)));
        return;
    }
    int from = g->nvars;
    line(g, "defer func() {");
    if (chance(g, 20))
        line(g, "\t@caught(recover())");
    Outer o = enter_literal(g);
    g->in_literal = true;
    g->may_panic = false;
    body(g, few(g), depth, 1);
    leave_literal(g, &o);
    g->nvars = from;
    line(g, "}()");
}

/* A function that is tried: its panic is caught here. */
static void try_block(Gen *g, int depth)
{
    if (g->pure || g->level > 2)
        return;
    int from = g->nvars, funcs = g->nfuncs;
    line(g, "@try(func() {");
    Outer o = enter_literal(g);
    g->in_literal = true;
    g->may_panic = true;
    body(g, 1 + few(g), depth, 1);
    leave_literal(g, &o);
    g->nvars = from;
    g->nfuncs = funcs;
    line(g, "})");
}

/* ---- all of them ---- */

void statement(Gen *g, int depth)
{
    start(g);
    int nested = depth - 1;
    if (depth <= 0 && g->cost > g->limit)
        return;
    switch (below(g, depth > 0 ? 30 : 14)) {
    case 0:
    case 1:
    case 2:
        declare_var(g, 3);
        break;
    case 3:
    case 4:
    case 5:
    case 6:
        assign(g, 3);
        break;
    case 7:
        assign_many(g);
        break;
    case 8: {
        Type *t = small_type(g);
        use(g, t, varying_expr(g, t, chance(g, 15) ? 6 : 4));
        break;
    }
    case 9:
        append_some(g);
        break;
    case 10:
        ordered(g);
        break;
    case 11:
        take_results(g);
        break;
    case 12:
        leave_loop(g);
        break;
    case 13:
        if (chance(g, 40))
            leave_labelled(g);
        else if (chance(g, 50))
            return_statement(g);
        else
            panic_statement(g);
        break;
    case 14:
    case 15:
    case 16:
        if_statement(g, nested);
        break;
    case 17:
    case 18:
    case 19:
    case 20:
        loop(g, nested);
        break;
    case 21:
        int_switch(g, nested);
        break;
    case 22:
        other_switch(g, nested);
        break;
    case 23:
        closure(g, nested);
        break;
    case 24:
        deferred(g, nested);
        break;
    case 25:
        try_block(g, nested);
        break;
    case 26:
    case 27:
        if (!g->pure)
            shape(g, nested);
        break;
    default:
        ordered(g);
        break;
    }
}

void block(Gen *g, int statements, int depth)
{
    int from = g->nvars, funcs = g->nfuncs;
    for (int i = 0; i < statements; i++)
        statement(g, depth);
    use_vars(g, from);
    g->nvars = from;
    g->nfuncs = funcs;
}
