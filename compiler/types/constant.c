/* constant.c - exact values of constant expressions.
 *
 * Integers are BigInts; the checker bounds them to 512 bits after each
 * operation.  Floats are exact rationals while numerator and denominator stay
 * below 4096 bits and 512-bit floats beyond, so no input makes a
 * number grow without limit.  Values are immutable. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "types.h"

enum { SmallBits = 4096 }; /* rationals have parts of fewer bits than this */

static Const *new_const(Arena *a, ConstKind kind)
{
    Const *c = NEW(a, Const);
    c->kind = (uint8_t)kind;
    return c;
}

Const *const_bool(Arena *a, bool b)
{
    Const *c = new_const(a, ConstBool);
    c->b = b;
    return c;
}

Const *const_string(Arena *a, const char *s, size_t len)
{
    Const *c = new_const(a, ConstString);
    c->str.s = s;
    c->str.len = len;
    return c;
}

static Const *const_bigint(Arena *a, BigInt *i)
{
    if (!i)
        return NULL;
    Const *c = new_const(a, ConstInt);
    c->i = i;
    return c;
}

Const *const_int(Arena *a, int64_t i) { return const_bigint(a, bigint_from_int64(a, i)); }
Const *const_uint(Arena *a, uint64_t u) { return const_bigint(a, bigint_from_uint64(a, u)); }

static Const *const_bigfloat(Arena *a, BigFloat *f)
{
    if (f->inf)
        return NULL;
    Const *c = new_const(a, ConstFloat);
    if (bigfloat_sign(f) == 0)
        c->flt.rat = bigrat_make(a, bigint_from_int64(a, 0), bigint_from_int64(a, 1));
    else
        c->flt.f = f;
    return c;
}

static Const *const_rat(Arena *a, const BigInt *num, const BigInt *den)
{
    if (bigint_sign(den) == 0)
        return NULL;
    Const *c = new_const(a, ConstFloat);
    c->flt.rat = bigrat_make(a, num, den);
    if (bigint_bit_len(c->flt.rat->num) < SmallBits && bigint_bit_len(c->flt.rat->den) < SmallBits)
        return c;
    return const_bigfloat(a, bigfloat_from_rat(a, c->flt.rat));
}

Const *const_float(Arena *a, double d)
{
    if (isinf(d) || isnan(d))
        return NULL;
    int exp;
    uint64_t m = (uint64_t)ldexp(frexp(fabs(d), &exp), 53); /* d = m * 2^(exp - 53) */
    exp = m ? exp - 53 : 0;
    for (; m && m % 2 == 0; exp++)
        m /= 2; /* an odd numerator over a power of two: lowest terms */
    Const *c = new_const(a, ConstFloat);
    c->flt.rat = NEW(a, BigRat);
    BigInt *one = bigint_from_uint64(a, 1), *num = bigint_from_uint64(a, m);
    c->flt.rat->num = exp > 0 ? bigint_shl(a, num, (uint64_t)exp) : num;
    c->flt.rat->den = exp < 0 ? bigint_shl(a, one, (uint64_t)-exp) : one;
    if (signbit(d) && m)
        c->flt.rat->num = bigint_neg(a, c->flt.rat->num);
    return c;
}

Const *const_make_complex(Arena *a, const Const *re, const Const *im)
{
    if (!re || !im)
        return NULL;
    Const *c = new_const(a, ConstComplex);
    c->cplx.re = (Const *)re;
    c->cplx.im = (Const *)im;
    return c;
}

/* ---- literals ---- */

static Const *parse_int_lit(Arena *a, const char *s, size_t n)
{
    unsigned base = 10;
    if (n > 1 && s[0] == '0') {
        char p = (char)(s[1] | 0x20);
        base = p == 'x' ? 16 : p == 'b' ? 2 : 8;
        if (p == 'x' || p == 'b' || p == 'o') {
            s += 2;
            n -= 2;
        }
    }
    return const_bigint(a, bigint_parse(a, s, n, base));
}

/* Reads a run of decimal digits as an exponent, capped far beyond any use. */
static int64_t parse_exponent(const char *s, const char *end)
{
    bool neg = s < end && *s == '-';
    int64_t e = 0;
    for (; s < end; s++) {
        if (*s >= '0' && *s <= '9' && e < 100000000000)
            e = e * 10 + (*s - '0');
    }
    return neg ? -e : e;
}

static Const *parse_float_lit(Arena *a, const char *s, size_t n)
{
    bool hex = n > 1 && s[0] == '0' && (s[1] | 0x20) == 'x';
    const char *end = s + n, *p = hex ? s + 2 : s;
    char *digits = arena_alloc(a, n + 1);
    size_t nd = 0;
    int64_t scale = 0; /* digits behind the point */
    bool point = false;
    for (; p < end && (*p | 0x20) != (hex ? 'p' : 'e'); p++) {
        if (*p == '.')
            point = true;
        else if (*p != '_')
            digits[nd++] = *p, scale += point;
    }
    int64_t exp = p < end ? parse_exponent(p + 1, end) : 0;
    BigInt *m = bigint_parse(a, digits, nd, hex ? 16 : 10);
    if (!m)
        return NULL;
    BigInt *one = bigint_from_int64(a, 1);
    if (bigint_sign(m) == 0)
        return const_rat(a, m, one);
    exp -= hex ? 4 * scale : scale;
    int64_t bits = (int64_t)bigint_bit_len(m) + (hex ? exp : exp > 100000 || exp < -100000 ? exp : exp * 10 / 3);
    if (bits < SmallBits && bits > -SmallBits && exp < 2 * SmallBits && exp > -2 * SmallBits) {
        uint32_t e = (uint32_t)(exp < 0 ? -exp : exp);
        BigInt *scale_by = hex ? bigint_shl(a, one, e) : bigint_pow(a, 10, e);
        BigInt *num = exp > 0 ? bigint_mul(a, m, scale_by) : m;
        return const_rat(a, num, exp < 0 ? scale_by : one);
    }
    BigFloat *f = hex ? bigfloat_make(a, false, m, exp, false)
                      : bigfloat_mul(a, bigfloat_from_int(a, m), bigfloat_pow10(a, exp));
    return const_bigfloat(a, f);
}

static int hex_value(char c) { return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10; }

/* Decodes one character of a quoted literal; *byte: it stands for one byte, not a rune. */
static const char *unescape(const char *p, const char *end, uint32_t *rune, bool *byte)
{
    *byte = false;
    if (*p != '\\')
        return p + utf8_decode(p, (size_t)(end - p), rune);
    char c = p[1];
    p += 2;
    unsigned digits = 0, base = 16;
    switch (c) {
    case 'a': *rune = 7; return p;
    case 'b': *rune = 8; return p;
    case 'f': *rune = 12; return p;
    case 'n': *rune = 10; return p;
    case 'r': *rune = 13; return p;
    case 't': *rune = 9; return p;
    case 'v': *rune = 11; return p;
    case 'x': digits = 2; *byte = true; break;
    case 'u': digits = 4; break;
    case 'U': digits = 8; break;
    default:
        if (c < '0' || c > '7') {
            *rune = (unsigned char)c;
            return p;
        }
        p--;
        digits = 3;
        base = 8;
        *byte = true;
        break;
    }
    *rune = 0;
    for (; digits > 0 && p < end; digits--)
        *rune = *rune * base + (uint32_t)hex_value(*p++);
    return p;
}

static Const *parse_string_lit(Arena *a, const char *s, size_t n)
{
    const char *p = s + 1, *end = s + n - 1;
    char *out = arena_alloc(a, n + 1);
    size_t len = 0;
    if (s[0] == '`') {
        for (; p < end; p++) {
            if (*p != '\r')
                out[len++] = *p;
        }
        return const_string(a, out, len);
    }
    while (p < end) {
        if (*p != '\\') {
            out[len++] = *p++;
            continue;
        }
        uint32_t rune;
        bool byte;
        p = unescape(p, end, &rune, &byte);
        if (byte)
            out[len++] = (char)rune;
        else
            len += utf8_encode(out + len, rune);
    }
    return const_string(a, out, len);
}

Const *const_from_lit(Arena *a, LitKind kind, const char *text, size_t size)
{
    switch (kind) {
    case LitInt:
        return parse_int_lit(a, text, size);
    case LitFloat:
        return parse_float_lit(a, text, size);
    case LitImag: {
        bool prefixed = size > 2 && text[0] == '0' && text[1] > '9' && text[1] != 'i' && text[1] != '_' && (text[1] | 0x20) != 'e';
        bool hexfloat = prefixed && (text[1] | 0x20) == 'x' && (memchr(text, 'p', size) || memchr(text, 'P', size));
        Const *im = prefixed && !hexfloat ? parse_int_lit(a, text, size - 1) : parse_float_lit(a, text, size - 1);
        return const_make_complex(a, const_int(a, 0), im);
    }
    case LitRune: {
        uint32_t rune;
        bool byte;
        unescape(text + 1, text + size - 1, &rune, &byte);
        return const_int(a, (int64_t)rune);
    }
    case LitString:
        return parse_string_lit(a, text, size);
    }
    return NULL;
}

/* ---- conversions between kinds ---- */

Const *const_to_complex(Arena *a, const Const *c)
{
    if (c->kind == ConstComplex)
        return (Const *)c;
    return c->kind == ConstInt || c->kind == ConstFloat ? const_make_complex(a, c, const_int(a, 0)) : NULL;
}

Const *const_to_float(Arena *a, const Const *c)
{
    switch (c->kind) {
    case ConstInt:
        if (bigint_bit_len(c->i) < SmallBits)
            return const_rat(a, c->i, bigint_from_int64(a, 1));
        return const_bigfloat(a, bigfloat_from_int(a, c->i));
    case ConstFloat:
        return (Const *)c;
    case ConstComplex:
        return const_sign(c->cplx.im) == 0 ? const_to_float(a, c->cplx.re) : NULL;
    default:
        return NULL;
    }
}

/* An integer that f was meant to be: f itself, or f rounded a little. */
static BigInt *near_int(Arena *a, const BigFloat *f)
{
    enum { Slack = 4 };
    BigInt *i = bigfloat_to_int(a, f);
    if (i || f->exp >= 0 || f->inf)
        return i;
    BigInt *down = bigint_shl(a, bigint_shr(a, f->mant, Slack), Slack);
    BigInt *up = bigint_add(a, down, bigint_from_int64(a, 1 << Slack));
    i = bigfloat_to_int(a, bigfloat_make(a, f->neg, down, f->exp, false));
    return i ? i : bigfloat_to_int(a, bigfloat_make(a, f->neg, up, f->exp, false));
}

Const *const_to_int(Arena *a, const Const *c)
{
    switch (c->kind) {
    case ConstInt:
        return (Const *)c;
    case ConstFloat:
        if (c->flt.rat) {
            int64_t one;
            bool integral = bigint_to_int64(c->flt.rat->den, &one) && one == 1;
            return integral ? const_bigint(a, c->flt.rat->num) : NULL;
        }
        return const_bigint(a, near_int(a, c->flt.f));
    case ConstComplex:
        return const_sign(c->cplx.im) == 0 ? const_to_int(a, c->cplx.re) : NULL;
    default:
        return NULL;
    }
}

Const *const_real(Arena *a, const Const *c)
{
    (void)a;
    return c->kind == ConstComplex ? c->cplx.re : (Const *)c;
}

Const *const_imag(Arena *a, const Const *c) { return c->kind == ConstComplex ? c->cplx.im : const_int(a, 0); }

/* ---- access ---- */

bool const_get_bool(const Const *c) { return c->kind == ConstBool && c->b; }

bool const_get_int64(const Const *c, int64_t *v)
{
    Arena a;
    arena_init(&a);
    Const *i = const_to_int(&a, c);
    bool ok = i && bigint_to_int64(i->i, v);
    arena_free(&a);
    return ok;
}

bool const_get_uint64(const Const *c, uint64_t *v)
{
    Arena a;
    arena_init(&a);
    Const *i = const_to_int(&a, c);
    bool ok = i && bigint_to_uint64(i->i, v);
    arena_free(&a);
    return ok;
}

uint64_t const_bits(const Const *c, const Type *t)
{
    (void)t;
    if (c->kind == ConstBool)
        return c->b;
    Arena a;
    arena_init(&a);
    Const *i = const_to_int(&a, c);
    uint64_t v = i ? bigint_low64(i->i) : 0;
    arena_free(&a);
    return v;
}

static double real_value(const Const *c, bool single)
{
    Arena a;
    arena_init(&a);
    double d = 0;
    if (c->kind == ConstComplex)
        c = c->cplx.re;
    if (c->kind == ConstInt) {
        BigRat r = {c->i, bigint_from_int64(&a, 1)};
        d = single ? (double)bigrat_to_float(&a, &r) : bigrat_to_double(&a, &r);
    } else if (c->kind == ConstFloat && c->flt.rat) {
        d = single ? (double)bigrat_to_float(&a, c->flt.rat) : bigrat_to_double(&a, c->flt.rat);
    } else if (c->kind == ConstFloat) {
        d = single ? (double)bigfloat_to_float(&a, c->flt.f) : bigfloat_to_double(&a, c->flt.f);
    }
    arena_free(&a);
    return d;
}

double const_get_float64(const Const *c) { return real_value(c, false); }
float const_get_float32(const Const *c) { return (float)real_value(c, true); }
double const_get_imag64(const Const *c) { return c->kind == ConstComplex ? real_value(c->cplx.im, false) : 0; }

int const_sign(const Const *c)
{
    switch (c->kind) {
    case ConstInt:
        return bigint_sign(c->i);
    case ConstFloat:
        return c->flt.rat ? bigint_sign(c->flt.rat->num) : bigfloat_sign(c->flt.f);
    case ConstComplex:
        return const_sign(c->cplx.re) | const_sign(c->cplx.im);
    default:
        return 1;
    }
}

size_t const_bit_len(const Const *c) { return c->kind == ConstInt ? bigint_bit_len(c->i) : 0; }

/* ---- operations ---- */

static BigFloat *as_bigfloat(Arena *a, const Const *c)
{
    if (c->kind == ConstInt)
        return bigfloat_from_int(a, c->i);
    return c->flt.rat ? bigfloat_from_rat(a, c->flt.rat) : c->flt.f;
}

static Const *float_binary(Arena *a, Token op, const Const *x, const Const *y)
{
    if (x->flt.rat && y->flt.rat) {
        const BigRat *p = x->flt.rat, *q = y->flt.rat;
        if (op == TokMul)
            return const_rat(a, bigint_mul(a, p->num, q->num), bigint_mul(a, p->den, q->den));
        if (op == TokDiv)
            return const_rat(a, bigint_mul(a, p->num, q->den), bigint_mul(a, p->den, q->num));
        BigInt *l = bigint_mul(a, p->num, q->den), *r = bigint_mul(a, q->num, p->den);
        BigInt *num = op == TokAdd ? bigint_add(a, l, r) : bigint_sub(a, l, r);
        return const_rat(a, num, bigint_mul(a, p->den, q->den));
    }
    BigFloat *p = as_bigfloat(a, x), *q = as_bigfloat(a, y);
    switch (op) {
    case TokAdd: return const_bigfloat(a, bigfloat_add(a, p, q));
    case TokSub: return const_bigfloat(a, bigfloat_add(a, p, bigfloat_neg(a, q)));
    case TokMul: return const_bigfloat(a, bigfloat_mul(a, p, q));
    case TokDiv: return const_bigfloat(a, bigfloat_quo(a, p, q));
    default: return NULL;
    }
}

static Const *int_binary(Arena *a, Token op, const BigInt *x, const BigInt *y, bool int_div)
{
    BigInt *rem;
    switch (op) {
    case TokAdd: return const_bigint(a, bigint_add(a, x, y));
    case TokSub: return const_bigint(a, bigint_sub(a, x, y));
    case TokMul: return const_bigint(a, bigint_mul(a, x, y));
    case TokDiv: return int_div ? const_bigint(a, bigint_quo(a, x, y, NULL)) : const_rat(a, x, y);
    case TokRem: bigint_quo(a, x, y, &rem); return const_bigint(a, rem);
    case TokAnd: return const_bigint(a, bigint_and(a, x, y));
    case TokOr: return const_bigint(a, bigint_or(a, x, y));
    case TokXor: return const_bigint(a, bigint_xor(a, x, y));
    case TokAndNot: return const_bigint(a, bigint_andnot(a, x, y));
    default: return NULL;
    }
}

/* Real operation on Int or Float values of any mix. */
static Const *real_binary(Arena *a, Token op, const Const *x, const Const *y)
{
    if (!x || !y)
        return NULL;
    if (x->kind == ConstInt && y->kind == ConstInt)
        return int_binary(a, op, x->i, y->i, false);
    Const *p = const_to_float(a, x), *q = const_to_float(a, y);
    return p && q ? float_binary(a, op, p, q) : NULL;
}

static Const *complex_binary(Arena *a, Token op, const Const *x, const Const *y)
{
    const Const *p = x->cplx.re, *q = x->cplx.im, *r = y->cplx.re, *s = y->cplx.im;
    switch (op) {
    case TokAdd:
    case TokSub:
        return const_make_complex(a, real_binary(a, op, p, r), real_binary(a, op, q, s));
    case TokMul: /* (p+qi)(r+si) = (pr-qs) + (qr+ps)i */
        return const_make_complex(
            a, real_binary(a, TokSub, real_binary(a, TokMul, p, r), real_binary(a, TokMul, q, s)),
            real_binary(a, TokAdd, real_binary(a, TokMul, q, r), real_binary(a, TokMul, p, s)));
    case TokDiv: { /* ((pr+qs) + (qr-ps)i) / (rr+ss) */
        Const *d = real_binary(a, TokAdd, real_binary(a, TokMul, r, r), real_binary(a, TokMul, s, s));
        Const *re = real_binary(a, TokAdd, real_binary(a, TokMul, p, r), real_binary(a, TokMul, q, s));
        Const *im = real_binary(a, TokSub, real_binary(a, TokMul, q, r), real_binary(a, TokMul, p, s));
        return const_make_complex(a, real_binary(a, TokDiv, re, d), real_binary(a, TokDiv, im, d));
    }
    default:
        return NULL;
    }
}

Const *const_binary(Arena *a, Token op, const Const *x, const Const *y, bool int_div)
{
    if (x->kind == ConstBool && y->kind == ConstBool)
        return const_bool(a, op == TokAndAnd ? x->b && y->b : x->b || y->b);
    if (x->kind == ConstString && y->kind == ConstString) {
        char *s = arena_alloc(a, x->str.len + y->str.len + 1);
        memcpy(s, x->str.s, x->str.len);
        memcpy(s + x->str.len, y->str.s, y->str.len);
        return const_string(a, s, x->str.len + y->str.len);
    }
    if (x->kind == ConstComplex || y->kind == ConstComplex) {
        Const *p = const_to_complex(a, x), *q = const_to_complex(a, y);
        return p && q ? complex_binary(a, op, p, q) : NULL;
    }
    if (x->kind == ConstInt && y->kind == ConstInt)
        return int_binary(a, op, x->i, y->i, int_div);
    return real_binary(a, op, x, y);
}

Const *const_unary(Arena *a, Token op, const Const *x, int unsigned_bits)
{
    switch (op) {
    case TokAdd:
        return (Const *)x;
    case TokSub:
        if (x->kind == ConstInt)
            return const_bigint(a, bigint_neg(a, x->i));
        return const_binary(a, TokSub, const_int(a, 0), x, false);
    case TokXor: {
        if (x->kind != ConstInt)
            return NULL;
        BigInt *z = bigint_not(a, x->i);
        if (unsigned_bits > 0) { /* keep the bits that the type has */
            BigInt *one = bigint_from_int64(a, 1);
            z = bigint_and(a, z, bigint_sub(a, bigint_shl(a, one, (uint64_t)unsigned_bits), one));
        }
        return const_bigint(a, z);
    }
    case TokNot:
        return const_bool(a, !x->b);
    default:
        return NULL;
    }
}

Const *const_shift(Arena *a, Token op, const Const *x, uint64_t n)
{
    return const_bigint(a, op == TokShl ? bigint_shl(a, x->i, n) : bigint_shr(a, x->i, n));
}

static bool compare_result(Token op, int c)
{
    switch (op) {
    case TokEql: return c == 0;
    case TokNeq: return c != 0;
    case TokLss: return c < 0;
    case TokLeq: return c <= 0;
    case TokGtr: return c > 0;
    default: return c >= 0;
    }
}

static int real_cmp(Arena *a, const Const *x, const Const *y)
{
    if (x->kind == ConstInt && y->kind == ConstInt)
        return bigint_cmp(x->i, y->i);
    Const *p = const_to_float(a, x), *q = const_to_float(a, y);
    if (p->flt.rat && q->flt.rat)
        return bigint_cmp(bigint_mul(a, p->flt.rat->num, q->flt.rat->den),
                          bigint_mul(a, q->flt.rat->num, p->flt.rat->den));
    return bigfloat_cmp(a, as_bigfloat(a, p), as_bigfloat(a, q));
}

bool const_compare(Token op, const Const *x, const Const *y)
{
    if (x->kind == ConstBool)
        return compare_result(op, x->b != y->b);
    if (x->kind == ConstString) {
        size_t n = x->str.len < y->str.len ? x->str.len : y->str.len;
        int c = memcmp(x->str.s, y->str.s, n);
        return compare_result(op, c ? c : (x->str.len > y->str.len) - (x->str.len < y->str.len));
    }
    Arena a;
    arena_init(&a);
    bool result;
    if (x->kind == ConstComplex || y->kind == ConstComplex) {
        Const *p = const_to_complex(&a, x), *q = const_to_complex(&a, y);
        bool same = real_cmp(&a, p->cplx.re, q->cplx.re) == 0 && real_cmp(&a, p->cplx.im, q->cplx.im) == 0;
        result = compare_result(op, !same);
    } else {
        result = compare_result(op, real_cmp(&a, x, y));
    }
    arena_free(&a);
    return result;
}

/* ---- values of types ---- */

/* f as a float32 or float64; NULL on overflow. */
static Const *round_float(Arena *a, const Const *f, bool single)
{
    return const_float(a, single ? (double)const_get_float32(f) : const_get_float64(f));
}

static bool int_fits(const BigInt *i, TypeKind kind)
{
    static const int signed_bits[] = {[KindInt] = 64, [KindInt8] = 8, [KindInt16] = 16, [KindInt32] = 32,
                                      [KindInt64] = 64, [KindUint] = -64, [KindUint8] = -8, [KindUint16] = -16,
                                      [KindUint32] = -32, [KindUint64] = -64, [KindUintptr] = -64};
    int bits = signed_bits[kind]; /* negative: unsigned */
    size_t len = bigint_bit_len(i);
    if (bits < 0)
        return !i->neg && len <= (size_t)-bits;
    if (len < (size_t)bits)
        return true;
    return i->neg && len == (size_t)bits && bigint_trailing_zeros(i) == len - 1;
}

bool const_representable(Arena *a, const Const *c, const Type *t, Const **rounded)
{
    Const *ignored, **out = rounded ? rounded : &ignored;
    *out = (Const *)c;
    uint32_t info = t->basic.info;
    if (info & BasicInteger) {
        Const *i = const_to_int(a, c);
        if (!i)
            return false;
        *out = i; /* also when it does not fit: messages show it */
        return t->kind >= KindUntypedBool || int_fits(i->i, (TypeKind)t->kind);
    }
    if (info & BasicFloat) {
        Const *f = const_to_float(a, c);
        if (!f)
            return false;
        if (t->kind != KindUntypedFloat)
            f = round_float(a, f, t->kind == KindFloat32);
        if (f)
            *out = f;
        return f != NULL;
    }
    if (info & BasicComplex) {
        Const *z = const_to_complex(a, c);
        if (!z)
            return false;
        if (t->kind != KindUntypedComplex) {
            bool single = t->kind == KindComplex64;
            Const *re = round_float(a, z->cplx.re, single), *im = round_float(a, z->cplx.im, single);
            z = const_make_complex(a, re, im);
        }
        if (z)
            *out = z;
        return z != NULL;
    }
    if (info & BasicString)
        return c->kind == ConstString;
    if (info & BasicBoolean)
        return c->kind == ConstBool;
    return false;
}

/* ---- text ---- */

static void print_float(Arena *a, Buf *out, const Const *c)
{
    double d = const_get_float64(c);
    if (const_sign(c) != 0 && (d == 0 || isinf(d))) {
        bigfloat_print(a, out, as_bigfloat(a, c), 6);
        return;
    }
    char text[64];
    snprintf(text, sizeof text, "%.6g", d);
    if (!strchr(text, '.') && !const_to_int(a, c)) {
        for (int digits = 7; digits <= 17; digits++) { /* shortest text that reads back */
            snprintf(text, sizeof text, "%.*g", digits, d);
            if (strtod(text, NULL) == d)
                break;
        }
    }
    buf_puts(out, text);
}

static void print_string(Buf *out, const Const *c)
{
    enum { MaxLen = 72 };
    Buf quoted = {0};
    buf_quote(&quoted, c->str.s, c->str.len);
    size_t runes = 0, cut = 0;
    for (size_t i = 0; i < quoted.len; runes++) {
        uint32_t r;
        if (runes == MaxLen - 3)
            cut = i;
        i += utf8_decode(quoted.data + i, quoted.len - i, &r);
    }
    if (runes > MaxLen) {
        buf_write(out, quoted.data, cut);
        buf_puts(out, "...");
    } else {
        buf_write(out, quoted.data, quoted.len);
    }
    buf_free(&quoted);
}

void const_print(Buf *out, const Const *c)
{
    Arena a;
    arena_init(&a);
    switch (c->kind) {
    case ConstBool:
        buf_puts(out, c->b ? "true" : "false");
        break;
    case ConstString:
        print_string(out, c);
        break;
    case ConstInt:
        bigint_print(out, c->i);
        break;
    case ConstFloat:
        print_float(&a, out, c);
        break;
    case ConstComplex:
        buf_putc(out, '(');
        const_print(out, c->cplx.re);
        buf_puts(out, " + ");
        const_print(out, c->cplx.im);
        buf_puts(out, "i)");
        break;
    default:
        buf_puts(out, "unknown");
        break;
    }
    arena_free(&a);
}

/* Go syntax: 12, "x", true, 1.0/3 (a fraction), 0x8...p12 (a mantissa), complex(1, 2). */
void const_exact(Buf *out, const Const *c)
{
    switch (c->kind) {
    case ConstBool:
        buf_puts(out, c->b ? "true" : "false");
        break;
    case ConstString:
        buf_quote(out, c->str.s, c->str.len);
        break;
    case ConstInt:
        bigint_print(out, c->i);
        break;
    case ConstFloat:
        if (c->flt.rat) {
            bigint_print(out, c->flt.rat->num);
            buf_puts(out, ".0/");
            bigint_print(out, c->flt.rat->den);
        } else {
            if (c->flt.f->neg)
                buf_putc(out, '-');
            bigint_print_hex(out, c->flt.f->mant);
            buf_printf(out, "p%d", c->flt.f->exp);
        }
        break;
    case ConstComplex:
        buf_puts(out, "complex(");
        const_exact(out, c->cplx.re);
        buf_puts(out, ", ");
        const_exact(out, c->cplx.im);
        buf_putc(out, ')');
        break;
    default:
        buf_puts(out, "unknown");
        break;
    }
}

/* A signed real number; end points behind it. */
static Const *parse_real(Arena *a, const char *s, size_t size)
{
    bool neg = size > 0 && s[0] == '-';
    s += neg;
    size -= neg;
    Const *c;
    const char *slash = memchr(s, '/', size);
    if (slash && slash - s > 2) {
        BigInt *num = bigint_parse(a, s, (size_t)(slash - s) - 2, 10);
        BigInt *den = bigint_parse(a, slash + 1, size - (size_t)(slash + 1 - s), 10);
        c = num && den && den->n ? const_rat(a, num, den) : NULL;
    } else if (memchr(s, 'p', size)) {
        c = parse_float_lit(a, s, size);
        if (c && c->flt.rat)
            c = const_bigfloat(a, bigfloat_from_rat(a, c->flt.rat));
    } else {
        c = parse_int_lit(a, s, size);
    }
    return c && neg ? const_unary(a, TokSub, c, 0) : c;
}

Const *const_parse(Arena *a, const char *text, size_t size)
{
    if (size == 4 && memcmp(text, "true", 4) == 0)
        return const_bool(a, true);
    if (size == 5 && memcmp(text, "false", 5) == 0)
        return const_bool(a, false);
    if (size >= 2 && text[0] == '"')
        return parse_string_lit(a, text, size);
    if (size > 9 && memcmp(text, "complex(", 8) == 0) {
        const char *comma = memchr(text, ',', size);
        if (!comma)
            return NULL;
        Const *re = parse_real(a, text + 8, (size_t)(comma - text) - 8);
        Const *im = parse_real(a, comma + 2, size - (size_t)(comma + 2 - text) - 1);
        return const_make_complex(a, re, im);
    }
    return parse_real(a, text, size);
}
