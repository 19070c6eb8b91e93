/* parse_decl.c - declarations (spec: "Declarations and scope").
 *
 * Every spec of a parenthesized declaration becomes a node of its own; the
 * number of the group and, for constants, the place in it tie them together. */
#include "parser.h"

/* ---- groups ---- */

typedef struct Group {
    uint32_t number, index;
    Node *constant;
} Group;

static Group enter_group(Parser *p)
{
    Group outer = {p->group, p->group_index, p->group_const};
    p->group = p->group_index = 0;
    p->group_const = NULL;
    return outer;
}

static void leave_group(Parser *p, Group outer)
{
    p->group = outer.number;
    p->group_index = outer.index;
    p->group_const = outer.constant;
}

static bool parse_group_item(Parser *p, void *data)
{
    Node *(**spec)(Parser *p) = data;
    p_push(p, (*spec)(p));
    p->group_index++;
    return false;
}

/* keyword ( spec | "(" { spec ";" } ")" ); the keyword is current. */
static void parse_group(Parser *p, Node *(*spec)(Parser *p))
{
    Group outer = enter_group(p);
    p_next(p);
    if (at(p, TokLparen)) {
        p->group = p->ctx->next_group++;
        clear_pragma(p);
        p_next(p);
        p_list(p, "grouped declaration", TokSemi, TokRparen, parse_group_item, &spec);
    } else {
        p_push(p, spec(p));
    }
    leave_group(p, outer);
}

/* ---- imports ---- */

/* spec: ImportSpec = [ "." | PackageName ] ImportPath . */
static Node *parse_import_spec(Parser *p)
{
    Node *n = p_new(p, NodeImportDecl, p_here(p));
    n->import.group = p->group;
    n->import.pragma = take_pragma(p);
    if (at(p, TokName)) {
        n->import.name = p_name(p);
    } else if (at(p, TokDot)) {
        n->import.name = p_new_name(p, p_here(p), intern_str(p->ctx->names, "."));
        p_next(p);
    }
    n->import.path = p_literal_opt(p);
    if (!n->import.path) {
        syntax_error(p, "missing import path");
        p_advance(p, FOLLOW(TokSemi, TokRparen));
    } else if (!n->import.path->lit.bad && n->import.path->lit.kind != LitString) {
        syntax_error_at(p, n->import.path->pos, "import path must be a string");
        n->import.path->lit.bad = true;
    }
    return n;
}

/* spec: ImportDecl = "import" ( ImportSpec | "(" { ImportSpec ";" } ")" ) . */
void p_import(Parser *p) { parse_group(p, parse_import_spec); }

/* ---- constants ---- */

/* spec: ConstSpec = IdentifierList [ [ Type ] "=" ExpressionList ] . */
static Node *parse_const_spec(Parser *p)
{
    Node *n = p_new(p, NodeConstDecl, p_here(p));
    n->constdecl.group = p->group;
    n->constdecl.iota = p->group_index;
    n->constdecl.pragma = take_pragma(p);
    n->constdecl.names = p_name_list(p, p_name(p));
    if (!at(p, TokEOF) && !at(p, TokSemi) && !at(p, TokRparen)) {
        n->constdecl.type = p_type_opt(p);
        if (p_got_assign(p))
            n->constdecl.values = p_expr_list(p);
    }
    n->constdecl.implicit = !n->constdecl.type && n->constdecl.values.n == 0;
    if (n->constdecl.implicit)
        n->constdecl.from = p->group_const;
    else
        p->group_const = n;
    return n;
}

/* spec: ConstDecl = "const" ( ConstSpec | "(" { ConstSpec ";" } ")" ) . */
void p_const(Parser *p) { parse_group(p, parse_const_spec); }

/* ---- types ---- */

/* Can only be a type or a constraint, never an array length. */
static bool is_type_element(const Node *n)
{
    switch (n->kind) {
    case NodeArrayType: case NodeSliceType: case NodeStructType: case NodeFuncType:
    case NodeInterfaceType: case NodeMapType: case NodeChanType:
        return true;
    case NodeBinary: return is_type_element(n->binary.x) || is_type_element(n->binary.y);
    case NodeUnary: return n->op == TokTilde || is_type_element(n->unary.x);
    case NodeStar: return is_type_element(n->star.x);
    case NodeParen: return is_type_element(n->paren.x);
    default: return false;
    }
}

/* What stands after `type T [` has been read as an expression: decides whether
 * it is the start of a type parameter list, `P` or `P C`.  Then *name is P and
 * *constraint C or NULL.  force: what follows rules out an array length.
 * spec: "Type parameter declarations" (the ambiguity of T[P *C]) */
static bool split_type_param(Parser *p, Node *x, bool force, Node **name, Node **constraint)
{
    *constraint = NULL;
    switch (x->kind) {
    case NodeName:
        *name = x;
        return true;
    case NodeBinary:
        if (x->op == TokMul && x->binary.x->kind == NodeName && (force || is_type_element(x->binary.y))) {
            *name = x->binary.x; /* P *C */
            *constraint = p_new(p, NodeStar, x->pos);
            (*constraint)->star.x = x->binary.y;
            return true;
        }
        if (x->op == TokOr && split_type_param(p, x->binary.x, force || is_type_element(x->binary.y), name, constraint) &&
            *constraint) {
            x->binary.x = *constraint; /* P *C|D */
            *constraint = x;
            return true;
        }
        return false;
    case NodeCall: /* P (C) */
        if (x->call.fun->kind == NodeName && x->call.args.n == 1 && !x->call.dots &&
            (force || is_type_element(x->call.args.at[0]))) {
            *name = x->call.fun;
            *constraint = x->call.args.at[0];
            return true;
        }
        return false;
    default:
        return false;
    }
}

/* After `type T [ name`: a type parameter list or an array length. */
static void parse_params_or_array(Parser *p, Node *d, Pos lbrack)
{
    Node *x = p_name(p), *name, *constraint;
    if (!at(p, TokLbrack)) {
        p->expr_level++;
        x = p_binary(p, p_primary(p, x), 0);
        p->expr_level--;
    }
    if (split_type_param(p, x, at(p, TokComma), &name, &constraint) && (constraint || !at(p, TokRbrack))) {
        d->typedecl.tparams = p_params(p, name, constraint, TypeParams, NULL);
        d->typedecl.alias = p_got_assign(p);
        d->typedecl.type = p_type_opt(p);
    } else {
        d->typedecl.type = p_array_type(p, lbrack, x);
    }
}

/* After `type T`, with [ current. */
static void parse_bracketed_type(Parser *p, Node *d)
{
    Pos lbrack = p_here(p);
    p_next(p);
    if (at(p, TokName))
        parse_params_or_array(p, d, lbrack);
    else if (p_got(p, TokRbrack))
        d->typedecl.type = p_slice_type(p, lbrack);
    else
        d->typedecl.type = p_array_type(p, lbrack, NULL);
}

/* spec: TypeSpec = AliasDecl | TypeDef .
 *       AliasDecl = identifier [ TypeParameters ] "=" Type .
 *       TypeDef = identifier [ TypeParameters ] Type . */
static Node *parse_type_spec(Parser *p)
{
    Node *n = p_new(p, NodeTypeDecl, p_here(p));
    n->typedecl.group = p->group;
    n->typedecl.pragma = take_pragma(p);
    n->typedecl.name = p_name(p);
    if (at(p, TokLbrack)) {
        parse_bracketed_type(p, n);
    } else {
        n->typedecl.alias = p_got_assign(p);
        n->typedecl.type = p_type_opt(p);
    }
    if (!n->typedecl.type) {
        n->typedecl.type = p_bad_expr(p);
        syntax_error(p, "in type declaration");
        p_advance(p, FOLLOW(TokSemi, TokRparen));
    }
    return n;
}

/* spec: TypeDecl = "type" ( TypeSpec | "(" { TypeSpec ";" } ")" ) . */
void p_type_decl(Parser *p) { parse_group(p, parse_type_spec); }

/* ---- variables ---- */

/* spec: VarSpec = IdentifierList ( Type [ "=" ExpressionList ] | "=" ExpressionList ) . */
static Node *parse_var_spec(Parser *p)
{
    Node *n = p_new(p, NodeVarDecl, p_here(p));
    n->vardecl.group = p->group;
    n->vardecl.pragma = take_pragma(p);
    n->vardecl.names = p_name_list(p, p_name(p));
    if (p_got_assign(p)) {
        n->vardecl.values = p_expr_list(p);
    } else {
        n->vardecl.type = p_type(p);
        if (p_got_assign(p))
            n->vardecl.values = p_expr_list(p);
    }
    return n;
}

/* spec: VarDecl = "var" ( VarSpec | "(" { VarSpec ";" } ")" ) . */
void p_var(Parser *p) { parse_group(p, parse_var_spec); }

/* ---- functions ---- */

/* spec: Receiver = Parameters . */
static Node *parse_receiver(Parser *p)
{
    p_next(p);
    NodeList list = p_params(p, NULL, NULL, ReceiverParams, NULL);
    if (list.n == 0)
        syntax_other_error(p, p_here(p), "method has no receiver");
    else if (list.n > 1)
        syntax_other_error(p, p_here(p), "method has multiple receivers");
    return list.n ? list.at[0] : NULL;
}

/* spec: FunctionDecl = "func" FunctionName [ TypeParameters ] Signature [ FunctionBody ] .
 *       MethodDecl = "func" Receiver MethodName Signature [ FunctionBody ] . */
Node *p_func_decl(Parser *p)
{
    Node *n = p_new(p, NodeFuncDecl, p_here(p));
    n->func.pragma = take_pragma(p);
    bool method = at(p, TokLparen);
    if (method)
        n->func.recv = parse_receiver(p);
    if (at(p, TokName)) {
        n->func.name = p_name(p);
        n->func.type = p_func_type(p, method ? "method" : NULL, &n->func.tparams);
    } else {
        n->func.name = p_new_name(p, p_here(p), p->ctx->blank);
        n->func.type = p_new(p, NodeFuncType, p_here(p));
        syntax_error(p, method ? "expected name" : "expected name or (");
        p_advance(p, FOLLOW(TokLbrace, TokSemi));
    }
    if (at(p, TokLbrace))
        n->func.body = p_func_body(p);
    return n;
}

/* spec: FunctionBody = Block .
 * Labels are looked at only when all could be read. */
Node *p_func_body(Parser *p)
{
    uint32_t before = error_count(p);
    p->func_depth++;
    Node *body = p_block(p, NULL);
    p->func_depth--;
    if (error_count(p) == before)
        check_branches(p->ctx, body);
    return body;
}
