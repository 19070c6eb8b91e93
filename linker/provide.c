/* provide.c - what the linker itself defines.
 *
 * Marker symbols (addresses only), the module data, lists and strings that
 * package runtime declares and leaves empty, and the string variables of -X.
 * Contents that depend on addresses are written by fill_provided after layout. */
#include "link.h"

static const char *const markers[] = {
    "runtime.text", "runtime.etext", "runtime.rodata", "runtime.erodata", "runtime.types", "runtime.etypes",
    "runtime.noptrdata", "runtime.enoptrdata", "runtime.data", "runtime.edata", "runtime.bss", "runtime.ebss",
    "runtime.noptrbss", "runtime.enoptrbss", "runtime.covctrs", "runtime.ecovctrs", "runtime.end",
    "runtime.pclntab", "runtime.epclntab", "runtime.pcheader", "runtime.funcnametab", "runtime.cutab", "runtime.filetab",
    "runtime.pctab", "runtime.functab", "runtime.findfunctab", "runtime.egcdata", "runtime.egcbss",
    "type:*", "go:string.*", "go:funcdesc", "go:func.*", "runtime.gcbits.*",
};

/* Lists and tables whose size a later phase finds out (resize_sym). */
static const struct {
    const char *name;
    SymKind kind;
    uint32_t align;
} tables[] = {
    {"runtime.typelink", SymTypelink, 32},        {"runtime.itablink", SymItablink, 32}, {"go:main.inittasks", SymNoptrdata, 8},
    {"go:runtime.inittasks", SymNoptrdata, 8}, {"runtime.gcdata", SymRodata, 1},      {"runtime.gcbss", SymRodata, 1},
    {"go:buildinfo", SymBuildinfo, 16},
};

/* Defines a symbol unless an object does. */
static Sym *own(LinkCtx *c, const char *name, SymKind kind, uint64_t size)
{
    Sym *s = lookup_sym(c, name);
    if (s && s->kind != SymUndef) {
        link_error(c, "%s: %s is defined by the linker", s->obj ? s->obj->name : "link", name);
        return s;
    }
    s = make_sym(c, name, kind, size);
    s->reached = true;
    return s;
}

/* A variable of package runtime gets contents: it moves to where these can stand. */
static void take_over(LinkCtx *c, Sym *s)
{
    s->made = arena_alloc(&c->arena, s->size);
    s->data = s->made;
    s->nrel = 0;
    if (s->kind == SymBss)
        s->kind = SymData;
    else if (s->kind == SymNoptrbss)
        s->kind = SymNoptrdata;
}

static bool is_variable(const Sym *s)
{
    return s && (s->kind == SymData || s->kind == SymNoptrdata || s->kind == SymBss || s->kind == SymNoptrbss);
}

enum { StringSize = 16, SliceSize = 24 };

/* Makes the string variable s hold text. */
static void set_string(LinkCtx *c, Sym *s, const char *text, size_t n)
{
    take_over(c, s);
    Sym *t = make_sym(c, arena_printf(&c->arena, "go:string.%s", s->name), SymString, n);
    t->align = 1;
    if (n > 0)
        memcpy(t->made, text, n);
    vec_push(c->strings, c->nstrings, c->cap_strings, (StringVar){s, t});
}

static void runtime_string(LinkCtx *c, const char *name, const char *text, size_t n)
{
    Sym *s = lookup_sym(c, name);
    if (is_variable(s) && s->size == StringSize)
        set_string(c, s, text, n);
}

/* -X importpath.name=value */
static void define_string(LinkCtx *c, const char *definition)
{
    size_t n = (size_t)(strchr(definition, '=') - definition);
    char *name = arena_strndup(&c->arena, definition, n);
    Sym *s = lookup_sym(c, name);
    if (!is_variable(s))
        return; /* as gc: a variable that is not there is no error */
    attach(c, s);
    const char *type = s->gotype ? s->gotype->name : "";
    if (s->size != StringSize || (*type && strcmp(type, "type:string") != 0)) {
        link_error(c, "%s: cannot set with -X: not a var of type string (%s)", name, *type ? type : "no type");
        return;
    }
    set_string(c, s, definition + n + 1, strlen(definition + n + 1));
}

static void provide_module(LinkCtx *c)
{
    static const char name[] = "runtime.firstmoduledata";
    Sym *s = lookup_sym(c, name);
    if (!is_variable(s)) {
        own(c, name, SymModule, ModuledataSize)->align = 32;
        return;
    }
    if (s->size != ModuledataSize) {
        link_error(c, "%s: size is %llu, want %d", name, (unsigned long long)s->size, ModuledataSize);
        return;
    }
    take_over(c, s);
    s->kind = SymModule;
    s->align = 32;
}

void provide(LinkCtx *c)
{
    for (size_t i = 0; i < sizeof markers / sizeof *markers; i++)
        own(c, markers[i], SymMarker, 0);
    provide_module(c);
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        own(c, tables[i].name, tables[i].kind, 0)->align = tables[i].align;
    own(c, "runtime.textsectionmap", SymRodata, 24);
    runtime_string(c, "runtime.buildVersion", c->opt.version, strlen(c->opt.version));
    if (c->modinfo)
        runtime_string(c, "runtime.modinfo", c->modinfo, c->modinfo_size);
    for (size_t i = 0; i < c->opt.defines.count; i++)
        define_string(c, c->opt.defines.items[i]);
    Sym *tasks = lookup_sym(c, "runtime.runtime_inittasks");
    if (is_variable(tasks) && tasks->size == SliceSize)
        take_over(c, tasks);
}

void keep_provided(LinkCtx *c)
{
    for (size_t i = 0; i < c->nstrings; i++)
        c->strings[i].text->reached = c->strings[i].var->reached;
}

/* ---- After layout ---- */

static void fill_pointers(Sym *s, const SymList *list)
{
    for (size_t i = 0; s && i < list->count; i++)
        put_u64(s->made + 8 * i, list->items[i]->addr);
}

static void fill_slice(char *p, uint64_t addr, uint64_t n)
{
    put_u64(p, addr);
    put_u64(p + 8, n);
    put_u64(p + 16, n);
}

void fill_provided(LinkCtx *c)
{
    for (size_t i = 0; i < c->nstrings; i++) {
        put_u64(c->strings[i].var->made, c->strings[i].text->addr);
        put_u64(c->strings[i].var->made + 8, c->strings[i].text->size);
    }
    Sym *types = lookup_sym(c, "runtime.types"), *links = lookup_sym(c, "runtime.typelink");
    for (size_t i = 0; i < c->typelinks.count; i++)
        put_u32(links->made + 4 * i, (uint32_t)(c->typelinks.items[i]->addr - types->addr));
    fill_pointers(lookup_sym(c, "runtime.itablink"), &c->itabs);
    fill_pointers(lookup_sym(c, "go:main.inittasks"), &c->tasks);
    Sym *runtime_tasks = lookup_sym(c, "go:runtime.inittasks"), *slice = lookup_sym(c, "runtime.runtime_inittasks");
    fill_pointers(runtime_tasks, &c->runtime_tasks);
    if (slice && slice->made)
        fill_slice(slice->made, runtime_tasks->addr, c->runtime_tasks.count);
    put_u64(lookup_sym(c, "runtime.textsectionmap")->made + 8, c->out[OutText].size);
    put_u64(lookup_sym(c, "runtime.textsectionmap")->made + 16, c->out[OutText].addr);
    moduledata(c, (uint8_t *)lookup_sym(c, "runtime.firstmoduledata")->made);
}
