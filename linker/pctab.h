/* pctab.h - reading pc-value tables (FORMATS: "pc-value tables"). */
#ifndef LINKER_PCTAB_H
#define LINKER_PCTAB_H

#include <stdbool.h>
#include <stdint.h>

/* A run of pcs with one value.  Start with pc_iter_init; while pc_iter_next,
 * value holds for [pc, end). */
typedef struct PcIter {
    const uint8_t *p, *limit;
    int32_t value;
    uint32_t pc, end;
    bool started;
} PcIter;

static inline void pc_iter_init(PcIter *it, const void *table, uint32_t size)
{
    *it = (PcIter){.p = table, .limit = (const uint8_t *)table + size, .value = -1};
}

static inline bool pc_uvarint(PcIter *it, uint32_t *v)
{
    if (it->p < it->limit && *it->p < 0x80) { /* nearly always */
        *v = *it->p++;
        return true;
    }
    *v = 0;
    for (unsigned shift = 0; it->p < it->limit && shift < 32; shift += 7) {
        uint8_t b = *it->p++;
        *v |= (uint32_t)(b & 0x7f) << shift;
        if (b < 0x80)
            return true;
    }
    return false;
}

static inline bool pc_iter_next(PcIter *it)
{
    uint32_t u, d;
    if (!pc_uvarint(it, &u) || (u == 0 && it->started) || !pc_uvarint(it, &d))
        return false;
    it->started = true;
    it->value = (int32_t)((uint32_t)it->value + (u & 1 ? ~(u >> 1) : u >> 1));
    it->pc = it->end;
    it->end += d;
    return d > 0 || it->p < it->limit;
}

/* The value at pc, -1 where the table says nothing. */
static inline int32_t pc_value(const void *table, uint32_t size, uint32_t pc)
{
    PcIter it;
    pc_iter_init(&it, table, size);
    while (pc_iter_next(&it))
        if (pc < it.end)
            return it.value;
    return -1;
}

#endif
