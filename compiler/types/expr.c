/* expr.c - expressions: operators, untyped constants, implicit conversion.
 *
 * A constant or comparison is untyped until its context gives it a type; then
 * update_expr_type carries the type down the tree to the operands.  The nodes
 * hold the state: an untyped type in n->type and NodeUntyped in n->flags. */
#include <string.h>

#include "check.h"

bool op_is_nil(const Operand *x) { return x->mode == ModeNil; }

static bool known(const Const *c) { return c && c->kind != ConstUnknown; }

static Const *unknown(Checker *ck) { return NEW(ck->a, Const); }

static void invalidate(Checker *ck, Operand *x)
{
    x->mode = ModeInvalid;
    x->type = ck->ctx->basic[KindInvalid];
}

static bool is_valid(Type *t) { return type_unalias(t)->kind != KindInvalid; }

/* ---- the tree below an untyped expression ---- */

void record(Checker *ck, Operand *x)
{
    Node *n = x->expr;
    if (!n)
        return;
    n->mode = (uint8_t)x->mode;
    n->type = x->mode == ModeNoValue ? NULL : x->type;
    n->val = x->mode == ModeConstant ? x->val : NULL;
    n->conv = NULL;
    if (n->flags & NodeInstanceConst && x->mode == ModeValue) { /* its value is known, but it is not to be folded */
        n->mode = ModeConstant;
        n->val = x->val;
    }
    n->flags &= (uint8_t)~(NodeLhsOfShift | NodeUntyped | NodeInstanceConst);
    if (x->mode != ModeInvalid && x->mode != ModeNoValue && x->mode != ModeBuiltin && is_untyped(x->type)) {
        n->flags |= NodeUntyped;
        PUSH(ck->a, ck->untyped, ck->nuntyped, ck->cap_untyped, n);
    }
}

static bool is_comparison(Token op)
{
    return op == TokEql || op == TokNeq || op == TokLss || op == TokLeq || op == TokGtr || op == TokGeq;
}

static bool is_shift(Token op) { return op == TokShl || op == TokShr; }

void update_expr_type(Checker *ck, Node *n, Type *t, bool final)
{
    if (!n || !(n->flags & NodeUntyped))
        return;
    Const *val = n->val;
    switch (n->kind) {
    case NodeParen:
        update_expr_type(ck, n->paren.x, t, final);
        break;
    case NodeUnary:
        if (!val) /* operands of constants are never materialized */
            update_expr_type(ck, n->unary.x, t, final);
        break;
    case NodeBinary:
        if (val || is_comparison((Token)n->op)) /* operands of comparisons have their types */
            break;
        update_expr_type(ck, n->binary.x, t, final);
        if (!is_shift((Token)n->op))
            update_expr_type(ck, n->binary.y, t, final);
        break;
    default:
        break;
    }
    if (!final && is_untyped(t)) {
        n->type = t;
        return;
    }
    n->flags &= (uint8_t)~NodeUntyped;
    if (n->flags & NodeLhsOfShift && !all_basic(t, BasicInteger)) {
        err_node(ck, n, "invalid operation: shifted operand %s (type %s) must be integer", node_string(ck, n), tstr(ck, t));
        return;
    }
    if (known(val)) {
        Operand c = {(Mode)n->mode, n->type, val, n, 0};
        n->flags &= (uint8_t)~NodeUntyped;
        convert_untyped(ck, &c, t);
        if (c.mode == ModeInvalid)
            return;
        n->val = c.val;
    }
    n->type = t;
}

static void update_expr_val(Node *n, Const *val)
{
    for (; n && n->flags & NodeUntyped; n = n->kind == NodeParen ? n->paren.x : NULL)
        n->val = val;
}

/* Parentheses carry the same facts as what they enclose. */
void set_conv(Node *n, Type *from, Type *to)
{
    if (n && !type_identical(from, to))
        put_conv(n, to);
}

void put_conv(Node *n, Type *conv)
{
    for (; n->kind == NodeParen; n = n->paren.x)
        n->conv = conv;
    n->conv = conv;
}

/* ---- implicit conversion of untyped operands ---- */

static Type *max_untyped(Type *x, Type *y)
{
    if (x->kind == y->kind)
        return x;
    if (x->basic.info & BasicNumeric && y->basic.info & BasicNumeric)
        return x->kind > y->kind ? x : y;
    return NULL;
}

static const char Truncated[] = "truncated", Overflows[] = "overflows", Mismatch[] = "mismatch";

/* The constant x as a t; NULL and *reason when it does not fit. */
static Const *representation(Checker *ck, Operand *x, Type *t, const char **reason)
{
    if (!known(x->val))
        return x->val;
    Const *v;
    if (const_representable(ck->a, x->val, t, &v))
        return v;
    *reason = Mismatch;
    if (is_numeric(x->type) && is_numeric(t))
        *reason = !is_integer(x->type) && is_integer(t) ? Truncated : Overflows;
    return NULL;
}

void invalid_conversion(Checker *ck, const char *reason, Operand *x, Type *t)
{
    const char *xs = op_string(ck, x), *ts = tstr(ck, t);
    if (reason == Truncated)
        err_op(ck, x, "%s truncated to %s", xs, ts);
    else if (reason == Overflows)
        err_op(ck, x, "%s overflows %s", xs, ts);
    else
        err_op(ck, x, "cannot convert %s to type %s", xs, ts);
}

/* Makes the constant x a value of the basic type under t; false after an error. */
bool representable(Checker *ck, Operand *x, Type *t)
{
    const char *reason = NULL;
    Const *v = representation(ck, x, type_under(t), &reason);
    if (reason) {
        invalid_conversion(ck, reason, x, t);
        x->mode = ModeInvalid;
        return false;
    }
    x->val = v;
    return true;
}

typedef struct ImplicitVisit {
    Checker *ck;
    Operand *x;
} ImplicitVisit;

static bool implicit_to_each(Type *t, Type *u, void *data)
{
    (void)t;
    ImplicitVisit *v = data;
    const char *reason = NULL;
    Const *val;
    return u && implicit_type(v->ck, v->x, u, &val, &reason) != NULL;
}

/* The type that the untyped x takes where a target is expected; NULL and *reason when it cannot. */
Type *implicit_type(Checker *ck, Operand *x, Type *target, Const **val, const char **reason)
{
    *val = NULL;
    if (x->mode == ModeInvalid || is_typed(x->type) || !is_valid(target))
        return x->type;
    *reason = Mismatch;
    Type *result = NULL;
    if (is_untyped(target)) {
        result = max_untyped(x->type, target);
    } else if (op_is_nil(x)) {
        result = has_nil(target) ? target : NULL;
    } else {
        Type *u = type_under(target);
        if (u->kind <= KindUnsafePointer && x->mode == ModeConstant) {
            const char *why = NULL;
            *val = representation(ck, x, u, &why);
            if (why) {
                *reason = why;
                return NULL;
            }
            result = target;
        } else if (u->kind <= KindUnsafePointer) {
            uint32_t info = x->type->basic.info;
            bool ok = info & BasicBoolean ? is_boolean(u) : info & BasicNumeric ? is_numeric(u) : is_string(u);
            result = ok ? target : NULL;
        } else if (is_tparam(target)) {
            ImplicitVisit v = {ck, x};
            result = each_type(target, implicit_to_each, &v) ? target : NULL;
        } else if (u->kind == KindInterface) {
            TypeSet *s = type_set(ck->ctx, u);
            result = s->nmethods == 0 && s->all ? type_default(ck->ctx, x->type) : NULL;
        }
    }
    if (result)
        *reason = NULL;
    return result;
}

void convert_untyped(Checker *ck, Operand *x, Type *target)
{
    const char *reason = NULL;
    Const *val;
    Type *t = implicit_type(ck, x, target, &val, &reason);
    if (reason) {
        Type *shown = is_tparam(target) ? target : type_under(target);
        invalid_conversion(ck, reason, x, shown);
        x->mode = ModeInvalid;
        return;
    }
    if (val) {
        x->val = val;
        update_expr_val(x->expr, val);
    }
    if (t != x->type) {
        x->type = t;
        update_expr_type(ck, x->expr, t, false);
    }
}

void default_untyped(Checker *ck, Operand *x) { convert_untyped(ck, x, type_default(ck->ctx, x->type)); }

/* ---- constants ---- */

static const char *overflow_name(const Node *n)
{
    if (n && n->kind == NodeUnary && n->op == TokXor)
        return "bitwise complement ";
    if (!n || n->kind != NodeBinary)
        return "";
    switch (n->op) {
    case TokAdd: return "addition ";
    case TokSub: return "subtraction ";
    case TokXor: return "bitwise XOR ";
    case TokMul: return "multiplication ";
    case TokShl: return "shift ";
    default: return "";
    }
}

/* Typed constants must fit their type, untyped integers 512 bits. */
void overflow_check(Checker *ck, Operand *x, Pos op_pos)
{
    enum { Limit = 512 };
    if (!known(x->val)) {
        err_at(ck, op_pos, "constant result is not representable");
        x->val = unknown(ck);
        return;
    }
    if (is_typed(x->type)) {
        if (ck->instance_mode) { /* may be a constant only because a type argument stands for its parameter */
            Const *v;
            if (!const_representable(ck->a, x->val, type_under(x->type), &v))
                x->mode = ModeValue;
            else
                x->val = v;
            return;
        }
        representable(ck, x, x->type);
        return;
    }
    if (x->val->kind == ConstInt && const_bit_len(x->val) > Limit) {
        err_at(ck, op_pos, "constant %soverflow", overflow_name(x->expr));
        x->val = unknown(ck);
    }
}

static Pos op_pos(const Node *n)
{
    return n->kind == NodeBinary || n->kind == NodeUnary ? n->pos : node_start(n);
}

/* ---- operators ---- */

static bool op_defined(Token op, Type *t, bool unary)
{
    switch (op) {
    case TokAdd:
        return all_basic(t, unary ? BasicNumeric : BasicNumeric | BasicString);
    case TokSub: case TokMul: case TokDiv:
        return all_basic(t, BasicNumeric);
    case TokRem: case TokAnd: case TokOr: case TokXor: case TokAndNot:
        return all_basic(t, BasicInteger);
    case TokAndAnd: case TokOrOr: case TokNot:
        return all_basic(t, BasicBoolean);
    default:
        return false;
    }
}

static bool check_op(Checker *ck, Operand *x, Token op, bool unary)
{
    if (op_defined(op, x->type, unary))
        return true;
    err_op(ck, x, "invalid operation: operator %s not defined on %s", tok_text[op], op_string(ck, x));
    return false;
}

/* The variable that n denotes or is a part of; NULL behind a pointer. */
static Object *variable_of(Node *n)
{
    for (;;) {
        n = unparen(n);
        bool member = n->kind == NodeSelector && !n->select.selection; /* a package's */
        if (n->kind == NodeName || (member && n->obj))
            return n->obj && n->obj->kind == ObjVar ? n->obj : NULL;
        if (n->kind == NodeSelector && !member && n->select.x->type && under_kind(n->select.x->type) != KindPointer)
            n = n->select.x;
        else if (n->kind == NodeIndex && n->index.x->type && under_kind(n->index.x->type) == KindArray)
            n = n->index.x;
        else
            return NULL;
    }
}

void mark_addr_taken(Node *n)
{
    Object *v = variable_of(n);
    if (v)
        v->var.addrtaken = true;
}

void mark_assigned(Node *n)
{
    Object *v = variable_of(n);
    if (v)
        v->var.reassigned = true;
}

typedef struct ChanVisit {
    Checker *ck;
    bool recv;
    Type *chan;
    const char *cause;
} ChanVisit;

static bool visit_chan(Type *t, Type *u, void *data)
{
    ChanVisit *v = data;
    if (!u) {
        v->cause = "no specific channel type";
    } else if (u->kind != KindChan) {
        v->cause = arena_printf(v->ck->a, "non-channel %s", tstr(v->ck, t));
    } else if (u->chan.dir == (v->recv ? ChanSendOnly : ChanRecvOnly)) {
        v->cause = arena_printf(v->ck->a, "%s channel %s", v->recv ? "send-only" : "receive-only", tstr(v->ck, t));
    } else {
        if (!v->chan || type_identical(v->chan->chan.elem, u->chan.elem)) {
            v->chan = v->chan ? v->chan : u;
            return true;
        }
        v->cause = arena_printf(v->ck->a, "channels %s and %s have different element types", tstr(v->ck, v->chan), tstr(v->ck, t));
    }
    return false;
}

/* The element type of channel x; NULL after an error. */
static Type *chan_elem(Checker *ck, Pos pos, Operand *x, bool recv)
{
    ChanVisit v = {ck, recv, NULL, ""};
    if (each_type(x->type, visit_chan, &v))
        return v.chan->chan.elem;
    const char *what = recv ? "receive from" : "send to", *xs = op_string(ck, x);
    if (is_tparam(x->type))
        err_at(ck, pos, "invalid operation: cannot %s %s: %s", what, xs, v.cause);
    else
        err_at(ck, pos, "invalid operation: cannot %s %s %s", what, v.cause, xs);
    return NULL;
}

Type *send_elem(Checker *ck, Pos pos, Operand *x) { return chan_elem(ck, pos, x, false); }

static void check_unary(Checker *ck, Operand *x, Node *e)
{
    check_expr(ck, NULL, x, e->unary.x);
    if (x->mode == ModeInvalid)
        return;
    Token op = (Token)e->op;
    switch (op) {
    case TokAnd:
        if (unparen(e->unary.x)->kind != NodeCompositeLit && x->mode != ModeVariable) {
            err_op(ck, x, "invalid operation: cannot take address of %s", op_string(ck, x));
            x->mode = ModeInvalid;
            return;
        }
        mark_addr_taken(e->unary.x);
        x->mode = ModeValue;
        x->type = new_pointer(ck->ctx, x->type);
        return;
    case TokArrow: {
        Type *elem = chan_elem(ck, node_start(x->expr), x, true);
        ck->env.has_call_or_recv |= elem != NULL;
        x->mode = elem ? ModeCommaOk : ModeInvalid;
        x->type = elem;
        return;
    }
    case TokTilde:
        if (!all_basic(x->type, BasicInteger)) {
            err_node(ck, e, "cannot use ~ outside of interface or type constraint");
            x->mode = ModeInvalid;
            return;
        }
        err_node(ck, e, "cannot use ~ outside of interface or type constraint (use ^ for bitwise complement)");
        op = TokXor;
        break;
    default:
        break;
    }
    if (!check_op(ck, x, op, true)) {
        x->mode = ModeInvalid;
        return;
    }
    if (x->mode != ModeConstant) {
        x->mode = ModeValue;
        return;
    }
    if (!known(x->val))
        return;
    int bits = is_unsigned(x->type) ? (int)type_size(x->type) * 8 : 0;
    x->val = const_unary(ck->a, op, x->val, bits);
    x->expr = e;
    overflow_check(ck, x, op_pos(e));
}

/* ---- comparisons ---- */

static const char *incomparable_cause(Checker *ck, Type *t)
{
    Type *u = type_under(t);
    switch (u->kind) {
    case KindSlice: case KindFunc: case KindMap:
        return arena_printf(ck->a, "%s can only be compared to nil", composite_kind(t));
    case KindStruct:
        for (uint32_t i = 0; i < u->strct.n; i++) {
            if (!type_comparable(u->strct.fields[i]->type))
                return arena_printf(ck->a, "struct containing %s cannot be compared", tstr(ck, u->strct.fields[i]->type));
        }
        return "";
    case KindArray:
        return arena_printf(ck->a, "%s cannot be compared", tstr(ck, t));
    case KindInterface: {
        TypeSet *s = type_set(ck->ctx, u);
        if (!s->all && s->terms.n == 0)
            return "empty type set";
        return is_tparam(t) ? "incomparable types in type set" : "";
    }
    default:
        return "";
    }
}

/* What is wrong with comparing x and y: the operand to report at, with *cause; NULL when all is well. */
static Operand *comparison_fault(Checker *ck, Operand *x, Operand *y, Token op, const char **cause)
{
    if (!assignable_to(ck, x, y->type, NULL) && !assignable_to(ck, y, x->type, NULL)) {
        *cause = arena_printf(ck->a, "mismatched types %s and %s", tstr(ck, x->type), tstr(ck, y->type));
        return y;
    }
    if (op == TokEql || op == TokNeq) {
        if (op_is_nil(x) || op_is_nil(y))
            return has_nil(op_is_nil(x) ? y->type : x->type) && !(op_is_nil(x) && op_is_nil(y)) ? NULL : y;
        if (!type_comparable(x->type)) {
            *cause = incomparable_cause(ck, x->type);
            return x;
        }
        if (!type_comparable(y->type)) {
            *cause = incomparable_cause(ck, y->type);
            return y;
        }
        return NULL;
    }
    if (!all_basic(x->type, BasicOrdered))
        return x;
    return all_basic(y->type, BasicOrdered) ? NULL : y;
}

void check_comparison(Checker *ck, Operand *x, Operand *y, Token op, bool switch_case)
{
    if (!is_valid(x->type) || !is_valid(y->type)) {
        x->mode = ModeInvalid;
        return;
    }
    if (switch_case)
        op = TokEql;
    const char *cause = "";
    Operand *at = comparison_fault(ck, x, y, op, &cause);
    if (at) {
        if (!cause[0] && (is_tparam(x->type) || is_tparam(y->type))) {
            if (!is_tparam(x->type))
                at = y;
            cause = arena_printf(ck->a, "type parameter %s cannot use operator %s", tstr(ck, at->type), tok_text[op]);
        } else if (!cause[0]) {
            const char *what = composite_kind(at->type);
            cause = arena_printf(ck->a, "operator %s not defined on %s", tok_text[op],
                                 what[0] ? what : tstr(ck, at->type));
        }
        const char *xs = node_string(ck, x->expr), *ys = node_string(ck, y->expr);
        if (switch_case)
            err_op(ck, x, "invalid case %s in switch on %s (%s)", xs, ys, cause);
        else
            err_op(ck, at, "invalid operation: %s %s %s (%s)", xs, tok_text[op], ys, cause);
        x->mode = ModeInvalid;
        return;
    }
    if (x->mode == ModeConstant && y->mode == ModeConstant) {
        x->val = known(x->val) && known(y->val) ? const_bool(ck->a, const_compare(op, x->val, y->val)) : unknown(ck);
    } else {
        x->mode = ModeValue;
        x->type = type_default(ck->ctx, x->type);
        y->type = type_default(ck->ctx, y->type);
        update_expr_type(ck, x->expr, x->type, true);
        update_expr_type(ck, y->expr, y->type, true);
        if (is_interface(x->type) && !is_interface(y->type))
            set_conv(y->expr, y->type, x->type);
        else if (is_interface(y->type) && !is_interface(x->type))
            set_conv(x->expr, x->type, y->type);
    }
    x->type = ck->ctx->basic[KindUntypedBool];
}

/* ---- shifts (spec: "Operators") ---- */

static bool shift_count(Checker *ck, Operand *y)
{
    Type *uint_type = ck->ctx->basic[KindUint];
    if (y->mode == ModeConstant) {
        Const *v = known(y->val) ? const_to_int(ck->a, y->val) : NULL;
        if (v && is_typed(y->type) && !is_integer(y->type)) { /* a constant of float type with an integral value */
            y->val = v;
            y->type = uint_type;
            if (y->expr) {
                y->expr->type = uint_type;
                y->expr->val = v;
            }
        }
        if (v && const_sign(v) < 0) {
            err_op(ck, y, "invalid operation: negative shift count %s", op_string(ck, y));
            return false;
        }
        if (is_untyped(y->type)) {
            Operand copy = *y;
            if (!representable(ck, &copy, uint_type))
                return false;
            if (copy.val)
                y->val = copy.val;
            if (!is_integer(y->type))
                convert_untyped(ck, y, uint_type); /* 1.0 counts as 1, before it becomes a float64 */
        }
        return true; /* whether the count fits is seen when it is used */
    } else if (all_basic(y->type, BasicInteger)) {
        if (!all_basic(y->type, BasicUnsigned) && !allow_version(ck, 13)) {
            version_error(ck, node_start(y->expr), 13, arena_printf(ck->a, "invalid operation: signed shift count %s", op_string(ck, y)));
            return false;
        }
        return true;
    } else if (is_untyped(y->type)) {
        convert_untyped(ck, y, uint_type);
        return y->mode != ModeInvalid;
    }
    err_op(ck, y, "invalid operation: shift count %s must be integer", op_string(ck, y));
    return false;
}

static void constant_shift(Checker *ck, Operand *x, Operand *y, Node *e, Token op, Const *xval)
{
    enum { Limit = 1023 - 1 + 52 }; /* as in gc */
    Type *untyped_int = ck->ctx->basic[KindUntypedInt];
    if (!known(x->val) || !known(y->val)) {
        x->val = unknown(ck);
        if (!is_integer(x->type))
            x->type = untyped_int;
        return;
    }
    uint64_t s;
    if (!xval || !const_get_uint64(y->val, &s) || s > Limit) {
        err_op(ck, y, "invalid operation: invalid shift count %s", op_string(ck, y));
        x->mode = ModeInvalid;
        return;
    }
    if (!is_integer(x->type))
        x->type = untyped_int;
    x->val = const_shift(ck->a, op, xval, s);
    if (e)
        x->expr = e;
    overflow_check(ck, x, op_pos(x->expr));
}

static void check_shift(Checker *ck, Operand *x, Operand *y, Node *e, Token op)
{
    Const *xval = x->mode == ModeConstant && known(x->val) ? const_to_int(ck->a, x->val) : NULL;
    bool fits = all_basic(x->type, BasicInteger) || (is_untyped(x->type) && xval);
    if (!fits) {
        err_op(ck, x, "invalid operation: shifted operand %s must be integer", op_string(ck, x));
        x->mode = ModeInvalid;
        return;
    }
    if (!shift_count(ck, y)) {
        x->mode = ModeInvalid;
        return;
    }
    if (x->mode == ModeConstant) {
        if (y->mode == ModeConstant) {
            constant_shift(ck, x, y, e, op, xval);
            return;
        }
        if (is_untyped(x->type)) {
            /* spec: the type is what it would be if the shift were replaced by its left operand: known later. */
            if (x->expr->flags & NodeUntyped) {
                x->expr->flags |= NodeLhsOfShift;
                for (Node *p = x->expr; p->kind == NodeParen; p = p->paren.x)
                    p->paren.x->flags |= NodeLhsOfShift;
            }
            x->mode = ModeValue;
            return;
        }
    }
    if (!all_basic(x->type, BasicInteger)) {
        err_op(ck, x, "invalid operation: shifted operand %s must be integer", op_string(ck, x));
        x->mode = ModeInvalid;
        return;
    }
    x->mode = ModeValue;
}

/* ---- binary operators ---- */

static bool may_convert(Operand *x, Operand *y)
{
    if (is_typed(x->type) && is_typed(y->type))
        return false;
    if (all_basic(x->type, BasicNumeric) != all_basic(y->type, BasicNumeric))
        return false;
    if (is_interface(x->type) || is_interface(y->type))
        return true;
    if (all_basic(x->type, BasicBoolean) != all_basic(y->type, BasicBoolean))
        return false;
    if (all_basic(x->type, BasicString) != all_basic(y->type, BasicString))
        return false;
    if (op_is_nil(x))
        return has_nil(y->type);
    if (op_is_nil(y))
        return has_nil(x->type);
    return under_kind(x->type) != KindPointer && under_kind(y->type) != KindPointer;
}

/* Converts untyped operands so that the types match, where that is possible at all. */
void match_types(Checker *ck, Operand *x, Operand *y)
{
    if (!may_convert(x, y))
        return;
    convert_untyped(ck, x, y->type);
    if (x->mode == ModeInvalid)
        return;
    convert_untyped(ck, y, x->type);
    if (y->mode == ModeInvalid)
        x->mode = ModeInvalid;
}

static bool zero_divisor(Checker *ck, Operand *x, Operand *y)
{
    if (y->mode != ModeConstant || !known(y->val))
        return false;
    if ((x->mode == ModeConstant || all_basic(x->type, BasicInteger)) && const_sign(y->val) == 0)
        return true;
    if (x->mode != ModeConstant || !is_complex(x->type))
        return false;
    Const *re = const_real(ck->a, y->val), *im = const_imag(ck->a, y->val); /* squares may be too small */
    Const *re2 = const_binary(ck->a, TokMul, re, re, false), *im2 = const_binary(ck->a, TokMul, im, im, false);
    return re2 && im2 && const_sign(re2) == 0 && const_sign(im2) == 0;
}

/* e: the expression; NULL for x op= y. */
void check_binary(Checker *ck, Operand *x, Node *e, Node *lhs, Node *rhs, Token op)
{
    Operand y = {0};
    check_expr(ck, NULL, x, lhs);
    check_expr(ck, NULL, &y, rhs);
    if (x->mode == ModeInvalid)
        return;
    if (y.mode == ModeInvalid) {
        x->mode = ModeInvalid;
        x->expr = y.expr;
        return;
    }
    if (is_shift(op)) {
        check_shift(ck, x, &y, e, op);
        return;
    }
    match_types(ck, x, &y);
    if (x->mode == ModeInvalid)
        return;
    if (is_comparison(op)) {
        check_comparison(ck, x, &y, op, false);
        return;
    }
    if (!type_identical(x->type, y.type)) {
        if (is_valid(x->type) && is_valid(y.type)) {
            const char *xt = tstr(ck, x->type), *yt = tstr(ck, y.type);
            if (e)
                err_op(ck, x, "invalid operation: %s (mismatched types %s and %s)", node_string(ck, e), xt, yt);
            else
                err_op(ck, x, "invalid operation: %s %s= %s (mismatched types %s and %s)", node_string(ck, lhs),
                       tok_text[op], node_string(ck, rhs), xt, yt);
        }
        x->mode = ModeInvalid;
        return;
    }
    if (!check_op(ck, x, op, false)) {
        x->mode = ModeInvalid;
        return;
    }
    if ((op == TokDiv || op == TokRem) && zero_divisor(ck, x, &y)) {
        err_op(ck, &y, "invalid operation: division by zero");
        x->mode = ModeInvalid;
        return;
    }
    if (x->mode == ModeConstant && y.mode == ModeConstant) {
        if (!known(x->val) || !known(y.val)) {
            x->val = unknown(ck);
            return;
        }
        x->val = const_binary(ck->a, op, x->val, y.val, op == TokDiv && is_integer(x->type));
        if (e)
            x->expr = e;
        overflow_check(ck, x, op_pos(x->expr));
        return;
    }
    x->mode = ModeValue;
}

/* ---- type assertions, indirection ---- */

void type_assertion(Checker *ck, Node *e, Operand *x, Type *t, bool type_switch)
{
    const char *cause = "";
    if (ck->instance_mode) /* what no type argument can satisfy fails when it runs */
        return;
    if (new_assertable_to(ck, x->type, t, &cause))
        return;
    if (type_switch)
        err_node(ck, e, "impossible type switch case: %s\n\t%s cannot have dynamic type %s %s", node_string(ck, e),
                 op_string(ck, x), tstr(ck, t), cause);
    else
        err_node(ck, e, "impossible type assertion: %s\n\t%s does not implement %s %s", node_string(ck, e), tstr(ck, t),
                 tstr(ck, x->type), cause);
}

static bool assert_expr(Checker *ck, Operand *x, Node *n)
{
    check_expr(ck, NULL, x, n->assert.x);
    if (x->mode == ModeInvalid)
        return false;
    if (is_tparam(x->type)) {
        err_op(ck, x, "invalid operation: cannot use type assertion on type parameter value %s", op_string(ck, x));
        return false;
    }
    if (under_kind(x->type) != KindInterface) {
        err_op(ck, x, "invalid operation: %s is not an interface", op_string(ck, x));
        return false;
    }
    Type *t = check_var_type(ck, n->assert.type);
    if (!is_valid(t))
        return false;
    type_assertion(ck, n, x, t, false);
    x->mode = ModeCommaOk;
    x->type = t;
    return true;
}

typedef struct DerefVisit {
    Checker *ck;
    Operand *x;
    Type *base;
} DerefVisit;

static bool visit_pointer(Type *t, Type *u, void *data)
{
    (void)t;
    DerefVisit *v = data;
    if (!u || u->kind != KindPointer) {
        err_op(v->ck, v->x, "invalid operation: cannot indirect %s", op_string(v->ck, v->x));
        return false;
    }
    if (v->base && !type_identical(u->pointer.elem, v->base)) {
        err_op(v->ck, v->x, "invalid operation: pointers of %s must have identical base types", op_string(v->ck, v->x));
        return false;
    }
    v->base = u->pointer.elem;
    return true;
}

static bool star_expr(Checker *ck, Operand *x, Node *n)
{
    check_expr_or_type(ck, x, n->star.x, false);
    if (x->mode == ModeInvalid)
        return false;
    if (x->mode == ModeType) {
        x->type = new_pointer(ck->ctx, valid_var_type(ck, n->star.x, x->type));
        return true;
    }
    if (op_is_nil(x)) {
        err_op(ck, x, "invalid operation: cannot indirect %s", op_string(ck, x));
        return false;
    }
    DerefVisit v = {ck, x, NULL};
    if (!each_type(x->type, visit_pointer, &v))
        return false;
    x->mode = ModeVariable;
    x->type = v.base;
    return true;
}

/* ---- any expression ---- */

static int expr_internal(Checker *ck, const Target *target, Operand *x, Node *n, Type *hint)
{
    invalidate(ck, x);
    bool ok = true;
    switch (n->kind) {
    case NodeName:
        check_ident(ck, x, n, NULL, false);
        break;
    case NodeBasicLit:
        basic_lit(ck, x, n);
        break;
    case NodeFuncLit:
        check_func_lit(ck, x, n);
        break;
    case NodeCompositeLit:
        check_composite_lit(ck, x, n, hint);
        break;
    case NodeParen: {
        raw_expr(ck, NULL, x, n->paren.x, NULL, false);
        int kind = unparen(n)->kind == NodeCall || (unparen(n)->kind == NodeUnary && unparen(n)->op == TokArrow)
                       ? KindStatement : KindExpression;
        x->expr = n;
        if (x->mode == ModeInvalid)
            return KindStatement;
        if (kind == KindStatement && unparen(n)->kind == NodeCall) {
            Node *call = unparen(n);
            if (call->call.kind == CallConversion)
                return KindConversion;
            if (call->call.kind == CallBuiltin && builtin_info[call->call.builtin].kind == 0)
                return KindExpression;
        }
        return kind;
    }
    case NodeSelector:
        selector(ck, x, n, NULL, false);
        break;
    case NodeIndex:
        if (index_expr(ck, x, n))
            func_inst(ck, target, x, n, true);
        break;
    case NodeSlice:
        slice_expr(ck, x, n);
        break;
    case NodeTypeAssert:
        ok = assert_expr(ck, x, n);
        break;
    case NodeTypeSwitchGuard:
        err_node(ck, n, "invalid syntax tree: use of .(type) outside type switch");
        use_expr(ck, n->guard.x);
        ok = false;
        break;
    case NodeCall:
        return check_call_expr(ck, x, n);
    case NodeUnary:
        check_unary(ck, x, n);
        if (x->mode != ModeInvalid && n->op == TokArrow) {
            x->expr = n;
            return KindStatement;
        }
        break;
    case NodeBinary:
        check_binary(ck, x, n, n->binary.x, n->binary.y, (Token)n->op);
        break;
    case NodeStar:
        ok = star_expr(ck, x, n);
        break;
    case NodeKeyValue:
        err_node(ck, n, "invalid syntax tree: no key:value expected");
        ok = false;
        break;
    case NodeArrayType: case NodeSliceType: case NodeStructType: case NodeFuncType: case NodeInterfaceType:
    case NodeMapType: case NodeChanType:
        x->type = check_type(ck, n);
        x->mode = ModeType;
        break;
    case NodeDotsType:
        err_node(ck, n, "invalid syntax tree: invalid use of ...");
        ok = false;
        break;
    default: /* NodeBad: reported by the parser */
        ok = false;
        break;
    }
    x->expr = n;
    if (!ok || x->mode == ModeInvalid) {
        x->mode = ModeInvalid;
        return KindStatement;
    }
    return KindExpression;
}

/* Generic types and functions need type arguments; a function may get them from the target. */
static void require_instance(Checker *ck, const Target *target, Operand *x)
{
    if (x->mode == ModeInvalid || x->mode == ModeNoValue || x->mode == ModeBuiltin || !x->type)
        return;
    const char *what = NULL;
    if ((x->type->kind == KindNamed && x->type->named.ntparams && !x->type->named.origin) ||
        (x->type->kind == KindAlias && x->type->alias.ntparams && !x->type->alias.origin)) {
        what = "type";
    } else if (x->type->kind == KindFunc && x->type->func.ntparams) {
        if (target && target->type && under_kind(target->type) == KindFunc) {
            func_inst(ck, target, x, x->expr, true);
            return;
        }
        what = "function";
    }
    if (what) {
        err_node(ck, x->expr, "cannot use generic %s %s without instantiation", what, node_string(ck, x->expr));
        invalidate(ck, x);
    }
}

static bool is_instance(Type *t)
{
    t = type_unalias(t);
    return t->kind == KindNamed && t->named.origin;
}

int check_raw(Checker *ck, const Target *target, Operand *x, Node *n, Type *hint, bool allow_generic)
{
    if (ck->depth > MaxDepth) {
        invalidate(ck, x);
        x->expr = n;
        return KindStatement;
    }
    ck->depth++;
    int kind = expr_internal(ck, target, x, n, hint);
    if (!allow_generic)
        require_instance(ck, target, x);
    if (x->mode != ModeInvalid && x->mode != ModeNoValue && ck->npath > 0 && !(x->mode == ModeType && is_instance(x->type)) &&
        !finite_size(ck, x->type))
        invalidate(ck, x);
    if (!x->expr)
        x->expr = n;
    Operand y = *x;
    y.expr = n;
    record(ck, &y);
    ck->depth--;
    return kind;
}

void raw_expr(Checker *ck, const Target *target, Operand *x, Node *n, Type *hint, bool allow_generic)
{
    check_raw(ck, target, x, n, hint, allow_generic);
}

int check_raw_stmt_expr(Checker *ck, Operand *x, Node *n) { return check_raw(ck, NULL, x, n, NULL, false); }

enum { NoValues = 1, NoBuiltins = 2, NoTypes = 4 };

static void exclude(Checker *ck, Operand *x, int what)
{
    const char *xs;
    if (x->mode == ModeNoValue && what & NoValues) {
        xs = op_string(ck, x);
        if (what & NoTypes)
            err_op(ck, x, "%s used as value", xs);
        else
            err_op(ck, x, "%s used as value or type", xs);
    } else if (x->mode == ModeBuiltin && what & NoBuiltins) {
        err_op(ck, x, "%s must be called", op_string(ck, x));
    } else if (x->mode == ModeType && what & NoTypes) {
        err_op(ck, x, "%s is not an expression", op_string(ck, x));
    } else {
        return;
    }
    x->mode = ModeInvalid;
}

void single_value(Checker *ck, Operand *x)
{
    if (x->mode == ModeValue && x->type->kind == KindTuple) {
        err_op(ck, x, "multiple-value %s in single-value context", op_string(ck, x));
        x->mode = ModeInvalid;
    }
}

/* x has been evaluated: it must be one value. */
void require_value(Checker *ck, Operand *x)
{
    exclude(ck, x, NoValues | NoBuiltins | NoTypes);
    single_value(ck, x);
}

void check_expr(Checker *ck, const Target *target, Operand *x, Node *n)
{
    raw_expr(ck, target, x, n, NULL, false);
    require_value(ck, x);
}

void check_generic_expr(Checker *ck, Operand *x, Node *n)
{
    raw_expr(ck, NULL, x, n, NULL, true);
    require_value(ck, x);
}

void check_multi_expr(Checker *ck, Operand *x, Node *n)
{
    raw_expr(ck, NULL, x, n, NULL, false);
    exclude(ck, x, NoValues | NoBuiltins | NoTypes);
}

void check_expr_with_hint(Checker *ck, Operand *x, Node *n, Type *hint)
{
    raw_expr(ck, NULL, x, n, hint, false);
    require_value(ck, x);
}

void check_expr_or_type(Checker *ck, Operand *x, Node *n, bool allow_generic)
{
    raw_expr(ck, NULL, x, n, NULL, allow_generic);
    exclude(ck, x, NoValues);
    single_value(ck, x);
}

/* ---- after errors: what is mentioned counts as used ---- */

void use_expr(Checker *ck, Node *n)
{
    if (!n)
        return;
    Operand x = {0};
    if (n->kind == NodeKeyValue)
        n = n->keyvalue.value;
    raw_expr(ck, NULL, &x, n, NULL, true);
}

void use_exprs(Checker *ck, NodeList list)
{
    for (uint32_t i = 0; i < list.n; i++)
        use_expr(ck, list.at[i]);
}

/* Variables on a left side are evaluated, but not used. */
void use_lhs(Checker *ck, NodeList list)
{
    for (uint32_t i = 0; i < list.n; i++) {
        Node *n = unparen(list.at[i]);
        if (n->kind != NodeName) {
            use_expr(ck, n);
            continue;
        }
        if (node_is_blank(n))
            continue;
        Object *o = lookup_parent(ck->env.scope, n->name.text, NULL);
        bool local = o && o->kind == ObjVar && o->pkg == ck->pkg;
        bool used = local && o->used;
        use_expr(ck, n);
        if (local)
            o->used = used;
    }
}
