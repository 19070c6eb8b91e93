/* dwarf.c - DWARF 5: units and functions (FORMATS: "DWARF 5").
 *
 * A unit is a package.  Its functions are contiguous in text, so one range
 * describes it.  Addresses stand in .debug_addr, once each; .debug_info refers
 * to them by number.  .debug_line and .debug_frame have files of their own and
 * are made at the same time by other threads. */
#include "dwarf.h"
#include "../base/deflate.h"
#include "pctab.h"

enum { /* DWARF 5, section 7 */
    TagArrayType = 0x01, TagFormalParameter = 0x05, TagLexicalBlock = 0x0b, TagMember = 0x0d, TagPointerType = 0x0f, TagStructureType = 0x13, TagSubroutineType = 0x15, TagTypedef = 0x16,
    TagSubrangeType = 0x21, TagBaseType = 0x24, TagConstant = 0x27, TagVariable = 0x34, TagCompileUnit = 0x11, TagInlinedSubroutine = 0x1d, TagSubprogram = 0x2e,
    AtLocation = 0x02, AtByteSize = 0x0b, AtCount = 0x37, AtVariableParameter = 0x4b, AtDataMemberLocation = 0x38, AtEncoding = 0x3e, AtType = 0x49,
    AtGoKind = 0x2900, AtGoKey = 0x2901, AtGoElem = 0x2902, AtGoEmbeddedField = 0x2903, AtGoRuntimeType = 0x2904, AtGoClosureOffset = 0x2907, AtConstValue = 0x1c,
    AtName = 0x03, AtStmtList = 0x10, AtLowPC = 0x11, AtHighPC = 0x12, AtLanguage = 0x13, AtCompDir = 0x1b, AtProducer = 0x25,
    AtInline = 0x20, AtAbstractOrigin = 0x31, AtCallFile = 0x58, AtCallLine = 0x59, AtDeclFile = 0x3a, AtDeclLine = 0x3b, AtExternal = 0x3f, AtFrameBase = 0x40, AtRanges = 0x55, AtTrampoline = 0x56,
    AtAddrBase = 0x73, AtGoPackageName = 0x2905,
    FormAddr = 0x01, FormData4 = 0x06, FormString = 0x08, FormData1 = 0x0b, FormFlag = 0x0c, FormSdata = 0x0d, FormUdata = 0x0f, FormRefAddr = 0x10, FormSecOffset = 0x17,
    FormExprloc = 0x18, FormAddrx = 0x1b,
    LanguageGo = 22, UnitCompile = 1, OpCallFrameCfa = 0x9c, InlInlined = 1,
};

#define TYPE_ATTRS AtName, FormString, AtGoKind, FormData1, AtGoRuntimeType, FormAddr
#define FUNC_ATTRS                                                                                                                      \
    {AtName, FormString, AtLowPC, FormAddrx, AtHighPC, FormUdata, AtFrameBase, FormExprloc, AtDeclFile, FormData4, AtDeclLine, FormUdata, \
     AtExternal, FormFlag}
#define CONCRETE_ATTRS {AtAbstractOrigin, FormRefAddr, AtLowPC, FormAddrx, AtHighPC, FormUdata, AtFrameBase, FormExprloc}
#define INLINED_ATTRS {AtAbstractOrigin, FormRefAddr, AtRanges, FormSecOffset, AtCallFile, FormData4, AtCallLine, FormUdata}

static const struct {
    uint16_t code, tag;
    bool children;
    uint16_t attrs[20]; /* pairs of attribute and form, ended by 0 */
} abbrevs[] = {
    {AbbrevUnit, TagCompileUnit, true,
     {AtName, FormString, AtLanguage, FormData1, AtStmtList, FormSecOffset, AtLowPC, FormAddr, AtRanges, FormSecOffset, AtCompDir, FormString,
      AtProducer, FormString, AtGoPackageName, FormString, AtAddrBase, FormSecOffset}},
    {AbbrevDataUnit, TagCompileUnit, true, /* without code of its own */
     {AtName, FormString, AtLanguage, FormData1, AtCompDir, FormString, AtProducer, FormString, AtGoPackageName, FormString}},
    {AbbrevFunc, TagSubprogram, false, FUNC_ATTRS},
    {AbbrevFuncParent, TagSubprogram, true, FUNC_ATTRS},
    {AbbrevWrapper, TagSubprogram, false,
     {AtName, FormString, AtLowPC, FormAddrx, AtHighPC, FormUdata, AtFrameBase, FormExprloc, AtTrampoline, FormFlag}},
    {AbbrevAbstract, TagSubprogram, false, {AtName, FormString, AtInline, FormData1, AtDeclLine, FormUdata, AtExternal, FormFlag}},
    {AbbrevConcrete, TagSubprogram, false, CONCRETE_ATTRS},
    {AbbrevConcreteParent, TagSubprogram, true, CONCRETE_ATTRS},
    {AbbrevInlined, TagInlinedSubroutine, false, INLINED_ATTRS},
    {AbbrevInlinedParent, TagInlinedSubroutine, true, INLINED_ATTRS},
    {AbbrevVariable, TagVariable, false, {AtName, FormString, AtLocation, FormExprloc, AtType, FormRefAddr, AtExternal, FormFlag}},
    {AbbrevBaseType, TagBaseType, false, {TYPE_ATTRS, AtEncoding, FormData1, AtByteSize, FormUdata}},
    {AbbrevTypedef, TagTypedef, false, {TYPE_ATTRS, AtType, FormRefAddr}},
    {AbbrevPointer, TagPointerType, false, {TYPE_ATTRS, AtType, FormRefAddr}},
    {AbbrevVoidPointer, TagPointerType, false, {TYPE_ATTRS}},
    {AbbrevStruct, TagStructureType, true, {TYPE_ATTRS, AtByteSize, FormUdata}},
    {AbbrevSlice, TagStructureType, true, {TYPE_ATTRS, AtByteSize, FormUdata, AtGoElem, FormRefAddr}},
    {AbbrevMember, TagMember, false,
     {AtName, FormString, AtDataMemberLocation, FormUdata, AtGoEmbeddedField, FormFlag, AtType, FormRefAddr}},
    {AbbrevArray, TagArrayType, true, {TYPE_ATTRS, AtByteSize, FormUdata, AtType, FormRefAddr}},
    {AbbrevSubrange, TagSubrangeType, false, {AtType, FormRefAddr, AtCount, FormUdata}},
    {AbbrevSubroutine, TagSubroutineType, true, {TYPE_ATTRS}},
    {AbbrevMap, TagTypedef, false, {TYPE_ATTRS, AtGoKey, FormRefAddr, AtGoElem, FormRefAddr, AtType, FormRefAddr}},
    {AbbrevParam, TagFormalParameter, false,
     {AtName, FormString, AtVariableParameter, FormFlag, AtDeclLine, FormUdata, AtType, FormRefAddr, AtLocation, FormExprloc}},
    {AbbrevParamList, TagFormalParameter, false,
     {AtName, FormString, AtVariableParameter, FormFlag, AtDeclLine, FormUdata, AtType, FormRefAddr, AtLocation, FormSecOffset}},
    {AbbrevLocal, TagVariable, false, {AtName, FormString, AtDeclLine, FormUdata, AtType, FormRefAddr, AtLocation, FormExprloc}},
    {AbbrevLocalList, TagVariable, false, {AtName, FormString, AtDeclLine, FormUdata, AtType, FormRefAddr, AtLocation, FormSecOffset}},
    {AbbrevCaptured, TagVariable, false,
     {AtName, FormString, AtDeclLine, FormUdata, AtType, FormRefAddr, AtGoClosureOffset, FormUdata, AtLocation, FormExprloc}},
    {AbbrevCapturedList, TagVariable, false,
     {AtName, FormString, AtDeclLine, FormUdata, AtType, FormRefAddr, AtGoClosureOffset, FormUdata, AtLocation, FormSecOffset}},
    {AbbrevConstant, TagConstant, false, {AtName, FormString, AtType, FormRefAddr, AtConstValue, FormSdata}},
    {AbbrevBlock, TagLexicalBlock, true, {AtRanges, FormSecOffset}},
    {AbbrevParamType, TagFormalParameter, false, {AtVariableParameter, FormFlag, AtType, FormRefAddr}},
    {AbbrevChan, TagTypedef, false, {TYPE_ATTRS, AtGoElem, FormRefAddr, AtType, FormRefAddr}},
};

static void put_abbrevs(Buf *b)
{
    for (size_t i = 0; i < sizeof abbrevs / sizeof *abbrevs; i++) {
        buf_uleb(b, abbrevs[i].code);
        buf_uleb(b, abbrevs[i].tag);
        buf_u8(b, abbrevs[i].children);
        for (const uint16_t *p = abbrevs[i].attrs; *p; p++)
            buf_uleb(b, *p);
        buf_uleb(b, 0);
        buf_uleb(b, 0);
    }
    buf_uleb(b, 0);
}

/* ---- Units ---- */

static void add_files(Dwarf *d, Unit *u, const Obj *o, Map *numbers)
{
    uint32_t *map = NEW_ARRAY(&d->c->arena, uint32_t, o->nfiles + 1);
    for (uint32_t i = 0; i < o->nfiles; i++) {
        uintptr_t n = (uintptr_t)map_get_str(numbers, o->files[i]);
        if (!n) {
            vec_push(u->files, u->nfiles, u->cap_files, o->files[i]);
            n = u->nfiles;
            map_put_str(numbers, o->files[i], (void *)n);
        }
        map[i] = (uint32_t)n;
    }
    d->file_numbers[o->index] = map;
}

/* The lists are in link order: a unit's variables are a run in each. */
static void find_variables(Dwarf *d, Unit *u, uint32_t end_obj, size_t *at)
{
    for (size_t k = 0; k < NumVarLists; k++) {
        const SymList *list = &d->c->lists[var_kinds[k]];
        u->vars[k].first = at[k];
        while (at[k] < list->count && list->items[at[k]]->obj && list->items[at[k]]->obj->index < end_obj)
            at[k]++;
        u->vars[k].end = at[k];
    }
}

static void find_units(Dwarf *d)
{
    LinkCtx *c = d->c;
    size_t vars[NumVarLists] = {0};
    const SymList *text = &c->lists[SymText];
    size_t at = 0;
    for (size_t i = 0; i < c->nobjs;) {
        Unit u = {.first_obj = i, .pkg = c->objs[i]->pkg, .pkgname = c->objs[i]->pkgname, .producer = "", .funcs = text->items + at};
        Map numbers = {0};
        size_t end = i;
        for (; end < c->nobjs && strcmp(c->objs[end]->pkg, u.pkg) == 0; end++) {
            const Obj *o = c->objs[end];
            if (*o->producer)
                u.producer = o->producer;
            add_files(d, &u, o, &numbers);
            while (at < text->count && text->items[at]->obj == o)
                at++;
        }
        u.nfuncs = (size_t)(text->items + at - u.funcs);
        map_free(&numbers);
        u.end_obj = end;
        find_variables(d, &u, (uint32_t)end, vars);
        vec_push(d->units, d->nunits, d->cap_units, u);
        i = end;
    }
}

/* ---- .debug_info, .debug_addr, .debug_rnglists ---- */

static void put_string(Buf *b, const char *s) { buf_write(b, s, strlen(s) + 1); }

static void put_producer(const LinkCtx *c, Buf *b, const Unit *u)
{
    buf_printf(b, "Go cmd/compile %s; %s%sregabi", c->opt.version, u->producer, *u->producer ? " " : "");
    buf_u8(b, 0);
}

static void put_range(Dwarf *d, Unit *u)
{
    Buf *b = &d->c->debug[OutDebugRnglists];
    const Sym *last = u->funcs[u->nfuncs - 1];
    u->ranges_off = b->len;
    buf_u8(b, RleBaseAddressx);
    buf_uleb(b, 0);
    buf_u8(b, RleOffsetPair);
    buf_uleb(b, 0);
    buf_uleb(b, last->addr + last->size - u->funcs[0]->addr);
    buf_u8(b, RleEnd);
}

void put_ref(Dwarf *d, const uint32_t *off)
{
    Buf *b = &d->c->debug[OutDebugInfo];
    vec_push(d->refs, d->nrefs, d->cap_refs, (Ref){b->len, off});
    buf_u32(b, 0);
}

static void put_abstracts(Dwarf *d, const Unit *u)
{
    Buf *b = &d->c->debug[OutDebugInfo];
    for (Abstract *a = u->abstracts; a; a = a->next) {
        a->off = (uint32_t)b->len;
        buf_uleb(b, AbbrevAbstract);
        put_string(b, a->name);
        buf_u8(b, InlInlined);
        buf_uleb(b, a->line);
        buf_u8(b, 1);
    }
}

/* Where the function's code is: its address's slot, its size, its frame. */
static void put_extent(Buf *b, const Sym *s, uint64_t slot)
{
    buf_uleb(b, slot);
    buf_uleb(b, s->size);
    buf_uleb(b, 1);
    buf_u8(b, OpCallFrameCfa);
}

static void put_decl(const Dwarf *d, Buf *b, const Sym *s, const GoFuncRec *f)
{
    GoPctab t = f->pctab[GoPcfile];
    int32_t file = pc_value(s->obj->sec[SecIdGoLine].data + t.off, t.size, 0);
    bool known = file >= 0 && (uint32_t)file < s->obj->nfiles;
    buf_u32(b, known ? d->file_numbers[s->obj->index][file] : 0);
    buf_uleb(b, f->startline);
    buf_u8(b, !s->local);
}

static void put_function(Dwarf *d, const Sym *s, uint64_t slot)
{
    Buf *b = &d->c->debug[OutDebugInfo];
    const GoFuncRec f = func_rec(s);
    const Abstract *a = s->local ? NULL : map_get_str(&d->abstracts, s->name);
    bool wrapper = f.flags & GoFuncWrapper, parent = (f.inl_count > 0 || f.var_count > 0) && !wrapper;
    if (a && !wrapper) {
        buf_uleb(b, parent ? AbbrevConcreteParent : AbbrevConcrete);
        put_ref(d, &a->off);
        put_extent(b, s, slot);
    } else {
        buf_uleb(b, wrapper ? AbbrevWrapper : parent ? AbbrevFuncParent : AbbrevFunc);
        buf_write(b, s->name, base_name_len(s->name));
        buf_u8(b, 0);
        put_extent(b, s, slot);
        if (wrapper)
            buf_u8(b, 1); /* trampoline: debuggers step through it */
        else
            put_decl(d, b, s, &f);
    }
    if (parent) {
        put_frame_variables(d, s, slot);
        put_inlined(d, s, slot);
        buf_u8(b, 0);
    }
    d->inlined_at += f.inl_count;
}

static void put_unit(Dwarf *d, Unit *u, bool last)
{
    Buf *b = &d->c->debug[OutDebugInfo], *addr = &d->c->debug[OutDebugAddr];
    size_t at = block_begin(b);
    buf_u16(b, DwarfVersion);
    buf_u8(b, UnitCompile);
    buf_u8(b, AddressSize);
    buf_u32(b, 0);
    buf_uleb(b, u->nfuncs ? AbbrevUnit : AbbrevDataUnit);
    put_string(b, u->pkg);
    buf_u8(b, LanguageGo);
    if (u->nfuncs) {
        put_range(d, u);
        u->addr_base = addr->len;
        buf_u64(addr, u->funcs[0]->addr);
        u->stmt_list_at = b->len;
        buf_u32(b, 0);
        buf_u64(b, u->funcs[0]->addr);
        buf_u32(b, (uint32_t)u->ranges_off);
    }
    put_string(b, ".");
    put_producer(d->c, b, u);
    put_string(b, u->pkgname);
    if (u->nfuncs) {
        buf_u32(b, (uint32_t)u->addr_base);
        for (size_t i = 0; i < u->nfuncs; i++)
            buf_u64(addr, u->funcs[i]->addr);
    }
    put_abstracts(d, u);
    for (size_t i = 0; i < u->nfuncs; i++)
        put_function(d, u->funcs[i], i + 1);
    put_variables(d, u);
    put_constants(d, u);
    if (last)
        put_types(d);
    buf_u8(b, 0); /* end of the unit's children */
    block_end(b, at);
}

static void dwarf_info(Dwarf *d)
{
    Buf *addr = &d->c->debug[OutDebugAddr], *ranges = &d->c->debug[OutDebugRnglists];
    put_abbrevs(&d->c->debug[OutDebugAbbrev]);
    size_t addr_at = block_begin(addr);
    buf_u16(addr, DwarfVersion);
    buf_u8(addr, AddressSize);
    buf_u8(addr, 0);
    size_t ranges_at = block_begin(ranges);
    buf_u16(ranges, DwarfVersion);
    buf_u8(ranges, AddressSize);
    buf_u8(ranges, 0);
    buf_u32(ranges, 0);
    begin_places(d);
    find_inlined(d);
    for (size_t i = 0; i < d->nunits; i++)
        put_unit(d, &d->units[i], i + 1 == d->nunits);
    for (size_t i = 0; i < d->nrefs; i++)
        put_u32(d->c->debug[OutDebugInfo].data + d->refs[i].at, *d->refs[i].off);
    block_end(addr, addr_at);
    block_end(ranges, ranges_at);
    end_places(d);
}

/* ---- */

static void make_section(void *arg, size_t i)
{
    static void (*const makers[])(Dwarf *d) = {dwarf_line, dwarf_info, dwarf_frame};
    makers[i](arg);
}

/* A compressed section begins with how, its real size and alignment (gABI, "Section compression"). */
static void compress_section(void *arg, size_t i)
{
    enum { Zlib = 1 };
    LinkCtx *c = arg;
    Buf *plain = &c->debug[OutDebugAbbrev + i], b = {0};
    if (plain->len == 0)
        return;
    buf_u32(&b, Zlib);
    buf_u32(&b, 0);
    buf_u64(&b, plain->len);
    buf_u64(&b, 1);
    zlib_compress(&b, plain->data, plain->len);
    bool smaller = b.len < plain->len;
    c->out[OutDebugAbbrev + i].flags = smaller ? ShfCompressed : 0;
    buf_free(smaller ? plain : &b);
    if (smaller)
        *plain = b;
}

static void add_sections(LinkCtx *c)
{
    static const char *const names[NumOut] = {
        [OutDebugAbbrev] = ".debug_abbrev", [OutDebugLine] = ".debug_line",         [OutDebugFrame] = ".debug_frame",
        [OutDebugInfo] = ".debug_info",     [OutDebugRnglists] = ".debug_rnglists", [OutDebugAddr] = ".debug_addr",
        [OutDebugLoclists] = ".debug_loclists",
    };
    for (int i = OutDebugAbbrev; i <= OutDebugAddr; i++)
        if (c->debug[i].len > 0)
            c->out[i] = (Section){.name = names[i], .type = ShtProgbits, .flags = c->out[i].flags, .size = c->debug[i].len, .bytes = c->debug[i].data, .align = 1};
}

void dwarf(LinkCtx *c)
{
    if (c->opt.no_dwarf)
        return;
    const Sym *types = lookup_sym(c, "runtime.types");
    Dwarf d = {.c = c, .types_addr = types ? types->addr : 0};
    d.file_numbers = NEW_ARRAY(&c->arena, uint32_t *, c->nobjs);
    find_units(&d);
    os_parallel(c->threads, 3, make_section, &d);
    for (size_t i = 0; i < d.nunits; i++) {
        const Unit *u = &d.units[i];
        if (u->nfuncs)
            put_u32(c->debug[OutDebugInfo].data + u->stmt_list_at, (uint32_t)u->line_off);
        free(u->files);
    }
    free(d.units);
    free(d.refs);
    free(d.inlined);
    free(d.calls);
    free(d.ranges);
    free(d.steps);
    map_free(&d.types);
    map_free(&d.abstracts);
    if (c->opt.compress_dwarf)
        os_parallel(c->threads, OutDebugAddr - OutDebugAbbrev + 1, compress_section, c);
    add_sections(c);
}
