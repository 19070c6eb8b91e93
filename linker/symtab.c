/* symtab.c - the ELF symbol table.
 *
 * What gc lists (FORMATS, "symbols"): functions and variables with exact
 * sizes, static ones and markers as LOCAL, the rest GLOBAL.  Names that only
 * the linker needs (types, strings, masks, func values, statics of compile)
 * are left out.  An ABI0 function keeps .abi0 only beside a function of the
 * same name in ABIInternal.  Also numbers the sections. */
#include "link.h"

enum { SymSize = 24 };

/* Kinds that are listed, in the order of the table. */
static const SymKind listed[] = {SymText, SymRodata, SymTypelink, SymItablink, SymBuildinfo, SymModule,
                                 SymNoptrdata, SymData, SymBss, SymNoptrbss, SymMarker};

static int section_of(const Sym *s)
{
    switch ((SymKind)s->kind) {
    case SymText: return OutText;
    case SymType: case SymString: case SymFuncval: case SymGcbits: case SymRodata: return OutRodata;
    case SymFuncdata: return OutPclntab;
    case SymTypelink: return OutTypelink;
    case SymItablink: return OutItablink;
    case SymBuildinfo: return OutBuildinfo;
    case SymModule: return OutModule;
    case SymNoptrdata: return OutNoptrdata;
    case SymData: return OutData;
    case SymBss: return OutBss;
    case SymNoptrbss: return OutNoptrbss;
    case SymMarker: return s->sec;
    case SymUndef: case NumSymKinds: break;
    }
    return OutText;
}

static bool is_local(const Sym *s) { return s->local || s->kind == SymMarker || (!s->obj && s->kind != SymBuildinfo && s->kind != SymModule); }

static bool is_listed(const Sym *s)
{
    if (!*s->name)
        return false;
    return !(s->local && s->obj && s->obj->is_go && s->kind != SymText);
}

static size_t printed_name(LinkCtx *c, const Sym *s)
{
    size_t n = base_name_len(s->name);
    if (!s->name[n] || s->kind != SymText || s->local)
        return s->name[n] && s->local ? n : strlen(s->name);
    const Sym *twin = lookup_sym(c, arena_strndup(&c->arena, s->name, n));
    return twin && twin->kind == SymText && twin->reached ? strlen(s->name) : n;
}

static void put_symbol(LinkCtx *c, Sym *s)
{
    uint8_t info = (uint8_t)((is_local(s) ? StbLocal : StbGlobal) << 4 | (section_of(s) == OutText ? SttFunc : SttObject));
    s->sym_no = (uint32_t)(c->symtab.len / SymSize);
    buf_u32(&c->symtab, (uint32_t)c->strtab.len);
    buf_u8(&c->symtab, info);
    buf_u8(&c->symtab, 0);
    buf_u16(&c->symtab, c->out[section_of(s)].shndx);
    buf_u64(&c->symtab, s->addr);
    buf_u64(&c->symtab, s->size);
    buf_write(&c->strtab, s->name, printed_name(c, s));
    buf_u8(&c->strtab, 0);
}

static void put_symbols(LinkCtx *c, bool local)
{
    for (size_t k = 0; k < sizeof listed / sizeof *listed; k++) {
        const SymList *list = &c->lists[listed[k]];
        for (size_t i = 0; i < list->count; i++)
            if (is_local(list->items[i]) == local && is_listed(list->items[i]))
                put_symbol(c, list->items[i]);
    }
}

/* Sections that hold nothing are left out, but for those that readers expect. */
static void number_sections(LinkCtx *c)
{
    uint16_t next = 1;
    for (int i = 0; i < NumOut; i++)
        if (c->out[i].name && (c->out[i].size > 0 || (i >= OutText && i <= OutNoptrbss)))
            c->out[i].shndx = next++;
}

void symtab(LinkCtx *c)
{
    number_sections(c);
    if (c->opt.no_symtab)
        return;
    buf_zero(&c->symtab, SymSize);
    buf_u8(&c->strtab, 0);
    put_symbols(c, true);
    uint32_t locals = (uint32_t)(c->symtab.len / SymSize);
    put_symbols(c, false);
    c->out[OutSymtab] = (Section){.name = ".symtab", .type = ShtSymtab, .size = c->symtab.len, .bytes = c->symtab.data, .align = 8,
                                  .entsize = SymSize, .info = locals};
    c->out[OutStrtab] = (Section){.name = ".strtab", .type = ShtStrtab, .size = c->strtab.len, .bytes = c->strtab.data, .align = 1};
}
