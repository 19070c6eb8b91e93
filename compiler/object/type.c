/* type.c - type descriptors: abi.Type and what follows it (FORMATS, section 9).
 *
 *   Type 48 | part of the kind | Uncommon 16 | lists of the kind | methods
 *
 * A descriptor is defined where its type is declared; composite types and
 * instances are weak in every package that uses them.  PtrToThis leads to a
 * pointer type with methods, which reflection cannot make; otherwise it stays
 * 0, and the pointer type, if there is one, is found among the type links. */
#include "compiler/object/object.h"

enum { /* offsets in abi.Type */
    TypeSize = 0, TypePtrBytes = 8, TypeHash = 16, TypeTflag = 20, TypeAlign = 21, TypeFieldAlign = 22, TypeKindByte = 23,
    TypeEqual = 24, TypeGCData = 32, TypeStr = 40, TypePtrToThis = 44, TypeEnd = 48,
};
enum { /* TFlag */
    TFlagUncommon = 1, TFlagExtraStar = 2, TFlagNamed = 4, TFlagRegularMemory = 8, TFlagGCMaskOnDemand = 16, TFlagDirectIface = 32,
};
enum { UncommonSize = 16, MethodSize = 16, ImethodSize = 8, FieldSize = 24, MaxMaskedBytes = 8 * 16384, VariadicBit = 1 << 15 };

/* One descriptor while it is written. */
typedef struct Writer {
    Ir *ir;
    Type *t, *u;      /* the type and what lies under it */
    LSym *s;
    uint64_t uncommon;/* offset of Uncommon, 0 when there is none */
    uint64_t lists;   /* offset of the lists of the kind */
    const MethodSetEntry **methods;
    uint32_t nmethods;
} Writer;

static uint8_t abi_kind(Type *u)
{
    static const uint8_t kinds[NumTypeKinds] = {
        [KindBool] = 1, [KindInt] = 2, [KindInt8] = 3, [KindInt16] = 4, [KindInt32] = 5, [KindInt64] = 6, [KindUint] = 7,
        [KindUint8] = 8, [KindUint16] = 9, [KindUint32] = 10, [KindUint64] = 11, [KindUintptr] = 12, [KindFloat32] = 13,
        [KindFloat64] = 14, [KindComplex64] = 15, [KindComplex128] = 16, [KindArray] = 17, [KindChan] = 18, [KindFunc] = 19,
        [KindInterface] = 20, [KindMap] = 21, [KindPointer] = 22, [KindSlice] = 23, [KindString] = 24, [KindStruct] = 25,
        [KindUnsafePointer] = 26,
    };
    return kinds[u->kind];
}

/* Where the part of the kind ends. */
static uint64_t kind_end(Type *u)
{
    switch (u->kind) {
    case KindArray: return 72;
    case KindChan: return 64;
    case KindFunc: return 56;
    case KindInterface: return 80;
    case KindMap: return 112;
    case KindPointer: case KindSlice: return 56;
    case KindStruct: return 80;
    default: return TypeEnd;
    }
}

static bool has_name(Type *t) { return t->kind == KindNamed || t->kind <= KindUnsafePointer; }
static Package *declaring_package(Type *t) { return t->kind == KindNamed ? t->named.obj->pkg : NULL; }

/* The package whose unexported names need no path in t's descriptor. */
static Package *home_package(Type *t)
{
    if (t->kind == KindPointer)
        t = type_unalias(t->pointer.elem);
    return declaring_package(t);
}

/* ---- who emits ---- */

static bool is_instance(Type *t) { return t->kind == KindNamed && (t->named.ntargs || t->named.nouter); }

bool emitted_elsewhere(Ir *ir, Type *t)
{
    TypesCtx *c = ir->types;
    bool in_runtime = strcmp(ir->pkg->path, "runtime") == 0;
    Type *e = t;
    if (t->kind == KindPointer || t->kind == KindSlice)
        e = type_unalias(type_elem(t));
    if (e->kind <= KindUnsafePointer || e == c->type_error || (e->kind == KindInterface && is_empty_interface(e)))
        return !in_runtime;
    if (t->kind == KindSlice || e->kind != KindNamed || is_instance(e))
        return false;
    return e->named.obj->pkg != ir->pkg;
}

/* Only one package makes it. */
static bool is_unique(Ir *ir, Type *t)
{
    return t->kind == KindNamed && !is_instance(t) && t->named.obj->pkg == ir->pkg;
}

/* ---- methods ---- */

static void find_methods(Writer *w)
{
    bool ptr;
    Type *base = type_deref(w->t, &ptr);
    if (w->u->kind == KindInterface || (ptr && under_kind(base) == KindInterface))
        return;
    if (w->t->kind != KindNamed && w->t->kind != KindPointer && w->t->kind != KindStruct)
        return;
    uint32_t n;
    MethodSetEntry *all = method_set(w->ir->types, w->t, &n);
    w->methods = NEW_ARRAY(w->ir->arena, const MethodSetEntry *, n + 1);
    for (uint32_t i = 0; i < n; i++)
        if (!(all[i].obj->func.pragma & PragmaNoInterface) && strcmp(all[i].obj->name, "_") != 0)
            w->methods[w->nmethods++] = &all[i];
}

static LSym *method_name(Writer *w, Object *m)
{
    bool foreign = !m->exported && m->pkg != home_package(w->t);
    return name_sym(w->ir, &(NameData){.name = m->name, .exported = m->exported, .pkg = foreign ? m->pkg : NULL});
}

/* Method: Name, Mtyp, Ifn, Tfn.  The record makes the last three weak. */
static void write_method(Writer *w, const MethodSetEntry *e, uint64_t off)
{
    Ir *ir = w->ir;
    LSym *type = type_lsym(ir, e->obj->type);
    obj_put_off32(w->s, off, method_name(w, e->obj), 0);
    obj_put_off32(w->s, off + 4, type, 0);
    obj_put_off32(w->s, off + 8, obj_lookup(ir->obj, method_wrapper(ir, w->t, e, true), ABIInternal), 0);
    obj_put_off32(w->s, off + 12, obj_lookup(ir->obj, method_wrapper(ir, w->t, e, false), ABIInternal), 0);
    obj_reach(ir->obj, (ReachRecord){.kind = GoReachMethod, .sym = w->s, .off = (uint32_t)off, .to = type,
                                     .name = plain_name_sym(ir, e->obj->name, e->obj->exported)});
}

static void write_uncommon(Writer *w, uint64_t methods)
{
    if (!w->uncommon)
        return;
    uint32_t exported = 0;
    for (uint32_t i = 0; i < w->nmethods; i++)
        exported += w->methods[i]->obj->exported;
    LSym *path = pkgpath_sym(w->ir, w->t->kind == KindUnsafePointer ? w->ir->types->unsafe_pkg : home_package(w->t));
    if (path)
        obj_put_off32(w->s, w->uncommon, path, 0);
    obj_put_int(w->s, w->uncommon + 4, w->nmethods, 2);
    obj_put_int(w->s, w->uncommon + 6, exported, 2);
    obj_put_int(w->s, w->uncommon + 8, methods - w->uncommon, 4);
    obj_set_size(w->s, w->uncommon + UncommonSize);
    for (uint32_t i = 0; i < w->nmethods; i++)
        write_method(w, w->methods[i], methods + MethodSize * (uint64_t)i);
}

/* ---- the parts of the kinds ---- */

static void put_type(Writer *w, uint64_t off, Type *t) { obj_put_addr(w->s, off, type_lsym(w->ir, t), 0); }

/* A slice header at off for the list of n items. */
static void put_list(Writer *w, uint64_t off, uint32_t n)
{
    obj_put_addr(w->s, off, w->s, (int64_t)w->lists);
    obj_put_int(w->s, off + 8, n, 8);
    obj_put_int(w->s, off + 16, n, 8);
}

static void put_pkgpath(Writer *w, uint64_t off, Package *p)
{
    if (p)
        obj_put_addr(w->s, off, pkgpath_sym(w->ir, p), 0);
}

/* The parts that make up a map's table are like it. */
static LSym *part_lsym(Writer *w, const TypeSym *ts, Type *part)
{
    return ts->noalg ? noalg_type_lsym(w->ir, part) : type_lsym(w->ir, part);
}

static void write_array(Writer *w, const TypeSym *ts)
{
    Type *elem = w->u->array.elem, *slice = new_slice(w->ir->types, elem);
    obj_put_addr(w->s, 48, part_lsym(w, ts, elem), 0);
    obj_put_addr(w->s, 56, part_lsym(w, ts, slice), 0);
    obj_put_int(w->s, 64, (uint64_t)w->u->array.len, 8);
}

static void write_chan(Writer *w)
{
    static const uint8_t dirs[] = {[ChanRecvOnly] = 1, [ChanSendOnly] = 2, [ChanBoth] = 3};
    put_type(w, 48, w->u->chan.elem);
    obj_put_int(w->s, 56, dirs[w->u->chan.dir], 8);
}

static uint64_t write_func(Writer *w)
{
    Type *in = w->u->func.params, *out = w->u->func.results;
    uint64_t off = w->lists;
    obj_put_int(w->s, 48, in->tuple.n, 2);
    obj_put_int(w->s, 50, out->tuple.n | (w->u->func.variadic ? VariadicBit : 0), 2);
    obj_set_size(w->s, 56);
    for (uint32_t i = 0; i < in->tuple.n; i++, off += 8)
        put_type(w, off, in->tuple.vars[i]->type);
    for (uint32_t i = 0; i < out->tuple.n; i++, off += 8)
        put_type(w, off, out->tuple.vars[i]->type);
    return off;
}

static uint64_t write_interface(Writer *w)
{
    TypeSet *set = type_set(w->ir->types, w->u);
    put_pkgpath(w, 48, declaring_package(w->t));
    put_list(w, 56, set->nmethods);
    for (uint32_t i = 0; i < set->nmethods; i++) {
        uint64_t off = w->lists + ImethodSize * (uint64_t)i;
        obj_put_off32(w->s, off, method_name(w, set->methods[i]), 0);
        obj_put_off32(w->s, off + 4, type_lsym(w->ir, set->methods[i]->type), 0);
    }
    return w->lists + ImethodSize * (uint64_t)set->nmethods;
}

/* Assignment to an existing entry must write the key too: -0 and +0, or a string that keeps more memory alive. */
static bool needs_key_update(Type *t)
{
    Type *u = type_under(t);
    switch (u->kind) {
    case KindFloat32: case KindFloat64: case KindComplex64: case KindComplex128: case KindInterface: case KindString: return true;
    case KindArray: return needs_key_update(u->array.elem);
    case KindStruct:
        for (uint32_t i = 0; i < u->strct.n; i++)
            if (needs_key_update(u->strct.fields[i]->type))
                return true;
        return false;
    default: return false;
    }
}

static bool hash_may_panic(Type *t)
{
    Type *u = type_under(t);
    switch (u->kind) {
    case KindInterface: return true;
    case KindArray: return hash_may_panic(u->array.elem);
    case KindStruct:
        for (uint32_t i = 0; i < u->strct.n; i++)
            if (hash_may_panic(u->strct.fields[i]->type))
                return true;
        return false;
    default: return false;
    }
}

static void write_map(Writer *w)
{
    Ir *ir = w->ir;
    Type *key = w->u->map.key;
    MapLayout l = map_layout(ir, w->u);
    put_type(w, 48, key);
    put_type(w, 56, w->u->map.elem);
    obj_put_addr(w->s, 64, noalg_type_lsym(ir, l.group), 0);
    obj_put_addr(w->s, 72, data_sym(ir, sym_hasher(ir, key)), 0);
    obj_put_int(w->s, 80, (uint64_t)l.group_size, 8);
    obj_put_int(w->s, 88, (uint64_t)l.slot_size, 8);
    obj_put_int(w->s, 96, (uint64_t)l.elem_off, 8);
    obj_put_int(w->s, 104, (needs_key_update(key) ? 1u : 0) | (hash_may_panic(key) ? 2u : 0) | (l.indirect_key ? 4u : 0) |
                               (l.indirect_elem ? 8u : 0), 8);
}

static uint64_t write_struct(Writer *w, const TypeSym *ts)
{
    Type *u = w->u;
    Package *home = NULL;
    for (uint32_t i = 0; i < u->strct.n && !home; i++)
        if (!u->strct.fields[i]->exported)
            home = u->strct.fields[i]->pkg;
    put_pkgpath(w, 48, home);
    put_list(w, 56, u->strct.n);
    for (uint32_t i = 0; i < u->strct.n; i++) {
        Object *f = u->strct.fields[i];
        uint64_t off = w->lists + FieldSize * (uint64_t)i;
        bool tagged = u->strct.tags && u->strct.tags[i];
        LSym *name = name_sym(w->ir, &(NameData){.name = f->name, .exported = f->exported, .embedded = f->var.embedded,
                                                 .tag = tagged ? u->strct.tags[i] : NULL, .tag_len = tagged ? u->strct.tag_len[i] : 0});
        bool slots = ts->noalg && (f->type->kind == KindArray || f->type->kind == KindStruct) && strcmp(f->name, "slots") == 0;
        obj_put_addr(w->s, off, name, 0);
        obj_put_addr(w->s, off + 8, slots ? noalg_type_lsym(w->ir, f->type) : type_lsym(w->ir, f->type), 0);
        obj_put_int(w->s, off + 16, (uint64_t)field_offset(u, i), 8);
    }
    return w->lists + FieldSize * (uint64_t)u->strct.n;
}

/* Writes the part of the kind and its lists; returns where they end. */
static uint64_t write_kind(Writer *w, const TypeSym *ts)
{
    switch (w->u->kind) {
    case KindArray: write_array(w, ts); break;
    case KindChan: write_chan(w); break;
    case KindFunc: return write_func(w);
    case KindInterface: return write_interface(w);
    case KindMap: write_map(w); break;
    case KindPointer: put_type(w, 48, w->u->pointer.elem); break;
    case KindSlice: obj_put_addr(w->s, 48, part_lsym(w, ts, w->u->slice.elem), 0); break;
    case KindStruct: return write_struct(w, ts);
    default: break;
    }
    obj_set_size(w->s, kind_end(w->u));
    return w->lists;
}

/* ---- the common part ---- */

static bool exported_name(Type *t)
{
    return t->kind == KindNamed && t->named.obj->exported;
}

/* "*T" serves T too, which drops the star. */
static uint32_t write_string(Writer *w)
{
    const char *s = reflect_string(w->ir->types, w->t);
    bool star = s[0] != '*';
    bool exported = exported_name(star ? w->t : w->t->kind == KindPointer ? type_unalias(w->t->pointer.elem) : w->t);
    const char *full = star ? arena_printf(w->ir->arena, "*%s", s) : s;
    obj_put_off32(w->s, TypeStr, plain_name_sym(w->ir, full, exported), 0);
    return star ? TFlagExtraStar : 0;
}

/* Where the collector finds the pointers; large types have their mask made when the program runs. */
static uint32_t write_gcdata(Writer *w)
{
    Ir *ir = w->ir;
    if (!has_pointers(w->t))
        return 0;
    if (type_ptrbytes(w->t) <= MaxMaskedBytes) {
        obj_put_addr(w->s, TypeGCData, mask_sym(ir, w->t), 0);
        return 0;
    }
    const char *link = link_string(ir->types, w->t);
    LSym *mask = data_sym(ir, content_name(ir, "type:.gcmask.", link, strlen(link)));
    obj_new_data(mask, SymNoptrbss, SymDupok, 8);
    obj_set_size(mask, 8);
    obj_put_addr(w->s, TypeGCData, mask, 0);
    return TFlagGCMaskOnDemand;
}

/* A value may be a variable that reflection takes the address of. */
static void write_pointer_type(Writer *w)
{
    uint32_t n = 0;
    if ((w->t->kind != KindNamed && w->t->kind != KindStruct) || w->u->kind == KindInterface)
        return;
    Type *ptr = new_pointer(w->ir->types, w->t);
    method_set(w->ir->types, ptr, &n);
    if (n > 0)
        obj_put_off32(w->s, TypePtrToThis, type_lsym(w->ir, ptr), 0);
}

static void write_common(Writer *w, bool noalg)
{
    Type *t = w->t;
    LSym *s = w->s;
    obj_put_int(s, TypeSize, (uint64_t)type_size(t), 8);
    obj_put_int(s, TypePtrBytes, (uint64_t)type_ptrbytes(t), 8);
    obj_put_int(s, TypeHash, type_hash(w->ir->types, t), 4);
    obj_put_int(s, TypeAlign, (uint64_t)type_align(t), 1);
    obj_put_int(s, TypeFieldAlign, (uint64_t)type_align(t), 1);
    obj_put_int(s, TypeKindByte, abi_kind(w->u), 1);
    const char *equal = noalg ? NULL : sym_equal(w->ir, t);
    if (equal)
        obj_put_addr(s, TypeEqual, data_sym(w->ir, equal), 0);
    uint32_t flags = write_string(w) | write_gcdata(w);
    flags |= w->uncommon ? TFlagUncommon : 0;
    flags |= has_name(t) ? TFlagNamed : 0;
    flags |= !noalg && is_plain_memory(t) ? TFlagRegularMemory : 0;
    flags |= is_direct_iface(t) ? TFlagDirectIface : 0;
    obj_put_int(s, TypeTflag, flags, 1);
    obj_set_size(s, TypeEnd);
    write_pointer_type(w);
}

static bool is_type_link(Type *t)
{
    switch (t->kind) {
    case KindPointer: case KindArray: case KindChan: case KindFunc: case KindMap: case KindSlice: case KindStruct: return true;
    default: return false;
    }
}

void emit_type(Ir *ir, TypeSym *ts)
{
    Type *t = ts->type;
    Writer w = {.ir = ir, .t = t, .u = type_under(t), .s = ts->sym};
    uint32_t flags = SymTypeDesc | (is_unique(ir, t) ? 0 : SymDupok) | (is_type_link(t) && !ts->noalg ? SymTypelink : 0);
    obj_new_data(w.s, SymType, (uint16_t)flags, 8);
    find_methods(&w);
    w.lists = kind_end(w.u);
    if (has_name(t) || w.nmethods) {
        w.uncommon = w.lists;
        w.lists += UncommonSize;
    }
    write_common(&w, ts->noalg);
    write_uncommon(&w, write_kind(&w, ts));
}
