/* deadcode.c - what the program can reach.
 *
 * A worklist starts at the entry, main.main and the init tasks, and follows
 * relocations and the Keep rows of .go.reach.  Methods need more care, since
 * a type descriptor refers to all methods of its type and would keep them all:
 * the entries of its method table are weak (GoReachMethod), and so are the
 * function entries of an itab.  A method is kept when its type gets into an
 * interface (GoReachUsedInIface, or because it is part of such a type) and
 *   - some reached function calls an interface method of its name and type, or
 *   - calls by name (GoReachNamedMethod), or
 *   - may call by reflection, and the method is exported.
 * The calls that make a package's maps are weak as well (GoReachMapInit): a map
 * that nothing uses is not made.  These conditions feed each other, so methods
 * and maps are looked at again until nothing changes.  The type of a variable is
 * for the linker's eyes (masks, DWARF): it does not stay for that.  Leaves c->lists: the reached symbols by kind, in link
 * order. */
#include "link.h"

typedef struct Method {
    Sym *type;
    const Reach *row;
} Method;

typedef struct Deadcode {
    LinkCtx *c;
    SymList work;
    Method *methods; /* of types in interfaces, not yet kept */
    size_t nmethods, cap_methods;
    Map called;      /* method_key -> a Reach with it: interface methods that are called */
    Map named;       /* name symbol -> itself: methods called by name */
    bool reflect;    /* a reached function calls methods by reflection */
    const Reach **maps; /* GoReachMapInit rows of reached functions whose variables are not reached */
    size_t nmaps, cap_maps;
} Deadcode;

static void push(Deadcode *d, Sym *s) { vec_push(d->work.items, d->work.count, d->work.cap, s); }

static void mark(Deadcode *d, Sym *s)
{
    if (!s || s->reached)
        return;
    s->reached = true;
    push(d, s);
}

static void mark_iface(Deadcode *d, Sym *s)
{
    if (!s)
        return;
    if (!s->in_iface) {
        s->in_iface = true;
        if (s->reached)
            push(d, s); /* look again: its methods count now */
    }
    mark(d, s);
}

static void undefined(LinkCtx *c, const Sym *from, Sym *to)
{
    if (to->reported)
        return;
    to->reported = true;
    size_t base = base_name_len(to->name);
    bool abi0 = to->name[base] != 0;
    char *other = arena_printf(&c->arena, abi0 ? "%.*s" : "%.*s.abi0", (int)base, to->name);
    Sym *twin = lookup_sym(c, other);
    const char *is_main = strcmp(to->name, "main.main") == 0 ? "function main is undeclared in the main package" : NULL;
    if (is_main)
        link_error(c, "%.*s: %s", (int)base_name_len(from->name), from->name, is_main);
    else if (twin && twin->kind == SymText)
        link_error(c, "%.*s: relocation target %.*s not defined for %s (but is defined for %s)", (int)base_name_len(from->name),
                   from->name, (int)base, to->name, abi0 ? "ABI0" : "ABIInternal", abi0 ? "ABIInternal" : "ABI0");
    else
        link_error(c, "%.*s: relocation target %.*s not defined", (int)base_name_len(from->name), from->name, (int)base, to->name);
}

/* Marks what from cannot do without. */
static void require(Deadcode *d, const Sym *from, Sym *to)
{
    if (to && to->kind == SymUndef)
        undefined(d->c, from, to);
    else
        mark(d, to);
}

static bool is_type(const Sym *s) { return s->kind == SymType && strncmp(s->name, "type:.", 6) != 0; }

/* The next row about a method of a descriptor, from r on. */
static const Reach *method_row(const Reach *r)
{
    while (r && r->kind != GoReachMethod)
        r = r->next;
    return r;
}

/* Is off in Mtyp, Ifn or Tfn of a Method row?  They are weak; its Name, too, is
 * only kept with it.  Rows and offsets rise: *row is where to look. */
static bool is_weak(const Reach **row, uint64_t off)
{
    while (*row && off >= (uint64_t)(*row)->off + 16)
        *row = method_row((*row)->next);
    return *row && off >= (uint64_t)(*row)->off + 4;
}

static bool is_itab(const Sym *s) { return s->kind == SymRodata && strncmp(s->name, "go:itab.", 8) == 0; }

enum { ItabType = 8, ItabFun = 24 }; /* offsets in an ITab */

/* A call that makes a map is needed when the map is. */
static bool is_map_init(const Sym *s, const Sym *to)
{
    for (const Reach *r = s->reach; r; r = r->next)
        if (r->kind == GoReachMapInit && r->to == to)
            return true;
    return false;
}

static void follow_relocations(Deadcode *d, Sym *s)
{
    const Reach *method = s->kind == SymType ? method_row(s->reach) : NULL;
    bool itab = is_itab(s);
    bool weak_calls = s->kind == SymText && s->reach;
    for (uint32_t i = 0; i < s->nrel; i++) {
        Elf64Rela r = rela_at(sym_rela(s), i);
        Sym *to = rela_sym(s->obj, r);
        uint64_t off = r.offset - s->sec_off;
        if (method && is_weak(&method, off))
            continue;
        if (itab && off >= ItabFun)
            continue;
        if (weak_calls && to->kind == SymText && is_map_init(s, to))
            continue;
        if (to->kind == SymUndef) {
            undefined(d->c, s, to);
            continue;
        }
        if (itab && off == ItabType)
            mark_iface(d, to);
        else if (s->in_iface && is_type(s) && is_type(to))
            mark_iface(d, to); /* reflection leads from the type to its parts */
        else
            mark(d, to);
    }
}

/* Methods are the same when the symbols of name and type are: both are
 * content-named. */
static uint64_t method_key(const Reach *r)
{
    return (uint64_t)(r->name ? r->name->id : 0) << 32 | (r->to ? r->to->id : 0);
}

static void follow_rows(Deadcode *d, Sym *s)
{
    for (const Reach *r = s->reach; r; r = r->next) {
        switch ((GoReachKind)r->kind) {
        case GoReachKeep:
            require(d, s, r->to);
            break;
        case GoReachUsedInIface:
            mark_iface(d, r->to);
            break;
        case GoReachIfaceMethod:
            map_put_int(&d->called, method_key(r), (void *)(uintptr_t)r);
            break;
        case GoReachNamedMethod:
            if (r->name)
                map_put(&d->named, r->name, r->name);
            break;
        case GoReachMethod:
            if (s->in_iface)
                vec_push(d->methods, d->nmethods, d->cap_methods, (Method){s, r});
            break;
        case GoReachInitOrder:
            mark(d, r->to);
            break;
        case GoReachMapInit:
            vec_push(d->maps, d->nmaps, d->cap_maps, r);
            break;
        case GoReachIndirectCall:
            break;
        }
    }
}

static void follow_function(Deadcode *d, Sym *s)
{
    if (!s->has_func)
        return;
    if (func_rec(s).flags & GoFuncReflectMethod)
        d->reflect = true;
    Sym *maps[GoFuncdataCount];
    func_maps(s, maps);
    for (int t = 0; t < GoFuncdataCount; t++)
        mark(d, maps[t]);
}

static void drain(Deadcode *d)
{
    while (d->work.count > 0 && !d->c->failed) {
        Sym *s = d->work.items[--d->work.count];
        if (!s->obj)
            continue;
        attach(d->c, s);
        follow_relocations(d, s);
        follow_rows(d, s);
        if (s->kind == SymText)
            follow_function(d, s);
        if (s->gotype && s->gotype->kind == SymUndef)
            undefined(d->c, s, s->gotype);
    }
}

/* type:.namedata.NAME. is exported, type:.namedata.name- is not. */
static bool is_exported(const Sym *name)
{
    size_t n = name ? strlen(name->name) : 0;
    return n > 0 && name->name[n - 1] == '.';
}

static void keep_method(Deadcode *d, Method m)
{
    for (uint32_t i = 0; i < m.type->nrel; i++) {
        Elf64Rela r = rela_at(sym_rela(m.type), i);
        uint64_t off = r.offset - m.type->sec_off;
        if (off < m.row->off || off >= (uint64_t)m.row->off + 16)
            continue;
        Sym *to = rela_sym(m.type->obj, r);
        require(d, m.type, to);
        if (is_type(to))
            mark_iface(d, to);
    }
}

static bool keep_methods(Deadcode *d)
{
    bool changed = false;
    size_t rest = 0;
    for (size_t i = 0; i < d->nmethods; i++) {
        Method m = d->methods[i];
        if (map_get_int(&d->called, method_key(m.row)) || (m.row->name && map_has(&d->named, m.row->name)) || (d->reflect && is_exported(m.row->name))) {
            keep_method(d, m);
            changed = true;
        } else {
            d->methods[rest++] = m;
        }
    }
    d->nmethods = rest;
    return changed;
}

static bool keep_maps(Deadcode *d)
{
    bool changed = false;
    size_t rest = 0;
    for (size_t i = 0; i < d->nmaps; i++) {
        const Reach *r = d->maps[i];
        if (r->name && r->name->reached) {
            mark(d, r->to);
            changed = true;
        } else {
            d->maps[rest++] = r;
        }
    }
    d->nmaps = rest;
    return changed;
}

static void mark_roots(Deadcode *d)
{
    static const char *const roots[] = {"main..inittask", "runtime..inittask", "runtime.unreachableMethod", "runtime.mapinitnoop", "runtime.firstmoduledata",
                                        "runtime.buildVersion", "runtime.modinfo", "runtime.runtime_inittasks"};
    LinkCtx *c = d->c;
    c->entry = lookup_text(c, "_rt0_amd64_linux");
    if (!c->entry)
        link_fatal(c, "error: entry point _rt0_amd64_linux is not defined: no package runtime");
    Sym *main_main = lookup_text(c, "main.main");
    if (!main_main)
        link_error(c, "runtime.main_main\302\267f: function main is undeclared in the main package");
    mark(d, c->entry);
    mark(d, main_main);
    for (size_t i = 0; i < sizeof roots / sizeof *roots; i++) {
        Sym *s = lookup_sym(c, roots[i]);
        if (s && s->kind != SymUndef)
            mark(d, s);
    }
    Sym *main_sym = name_sym(c, "main.main");
    main_sym->reported = main_sym->kind == SymUndef;
}

static void list_reached(LinkCtx *c)
{
    keep_provided(c);
    for (size_t i = 0; i < c->nobjs; i++) {
        const Obj *o = c->objs[i];
        for (uint32_t k = 1; k < o->nsyms; k++) {
            Sym *s = o->syms[k];
            if (s && s->reached && s->obj == o && s->elf_index == k)
                vec_push(c->lists[s->kind].items, c->lists[s->kind].count, c->lists[s->kind].cap, s);
        }
    }
    for (size_t i = 0; i < c->made.count; i++) {
        Sym *s = c->made.items[i];
        if (s->reached)
            vec_push(c->lists[s->kind].items, c->lists[s->kind].count, c->lists[s->kind].cap, s);
    }
}

void deadcode(LinkCtx *c)
{
    Deadcode d = {.c = c};
    mark_roots(&d);
    if (!c->failed) {
        do
            drain(&d);
        while (!c->failed && (keep_maps(&d) || keep_methods(&d)));
        list_reached(c);
    }
    free(d.work.items);
    free(d.methods);
    free(d.maps);
    map_free(&d.called);
    map_free(&d.named);
}
