/* intern.c - an open-addressing set of strings. */
#include "intern.h"

#include <stdlib.h>
#include <string.h>

struct InternEntry {
    const char *name; /* NULL: free slot */
    uint64_t hash;
    size_t len;
};

/* Eight bytes a step, mixed by multiplication with an odd constant (after
 * Fibonacci hashing, Knuth 6.4). */
uint64_t hash_bytes(const void *p, size_t n)
{
    const uint64_t k = 0x9E3779B97F4A7C15u;
    const char *s = p;
    uint64_t h = n * k;
    for (; n >= 8; s += 8, n -= 8) {
        uint64_t w;
        memcpy(&w, s, 8);
        h = (h ^ w) * k;
        h ^= h >> 29;
    }
    uint64_t w = 0;
    memcpy(&w, s, n);
    h = (h ^ w) * k;
    return h ^ h >> 32;
}

void intern_init(Interner *in, Arena *arena) { *in = (Interner){.arena = arena}; }

void intern_free(Interner *in)
{
    free(in->slots);
    in->slots = NULL;
    in->count = in->cap = 0;
}

static void grow(Interner *in)
{
    size_t cap = in->cap ? in->cap * 2 : 1024;
    struct InternEntry *slots = xcalloc(cap, sizeof *slots);
    for (size_t i = 0; i < in->cap; i++) {
        if (!in->slots[i].name)
            continue;
        size_t j = in->slots[i].hash & (cap - 1);
        while (slots[j].name)
            j = (j + 1) & (cap - 1);
        slots[j] = in->slots[i];
    }
    free(in->slots);
    in->slots = slots;
    in->cap = cap;
}

const char *intern(Interner *in, const char *s, size_t n)
{
    if (in->count * 2 >= in->cap)
        grow(in);
    uint64_t hash = hash_bytes(s, n);
    size_t i = hash & (in->cap - 1);
    for (struct InternEntry *e; (e = &in->slots[i])->name; i = (i + 1) & (in->cap - 1))
        if (e->hash == hash && e->len == n && memcmp(e->name, s, n) == 0)
            return e->name;
    const char *name = arena_strndup(in->arena, s, n);
    in->slots[i] = (struct InternEntry){name, hash, n};
    in->count++;
    return name;
}

const char *intern_str(Interner *in, const char *s) { return intern(in, s, strlen(s)); }
