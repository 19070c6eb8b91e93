/* txtar.c - a script and the files that it needs, in one text: "-- name --" on a line begins each file. */
#include "runtests.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* Returns the name in a line "-- name --", or NULL. */
static char *txtar_name(const char *s, size_t n)
{
    while (n > 0 && (s[n - 1] == ' ' || s[n - 1] == '\r'))
        n--;
    if (n < 7 || memcmp(s, "-- ", 3) != 0 || memcmp(s + n - 3, " --", 3) != 0)
        return NULL;
    return format("%.*s", (int)(n - 6), s + 3);
}

/* Writes the files of archive t below the current directory; returns the length of the script before them. */
size_t extract_files(const Job *j, Text t)
{
    size_t script = t.len;
    const char *rest = t.p, *end = t.p + t.len, *s;
    char *name = NULL;
    Text body = {0};
    for (;;) {
        size_t n = 0;
        bool more = next_line(&rest, end, &s, &n);
        char *next = more ? txtar_name(s, n) : NULL;
        if (next && script == t.len)
            script = (size_t)(s - t.p);
        if ((next || !more) && name) {
            char *slash = strrchr(name, '/');
            if (slash) {
                *slash = 0;
                make_dirs(name);
                *slash = '/';
            }
            if (!write_file(name, body))
                fail(j, "cannot write %s: %s", name, strerror(errno));
            free(name);
        }
        if (!more)
            break;
        if (next) {
            name = next;
            body.len = 0;
        } else if (name) {
            text_add(&body, s, (size_t)(rest - s));
        }
    }
    free(body.p);
    return script;
}
