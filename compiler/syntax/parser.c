/* parser.c - the frame of the parser: tokens, errors, recovery, lists, files.
 *
 * A plain recursive descent, one function per rule of the spec's grammar.  After
 * an error the parser skips to a token that can follow the construct (advance)
 * and goes on; what it could not read becomes a Bad node.  gc's recovery decides
 * which messages a user sees, so the sets of tokens to stop at are gc's. */
#include "parser.h"

#include <stdlib.h>
#include <string.h>

/* ---- tokens ---- */

void p_next(Parser *p)
{
    p->tok_pos = 0;
    scan_next(&p->s);
}

Pos p_here(Parser *p)
{
    if (!p->tok_pos)
        p->tok_pos = pos_add(p->ctx->pos, p->s.base, p->s.line, p->s.col);
    return p->tok_pos;
}

bool p_got(Parser *p, Token tok)
{
    if (p->s.tok != tok)
        return false;
    p_next(p);
    return true;
}

/* Tokens in "expected ..." and "possibly missing ...". */
static const char *token_wanted(Parser *p, Token tok)
{
    if (tok >= TokBreak)
        return arena_printf(p->ctx->arena, "keyword %s", tok_text[tok]);
    return tok == TokComma ? "comma" : tok == TokSemi ? "semicolon or newline" : tok_text[tok];
}

bool p_want(Parser *p, Token tok)
{
    if (p_got(p, tok))
        return true;
    syntax_errorf(p, "expected %s", token_wanted(p, tok));
    p_advance(p, 0);
    return false;
}

bool p_got_assign(Parser *p)
{
    if (at(p, TokDefine))
        syntax_error(p, "expected =");
    else if (!at(p, TokAssign))
        return false;
    p_next(p);
    return true;
}

/* ---- nodes ---- */

Node *p_new(Parser *p, NodeKind kind, Pos pos) { return node_alloc(p->ctx->arena, kind, pos, p->ctx->next_id++); }

Node *p_new_name(Parser *p, Pos pos, const char *text)
{
    Node *n = p_new(p, NodeName, pos);
    n->name.text = text;
    return n;
}

Node *p_bad_expr(Parser *p)
{
    p->height = 1;
    return p_new(p, NodeBad, p_here(p));
}

/* ---- limits ---- */

static void too_deep(Parser *p)
{
    syntax_other_error(p, p_here(p), "exceeded max nesting depth");
    p->s.p = p->s.end;
    p->s.nlsemi = false;
    p_next(p); /* end of file: everything unwinds */
}

bool p_enter(Parser *p)
{
    if (++p->depth <= MaxDepth)
        return true;
    if (!at(p, TokEOF))
        too_deep(p);
    return false;
}

void p_leave(Parser *p) { p->depth--; }

void p_set_height(Parser *p, uint32_t height)
{
    p->height = height;
    if (height > p->peak)
        p->peak = height;
    if (height > MaxDepth && !at(p, TokEOF))
        too_deep(p);
}

void p_end_peak(Parser *p, uint32_t outer)
{
    uint32_t height = p->peak + 1;
    p->peak = outer;
    p_set_height(p, height);
}

/* ---- errors ---- */

static void report(Parser *p, Pos pos, const char *text)
{
    p->errors++;
    pos_error(p->ctx->pos, p->ctx->diag, pos, "%s", text);
}

void syntax_other_error(Parser *p, Pos pos, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    report(p, pos, arena_vprintf(p->ctx->arena, format, args));
    va_end(args);
}

/* The current token in "unexpected ...". */
static const char *token_found(Parser *p)
{
    Arena *a = p->ctx->arena;
    Token tok = p->s.tok;
    switch (tok) {
    case TokName: return arena_printf(a, "name %s", p->s.text);
    case TokLiteral: return arena_printf(a, "literal %.*s", (int)p->s.size, p->s.text);
    case TokSemi: return p->s.text;
    case TokComma: return "comma";
    case TokAssignOp: return arena_printf(a, "%s=", tok_text[p->s.op]);
    case TokIncOp: return arena_printf(a, "%s%s", tok_text[p->s.op], tok_text[p->s.op]);
    default: return tok >= TokBreak ? arena_printf(a, "keyword %s", tok_text[tok]) : tok_text[tok];
    }
}

static bool starts(const char *s, const char *word) { return strncmp(s, word, strlen(word)) == 0; }

static const char *complete_message(Parser *p, const char *what)
{
    Arena *a = p->ctx->arena;
    if (starts(what, "expected "))
        return arena_printf(a, "syntax error: unexpected %s, %s", token_found(p), what);
    if (starts(what, "in ") || starts(what, "at ") || starts(what, "after "))
        return arena_printf(a, "syntax error: unexpected %s %s", token_found(p), what);
    return arena_printf(a, "syntax error: %s", what);
}

void syntax_error_at(Parser *p, Pos pos, const char *what)
{
    if (at(p, TokEOF) && error_count(p) > 0)
        return; /* the end of the file comes as no surprise after an error */
    const char *text = complete_message(p, what);
    uint32_t line = pos_line(p->ctx->pos, pos);
    p->ctx->syntax_errors++;
    if (line != p->ctx->last_syntax_line)
        report(p, pos, text);
    else
        p->errors++; /* not shown: one a line is enough */
    p->ctx->last_syntax_line = line;
}

void syntax_error(Parser *p, const char *what) { syntax_error_at(p, p_here(p), what); }

void syntax_errorf(Parser *p, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    syntax_error(p, arena_vprintf(p->ctx->arena, format, args));
    va_end(args);
}

/* ---- recovery ---- */

/* One bit for all operators, with exceptions: in recovery, * and <- count as starts of operands. */
static uint64_t tok_bit(Token tok)
{
    if (tok >= TokOrOr && tok <= TokTilde && tok != TokMul)
        tok = TokOrOr;
    return (uint64_t)1 << (tok >= TokArrow ? tok - TokArrow + 8 : tok == TokMul ? 7 : tok);
}

uint64_t p_follow(const Token *toks)
{
    uint64_t set = 0;
    for (; *toks != TokNone; toks++)
        set |= tok_bit(*toks);
    return set;
}

/* Inside functions, also stops at keywords that start statements. */
void p_advance(Parser *p, uint64_t follow)
{
    static const Token statements[] = {TokBreak, TokConst, TokContinue, TokDefer, TokFallthrough, TokFor, TokGo, TokGoto,
                                       TokIf, TokReturn, TokSelect, TokSwitch, TokType, TokVar, TokNone};
    bool one = follow == 0;
    follow |= tok_bit(TokEOF);
    if (!one && p->func_depth > 0)
        follow |= p_follow(statements);
    while (!(tok_bit(p->s.tok) & follow)) {
        p_next(p);
        if (one)
            return;
    }
}

/* ---- lists ---- */

void p_push(Parser *p, Node *n)
{
    if (n)
        vec_push(p->stack, p->stack_n, p->stack_cap, n);
}

NodeList p_list_end(Parser *p, size_t start)
{
    NodeList list = {NULL, (uint32_t)(p->stack_n - start)};
    if (list.n)
        list.at = arena_dup(p->ctx->arena, p->stack + start, list.n * sizeof(Node *));
    p->stack_n = start;
    return list;
}

Pos p_list(Parser *p, const char *context, Token sep, Token close, bool (*item)(Parser *p, void *data), void *data)
{
    bool done = false;
    while (!at(p, TokEOF) && !at(p, close) && !done) {
        done = item(p, data);
        if (p_got(p, sep) || at(p, close)) /* sep is optional before close */
            continue;
        syntax_errorf(p, "in %s; possibly missing %s or %s", context, token_wanted(p, sep), token_wanted(p, close));
        p_advance(p, FOLLOW(TokRparen, TokRbrack, TokRbrace));
        if (!at(p, close))
            return p_here(p);
    }
    Pos end = p_here(p);
    p_want(p, close);
    return end;
}

/* ---- names and literals ---- */

Node *p_name(Parser *p)
{
    if (at(p, TokName)) {
        Node *n = p_new_name(p, p_here(p), p->s.text);
        p_next(p);
        return n;
    }
    Node *n = p_new_name(p, p_here(p), p->ctx->blank);
    syntax_error(p, "expected name");
    p_advance(p, 0);
    return n;
}

/* spec: IdentifierList = identifier { "," identifier } . */
NodeList p_name_list(Parser *p, Node *first)
{
    size_t start = p_list_start(p);
    p_push(p, first);
    while (p_got(p, TokComma))
        p_push(p, p_name(p));
    return p_list_end(p, start);
}

Node *p_literal_opt(Parser *p)
{
    if (!at(p, TokLiteral))
        return NULL;
    Node *n = p_new(p, NodeBasicLit, p_here(p));
    n->lit.text = arena_strndup(p->ctx->arena, p->s.text, p->s.size);
    n->lit.size = p->s.size;
    n->lit.kind = p->s.lit_kind;
    n->lit.bad = p->s.bad;
    p_next(p);
    return n;
}

/* ---- files ---- */

static bool is_bodyless_func(const Parser *p, size_t start)
{
    if (p->stack_n == start)
        return false;
    const Node *n = p->stack[p->stack_n - 1];
    return n->kind == NodeFuncDecl && !n->func.body;
}

/* spec: TopLevelDecl = Declaration | FunctionDecl | MethodDecl .
 * Pushes what it reads; false after what cannot start a declaration. */
static bool parse_top_level(Parser *p, size_t start)
{
    switch (p->s.tok) {
    case TokImport: p_import(p); return true;
    case TokConst: p_const(p); return true;
    case TokType: p_type_decl(p); return true;
    case TokVar: p_var(p); return true;
    case TokFunc:
        p_next(p);
        p_push(p, p_func_decl(p));
        return true;
    case TokLbrace:
        if (is_bodyless_func(p, start)) {
            syntax_error(p, "unexpected semicolon or newline before {");
            return false;
        }
        break;
    default:
        break;
    }
    syntax_error(p, "non-declaration statement outside function body");
    return false;
}

/* spec: SourceFile = PackageClause ";" { ImportDecl ";" } { TopLevelDecl ";" } . */
static Node *parse_source_file(Parser *p)
{
    Node *f = p_new(p, NodeFile, p_here(p));
    if (!p_got(p, TokPackage)) {
        syntax_error(p, "package statement must be first");
        return NULL;
    }
    p->top = false;
    f->file.pragma = take_pragma(p);
    f->file.name = p_name(p);
    p_want(p, TokSemi);
    if (error_count(p) > 0)
        return NULL; /* probably no Go at all */

    size_t start = p_list_start(p);
    Token before = TokImport;
    while (!at(p, TokEOF)) {
        if (at(p, TokImport) && before != TokImport)
            syntax_error(p, "imports must appear before other declarations");
        before = p->s.tok;
        if (!parse_top_level(p, start)) {
            p_advance(p, FOLLOW(TokImport, TokConst, TokType, TokVar, TokFunc));
            continue;
        }
        /* Before the semicolon is taken: directives behind it belong to the next declaration. */
        clear_pragma(p);
        if (!at(p, TokEOF) && !p_got(p, TokSemi)) {
            syntax_error(p, "after top level declaration");
            p_advance(p, FOLLOW(TokImport, TokConst, TokType, TokVar, TokFunc));
        }
    }
    f->file.decls = p_list_end(p, start);
    clear_pragma(p);
    f->file.end = p_here(p);
    return f;
}

/* The text is copied so that a NUL ends it; the copy is what views show. */
static void parser_init(Parser *p, SyntaxCtx *c, const char *name, const char *src, size_t size)
{
    *p = (Parser){.ctx = c, .go_version = "", .top = true};
    p->linknames_end = &p->linknames;
    const char *text = arena_strndup(c->arena, src, size);
    uint32_t base = pos_add_file(c->pos, name, text, size);
    scan_init(&p->s, c, base, text, size);
    p->s.directive = handle_directive;
    p->s.data = p;
}

void syntax_init(SyntaxCtx *c, Arena *arena, Interner *names, PosTable *pos, Diag *diag)
{
    *c = (SyntaxCtx){.arena = arena, .names = names, .pos = pos, .diag = diag, .next_id = 1, .next_group = 1};
    c->blank = intern_str(names, "_");
}

Node *parse_file(SyntaxCtx *c, const char *name, const char *src, size_t size)
{
    Parser p;
    parser_init(&p, c, name, src, size);
    p_next(&p);
    Node *f = parse_source_file(&p);
    if (f) {
        f->file.linknames = p.linknames;
        f->file.go_version = intern_str(c->names, p.go_version);
    }
    free(p.stack);
    scan_free(&p.s);
    return f;
}

Node *parse_expr_text(SyntaxCtx *c, const char *name, const char *src, size_t size)
{
    Parser p;
    parser_init(&p, c, name, src, size);
    p_next(&p);
    Node *n = p_expr(&p);
    if (at(&p, TokSemi))
        p_next(&p);
    if (!at(&p, TokEOF))
        syntax_error(&p, "after expression");
    free(p.stack);
    scan_free(&p.s);
    return error_count(&p) == 0 ? n : NULL;
}
