/* parse_stmt.c - statements (spec: "Statements"). */
#include "parser.h"

#include <string.h>

static Node *parse_stmt_opt(Parser *p);
static NodeList parse_stmt_list(Parser *p);

/* What a simple statement is part of: `range` is fine in for, `x := y.(type)` in switch. */
typedef enum SimpleContext { InBlock, InFor, InSwitch } SimpleContext;

/* ---- simple statements ---- */

/* The rest of a RangeClause, at the word range; the body is still missing.
 * spec: RangeClause = [ ExpressionList "=" | IdentifierList ":=" ] "range" Expression . */
static Node *parse_range(Parser *p, NodeList lhs, Pos assign_pos, bool define)
{
    Node *n = p_new(p, NodeRangeStmt, p_here(p));
    n->range.range_pos = n->pos;
    n->range.lhs = lhs;
    n->range.assign_pos = assign_pos;
    n->range.define = define;
    p_next(p);
    n->range.x = p_expr(p);
    return n;
}

static Node *new_expr_stmt(Parser *p, Node *x)
{
    Node *n = p_new(p, NodeExprStmt, x->pos);
    n->exprstmt.x = x;
    return n;
}

/* spec: Assignment = ExpressionList assign_op ExpressionList .
 *       ShortVarDecl = IdentifierList ":=" ExpressionList .
 * At = or :=. */
static Node *parse_assignment(Parser *p, NodeList lhs, SimpleContext context)
{
    Pos pos = p_here(p);
    bool define = at(p, TokDefine);
    p_next(p);
    if (context == InFor && at(p, TokRange))
        return parse_range(p, lhs, pos, define);
    NodeList rhs = p_expr_list(p);
    Node *guard = rhs.at[0];
    if (context == InSwitch && define && rhs.n == 1 && guard->kind == NodeTypeSwitchGuard && lhs.n == 1 &&
        lhs.at[0]->kind == NodeName) {
        guard->guard.name = lhs.at[0];
        return new_expr_stmt(p, guard);
    }
    Node *n = p_new(p, NodeAssignStmt, pos);
    n->assign.lhs = lhs;
    n->assign.rhs = rhs;
    n->assign.define = define;
    return n;
}

static Node *parse_op_assignment(Parser *p, NodeList lhs)
{
    Node *n = p_new(p, NodeAssignStmt, p_here(p));
    n->op = (uint8_t)p->s.op;
    p_next(p);
    n->assign.lhs = lhs;
    size_t start = p_list_start(p);
    p_push(p, p_expr(p));
    n->assign.rhs = p_list_end(p, start);
    return n;
}

/* What follows the expressions that a simple statement starts with. */
static Node *parse_simple_rest(Parser *p, NodeList lhs, SimpleContext context)
{
    Node *x = lhs.at[0];
    if (at(p, TokAssign) || at(p, TokDefine))
        return parse_assignment(p, lhs, context);
    if (lhs.n > 1) {
        syntax_error(p, "expected := or = or comma");
        p_advance(p, FOLLOW(TokSemi, TokRbrace));
        return new_expr_stmt(p, x);
    }
    Pos pos = p_here(p);
    switch (p->s.tok) {
    case TokAssignOp: return parse_op_assignment(p, lhs);
    case TokIncOp: {
        Node *n = p_new(p, NodeIncDecStmt, pos);
        n->op = (uint8_t)p->s.op;
        p_next(p);
        n->incdec.x = x;
        return n;
    }
    case TokArrow: {
        Node *n = p_new(p, NodeSendStmt, pos);
        p_next(p);
        n->send.chan = x;
        n->send.value = p_expr(p);
        return n;
    }
    default: return new_expr_stmt(p, x);
    }
}

/* spec: SimpleStmt = EmptyStmt | ExpressionStmt | SendStmt | IncDecStmt | Assignment | ShortVarDecl .
 * Not the empty one. */
static Node *parse_simple(Parser *p, SimpleContext context)
{
    if (context == InFor && at(p, TokRange))
        return parse_range(p, (NodeList){0}, 0, false);
    return parse_simple_rest(p, p_expr_list(p), context);
}

/* ---- blocks and labels ---- */

/* spec: Block = "{" StatementList "}" .
 * context: what the block follows, for the message when it is missing. */
Node *p_block(Parser *p, const char *context)
{
    Node *n = p_new(p, NodeBlockStmt, p_here(p));
    if (!p_got(p, TokLbrace)) {
        syntax_errorf(p, "expected { after %s", context ? context : "");
        p_advance(p, FOLLOW(TokName, TokRbrace));
        n->block.rbrace = p_here(p);
        if (p_got(p, TokRbrace))
            return n;
    }
    n->block.stmts = parse_stmt_list(p);
    n->block.rbrace = p_here(p);
    p_want(p, TokRbrace);
    return n;
}

/* spec: LabeledStmt = Label ":" Statement . */
static Node *parse_labeled(Parser *p, Node *label)
{
    Node *n = p_new(p, NodeLabeledStmt, p_here(p));
    n->labeled.label = label;
    p_next(p);
    if (at(p, TokRbrace)) {
        n->labeled.stmt = p_new(p, NodeEmptyStmt, p_here(p));
        n->labeled.stmt->empty.implicit = true;
        return n;
    }
    n->labeled.stmt = parse_stmt_opt(p);
    if (n->labeled.stmt)
        return n;
    syntax_error_at(p, n->pos, "missing statement after label");
    return NULL;
}

/* ---- if, for, switch: the header ---- */

typedef struct Header {
    Token keyword;
    Node *init, *cond, *post;
    Pos semi_pos;         /* of the semicolon after init; 0: none */
    const char *semi_text; /* what it was: "semicolon" or "newline" */
} Header;

/* A binary expression in parentheses, so that a lone = stands out. */
static const char *emphasized(Parser *p, NodeList list)
{
    Buf b = {0};
    for (uint32_t i = 0; i < list.n; i++) {
        if (i > 0)
            buf_puts(&b, ", ");
        print_go(&b, list.at[i]);
    }
    const char *text = arena_printf(p->ctx->arena, list.n == 1 && list.at[0]->kind == NodeBinary ? "(%s)" : "%s", buf_str(&b));
    buf_free(&b);
    return text;
}

/* The condition must be an expression; stmt was read in its place. */
static Node *condition_of(Parser *p, Node *stmt)
{
    if (stmt->kind == NodeExprStmt)
        return stmt->exprstmt.x;
    const char *text = stmt->kind == NodeAssignStmt && !stmt->assign.define && stmt->op == TokNone
        ? arena_printf(p->ctx->arena, "assignment %s = %s", emphasized(p, stmt->assign.lhs), emphasized(p, stmt->assign.rhs))
        : expr_string(p->ctx->arena, stmt);
    Pos pos = stmt->pos;
    syntax_error_at(p, pos, arena_printf(p->ctx->arena, "cannot use %s as value", text));
    return NULL;
}

static void missing_condition(Parser *p, Header *h)
{
    if (!h->semi_pos)
        return;
    if (strcmp(h->semi_text, "semicolon") != 0)
        syntax_error_at(p, h->semi_pos,
                        arena_printf(p->ctx->arena, "unexpected %s, expected { after if clause", h->semi_text));
    else
        syntax_error_at(p, h->semi_pos, "missing condition in if statement");
    h->cond = p_bad_expr(p);
    h->cond->pos = h->semi_pos;
}

/* After the first semicolon of a for clause; returns the condition. */
static Node *parse_for_rest(Parser *p, Header *h)
{
    Node *cond = NULL;
    if (!at(p, TokSemi)) {
        if (at(p, TokLbrace)) {
            syntax_error(p, "expected for loop condition");
            return NULL;
        }
        cond = parse_simple(p, InBlock);
    }
    p_want(p, TokSemi);
    if (!at(p, TokLbrace)) {
        h->post = parse_simple(p, InBlock);
        if (h->post->kind == NodeAssignStmt && h->post->assign.define)
            syntax_error_at(p, h->post->pos, "cannot declare in post statement of for loop");
    }
    return cond;
}

/* After init: returns the statement that should be the condition, or NULL. */
static Node *parse_header_rest(Parser *p, Header *h)
{
    if (at(p, TokSemi)) {
        h->semi_pos = p_here(p);
        h->semi_text = p->s.text;
        p_next(p);
    } else {
        p_want(p, TokLbrace); /* a missing { is likelier than a missing semicolon */
        if (!at(p, TokLbrace))
            p_advance(p, FOLLOW(TokLbrace, TokRbrace));
    }
    if (h->keyword == TokFor)
        return parse_for_rest(p, h);
    if (at(p, TokLbrace))
        return NULL;
    return parse_simple(p, h->keyword == TokSwitch ? InSwitch : InBlock);
}

/* keyword [ init ";" ] [ cond ] of if and switch, and
 * spec: ForClause = [ InitStmt ] ";" [ Condition ] ";" [ PostStmt ] .
 * A range clause comes back as a RangeStmt in init. */
static Header parse_header(Parser *p, Token keyword)
{
    Header h = {.keyword = keyword};
    p_next(p);
    if (at(p, TokLbrace)) {
        if (keyword == TokIf) {
            syntax_error(p, "missing condition in if statement");
            h.cond = p_bad_expr(p);
        }
        return h;
    }
    int outer = p->expr_level;
    p->expr_level = -1;
    if (!at(p, TokSemi)) {
        if (p_got(p, TokVar))
            syntax_errorf(p, "var declaration not allowed in %s initializer", tok_text[keyword]);
        h.init = parse_simple(p, keyword == TokFor ? InFor : keyword == TokSwitch ? InSwitch : InBlock);
        if (h.init->kind == NodeRangeStmt) {
            p->expr_level = outer;
            return h;
        }
    }
    Node *cond = NULL;
    if (at(p, TokLbrace)) {
        cond = h.init;
        h.init = NULL;
    } else {
        cond = parse_header_rest(p, &h);
    }
    p->expr_level = outer;
    if (cond)
        h.cond = condition_of(p, cond);
    else if (keyword == TokIf)
        missing_condition(p, &h);
    return h;
}

/* ---- if, for ---- */

static Node *parse_if(Parser *p);

static Node *parse_else(Parser *p)
{
    if (at(p, TokIf)) {
        Node *n = p_enter(p) ? parse_if(p) : NULL;
        p_leave(p);
        return n;
    }
    if (at(p, TokLbrace))
        return p_block(p, NULL);
    syntax_error(p, "else must be followed by if or statement block");
    p_advance(p, FOLLOW(TokName, TokRbrace));
    return NULL;
}

/* spec: IfStmt = "if" [ SimpleStmt ";" ] Expression Block [ "else" ( IfStmt | Block ) ] . */
static Node *parse_if(Parser *p)
{
    Node *n = p_new(p, NodeIfStmt, p_here(p));
    Header h = parse_header(p, TokIf);
    n->if_stmt.init = h.init;
    n->if_stmt.cond = h.cond ? h.cond : p_bad_expr(p);
    n->if_stmt.then = p_block(p, "if clause");
    if (p_got(p, TokElse))
        n->if_stmt.els = parse_else(p);
    return n;
}

/* spec: ForStmt = "for" [ Condition | ForClause | RangeClause ] Block . */
static Node *parse_for(Parser *p)
{
    Pos pos = p_here(p);
    Header h = parse_header(p, TokFor);
    Node *body = p_block(p, "for clause");
    if (h.init && h.init->kind == NodeRangeStmt) {
        h.init->pos = pos;
        h.init->range.body = body;
        return h.init;
    }
    Node *n = p_new(p, NodeForStmt, pos);
    n->for_stmt.init = h.init;
    n->for_stmt.cond = h.cond;
    n->for_stmt.post = h.post;
    n->for_stmt.body = body;
    return n;
}

/* ---- switch, select ---- */

/* spec: ExprCaseClause = ExprSwitchCase ":" StatementList .
 *       ExprSwitchCase = "case" ExpressionList | "default" .
 * Type switches look the same. */
static Node *parse_case_clause(Parser *p)
{
    Node *n = p_new(p, NodeCaseClause, p_here(p));
    if (p_got(p, TokCase)) {
        n->clause.values = p_expr_list(p);
    } else if (p_got(p, TokDefault)) {
        n->clause.is_default = true;
    } else {
        n->clause.is_default = true;
        syntax_error(p, "expected case or default or }");
        p_advance(p, FOLLOW(TokColon, TokCase, TokDefault, TokRbrace));
    }
    n->clause.colon = p_here(p);
    p_want(p, TokColon);
    n->clause.body = parse_stmt_list(p);
    return n;
}

/* spec: CommClause = CommCase ":" StatementList .
 *       CommCase = "case" ( SendStmt | RecvStmt ) | "default" . */
static Node *parse_comm_clause(Parser *p)
{
    Node *n = p_new(p, NodeCommClause, p_here(p));
    if (p_got(p, TokCase)) {
        n->comm.comm = parse_simple(p, InBlock);
    } else if (!p_got(p, TokDefault)) {
        syntax_error(p, "expected case or default or }");
        p_advance(p, FOLLOW(TokColon, TokCase, TokDefault, TokRbrace));
    }
    n->comm.colon = p_here(p);
    p_want(p, TokColon);
    n->comm.body = parse_stmt_list(p);
    return n;
}

static NodeList parse_clauses(Parser *p, const char *missing, Node *(*clause)(Parser *p), Pos *rbrace)
{
    if (!p_got(p, TokLbrace)) {
        syntax_error(p, missing);
        p_advance(p, FOLLOW(TokCase, TokDefault, TokRbrace));
    }
    size_t start = p_list_start(p);
    while (!at(p, TokEOF) && !at(p, TokRbrace))
        p_push(p, clause(p));
    *rbrace = p_here(p);
    p_want(p, TokRbrace);
    return p_list_end(p, start);
}

/* spec: SwitchStmt = ExprSwitchStmt | TypeSwitchStmt . */
static Node *parse_switch(Parser *p)
{
    Pos pos = p_here(p);
    Header h = parse_header(p, TokSwitch);
    Pos rbrace;
    NodeList clauses = parse_clauses(p, "missing { after switch clause", parse_case_clause, &rbrace);
    if (h.cond && h.cond->kind == NodeTypeSwitchGuard) {
        Node *n = p_new(p, NodeTypeSwitchStmt, pos);
        n->type_switch.init = h.init;
        n->type_switch.guard = h.cond;
        n->type_switch.clauses = clauses;
        n->type_switch.rbrace = rbrace;
        return n;
    }
    Node *n = p_new(p, NodeSwitchStmt, pos);
    n->switch_stmt.init = h.init;
    n->switch_stmt.tag = h.cond;
    n->switch_stmt.clauses = clauses;
    n->switch_stmt.rbrace = rbrace;
    return n;
}

/* spec: SelectStmt = "select" "{" { CommClause } "}" . */
static Node *parse_select(Parser *p)
{
    Node *n = p_new(p, NodeSelectStmt, p_here(p));
    p_next(p);
    n->select_stmt.clauses = parse_clauses(p, "missing { after select clause", parse_comm_clause, &n->select_stmt.rbrace);
    return n;
}

/* ---- the others ---- */

/* spec: GoStmt = "go" Expression .  DeferStmt = "defer" Expression . */
static Node *parse_go_or_defer(Parser *p)
{
    Token tok = p->s.tok;
    Node *n = p_new(p, tok == TokGo ? NodeGoStmt : NodeDeferStmt, p_here(p));
    p_next(p);
    Node *x = p_primary(p, NULL), *call = unparen(x);
    if (call != x)
        syntax_other_error(p, x->pos, "expression in %s must not be parenthesized", tok_text[tok]);
    n->go_stmt.call = call;
    return n;
}

/* break, continue, goto, fallthrough with their labels. */
static Node *parse_branch(Parser *p)
{
    Node *n = p_new(p, NodeBranchStmt, p_here(p));
    n->op = (uint8_t)p->s.tok;
    p_next(p);
    if (n->op == TokGoto || (n->op != TokFallthrough && at(p, TokName)))
        n->branch.label = p_name(p);
    return n;
}

/* spec: ReturnStmt = "return" [ ExpressionList ] . */
static Node *parse_return(Parser *p)
{
    Node *n = p_new(p, NodeReturnStmt, p_here(p));
    p_next(p);
    if (!at(p, TokSemi) && !at(p, TokRbrace))
        n->return_stmt.results = p_expr_list(p);
    return n;
}

static Node *parse_decl_stmt(Parser *p)
{
    Node *n = p_new(p, NodeDeclStmt, p_here(p));
    size_t start = p_list_start(p);
    if (at(p, TokVar))
        p_var(p);
    else if (at(p, TokConst))
        p_const(p);
    else
        p_type_decl(p);
    n->declstmt.decls = p_list_end(p, start);
    return n;
}

/* spec: Statement = Declaration | LabeledStmt | SimpleStmt | GoStmt | ReturnStmt | BreakStmt | ContinueStmt |
 *                   GotoStmt | FallthroughStmt | Block | IfStmt | SwitchStmt | SelectStmt | ForStmt | DeferStmt . */
static Node *parse_stmt(Parser *p)
{
    if (at(p, TokName)) {
        clear_pragma(p);
        NodeList lhs = p_expr_list(p);
        if (lhs.n == 1 && lhs.at[0]->kind == NodeName && at(p, TokColon))
            return parse_labeled(p, lhs.at[0]);
        return parse_simple_rest(p, lhs, InBlock);
    }
    if (at(p, TokVar) || at(p, TokConst) || at(p, TokType))
        return parse_decl_stmt(p);
    clear_pragma(p);
    switch (p->s.tok) {
    case TokLbrace: return p_block(p, NULL);
    case TokAdd: case TokSub: case TokMul: case TokAnd: case TokXor: case TokNot:
    case TokLiteral: case TokFunc: case TokLparen: case TokLbrack: case TokStruct: case TokMap: case TokChan:
    case TokInterface: case TokArrow:
        return parse_simple(p, InBlock);
    case TokFor: return parse_for(p);
    case TokSwitch: return parse_switch(p);
    case TokSelect: return parse_select(p);
    case TokIf: return parse_if(p);
    case TokFallthrough: case TokBreak: case TokContinue: case TokGoto: return parse_branch(p);
    case TokGo: case TokDefer: return parse_go_or_defer(p);
    case TokReturn: return parse_return(p);
    case TokSemi: {
        Node *n = p_new(p, NodeEmptyStmt, p_here(p));
        n->empty.implicit = p->s.text[0] != 's';
        return n;
    }
    default: return NULL;
    }
}

static Node *parse_stmt_opt(Parser *p)
{
    Node *n = p_enter(p) ? parse_stmt(p) : NULL;
    p_leave(p);
    return n;
}

/* spec: StatementList = { Statement ";" } . */
static NodeList parse_stmt_list(Parser *p)
{
    size_t start = p_list_start(p);
    while (!at(p, TokEOF) && !at(p, TokRbrace) && !at(p, TokCase) && !at(p, TokDefault)) {
        Node *n = parse_stmt_opt(p);
        clear_pragma(p);
        if (!n)
            break;
        p_push(p, n);
        if (!p_got(p, TokSemi) && !at(p, TokRbrace)) {
            syntax_error(p, "at end of statement");
            p_advance(p, FOLLOW(TokSemi, TokRbrace, TokCase, TokDefault));
            p_got(p, TokSemi);
        }
    }
    return p_list_end(p, start);
}
