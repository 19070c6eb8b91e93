/* resolve.c - one Sym for each name.
 *
 * Walks the symbol tables in link order.  A local symbol is its own Sym; the
 * others meet by name.  Of weak definitions the first is taken; a global one
 * beats weak ones.  Two global ones are an error, except that a variable may
 * be declared in several packages (go:linkname): the one with contents wins.
 * Then the relocations and records of each definition are found.  Leaves
 * Obj.syms complete; dropped duplicates have lost their records. */
#include "link.h"

#include <stdio.h>

Sym *lookup_sym(const LinkCtx *c, const char *name) { return map_get_str(&c->names, name); }

size_t base_name_len(const char *name)
{
    size_t n = strlen(name);
    return n > 5 && memcmp(name + n - 5, ".abi0", 5) == 0 ? n - 5 : n;
}

Sym *lookup_text(const LinkCtx *c, const char *name)
{
    Sym *s = lookup_sym(c, name);
    if (s && s->kind == SymText)
        return s;
    char abi0[300];
    if (snprintf(abi0, sizeof abi0, "%s.abi0", name) >= (int)sizeof abi0)
        return NULL;
    s = lookup_sym(c, abi0);
    return s && s->kind == SymText ? s : NULL;
}

static Sym *new_sym(LinkCtx *c, const char *name)
{
    Sym *s = NEW(&c->arena, Sym);
    s->name = name;
    s->id = ++c->nsyms;
    return s;
}

Sym *make_sym(LinkCtx *c, const char *name, SymKind kind, uint64_t size)
{
    Sym *s = lookup_sym(c, name);
    if (!s) {
        s = new_sym(c, name);
        map_put_str(&c->names, name, s);
    }
    s->kind = (uint8_t)kind;
    s->size = size;
    s->align = 8;
    s->data = s->made = kind == SymMarker ? NULL : arena_alloc(&c->arena, size);
    return s;
}

Sym *resize_sym(LinkCtx *c, const char *name, uint64_t size)
{
    Sym *s = lookup_sym(c, name);
    s->size = size;
    s->data = s->made = arena_alloc(&c->arena, size);
    return s;
}

Sym *rela_sym(const Obj *o, Elf64Rela r) { return o->syms[elf_rela_sym(r.info)]; }

GoFuncRec func_rec(const Sym *s)
{
    GoFuncRec f;
    memcpy(&f, s->obj->sec[SecIdGoFunc].data + (size_t)s->func_rec * sizeof f, sizeof f);
    return f;
}

Sym *func_funcdata(const Sym *s, int table)
{
    uint64_t want = (uint64_t)s->func_rec * sizeof(GoFuncRec) + offsetof(GoFuncRec, funcdata) + 8 * (uint64_t)table;
    for (uint32_t i = s->obj->func_rela[s->func_rec]; i < s->obj->func_rela[s->func_rec + 1]; i++) {
        Elf64Rela r = rela_at(s->obj->sec[SecIdGoFunc].rela, i);
        if (r.offset == want) {
            Sym *to = rela_sym(s->obj, r);
            return to && to->kind != SymUndef ? to : NULL;
        }
    }
    return NULL;
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

/* ---- Definitions ---- */

static bool has_suffix(const char *s, const char *suffix)
{
    size_t n = strlen(s), m = strlen(suffix);
    return n >= m && memcmp(s + n - m, suffix, m) == 0;
}

/* Which part of the image a symbol goes to. */
static SymKind kind_of(SecId id, const char *name)
{
    switch (id) {
    case SecIdText: return SymText;
    case SecIdType: return strncmp(name, "runtime.gcbits.", 15) == 0 ? SymGcbits : SymType;
    case SecIdRodata:
        if (strncmp(name, "go:string.", 10) == 0)
            return SymString;
        return has_suffix(name, "\302\267f") ? SymFuncval : SymRodata;
    case SecIdFuncdata: return SymFuncdata;
    case SecIdData: return SymData;
    case SecIdNoptrdata: return SymNoptrdata;
    case SecIdBss: return SymBss;
    case SecIdNoptrbss: return SymNoptrbss;
    default: return SymUndef;
    }
}

static void define(Sym *s, Obj *o, uint32_t index, Elf64Sym e, SecId id)
{
    const char *bytes = o->sec[id].data;
    s->obj = o;
    s->elf_index = index;
    s->sec = (uint8_t)id;
    s->kind = (uint8_t)kind_of(id, s->name);
    s->weak = e.info >> 4 == StbWeak;
    s->size = e.size;
    s->sec_off = e.value;
    s->data = bytes ? bytes + e.value : NULL;
    s->align = id == SecIdText ? FuncAlign : 8;
}

/* A text or data definition with contents, or a variable without. */
static bool is_bss(SecId id) { return id == SecIdBss || id == SecIdNoptrbss; }

/* check mode: a dropped duplicate must have the bytes of the one taken. */
static void check_duplicate(LinkCtx *c, const Sym *s, Obj *o, Elf64Sym e, SecId id)
{
    bool same = s->size == e.size && s->sec == id &&
                (e.size == 0 || !s->data || memcmp(s->data, o->sec[id].data + e.value, e.size) == 0);
    if (!same)
        link_error(c, "%s: duplicate symbol with different contents in %s and %s", s->name, s->obj->name, o->name);
}

/* Decides between the definition that s has and a new one. */
static void redefine(LinkCtx *c, Sym *s, Obj *o, uint32_t index, Elf64Sym e, SecId id)
{
    bool weak = e.info >> 4 == StbWeak;
    if (weak) {
        if (c->opt.check && s->weak)
            check_duplicate(c, s, o, e, id);
        return;
    }
    if (s->weak) {
        define(s, o, index, e, id);
        return;
    }
    bool variables = id != SecIdText && s->kind != SymText;
    if (variables && is_bss(id) && (!is_bss(s->sec) || s->size >= e.size))
        return;
    if (variables && is_bss(s->sec)) {
        define(s, o, index, e, id);
        return;
    }
    link_error(c, "duplicated definition of symbol %.*s, from %s and %s", (int)base_name_len(s->name), s->name, s->obj->name, o->name);
}

static Sym *global_sym(LinkCtx *c, const char *name)
{
    Sym *s = lookup_sym(c, name);
    if (!s) {
        s = new_sym(c, name);
        map_put_str(&c->names, name, s);
    }
    return s;
}

static void read_symbols(LinkCtx *c, Obj *o)
{
    o->syms = NEW_ARRAY(&c->arena, Sym *, o->nsyms);
    for (uint32_t i = 1; i < o->nsyms; i++) {
        Elf64Sym e = elf_sym_at(o, i);
        uint8_t type = e.info & 15, bind = e.info >> 4;
        if (type == SttSection || type == SttFile)
            continue;
        const char *name = o->strtab + e.name;
        bool defined = e.shndx != ShnUndef;
        Sym *s;
        if (bind == StbLocal) {
            s = new_sym(c, name);
            s->local = true;
        } else {
            s = global_sym(c, name);
        }
        o->syms[i] = s;
        if (defined && s->obj)
            redefine(c, s, o, i, e, o->sec_of_shndx[e.shndx]);
        else if (defined)
            define(s, o, i, e, o->sec_of_shndx[e.shndx]);
    }
}

/* ---- Relocations and records ---- */

static uint32_t first_rela_from(const ObjSection *sec, uint64_t off)
{
    uint32_t lo = 0, hi = sec->nrela;
    while (lo < hi) {
        uint32_t mid = lo + (hi - lo) / 2;
        if (rela_at(sec->rela, mid).offset < off)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo;
}

/* The Sym that definition number i of o became, NULL when it was dropped. */
static Sym *defined_here(const Obj *o, uint32_t i)
{
    Sym *s = o->syms[i];
    return s && s->obj == o && s->elf_index == i ? s : NULL;
}

static bool find_relas(LinkCtx *c, Obj *o)
{
    for (uint32_t i = 1; i < o->nsyms; i++) {
        Sym *s = defined_here(o, i);
        if (!s)
            continue;
        const ObjSection *sec = &o->sec[s->sec];
        if (sec->nrela == 0)
            continue;
        s->first_rel = first_rela_from(sec, s->sec_off);
        s->nrel = first_rela_from(sec, s->sec_off + s->size) - s->first_rel;
        if (s->nrel == 0)
            continue;
        Elf64Rela last = rela_at(sec->rela, s->first_rel + s->nrel - 1);
        if (last.offset + (elf_rela_type(last.info) == RX86_64_64 ? 8 : 4) > s->sec_off + s->size) {
            link_error(c, "%s: relocation crosses the end of %s", o->name, s->name);
            return false;
        }
    }
    for (int id = 0; id < NumLoadedSecs; id++)
        for (uint32_t i = 0; i < o->sec[id].nrela; i++) {
            Elf64Rela r = rela_at(o->sec[id].rela, i);
            if (!rela_sym(o, r)) {
                link_error(c, "%s: relocation at %#llx names no symbol", o->name, (unsigned long long)r.offset);
                return false;
            }
        }
    return true;
}

static void attach_funcs(Obj *o)
{
    for (uint32_t i = 0; i < o->nfuncs; i++) {
        if (o->func_rela[i] == o->func_rela[i + 1])
            continue;
        Elf64Rela r = rela_at(o->sec[SecIdGoFunc].rela, o->func_rela[i]);
        Sym *s = r.offset == (uint64_t)i * sizeof(GoFuncRec) ? defined_here(o, elf_rela_sym(r.info)) : NULL;
        if (!s || s->kind != SymText)
            continue;
        s->has_func = true;
        s->func_rec = i;
        GoFuncRec f = func_rec(s);
        if (f.align > s->align)
            s->align = f.align;
    }
}

/* Reads the relocations of record number i; fields[k] is the symbol of the k-th SymRef. */
static void record_refs(const Obj *o, SecId id, uint64_t start, uint64_t end, uint32_t *at, Sym **fields, uint32_t *first_index)
{
    const ObjSection *sec = &o->sec[id];
    for (; *at < sec->nrela; ++*at) {
        Elf64Rela r = rela_at(sec->rela, *at);
        if (r.offset >= end)
            break;
        size_t k = (size_t)(r.offset - start) / 8;
        fields[k] = rela_sym(o, r);
        if (k == 0)
            *first_index = elf_rela_sym(r.info);
    }
}

static void attach_datas(Obj *o)
{
    uint32_t at = 0;
    for (uint32_t i = 0; i < o->ndatas; i++) {
        Sym *fields[sizeof(GoDataRec) / 8] = {NULL};
        uint32_t index = 0;
        record_refs(o, SecIdGoData, (uint64_t)i * sizeof(GoDataRec), (uint64_t)(i + 1) * sizeof(GoDataRec), &at, fields, &index);
        Sym *s = defined_here(o, index);
        if (!s || s->kind == SymText)
            continue;
        GoDataRec d;
        memcpy(&d, o->sec[SecIdGoData].data + i * sizeof d, sizeof d);
        s->has_data = true;
        s->data_rec = i;
        s->gotype = fields[1];
        if (d.align)
            s->align = d.align;
    }
}

/* Rows hang on their symbols in the order of the file. */
static void attach_reaches(LinkCtx *c, Obj *o)
{
    Reach **tails = NEW_ARRAY(&c->arena, Reach *, o->nsyms);
    uint32_t at = 0;
    for (uint32_t i = 0; i < o->nreaches; i++) {
        Sym *fields[sizeof(GoReachRec) / 8] = {NULL};
        uint32_t index = 0;
        record_refs(o, SecIdGoReach, (uint64_t)i * sizeof(GoReachRec), (uint64_t)(i + 1) * sizeof(GoReachRec), &at, fields, &index);
        Sym *s = defined_here(o, index);
        if (!s)
            continue;
        GoReachRec rec;
        memcpy(&rec, o->sec[SecIdGoReach].data + i * sizeof rec, sizeof rec);
        Reach *reach = NEW(&c->arena, Reach);
        *reach = (Reach){.to = fields[1], .name = fields[2], .kind = rec.kind, .off = rec.off};
        if (tails[index])
            tails[index]->next = reach;
        else
            s->reach = reach;
        tails[index] = reach;
    }
}

void resolve(LinkCtx *c)
{
    for (size_t i = 0; i < c->nobjs; i++)
        read_symbols(c, c->objs[i]);
    for (size_t i = 0; i < c->nobjs; i++) {
        Obj *o = c->objs[i];
        if (!find_relas(c, o))
            return;
        attach_funcs(o);
        attach_datas(o);
        attach_reaches(c, o);
    }
}
