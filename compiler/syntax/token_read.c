/* token_read.c - reads what dump_tokens wrote, by writing the source again.
 *
 * Each token is put where its line and column say, blanks between them, so
 * that scanning the text gives the same tokens at the same places.  Comments
 * are not tokens: they are lost, and directives with them. */
#include <stdlib.h>
#include <string.h>

#include "syntax.h"

/* Source that a small dump may ask for: positions are numbers anyone can write. */
enum { MaxSource = 1 << 28 };

typedef struct Reader {
    SyntaxCtx *ctx;
    const char *name;     /* of the dump, for messages */
    const char *p, *end;
    int line_no;          /* in the dump */
    uint32_t line, col;   /* in the source: where the next byte goes */
    Buf *src;
    bool failed;
} Reader;

static void fail(Reader *r, const char *what)
{
    if (!r->failed)
        diag_add(r->ctx->diag, r->name, r->line_no, 1, "bad token listing: %s", what);
    r->failed = true;
}

static uint32_t read_number(Reader *r, char after)
{
    uint64_t v = 0;
    const char *start = r->p;
    for (; r->p < r->end && *r->p >= '0' && *r->p <= '9' && v < MaxSource; r->p++)
        v = v * 10 + (uint64_t)(*r->p - '0');
    if (r->p == start || r->p == r->end || *r->p != after || v == 0 || v >= MaxSource)
        fail(r, "expected line:column and a tab");
    else
        r->p++;
    return (uint32_t)v;
}

/* The text up to a tab or the end of the line. */
static const char *read_word(Reader *r, size_t *n)
{
    const char *start = r->p;
    while (r->p < r->end && *r->p != '\t' && *r->p != '\n')
        r->p++;
    *n = (size_t)(r->p - start);
    return start;
}

/* The rest of the line; a raw string goes on to its closing quote. */
static const char *read_rest(Reader *r, size_t *n)
{
    const char *start = r->p;
    bool raw = r->p < r->end && *r->p == '`';
    for (r->p += raw; r->p < r->end && *r->p != (raw ? '`' : '\n'); r->p++)
        r->line_no += *r->p == '\n';
    r->p += raw && r->p < r->end;
    *n = (size_t)(r->p - start);
    return start;
}

static void put(Reader *r, const char *text, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        r->line += text[i] == '\n';
        r->col = text[i] == '\n' ? 1 : r->col + 1;
    }
    buf_write(r->src, text, n);
}

static void move_to(Reader *r, uint32_t line, uint32_t col)
{
    bool back = line < r->line || (line == r->line && col < r->col);
    uint64_t more = back ? 0 : line > r->line ? (uint64_t)(line - r->line) + col : col - r->col;
    if (back || r->src->len + more > MaxSource)
        fail(r, back ? "a token begins before the end of the one before" : "too far");
    while (!r->failed && r->line < line)
        put(r, "\n", 1);
    while (!r->failed && r->col < col)
        put(r, " ", 1);
}

/* line:col TAB word [ TAB text ] */
static void read_token(Reader *r)
{
    size_t nword, ntext = 0;
    r->line_no++;
    uint32_t line = read_number(r, ':');
    uint32_t col = r->failed ? 0 : read_number(r, '\t');
    if (r->failed)
        return;
    const char *word = read_word(r, &nword), *text = NULL;
    if (r->p < r->end && *r->p == '\t') {
        r->p++;
        text = read_rest(r, &ntext);
    }
    if (r->p == r->end || *r->p++ != '\n' || nword == 0) {
        fail(r, "expected a token and the end of the line");
        return;
    }
    move_to(r, line, col);
    bool semi = nword == 1 && *word == ';';
    if (r->failed || (nword == 3 && memcmp(word, "EOF", 3) == 0) || (semi && ntext == 3)) /* ; EOF */
        return;
    if (semi && ntext == strlen("newline"))
        put(r, "\n", 1);
    else if (semi || !text)
        put(r, word, nword);
    else
        put(r, text, ntext);
}

bool read_tokens(SyntaxCtx *c, const char *name, const char *text, size_t size, Buf *src)
{
    Reader r = {.ctx = c, .name = name, .p = text, .end = text + size, .line = 1, .col = 1, .src = src};
    while (r.p < r.end && !r.failed)
        read_token(&r);
    return !r.failed;
}
