/* pos.c - the table behind Pos. */
#include "pos.h"

#include <stdlib.h>
#include <string.h>

enum { WideBase = UINT16_MAX };

static Pos add_entry(PosTable *t, PosEntry e)
{
    PackedPos packed = {e.line, (uint16_t)e.base, (uint16_t)e.col};
    if (e.call || e.base >= WideBase || e.col > UINT16_MAX) {
        packed = (PackedPos){(uint32_t)t->num_wide, WideBase, 0};
        vec_push(t->wide, t->num_wide, t->cap_wide, e);
    }
    vec_push(t->entries, t->count, t->cap, packed);
    return (Pos)(t->count - 1);
}

PosEntry pos_entry(const PosTable *t, Pos p)
{
    PackedPos e = t->entries[p];
    return e.base == WideBase ? t->wide[e.line] : (PosEntry){.base = e.base, .line = e.line, .col = e.col};
}

void pos_table_init(PosTable *t)
{
    *t = (PosTable){0};
    add_entry(t, (PosEntry){0});
}

void pos_table_free(PosTable *t)
{
    free(t->entries);
    free(t->wide);
    free(t->bases);
    free(t->files);
    *t = (PosTable){0};
}

uint32_t pos_add_file(PosTable *t, const char *name, const char *text, size_t size)
{
    vec_push(t->files, t->num_files, t->cap_files, (SourceFile){.name = name, .text = text, .size = size});
    return pos_add_line_base(t, (PosBase){
        .file = (uint32_t)(t->num_files - 1), .name = name,
        .from_line = 1, .from_col = 1, .line = 1, .col = 1,
    });
}

uint32_t pos_add_line_base(PosTable *t, PosBase base)
{
    vec_push(t->bases, t->num_bases, t->cap_bases, base);
    return (uint32_t)(t->num_bases - 1);
}

Pos pos_add(PosTable *t, uint32_t base, uint32_t line, uint32_t col)
{
    return add_entry(t, (PosEntry){.base = base, .line = line, .col = col});
}

Pos pos_add_again(PosTable *t, Pos at)
{
    return add_entry(t, pos_entry(t, at));
}

Pos pos_add_inlined(PosTable *t, Pos at, Pos call)
{
    PosEntry e = pos_entry(t, at);
    /* at may itself be inlined into the function that is inlined now: its
     * outermost call is the one that happens inside the new call. */
    e.call = e.call ? pos_add_inlined(t, e.call, call) : call;
    return add_entry(t, e);
}

static const PosBase *base_of(const PosTable *t, Pos p) { return &t->bases[pos_entry(t, p).base]; }

const char *pos_file(const PosTable *t, Pos p) { return p ? base_of(t, p)->name : ""; }

uint32_t pos_line(const PosTable *t, Pos p)
{
    if (p == 0)
        return 0;
    const PosBase *b = base_of(t, p);
    return b->line + (pos_entry(t, p).line - b->from_line);
}

uint32_t pos_col(const PosTable *t, Pos p)
{
    if (p == 0)
        return 0;
    const PosBase *b = base_of(t, p);
    PosEntry e = pos_entry(t, p);
    if (b->col == 0)
        return 0;
    return e.line == b->from_line ? b->col + (e.col - b->from_col) : e.col;
}

const char *pos_message_file(const PosTable *t, Pos p)
{
    return t->recorded ? t->recorded(t->recorded_arg, p) : pos_file(t, p);
}

Pos pos_call(const PosTable *t, Pos p) { return pos_entry(t, p).call; }

const SourceFile *pos_source(const PosTable *t, Pos p) { return p ? &t->files[base_of(t, p)->file] : NULL; }
uint32_t pos_real_line(const PosTable *t, Pos p) { return pos_entry(t, p).line; }
uint32_t pos_real_col(const PosTable *t, Pos p) { return pos_entry(t, p).col; }

bool pos_before(const PosTable *t, Pos a, Pos b)
{
    if (a == 0 || b == 0)
        return a < b;
    uint32_t fa = base_of(t, a)->file, fb = base_of(t, b)->file;
    if (fa != fb)
        return fa < fb;
    PosEntry x = pos_entry(t, a), y = pos_entry(t, b);
    return x.line < y.line || (x.line == y.line && x.col < y.col);
}

/* gc packs a line into 20 bits and a column into 8; where they do not fit, it keeps the largest value, and
 * shows no such column and no column for such a line. */
enum { MaxReportLine = (1 << 20) - 2, MaxReportCol = 255 };

void pos_verror(const PosTable *t, Diag *d, Pos p, const char *format, va_list args)
{
    uint32_t line = pos_line(t, p), col = pos_col(t, p);
    if (line >= MaxReportLine) {
        line = MaxReportLine;
        col = 0;
    }
    if (col >= MaxReportCol)
        col = 0;
    DiagItem at = {.file = p ? pos_message_file(t, p) : NULL, .line = (int)line, .col = (int)col};
    if (p) {
        at.real_line = (int)pos_real_line(t, p);
        at.real_col = (int)pos_real_col(t, p);
        if (at.real_col > MaxReportCol)
            at.real_col = MaxReportCol;
    }
    diag_vadd_item(d, &at, format, args);
}

void pos_error(const PosTable *t, Diag *d, Pos p, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    pos_verror(t, d, p, format, args);
    va_end(args);
}
