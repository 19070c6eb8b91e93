/* syntax.h - what the front half of the front end offers: text to tokens to
 * tree, and both back to text. */
#ifndef SYNTAX_SYNTAX_H
#define SYNTAX_SYNTAX_H

#include "ast.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/intern.h"

/* One per compilation (or per test).  Everything pointed to is the caller's. */
typedef struct SyntaxCtx {
    Arena *arena;
    Interner *names;
    PosTable *pos;
    Diag *diag;
    const char *blank; /* the interned name "_"; syntax_init sets it */
    uint32_t next_id;  /* the next Node.id; starts at 1; afterwards next_id is the size for arrays by id */
    uint32_t next_group; /* the next number for a parenthesized declaration */
    uint32_t syntax_errors; /* "syntax error: ..." reported: with any, type checking does not start */
    uint32_t last_syntax_line; /* only one syntax error a line is shown */
    bool std;          /* -std: the standard library, may use its directives */
    bool runtime;      /* package runtime and those that share its rules */
    bool complete;     /* -complete: every function has a body (the checker asks) */
} SyntaxCtx;

void syntax_init(SyntaxCtx *c, Arena *arena, Interner *names, PosTable *pos, Diag *diag);

/* parser.c: parses one file and checks labels and branches.  src must stay
 * alive as long as pos (views).  Always returns a File node, also after errors
 * (they are in c->diag; declarations that could not be read are missing); NULL
 * only when there is no package clause to go on from. */
Node *parse_file(SyntaxCtx *c, const char *name, const char *src, size_t size);

/* directives.c: reports //go: directives in wrong places.  For after type
 * checking, and only when that found nothing, as gc does. */
void check_pragmas(SyntaxCtx *c, const Node *file);

/* parser.c: one expression or type, e.g. from export data or a test.  NULL after an error. */
Node *parse_expr_text(SyntaxCtx *c, const char *name, const char *src, size_t size);

/* branches.c: resolves labels in a function body and reports misuse.  parse_file
 * has already called it; read_ast too. */
void check_branches(SyntaxCtx *c, Node *body);

/* print.c: Go syntax on one line, as gc shows expressions in messages: function
 * bodies, long composite literals etc. become {…}. */
void print_go(Buf *out, const Node *n);
const char *expr_string(Arena *a, const Node *n);

/* print.c: complete Go source of n that parses to the same tree (positions apart). */
void print_source(Buf *out, const Node *n);

/* dump.c: one line per token, with positions. */
void dump_tokens(SyntaxCtx *c, Buf *out, const char *name, const char *src, size_t size);

/* token_read.c: appends to src a source that has the tokens of a dump; false and a diagnostic when the text is bad. */
bool read_tokens(SyntaxCtx *c, const char *name, const char *text, size_t size, Buf *src);

/* dump.c: the tree as S-expressions, see dump.c for the grammar.  annotate, when not NULL,
 * appends text about n to its line (the typed AST), after a `;`: read_ast skips it. */
void dump_ast(const SyntaxCtx *c, Buf *out, const Node *n,
              void (*annotate)(Buf *out, const Node *n, void *data), void *data);
void dump_ast_json(const SyntaxCtx *c, Buf *out, const Node *n);

/* ast_parse.c: the tree that dump_ast wrote; NULL and a diagnostic when the text is bad. */
Node *read_ast(SyntaxCtx *c, const char *name, const char *text, size_t size);

#endif
