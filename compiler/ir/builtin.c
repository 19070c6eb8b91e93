/* builtin.c - built-in functions.  spec: "Built-in functions".
 *
 * Arguments are evaluated first, then the function is applied to them, so that
 * go and defer can do the two at different times. */
#include "compiler/ir/ir.h"

#include <assert.h>

/* ---- len, cap ---- */

static Val int_val(Builder *s, Value *v) { return val_scalar(s->ir->types->basic[KindInt], v); }

static Val len_cap(Builder *s, Node *n, bool is_len)
{
    Node *x = n->call.args.at[0];
    Type *u = type_under(x->type);
    if (u->kind == KindPointer)
        u = type_under(u->pointer.elem);
    if (u->kind == KindArray) {
        expr(s, x);
        return int_val(s, int64_const(s, u->array.len));
    }
    Val v = expr(s, x);
    switch (u->kind) {
    case KindString: return int_val(s, v.v[1]);
    case KindSlice: return int_val(s, v.v[is_len ? 1 : 2]);
    case KindChan: return int_val(s, rt_call(s, is_len ? "chanlen" : "chancap", 1, v.v[0]));
    default: break;
    }
    /* A map's first word is its length (FORMATS: Map). */
    Block *some = new_block(s), *done = new_block(s);
    int r = var_new(s, ValI64);
    var_write(s, r, int64_const(s, 0));
    branch(s, op1(s, OpIsNonNil, ValBool, v.v[0]), some, done, HintLikely);
    start_block(s, some);
    var_write(s, r, load_scalar(s, ValI64, v.v[0]));
    jump(s, done);
    start_block(s, done);
    return int_val(s, var_read(s, r));
}

/* ---- make, new ---- */

static Value *size_arg(Builder *s, Node *n, uint32_t i)
{
    if (i >= n->call.args.n)
        return NULL;
    Node *x = n->call.args.at[i];
    Val v = expr(s, x);
    return is_integer(x->type) ? extend_index(s, v.v[0], x->type) : convert(s, v, s->ir->types->basic[KindInt], NULL).v[0];
}

static Val make(Builder *s, Node *n)
{
    Type *u = type_under(n->type);
    Value *len = size_arg(s, n, 1), *cap = size_arg(s, n, 2);
    mark_pos(s, n);
    switch (u->kind) {
    case KindChan:
        return val_scalar(n->type, rt_call(s, "makechan", 2, sym_addr(s, sym_type(s->ir, n->type)), len ? len : int64_const(s, 0)));
    case KindMap:
        if (!len || (len->op == OpConst64 && len->auxint <= 8))
            return val_scalar(n->type, rt_call(s, "makemap_small", 0));
        return val_scalar(n->type, rt_call(s, "makemap", 3, sym_addr(s, sym_type(s->ir, n->type)), len, nil_const(s)));
    default: break;
    }
    Value *room = cap ? cap : len;
    if (!on_heap(n) && room->op == OpConst64 && len->op == OpConst64 && len->auxint >= 0 && room->auxint >= len->auxint) {
        Value *p = alloc_object(s, new_array(s->ir->types, u->slice.elem, room->auxint), false);
        return (Val){.t = n->type, .n = 3, .v = {p, len, room}};
    }
    Value *p = rt_call(s, "makeslice", 3, sym_addr(s, sym_type(s->ir, u->slice.elem)), len, room);
    return (Val){.t = n->type, .n = 3, .v = {p, len, room}};
}

static Val new_builtin(Builder *s, Node *n)
{
    Node *x = n->call.args.at[0];
    Type *t = type_under(n->type)->pointer.elem;
    Val init = {0};
    if (x->mode != ModeType) /* new(expr) */
        init = expr_to(s, x, t);
    Value *p = alloc_object(s, t, on_heap(n));
    if (init.t)
        val_store(s, p, val_retype(init, t));
    return val_scalar(n->type, p);
}

/* ---- append, copy ---- */

/* Room for num more elements behind old: old grown when its capacity is too
 * small.  Sets the results' pointer and capacity; the length is newlen. */
static void grow(Builder *s, Type *elem, Val old, Value *num, Value *newlen, Value **ptr, Value **cap)
{
    Block *more = new_block(s), *done = new_block(s);
    int p = var_new(s, ValPtr), c = var_new(s, ValI64);
    var_write(s, p, old.v[0]);
    var_write(s, c, old.v[2]);
    branch(s, op2(s, OpLess64U, ValBool, old.v[2], newlen), more, done, HintUnlikely);
    start_block(s, more);
    Value *args[5] = {old.v[0], newlen, old.v[2], num, sym_addr(s, sym_type(s->ir, elem))}, *out[3];
    runtime_call(s, "growslice", 5, args, 3, out);
    var_write(s, p, out[0]);
    var_write(s, c, out[2]);
    jump(s, done);
    start_block(s, done);
    *ptr = var_read(s, p);
    *cap = var_read(s, c);
}

/* Copies n elements that lie elsewhere or overlap. */
static void copy_elements(Builder *s, Type *elem, Value *to, Value *from, Value *n)
{
    if (type_size(elem) == 0)
        return;
    if (has_pointers(elem)) {
        rt_call(s, "typedslicecopy", 5, sym_addr(s, sym_type(s->ir, elem)), to, n, from, n);
        return;
    }
    Value *size = type_size(elem) == 1 ? n : op2(s, OpMul64, ValI64, n, int64_const(s, type_size(elem)));
    rt_call(s, "memmove", 3, to, from, size);
}

static Val append_slice(Builder *s, Node *n, Type *elem, Val old)
{
    Val more = val_copy(s, expr(s, n->call.args.at[1]));
    mark_pos(s, n);
    Value *num = more.v[1], *newlen = op2(s, OpAdd64, ValI64, old.v[1], num), *ptr, *cap;
    grow(s, elem, old, num, newlen, &ptr, &cap);
    /* Nothing to copy may mean that the end of the old part is the end of the array. */
    Block *some = new_block(s), *done = new_block(s);
    branch(s, op2(s, OpNeq64, ValBool, num, int64_const(s, 0)), some, done, HintLikely);
    start_block(s, some);
    copy_elements(s, elem, element_addr(s, ptr, old.v[1], type_size(elem)), more.v[0], num);
    jump(s, done);
    start_block(s, done);
    return (Val){.t = n->type, .n = 3, .v = {ptr, newlen, cap}};
}

static Val append(Builder *s, Node *n)
{
    NodeList args = n->call.args;
    Type *elem = type_elem(type_under(n->type));
    uint32_t count = builtin_arg_count(n) - 1;
    Val *v = NEW_ARRAY(s->arena, Val, count + 1), old;
    if (count + 1 != args.n) { /* append(f()) with several results */
        expr_tuple(s, args.at[0], v);
        old = v[0];
        for (uint32_t i = 0; i < count; i++)
            v[i] = convert_assign(s, v[i + 1], elem, n);
    } else {
        old = expr(s, args.at[0]);
        if (n->call.dots)
            return append_slice(s, n, elem, old);
        if (count == 0)
            return val_retype(old, n->type);
        for (uint32_t i = 0; i < count; i++)
            v[i] = val_copy(s, expr_to(s, args.at[i + 1], elem));
    }
    mark_pos(s, n);
    Value *num = int64_const(s, count), *newlen = op2(s, OpAdd64, ValI64, old.v[1], num), *ptr, *cap;
    grow(s, elem, old, num, newlen, &ptr, &cap);
    Value *at = element_addr(s, ptr, old.v[1], type_size(elem));
    for (uint32_t i = 0; i < count; i++)
        val_store(s, offset(s, at, (int64_t)i * type_size(elem)), val_retype(v[i], elem));
    return (Val){.t = n->type, .n = 3, .v = {ptr, newlen, cap}};
}

static Val copy(Builder *s, Val to, Val from)
{
    Type *elem = type_elem(type_under(to.t));
    Block *shorter = new_block(s), *go = new_block(s), *some = new_block(s), *done = new_block(s);
    int var = var_new(s, ValI64);
    var_write(s, var, to.v[1]);
    branch(s, op2(s, OpLess64, ValBool, from.v[1], to.v[1]), shorter, go, HintNone);
    start_block(s, shorter);
    var_write(s, var, from.v[1]);
    jump(s, go);
    start_block(s, go);
    Value *count = var_read(s, var);
    branch(s, op2(s, OpNeqPtr, ValBool, to.v[0], from.v[0]), some, done, HintLikely);
    start_block(s, some);
    copy_elements(s, elem, to.v[0], from.v[0], count);
    jump(s, done);
    start_block(s, done);
    return int_val(s, count);
}

/* ---- print ---- */

static void print_value(Builder *s, Val v)
{
    Type *u = type_under(v.t);
    Value *x = v.v[0];
    TypesCtx *c = s->ir->types;
    switch (u->kind) {
    case KindBool: rt_call(s, "printbool", 1, x); break;
    case KindFloat64: rt_call(s, "printfloat64", 1, x); break;
    case KindFloat32: rt_call(s, "printfloat32", 1, x); break;
    case KindComplex128: rt_call(s, "printcomplex128", 2, x, v.v[1]); break;
    case KindComplex64: rt_call(s, "printcomplex64", 2, x, v.v[1]); break;
    case KindString: rt_call(s, "printstring", 2, x, v.v[1]); break;
    case KindSlice: rt_call(s, "printslice", 3, x, v.v[1], v.v[2]); break;
    case KindInterface: rt_call(s, is_empty_interface(u) ? "printeface" : "printiface", 2, x, v.v[1]); break;
    case KindPointer: case KindUnsafePointer: case KindMap: case KindChan: case KindFunc: rt_call(s, "printpointer", 1, x); break;
    case KindUintptr: rt_call(s, "printuint", 1, x); break;
    default:
        if (!is_integer(u)) {
            ir_unsupported(s->ir, s->pos, "printing a value of this type");
        } else if (is_unsigned(u)) {
            /* runtime.hex prints in hexadecimal. */
            bool hex = v.t->kind == KindNamed && strcmp(link_string(c, v.t), "runtime.hex") == 0;
            rt_call(s, hex ? "printhex" : "printuint", 1, convert(s, v, c->basic[KindUint64], NULL).v[0]);
        } else {
            rt_call(s, "printint", 1, convert(s, v, c->basic[KindInt64], NULL).v[0]);
        }
    }
}

static void print(Builder *s, bool line, const Val *v, uint32_t n)
{
    rt_call(s, "printlock", 0);
    for (uint32_t i = 0; i < n; i++) {
        if (line && i > 0)
            rt_call(s, "printsp", 0);
        print_value(s, v[i]);
    }
    if (line)
        rt_call(s, "printnl", 0);
    rt_call(s, "printunlock", 0);
}

/* ---- min, max, clear ---- */

static Val min_max(Builder *s, Node *n, bool is_min)
{
    NodeList args = n->call.args;
    Val r = expr(s, args.at[0]);
    Type *u = type_under(n->type);
    for (uint32_t i = 1; i < args.n; i++) {
        Val x = expr(s, args.at[i]);
        mark_pos(s, n);
        if (is_float(u)) {
            bool wide = r.v[0]->type == ValF64;
            Op op = is_min ? (wide ? OpMin64F : OpMin32F) : wide ? OpMax64F : OpMax32F;
            r.v[0] = op2(s, op, (ValType)r.v[0]->type, r.v[0], x.v[0]);
            continue;
        }
        Block *take = new_block(s), *done = new_block(s);
        int first = s->nvars;
        for (int k = 0; k < r.n; k++) {
            var_new(s, (ValType)r.v[k]->type);
            var_write(s, first + k, r.v[k]);
        }
        branch(s, compare(s, is_min ? TokLss : TokGtr, x, r), take, done, HintNone);
        start_block(s, take);
        for (int k = 0; k < r.n; k++)
            var_write(s, first + k, x.v[k]);
        jump(s, done);
        start_block(s, done);
        for (int k = 0; k < r.n; k++)
            r.v[k] = var_read(s, first + k);
    }
    return val_retype(r, n->type);
}

static void clear(Builder *s, const Val *x)
{
    Type *u = type_under(x->t);
    if (u->kind == KindMap) {
        rt_call(s, "mapclear", 2, sym_addr(s, sym_type(s->ir, x->t)), x->v[0]);
        return;
    }
    Type *elem = u->slice.elem;
    if (type_size(elem) == 0)
        return;
    Value *size = op2(s, OpMul64, ValI64, x->v[1], int64_const(s, type_size(elem)));
    Block *some = new_block(s), *done = new_block(s);
    branch(s, op2(s, OpNeq64, ValBool, size, int64_const(s, 0)), some, done, HintLikely);
    start_block(s, some);
    rt_call(s, has_pointers(elem) ? "memclrHasPointers" : "memclrNoHeapPointers", 2, x->v[0], size);
    jump(s, done);
    start_block(s, done);
}

/* ---- unsafe ---- */

static void panic_unless(Builder *s, Value *ok, const char *name)
{
    Block *good = new_block(s), *bad = new_block(s);
    branch(s, ok, good, bad, HintLikely);
    start_block(s, bad);
    rt_call(s, name, 0);
    exit_block(s);
    start_block(s, good);
}

/* The two arguments of unsafe.Add, Slice, String; one call may give both. */
static Val pointer_and_index(Builder *s, Node *n, Value **index)
{
    NodeList args = n->call.args;
    Val v[2];
    if (args.n == 1) {
        expr_tuple(s, args.at[0], v);
        *index = extend_index(s, v[1].v[0], v[1].t);
        return v[0];
    }
    v[0] = expr(s, args.at[0]);
    *index = index_value(s, args.at[1]);
    return v[0];
}

/* spec: "Package unsafe": Slice and String check the length against the address space. */
static Val unsafe_slice(Builder *s, Node *n, bool is_string)
{
    Value *len;
    Val p = pointer_and_index(s, n, &len);
    mark_pos(s, n);
    int64_t size = is_string ? 1 : type_size(type_under(n->type)->slice.elem);
    int64_t most = size <= 1 ? INT64_MAX : (int64_t)(((uint64_t)1 << 48) / (uint64_t)size);
    if (len->op != OpConst64 || len->auxint < 0 || len->auxint > most)
        panic_unless(s, op2(s, OpLeq64U, ValBool, len, int64_const(s, most)), is_string ? "panicunsafestringlen" : "panicunsafeslicelen");
    Block *nil = new_block(s), *some = new_block(s), *done = new_block(s);
    branch(s, op1(s, OpIsNonNil, ValBool, p.v[0]), some, nil, HintLikely);
    start_block(s, nil);
    panic_unless(s, op2(s, OpEq64, ValBool, len, int64_const(s, 0)), is_string ? "panicunsafestringnilptr" : "panicunsafeslicenilptr");
    jump(s, done);
    start_block(s, some); /* it must end before the address space does */
    Value *bytes = size == 1 ? len : op2(s, OpMul64, ValI64, len, int64_const(s, size));
    Value *room = op1(s, OpNeg64, ValI64, op2(s, OpConvert, ValI64, p.v[0], mem(s)));
    panic_unless(s, op2(s, OpLeq64U, ValBool, bytes, room), is_string ? "panicunsafestringlen" : "panicunsafeslicelen");
    jump(s, done);
    start_block(s, done);
    return (Val){.t = n->type, .n = is_string ? 2 : 3, .v = {p.v[0], len, len}};
}

static Val unsafe_add(Builder *s, Node *n)
{
    Value *off;
    Val p = pointer_and_index(s, n, &off);
    mark_pos(s, n);
    return val_scalar(n->type, op2(s, OpAddPtr, ValPtr, p.v[0], off));
}

/* ---- statements among the built-ins: evaluated arguments, applied now or later ---- */

static bool is_tuple(const Node *n, uint32_t args)
{
    return args == 1 && n->type && n->type->kind == KindTuple;
}

uint32_t builtin_arg_count(const Node *n)
{
    Node *first = n->call.args.n ? unparen(n->call.args.at[0]) : NULL;
    return first && is_tuple(first, n->call.args.n) ? first->type->tuple.n : n->call.args.n;
}

uint32_t builtin_args(Builder *s, Node *n, Val *v)
{
    NodeList args = n->call.args;
    uint32_t spread = builtin_arg_count(n);
    if (spread != args.n) { /* println(f()) with several results */
        expr_tuple(s, args.at[0], v);
        if (n->call.builtin == BuiltinDelete)
            v[1] = convert_assign(s, v[1], type_under(v[0].t)->map.key, n);
        mark_pos(s, n);
        return spread;
    }
    for (uint32_t i = 0; i < args.n; i++) {
        v[i] = val_copy(s, expr(s, args.at[i]));
        if (n->call.builtin == BuiltinPanic)
            v[i] = convert_assign(s, v[i], s->ir->types->empty_iface, args.at[i]);
        if (n->call.builtin == BuiltinDelete && i == 1)
            v[i] = convert_assign(s, v[i], type_under(args.at[0]->type)->map.key, args.at[i]);
    }
    mark_pos(s, n);
    return args.n;
}

void builtin_apply(Builder *s, Node *n, const Val *v, uint32_t count)
{
    switch ((BuiltinId)n->call.builtin) {
    case BuiltinPrint: print(s, false, v, count); break;
    case BuiltinPrintln: print(s, true, v, count); break;
    case BuiltinPanic:
        rt_call(s, "gopanic", 2, v[0].v[0], v[0].v[1]);
        exit_block(s);
        break;
    case BuiltinClose: rt_call(s, "closechan", 1, v[0].v[0]); break;
    case BuiltinDelete:
        rt_call(s, "mapdelete", 3, sym_addr(s, sym_type(s->ir, v[0].t)), v[0].v[0], val_addr(s, v[1]));
        break;
    case BuiltinClear: clear(s, &v[0]); break;
    case BuiltinRecover: rt_call(s, "gorecover", 0); break;
    case BuiltinCopy: copy(s, v[0], v[1]); break;
    default: ir_unsupported(s->ir, n->pos, "this built-in function here"); break;
    }
}

Val builtin_call(Builder *s, Node *n)
{
    NodeList args = n->call.args;
    if (n->call.builtin == BuiltinComplex && builtin_arg_count(n) == 2 && args.n == 1) {
        Val parts[2];
        expr_tuple(s, args.at[0], parts);
        return val_pair(n->type, parts[0].v[0], parts[1].v[0]);
    }
    switch ((BuiltinId)n->call.builtin) {
    case BuiltinLen: return len_cap(s, n, true);
    case BuiltinCap: return len_cap(s, n, false);
    case BuiltinMake: return make(s, n);
    case BuiltinNew: return new_builtin(s, n);
    case BuiltinAppend: return append(s, n);
    case BuiltinCopy: {
        Val v[2];
        builtin_args(s, n, v);
        return copy(s, v[0], v[1]);
    }
    case BuiltinMin: return min_max(s, n, true);
    case BuiltinMax: return min_max(s, n, false);
    case BuiltinReal: case BuiltinImag: {
        Val v = expr(s, args.at[0]);
        return val_scalar(n->type, v.v[n->call.builtin == BuiltinImag]);
    }
    case BuiltinComplex: {
        Val re = expr(s, args.at[0]), im = expr(s, args.at[1]);
        return val_pair(n->type, re.v[0], im.v[0]);
    }
    case BuiltinRecover: {
        Value *out[2];
        runtime_call(s, "gorecover", 0, NULL, 2, out);
        return val_pair(n->type, out[0], out[1]);
    }
    case BuiltinUnsafeAdd: return unsafe_add(s, n);
    case BuiltinUnsafeSlice: return unsafe_slice(s, n, false);
    case BuiltinUnsafeString: return unsafe_slice(s, n, true);
    case BuiltinUnsafeSliceData: case BuiltinUnsafeStringData: {
        Val v = expr(s, args.at[0]);
        return val_scalar(n->type, v.v[0]);
    }
    default: break;
    }
    Val *v = NEW_ARRAY(s->arena, Val, builtin_arg_count(n) + 1);
    uint32_t count = builtin_args(s, n, v);
    builtin_apply(s, n, v, count);
    return (Val){0};
}
