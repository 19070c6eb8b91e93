/* attach.c - what belongs to one symbol: relocations, records, rows.
 *
 * Asked for a symbol that is reached, so the parts of a file that nothing
 * needs are not read.  The k-th function of an object has the k-th record in
 * .go.func, the k-th symbol of data that in .go.data, and the record says where
 * the symbol's relocations and its own begin.  What is found so is checked to
 * be about the symbol: later phases rely on it without looking.  Leaves a Sym
 * for the target of each relocation of the symbol. */
#include "link.h"

static bool damaged(LinkCtx *c, const Obj *o, const char *format, ...) __attribute__((format(printf, 3, 4)));
static bool damaged(LinkCtx *c, const Obj *o, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    if (!c->failed)
        link_fatal(c, "%s: %s", o->name, arena_vprintf(&c->arena, format, args));
    va_end(args);
    return false;
}

static bool within(uint64_t off, uint64_t size, uint64_t total) { return off <= total && size <= total - off; }

static Elf64Rela sec_rela(const ObjSection *sec, uint32_t i) { return rela_at(sec->rela, i); }

/* ---- Rows ---- */

/* References of records are relocations of one type against known symbols, in rising offsets. */
bool check_reference(LinkCtx *c, const Obj *o, SecId id, uint32_t i)
{
    const ObjSection *sec = &o->sec[id];
    Elf64Rela r = sec_rela(sec, i);
    if (elf_rela_type(r.info) != RX86_64_64 || !sec->data || !within(r.offset, 8, sec->size) || elf_rela_sym(r.info) >= o->nsyms ||
        (i > 0 && sec_rela(sec, i - 1).offset >= r.offset))
        return damaged(c, o, "%s+%#llx: damaged reference", sec_name(id), (unsigned long long)r.offset);
    return true;
}

/* Symbol number -> 1 + the first relocation of its first row; the rows of a symbol stand together. */
static bool index_rows(LinkCtx *c, Obj *o)
{
    const ObjSection *sec = &o->sec[SecIdGoReach];
    uint32_t last = 0;
    if (o->row)
        return true;
    o->row = NEW_ARRAY(&c->arena, uint32_t, o->nsyms);
    for (uint32_t i = 0; i < sec->nrela; i++) {
        if (!check_reference(c, o, SecIdGoReach, i))
            return false;
        Elf64Rela r = sec_rela(sec, i);
        uint32_t sym = elf_rela_sym(r.info);
        if (r.offset % sizeof(GoReachRec) || sym == last)
            continue;
        if (o->row[sym])
            return damaged(c, o, "%s+%#llx: rows of a symbol do not stand together", SecGoReach, (unsigned long long)r.offset);
        o->row[sym] = i + 1;
        last = sym;
    }
    return true;
}

/* ---- One symbol ---- */

static bool check_rela(LinkCtx *c, const Sym *s, Elf64Rela r)
{
    uint32_t type = elf_rela_type(r.info), width = type == RX86_64_64 ? 8 : 4;
    unsigned long long off = r.offset - s->sec_off;
    if (type != RX86_64_64 && type != RX86_64_PC32 && type != RX86_64_PLT32 && type != RX86_64_32 && type != RX86_64_32S)
        return damaged(c, s->obj, "%s+%#llx: relocation type %u is not supported", s->name, off, type);
    if (!within(r.offset - s->sec_off, width, s->size))
        return damaged(c, s->obj, "relocation crosses the end of %s", s->name);
    if (!s->data)
        return damaged(c, s->obj, "%s+%#llx: relocation of a symbol without contents", s->name, off);
    if (elf_rela_sym(r.info) >= s->obj->nsyms || !obj_sym(c, s->obj, elf_rela_sym(r.info)))
        return damaged(c, s->obj, "%s+%#llx: relocation names no symbol", s->name, off);
    return true;
}

/* The symbol's relocations: n, from number first of its section on. */
static bool attach_relas(LinkCtx *c, Sym *s, uint32_t first, uint32_t n)
{
    const ObjSection *sec = &s->obj->sec[s->sec];
    if (s->made)
        return true; /* the linker writes the contents */
    if (!within(first, n, sec->nrela))
        return damaged(c, s->obj, "%s has relocations outside its section's", s->name);
    for (uint32_t i = first; i < first + n; i++) {
        Elf64Rela r = sec_rela(sec, i);
        if (!check_rela(c, s, r))
            return false;
        if (i > first && r.offset <= sec_rela(sec, i - 1).offset)
            return damaged(c, s->obj, "relocations of %s are not in order", s->name);
    }
    s->first_rel = first;
    s->nrel = n;
    return true;
}

/* The record in its place is the symbol's: its first reference, number refs, names the symbol. */
static bool owns_record(LinkCtx *c, const Sym *s, SecId id, uint64_t offset, uint32_t refs)
{
    const ObjSection *sec = &s->obj->sec[id];
    if (refs >= sec->nrela || sec_rela(sec, refs).offset != offset || elf_rela_sym(sec_rela(sec, refs).info) != s->elf_index)
        return damaged(c, s->obj, "%s: the record of %s is not in its place", sec_name(id), s->name);
    return true;
}

static bool check_inlined(LinkCtx *c, const Obj *o, const GoFuncRec *f)
{
    const ObjSection *sec = &o->sec[SecIdGoInl];
    for (uint32_t i = f->inl_first; i < f->inl_first + f->inl_count; i++) /* one reference each */
        if (i >= sec->nrela || sec_rela(sec, i).offset != (uint64_t)i * sizeof(GoInlRec) || !check_reference(c, o, SecIdGoInl, i))
            return damaged(c, o, "%s: entry %u has no function", SecGoInl, i);
    return true;
}

static bool check_vars(LinkCtx *c, const Obj *o, const GoFuncRec *f)
{
    const ObjSection *sec = &o->sec[SecIdGoVar];
    uint32_t ref = f->var_refs;
    for (uint32_t i = f->var_first; i < f->var_first + f->var_count; i++) {
        GoVarRec v;
        memcpy(&v, sec->data + (uint64_t)i * sizeof v, sizeof v);
        if (!within(v.text.off, v.text.size, o->sec[SecIdGoLine].size))
            return damaged(c, o, "%s: entry %u has its text outside %s", SecGoVar, i, SecGoLine);
        if (!within(v.places.off, v.places.size, o->sec[SecIdGoLine].size))
            return damaged(c, o, "%s: entry %u has its places outside %s", SecGoVar, i, SecGoLine);
        if (ref < sec->nrela && sec_rela(sec, ref).offset == (uint64_t)i * sizeof v && !check_reference(c, o, SecIdGoVar, ref++))
            return false;
    }
    return true;
}

/* Which of the functions, or of the symbols of data, of its object: locals come first, and functions before data. */
static uint32_t number_of(const Sym *s)
{
    const Obj *o = s->obj;
    uint32_t i = s->elf_index;
    if (s->sec == SecIdText)
        return i < o->first_global ? i - 1 : i - o->first_global + o->local_texts;
    return i < o->first_global ? i - 1 - o->local_texts : i - o->first_global - o->global_texts + o->local_datas;
}

static bool attach_func(LinkCtx *c, Sym *s)
{
    Obj *o = s->obj;
    const ObjSection *sec = &o->sec[SecIdGoFunc];
    uint64_t offset = (uint64_t)number_of(s) * sizeof(GoFuncRec), end = offset + sizeof(GoFuncRec);
    if (end > sec->size)
        return damaged(c, o, "%s has no function record", s->name);
    s->func_rec = number_of(s);
    const GoFuncRec f = func_rec(s);
    if (!owns_record(c, s, SecIdGoFunc, offset, f.refs))
        return false;
    s->has_func = true;
    s->record_rela = f.refs;
    for (int t = 0; t < GoPctabCount; t++)
        if (!within(f.pctab[t].off, f.pctab[t].size, o->sec[SecIdGoLine].size))
            return damaged(c, o, "%s: %s has a table outside %s", SecGoFunc, s->name, SecGoLine);
    if (!within(f.inl_first, f.inl_count, o->ninls))
        return damaged(c, o, "%s: %s has inlined calls outside %s", SecGoFunc, s->name, SecGoInl);
    if (!within(f.var_first, f.var_count, o->nvars))
        return damaged(c, o, "%s: %s has variables outside %s", SecGoFunc, s->name, SecGoVar);
    if (f.align > PageSize || (f.align & (f.align - 1)))
        return damaged(c, o, "%s: %s has alignment %u", SecGoFunc, s->name, f.align);
    if (f.align > s->align)
        s->align = f.align;
    for (uint32_t i = f.refs; i < sec->nrela && sec_rela(sec, i).offset < end; i++) {
        if (!check_reference(c, o, SecIdGoFunc, i))
            return false;
        obj_sym(c, o, elf_rela_sym(sec_rela(sec, i).info));
    }
    return check_inlined(c, o, &f) && check_vars(c, o, &f) && attach_relas(c, s, f.rela, f.nrela);
}

static bool attach_data(LinkCtx *c, Sym *s)
{
    const ObjSection *sec = &s->obj->sec[SecIdGoData];
    uint64_t offset = (uint64_t)number_of(s) * sizeof(GoDataRec);
    GoDataRec d;
    if (offset + sizeof d > sec->size)
        return damaged(c, s->obj, "%s has no record", s->name);
    memcpy(&d, sec->data + offset, sizeof d);
    if (!owns_record(c, s, SecIdGoData, offset, d.refs))
        return false;
    s->has_data = true;
    s->data_rec = number_of(s);
    if (d.align > PageSize || (d.align & (d.align - 1)))
        return damaged(c, s->obj, "%s: %s has alignment %u", SecGoData, s->name, d.align);
    if (d.align)
        s->align = d.align;
    uint32_t type = d.refs + 1;
    if (type < sec->nrela && sec_rela(sec, type).offset == offset + offsetof(GoDataRec, gotype)) {
        if (!check_reference(c, s->obj, SecIdGoData, type))
            return false;
        s->gotype = obj_sym(c, s->obj, elf_rela_sym(sec_rela(sec, type).info));
    }
    return attach_relas(c, s, d.rela, d.nrela);
}

/* A row whose first relocation is number *at; *at becomes that of the next. */
static Reach *make_row(LinkCtx *c, Obj *o, uint32_t *at)
{
    const ObjSection *sec = &o->sec[SecIdGoReach];
    Elf64Rela r = sec_rela(sec, *at);
    uint64_t start = r.offset;
    GoReachRec rec;
    memcpy(&rec, sec->data + start, sizeof rec);
    Reach *row = NEW(&c->arena, Reach);
    *row = (Reach){.kind = rec.kind, .off = rec.off};
    while (++*at < sec->nrela && (r = sec_rela(sec, *at)).offset < start + sizeof rec) {
        Sym *to = obj_sym(c, o, elf_rela_sym(r.info));
        if (r.offset == start + offsetof(GoReachRec, to))
            row->to = to;
        else if (r.offset == start + offsetof(GoReachRec, name))
            row->name = to;
    }
    return row;
}

static void attach_rows(LinkCtx *c, Sym *s)
{
    Obj *o = s->obj;
    const ObjSection *sec = &o->sec[SecIdGoReach];
    uint32_t at = o->row[s->elf_index];
    Reach **tail = &s->reach;
    if (at-- == 0)
        return;
    while (at < sec->nrela && elf_rela_sym(sec_rela(sec, at).info) == s->elf_index && sec_rela(sec, at).offset % sizeof(GoReachRec) == 0) {
        *tail = make_row(c, o, &at);
        tail = &(*tail)->next;
    }
}

void attach(LinkCtx *c, Sym *s)
{
    if (s->attached || !s->obj)
        return;
    s->attached = true;
    bool ok = s->sec == SecIdText ? attach_func(c, s) : attach_data(c, s);
    if (ok && index_rows(c, s->obj))
        attach_rows(c, s);
}

/* ---- For later phases ---- */

GoFuncRec func_rec(const Sym *s)
{
    GoFuncRec f;
    memcpy(&f, s->obj->sec[SecIdGoFunc].data + (size_t)s->func_rec * sizeof f, sizeof f);
    return f;
}

void func_maps(const Sym *s, Sym *maps[GoFuncdataCount])
{
    const ObjSection *sec = &s->obj->sec[SecIdGoFunc];
    uint64_t first = (uint64_t)s->func_rec * sizeof(GoFuncRec) + offsetof(GoFuncRec, funcdata);
    memset(maps, 0, GoFuncdataCount * sizeof *maps);
    for (uint32_t i = s->record_rela; i < sec->nrela; i++) {
        Elf64Rela r = sec_rela(sec, i);
        uint64_t at = r.offset - first;
        if (r.offset >= first + 8 * GoFuncdataCount)
            return;
        Sym *to = rela_sym(s->obj, r);
        if (r.offset >= first && at % 8 == 0 && to && to->kind != SymUndef)
            maps[at / 8] = to;
    }
}

Sym *rel_at(const Sym *s, uint64_t off, int64_t *addend)
{
    for (uint32_t i = 0; i < s->nrel; i++) {
        Elf64Rela r = rela_at(sym_rela(s), i);
        if (r.offset == s->sec_off + off) {
            if (addend)
                *addend = r.addend;
            return rela_sym(s->obj, r);
        }
    }
    return NULL;
}

const char *inlined_name(const Obj *o, uint32_t k)
{
    uint32_t sym = elf_rela_sym(sec_rela(&o->sec[SecIdGoInl], k).info);
    return sym ? o->strtab + elf_sym_at(o, sym).name : NULL;
}
