/* goline.c - .gopclntab (FORMATS gives the layout).
 *
 * The table comes from a file and may be damaged: each read is checked against
 * its size, and a lookup that leads outside finds nothing. */
#include "goline.h"

#include <string.h>

#include "../../base/buf.h"

enum { HeaderSize = 72, FuncSize = 44 };

bool goline_open(const ElfImage *e, GoLine *t)
{
    const Elf64Shdr *sh = elf_section(e, ".gopclntab"), *text = elf_section(e, ".text");
    if (!sh || !text || sh->type == ShtNobits || sh->size < HeaderSize)
        return false;
    const char *p = e->data + sh->offset;
    *t = (GoLine){.data = p, .size = sh->size, .text = text->addr, .nfunc = get_u64(p + 8), .funcname = get_u64(p + 32),
                  .cu = get_u64(p + 40), .file = get_u64(p + 48), .pctab = get_u64(p + 56), .func = get_u64(p + 64)};
    uint64_t ends[] = {t->funcname, t->cu, t->file, t->pctab, t->func};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (ends[i] > t->size)
            return false;
    return get_u32(p) == 0xfffffff1 && t->nfunc < (t->size - t->func) / 8;
}

static uint32_t u32_at(const GoLine *t, uint64_t off) { return off <= t->size && t->size - off >= 4 ? get_u32(t->data + off) : UINT32_MAX; }

static const char *string_at(const GoLine *t, uint64_t off)
{
    return off < t->size && memchr(t->data + off, 0, t->size - off) ? t->data + off : NULL;
}

static bool read_uvarint(const GoLine *t, uint64_t *at, uint32_t *v)
{
    *v = 0;
    for (unsigned shift = 0; *at < t->size && shift < 32; shift += 7) {
        uint8_t b = (uint8_t)t->data[(*at)++];
        *v |= (uint32_t)(b & 0x7f) << shift;
        if (b < 0x80)
            return true;
    }
    return false;
}

/* A table about to be read; off 0: there is none. */
static GoRun run_start(const GoLine *t, uint32_t off)
{
    return (GoRun){.at = t->pctab + off, .value = UINT32_MAX, .ended = off == 0};
}

/* The value for the byte delta of the function, which is not before the last one asked for. */
static int32_t run_value(const GoLine *t, GoRun *r, uint64_t delta)
{
    while (delta >= r->pc && !r->ended) {
        uint32_t u, d;
        r->ended = !read_uvarint(t, &r->at, &u) || (u == 0 && r->pc != 0) || !read_uvarint(t, &r->at, &d);
        if (r->ended)
            break;
        r->value += u & 1 ? ~(u >> 1) : u >> 1;
        r->pc += d;
    }
    return delta < r->pc ? (int32_t)r->value : -1;
}

static uint64_t entry_of(const GoLine *t, uint64_t i) { return t->text + u32_at(t, t->func + 8 * i); }

/* Finds the function that pc lies in. */
static bool find_function(const GoLine *t, GoCursor *c, uint64_t pc)
{
    uint64_t lo = 0, hi = t->nfunc;
    while (lo < hi) { /* the first entry beyond pc */
        uint64_t mid = lo + (hi - lo) / 2;
        if (entry_of(t, mid) <= pc)
            lo = mid + 1;
        else
            hi = mid;
    }
    if (lo == 0 || pc >= entry_of(t, t->nfunc))
        return false;
    uint64_t f = t->func + u32_at(t, t->func + 8 * (lo - 1) + 4);
    if (f > t->size || t->size - f < FuncSize)
        return false;
    *c = (GoCursor){.entry = entry_of(t, lo - 1), .end = entry_of(t, lo), .cu = u32_at(t, f + 32),
                    .func = string_at(t, t->funcname + u32_at(t, f + 4)), .file = run_start(t, u32_at(t, f + 20)),
                    .line = run_start(t, u32_at(t, f + 24))};
    return true;
}

bool goline_seek(const GoLine *t, GoCursor *c, uint64_t pc, GoPos *out)
{
    bool onward = c->end && pc >= c->entry && pc < c->end && pc - c->entry >= c->delta;
    if (!onward && !find_function(t, c, pc)) {
        *c = (GoCursor){0};
        return false;
    }
    c->delta = pc - c->entry;
    int32_t file = run_value(t, &c->file, c->delta);
    *out = (GoPos){.func = c->func, .line = run_value(t, &c->line, c->delta), .entry = c->entry};
    if (c->cu != UINT32_MAX && file >= 0) {
        uint32_t off = u32_at(t, t->cu + 4 * ((uint64_t)c->cu + (uint32_t)file));
        out->file = off == UINT32_MAX ? NULL : string_at(t, t->file + off);
    }
    return out->func != NULL;
}

bool goline_find(const GoLine *t, uint64_t pc, GoPos *out)
{
    GoCursor c = {0};
    return goline_seek(t, &c, pc, out);
}
