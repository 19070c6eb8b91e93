/* layout.c - an address for each section and symbol.
 *
 * The image is what gc makes (FORMATS: "ELF image"): headers, notes and text
 * in the first page-aligned segment, read-only data and tables in the second,
 * variables in the third; file offsets equal addresses minus image_base.
 * Text is placed first (layout_text), because .gopclntab holds offsets of
 * functions and must be made before its size is known. */
#include "link.h"

static const uint64_t max_address = (uint64_t)1 << 31;

static uint64_t round_up(uint64_t v, uint64_t align) { return (v + align - 1) & ~(align - 1); }

uint64_t pack(LinkCtx *c, const SymList *list, uint64_t start)
{
    for (size_t i = 0; i < list->count; i++) {
        Sym *s = list->items[i];
        start = round_up(start, s->align ? s->align : 1);
        s->addr = start;
        start += s->size;
        if (start >= max_address) {
            if (!c->failed)
                link_fatal(c, "program is too large: %s ends beyond 2 GB", s->name);
            return 0;
        }
    }
    return start;
}

static void shift(const SymList *list, uint64_t by)
{
    for (size_t i = 0; i < list->count; i++)
        list->items[i]->addr += by;
}

static uint64_t list_align(const SymList *list, uint64_t least)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i]->align > least)
            least = list->items[i]->align;
    return least;
}

static void set_section(LinkCtx *c, int id, const char *name, uint64_t flags, uint64_t addr, uint64_t size, uint64_t align)
{
    c->out[id] = (Section){.name = name, .type = ShtProgbits, .flags = flags, .addr = addr, .off = addr - image_base, .size = size,
                           .align = align};
}

static void set_marker(LinkCtx *c, const char *name, int section, uint64_t addr)
{
    Sym *s = lookup_sym(c, name);
    s->addr = addr;
    s->sec = (uint8_t)section;
}

void layout_text(LinkCtx *c)
{
    const SymList *text = &c->lists[SymText];
    uint64_t start = image_base + PageSize, end = pack(c, text, start);
    if (c->failed)
        return;
    set_section(c, OutText, ".text", ShfAlloc | ShfExecinstr, start, end - start, list_align(text, 64));
    set_marker(c, "runtime.text", OutText, start);
    set_marker(c, "runtime.etext", OutText, end);
}

/* The notes end where text begins. */
static void layout_notes(LinkCtx *c)
{
    uint64_t end = c->out[OutText].addr;
    for (int i = OutNoteGnu; i >= OutNoteGo; i--) {
        const Buf *b = &c->notes[i];
        if (b->len == 0)
            continue;
        end -= b->len;
        set_section(c, i, i == OutNoteGo ? ".note.go.buildid" : ".note.gnu.build-id", ShfAlloc, end, b->len, 4);
        c->out[i].type = ShtNote;
    }
}

static uint64_t layout_rodata(LinkCtx *c, uint64_t start)
{
    static const struct {
        SymKind kind;
        const char *first, *last; /* markers, NULL for none */
    } parts[] = {
        {SymType, "type:*", "runtime.etypes"},    {SymString, "go:string.*", NULL}, {SymFuncval, "go:funcdesc", NULL},
        {SymGcbits, "runtime.gcbits.*", NULL}, {SymRodata, NULL, NULL},
    };
    set_marker(c, "runtime.rodata", OutRodata, start);
    set_marker(c, "runtime.types", OutRodata, start);
    uint64_t at = start + 8; /* offset 0 from runtime.types means no type or name */
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (parts[i].first)
            set_marker(c, parts[i].first, OutRodata, at);
        at = pack(c, &c->lists[parts[i].kind], at);
        if (parts[i].last)
            set_marker(c, parts[i].last, OutRodata, at);
    }
    set_marker(c, "runtime.erodata", OutRodata, at);
    const Sym *data = lookup_sym(c, "runtime.gcdata"), *bss = lookup_sym(c, "runtime.gcbss");
    set_marker(c, "runtime.egcdata", OutRodata, data->addr + data->size);
    set_marker(c, "runtime.egcbss", OutRodata, bss->addr + bss->size);
    set_section(c, OutRodata, ".rodata", ShfAlloc, start, at - start, 32);
    return at;
}

static uint64_t layout_pclntab(LinkCtx *c, uint64_t start)
{
    const PclnParts *p = &c->pcln;
    const struct {
        const char *name;
        uint64_t off;
    } marks[] = {
        {"runtime.pclntab", 0},        {"runtime.pcheader", 0},       {"runtime.funcnametab", p->funcname}, {"runtime.cutab", p->cu},
        {"runtime.filetab", p->file},  {"runtime.pctab", p->pc},      {"runtime.functab", p->func},         {"go:func.*", p->funcdata},
        {"runtime.findfunctab", p->findfunc}, {"runtime.epclntab", p->end},
    };
    start = round_up(start, 32);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        set_marker(c, marks[i].name, OutPclntab, start + marks[i].off);
    shift(&c->lists[SymFuncdata], start + p->funcdata);
    set_section(c, OutPclntab, ".gopclntab", ShfAlloc, start, p->end, 32);
    return start + p->end;
}

static uint64_t layout_list(LinkCtx *c, int id, const char *name, SymKind kind, uint64_t flags, uint64_t start)
{
    uint64_t align = list_align(&c->lists[kind], 32);
    start = round_up(start, align);
    uint64_t end = pack(c, &c->lists[kind], start);
    set_section(c, id, name, flags, start, end - start, align);
    return end;
}

static uint64_t layout_variables(LinkCtx *c, uint64_t at)
{
    static const struct {
        int id;
        SymKind kind;
        const char *section, *first, *last;
    } parts[] = {
        {OutNoptrdata, SymNoptrdata, ".noptrdata", "runtime.noptrdata", "runtime.enoptrdata"},
        {OutData, SymData, ".data", "runtime.data", "runtime.edata"},
        {OutBss, SymBss, ".bss", "runtime.bss", "runtime.ebss"},
        {OutNoptrbss, SymNoptrbss, ".noptrbss", "runtime.noptrbss", "runtime.enoptrbss"},
    };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        at = layout_list(c, parts[i].id, parts[i].section, parts[i].kind, ShfAlloc | ShfWrite, at);
        set_marker(c, parts[i].first, parts[i].id, c->out[parts[i].id].addr);
        set_marker(c, parts[i].last, parts[i].id, at);
        if (parts[i].kind == SymBss || parts[i].kind == SymNoptrbss)
            c->out[parts[i].id].type = ShtNobits;
        if (parts[i].id == OutData)
            c->image_size = at - image_base;
    }
    /* .bss starts where the file's part of the segment ends, for a loader that knows offsets only */
    c->out[OutBss].off = c->out[OutNoptrbss].off = c->image_size;
    set_marker(c, "runtime.covctrs", OutNoptrbss, at);
    set_marker(c, "runtime.ecovctrs", OutNoptrbss, at);
    set_marker(c, "runtime.end", OutNoptrbss, at);
    return at;
}

void layout(LinkCtx *c)
{
    layout_notes(c);
    uint64_t at = round_up(c->out[OutText].addr + c->out[OutText].size, PageSize);
    at = layout_rodata(c, at);
    at = layout_pclntab(c, at);
    at = layout_list(c, OutTypelink, ".typelink", SymTypelink, ShfAlloc, at);
    at = layout_list(c, OutItablink, ".itablink", SymItablink, ShfAlloc, at);
    at = round_up(at, PageSize);
    at = layout_list(c, OutBuildinfo, ".go.buildinfo", SymBuildinfo, ShfAlloc | ShfWrite, at);
    at = layout_list(c, OutModule, ".go.module", SymModule, ShfAlloc | ShfWrite, at);
    at = layout_variables(c, at);
    if (at >= max_address && !c->failed)
        link_fatal(c, "program is too large: it ends beyond 2 GB");
}
