/* format.c - formatted text without the C library's detours.
 *
 * A compiler formats names by the hundred thousand, nearly all with nothing
 * but %s and plain numbers: these are done here in one walk over the format.
 * A format with anything else goes to vsnprintf as a whole. */
#include "format.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

/* Text of any length of which the first cap bytes are kept. */
typedef struct Out {
    char *p;
    size_t n, cap;
} Out;

static void put(Out *o, const char *s, size_t n)
{
    if (o->n < o->cap) {
        size_t room = o->cap - o->n;
        memcpy(o->p + o->n, s, n < room ? n : room);
    }
    o->n += n;
}

static void put_number(Out *o, uint64_t v, bool negative)
{
    char digits[24], *p = digits + sizeof digits;
    do
        *--p = (char)('0' + v % 10);
    while (v /= 10);
    if (negative)
        *--p = '-';
    put(o, p, (size_t)(digits + sizeof digits - p));
}

static void put_signed(Out *o, int64_t v) { put_number(o, v < 0 ? -(uint64_t)v : (uint64_t)v, v < 0); }

static void put_byte_in_hex(Out *o, unsigned v)
{
    static const char digits[] = "0123456789abcdef";
    put(o, (char[]){digits[v >> 4 & 15], digits[v & 15]}, 2);
}

static bool starts(const char *s, const char *prefix) { return strncmp(s, prefix, strlen(prefix)) == 0; }

/* false: the format has a conversion that this does not know. */
static bool put_all(Out *o, const char *format, va_list args)
{
    for (const char *p = format;;) {
        const char *plain = p;
        while (*p && *p != '%')
            p++;
        put(o, plain, (size_t)(p - plain));
        if (!*p++)
            return true;
        if (*p == 's') {
            const char *s = va_arg(args, const char *);
            put(o, s, strlen(s));
        } else if (*p == 'd') {
            put_signed(o, va_arg(args, int));
        } else if (*p == 'u') {
            put_number(o, va_arg(args, unsigned), false);
        } else if (*p == 'c') {
            put(o, (char[]){(char)va_arg(args, int)}, 1);
        } else if (*p == '%') {
            put(o, p, 1);
        } else if (starts(p, ".*s")) {
            int most = va_arg(args, int);
            const char *s = va_arg(args, const char *);
            if (most < 0)
                return false;
            put(o, s, strnlen(s, (size_t)most));
            p += 2;
        } else if (starts(p, "lld")) {
            put_signed(o, va_arg(args, long long));
            p += 2;
        } else if (starts(p, "zu")) {
            put_number(o, va_arg(args, size_t), false);
            p++;
        } else if (starts(p, "02x")) {
            unsigned v = va_arg(args, unsigned);
            if (v > 0xff)
                return false;
            put_byte_in_hex(o, v);
            p += 2;
        } else {
            return false;
        }
        p++;
    }
}

int format_into(char *out, size_t cap, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    Out o = {out, 0, cap};
    int n;
    if (put_all(&o, format, args)) {
        if (cap)
            out[o.n < cap ? o.n : cap - 1] = 0;
        n = (int)o.n;
    } else {
        n = vsnprintf(out, cap, format, again);
    }
    va_end(again);
    return n;
}
