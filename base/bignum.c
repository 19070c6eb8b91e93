/* bignum.c - arithmetic for constant expressions: schoolbook algorithms on
 * 32-bit words, because operands are a few hundred bits long.
 *
 * Every function returns a fresh immutable value in the arena; NULL means that
 * the result would have more than BigMaxBits bits. */
#include "bignum.h"

#include <math.h>
#include <string.h>

static BigInt *big_new(Arena *a, uint32_t n)
{
    BigInt *z = arena_alloc(a, sizeof(BigInt) + (size_t)n * sizeof(uint32_t));
    z->n = n;
    return z;
}

static BigInt *big_norm(BigInt *z)
{
    while (z->n > 0 && z->w[z->n - 1] == 0)
        z->n--;
    if (z->n == 0)
        z->neg = false;
    return z;
}

BigInt *bigint_from_uint64(Arena *a, uint64_t v)
{
    BigInt *z = big_new(a, v == 0 ? 0 : v >> 32 == 0 ? 1 : 2);
    if (z->n > 0)
        z->w[0] = (uint32_t)v;
    if (z->n > 1)
        z->w[1] = (uint32_t)(v >> 32);
    return z;
}

BigInt *bigint_from_int64(Arena *a, int64_t v)
{
    BigInt *z = bigint_from_uint64(a, v < 0 ? 0 - (uint64_t)v : (uint64_t)v);
    z->neg = v < 0;
    return z;
}

/* Of an integer of at most two words. */
static uint64_t magnitude(const BigInt *x) { return (x->n > 0 ? x->w[0] : 0) | (x->n > 1 ? (uint64_t)x->w[1] << 32 : 0); }

static BigInt *small_int(Arena *a, uint64_t v, bool neg)
{
    BigInt *z = bigint_from_uint64(a, v);
    z->neg = neg && z->n > 0;
    return z;
}

static uint64_t small_gcd(const BigInt *x, const BigInt *y)
{
    uint64_t u = magnitude(x), v = magnitude(y);
    while (v) {
        uint64_t r = u % v;
        u = v;
        v = r;
    }
    return u;
}

size_t bigint_bit_len(const BigInt *x)
{
    if (x->n == 0)
        return 0;
    size_t bits = (size_t)(x->n - 1) * 32;
    for (uint32_t w = x->w[x->n - 1]; w; w >>= 1)
        bits++;
    return bits;
}

uint64_t bigint_low64(const BigInt *x)
{
    uint64_t v = magnitude(x);
    return x->neg ? 0 - v : v;
}

bool bigint_to_uint64(const BigInt *x, uint64_t *v)
{
    if (x->neg || x->n > 2)
        return false;
    *v = bigint_low64(x);
    return true;
}

bool bigint_to_int64(const BigInt *x, int64_t *v)
{
    if (x->n > 2)
        return false;
    uint64_t u = bigint_low64(x);
    *v = (int64_t)u;
    return x->n == 0 || (*v < 0) == x->neg;
}

int bigint_sign(const BigInt *x) { return x->n == 0 ? 0 : x->neg ? -1 : 1; }

static int cmp_abs(const BigInt *x, const BigInt *y)
{
    if (x->n != y->n)
        return x->n < y->n ? -1 : 1;
    for (uint32_t i = x->n; i-- > 0;) {
        if (x->w[i] != y->w[i])
            return x->w[i] < y->w[i] ? -1 : 1;
    }
    return 0;
}

int bigint_cmp(const BigInt *x, const BigInt *y)
{
    if (x->neg != y->neg)
        return x->neg ? -1 : 1;
    int c = cmp_abs(x, y);
    return x->neg ? -c : c;
}

static BigInt *big_copy(Arena *a, const BigInt *x)
{
    return arena_dup(a, x, sizeof(BigInt) + (size_t)x->n * sizeof(uint32_t));
}

BigInt *bigint_neg(Arena *a, const BigInt *x)
{
    BigInt *z = big_copy(a, x);
    z->neg = z->n > 0 && !x->neg;
    return z;
}

static BigInt *add_abs(Arena *a, const BigInt *x, const BigInt *y)
{
    if (x->n < y->n) {
        const BigInt *t = x;
        x = y;
        y = t;
    }
    BigInt *z = big_new(a, x->n + 1);
    uint64_t carry = 0;
    for (uint32_t i = 0; i < x->n; i++) {
        carry += (uint64_t)x->w[i] + (i < y->n ? y->w[i] : 0);
        z->w[i] = (uint32_t)carry;
        carry >>= 32;
    }
    z->w[x->n] = (uint32_t)carry;
    return big_norm(z);
}

/* |x| - |y| for |x| >= |y|. */
static BigInt *sub_abs(Arena *a, const BigInt *x, const BigInt *y)
{
    BigInt *z = big_new(a, x->n);
    int64_t borrow = 0;
    for (uint32_t i = 0; i < x->n; i++) {
        int64_t d = (int64_t)x->w[i] - (i < y->n ? y->w[i] : 0) + borrow;
        z->w[i] = (uint32_t)d;
        borrow = d < 0 ? -1 : 0;
    }
    return big_norm(z);
}

static BigInt *add_signed(Arena *a, const BigInt *x, const BigInt *y, bool yneg)
{
    BigInt *z;
    if (x->neg == yneg) {
        z = add_abs(a, x, y);
        z->neg = x->neg;
    } else if (cmp_abs(x, y) >= 0) {
        z = sub_abs(a, x, y);
        z->neg = x->neg;
    } else {
        z = sub_abs(a, y, x);
        z->neg = yneg;
    }
    return big_norm(z);
}

BigInt *bigint_add(Arena *a, const BigInt *x, const BigInt *y) { return add_signed(a, x, y, y->neg); }
BigInt *bigint_sub(Arena *a, const BigInt *x, const BigInt *y) { return add_signed(a, x, y, !y->neg); }

BigInt *bigint_mul(Arena *a, const BigInt *x, const BigInt *y)
{
    if (bigint_bit_len(x) + bigint_bit_len(y) > 2 * BigMaxBits)
        return NULL;
    BigInt *z = big_new(a, x->n + y->n);
    for (uint32_t i = 0; i < x->n; i++) {
        uint64_t carry = 0;
        for (uint32_t j = 0; j < y->n; j++) {
            carry += (uint64_t)x->w[i] * y->w[j] + z->w[i + j];
            z->w[i + j] = (uint32_t)carry;
            carry >>= 32;
        }
        z->w[i + y->n] = (uint32_t)carry;
    }
    z->neg = x->neg != y->neg;
    return big_norm(z);
}

/* Knuth, The Art of Computer Programming, volume 2, 4.3.1, algorithm D:
 * divides |x| by |y| for y of at least two words; leaves the remainder in r. */
static void div_long(Arena *a, BigInt *q, BigInt *r, const BigInt *x, const BigInt *y)
{
    unsigned s = 0;
    while (!(y->w[y->n - 1] << s & 0x80000000u))
        s++;
    BigInt *u = big_new(a, x->n + 1), *v = big_new(a, y->n);
    for (uint32_t i = y->n; i-- > 0;)
        v->w[i] = (uint32_t)(((uint64_t)y->w[i] << 32 | (i ? y->w[i - 1] : 0)) << s >> 32);
    u->w[x->n] = (uint32_t)((uint64_t)x->w[x->n - 1] << s >> 32);
    for (uint32_t i = x->n; i-- > 0;)
        u->w[i] = (uint32_t)(((uint64_t)x->w[i] << 32 | (i ? x->w[i - 1] : 0)) << s >> 32);

    for (uint32_t j = x->n - y->n + 1; j-- > 0;) {
        uint64_t top = (uint64_t)u->w[j + y->n] << 32 | u->w[j + y->n - 1];
        uint64_t qhat = top / v->w[y->n - 1], rhat = top % v->w[y->n - 1];
        while (qhat >> 32 || qhat * v->w[y->n - 2] > (rhat << 32 | u->w[j + y->n - 2])) {
            qhat--;
            rhat += v->w[y->n - 1];
            if (rhat >> 32)
                break;
        }
        int64_t borrow = 0;
        uint64_t carry = 0;
        for (uint32_t i = 0; i < y->n; i++) {
            carry += qhat * v->w[i];
            int64_t d = (int64_t)u->w[i + j] - (uint32_t)carry + borrow;
            u->w[i + j] = (uint32_t)d;
            borrow = d < 0 ? -1 : 0;
            carry >>= 32;
        }
        int64_t d = (int64_t)u->w[j + y->n] - (int64_t)carry + borrow;
        u->w[j + y->n] = (uint32_t)d;
        if (d < 0) { /* qhat was one too large */
            qhat--;
            carry = 0;
            for (uint32_t i = 0; i < y->n; i++) {
                carry += (uint64_t)u->w[i + j] + v->w[i];
                u->w[i + j] = (uint32_t)carry;
                carry >>= 32;
            }
            u->w[j + y->n] += (uint32_t)carry;
        }
        q->w[j] = (uint32_t)qhat;
    }
    for (uint32_t i = 0; i < y->n; i++)
        r->w[i] = (uint32_t)(((uint64_t)u->w[i + 1] << 32 | u->w[i]) >> s);
}

BigInt *bigint_quo(Arena *a, const BigInt *x, const BigInt *y, BigInt **rem)
{
    if (x->n <= 2 && y->n <= 2) { /* most constants: machine words will do */
        uint64_t u = magnitude(x), v = magnitude(y);
        if (rem)
            *rem = small_int(a, u % v, x->neg);
        return small_int(a, u / v, x->neg != y->neg);
    }
    BigInt *q = big_new(a, x->n), *r = big_new(a, y->n);
    if (cmp_abs(x, y) < 0) {
        r = big_copy(a, x);
    } else if (y->n == 1) {
        uint64_t c = 0;
        for (uint32_t i = x->n; i-- > 0;) {
            c = c << 32 | x->w[i];
            q->w[i] = (uint32_t)(c / y->w[0]);
            c %= y->w[0];
        }
        r->w[0] = (uint32_t)c;
    } else {
        div_long(a, q, r, x, y);
    }
    q->neg = x->neg != y->neg;
    r->neg = x->neg;
    if (rem)
        *rem = big_norm(r);
    return big_norm(q);
}

BigInt *bigint_shl(Arena *a, const BigInt *x, uint64_t n)
{
    if (x->n == 0)
        return big_copy(a, x);
    if (n > 2 * BigMaxBits || bigint_bit_len(x) + n > 2 * BigMaxBits)
        return NULL;
    uint32_t words = (uint32_t)(n / 32), bits = (uint32_t)(n % 32);
    BigInt *z = big_new(a, x->n + words + 1);
    for (uint32_t i = 0; i < x->n; i++) {
        uint64_t w = (uint64_t)x->w[i] << bits;
        z->w[i + words] |= (uint32_t)w;
        z->w[i + words + 1] = (uint32_t)(w >> 32);
    }
    z->neg = x->neg;
    return big_norm(z);
}

/* |x| >> n; *lost: some bit that fell off was 1. */
static BigInt *shr_abs(Arena *a, const BigInt *x, uint64_t n, bool *lost)
{
    *lost = false;
    if (n >= (uint64_t)x->n * 32) {
        *lost = x->n > 0;
        return big_new(a, 0);
    }
    uint32_t words = (uint32_t)(n / 32), bits = (uint32_t)(n % 32);
    BigInt *z = big_new(a, x->n - words);
    for (uint32_t i = 0; i < words; i++)
        *lost |= x->w[i] != 0;
    *lost |= bits && x->w[words] << (32 - bits) != 0;
    for (uint32_t i = words; i < x->n; i++) {
        uint64_t w = (uint64_t)(i + 1 < x->n ? x->w[i + 1] : 0) << 32 | x->w[i];
        z->w[i - words] = (uint32_t)(w >> bits);
    }
    return big_norm(z);
}

BigInt *bigint_shr(Arena *a, const BigInt *x, uint64_t n)
{
    bool lost;
    BigInt *z = shr_abs(a, x, n, &lost);
    if (!x->neg)
        return z;
    z->neg = z->n > 0;
    return lost ? bigint_sub(a, z, bigint_from_uint64(a, 1)) : z;
}

/* ---- bitwise operations, on two's complement of enough words ---- */

static uint32_t *twos(Arena *a, const BigInt *x, uint32_t n)
{
    uint32_t *w = arena_alloc(a, (size_t)n * 4);
    memcpy(w, x->w, (size_t)x->n * 4);
    if (x->neg) {
        uint64_t carry = 1;
        for (uint32_t i = 0; i < n; i++) {
            carry += (uint32_t)~w[i];
            w[i] = (uint32_t)carry;
            carry >>= 32;
        }
    }
    return w;
}

static BigInt *from_twos(Arena *a, uint32_t *w, uint32_t n)
{
    BigInt *z = big_new(a, n);
    z->neg = w[n - 1] >> 31;
    uint64_t carry = 1;
    for (uint32_t i = 0; i < n; i++) {
        if (z->neg) {
            carry += (uint32_t)~w[i];
            z->w[i] = (uint32_t)carry;
            carry >>= 32;
        } else {
            z->w[i] = w[i];
        }
    }
    return big_norm(z);
}

static BigInt *bitwise(Arena *a, const BigInt *x, const BigInt *y, char op)
{
    uint32_t n = (x->n > y->n ? x->n : y->n) + 1;
    uint32_t *p = twos(a, x, n), *q = twos(a, y, n);
    for (uint32_t i = 0; i < n; i++) {
        switch (op) {
        case '&': p[i] &= q[i]; break;
        case '|': p[i] |= q[i]; break;
        case '^': p[i] ^= q[i]; break;
        default: p[i] &= ~q[i]; break; /* and not */
        }
    }
    return from_twos(a, p, n);
}

BigInt *bigint_and(Arena *a, const BigInt *x, const BigInt *y) { return bitwise(a, x, y, '&'); }
BigInt *bigint_or(Arena *a, const BigInt *x, const BigInt *y) { return bitwise(a, x, y, '|'); }
BigInt *bigint_xor(Arena *a, const BigInt *x, const BigInt *y) { return bitwise(a, x, y, '^'); }
BigInt *bigint_andnot(Arena *a, const BigInt *x, const BigInt *y) { return bitwise(a, x, y, '-'); }

BigInt *bigint_not(Arena *a, const BigInt *x)
{
    return bigint_sub(a, bigint_neg(a, x), bigint_from_uint64(a, 1));
}

BigInt *bigint_gcd(Arena *a, const BigInt *x, const BigInt *y)
{
    if (x->n <= 2 && y->n <= 2)
        return bigint_from_uint64(a, small_gcd(x, y));
    BigInt *p = big_copy(a, x), *q = big_copy(a, y);
    p->neg = q->neg = false;
    while (q->n) {
        BigInt *r;
        bigint_quo(a, p, q, &r);
        p = q;
        q = r;
    }
    return p;
}

BigInt *bigint_pow(Arena *a, uint32_t base, uint32_t exp)
{
    BigInt *z = bigint_from_uint64(a, 1), *b = bigint_from_uint64(a, base);
    for (; exp; exp >>= 1) {
        if (exp & 1)
            z = bigint_mul(a, z, b);
        if (exp > 1)
            b = bigint_mul(a, b, b);
        if (!z || !b)
            return NULL;
    }
    return z;
}

size_t bigint_trailing_zeros(const BigInt *x)
{
    size_t n = 0;
    for (uint32_t i = 0; i < x->n; i++, n += 32) {
        if (x->w[i]) {
            for (uint32_t w = x->w[i]; !(w & 1); w >>= 1)
                n++;
            break;
        }
    }
    return n;
}

/* ---- text ---- */

static int digit_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

BigInt *bigint_parse(Arena *a, const char *digits, size_t n, unsigned base)
{
    if (n * (base > 10 ? 4 : base > 8 ? 4 : base > 2 ? 3 : 1) > 2 * (size_t)BigMaxBits)
        return NULL;
    BigInt *z = big_new(a, (uint32_t)(n / 8 + 2));
    uint32_t used = 0;
    for (size_t i = 0; i < n; i++) {
        int d = digit_value(digits[i]);
        if (d < 0)
            continue;
        uint64_t carry = (uint64_t)d;
        for (uint32_t j = 0; j < used; j++) {
            carry += (uint64_t)z->w[j] * base;
            z->w[j] = (uint32_t)carry;
            carry >>= 32;
        }
        if (carry)
            z->w[used++] = (uint32_t)carry;
    }
    z->n = used;
    return big_norm(z);
}

void bigint_print(Buf *out, const BigInt *x)
{
    if (x->n == 0) {
        buf_putc(out, '0');
        return;
    }
    Arena a;
    arena_init(&a);
    BigInt *t = big_copy(&a, x);
    uint32_t *parts = arena_alloc(&a, ((size_t)x->n * 2 + 2) * 4); /* base 10^9, 9.6 bits per word to spare */
    size_t n = 0;
    while (t->n) {
        uint64_t c = 0;
        for (uint32_t i = t->n; i-- > 0;) {
            c = c << 32 | t->w[i];
            t->w[i] = (uint32_t)(c / 1000000000);
            c %= 1000000000;
        }
        parts[n++] = (uint32_t)c;
        big_norm(t);
    }
    buf_printf(out, "%s%u", x->neg ? "-" : "", parts[n - 1]);
    for (size_t i = n - 1; i-- > 0;)
        buf_printf(out, "%09u", parts[i]);
    arena_free(&a);
}

void bigint_print_hex(Buf *out, const BigInt *x)
{
    buf_puts(out, x->neg ? "-0x" : "0x");
    if (x->n == 0)
        buf_putc(out, '0');
    for (uint32_t i = x->n; i-- > 0;)
        buf_printf(out, i + 1 == x->n ? "%x" : "%08x", x->w[i]);
}

/* ---- rationals ---- */

BigRat *bigrat_make(Arena *a, const BigInt *num, const BigInt *den)
{
    BigRat *r = NEW(a, BigRat);
    r->num = (BigInt *)num; /* values are immutable: they can be shared */
    r->den = (BigInt *)den;
    if (num->n > 2 || den->n > 2 || small_gcd(num, den) != 1) {
        BigInt *g = bigint_gcd(a, num, den);
        r->num = bigint_quo(a, num, g, NULL);
        r->den = bigint_quo(a, den, g, NULL);
    }
    if (r->den->neg) {
        r->den = bigint_neg(a, r->den);
        r->num = bigint_neg(a, r->num);
    }
    return r;
}

/* ---- floats ---- */

static BigFloat *float_inf(Arena *a, bool neg)
{
    BigFloat *z = NEW(a, BigFloat);
    z->inf = true;
    z->neg = neg;
    return z;
}

static bool float_is_zero(const BigFloat *x) { return !x->inf && (!x->mant || x->mant->n == 0); }

BigFloat *bigfloat_make(Arena *a, bool neg, const BigInt *mant, int64_t exp, bool sticky)
{
    BigFloat *z = NEW(a, BigFloat);
    size_t len = bigint_bit_len(mant);
    if (len == 0)
        return z;
    BigInt *m;
    if (len <= BigFloatPrec) {
        m = bigint_shl(a, mant, BigFloatPrec - len);
        exp -= (int64_t)(BigFloatPrec - len);
    } else {
        uint64_t drop = len - BigFloatPrec;
        bool lost, half_lost;
        BigInt *twice = shr_abs(a, mant, drop - 1, &lost);
        bool half = twice->w[0] & 1;
        m = shr_abs(a, twice, 1, &half_lost);
        exp += (int64_t)drop;
        if (half && (lost || sticky || (m->w[0] & 1))) {
            m = add_abs(a, m, bigint_from_uint64(a, 1));
            if (bigint_bit_len(m) > BigFloatPrec) {
                m = shr_abs(a, m, 1, &lost);
                exp++;
            }
        }
    }
    /* The value lies below 2^(exp + prec); Go's exponent is 32 bits wide. */
    if (exp + BigFloatPrec > INT32_MAX)
        return float_inf(a, neg);
    if (exp + BigFloatPrec < INT32_MIN)
        return z;
    m->neg = false;
    z->neg = neg;
    z->mant = m;
    z->exp = (int32_t)(exp < INT32_MIN ? INT32_MIN : exp);
    return z;
}

BigFloat *bigfloat_from_int(Arena *a, const BigInt *x) { return bigfloat_make(a, x->neg, x, 0, false); }

BigFloat *bigfloat_from_rat(Arena *a, const BigRat *x)
{
    return bigfloat_quo(a, bigfloat_from_int(a, x->num), bigfloat_from_int(a, x->den));
}

BigFloat *bigfloat_from_double(Arena *a, double d)
{
    int e;
    double m = frexp(fabs(d), &e);
    return bigfloat_make(a, signbit(d), bigint_from_uint64(a, (uint64_t)ldexp(m, 53)), e - 53, false);
}

int bigfloat_sign(const BigFloat *x) { return float_is_zero(x) ? 0 : x->neg ? -1 : 1; }

int bigfloat_cmp(Arena *scratch, const BigFloat *x, const BigFloat *y)
{
    (void)scratch;
    int sx = bigfloat_sign(x), sy = bigfloat_sign(y);
    if (sx != sy)
        return sx < sy ? -1 : 1;
    if (sx == 0)
        return 0;
    int c;
    if (x->inf || y->inf)
        c = x->inf - y->inf;
    else if (x->exp != y->exp)
        c = x->exp < y->exp ? -1 : 1;
    else
        c = cmp_abs(x->mant, y->mant);
    return sx < 0 ? -c : c;
}

BigFloat *bigfloat_neg(Arena *a, const BigFloat *x)
{
    BigFloat *z = arena_dup(a, x, sizeof *x);
    z->neg = !x->neg && !float_is_zero(x);
    return z;
}

BigFloat *bigfloat_add(Arena *a, const BigFloat *x, const BigFloat *y)
{
    if (x->inf || float_is_zero(y))
        return arena_dup(a, x, sizeof *x);
    if (y->inf || float_is_zero(x))
        return arena_dup(a, y, sizeof *y);
    if (x->exp < y->exp) {
        const BigFloat *t = x;
        x = y;
        y = t;
    }
    int64_t d = (int64_t)x->exp - y->exp;
    BigInt *mx, *my;
    if (d > 2 * BigFloatPrec) { /* y only tells the direction of rounding */
        mx = bigint_shl(a, x->mant, BigFloatPrec);
        my = bigint_from_uint64(a, 1);
        d = BigFloatPrec;
    } else {
        mx = bigint_shl(a, x->mant, (uint64_t)d);
        my = big_copy(a, y->mant);
    }
    mx->neg = x->neg;
    my->neg = y->neg;
    BigInt *sum = bigint_add(a, mx, my);
    return bigfloat_make(a, sum->neg, sum, (int64_t)x->exp - d, false);
}

BigFloat *bigfloat_mul(Arena *a, const BigFloat *x, const BigFloat *y)
{
    bool neg = x->neg != y->neg;
    if (float_is_zero(x) || float_is_zero(y))
        return NEW(a, BigFloat);
    if (x->inf || y->inf)
        return float_inf(a, neg);
    return bigfloat_make(a, neg, bigint_mul(a, x->mant, y->mant), (int64_t)x->exp + y->exp, false);
}

BigFloat *bigfloat_quo(Arena *a, const BigFloat *x, const BigFloat *y)
{
    bool neg = x->neg != y->neg;
    if (float_is_zero(x) || y->inf)
        return NEW(a, BigFloat);
    if (x->inf || float_is_zero(y))
        return float_inf(a, neg);
    enum { Extra = BigFloatPrec + 2 };
    BigInt *rem;
    BigInt *q = bigint_quo(a, bigint_shl(a, x->mant, Extra), y->mant, &rem);
    return bigfloat_make(a, neg, q, (int64_t)x->exp - y->exp - Extra, rem->n > 0);
}

BigFloat *bigfloat_pow10(Arena *a, int64_t e)
{
    BigFloat *z = bigfloat_from_int(a, bigint_from_uint64(a, 1)), *b = bigfloat_from_int(a, bigint_from_uint64(a, 10));
    for (uint64_t n = e < 0 ? 0 - (uint64_t)e : (uint64_t)e; n; n >>= 1) {
        if (n & 1)
            z = bigfloat_mul(a, z, b);
        if (n > 1)
            b = bigfloat_mul(a, b, b);
    }
    return e < 0 ? bigfloat_quo(a, bigfloat_from_int(a, bigint_from_uint64(a, 1)), z) : z;
}

BigInt *bigfloat_to_int(Arena *a, const BigFloat *x)
{
    if (x->inf)
        return NULL;
    if (float_is_zero(x))
        return big_new(a, 0);
    BigInt *z;
    if (x->exp >= 0) {
        z = x->exp > BigMaxBits ? NULL : bigint_shl(a, x->mant, (uint64_t)x->exp);
    } else {
        if (bigint_trailing_zeros(x->mant) < (uint64_t) - (int64_t)x->exp)
            return NULL;
        bool lost;
        z = shr_abs(a, x->mant, (uint64_t) - (int64_t)x->exp, &lost);
    }
    if (z)
        z->neg = x->neg && z->n > 0;
    return z;
}

BigRat *bigfloat_to_rat(Arena *a, const BigFloat *x)
{
    if (x->inf || x->exp > BigMaxBits / 4 || x->exp < -BigMaxBits / 4)
        return NULL;
    BigInt *one = bigint_from_uint64(a, 1);
    BigInt *m = float_is_zero(x) ? big_new(a, 0) : big_copy(a, x->mant);
    m->neg = x->neg && m->n > 0;
    if (x->exp >= 0)
        return bigrat_make(a, bigint_shl(a, m, (uint64_t)x->exp), one);
    return bigrat_make(a, m, bigint_shl(a, one, (uint64_t)-x->exp));
}

/* Rounds mant * 2^exp (sticky: and a little more) to a binary format with prec
 * bits and least exponent emin (of the last bit of a denormal number). */
static double round_to(Arena *a, bool neg, const BigInt *mant, int64_t exp, bool sticky, int prec, int emin, int emax)
{
    size_t len = bigint_bit_len(mant);
    if (len == 0)
        return 0;
    int64_t drop = (int64_t)len - prec;
    if (exp + drop < emin)
        drop = emin - exp;
    BigInt *m = big_copy(a, mant);
    m->neg = false;
    if (drop > 0) {
        bool lost, dummy;
        BigInt *twice = shr_abs(a, m, (uint64_t)drop - 1, &lost);
        bool half = twice->n > 0 && twice->w[0] & 1;
        m = shr_abs(a, twice, 1, &dummy);
        if (half && (lost || sticky || (m->n > 0 && m->w[0] & 1)))
            m = add_abs(a, m, bigint_from_uint64(a, 1));
        exp += drop;
    }
    double d;
    if ((int64_t)bigint_bit_len(m) + exp > emax)
        d = INFINITY;
    else
        d = ldexp((double)bigint_low64(m), (int)exp);
    return neg ? -d : d;
}

enum { Prec64 = 53, Emin64 = -1074, Emax64 = 1024, Prec32 = 24, Emin32 = -149, Emax32 = 128 };

static double float_round(Arena *a, const BigFloat *x, int prec, int emin, int emax)
{
    if (x->inf)
        return x->neg ? -INFINITY : INFINITY;
    if (float_is_zero(x))
        return 0;
    if (x->exp > 4096)
        return x->neg ? -INFINITY : INFINITY;
    if (x->exp < -8192)
        return x->neg ? -0.0 : 0.0;
    return round_to(a, x->neg, x->mant, x->exp, false, prec, emin, emax);
}

static double rat_round(Arena *a, const BigRat *x, int prec, int emin, int emax)
{
    /* A quotient of at least prec + 3 bits, the remainder made sticky. */
    int64_t shift = (int64_t)bigint_bit_len(x->den) - (int64_t)bigint_bit_len(x->num) + prec + 4;
    const BigInt *num = x->num, *den = x->den;
    if (shift > 0)
        num = bigint_shl(a, num, (uint64_t)shift);
    else
        den = bigint_shl(a, den, (uint64_t)-shift);
    BigInt *rem;
    BigInt *q = bigint_quo(a, num, den, &rem);
    return round_to(a, x->num->neg, q, -shift, rem->n > 0, prec, emin, emax);
}

double bigfloat_to_double(Arena *scratch, const BigFloat *x) { return float_round(scratch, x, Prec64, Emin64, Emax64); }
float bigfloat_to_float(Arena *scratch, const BigFloat *x) { return (float)float_round(scratch, x, Prec32, Emin32, Emax32); }
double bigrat_to_double(Arena *scratch, const BigRat *x) { return rat_round(scratch, x, Prec64, Emin64, Emax64); }
float bigrat_to_float(Arena *scratch, const BigRat *x) { return (float)rat_round(scratch, x, Prec32, Emin32, Emax32); }

void bigfloat_print(Arena *scratch, Buf *out, const BigFloat *x, int digits)
{
    if (x->inf || float_is_zero(x)) {
        buf_puts(out, x->inf ? (x->neg ? "-Inf" : "+Inf") : "0");
        return;
    }
    /* log10 of the value tells the exponent; the mantissa is what is left. */
    double lg = ((double)x->exp + BigFloatPrec) * 0.30102999566398119521;
    int64_t e = (int64_t)floor(lg);
    BigFloat *m = bigfloat_quo(scratch, x, bigfloat_pow10(scratch, e));
    double d = fabs(bigfloat_to_double(scratch, m));
    if (d < 1) {
        d *= 10;
        e--;
    }
    buf_printf(out, "%s%.*ge%+lld", x->neg ? "-" : "", digits, d, (long long)e);
}
