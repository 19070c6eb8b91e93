/* ar.c - reading and writing archives. */
#include "ar.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A header: name 16, mtime 12, uid 6, gid 6, mode 8, size 10, "`\n". */
enum { HeaderSize = 60, NameSize = 16, SizeAt = 48, SizeSize = 10, EndAt = 58 };

void ar_begin(Buf *out) { buf_puts(out, ArMagic); }

size_t ar_begin_member(Buf *out, const char *name)
{
    size_t member = out->len;
    buf_printf(out, "%-16.16s%-12d%-6d%-6d%-8o%-10d`\n", name, 0, 0, 0, 0644, 0);
    return member;
}

void ar_end_member(Buf *out, size_t member)
{
    char size[SizeSize + 1];
    size_t n = out->len - member - HeaderSize;
    snprintf(size, sizeof size, "%-10zu", n);
    memcpy(out->data + member + SizeAt, size, SizeSize);
    if (n & 1)
        buf_u8(out, 0);
}

void ar_add(Buf *out, const char *name, const void *data, size_t size)
{
    size_t member = ar_begin_member(out, name);
    buf_write(out, data, size);
    ar_end_member(out, member);
}

static bool parse_size(const char *p, size_t *out)
{
    size_t v = 0, i = 0;
    for (; i < SizeSize && p[i] >= '0' && p[i] <= '9'; i++)
        v = v * 10 + (size_t)(p[i] - '0');
    *out = v;
    bool digits = i > 0;
    for (; i < SizeSize; i++)
        digits = digits && p[i] == ' ';
    return digits;
}

bool ar_read(Arena *a, const char *data, size_t size, ArMember **members, size_t *count, const char **err)
{
    *members = NULL;
    *count = 0;
    if (size < strlen(ArMagic) || memcmp(data, ArMagic, strlen(ArMagic)) != 0) {
        *err = "not an archive";
        return false;
    }
    ArMember *list = NULL;
    size_t n = 0, cap = 0;
    bool ok = true;
    for (size_t at = strlen(ArMagic); at < size;) {
        const char *h = data + at;
        size_t length;
        if (size - at < HeaderSize || memcmp(h + EndAt, "`\n", 2) != 0 || !parse_size(h + SizeAt, &length)) {
            *err = "damaged archive header";
            ok = false;
            break;
        }
        size_t width = NameSize;
        while (width > 0 && (h[width - 1] == ' ' || h[width - 1] == '/'))
            width--;
        char *name = arena_strndup(a, h, width);
        at += HeaderSize;
        if (length > size - at) {
            *err = arena_printf(a, "truncated archive member %s", name);
            ok = false;
            break;
        }
        vec_push(list, n, cap, (ArMember){name, data + at, length});
        at += length + (length & 1);
    }
    if (ok) {
        *members = arena_dup(a, list ? list : (ArMember *)"", n * sizeof *list);
        *count = n;
    }
    free(list);
    return ok;
}
