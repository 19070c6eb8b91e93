/* rewrite.c - applies generated rules to a fixed point.
 *
 * Each round looks at every block's controls and every value once; rounds go
 * on until one changes nothing.  Args that have become copies are looked
 * through on the way, trivial phis become copies, and values whose last use
 * went away are emptied at once, so that rules that ask for a single use see
 * the truth.
 *
 * Rules must make progress.  A set of rules that undo each other would go on
 * forever, so the number of rounds is limited. */
#include "compiler/ssa/rewrite.h"

#include <math.h>

enum { MaxRounds = 1000 };

static bool skip_copies(Value **args, int n)
{
    bool changed = false;
    for (int i = 0; i < n; i++) {
        Value *a = args[i], *x = copy_source(a);
        if (a != x) {
            x->uses++;
            a->uses--;
            args[i] = x;
            changed = true;
        }
    }
    return changed;
}

static bool is_dead(const Value *v)
{
    return v->uses == 0 && v->op != OpInvalid && !op_has(v->op, OpEffect | OpCall | OpIsNilCheck) && v->op != OpInitMem;
}

static Value *trivial_phi(const Value *phi)
{
    Value *x = NULL;
    for (int i = 0; i < phi->nargs; i++) {
        Value *a = phi->args[i];
        if (a == phi || a == x)
            continue;
        if (x)
            return NULL;
        x = a;
    }
    return x;
}

static bool rewrite_value(Value *v, ValueRule rule)
{
    if (is_dead(v)) {
        value_reset(v, OpInvalid);
        return true;
    }
    if (v->op == OpInvalid || v->op == OpCopy)
        return false;
    bool changed = skip_copies(v->args, v->nargs);
    if (v->op == OpPhi) {
        Value *x = trivial_phi(v);
        if (x) {
            copy_of(v, x);
            return true;
        }
    }
    return rule(v) || changed;
}

static bool rewrite_all(Func *f, BlockRule block_rule, ValueRule value_rule)
{
    bool changed = false;
    for (int i = 0; i < f->nblocks && !f->error; i++) {
        Block *b = f->blocks[i];
        changed |= skip_copies(b->controls, b->ncontrols);
        while (block_rule(b) && !f->error) {
            changed = true;
            skip_copies(b->controls, b->ncontrols);
        }
        for (int k = 0; k < b->nvalues; k++)
            changed |= rewrite_value(b->values[k], value_rule);
    }
    return changed;
}

/* What was emptied or is only a copy leaves the blocks.  The last round has
 * left no use of a copy but by other copies. */
static void sweep(Func *f)
{
    for (int i = 0; i < f->nblocks; i++)
        for (int k = 0; k < f->blocks[i]->nvalues; k++) {
            Value *v = f->blocks[i]->values[k];
            if (v->op == OpCopy && v->args[0]->op == OpCopy)
                set_arg(v, 0, copy_source(v->args[0]));
        }
    for (int i = 0; i < f->nblocks; i++) {
        Block *b = f->blocks[i];
        int n = 0;
        for (int k = 0; k < b->nvalues; k++) {
            Value *v = b->values[k];
            if (v->op == OpCopy && v->uses == 0)
                value_reset(v, OpInvalid);
            if (v->op == OpInvalid && v->uses == 0)
                v->block = NULL;
            else
                b->values[n++] = v;
        }
        b->nvalues = n;
    }
}

void apply_rules(Func *f, BlockRule block_rule, ValueRule value_rule)
{
    int rounds = 0;
    while (!f->error && rewrite_all(f, block_rule, value_rule))
        if (++rounds == MaxRounds)
            func_fail(f, NULL, "rewrite rules do not come to an end");
    sweep(f);
}

/* --- integers --- */

int bits_len(uint64_t a)
{
    int n = 0;
    for (; a; a >>= 1)
        n++;
    return n;
}

int log2_of(int64_t a) { return bits_len((uint64_t)a) - 1; }

int trailing_zeros(uint64_t a)
{
    int n = 0;
    for (; n < 64 && !(a >> n & 1); n++)
        ;
    return n;
}

int bits_count(uint64_t a)
{
    int n = 0;
    for (; a; a &= a - 1)
        n++;
    return n;
}

/* The least number divided by -1 is itself (spec: "if the dividend x is the most negative value"). */
int64_t divide(int64_t a, int64_t b, int bits) { return b == -1 ? sext(neg(a), bits) : a / b; }
int64_t modulo(int64_t a, int64_t b, int bits) { (void)bits; return b == -1 ? 0 : a % b; }
int64_t divide_u(int64_t a, int64_t b, int bits) { return (int64_t)((uint64_t)zext(a, bits) / (uint64_t)zext(b, bits)); }
int64_t modulo_u(int64_t a, int64_t b, int bits) { return (int64_t)((uint64_t)zext(a, bits) % (uint64_t)zext(b, bits)); }

/* Schoolbook multiplication of 32-bit halves. */
int64_t high_mul_u(int64_t a, int64_t b)
{
    uint64_t al = (uint32_t)a, ah = (uint64_t)a >> 32, bl = (uint32_t)b, bh = (uint64_t)b >> 32;
    uint64_t low = al * bl, mid1 = ah * bl + (low >> 32), mid2 = al * bh + (uint32_t)mid1;
    return (int64_t)(ah * bh + (mid1 >> 32) + (mid2 >> 32));
}

int64_t high_mul(int64_t a, int64_t b)
{
    return sub(sub(high_mul_u(a, b), a < 0 ? b : 0), b < 0 ? a : 0);
}

int64_t rotate_left(int64_t a, int64_t n, int bits)
{
    int k = (int)(n & (bits - 1));
    uint64_t x = (uint64_t)zext(a, bits);
    return k ? sext((int64_t)(x << k | x >> (bits - k)), bits) : a;
}

int64_t byte_swap(int64_t a, int bits)
{
    uint64_t x = (uint64_t)a, y = 0;
    for (int i = 0; i < bits; i += 8)
        y = y << 8 | (x >> i & 0xff);
    return sext((int64_t)y, bits);
}

/* --- division by constants --- */

bool magic_ok_u(int64_t c, int bits)
{
    uint64_t u = (uint64_t)zext(c, bits);
    return u > 1 && (u & (u - 1)) != 0;
}

bool magic_ok_s(int64_t c, int bits)
{
    (void)bits;
    return c > 1 && (c & (c - 1)) != 0;
}

/* ceil(2^k / c), its low 64 bits, and how much it times c exceeds 2^k: long
 * division, bit by bit. */
static uint64_t reciprocal(uint64_t c, int k, uint64_t *excess)
{
    uint64_t rest = 0, quotient = 0;
    for (int i = k; i >= 0; i--) {
        bool carry = rest >> 63;
        rest = rest << 1 | (i == k);
        quotient <<= 1;
        if (carry || rest >= c) {
            rest -= c;
            quotient |= 1;
        }
    }
    *excess = rest ? c - rest : 0;
    return rest ? quotient + 1 : quotient;
}

/* With s = bits of c, M = ceil(2^(n+s) / c) has n + 1 bits, and x * M >> (n + s)
 * is exact for x < 2^n because the excess e = M * c - 2^(n+s) is below c <= 2^s.
 * One bit less of both does as well if e is still at most 2^(s-1). */
Magic magic_u(int64_t c, int bits)
{
    uint64_t u = (uint64_t)zext(c, bits), e;
    int s = bits_len(u);
    uint64_t half = reciprocal(u, bits + s - 1, &e);
    if (s >= 1 && e <= UINT64_C(1) << (s - 1))
        return (Magic){s - 1, true, half};
    uint64_t m = reciprocal(u, bits + s, &e);
    return (Magic){s, false, bits == 64 ? m : m & (uint64_t)low_mask(bits)};
}

/* The same for |x| <= 2^(n-1): M = ceil(2^(n-1+s) / c) has n bits. */
Magic magic_s(int64_t c, int bits)
{
    uint64_t u = (uint64_t)c, e;
    int s = bits_len(u);
    uint64_t half = reciprocal(u, bits - 2 + s, &e);
    if (e < UINT64_C(1) << (s - 1))
        return (Magic){s - 1, true, half};
    return (Magic){s, false, reciprocal(u, bits - 1 + s, &e)};
}

/* --- floats --- */

int64_t float32_bits(int64_t bits)
{
    float x = to_float(bits);
    int32_t out;
    memcpy(&out, &x, sizeof out);
    return out;
}

int64_t float32_frombits(int64_t bits)
{
    int32_t in = (int32_t)bits;
    float x;
    memcpy(&x, &in, sizeof x);
    return from_float(x);
}

bool float_exact_reciprocal(int64_t bits, bool single)
{
    int exponent;
    double d = to_double(bits);
    if (!isfinite(d) || d == 0 || fabs(frexp(d, &exponent)) != 0.5)
        return false;
    return single ? exponent > -120 && exponent < 120 : exponent > -1000 && exponent < 1000;
}

bool float_fits_int(int64_t bits, int int_bits)
{
    double d = to_double(bits), limit = ldexp(1, int_bits - 1);
    return d > -limit && d < limit; /* false for NaN */
}

/* --- values --- */

/* An address as base + offset. */
static const Value *base_of(const Value *p, int64_t *off)
{
    *off = 0;
    while (p->op == OpOffPtr || p->op == OpNilCheck) {
        *off = add(*off, p->auxint);
        p = p->args[0];
    }
    return p;
}

/* The same base for both, and their offsets from it; false: not known. */
static bool same_object(const Value *p, const Value *q, int64_t *a, int64_t *b)
{
    p = base_of(p, a);
    q = base_of(q, b);
    if ((p->op == OpAddr || p->op == OpLocalAddr) && p->op == q->op && p->aux == q->aux) {
        *a = add(*a, p->auxint);
        *b = add(*b, q->auxint);
        return true;
    }
    return p == q;
}

bool same_ptr(const Value *p, const Value *q)
{
    int64_t a, b;
    return same_object(p, q, &a, &b) && a == b;
}

bool covers(const Value *q, int64_t m, const Value *p, int64_t n)
{
    int64_t a, b;
    return same_object(p, q, &a, &b) && b <= a && a - b <= m && n <= m - (a - b);
}

static bool is_whole_object(const Value *p) { return p->op == OpAddr || p->op == OpLocalAddr || p->op == OpSP; }

/* The outgoing argument area, and locals whose address no pointer holds. */
static bool is_private(const Value *p)
{
    return p->op == OpSP || (p->op == OpLocalAddr && !p->local->addrtaken);
}

/* A pointer that was not computed from a private address here. */
static bool comes_from_elsewhere(const Value *q)
{
    return q->op == OpLoad || q->op == OpArgIntReg || q->op == OpSelectN || q->op == OpGetClosurePtr || q->op == OpAddr;
}

bool disjoint(const Value *p, int64_t n, const Value *q, int64_t m)
{
    int64_t a, b;
    if (same_object(p, q, &a, &b))
        return a + n <= b || b + m <= a;
    p = base_of(p, &a);
    q = base_of(q, &b);
    if (is_whole_object(p) && is_whole_object(q))
        return p->op != q->op || p->aux != q->aux;
    return (is_private(p) && comes_from_elsewhere(q)) || (is_private(q) && comes_from_elsewhere(p));
}

bool is_read_only(Aux sym)
{
    return sym.kind == AuxKindSym && !strncmp(((SsaSym *)sym.p)->name, "go:string.", 10);
}

bool is_non_nil(const Value *v)
{
    switch (v->op) {
    case OpAddr: case OpLocalAddr: case OpNilCheck: case OpGetClosurePtr: case OpGetG: case OpSP:
        return true;
    case OpOffPtr: case OpAddPtr:
        return is_non_nil(v->args[0]);
    case OpSelectN:
        return v->args[0]->op == OpStaticCall && v->auxint == 0 &&
               (is_same_call(aux_of(v->args[0]), "runtime.newobject") || is_same_call(aux_of(v->args[0]), "runtime.mallocgc"));
    default:
        return false;
    }
}

bool is_const(const Value *v)
{
    switch (v->op) {
    case OpConstBool: case OpConst8: case OpConst16: case OpConst32: case OpConst64: case OpConst32F: case OpConst64F: case OpConstNil:
        return true;
    default:
        return false;
    }
}

bool is_same_call(Aux call, const char *name)
{
    const CallInfo *c = call.p;
    return call.kind == AuxKindCall && c->callee && !strcmp(c->callee->name, name);
}
