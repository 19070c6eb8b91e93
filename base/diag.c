/* diag.c - collecting and printing diagnostics. */
#include "diag.h"

#include <stdlib.h>
#include <string.h>

enum { MaxErrors = 10 };

void diag_init(Diag *d, Arena *arena)
{
    *d = (Diag){.arena = arena};
    pthread_mutex_init(&d->lock, NULL);
}

void diag_free(Diag *d)
{
    free(d->items);
    pthread_mutex_destroy(&d->lock);
    *d = (Diag){0};
}

void diag_vadd(Diag *d, const char *file, int line, int col, const char *format, va_list args)
{
    pthread_mutex_lock(&d->lock);
    const char *text = arena_vprintf(d->arena, format, args);
    vec_push(d->items, d->count, d->cap,
             (DiagItem){.file = file, .line = line, .col = col, .text = text, .seq = d->count});
    pthread_mutex_unlock(&d->lock);
}

void diag_add(Diag *d, const char *file, int line, int col, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    diag_vadd(d, file, line, col, format, args);
    va_end(args);
}

bool diag_any(const Diag *d) { return d->count > 0; }

static int compare(const void *x, const void *y)
{
    const DiagItem *a = x, *b = y;
    int c = strcmp(a->file ? a->file : "", b->file ? b->file : "");
    if (c == 0)
        c = (a->line > b->line) - (a->line < b->line);
    if (c == 0)
        c = (a->col > b->col) - (a->col < b->col);
    if (c == 0)
        c = (a->seq > b->seq) - (a->seq < b->seq);
    return c;
}

static bool same(const DiagItem *a, const DiagItem *b)
{
    return a->line == b->line && strcmp(a->text, b->text) == 0 &&
           strcmp(a->file ? a->file : "", b->file ? b->file : "") == 0;
}

void diag_flush(Diag *d, Buf *out)
{
    if (d->count)
        qsort(d->items, d->count, sizeof *d->items, compare);
    size_t shown = 0;
    const DiagItem *last = NULL; /* the newest one printed */
    for (size_t i = 0; i < d->count; i++) {
        const DiagItem *e = &d->items[i];
        if (i > 0 && same(e, &d->items[i - 1]))
            continue;
        if (shown++ == MaxErrors && !d->all) {
            if (last->file && last->col > 0)
                buf_printf(out, "%s:%d:%d: ", last->file, last->line, last->col);
            else if (last->file)
                buf_printf(out, "%s:%d: ", last->file, last->line);
            buf_puts(out, "too many errors\n");
            break;
        }
        if (e->file && e->col > 0)
            buf_printf(out, "%s:%d:%d: ", e->file, e->line, e->col);
        else if (e->file)
            buf_printf(out, "%s:%d: ", e->file, e->line);
        buf_printf(out, "%s\n", e->text);
        last = e;
    }
    d->count = 0;
}
