/* parse_type.c - types and parameter lists (spec: "Types"). */
#include "parser.h"

/* spec: Type = TypeName [ TypeArgs ] | TypeLit | "(" Type ")" . */
Node *parse_type(Parser *p)
{
    Node *n = parse_type_opt(p);
    if (!n) {
        n = bad_expr(p);
        syntax_error(p, "expected type");
        advance(p, FOLLOW(TokComma, TokColon, TokSemi, TokRparen, TokRbrack, TokRbrace));
    }
    return n;
}

/* ---- names ---- */

/* spec: TypeArgs = "[" TypeList [ "," ] "]" . */
static Node *parse_instance(Parser *p, Node *x)
{
    Node *n = new_node(p, NodeIndex, here(p));
    n->index.x = x;
    next(p);
    if (at(p, TokRbrack)) {
        syntax_error(p, "expected type argument list");
        size_t start = list_start(p);
        list_push(p, bad_expr(p));
        n->index.indices = list_end(p, start);
    } else {
        bool comma;
        n->index.indices = parse_type_list(p, true, &comma);
    }
    n->index.rbrack = here(p);
    want(p, TokRbrack);
    return n;
}

/* spec: TypeName = identifier | QualifiedIdent .
 * With type arguments, if any.  name: the first identifier when it has been read. */
Node *parse_qualified_name(Parser *p, Node *name)
{
    Node *x = name;
    if (!x && at(p, TokName)) {
        x = parse_name(p);
    } else if (!x) {
        x = new_name(p, here(p), p->ctx->blank);
        syntax_error(p, "expected name");
        advance(p, FOLLOW(TokDot, TokSemi, TokRbrace));
    }
    if (at(p, TokDot)) {
        Node *n = new_node(p, NodeSelector, here(p));
        next(p);
        n->select.x = x;
        n->select.sel = parse_name(p);
        x = n;
    }
    return at(p, TokLbrack) ? parse_instance(p, x) : x;
}

/* ---- arrays, slices, channels, maps ---- */

/* spec: ArrayType = "[" ArrayLength "]" ElementType . */
Node *parse_array_type(Parser *p, Pos pos, Node *len)
{
    Node *n = new_node(p, NodeArrayType, pos);
    if (!len && !got(p, TokDotDotDot)) {
        p->expr_level++;
        len = parse_expr(p);
        p->expr_level--;
    }
    if (at(p, TokComma)) { /* fine in type parameter lists, so a likely slip */
        syntax_error(p, "unexpected comma; expected ]");
        next(p);
    }
    want(p, TokRbrack);
    n->array.len = len;
    n->array.elem = parse_type(p);
    return n;
}

/* spec: SliceType = "[" "]" ElementType . */
Node *parse_slice_type(Parser *p, Pos pos)
{
    Node *n = new_node(p, NodeSliceType, pos);
    n->slicetype.elem = parse_type(p);
    return n;
}

static Node *parse_chan_elem(Parser *p)
{
    Node *n = parse_type_opt(p);
    if (!n) {
        n = bad_expr(p);
        syntax_error(p, "missing channel element type");
    }
    return n;
}

/* spec: ChannelType = ( "chan" | "chan" "<-" | "<-" "chan" ) ElementType . */
static Node *parse_chan_type(Parser *p)
{
    Node *n = new_node(p, NodeChanType, here(p));
    if (got(p, TokArrow)) {
        want(p, TokChan);
        n->chantype.dir = ChanRecvOnly;
    } else {
        next(p);
        if (got(p, TokArrow))
            n->chantype.dir = ChanSendOnly;
    }
    n->chantype.elem = parse_chan_elem(p);
    return n;
}

/* spec: MapType = "map" "[" KeyType "]" ElementType . */
static Node *parse_map_type(Parser *p)
{
    Node *n = new_node(p, NodeMapType, here(p));
    next(p);
    want(p, TokLbrack);
    n->maptype.key = parse_type(p);
    want(p, TokRbrack);
    n->maptype.value = parse_type(p);
    return n;
}

/* ---- structs ---- */

static Node *new_field(Parser *p, Pos pos, Node *name, Node *type)
{
    Node *n = new_node(p, NodeField, pos);
    n->field.name = name;
    n->field.type = type;
    return n;
}

static void push_embedded(Parser *p, Pos pos, Node *type)
{
    Node *n = new_field(p, pos, NULL, type);
    n->field.embedded = true;
    n->field.tag = parse_literal_opt(p);
    list_push(p, n);
}

static Node *new_star(Parser *p, Pos pos, Node *x)
{
    Node *n = new_node(p, NodeStar, pos);
    n->star.x = x;
    return n;
}

/* After a name, at [: `[n]T` and `[]T` give an array or slice type, `[T]` and
 * `[T, U]` an instantiation of name. */
static Node *parse_array_or_args(Parser *p, Node *name)
{
    Pos pos = here(p);
    next(p);
    if (got(p, TokRbrack))
        return parse_slice_type(p, pos);
    bool comma;
    NodeList list = parse_type_list(p, false, &comma);
    Pos rbrack = here(p);
    want(p, TokRbrack);
    Node *elem = comma ? NULL : parse_type_opt(p);
    if (elem) {
        Node *n = new_node(p, NodeArrayType, pos);
        n->array.len = list.at[0];
        n->array.elem = elem;
        return n;
    }
    Node *n = new_node(p, NodeIndex, pos);
    n->index.x = name;
    n->index.indices = list;
    n->index.rbrack = rbrack;
    return n;
}

/* A field declaration that starts with a name. */
static void parse_named_fields(Parser *p)
{
    Pos pos = here(p);
    Node *name = parse_name(p);
    if (at(p, TokDot) || at(p, TokLiteral) || at(p, TokSemi) || at(p, TokRbrace)) {
        push_embedded(p, pos, parse_qualified_name(p, name));
        return;
    }
    NodeList names = parse_name_list(p, name);
    Node *type;
    if (names.n == 1 && at(p, TokLbrack)) {
        type = parse_array_or_args(p, name);
        if (type->kind == NodeIndex) {
            push_embedded(p, pos, type);
            return;
        }
    } else {
        type = parse_type(p);
    }
    Node *tag = parse_literal_opt(p);
    for (uint32_t i = 0; i < names.n; i++) {
        Node *f = new_field(p, names.at[i]->pos, names.at[i], type);
        f->field.same_type = i > 0;
        f->field.tag = tag;
        list_push(p, f);
    }
}

/* *T; pos is that of the star, which has been taken. */
static void parse_embedded_pointer(Parser *p, Pos pos)
{
    bool paren = at(p, TokLparen);
    if (paren) {
        syntax_error(p, "cannot parenthesize embedded type");
        next(p);
    }
    Node *type = parse_qualified_name(p, NULL);
    if (paren)
        got(p, TokRparen);
    push_embedded(p, pos, new_star(p, pos, type));
}

static void parse_parenthesized_embedded(Parser *p)
{
    Pos pos = here(p);
    syntax_error(p, "cannot parenthesize embedded type");
    next(p);
    Pos star = at(p, TokMul) ? here(p) : 0;
    if (star)
        next(p);
    Node *type = parse_qualified_name(p, NULL);
    if (star)
        type = new_star(p, star, type);
    got(p, TokRparen);
    push_embedded(p, pos, type);
}

/* spec: FieldDecl = ( IdentifierList Type | EmbeddedField ) [ Tag ] .
 *       EmbeddedField = [ "*" ] TypeName [ TypeArgs ] . */
static bool parse_field(Parser *p, void *data)
{
    (void)data;
    Pos pos = here(p);
    if (at(p, TokName)) {
        parse_named_fields(p);
    } else if (got(p, TokMul)) {
        parse_embedded_pointer(p, pos);
    } else if (at(p, TokLparen)) {
        parse_parenthesized_embedded(p);
    } else {
        syntax_error(p, "expected field name or embedded type");
        advance(p, FOLLOW(TokSemi, TokRbrace));
    }
    return false;
}

/* spec: StructType = "struct" "{" { FieldDecl ";" } "}" . */
static Node *parse_struct_type(Parser *p)
{
    Node *n = new_node(p, NodeStructType, here(p));
    size_t start = list_start(p);
    next(p);
    want(p, TokLbrace);
    n->structtype.rbrace = parse_list(p, "struct type", TokSemi, TokRbrace, parse_field, NULL);
    n->structtype.fields = list_end(p, start);
    return n;
}

/* ---- interfaces and constraints ---- */

/* spec: TypeTerm = Type | UnderlyingType .  UnderlyingType = "~" Type . */
static Node *parse_term(Parser *p)
{
    if (at(p, TokTilde)) {
        Node *n = new_node(p, NodeUnary, here(p));
        n->op = TokTilde;
        next(p);
        n->unary.x = parse_type(p);
        return n;
    }
    Node *n = parse_type_opt(p);
    if (!n) {
        n = bad_expr(p);
        syntax_error(p, "expected ~ term or type");
        advance(p, FOLLOW(TokOrOr, TokSemi, TokRparen, TokRbrack, TokRbrace));
    }
    return n;
}

/* spec: TypeElem = TypeTerm { "|" TypeTerm } .
 * x: the first term when it has been read. */
static Node *parse_type_elem(Parser *p, Node *x)
{
    if (!x)
        x = parse_term(p);
    uint32_t height = 1;
    while (at(p, TokOr)) {
        Node *n = new_node(p, NodeBinary, here(p));
        n->op = TokOr;
        next(p);
        n->binary.x = x;
        n->binary.y = parse_term(p);
        x = n;
        set_height(p, ++height);
    }
    return x;
}

/* After `name [` in an interface: type arguments of an embedded type, or the
 * type parameters that methods cannot have. */
static void parse_bracketed_elem(Parser *p, Node *f, Node *name)
{
    Pos pos = here(p);
    next(p);
    Pos rbrack = here(p);
    if (got(p, TokRbrack)) {
        bool method = at(p, TokLparen);
        plain_error_at(p, rbrack, method ? "empty type parameter list" : "empty type argument list");
        f->field.type = name;
        if (method) {
            f->field.name = name;
            f->field.type = parse_func_type(p, "interface method", NULL);
        }
        return;
    }
    NodeList list = parse_params(p, NULL, NULL, TypeArgs, &rbrack);
    if (list.n == 0) {
        if (at(p, TokLparen)) {
            f->field.name = name;
            f->field.type = parse_func_type(p, "interface method", NULL);
        } else {
            f->field.type = name;
        }
        return;
    }
    if (list.at[0]->field.name) {
        f->field.name = name;
        f->field.type = parse_func_type(p, "interface method", NULL);
        plain_error_at(p, pos, "interface method must have no type parameters");
        return;
    }
    Node *n = new_node(p, NodeIndex, pos);
    n->index.x = name;
    n->index.rbrack = rbrack;
    size_t start = list_start(p);
    for (uint32_t i = 0; i < list.n; i++)
        list_push(p, list.at[i]->field.type);
    n->index.indices = list_end(p, start);
    f->field.type = n;
}

/* spec: InterfaceElem = MethodElem | TypeElem .
 *       MethodElem = MethodName Signature . */
static bool parse_interface_elem(Parser *p, void *data)
{
    (void)data;
    Node *f = new_field(p, here(p), NULL, NULL);
    if (at(p, TokName)) {
        Node *name = parse_name(p);
        if (at(p, TokLparen)) {
            f->field.name = name;
            f->field.type = parse_func_type(p, "interface method", NULL);
        } else if (at(p, TokLbrack)) {
            parse_bracketed_elem(p, f, name);
        } else {
            f->field.type = parse_qualified_name(p, name);
        }
    }
    if (!f->field.name) {
        f->field.type = parse_type_elem(p, f->field.type);
        f->field.embedded = true;
    }
    list_push(p, f);
    return false;
}

/* spec: InterfaceType = "interface" "{" { InterfaceElem ";" } "}" . */
static Node *parse_interface_type(Parser *p)
{
    Node *n = new_node(p, NodeInterfaceType, here(p));
    size_t start = list_start(p);
    next(p);
    want(p, TokLbrace);
    n->iface.rbrace = parse_list(p, "interface type", TokSemi, TokRbrace, parse_interface_elem, NULL);
    n->iface.elems = list_end(p, start);
    return n;
}

/* ---- functions ---- */

/* spec: Result = Parameters | Type . */
static NodeList parse_result(Parser *p, Pos *end)
{
    if (got(p, TokLparen))
        return parse_params(p, NULL, NULL, ResultParams, end);
    Pos pos = here(p);
    Node *type = parse_type_opt(p);
    if (!type)
        return (NodeList){0};
    *end = 0;
    size_t start = list_start(p);
    list_push(p, new_field(p, pos, NULL, type));
    return list_end(p, start);
}

/* spec: TypeParameters = "[" TypeParamList [ "," ] "]" . */
static NodeList parse_func_tparams(Parser *p, Pos pos, const char *context)
{
    NodeList list = {0};
    if (!got(p, TokLbrack))
        return list;
    if (context)
        syntax_error_at(p, pos, arena_printf(p->ctx->arena, "%s must have no type parameters", context));
    if (at(p, TokRbrack)) {
        syntax_error(p, "empty type parameter list");
        next(p);
        return list;
    }
    return parse_params(p, NULL, NULL, TypeParams, NULL);
}

/* spec: Signature = Parameters [ Result ] .
 * What follows `func` or `func name`. */
Node *parse_func_type(Parser *p, const char *context, NodeList *tparams)
{
    Node *n = new_node(p, NodeFuncType, here(p));
    NodeList list = parse_func_tparams(p, n->pos, context);
    if (tparams && !context)
        *tparams = list;
    want(p, TokLparen);
    n->functype.params = parse_params(p, NULL, NULL, OrdinaryParams, &n->functype.end);
    n->functype.results = parse_result(p, &n->functype.end);
    return n;
}

static Node *parse_any_type(Parser *p)
{
    Pos pos = here(p);
    switch (p->s.tok) {
    case TokMul:
        next(p);
        return new_star(p, pos, parse_type(p));
    case TokFunc:
        next(p);
        return parse_func_type(p, "function type", NULL);
    case TokLbrack:
        next(p);
        return got(p, TokRbrack) ? parse_slice_type(p, pos) : parse_array_type(p, pos, NULL);
    case TokLparen: {
        next(p);
        Node *n = parse_type(p);
        want(p, TokRparen);
        return n;
    }
    case TokArrow: case TokChan: return parse_chan_type(p);
    case TokMap: return parse_map_type(p);
    case TokStruct: return parse_struct_type(p);
    case TokInterface: return parse_interface_type(p);
    case TokName: return parse_qualified_name(p, NULL);
    default: return NULL;
    }
}

Node *parse_type_opt(Parser *p)
{
    Node *n = enter(p) ? parse_any_type(p) : bad_expr(p);
    leave(p);
    p->height = 1; /* the depth of types is limited by enter alone */
    return n;
}

/* ---- parameters ---- */

typedef struct Params {
    Node *name, *type; /* read already, for the first parameter; or NULL */
    Token close;
    bool constraints;  /* ~T and unions may appear */
} Params;

static Node *parse_dots_type(Parser *p)
{
    Node *n = new_node(p, NodeDotsType, here(p));
    next(p);
    n->dotstype.elem = parse_type_opt(p);
    if (!n->dotstype.elem) {
        n->dotstype.elem = bad_expr(p);
        syntax_error(p, "... is missing type");
    }
    return n;
}

/* What may follow a complete type in a constraint. */
static Node *more_terms(Parser *p, const Params *ps, Node *type)
{
    return ps->constraints && type && at(p, TokOr) ? parse_type_elem(p, type) : type;
}

/* The rest of a parameter that starts with name. */
static Node *parse_param_after_name(Parser *p, const Params *ps, Node *name)
{
    Node *f = new_field(p, name->pos, NULL, NULL);
    if (at(p, TokLbrack)) {
        Node *type = parse_array_or_args(p, name);
        if (type->kind != NodeIndex || type->index.x != name)
            f->field.name = name;
        f->field.type = more_terms(p, ps, type);
    } else if (at(p, TokDot)) {
        f->field.type = more_terms(p, ps, parse_qualified_name(p, name));
    } else if (ps->constraints && at(p, TokOr)) {
        f->field.type = parse_type_elem(p, name);
    } else {
        f->field.name = name;
        if (at(p, TokDotDotDot))
            f->field.type = parse_dots_type(p);
        else if (ps->constraints && at(p, TokTilde))
            f->field.type = parse_type_elem(p, NULL);
        else
            f->field.type = more_terms(p, ps, parse_type_opt(p));
    }
    return f;
}

/* spec: ParameterDecl = [ IdentifierList ] [ "..." ] Type .
 * One name or one type at a time: which of them a lone name is shows only at the
 * end of the list. */
static bool parse_param(Parser *p, void *data)
{
    Params *ps = data;
    if (ps->type) {
        list_push(p, new_field(p, ps->name->pos, ps->name, ps->type));
    } else if (ps->name || at(p, TokName)) {
        list_push(p, parse_param_after_name(p, ps, ps->name ? ps->name : parse_name(p)));
    } else if (at(p, TokDotDotDot)) {
        Pos pos = here(p);
        list_push(p, new_field(p, pos, NULL, parse_dots_type(p)));
    } else {
        Pos pos = here(p);
        Node *type = ps->constraints && at(p, TokTilde) ? parse_type_elem(p, NULL)
                                                       : more_terms(p, ps, parse_type_opt(p));
        if (type) {
            list_push(p, new_field(p, pos, NULL, type));
        } else {
            syntax_errorf(p, "expected %s", token_text[ps->close]);
            advance(p, FOLLOW(TokComma, ps->close));
        }
    }
    ps->name = ps->type = NULL;
    return false;
}

/* Gives every parameter a name and a type, from right to left: `a, b T`.
 * Returns the leftmost position where that failed, or 0. */
static Pos distribute_types(Parser *p, NodeList list)
{
    Pos error = 0;
    Node *type = NULL;
    for (uint32_t i = list.n; i-- > 0;) {
        Node *f = list.at[i];
        if (f->field.type) {
            type = f->field.type;
            if (!f->field.name) {
                error = node_start(type);
                f->field.name = new_name(p, error, p->ctx->blank);
            }
        } else if (type) {
            f->field.type = type;
        } else {
            error = f->field.name->pos;
            f->field.type = bad_expr(p);
            f->field.type->pos = error;
        }
    }
    for (uint32_t i = 1; i < list.n; i++)
        list.at[i]->field.same_type = list.at[i]->field.type == list.at[i - 1]->field.type;
    return error;
}

static void report_incomplete(Parser *p, bool tparams, bool no_type, uint32_t n, Pos pos)
{
    if (no_type)
        syntax_error_at(p, pos, tparams ? "missing type constraint" : "missing parameter type");
    else if (!tparams)
        syntax_error_at(p, pos, "missing parameter name");
    else
        syntax_error_at(p, pos, n == 1 ? "missing type parameter name or invalid array length"
                                       : "missing type parameter name");
}

/* spec: "The final incoming parameter in a function signature may have a type prefixed with ..." */
static void check_dots(Parser *p, NodeList list, bool allowed)
{
    for (uint32_t i = 0; i < list.n; i++) {
        Node *type = list.at[i]->field.type;
        if (type->kind != NodeDotsType || type->dotstype.elem->kind == NodeBad || (allowed && i + 1 == list.n))
            continue;
        plain_error_at(p, type->pos, allowed ? "can only use ... with final parameter" : "invalid use of ...");
        return; /* one a list is enough */
    }
}

/* spec: Parameters = "(" [ ParameterList [ "," ] ] ")" .
 *       ParameterList = ParameterDecl { "," ParameterDecl } .
 * The opening token has been taken.  name and type: the first parameter's, when
 * they have been read.  *end, when not NULL, gets the position of what closes the list. */
NodeList parse_params(Parser *p, Node *name, Node *type, ParamKind kind, Pos *end)
{
    bool tparams = kind == TypeParams;
    Token close = kind == TypeParams || kind == TypeArgs ? TokRbrack : TokRparen;
    Params ps = {name, type, close, close == TokRbrack};
    size_t start = list_start(p);
    p->expr_level++;
    Pos closing = parse_list(p, "parameter list", TokComma, close, parse_param, &ps);
    p->expr_level--;
    if (end)
        *end = closing;
    NodeList list = list_end(p, start);

    uint32_t named = 0, typed = 0; /* those with both; those with a type */
    for (uint32_t i = 0; i < list.n; i++) {
        typed += list.at[i]->field.type != NULL;
        named += list.at[i]->field.type && list.at[i]->field.name;
    }
    if (named == 0 && !tparams) { /* just types: lone names are type names */
        for (uint32_t i = 0; i < list.n; i++) {
            Node *f = list.at[i];
            if (!f->field.type) {
                f->field.type = f->field.name;
                f->field.name = NULL;
            }
        }
    } else {
        Pos error = distribute_types(p, list);
        if (error)
            report_incomplete(p, tparams, named == typed, list.n, named == typed ? closing : error);
    }
    check_dots(p, list, kind == OrdinaryParams);
    return list;
}
