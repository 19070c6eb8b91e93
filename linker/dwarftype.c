/* dwarftype.c - variables and types in .debug_info (FORMATS: "Go type, DIE").
 *
 * What debuggers need to print a package's variables is already in the objects:
 * the type descriptors, those that the image does without included.  Each
 * variable with a type gets an entry in its unit; the types it leads to are
 * described once, in the last unit, from their descriptors; so are the types
 * whose values get into interfaces, and those that debuggers look up by name.
 * Types wait in a list until the end, because variables of all units add to
 * it; a reference is filled when its target has its place.  dwarfparts.c has
 * what stands behind maps and channels.  Descriptors come from files: what is
 * damaged is described as having no parts. */
#include "dwarf.h"

enum { EncodingBoolean = 2, EncodingComplex = 3, EncodingFloat = 4, EncodingSigned = 5, EncodingUnsigned = 7, OpAddr = 3 };

/* ---- Which types ---- */

TypeDie *type_die(Dwarf *d, const Sym *t)
{
    TypeDie *die = map_get(&d->types, t);
    if (!die) {
        die = NEW(&d->c->arena, TypeDie);
        die->type = t;
        map_put(&d->types, t, die);
    }
    return die;
}

/* t, ready to be read, which the program may not reach; NULL when it is no descriptor. */
const Sym *descriptor(Dwarf *d, Sym *t)
{
    if (!t || t->kind != SymType || !t->data || t->size < TypeHead)
        return NULL;
    attach(d->c, t);
    return t;
}

const Sym *find_type(Dwarf *d, const char *name) { return descriptor(d, lookup_sym(d->c, name)); }

const Sym *type_part(Dwarf *d, const Sym *t, uint64_t off)
{
    return off + 8 <= t->size ? descriptor(d, rel_at(t, off, NULL)) : NULL;
}

void put_type(Dwarf *d, const Sym *t)
{
    put_ref(d, t ? &type_die(d, t)->off : &d->void_off);
}

/* A type by name, for the parts that every program of ours has: int, uint8. */
static void put_named(Dwarf *d, const char *name) { put_type(d, find_type(d, name)); }

const uint32_t *pointer_to(Dwarf *d, const Sym *t)
{
    if (!t)
        return &d->void_off;
    TypeDie *die = type_die(d, t);
    die->pointer = true;
    return &die->pointer_off;
}

static void put_pointer_to(Dwarf *d, const Sym *t) { put_ref(d, pointer_to(d, t)); }

/* ---- Entries ---- */

static Buf *info(Dwarf *d) { return &d->c->debug[OutDebugInfo]; }

static void put_name(Dwarf *d, const char *name) { buf_write(info(d), name, strlen(name) + 1); }

/* Where the text of a name symbol is: flags, uvarint length, text. */
static bool read_name(const Sym *s, const char **text, size_t *len, bool *embedded)
{
    size_t n = 0, at = 1;
    if (!s || !s->data || s->size < 2)
        return false;
    for (unsigned shift = 0; at < s->size && shift < 28; shift += 7) {
        uint8_t b = (uint8_t)s->data[at++];
        n |= (size_t)(b & 0x7f) << shift;
        if (b < 0x80)
            break;
    }
    *text = s->data + at;
    *len = n;
    *embedded = s->data[0] & NameEmbedded;
    return n <= s->size - at && !memchr(*text, 0, n);
}

/* A long name of a type is a hash in the symbol's; then what reflection prints. */
static const char *printed_name(Dwarf *d, const Sym *t)
{
    const char *text;
    size_t n;
    bool embedded, star = t->data[TypeTFlag] & TFlagExtraStar;
    if (!read_name(rel_at(t, TypeStr, NULL), &text, &n, &embedded) || n < 1)
        return "?";
    return arena_printf(&d->c->arena, "%.*s", (int)(n - star), text + star);
}

const char *go_name(Dwarf *d, const Sym *t)
{
    const char *name = t->name + (strncmp(t->name, "type:", 5) == 0 ? 5 : 0);
    return *name == '#' || strncmp(name, "noalg.#", 7) == 0 ? printed_name(d, t) : name;
}

static uint8_t kind_of(const Sym *t) { return (uint8_t)t->data[TypeKind]; }

static uint64_t size_of(const Sym *t) { return get_u64(t->data + TypeSize); }

/* Abbreviation and name, and what every type has: its kind, its descriptor. */
static void begin(Dwarf *d, int abbrev, const char *name, uint8_t kind, const Sym *t)
{
    buf_uleb(info(d), (uint64_t)abbrev);
    put_name(d, name);
    buf_u8(info(d), kind);
    buf_u64(info(d), t && t->reached ? t->addr - d->types_addr : 0);
}

static void put_member(Dwarf *d, const char *name, size_t len, uint64_t off, bool embedded)
{
    buf_uleb(info(d), AbbrevMember);
    buf_write(info(d), name, len);
    buf_u8(info(d), 0);
    buf_uleb(info(d), off);
    buf_u8(info(d), embedded);
}

static void put_base(Dwarf *d, const Sym *t, uint8_t encoding)
{
    begin(d, AbbrevBaseType, go_name(d, t), kind_of(t), t);
    buf_u8(info(d), encoding);
    buf_uleb(info(d), size_of(t));
}

static void put_pointer(Dwarf *d, const char *name, const Sym *t, const Sym *elem)
{
    begin(d, elem ? AbbrevPointer : AbbrevVoidPointer, name, KindPointer, t);
    if (elem)
        put_type(d, elem);
}

static void begin_struct(Dwarf *d, const Sym *t, uint8_t kind)
{
    begin(d, AbbrevStruct, go_name(d, t), kind, t);
    buf_uleb(info(d), size_of(t));
}

static void put_string(Dwarf *d, const Sym *t)
{
    begin_struct(d, t, KindString);
    put_member(d, "str", 3, 0, false);
    put_pointer_to(d, find_type(d, "type:uint8"));
    put_member(d, "len", 3, 8, false);
    put_named(d, "type:int");
    buf_u8(info(d), 0);
}

static void put_slice(Dwarf *d, const Sym *t)
{
    const Sym *elem = type_part(d, t, ElemOff);
    begin(d, AbbrevSlice, go_name(d, t), KindSlice, t);
    buf_uleb(info(d), size_of(t));
    put_type(d, elem);
    put_member(d, "array", 5, 0, false);
    put_pointer_to(d, elem);
    put_member(d, "len", 3, 8, false);
    put_named(d, "type:int");
    put_member(d, "cap", 3, 16, false);
    put_named(d, "type:int");
    buf_u8(info(d), 0);
}

static void put_array(Dwarf *d, const Sym *t)
{
    begin(d, AbbrevArray, go_name(d, t), KindArray, t);
    buf_uleb(info(d), size_of(t));
    put_type(d, type_part(d, t, ElemOff));
    buf_uleb(info(d), AbbrevSubrange);
    put_named(d, "type:int");
    buf_uleb(info(d), t->size >= ArrayLen + 8 ? get_u64(t->data + ArrayLen) : 0);
    buf_u8(info(d), 0);
}

static const uint32_t *swapped(const char *name, size_t len, const Swap *swaps, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (strlen(swaps[i].field) == len && memcmp(swaps[i].field, name, len) == 0)
            return swaps[i].off;
    return NULL;
}

static void put_fields(Dwarf *d, const Sym *t, const Swap *swaps, size_t nswaps)
{
    int64_t first = 0;
    Sym *table = t->size >= StructFields + 16 ? rel_at(t, StructFields, &first) : NULL;
    uint64_t n = table ? get_u64(t->data + StructFields + 8) : 0;
    if (!table || !table->data || first < 0 || n > table->size / FieldSize || (uint64_t)first > table->size - n * FieldSize)
        return;
    attach(d->c, table);
    for (uint64_t i = 0; i < n; i++) {
        uint64_t field = (uint64_t)first + i * FieldSize;
        const char *name = "?";
        size_t len = 1;
        bool embedded = false;
        if (!read_name(rel_at(table, field, NULL), &name, &len, &embedded))
            name = "?", len = 1;
        put_member(d, name, len, get_u64(table->data + field + FieldOffset), embedded);
        const uint32_t *other = swapped(name, len, swaps, nswaps);
        if (other)
            put_ref(d, other);
        else
            put_type(d, type_part(d, table, field + FieldType));
    }
}

uint32_t put_variant(Dwarf *d, const char *of, const char *name, const Swap *swaps, size_t n)
{
    uint32_t off = (uint32_t)info(d)->len;
    const Sym *t = find_type(d, of);
    begin(d, AbbrevStruct, name, KindStruct, NULL);
    buf_uleb(info(d), t ? size_of(t) : 0);
    if (t)
        put_fields(d, t, swaps, n);
    buf_u8(info(d), 0);
    return off;
}

uint32_t put_made_pointer(Dwarf *d, const char *name, const uint32_t *to)
{
    uint32_t off = (uint32_t)info(d)->len;
    begin(d, AbbrevPointer, name, KindPointer, NULL);
    put_ref(d, to);
    return off;
}

/* A named struct is a typedef of a struct of the same name. */
static void put_struct(Dwarf *d, TypeDie *die)
{
    const Sym *t = die->type;
    if (t->data[TypeTFlag] & TFlagNamed) {
        begin(d, AbbrevTypedef, go_name(d, t), KindStruct, t);
        put_ref(d, &die->inner_off);
        die->inner_off = (uint32_t)info(d)->len;
    }
    begin_struct(d, t, KindStruct);
    put_fields(d, t, NULL, 0);
    buf_u8(info(d), 0);
}

/* The types of parameters and results follow the descriptor and what the type's name adds. */
static void put_signature(Dwarf *d, const Sym *t)
{
    uint32_t in = t->size >= FuncEnd ? get_u16(t->data + FuncIn) : 0, out = t->size >= FuncEnd ? get_u16(t->data + FuncOut) & MaxOut : 0;
    uint64_t first = FuncEnd + (t->data[TypeTFlag] & TFlagUncommon ? UncommonSize : 0);
    for (uint32_t i = 0; i < in + out && first + 8 * (uint64_t)i < t->size; i++) {
        buf_uleb(info(d), AbbrevParamType);
        buf_u8(info(d), i >= in);
        put_type(d, type_part(d, t, first + 8 * (uint64_t)i));
    }
    buf_u8(info(d), 0);
}

static void put_func(Dwarf *d, TypeDie *die)
{
    begin(d, AbbrevTypedef, go_name(d, die->type), KindFunc, die->type);
    put_ref(d, &die->inner_off);
    die->inner_off = (uint32_t)info(d)->len;
    begin(d, AbbrevSubroutine, go_name(d, die->type), KindFunc, die->type);
    put_signature(d, die->type);
}

static void put_map(Dwarf *d, TypeDie *die)
{
    const Sym *t = die->type;
    begin(d, AbbrevMap, go_name(d, t), KindMap, t);
    put_type(d, type_part(d, t, ElemOff));
    put_type(d, type_part(d, t, MapElem));
    put_ref(d, &die->inner_off);
    put_map_parts(d, die);
}

static void put_chan(Dwarf *d, TypeDie *die)
{
    const Sym *t = die->type;
    begin(d, AbbrevChan, go_name(d, t), KindChan, t);
    put_type(d, type_part(d, t, ElemOff));
    put_ref(d, &die->inner_off);
    put_chan_parts(d, die);
}

/* An interface is a pair of words; the runtime's names for them when the program has these. */
static void put_interface(Dwarf *d, TypeDie *die)
{
    const Sym *t = die->type;
    bool empty = t->size >= 72 && get_u64(t->data + 64) == 0;
    const Sym *pair = find_type(d, empty ? "type:runtime.eface" : "type:runtime.iface");
    begin(d, AbbrevTypedef, go_name(d, t), KindInterface, t);
    if (pair) {
        put_type(d, pair);
        return;
    }
    put_ref(d, &die->inner_off);
    die->inner_off = (uint32_t)info(d)->len;
    begin(d, AbbrevStruct, empty ? "runtime.eface" : "runtime.iface", KindStruct, NULL);
    buf_uleb(info(d), 16);
    put_member(d, empty ? "_type" : "tab", empty ? 5 : 3, 0, false);
    put_ref(d, &d->void_off);
    put_member(d, "data", 4, 8, false);
    put_ref(d, &d->void_off);
    buf_u8(info(d), 0);
}

static void put_die(Dwarf *d, TypeDie *die)
{
    const Sym *t = die->type;
    uint8_t kind = kind_of(t);
    die->off = (uint32_t)info(d)->len;
    switch (kind) {
    case KindBool: put_base(d, t, EncodingBoolean); break;
    case KindFloat32: case KindFloat64: put_base(d, t, EncodingFloat); break;
    case KindComplex64: case KindComplex128: put_base(d, t, EncodingComplex); break;
    case KindArray: put_array(d, t); break;
    case KindChan: put_chan(d, die); break;
    case KindFunc: put_func(d, die); break;
    case KindInterface: put_interface(d, die); break;
    case KindMap: put_map(d, die); break;
    case KindPointer: put_pointer(d, go_name(d, t), t, type_part(d, t, ElemOff)); break;
    case KindSlice: put_slice(d, t); break;
    case KindString: put_string(d, t); break;
    case KindStruct: put_struct(d, die); break;
    case KindUnsafePointer: put_pointer(d, go_name(d, t), t, NULL); break;
    default: put_base(d, t, kind <= KindInt64 ? EncodingSigned : EncodingUnsigned); break;
    }
}

/* The entry of a pointer to the type: its descriptor's, which may have to wait
 * for its place, or one made up. */
static void put_pointer_die(Dwarf *d, TypeDie *die)
{
    const Sym *known = find_type(d, arena_printf(&d->c->arena, "type:*%s", go_name(d, die->type)));
    if (known && (known->reached || map_has(&d->types, known))) {
        die->pointer_off = type_die(d, known)->off;
        return;
    }
    die->pointer_off = (uint32_t)info(d)->len;
    put_pointer(d, arena_printf(&d->c->arena, "*%s", go_name(d, die->type)), NULL, die->type);
}

/* What debuggers know the runtime by, whether the program uses it or not. */
static void add_known_types(Dwarf *d)
{
    static const char *const known[] = {
        "type:runtime.g", "type:runtime.m", "type:runtime.p", "type:runtime._defer", "type:runtime._panic", "type:runtime.hchan", "type:runtime.sudog",
        "type:runtime.waitq", "type:runtime.iface", "type:runtime.eface", "type:runtime.slice", "type:runtime.stringStructDWARF",
        "type:runtime.moduledata", "type:runtime.funcval", "type:internal/runtime/maps.Map", "type:internal/runtime/maps.table", "type:internal/runtime/maps.groupReference", "type:internal/runtime/maps.groupsReference",
        "type:internal/abi.Type", "type:internal/abi.ArrayType", "type:internal/abi.ChanType", "type:internal/abi.FuncType",
        "type:internal/abi.MapType", "type:internal/abi.PtrType", "type:internal/abi.SliceType", "type:internal/abi.StructType",
        "type:internal/abi.InterfaceType", "type:internal/abi.ITab", "type:internal/abi.Imethod", "type:bool", "type:int", "type:int8", "type:int16",
        "type:int32", "type:int64", "type:uint", "type:uint8", "type:uint16", "type:uint32", "type:uint64", "type:uintptr", "type:float32",
        "type:float64", "type:complex64", "type:complex128", "type:string", "type:unsafe.Pointer",
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        const Sym *t = find_type(d, known[i]);
        if (t)
            type_die(d, t);
    }
}

/* The value of an interface is of any type that gets into one. */
static void add_interface_types(Dwarf *d)
{
    const SymList *list = &d->c->lists[SymType];
    for (size_t i = 0; i < list->count; i++) {
        const Sym *t = list->items[i]->in_iface ? descriptor(d, list->items[i]) : NULL;
        if (t && strncmp(t->name, "type:.", 6) != 0)
            type_die(d, t);
    }
}

/* The list grows while it is written: types lead to others. */
void put_types(Dwarf *d)
{
    add_known_types(d);
    add_interface_types(d);
    d->void_off = (uint32_t)info(d)->len;
    put_pointer(d, "unsafe.Pointer", NULL, NULL);
    size_t done = 0;
    for (bool again = true; again;) {
        for (; done < d->types.count; done++)
            put_die(d, d->types.entries[done].value);
        again = false;
        for (size_t i = 0; i < d->types.count; i++) {
            TypeDie *die = d->types.entries[i].value;
            if (die->pointer && !die->pointer_off) {
                put_pointer_die(d, die);
                again = true;
            }
        }
    }
}

static bool has_entry(Dwarf *d, const Sym *s)
{
    return s->obj && descriptor(d, s->gotype) && !(s->local && s->obj->is_go);
}

void put_variables(Dwarf *d, const Unit *u)
{
    for (size_t k = 0; k < NumVarLists; k++)
        for (size_t i = u->vars[k].first; i < u->vars[k].end; i++) {
            const Sym *s = d->c->lists[var_kinds[k]].items[i];
            if (!has_entry(d, s))
                continue;
            buf_uleb(info(d), AbbrevVariable);
            put_name(d, s->name);
            buf_uleb(info(d), 9);
            buf_u8(info(d), OpAddr);
            buf_u64(info(d), s->addr);
            put_type(d, s->gotype);
            buf_u8(info(d), !s->local);
        }
}
