/* decl.c - what stands at package level, in an order in which each function
 * calls only those before it. */
#include "tools/randprog/randprog.h"

static void begin(Gen *g, Fn *f, long limit)
{
    g->fn = f;
    g->level = 1;
    g->nvars = g->nglobals;
    g->pure = f->pure;
    g->nresults = f->nresults;
    memcpy(g->results, f->results, sizeof g->results);
    g->cost = 0;
    g->mult = 1;
    g->limit = limit;
    g->loops = 0;
    g->label = NULL;
    g->in_literal = false;
    g->mode = ModePure;
    g->panics = 0;
}

/* ---- variables ---- */

void make_globals(Gen *g)
{
    lines(g, "\n//go:noinline\nfunc @opaque[T any](x T) T { return x }\n\nfunc @same[T any](x T) T { return x }\n");
    lines(g, "\nfunc @first[T any](n int, x T) T {\n\t@add(uint64(n))\n\treturn x\n}\n");
    int n = 8 + (int)below(g, 8);
    begin(g, NEW(g->arena, Fn), 1000);
    g->level = 0;
    g->pure = true;
    const char *decls[32];
    for (int i = 0; i < n; i++) {
        Type *t = any_type(g);
        const char *name = global_name(g, "g");
        if (t->kind == KIface)
            t = int_type(g);
        bool container = t->kind == KSlice || t->kind == KMap || t->kind == KPtr;
        const char *value = container && t->kind == KPtr ? text(g, "new(%s)", t->elem->name) : container ? literal(g, t, 1) : expr(g, t, 2);
        if (chance(g, 60))
            decls[i] = text(g, "var %s %s = %sfirst(%d, %s(%s))", name, t->name, g->prefix, i, container ? text(g, "(%s)", t->name) : t->name, value);
        else
            decls[i] = text(g, "var %s %s = %s", name, t->name, value);
        Var *v = declare(g, name, t);
        v->shared = true;
        v->nonempty = container;
    }
    /* each uses those before it; the order in the text is another */
    line(g, "%s", "");
    for (int i = n; i > 0; i--) {
        int k = (int)below(g, (uint64_t)i);
        line(g, "%s", decls[k]);
        decls[k] = decls[i - 1];
    }
    g->nglobals = g->nvars;
    g->level = 1;
}

/* ---- functions ---- */

static const char *parameters(Gen *g, Fn *f)
{
    const char *s = "";
    for (int i = 0; i < f->nparams; i++) {
        const char *name = fresh(g, "p");
        bool variadic = f->variadic && i == f->nparams - 1;
        s = text(g, "%s%s%s %s%s", s, i ? ", " : "", name, variadic ? "..." : "", variadic ? f->params[i]->elem->name : f->params[i]->name);
        declare(g, name, f->params[i])->shared = chance(g, 15);
    }
    return s;
}

/* "(T, U)" or "(r1 T, r2 U)" */
static const char *result_list(Gen *g, Fn *f, bool named)
{
    const char *s = "(";
    for (int i = 0; i < f->nresults; i++) {
        s = text(g, "%s%s", s, i ? ", " : "");
        if (named) {
            const char *name = fresh(g, "r");
            s = text(g, "%s%s ", s, name);
            declare(g, name, f->results[i])->shared = true; /* by deferred functions */
        }
        s = text(g, "%s%s", s, f->results[i]->name);
    }
    return text(g, "%s)", s);
}

static void finish(Gen *g, bool bare)
{
    const char *s = "";
    g->mode = g->pure ? ModePure : ModeOrdered;
    g->panics = 0;
    for (int i = 0; i < g->nresults && !bare; i++)
        s = text(g, "%s%s%s", s, i ? ", " : "", expr(g, g->results[i], 3));
    line(g, "return %s", s);
}

static void write_function(Gen *g, Fn *f, const char *head)
{
    int from = g->nvars;
    const char *params = parameters(g, f);
    bool named = chance(g, 40) && f->nresults > 0, recovers = chance(g, 40);
    int first_result = g->nvars;
    const char *results = result_list(g, f, named);
    g->may_panic = chance(g, 60);
    f->panics = g->may_panic && !recovers;
    line(g, "%s", "");
    if (chance(g, 35))
        line(g, "//go:noinline");
    line(g, "func %s(%s) %s {", head, params, results);
    g->indent++;
    if (recovers && g->may_panic) {
        if (!f->pure && chance(g, 50))
            line(g, "defer func() { @caught(recover()) }()");
        else if (named && g->vars[first_result].type->kind < KStruct)
            line(g, "defer func() {\n\t\tif recover() != nil {\n\t\t\t%s = %s\n\t\t}\n\t}()", g->vars[first_result].name,
                 constant(g, g->vars[first_result].type));
        else
            line(g, "defer func() { recover() }()");
    }
    int locals = g->nvars;
    if (chance(g, 60))
        declare_many(g);
    block(g, 2 + (int)below(g, (uint64_t)g->size), 3);
    use_vars(g, locals);
    finish(g, named && chance(g, 40));
    g->indent--;
    line(g, "}");
    f->cost = g->cost + 1;
    g->nvars = from;
}

static void choose_signature(Gen *g, Fn *f)
{
    f->nparams = (int)below(g, chance(g, 20) ? MaxParams : 5);
    for (int i = 0; i < f->nparams; i++)
        f->params[i] = any_type(g);
    if (f->nparams && f->params[f->nparams - 1]->kind == KSlice && chance(g, 60))
        f->variadic = true;
    f->nresults = chance(g, 70) ? 1 : 2 + (int)below(g, MaxResults - 1);
    for (int i = 0; i < f->nresults; i++)
        f->results[i] = chance(g, 30) ? any_type(g) : small_type(g);
}

static void make_function(Gen *g)
{
    Fn *f = NEW(g->arena, Fn);
    f->name = global_name(g, "f");
    f->pure = chance(g, 45);
    choose_signature(g, f);
    begin(g, f, 400);
    write_function(g, f, f->name);
    if (g->nfuncs < MaxFuncs)
        g->funcs[g->nfuncs++] = f;
}

/* Two calls of itself at most, to a small depth. */
static void make_recursion(Gen *g)
{
    Type *t = small_type(g), *u = small_type(g);
    Fn *f = NEW(g->arena, Fn);
    *f = (Fn){.name = global_name(g, "rec"), .nresults = 1, .pure = true};
    f->results[0] = t;
    begin(g, f, 60);
    g->may_panic = false;
    const char *n = fresh(g, "p"), *a = fresh(g, "p"), *b = fresh(g, "p"), *x = fresh(g, "v"), *y = fresh(g, "v");
    line(g, "%s", "");
    line(g, "func %s(%s int, %s %s, %s %s) %s {", f->name, n, a, t->name, b, u->name, t->name);
    g->indent++;
    declare(g, n, basic(g, "int"))->constant = true;
    declare(g, a, t);
    declare(g, b, u);
    line(g, "if %s <= 0 {\n\t\treturn %s\n\t}", n, expr(g, t, 2));
    block(g, 3, 1);
    bool two = chance(g, 50);
    line(g, "%s := %s(%s-1, %s, %s)", x, f->name, n, expr(g, t, 1), expr(g, u, 1));
    line(g, "_ = %s", x);
    declare(g, x, t);
    if (two) {
        line(g, "%s := %s(%s-2, %s, %s)", y, f->name, n, x, expr(g, u, 1));
        line(g, "_ = %s", y);
        declare(g, y, t);
    }
    line(g, "return %s", expr(g, t, 3));
    g->indent--;
    line(g, "}");
    Fn *start = NEW(g->arena, Fn);
    *start = (Fn){.name = global_name(g, "f"), .nresults = 1, .nparams = 2, .pure = true, .cost = (g->cost + 2) * 20};
    start->results[0] = start->params[0] = t;
    start->params[1] = u;
    line(g, "%s", "");
    line(g, "func %s(a %s, b %s) %s { return %s(%d, a, b) }", start->name, t->name, u->name, t->name, f->name, two ? 5 : 20);
    g->funcs[g->nfuncs++] = start;
}

void make_functions(Gen *g)
{
    for (int i = 0; i < g->size; i++) {
        make_function(g);
        if (chance(g, 12))
            make_recursion(g);
    }
}

/* ---- methods ---- */

static void make_method(Gen *g, Type *t, const char *name)
{
    Fn *f = NEW(g->arena, Fn);
    f->name = name;
    f->recv = t;
    f->by_ptr = chance(g, 40);
    f->pure = chance(g, 40) && !f->by_ptr;
    choose_signature(g, f);
    begin(g, f, 150);
    int from = g->nvars;
    const char *r = fresh(g, "r");
    declare(g, f->by_ptr ? text(g, "(*%s)", r) : r, t)->shared = f->by_ptr;
    write_function(g, f, text(g, "(%s %s%s) %s", r, f->by_ptr ? "*" : "", t->name, f->name));
    g->nvars = from;
    if (g->nfuncs < MaxFuncs)
        g->funcs[g->nfuncs++] = f;
}

/* Every implementation of the interface, and a few more methods. */
void make_methods(Gen *g)
{
    for (int i = 0; i < g->nimpls; i++) {
        Type *t = g->impls[i];
        line(g, "%s", "");
        line(g, "func (x %s) hash() uint64 { return %s + %d }", t->name, hashed(g, t, "x"), i);
        line(g, "%s", "");
        Fn *f = NEW(g->arena, Fn);
        f->results[0] = basic(g, "int");
        f->nresults = 1;
        f->pure = true;
        begin(g, f, 50);
        g->may_panic = false;
        const char *x = fresh(g, "p"), *n = fresh(g, "p");
        line(g, "func (%s %s) step(%s int) int {", x, t->name, n);
        g->indent++;
        declare(g, x, t);
        declare(g, n, basic(g, "int"));
        block(g, 2, 2);
        finish(g, false);
        g->indent--;
        line(g, "}");
    }
    for (int i = g->nbasic; i < g->ntypes; i++)
        if (g->types[i]->defined && g->types[i]->kind != KIface && chance(g, 40))
            make_method(g, g->types[i], fresh(g, "m"));
}

/* ---- main ---- */

void make_main(Gen *g, uint64_t seed)
{
    Fn *f = NEW(g->arena, Fn);
    begin(g, f, 3000);
    g->may_panic = true;
    line(g, "%s", "");
    line(g, "func @main() {");
    g->indent++;
    line(g, "println(\"seed\", %llu, @sum)", (unsigned long long)seed);
    int n = g->nfuncs;
    for (int i = 0; i < n; i++) {
        if (g->funcs[i]->recv)
            continue;
        for (int times = 1 + (int)below(g, 2); times > 0; times--) {
            g->mode = ModeOrdered;
            g->panics = 0;
            g->cost = 0;
            g->limit = 4000;
            const char *c = call(g, g->funcs[i], 2);
            if (!c)
                continue;
            const char *list = "", *sum = "0";
            for (int k = 0; k < g->funcs[i]->nresults; k++) {
                list = text(g, "%s%sx%d", list, k ? ", " : "", k);
                sum = text(g, "%s + %d*%s", sum, k + 1, hashed(g, g->funcs[i]->results[k], text(g, "x%d", k)));
            }
            line(g, "@try(func() {");
            line(g, "\t%s := %s", list, c);
            line(g, "\t@add(%s)", sum);
            line(g, "})");
        }
        line(g, "println(\"seed\", %llu, %d, @sum)", (unsigned long long)seed, i);
    }
    g->cost = 0;
    for (int i = 0; i < 3; i++) {
        line(g, "@try(func() {");
        g->indent++;
        g->level++;
        g->in_literal = true;
        g->cost = 0;
        block(g, 5, 3);
        g->level--;
        g->indent--;
        line(g, "})");
        line(g, "println(\"seed\", %llu, \"part\", %d, @sum)", (unsigned long long)seed, i);
    }
    for (int i = 0; i < g->nglobals; i++)
        line(g, "@add(%s)", hashed(g, g->vars[i].type, g->vars[i].name));
    line(g, "println(\"seed\", %llu, \"end\", @sum)", (unsigned long long)seed);
    g->indent--;
    line(g, "}");
}
