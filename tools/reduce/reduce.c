/* reduce.c - makes a Go file that shows a fault as small as it can.
 *
 *   reduce FILE COMMAND ARGS...
 *
 * COMMAND ARGS... FILE must succeed while FILE shows the fault.  The file is
 * changed in place.  What is tried, from large to small, until nothing more
 * goes: leaving out declarations, groups of lines, blocks from the line that
 * opens a brace to the one that closes it, the two lines around a block, lines,
 * and parts of expressions in parentheses.  It knows nothing of Go but its
 * brackets: that most trials do not compile costs time only. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/os.h"

typedef struct Reducer {
    Arena arena;
    const char *file;
    const char **command; /* ends with file, NULL */
    char **lines;         /* heap */
    size_t n;
    long trials, kept;
} Reducer;

static bool write_lines(Reducer *r, char **lines, size_t n)
{
    Buf b = {0};
    for (size_t i = 0; i < n; i++)
        if (lines[i])
            buf_printf(&b, "%s\n", lines[i]);
    bool ok = os_write_file(&r->arena, r->file, b.data, b.len, 0644, NULL);
    buf_free(&b);
    return ok;
}

static bool shows_fault(Reducer *r, char **lines, size_t n)
{
    Buf output = {0};
    r->trials++;
    bool ok = write_lines(r, lines, n) && os_spawn(&r->arena, r->command, NULL, NULL, &output, NULL) == 0;
    buf_free(&output);
    return ok;
}

/* Leaves out the lines [from, to), and [from2, to2). */
static bool try_without(Reducer *r, size_t from, size_t to, size_t from2, size_t to2)
{
    char **lines = xmalloc((r->n + 1) * sizeof *lines);
    size_t n = 0;
    for (size_t i = 0; i < r->n; i++)
        if (!(i >= from && i < to) && !(i >= from2 && i < to2))
            lines[n++] = r->lines[i];
    bool ok = n < r->n && shows_fault(r, lines, n);
    if (ok) {
        free(r->lines);
        r->lines = lines;
        r->n = n;
        r->kept++;
    } else {
        free(lines);
    }
    return ok;
}

static bool try_line(Reducer *r, size_t i, char *s)
{
    char *old = r->lines[i];
    r->lines[i] = s;
    if (shows_fault(r, r->lines, r->n)) {
        r->kept++;
        return true;
    }
    r->lines[i] = old;
    return false;
}

/* The depth of brackets that a line adds; those in strings do not count. */
static int depth_of(const char *s)
{
    int depth = 0;
    for (; *s; s++) {
        if (*s == '"' || *s == '\'' || *s == '`') {
            char quote = *s++;
            for (; *s && *s != quote; s++)
                if (*s == '\\' && quote != '`' && s[1])
                    s++;
            if (!*s)
                return depth;
        } else if (strchr("([{", *s)) {
            depth++;
        } else if (strchr(")]}", *s)) {
            depth--;
        }
    }
    return depth;
}

/* The end of what starts in line i: past the line that closes its brackets. */
static size_t end_of(const Reducer *r, size_t i)
{
    int depth = 0;
    for (size_t k = i; k < r->n; k++) {
        depth += depth_of(r->lines[k]);
        if (depth <= 0)
            return k + 1;
    }
    return i + 1;
}

static void drop_chunks(Reducer *r)
{
    for (size_t size = r->n / 2; size > 1; size /= 2)
        for (size_t i = 0; i + size <= r->n;)
            if (!try_without(r, i, i + size, 0, 0))
                i += size;
}

static void drop_declarations(Reducer *r)
{
    for (size_t i = r->n; i-- > 0;) {
        if (i >= r->n || r->lines[i][0] == '\t' || r->lines[i][0] == '}' || r->lines[i][0] == 0 || r->lines[i][0] == ')')
            continue;
        try_without(r, i, end_of(r, i), 0, 0);
    }
}

/* From the end, since later lines use earlier ones. */
static void drop_statements(Reducer *r)
{
    for (size_t i = r->n; i-- > 0;) {
        if (i >= r->n)
            continue;
        size_t end = end_of(r, i);
        if (!try_without(r, i, end, 0, 0) && end > i + 2)
            try_without(r, i, i + 1, end - 1, end);
    }
}

/* (x) becomes 1 or, of x op y, x or y; f(x, y) becomes f(x). */
static void simplify_line(Reducer *r, size_t i)
{
    for (size_t at = 0; at < strlen(r->lines[i]); at++) {
        const char *s = r->lines[i];
        if (s[at] != '(')
            continue;
        size_t end = at;
        for (int depth = 0; s[end]; end++) {
            depth += strchr("([{", s[end]) ? 1 : strchr(")]}", s[end]) ? -1 : 0;
            if (depth == 0)
                break;
        }
        if (!s[end])
            continue;
        int head = (int)at, inner = (int)(end - at - 1);
        const char *in = s + at + 1, *rest = s + end + 1;
        char *tries[8];
        int n = 0;
        if (inner > 1) {
            size_t call = at; /* what stands before the bracket */
            while (call > 0 && (strchr("._", s[call - 1]) || (s[call - 1] >= '0' && s[call - 1] <= '9') || ((s[call - 1] | 32) >= 'a' && (s[call - 1] | 32) <= 'z')))
                call--;
            tries[n++] = arena_printf(&r->arena, "%.*s1%s", (int)call, s, rest);
            tries[n++] = arena_printf(&r->arena, "%.*s(1)%s", head, s, rest);
            tries[n++] = arena_printf(&r->arena, "%.*s(true)%s", head, s, rest);
            if (call < at)
                tries[n++] = arena_printf(&r->arena, "%.*s(%.*s)%s", (int)call, s, inner, in, rest);
            int depth = 0;
            for (int k = 0; k < inner && n < 8; k++) {
                depth += strchr("([{", in[k]) ? 1 : strchr(")]}", in[k]) ? -1 : 0;
                if (depth == 0 && in[k] == ' ' && k > 0) {
                    tries[n++] = arena_printf(&r->arena, "%.*s(%.*s)%s", head, s, k, in, rest);
                    int right = k + 1;
                    while (right < inner && in[right] != ' ')
                        right++;
                    if (right + 1 < inner && n < 8)
                        tries[n++] = arena_printf(&r->arena, "%.*s(%.*s)%s", head, s, inner - right - 1, in + right + 1, rest);
                    break;
                }
            }
        } else if (inner == 1 && at > 0 && strchr(" (=", s[at - 1])) {
            tries[n++] = arena_printf(&r->arena, "%.*s%c%s", head, s, *in, rest);
        }
        for (int k = 0; k < n; k++) {
            if (strlen(tries[k]) < strlen(r->lines[i]) && try_line(r, i, tries[k])) {
                at = at ? at - 1 : 0;
                break;
            }
        }
    }
}

static void simplify_expressions(Reducer *r)
{
    for (size_t i = 0; i < r->n; i++)
        simplify_line(r, i);
}

static void read_lines(Reducer *r, const OsFile *f)
{
    size_t cap = 0;
    for (size_t i = 0; i < f->size;) {
        const char *nl = memchr(f->data + i, '\n', f->size - i);
        size_t len = nl ? (size_t)(nl - f->data) - i : f->size - i;
        vec_push(r->lines, r->n, cap, arena_strndup(&r->arena, f->data + i, len));
        i += len + 1;
    }
}

static void say(const char *s)
{
    os_write_fd(2, s, strlen(s));
}

int main(int argc, char **argv)
{
    Reducer r = {0};
    OsFile f;
    const char *err = "usage: reduce FILE COMMAND ARGS...";
    if (argc < 3 || !os_read_file(&r.arena, argv[1], &f, &err)) {
        say(arena_printf(&r.arena, "%s\n", err));
        arena_free(&r.arena);
        return 2;
    }
    r.file = argv[1];
    r.command = NEW_ARRAY(&r.arena, const char *, argc + 1);
    for (int i = 2; i < argc; i++)
        r.command[i - 2] = argv[i];
    r.command[argc - 2] = r.file;
    read_lines(&r, &f);
    os_close_file(&f);
    int status = 0;
    if (!shows_fault(&r, r.lines, r.n)) {
        say("reduce: the command does not succeed on the whole file\n");
        status = 1;
    } else {
        drop_declarations(&r);
        drop_chunks(&r);
        for (long before = -1; before != r.kept;) {
            before = r.kept;
            drop_declarations(&r);
            drop_statements(&r);
            simplify_expressions(&r);
        }
    }
    write_lines(&r, r.lines, r.n);
    say(arena_printf(&r.arena, "reduce: %zu lines left after %ld trials\n", r.n, r.trials));
    free(r.lines);
    arena_free(&r.arena);
    return status;
}
