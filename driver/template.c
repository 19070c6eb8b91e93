/* template.c - the templates of `list -f`, as Go's text/template understands them.
 *
 * What stands in {{ }} is done while the text is read, from left to right; the
 * body of a range is read again for each element, a branch that is not taken is
 * read without doing anything. There: fields, strings, numbers, pipes,
 * parentheses, if, with, range, else, and the functions in the table below.
 * Variables and named templates are refused. */
#include <ctype.h>
#include <stdarg.h>
#include <stdlib.h>

#include "driver/driver.h"

enum { MaxDepth = 100, MaxArgs = 16 };

typedef struct Template {
    Arena *arena;
    const char *text, *p;  /* all of it, and where we are */
    const Value *root;     /* $ */
    Buf *out;
    const char *error;     /* the first one */
    int depth;             /* of actions and parentheses */
    bool trim;             /* the action before ended in -}} */
} Template;

/* How a piece of the template ended. */
typedef enum Stop { StopEof, StopEnd, StopElse } Stop;

static const Value nothing = {.kind = ValueNil};

static Value of_bool(bool b) { return (Value){.kind = ValueBool, .boolean = b}; }
static Value of_int(int64_t n) { return (Value){.kind = ValueInt, .number = n}; }
static Value of_string(const char *s) { return (Value){.kind = ValueString, .string = s}; }

static Value fail(Template *t, const char *format, ...) __attribute__((format(printf, 2, 3)));
static Value fail(Template *t, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    if (!t->error)
        t->error = arena_printf(t->arena, "template: main:1: %s", arena_vprintf(t->arena, format, args));
    va_end(args);
    t->p += strlen(t->p);
    return nothing;
}

static bool truth(const Value *v)
{
    switch (v->kind) {
    case ValueNil: return false;
    case ValueString: return *v->string != 0;
    case ValueBool: return v->boolean;
    case ValueInt: return v->number != 0;
    case ValueList: return v->n > 0;
    case ValueRecord: return true;
    }
    return false;
}

/* What fmt.Print shows of a value. */
static void print_value(Buf *b, const Value *v)
{
    switch (v->kind) {
    case ValueNil: buf_puts(b, "<nil>"); break;
    case ValueString: buf_puts(b, v->string); break;
    case ValueBool: buf_puts(b, v->boolean ? "true" : "false"); break;
    case ValueInt: buf_printf(b, "%lld", (long long)v->number); break;
    case ValueRecord: buf_puts(b, v->string); break;
    case ValueList:
        buf_putc(b, '[');
        for (size_t i = 0; i < v->n; i++) {
            if (i)
                buf_putc(b, ' ');
            print_value(b, &v->items[i]);
        }
        buf_putc(b, ']');
        break;
    }
}

static const char *as_text(Template *t, const Value *v)
{
    Buf b = {0};
    print_value(&b, v);
    const char *s = arena_strndup(t->arena, b.data ? b.data : "", b.len);
    buf_free(&b);
    return s;
}

/* ---- functions ---- */

static Value call_join(Template *t, const Value *a, int n)
{
    if (n != 2 || a[1].kind != ValueString || (a[0].kind != ValueList && a[0].kind != ValueNil))
        return fail(t, "join wants a list and a separator");
    Buf b = {0};
    for (size_t i = 0; i < a[0].n; i++) {
        buf_puts(&b, i ? a[1].string : "");
        print_value(&b, &a[0].items[i]);
    }
    const char *s = arena_strndup(t->arena, b.data ? b.data : "", b.len);
    buf_free(&b);
    return of_string(s);
}

static Value call_len(Template *t, const Value *a, int n)
{
    if (n != 1 || a->kind == ValueBool || a->kind == ValueInt || a->kind == ValueRecord)
        return fail(t, "len wants a list or a string");
    return of_int(a->kind == ValueString ? (int64_t)strlen(a->string) : (int64_t)a->n);
}

static Value call_not(Template *t, const Value *a, int n)
{
    return n == 1 ? of_bool(!truth(a)) : fail(t, "not wants one argument");
}

/* The first argument that decides, or the last. */
static Value decide(Template *t, const Value *a, int n, bool when)
{
    for (int i = 0; i < n; i++)
        if (i == n - 1 || truth(&a[i]) == when)
            return a[i];
    return fail(t, "and, or want an argument");
}

static Value call_and(Template *t, const Value *a, int n) { return decide(t, a, n, false); }
static Value call_or(Template *t, const Value *a, int n) { return decide(t, a, n, true); }

static Value call_eq(Template *t, const Value *a, int n)
{
    for (int i = 1; i < n; i++) {
        if (a[i].kind != a[0].kind)
            return fail(t, "error calling eq: incompatible types for comparison");
        if (strcmp(as_text(t, &a[i]), as_text(t, a)) == 0)
            return of_bool(true);
    }
    return n > 1 ? of_bool(false) : fail(t, "error calling eq: missing argument for comparison");
}

static Value call_ne(Template *t, const Value *a, int n)
{
    Value v = call_eq(t, a, n);
    return of_bool(!v.boolean);
}

static Value call_index(Template *t, const Value *a, int n)
{
    if (n != 2 || a[0].kind != ValueList || a[1].kind != ValueInt)
        return fail(t, "index wants a list and a number");
    if (a[1].number < 0 || (uint64_t)a[1].number >= a[0].n)
        return fail(t, "error calling index: index out of range: %lld", (long long)a[1].number);
    return a[0].items[a[1].number];
}

static Value call_print(Template *t, const Value *a, int n)
{
    Buf b = {0};
    for (int i = 0; i < n; i++) {
        if (i && a[i].kind != ValueString && a[i - 1].kind != ValueString)
            buf_putc(&b, ' ');
        print_value(&b, &a[i]);
    }
    const char *s = arena_strndup(t->arena, b.data ? b.data : "", b.len);
    buf_free(&b);
    return of_string(s);
}

/* %v %s %d %t %q, without widths. */
static Value call_printf(Template *t, const Value *a, int n)
{
    if (n < 1 || a->kind != ValueString)
        return fail(t, "printf wants a format");
    Buf b = {0};
    int next = 1;
    for (const char *f = a->string; *f; f++) {
        if (*f != '%' || f[1] == '%') {
            buf_putc(&b, *f);
            f += *f == '%';
            continue;
        }
        f++;
        if (!*f || !strchr("vsdtq", *f) || next >= n) {
            buf_free(&b);
            return fail(t, "printf: only %%v %%s %%d %%t %%q are supported, each with its argument");
        }
        const char *s = as_text(t, &a[next++]);
        if (*f == 'q')
            buf_quote(&b, s, strlen(s));
        else
            buf_puts(&b, s);
    }
    const char *s = arena_strndup(t->arena, b.data ? b.data : "", b.len);
    buf_free(&b);
    return of_string(s);
}

static const struct {
    const char *name;
    Value (*call)(Template *t, const Value *args, int n);
} functions[] = {
    {"join", call_join}, {"len", call_len}, {"not", call_not},     {"and", call_and},     {"or", call_or},
    {"eq", call_eq},     {"ne", call_ne},   {"index", call_index}, {"print", call_print}, {"printf", call_printf},
};

/* ---- expressions ---- */

static void blanks(Template *t) { t->p += strspn(t->p, " \t\r\n"); }

/* At the end of an action: }} or -}}. */
static bool at_end(Template *t)
{
    blanks(t);
    return !*t->p || strncmp(t->p, "}}", 2) == 0 || strncmp(t->p, "-}}", 3) == 0;
}

static const char *word(Template *t)
{
    const char *from = t->p;
    while (isalnum((unsigned char)*t->p) || *t->p == '_')
        t->p++;
    return arena_strndup(t->arena, from, (size_t)(t->p - from));
}

/* .A.B of a value; the first dot is at t->p. */
static Value fields(Template *t, Value v, bool active)
{
    while (*t->p == '.' && (isalpha((unsigned char)t->p[1]) || t->p[1] == '_')) {
        const char *from = t->p++, *name = word(t);
        if (!active)
            continue;
        const Value *field = v.kind == ValueRecord ? value_field(&v, name) : NULL;
        if (!field && v.kind == ValueRecord && value_known_field(name))
            return fail(t, "field %s is not supported", name);
        if (!field && v.kind == ValueNil)
            return fail(t, "executing \"main\" at <.%s>: nil pointer evaluating %s", name, name);
        if (!field) {
            if (!t->error)
                t->error = arena_printf(t->arena, "template: main:1:%td: executing \"main\" at <.%s>: can't evaluate field %s in type %s",
                                        from - t->text, name, name, v.kind == ValueRecord ? "*load.PackagePublic" : "string");
            return fail(t, "field");
        }
        v = *field;
    }
    return v;
}

static Value quoted(Template *t)
{
    char q = *t->p++;
    Buf b = {0};
    while (*t->p && *t->p != q) {
        char c = *t->p++;
        if (c == '\\' && q == '"' && *t->p) {
            c = *t->p++;
            c = c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c;
        }
        buf_putc(&b, c);
    }
    const char *s = arena_strndup(t->arena, b.data ? b.data : "", b.len);
    buf_free(&b);
    if (!*t->p)
        return fail(t, "unterminated quoted string");
    t->p++;
    return of_string(s);
}

static Value pipeline(Template *t, const Value *dot, bool active);

/* One operand; *call gets the index of a function's name, or -1. */
static Value operand(Template *t, const Value *dot, bool active, int *call)
{
    *call = -1;
    char c = *t->p;
    if (c == '.') {
        if (isalpha((unsigned char)t->p[1]) || t->p[1] == '_')
            return fields(t, *dot, active);
        t->p++;
        return *dot;
    }
    if (c == '$' && !isalpha((unsigned char)t->p[1])) {
        t->p++;
        return fields(t, *t->root, active);
    }
    if (c == '"' || c == '`')
        return quoted(t);
    if (isdigit((unsigned char)c) || (c == '-' && isdigit((unsigned char)t->p[1]))) {
        char *end;
        long long n = strtoll(t->p, &end, 10);
        t->p = end;
        return of_int(n);
    }
    if (c == '(') {
        if (++t->depth > MaxDepth)
            return fail(t, "too many parentheses");
        t->p++;
        Value v = pipeline(t, dot, active);
        blanks(t);
        if (*t->p != ')')
            return fail(t, "unclosed left paren");
        t->p++;
        t->depth--;
        return fields(t, v, active);
    }
    if (!c)
        return fail(t, "unclosed action");
    if (at_end(t))
        return fail(t, "missing value");
    if (!isalpha((unsigned char)c))
        return fail(t, "unexpected %.1s in operand", t->p);
    const char *name = word(t);
    if (strcmp(name, "true") == 0 || strcmp(name, "false") == 0)
        return of_bool(*name == 't');
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
        if (strcmp(functions[i].name, name) == 0) {
            *call = (int)i;
            return nothing;
        }
    return fail(t, "function \"%s\" not defined", name);
}

/* Operands up to | ) or the end; the value in front of a pipe comes last. */
static Value command(Template *t, const Value *dot, bool active, const Value *piped)
{
    Value args[MaxArgs];
    int n = 0, call, none;
    blanks(t);
    Value first = operand(t, dot, active, &call);
    while (!at_end(t) && *t->p != '|' && *t->p != ')') {
        if (n == MaxArgs - 1)
            return fail(t, "too many arguments");
        args[n++] = operand(t, dot, active, &none);
        if (none >= 0) /* a function without arguments */
            return fail(t, "wrong number of args for %s", functions[none].name);
    }
    if (piped)
        args[n++] = *piped;
    if (t->error)
        return nothing;
    if (call < 0)
        return n == 0 ? first : fail(t, "can't give argument to non-function");
    return active ? functions[call].call(t, args, n) : nothing;
}

static Value pipeline(Template *t, const Value *dot, bool active)
{
    Value v = command(t, dot, active, NULL);
    while (!t->error && !at_end(t) && *t->p == '|') {
        t->p++;
        v = command(t, dot, active, &v);
    }
    return v;
}

/* ---- actions ---- */

static Stop body(Template *t, const Value *dot, bool active, const char **rest);

static void close_action(Template *t)
{
    if (t->error)
        return;
    if (!at_end(t) || !*t->p) {
        fail(t, *t->p ? "unexpected %.1s in command" : "unclosed action%.0s", t->p);
        return;
    }
    t->trim = *t->p == '-';
    t->p += t->trim ? 3 : 2;
}

/* What follows else: nothing, or `if ...`, which is an if with the same end. */
static void branch(Template *t, const Value *dot, bool active, const char *kind)
{
    if (++t->depth > MaxDepth) {
        fail(t, "too many nested actions");
        return;
    }
    Value v = pipeline(t, dot, active);
    close_action(t);
    bool is_range = strcmp(kind, "range") == 0, is_with = strcmp(kind, "with") == 0, taken = truth(&v);
    const char *start = t->p, *rest = "";
    Stop stop = StopEof;
    if (is_range && v.kind != ValueList && v.kind != ValueNil && active && !t->error)
        fail(t, "range can't iterate over %s", as_text(t, &v));
    size_t times = is_range && active && v.n ? v.n : 1;
    for (size_t i = 0; i < times && !t->error; i++) {
        t->p = start;
        const Value *inner = is_range && v.n ? &v.items[i] : is_with && taken ? &v : dot;
        stop = body(t, inner, active && taken, &rest);
    }
    if (stop == StopElse && !t->error) {
        if (*rest) {
            branch(t, dot, active && !taken, rest);
            t->depth--;
            return;
        }
        stop = body(t, dot, active && !taken, &rest);
    }
    if (stop != StopEnd && !t->error)
        fail(t, stop == StopElse ? "unexpected {{else}}" : "unexpected EOF");
    t->depth--;
}

/* An action; t->p is behind {{. True when the piece ends here: *stop says how, and *rest the word behind else. */
static bool action(Template *t, const Value *dot, bool active, Stop *stop, const char **rest)
{
    if (*t->p == '-' && isspace((unsigned char)t->p[1]))
        t->p++;
    blanks(t);
    if (strncmp(t->p, "/*", 2) == 0) {
        const char *end = strstr(t->p, "*/");
        t->p = end ? end + 2 : t->p + strlen(t->p);
        close_action(t);
        return false;
    }
    const char *start = t->p, *name = isalpha((unsigned char)*t->p) ? word(t) : "";
    if (strcmp(name, "if") == 0 || strcmp(name, "range") == 0 || strcmp(name, "with") == 0) {
        branch(t, dot, active, name);
        return false;
    }
    if (strcmp(name, "end") == 0) {
        close_action(t);
        *stop = StopEnd;
        return true;
    }
    if (strcmp(name, "else") == 0) {
        *stop = StopElse;
        *rest = "";
        if (at_end(t))
            close_action(t);
        else
            *rest = word(t);
        return true;
    }
    t->p = start;
    Value v = pipeline(t, dot, active);
    close_action(t);
    if (active && !t->error)
        print_value(t->out, &v);
    return false;
}

/* Text and actions up to end, else or the end of the template. */
static Stop body(Template *t, const Value *dot, bool active, const char **rest)
{
    while (*t->p && !t->error) {
        if (t->trim)
            t->p += strspn(t->p, " \t\r\n");
        t->trim = false;
        const char *open = strstr(t->p, "{{");
        size_t n = open ? (size_t)(open - t->p) : strlen(t->p), skip = n + (open ? 2 : 0);
        if (open && open[2] == '-' && isspace((unsigned char)open[3]))
            while (n > 0 && isspace((unsigned char)t->p[n - 1]))
                n--;
        if (active)
            buf_write(t->out, t->p, n);
        t->p += skip;
        Stop stop;
        if (open && action(t, dot, active, &stop, rest))
            return stop;
    }
    return StopEof;
}

bool template_run(Arena *a, const char *text, const Value *dot, Buf *out, const char **err)
{
    Template t = {.arena = a, .text = text, .p = text, .root = dot, .out = out};
    const char *rest;
    Stop stop = body(&t, dot, true, &rest);
    if (stop != StopEof && !t.error)
        fail(&t, "unexpected {{%s}}", stop == StopEnd ? "end" : "else");
    *err = t.error;
    return !t.error;
}
