/* parse_expr.c - expressions (spec: "Expressions").
 *
 * Types are expressions here: only the checker can tell `f(x)` the call from
 * `T(x)` the conversion.  p->expr_level tells `T {` the composite literal from
 * `if T {` the start of a block.  Every function leaves the height of the tree
 * it made in p->height. */
#include "parser.h"

static uint32_t max_height(uint32_t a, uint32_t b) { return a > b ? a : b; }

/* ---- lists ---- */

/* spec: ExpressionList = Expression { "," Expression } . */
NodeList p_expr_list(Parser *p)
{
    size_t start = p_list_start(p);
    do
        p_push(p, p_expr(p));
    while (p_got(p, TokComma));
    return p_list_end(p, start);
}

/* spec: TypeList = Type { "," Type } .  A comma may end it.
 * strict: the first is a type as well, not any expression. */
NodeList p_type_list(Parser *p, bool strict, bool *comma)
{
    size_t start = p_list_start(p);
    p->expr_level++;
    p_push(p, strict ? p_type(p) : p_expr(p));
    *comma = at(p, TokComma);
    while (p_got(p, TokComma)) {
        Node *n = p_type_opt(p);
        if (!n)
            break;
        p_push(p, n);
    }
    p->expr_level--;
    return p_list_end(p, start);
}

/* ---- composite literals ---- */

static Node *parse_literal_value(Parser *p, Node *type);

/* spec: Element = Expression | LiteralValue . */
static Node *parse_element_part(Parser *p)
{
    if (!at(p, TokLbrace))
        return p_expr(p);
    Node *n = p_enter(p) ? parse_literal_value(p, NULL) : p_bad_expr(p);
    p_leave(p);
    return n;
}

/* spec: KeyedElement = [ Key ":" ] Element . */
static bool parse_element(Parser *p, void *data)
{
    uint32_t *height = data;
    Node *x = parse_element_part(p);
    *height = max_height(*height, p->height);
    if (at(p, TokColon)) {
        Node *n = p_new(p, NodeKeyValue, p_here(p));
        p_next(p);
        n->keyvalue.key = x;
        n->keyvalue.value = parse_element_part(p);
        *height = max_height(*height, p->height);
        x = n;
    }
    p_push(p, x);
    return false;
}

/* spec: LiteralValue = "{" [ ElementList [ "," ] ] "}" . */
static Node *parse_literal_value(Parser *p, Node *type)
{
    Node *n = p_new(p, NodeCompositeLit, p_here(p));
    n->complit.type = type;
    size_t start = p_list_start(p);
    uint32_t height = 0;
    p->expr_level++;
    p_want(p, TokLbrace);
    n->complit.rbrace = p_list(p, "composite literal", TokComma, TokRbrace, parse_element, &height);
    p->expr_level--;
    n->complit.elems = p_list_end(p, start);
    p_set_height(p, height + 2);
    return n;
}

/* ---- operands ---- */

/* spec: FunctionLit = "func" Signature FunctionBody .  Or just a type. */
static Node *parse_func_literal(Parser *p)
{
    Pos pos = p_here(p);
    uint32_t outer = p_begin_peak(p);
    p_next(p);
    Node *type = p_func_type(p, "function type", NULL), *n = type;
    if (at(p, TokLbrace)) {
        p->expr_level++;
        n = p_new(p, NodeFuncLit, pos);
        n->funclit.type = type;
        n->funclit.body = p_func_body(p);
        p->expr_level--;
    }
    p_end_peak(p, outer);
    return n;
}

static Node *parse_paren(Parser *p)
{
    Node *n = p_new(p, NodeParen, p_here(p));
    p_next(p);
    p->expr_level++;
    n->paren.x = p_expr(p);
    p->expr_level--;
    n->paren.rparen = p_here(p);
    p_want(p, TokRparen);
    p_set_height(p, p->height + 1);
    return n;
}

/* spec: Operand = Literal | OperandName [ TypeArgs ] | "(" Expression ")" . */
static Node *parse_operand(Parser *p)
{
    p->height = 1;
    switch (p->s.tok) {
    case TokName: return p_name(p);
    case TokLiteral: return p_literal_opt(p);
    case TokLparen: return parse_paren(p);
    case TokFunc: return parse_func_literal(p);
    case TokLbrack: case TokChan: case TokMap: case TokStruct: case TokInterface: return p_type(p);
    default: {
        Node *n = p_bad_expr(p);
        syntax_error(p, "expected expression");
        p_advance(p, FOLLOW(TokRparen, TokRbrack, TokRbrace));
        return n;
    }
    }
}

/* ---- what follows an operand ---- */

/* spec: Selector = "." identifier .  TypeAssertion = "." "(" Type ")" .
 * Or .(type), which only a switch may have. */
static Node *parse_dot(Parser *p, Node *x)
{
    Pos pos = p_here(p);
    p_next(p);
    if (at(p, TokName)) {
        Node *n = p_new(p, NodeSelector, pos);
        n->select.x = x;
        n->select.sel = p_name(p);
        return n;
    }
    if (!p_got(p, TokLparen)) {
        syntax_error(p, "expected name or (");
        p_advance(p, FOLLOW(TokSemi, TokRparen));
        return x;
    }
    Node *n;
    Pos *rparen;
    if (p_got(p, TokType)) {
        n = p_new(p, NodeTypeSwitchGuard, pos);
        n->guard.x = x;
        rparen = &n->guard.rparen;
    } else {
        n = p_new(p, NodeTypeAssert, pos);
        n->assert.x = x;
        n->assert.type = p_type(p);
        rparen = &n->assert.rparen;
    }
    *rparen = p_here(p);
    p_want(p, TokRparen);
    return n;
}

/* spec: Slice = "[" [ Expression ] ":" [ Expression ] "]" |
 *               "[" [ Expression ] ":" Expression ":" Expression "]" .
 * After the low bound, or what took its place. */
static Node *parse_slice(Parser *p, Node *x, Node *lo, Pos pos)
{
    if (!p_got(p, TokColon)) {
        syntax_error(p, "expected comma, : or ]");
        p_advance(p, FOLLOW(TokComma, TokColon, TokRbrack));
    }
    Node *n = p_new(p, NodeSlice, pos);
    n->slice.x = x;
    n->slice.lo = lo;
    if (!at(p, TokColon) && !at(p, TokRbrack))
        n->slice.hi = p_expr(p);
    if (at(p, TokColon)) {
        n->slice.full = true;
        if (!n->slice.hi) {
            syntax_other_error(p, p_here(p), "middle index required in 3-index slice");
            n->slice.hi = p_bad_expr(p);
        }
        p_next(p);
        if (!at(p, TokRbrack)) {
            n->slice.max = p_expr(p);
        } else {
            syntax_other_error(p, p_here(p), "final index required in 3-index slice");
            n->slice.max = p_bad_expr(p);
        }
    }
    n->slice.rbrack = p_here(p);
    p_want(p, TokRbrack);
    return n;
}

static Node *new_index(Parser *p, Node *x, NodeList indices, Pos pos)
{
    Node *n = p_new(p, NodeIndex, pos);
    n->index.x = x;
    n->index.indices = indices;
    n->index.rbrack = p_here(p);
    p_want(p, TokRbrack);
    return n;
}

/* spec: Index = "[" Expression [ "," ] "]" .  TypeArgs = "[" TypeList [ "," ] "]" . */
static Node *parse_index_or_slice(Parser *p, Node *x)
{
    Pos pos = p_here(p);
    p_next(p);
    NodeList list = {0};
    if (at(p, TokRbrack)) {
        syntax_error(p, "expected operand");
        size_t start = p_list_start(p);
        p_push(p, p_bad_expr(p));
        return new_index(p, x, p_list_end(p, start), pos);
    }
    if (!at(p, TokColon)) {
        bool comma;
        list = p_type_list(p, false, &comma);
        if (comma || at(p, TokRbrack))
            return new_index(p, x, list, pos);
    }
    p->expr_level++;
    Node *n = parse_slice(p, x, list.n ? list.at[0] : NULL, pos);
    p->expr_level--;
    return n;
}

typedef struct Args {
    bool dots;
    uint32_t height;
} Args;

static bool parse_arg(Parser *p, void *data)
{
    Args *args = data;
    p_push(p, p_expr(p));
    args->height = max_height(args->height, p->height);
    args->dots = p_got(p, TokDotDotDot);
    return args->dots;
}

/* spec: Arguments = "(" [ ( ExpressionList | Type [ "," ExpressionList ] ) [ "..." ] [ "," ] ] ")" . */
static Node *parse_call(Parser *p, Node *fun)
{
    Node *n = p_new(p, NodeCall, p_here(p));
    n->call.fun = fun;
    p_next(p);
    Args args = {0};
    size_t start = p_list_start(p);
    p->expr_level++;
    n->call.rparen = p_list(p, "argument list", TokComma, TokRparen, parse_arg, &args);
    p->expr_level--;
    n->call.args = p_list_end(p, start);
    n->call.dots = args.dots;
    p->height = args.height;
    return n;
}

/* Certainly no type. */
static bool is_value(const Node *n)
{
    switch (n->kind) {
    case NodeBasicLit: case NodeCompositeLit: case NodeFuncLit: case NodeSlice: case NodeTypeAssert:
    case NodeTypeSwitchGuard: case NodeCall: case NodeUnary: case NodeBinary:
        return true;
    case NodeParen: return is_value(n->paren.x);
    case NodeIndex:
        if (is_value(n->index.x))
            return true;
        return n->index.indices.n == 1 && is_value(n->index.indices.at[0]);
    default: return false;
    }
}

/* May `x {` start a composite literal here? */
static bool may_be_literal_type(const Parser *p, const Node *x)
{
    switch (x->kind) {
    case NodeName: case NodeSelector: return p->expr_level >= 0;
    case NodeIndex: return p->expr_level >= 0 && (x->index.indices.n != 1 || !is_value(x->index.indices.at[0]));
    case NodeArrayType: case NodeSliceType: case NodeStructType: case NodeMapType: return true;
    default: return false;
    }
}

/* spec: PrimaryExpr = Operand | Conversion | MethodExpr | PrimaryExpr Selector | PrimaryExpr Index |
 *                     PrimaryExpr Slice | PrimaryExpr TypeAssertion | PrimaryExpr Arguments . */
Node *p_primary(Parser *p, Node *x)
{
    if (x)
        p->height = 1;
    else
        x = parse_operand(p);
    for (;;) {
        uint32_t height = p->height;
        switch (p->s.tok) {
        case TokDot: x = parse_dot(p, x); break;
        case TokLbrack: x = parse_index_or_slice(p, x); break;
        case TokLparen: x = parse_call(p, x); break;
        case TokLbrace: {
            Node *type = unparen(x);
            if (!may_be_literal_type(p, type))
                return x;
            if (type != x)
                syntax_error(p, "cannot parenthesize type in composite literal");
            x = parse_literal_value(p, x);
            break;
        }
        default: return x;
        }
        p_set_height(p, max_height(p->height, height) + 1);
    }
}

/* ---- operators ---- */

/* `<- x` where x turned out to be a channel type: the arrow belongs to the
 * type, and every `chan<-` in it gives its arrow to the next one:
 * <-chan<- chan T was read as <-(chan<- (chan T)) and means <-chan (<-chan T). */
static Node *push_arrow_into_type(Parser *p, Node *x)
{
    Node *t = x;
    uint8_t dir = ChanSendOnly; /* an arrow is still to be placed */
    while (dir == ChanSendOnly && t->kind == NodeChanType) {
        dir = t->chantype.dir;
        if (dir == ChanRecvOnly)
            syntax_error(p, "unexpected <-, expected chan");
        t->chantype.dir = ChanRecvOnly;
        t = t->chantype.elem;
    }
    if (dir == ChanSendOnly)
        syntax_errorf(p, "unexpected %s, expected chan", expr_string(p->ctx->arena, t));
    return x;
}

static Node *parse_unary(Parser *p);

static Node *parse_arrow(Parser *p)
{
    Node *n = p_new(p, NodeUnary, p_here(p));
    n->op = TokArrow;
    p_next(p);
    n->unary.x = parse_unary(p);
    if (n->unary.x->kind != NodeChanType)
        return n;
    return push_arrow_into_type(p, n->unary.x);
}

static Node *parse_unary_op(Parser *p)
{
    Pos pos = p_here(p);
    switch (p->s.tok) {
    case TokMul: {
        Node *n = p_new(p, NodeStar, pos);
        p_next(p);
        n->star.x = parse_unary(p);
        return n;
    }
    case TokAdd: case TokSub: case TokNot: case TokXor: case TokTilde: case TokAnd: {
        Node *n = p_new(p, NodeUnary, pos);
        n->op = (uint8_t)p->s.tok;
        p_next(p);
        n->unary.x = parse_unary(p);
        if (n->op == TokAnd)
            n->unary.x = unparen(n->unary.x); /* spec: &(T{}) is as good as &T{} */
        return n;
    }
    case TokArrow: return parse_arrow(p);
    default: return NULL;
    }
}

/* spec: UnaryExpr = PrimaryExpr | unary_op UnaryExpr . */
static Node *parse_unary(Parser *p)
{
    Node *n;
    if (!p_enter(p)) {
        n = p_bad_expr(p);
    } else {
        n = parse_unary_op(p);
        if (n)
            p_set_height(p, p->height + 1);
        else
            n = p_primary(p, NULL);
    }
    p_leave(p);
    return n;
}

/* spec: Expression = UnaryExpr | Expression binary_op Expression .
 * Takes operators that bind tighter than prec; x: the first operand when it
 * has been read. */
Node *p_binary(Parser *p, Node *x, int prec)
{
    if (!x)
        x = parse_unary(p);
    while (tok_precedence[p->s.tok] > prec) {
        uint32_t height = p->height;
        Node *n = p_new(p, NodeBinary, p_here(p));
        n->op = (uint8_t)p->s.tok;
        p_next(p);
        n->binary.x = x;
        n->binary.y = p_binary(p, NULL, tok_precedence[n->op]);
        x = n;
        p_set_height(p, max_height(height, p->height) + 1);
    }
    return x;
}

Node *p_expr(Parser *p) { return p_binary(p, NULL, 0); }
