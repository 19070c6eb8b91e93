/* traceback.c - standard error with what differs between two correct toolchains hidden.
 *
 * Addresses, goroutine numbers and the frames of the runtime differ from build to build. What must agree is the message,
 * the headers, the frames of package main with their file and line, and what made the goroutine. So, on both sides:
 *
 *   0x1f                            -> 0x?
 *   goroutine 18 [running]:         -> goroutine N [running]:          (goroutine 1 keeps its number)
 *   goroutine 1 gp=0x1 m=0 mp=0x2 [ -> goroutine 1 [
 *   goroutines with none but frames of the runtime are left out
 *   main.f(0x1, {0x2, 0x3})         -> main.f(...)
 *   <tab>/path/x.go:12 +0x1d        -> <tab>x.go:12
 *   ...70 frames elided...          -> ...N frames elided...
 *   frames of other packages, and the whole of `runtime stack:`, are dropped
 */
#include "runtests.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* Appends n bytes of s with every hexadecimal number hidden. */
static void add_without_hex(Text *t, const char *s, size_t n)
{
    for (size_t i = 0; i < n;) {
        if (i + 2 < n && s[i] == '0' && s[i + 1] == 'x' && isxdigit((unsigned char)s[i + 2])) {
            text_puts(t, "0x?");
            for (i += 2; i < n && isxdigit((unsigned char)s[i]);)
                i++;
        } else {
            text_add(t, s + i++, 1);
        }
    }
}

/* Appends a line that ends in a goroutine number: s is the text before, id the number and what follows it. */
static void add_goroutine(Text *t, const char *before, const char *id)
{
    text_puts(t, before);
    size_t digits = strspn(id, "0123456789");
    text_puts(t, digits == 1 && id[0] == '1' ? "1" : "N");
    const char *status = strstr(id, " [");
    if (status)
        text_puts(t, status);
    text_puts(t, "\n");
}

/* Appends "<tab>x.go:12" for "<tab>/path/x.go:12 +0x1d". */
static void add_frame_position(Text *t, const char *line)
{
    const char *slash = strrchr(line, '/'), *from = slash ? slash + 1 : line + 1;
    text_puts(t, "\t");
    text_add(t, from, strcspn(from, " "));
    text_puts(t, "\n");
}

/* Appends the line of a stack frame unless it is another package's; returns whether it was kept. */
static bool add_frame(Text *t, const char *line)
{
    static const char created[] = "created by ", in[] = " in goroutine ";
    if (has_prefix(line, created)) {
        const char *id = strstr(line, in);
        if (!id || !has_prefix(line + sizeof created - 1, "main."))
            return false;
        char *before = format("%.*s%s", (int)(id - line), line, in);
        add_goroutine(t, before, id + sizeof in - 1);
        free(before);
        return true;
    }
    if (strstr(line, " frames elided...")) {
        text_puts(t, "...N frames elided...\n");
        return false;
    }
    const char *paren = strrchr(line, '(');
    if (!has_prefix(line, "main.") || !paren)
        return false;
    text_add(t, line, (size_t)(paren - line));
    text_puts(t, "(...)\n");
    return true;
}

static bool is_goroutine_header(const char *line)
{
    return has_prefix(line, "goroutine ") && isdigit((unsigned char)line[10]) && strstr(line, " [") && has_suffix(line, ":");
}

/* Returns the text of standard error with what may differ hidden. */
Text normalise(Text in)
{
    enum { Outside, Goroutine, RuntimeStack } where = Outside;
    bool kept = false;              /* the last frame was kept, so its position is */
    bool any = true;                /* the goroutine has a frame that was kept */
    size_t start = 0;               /* where its text begins */
    bool dropped = false;
    Text t = {0};
    text_add(&t, "", 0);
    const char *rest = in.p, *s;
    size_t n;
    while (next_line(&rest, in.p + in.len, &s, &n)) {
        char *line = format("%.*s", (int)n, s);
        bool whole = strlen(line) == n;     /* no NUL inside */
        if (whole && is_goroutine_header(line)) {
            start = t.len;
            any = false;
            add_goroutine(&t, "goroutine ", line + 10);
            where = Goroutine;
        } else if (whole && strcmp(line, "runtime stack:") == 0) {
            where = RuntimeStack;
        } else if (where == RuntimeStack) {
            where = n == 0 ? Outside : RuntimeStack;
        } else if (where == Goroutine && n == 0 && !any) { /* one of the runtime's own: it goes, and the line behind it */
            t.len = start;
            where = Outside;
            dropped = true;
        } else if (n == 0 || where == Outside) {
            where = Outside;
            add_without_hex(&t, s, n);
            if (rest > s + n)               /* the last line may lack its newline */
                text_puts(&t, "\n");
        } else if (line[0] == '\t') {
            if (kept)
                add_frame_position(&t, line);
        } else {
            kept = add_frame(&t, line);
            any = any || kept;
        }
        free(line);
    }
    if (where == Goroutine && !any) {
        t.len = start;
        dropped = true;
    }
    if (dropped && t.len > 1 && t.p[t.len - 1] == '\n' && t.p[t.len - 2] == '\n')
        t.len--; /* the line in front of it */
    return t;
}
