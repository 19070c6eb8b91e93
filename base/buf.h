/* buf.h - growable byte buffers, and little-endian and LEB128 encoding. */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* A Buf owns data.  It starts as {0}.  buf_str ends it with a NUL that is not
 * counted in len. */
typedef struct Buf {
    char *data;
    size_t len, cap;
} Buf;

void buf_free(Buf *b);
void buf_reserve(Buf *b, size_t more); /* room for more bytes after len */
void buf_reserve_exactly(Buf *b, size_t more); /* the same, for what will not grow again */
void buf_write(Buf *b, const void *p, size_t n);
void buf_puts(Buf *b, const char *s);
void buf_putc(Buf *b, char c);
void buf_printf(Buf *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buf_vprintf(Buf *b, const char *format, va_list args);
void buf_quote(Buf *b, const char *s, size_t n); /* s as a Go string literal with escapes (strconv.Quote) */
char *buf_str(Buf *b);                           /* b->data, NUL-terminated; still owned by b */

static inline void buf_u8(Buf *b, uint8_t v)
{
    if (b->len == b->cap)
        buf_reserve(b, 1);
    b->data[b->len++] = (char)v;
}
void buf_u16(Buf *b, uint16_t v);
void buf_u32(Buf *b, uint32_t v);
void buf_u64(Buf *b, uint64_t v);
void buf_long_uleb(Buf *b, uint64_t v); /* of any length; buf_uleb is for those that are mostly short */
static inline void buf_uleb(Buf *b, uint64_t v)
{
    if (v < 0x80)
        buf_u8(b, (uint8_t)v);
    else
        buf_long_uleb(b, v);
}
void buf_sleb(Buf *b, int64_t v);
void buf_zero(Buf *b, size_t n);
void buf_align(Buf *b, size_t align); /* pads with zeros; align is a power of two */

/* Little-endian access to memory of any alignment. */
static inline uint16_t get_u16(const void *p) { const uint8_t *q = p; return (uint16_t)(q[0] | q[1] << 8); }
static inline uint32_t get_u32(const void *p) { const uint8_t *q = p; return get_u16(q) | (uint32_t)get_u16(q + 2) << 16; }
static inline uint64_t get_u64(const void *p) { const uint8_t *q = p; return get_u32(q) | (uint64_t)get_u32(q + 4) << 32; }
static inline void put_u16(void *p, uint16_t v) { uint8_t *q = p; q[0] = (uint8_t)v; q[1] = (uint8_t)(v >> 8); }
static inline void put_u32(void *p, uint32_t v) { uint8_t *q = p; put_u16(q, (uint16_t)v); put_u16(q + 2, (uint16_t)(v >> 16)); }
static inline void put_u64(void *p, uint64_t v) { uint8_t *q = p; put_u32(q, (uint32_t)v); put_u32(q + 4, (uint32_t)(v >> 32)); }

/* vec_push(items, n, cap, x) appends x to a heap array kept in three
 * variables or fields; free(items) ends it. */
void *vec_grow(void *items, size_t *cap, size_t need, size_t item_size);
#define vec_push(items, n, cap, ...)                                                        \
    ((items) = vec_grow((items), &(cap), (size_t)(n) + 1, sizeof *(items)), (items)[(n)++] = (__VA_ARGS__))

#endif
