/* order.c - calls come first.
 *
 * spec: "Order of evaluation": calls, receive operations, && and || happen from left to right, but whether
 * x is loaded before or after the call in x + f() is left open.  Programs notice, and expect what gc does:
 *
 *   - what may change variables (calls, receives, append, copy), && and ||, and what makes a value of its own
 *     (slicing, len and its like, assertions, []byte(s)) is evaluated first, in the order of the text;
 *   - then everything else: loads, indexing, arithmetic, conversions, literals.
 *
 * So x + f() loads x after the call, a[i] = f() looks i and a up after it, but len(s) + f() takes the length before.
 * What the runtime wants by address (larger values for an interface, keys, operands of a comparison) is copied first
 * when it has no address: T{x} of fmt.Println(T{x}, f()) holds the old x.
 *
 * An EvalOrder belongs to one statement's expressions.  order_add and order_operands list what comes first;
 * order_run evaluates the list as far as its last call, because what follows that may as well be
 * evaluated in its place; expr then finds the values in the list when it comes to the same nodes.  A call
 * in the list finds its own operands there in turn.  The operands of && and ||, the entries of map literals,
 * and the statements of a body that is inlined are evaluated at a time of their own, with an EvalOrder of their own. */
#include "compiler/ir/ir.h"

/* One of those that come first. */
typedef struct Early {
    Node *n;
    Val *v;         /* its values, not converted to n->conv; one, or a tuple's */
    uint32_t first; /* the list from here to this one is its operands' */
    bool changes;   /* it may change variables */
} Early;

void order_begin(Builder *s, EvalOrder *o)
{
    *o = (EvalOrder){.outer = s->order};
    s->order = o;
}

void order_end(Builder *s) { s->order = s->order->outer; }

EvalOrder *order_leave(Builder *s)
{
    EvalOrder *o = s->order;
    s->order = NULL;
    return o;
}

/* ---- what comes first ---- */

static void push(Builder *s, Node *n, uint32_t first, bool changes)
{
    EvalOrder *o = s->order;
    if (o->n == o->cap) {
        uint32_t cap = o->cap ? 2 * o->cap : 8;
        Early *list = NEW_ARRAY(s->arena, Early, cap);
        if (o->n)
            memcpy(list, o->list, o->n * sizeof *list);
        o->list = list;
        o->cap = cap;
    }
    if (changes)
        o->run = o->n + 1;
    o->list[o->n++] = (Early){n, NULL, first, changes};
}

void order_list(Builder *s, NodeList list)
{
    for (uint32_t i = 0; i < list.n; i++)
        order_add(s, list.at[i]);
}

typedef enum When { InPlace, First, FirstAndChanges } When;

static When when_builtin(BuiltinId id)
{
    switch (id) {
    case BuiltinAppend: case BuiltinCopy: case BuiltinRecover: return FirstAndChanges;
    case BuiltinLen: case BuiltinCap: case BuiltinReal: case BuiltinImag: case BuiltinComplex:
    case BuiltinMin: case BuiltinMax: case BuiltinMake: case BuiltinNew: return First;
    default: return InPlace;
    }
}

static When when(const Node *n)
{
    switch (n->kind) {
    case NodeCall:
        if (n->call.kind == CallBuiltin)
            return when_builtin((BuiltinId)n->call.builtin);
        if (n->call.kind == CallPlain)
            return FirstAndChanges;
        return under_kind(n->type) == KindSlice && is_string(n->call.args.at[0]->type) ? First : InPlace;
    case NodeUnary: return n->op == TokArrow ? FirstAndChanges : InPlace;
    case NodeBinary: return n->op == TokAndAnd || n->op == TokOrOr ? FirstAndChanges : InPlace;
    case NodeCompositeLit: return under_kind(n->type) == KindMap ? FirstAndChanges : InPlace;
    case NodeSlice: return First;
    case NodeTypeAssert: return is_direct_iface(n->type) ? InPlace : First;
    default: return InPlace;
    }
}

/* n goes to the runtime by address; its operands are in the list from first on. */
static void by_address(Builder *s, Node *n, uint32_t first)
{
    n = unparen(n);
    if (n->mode == ModeNil || n->val || in_memory(s, n) || when(n) != InPlace)
        return;
    push(s, n, first, false);
    s->order->copies = true;
}

static bool is_word(Type *t)
{
    return !has_pointers(t) && type_align(t) == type_size(t) && type_size(t) >= 2 && type_size(t) <= 8;
}

/* An interface of n's value is made by address: not of a word, a string, or a slice. */
static void boxed(Builder *s, Node *n, uint32_t first)
{
    Type *t = n->type;
    while (under_kind(t) == KindStruct && type_under(t)->strct.n == 1)
        t = type_under(t)->strct.fields[0]->type;
    if (!is_interface(t) && !is_word(n->type) && !is_string(t) && under_kind(t) != KindSlice)
        by_address(s, n, first);
}

static void literal_operands(Builder *s, Node *n)
{
    Type *t = n->type;
    if (under_kind(t) == KindPointer) /* &T elided */
        t = type_under(t)->pointer.elem;
    if (under_kind(t) == KindMap)
        return;
    for (uint32_t i = 0; i < n->complit.elems.n; i++) {
        Node *e = n->complit.elems.at[i];
        order_add(s, e->kind == NodeKeyValue ? e->keyvalue.value : e);
    }
}

static void call_operands(Builder *s, Node *n)
{
    uint32_t first = s->order->n;
    if (n->call.kind == CallPlain) {
        Node *fun = unparen(n->call.fun);
        if (fun->kind == NodeSelector)
            order_operands(s, fun); /* a method is no value here */
        else
            order_add(s, fun);
    }
    order_list(s, n->call.args);
    if (n->call.kind == CallConversion && is_interface(n->type))
        boxed(s, n->call.args.at[0], first);
}

void order_operands(Builder *s, Node *n)
{
    uint32_t first = s->order->n;
    switch (n->kind) {
    case NodeParen: order_operands(s, n->paren.x); break;
    case NodeCompositeLit: literal_operands(s, n); break;
    case NodeSelector:
        if (n->select.selection && n->select.selection->kind != SelMethodExpr)
            order_add(s, n->select.x);
        break;
    case NodeIndex:
        if (n->index.instance)
            break;
        order_add(s, n->index.x);
        order_list(s, n->index.indices);
        if (under_kind(n->index.x->type) == KindMap && map_key_by_address(n->index.x->type))
            by_address(s, n->index.indices.at[0], first);
        break;
    case NodeSlice:
        order_add(s, n->slice.x);
        order_add(s, n->slice.lo);
        order_add(s, n->slice.hi);
        order_add(s, n->slice.max);
        break;
    case NodeTypeAssert: order_add(s, n->assert.x); break;
    case NodeCall: call_operands(s, n); break;
    case NodeUnary: order_add(s, n->unary.x); break;
    case NodeStar: order_add(s, n->star.x); break;
    case NodeBinary:
        if (n->op == TokAndAnd || n->op == TokOrOr)
            break;
        order_add(s, n->binary.x);
        order_add(s, n->binary.y);
        if (under_kind(n->binary.x->type) == KindStruct || under_kind(n->binary.x->type) == KindArray) {
            by_address(s, n->binary.x, first);
            by_address(s, n->binary.y, first);
        }
        break;
    default: break;
    }
}

void order_add(Builder *s, Node *n)
{
    if (!n || n->mode == ModeType || n->mode == ModeNil || (n->val && n->mode == ModeConstant))
        return;
    n = unparen(n);
    uint32_t first = s->order->n;
    order_operands(s, n);
    When w = when(n);
    if (w != InPlace)
        push(s, n, first, w == FirstAndChanges);
    if (n->conv && is_interface(n->conv))
        boxed(s, n, first);
}

/* ---- their evaluation ---- */

static bool is_tuple(const Node *n) { return n->type && n->type->kind == KindTuple; }

void order_run(Builder *s)
{
    EvalOrder *o = s->order;
    for (uint32_t i = 0; i < o->run; i++) {
        Early *e = &o->list[i];
        o->first = o->next = e->first;
        o->ready = i;
        e->v = NEW_ARRAY(s->arena, Val, is_tuple(e->n) ? e->n->type->tuple.n + 1 : 1);
        if (is_tuple(e->n))
            expr_tuple(s, e->n, e->v);
        else
            e->v[0] = val_copy(s, expr_noconv(s, e->n));
    }
    o->first = o->next = 0;
    o->ready = o->run;
}

/* Values are asked for in about the order of the list: the search starts behind the one found last. */
const Val *order_find(Builder *s, const Node *n)
{
    EvalOrder *o = s->order;
    if (o->first == o->ready || (when(n) == InPlace && !o->copies))
        return NULL;
    for (uint32_t k = o->first, i = o->next; k < o->ready; k++, i++) {
        if (i >= o->ready)
            i = o->first;
        if (o->list[i].n == n) {
            o->next = i + 1;
            return o->list[i].v;
        }
    }
    return NULL;
}
