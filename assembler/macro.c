/* macro.c - the preprocessor: directives and macros.
 *
 * Works on tokens, a line at a time.  A line that starts with # is obeyed; any
 * other is copied to a->out_tokens with its macros expanded, if no #ifdef
 * around it says otherwise.  Tokens of a macro's body take the position of its
 * use, so that errors and line tables name the line that the reader sees. */
#include <stdlib.h>
#include <string.h>

#include "../base/os.h"
#include "asm.h"

enum { MaxInclude = 100, MaxExpansion = 100, MaxTokens = 8000000 };

/* A stretch of tokens being read. */
typedef struct Reader {
    const Token *p, *end;
} Reader;

static bool is_op(const Token *t, char c) { return t->kind == TokOp && t->value == (uint8_t)c; }

static void emit(AsmCtx *a, Tokens *out, Token t)
{
    if (out->count >= MaxTokens) {
        asm_error(a, t.pos, "macro expansion too large");
        a->macro_failed = true;
        return;
    }
    vec_push(out->items, out->count, out->cap, t);
}

/* ---- Expansion ---- */

static void expand(AsmCtx *a, Reader *r, Tokens *out, uint32_t pos, int depth);

/* The tokens between the parentheses, cut at top-level commas.  starts[i] to
 * starts[i+1]-1 is argument i. */
static int collect_args(AsmCtx *a, Reader *r, const Macro *m, const Token **starts, int max)
{
    int depth = 0, n = 0;
    uint32_t pos = r->p->pos;
    r->p++; /* ( */
    starts[0] = r->p;
    for (; r->p < r->end && r->p->kind != TokEOF; r->p++) {
        if (r->p->kind == TokNewline)
            break;
        if (is_op(r->p, '(')) {
            depth++;
        } else if (is_op(r->p, ')') && depth-- == 0) {
            starts[++n] = r->p + 1;
            r->p++;
            return n;
        } else if (is_op(r->p, ',') && depth == 0) {
            if (n + 2 >= max)
                break;
            starts[++n] = r->p + 1;
        }
    }
    asm_error(a, pos, "unterminated arg list invoking macro %s", m->name);
    return -1;
}

/* The body with parameters replaced by the arguments' tokens. */
static void substitute(AsmCtx *a, const Macro *m, const Token **starts, uint32_t pos, Tokens *out)
{
    for (size_t i = 0; i < m->nbody; i++) {
        const Token *t = &m->body[i];
        int arg = -1;
        for (int k = 0; t->kind == TokIdent && k < m->nargs; k++)
            if (m->args[k] == t->text)
                arg = k;
        if (arg < 0) {
            Token copy = *t;
            copy.pos = pos;
            emit(a, out, copy);
            continue;
        }
        for (const Token *q = starts[arg]; q < starts[arg + 1] - 1; q++)
            emit(a, out, *q);
    }
}

/* r stands behind the macro's name.  False: not a use of it after all. */
static bool expand_macro(AsmCtx *a, Macro *m, Reader *r, Tokens *out, uint32_t pos, int depth)
{
    enum { MaxArgs = 256 };
    const Token *starts[MaxArgs + 2];
    Tokens body = {0};
    if (m->has_args) {
        if (r->p >= r->end || !is_op(r->p, '('))
            return false;
        int n = collect_args(a, r, m, starts, MaxArgs);
        if (n < 0)
            return true;
        bool none = n == 1 && m->nargs == 0 && starts[1] - 1 == starts[0];
        if (n != m->nargs && !none) {
            asm_error(a, pos, "wrong arg count (%d) invoking macro %s: expected %d", n, m->name, m->nargs);
            return true;
        }
    }
    substitute(a, m, starts, pos, &body);
    if (depth >= MaxExpansion) {
        asm_error(a, pos, "recursive macro invocation: %s", m->name);
        a->macro_failed = true;
    } else {
        Reader inner = {body.items, body.items + body.count};
        expand(a, &inner, out, pos, depth + 1);
    }
    free(body.items);
    return true;
}

static void expand(AsmCtx *a, Reader *r, Tokens *out, uint32_t pos, int depth)
{
    while (r->p < r->end && !a->macro_failed) {
        Token t = *r->p++;
        if (pos)
            t.pos = pos;
        Macro *m = t.kind == TokIdent ? map_get(&a->macros, t.text) : NULL;
        if (!m || !expand_macro(a, m, r, out, t.pos, depth))
            emit(a, out, t);
    }
}

/* ---- Directives ---- */

typedef struct Conditions {
    bool *items; /* one per open #ifdef: are its lines wanted */
    size_t count, cap;
} Conditions;

static bool wanted(const Conditions *c)
{
    for (size_t i = 0; i < c->count; i++)
        if (!c->items[i])
            return false;
    return true;
}

static void no_more(AsmCtx *a, const Reader *r, const char *directive)
{
    if (r->p < r->end)
        asm_error(a, r->p->pos, "unexpected token after #%s: %s", directive, token_text(a, r->p));
}

static const char *macro_name(AsmCtx *a, Reader *r, const char *directive, uint32_t pos)
{
    if (r->p >= r->end || r->p->kind != TokIdent) {
        asm_error(a, pos, "expected identifier after #%s", directive);
        return NULL;
    }
    return (r->p++)->text;
}

/* #define NAME(a, b): the parenthesis touches the name. */
static bool macro_params(AsmCtx *a, Reader *r, Macro *m)
{
    const char *args[256];
    m->has_args = true;
    r->p++;
    while (r->p < r->end && !is_op(r->p, ')')) {
        if (m->nargs > 0 && is_op(r->p, ','))
            r->p++;
        if (r->p >= r->end || r->p->kind != TokIdent || m->nargs >= 255) {
            asm_error(a, m->body ? m->body->pos : r->end[-1].pos, "bad syntax in definition of macro: %s", m->name);
            return false;
        }
        for (int i = 0; i < m->nargs; i++)
            if (args[i] == r->p->text) {
                asm_error(a, r->p->pos, "duplicate argument %s in definition of macro: %s", r->p->text, m->name);
                return false;
            }
        args[m->nargs++] = (r->p++)->text;
    }
    if (r->p >= r->end) {
        asm_error(a, r->end[-1].pos, "bad syntax in definition of macro: %s", m->name);
        return false;
    }
    r->p++;
    m->args = arena_dup(a->arena, args, sizeof *args * (size_t)m->nargs);
    return true;
}

static void do_define(AsmCtx *a, Reader *r, uint32_t pos)
{
    const char *name = macro_name(a, r, "define", pos);
    if (!name)
        return;
    Macro *m = NEW(a->arena, Macro);
    m->name = name;
    if (r->p < r->end && is_op(r->p, '(') && !r->p->space && !macro_params(a, r, m))
        return;
    m->nbody = (size_t)(r->end - r->p);
    m->body = arena_dup(a->arena, r->p, sizeof *r->p * m->nbody);
    if (map_get(&a->macros, name))
        asm_error(a, pos, "redefinition of macro: %s", name);
    else
        map_put(&a->macros, name, m);
}

static void do_undef(AsmCtx *a, Reader *r, uint32_t pos)
{
    const char *name = macro_name(a, r, "undef", pos);
    if (!name)
        return;
    if (!map_get(&a->macros, name))
        asm_error(a, pos, "#undef for undefined macro: %s", name);
    map_put(&a->macros, name, NULL);
    no_more(a, r, "undef");
}

static void do_ifdef(AsmCtx *a, Reader *r, Conditions *c, bool want, const char *directive, uint32_t pos)
{
    const char *name = macro_name(a, r, directive, pos);
    bool defined = name && map_get(&a->macros, name);
    vec_push(c->items, c->count, c->cap, defined == want);
    no_more(a, r, directive);
}

static void do_else(AsmCtx *a, Conditions *c, uint32_t pos)
{
    if (c->count == 0)
        asm_error(a, pos, "unmatched #else");
    else
        c->items[c->count - 1] = !c->items[c->count - 1];
}

static void do_endif(AsmCtx *a, Conditions *c, uint32_t pos)
{
    if (c->count == 0)
        asm_error(a, pos, "unmatched #endif");
    else
        c->count--;
}

static void do_include(AsmCtx *a, Reader *r, uint32_t pos)
{
    if (r->p >= r->end || r->p->kind != TokString) {
        asm_error(a, pos, "expected string after #include");
        return;
    }
    const char *name = r->p->text;
    r->p++;
    no_more(a, r, "include");
    if (a->include_depth >= MaxInclude) {
        asm_error(a, pos, "include stack too deep: %s", name);
        return;
    }
    a->include_depth++;
    preprocess_file(a, name, pos);
    a->include_depth--;
}

/* #line NUMBER "FILE" of generated sources: accepted, positions stay. */
static bool directive(AsmCtx *a, Reader *r, Conditions *c)
{
    uint32_t pos = r->p->pos;
    r->p++; /* # */
    if (r->p >= r->end)
        return true;
    if (r->p->kind != TokIdent) {
        asm_error(a, pos, "expected identifier after '#'");
        return false;
    }
    const char *name = (r->p++)->text;
    if (strcmp(name, "ifdef") == 0)
        do_ifdef(a, r, c, true, name, pos);
    else if (strcmp(name, "ifndef") == 0)
        do_ifdef(a, r, c, false, name, pos);
    else if (strcmp(name, "else") == 0)
        do_else(a, c, pos);
    else if (strcmp(name, "endif") == 0)
        do_endif(a, c, pos);
    else if (!wanted(c))
        return true;
    else if (strcmp(name, "define") == 0)
        do_define(a, r, pos);
    else if (strcmp(name, "undef") == 0)
        do_undef(a, r, pos);
    else if (strcmp(name, "include") == 0)
        do_include(a, r, pos);
    else if (strcmp(name, "line") != 0)
        asm_error(a, pos, "unknown directive: #%s", name);
    return true;
}

/* ---- Lines ---- */

/* The line at *p, with continuations: in *joined when there are some.  A
 * continued line of a #define keeps a newline token at each break, so that a
 * macro may hold several instructions. */
static Reader next_line(const Token **p, Tokens *joined)
{
    const Token *q = *p;
    bool is_directive = is_op(q, '#'), joins = false;
    joined->count = 0;
    while (q->kind != TokEOF) {
        if (is_op(q, '\\') && q[1].kind == TokNewline && q[1].text[0] == '\n') {
            if (!joins)
                for (const Token *t = *p; t < q; t++)
                    vec_push(joined->items, joined->count, joined->cap, *t);
            joins = true;
            if (is_directive)
                vec_push(joined->items, joined->count, joined->cap, q[1]);
            q += 2;
            continue;
        }
        if (q->kind == TokNewline && !(is_directive && q->text[0] == ';'))
            break;
        if (joins)
            vec_push(joined->items, joined->count, joined->cap, *q);
        q++;
    }
    Reader r = {*p, q};
    if (joins)
        r = (Reader){joined->items, joined->items + joined->count};
    *p = q->kind == TokEOF ? q : q + 1;
    return r;
}

static void process(AsmCtx *a, const Tokens *tokens)
{
    Conditions c = {0};
    Tokens joined = {0};
    uint32_t last = tokens->items[tokens->count - 1].pos;
    for (const Token *p = tokens->items; p->kind != TokEOF;) {
        Reader r = next_line(&p, &joined);
        uint32_t pos = r.p < r.end ? r.p->pos : 0;
        if (r.p < r.end && is_op(r.p, '#')) {
            directive(a, &r, &c);
            continue;
        }
        if (r.p == r.end || !wanted(&c) || a->out_tokens.count >= MaxTokens)
            continue;
        a->macro_failed = false;
        expand(a, &r, &a->out_tokens, 0, 0);
        emit(a, &a->out_tokens, (Token){.kind = TokNewline, .text = "\n", .pos = pos});
    }
    if (c.count)
        asm_error(a, last, "unclosed #ifdef or #ifndef");
    free(c.items);
    free(joined.items);
}

static bool find_file(AsmCtx *a, const char *name, bool included, OsFile *f, const char **found, const char **err)
{
    *found = name;
    if (os_read_file(a->arena, name, f, err))
        return true;
    for (size_t i = 0; included && !path_is_abs(name) && i < a->include.count; i++) {
        *found = path_join(a->arena, a->include.items[i], name);
        if (os_read_file(a->arena, *found, f, NULL))
            return true;
    }
    return false;
}

void preprocess_file(AsmCtx *a, const char *name, uint32_t from)
{
    OsFile f;
    const char *err = NULL, *found;
    if (!find_file(a, name, from != 0, &f, &found, &err)) {
        asm_error(a, from, "%s", err);
        return;
    }
    if (a->nfiles + 1 >= 1u << (31 - PosLineBits)) {
        asm_error(a, from, "too many files");
        os_close_file(&f);
        return;
    }
    uint32_t number = (uint32_t)a->nfiles;
    vec_push(a->files, a->nfiles, a->cap_files, (SourceFile){found, intern_str(&a->names, path_recorded(a->arena, a->trimpath, found))});
    Tokens tokens = {0};
    lex_file(a, number, f.data, f.size, &tokens);
    os_close_file(&f);
    process(a, &tokens);
    free(tokens.items);
}

void define_macro_flag(AsmCtx *a, const char *definition)
{
    const char *eq = strchr(definition, '=');
    size_t n = eq ? (size_t)(eq - definition) : strlen(definition);
    Tokens tokens = {0};
    const char *value = eq ? eq + 1 : "1";
    lex_file(a, 0, value, strlen(value), &tokens);
    Macro *m = NEW(a->arena, Macro);
    m->name = intern(&a->names, definition, n);
    m->nbody = tokens.count - 2;
    m->body = arena_dup(a->arena, tokens.items, sizeof *tokens.items * m->nbody);
    map_put(&a->macros, m->name, m);
    free(tokens.items);
}
