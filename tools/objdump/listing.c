/* listing.c - functions in the form of `go tool objdump`:
 *
 *   TEXT main.f(SB) /tmp/x.go
 *     x.go:3		0x401000		4889c1			MOVQ AX, CX
 *
 * Cells are separated by tabs so that each column is as wide as its widest
 * cell asks for: at least 18, rounded up to tab stops.  A source line (-S)
 * starts new columns. */
#include <stdlib.h>
#include <string.h>

#include "../../base/os.h"
#include "objdump.h"

enum { MinWidth = 18, Padding = 1, TabWidth = 8, MaxCells = 4, FlushAt = 1 << 20 };

/* ---- Columns ---- */

typedef struct Line {
    uint32_t end[MaxCells]; /* of each cell in the text */
    uint32_t width[MaxCells]; /* in characters */
} Line;

/* Lines that wait until the widths are known. */
typedef struct Columns {
    Buf text;
    Line *lines;
    size_t n, cap;
    int cells;
    uint32_t width[MaxCells];
} Columns;

static uint32_t characters(const char *s, size_t n)
{
    uint32_t count = 0;
    for (size_t i = 0; i < n; i++)
        count += (s[i] & 0xc0) != 0x80;
    return count;
}

/* Closes cell i of the line under construction. */
static void end_cell(Columns *c, Line *line, int i, size_t start)
{
    line->end[i] = (uint32_t)c->text.len;
    line->width[i] = characters(c->text.data + start, c->text.len - start);
    if (line->width[i] > c->width[i])
        c->width[i] = line->width[i];
}

static void flush_columns(Columns *c, Buf *out)
{
    size_t at = 0;
    uint32_t full[MaxCells];
    for (int i = 0; i < c->cells; i++) {
        uint32_t w = c->width[i] + Padding < MinWidth ? MinWidth : c->width[i] + Padding;
        full[i] = (w + TabWidth - 1) / TabWidth * TabWidth;
        c->width[i] = 0;
    }
    for (size_t k = 0; k < c->n; k++) {
        const Line *line = &c->lines[k];
        for (int i = 0; i < c->cells; i++) {
            buf_write(out, c->text.data + at, line->end[i] - at);
            at = line->end[i];
            for (uint32_t tabs = (full[i] - line->width[i] + TabWidth - 1) / TabWidth; tabs > 0; tabs--)
                buf_putc(out, '\t');
        }
        buf_putc(out, '\n');
    }
    c->text.len = 0;
    c->n = 0;
}

/* ---- Cells; printf is too slow for a million lines ---- */

void put_hex(Buf *out, uint64_t v)
{
    char digits[16];
    int n = 0;
    do
        digits[n++] = "0123456789abcdef"[v & 15];
    while (v >>= 4);
    buf_puts(out, "0x");
    while (n > 0)
        buf_putc(out, digits[--n]);
}

void put_signed_hex(Buf *out, int64_t v)
{
    if (v < 0)
        buf_putc(out, '-');
    put_hex(out, v < 0 ? 0 - (uint64_t)v : (uint64_t)v);
}

static void put_bytes(Buf *out, const uint8_t *p, int n)
{
    for (int i = 0; i < n; i++) {
        buf_putc(out, "0123456789abcdef"[p[i] >> 4]);
        buf_putc(out, "0123456789abcdef"[p[i] & 15]);
    }
}

static void put_decimal(Buf *out, int32_t v)
{
    char digits[12];
    int n = 0;
    uint32_t u = v < 0 ? 0u - (uint32_t)v : (uint32_t)v;
    do
        digits[n++] = (char)('0' + u % 10);
    while (u /= 10);
    if (v < 0)
        buf_putc(out, '-');
    while (n > 0)
        buf_putc(out, digits[--n]);
}

/* ---- Source lines ---- */

/* A file of Go source, split once. */
typedef struct Source {
    const char *data;
    const uint32_t *starts; /* of lines; one more at the end */
    size_t nlines;
} Source;

static Source *read_source(Arena *a, const char *name)
{
    Source *s = NEW(a, Source);
    OsFile f;
    size_t n = strlen(name);
    if (n < 4 || strcmp(name + n - 3, ".go") != 0)
        return s;
    const char *root = os_getenv("GOROOT");
    if (strncmp(name, "$GOROOT/", 8) == 0)
        name = path_join(a, root ? root : path_join(a, path_dir(a, os_executable(a)), "../../.."), name + 8);
    if (!os_read_file(a, name, &f, NULL))
        return s;
    for (size_t i = 0; i < f.size; i++)
        s->nlines += f.data[i] == '\n';
    uint32_t *starts = NEW_ARRAY(a, uint32_t, s->nlines + 1);
    size_t k = 0;
    for (size_t i = 0; i < f.size; i++)
        if (f.data[i] == '\n')
            starts[++k] = (uint32_t)i + 1;
    s->data = arena_dup(a, f.data, f.size);
    s->starts = starts;
    os_close_file(&f);
    return s;
}

static void put_source(Dump *d, Where at)
{
    Source *s = map_get_str(&d->sources, at.file);
    if (!s)
        map_put_str(&d->sources, at.file, s = read_source(d->arena, at.file));
    if (at.line > 0 && (size_t)at.line <= s->nlines)
        buf_write(d->out, s->data + s->starts[at.line - 1], s->starts[at.line] - s->starts[at.line - 1] - 1);
    buf_putc(d->out, '\n');
}

/* ---- Functions ---- */

static void put_text(const Dump *d, const Code *c, const Insn *in, uint64_t pc, Buf *out)
{
    size_t start = out->len;
    print_plan9(d, c, in, pc, out);
    if (!d->gnu)
        return;
    for (size_t n = characters(out->data + start, out->len - start); n < 36; n++)
        buf_putc(out, ' ');
    buf_puts(out, " // ");
    print_gnu(d, in, pc, out);
}

/* The relocation of the instruction, its place counted from there and the
 * addend from the end of its field. */
static void put_reloc(const Code *c, uint64_t pc, int size, Buf *out)
{
    const char *name;
    const Elf64Rela *r = c->nrela ? code_reloc(c, pc, pc + (uint64_t)size, &name) : NULL;
    if (!r)
        return;
    uint32_t type = elf_rela_type(r->info);
    uint64_t at = r->offset - pc;
    int64_t add = (int64_t)((uint64_t)r->addend + (type == RX86_64_PC32 || type == RX86_64_PLT32 ? 4 : 0)); /* a wild one wraps */
    buf_printf(out, "\t[%llu:%llu]%s:%s", (unsigned long long)at, (unsigned long long)at + (type == RX86_64_64 ? 8 : 4),
               type == RX86_64_PLT32 ? "R_CALL" : type == RX86_64_PC32 ? "R_PCREL" : "R_ADDR", name);
    if (add)
        buf_printf(out, "+%lld", (long long)add);
}

static void put_line(Dump *d, Code *c, Columns *cols, Where at, uint64_t pc, const Insn *in, int size)
{
    Line line;
    Buf *text = &cols->text;
    size_t start = text->len;
    int cell = 0;
    buf_puts(text, "  ");
    if (!d->source) {
        buf_puts(text, path_base(at.file));
        buf_putc(text, ':');
        put_decimal(text, at.line);
        end_cell(cols, &line, cell++, start);
        start = text->len;
    }
    put_hex(text, pc);
    end_cell(cols, &line, cell++, start);
    start = text->len;
    put_bytes(text, c->text + (pc - c->start), size);
    end_cell(cols, &line, cell++, start);
    start = text->len;
    if (in)
        put_text(d, c, in, pc, text);
    else
        buf_putc(text, '?');
    put_reloc(c, pc, size, text);
    end_cell(cols, &line, cell++, start);
    cols->cells = cell;
    vec_push(cols->lines, cols->n, cols->cap, line);
}

static void print_function(Dump *d, Code *c, const Symbol *s, Columns *cols)
{
    uint64_t end = s->addr + s->size < d->to ? s->addr + s->size : d->to;
    Where last = {"", 0};
    buf_printf(d->out, "TEXT %s(SB) %s\n", s->name, code_where(c, s->addr).file);
    if (end > c->end)
        end = c->end;
    for (uint64_t pc = s->addr < d->from ? d->from : s->addr; pc < end;) {
        Insn in;
        int size = disasm(d->disasm, c->text + (pc - c->start), end - pc, pc, &in);
        Where at = code_where(c, pc);
        if (d->source && (at.line != last.line || strcmp(at.file, last.file) != 0)) {
            flush_columns(cols, d->out);
            put_source(d, at);
            last = at;
        }
        put_line(d, c, cols, at, pc, size ? &in : NULL, size ? size : 1);
        pc += size ? (uint64_t)size : 1;
    }
    flush_columns(cols, d->out);
}

void print_code(Dump *d, Code *c)
{
    Columns cols = {0};
    uint64_t from = d->from < c->start ? c->start : d->from, to = d->to > c->end ? c->end : d->to;
    for (size_t i = 0; i < c->nsyms; i++) {
        const Symbol *s = &c->syms[i];
        uint64_t end = s->addr + s->size;
        if (!s->text || s->addr < c->start || end <= from || end < s->addr || to <= s->addr)
            continue;
        if (d->filter && regexec(d->filter, s->name, 0, NULL, 0) != 0)
            continue;
        if (d->printed)
            buf_putc(d->out, '\n');
        d->printed = true;
        if (d->as_asm)
            print_asm_function(d, c, s);
        else
            print_function(d, c, s, &cols);
        if (d->out->len > FlushAt) {
            os_write_fd(1, d->out->data, d->out->len);
            d->out->len = 0;
        }
    }
    buf_free(&cols.text);
    free(cols.lines);
}
