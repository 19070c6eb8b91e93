/* addr2line - reads addresses from standard input and writes function and
 * file:line of each, as `go tool addr2line` does. */
#include <string.h>

#include "../../base/buf.h"
#include "../common/goline.h"

/* A hexadecimal address, with or without 0x; false when the text is none. */
static bool parse_address(const char *s, size_t n, uint64_t *out)
{
    uint64_t v = 0;
    if (n > 2 && s[0] == '0' && (s[1] == 'x' || s[1] == 'X')) {
        s += 2;
        n -= 2;
    }
    for (size_t i = 0; i < n; i++) {
        const char *digits = "0123456789abcdef", *d = s[i] ? strchr(digits, s[i] >= 'A' && s[i] <= 'F' ? s[i] + 32 : s[i]) : NULL;
        if (!d || v >> 60)
            return false;
        v = v << 4 | (uint64_t)(d - digits);
    }
    *out = v;
    return n > 0;
}

static void answer(const GoLine *t, const char *s, size_t n, Buf *out)
{
    uint64_t pc;
    GoPos pos;
    while (n > 0 && (s[n - 1] == '\r' || s[n - 1] == ' '))
        n--;
    if (n > 0 && memchr(s, ':', n))
        buf_puts(out, "!reverse translation not implemented\n");
    else if (parse_address(s, n, &pc) && t->nfunc && goline_find(t, pc, &pos))
        buf_printf(out, "%s\n%s:%d\n", pos.func, pos.file ? pos.file : "", pos.file ? (int)pos.line : -1);
    else
        buf_puts(out, "?\n?:0\n");
}

static int run(Arena *a, int argc, char **argv, Buf *out, Buf *messages)
{
    if (argc != 2 || argv[1][0] == '-') {
        buf_puts(messages, "usage: addr2line binary\nreads addresses from standard input and writes two lines for each:\n"
                           "\tfunction name\n\tfile:line\n");
        return 2;
    }
    ElfFile f;
    const char *err;
    if (!elf_file_open(a, argv[1], &f, &err)) {
        buf_printf(messages, "addr2line: %s\n", err);
        return 1;
    }
    GoLine t = {0};
    Buf in = {0};
    if (f.count == 0 || !goline_open(&f.images[0], &t)) {
        buf_printf(messages, "addr2line: reading %s: no usable .gopclntab section\n", argv[1]);
    } else {
        os_read_fd(0, &in);
        for (size_t at = 0; at < in.len;) {
            const char *nl = memchr(in.data + at, '\n', in.len - at);
            size_t n = nl ? (size_t)(nl - (in.data + at)) : in.len - at;
            answer(&t, in.data + at, n, out);
            at += n + 1;
        }
    }
    buf_free(&in);
    elf_file_close(&f);
    return messages->len ? 1 : 0;
}

int main(int argc, char **argv)
{
    Arena a;
    Buf out = {0}, messages = {0};
    arena_init(&a);
    int status = run(&a, argc, argv, &out, &messages);
    os_write_fd(1, out.data, out.len);
    os_write_fd(2, messages.data, messages.len);
    buf_free(&out);
    buf_free(&messages);
    arena_free(&a);
    return status;
}
