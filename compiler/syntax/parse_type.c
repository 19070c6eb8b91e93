/* parse_type.c - types and parameter lists (spec: "Types"). */
#include "parser.h"

/* spec: Type = TypeName [ TypeArgs ] | TypeLit | "(" Type ")" . */
Node *p_type(Parser *p)
{
    Node *n = p_type_opt(p);
    if (!n) {
        n = p_bad_expr(p);
        syntax_error(p, "expected type");
        p_advance(p, FOLLOW(TokComma, TokColon, TokSemi, TokRparen, TokRbrack, TokRbrace));
    }
    return n;
}

/* ---- names ---- */

/* spec: TypeArgs = "[" TypeList [ "," ] "]" . */
static Node *parse_instance(Parser *p, Node *x)
{
    Node *n = p_new(p, NodeIndex, p_here(p));
    n->index.x = x;
    p_next(p);
    if (at(p, TokRbrack)) {
        syntax_error(p, "expected type argument list");
        size_t start = p_list_start(p);
        p_push(p, p_bad_expr(p));
        n->index.indices = p_list_end(p, start);
    } else {
        bool comma;
        n->index.indices = p_type_list(p, true, &comma);
    }
    n->index.rbrack = p_here(p);
    p_want(p, TokRbrack);
    return n;
}

/* spec: TypeName = identifier | QualifiedIdent .
 * With type arguments, if any.  name: the first identifier when it has been read. */
Node *p_qualified_name(Parser *p, Node *name)
{
    Node *x = name;
    if (!x && at(p, TokName)) {
        x = p_name(p);
    } else if (!x) {
        x = p_new_name(p, p_here(p), p->ctx->blank);
        syntax_error(p, "expected name");
        p_advance(p, FOLLOW(TokDot, TokSemi, TokRbrace));
    }
    if (at(p, TokDot)) {
        Node *n = p_new(p, NodeSelector, p_here(p));
        p_next(p);
        n->select.x = x;
        n->select.sel = p_name(p);
        x = n;
    }
    return at(p, TokLbrack) ? parse_instance(p, x) : x;
}

/* ---- arrays, slices, channels, maps ---- */

/* spec: ArrayType = "[" ArrayLength "]" ElementType . */
Node *p_array_type(Parser *p, Pos pos, Node *len)
{
    Node *n = p_new(p, NodeArrayType, pos);
    if (!len && !p_got(p, TokDotDotDot)) {
        p->expr_level++;
        len = p_expr(p);
        p->expr_level--;
    }
    if (at(p, TokComma)) { /* fine in type parameter lists, so a likely slip */
        syntax_error(p, "unexpected comma; expected ]");
        p_next(p);
    }
    p_want(p, TokRbrack);
    n->array.len = len;
    n->array.elem = p_type(p);
    return n;
}

/* spec: SliceType = "[" "]" ElementType . */
Node *p_slice_type(Parser *p, Pos pos)
{
    Node *n = p_new(p, NodeSliceType, pos);
    n->slicetype.elem = p_type(p);
    return n;
}

static Node *parse_chan_elem(Parser *p)
{
    Node *n = p_type_opt(p);
    if (!n) {
        n = p_bad_expr(p);
        syntax_error(p, "missing channel element type");
    }
    return n;
}

/* spec: ChannelType = ( "chan" | "chan" "<-" | "<-" "chan" ) ElementType . */
static Node *parse_chan_type(Parser *p)
{
    Node *n = p_new(p, NodeChanType, p_here(p));
    if (p_got(p, TokArrow)) {
        p_want(p, TokChan);
        n->chantype.dir = ChanRecvOnly;
    } else {
        p_next(p);
        if (p_got(p, TokArrow))
            n->chantype.dir = ChanSendOnly;
    }
    n->chantype.elem = parse_chan_elem(p);
    return n;
}

/* spec: MapType = "map" "[" KeyType "]" ElementType . */
static Node *parse_map_type(Parser *p)
{
    Node *n = p_new(p, NodeMapType, p_here(p));
    p_next(p);
    p_want(p, TokLbrack);
    n->maptype.key = p_type(p);
    p_want(p, TokRbrack);
    n->maptype.value = p_type(p);
    return n;
}

/* ---- structs ---- */

static Node *new_field(Parser *p, Pos pos, Node *name, Node *type)
{
    Node *n = p_new(p, NodeField, pos);
    n->field.name = name;
    n->field.type = type;
    return n;
}

static void push_embedded(Parser *p, Pos pos, Node *type)
{
    Node *n = new_field(p, pos, NULL, type);
    n->field.embedded = true;
    n->field.tag = p_literal_opt(p);
    p_push(p, n);
}

static Node *new_star(Parser *p, Pos pos, Node *x)
{
    Node *n = p_new(p, NodeStar, pos);
    n->star.x = x;
    return n;
}

/* After a name, at [: `[n]T` and `[]T` give an array or slice type, `[T]` and
 * `[T, U]` an instantiation of name. */
static Node *parse_array_or_args(Parser *p, Node *name)
{
    Pos pos = p_here(p);
    p_next(p);
    if (p_got(p, TokRbrack))
        return p_slice_type(p, pos);
    bool comma;
    NodeList list = p_type_list(p, false, &comma);
    Pos rbrack = p_here(p);
    p_want(p, TokRbrack);
    Node *elem = comma ? NULL : p_type_opt(p);
    if (elem) {
        Node *n = p_new(p, NodeArrayType, pos);
        n->array.len = list.at[0];
        n->array.elem = elem;
        return n;
    }
    Node *n = p_new(p, NodeIndex, pos);
    n->index.x = name;
    n->index.indices = list;
    n->index.rbrack = rbrack;
    return n;
}

/* A field declaration that starts with a name. */
static void parse_named_fields(Parser *p)
{
    Pos pos = p_here(p);
    Node *name = p_name(p);
    if (at(p, TokDot) || at(p, TokLiteral) || at(p, TokSemi) || at(p, TokRbrace)) {
        push_embedded(p, pos, p_qualified_name(p, name));
        return;
    }
    NodeList names = p_name_list(p, name);
    Node *type;
    if (names.n == 1 && at(p, TokLbrack)) {
        type = parse_array_or_args(p, name);
        if (type->kind == NodeIndex) {
            push_embedded(p, pos, type);
            return;
        }
    } else {
        type = p_type(p);
    }
    Node *tag = p_literal_opt(p);
    for (uint32_t i = 0; i < names.n; i++) {
        Node *f = new_field(p, names.at[i]->pos, names.at[i], type);
        f->field.same_type = i > 0;
        f->field.tag = tag;
        p_push(p, f);
    }
}

/* *T; pos is that of the star, which has been taken. */
static void parse_embedded_pointer(Parser *p, Pos pos)
{
    bool paren = at(p, TokLparen);
    if (paren) {
        syntax_error(p, "cannot parenthesize embedded type");
        p_next(p);
    }
    Node *type = p_qualified_name(p, NULL);
    if (paren)
        p_got(p, TokRparen);
    push_embedded(p, pos, new_star(p, pos, type));
}

static void parse_parenthesized_embedded(Parser *p)
{
    Pos pos = p_here(p);
    syntax_error(p, "cannot parenthesize embedded type");
    p_next(p);
    Pos star = at(p, TokMul) ? p_here(p) : 0;
    if (star)
        p_next(p);
    Node *type = p_qualified_name(p, NULL);
    if (star)
        type = new_star(p, star, type);
    p_got(p, TokRparen);
    push_embedded(p, pos, type);
}

/* spec: FieldDecl = ( IdentifierList Type | EmbeddedField ) [ Tag ] .
 *       EmbeddedField = [ "*" ] TypeName [ TypeArgs ] . */
static bool parse_field(Parser *p, void *data)
{
    (void)data;
    Pos pos = p_here(p);
    if (at(p, TokName)) {
        parse_named_fields(p);
    } else if (p_got(p, TokMul)) {
        parse_embedded_pointer(p, pos);
    } else if (at(p, TokLparen)) {
        parse_parenthesized_embedded(p);
    } else {
        syntax_error(p, "expected field name or embedded type");
        p_advance(p, FOLLOW(TokSemi, TokRbrace));
    }
    return false;
}

/* spec: StructType = "struct" "{" { FieldDecl ";" } "}" . */
static Node *parse_struct_type(Parser *p)
{
    Node *n = p_new(p, NodeStructType, p_here(p));
    size_t start = p_list_start(p);
    p_next(p);
    p_want(p, TokLbrace);
    n->structtype.rbrace = p_list(p, "struct type", TokSemi, TokRbrace, parse_field, NULL);
    n->structtype.fields = p_list_end(p, start);
    return n;
}

/* ---- interfaces and constraints ---- */

/* spec: TypeTerm = Type | UnderlyingType .  UnderlyingType = "~" Type . */
static Node *parse_term(Parser *p)
{
    if (at(p, TokTilde)) {
        Node *n = p_new(p, NodeUnary, p_here(p));
        n->op = TokTilde;
        p_next(p);
        n->unary.x = p_type(p);
        return n;
    }
    Node *n = p_type_opt(p);
    if (!n) {
        n = p_bad_expr(p);
        syntax_error(p, "expected ~ term or type");
        p_advance(p, FOLLOW(TokOrOr, TokSemi, TokRparen, TokRbrack, TokRbrace));
    }
    return n;
}

/* spec: TypeElem = TypeTerm { "|" TypeTerm } .
 * x: the first term when it has been read. */
static Node *parse_type_elem(Parser *p, Node *x)
{
    if (!x)
        x = parse_term(p);
    uint32_t height = p->height;
    while (at(p, TokOr)) {
        Node *n = p_new(p, NodeBinary, p_here(p));
        n->op = TokOr;
        p_next(p);
        n->binary.x = x;
        n->binary.y = parse_term(p);
        x = n;
        height = (height > p->height ? height : p->height) + 1;
        p_set_height(p, height);
    }
    return x;
}

/* After `name [` in an interface: type arguments of an embedded type, or the
 * type parameters that methods cannot have. */
static void parse_bracketed_elem(Parser *p, Node *f, Node *name)
{
    Pos pos = p_here(p);
    p_next(p);
    Pos rbrack = p_here(p);
    if (p_got(p, TokRbrack)) {
        bool method = at(p, TokLparen);
        syntax_other_error(p, rbrack, method ? "empty type parameter list" : "empty type argument list");
        f->field.type = name;
        if (method) {
            f->field.name = name;
            f->field.type = p_func_type(p, "interface method", NULL);
        }
        return;
    }
    NodeList list = p_params(p, NULL, NULL, TypeArgs, &rbrack);
    if (list.n == 0) {
        if (at(p, TokLparen)) {
            f->field.name = name;
            f->field.type = p_func_type(p, "interface method", NULL);
        } else {
            f->field.type = name;
        }
        return;
    }
    if (list.at[0]->field.name) {
        f->field.name = name;
        f->field.type = p_func_type(p, "interface method", NULL);
        syntax_other_error(p, pos, "interface method must have no type parameters");
        return;
    }
    Node *n = p_new(p, NodeIndex, pos);
    n->index.x = name;
    n->index.rbrack = rbrack;
    size_t start = p_list_start(p);
    for (uint32_t i = 0; i < list.n; i++)
        p_push(p, list.at[i]->field.type);
    n->index.indices = p_list_end(p, start);
    f->field.type = n;
}

/* spec: InterfaceElem = MethodElem | TypeElem .
 *       MethodElem = MethodName Signature . */
static bool parse_interface_elem(Parser *p, void *data)
{
    (void)data;
    Node *f = new_field(p, p_here(p), NULL, NULL);
    if (at(p, TokName)) {
        Node *name = p_name(p);
        if (at(p, TokLparen)) {
            f->field.name = name;
            f->field.type = p_func_type(p, "interface method", NULL);
        } else if (at(p, TokLbrack)) {
            parse_bracketed_elem(p, f, name);
        } else {
            f->field.type = p_qualified_name(p, name);
        }
    }
    if (!f->field.name) {
        f->field.type = parse_type_elem(p, f->field.type);
        f->field.embedded = true;
    }
    p_push(p, f);
    return false;
}

/* spec: InterfaceType = "interface" "{" { InterfaceElem ";" } "}" . */
static Node *parse_interface_type(Parser *p)
{
    Node *n = p_new(p, NodeInterfaceType, p_here(p));
    size_t start = p_list_start(p);
    p_next(p);
    p_want(p, TokLbrace);
    n->iface.rbrace = p_list(p, "interface type", TokSemi, TokRbrace, parse_interface_elem, NULL);
    n->iface.elems = p_list_end(p, start);
    return n;
}

/* ---- functions ---- */

/* spec: Result = Parameters | Type . */
static NodeList parse_result(Parser *p, Pos *end)
{
    if (p_got(p, TokLparen))
        return p_params(p, NULL, NULL, ResultParams, end);
    Pos pos = p_here(p);
    Node *type = p_type_opt(p);
    if (!type)
        return (NodeList){0};
    *end = 0;
    size_t start = p_list_start(p);
    p_push(p, new_field(p, pos, NULL, type));
    return p_list_end(p, start);
}

/* spec: TypeParameters = "[" TypeParamList [ "," ] "]" . */
static NodeList parse_func_tparams(Parser *p, Pos pos, const char *context)
{
    NodeList list = {0};
    if (!p_got(p, TokLbrack))
        return list;
    if (context)
        syntax_error_at(p, pos, arena_printf(p->ctx->arena, "%s must have no type parameters", context));
    if (at(p, TokRbrack)) {
        syntax_error(p, "empty type parameter list");
        p_next(p);
        return list;
    }
    return p_params(p, NULL, NULL, TypeParams, NULL);
}

/* spec: Signature = Parameters [ Result ] .
 * What follows `func` or `func name`. */
Node *p_func_type(Parser *p, const char *context, NodeList *tparams)
{
    Node *n = p_new(p, NodeFuncType, p_here(p));
    NodeList list = parse_func_tparams(p, n->pos, context);
    if (tparams && !context)
        *tparams = list;
    p_want(p, TokLparen);
    n->functype.params = p_params(p, NULL, NULL, OrdinaryParams, &n->functype.end);
    n->functype.results = parse_result(p, &n->functype.end);
    return n;
}

static Node *parse_any_type(Parser *p)
{
    Pos pos = p_here(p);
    switch (p->s.tok) {
    case TokMul:
        p_next(p);
        return new_star(p, pos, p_type(p));
    case TokFunc:
        p_next(p);
        return p_func_type(p, "function type", NULL);
    case TokLbrack:
        p_next(p);
        return p_got(p, TokRbrack) ? p_slice_type(p, pos) : p_array_type(p, pos, NULL);
    case TokLparen: {
        p_next(p);
        Node *n = p_type(p);
        p_want(p, TokRparen);
        return n;
    }
    case TokArrow: case TokChan: return parse_chan_type(p);
    case TokMap: return parse_map_type(p);
    case TokStruct: return parse_struct_type(p);
    case TokInterface: return parse_interface_type(p);
    case TokName: return p_qualified_name(p, NULL);
    default: return NULL;
    }
}

Node *p_type_opt(Parser *p)
{
    uint32_t outer = p_begin_peak(p);
    Node *n = p_enter(p) ? parse_any_type(p) : p_bad_expr(p);
    p_leave(p);
    p_end_peak(p, outer);
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
    Node *n = p_new(p, NodeDotsType, p_here(p));
    p_next(p);
    n->dotstype.elem = p_type_opt(p);
    if (!n->dotstype.elem) {
        n->dotstype.elem = p_bad_expr(p);
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
        f->field.type = more_terms(p, ps, p_qualified_name(p, name));
    } else if (ps->constraints && at(p, TokOr)) {
        f->field.type = parse_type_elem(p, name);
    } else {
        f->field.name = name;
        if (at(p, TokDotDotDot))
            f->field.type = parse_dots_type(p);
        else if (ps->constraints && at(p, TokTilde))
            f->field.type = parse_type_elem(p, NULL);
        else
            f->field.type = more_terms(p, ps, p_type_opt(p));
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
        p_push(p, new_field(p, ps->name->pos, ps->name, ps->type));
    } else if (ps->name || at(p, TokName)) {
        p_push(p, parse_param_after_name(p, ps, ps->name ? ps->name : p_name(p)));
    } else if (at(p, TokDotDotDot)) {
        Pos pos = p_here(p);
        p_push(p, new_field(p, pos, NULL, parse_dots_type(p)));
    } else {
        Pos pos = p_here(p);
        Node *type = ps->constraints && at(p, TokTilde) ? parse_type_elem(p, NULL)
                                                       : more_terms(p, ps, p_type_opt(p));
        if (type) {
            p_push(p, new_field(p, pos, NULL, type));
        } else {
            syntax_errorf(p, "expected %s", tok_text[ps->close]);
            p_advance(p, FOLLOW(TokComma, ps->close));
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
                f->field.name = p_new_name(p, error, p->ctx->blank);
            }
        } else if (type) {
            f->field.type = type;
        } else {
            error = f->field.name->pos;
            f->field.type = p_bad_expr(p);
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
        syntax_other_error(p, type->pos, allowed ? "can only use ... with final parameter" : "invalid use of ...");
        list.at[i]->field.type = type->dotstype.elem;
        return; /* one a list is enough */
    }
}

/* spec: Parameters = "(" [ ParameterList [ "," ] ] ")" .
 *       ParameterList = ParameterDecl { "," ParameterDecl } .
 * The opening token has been taken.  name and type: the first parameter's, when
 * they have been read.  *end, when not NULL, gets the position of what closes the list. */
NodeList p_params(Parser *p, Node *name, Node *type, ParamKind kind, Pos *end)
{
    bool tparams = kind == TypeParams;
    Token close = kind == TypeParams || kind == TypeArgs ? TokRbrack : TokRparen;
    Params ps = {name, type, close, close == TokRbrack};
    size_t start = p_list_start(p);
    p->expr_level++;
    Pos closing = p_list(p, "parameter list", TokComma, close, parse_param, &ps);
    p->expr_level--;
    if (end)
        *end = closing;
    NodeList list = p_list_end(p, start);

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
