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

static GoInlRec inl_rec(const Obj *o, uint32_t k)
{
    GoInlRec rec;
    memcpy(&rec, o->sec[SecIdGoInl].data + (size_t)k * sizeof rec, sizeof rec);
    return rec;
}

static Abstract *abstract_of(Dwarf *d, Unit *u, const char *name, uint32_t line)
{
    Abstract *a = name ? map_get_str(&d->abstracts, name) : NULL;
    if (!name || a)
        return a;
    a = NEW(&d->c->arena, Abstract);
    a->name = name;
    a->line = line;
    map_put_str(&d->abstracts, name, a);
    Unit *home = unit_of(d, name, u);
    if (home->last_abstract)
        home->last_abstract->next = a;
    else
        home->abstracts = a;
    home->last_abstract = a;
    return a;
}

void find_inlined(Dwarf *d)
{
    for (size_t i = 0; i < d->nunits; i++)
        for (size_t k = 0; k < d->units[i].nfuncs; k++) {
            const Sym *s = d->units[i].funcs[k];
            const GoFuncRec f = func_rec(s);
            for (uint32_t n = f.inl_first; n < f.inl_first + f.inl_count; n++) {
                Abstract *a = abstract_of(d, &d->units[i], inlined_name(s->obj, n), (uint32_t)inl_rec(s->obj, n).startline);
                vec_push(d->inlined, d->ninlined, d->cap_inlined, a);
            }
        }
}

/* ---- The calls inlined into one function ---- */

struct InlRange {
    uint32_t start, end;
    uint32_t next; /* 1 + its number, 0 none */
};

struct InlCall {
    const Abstract *callee; /* NULL: unknown */
    int32_t parent;             /* -1: the function itself */
    int32_t first_child, sibling; /* -1: none */
    int32_t file, line;         /* of the call; below 0: unknown */
    int depth;
    uint32_t first, last;       /* ranges: 1 + number, 0 none */
};

static void add_range(Dwarf *d, int32_t i, uint32_t start, uint32_t end)
{
    for (; i >= 0; i = d->calls[i].parent) {
        InlCall *c = &d->calls[i];
        if (c->last && d->ranges[c->last - 1].end == start) {
            d->ranges[c->last - 1].end = end;
            continue;
        }
        vec_push(d->ranges, d->nranges, d->cap_ranges, (InlRange){start, end, 0});
        uint32_t n = (uint32_t)d->nranges;
        if (c->last)
            d->ranges[c->last - 1].next = n;
        else
            c->first = n;
        c->last = n;
    }
}

/* A pc-value table from which values are asked in no order: it is read once. */
static void read_steps(Dwarf *d, const Sym *s, GoPctab t)
{
    PcIter it;
    pc_iter_init(&it, s->obj->sec[SecIdGoLine].data + t.off, t.size);
    d->nsteps = 0;
    while (pc_iter_next(&it))
        vec_push(d->steps, d->nsteps, d->cap_steps, (PcStep){it.end, it.value});
}

static int32_t step_value(const Dwarf *d, uint32_t pc)
{
    size_t lo = 0, hi = d->nsteps;
    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;
        if (d->steps[mid].end <= pc)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo < d->nsteps ? d->steps[lo].value : -1;
}

static uint32_t parent_pc(const Sym *s, const GoFuncRec *f, uint32_t i) { return (uint32_t)inl_rec(s->obj, f->inl_first + i).parent_pc; }

static void build_tree(Dwarf *d, const Sym *s, const GoFuncRec *f)
{
    uint32_t n = f->inl_count;
    d->calls = vec_grow(d->calls, &d->cap_calls, n, sizeof *d->calls);
    d->nranges = 0;
    read_steps(d, s, f->pctab[GoPcdata0 + 2]);
    for (uint32_t i = 0; i < n; i++) {
        InlCall *c = &d->calls[i];
        *c = (InlCall){.callee = d->inlined[d->inlined_at + i], .parent = step_value(d, parent_pc(s, f, i)), .first_child = -1, .sibling = -1};
        if (c->parent >= (int32_t)i || (c->parent >= 0 && d->calls[c->parent].depth >= MaxDepth))
            c->parent = -1; /* parents come first */
        c->depth = c->parent < 0 ? 0 : d->calls[c->parent].depth + 1;
    }
    for (size_t i = 0, pc = 0; i < d->nsteps && pc < s->size; pc = d->steps[i++].end) {
        uint32_t end = d->steps[i].end;
        if (d->steps[i].value >= 0 && (uint32_t)d->steps[i].value < n)
            add_range(d, d->steps[i].value, (uint32_t)pc, end < s->size ? end : (uint32_t)s->size);
    }
    for (int32_t i = (int32_t)n - 1; i >= 0; i--)
        if (d->calls[i].parent >= 0) {
            d->calls[i].sibling = d->calls[d->calls[i].parent].first_child;
            d->calls[d->calls[i].parent].first_child = i;
        }
    read_steps(d, s, f->pctab[GoPcfile]);
    for (uint32_t i = 0; i < n; i++)
        d->calls[i].file = step_value(d, parent_pc(s, f, i));
    read_steps(d, s, f->pctab[GoPcln]);
    for (uint32_t i = 0; i < n; i++)
        d->calls[i].line = step_value(d, parent_pc(s, f, i));
}

static uint32_t put_ranges(const Dwarf *d, const InlCall *c, uint64_t slot)
{
    Buf *b = &d->c->debug[OutDebugRnglists];
    uint32_t off = (uint32_t)b->len;
    buf_u8(b, RleBaseAddressx);
    buf_uleb(b, slot);
    for (uint32_t r = c->first; r; r = d->ranges[r - 1].next) {
        buf_u8(b, RleOffsetPair);
        buf_uleb(b, d->ranges[r - 1].start);
        buf_uleb(b, d->ranges[r - 1].end);
    }
    buf_u8(b, RleEnd);
    return off;
}

static void put_call(Dwarf *d, const Sym *s, int32_t i, uint64_t slot)
{
    const InlCall *c = &d->calls[i];
    if (!c->first || !c->callee)
        return;
    Buf *b = &d->c->debug[OutDebugInfo];
    bool known = c->file >= 0 && (uint32_t)c->file < s->obj->nfiles;
    buf_uleb(b, c->first_child >= 0 ? AbbrevInlinedParent : AbbrevInlined);
    put_ref(d, &c->callee->off);
    buf_u32(b, put_ranges(d, c, slot));
    buf_u32(b, known ? d->file_numbers[s->obj->index][c->file] : 0);
    buf_uleb(b, c->line > 0 ? (uint32_t)c->line : 0);
    if (c->first_child < 0)
        return;
    for (int32_t k = c->first_child; k >= 0; k = d->calls[k].sibling)
        put_call(d, s, k, slot);
    buf_u8(b, 0);
}

void put_inlined(Dwarf *d, const Sym *s, uint64_t slot)
{
    const GoFuncRec f = func_rec(s);
    build_tree(d, s, &f);
    for (uint32_t i = 0; i < f.inl_count; i++)
        if (d->calls[i].parent < 0)
            put_call(d, s, (int32_t)i, slot);
}
