/* text.c - strings that grow, lists of strings, lines and words. Memory that runs out ends the program. */
#include "harness.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

void *must(void *p)
{
    if (!p) {
        fputs("out of memory\n", stderr);
        abort();
    }
    return p;
}

char *copy_string(const char *s)
{
    return must(strdup(s));
}

/* Returns a new string, formatted. */
char *format(const char *fmt, ...)
{
    char *s = NULL;
    size_t n;
    FILE *f = must(open_memstream(&s, &n));
    va_list ap;
    va_start(ap, fmt);
    vfprintf(f, fmt, ap);
    va_end(ap);
    fclose(f);
    return must(s);
}

void text_add(Text *t, const char *s, size_t n)
{
    if (t->len + n + 1 > t->cap) {
        t->cap = (t->len + n + 1) * 2;
        t->p = must(realloc(t->p, t->cap));
    }
    if (n > 0)
        memcpy(t->p + t->len, s, n);
    t->len += n;
    t->p[t->len] = 0;
}

void text_puts(Text *t, const char *s)
{
    text_add(t, s, strlen(s));
}

bool text_equal(Text a, Text b)
{
    return a.len == b.len && memcmp(a.p, b.p, a.len) == 0;
}

bool has_suffix(const char *s, const char *suffix)
{
    size_t n = strlen(s), m = strlen(suffix);
    return n >= m && strcmp(s + n - m, suffix) == 0;
}

bool has_prefix(const char *s, const char *prefix)
{
    return strncmp(s, prefix, strlen(prefix)) == 0;
}

const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* Cuts the next line out of *rest; false at the end. The line has no newline and is not terminated. */
bool next_line(const char **rest, const char *end, const char **line, size_t *n)
{
    if (*rest >= end)
        return false;
    const char *nl = memchr(*rest, '\n', (size_t)(end - *rest));
    *line = *rest;
    *n = (size_t)((nl ? nl : end) - *rest);
    *rest = nl ? nl + 1 : end;
    return true;
}

/* Cuts the next line out of the string *rest: a new string without the newline, or NULL at the end. */
char *take_line(const char **rest)
{
    if (!**rest)
        return NULL;
    size_t n = strcspn(*rest, "\n");
    char *line = format("%.*s", (int)n, *rest);
    *rest += n + ((*rest)[n] == '\n');
    return line;
}

/* Appends s, which the list then owns. */
void words_take(Words *w, char *s)
{
    if (w->n + 2 > w->cap) {
        w->cap = w->cap * 2 + 8;
        w->v = must(realloc(w->v, w->cap * sizeof *w->v));
    }
    w->v[w->n++] = s;
    w->v[w->n] = NULL;
}

void words_add(Words *w, const char *s)
{
    words_take(w, copy_string(s));
}

void words_add_all(Words *w, const Words *more)
{
    for (size_t i = 0; i < more->n; i++)
        words_add(w, more->v[i]);
}

bool words_have(const Words *w, const char *s)
{
    for (size_t i = 0; i < w->n; i++) {
        if (strcmp(w->v[i], s) == 0)
            return true;
    }
    return false;
}

void words_free(Words *w)
{
    for (size_t i = 0; i < w->n; i++)
        free(w->v[i]);
    free(w->v);
    *w = (Words){0};
}

static int compare_words(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

void words_sort(Words *w)
{
    if (w->n > 1)
        qsort(w->v, w->n, sizeof *w->v, compare_words);
}

/* Splits s at white space. 'single' and "double" quotes keep blanks, a backslash keeps what follows it. */
Words split_quoted(const char *s)
{
    Words w = {0};
    while (*s) {
        if (isspace((unsigned char)*s)) {
            s++;
            continue;
        }
        Text word = {0};
        text_add(&word, "", 0);
        for (char quote = 0; *s && (quote || !isspace((unsigned char)*s)); s++) {
            if (*s == '\\' && s[1])
                text_add(&word, ++s, 1);
            else if (quote ? *s == quote : *s == '"' || *s == '\'')
                quote = quote ? 0 : *s;
            else
                text_add(&word, s, 1);
        }
        words_take(&w, word.p);
    }
    return w;
}
