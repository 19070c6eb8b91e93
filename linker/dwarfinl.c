/* dwarfinl.c - inlined calls in .debug_info (DWARF 5, section 3.3.8).
 *
 * A function that was inlined somewhere has an abstract entry in the unit of
 * its package: name and line.  The out-of-line copy, if there is one, and each
 * inlined call refer to it.  Which instructions belong to call number i of a
 * function stands in the pc-value table InlTreeIndex; i's parent is the call
 * that this table names at i's parent pc, and i's instructions are its
 * parent's too. */
#include "dwarf.h"
#include "pctab.h"

enum { MaxDepth = 100 };

/* Length of the package path in a function's name: up to the first dot behind
 * the last slash, type arguments aside. */
static size_t package_len(const char *name)
{
    size_t n = strcspn(name, "[("), start = 0;
    for (size_t i = 0; i < n; i++)
        if (name[i] == '/')
            start = i + 1;
    for (size_t i = start; i < n; i++)
        if (name[i] == '.')
            return i;
    return n;
}

static Unit *unit_of(Dwarf *d, const char *name, Unit *otherwise)
{
    size_t n = package_len(name);
    for (size_t i = 0; i < d->nunits; i++)
        if (strlen(d->units[i].pkg) == n && memcmp(d->units[i].pkg, name, n) == 0)
            return &d->units[i];
    return otherwise;
}

static const char *inlined_name(const Obj *o, uint32_t k)
{
    if (o->inl_rela[k] == o->inl_rela[k + 1])
        return NULL;
    const Sym *s = rela_sym(o, rela_at(o->sec[SecIdGoInl].rela, o->inl_rela[k]));
    return s ? s->name : NULL;
}

static GoInlRec inl_rec(const Obj *o, uint32_t k)
{
    GoInlRec rec;
    memcpy(&rec, o->sec[SecIdGoInl].data + (size_t)k * sizeof rec, sizeof rec);
    return rec;
}

static void add_abstract(Dwarf *d, Unit *u, const char *name, uint32_t line)
{
    if (!name || map_get_str(&d->abstracts, name))
        return;
    Abstract *a = NEW(&d->c->arena, Abstract);
    a->name = name;
    a->line = line;
    map_put_str(&d->abstracts, name, a);
    Unit *home = unit_of(d, name, u);
    if (home->last_abstract)
        home->last_abstract->next = a;
    else
        home->abstracts = a;
    home->last_abstract = a;
}

void find_inlined(Dwarf *d)
{
    for (size_t i = 0; i < d->nunits; i++)
        for (size_t k = 0; k < d->units[i].nfuncs; k++) {
            const Sym *s = d->units[i].funcs[k];
            const GoFuncRec f = func_rec(s);
            for (uint32_t n = 0; n < f.inl_count; n++)
                add_abstract(d, &d->units[i], inlined_name(s->obj, f.inl_first + n),
                             (uint32_t)inl_rec(s->obj, f.inl_first + n).startline);
        }
}

/* ---- The calls inlined into one function ---- */

typedef struct Range {
    struct Range *next;
    uint32_t start, end;
} Range;

typedef struct Call {
    GoInlRec rec;
    int32_t parent;             /* -1: the function itself */
    int32_t first_child, sibling; /* -1: none */
    int depth;
    Range *ranges, *last;
} Call;

typedef struct Tree {
    Dwarf *d;
    const Sym *s;
    GoFuncRec f;
    uint64_t slot; /* of the function's address */
    Call *calls;
    Arena arena;
} Tree;

static int32_t table_value(const Tree *t, int table, uint32_t pc)
{
    GoPctab p = t->f.pctab[table];
    return pc_value(t->s->obj->sec[SecIdGoLine].data + p.off, p.size, pc);
}

static void add_range(Tree *t, int32_t i, uint32_t start, uint32_t end)
{
    for (; i >= 0; i = t->calls[i].parent) {
        Call *c = &t->calls[i];
        if (c->last && c->last->end == start) {
            c->last->end = end;
            continue;
        }
        Range *r = NEW(&t->arena, Range);
        *r = (Range){NULL, start, end};
        if (c->last)
            c->last->next = r;
        else
            c->ranges = r;
        c->last = r;
    }
}

static void build_tree(Tree *t)
{
    t->calls = NEW_ARRAY(&t->arena, Call, t->f.inl_count);
    for (uint32_t i = 0; i < t->f.inl_count; i++) {
        Call *c = &t->calls[i];
        c->rec = inl_rec(t->s->obj, t->f.inl_first + i);
        c->parent = table_value(t, GoPcdata0 + 2, (uint32_t)c->rec.parent_pc);
        c->first_child = c->sibling = -1;
        if (c->parent >= (int32_t)i || (c->parent >= 0 && t->calls[c->parent].depth >= MaxDepth))
            c->parent = -1; /* parents come first */
        c->depth = c->parent < 0 ? 0 : t->calls[c->parent].depth + 1;
    }
    for (int32_t i = (int32_t)t->f.inl_count - 1; i >= 0; i--)
        if (t->calls[i].parent >= 0) {
            t->calls[i].sibling = t->calls[t->calls[i].parent].first_child;
            t->calls[t->calls[i].parent].first_child = i;
        }
    PcIter it;
    GoPctab p = t->f.pctab[GoPcdata0 + 2];
    pc_iter_init(&it, t->s->obj->sec[SecIdGoLine].data + p.off, p.size);
    while (pc_iter_next(&it) && it.pc < t->s->size)
        if (it.value >= 0 && (uint32_t)it.value < t->f.inl_count)
            add_range(t, it.value, it.pc, it.end < t->s->size ? it.end : (uint32_t)t->s->size);
}

static uint32_t put_ranges(const Tree *t, const Call *c)
{
    Buf *b = &t->d->c->debug[OutDebugRnglists];
    uint32_t off = (uint32_t)b->len;
    buf_u8(b, RleBaseAddressx);
    buf_uleb(b, t->slot);
    for (const Range *r = c->ranges; r; r = r->next) {
        buf_u8(b, RleOffsetPair);
        buf_uleb(b, r->start);
        buf_uleb(b, r->end);
    }
    buf_u8(b, RleEnd);
    return off;
}

static void put_call(Tree *t, int32_t i)
{
    const Call *c = &t->calls[i];
    const char *name = inlined_name(t->s->obj, t->f.inl_first + (uint32_t)i);
    if (!c->ranges || !name)
        return;
    Buf *b = &t->d->c->debug[OutDebugInfo];
    int32_t file = table_value(t, GoPcfile, (uint32_t)c->rec.parent_pc), line = table_value(t, GoPcln, (uint32_t)c->rec.parent_pc);
    bool known = file >= 0 && (uint32_t)file < t->s->obj->nfiles;
    buf_uleb(b, c->first_child >= 0 ? AbbrevInlinedParent : AbbrevInlined);
    put_ref(t->d, &((const Abstract *)map_get_str(&t->d->abstracts, name))->off);
    buf_u32(b, put_ranges(t, c));
    buf_u32(b, known ? t->d->file_numbers[t->s->obj->index][file] : 0);
    buf_uleb(b, line > 0 ? (uint32_t)line : 0);
    if (c->first_child < 0)
        return;
    for (int32_t k = c->first_child; k >= 0; k = t->calls[k].sibling)
        put_call(t, k);
    buf_u8(b, 0);
}

void put_inlined(Dwarf *d, const Sym *s, uint64_t slot)
{
    Tree t = {.d = d, .s = s, .f = func_rec(s), .slot = slot};
    arena_init(&t.arena);
    build_tree(&t);
    for (uint32_t i = 0; i < t.f.inl_count; i++)
        if (t.calls[i].parent < 0)
            put_call(&t, (int32_t)i);
    arena_free(&t.arena);
}
