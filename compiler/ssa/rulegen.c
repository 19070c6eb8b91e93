/* rulegen.c - turns a file of rewrite rules into C, at build time.
 *
 *   rulegen NAME FILE.rules OUT.c
 *
 * writes  bool rewrite_value_NAME(Value *v)  and  bool rewrite_block_NAME(Block *b):
 * each tries the rules for the op (or kind) in the order of the file, applies
 * the first that fits and says whether one did.
 *
 * A rule is  PATTERN [&& CONDITION] => RESULT,  on one line, or on several
 * while a parenthesis is open or the line ends in &&, || or =>.
 *
 *   (Add64 (Const64 [c]) (Const64 [d]))            => (Const64 [add(c, d)])
 *   (Add64 x (Const64 [0]))                        => x
 *   (Load <t> p (Store p x _)) && x->type == t     => x
 *   (Mul(8|16|32) x (Const(8|16|32) [-1]))         => (Neg(8|16|32) x)
 *   (Add64 ...)                                    => (ADDQ ...)
 *   (If (Not c) yes no)                            => (If c no yes)
 *
 * Patterns.  (Op <t> [i] {s} args...) binds the type, auxint and aux to names;
 * what is not a name is an expression that must be equal.  An arg is a
 * pattern, a name, or _.  name:(Op ...) binds the value.  A name used twice
 * must match the same.  The first two args of a commutative op are tried in
 * both orders.  v is the value itself, b the block of a block rule.
 * A header that the C file includes (rewrite.h, or one named by a # line) declares
 * the two functions.
 * Conditions and what stands in [ ] { } < > of results are C; helpers for them
 * are in rewrite.h.  Types of names: Value *, int64_t for auxint, Aux for aux,
 * ValType for types.
 * Results.  (Op <t> [i] {s} args...) with args as results or names; the outer
 * value keeps v's type and position unless <t> says otherwise; the type of an
 * inner one follows from its op or must be given.  @block (Op ...) makes the value
 * in that block.  A name makes v a copy.  (Op ...) with literally "..." on both
 * sides only changes the op.  Integers are cut to the width of the op.
 * (a|b|c) without blanks is an alternative: the rule stands for one rule each,
 * all alternatives of the rule taken in step.
 * A line that starts with # is copied to the head of the C file (#include). */
#include "compiler/ssa/ssa.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct OpRow {
    const char *name, *c_name, *sig;
    int nargs;
    AuxType aux;
    uint32_t flags;
} OpRow;

static const OpRow op_rows[] = {
#define OP(name, nargs, sig, aux, flags) {#name, "Op" #name, sig, nargs, Aux##aux, flags},
#include "compiler/ssa/ops.h"
#define MOP(name, nargs, sig, regs, asm_name, aux, effect, flags) {#name, "OpAMD64" #name, sig, nargs, Aux##aux, flags},
#include "compiler/amd64/amd64_ops.h"
};
enum { NumOpRows = sizeof op_rows / sizeof *op_rows };

static const char *const kind_names[] = {
#define BLOCK(name, controls, succs) #name,
#include "compiler/ssa/blocks.h"
};
enum { NumKinds = sizeof kind_names / sizeof *kind_names, MaxArgs = 16, MaxNames = 64 };

/* A pattern or a result. */
typedef struct Expr {
    const char *name;    /* alone: a name or _; else bound by name:(...) or NULL */
    const char *op;      /* NULL: only a name */
    const char *type, *auxint, *aux, *at; /* text, or NULL */
    bool same_args;      /* (Op ...) */
    struct Expr *args[MaxArgs];
    int nargs;
} Expr;

typedef struct Rule {
    Expr *match, *result;
    const char *cond;    /* or NULL */
    int line;
    bool done;           /* emitted */
} Rule;

typedef struct Gen {
    Arena arena;
    const char *file, *name;
    int line;            /* of the rule at hand */
    const char *p;       /* rest of its text */
    bool failed;
    Rule *rules;
    size_t nrules, cap;
    Buf out, head;
    const char *names[MaxNames]; /* bound so far in the rule at hand */
    int nnames, ntemps, nloops;
} Gen;

static void fail(Gen *g, const char *what, const char *arg)
{
    if (!g->failed)
        fprintf(stderr, "%s:%d: %s%s\n", g->file, g->line, what, arg);
    g->failed = true;
    g->p = "";
}

/* --- tables --- */

static const OpRow *find_op(const char *name)
{
    for (int i = 0; i < NumOpRows; i++)
        if (!strcmp(op_rows[i].name, name))
            return &op_rows[i];
    return NULL;
}

static bool is_kind(const char *name)
{
    if (find_op(name))
        return false;
    for (int i = 0; i < NumKinds; i++)
        if (!strcmp(kind_names[i], name))
            return true;
    return false;
}

static const OpRow *need_op(Gen *g, const char *name)
{
    const OpRow *row = find_op(name);
    if (!row)
        fail(g, "unknown op ", name);
    return row ? row : &op_rows[0];
}

/* --- reading rules --- */

static void skip_space(Gen *g)
{
    while (*g->p && isspace((unsigned char)*g->p))
        g->p++;
}

static bool name_char(char c) { return isalnum((unsigned char)c) || c == '_'; }

static const char *read_name(Gen *g)
{
    const char *start = g->p;
    while (name_char(*g->p))
        g->p++;
    return arena_strndup(&g->arena, start, (size_t)(g->p - start));
}

/* The text between brackets that nest; "->" does not close a '<'. */
static const char *read_bracketed(Gen *g, char open, char close)
{
    const char *start = ++g->p;
    for (int depth = 1; *g->p; g->p++) {
        if (*g->p == '-' && g->p[1] == '>' && close == '>') {
            g->p++;
            continue;
        }
        if (*g->p == open)
            depth++;
        else if (*g->p == close && --depth == 0)
            return arena_strndup(&g->arena, start, (size_t)(g->p++ - start));
    }
    fail(g, "bracket does not close", "");
    return "";
}

static Expr *read_expr(Gen *g);

static void read_op(Gen *g, Expr *e)
{
    g->p++; /* ( */
    skip_space(g);
    e->op = read_name(g);
    for (;;) {
        skip_space(g);
        if (*g->p == '<')
            e->type = read_bracketed(g, '<', '>');
        else if (*g->p == '[')
            e->auxint = read_bracketed(g, '[', ']');
        else if (*g->p == '{')
            e->aux = read_bracketed(g, '{', '}');
        else
            break;
    }
    for (;;) {
        skip_space(g);
        if (!strncmp(g->p, "...", 3)) {
            g->p += 3;
            e->same_args = true;
            continue;
        }
        if (*g->p == ')' || !*g->p)
            break;
        if (e->nargs == MaxArgs) {
            fail(g, "too many args", "");
            return;
        }
        e->args[e->nargs++] = read_expr(g);
    }
    if (*g->p != ')')
        fail(g, "parenthesis does not close", "");
    else
        g->p++;
}

static Expr *read_expr(Gen *g)
{
    Expr *e = NEW(&g->arena, Expr);
    skip_space(g);
    if (*g->p == '@') {
        const char *start = ++g->p;
        while (*g->p && !isspace((unsigned char)*g->p))
            g->p++;
        e->at = arena_strndup(&g->arena, start, (size_t)(g->p - start));
        skip_space(g);
    }
    if (name_char(*g->p)) {
        e->name = read_name(g);
        if (*g->p != ':')
            return e;
        g->p++;
    }
    if (*g->p == '(')
        read_op(g, e);
    else
        fail(g, "expected a pattern or a name at: ", g->p);
    return e;
}

static void read_rule(Gen *g, const char *text)
{
    Rule r = {.line = g->line};
    g->p = text;
    r.match = read_expr(g);
    skip_space(g);
    if (!strncmp(g->p, "&&", 2)) {
        const char *arrow = strstr(g->p, "=>");
        if (!arrow)
            fail(g, "rule without =>", "");
        else {
            r.cond = arena_strndup(&g->arena, g->p + 2, (size_t)(arrow - g->p - 2));
            g->p = arrow;
        }
    }
    if (strncmp(g->p, "=>", 2) != 0) {
        fail(g, "expected => at: ", g->p);
        return;
    }
    g->p += 2;
    r.result = read_expr(g);
    skip_space(g);
    if (*g->p)
        fail(g, "text after the rule: ", g->p);
    if (!r.match->op || (!find_op(r.match->op) && !is_kind(r.match->op)))
        fail(g, "a rule begins with (Op", "");
    vec_push(g->rules, g->nrules, g->cap, r);
}

/* An alternative begins at p: (a|b|c) made of name characters. */
static const char *alternative_end(const char *p)
{
    bool bar = false;
    if (*p++ != '(')
        return NULL;
    for (; name_char(*p) || *p == '|'; p++)
        bar |= *p == '|';
    return bar && *p == ')' ? p : NULL;
}

/* Copies text with the k-th choice of each alternative; says how many choices there are. */
static int choose(Gen *g, const char *text, int k, Buf *out)
{
    int count = 1;
    while (*text) {
        const char *end = alternative_end(text);
        if (!end) {
            buf_putc(out, *text++);
            continue;
        }
        int i = 0;
        const char *start = text + 1;
        for (const char *q = start;; q++) {
            if (*q != '|' && q != end)
                continue;
            if (i++ == k)
                buf_write(out, start, (size_t)(q - start));
            start = q + 1;
            if (q == end)
                break;
        }
        if (count > 1 && i != count)
            fail(g, "alternatives of different length", "");
        count = i;
        text = end + 1;
    }
    return count;
}

static void expand_rule(Gen *g, const char *text)
{
    int count = 1;
    for (int k = 0; k < count && !g->failed; k++) {
        Buf b = {0};
        count = choose(g, text, k, &b);
        read_rule(g, arena_strdup(&g->arena, buf_str(&b)));
        buf_free(&b);
    }
}

static bool is_complete(const char *text)
{
    int depth = 0;
    size_t n = strlen(text);
    for (const char *p = text; *p; p++)
        depth += *p == '(' ? 1 : *p == ')' ? -1 : 0;
    while (n > 0 && isspace((unsigned char)text[n - 1]))
        n--;
    if (n >= 2 && (!strncmp(text + n - 2, "&&", 2) || !strncmp(text + n - 2, "||", 2) || !strncmp(text + n - 2, "=>", 2)))
        return false;
    return depth <= 0 && strstr(text, "=>");
}

static void read_rules(Gen *g, char *text)
{
    Buf rule = {0};
    int line = 0, start = 0;
    for (char *next = text; next && !g->failed;) {
        char *s = next, *newline = strchr(s, '\n'), *comment;
        next = newline ? newline + 1 : NULL;
        if (newline)
            *newline = 0;
        line++;
        if (*s == '#') {
            buf_printf(&g->head, "%s\n", s);
            continue;
        }
        if ((comment = strstr(s, "//")))
            *comment = 0;
        while (isspace((unsigned char)*s))
            s++;
        if (!*s && !rule.len)
            continue;
        if (!rule.len)
            start = line;
        buf_puts(&rule, s);
        buf_putc(&rule, ' ');
        if (!is_complete(buf_str(&rule)))
            continue;
        g->line = start;
        expand_rule(g, buf_str(&rule));
        rule.len = 0;
    }
    g->line = start;
    if (rule.len && !g->failed)
        fail(g, "the last rule is not complete", "");
    buf_free(&rule);
}

/* --- writing matches --- */

static void put(Gen *g, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void put(Gen *g, const char *format, ...)
{
    for (int i = 0; i < g->nloops + 2; i++)
        buf_puts(&g->out, "    ");
    va_list args;
    va_start(args, format);
    buf_vprintf(&g->out, format, args);
    va_end(args);
    buf_putc(&g->out, '\n');
}

static bool is_name(const char *s)
{
    if (!isalpha((unsigned char)*s) && *s != '_')
        return false;
    while (name_char(*s))
        s++;
    return !*s;
}

static bool is_bound(const Gen *g, const char *name)
{
    for (int i = 0; i < g->nnames; i++)
        if (!strcmp(g->names[i], name))
            return true;
    return false;
}

static void bind(Gen *g, const char *name)
{
    if (g->nnames == MaxNames)
        fail(g, "too many names", "");
    else
        g->names[g->nnames++] = name;
}

/* text (of [ ], < >) against the expression have, of C type ctype.  Names that
 * begin with a capital (ValI64) are constants. */
static void match_part(Gen *g, const char *text, const char *ctype, const char *have)
{
    if (!text || !strcmp(text, "_"))
        return;
    if (is_name(text) && islower((unsigned char)*text) && !is_bound(g, text)) {
        put(g, "%s %s = %s;", ctype, text, have);
        put(g, "(void)%s;", text);
        bind(g, text);
    } else {
        put(g, "if (%s != %s)", have, text);
        put(g, "    continue;");
    }
}

static void match_aux(Gen *g, const char *text, const char *value)
{
    if (!text || !strcmp(text, "_"))
        return;
    if (is_name(text) && !is_bound(g, text)) {
        put(g, "Aux %s = aux_of(%s);", text, value);
        put(g, "(void)%s.kind;", text);
        bind(g, text);
    } else {
        put(g, "if (!aux_same(aux_of(%s), %s))", value, text);
        put(g, "    continue;");
    }
}

static bool needs_both_orders(const OpRow *row, const Expr *e)
{
    if (!(row->flags & OpCommutative) || e->nargs < 2)
        return false;
    return e->args[0]->op || e->args[1]->op || strcmp(e->args[0]->name, e->args[1]->name) != 0;
}

/* Two plain fresh names in a commutative op: the order does not matter, unless the condition cares. */
static bool both_plain(const Gen *g, const Expr *e, const Rule *r)
{
    for (int i = 0; i < 2; i++)
        if (e->args[i]->op || is_bound(g, e->args[i]->name))
            return false;
    return !r->cond;
}

static void match_value(Gen *g, const Rule *r, const Expr *e, const char *value, bool is_root);

static void match_args(Gen *g, const Rule *r, const Expr *e, const char *value)
{
    const OpRow *row = need_op(g, e->op);
    const char *temps[MaxArgs];
    if (e->same_args)
        return;
    if (row->nargs < 0) {
        put(g, "if (%s->nargs != %d)", value, e->nargs);
        put(g, "    continue;");
    } else if (row->nargs != e->nargs) {
        fail(g, "wrong number of args for ", e->op);
    }
    for (int i = 0; i < e->nargs; i++) {
        if (!e->args[i]->op && !strcmp(e->args[i]->name, "_") && !needs_both_orders(row, e)) {
            temps[i] = NULL;
            continue;
        }
        temps[i] = arena_printf(&g->arena, "%s_%d", value, i);
        put(g, "Value *%s = %s->args[%d];", temps[i], value, i);
        put(g, "(void)%s;", temps[i]);
    }
    if (needs_both_orders(row, e) && !both_plain(g, e, r)) {
        const char *loop = arena_printf(&g->arena, "order%d", g->ntemps++);
        put(g, "for (int %s = 0; %s < 2; %s++, swap_values(&%s, &%s)) {", loop, loop, loop, temps[0], temps[1]);
        g->nloops++;
    }
    for (int i = 0; i < e->nargs; i++)
        if (temps[i])
            match_value(g, r, e->args[i], temps[i], false);
}

static void match_value(Gen *g, const Rule *r, const Expr *e, const char *value, bool is_root)
{
    if (e->name && strcmp(e->name, "_") != 0) {
        if (is_bound(g, e->name)) {
            put(g, "if (%s != %s)", value, e->name);
            put(g, "    continue;");
        } else {
            put(g, "Value *%s = %s;", e->name, value);
            put(g, "(void)%s;", e->name);
            bind(g, e->name);
        }
    }
    if (!e->op)
        return;
    if (!is_root) {
        put(g, "if (%s->op != %s)", value, need_op(g, e->op)->c_name);
        put(g, "    continue;");
    }
    match_part(g, e->type, "ValType", arena_printf(&g->arena, "value_type(%s)", value));
    match_part(g, e->auxint, "int64_t", arena_printf(&g->arena, "%s->auxint", value));
    match_aux(g, e->aux, value);
    match_args(g, r, e, value);
}

/* --- writing results --- */

static const char *cut_to_width(Gen *g, const OpRow *row, const char *text)
{
    static const char *const casts[] = {[AuxInt8] = "(int8_t)", [AuxInt16] = "(int16_t)", [AuxInt32] = "(int32_t)", [AuxUint8] = "(uint8_t)"};
    if (row->aux == AuxBool)
        return arena_printf(&g->arena, "(%s) != 0", text);
    if ((size_t)row->aux < sizeof casts / sizeof *casts && casts[row->aux])
        return arena_printf(&g->arena, "%s(%s)", casts[row->aux], text);
    return text;
}

/* The type of an inner result, as C. */
static const char *result_type(Gen *g, const Expr *e, const OpRow *row)
{
    static const struct { char letter; const char *type; } types[] = {
        {'b', "ValBool"}, {'1', "ValI8"}, {'2', "ValI16"}, {'4', "ValI32"}, {'8', "ValI64"}, {'f', "ValF32"}, {'d', "ValF64"},
        {'p', "ValPtr"}, {'V', "ValV128"}, {'m', "ValMem"}, {'T', "ValTuple"}, {'R', "ValResults"}, {'F', "ValFlags"}, {'-', "ValVoid"},
    };
    if (e->type)
        return e->type;
    char letter = strchr(row->sig, '>')[1];
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (types[i].letter == letter)
            return types[i].type;
    fail(g, "needs a type: ", e->op);
    return "ValVoid";
}

static const char *make_value(Gen *g, const Expr *e, const char *block, const char *from);

static void fill_value(Gen *g, const Expr *e, const OpRow *row, const char *value, const char *const *args)
{
    if (e->auxint)
        put(g, "%s->auxint = %s;", value, cut_to_width(g, row, e->auxint));
    if (e->aux)
        put(g, "set_aux(%s, %s);", value, e->aux);
    for (int i = 0; i < e->nargs; i++)
        put(g, "add_arg(%s, %s);", value, args[i]);
    if (row->nargs >= 0 && row->nargs != e->nargs)
        fail(g, "wrong number of args for ", e->op);
}

static void make_args(Gen *g, const Expr *e, const char *block, const char *from, const char **args)
{
    for (int i = 0; i < e->nargs; i++)
        args[i] = make_value(g, e->args[i], block, from);
}

/* Emits code that makes e in block, with from's position; returns its C name. */
static const char *make_value(Gen *g, const Expr *e, const char *block, const char *from)
{
    if (!e->op) {
        if (!is_bound(g, e->name) && strcmp(e->name, "v") != 0)
            fail(g, "name is not bound: ", e->name);
        return e->name;
    }
    const OpRow *row = need_op(g, e->op);
    const char *args[MaxArgs], *temp = arena_printf(&g->arena, "new%d", g->ntemps++);
    make_args(g, e, block, from, args);
    put(g, "Value *%s = new_value(%s, %s, %s, %s->pos, %s->node);", temp, block, row->c_name, result_type(g, e, row), from, from);
    fill_value(g, e, row, temp, args);
    return temp;
}

static void value_result(Gen *g, const Expr *e)
{
    if (!e->op || e->at) {
        const char *block = e->at ? e->at : "v->block";
        const char *from = "v"; /* what moves to the block of x takes the position of x */
        if (e->at && strstr(e->at, "->block"))
            from = arena_strndup(&g->arena, e->at, strlen(e->at) - strlen("->block"));
        put(g, "copy_of(v, %s);", make_value(g, e, block, from));
        return;
    }
    const OpRow *row = need_op(g, e->op);
    if (e->same_args) {
        put(g, "v->op = %s;", row->c_name);
        return;
    }
    const char *args[MaxArgs];
    make_args(g, e, "v->block", "v", args);
    put(g, "value_reset(v, %s);", row->c_name);
    if (e->type)
        put(g, "v->type = (uint8_t)(%s);", e->type);
    fill_value(g, e, row, "v", args);
}

/* The controls of a block pattern or result are its args before the successors. */
static int block_controls(const Expr *e)
{
    int n = e->nargs;
    while (n > 0 && !e->args[n - 1]->op && (!strcmp(e->args[n - 1]->name, "yes") || !strcmp(e->args[n - 1]->name, "no")))
        n--;
    return n;
}

static void block_result(Gen *g, const Expr *e)
{
    const char *args[MaxArgs];
    int n = block_controls(e);
    for (int i = 0; i < n; i++)
        args[i] = make_value(g, e->args[i], "b", "b");
    put(g, "b->kind = Block%s;", e->op);
    for (int i = 0; i < n; i++)
        put(g, "%s->uses++;", args[i]); /* so that none dies in between */
    put(g, "reset_controls(b);");
    for (int i = 0; i < n; i++) {
        put(g, "add_control(b, %s);", args[i]);
        put(g, "%s->uses--;", args[i]);
    }
    if (n < e->nargs && !strcmp(e->args[n]->name, "no"))
        put(g, "swap_successors(b);");
}

/* --- a rule, an op, a file --- */

static void put_rule(Gen *g, Rule *r, bool is_block)
{
    g->line = r->line;
    g->nnames = g->ntemps = g->nloops = 0;
    r->done = true;
    put(g, "for (bool once = true; once; once = false) { /* %s:%d */", strrchr(g->file, '/') ? strrchr(g->file, '/') + 1 : g->file, r->line);
    g->nloops = 1;
    if (is_block) {
        int n = block_controls(r->match);
        for (int i = 0; i < n; i++) {
            const char *control = arena_printf(&g->arena, "control%d", i);
            put(g, "Value *%s = b->controls[%d];", control, i);
            put(g, "(void)%s;", control);
            match_value(g, r, r->match->args[i], control, false);
        }
    } else {
        match_value(g, r, r->match, "v", true);
    }
    if (r->cond) {
        put(g, "if (!(%s))", r->cond);
        put(g, "    continue;");
    }
    if (is_block)
        block_result(g, r->result);
    else
        value_result(g, r->result);
    put(g, "return true;");
    while (g->nloops > 0) {
        g->nloops--;
        put(g, "}");
    }
}

static void put_group(Gen *g, size_t first, bool is_block)
{
    const char *op = g->rules[first].match->op;
    buf_printf(&g->out, "\nstatic bool rewrite_%s_%s_%s(%s)\n{\n", is_block ? "block" : "value", g->name, op,
               is_block ? "Block *b" : "Value *v");
    for (size_t i = first; i < g->nrules; i++)
        if (!strcmp(g->rules[i].match->op, op) && !g->failed)
            put_rule(g, &g->rules[i], is_block);
    buf_puts(&g->out, "    return false;\n}\n");
}

static void put_functions(Gen *g, bool is_block)
{
    Buf cases = {0};
    for (size_t i = 0; i < g->nrules && !g->failed; i++) {
        const char *op = g->rules[i].match->op;
        if (g->rules[i].done || is_kind(op) != is_block)
            continue;
        put_group(g, i, is_block);
        buf_printf(&cases, "    case %s%s:\n        return rewrite_%s_%s_%s(%s);\n", is_block ? "Block" : "",
                   is_block ? op : find_op(op)->c_name, is_block ? "block" : "value", g->name, op, is_block ? "b" : "v");
    }
    const char *param = is_block ? "Block *b" : "Value *v";
    buf_printf(&g->out, "\nbool rewrite_%s_%s(%s)\n{\n    switch (%s) {\n%s    default:\n        return false;\n    }\n}\n",
               is_block ? "block" : "value", g->name, param,
               is_block ? "b->kind" : "v->op", cases.len ? buf_str(&cases) : "");
    buf_free(&cases);
}

static char *read_text(const char *path, Buf *b)
{
    FILE *in = fopen(path, "rb");
    if (!in)
        return NULL;
    char chunk[4096];
    size_t n;
    while ((n = fread(chunk, 1, sizeof chunk, in)) > 0)
        buf_write(b, chunk, n);
    fclose(in);
    return buf_str(b);
}

static bool write_text(const char *path, const Buf *a, const Buf *b)
{
    FILE *out = fopen(path, "wb");
    if (!out)
        return false;
    bool ok = fwrite(a->data, 1, a->len, out) == a->len && fwrite(b->data, 1, b->len, out) == b->len;
    return fclose(out) == 0 && ok;
}

int main(int argc, char **argv)
{
    if (argc != 4) {
        fputs("usage: rulegen NAME FILE.rules OUT.c\n", stderr);
        return 2;
    }
    Gen g = {.name = argv[1], .file = argv[2]};
    Buf text = {0};
    if (!read_text(g.file, &text)) {
        fprintf(stderr, "rulegen: cannot read %s\n", g.file);
        return 1;
    }
    buf_printf(&g.head, "/* Made by rulegen from %s.rules: do not edit. */\n#include \"compiler/ssa/rewrite.h\"\n", g.name);
    read_rules(&g, text.data);
    put_functions(&g, false);
    put_functions(&g, true);
    if (!g.failed && !write_text(argv[3], &g.head, &g.out)) {
        fprintf(stderr, "rulegen: cannot write %s\n", argv[3]);
        g.failed = true;
    }
    buf_free(&text);
    buf_free(&g.head);
    buf_free(&g.out);
    free(g.rules);
    arena_free(&g.arena);
    return g.failed;
}
