/* arena.c - chunked bump allocation.
 *
 * Chunks grow from 4 KiB by doubling up to 8 MiB, so that small inputs stay
 * small and large ones ask the system rarely.  A request larger than the
 * current chunk size gets a chunk of its own.  Large chunks are large pages. */
#include "arena.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "format.h"
#include "os.h"

enum { MinChunk = 4 << 10, MaxChunk = 8 << 20, MapFrom = 1 << 20 };

struct ArenaChunk {
    ArenaChunk *next;
    size_t mapped; /* bytes from os_map_pages; 0: on the heap */
};

enum { Header = (sizeof(ArenaChunk) + ArenaAlign - 1) & ~(size_t)(ArenaAlign - 1) };

void *xmalloc(size_t size)
{
    void *p = malloc(size ? size : 1);
    if (!p) {
        fputs("fatal error: out of memory\n", stderr);
        abort();
    }
    return p;
}

void *xcalloc(size_t n, size_t size)
{
    void *p = calloc(n ? n : 1, size ? size : 1); /* fresh pages are zero: nothing is touched before it is used */
    return p ? p : xmalloc(SIZE_MAX); /* reports it */
}

void *xrealloc(void *p, size_t size)
{
    void *q = realloc(p, size ? size : 1);
    if (!q) {
        fputs("fatal error: out of memory\n", stderr);
        abort();
    }
    return q;
}

void arena_init(Arena *a) { *a = (Arena){0}; }

static void free_chunks(ArenaChunk *c)
{
    for (ArenaChunk *next; c; c = next) {
        next = c->next;
        if (c->mapped)
            os_unmap_pages(c, c->mapped);
        else
            free(c);
    }
}

void arena_free(Arena *a)
{
    free_chunks(a->chunks);
    arena_init(a);
}

/* While addresses are watched, nothing that was dropped is used again: whoever still looks at it is found out. */
#if defined(__SANITIZE_ADDRESS__)
enum { Watched = 1 }; /* gcc -fsanitize=address */
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
enum { Watched = 1 };
#else
enum { Watched = 0 };
#endif
#else
enum { Watched = 0 };
#endif

void arena_reset(Arena *a, size_t keep)
{
    ArenaChunk *only = a->chunks && !a->chunks->next ? a->chunks : NULL;
    size_t total = a->total;
    if (!only || total > keep || Watched) {
        arena_free(a);
        a->total = Watched || total > keep ? 0 : total; /* one chunk will do next time */
        return;
    }
    char *start = (char *)only + Header;
    memset(start, 0, (size_t)(a->next - start));
    a->next = start;
}

static ArenaChunk *new_chunk(size_t *size)
{
    size_t mapped = *size;
    ArenaChunk *c = *size >= MapFrom ? os_map_pages(&mapped) : NULL;
    if (c) {
        c->mapped = *size = mapped;
        return c;
    }
    c = calloc(1, *size); /* fresh pages are zero: nothing is touched before it is used */
    return c ? c : xmalloc(SIZE_MAX); /* reports it */
}

static void add_chunk(Arena *a, size_t need)
{
    size_t size = a->total < MinChunk ? MinChunk : a->total > MaxChunk ? MaxChunk : a->total;
    if (size < need)
        size = need;
    size += Header;
    ArenaChunk *c = new_chunk(&size);
    c->next = a->chunks;
    a->chunks = c;
    a->next = (char *)c + Header;
    a->end = (char *)c + size;
    a->total += size - Header;
}

void arena_reserve(Arena *a, size_t size)
{
    if ((size_t)(a->end - a->next) < size)
        add_chunk(a, size);
}

void *arena_alloc_chunk(Arena *a, size_t size)
{
    add_chunk(a, size);
    void *p = a->next;
    a->next += size;
    return p;
}

void *arena_dup(Arena *a, const void *p, size_t size)
{
    void *q = arena_alloc(a, size);
    if (size)
        memcpy(q, p, size);
    return q;
}

void *arena_double(Arena *a, void *items, int n, int *cap, size_t size)
{
    int want = *cap ? *cap * 2 : 4;
    void *more = arena_alloc(a, (size_t)want * size);
    if (n)
        memcpy(more, items, (size_t)n * size);
    *cap = want;
    return more;
}

char *arena_strndup(Arena *a, const char *s, size_t n)
{
    char *q = arena_alloc(a, n + 1);
    if (n)
        memcpy(q, s, n);
    return q;
}

char *arena_strdup(Arena *a, const char *s) { return arena_strndup(a, s, strlen(s)); }

char *arena_vprintf(Arena *a, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    size_t room = (size_t)(a->end - a->next);
    int n = format_into(a->next, room, format, args); /* in place, it mostly fits */
    assert(n >= 0 && "bad format");
    if ((size_t)n >= room && room)
        memset(a->next, 0, room);
    char *s = arena_alloc(a, (size_t)n + 1);
    if ((size_t)n >= room)
        format_into(s, (size_t)n + 1, format, again);
    va_end(again);
    return s;
}

char *arena_printf(Arena *a, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    char *s = arena_vprintf(a, format, args);
    va_end(args);
    return s;
}
