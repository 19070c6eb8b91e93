/* parser.h - the parser's state and what its files share, marked by p_.  Private
 * to syntax/.
 *
 *   parser.c      tokens, errors and recovery, lists; files
 *   parse_decl.c  declarations      parse_type.c  types and parameters
 *   parse_expr.c  expressions       parse_stmt.c  statements
 *   directives.c  //line, //go: and build constraints */
#ifndef SYNTAX_PARSER_H
#define SYNTAX_PARSER_H

#include "scanner.h"

typedef struct Parser {
    Scanner s;
    SyntaxCtx *ctx;
    Pos tok_pos;      /* of the current token; 0: not asked for yet */
    uint32_t errors;  /* so far in this file, those of the scanner apart: see error_count */

    int func_depth;   /* > 0 inside function bodies */
    int expr_level;   /* < 0: in a control clause, where `T {` does not start a literal */
    int depth;        /* of recursion, limited by MaxDepth */
    uint32_t height;  /* of the expression just parsed, limited as well: a tree grows high without recursion */
    uint32_t peak;    /* the greatest height so far in the current type or function literal */

    Node **stack;     /* children of unfinished lists; heap */
    size_t stack_n, stack_cap;

    uint32_t group;   /* number of the parenthesized declaration that we are in, or 0 */
    uint32_t group_index; /* how many of its declarations came before */
    Node *group_const;    /* the latest ConstDecl of it with values or a type */

    Pragma *pragma;   /* directives since the last declaration, or NULL */
    Linkname *linknames, **linknames_end;
    const char *go_version; /* from //go:build */
    bool top;         /* before the package clause */
} Parser;

enum { MaxDepth = 10000 };

/* ---- parser.c ---- */

void p_next(Parser *p);
Pos p_here(Parser *p); /* of the current token */
static inline bool at(const Parser *p, Token tok) { return p->s.tok == tok; }
bool p_got(Parser *p, Token tok);   /* takes tok when it is there */
bool p_want(Parser *p, Token tok);  /* takes tok or complains */
bool p_got_assign(Parser *p);       /* takes =; complains about := but takes it */

Node *p_new(Parser *p, NodeKind kind, Pos pos);
Node *p_new_name(Parser *p, Pos pos, const char *text);
Node *p_bad_expr(Parser *p);

static inline uint32_t error_count(const Parser *p) { return p->errors + p->s.errors; } /* in this file */

/* Recursion guard: false when the text is nested too deeply; the rest of it
 * is skipped then.  p_leave after every p_enter, whatever it returned. */
bool p_enter(Parser *p);
void p_leave(Parser *p);
void p_set_height(Parser *p, uint32_t height); /* of the expression just made; complains when too high */

/* Around a construct whose parts do not report their heights one by one: its
 * height is one more than the greatest inside. */
static inline uint32_t p_begin_peak(Parser *p)
{
    uint32_t outer = p->peak;
    p->peak = 0;
    return outer;
}
void p_end_peak(Parser *p, uint32_t outer);

/* what is "expected ...", "in ...", "at ...", "after ..." (the current token is
 * named in front: "unexpected X"), or a complete message. */
void syntax_error(Parser *p, const char *what);
void syntax_error_at(Parser *p, Pos pos, const char *what);
void syntax_errorf(Parser *p, const char *format, ...) __attribute__((format(printf, 2, 3)));
void syntax_other_error(Parser *p, Pos pos, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* Sets of tokens to resume at; all operators but * and <- share one bit. */
#define FOLLOW(...) p_follow((const Token[]){__VA_ARGS__, TokNone})
uint64_t p_follow(const Token *toks);
void p_advance(Parser *p, uint64_t follow); /* 0: just one token */

/* Lists of nodes are collected on p->stack from p_list_start on. */
static inline size_t p_list_start(const Parser *p) { return p->stack_n; }
void p_push(Parser *p, Node *n);
NodeList p_list_end(Parser *p, size_t start);

/* { item sep } close; item returns true to end the list early.  Returns the
 * position of close. */
Pos p_list(Parser *p, const char *context, Token sep, Token close, bool (*item)(Parser *p, void *data), void *data);

Node *p_name(Parser *p);
NodeList p_name_list(Parser *p, Node *first);
Node *p_literal_opt(Parser *p); /* a BasicLit or NULL */

/* ---- parse_decl.c ---- */

void p_import(Parser *p);    /* the keyword is current; declarations are pushed */
void p_const(Parser *p);
void p_type_decl(Parser *p);
void p_var(Parser *p);
Node *p_func_decl(Parser *p); /* func has been taken */
Node *p_func_body(Parser *p);

/* ---- parse_type.c ---- */

Node *p_type(Parser *p);
Node *p_type_opt(Parser *p); /* NULL when no type starts here */
Node *p_qualified_name(Parser *p, Node *name);
Node *p_func_type(Parser *p, const char *context, NodeList *tparams); /* context: where type parameters are not allowed, or NULL */
Node *p_array_type(Parser *p, Pos pos, Node *len); /* [ has been taken */
Node *p_slice_type(Parser *p, Pos pos);            /* [ ] have been taken */

/* TypeArgs: of an interface element, which may turn out to be type parameters. */
typedef enum ParamKind { OrdinaryParams, ResultParams, ReceiverParams, TypeParams, TypeArgs } ParamKind;
NodeList p_params(Parser *p, Node *name, Node *type, ParamKind kind, Pos *end);

/* ---- parse_expr.c ---- */

Node *p_expr(Parser *p);
Node *p_binary(Parser *p, Node *x, int prec);
Node *p_primary(Parser *p, Node *x); /* x: its operand when that has been read, or NULL */
NodeList p_expr_list(Parser *p);
NodeList p_type_list(Parser *p, bool strict, bool *comma);

/* ---- parse_stmt.c ---- */

Node *p_block(Parser *p, const char *context);

/* ---- directives.c ---- */

void handle_directive(void *parser, uint32_t line, uint32_t col, bool blank, const char *text, size_t size);
Pragma *take_pragma(Parser *p);
void clear_pragma(Parser *p); /* reports what waited in vain */

#endif
