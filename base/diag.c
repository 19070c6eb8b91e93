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

static bool same(const DiagItem *a, const DiagItem *b)
{
    return a->line == b->line && strcmp(a->text, b->text) == 0 &&
           strcmp(a->file ? a->file : "", b->file ? b->file : "") == 0;
}

bool diag_full(const Diag *d) { return !d->all && d->count >= MaxErrors; }

/* gc gives up with the tenth error: later ones are not even sorted in. */
void diag_vadd_item(Diag *d, const DiagItem *at, const char *format, va_list args)
{
    pthread_mutex_lock(&d->lock);
    if (!diag_full(d)) {
        DiagItem item = *at;
        item.text = arena_vprintf(d->arena, format, args);
        item.seq = d->count;
        if (d->count == 0 || !same(&item, &d->items[d->count - 1])) /* repeated at once on one line: once is enough */
            vec_push(d->items, d->count, d->cap, item);
    }
    pthread_mutex_unlock(&d->lock);
}

void diag_vadd(Diag *d, const char *file, int line, int col, const char *format, va_list args)
{
    DiagItem at = {.file = file, .line = line, .col = col, .real_line = line, .real_col = col};
    diag_vadd_item(d, &at, format, args);
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
        c = (a->real_line > b->real_line) - (a->real_line < b->real_line);
    if (c == 0)
        c = (a->real_col > b->real_col) - (a->real_col < b->real_col);
    if (c == 0)
        c = (a->seq > b->seq) - (a->seq < b->seq);
    return c;
}

static void put_message(Buf *out, const DiagItem *at, const char *text)
{
    if (at->file && at->col > 0)
        buf_printf(out, "%s:%d:%d: ", at->file, at->line, at->col);
    else if (at->file)
        buf_printf(out, "%s:%d: ", at->file, at->line);
    buf_printf(out, "%s\n", text);
}

void diag_flush(Diag *d, Buf *out)
{
    bool full = !d->all && d->count == MaxErrors;
    DiagItem tenth = full ? d->items[MaxErrors - 1] : (DiagItem){0};
    if (d->count)
        qsort(d->items, d->count, sizeof *d->items, compare);
    for (size_t i = 0; i < d->count; i++) {
        const DiagItem *e = &d->items[i];
        if (i > 0 && e->col == d->items[i - 1].col && same(e, &d->items[i - 1]))
            continue;
        put_message(out, e, e->text);
    }
    if (full)
        put_message(out, &tenth, "too many errors");
    d->count = 0;
}
