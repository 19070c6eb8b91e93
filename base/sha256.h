/* sha256.h - SHA-256 (FIPS 180-4). */
#ifndef BASE_SHA256_H
#define BASE_SHA256_H

#include <stddef.h>
#include <stdint.h>

typedef struct Sha256 {
    uint32_t h[8];
    uint64_t total;   /* bytes so far */
    uint8_t block[64]; /* the unfinished block */
} Sha256;

void sha256_init(Sha256 *s);
void sha256_write(Sha256 *s, const void *p, size_t n);
void sha256_sum(const Sha256 *s, uint8_t sum[32]); /* leaves s as it was */
void sha256(const void *p, size_t n, uint8_t sum[32]);

#endif
