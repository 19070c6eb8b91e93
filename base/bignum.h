/* bignum.h - integers, rationals and floats of bounded precision.
 *
 * What constant expressions need and no more: values are immutable and live in
 * an arena.  Integers are exact; callers bound their size (nothing here makes a
 * number of more than BigMaxBits bits: such operations return NULL).
 * Rationals are exact; floats have a mantissa of 512 bits, rounded to
 * nearest even, and a 32-bit exponent, with overflow to infinity and underflow to 0. */
#ifndef BASE_BIGNUM_H
#define BASE_BIGNUM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "buf.h"

enum { BigMaxBits = 1 << 16, BigFloatPrec = 512 };

/* sign * magnitude; n counts 32-bit words, little-endian, no leading zeros. */
typedef struct BigInt {
    bool neg; /* never for zero */
    uint32_t n;
    uint32_t w[];
} BigInt;

/* num / den in lowest terms, den > 0. */
typedef struct BigRat {
    BigInt *num, *den;
} BigRat;

/* (neg ? -1 : 1) * mant * 2^exp, mant of exactly BigFloatPrec bits, or 0, or infinity. */
typedef struct BigFloat {
    bool neg, inf;
    int32_t exp;
    BigInt *mant; /* NULL or zero: 0 */
} BigFloat;

BigInt *bigint_from_int64(Arena *a, int64_t v);
BigInt *bigint_from_uint64(Arena *a, uint64_t v);
BigInt *bigint_parse(Arena *a, const char *digits, size_t n, unsigned base); /* digits of base 2..16, '_' skipped; NULL: too big */
bool bigint_to_int64(const BigInt *x, int64_t *v);
bool bigint_to_uint64(const BigInt *x, uint64_t *v);
uint64_t bigint_low64(const BigInt *x);        /* two's complement, truncated */
size_t bigint_bit_len(const BigInt *x);        /* of the magnitude */
int bigint_sign(const BigInt *x);
int bigint_cmp(const BigInt *x, const BigInt *y);
BigInt *bigint_neg(Arena *a, const BigInt *x);
BigInt *bigint_add(Arena *a, const BigInt *x, const BigInt *y);
BigInt *bigint_sub(Arena *a, const BigInt *x, const BigInt *y);
BigInt *bigint_mul(Arena *a, const BigInt *x, const BigInt *y);
BigInt *bigint_quo(Arena *a, const BigInt *x, const BigInt *y, BigInt **rem); /* truncated; y != 0; rem may be NULL */
BigInt *bigint_shl(Arena *a, const BigInt *x, uint64_t n);
BigInt *bigint_shr(Arena *a, const BigInt *x, uint64_t n);  /* arithmetic: rounds to minus infinity */
BigInt *bigint_and(Arena *a, const BigInt *x, const BigInt *y); /* two's complement, infinitely wide */
BigInt *bigint_or(Arena *a, const BigInt *x, const BigInt *y);
BigInt *bigint_xor(Arena *a, const BigInt *x, const BigInt *y);
BigInt *bigint_andnot(Arena *a, const BigInt *x, const BigInt *y);
BigInt *bigint_not(Arena *a, const BigInt *x);
BigInt *bigint_gcd(Arena *a, const BigInt *x, const BigInt *y);
BigInt *bigint_pow(Arena *a, uint32_t base, uint32_t exp);  /* NULL: too big */
size_t bigint_trailing_zeros(const BigInt *x);
void bigint_print(Buf *out, const BigInt *x);               /* decimal */
void bigint_print_hex(Buf *out, const BigInt *x);           /* 0x..., with sign */

BigRat *bigrat_make(Arena *a, const BigInt *num, const BigInt *den); /* reduces */

BigFloat *bigfloat_from_int(Arena *a, const BigInt *x);
BigFloat *bigfloat_from_rat(Arena *a, const BigRat *x);
BigFloat *bigfloat_from_double(Arena *a, double d);
/* mant * 2^exp, rounded; sticky: a little more than mant. */
BigFloat *bigfloat_make(Arena *a, bool neg, const BigInt *mant, int64_t exp, bool sticky);
int bigfloat_sign(const BigFloat *x);
int bigfloat_cmp(Arena *scratch, const BigFloat *x, const BigFloat *y);
BigFloat *bigfloat_neg(Arena *a, const BigFloat *x);
BigFloat *bigfloat_add(Arena *a, const BigFloat *x, const BigFloat *y);
BigFloat *bigfloat_mul(Arena *a, const BigFloat *x, const BigFloat *y);
BigFloat *bigfloat_quo(Arena *a, const BigFloat *x, const BigFloat *y);
BigFloat *bigfloat_pow10(Arena *a, int64_t e);
BigInt *bigfloat_to_int(Arena *a, const BigFloat *x); /* NULL when not integral or too big */
BigRat *bigfloat_to_rat(Arena *a, const BigFloat *x); /* exact; NULL when the exponent is large */

/* Correctly rounded to nearest even; infinity on overflow. */
double bigfloat_to_double(Arena *scratch, const BigFloat *x);
float bigfloat_to_float(Arena *scratch, const BigFloat *x);
double bigrat_to_double(Arena *scratch, const BigRat *x);
float bigrat_to_float(Arena *scratch, const BigRat *x);
/* m * 10^e with |m| < 10 and that many digits behind the point: for messages about values beyond float64. */
void bigfloat_print(Arena *scratch, Buf *out, const BigFloat *x, int digits);

#endif
