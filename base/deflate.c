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

#include "arena.h"

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
} Codes;

typedef struct Deflate {
    Buf *out;
    uint64_t acc;    /* bits that wait */
    int nacc;
    uint32_t *head;  /* by hash: 1 + the last place */
    uint32_t *syms;  /* of the block: a literal, or length << 16 | distance */
    size_t nsyms;
    uint8_t length_code[MaxMatch + 1];
} Deflate;

/* ---- Bits ---- */

static void put_bits(Deflate *d, uint32_t bits, int n)
{
    d->acc |= (uint64_t)bits << d->nacc;
    d->nacc += n;
    while (d->nacc >= 32) {
        buf_u32(d->out, (uint32_t)d->acc);
        d->acc >>= 32;
        d->nacc -= 32;
    }
}

static void flush_bits(Deflate *d)
{
    for (; d->nacc > 0; d->nacc -= 8, d->acc >>= 8)
        buf_u8(d->out, (uint8_t)d->acc);
    d->nacc = 0;
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
    put_bits(d, NumLitLen - 257, 5);
    put_bits(d, NumDist - 1, 5);
    put_bits(d, NumLengths - 4, 4);
    for (int i = 0; i < NumLengths; i++)
        put_bits(d, c.len[order[i]], 3);
    for (int i = 0; i < n; i++) {
        put_bits(d, c.bits[syms[i]], c.len[syms[i]]);
        if (syms[i] >= 17)
            put_bits(d, (uint32_t)(syms[i] == 17 ? runs[i] - 3 : runs[i] - 11), syms[i] == 17 ? 3 : 7);
    }
}

static void put_block(Deflate *d, bool last)
{
    uint32_t lits[NumLitLen] = {[EndOfBlock] = 1}, dists[NumDist] = {0};
    for (size_t i = 0; i < d->nsyms; i++) {
        uint32_t s = d->syms[i];
        if (s < 256) {
            lits[s]++;
        } else {
            lits[FirstLength + d->length_code[s >> 16]]++;
            dists[dist_code(s & 0xffff)]++;
        }
    }
    Codes lit, dist;
    make_codes(&lit, lits, NumLitLen, MaxBits);
    make_codes(&dist, dists, NumDist, MaxBits);
    put_bits(d, (uint32_t)last | 2u << 1, 3); /* dynamic codes */
    put_code_lengths(d, &lit, &dist);
    for (size_t i = 0; i < d->nsyms; i++) {
        uint32_t s = d->syms[i];
        if (s < 256) {
            put_bits(d, lit.bits[s], lit.len[s]);
            continue;
        }
        uint32_t len = s >> 16, far = s & 0xffff;
        int lc = d->length_code[len], dc = dist_code(far);
        put_bits(d, lit.bits[FirstLength + lc], lit.len[FirstLength + lc]);
        put_bits(d, len - length_base[lc], length_extra[lc]);
        put_bits(d, dist.bits[dc], dist.len[dc]);
        put_bits(d, far - dist_base[dc], dist_extra(dc));
    }
    put_bits(d, lit.bits[EndOfBlock], lit.len[EndOfBlock]);
    d->nsyms = 0;
}

/* ---- Matches ---- */

static uint32_t match_length(const uint8_t *a, const uint8_t *b, size_t room)
{
    uint32_t max = room < MaxMatch ? (uint32_t)room : MaxMatch, n = 0;
    while (n < max && a[n] == b[n])
        n++;
    return n;
}

static void find_symbols(Deflate *d, const uint8_t *p, size_t n)
{
    for (size_t i = 0; i < n;) {
        uint32_t len = 0, far = 0;
        if (n - i >= MinMatch) {
            uint32_t h = get_u32(p + i) * 2654435761u >> (32 - HashBits);
            size_t place = d->head[h];
            d->head[h] = (uint32_t)i + 1;
            if (place && i + 1 - place < Window) {
                far = (uint32_t)(i + 1 - place);
                len = match_length(p + i, p + place - 1, n - i);
            }
        }
        if (len >= MinMatch) {
            d->syms[d->nsyms++] = len << 16 | far;
            i += len;
        } else {
            d->syms[d->nsyms++] = p[i++];
        }
        if (d->nsyms == BlockSymbols)
            put_block(d, false);
    }
}

static uint32_t adler32(const uint8_t *p, size_t n)
{
    enum { Prime = 65521, Safe = 5552 }; /* so many sums fit in 32 bits (RFC 1950) */
    uint32_t a = 1, b = 0;
    while (n > 0) {
        size_t part = n < Safe ? n : Safe;
        for (size_t i = 0; i < part; i++)
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
    Deflate d = {.out = out};
    d.head = xcalloc(1 << HashBits, sizeof *d.head);
    d.syms = xcalloc(BlockSymbols, sizeof *d.syms);
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
    free(d.head);
    free(d.syms);
}
