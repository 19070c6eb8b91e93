/* arena.h - memory by lifetime.
 *
 * An Arena hands out zeroed memory and is dropped whole; nothing in it is
 * freed alone.  A tool has one for the compilation and one per function.  What
 * is needed again and again for a short time gets an arena that is reset: its
 * memory stays warm in the caches, and the system is not asked twice. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

typedef struct ArenaChunk ArenaChunk;

typedef struct Arena {
    ArenaChunk *chunks; /* newest first */
    char *next, *end;   /* free part of the newest chunk */
    size_t total;       /* bytes asked of the system: how large the next chunk will be */
} Arena;

void arena_init(Arena *a);
void arena_free(Arena *a);                       /* drops everything; the arena may be used again */
void arena_reserve(Arena *a, size_t size);       /* what is allocated next, size bytes, stands in one chunk */
void arena_reset(Arena *a, size_t keep);         /* the same, but keeps at most keep bytes for what comes */
void *arena_alloc_chunk(Arena *a, size_t size);  /* arena_alloc when the chunk at hand is full */
void *arena_dup(Arena *a, const void *p, size_t size);
char *arena_strdup(Arena *a, const char *s);
char *arena_strndup(Arena *a, const char *s, size_t n); /* copies exactly n bytes and adds a NUL */
char *arena_printf(Arena *a, const char *format, ...) __attribute__((format(printf, 2, 3)));
char *arena_vprintf(Arena *a, const char *format, va_list args);

/* Room for one more in an array of n that doubles. */
void *arena_double(Arena *a, void *items, int n, int *cap, size_t size);
static inline void *arena_extend(Arena *a, void *items, int n, int *cap, size_t size)
{
    return n < *cap ? items : arena_double(a, items, n, cap, size);
}

enum { ArenaAlign = 8 };

/* Zeroed, aligned to ArenaAlign; never NULL. */
static inline void *arena_alloc(Arena *a, size_t size)
{
    size = (size + ArenaAlign - 1) & ~(size_t)(ArenaAlign - 1);
    if ((size_t)(a->end - a->next) < size || !a->next)
        return arena_alloc_chunk(a, size);
    void *p = a->next;
    a->next += size;
    return p;
}

#define NEW(arena, T) ((T *)arena_alloc((arena), sizeof(T)))
#define NEW_ARRAY(arena, T, n) ((T *)arena_alloc((arena), sizeof(T) * (size_t)(n)))

/* The C heap, for what outgrows an arena (buffers, tables).  These end the
 * process with a message when memory is exhausted; they never return NULL. */
void *xmalloc(size_t size);
void *xcalloc(size_t n, size_t size);
void *xrealloc(void *p, size_t size);

#endif
