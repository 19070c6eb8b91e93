/* buf.c - growable byte buffers. */
#include "buf.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

#include "arena.h"
#include "format.h"
#include "utf8.h"

void buf_free(Buf *b)
{
    free(b->data);
    *b = (Buf){0};
}

void buf_reserve(Buf *b, size_t more)
{
    if (b->cap - b->len >= more)
        return;
    size_t cap = b->cap ? b->cap * 2 : 256;
    if (cap < b->len + more)
        cap = b->len + more;
    b->data = xrealloc(b->data, cap);
    b->cap = cap;
}

void buf_reserve_exactly(Buf *b, size_t more)
{
    if (b->cap - b->len >= more)
        return;
    b->data = xrealloc(b->data, b->len + more);
    b->cap = b->len + more;
}

void buf_write(Buf *b, const void *p, size_t n)
{
    if (n == 0)
        return;
    buf_reserve(b, n);
    memcpy(b->data + b->len, p, n);
    b->len += n;
}

void buf_puts(Buf *b, const char *s) { buf_write(b, s, strlen(s)); }

void buf_putc(Buf *b, char c) { buf_u8(b, (uint8_t)c); }

void buf_vprintf(Buf *b, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    size_t room = b->cap - b->len;
    int n = format_into(b->data + b->len, room, format, args);
    assert(n >= 0 && "bad format");
    if ((size_t)n >= room) {
        buf_reserve(b, (size_t)n + 1);
        format_into(b->data + b->len, (size_t)n + 1, format, again);
    }
    b->len += (size_t)n;
    va_end(again);
}

void buf_printf(Buf *b, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    buf_vprintf(b, format, args);
    va_end(args);
}

/* spec: "String literals"; printable ASCII and multi-byte letters stand for
 * themselves, the rest is escaped so that the literal reads back the same. */
void buf_quote(Buf *b, const char *s, size_t n)
{
    static const char letters[] = "abfnrtv", codes[] = "\a\b\f\n\r\t\v";
    buf_putc(b, '"');
    for (size_t i = 0; i < n;) {
        uint32_t r;
        size_t w = utf8_decode(s + i, n - i, &r);
        const char *code = r && r < 0x80 ? strchr(codes, (int)r) : NULL;
        if (r == RuneError && w == 1)
            buf_printf(b, "\\x%02x", (unsigned char)s[i]);
        else if (code)
            buf_printf(b, "\\%c", letters[code - codes]);
        else if (r == '"' || r == '\\')
            buf_printf(b, "\\%c", (int)r);
        else if (r < 0x20 || r == 0x7f)
            buf_printf(b, "\\x%02x", (unsigned)r);
        else
            buf_write(b, s + i, w);
        i += w;
    }
    buf_putc(b, '"');
}

char *buf_str(Buf *b)
{
    buf_reserve(b, 1);
    b->data[b->len] = 0;
    return b->data;
}

void buf_u16(Buf *b, uint16_t v)
{
    uint8_t p[2];
    put_u16(p, v);
    buf_write(b, p, sizeof p);
}

void buf_u32(Buf *b, uint32_t v)
{
    uint8_t p[4];
    put_u32(p, v);
    buf_write(b, p, sizeof p);
}

void buf_u64(Buf *b, uint64_t v)
{
    uint8_t p[8];
    put_u64(p, v);
    buf_write(b, p, sizeof p);
}

enum { MaxLeb = 10 }; /* bytes of a 64-bit number */

/* DWARF 5, section 7.6: seven bits a byte, lowest first, top bit set on all but the last. */
void buf_long_uleb(Buf *b, uint64_t v)
{
    buf_reserve(b, MaxLeb);
    char *p = b->data + b->len;
    for (; v >= 0x80; v >>= 7)
        *p++ = (char)(v | 0x80);
    *p++ = (char)v;
    b->len = (size_t)(p - b->data);
}

void buf_sleb(Buf *b, int64_t v)
{
    for (;;) {
        uint8_t byte = v & 0x7f;
        v >>= 7;
        bool last = (v == 0 && !(byte & 0x40)) || (v == -1 && (byte & 0x40));
        buf_u8(b, last ? byte : byte | 0x80);
        if (last)
            return;
    }
}

void buf_zero(Buf *b, size_t n)
{
    if (n == 0)
        return;
    buf_reserve(b, n);
    memset(b->data + b->len, 0, n);
    b->len += n;
}

void buf_align(Buf *b, size_t align) { buf_zero(b, -b->len & (align - 1)); }

void *vec_grow(void *items, size_t *cap, size_t need, size_t item_size)
{
    if (need <= *cap)
        return items;
    size_t n = *cap ? *cap * 2 : 16;
    if (n < need)
        n = need;
    *cap = n;
    return xrealloc(items, n * item_size);
}
