/* resolve.c - which definition each name means.
 *
 * Walks the symbol tables in link order and enters the names that are not
 * local into a hash table.  Of weak definitions the first is taken; a global
 * one beats weak ones.  Two global ones are an error, except that a variable
 * may be declared in several packages (go:linkname): the one with contents
 * wins.  A program reaches a small part of what the archives define, so a Sym
 * is made only when somebody asks for one: for a name, or for a symbol of an
 * object, where each local symbol is its own Sym and the others meet by name. */
#include "link.h"

#include <stdio.h>

size_t base_name_len(const char *name)
{
    size_t n = strlen(name);
    return n > 5 && memcmp(name + n - 5, ".abi0", 5) == 0 ? n - 5 : n;
}

/* ---- The table of names ---- */

/* The name's slot, or the free one where it would go. */
static Name *find_name(const LinkCtx *c, const char *name, uint32_t hash)
{
    size_t i = hash & (c->cap_names - 1);
    while (c->names[i].name && (c->names[i].hash != hash || strcmp(c->names[i].name, name) != 0))
        i = (i + 1) & (c->cap_names - 1);
    return &c->names[i];
}

static void grow_names(LinkCtx *c, size_t cap)
{
    Name *old = c->names;
    size_t n = c->cap_names;
    c->names = NEW_ARRAY(&c->arena, Name, cap);
    c->cap_names = cap;
    for (size_t k = 0; k < n; k++) {
        if (!old[k].name)
            continue;
        size_t i = old[k].hash & (cap - 1);
        while (c->names[i].name)
            i = (i + 1) & (cap - 1);
        c->names[i] = old[k];
    }
}

/* The slot of a name, made if need be. */
static Name *enter_name(LinkCtx *c, const char *name, uint32_t hash)
{
    if ((c->nnames + 1) * 3 > c->cap_names * 2)
        grow_names(c, c->cap_names * 2);
    Name *n = find_name(c, name, hash);
    if (!n->name) {
        *n = (Name){name, hash, NameMade};
        c->nnames++;
    }
    return n;
}

/* The object that symbol number def belongs to. */
static Obj *obj_of(const LinkCtx *c, uint32_t def)
{
    size_t lo = 0, hi = c->nobjs;
    while (hi - lo > 1) {
        size_t mid = lo + (hi - lo) / 2;
        if (c->objs[mid]->first_sym <= def)
            lo = mid;
        else
            hi = mid;
    }
    return c->objs[lo];
}

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

static void define(Sym *s, Obj *o, uint32_t index)
{
    Elf64Sym e = elf_sym_at(o, index);
    SecId id = o->sec_of_shndx[e.shndx];
    const char *bytes = o->sec[id].data;
    o->syms[index] = s;
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

/* ---- Syms ---- */

static Sym *new_sym(LinkCtx *c, const char *name)
{
    Sym *s = NEW(&c->arena, Sym);
    s->name = name;
    vec_push(c->syms.items, c->syms.count, c->syms.cap, s);
    s->id = (uint32_t)c->syms.count;
    return s;
}

static Sym *sym_of(LinkCtx *c, Name *n)
{
    uint32_t number = n->def & NameNumber;
    if (n->def & NameMade) {
        Sym *s = number ? c->syms.items[number - 1] : new_sym(c, n->name);
        n->def = NameMade | s->id;
        return s;
    }
    Obj *o = obj_of(c, number);
    uint32_t i = number - o->first_sym;
    if (!o->syms[i])
        define(new_sym(c, n->name), o, i);
    return o->syms[i];
}

static Sym *hashed_sym(LinkCtx *c, const char *name, uint32_t hash) { return sym_of(c, enter_name(c, name, hash)); }

Sym *name_sym(LinkCtx *c, const char *name) { return hashed_sym(c, name, goobj_hash(name)); }

Sym *lookup_sym(LinkCtx *c, const char *name)
{
    Name *n = find_name(c, name, goobj_hash(name));
    return n->name ? sym_of(c, n) : NULL;
}

Sym *lookup_text(LinkCtx *c, const char *name)
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

/* An undefined X.abi0 means the data symbol X if there is one: asm writes it
 * when it has not seen what X is (docs/object.md). */
static Sym *bind_abi0(LinkCtx *c, Sym *s)
{
    size_t n = base_name_len(s->name);
    if (s->kind != SymUndef || !s->name[n])
        return s;
    Sym *data = lookup_sym(c, arena_strndup(&c->arena, s->name, n));
    return data && data->kind != SymUndef && data->kind != SymText ? data : s;
}

static uint32_t hash_of(const Obj *o, uint32_t i) { return get_u32(o->sec[SecIdGoHash].data + (size_t)4 * i); }

Sym *obj_sym(LinkCtx *c, Obj *o, uint32_t i)
{
    if (i == 0 || o->syms[i])
        return o->syms[i];
    Elf64Sym e = elf_sym_at(o, i);
    uint8_t type = e.info & 15;
    if (type == SttSection || type == SttFile)
        return NULL;
    const char *name = o->strtab + e.name;
    if (e.info >> 4 == StbLocal) {
        Sym *s = new_sym(c, name);
        s->local = true;
        if (e.shndx != ShnUndef)
            define(s, o, i);
        return o->syms[i] = s;
    }
    Sym *s = bind_abi0(c, hashed_sym(c, name, hash_of(o, i)));
    return o->syms[i] = s;
}

Sym *make_sym(LinkCtx *c, const char *name, SymKind kind, uint64_t size)
{
    Sym *s = name_sym(c, name);
    s->kind = (uint8_t)kind;
    s->size = size;
    s->align = 8;
    s->data = s->made = kind == SymMarker ? NULL : arena_alloc(&c->arena, size);
    vec_push(c->made.items, c->made.count, c->made.cap, s);
    return s;
}

Sym *resize_sym(LinkCtx *c, const char *name, uint64_t size)
{
    Sym *s = lookup_sym(c, name);
    s->size = size;
    s->data = s->made = arena_alloc(&c->arena, size);
    return s;
}

/* ---- Choosing among definitions ---- */

/* A definition of an object. */
typedef struct Def {
    const Obj *o;
    uint32_t index;
    Elf64Sym e;
    SecId id;
} Def;

static Def def_at(const Obj *o, uint32_t i)
{
    Elf64Sym e = elf_sym_at(o, i);
    return (Def){o, i, e, o->sec_of_shndx[e.shndx]};
}

static bool is_weak(const Def *d) { return d->e.info >> 4 == StbWeak; }

/* A variable without contents. */
static bool is_bss(const Def *d) { return d->id == SecIdBss || d->id == SecIdNoptrbss; }

/* check mode: a dropped duplicate must have the bytes of the one taken. */
static void check_duplicate(LinkCtx *c, const char *name, const Def *taken, const Def *other)
{
    bool same = taken->e.size == other->e.size && taken->id == other->id;
    if (same && taken->e.size > 0 && !is_bss(taken))
        same = memcmp(taken->o->sec[taken->id].data + taken->e.value, other->o->sec[other->id].data + other->e.value, taken->e.size) == 0;
    if (!same)
        link_error(c, "%s: duplicate symbol with different contents in %s and %s", name, taken->o->name, other->o->name);
}

/* Decides between the definition that the name has and a new one. */
static void redefine(LinkCtx *c, Name *n, const Obj *o, uint32_t i, bool weak)
{
    if (weak && !c->opt.check)
        return;
    const Obj *first = obj_of(c, n->def & NameNumber);
    const Def taken = def_at(first, (n->def & NameNumber) - first->first_sym), other = def_at(o, i);
    if (weak) {
        if (is_weak(&taken))
            check_duplicate(c, n->name, &taken, &other);
        return;
    }
    if (!is_weak(&taken)) {
        bool variables = other.id != SecIdText && taken.id != SecIdText;
        if (variables && is_bss(&other) && (!is_bss(&taken) || taken.e.size >= other.e.size))
            return;
        if (!variables || !is_bss(&taken)) {
            link_error(c, "duplicated definition of symbol %.*s, from %s and %s", (int)base_name_len(n->name), n->name, first->name, o->name);
            return;
        }
    }
    n->def = o->first_sym + i;
}

enum { Ahead = 16 };

/* Slots of the table are far apart: they are fetched some symbols ahead. */
static void enter_definitions(LinkCtx *c, const Obj *o)
{
    for (uint32_t i = 1; i < o->nsyms; i++) {
        if (i + Ahead < o->nsyms)
            __builtin_prefetch(&c->names[hash_of(o, i + Ahead) & (c->cap_names - 1)]);
        Elf64Sym e = elf_sym_at(o, i);
        uint8_t type = e.info & 15;
        if (type == SttSection || type == SttFile || e.shndx == ShnUndef || e.info >> 4 == StbLocal)
            continue;
        const char *name = o->strtab + e.name;
        uint32_t hash = hash_of(o, i);
        if (c->opt.check && hash != goobj_hash(name))
            link_error(c, "%s: %s of %s is wrong", o->name, SecGoHash, name);
        Name *n = enter_name(c, name, hash);
        bool weak = e.info >> 4 == StbWeak;
        if (n->def == NameMade)
            n->def = (o->first_sym + i) | (weak ? NameWeak : 0);
        else
            redefine(c, n, o, i, weak);
    }
}

void resolve(LinkCtx *c)
{
    uint32_t nsyms = 0;
    for (size_t i = 0; i < c->nobjs; i++) {
        c->objs[i]->first_sym = nsyms;
        nsyms += c->objs[i]->nsyms;
    }
    size_t cap = 4096;
    while (cap * 2 < (size_t)nsyms * 3) /* room for all names, so that the table need not grow */
        cap *= 2;
    grow_names(c, cap);
    for (size_t i = 0; i < c->nobjs; i++) {
        Obj *o = c->objs[i];
        o->syms = NEW_ARRAY(&c->arena, Sym *, o->nsyms);
        enter_definitions(c, o);
    }
}
