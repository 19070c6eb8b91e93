/* asm.c - asm/: the bytes of each line stand in its comment. */
#include "runtests.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Copies the hexadecimal digits of s, in small letters, up to n bytes or " or "; false when it holds anything else. */
static bool hex_bytes(const char *s, size_t n, Text *t)
{
    *t = (Text){0};
    text_add(t, "", 0);
    for (size_t i = 0; i < n; i++) {
        if (s[i] == ' ' || s[i] == '\t' || s[i] == '\r')
            continue;
        if (!isxdigit((unsigned char)s[i]))
            return false;
        char c = (char)tolower((unsigned char)s[i]);
        text_add(t, &c, 1);
    }
    return t->len > 0 && t->len % 2 == 0;
}

/* Gathers the bytes that `asm -bytes` printed as "file:LINE: hex" for one line. */
static Text bytes_of_line(Text listing, int lineno)
{
    Text all = {0};
    text_add(&all, "", 0);
    const char *rest = listing.p, *s;
    size_t n;
    while (next_line(&rest, listing.p + listing.len, &s, &n)) {
        const char *colon = memchr(s, ':', n);
        char *after;
        if (!colon || strtol(colon + 1, &after, 10) != lineno || *after != ':')
            continue;
        Text hex;
        if (hex_bytes(after + 1, (size_t)(s + n - after - 1), &hex))
            text_add(&all, hex.p, hex.len);
        free(hex.p);
    }
    return all;
}

/* Compares the bytes of one line with the alternatives ("hex or hex") in its comment. */
static int check_line_bytes(const Job *j, int lineno, const char *comment, Text got)
{
    for (const char *s = comment;;) {
        const char *or = strstr(s, " or ");
        Text want;
        if (!hex_bytes(s, or ? (size_t)(or - s) : strlen(s), &want))
            return 0;               /* an ordinary comment */
        bool same = text_equal(want, got);
        free(want.p);
        if (same)
            return 0;
        if (!or)
            return fail(j, "%s:%d: want %s, got %s", j->c->file, lineno, comment, got.len ? got.p : "nothing");
        s = or + 4;
    }
}

int check_asm(const Job *j)
{
    if (chdir(j->c->dir) != 0)
        return fail(j, "%s: %s", j->c->dir, strerror(errno));
    Text source;
    read_file(j->c->file, &source);
    char *include = format("%s/pkg/include", j->r->root), *object = format("%s/x.o", j->c->task.temp);
    char *argv[] = {(char *)j->asmbler, "-p", "p", "-I", include, "-bytes", "-o", object, j->c->file, NULL};
    Result res = run_tool(j, argv, NULL);
    if (strstr(source.p, "// ERROR "))
        return check_messages(j, source, res);
    if (res.status != 0)
        return fail_result(j, "asm", res);
    int bad = 0;
    const char *rest = source.p, *s;
    size_t n;
    for (int lineno = 1; next_line(&rest, source.p + source.len, &s, &n); lineno++) {
        char *line = format("%.*s", (int)n, s);
        char *comment = strstr(line, "//");
        if (comment && strspn(line, " \t") < (size_t)(comment - line)) {
            Text got = bytes_of_line(res.out, lineno);
            bad |= check_line_bytes(j, lineno, comment + 2 + strspn(comment + 2, " \t"), got);
            free(got.p);
        }
        free(line);
    }
    return bad;
}
