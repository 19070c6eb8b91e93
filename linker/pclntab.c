/* pclntab.c - .gopclntab: from a pc to function, file, line, stack maps.
 *
 * The format is gc's (FORMATS: ".gopclntab"), because the runtime, gdb's and
 * Go's tools read it:
 *
 *   header  funcnametab  cutab  filetab  pctab  functab + _func records  funcdata  findfunctab
 *
 * The compiler made the pc-value tables; here equal ones are shared and
 * numbered.  File numbers in them count an object's own files, and cutab turns
 * (object, number) into an offset in filetab.  Expects text addresses; leaves
 * c->pclntab, and FUNCDATA symbols placed from go:func.* on, inline trees among
 * them. */
#include "link.h"

#include "../base/intern.h"

enum {
    Magic = (int)0xfffffff1, HeaderSize = 72, FuncSize = 44, BucketSize = 4096, SubBuckets = 16, BucketBytes = 20,
    FuncIDWrapper = 23, FlagTopframe = 1, FlagSpwrite = 2, FlagAsm = 4, FuncdataInlTree = 3, InlEntrySize = 16,
};

/* A byte string in a pool. */
typedef struct PoolSlot {
    uint32_t hash, off; /* off: 1 + where it stands, 0 free */
    uint32_t size;
} PoolSlot;

/* A set of byte strings in a Buf; each is stored once. */
typedef struct Pool {
    Buf *bytes;
    PoolSlot *slots;
    size_t count, cap;
} Pool;

typedef struct Pcln {
    LinkCtx *c;
    Pool names, files, tables;
    Buf *cutab, *functab, funcs; /* functab's pairs, and the records behind them */
    size_t nfuncs;
} Pcln;

static void pool_grow(Pool *p)
{
    size_t cap = p->cap ? p->cap * 2 : 2048;
    PoolSlot *slots = xcalloc(cap, sizeof *slots);
    for (size_t i = 0; i < p->cap; i++) {
        if (!p->slots[i].off)
            continue;
        size_t k = p->slots[i].hash & (cap - 1);
        while (slots[k].off)
            k = (k + 1) & (cap - 1);
        slots[k] = p->slots[i];
    }
    free(p->slots);
    p->slots = slots;
    p->cap = cap;
}

/* Offset of s in the pool. */
static uint32_t pool_add(Pool *p, const void *s, size_t n)
{
    if (p->count * 2 >= p->cap)
        pool_grow(p);
    uint32_t hash = (uint32_t)hash_bytes(s, n);
    PoolSlot *slot = &p->slots[hash & (p->cap - 1)];
    for (; slot->off; slot = &p->slots[(size_t)(slot - p->slots + 1) & (p->cap - 1)])
        if (slot->hash == hash && slot->size == n && memcmp(p->bytes->data + slot->off - 1, s, n) == 0)
            return slot->off - 1;
    uint32_t off = (uint32_t)p->bytes->len;
    buf_write(p->bytes, s, n);
    *slot = (PoolSlot){hash, off + 1, (uint32_t)n};
    p->count++;
    return off;
}

/* A name with its NUL and without .abi0. */
static uint32_t add_name(Pcln *p, const char *name)
{
    size_t n = base_name_len(name);
    if (!name[n])
        return pool_add(&p->names, name, n + 1);
    return pool_add(&p->names, arena_strndup(&p->c->arena, name, n), n + 1);
}

/* Functions of package runtime that tracebacks, preemption and recover treat
 * specially (FORMATS: "funcID"). */
static uint8_t func_id(const char *name, bool wrapper)
{
    static const char *const names[] = {
        [1] = "abort", "asmcgocall", "asyncPreempt", "cgocallback", "corostart", "debugCallV2", "gcBgMarkWorker", "goexit", "gogo",
        "gopanic", "handleAsyncEvent", "mcall", "morestack", "mstart", "panicwrap", "rt0_go", "main", "runFinalizers", "runCleanups",
        "sigpanic", "systemstack", "systemstack_switch", "deferreturn",
    };
    if (wrapper)
        return FuncIDWrapper;
    if (strncmp(name, "runtime.", 8) != 0)
        return 0;
    size_t n = base_name_len(name) - 8;
    for (uint8_t i = 1; i < sizeof names / sizeof *names; i++)
        if (strlen(names[i]) == n && memcmp(names[i], name + 8, n) == 0)
            return i;
    return 0;
}

/* cutab entries of an object: one for each of its files. */
static void add_files(Pcln *p, Obj *o)
{
    o->cu = (uint32_t)(p->cutab->len / 4);
    for (uint32_t i = 0; i < o->nfiles; i++)
        buf_u32(p->cutab, pool_add(&p->files, o->files[i], strlen(o->files[i]) + 1));
}

static uint32_t add_table(Pcln *p, const Obj *o, GoPctab t)
{
    return t.size ? pool_add(&p->tables, o->sec[SecIdGoLine].data + t.off, t.size) : 0;
}

/* FUNCDATA 3 as the runtime reads it. */
static Sym *inline_tree(Pcln *p, const Sym *s, const GoFuncRec *f)
{
    const Obj *o = s->obj;
    Sym *tree = NEW(&p->c->arena, Sym);
    tree->name = "";
    tree->kind = SymFuncdata;
    tree->align = 4;
    tree->size = (uint64_t)InlEntrySize * f->inl_count;
    tree->data = tree->made = arena_alloc(&p->c->arena, tree->size);
    for (uint32_t i = 0; i < f->inl_count; i++) {
        uint32_t k = f->inl_first + i;
        GoInlRec rec;
        memcpy(&rec, o->sec[SecIdGoInl].data + k * sizeof rec, sizeof rec);
        const char *callee = inlined_name(o, k), *name = callee ? callee : "?";
        char *e = tree->made + (size_t)InlEntrySize * i;
        e[0] = (char)func_id(name, rec.flags & GoFuncWrapper);
        put_u32(e + 4, add_name(p, name));
        put_u32(e + 8, (uint32_t)rec.parent_pc);
        put_u32(e + 12, (uint32_t)rec.startline);
    }
    SymList *list = &p->c->lists[SymFuncdata];
    vec_push(list->items, list->count, list->cap, tree);
    return tree;
}

/* The record of a function; FUNCDATA pointers are filled by place_funcdata,
 * through c->lists, when their places are known. */
static void add_func(Pcln *p, const Sym *s, Sym **funcdata)
{
    const GoFuncRec f = func_rec(s);
    const Obj *o = s->obj;
    uint32_t npcdata = 0, nfuncdata = 0, pcdata[GoPcdataCount];
    for (uint32_t i = 0; i < GoPcdataCount; i++) {
        pcdata[i] = add_table(p, o, f.pctab[GoPcdata0 + i]);
        if (pcdata[i])
            npcdata = i + 1;
    }
    func_maps(s, funcdata);
    if (f.inl_count)
        funcdata[FuncdataInlTree] = inline_tree(p, s, &f);
    for (uint32_t i = 0; i < GoFuncdataCount; i++) {
        if (funcdata[i])
            nfuncdata = i + 1;
    }
    buf_align(&p->funcs, 8);
    buf_u32(p->functab, (uint32_t)(s->addr - p->c->out[OutText].addr));
    buf_u32(p->functab, (uint32_t)p->funcs.len); /* from the end of functab: see finish_functab */
    buf_u32(&p->funcs, (uint32_t)(s->addr - p->c->out[OutText].addr));
    buf_u32(&p->funcs, add_name(p, s->name));
    buf_u32(&p->funcs, (uint32_t)f.args);
    buf_u32(&p->funcs, f.deferreturn);
    buf_u32(&p->funcs, add_table(p, o, f.pctab[GoPcsp]));
    buf_u32(&p->funcs, add_table(p, o, f.pctab[GoPcfile]));
    buf_u32(&p->funcs, add_table(p, o, f.pctab[GoPcln]));
    buf_u32(&p->funcs, npcdata);
    buf_u32(&p->funcs, o->nfiles ? o->cu : UINT32_MAX);
    buf_u32(&p->funcs, f.startline);
    buf_u8(&p->funcs, func_id(s->name, f.flags & GoFuncWrapper));
    buf_u8(&p->funcs, (uint8_t)((f.flags & GoFuncTopframe ? FlagTopframe : 0) | (f.flags & GoFuncSpwrite ? FlagSpwrite : 0) |
                                (f.flags & GoFuncAsm ? FlagAsm : 0)));
    buf_u8(&p->funcs, 0);
    buf_u8(&p->funcs, (uint8_t)nfuncdata);
    for (uint32_t i = 0; i < npcdata; i++)
        buf_u32(&p->funcs, pcdata[i]);
    for (uint32_t i = 0; i < nfuncdata; i++)
        buf_u32(&p->funcs, UINT32_MAX);
}

/* By falling alignment, so that no padding is needed; else in order. */
static uint64_t place_funcdata(LinkCtx *c)
{
    SymList *list = &c->lists[SymFuncdata];
    Sym **sorted = xmalloc((list->count + 1) * sizeof *sorted);
    size_t n = 0;
    for (uint32_t align = PageSize; align > 0; align /= 2)
        for (size_t i = 0; i < list->count; i++)
            if (list->items[i]->align == align || (align == 1 && list->items[i]->align == 0))
                sorted[n++] = list->items[i];
    for (size_t i = 0; i < n; i++)
        list->items[i] = sorted[i];
    free(sorted);
    return pack(c, list, 0);
}

/* The records stand behind functab: pairs, then the end of text. */
static void finish_functab(Pcln *p, Sym *const *funcdata)
{
    LinkCtx *c = p->c;
    uint32_t records = (uint32_t)(p->functab->len + 4 + 7) & ~7u;
    for (size_t i = 0; i < p->nfuncs; i++) {
        char *pair = p->functab->data + 8 * i;
        char *f = p->funcs.data + get_u32(pair + 4);
        put_u32(pair + 4, records + get_u32(pair + 4));
        uint32_t npcdata = get_u32(f + 28), nfuncdata = (uint8_t)f[FuncSize - 1];
        for (uint32_t k = 0; k < nfuncdata; k++)
            if (funcdata[i * GoFuncdataCount + k])
                put_u32(f + FuncSize + 4 * (npcdata + k), (uint32_t)funcdata[i * GoFuncdataCount + k]->addr);
    }
    buf_u32(p->functab, (uint32_t)c->out[OutText].size);
    buf_zero(p->functab, records - p->functab->len);
    buf_write(p->functab, p->funcs.data, p->funcs.len);
}

/* For each 4 KiB of text the index of the function there, and for each 256
 * bytes how many functions further on. */
static void make_findfunctab(LinkCtx *c)
{
    const SymList *text = &c->lists[SymText];
    uint64_t start = c->out[OutText].addr, size = c->out[OutText].size;
    size_t f = 0;
    for (uint64_t bucket = 0; bucket < size; bucket += BucketSize) {
        uint8_t row[BucketBytes];
        uint32_t base = 0;
        for (int i = 0; i < SubBuckets; i++) {
            uint64_t pc = start + bucket + (uint64_t)i * (BucketSize / SubBuckets);
            while (f + 1 < text->count && text->items[f + 1]->addr <= pc)
                f++;
            if (i == 0)
                base = (uint32_t)f;
            row[4 + i] = (uint8_t)(f - base);
        }
        put_u32(row, base);
        buf_write(&c->pclntab[PclnFindfunc], row, sizeof row);
    }
}

static void put_header(Pcln *p)
{
    LinkCtx *c = p->c;
    const PclnParts *parts = &c->pcln;
    Buf *b = &c->pclntab[PclnHeader];
    buf_u32(b, (uint32_t)Magic);
    buf_u16(b, 0);
    buf_u8(b, 1); /* instructions are measured in bytes */
    buf_u8(b, 8); /* size of a pointer */
    buf_u64(b, p->nfuncs);
    buf_u64(b, parts->nfiles);
    buf_u64(b, 0);
    buf_u64(b, parts->funcname);
    buf_u64(b, parts->cu);
    buf_u64(b, parts->file);
    buf_u64(b, parts->pc);
    buf_u64(b, parts->func);
}

static uint64_t round_up(uint64_t v, uint64_t align) { return (v + align - 1) & ~(align - 1); }

static void join(Pcln *p, uint64_t funcdata_size)
{
    LinkCtx *c = p->c;
    PclnParts *parts = &c->pcln;
    parts->ncu = p->cutab->len / 4;
    parts->nfiles = p->files.count;
    parts->funcname = HeaderSize;
    parts->cu = round_up(parts->funcname + p->names.bytes->len, 4);
    parts->file = parts->cu + p->cutab->len;
    parts->pc = parts->file + p->files.bytes->len;
    parts->func = round_up(parts->pc + p->tables.bytes->len, 8);
    parts->funcdata = round_up(parts->func + p->functab->len, 32);
    parts->findfunc = round_up(parts->funcdata + funcdata_size, 4);
    parts->end = parts->findfunc + c->pclntab[PclnFindfunc].len;
    put_header(p);
}

void pclntab(LinkCtx *c)
{
    Pcln p = {.c = c, .cutab = &c->pclntab[PclnCu], .functab = &c->pclntab[PclnFunc]};
    p.names.bytes = &c->pclntab[PclnFuncname];
    p.files.bytes = &c->pclntab[PclnFile];
    p.tables.bytes = &c->pclntab[PclnPc];
    const SymList *text = &c->lists[SymText];
    buf_u8(p.tables.bytes, 0); /* offset 0 means no table */
    p.nfuncs = text->count;
    Sym **funcdata = xcalloc(text->count * GoFuncdataCount + 1, sizeof *funcdata);
    for (size_t i = 0; i < c->nobjs; i++)
        add_files(&p, c->objs[i]);
    for (size_t i = 0; i < text->count; i++) {
        if (text->items[i]->has_func)
            add_func(&p, text->items[i], &funcdata[i * GoFuncdataCount]);
        else
            link_error(c, "%s: %s has no function record", text->items[i]->obj->name, text->items[i]->name);
    }
    uint64_t size = c->errors ? 0 : place_funcdata(c);
    if (!c->errors) {
        finish_functab(&p, funcdata);
        make_findfunctab(c);
        join(&p, size);
    }
    free(p.names.slots);
    free(p.files.slots);
    free(p.tables.slots);
    buf_free(&p.funcs);
    free(funcdata);
}
