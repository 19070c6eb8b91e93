/* arglive.c - which arguments tracebacks may trust.
 *
 * What comes in a register has a place in the caller's frame that is only
 * written when somebody needs it there: to grow the stack, because the value
 * is spilled, or because the variable lives in memory.  Tracebacks print these
 * places, and behind those that have not been written a question mark.
 *
 * Forward dataflow: a place is good where it has been written on all ways.
 * The results are bitmaps, one bit for each place that ArgInfo prints, behind
 * each other in one table; PCDATA ArgLiveIndex says where in it the bitmap of
 * an instruction begins, and is -1 where nothing is good.
 *
 * Expects homes (regalloc). */
#include "compiler/amd64/amd64.h"

#include <string.h>

enum { InfoStartAgg = 0xfe, InfoEndAgg = 0xfd, InfoDots = 0xfc, InfoTooFar = 0xfb, InfoEnd = 0xff };

/* The places in the order in which they are printed. */
static void find_places(ArgLive *a, const Func *f)
{
    for (int i = 0; i < f->arginfo_len && f->arginfo[i] != InfoEnd; i++) {
        uint8_t op = f->arginfo[i];
        if (op == InfoStartAgg || op == InfoEndAgg || op == InfoDots || op == InfoTooFar)
            continue;
        uint8_t size = f->arginfo[++i];
        if (op >= a->first && a->n < MaxArgPlaces)
            a->places[a->n++] = (ArgPlace){op, size};
    }
}

/* Bytes that a plain store writes; 0: v is something else. */
static int store_width(const Value *v)
{
    const char *name = op_info[v->op].name;
    if (strncmp(name, "MOV", 3) != 0 || strstr(name, "idx"))
        return 0;
    switch (name[3]) {
    case 'B': return 1;
    case 'W': return 2;
    case 'L': return 4;
    case 'Q': return 8;
    case 'O': return 16;
    case 'S': return name[4] == 'S' ? 4 : 8;
    default: return 0;
    }
}

/* The places that v writes. */
static uint32_t written(const ArgLive *a, const Func *f, const Value *v)
{
    const Local *l = NULL;
    int64_t off = 0, width = 0;
    if (v->op == OpStoreReg) {
        l = home_of(f, v).slot;
        width = l ? l->size : 0;
    } else if (v->aux_kind == AuxKindLocal && op_info[v->op].effect == SymWrite) {
        l = v->local;
        off = op_info[v->op].aux == AuxSymValAndOff ? valoff_off(v->auxint) : v->auxint;
        width = store_width(v);
    }
    uint32_t bits = 0;
    if (!l || l->class != LocalParam)
        return 0;
    off += l->offset;
    for (int i = 0; i < a->n; i++)
        if (a->places[i].off >= off && a->places[i].off + a->places[i].size <= off + width)
            bits |= 1u << i;
    return bits;
}

uint32_t arg_live_step(const ArgLive *a, const Func *f, const Value *v, uint32_t good)
{
    return a->n ? good | written(a, f, v) : 0;
}

static uint32_t good_at_start(const ArgLive *a, const uint32_t *out, const Func *f, const Block *b)
{
    uint32_t good = b == f->entry ? 0 : (uint32_t)-1;
    for (int i = 0; i < b->npreds; i++)
        good &= out[b->preds[i].block->id];
    return good & ((1u << a->n) - 1);
}

static void dataflow(ArgLive *a, Func *f)
{
    int n;
    Block **po = postorder(f, &n);
    uint32_t *out = NEW_ARRAY(&f->arena, uint32_t, f->next_block_id);
    memset(out, 0xff, (size_t)f->next_block_id * sizeof *out);
    for (bool again = true; again;) {
        again = false;
        for (int i = n - 1; i >= 0; i--) {
            Block *b = po[i];
            uint32_t good = a->in[b->id] = good_at_start(a, out, f, b);
            for (int k = 0; k < b->nvalues; k++)
                good = arg_live_step(a, f, b->values[k], good);
            again |= good != out[b->id];
            out[b->id] = good;
        }
    }
}

ArgLive arg_live(Func *f)
{
    ArgLive a = {.first = InfoTooFar};
    for (int i = 0; i < f->nreg_params; i++)
        if (f->reg_params[i].spill < a.first)
            a.first = (uint8_t)f->reg_params[i].spill;
    if (a.first >= 0xf0) /* tracebacks say nothing of what is that far */
        return a;
    find_places(&a, f);
    a.in = NEW_ARRAY(&f->arena, uint32_t, f->next_block_id);
    if (a.n) {
        buf_u8(&a.table, a.first);
        dataflow(&a, f);
    }
    return a;
}

int arg_live_index(ArgLive *a, uint32_t good)
{
    if (!good)
        return -1;
    size_t bytes = (size_t)(a->n + 7) / 8, i = 1;
    uint8_t bits[4] = {(uint8_t)good, (uint8_t)(good >> 8), (uint8_t)(good >> 16), (uint8_t)(good >> 24)};
    while (i < a->table.len && memcmp(a->table.data + i, bits, bytes) != 0)
        i += bytes;
    if (i >= a->table.len)
        buf_write(&a->table, bits, bytes);
    return (int)i;
}
