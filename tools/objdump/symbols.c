/* symbols.c - what stands behind the addresses of an image: symbols,
 * relocations, files and lines.
 *
 * An executable says the lines in .gopclntab (goline.h); an object in its
 * records, whose tables have the same form (base/goobj.h). */
#include <stdlib.h>
#include <string.h>

#include "objdump.h"

static int by_address(const void *a, const void *b)
{
    const Symbol *x = a, *y = b;
    if (x->addr != y->addr)
        return x->addr < y->addr ? -1 : 1;
    return x->order < y->order ? -1 : x->order > y->order;
}

static int by_offset(const void *a, const void *b)
{
    const Elf64Rela *x = a, *y = b;
    return x->offset < y->offset ? -1 : x->offset > y->offset;
}

/* Marks of the text's ends, which would hide the function there. */
static bool is_mark(const char *name)
{
    return strcmp(name, "runtime.text") == 0 || strcmp(name, "runtime.etext") == 0;
}

static void read_symbols(Arena *a, Code *c)
{
    const ElfImage *e = c->e;
    bool object = e->type == ElfRel;
    c->syms = NEW_ARRAY(a, Symbol, e->nsyms + 1);
    for (uint32_t i = 0; i < e->nsyms; i++) {
        const Elf64Sym *s = &e->syms[i];
        const char *name = e->strtab + s->name;
        unsigned type = s->info & 15;
        if (s->shndx == ShnUndef || s->shndx >= e->nsections || type == SttSection || type == SttFile || is_mark(name))
            continue;
        bool text = e->sections[s->shndx].flags & ShfExecinstr;
        if (object && s->shndx != c->section) /* its address is not ours */
            continue;
        c->syms[c->nsyms++] = (Symbol){.name = name, .addr = s->value, .size = s->size, .text = text, .order = i};
    }
    qsort(c->syms, c->nsyms, sizeof *c->syms, by_address);
}

static void read_relocations(Arena *a, Code *c)
{
    for (uint32_t i = 1; i < c->e->nsections; i++) {
        const Elf64Shdr *sh = &c->e->sections[i];
        if (sh->type != ShtRela || sh->info != c->section)
            continue;
        c->nrela = sh->size / sizeof(Elf64Rela);
        Elf64Rela *r = arena_dup(a, c->e->data + sh->offset, c->nrela * sizeof *r);
        qsort(r, c->nrela, sizeof *r, by_offset);
        c->rela = r;
    }
}

static void read_files(Arena *a, Code *c)
{
    const Elf64Shdr *sh = elf_section(c->e, SecGoFile);
    if (!sh || sh->type != ShtProgbits || sh->size == 0)
        return;
    const char *p = c->e->data + sh->offset, *end = p + sh->size;
    for (const char *q = p; q < end; q++)
        c->nfiles += *q == 0;
    c->files = NEW_ARRAY(a, const char *, c->nfiles + 1);
    for (size_t i = 0; i < c->nfiles; i++) {
        c->files[i] = p;
        p += strlen(p) + 1;
    }
}

static int by_entry(const void *a, const void *b)
{
    const FuncAt *x = a, *y = b;
    return x->entry < y->entry ? -1 : x->entry > y->entry;
}

/* The records of an object's functions with the addresses of the functions.
 * The records' symbols are named by relocations at offset 0 of each. */
static void read_functions(Arena *a, Code *c)
{
    const ElfImage *e = c->e;
    const Elf64Shdr *rec = elf_section(e, SecGoFunc), *pool = elf_section(e, SecGoLine);
    if (!rec || !pool || rec->type != ShtProgbits || pool->type != ShtProgbits)
        return;
    uint64_t n = rec->size / sizeof(GoFuncRec);
    c->funcs = NEW_ARRAY(a, FuncAt, n + 1);
    for (uint32_t k = 1; k < e->nsections; k++) {
        const Elf64Shdr *sh = &e->sections[k];
        if (sh->type != ShtRela || sh->info >= e->nsections || &e->sections[sh->info] != rec)
            continue;
        for (uint64_t r = 0; r < sh->size / sizeof(Elf64Rela) && c->nfuncs < n; r++) {
            Elf64Rela x;
            memcpy(&x, e->data + sh->offset + r * sizeof x, sizeof x);
            uint32_t sym = elf_rela_sym(x.info);
            if (x.offset % sizeof(GoFuncRec) == 0 && x.offset / sizeof(GoFuncRec) < n && sym > 0 && sym - 1 < e->nsyms) {
                FuncAt *f = &c->funcs[c->nfuncs++];
                f->entry = e->syms[sym - 1].value;
                memcpy(&f->rec, e->data + rec->offset + x.offset, sizeof f->rec);
            }
        }
    }
    qsort(c->funcs, c->nfuncs, sizeof *c->funcs, by_entry);
    c->line_pool = e->data + pool->offset;
    c->line_size = pool->size;
    read_files(a, c);
}

bool code_open(Arena *a, const ElfImage *e, Code *c)
{
    *c = (Code){.e = e};
    const Elf64Shdr *text = elf_section(e, SecText);
    if (!text || text->type != ShtProgbits || text->addr + text->size < text->addr)
        return false;
    c->text = (const uint8_t *)e->data + text->offset;
    c->start = text->addr;
    c->end = text->addr + text->size;
    c->section = (uint32_t)(text - e->sections);
    read_symbols(a, c);
    c->has_lines = goline_open(e, &c->lines);
    if (e->type == ElfRel) {
        read_relocations(a, c);
        read_functions(a, c);
    }
    return true;
}

const Symbol *code_symbol(const Code *c, uint64_t addr)
{
    size_t lo = 0, hi = c->nsyms;
    while (lo < hi) { /* the first symbol beyond addr */
        size_t mid = lo + (hi - lo) / 2;
        if (c->syms[mid].addr <= addr)
            lo = mid + 1;
        else
            hi = mid;
    }
    if (lo == 0)
        return NULL;
    const Symbol *s = &c->syms[lo - 1];
    return s->addr != 0 && addr - s->addr < s->size ? s : NULL;
}

static bool uvarint(const char **p, const char *end, uint32_t *v)
{
    *v = 0;
    for (unsigned shift = 0; *p < end && shift < 32; shift += 7) {
        uint8_t b = (uint8_t)*(*p)++;
        *v |= (uint32_t)(b & 0x7f) << shift;
        if (b < 0x80)
            return true;
    }
    return false;
}

/* The value that a table of .go.line has for the byte at delta. */
static int32_t table_value(const Code *c, GoPctab t, uint64_t delta)
{
    if (t.off > c->line_size || t.size > c->line_size - t.off)
        return -1;
    const char *p = c->line_pool + t.off, *end = p + t.size;
    uint32_t u, d, value = UINT32_MAX;
    uint64_t pc = 0;
    for (bool first = true; uvarint(&p, end, &u) && (u || first) && uvarint(&p, end, &d); first = false) {
        value += u & 1 ? ~(u >> 1) : u >> 1;
        pc += d;
        if (delta < pc)
            return (int32_t)value;
    }
    return -1;
}

static const FuncAt *function_at(const Code *c, uint64_t pc)
{
    size_t lo = 0, hi = c->nfuncs;
    while (lo < hi) { /* the first beyond pc */
        size_t mid = lo + (hi - lo) / 2;
        if (c->funcs[mid].entry <= pc)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo ? &c->funcs[lo - 1] : NULL;
}

Where code_where(Code *c, uint64_t pc)
{
    GoPos at;
    if (c->has_lines)
        return goline_seek(&c->lines, &c->cursor, pc, &at) ? (Where){at.file ? at.file : "", at.line} : (Where){"", 0};
    const FuncAt *f = function_at(c, pc);
    if (!f)
        return (Where){"", 0};
    int32_t file = table_value(c, f->rec.pctab[GoPcfile], pc - f->entry);
    return (Where){file >= 0 && (size_t)file < c->nfiles ? c->files[file] : "", table_value(c, f->rec.pctab[GoPcln], pc - f->entry)};
}

const Elf64Rela *code_reloc(const Code *c, uint64_t from, uint64_t to, const char **sym)
{
    size_t lo = 0, hi = c->nrela;
    while (lo < hi) { /* the first at or beyond from */
        size_t mid = lo + (hi - lo) / 2;
        if (c->rela[mid].offset < from)
            lo = mid + 1;
        else
            hi = mid;
    }
    if (lo == c->nrela || c->rela[lo].offset >= to)
        return NULL;
    uint32_t n = elf_rela_sym(c->rela[lo].info);
    *sym = n > 0 && n - 1 < c->e->nsyms ? c->e->strtab + c->e->syms[n - 1].name : "?";
    return &c->rela[lo];
}
