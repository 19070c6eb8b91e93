/* embed.c - the files that //go:embed lines name.
 *
 * The compiler gets no patterns to match: the driver finds the files, counts
 * their content into the package's hash, and hands over a table
 * (-embedcfg): pattern -> names, name -> file.  A pattern is that of path.Match,
 * element by element; a directory stands for the files below it, without those
 * whose names begin with . or _ (with all: in front, those too). */
#include "driver/driver.h"

#include <ctype.h>
#include <stdlib.h>

/* ---- the lines ---- */

typedef struct Scan {
    Arena *arena;
    const char *name; /* of the file */
    const char *p, *end, *line_start;
    int line;
    EmbedList *out;
} Scan;

/* Skips a string or rune; p stands behind the opening quote. */
static void skip_quoted(Scan *s, char quote)
{
    while (s->p < s->end && *s->p != quote && (quote == '`' || *s->p != '\n')) {
        if (quote != '`' && *s->p == '\\' && s->p + 1 < s->end)
            s->p++;
        if (*s->p++ == '\n') {
            s->line++;
            s->line_start = s->p;
        }
    }
    s->p += s->p < s->end;
}

/* One word of the line at *p: plain, "quoted" or `quoted`. */
static const char *read_pattern(Scan *s, const char **p, const char *eol)
{
    const char *start = *p;
    if (*start != '"' && *start != '`') {
        while (*p < eol && !isspace((unsigned char)**p))
            ++*p;
        return arena_strndup(s->arena, start, (size_t)(*p - start));
    }
    Buf b = {0};
    for (++*p; *p < eol && **p != *start; ++*p) {
        if (*start == '"' && **p == '\\' && *p + 1 < eol)
            ++*p;
        buf_putc(&b, **p);
    }
    *p += *p < eol;
    const char *text = arena_strndup(s->arena, b.data ? b.data : "", b.len);
    buf_free(&b);
    return text;
}

static void read_line(Scan *s, const char *p, const char *eol)
{
    for (;;) {
        while (p < eol && isspace((unsigned char)*p))
            p++;
        if (p == eol)
            return;
        EmbedPattern e = {.file = s->name, .line = s->line, .col = (int)(p - s->line_start) + 1};
        e.pattern = read_pattern(s, &p, eol);
        vec_push(s->out->items, s->out->n, s->out->cap, e);
    }
}

static void skip_comment(Scan *s, bool first)
{
    static const char word[] = "//go:embed";
    size_t n = sizeof word - 1;
    if (s->p[1] == '/') {
        const char *eol = memchr(s->p, '\n', (size_t)(s->end - s->p));
        eol = eol ? eol : s->end;
        if (first && (size_t)(eol - s->p) > n && memcmp(s->p, word, n) == 0 && isspace((unsigned char)s->p[n]))
            read_line(s, s->p + n, eol);
        s->p = eol;
        return;
    }
    for (s->p += 2; s->p < s->end && !(s->p[0] == '*' && s->p + 1 < s->end && s->p[1] == '/'); s->p++) {
        if (*s->p == '\n') {
            s->line++;
            s->line_start = s->p + 1;
        }
    }
    s->p += s->end - s->p >= 2 ? 2 : s->end - s->p;
}

void embed_scan(Arena *a, const char *name, const char *text, size_t size, EmbedList *out)
{
    Scan s = {.arena = a, .name = name, .p = text, .end = text + size, .line_start = text, .line = 1, .out = out};
    bool first = true; /* on its line */
    while (s.p < s.end) {
        char c = *s.p;
        if (c == '/' && s.p + 1 < s.end && (s.p[1] == '/' || s.p[1] == '*')) {
            skip_comment(&s, first);
        } else if (c == '\n') {
            s.line++;
            s.line_start = ++s.p;
            first = true;
        } else {
            s.p++;
            first = first && isspace((unsigned char)c);
            if (c == '"' || c == '`' || c == '\'')
                skip_quoted(&s, c);
        }
    }
}

/* ---- the files ---- */

typedef struct Names {
    const char **at;
    size_t n, cap;
} Names;

/* One character of a class or of a pattern: \c is c. */
static const char *pattern_char(const char *p, char *c)
{
    if (*p == '\\' && p[1])
        p++;
    *c = *p;
    return p + 1;
}

/* [a-z] or [^a-z]; *p stands behind the bracket, and after that behind the class. */
static bool in_class(const char **p, char c)
{
    bool negated = **p == '^', in = false;
    *p += negated;
    while (**p && **p != ']') {
        char low, high;
        *p = pattern_char(*p, &low);
        high = low;
        if (**p == '-' && (*p)[1])
            *p = pattern_char(*p + 1, &high);
        in = in || (low <= c && c <= high);
    }
    *p += **p == ']';
    return in != negated;
}

/* path.Match for one element. */
static bool matches(const char *p, const char *s)
{
    const char *star = NULL, *retry = NULL; /* the last star, and what it has not yet taken */
    for (;;) {
        char c;
        if (*p == '*') {
            star = ++p;
            retry = s;
            continue;
        }
        bool ok = false;
        if (!*p) {
            ok = !*s;
        } else if (*s && *p == '?') {
            p++;
            ok = true;
        } else if (*s && *p == '[') {
            p++;
            ok = in_class(&p, *s);
        } else if (*s) {
            p = pattern_char(p, &c);
            ok = c == *s;
        }
        if (ok && !*s)
            return true;
        if (ok) {
            s++;
        } else if (star && *retry) {
            p = star;
            s = ++retry;
        } else {
            return false;
        }
    }
}

static const char *join(Arena *a, const char *dir, const char *name) { return *dir ? arena_printf(a, "%s/%s", dir, name) : name; }

/* All names below dir/at that the rest of the pattern matches. */
static void glob(Arena *a, const char *dir, const char *at, const char *pattern, Names *out)
{
    size_t n = strcspn(pattern, "/"), count;
    const char *element = arena_strndup(a, pattern, n), *rest = pattern[n] ? pattern + n + 1 : NULL;
    char **names = os_read_dir(a, path_join(a, dir, at), &count, NULL);
    for (size_t i = 0; names && i < count; i++) {
        if (!matches(element, names[i]))
            continue;
        const char *name = join(a, at, names[i]);
        if (rest)
            glob(a, dir, name, rest, out);
        else
            vec_push(out->at, out->n, out->cap, name);
    }
}

static void walk(Arena *a, const char *dir, const char *at, bool all, Names *out)
{
    size_t count;
    char **names = os_read_dir(a, path_join(a, dir, at), &count, NULL);
    for (size_t i = 0; names && i < count; i++) {
        if (!all && (names[i][0] == '.' || names[i][0] == '_'))
            continue;
        const char *name = join(a, at, names[i]), *full = path_join(a, dir, name);
        OsStat st = os_stat(full);
        if (st.dir && !st.symlink && !os_stat(path_join(a, full, "go.mod")).exists)
            walk(a, dir, name, all, out);
        else if (st.regular && !st.symlink)
            vec_push(out->at, out->n, out->cap, name);
    }
}

static int by_text(const void *x, const void *y) { return strcmp(*(const char *const *)x, *(const char *const *)y); }

/* A pattern stays inside the package's directory. */
static bool is_valid(const char *pattern)
{
    for (const char *p = pattern;; p++) {
        size_t n = strcspn(p, "/");
        bool dot = n == 1 && p[0] == '.' && pattern[1]; /* "." alone is the directory itself */
        if (n == 0 || dot || (n == 2 && p[0] == '.' && p[1] == '.'))
            return false;
        p += n;
        if (!*p)
            return true;
    }
}

bool embed_resolve(Arena *a, const char *dir, EmbedPattern *e, const char **err)
{
    bool all = strncmp(e->pattern, "all:", 4) == 0;
    const char *pattern = e->pattern + (all ? 4 : 0);
    *err = NULL;
    if (!is_valid(pattern)) {
        *err = arena_printf(a, "pattern %s: invalid pattern syntax", e->pattern);
        return false;
    }
    Names found = {0}, files = {0};
    if (strcmp(pattern, ".") == 0)
        walk(a, dir, "", all, &files);
    else
        glob(a, dir, "", pattern, &found);
    for (size_t i = 0; i < found.n && !*err; i++) {
        OsStat st = os_stat(path_join(a, dir, found.at[i]));
        size_t before = files.n;
        if (st.dir && !st.symlink)
            walk(a, dir, found.at[i], all, &files);
        else if (st.regular && !st.symlink)
            vec_push(files.at, files.n, files.cap, found.at[i]);
        else
            *err = arena_printf(a, "pattern %s: cannot embed irregular file %s", e->pattern, found.at[i]);
        if (!*err && files.n == before && found.n == 1)
            *err = arena_printf(a, "pattern %s: cannot embed directory %s: contains no embeddable files", e->pattern, found.at[i]);
    }
    if (!*err && files.n == 0)
        *err = arena_printf(a, "pattern %s: no matching files found", e->pattern);
    if (files.n)
        qsort(files.at, files.n, sizeof *files.at, by_text);
    e->files = arena_dup(a, files.n ? (const void *)files.at : "", files.n * sizeof *files.at);
    e->nfiles = files.n;
    free(found.at);
    free(files.at);
    return *err == NULL;
}

/* ---- the table ---- */

/* A string of JSON. */
static void put_string(Buf *b, const char *s)
{
    buf_putc(b, '"');
    for (; *s; s++) {
        if (*s == '"' || *s == '\\')
            buf_printf(b, "\\%c", *s);
        else if ((unsigned char)*s < ' ')
            buf_printf(b, "\\u%04x", *s);
        else
            buf_putc(b, *s);
    }
    buf_putc(b, '"');
}

void embed_config(Arena *a, const char *dir, const EmbedList *list, Buf *out)
{
    Map seen = {0};
    buf_puts(out, "{\n\t\"Patterns\": {");
    const char *comma = "";
    for (size_t i = 0; i < list->n; i++) {
        const EmbedPattern *e = &list->items[i];
        if (map_get_str(&seen, e->pattern))
            continue;
        map_put_str(&seen, e->pattern, &seen);
        buf_printf(out, "%s\n\t\t", comma);
        put_string(out, e->pattern);
        buf_puts(out, ": [");
        for (size_t k = 0; k < e->nfiles; k++) {
            buf_puts(out, k ? ", " : "");
            put_string(out, e->files[k]);
        }
        buf_puts(out, "]");
        comma = ",";
    }
    map_free(&seen);
    seen = (Map){0};
    buf_puts(out, "\n\t},\n\t\"Files\": {");
    comma = "";
    for (size_t i = 0; i < list->n; i++) {
        for (size_t k = 0; k < list->items[i].nfiles; k++) {
            const char *file = list->items[i].files[k];
            if (map_get_str(&seen, file))
                continue;
            map_put_str(&seen, file, &seen);
            buf_printf(out, "%s\n\t\t", comma);
            put_string(out, file);
            buf_puts(out, ": ");
            put_string(out, path_join(a, dir, file));
            comma = ",";
        }
    }
    map_free(&seen);
    buf_puts(out, "\n\t}\n}\n");
}
