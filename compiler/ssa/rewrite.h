/* rewrite.h - what conditions and results of rewrite rules may use.
 *
 * auxints are int64_t, sign-extended from the op's width (bool: 0 or 1; float
 * constants: bits of the value as float64).  Arithmetic on them wraps, so it
 * is done on unsigned numbers here; the generator cuts results to the width. */
#ifndef SSA_REWRITE_H
#define SSA_REWRITE_H

#include "compiler/ssa/ssa.h"

/* aux with its kind, by value. */
typedef struct Aux {
    AuxKind kind;
    void *p;
} Aux;

static inline Aux aux_of(const Value *v) { return (Aux){(AuxKind)v->aux_kind, v->aux}; }
static inline bool aux_same(Aux a, Aux b) { return a.kind == b.kind && a.p == b.p; }
static inline bool aux_none(Aux a) { return a.kind == AuxKindNone; }
static inline Aux no_aux(void) { return (Aux){AuxKindNone, NULL}; }
static inline Aux sym_aux(Func *f, const char *name) { return (Aux){AuxKindSym, func_sym(f, name, SsaABIInternal)}; }

static inline void set_aux(Value *v, Aux a)
{
    v->aux_kind = (uint8_t)a.kind;
    v->aux = a.p;
}

/* Folding two addresses: at most one may have a symbol. */
static inline bool can_merge_aux(Aux a, Aux b) { return aux_none(a) || aux_none(b); }
static inline Aux merge_aux(Aux a, Aux b) { return aux_none(a) ? b : a; }

static inline void swap_values(Value **a, Value **b)
{
    Value *t = *a;
    *a = *b;
    *b = t;
}

/* --- integers that wrap --- */
static inline int64_t add(int64_t a, int64_t b) { return (int64_t)((uint64_t)a + (uint64_t)b); }
static inline int64_t sub(int64_t a, int64_t b) { return (int64_t)((uint64_t)a - (uint64_t)b); }
static inline int64_t mul(int64_t a, int64_t b) { return (int64_t)((uint64_t)a * (uint64_t)b); }
static inline int64_t neg(int64_t a) { return (int64_t)(0 - (uint64_t)a); }
static inline int64_t lsh(int64_t a, int64_t n) { return (uint64_t)n < 64 ? (int64_t)((uint64_t)a << n) : 0; }
static inline int64_t rsh(int64_t a, int64_t n) { return (uint64_t)n < 64 ? a >> n : a >> 63; } /* arithmetic */
static inline int64_t rshu(int64_t a, int64_t n) { return (uint64_t)n < 64 ? (int64_t)((uint64_t)a >> n) : 0; }
static inline int64_t low_mask(int bits) { return bits >= 64 ? -1 : (int64_t)((UINT64_C(1) << bits) - 1); }
static inline int64_t zext(int64_t a, int bits) { return a & low_mask(bits); }
static inline int64_t sext(int64_t a, int bits) { return bits >= 64 ? a : (int64_t)((uint64_t)a << (64 - bits)) >> (64 - bits); }
static inline bool is32bit(int64_t a) { return a == (int32_t)a; }
static inline bool is16bit(int64_t a) { return a == (int16_t)a; }
static inline bool is8bit(int64_t a) { return a == (int8_t)a; }
static inline bool fits_u8(int64_t a) { return a == (uint8_t)a; }
static inline bool fits_u16(int64_t a) { return a == (uint16_t)a; }
static inline bool fits_u32(int64_t a) { return a == (uint32_t)a; }
static inline bool add_fits32(int64_t a, int64_t b) { return is32bit(add(a, b)); }
static inline bool is_pow2(int64_t a) { return a > 0 && (a & (a - 1)) == 0; }
int log2_of(int64_t a);        /* of a power of 2 (as unsigned): its exponent */
int bits_len(uint64_t a);      /* bits needed */
int trailing_zeros(uint64_t a);/* 64 for 0 */
int bits_count(uint64_t a);
int64_t divide(int64_t a, int64_t b, int bits);   /* signed, as Go; b not 0 */
int64_t modulo(int64_t a, int64_t b, int bits);
int64_t divide_u(int64_t a, int64_t b, int bits);
int64_t modulo_u(int64_t a, int64_t b, int bits);
int64_t high_mul(int64_t a, int64_t b);
int64_t high_mul_u(int64_t a, int64_t b);
static inline bool less_u(int64_t a, int64_t b, int bits) { return (uint64_t)zext(a, bits) < (uint64_t)zext(b, bits); }
int64_t rotate_left(int64_t a, int64_t n, int bits);
int64_t byte_swap(int64_t a, int bits);

/* Division by a constant c through multiplication (Hacker's Delight, chapter
 * 10; Granlund and Montgomery).  n is the width, s the shift.
 * Unsigned: x / c = x * M >> (n + s); M = m if fits, else 2^n + m.
 * Signed: x / c = (x * m >> (n - 1 + s)) + (x < 0); if fits, m is below 2^(n-1). */
typedef struct Magic {
    int shift;
    bool fits;
    uint64_t m;
} Magic;
bool magic_ok_u(int64_t c, int bits); /* c is not 0 and no power of 2 */
bool magic_ok_s(int64_t c, int bits); /* the same; c > 0 */
Magic magic_u(int64_t c, int bits);
Magic magic_s(int64_t c, int bits);

/* --- floats: auxint holds the bits of a float64 --- */
static inline double to_double(int64_t bits)
{
    double d;
    memcpy(&d, &bits, sizeof d);
    return d;
}

static inline int64_t from_double(double d)
{
    int64_t bits;
    memcpy(&bits, &d, sizeof bits);
    return bits;
}

static inline int64_t from_float(float f) { return from_double(f); }
static inline float to_float(int64_t bits) { return (float)to_double(bits); }
static inline bool is_nan(int64_t bits) { return to_double(bits) != to_double(bits); }
int64_t float32_bits(int64_t bits); /* math.Float32bits of a Const32F's auxint, sign-extended */
int64_t float32_frombits(int64_t bits);
bool float_exact_reciprocal(int64_t bits, bool single); /* dividing by it equals multiplying by its inverse */
bool float_fits_int(int64_t bits, int int_bits); /* truncation is in range */

/* --- questions about values --- */
bool same_ptr(const Value *p, const Value *q); /* surely the same address */
bool disjoint(const Value *p, int64_t n, const Value *q, int64_t m); /* p[:n] and q[:m] surely do not overlap */
bool covers(const Value *q, int64_t m, const Value *p, int64_t n); /* q[:m] surely contains p[:n] */
bool is_read_only(Aux sym);       /* symbol in read-only memory whose contents are fixed */
bool is_non_nil(const Value *v);  /* surely not nil: an address, a checked pointer */
bool is_const(const Value *v);
bool is_same_call(Aux call, const char *name); /* CallInfo whose callee is name */
static inline Func *func_of(const Value *v) { return v->block->func; }
static inline int64_t size_of(const Value *v) { return val_type_size(value_type(v)); }
static inline bool one_use(const Value *v) { return v->uses == 1; }

/* Generated from generic.rules. */
bool rewrite_value_generic(Value *v);
bool rewrite_block_generic(Block *b);

#endif
