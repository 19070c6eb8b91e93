/* imports.c - the head of a Go file: package clause and import declarations.
 *
 * Only as much of the language as stands there: comments, names, strings and
 * punctuation.  What is wrong further down is the compiler's to say. */
#include "driver/driver.h"

#include <ctype.h>
#include <stdlib.h>

typedef struct Head {
    Arena *arena;
    const char *p, *end, *line_start;
    int line;
    const char *tok;   /* start of the current token; tok == end: end of file */
    size_t len;
    int tok_line, tok_col;
} Head;

static bool is_name_byte(char c) { return isalnum((unsigned char)c) || c == '_' || (c & 0x80); }

static void newline(Head *h)
{
    h->line++;
    h->line_start = h->p;
}

static void skip_blank(Head *h)
{
    while (h->p < h->end) {
        if (*h->p == '\n') {
            h->p++;
            newline(h);
        } else if (isspace((unsigned char)*h->p)) {
            h->p++;
        } else if (h->end - h->p >= 2 && h->p[0] == '/' && h->p[1] == '/') {
            while (h->p < h->end && *h->p != '\n')
                h->p++;
        } else if (h->end - h->p >= 2 && h->p[0] == '/' && h->p[1] == '*') {
            h->p += 2;
            while (h->p < h->end && !(h->p[0] == '*' && h->p + 1 < h->end && h->p[1] == '/'))
                if (*h->p++ == '\n')
                    newline(h);
            h->p += h->end - h->p >= 2 ? 2 : h->end - h->p;
        } else {
            return;
        }
    }
}

static void next(Head *h)
{
    skip_blank(h);
    h->tok = h->p;
    h->tok_line = h->line;
    h->tok_col = (int)(h->p - h->line_start) + 1;
    if (h->p == h->end) {
        h->len = 0;
        return;
    }
    char c = *h->p++;
    if (is_name_byte(c)) {
        while (h->p < h->end && is_name_byte(*h->p))
            h->p++;
    } else if (c == '"' || c == '`') {
        while (h->p < h->end && *h->p != c && (c == '`' || *h->p != '\n')) {
            if (c == '"' && *h->p == '\\' && h->p + 1 < h->end)
                h->p++;
            if (*h->p++ == '\n')
                newline(h);
        }
        h->p += h->p < h->end;
    }
    h->len = (size_t)(h->p - h->tok);
}

static bool is(Head *h, const char *word) { return h->len == strlen(word) && memcmp(h->tok, word, h->len) == 0; }

static const char *found(Head *h)
{
    if (h->len == 0)
        return "'EOF'";
    return arena_printf(h->arena, is_name_byte(h->tok[0]) && !isdigit((unsigned char)h->tok[0]) ? "%.*s" : "'%.*s'", (int)h->len, h->tok);
}

static bool import_spec(Head *h, const char *name, Import **list, size_t *n, size_t *cap)
{
    if (h->len && (is_name_byte(h->tok[0]) || h->tok[0] == '.'))
        next(h);
    if (h->len < 2 || (h->tok[0] != '"' && h->tok[0] != '`'))
        return false;
    Import im = {arena_strndup(h->arena, h->tok + 1, h->len - 2), name, h->tok_line, h->tok_col};
    vec_push(*list, *n, *cap, im);
    next(h);
    if (is(h, ";"))
        next(h);
    return true;
}

void read_header(Arena *a, const char *name, const char *text, size_t size, FileHeader *out)
{
    *out = (FileHeader){0};
    if (size >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0) {
        text += 3;
        size -= 3;
    }
    Head h = {.arena = a, .p = text, .end = text + size, .line_start = text, .line = 1};
    next(&h);
    if (!is(&h, "package")) {
        out->error = arena_printf(a, "%d:%d: expected 'package', found %s", h.tok_line, h.tok_col, found(&h));
        return;
    }
    next(&h);
    if (h.len == 0 || !is_name_byte(h.tok[0])) {
        out->error = arena_printf(a, "%d:%d: expected 'IDENT', found %s", h.tok_line, h.tok_col, found(&h));
        return;
    }
    out->package = arena_strndup(a, h.tok, h.len);
    next(&h);
    if (is(&h, ";"))
        next(&h);
    Import *list = NULL;
    size_t n = 0, cap = 0;
    while (is(&h, "import")) {
        next(&h);
        if (!is(&h, "(")) {
            if (!import_spec(&h, name, &list, &n, &cap))
                break;
            continue;
        }
        next(&h);
        while (h.len && !is(&h, ")"))
            if (!import_spec(&h, name, &list, &n, &cap))
                break;
        if (!is(&h, ")"))
            break;
        next(&h);
        if (is(&h, ";"))
            next(&h);
    }
    out->imports = arena_dup(a, list ? (void *)list : (void *)"", n * sizeof *list);
    out->nimports = n;
    free(list);
}
