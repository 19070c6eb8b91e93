/* attach.c - what belongs to one symbol: relocations, records, rows.
 *
 * Asked for a symbol that is reached, so the parts of a file that nothing
 * needs are not read.  An object whose first symbol is reached gets an index:
 * from a symbol's number to its first relocation, to its record in .go.func or
 * .go.data and to its first row in .go.reach.  What the index does not need to
 * look at is checked for each symbol: relocation types, offsets, table sizes.
 * Later phases rely on all of it without looking.  Leaves a Sym for the target
 * of each relocation of the symbol. */
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

/* ---- The index of an object ---- */

static int compare_rela(const void *a, const void *b)
{
    Elf64Rela x, y;
    memcpy(&x, a, sizeof x);
    memcpy(&y, b, sizeof y);
    return x.offset < y.offset ? -1 : x.offset > y.offset;
}

/* Our own tools write relocations in order; others may not. */
static void sort_relas(LinkCtx *c, ObjSection *sec)
{
    for (uint32_t i = 1; i < sec->nrela; i++) {
        if (sec_rela(sec, i).offset >= sec_rela(sec, i - 1).offset)
            continue;
        char *copy = arena_dup(&c->arena, sec->rela, sec->nrela * sizeof(Elf64Rela));
        qsort(copy, sec->nrela, sizeof(Elf64Rela), compare_rela);
        sec->rela = copy;
        return;
    }
}

static uint32_t first_rela_from(const ObjSection *sec, uint32_t lo, uint64_t off)
{
    uint32_t hi = sec->nrela;
    while (lo < hi) {
        uint32_t mid = lo + (hi - lo) / 2;
        if (sec_rela(sec, mid).offset < off)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo;
}

/* Symbols mostly stand in the order of their sections: the search goes on from the last one. */
static void index_relas(LinkCtx *c, Obj *o)
{
    enum { Near = 32 };
    uint32_t at[NumLoadedSecs] = {0};
    o->first_rela = NEW_ARRAY(&c->arena, uint32_t, o->nsyms);
    for (uint32_t i = 1; i < o->nsyms; i++) {
        Elf64Sym e = elf_sym_at(o, i);
        uint8_t type = e.info & 15, id = e.shndx == ShnUndef || type == SttSection || type == SttFile ? NumSecIds : o->sec_of_shndx[e.shndx];
        if (id >= NumLoadedSecs || o->sec[id].nrela == 0)
            continue;
        const ObjSection *sec = &o->sec[id];
        uint32_t k = at[id];
        if (k > 0 && sec_rela(sec, k - 1).offset >= e.value)
            k = 0;
        for (int n = 0; n < Near && k < sec->nrela && sec_rela(sec, k).offset < e.value; n++)
            k++;
        if (k < sec->nrela && sec_rela(sec, k).offset < e.value)
            k = first_rela_from(sec, k, e.value);
        o->first_rela[i] = at[id] = k;
    }
}

/* References of records are relocations of one type against known symbols. */
static bool check_references(LinkCtx *c, const Obj *o, const ObjSection *sec, const char *name)
{
    for (uint32_t i = 0; i < sec->nrela; i++) {
        Elf64Rela r = sec_rela(sec, i);
        if (elf_rela_type(r.info) != RX86_64_64)
            return damaged(c, o, "%s+%#llx: relocation is no symbol reference", name, (unsigned long long)r.offset);
        if (!within(r.offset, 8, sec->size) || !sec->data)
            return damaged(c, o, "%s+%#llx: relocation lies outside the section", name, (unsigned long long)r.offset);
        if (elf_rela_sym(r.info) >= o->nsyms)
            return damaged(c, o, "%s+%#llx: relocation names no symbol", name, (unsigned long long)r.offset);
    }
    return true;
}

/* Symbol number -> 1 + the first relocation of its record. */
static void index_records(const ObjSection *sec, size_t size, uint32_t *record)
{
    for (uint32_t i = 0; i < sec->nrela; i++) {
        Elf64Rela r = sec_rela(sec, i);
        if (r.offset % size == 0)
            record[elf_rela_sym(r.info)] = i + 1;
    }
}

/* The same of the first of its rows, which stand together. */
static bool index_rows(LinkCtx *c, Obj *o)
{
    const ObjSection *sec = &o->sec[SecIdGoReach];
    uint32_t last = 0;
    o->row = NEW_ARRAY(&c->arena, uint32_t, o->nsyms);
    for (uint32_t i = 0; i < sec->nrela; i++) {
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

/* Record number -> its first relocation. */
static uint32_t *first_relas(LinkCtx *c, const ObjSection *sec, size_t size, uint32_t count)
{
    uint32_t *first = NEW_ARRAY(&c->arena, uint32_t, count + 1), at = 0;
    for (uint32_t i = 0; i <= count; i++) {
        while (at < sec->nrela && sec_rela(sec, at).offset < (uint64_t)i * size)
            at++;
        first[i] = at;
    }
    return first;
}

static bool index_object(LinkCtx *c, Obj *o)
{
    static const struct {
        SecId id;
        const char *name;
    } records[] = {{SecIdGoFunc, SecGoFunc}, {SecIdGoData, SecGoData}, {SecIdGoReach, SecGoReach}, {SecIdGoInl, SecGoInl}, {SecIdGoVar, SecGoVar}};
    if (o->indexed)
        return true;
    o->indexed = true;
    for (int id = 0; id < NumSecIds; id++)
        sort_relas(c, &o->sec[id]);
    for (size_t i = 0; i < sizeof records / sizeof *records; i++)
        if (!check_references(c, o, &o->sec[records[i].id], records[i].name))
            return false;
    index_relas(c, o);
    o->record = NEW_ARRAY(&c->arena, uint32_t, o->nsyms);
    index_records(&o->sec[SecIdGoFunc], sizeof(GoFuncRec), o->record);
    index_records(&o->sec[SecIdGoData], sizeof(GoDataRec), o->record);
    o->inl_rela = first_relas(c, &o->sec[SecIdGoInl], sizeof(GoInlRec), o->ninls);
    o->var_rela = first_relas(c, &o->sec[SecIdGoVar], sizeof(GoVarRec), o->nvars);
    return index_rows(c, o);
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

static bool attach_relas(LinkCtx *c, Sym *s)
{
    const ObjSection *sec = &s->obj->sec[s->sec];
    if (s->made)
        return true; /* the linker writes the contents */
    s->first_rel = s->obj->first_rela[s->elf_index];
    for (uint32_t i = s->first_rel; i < sec->nrela; i++) {
        Elf64Rela r = sec_rela(sec, i);
        if (r.offset >= s->sec_off + s->size)
            break;
        if (!check_rela(c, s, r))
            return false;
        s->nrel++;
    }
    return true;
}

static bool check_vars(LinkCtx *c, const Obj *o, const GoFuncRec *f)
{
    for (uint32_t i = f->var_first; i < f->var_first + f->var_count; i++) {
        GoVarRec v;
        memcpy(&v, o->sec[SecIdGoVar].data + i * sizeof v, sizeof v);
        if (!within(v.text.off, v.text.size, o->sec[SecIdGoLine].size))
            return damaged(c, o, "%s: entry %u has its text outside %s", SecGoVar, i, SecGoLine);
    }
    return true;
}

static bool attach_func(LinkCtx *c, Sym *s, uint32_t rela)
{
    Obj *o = s->obj;
    const ObjSection *sec = &o->sec[SecIdGoFunc];
    s->has_func = true;
    s->record_rela = rela;
    s->func_rec = (uint32_t)(sec_rela(sec, rela).offset / sizeof(GoFuncRec));
    const GoFuncRec f = func_rec(s);
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
    uint64_t end = (uint64_t)(s->func_rec + 1) * sizeof f;
    for (uint32_t i = rela; i < sec->nrela && sec_rela(sec, i).offset < end; i++)
        obj_sym(c, o, elf_rela_sym(sec_rela(sec, i).info));
    return check_vars(c, o, &f);
}

static bool attach_data(LinkCtx *c, Sym *s, uint32_t rela)
{
    const ObjSection *sec = &s->obj->sec[SecIdGoData];
    uint64_t start = sec_rela(sec, rela).offset;
    GoDataRec d;
    memcpy(&d, sec->data + start, sizeof d);
    s->has_data = true;
    s->data_rec = (uint32_t)(start / sizeof d);
    if (d.align > PageSize || (d.align & (d.align - 1)))
        return damaged(c, s->obj, "%s: %s has alignment %u", SecGoData, s->name, d.align);
    if (d.align)
        s->align = d.align;
    if (rela + 1 < sec->nrela && sec_rela(sec, rela + 1).offset == start + offsetof(GoDataRec, gotype))
        s->gotype = obj_sym(c, s->obj, elf_rela_sym(sec_rela(sec, rela + 1).info));
    return true;
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
    if (!index_object(c, s->obj) || !attach_relas(c, s)) {
        s->nrel = 0;
        return;
    }
    uint32_t record = s->obj->record[s->elf_index];
    if (record && s->sec == SecIdText)
        attach_func(c, s, record - 1);
    else if (record)
        attach_data(c, s, record - 1);
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
    if (o->inl_rela[k] == o->inl_rela[k + 1])
        return NULL;
    uint32_t sym = elf_rela_sym(rela_at(o->sec[SecIdGoInl].rela, o->inl_rela[k]).info);
    return sym ? o->strtab + elf_sym_at(o, sym).name : NULL;
}
