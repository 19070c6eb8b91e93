/* divisible.c - x % c == 0 without a division.
 *
 * For c = 2^k the low bits decide, for negative x too.  Otherwise write
 * c = d * 2^k with d odd and let m be the inverse of d modulo 2^n.  Multiplying
 * by m permutes the n-bit numbers and takes the multiples of d to 0, 1, 2, ...
 * So (Hacker's Delight, section 10-17)
 *
 *   unsigned: x is a multiple of c  iff  rotate_right(x * m, k) <= (2^n - 1) / c
 *   signed:   the same with x * m + a <= 2a / 2^k,  a = (2^(n-1) - 1) / d with its low k bits cleared
 *
 * Runs at the start of opt, because the rules would turn the remainder into
 * products first. */
#include "compiler/ssa/rewrite.h"

typedef struct Width {
    Op eq, neq, mod, modu, mul, add, and, rotate, leq;
    ValType type;
    int bits;
} Width;

static const Width widths[] = {
    {OpEq32, OpNeq32, OpMod32, OpMod32u, OpMul32, OpAdd32, OpAnd32, OpRotateLeft32, OpLeq32U, ValI32, 32},
    {OpEq64, OpNeq64, OpMod64, OpMod64u, OpMul64, OpAdd64, OpAnd64, OpRotateLeft64, OpLeq64U, ValI64, 64},
};

/* The inverse of an odd number modulo 2^64: each step doubles the bits that are right. */
static uint64_t inverse(uint64_t d)
{
    uint64_t m = d;
    for (int i = 0; i < 5; i++)
        m *= 2 - d * m;
    return m;
}

static Value *constant(const Value *at, const Width *w, int64_t c)
{
    return func_const_int(func_of(at), w->type, sext(c, w->bits), at->pos, at->node);
}

static Value *op2(const Value *at, Op op, ValType t, Value *x, Value *y)
{
    return new_value2(at->block, op, t, at->pos, at->node, x, y);
}

/* v becomes x op y. */
static void become(Value *v, Op op, Value *x, Value *y)
{
    x->uses++;
    y->uses++;
    value_reset(v, op);
    add_arg(v, x);
    add_arg(v, y);
    x->uses--;
    y->uses--;
}

static void test_low_bits(Value *v, const Width *w, Value *x, int64_t c)
{
    Op op = (Op)v->op;
    become(v, op, op2(v, w->and, w->type, x, constant(v, w, sub(c, 1))), constant(v, w, 0));
}

static void test_product(Value *v, const Width *w, Value *x, uint64_t c, bool is_signed)
{
    bool negate = v->op == w->neq;
    int k = trailing_zeros(c);
    uint64_t d = c >> k, all = (uint64_t)low_mask(w->bits), max = all / c;
    Value *q = op2(v, w->mul, w->type, x, constant(v, w, (int64_t)(inverse(d) & all)));
    if (is_signed) {
        uint64_t a = (all >> 1) / d & ~(uint64_t)low_mask(k);
        q = op2(v, w->add, w->type, q, constant(v, w, (int64_t)a));
        max = 2 * a >> k;
    }
    if (k)
        q = op2(v, w->rotate, w->type, q, func_const_int(func_of(v), ValI64, w->bits - k, v->pos, v->node));
    Value *limit = constant(v, w, (int64_t)max);
    if (negate) {
        Value *is = op2(v, w->leq, ValBool, q, limit);
        value_reset(v, OpNot);
        add_arg(v, is);
    } else {
        become(v, w->leq, q, limit);
    }
}

static void rewrite(Value *v, const Width *w)
{
    for (int i = 0; i < 2; i++) {
        Value *mod = copy_source(v->args[i]), *zero = copy_source(v->args[1 - i]);
        if ((mod->op != w->mod && mod->op != w->modu) || !is_const(zero) || zero->auxint != 0)
            continue;
        Value *x = mod->args[0], *by = copy_source(mod->args[1]);
        bool is_signed = mod->op == w->mod;
        if (!is_const(by) || is_const(copy_source(x)) || by->auxint == 0)
            continue;
        uint64_t c = (uint64_t)zext(is_signed && by->auxint < 0 ? neg(by->auxint) : by->auxint, w->bits);
        if ((c & (c - 1)) == 0)
            test_low_bits(v, w, x, (int64_t)c);
        else if (mod->uses == 1)
            test_product(v, w, x, c, is_signed);
        return;
    }
}

void divisible(Func *f)
{
    for (int i = 0; i < f->nblocks; i++) {
        Block *b = f->blocks[i];
        int n = b->nvalues;
        for (int k = 0; k < n; k++)
            for (size_t w = 0; w < sizeof widths / sizeof *widths; w++)
                if (b->values[k]->op == widths[w].eq || b->values[k]->op == widths[w].neq)
                    rewrite(b->values[k], &widths[w]);
    }
}
