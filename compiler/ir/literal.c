/* literal.c - composite literals, function literals, and what they allocate. */
#include "compiler/ir/ir.h"

#include <assert.h>

/* Memory for a t, zeroed. */
Value *alloc_object(Builder *s, Type *t, bool heap)
{
    if (heap && type_size(t) == 0)
        return sym_addr(s, "runtime.zerobase");
    if (heap)
        return rt_call(s, "newobject", 1, sym_addr(s, sym_type(s->ir, t)));
    Local *l = new_temp(s, t);
    l->addrtaken = true;
    Value *addr = local_addr(s, l);
    zero_mem(s, addr, t);
    return addr;
}

/* ---- function literals ---- */

Value *make_closure(Builder *s, const char *fn, Val *captured, Type **types, int n, bool heap)
{
    Type *strct = closure_struct(s->ir, types, n);
    for (int i = 0; i < n; i++)
        captured[i] = val_copy(s, captured[i]);
    Value *addr;
    if (heap) {
        addr = alloc_object(s, strct, true);
    } else { /* all of it is stored at once: no zeros before */
        Local *l = new_temp(s, strct);
        l->addrtaken = true;
        addr = local_addr(s, l);
    }
    store_scalar(s, addr, op2(s, OpConvert, ValI64, sym_addr(s, fn), mem(s)));
    for (int i = 0; i < n; i++)
        val_store(s, offset(s, addr, field_offset(strct, (uint32_t)i + 1)), val_retype(captured[i], types[i]));
    return addr;
}

Value *closure_value(Builder *s, FuncVars *f, void (*build)(Builder *, void *), void *arg, bool heap)
{
    const char *name = closure_name(s->ir, f);
    ir_queue(s->ir, (PendingFunc){.name = name, .build = build, .arg = arg, .flags = s->f->flags & FuncDupOk, .abi = SsaABIInternal, .pos = f->node->pos});
    if (f->ncaptures == 0)
        return sym_addr(s, sym_funcval(s->ir, name, SsaABIInternal));
    Val *vals = NEW_ARRAY(s->arena, Val, f->ncaptures);
    Type **types = NEW_ARRAY(s->arena, Type *, f->ncaptures);
    for (uint32_t i = 0; i < f->ncaptures; i++) {
        Object *v = f->captures[i];
        types[i] = capture_type(s->ir, v);
        vals[i] = captured_by_value(v) ? var_load(s, v) : val_scalar(types[i], var_addr(s, v));
    }
    return make_closure(s, name, vals, types, (int)f->ncaptures, heap);
}

Val func_lit(Builder *s, Node *n)
{
    if (n->funclit.info->elided)
        return val_zero(s, n->type);
    return val_scalar(n->type, closure_value(s, n->funclit.info, build_func, n->funclit.info, on_heap(n)));
}

/* ---- composite literals ---- */

/* Larger ones are made on the heap even when nothing else wants that; those
 * that no frame holds are refused, as gc does. */
enum { MaxStackLiteral = 128 << 10 };

static Node *element_value(Node *e) { return e->kind == NodeKeyValue ? e->keyvalue.value : e; }

/* Index of the struct field that element i of the literal sets. */
static uint32_t field_of(Node *n, uint32_t i)
{
    Node *e = n->complit.elems.at[i];
    return e->kind == NodeKeyValue ? e->keyvalue.key->obj->var.index : i;
}

static int64_t index_of(Node *e, int64_t next)
{
    int64_t i = next;
    if (e->kind == NodeKeyValue)
        const_get_int64(e->keyvalue.key->val, &i);
    return i;
}

/* A field _ keeps its zero, whatever the literal says. */
bool is_blank_field(Type *u, uint32_t f)
{
    return strcmp(u->strct.fields[f]->name, "_") == 0;
}

/* A literal that can be filled in place. */
static bool fills_in_place(Node *x)
{
    x = unparen(x);
    if (x->kind != NodeCompositeLit || x->conv)
        return false;
    TypeKind k = under_kind(x->type);
    return k == KindStruct || k == KindArray;
}

static void element_into(Builder *s, Node *x, Type *t, Value *addr)
{
    if (fills_in_place(x) && !ssa_able(t))
        composite_into(s, unparen(x), t, addr, true);
    else
        val_store(s, addr, val_retype(expr_to(s, x, t), t));
}

/* Writes the literal's elements to addr; what it does not mention must be zero
 * there, and is made so unless zeroed. */
void composite_into(Builder *s, Node *n, Type *t, Value *addr, bool zeroed)
{
    Type *u = type_under(t);
    NodeList elems = n->complit.elems;
    if (!zeroed)
        zero_mem(s, addr, t);
    if (u->kind == KindStruct) {
        for (uint32_t i = 0; i < elems.n; i++) {
            uint32_t f = field_of(n, i);
            Node *x = element_value(elems.at[i]);
            if (is_blank_field(u, f))
                expr_to(s, x, u->strct.fields[f]->type);
            else
                element_into(s, x, u->strct.fields[f]->type, offset(s, addr, field_offset(u, f)));
        }
        return;
    }
    assert((u->kind == KindArray || u->kind == KindSlice) && "literal in memory");
    Type *elem = type_elem(u);
    int64_t next = 0;
    for (uint32_t i = 0; i < elems.n; i++) {
        int64_t at = index_of(elems.at[i], next);
        next = at + 1;
        element_into(s, element_value(elems.at[i]), elem, offset(s, addr, at * type_size(elem)));
    }
}

static int64_t literal_len(Node *n)
{
    int64_t next = 0, len = 0;
    for (uint32_t i = 0; i < n->complit.elems.n; i++) {
        next = index_of(n->complit.elems.at[i], next) + 1;
        len = next > len ? next : len;
    }
    return len;
}

/* The array behind a slice literal of type t: elements that are known now come
 * from one read-only copy. */
static Val slice_lit(Builder *s, Node *n, Type *t)
{
    enum { MinStatic = 4 };
    Type *elem = type_elem(type_under(t));
    int64_t len = literal_len(n);
    Type *arr = new_array(s->ir->types, elem, len);
    Value *addr = alloc_object(s, arr, on_heap(n) || (type_size(arr) > MaxStackLiteral && type_size(arr) <= MaxFrame));
    bool dense = len / 64 <= (int64_t)n->complit.elems.n; /* else the image is mostly zeros */
    const char *image = len >= MinStatic && dense ? static_image(s->ir, n, arr) : NULL;
    if (image)
        val_store(s, addr, (Val){.t = arr, .mem = true, .n = 1, .v = {sym_addr(s, image)}});
    else
        composite_into(s, n, arr, addr, true);
    Value *size = int64_const(s, len);
    return (Val){.t = t, .n = 3, .v = {addr, size, size}};
}

/* Many entries that are known now stand in two arrays, and a loop enters them. */
static bool map_entries(Builder *s, NodeList elems, Type *u, Value *type, Value *m)
{
    enum { MinLoop = 26 };
    if (elems.n < MinLoop)
        return false;
    bool once = s->f->flags & FuncPkgInit;
    Node **at = NEW_ARRAY(s->arena, Node *, elems.n);
    for (uint32_t i = 0; i < elems.n; i++)
        at[i] = elems.at[i]->keyvalue.key;
    const char *keys = static_list(s->ir, at, elems.n, u->map.key, once);
    for (uint32_t i = 0; i < elems.n; i++)
        at[i] = elems.at[i]->keyvalue.value;
    const char *values = keys ? static_list(s->ir, at, elems.n, u->map.elem, once) : NULL;
    if (!values)
        return false;
    int i = var_new(s, ValI64);
    Block *head = new_block(s), *body = new_block(s), *done = new_block(s);
    var_write(s, i, int64_const(s, 0));
    jump(s, head);
    start_block(s, head);
    branch(s, op2(s, OpLess64, ValBool, var_read(s, i), int64_const(s, elems.n)), body, done, HintLikely);
    start_block(s, body);
    Value *key = element_addr(s, sym_addr(s, keys), var_read(s, i), type_size(u->map.key));
    Value *slot = rt_call(s, "mapassign", 3, type, m, key);
    val_store(s, slot, val_load(s, u->map.elem, element_addr(s, sym_addr(s, values), var_read(s, i), type_size(u->map.elem))));
    var_write(s, i, op2(s, OpAdd64, ValI64, var_read(s, i), int64_const(s, 1)));
    jump(s, head);
    start_block(s, done);
    return true;
}

static Val map_lit(Builder *s, Node *n, Type *t)
{
    Type *u = type_under(t);
    NodeList elems = n->complit.elems;
    Value *type = sym_addr(s, sym_type(s->ir, t)), *m;
    m = elems.n <= 8 ? rt_call(s, "makemap_small", 0) : rt_call(s, "makemap", 3, type, int64_const(s, elems.n), nil_const(s));
    if (map_entries(s, elems, u, type, m))
        return val_scalar(t, m);
    for (uint32_t i = 0; i < elems.n; i++) { /* each as an assignment m[k] = v */
        Node *e = elems.at[i];
        EvalOrder o;
        order_begin(s, &o);
        order_add(s, e->keyvalue.key);
        order_add(s, e->keyvalue.value);
        order_run(s);
        Val k = val_copy(s, expr_to(s, e->keyvalue.key, u->map.key));
        Val v = val_copy(s, expr_to(s, e->keyvalue.value, u->map.elem));
        Value *at = map_assign(s, t, m, k);
        val_store(s, at, val_retype(v, u->map.elem));
        order_end(s);
    }
    return val_scalar(t, m);
}

/* A struct, or an array of at most one element, that is held as values. */
static Val small_lit(Builder *s, Node *n)
{
    Type *u = type_under(n->type);
    NodeList elems = n->complit.elems;
    Val r = val_zero(s, n->type);
    for (uint32_t i = 0; i < elems.n; i++) {
        uint32_t f = u->kind == KindStruct ? field_of(n, i) : 0;
        Type *ft = u->kind == KindStruct ? u->strct.fields[f]->type : u->array.elem;
        Val v = expr_to(s, element_value(elems.at[i]), ft);
        int first = 0;
        Comp skip[MaxComps];
        if (u->kind == KindStruct && is_blank_field(u, f))
            continue;
        for (uint32_t k = 0; k < f; k++)
            first += ssa_comps(u->strct.fields[k]->type, skip);
        for (int k = 0; k < v.n; k++)
            r.v[first + k] = v.v[k];
    }
    return r;
}

Val composite_lit(Builder *s, Node *n)
{
    switch (under_kind(n->type)) {
    case KindSlice: return slice_lit(s, n, n->type);
    case KindMap: return map_lit(s, n, n->type);
    default: break;
    }
    if (ssa_able(n->type))
        return small_lit(s, n);
    bool large = type_size(n->type) > MaxStackLiteral;
    Value *addr = large ? alloc_object(s, n->type, true) : local_addr(s, new_temp(s, n->type));
    composite_into(s, n, n->type, addr, large);
    return (Val){.t = n->type, .mem = true, .temp = true, .n = 1, .v = {addr}};
}

/* n's own type may be the pointer (an element &T{} whose type is left out). */
Value *composite_ptr(Builder *s, Node *n, Type *t, bool heap)
{
    TypeKind k = under_kind(t);
    if (k == KindStruct || k == KindArray) {
        Value *addr = alloc_object(s, t, heap);
        composite_into(s, n, t, addr, true);
        return addr;
    }
    Val v = k == KindSlice ? slice_lit(s, n, t) : map_lit(s, n, t);
    Value *addr = alloc_object(s, t, heap);
    val_store(s, addr, val_retype(v, t));
    return addr;
}
