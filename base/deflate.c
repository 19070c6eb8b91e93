/* deflate.c - a small and fast deflate.
 *
 * Bytes are cut into blocks.  In a block, a table of the last place where each
 * hash of four bytes was seen finds what has been there before; the nearest
 * such place is tried and no other.  Then the symbols of the block are counted
 * and get Huffman codes of at most 15 bits: lengths by merging the two lightest
 * trees, in one array as Moffat and Katajainen do ("In-place calculation of
 * minimum-redundancy codes", 1995); too long ones are shortened until the sum
 * of 2^-length is right.  The same bytes give the same stream. */
#include "deflate.h"

#include <stdlib.h>
#include <string.h>

enum {
    HashBits = 14, Window = 1 << 15, MinMatch = 4, MaxMatch = 258,
    BlockSymbols = 1 << 15,
    NumLitLen = 286, NumDist = 30, NumLengths = 19, EndOfBlock = 256, FirstLength = 257,
    MaxBits = 15, MaxLengthBits = 7,
};

/* RFC 1951, 3.2.5: the first length or distance of each code, and its extra bits. */
static const uint16_t length_base[29] = {3,  4,  5,  6,  7,  8,  9,  10, 11,  13,  15,  17,  19,  23, 27,
                                         31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258};
static const uint8_t length_extra[29] = {0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0};
static const uint16_t dist_base[NumDist] = {1,   2,   3,   4,   5,   7,    9,    13,   17,   25,   33,   49,   65,    97,    129,
                                            193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577};

typedef struct Codes {
    uint16_t bits[NumLitLen]; /* reversed: they go out low bit first */
    uint8_t len[NumLitLen];
    uint32_t both[NumLitLen]; /* bits << 8 | len */
} Codes;

/* Bits on their way to bytes. */
typedef struct Bits {
    uint64_t acc; /* those that wait, fewer than 32 */
    int nacc;
    char *next;   /* where the next bytes go: in out, with room reserved */
} Bits;

typedef struct Deflate {
    Buf *out;        /* its len counts when no bits are being put: see reserve */
    Bits bits;
    size_t nsyms;
    uint32_t lits[NumLitLen], dists[NumDist]; /* how often each is in the block */
    uint8_t length_code[MaxMatch + 1];
    uint32_t head[1 << HashBits]; /* by hash: 1 + the last place */
    uint32_t syms[BlockSymbols];  /* of the block: a literal, or length << 16 | distance */
} Deflate;

/* ---- Bits ---- */

/* Makes room for n more bytes. */
static void reserve(Deflate *d, size_t n)
{
    if (d->bits.next)
        d->out->len = (size_t)(d->bits.next - d->out->data);
    buf_reserve(d->out, n);
    d->bits.next = d->out->data + d->out->len;
}

/* At most 32 bits. */
static inline void put_bits(Bits *b, uint64_t bits, int n)
{
    b->acc |= bits << b->nacc;
    b->nacc += n;
    if (b->nacc >= 32) {
        put_u32(b->next, (uint32_t)b->acc);
        b->next += 4;
        b->acc >>= 32;
        b->nacc -= 32;
    }
}

static void flush_bits(Deflate *d)
{
    reserve(d, 8);
    for (; d->bits.nacc > 0; d->bits.nacc -= 8, d->bits.acc >>= 8)
        *d->bits.next++ = (char)d->bits.acc;
    reserve(d, 0);
}

/* ---- Huffman codes ---- */

typedef struct Leaf {
    uint32_t weight;
    uint16_t sym;
} Leaf;

static int by_weight(const void *a, const void *b)
{
    const Leaf *x = a, *y = b;
    return x->weight != y->weight ? (x->weight < y->weight ? -1 : 1) : x->sym - y->sym;
}

/* w[0..n): weights in rising order become depths in falling order. */
static void find_depths(uint32_t *w, int n)
{
    int leaf = 0, root = 0;
    for (int next = 0; next < n - 1; next++) { /* an inner node takes the two lightest; then it holds its parent */
        uint32_t sum = 0;
        for (int k = 0; k < 2; k++) {
            if (leaf >= n || (root < next && w[root] < w[leaf])) {
                sum += w[root];
                w[root++] = (uint32_t)next;
            } else {
                sum += w[leaf++];
            }
        }
        w[next] = sum;
    }
    if (n < 2)
        return;
    w[n - 2] = 0;
    for (int next = n - 3; next >= 0; next--)
        w[next] = w[w[next]] + 1;
    uint32_t available = 1, used = 0, depth = 0;
    for (int node = n - 2, next = n - 1; available > 0; depth++) {
        for (; node >= 0 && w[node] == depth; node--)
            used++;
        for (; available > used; available--)
            w[next--] = depth;
        available = 2 * used;
        used = 0;
    }
}

/* How many codes of each length, none longer than max. */
static void limit_depths(uint32_t *count, int max)
{
    uint32_t total = 0;
    for (int i = MaxBits * 2; i > max; i--) {
        count[max] += count[i];
        count[i] = 0;
    }
    for (int i = 1; i <= max; i++)
        total += count[i] << (max - i);
    for (; total > 1u << max; total--) {
        int i = max - 1;
        while (count[i] == 0)
            i--;
        count[max]--;
        count[i]--;
        count[i + 1] += 2;
    }
}

/* Canonical codes from lengths (RFC 1951, 3.2.2). */
static void assign_codes(Codes *c, int n)
{
    uint32_t count[MaxBits + 1] = {0}, next[MaxBits + 1] = {0};
    for (int i = 0; i < n; i++)
        count[c->len[i]]++;
    count[0] = 0;
    for (int i = 1; i <= MaxBits; i++)
        next[i] = (next[i - 1] + count[i - 1]) << 1;
    for (int i = 0; i < n; i++) {
        uint32_t code = c->len[i] ? next[c->len[i]]++ : 0, reversed = 0;
        for (int k = 0; k < c->len[i]; k++)
            reversed |= (code >> k & 1) << (c->len[i] - 1 - k);
        c->bits[i] = (uint16_t)reversed;
        c->both[i] = reversed << 8 | c->len[i];
    }
}

static void make_codes(Codes *c, const uint32_t *weights, int n, int max)
{
    Leaf leaves[NumLitLen];
    uint32_t depth[NumLitLen], count[MaxBits * 2 + 1] = {0};
    int used = 0;
    memset(c->len, 0, sizeof c->len);
    for (int i = 0; i < n; i++)
        if (weights[i])
            leaves[used++] = (Leaf){weights[i], (uint16_t)i};
    for (int i = 0; used < 2; i++) /* decoders want two */
        if (!weights[i])
            leaves[used++] = (Leaf){1, (uint16_t)i};
    qsort(leaves, (size_t)used, sizeof *leaves, by_weight);
    for (int i = 0; i < used; i++)
        depth[i] = leaves[i].weight;
    find_depths(depth, used);
    for (int i = 0; i < used; i++)
        count[depth[i] > MaxBits * 2 ? MaxBits * 2 : depth[i]]++;
    limit_depths(count, max);
    for (int len = max, i = 0; len > 0; len--)
        for (uint32_t k = count[len]; k > 0; k--)
            c->len[leaves[i++].sym] = (uint8_t)len;
    assign_codes(c, n);
}

/* ---- A block ---- */

static int dist_code(uint32_t dist)
{
    if (dist <= 4)
        return (int)dist - 1;
    int high = 31 - __builtin_clz(dist - 1);
    return 2 * high + (int)((dist - 1) >> (high - 1) & 1);
}

static int dist_extra(int code) { return code < 4 ? 0 : code / 2 - 1; }

/* The lengths of both codes, themselves coded; without run lengths but for zeros. */
static void put_code_lengths(Deflate *d, const Codes *lit, const Codes *dist)
{
    static const uint8_t order[NumLengths] = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};
    uint8_t all[NumLitLen + NumDist], syms[NumLitLen + NumDist], runs[NumLitLen + NumDist];
    uint32_t weights[NumLengths] = {0};
    Codes c;
    int n = 0;
    memcpy(all, lit->len, NumLitLen);
    memcpy(all + NumLitLen, dist->len, NumDist);
    for (int i = 0; i < NumLitLen + NumDist;) {
        int run = 1;
        while (all[i] == 0 && i + run < NumLitLen + NumDist && all[i + run] == 0 && run < 138)
            run++;
        syms[n] = all[i] ? all[i] : run >= 11 ? 18 : run >= 3 ? 17 : 0;
        runs[n] = (uint8_t)(run >= 3 ? run : 1);
        weights[syms[n]]++;
        i += runs[n++];
    }
    make_codes(&c, weights, NumLengths, MaxLengthBits);
    reserve(d, 1024);
    put_bits(&d->bits, NumLitLen - 257, 5);
    put_bits(&d->bits, NumDist - 1, 5);
    put_bits(&d->bits, NumLengths - 4, 4);
    for (int i = 0; i < NumLengths; i++)
        put_bits(&d->bits, c.len[order[i]], 3);
    for (int i = 0; i < n; i++) {
        put_bits(&d->bits, c.bits[syms[i]], c.len[syms[i]]);
        if (syms[i] >= 17)
            put_bits(&d->bits, (uint32_t)(syms[i] == 17 ? runs[i] - 3 : runs[i] - 11), syms[i] == 17 ? 3 : 7);
    }
}

static void put_symbols(Deflate *d, const Codes *lit, const Codes *dist)
{
    Bits b = d->bits; /* in registers */
    for (size_t i = 0; i < d->nsyms; i++) {
        uint32_t s = d->syms[i];
        if (s < 256) {
            put_bits(&b, lit->both[s] >> 8, lit->both[s] & 0xff);
            continue;
        }
        uint32_t len = s >> 16, far = s & 0xffff;
        int lc = d->length_code[len], dc = dist_code(far);
        uint32_t l = lit->both[FirstLength + lc], f = dist->both[dc];
        int n = (int)(l & 0xff), m = (int)(f & 0xff);
        put_bits(&b, l >> 8 | (uint64_t)(len - length_base[lc]) << n, n + length_extra[lc]);
        put_bits(&b, f >> 8 | (uint64_t)(far - dist_base[dc]) << m, m + dist_extra(dc));
    }
    d->bits = b;
}

static void start_block(Deflate *d)
{
    d->nsyms = 0;
    memset(d->lits, 0, sizeof d->lits);
    memset(d->dists, 0, sizeof d->dists);
}

static void put_block(Deflate *d, bool last)
{
    Codes lit, dist;
    d->lits[EndOfBlock] = 1;
    make_codes(&lit, d->lits, NumLitLen, MaxBits);
    make_codes(&dist, d->dists, NumDist, MaxBits);
    reserve(d, 64);
    put_bits(&d->bits, (uint32_t)last | 2u << 1, 3); /* dynamic codes */
    put_code_lengths(d, &lit, &dist);
    reserve(d, 64 + 8 * d->nsyms);
    put_symbols(d, &lit, &dist);
    put_bits(&d->bits, lit.bits[EndOfBlock], lit.len[EndOfBlock]);
    start_block(d);
}

/* ---- Matches ---- */

/* How far the bytes at a and b are the same; they are for MinMatch. */
static uint32_t match_length(const uint8_t *a, const uint8_t *b, size_t room)
{
    uint32_t max = room < MaxMatch ? (uint32_t)room : MaxMatch, n = MinMatch;
    for (; n + 8 <= max; n += 8) {
        uint64_t differ = get_u64(a + n) ^ get_u64(b + n);
        if (differ)
            return n + (uint32_t)__builtin_ctzll(differ) / 8;
    }
    while (n < max && a[n] == b[n])
        n++;
    return n;
}

static void find_symbols(Deflate *d, const uint8_t *p, size_t n)
{
    uint32_t *head = d->head, *syms = d->syms;
    size_t nsyms = 0;
    for (size_t i = 0; i < n;) {
        uint32_t here = 0, len = 0;
        size_t place = 0;
        if (n - i >= MinMatch) {
            here = get_u32(p + i);
            uint32_t *h = &head[here * 2654435761u >> (32 - HashBits)];
            place = *h;
            *h = (uint32_t)i + 1;
        }
        if (place && i + 1 - place < Window && get_u32(p + place - 1) == here) {
            uint32_t far = (uint32_t)(i + 1 - place);
            len = match_length(p + i, p + place - 1, n - i);
            syms[nsyms++] = len << 16 | far;
            d->lits[FirstLength + d->length_code[len]]++;
            d->dists[dist_code(far)]++;
            i += len;
        } else {
            d->lits[p[i]]++;
            syms[nsyms++] = p[i++];
        }
        if (nsyms == BlockSymbols) {
            d->nsyms = nsyms;
            put_block(d, false);
            nsyms = 0;
        }
    }
    d->nsyms = nsyms;
}

static uint32_t adler32(const uint8_t *p, size_t n)
{
    enum { Prime = 65521, Safe = 5552 }; /* so many sums fit in 32 bits (RFC 1950) */
    const uint64_t lanes = 0x00ff00ff00ff00ffu;
    uint32_t a = 1, b = 0;
    while (n > 0) {
        size_t part = n < Safe ? n : Safe;
        size_t i = 0;
        for (; i + 8 <= part; i += 8) { /* eight at a time: a grows by their sum, b by what eight steps of one would add */
            uint64_t w = get_u64(p + i), even = w & lanes, odd = w >> 8 & lanes;
            b += 8 * a + (uint32_t)((even * 0x0008000600040002u + odd * 0x0007000500030001u) >> 48);
            a += (uint32_t)((even + odd) * 0x0001000100010001u >> 48);
        }
        for (; i < part; i++)
            b += a += p[i];
        a %= Prime;
        b %= Prime;
        p += part;
        n -= part;
    }
    return b << 16 | a;
}

void zlib_compress(Buf *out, const void *p, size_t n)
{
    Deflate d; /* 200 KB */
    d.out = out;
    d.bits = (Bits){0};
    start_block(&d);
    memset(d.head, 0, sizeof d.head);
    for (int code = 0; code < 29; code++)
        for (int len = length_base[code]; len <= MaxMatch; len++)
            d.length_code[len] = (uint8_t)code;
    buf_u8(out, 0x78); /* deflate, window of 32 KB */
    buf_u8(out, 0x01);
    find_symbols(&d, p, n);
    put_block(&d, true);
    flush_bits(&d);
    uint32_t sum = adler32(p, n);
    for (int shift = 24; shift >= 0; shift -= 8)
        buf_u8(out, (uint8_t)(sum >> shift));
}
