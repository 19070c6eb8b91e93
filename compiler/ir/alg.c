/* alg.c - comparing and hashing values of composite types.
 *
 * Descriptors and maps want func(p, q *T) bool and func(p *T, h uintptr)
 * uintptr; == on large values calls the first. */
#include "compiler/ir/ir.h"

static bool is_blank(const Object *f) { return f->name[0] == '_' && !f->name[1]; }

/* A loop over the n elements of an array: starts the body and gives the index. */
typedef struct Each {
    Block *head, *done;
    int i;
} Each;

static Value *each_begin(Builder *s, Each *e, int64_t n)
{
    Block *body = new_block(s);
    *e = (Each){new_block(s), new_block(s), var_new(s, ValI64)};
    var_write(s, e->i, int64_const(s, 0));
    jump(s, e->head);
    start_block(s, e->head);
    Value *i = var_read(s, e->i);
    branch(s, op2(s, OpLess64, ValBool, i, int64_const(s, n)), body, e->done, HintLikely);
    start_block(s, body);
    return i;
}

static void each_end(Builder *s, Each *e)
{
    var_write(s, e->i, op2(s, OpAdd64, ValI64, var_read(s, e->i), int64_const(s, 1)));
    jump(s, e->head);
    start_block(s, e->done);
}

static void start_alg(Builder *s, Type **params, int n, Type *result, Val *args)
{
    s->abi = abi_assign(s->arena, params, n, &result, 1, SsaABIInternal);
    s->f->args_size = s->abi->args_size;
    s->f->arginfo_len = abi_arginfo(s->arena, s->abi, &s->f->arginfo);
    func_params(s, NULL, args);
    func_results(s);
}

/* ---- equality ---- */

static void unless_equal(Builder *s, Type *t, Value *p, Value *q, Block *differ)
{
    Block *same = new_block(s);
    branch(s, equal(s, val_load(s, t, p), val_load(s, t, q)), same, differ, HintLikely);
    start_block(s, same);
}

static void build_eq(Builder *s, void *arg)
{
    Type *t = arg, *u = type_under(t), *bool_type = s->ir->types->basic[KindBool];
    Type *ptr = new_pointer(s->ir->types, t), *params[2] = {ptr, ptr};
    Val args[2], result;
    start_alg(s, params, 2, bool_type, args);
    Value *p = args[0].v[0], *q = args[1].v[0];
    Block *differ = new_block(s);
    if (u->kind == KindStruct) {
        unless_equal_fields(s, (Val){.t = t, .mem = true, .n = 1, .v = {p}}, (Val){.t = t, .mem = true, .n = 1, .v = {q}}, differ);
    } else {
        Each e;
        int64_t size = type_size(u->array.elem);
        Value *i = each_begin(s, &e, u->array.len);
        unless_equal(s, u->array.elem, element_addr(s, p, i, size), element_addr(s, q, i, size), differ);
        each_end(s, &e);
    }
    result = val_scalar(bool_type, bool_const(s, true));
    finish_return(s, &result);
    start_block(s, differ);
    if (!s->b)
        return;
    result = val_scalar(bool_type, bool_const(s, false));
    finish_return(s, &result);
}

const char *eq_func(Ir *ir, Type *t)
{
    const char *name = arena_printf(ir->arena, "type:.eq.%s", link_string(ir->types, t));
    ir_queue(ir, (PendingFunc){.name = name, .build = build_eq, .arg = t, .flags = FuncDupOk, .abi = SsaABIInternal});
    return name;
}

/* ---- hashing ---- */

static Value *hash_value(Builder *s, Type *t, Value *p, Value *h)
{
    Type *u = type_under(t);
    if (is_plain_memory(t))
        return rt_call(s, "memhash", 3, p, h, int64_const(s, type_size(t)));
    switch (u->kind) {
    case KindString: return rt_call(s, "strhash", 2, p, h);
    case KindInterface: return rt_call(s, is_empty_interface(u) ? "nilinterhash" : "interhash", 2, p, h);
    case KindFloat32: return rt_call(s, "f32hash", 2, p, h);
    case KindFloat64: return rt_call(s, "f64hash", 2, p, h);
    case KindComplex64: return rt_call(s, "c64hash", 2, p, h);
    case KindComplex128: return rt_call(s, "c128hash", 2, p, h);
    default: break;
    }
    TypesCtx *c = s->ir->types;
    Type *params[2] = {c->basic[KindUnsafePointer], c->basic[KindUintptr]}, *results[1] = {c->basic[KindUintptr]};
    Val args[2] = {val_scalar(params[0], p), val_scalar(params[1], h)}, out[1];
    call_sym(s, hash_func(s->ir, t), SsaABIInternal, abi_assign(s->arena, params, 2, results, 1, SsaABIInternal), args, out);
    return out[0].v[0];
}

static void build_hash(Builder *s, void *arg)
{
    Type *t = arg, *u = type_under(t);
    TypesCtx *c = s->ir->types;
    Type *params[2] = {new_pointer(c, t), c->basic[KindUintptr]}, *word = c->basic[KindUintptr];
    Val args[2], result;
    start_alg(s, params, 2, word, args);
    Value *p = args[0].v[0], *h = args[1].v[0];
    if (u->kind == KindStruct) {
        for (uint32_t i = 0; i < u->strct.n; i++)
            if (!is_blank(u->strct.fields[i]))
                h = hash_value(s, u->strct.fields[i]->type, offset(s, p, field_offset(u, i)), h);
    } else {
        Each e;
        int var = var_new(s, ValI64);
        var_write(s, var, h);
        Value *i = each_begin(s, &e, u->array.len);
        var_write(s, var, hash_value(s, u->array.elem, element_addr(s, p, i, type_size(u->array.elem)), var_read(s, var)));
        each_end(s, &e);
        h = var_read(s, var);
    }
    result = val_scalar(word, h);
    finish_return(s, &result);
}

const char *hash_func(Ir *ir, Type *t)
{
    const char *name = arena_printf(ir->arena, "type:.hash.%s", link_string(ir->types, t));
    ir_queue(ir, (PendingFunc){.name = name, .build = build_hash, .arg = t, .flags = FuncDupOk, .abi = SsaABIInternal});
    return name;
}
