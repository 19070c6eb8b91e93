/* sha256.c - SHA-256, FIPS 180-4 sections 4 to 6. */
#include "sha256.h"

#include <string.h>

/* Compilers that know how to ask for the instructions (the model of the processor is found out before main). */
#if defined(__x86_64__) && ((defined(__clang__) && __clang_major__ >= 19) || (!defined(__clang__) && __GNUC__ >= 11))
#include <immintrin.h>
#define HAVE_SHA_INSTRUCTIONS 1
#else
#define HAVE_SHA_INSTRUCTIONS 0
#endif

static const uint32_t k[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

static uint32_t ror(uint32_t x, int n) { return x >> n | x << (32 - n); }

static uint32_t big_endian(const uint8_t *p) { return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3]; }

/* One of 64 steps. Instead of moving eight variables along, each step calls them by other names: v[i] is `a`
 * of step 0 at i = 0, and of step n at i = -n mod 8. */
static inline void step(uint32_t v[8], int n, uint32_t kw)
{
    uint32_t a = v[-n & 7], b = v[(1 - n) & 7], c = v[(2 - n) & 7];
    uint32_t e = v[(4 - n) & 7], f = v[(5 - n) & 7], g = v[(6 - n) & 7], h = v[(7 - n) & 7];
    uint32_t t1 = h + (ror(e, 6) ^ ror(e, 11) ^ ror(e, 25)) + ((e & f) ^ (~e & g)) + kw;
    v[(3 - n) & 7] += t1;
    v[(7 - n) & 7] = t1 + (ror(a, 2) ^ ror(a, 13) ^ ror(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
}

static void blocks_plain(uint32_t h[8], const uint8_t *p, size_t n)
{
    for (; n > 0; n--, p += 64) {
        uint32_t w[64], v[8];
        for (int i = 0; i < 16; i++)
            w[i] = big_endian(p + 4 * i);
        for (int i = 16; i < 64; i++) {
            uint32_t s0 = ror(w[i - 15], 7) ^ ror(w[i - 15], 18) ^ w[i - 15] >> 3;
            uint32_t s1 = ror(w[i - 2], 17) ^ ror(w[i - 2], 19) ^ w[i - 2] >> 10;
            w[i] = w[i - 16] + s0 + w[i - 7] + s1;
        }
        memcpy(v, h, sizeof v);
        for (int i = 0; i < 64; i += 8) {
            step(v, 0, k[i] + w[i]), step(v, 1, k[i + 1] + w[i + 1]), step(v, 2, k[i + 2] + w[i + 2]), step(v, 3, k[i + 3] + w[i + 3]);
            step(v, 4, k[i + 4] + w[i + 4]), step(v, 5, k[i + 5] + w[i + 5]), step(v, 6, k[i + 6] + w[i + 6]), step(v, 7, k[i + 7] + w[i + 7]);
        }
        for (int i = 0; i < 8; i++)
            h[i] += v[i];
    }
}

#if HAVE_SHA_INSTRUCTIONS
/* With the processor's own steps (Intel SDM vol. 2, SHA256RNDS2, SHA256MSG1, SHA256MSG2): two of them at a time, the
 * variables in two registers as ABEF and CDGH, four words of the schedule in another four. */
__attribute__((target("sha,sse4.1,ssse3"))) static void blocks_sha(uint32_t h[8], const uint8_t *p, size_t n)
{
    const __m128i swap = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
    __m128i dcba = _mm_loadu_si128((const __m128i *)h), hgfe = _mm_loadu_si128((const __m128i *)(h + 4));
    __m128i cdab = _mm_shuffle_epi32(dcba, 0xb1), efgh = _mm_shuffle_epi32(hgfe, 0x1b);
    __m128i abef = _mm_alignr_epi8(cdab, efgh, 8), cdgh = _mm_blend_epi16(efgh, cdab, 0xf0);
    for (; n > 0; n--, p += 64) {
        __m128i m[4], abef0 = abef, cdgh0 = cdgh;
        for (int g = 0; g < 16; g++) {
            __m128i *w = &m[g & 3], *next = &m[(g + 1) & 3], *after = &m[(g + 2) & 3], *last = &m[(g + 3) & 3];
            if (g < 4)
                *w = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)p + g), swap);
            else
                *w = _mm_sha256msg2_epu32(_mm_add_epi32(_mm_sha256msg1_epu32(*w, *next), _mm_alignr_epi8(*last, *after, 4)), *last);
            __m128i kw = _mm_add_epi32(*w, _mm_loadu_si128((const __m128i *)(k + 4 * g)));
            cdgh = _mm_sha256rnds2_epu32(cdgh, abef, kw);
            abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(kw, 0x0e));
        }
        abef = _mm_add_epi32(abef, abef0);
        cdgh = _mm_add_epi32(cdgh, cdgh0);
    }
    __m128i feba = _mm_shuffle_epi32(abef, 0x1b), dchg = _mm_shuffle_epi32(cdgh, 0xb1);
    _mm_storeu_si128((__m128i *)h, _mm_blend_epi16(feba, dchg, 0xf0));
    _mm_storeu_si128((__m128i *)(h + 4), _mm_alignr_epi8(dchg, feba, 8));
}
#endif

static void blocks(uint32_t h[8], const uint8_t *p, size_t n)
{
#if HAVE_SHA_INSTRUCTIONS
    if (__builtin_cpu_supports("sha") && __builtin_cpu_supports("sse4.1")) {
        blocks_sha(h, p, n);
        return;
    }
#endif
    blocks_plain(h, p, n);
}

void sha256_init(Sha256 *s)
{
    *s = (Sha256){.h = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19}};
}

void sha256_write(Sha256 *s, const void *data, size_t n)
{
    const uint8_t *p = data;
    size_t have = s->total % 64;
    s->total += n;
    if (have) {
        size_t take = 64 - have < n ? 64 - have : n;
        memcpy(s->block + have, p, take);
        p += take;
        n -= take;
        if (have + take < 64)
            return;
        blocks(s->h, s->block, 1);
    }
    if (n >= 64)
        blocks(s->h, p, n / 64);
    if (n % 64)
        memcpy(s->block, p + n / 64 * 64, n % 64);
}

void sha256_sum(const Sha256 *s, uint8_t sum[32])
{
    Sha256 t = *s;
    uint8_t pad[72] = {0x80};
    uint64_t bits = t.total * 8;
    size_t n = (55 - t.total % 64 + 64) % 64 + 1;
    for (int i = 0; i < 8; i++)
        pad[n + (size_t)i] = (uint8_t)(bits >> (56 - 8 * i));
    sha256_write(&t, pad, n + 8);
    for (int i = 0; i < 32; i++)
        sum[i] = (uint8_t)(t.h[i / 4] >> (24 - 8 * (i % 4)));
}

void sha256(const void *p, size_t n, uint8_t sum[32])
{
    Sha256 s;
    sha256_init(&s);
    sha256_write(&s, p, n);
    sha256_sum(&s, sum);
}
