/* dwarfline.c - .debug_line: which line each instruction comes from.
 *
 * One program for each unit (DWARF 5, section 6.2).  A function is a sequence
 * of its own: its rows are the pcs where pcfile or pcln changes.  The first
 * instruction behind the prologue has a row marked prologue_end: debuggers put
 * breakpoints on functions there. */
#include "dwarf.h"
#include "pctab.h"

enum {
    LineBase = -4, LineRange = 10, OpcodeBase = 11,
    LnsCopy = 1, LnsAdvancePC = 2, LnsAdvanceLine = 3, LnsSetFile = 4, LnsSetPrologueEnd = 10,
    LneEndSequence = 1, LneSetAddress = 2,
    LnctPath = 1, LnctDirectoryIndex = 2, FormString = 0x08, FormUdata = 0x0f,
};

/* The state machine's registers, and where a function's rows go: there is room for MaxRow bytes. */
typedef struct Rows {
    uint8_t *out;
    uint64_t addr;
    uint32_t file, line;
} Rows;

enum { MaxRow = 1 + 5 + 1 + 1 + 10 + 1 + 10 + 1 };

static uint8_t *put_uleb(uint8_t *p, uint64_t v)
{
    for (; v >= 0x80; v >>= 7)
        *p++ = (uint8_t)(v | 0x80);
    *p++ = (uint8_t)v;
    return p;
}

static uint8_t *put_sleb(uint8_t *p, int64_t v)
{
    for (;;) {
        uint8_t low = (uint8_t)(v & 0x7f);
        v >>= 7;
        if ((v == 0 && !(low & 0x40)) || (v == -1 && (low & 0x40))) {
            *p++ = low;
            return p;
        }
        *p++ = low | 0x80;
    }
}

static void row(Rows *r, uint64_t addr, uint32_t file, uint32_t line, bool prologue)
{
    int64_t dline = (int64_t)line - r->line;
    uint64_t daddr = addr - r->addr;
    uint8_t *p = r->out;
    if (file != r->file) {
        *p++ = LnsSetFile;
        p = put_uleb(p, file);
    }
    if (prologue)
        *p++ = LnsSetPrologueEnd;
    if (dline < LineBase || dline >= LineBase + LineRange) {
        *p++ = LnsAdvanceLine;
        p = put_sleb(p, dline);
        dline = 0;
    }
    uint64_t special = (uint64_t)(dline - LineBase) + LineRange * daddr + OpcodeBase;
    if (daddr > 255 || special > 255) {
        *p++ = LnsAdvancePC;
        p = put_uleb(p, daddr);
        special = (uint64_t)(dline - LineBase) + OpcodeBase;
    }
    *p++ = (uint8_t)special;
    *r = (Rows){p, addr, file, line};
}

static void iter_table(PcIter *it, const Sym *s, int table)
{
    GoPctab t = func_rec(s).pctab[table];
    pc_iter_init(it, s->obj->sec[SecIdGoLine].data + t.off, t.size);
}

/* The prologue is the stack check, the push of BP and the lowering of SP, all
 * on the function's first line: it ends where SP is lowered for the last time
 * before the line changes or SP rises. */
uint32_t prologue_end(const Sym *s)
{
    GoFuncRec f = func_rec(s);
    const char *pool = s->obj->sec[SecIdGoLine].data;
    int32_t first = pc_value(pool + f.pctab[GoPcln].off, f.pctab[GoPcln].size, 0), sp = 0;
    uint32_t end = 0;
    PcIter it;
    iter_table(&it, s, GoPcsp);
    while (pc_iter_next(&it) && it.value >= sp && it.pc < s->size) {
        if (it.pc > 0 && pc_value(pool + f.pctab[GoPcln].off, f.pctab[GoPcln].size, it.pc - 1) != first)
            break;
        if (it.value > sp)
            end = it.pc;
        sp = it.value;
    }
    return end;
}

/* Rows of the function; at most one for each byte of its two tables, and one for the prologue. */
static void put_rows(Buf *out, const Sym *s, const uint32_t *files, const GoFuncRec *f)
{
    PcIter file, line;
    iter_table(&file, s, GoPcfile);
    iter_table(&line, s, GoPcln);
    bool have_file = pc_iter_next(&file), have_line = pc_iter_next(&line);
    uint32_t prologue = prologue_end(s), nfiles = s->obj->nfiles;
    buf_reserve(out, ((size_t)f->pctab[GoPcfile].size + f->pctab[GoPcln].size + 1) * MaxRow + MaxRow);
    Rows r = {(uint8_t *)out->data + out->len, s->addr, 1, 1};
    for (uint32_t pc = 0; have_file && have_line && pc < s->size;) {
        if (file.value >= 0 && (uint32_t)file.value < nfiles && line.value > 0)
            row(&r, s->addr + pc, files[file.value], (uint32_t)line.value, pc == prologue);
        uint32_t next = file.end < line.end ? file.end : line.end;
        if (pc < prologue && prologue < next)
            next = prologue;
        pc = next;
        while (have_file && file.end <= pc)
            have_file = pc_iter_next(&file);
        while (have_line && line.end <= pc)
            have_line = pc_iter_next(&line);
    }
    *r.out++ = LnsAdvancePC;
    r.out = put_uleb(r.out, s->addr + s->size - r.addr);
    out->len = (size_t)((char *)r.out - out->data);
}

static void put_function(Buf *out, const Sym *s, const uint32_t *files)
{
    const GoFuncRec f = func_rec(s);
    if (f.pctab[GoPcfile].size < 2 || f.pctab[GoPcln].size < 2)
        return;
    buf_u8(out, 0);
    buf_uleb(out, 1 + AddressSize);
    buf_u8(out, LneSetAddress);
    buf_u64(out, s->addr);
    put_rows(out, s, files, &f);
    buf_u8(out, 0);
    buf_uleb(out, 1);
    buf_u8(out, LneEndSequence);
}

/* Length of the directory part of a name, without the slash; 0 for none. */
static size_t dir_len(const char *name)
{
    const char *slash = strrchr(name, '/');
    return !slash ? 0 : slash == name ? 1 : (size_t)(slash - name);
}

/* Directory and file tables.  Neighbouring files of one directory share its
 * entry, which is nearly all of them. */
static void put_files(Buf *out, const Unit *u)
{
    Buf dirs = {0}, files = {0};
    uint64_t ndirs = 1;
    const char *last = "";
    size_t last_len = 0;
    buf_write(&dirs, ".", 2);
    buf_write(&files, "?", 2);
    buf_uleb(&files, 0);
    for (size_t i = 0; i < u->nfiles; i++) {
        const char *name = u->files[i];
        size_t n = dir_len(name);
        if (n > 0 && (n != last_len || memcmp(name, last, n) != 0)) {
            buf_write(&dirs, name, n);
            buf_u8(&dirs, 0);
            last = name;
            last_len = n;
            ndirs++;
        }
        const char *base = path_base(name);
        buf_write(&files, base, strlen(base) + 1);
        buf_uleb(&files, n > 0 ? ndirs - 1 : 0);
    }
    buf_u8(out, 1); /* one field for a directory */
    buf_uleb(out, LnctPath);
    buf_uleb(out, FormString);
    buf_uleb(out, ndirs);
    buf_write(out, dirs.data, dirs.len);
    buf_u8(out, 2); /* two for a file */
    buf_uleb(out, LnctPath);
    buf_uleb(out, FormString);
    buf_uleb(out, LnctDirectoryIndex);
    buf_uleb(out, FormUdata);
    buf_uleb(out, u->nfiles + 1);
    buf_write(out, files.data, files.len);
    buf_free(&dirs);
    buf_free(&files);
}

static void put_unit(Dwarf *d, Unit *u)
{
    static const uint8_t opcode_lengths[OpcodeBase - 1] = {0, 1, 1, 1, 1, 0, 0, 0, 1, 0};
    Buf *out = &d->c->debug[OutDebugLine];
    u->line_off = out->len;
    size_t at = block_begin(out);
    buf_u16(out, DwarfVersion);
    buf_u8(out, AddressSize);
    buf_u8(out, 0);
    size_t header = block_begin(out);
    buf_u8(out, 1); /* minimum_instruction_length */
    buf_u8(out, 1); /* maximum_operations_per_instruction */
    buf_u8(out, 1); /* default_is_stmt */
    buf_u8(out, (uint8_t)LineBase);
    buf_u8(out, LineRange);
    buf_u8(out, OpcodeBase);
    buf_write(out, opcode_lengths, sizeof opcode_lengths);
    put_files(out, u);
    block_end(out, header);
    for (size_t i = 0; i < u->nfuncs; i++)
        put_function(out, u->funcs[i], d->file_numbers[u->funcs[i]->obj->index]);
    block_end(out, at);
}

void dwarf_line(Dwarf *d)
{
    for (size_t i = 0; i < d->nunits; i++)
        put_unit(d, &d->units[i]);
}
