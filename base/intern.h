/* intern.h - one copy of each name: afterwards equality is ==. */
#ifndef BASE_INTERN_H
#define BASE_INTERN_H

#include <stddef.h>
#include <stdint.h>

#include "arena.h"

/* Names live as long as the arena given to intern_init. */
typedef struct Interner {
    Arena *arena;
    struct InternEntry *slots; /* open addressing, heap */
    size_t count, cap;         /* cap is a power of two */
} Interner;

void intern_init(Interner *in, Arena *arena);
void intern_free(Interner *in); /* the table only; the names belong to the arena */
const char *intern(Interner *in, const char *s, size_t n); /* NUL-terminated, unique per content */
const char *intern_str(Interner *in, const char *s);

uint64_t hash_bytes(const void *p, size_t n); /* a stable 64-bit hash, the same in every process */

#endif
