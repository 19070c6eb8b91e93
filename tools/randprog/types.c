/* types.c - the types of a program.
 *
 * First the basic ones, then random ones made of what is there already, so that
 * none contains itself.  Each gets a function from its values to numbers. */
#include "tools/randprog/randprog.h"

void add_type(Gen *g, Type *t)
{
    if (g->ntypes < MaxTypes)
        g->types[g->ntypes++] = t;
}

static Type *new_type(Gen *g, Kind k, const char *name)
{
    Type *t = NEW(g->arena, Type);
    t->kind = k;
    t->name = name;
    t->size = 1;
    t->comparable = true;
    return t;
}

static void add_basic(Gen *g, Kind k, const char *name, int bits, bool is_signed, const char *hash)
{
    Type *t = new_type(g, k, name);
    t->bits = bits;
    t->is_signed = is_signed;
    t->hash = hash;
    add_type(g, t);
}

static void make_basic(Gen *g)
{
    static const struct { const char *name; int bits; bool is_signed; } ints[] = {
        {"int", 64, true},   {"int8", 8, true},   {"int16", 16, true},   {"int32", 32, true},   {"int64", 64, true},     {"uint", 64, false},
        {"uint8", 8, false}, {"uint16", 16, false}, {"uint32", 32, false}, {"uint64", 64, false}, {"uintptr", 64, false},
    };
    for (size_t i = 0; i < sizeof ints / sizeof *ints; i++)
        add_basic(g, KInt, ints[i].name, ints[i].bits, ints[i].is_signed, "uint64");
    add_basic(g, KBool, "bool", 8, false, text(g, "%shbool", g->prefix));
    add_basic(g, KFloat, "float64", 64, true, text(g, "%shfloat", g->prefix));
    add_basic(g, KFloat, "float32", 32, true, text(g, "%shfloat", g->prefix));
    add_basic(g, KString, "string", 0, false, text(g, "%shstr", g->prefix));
    add_basic(g, KComplex, "complex128", 128, true, NULL);
    add_basic(g, KComplex, "complex64", 64, true, NULL);
    g->types[g->ntypes - 2]->size = 2;
    g->nbasic = g->ntypes;
}

Type *basic(Gen *g, const char *name)
{
    for (int i = 0; i < g->nbasic; i++)
        if (strcmp(g->types[i]->name, name) == 0)
            return g->types[i];
    return NULL;
}

Type *int_type(Gen *g)
{
    for (;;) {
        Type *t = g->types[below(g, (uint64_t)(chance(g, 80) ? 11 : g->ntypes))];
        if (t->kind == KInt)
            return t;
    }
}

Type *any_type(Gen *g) { return g->types[below(g, (uint64_t)(chance(g, 55) ? g->nbasic : g->ntypes))]; }

Type *small_type(Gen *g)
{
    for (;;) {
        Type *t = any_type(g);
        if (t->size <= 4)
            return t;
    }
}

Type *pointer_to(Gen *g, Type *t)
{
    for (int i = g->nbasic; i < g->ntypes; i++)
        if (g->types[i]->kind == KPtr && g->types[i]->elem == t)
            return g->types[i];
    return NULL;
}

Type *find_kind(Gen *g, Kind k)
{
    int start = (int)below(g, (uint64_t)g->ntypes);
    for (int i = 0; i < g->ntypes; i++) {
        Type *t = g->types[(start + i) % g->ntypes];
        if (t->kind == k)
            return t;
    }
    return NULL;
}

/* An expression of type uint64. */
const char *hashed(Gen *g, Type *t, const char *value)
{
    if (t->kind == KInt)
        return text(g, "uint64(%s)", value);
    if (t->kind == KFloat)
        return text(g, "%s(float64(%s))", t->hash, value);
    if (t->defined && (t->kind == KBool || t->kind == KString))
        return text(g, "%s(%s(%s))", t->hash, t->kind == KBool ? "bool" : "string", value);
    return text(g, "%s(%s)", t->hash, value);
}

static Type *new_hashed(Gen *g, Kind k, const char *name)
{
    Type *t = new_type(g, k, name);
    t->hash = global_name(g, "h");
    return t;
}

static void open_hash(Gen *g, Type *t)
{
    line(g, "%s", "");
    line(g, "func %s(x %s) uint64 {", t->hash, t->name);
    g->indent++;
    line(g, "h := uint64(%d)", (int)below(g, 1000));
}

static void close_hash(Gen *g)
{
    line(g, "return h");
    g->indent--;
    line(g, "}");
}

static void hash_complex(Gen *g, Type *t)
{
    t->hash = global_name(g, "h");
    open_hash(g, t);
    line(g, "h += @hfloat(float64(real(x)))*3 + @hfloat(float64(imag(x)))");
    close_hash(g);
}

static void make_defined_int(Gen *g)
{
    Type *of = g->types[below(g, 11)];
    Type *t = new_type(g, KInt, global_name(g, "N"));
    t->bits = of->bits;
    t->is_signed = of->is_signed;
    t->hash = "uint64";
    t->defined = true;
    line(g, "%s", "");
    line(g, "type %s %s", t->name, of->name);
    add_type(g, t);
}

static void make_struct(Gen *g)
{
    Type *t = new_hashed(g, KStruct, global_name(g, "S"));
    t->defined = true;
    t->size = 0;
    int n = 1 + (int)below(g, chance(g, 15) ? 9 : 5);
    line(g, "%s", "");
    line(g, "type %s struct {", t->name);
    g->indent++;
    for (int i = 0; i < n; i++) {
        Type *f = any_type(g);
        if (t->size + f->size > 24)
            continue;
        Field *field = &t->fields[t->nfields];
        *field = (Field){.name = chance(g, 10) ? "_" : text(g, "f%d", i), .type = f};
        bool twice = false;
        for (int k = 0; k < t->nfields; k++)
            twice = twice || t->fields[k].type == f || t->fields[k].embedded;
        if (f->kind == KStruct && f->defined && !twice && chance(g, 50)) {
            field->name = f->name;
            field->embedded = true;
            line(g, "%s", f->name);
        } else {
            line(g, "%s %s", field->name, f->name);
        }
        t->nfields++;
        t->size += f->size;
        t->comparable = t->comparable && f->comparable;
    }
    g->indent--;
    line(g, "}");
    open_hash(g, t);
    for (int i = 0; i < t->nfields; i++)
        if (strcmp(t->fields[i].name, "_") != 0)
            line(g, "h = h*%d + %s", (int)(below(g, 500) * 2 + 3), hashed(g, t->fields[i].type, text(g, "x.%s", t->fields[i].name)));
    close_hash(g);
    add_type(g, t);
}

static void make_array(Gen *g)
{
    Type *e = small_type(g);
    static const int lengths[] = {1, 2, 3, 4, 5, 7, 8, 16, 30};
    int n = lengths[below(g, e->size > 2 ? 5 : 9)];
    Type *t = new_hashed(g, KArray, text(g, "[%d]%s", n, e->name));
    t->elem = e;
    t->len = n;
    t->size = n * e->size * (e->bits ? e->bits : 64) / 64 + 1;
    t->comparable = e->comparable;
    open_hash(g, t);
    line(g, "for i := range x {\n\t\th = h*31 + %s\n\t}", hashed(g, e, "x[i]"));
    close_hash(g);
    add_type(g, t);
}

static void make_slice(Gen *g)
{
    Type *e = small_type(g);
    Type *t = new_hashed(g, KSlice, text(g, "[]%s", e->name));
    t->elem = e;
    t->size = 3;
    t->comparable = false;
    open_hash(g, t);
    line(g, "if x == nil {\n\t\treturn 4\n\t}");
    line(g, "for _, e := range x {\n\t\th = h*33 + %s\n\t}", hashed(g, e, "e"));
    close_hash(g);
    add_type(g, t);
}

static void make_map(Gen *g)
{
    Type *k = small_type(g);
    if (!k->comparable || k->kind == KFloat || k->kind == KComplex || k->kind == KPtr || k->kind == KIface)
        k = int_type(g);
    Type *e = small_type(g);
    Type *t = new_hashed(g, KMap, text(g, "map[%s]%s", k->name, e->name));
    t->key = k;
    t->elem = e;
    t->comparable = false;
    open_hash(g, t);
    line(g, "h += uint64(len(x))");
    line(g, "for k, e := range x {\n\t\th += (%s + 7) * (%s*2 + 1)\n\t}", hashed(g, k, "k"), hashed(g, e, "e"));
    close_hash(g);
    add_type(g, t);
}

static void make_pointer(Gen *g)
{
    Type *e = any_type(g);
    if (e->kind == KPtr || e->kind == KIface || pointer_to(g, e))
        return;
    Type *t = new_hashed(g, KPtr, text(g, "*%s", e->name));
    t->elem = e;
    open_hash(g, t);
    line(g, "if x == nil {\n\t\treturn 8\n\t}\n\th += %s", hashed(g, e, "*x"));
    close_hash(g);
    add_type(g, t);
}

/* One interface; decl.c writes the methods of the types that implement it. */
static void make_interface(Gen *g)
{
    Type *t = new_hashed(g, KIface, text(g, "%siface", g->prefix));
    t->size = 2;
    lines(g, "\ntype @hasher interface{ hash() uint64 }\n\ntype @iface interface {\n\t@hasher\n\tstep(n int) int\n}\n");
    open_hash(g, t);
    line(g, "if x == nil {\n\t\treturn 6\n\t}\n\th += x.hash()");
    close_hash(g);
    g->iface = t;
    for (int i = g->nbasic; i < g->ntypes && g->nimpls < 6; i++)
        if (g->types[i]->defined && g->types[i]->kind != KIface && g->types[i]->comparable)
            g->impls[g->nimpls++] = g->types[i];
    add_type(g, t);
}

void make_types(Gen *g)
{
    make_basic(g);
    hash_complex(g, g->types[g->nbasic - 2]);
    hash_complex(g, g->types[g->nbasic - 1]);
    make_defined_int(g);
    make_struct(g);
    int n = 5 + (int)below(g, (uint64_t)(g->size + 4));
    for (int i = 0; i < n; i++) {
        if (i == n / 2)
            make_interface(g);
        switch (below(g, 8)) {
        case 0:
            make_defined_int(g);
            break;
        case 1:
        case 2:
            make_struct(g);
            break;
        case 3:
            make_array(g);
            break;
        case 4:
            make_slice(g);
            break;
        case 5:
            make_map(g);
            break;
        default:
            make_pointer(g);
            break;
        }
    }
}
