/* diag.h - diagnostics: collected, deduplicated, sorted by position. The tenth
 * is the last, as in gc. */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include <pthread.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

#include "arena.h"
#include "buf.h"

typedef struct DiagItem {
    const char *file; /* as it is printed; NULL: no position */
    int line, col;    /* from 1; col 0: not printed */
    const char *text; /* may hold newlines followed by a tab, as gc's do */
    int real_line, real_col; /* without line directives: messages of a file are sorted by these */
    size_t seq;       /* order of reporting, breaks ties */
} DiagItem;

/* One list per tool run.  lock guards items. */
typedef struct Diag {
    Arena *arena;
    DiagItem *items;
    size_t count, cap;
    bool all; /* -e: no limit of ten */
    pthread_mutex_t lock;
} Diag;

void diag_init(Diag *d, Arena *arena);
void diag_free(Diag *d);
void diag_add(Diag *d, const char *file, int line, int col, const char *format, ...)
    __attribute__((format(printf, 5, 6)));
void diag_vadd(Diag *d, const char *file, int line, int col, const char *format, va_list args);
void diag_vadd_item(Diag *d, const DiagItem *at, const char *format, va_list args); /* at: all but text and seq */
bool diag_any(const Diag *d); /* something was reported */
bool diag_full(const Diag *d); /* what is reported from now on is not shown */

/* Appends what gc prints: sorted, one message per line and text, and after the
 * tenth "too many errors" (unless all). */
void diag_flush(Diag *d, Buf *out);

#endif
