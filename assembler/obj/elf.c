/* elf.c - writes the symbols of an ObjCtx as a relocatable ELF file.
 *
 * docs/object.md describes the file, base/goobj.h the records.  The work:
 * order the symbols, give each a place in the section of its kind, number
 * them, make the records (whose references are relocations as well), then
 * write one section after the other.  What symbols hold, and their relocations,
 * go from them straight to the file.  Everything is ordered by kind, order and
 * name, so the bytes do not depend on who created symbols when. */
#include <stdlib.h>
#include <string.h>

#include "../../base/elf.h"
#include "asm6.h"

typedef enum SecId {
    SecIdNull, SecIdText, SecIdRodata, SecIdType, SecIdFuncdata, SecIdData, SecIdNoptrdata, SecIdBss, SecIdNoptrbss,
    SecIdPkg, SecIdFile, SecIdFunc, SecIdGoData, SecIdReach, SecIdLine, SecIdInl, SecIdVar, SecIdConst, SecIdHash, SecIdProv, NumSecIds
} SecId;

static const struct { const char *name; uint32_t type; uint64_t flags; } section_info[NumSecIds] = {
    [SecIdText] = {SecText, ShtProgbits, ShfAlloc | ShfExecinstr},
    [SecIdRodata] = {SecRodata, ShtProgbits, ShfAlloc},
    [SecIdType] = {SecType, ShtProgbits, ShfAlloc},
    [SecIdFuncdata] = {SecFuncdata, ShtProgbits, ShfAlloc},
    [SecIdData] = {SecData, ShtProgbits, ShfAlloc | ShfWrite},
    [SecIdNoptrdata] = {SecNoptrdata, ShtProgbits, ShfAlloc | ShfWrite},
    [SecIdBss] = {SecBss, ShtNobits, ShfAlloc | ShfWrite},
    [SecIdNoptrbss] = {SecNoptrbss, ShtNobits, ShfAlloc | ShfWrite},
    [SecIdPkg] = {SecGoPkg, ShtProgbits, 0},
    [SecIdFile] = {SecGoFile, ShtProgbits, 0},
    [SecIdFunc] = {SecGoFunc, ShtProgbits, 0},
    [SecIdGoData] = {SecGoData, ShtProgbits, 0},
    [SecIdReach] = {SecGoReach, ShtProgbits, 0},
    [SecIdLine] = {SecGoLine, ShtProgbits, 0},
    [SecIdInl] = {SecGoInl, ShtProgbits, 0},
    [SecIdVar] = {SecGoVar, ShtProgbits, 0},
    [SecIdConst] = {SecGoConst, ShtProgbits, 0},
    [SecIdHash] = {SecGoHash, ShtProgbits, 0},
    [SecIdProv] = {SecGoProv, ShtProgbits, 0},
};

static const uint8_t section_of[] = {
    [SymUndef] = SecIdNull, [SymText] = SecIdText, [SymRodata] = SecIdRodata, [SymType] = SecIdType, [SymFuncdata] = SecIdFuncdata,
    [SymData] = SecIdData, [SymNoptrdata] = SecIdNoptrdata, [SymBss] = SecIdBss, [SymNoptrbss] = SecIdNoptrbss,
};

typedef struct Section {
    size_t first, nsyms; /* of symbols: those in Writer.defined */
    uint64_t size;  /* of symbols: bytes */
    size_t nrelocs; /* of symbols */
    uint32_t align;
    Buf bytes, rela; /* of records */
    uint32_t index; /* section header number, 0: empty and left out */
} Section;

typedef struct Writer {
    ObjCtx *o;
    LSym **defined;
    size_t ndefined;
    Section sec[NumSecIds];
    LSym **symtab; /* by ELF index; [0] is NULL */
    size_t nsymtab, cap_symtab;
    size_t nlocals; /* first global index */
    uint32_t *first_rela; /* by ELF index: of a definition, in its section */
    Interner pool_names; /* contents of .go.line */
    Arena arena;
    Map pool;       /* unique contents -> offset */
    Map files;      /* file name -> number + 1 */
} Writer;

/* ---- Order ---- */

static int compare_symbols(const void *a, const void *b)
{
    const LSym *s = *(LSym *const *)a, *t = *(LSym *const *)b;
    if (s->kind != t->kind)
        return s->kind < t->kind ? -1 : 1;
    if (s->order != t->order)
        return s->order < t->order ? -1 : 1;
    int c = strcmp(s->name, t->name);
    return c ? c : (int)(s->flags & SymStatic) - (int)(t->flags & SymStatic);
}

static LSym **sorted(ObjCtx *o, bool defined, size_t *count)
{
    LSym **list = xcalloc(o->nlist + 1, sizeof *list);
    size_t n = 0;
    for (size_t i = 0; i < o->nlist; i++)
        if ((o->list[i]->kind != SymUndef) == defined)
            list[n++] = o->list[i];
    qsort(list, n, sizeof *list, compare_symbols);
    *count = n;
    return list;
}

LSym **obj_sorted(ObjCtx *o, size_t *count)
{
    return sorted(o, true, count);
}

static int compare_relocs(const void *a, const void *b)
{
    const Reloc *r = a, *s = b;
    return r->off < s->off ? -1 : r->off > s->off;
}

/* By symbol, kind, offset and names: the same whoever recorded them when. */
static int compare_reach(const void *a, const void *b)
{
    const ReachRecord *r = a, *s = b;
    int c = compare_symbols(&r->sym, &s->sym);
    if (c)
        return c;
    if (r->kind != s->kind)
        return r->kind < s->kind ? -1 : 1;
    if (r->off != s->off)
        return r->off < s->off ? -1 : 1;
    if (r->to != s->to)
        return !r->to ? -1 : !s->to ? 1 : compare_symbols(&r->to, &s->to);
    if (r->name != s->name)
        return !r->name ? -1 : !s->name ? 1 : compare_symbols(&r->name, &s->name);
    return 0;
}

/* Relocations by offset, reachability records by symbol, without repeats. */
void obj_sort_records(ObjCtx *o)
{
    size_t n = 0;
    for (size_t i = 0; i < o->nlist; i++)
        if (o->list[i]->nrelocs)
            qsort(o->list[i]->relocs, o->list[i]->nrelocs, sizeof(Reloc), compare_relocs);
    if (o->nreach)
        qsort(o->reach, o->nreach, sizeof *o->reach, compare_reach);
    for (size_t i = 0; i < o->nreach; i++)
        if (n == 0 || compare_reach(&o->reach[n - 1], &o->reach[i]) != 0)
            o->reach[n++] = o->reach[i];
    o->nreach = n;
}

/* ---- Places ---- */

/* The largest power of two that is not above the size, up to 32. */
static uint32_t natural_align(uint64_t size)
{
    uint32_t align = 32;
    while (align > size && align > 1)
        align >>= 1;
    return align;
}

uint32_t obj_align(const LSym *s)
{
    if (s->kind == SymText)
        return s->fn->align > 16 ? s->fn->align : 16;
    return s->align ? s->align : natural_align(s->size);
}

/* w->defined is sorted by kind, so a section's symbols stand side by side. */
static void place_symbols(Writer *w)
{
    for (size_t i = 0; i < w->ndefined; i++) {
        LSym *s = w->defined[i];
        Section *sec = &w->sec[section_of[s->kind]];
        uint32_t align = obj_align(s);
        if (!sec->nsyms++)
            sec->first = i;
        if (sec->align < align)
            sec->align = align;
        s->elf_value = (sec->size + align - 1) & ~(uint64_t)(align - 1);
        sec->size = s->elf_value + s->size;
        w->first_rela[s->elf_index] = (uint32_t)sec->nrelocs;
        sec->nrelocs += s->nrelocs;
    }
}

/* ---- Symbol numbers ---- */

enum { Referenced = 0xffffffff }; /* in elf_index, until numbers are given */

static void refer(LSym *s)
{
    if (s)
        s->elf_index = Referenced;
}

/* Names of inlined functions are references too; they make symbols. */
static void make_inlined_symbols(Writer *w)
{
    for (size_t i = 0; i < w->ndefined; i++) {
        FuncInfo *fn = w->defined[i]->fn;
        for (size_t k = 0; fn && k < fn->ninl; k++)
            refer(obj_lookup(w->o, fn->inl[k].name, ABIInternal));
        for (size_t k = 0; fn && k < fn->nvars; k++)
            if (fn->vars[k].type)
                refer(fn->vars[k].type);
    }
}

static void mark_references(Writer *w)
{
    for (size_t i = 0; i < w->o->nlist; i++)
        w->o->list[i]->elf_index = 0;
    make_inlined_symbols(w);
    for (size_t i = 0; i < w->ndefined; i++) {
        LSym *s = w->defined[i];
        for (size_t k = 0; k < s->nrelocs; k++)
            refer(s->relocs[k].sym);
        refer(s->gotype);
        for (int k = 0; s->fn && k < NumFuncdata; k++)
            refer(s->fn->funcdata[k]);
    }
    for (size_t i = 0; i < w->o->nreach; i++) {
        refer(w->o->reach[i].sym);
        refer(w->o->reach[i].to);
        refer(w->o->reach[i].name);
    }
    for (size_t i = 0; i < w->o->nconsts; i++)
        refer(w->o->consts[i].type);
}

static void number(Writer *w, LSym *s)
{
    s->elf_index = (uint32_t)w->nsymtab;
    vec_push(w->symtab, w->nsymtab, w->cap_symtab, s);
}

/* Locals first (gABI), then what is defined here, then what is wanted. */
static void number_symbols(Writer *w)
{
    mark_references(w);
    vec_push(w->symtab, w->nsymtab, w->cap_symtab, NULL);
    for (size_t i = 0; i < w->ndefined; i++)
        if (w->defined[i]->flags & SymStatic)
            number(w, w->defined[i]);
    w->nlocals = w->nsymtab;
    for (size_t i = 0; i < w->ndefined; i++)
        if (!(w->defined[i]->flags & SymStatic))
            number(w, w->defined[i]);
    size_t n;
    LSym **undefined = sorted(w->o, false, &n);
    for (size_t i = 0; i < n; i++)
        if (undefined[i]->elf_index == Referenced)
            number(w, undefined[i]);
    free(undefined);
}

/* ---- Relocations ---- */

static void put_rela(Buf *b, uint64_t offset, uint32_t sym, uint32_t type, int64_t add)
{
    Elf64Rela r = {.offset = offset, .info = elf_rela_info(sym, type), .addend = add};
    buf_write(b, &r, sizeof r);
}

static void write_relocs(Buf *b, const LSym *s)
{
    for (size_t i = 0; i < s->nrelocs; i++) {
        const Reloc *r = &s->relocs[i];
        uint64_t at = s->elf_value + r->off;
        switch ((RelocType)r->type) {
        case RelCall: put_rela(b, at, r->sym->elf_index, RX86_64_PLT32, r->add - r->tail); break;
        case RelPC32: put_rela(b, at, r->sym->elf_index, RX86_64_PC32, r->add - r->tail); break;
        case RelAddr64: put_rela(b, at, r->sym->elf_index, RX86_64_64, r->add); break;
        case RelAddr32:
        case RelOff32: put_rela(b, at, r->sym->elf_index, RX86_64_32, r->add); break;
        }
    }
}

/* A SymRef: 8 zero bytes and a relocation, or only the zeros. */
static void put_symref(Section *sec, const LSym *s)
{
    if (s)
        put_rela(&sec->rela, sec->bytes.len, s->elf_index, RX86_64_64, 0);
    buf_u64(&sec->bytes, 0);
}

/* ---- Records ---- */

static void put_string(Buf *b, const char *s) { buf_write(b, s, strlen(s) + 1); }

static void write_pkg(Writer *w)
{
    Buf *b = &w->sec[SecIdPkg].bytes;
    put_string(b, w->o->pkgpath);
    put_string(b, w->o->pkgname);
    for (int i = 0; i < w->o->nsettings; i++)
        put_string(b, w->o->settings[i]);
}

/* The bytes go into the pool once; their place goes into the record. */
static void put_pooled(Writer *w, Section *record, const char *data, size_t len)
{
    Section *line = &w->sec[SecIdLine];
    uint32_t off = 0;
    if (len) {
        const char *unique = intern(&w->pool_names, data, len);
        off = (uint32_t)(uintptr_t)map_get(&w->pool, unique);
        if (!off) {
            if (line->bytes.len == 0)
                buf_u8(&line->bytes, 0);
            off = (uint32_t)line->bytes.len;
            buf_write(&line->bytes, data, len);
            map_put(&w->pool, unique, (void *)(uintptr_t)off);
        }
    }
    buf_u32(&record->bytes, off);
    buf_u32(&record->bytes, (uint32_t)len);
}

static void put_pctab(Writer *w, const Bytes *table) { put_pooled(w, &w->sec[SecIdFunc], table->data, table->len); }

static int32_t file_number(Writer *w, const char *name)
{
    uintptr_t n = (uintptr_t)map_get_str(&w->files, name);
    if (!n) {
        n = w->files.count + 1;
        map_put_str(&w->files, name, (void *)n);
        put_string(&w->sec[SecIdFile].bytes, name);
    }
    return (int32_t)n - 1;
}

/* pcfile counts the function's files; the object counts its own. */
static void renumber_files(Writer *w, const LSym *s, Buf *out)
{
    PcReader r = pcreader(&s->fn->pcfile);
    PcTab t = {.out = out};
    while (pcreader_next(&r)) {
        int32_t n = r.value;
        if (n >= 0 && (size_t)n < s->fn->nfiles)
            n = file_number(w, s->fn->files[n]);
        pctab_add(&t, r.start, n);
    }
    pctab_end(&t, (uint32_t)s->size);
}

static uint32_t count_relas(const Section *sec) { return (uint32_t)(sec->rela.len / sizeof(Elf64Rela)); }

static uint32_t func_flags(const LSym *s)
{
    static const struct { uint32_t text, record; } map[] = {
        {TextNOSPLIT, GoFuncNosplit}, {TextWRAPPER, GoFuncWrapper}, {TextTOPFRAME, GoFuncTopframe}, {TextSPWRITE, GoFuncSpwrite},
        {TextASM, GoFuncAsm}, {TextNEEDCTXT, GoFuncNeedctxt}, {TextREFLECTMETHOD, GoFuncReflectMethod},
        {TextABIWRAPPER, GoFuncAbiWrapper | GoFuncWrapper}, {TextDUPOK, GoFuncDupok}, {TextNOFRAME, GoFuncNoframe},
    };
    uint32_t flags = s->abi == ABI0 ? GoFuncAbi0 : 0;
    for (size_t i = 0; i < sizeof map / sizeof *map; i++)
        if (s->fn->flags & map[i].text)
            flags |= map[i].record;
    return flags;
}

static void write_inl(Writer *w, const FuncInfo *fn)
{
    Section *sec = &w->sec[SecIdInl];
    for (size_t i = 0; i < fn->ninl; i++) {
        const InlCall *c = &fn->inl[i];
        put_symref(sec, obj_lookup(w->o, c->name, ABIInternal));
        buf_u32(&sec->bytes, (uint32_t)c->parent_pc);
        buf_u32(&sec->bytes, (uint32_t)c->start_line);
        buf_u32(&sec->bytes, c->func_id == 23 ? GoFuncWrapper : 0);
        buf_u32(&sec->bytes, 0);
    }
}

static void write_vars(Writer *w, const FuncInfo *fn)
{
    Section *sec = &w->sec[SecIdVar];
    for (size_t i = 0; i < fn->nvars; i++) {
        const VarEntry *v = &fn->vars[i];
        put_symref(sec, v->type);
        put_pooled(w, sec, v->name ? v->name : v->ranges.data, v->name ? strlen(v->name) : v->ranges.len);
        put_pooled(w, sec, v->ranges.data, v->name ? v->ranges.len : 0);
        buf_u32(&sec->bytes, (uint32_t)v->off);
        buf_u32(&sec->bytes, v->line);
        buf_u32(&sec->bytes, v->kind);
        buf_u32(&sec->bytes, v->closure_off);
    }
}

static void write_consts(Writer *w)
{
    Section *sec = &w->sec[SecIdConst];
    for (size_t i = 0; i < w->o->nconsts; i++) {
        const ConstEntry *c = &w->o->consts[i];
        put_symref(sec, c->type);
        put_pooled(w, sec, c->name, strlen(c->name));
        buf_u64(&sec->bytes, (uint64_t)c->value);
    }
}

static void write_func(Writer *w, LSym *s)
{
    Section *sec = &w->sec[SecIdFunc];
    FuncInfo *fn = s->fn;
    uint32_t refs = count_relas(sec);
    Buf pcfile = {0};
    renumber_files(w, s, &pcfile);
    put_symref(sec, s);
    buf_u32(&sec->bytes, (uint32_t)fn->args);
    buf_u32(&sec->bytes, (uint32_t)(fn->locals < 0 ? 0 : fn->locals));
    buf_u32(&sec->bytes, func_flags(s));
    buf_u32(&sec->bytes, fn->deferreturn);
    buf_u32(&sec->bytes, (uint32_t)fn->start_line);
    buf_u32(&sec->bytes, obj_align(s));
    buf_u32(&sec->bytes, (uint32_t)(w->sec[SecIdInl].bytes.len / sizeof(GoInlRec)));
    buf_u32(&sec->bytes, (uint32_t)fn->ninl);
    buf_u32(&sec->bytes, (uint32_t)(w->sec[SecIdVar].bytes.len / sizeof(GoVarRec)));
    buf_u32(&sec->bytes, (uint32_t)fn->nvars);
    buf_u32(&sec->bytes, w->first_rela[s->elf_index]);
    buf_u32(&sec->bytes, (uint32_t)s->nrelocs);
    buf_u32(&sec->bytes, refs);
    buf_u32(&sec->bytes, count_relas(&w->sec[SecIdVar]));
    put_pctab(w, &fn->pcsp);
    put_pooled(w, sec, pcfile.data, pcfile.len);
    put_pctab(w, &fn->pcln);
    for (int i = 0; i < NumPcdata; i++)
        put_pctab(w, &fn->pcdata[i]);
    for (int i = 0; i < NumFuncdata; i++)
        put_symref(sec, fn->funcdata[i]);
    write_inl(w, fn);
    write_vars(w, fn);
    buf_free(&pcfile);
}

static void write_prov(Writer *w, LSym *s)
{
    Section *sec = &w->sec[SecIdProv];
    for (size_t i = 0; i < s->fn->nprov; i++) {
        const ProvEntry *e = &s->fn->prov[i];
        ObjPos at = w->o->position ? w->o->position(w->o->position_arg, e->pos) : (ObjPos){0};
        put_symref(sec, s);
        buf_u32(&sec->bytes, e->pc);
        buf_u32(&sec->bytes, e->size);
        buf_u32(&sec->bytes, at.file ? (uint32_t)file_number(w, at.file) : 0);
        buf_u32(&sec->bytes, (uint32_t)at.line);
        buf_u32(&sec->bytes, (uint32_t)at.col);
        buf_u32(&sec->bytes, at.node);
        buf_u32(&sec->bytes, e->value);
        buf_u32(&sec->bytes, 0);
    }
}

static void write_data(Writer *w, LSym *s)
{
    Section *sec = &w->sec[SecIdGoData];
    uint32_t refs = count_relas(sec);
    put_symref(sec, s);
    put_symref(sec, s->gotype);
    buf_u16(&sec->bytes, (uint16_t)obj_align(s));
    buf_u16(&sec->bytes, (uint16_t)((s->flags & SymDupok ? GoDataDupok : 0) | (s->flags & SymTypelink ? GoDataTypelink : 0) |
                                    (s->flags & SymItab ? GoDataItab : 0) | (s->flags & SymTypeDesc ? GoDataType : 0)));
    buf_u32(&sec->bytes, w->first_rela[s->elf_index]);
    buf_u32(&sec->bytes, (uint32_t)s->nrelocs);
    buf_u32(&sec->bytes, refs);
}

static void write_reach(Writer *w)
{
    ObjCtx *o = w->o;
    Section *sec = &w->sec[SecIdReach];
    for (size_t i = 0; i < o->nreach; i++) {
        put_symref(sec, o->reach[i].sym);
        put_symref(sec, o->reach[i].to);
        put_symref(sec, o->reach[i].name);
        buf_u32(&sec->bytes, o->reach[i].kind);
        buf_u32(&sec->bytes, o->reach[i].off);
    }
}

/* Relocations in the order of the sections, records in that of the symbols' numbers. */
static void write_records(Writer *w)
{
    write_pkg(w);
    for (size_t i = 1; i < w->nsymtab && w->symtab[i]->kind != SymUndef; i++) {
        LSym *s = w->symtab[i];
        if (s->kind == SymText) {
            write_func(w, s);
            write_prov(w, s);
        } else {
            write_data(w, s);
        }
    }
    write_reach(w);
    write_consts(w);
    for (size_t i = 0; i < w->nsymtab; i++)
        buf_u32(&w->sec[SecIdHash].bytes, i ? goobj_hash(w->symtab[i]->name) : 0);
}

/* ---- The file ---- */

typedef struct File {
    Buf *out;
    size_t start; /* of the file in out */
    Elf64Shdr headers[2 * NumSecIds + 8];
    uint32_t count;
    Buf names; /* .shstrtab */
} File;

static void align_file(File *f, uint64_t align) { buf_zero(f->out, -(f->out->len - f->start) & (align - 1)); }

static Elf64Shdr *add_section(File *f, const char *name, uint32_t type, uint64_t flags, uint64_t align)
{
    Elf64Shdr *h = &f->headers[f->count++];
    *h = (Elf64Shdr){.name = (uint32_t)f->names.len, .type = type, .flags = flags, .addralign = align};
    put_string(&f->names, name);
    if (type != ShtNull) {
        align_file(f, align);
        h->offset = f->out->len - f->start;
    }
    return h;
}

static void add_bytes(File *f, Elf64Shdr *h, const Buf *b)
{
    buf_write(f->out, b->data, b->len);
    h->size = b->len;
}

static void write_contents(const Writer *w, const Section *sec, char fill, Buf *out)
{
    size_t start = out->len;
    for (size_t i = sec->first; i < sec->first + sec->nsyms; i++) {
        const LSym *s = w->defined[i];
        while (out->len - start < s->elf_value)
            buf_putc(out, fill);
        buf_write(out, s->data.data, s->data.len);
        if (s->size > s->data.len)
            buf_zero(out, (size_t)(s->size - s->data.len));
    }
}

static void write_sections(Writer *w, File *f)
{
    for (int i = 1; i < NumSecIds; i++) {
        Section *sec = &w->sec[i];
        if (!sec->size && !sec->bytes.len)
            continue;
        sec->index = f->count;
        Elf64Shdr *h = add_section(f, section_info[i].name, section_info[i].type, section_info[i].flags,
                                   sec->align ? sec->align : i >= SecIdFunc ? 8 : 1);
        if (sec->bytes.len) {
            add_bytes(f, h, &sec->bytes);
            buf_free(&sec->bytes);
            continue;
        }
        h->size = sec->size;
        if (section_info[i].type != ShtNobits)
            write_contents(w, sec, i == SecIdText ? (char)0xcc : 0, f->out);
    }
}

static void write_symtab(Writer *w, File *f, Buf *strtab)
{
    Buf table = {0};
    buf_u8(strtab, 0);
    for (size_t i = 0; i < w->nsymtab; i++) {
        const LSym *s = w->symtab[i];
        Elf64Sym sym = {0};
        if (s) {
            int bind = s->flags & SymStatic ? StbLocal : s->flags & (SymDupok | SymWeakRef) ? StbWeak : StbGlobal;
            int type = s->kind == SymText ? SttFunc : s->kind == SymUndef ? SttNotype : SttObject;
            sym.name = (uint32_t)strtab->len;
            put_string(strtab, s->name);
            sym.info = (uint8_t)(bind << 4 | type);
            if (s->kind != SymUndef) {
                sym.shndx = (uint16_t)w->sec[section_of[s->kind]].index;
                sym.value = s->elf_value;
                sym.size = s->size;
            }
        }
        buf_write(&table, &sym, sizeof sym);
    }
    Elf64Shdr *h = add_section(f, ".symtab", ShtSymtab, 0, 8);
    add_bytes(f, h, &table);
    h->entsize = sizeof(Elf64Sym);
    h->info = (uint32_t)w->nlocals;
    h->link = f->count; /* .strtab follows */
    buf_free(&table);
}

static void write_relas(Writer *w, File *f, uint32_t symtab)
{
    for (int i = 1; i < NumSecIds; i++) {
        Section *sec = &w->sec[i];
        if (!sec->nrelocs && !sec->rela.len)
            continue;
        char name[64] = ".rela";
        strcat(name, section_info[i].name);
        Elf64Shdr *h = add_section(f, name, ShtRela, ShfInfoLink, 8);
        if (sec->nrelocs) {
            for (size_t k = sec->first; k < sec->first + sec->nsyms; k++)
                write_relocs(f->out, w->defined[k]);
            h->size = sec->nrelocs * sizeof(Elf64Rela);
        } else {
            add_bytes(f, h, &sec->rela);
        }
        h->entsize = sizeof(Elf64Rela);
        h->link = symtab;
        h->info = sec->index;
    }
}

/* A little more than what the file will take. */
static size_t file_size(const Writer *w)
{
    size_t n = 1 << 16; /* headers, padding between sections */
    for (int i = 1; i < NumSecIds; i++) {
        const Section *sec = &w->sec[i];
        n += sec->bytes.len + sec->rela.len + sec->nrelocs * sizeof(Elf64Rela);
        if (section_info[i].type != ShtNobits)
            n += (size_t)sec->size;
    }
    for (size_t i = 0; i < w->nsymtab; i++)
        n += sizeof(Elf64Sym) + (w->symtab[i] ? strlen(w->symtab[i]->name) + 1 : 1);
    return n;
}

static void write_file(Writer *w, Buf *out)
{
    File f = {.out = out, .start = out->len};
    Elf64Ehdr eh = {
        .ident = {0x7f, 'E', 'L', 'F', 2, 1, 1}, .type = ElfRel, .machine = ElfMachineX86_64, .version = 1,
        .ehsize = sizeof(Elf64Ehdr), .shentsize = sizeof(Elf64Shdr),
    };
    buf_write(out, &eh, sizeof eh);
    add_section(&f, "", ShtNull, 0, 0);
    write_sections(w, &f);
    add_section(&f, ".note.GNU-stack", ShtProgbits, 0, 1);
    Buf strtab = {0};
    uint32_t symtab = f.count;
    write_symtab(w, &f, &strtab);
    add_bytes(&f, add_section(&f, ".strtab", ShtStrtab, 0, 1), &strtab);
    write_relas(w, &f, symtab);
    eh.shstrndx = (uint16_t)f.count;
    Elf64Shdr *h = add_section(&f, ".shstrtab", ShtStrtab, 0, 1);
    add_bytes(&f, h, &f.names);
    align_file(&f, 8);
    eh.shoff = out->len - f.start;
    eh.shnum = (uint16_t)f.count;
    buf_write(out, f.headers, f.count * sizeof *f.headers);
    memcpy(out->data + f.start, &eh, sizeof eh);
    buf_free(&strtab);
    buf_free(&f.names);
}

void obj_write_elf(ObjCtx *o, Buf *out)
{
    Writer w = {.o = o};
    arena_init(&w.arena);
    intern_init(&w.pool_names, &w.arena);
    obj_sort_records(o);
    w.defined = obj_sorted(o, &w.ndefined);
    number_symbols(&w);
    w.first_rela = NEW_ARRAY(&w.arena, uint32_t, w.nsymtab);
    place_symbols(&w);
    write_records(&w);
    buf_reserve_exactly(out, file_size(&w));
    write_file(&w, out);
    for (int i = 0; i < NumSecIds; i++) {
        buf_free(&w.sec[i].bytes);
        buf_free(&w.sec[i].rela);
    }
    free(w.defined);
    free(w.symtab);
    map_free(&w.pool);
    map_free(&w.files);
    intern_free(&w.pool_names);
    arena_free(&w.arena);
}
