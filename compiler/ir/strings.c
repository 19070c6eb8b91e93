/* strings.c - string constants, concatenation and conversions. */
#include "compiler/ir/ir.h"

Val string_const(Builder *s, Type *t, const char *p, size_t n)
{
    if (n == 0)
        return val_pair(t, nil_const(s), int64_const(s, 0));
    return val_pair(t, sym_addr(s, sym_string(s->ir, p, n)), int64_const(s, (int64_t)n));
}

static uint32_t count_operands(Node *n)
{
    n = unparen(n);
    if (n->kind == NodeBinary && n->op == TokAdd && !n->val)
        return count_operands(n->binary.x) + count_operands(n->binary.y);
    return 1;
}

static void operands(Builder *s, Node *n, Val *out, uint32_t *i)
{
    n = unparen(n);
    if (n->kind == NodeBinary && n->op == TokAdd && !n->val) {
        operands(s, n->binary.x, out, i);
        operands(s, n->binary.y, out, i);
    } else {
        out[(*i)++] = expr(s, n);
    }
}

/* a + b + c ... in one call. */
Val string_concat(Builder *s, Node *n)
{
    static const char *const names[] = {"concatstring2", "concatstring3", "concatstring4", "concatstring5"};
    uint32_t count = count_operands(n), i = 0;
    Val *v = NEW_ARRAY(s->arena, Val, count);
    operands(s, n, v, &i);
    mark_pos(s, n);
    Value *out[2];
    if (count <= 5) {
        Value *args[11] = {nil_const(s)};
        for (i = 0; i < count; i++) {
            args[1 + 2 * i] = v[i].v[0];
            args[2 + 2 * i] = v[i].v[1];
        }
        runtime_call(s, names[count - 2], 1 + 2 * (int)count, args, 2, out);
        return val_pair(n->type, out[0], out[1]);
    }
    Type *str = s->ir->types->basic[KindString];
    Value *list = alloc_object(s, new_array(s->ir->types, str, count), false);
    for (i = 0; i < count; i++)
        val_store(s, offset(s, list, 16 * (int64_t)i), val_retype(v[i], str));
    Value *len = int64_const(s, count);
    Value *args[4] = {nil_const(s), list, len, len};
    runtime_call(s, "concatstrings", 4, args, 2, out);
    return val_pair(n->type, out[0], out[1]);
}

/* spec: "Conversions to and from a string type" */
Val string_convert(Builder *s, Val v, Type *to, Node *n)
{
    (void)n;
    Type *f = type_under(v.t), *t = type_under(to);
    Value *out[3];
    if (is_string(f)) {
        Value *args[3] = {nil_const(s), v.v[0], v.v[1]};
        bool bytes = type_size(t->slice.elem) == 1;
        runtime_call(s, bytes ? "stringtoslicebyte" : "stringtoslicerune", 3, args, 3, out);
        return (Val){.t = to, .n = 3, .v = {out[0], out[1], out[2]}};
    }
    if (f->kind == KindSlice) {
        Value *args[4] = {nil_const(s), v.v[0], v.v[1], v.v[2]};
        bool bytes = type_size(f->slice.elem) == 1;
        runtime_call(s, bytes ? "slicebytetostring" : "slicerunetostring", bytes ? 3 : 4, args, 2, out);
        return val_pair(to, out[0], out[1]);
    }
    Val wide = convert(s, v, s->ir->types->basic[is_unsigned(f) ? KindUint64 : KindInt64], NULL);
    Value *args[2] = {nil_const(s), wide.v[0]};
    runtime_call(s, "intstring", 2, args, 2, out);
    return val_pair(to, out[0], out[1]);
}
