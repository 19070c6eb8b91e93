/* staticinit.c - values that are known when the program is compiled.
 *
 * A package variable with such a value is data, and needs no code.  Known are
 * constants, nil, functions, addresses of package variables, composite
 * literals of known values, and at package level also what has to be
 * allocated once: &T{...}, slices, values in interfaces, and calls of small
 * functions that only return such a value (errors.New("...")).
 *
 * Of a literal that holds other values too, what is known is data, and code
 * stores the rest (static_parts).
 *
 * Each value is walked twice: without a symbol, to see whether all of it is
 * known, and then to write it; the first walk leaves nothing behind. */
#include "compiler/ir/ir.h"

#include <stdio.h>

/* A call of a function that only returns an expression: its parameters stand
 * for the arguments. */
typedef struct StaticCall {
    const FuncVars *f;
    NodeList args;
    const struct StaticCall *outer; /* where the arguments are evaluated */
    int depth;
} StaticCall;

typedef struct Static {
    Ir *ir;
    LSym *s;     /* where to; NULL: only look */
    bool allocate; /* &T{...} and slices may become symbols: the code runs once */
    const StaticCall *call; /* what is looked at is the body of this call, NULL */
} Static;

static bool put_value(Static *st, int64_t off, Type *t, Node *n);
static bool place_of(Ir *ir, Node *x, LSym **s, int64_t *off);

static bool looking(const Static *st) { return st->s == NULL; }

/* ---- symbols ---- */

static LSym *data_lsym(Ir *ir, const char *name) { return obj_lookup(ir->obj, name, ABIInternal); }

static LSym *new_static(Ir *ir)
{
    return data_lsym(ir, arena_printf(ir->arena, "%s..stmp_%u", ir->pkg->path, ir->nstatics++));
}

static bool all_zero(const LSym *s)
{
    for (size_t i = 0; i < s->data.len; i++)
        if (s->data.data[i])
            return false;
    return s->nrelocs == 0;
}

/* gc's limit; larger literals are made when the program runs. */
enum { MaxSymbol = 2000000000 };

static bool too_large(Type *t) { return type_size(t) > MaxSymbol; }

/* Gives a variable's symbol its section once its bytes are there. */
static void define_variable(Ir *ir, LSym *s, Type *t)
{
    bool zero = all_zero(s), pointers = has_pointers(t);
    if (zero)
        s->data.len = 0;
    obj_new_data(s, zero ? (pointers ? SymBss : SymNoptrbss) : pointers ? SymData : SymNoptrdata, 0, (uint32_t)type_align(t));
    obj_set_size(s, type_size(t) ? (uint64_t)type_size(t) : 1); /* the linker keeps no symbol without bytes */
    s->gotype = data_lsym(ir, sym_type(ir, t));
}

static void define_readonly(LSym *s, Type *t, uint16_t flags)
{
    obj_new_data(s, SymRodata, flags, (uint32_t)type_align(t));
    obj_set_size(s, (uint64_t)type_size(t));
}

/* ---- constants ---- */

static void put_float(LSym *s, int64_t off, double d, int size)
{
    uint64_t bits = 0;
    float f = (float)d;
    if (size == 4)
        memcpy(&bits, &f, 4);
    else
        memcpy(&bits, &d, 8);
    obj_put_int(s, (uint64_t)off, bits, size);
}

static bool put_string(Static *st, int64_t off, const char *p, size_t n)
{
    if (looking(st) || n == 0)
        return true;
    obj_put_addr(st->s, (uint64_t)off, data_lsym(st->ir, sym_string(st->ir, p, n)), 0);
    obj_put_int(st->s, (uint64_t)off + 8, n, 8);
    return true;
}

static bool put_const(Static *st, int64_t off, Type *t, const Const *c)
{
    Type *u = type_under(t);
    int size = (int)type_size(u);
    switch (u->kind) {
    case KindString: return c->kind == ConstString && put_string(st, off, c->str.s, c->str.len);
    case KindFloat32: case KindFloat64:
        if (!looking(st))
            put_float(st->s, off, size == 4 ? (double)const_get_float32(c) : const_get_float64(c), size);
        return true;
    case KindComplex64: case KindComplex128:
        if (!looking(st)) {
            put_float(st->s, off, const_get_float64(c), size / 2);
            put_float(st->s, off + size / 2, const_get_imag64(c), size / 2);
        }
        return true;
    default:
        if (u->kind > KindUintptr || u->kind == KindInvalid)
            return false;
        if (!looking(st))
            obj_put_int(st->s, (uint64_t)off, const_bits(c, t), size);
        return true;
    }
}

/* Weak and named by content: equal constants share one. */
const char *const_image(Ir *ir, Type *t, const Const *c)
{
    Type *u = type_under(t);
    const char *name;
    if (u->kind == KindString) {
        if (c->str.len == 0)
            return "runtime.zeroVal";
        name = arena_printf(ir->arena, "go:stringhdr.%s", sym_string(ir, c->str.s, c->str.len) + strlen("go:string."));
    } else if (u->kind >= KindBool && u->kind <= KindComplex128) {
        LSym bytes = {0};
        Static st = {.ir = ir, .s = &bytes};
        put_const(&st, 0, t, c);
        char hex[2 * 16 + 1] = "";
        for (size_t i = 0; i < bytes.data.len && i < 16; i++)
            snprintf(hex + 2 * i, 3, "%02x", (unsigned char)bytes.data.data[i]);
        buf_free(&bytes.data);
        name = arena_printf(ir->arena, "go:const.%lld.%s", (long long)type_align(t), hex);
    } else {
        return NULL;
    }
    LSym *s = data_lsym(ir, name);
    if (!(s->flags & SymDefined)) {
        Static st = {.ir = ir, .s = s};
        put_const(&st, 0, t, c);
        define_readonly(s, t, SymDupok);
    }
    return name;
}

/* ---- literals ---- */

static Node *element(Node *e) { return e->kind == NodeKeyValue ? e->keyvalue.value : e; }

static int64_t element_index(Node *e, int64_t next)
{
    if (e->kind == NodeKeyValue)
        const_get_int64(e->keyvalue.key->val, &next);
    return next;
}

static bool put_elements(Static *st, int64_t off, Type *elem, Node *n)
{
    int64_t next = 0, size = type_size(elem);
    for (uint32_t i = 0; i < n->complit.elems.n; i++) {
        Node *e = n->complit.elems.at[i];
        int64_t at = element_index(e, next);
        next = at + 1;
        if (!put_value(st, off + at * size, elem, element(e)))
            return false;
    }
    return true;
}

static bool put_fields(Static *st, int64_t off, Type *u, Node *n)
{
    for (uint32_t i = 0; i < n->complit.elems.n; i++) {
        Node *e = n->complit.elems.at[i];
        uint32_t f = e->kind == NodeKeyValue ? e->keyvalue.key->obj->var.index : i;
        Static look = {st->ir, NULL, st->allocate, st->call};
        if (!put_value(is_blank_field(u, f) ? &look : st, off + field_offset(u, f), u->strct.fields[f]->type, element(e)))
            return false;
    }
    return true;
}

static int64_t literal_len(Node *n)
{
    int64_t next = 0, len = 0;
    for (uint32_t i = 0; i < n->complit.elems.n; i++) {
        next = element_index(n->complit.elems.at[i], next) + 1;
        len = next > len ? next : len;
    }
    return len;
}

/* The literal's array in a symbol of its own. */
static bool put_slice(Static *st, int64_t off, Type *u, Node *n)
{
    int64_t len = literal_len(n);
    Static inner = {st->ir, NULL, st->allocate, st->call};
    if (!st->allocate)
        return false;
    Type *arr = new_array(st->ir->types, u->slice.elem, len);
    if (looking(st))
        return !too_large(arr) && put_elements(&inner, 0, u->slice.elem, n);
    inner.s = type_size(arr) ? new_static(st->ir) : data_lsym(st->ir, "runtime.zerobase");
    put_elements(&inner, 0, u->slice.elem, n);
    if (type_size(arr))
        define_variable(st->ir, inner.s, arr);
    obj_put_addr(st->s, (uint64_t)off, inner.s, 0);
    obj_put_int(st->s, (uint64_t)off + 8, (uint64_t)len, 8);
    obj_put_int(st->s, (uint64_t)off + 16, (uint64_t)len, 8);
    return true;
}

/* n's elements as a value of type t, which elided types may not spell. */
static bool put_literal(Static *st, int64_t off, Type *t, Node *n)
{
    Type *u = type_under(t);
    switch (u->kind) {
    case KindStruct: return put_fields(st, off, u, n);
    case KindArray: return put_elements(st, off, u->array.elem, n);
    case KindSlice: return put_slice(st, off, u, n);
    default: return false; /* maps are made by code */
    }
}

/* &T{...} */
static bool put_literal_addr(Static *st, int64_t off, Type *t, Node *n)
{
    Static inner = {st->ir, NULL, st->allocate, st->call};
    if (!st->allocate)
        return false;
    if (looking(st))
        return !too_large(t) && put_literal(&inner, 0, t, n);
    if (type_size(t) == 0) {
        obj_put_addr(st->s, (uint64_t)off, data_lsym(st->ir, "runtime.zerobase"), 0);
        return true;
    }
    inner.s = new_static(st->ir);
    put_literal(&inner, 0, t, n);
    define_variable(st->ir, inner.s, t);
    obj_put_addr(st->s, (uint64_t)off, inner.s, 0);
    return true;
}

/* ---- package variables ---- */

static bool is_package_var(const Object *v) { return v && v->kind == ObjVar && v->var.role == VarGlobal; }

/* Finds the symbol and offset that x denotes. */
static bool place_of(Ir *ir, Node *x, LSym **s, int64_t *off)
{
    x = unparen(x);
    if ((x->kind == NodeName || (x->kind == NodeSelector && !x->select.selection)) && is_package_var(x->obj)) {
        *s = data_lsym(ir, type_size(x->obj->type) ? var_link_name(ir->types, x->obj) : "runtime.zerobase");
        *off = 0;
        return true;
    }
    if (x->kind == NodeSelector && x->select.selection && x->select.selection->kind == SelField) {
        const Selection *sel = x->select.selection;
        if (!place_of(ir, x->select.x, s, off))
            return false;
        Type *t = x->select.x->type;
        for (uint32_t i = 0; i < sel->npath; i++) {
            Type *u = type_under(t);
            if (u->kind != KindStruct)
                return false;
            *off += field_offset(u, sel->path[i]);
            t = u->strct.fields[sel->path[i]]->type;
        }
        return true;
    }
    if (x->kind == NodeIndex && x->index.indices.n == 1) {
        Node *i = x->index.indices.at[0];
        int64_t at;
        if (under_kind(x->index.x->type) != KindArray || !i->val || !const_get_int64(i->val, &at) ||
            !place_of(ir, x->index.x, s, off))
            return false;
        *off += at * type_size(x->type);
        return true;
    }
    return false;
}

static bool put_address(Static *st, int64_t off, Node *x)
{
    x = unparen(x);
    if (x->kind == NodeCompositeLit)
        return put_literal_addr(st, off, x->type, x);
    LSym *to;
    int64_t at;
    if (!place_of(st->ir, x, &to, &at))
        return false;
    if (!looking(st))
        obj_put_addr(st->s, (uint64_t)off, to, at);
    return true;
}

/* The initial value of another variable that is data already and that nobody changes. */
static bool put_copy(Static *st, int64_t off, Type *t, const Object *v)
{
    if (under_kind(v->type) == KindString) /* the linker may set it: -X */
        return false;
    if (!map_has(&st->ir->static_vars, v) || v->var.reassigned || v->var.addrtaken || !st->allocate)
        return false;
    if (looking(st))
        return true;
    LSym *from = data_lsym(st->ir, var_link_name(st->ir->types, (Object *)v));
    uint64_t size = (uint64_t)type_size(t);
    obj_put_bytes(st->s, (uint64_t)off, from->data.data, from->data.len < size ? from->data.len : size);
    for (size_t i = 0; i < from->nrelocs; i++) {
        Reloc r = from->relocs[i];
        r.off += (uint32_t)off;
        obj_reloc(st->s, r);
    }
    obj_set_size(st->s, (uint64_t)off + size);
    return true;
}

/* ---- functions ---- */

static bool put_funcval(Static *st, int64_t off, const char *name, SsaABI abi)
{
    obj_put_addr(st->s, (uint64_t)off, data_lsym(st->ir, sym_funcval(st->ir, name, abi)), 0);
    return true;
}

static bool put_func(Static *st, int64_t off, Object *f, const Instance *in)
{
    SsaABI direct; /* a value's code is for Go */
    if (looking(st))
        return true;
    const char *name = func_sym_name(st->ir, in && in->func ? in->func : f, &direct);
    return put_funcval(st, off, name, SsaABIInternal);
}

static bool put_func_lit(Static *st, int64_t off, Node *n)
{
    FuncVars *f = n->funclit.info;
    if (f->ncaptures)
        return false;
    if (looking(st))
        return true;
    const char *name = closure_name(st->ir, f);
    ir_queue(st->ir, (PendingFunc){.name = name, .build = build_func, .arg = f, .abi = SsaABIInternal, .pos = n->pos});
    return put_funcval(st, off, name, SsaABIInternal);
}

static bool put_name(Static *st, int64_t off, Type *t, Node *n, const Instance *in)
{
    if (n->obj && n->obj->kind == ObjFunc)
        return put_func(st, off, n->obj, in);
    return is_package_var(n->obj) && put_copy(st, off, t, n->obj);
}

static bool put_selector(Static *st, int64_t off, Type *t, Node *n)
{
    const Selection *sel = n->select.selection;
    if (!sel)
        return put_name(st, off, t, n, n->select.instance);
    if (sel->kind != SelMethodExpr)
        return false;
    if (looking(st))
        return true;
    return put_funcval(st, off, method_expr_func(st->ir, sel->recv, sel->obj), SsaABIInternal);
}

/* ---- conversions ---- */

/* A concrete value in an interface: its data is a read-only copy. */
static bool put_iface(Static *st, int64_t off, Type *iface, Type *t, Node *n)
{
    Ir *ir = st->ir;
    Static inner = {ir, NULL, st->allocate, st->call};
    bool direct = is_direct_iface(t);
    if (looking(st))
        return put_value(&inner, 0, t, n);
    const char *word = is_empty_interface(iface) ? sym_type(ir, t) : sym_itab(ir, t, iface);
    use_in_iface(ir, st->s->name, t);
    obj_put_addr(st->s, (uint64_t)off, data_lsym(ir, word), 0);
    if (direct)
        return put_value(st, off + 8, t, n);
    const char *image = n->val ? const_image(ir, t, n->val) : type_size(t) == 0 ? "runtime.zerobase" : NULL;
    if (image) {
        inner.s = data_lsym(ir, image);
    } else {
        inner.s = new_static(ir);
        put_value(&inner, 0, t, n);
        define_readonly(inner.s, t, 0);
    }
    obj_put_addr(st->s, (uint64_t)off + 8, inner.s, 0);
    return true;
}

/* []byte("text") */
static bool put_bytes(Static *st, int64_t off, Type *t, const Const *c)
{
    if (!st->allocate || c->kind != ConstString)
        return false;
    if (looking(st))
        return true;
    LSym *s = data_lsym(st->ir, "runtime.zerobase");
    if (c->str.len) {
        s = new_static(st->ir);
        obj_put_bytes(s, 0, c->str.s, c->str.len);
        define_variable(st->ir, s, new_array(st->ir->types, type_under(t)->slice.elem, (int64_t)c->str.len));
    }
    obj_put_addr(st->s, (uint64_t)off, s, 0);
    obj_put_int(st->s, (uint64_t)off + 8, c->str.len, 8);
    obj_put_int(st->s, (uint64_t)off + 16, c->str.len, 8);
    return true;
}

static bool is_pointer_kind(TypeKind k) { return k == KindPointer || k == KindUnsafePointer; }

static bool put_conversion(Static *st, int64_t off, Type *to, Node *x)
{
    Type *from = x->type;
    if (x->mode == ModeNil)
        return true;
    TypeKind f = under_kind(from), t = under_kind(to);
    if (t == KindInterface)
        return f != KindInterface && put_iface(st, off, to, from, x);
    if (x->val)
        return t == KindSlice && type_size(type_under(to)->slice.elem) == 1 && put_bytes(st, off, to, x->val);
    if ((is_pointer_kind(f) && is_pointer_kind(t)) || (f == t && f > KindUnsafePointer))
        return put_value(st, off, from, x); /* the same bits */
    return false;
}

/* ---- any value ---- */

/* The argument that a parameter of the call stands for, or NULL. */
static Node *argument_of(const Static *st, const Node *n)
{
    const Type *in = st->call && n->kind == NodeName && n->obj ? st->call->f->sig->func.params : NULL;
    for (uint32_t i = 0; in && i < in->tuple.n; i++)
        if (in->tuple.vars[i] == n->obj)
            return unparen(st->call->args.at[i]);
    return NULL;
}

/* A constant that only the arguments make one: concatenated strings. */
static const Const *known_const(const Static *st, Node *n)
{
    n = unparen(n);
    if (n->val)
        return n->val;
    Node *arg = argument_of(st, n);
    if (arg) {
        Static outer = *st;
        outer.call = st->call->outer;
        return known_const(&outer, arg);
    }
    if (n->kind != NodeBinary || n->op != TokAdd || under_kind(n->type) != KindString)
        return NULL;
    const Const *x = known_const(st, n->binary.x), *y = x ? known_const(st, n->binary.y) : NULL;
    return y && x->kind == ConstString && y->kind == ConstString ? const_binary(st->ir->arena, TokAdd, x, y, false) : NULL;
}

/* An argument may be used any number of times: it must not allocate. */
static bool is_shareable(const Static *st, Node *n)
{
    n = unparen(n);
    if (n->val || n->mode == ModeNil || (n->kind == NodeName && n->obj && n->obj->kind == ObjFunc))
        return true;
    Node *arg = argument_of(st, n);
    if (arg) {
        Static outer = *st;
        outer.call = st->call->outer;
        return is_shareable(&outer, arg);
    }
    LSym *s;
    int64_t off;
    return n->kind == NodeUnary && n->op == TokAnd && place_of(st->ir, n->unary.x, &s, &off);
}

/* The function's only expression, if that is all there is to it. */
static Node *only_expression(Ir *ir, Node *call, const FuncVars **f)
{
    Object *callee = call_static_callee(call);
    if (!callee || callee->kind != ObjFunc || callee->func.origin || call->call.dots)
        return NULL;
    Type *sig = type_under(callee->type);
    if (sig->kind != KindFunc || sig->func.recv || sig->func.variadic || sig->func.results->tuple.n != 1 ||
        sig->func.params->tuple.n != call->call.args.n)
        return NULL;
    *f = inline_body(ir, callee);
    NodeList body = *f ? (*f)->body->block.stmts : (NodeList){0};
    if (body.n != 1 || body.at[0]->kind != NodeReturnStmt || body.at[0]->return_stmt.results.n != 1)
        return NULL;
    return body.at[0]->return_stmt.results.at[0];
}

static bool put_plain_call(Static *st, int64_t off, Node *n)
{
    enum { MaxDepth = 8 };
    StaticCall c = {.args = n->call.args, .outer = st->call, .depth = st->call ? st->call->depth + 1 : 0};
    Node *x = st->allocate && c.depth < MaxDepth ? only_expression(st->ir, n, &c.f) : NULL;
    if (!x)
        return false;
    Static look = *st;
    look.s = NULL;
    for (uint32_t i = 0; i < c.args.n; i++)
        if (!is_shareable(st, c.args.at[i]) || !put_value(&look, 0, c.f->sig->func.params->tuple.vars[i]->type, c.args.at[i]))
            return false;
    Static inner = *st;
    inner.call = &c;
    return put_value(&inner, off, n->type, x);
}

static bool put_call(Static *st, int64_t off, Type *t, Node *n)
{
    if (!type_identical(type_under(t), type_under(n->type)))
        return false;
    return n->call.kind == CallConversion ? put_conversion(st, off, n->type, n->call.args.at[0])
                                          : n->call.kind == CallPlain && put_plain_call(st, off, n);
}

static bool put_concat(Static *st, int64_t off, Node *n)
{
    const Const *c = known_const(st, n);
    return c && put_const(st, off, n->type, c);
}

/* n as a value of type t, to which the context converts it. */
static bool put_value(Static *st, int64_t off, Type *t, Node *n)
{
    n = unparen(n);
    if (n->mode == ModeNil)
        return true;
    if (!n->type)
        return false;
    if (under_kind(t) == KindInterface && under_kind(n->type) != KindInterface)
        return put_iface(st, off, t, n->type, n);
    if (under_kind(t) == KindInterface && !type_identical(type_under(t), type_under(n->type)))
        return false; /* another table, found by code */
    if (n->val)
        return put_const(st, off, n->type, n->val);
    Node *arg = argument_of(st, n);
    if (arg) {
        Static outer = *st;
        outer.call = st->call->outer;
        return put_value(&outer, off, n->type, arg);
    }
    switch (n->kind) {
    case NodeCompositeLit:
        if (under_kind(n->type) == KindPointer) /* &T elided */
            return put_literal_addr(st, off, type_under(n->type)->pointer.elem, n);
        return put_literal(st, off, n->type, n);
    case NodeUnary: return n->op == TokAnd && put_address(st, off, n->unary.x);
    case NodeFuncLit: return put_func_lit(st, off, n);
    case NodeName: return put_name(st, off, n->type, n, n->name.instance);
    case NodeSelector: return put_selector(st, off, n->type, n);
    case NodeIndex:
        if (!n->index.instance)
            return false;
        return n->index.instance->func && put_func(st, off, n->index.instance->func, NULL);
    case NodeCall: return put_call(st, off, t, n);
    case NodeBinary: return put_concat(st, off, n);
    default: return false;
    }
}

bool static_value(Ir *ir, LSym *s, int64_t off, Type *t, Node *n)
{
    Static st = {ir, NULL, true, NULL};
    if (!put_value(&st, off, t, n))
        return false;
    st.s = s;
    return put_value(&st, off, t, n);
}

bool static_init(Ir *ir, Object *v, Node *rhs)
{
    Static look = {ir, NULL, true, NULL};
    if (too_large(v->type))
        return false;
    if (strcmp(v->name, "_") == 0)
        return put_value(&look, 0, v->type, rhs);
    if (!static_value(ir, data_lsym(ir, var_link_name(ir->types, v)), 0, v->type, rhs))
        return false;
    map_put(&ir->static_vars, v, v);
    return true;
}

/* ---- literals of which a part is known ---- */

static void spread(Ir *ir, InitParts *parts, LSym *s, int64_t off, Type *t, Node *n);

static void spread_elements(Ir *ir, InitParts *parts, LSym *s, int64_t off, Type *elem, Node *n)
{
    int64_t next = 0, size = type_size(elem);
    for (uint32_t i = 0; i < n->complit.elems.n; i++) {
        Node *e = n->complit.elems.at[i];
        int64_t at = element_index(e, next);
        next = at + 1;
        spread(ir, parts, s, off + at * size, elem, element(e));
    }
}

static void spread_fields(Ir *ir, InitParts *parts, LSym *s, int64_t off, Type *u, Node *n)
{
    for (uint32_t i = 0; i < n->complit.elems.n; i++) {
        Node *e = n->complit.elems.at[i];
        uint32_t f = e->kind == NodeKeyValue ? e->keyvalue.key->obj->var.index : i;
        spread(ir, parts, is_blank_field(u, f) ? NULL : s, off + field_offset(u, f), u->strct.fields[f]->type, element(e));
    }
}

/* What the literal allocates is a symbol: its code runs once. */
static void spread_object(Ir *ir, InitParts *parts, LSym *s, int64_t off, Type *t, Node *n)
{
    LSym *to = new_static(ir);
    if (type_under(t)->kind == KindStruct)
        spread_fields(ir, parts, to, 0, type_under(t), n);
    else
        spread_elements(ir, parts, to, 0, type_elem(type_under(t)), n);
    define_variable(ir, to, t);
    obj_put_addr(s, (uint64_t)off, to, 0);
}

/* The type of what the literal n makes, when that is a symbol's content: of a slice its array. NULL: n is no such literal. */
static Type *object_type(Ir *ir, Type *t, Node *n)
{
    Type *u = type_under(t), *object = NULL;
    if (u->kind == KindSlice && n->kind == NodeCompositeLit)
        object = new_array(ir->types, u->slice.elem, literal_len(n));
    if (u->kind == KindPointer && n->kind == NodeCompositeLit)
        object = u->pointer.elem; /* &T elided */
    if (n->kind == NodeUnary && n->op == TokAnd && unparen(n->unary.x)->kind == NodeCompositeLit)
        object = unparen(n->unary.x)->type;
    TypeKind k = object ? type_under(object)->kind : KindInvalid;
    bool fits = (k == KindStruct || k == KindArray) && type_size(object) && !too_large(object);
    return fits ? object : NULL;
}

/* Puts what is known of n at s + off, and notes the rest. */
static void spread(Ir *ir, InitParts *parts, LSym *s, int64_t off, Type *t, Node *n)
{
    n = unparen(n);
    if (s && static_value(ir, s, off, t, n))
        return;
    bool literal = s && n->type && type_identical(t, n->type);
    TypeKind k = type_under(t)->kind;
    Type *object = literal ? object_type(ir, t, n) : NULL;
    if (object) {
        spread_object(ir, parts, s, off, object, n->kind == NodeUnary ? unparen(n->unary.x) : n);
        if (k == KindSlice) {
            obj_put_int(s, (uint64_t)off + 8, (uint64_t)literal_len(n), 8);
            obj_put_int(s, (uint64_t)off + 16, (uint64_t)literal_len(n), 8);
        }
    } else if (literal && n->kind == NodeCompositeLit && k == KindStruct) {
        spread_fields(ir, parts, s, off, type_under(t), n);
    } else if (literal && n->kind == NodeCompositeLit && k == KindArray) {
        spread_elements(ir, parts, s, off, type_under(t)->array.elem, n);
    } else {
        InitPart *part = NEW(ir->arena, InitPart);
        *part = (InitPart){.to = s ? s->name : NULL, .off = off, .type = t, .value = n};
        *parts->end = part;
        parts->end = &part->next;
    }
}

InitParts *static_parts(Ir *ir, Object *v, Node *rhs)
{
    Node *n = unparen(rhs);
    Node *lit = n->kind == NodeUnary && n->op == TokAnd ? unparen(n->unary.x) : n;
    if (lit->kind != NodeCompositeLit || strcmp(v->name, "_") == 0 || too_large(v->type) || under_kind(lit->type) == KindMap ||
        !n->type || !type_identical(v->type, n->type) || (n != lit && !object_type(ir, v->type, n)))
        return NULL;
    InitParts *parts = NEW(ir->arena, InitParts);
    parts->end = &parts->first;
    spread(ir, parts, data_lsym(ir, var_link_name(ir->types, v)), 0, v->type, n);
    return parts;
}

/* Only for values that each run of the literal makes anew: nothing in them may be shared by address. */
const char *static_image(Ir *ir, Node *lit, Type *arr)
{
    Static st = {ir, NULL, false, NULL};
    if (too_large(arr) || !put_elements(&st, 0, type_under(arr)->array.elem, lit))
        return NULL;
    st.s = new_static(ir);
    put_elements(&st, 0, type_under(arr)->array.elem, lit);
    define_readonly(st.s, arr, 0);
    return st.s->name;
}

const char *static_list(Ir *ir, Node **at, uint32_t n, Type *t, bool once)
{
    Static st = {ir, NULL, once, NULL};
    Type *arr = new_array(ir->types, t, n);
    for (uint32_t i = 0; i < n; i++)
        if (!put_value(&st, 0, t, at[i]))
            return NULL;
    if (too_large(arr))
        return NULL;
    if (type_size(arr) == 0)
        return "runtime.zerobase";
    st.s = new_static(ir);
    for (uint32_t i = 0; i < n; i++)
        put_value(&st, (int64_t)i * type_size(t), t, at[i]);
    define_readonly(st.s, arr, 0);
    return st.s->name;
}

/* The runtime holds the size of a channel's element in 16 bits. */
void check_chan_elem(Ir *ir, const Object *v)
{
    Type *u = v->kind == ObjVar ? type_under(v->type) : NULL;
    if (u && u->kind == KindChan && !type_has_tparam(u) && type_size(u->chan.elem) >= 1 << 16)
        pos_error(ir->pos, ir->diag, v->pos, "channel element type too large (>64kB)");
}

void declare_globals(Ir *ir)
{
    for (uint32_t i = 0; i < ir->pkg->nobjects; i++) {
        Object *v = ir->pkg->objects[i];
        check_chan_elem(ir, v);
        if (v->kind != ObjVar || strcmp(v->name, "_") == 0)
            continue;
        if (too_large(v->type))
            pos_error(ir->pos, ir->diag, v->pos, "%s: symbol too large (%lld bytes > %d bytes)", var_link_name(ir->types, v),
                      (long long)type_size(v->type), MaxSymbol);
        else
            define_variable(ir, data_lsym(ir, var_link_name(ir->types, v)), v->type);
    }
}
