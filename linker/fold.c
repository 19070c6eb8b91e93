/* fold.c - instances of a generic function that came out the same become one.
 *
 * A generic function is compiled for each list of type arguments. Often the
 * code is equal: for two struct types whose fields are copied alike, say. Two
 * instances are one when their text, tables and maps are equal and their
 * relocations lead to the same symbols, or to instances that are one in turn.
 * The classes are found as those of a finite automaton (Moore 1956): instances
 * start together if all but the targets is equal, and are told apart by the
 * classes of their targets until nothing changes.  Names are compared without type
 * arguments, since tracebacks print main.Map[...] for all of them.
 *
 * Expects what deadcode left; every reference to a dropped instance leads to
 * the first of its class afterwards. */
#include "link.h"

#include "../base/sha256.h"

enum { ClassBytes = 8 };

typedef struct Fold {
    SymList instances;
    uint64_t *class; /* by symbol id; 0: no instance */
    uint64_t *next;
} Fold;

static bool is_instance(const Sym *s) { return s->weak && s->has_func && s->obj && strchr(s->name, '['); }

static void add_int(Sha256 *h, uint64_t v)
{
    char b[8];
    put_u64(b, v);
    sha256_write(h, b, sizeof b);
}

static void add_bytes(Sha256 *h, const char *p, uint64_t n)
{
    add_int(h, n);
    sha256_write(h, p, n);
}

/* A name without what stands in the outer brackets. */
static void add_name(Sha256 *h, const char *name)
{
    int depth = 0;
    for (const char *p = name; *p; p++) {
        depth -= *p == ']';
        if (depth == 0)
            sha256_write(h, p, 1);
        depth += *p == '[';
    }
    add_int(h, 0);
}

static uint64_t sum(const Sha256 *h)
{
    uint8_t digest[32];
    uint64_t v;
    sha256_sum(h, digest);
    memcpy(&v, digest, ClassBytes);
    return v ? v : 1;
}

/* Bytes of a symbol and its relocations, but for their targets. */
static void add_contents(Sha256 *h, const Sym *s)
{
    add_bytes(h, s->data, s->data ? s->size : 0);
    for (uint32_t i = 0; i < s->nrel; i++) {
        Elf64Rela r = rela_at(sym_rela(s), i);
        add_int(h, r.offset - s->sec_off);
        add_int(h, elf_rela_type(r.info));
        add_int(h, (uint64_t)r.addend);
    }
}

static void add_inlined(Sha256 *h, const Obj *o, const GoFuncRec *f)
{
    for (uint32_t k = f->inl_first; k < f->inl_first + f->inl_count; k++) {
        GoInlRec rec;
        memcpy(&rec, o->sec[SecIdGoInl].data + k * sizeof rec, sizeof rec);
        const char *callee = inlined_name(o, k);
        add_name(h, callee ? callee : "?");
        add_int(h, (uint64_t)rec.parent_pc);
        add_int(h, (uint64_t)rec.startline);
        add_int(h, rec.flags);
    }
}

static void add_record(Sha256 *h, const Sym *s)
{
    const GoFuncRec f = func_rec(s);
    const Obj *o = s->obj;
    const uint64_t fields[] = {(uint64_t)f.args, (uint64_t)f.locals, f.flags, f.deferreturn, f.startline, f.align, f.inl_count};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        add_int(h, fields[i]);
    for (int i = 0; i < GoPctabCount; i++)
        add_bytes(h, o->sec[SecIdGoLine].data + f.pctab[i].off, f.pctab[i].size);
    for (uint32_t i = 0; i < o->nfiles; i++) /* file numbers in the tables count these */
        add_bytes(h, o->files[i], strlen(o->files[i]));
    Sym *maps[GoFuncdataCount];
    func_maps(s, maps);
    for (int i = 0; i < GoFuncdataCount; i++) {
        const Sym *map = maps[i];
        add_int(h, map != NULL);
        if (!map)
            continue;
        add_contents(h, map);
        for (uint32_t k = 0; k < map->nrel; k++)
            add_int(h, rela_sym(map->obj, rela_at(sym_rela(map), k))->id);
    }
    add_inlined(h, o, &f);
}

static uint64_t first_class(const Sym *s)
{
    Sha256 h;
    sha256_init(&h);
    add_name(&h, s->name);
    add_contents(&h, s);
    add_record(&h, s);
    return sum(&h);
}

static uint64_t next_class(const Fold *f, const Sym *s)
{
    Sha256 h;
    sha256_init(&h);
    add_int(&h, f->class[s->id]);
    for (uint32_t i = 0; i < s->nrel; i++) {
        const Sym *to = rela_sym(s->obj, rela_at(sym_rela(s), i));
        add_int(&h, f->class[to->id] ? 0 : to->id);
        add_int(&h, f->class[to->id]);
    }
    return sum(&h);
}

static size_t count_classes(const Fold *f)
{
    Map seen = {0};
    size_t n = 0;
    for (size_t i = 0; i < f->instances.count; i++) {
        uint64_t class = f->class[f->instances.items[i]->id];
        n += !map_get_int(&seen, class);
        map_put_int(&seen, class, f->instances.items[i]);
    }
    map_free(&seen);
    return n;
}

static void find_classes(Fold *f)
{
    for (size_t i = 0; i < f->instances.count; i++)
        f->class[f->instances.items[i]->id] = first_class(f->instances.items[i]);
    for (size_t n = 0, before = SIZE_MAX; n != before;) {
        before = n;
        for (size_t i = 0; i < f->instances.count; i++)
            f->next[f->instances.items[i]->id] = next_class(f, f->instances.items[i]);
        uint64_t *t = f->class;
        f->class = f->next;
        f->next = t;
        n = count_classes(f);
    }
}

/* The first of each class stands for all. */
static bool drop_others(Fold *f, Sym **instead)
{
    Map first = {0};
    bool any = false;
    for (size_t i = 0; i < f->instances.count; i++) {
        Sym *s = f->instances.items[i], *kept = map_get_int(&first, f->class[s->id]);
        if (!kept) {
            map_put_int(&first, f->class[s->id], s);
            continue;
        }
        instead[s->id] = kept;
        s->reached = false;
        any = true;
    }
    map_free(&first);
    return any;
}

static void keep_reached(SymList *list)
{
    size_t n = 0;
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i]->reached)
            list->items[n++] = list->items[i];
    list->count = n;
}

/* Maps of dropped instances, unless somebody else has the same. */
static void drop_maps(LinkCtx *c)
{
    for (size_t i = 0; i < c->lists[SymFuncdata].count; i++)
        c->lists[SymFuncdata].items[i]->reached = false;
    for (size_t i = 0; i < c->lists[SymText].count; i++) {
        const Sym *s = c->lists[SymText].items[i];
        if (!s->has_func)
            continue;
        Sym *maps[GoFuncdataCount];
        func_maps(s, maps);
        for (int t = 0; t < GoFuncdataCount; t++)
            if (maps[t])
                maps[t]->reached = true;
    }
    keep_reached(&c->lists[SymFuncdata]);
}

static void redirect(LinkCtx *c, Sym **instead)
{
    for (size_t i = 0; i < c->nobjs; i++)
        for (uint32_t k = 1; k < c->objs[i]->nsyms; k++) {
            Sym *s = c->objs[i]->syms[k];
            if (s && instead[s->id])
                c->objs[i]->syms[k] = instead[s->id];
        }
}

/* A name of its own has no equal: most instances go no further than here. */
static uint64_t rough_class(const Sym *s)
{
    uint64_t h = s->size * 0x9E3779B97F4A7C15u + s->nrel;
    int depth = 0;
    for (const char *p = s->name; *p; p++) {
        depth -= *p == ']';
        if (depth == 0)
            h = (h ^ (uint8_t)*p) * 0x100000001B3u;
        depth += *p == '[';
    }
    return h;
}

static void find_instances(const LinkCtx *c, SymList *out)
{
    const SymList *text = &c->lists[SymText];
    SymList all = {0};
    Map count = {0};
    for (size_t i = 0; i < text->count; i++) {
        if (!is_instance(text->items[i]))
            continue;
        uint64_t class = rough_class(text->items[i]);
        vec_push(all.items, all.count, all.cap, text->items[i]);
        map_put_int(&count, class, (void *)((uintptr_t)map_get_int(&count, class) + 1));
    }
    for (size_t i = 0; i < all.count; i++)
        if ((uintptr_t)map_get_int(&count, rough_class(all.items[i])) > 1)
            vec_push(out->items, out->count, out->cap, all.items[i]);
    free(all.items);
    map_free(&count);
}

void fold(LinkCtx *c)
{
    Fold f = {0};
    find_instances(c, &f.instances);
    if (f.instances.count > 1) {
        f.class = xcalloc(c->syms.count + 1, sizeof *f.class);
        f.next = xcalloc(c->syms.count + 1, sizeof *f.next);
        Sym **instead = xcalloc(c->syms.count + 1, sizeof *instead);
        find_classes(&f);
        if (drop_others(&f, instead)) {
            keep_reached(&c->lists[SymText]);
            drop_maps(c);
            redirect(c, instead);
        }
        free(instead);
        free(f.class);
        free(f.next);
    }
    free(f.instances.items);
}
