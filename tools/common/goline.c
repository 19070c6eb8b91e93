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

/* The value of the table at off for the pc that is delta bytes into the function. */
static int32_t value_at(const GoLine *t, uint32_t off, uint64_t delta)
{
    uint64_t at = t->pctab + off, pc = 0;
    uint32_t u, d, value = UINT32_MAX;
    for (bool first = true; off && read_uvarint(t, &at, &u) && (u || first) && read_uvarint(t, &at, &d); first = false) {
        value += u & 1 ? ~(u >> 1) : u >> 1;
        pc += d;
        if (delta < pc)
            return (int32_t)value;
    }
    return -1;
}

static uint64_t entry_of(const GoLine *t, uint64_t i) { return t->text + u32_at(t, t->func + 8 * i); }

bool goline_find(const GoLine *t, uint64_t pc, GoPos *out)
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
    uint64_t f = t->func + u32_at(t, t->func + 8 * (lo - 1) + 4), entry = entry_of(t, lo - 1);
    if (f > t->size || t->size - f < FuncSize)
        return false;
    uint32_t cu = u32_at(t, f + 32);
    int32_t file = value_at(t, u32_at(t, f + 20), pc - entry);
    out->func = string_at(t, t->funcname + u32_at(t, f + 4));
    out->line = value_at(t, u32_at(t, f + 24), pc - entry);
    out->entry = entry;
    out->file = NULL;
    if (cu != UINT32_MAX && file >= 0) {
        uint32_t off = u32_at(t, t->cu + 4 * ((uint64_t)cu + (uint32_t)file));
        out->file = off == UINT32_MAX ? NULL : string_at(t, t->file + off);
    }
    return out->func != NULL;
}
