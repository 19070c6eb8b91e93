/* moduledata.c - runtime.firstmoduledata: where the runtime finds everything.
 *
 * One struct of package runtime, filled here; its layout is gc's (FORMATS:
 * "moduledata").  Slices are (pointer, length, capacity). */
#include "link.h"

static void put_slice(uint8_t *p, uint64_t addr, uint64_t n)
{
    put_u64(p, addr);
    put_u64(p + 8, n);
    put_u64(p + 16, n);
}

static uint64_t addr_of(LinkCtx *c, const char *name) { return lookup_sym(c, name)->addr; }

static void put_pclntab(const LinkCtx *c, uint8_t *p)
{
    const PclnParts *parts = &c->pcln;
    uint64_t start = c->out[OutPclntab].addr, nfuncs = c->lists[SymText].count;
    put_u64(p, start);
    put_slice(p + 8, start + parts->funcname, parts->cu - parts->funcname);
    put_slice(p + 32, start + parts->cu, parts->ncu);
    put_slice(p + 56, start + parts->file, parts->pc - parts->file);
    put_slice(p + 80, start + parts->pc, parts->func - parts->pc);
    put_slice(p + 104, start + parts->func, parts->funcdata - parts->func);
    put_slice(p + 128, start + parts->func, nfuncs + 1);
    put_u64(p + 152, start + parts->findfunc);
    put_u64(p + 320, start + parts->funcdata);
    put_u64(p + 328, start + parts->end);
}

/* Offsets of the fields that hold the address of a marker or table. */
static const struct {
    uint16_t off;
    const char *name;
} addresses[] = {
    {160, "runtime.text"},       {168, "runtime.etext"},      {176, "runtime.text"},    {184, "runtime.etext"},
    {192, "runtime.noptrdata"},  {200, "runtime.enoptrdata"}, {208, "runtime.data"},    {216, "runtime.edata"},
    {224, "runtime.bss"},        {232, "runtime.ebss"},       {240, "runtime.noptrbss"}, {248, "runtime.enoptrbss"},
    {256, "runtime.covctrs"},    {264, "runtime.ecovctrs"},   {272, "runtime.end"},     {280, "runtime.gcdata"},
    {288, "runtime.gcbss"},      {296, "runtime.types"},      {304, "runtime.etypes"},  {312, "runtime.rodata"},
};

void moduledata(LinkCtx *c, uint8_t *p)
{
    put_pclntab(c, p);
    for (size_t i = 0; i < sizeof addresses / sizeof *addresses; i++)
        put_u64(p + addresses[i].off, addr_of(c, addresses[i].name));
    put_slice(p + 336, addr_of(c, "runtime.textsectionmap"), 1);
    put_slice(p + 360, addr_of(c, "runtime.typelink"), c->typelinks.count);
    put_slice(p + 384, addr_of(c, "runtime.itablink"), c->itabs.count);
    put_slice(p + 472, addr_of(c, "go:main.inittasks"), c->tasks.count);
    p[536] = 1; /* hasmain */
}
