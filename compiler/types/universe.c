/* universe.c - the predeclared identifiers and package unsafe. */
#include <stdlib.h>
#include <string.h>

#include "check.h"

const BuiltinInfo builtin_info[NumBuiltins] = {
    [BuiltinAppend] = {"append", 1, true, 0},      [BuiltinCap] = {"cap", 1, false, 0},
    [BuiltinClear] = {"clear", 1, false, 1},       [BuiltinClose] = {"close", 1, false, 1},
    [BuiltinComplex] = {"complex", 2, false, 0},   [BuiltinCopy] = {"copy", 2, false, 1},
    [BuiltinDelete] = {"delete", 2, false, 1},     [BuiltinImag] = {"imag", 1, false, 0},
    [BuiltinLen] = {"len", 1, false, 0},           [BuiltinMake] = {"make", 1, true, 0},
    [BuiltinMax] = {"max", 1, true, 0},            [BuiltinMin] = {"min", 1, true, 0},
    [BuiltinNew] = {"new", 1, false, 0},           [BuiltinPanic] = {"panic", 1, false, 1},
    [BuiltinPrint] = {"print", 0, true, 1},        [BuiltinPrintln] = {"println", 0, true, 1},
    [BuiltinReal] = {"real", 1, false, 0},         [BuiltinRecover] = {"recover", 0, false, 1},
    [BuiltinUnsafeAdd] = {"Add", 2, false, 0},     [BuiltinUnsafeAlignof] = {"Alignof", 1, false, 0},
    [BuiltinUnsafeOffsetof] = {"Offsetof", 1, false, 0}, [BuiltinUnsafeSizeof] = {"Sizeof", 1, false, 0},
    [BuiltinUnsafeSlice] = {"Slice", 2, false, 0}, [BuiltinUnsafeSliceData] = {"SliceData", 1, false, 0},
    [BuiltinUnsafeString] = {"String", 2, false, 0}, [BuiltinUnsafeStringData] = {"StringData", 1, false, 0},
};

typedef struct BasicRow {
    TypeKind kind;
    const char *name;
    uint32_t info;
} BasicRow;

static const BasicRow basic_rows[] = {
    {KindInvalid, "invalid type", 0},
    {KindBool, "bool", BasicBoolean},
    {KindInt, "int", BasicInteger},
    {KindInt8, "int8", BasicInteger},
    {KindInt16, "int16", BasicInteger},
    {KindInt32, "int32", BasicInteger},
    {KindInt64, "int64", BasicInteger},
    {KindUint, "uint", BasicInteger | BasicUnsigned},
    {KindUint8, "uint8", BasicInteger | BasicUnsigned},
    {KindUint16, "uint16", BasicInteger | BasicUnsigned},
    {KindUint32, "uint32", BasicInteger | BasicUnsigned},
    {KindUint64, "uint64", BasicInteger | BasicUnsigned},
    {KindUintptr, "uintptr", BasicInteger | BasicUnsigned},
    {KindFloat32, "float32", BasicFloat},
    {KindFloat64, "float64", BasicFloat},
    {KindComplex64, "complex64", BasicComplex},
    {KindComplex128, "complex128", BasicComplex},
    {KindString, "string", BasicString},
    {KindUnsafePointer, "Pointer", 0},
    {KindUntypedBool, "untyped bool", BasicBoolean | BasicUntyped},
    {KindUntypedInt, "untyped int", BasicInteger | BasicUntyped},
    {KindUntypedRune, "untyped rune", BasicInteger | BasicUntyped},
    {KindUntypedFloat, "untyped float", BasicFloat | BasicUntyped},
    {KindUntypedComplex, "untyped complex", BasicComplex | BasicUntyped},
    {KindUntypedString, "untyped string", BasicString | BasicUntyped},
    {KindUntypedNil, "untyped nil", BasicUntyped},
};

static Type *basic_type(TypesCtx *c, const BasicRow *row, const char *name)
{
    Type *t = new_type(c, row->kind);
    t->basic.name = name;
    t->basic.info = row->info;
    return t;
}

static Object *define(TypesCtx *c, ObjectKind kind, const char *name, Type *t)
{
    Object *o = new_object(c, kind, NULL, intern_str(c->names, name), t, 0);
    o->color = ColorBlack;
    o->used = true;
    scope_insert(c->arena, c->universe, o);
    return o;
}

static void define_basic(TypesCtx *c)
{
    for (size_t i = 0; i < sizeof basic_rows / sizeof *basic_rows; i++) {
        const BasicRow *row = &basic_rows[i];
        c->basic[row->kind] = basic_type(c, row, row->name);
        if (row->kind >= KindBool && row->kind <= KindString)
            define(c, ObjTypeName, row->name, c->basic[row->kind]);
    }
    c->type_byte = basic_type(c, &basic_rows[KindUint8], "byte");
    c->type_rune = basic_type(c, &basic_rows[KindInt32], "rune");
    define(c, ObjTypeName, "byte", c->type_byte)->tname.is_alias = true;
    define(c, ObjTypeName, "rune", c->type_rune)->tname.is_alias = true;
}

/* type any = interface{}; type error interface{ Error() string }; type comparable interface{ comparable } */
static void define_interfaces(TypesCtx *c)
{
    c->empty_iface = new_interface(c, NULL, 0);
    Object *any = define(c, ObjTypeName, "any", NULL);
    any->tname.is_alias = true;
    c->type_any = new_alias(c, any, c->empty_iface);

    Object *error = define(c, ObjTypeName, "error", NULL);
    c->type_error = new_named(c, error, NULL);
    Type *string = c->basic[KindString];
    Object *method = new_object(c, ObjFunc, NULL, intern_str(c->names, "Error"), NULL, 0);
    method->type = new_func(c, NULL, tuple_of(c, &string, 1), false);
    method->color = ColorBlack;
    method->func.is_iface_method = true;
    method->func.recv_named = c->type_error;
    method->type->func.recv = new_var(c, NULL, "", c->type_error, 0, VarRecv);
    Object **methods = NEW_ARRAY(c->arena, Object *, 1);
    methods[0] = method;
    c->type_error->named.under = new_interface(c, methods, 1);

    Object *comparable = define(c, ObjTypeName, "comparable", NULL);
    c->type_comparable = new_named(c, comparable, NULL);
    Type *iface = new_interface(c, NULL, 0);
    iface->iface.set = NEW(c->arena, TypeSet);
    iface->iface.set->all = true;
    iface->iface.set->comparable = true;
    c->type_comparable->named.under = iface;
}

static void define_values(TypesCtx *c)
{
    define(c, ObjConst, "true", c->basic[KindUntypedBool])->cnst.val = const_bool(c->arena, true);
    define(c, ObjConst, "false", c->basic[KindUntypedBool])->cnst.val = const_bool(c->arena, false);
    define(c, ObjConst, "iota", c->basic[KindUntypedInt])->cnst.val = const_int(c->arena, 0);
    define(c, ObjNil, "nil", c->basic[KindUntypedNil]);
    for (int id = 0; id < BuiltinUnsafeAdd; id++)
        define(c, ObjBuiltin, builtin_info[id].name, c->basic[KindInvalid])->builtin.id = (uint8_t)id;
}

static void make_unsafe(TypesCtx *c)
{
    Package *p = NEW(c->arena, Package);
    p->path = p->name = intern_str(c->names, "unsafe");
    p->scope = new_scope(c, c->universe);
    c->unsafe_pkg = p;
    Object *ptr = new_object(c, ObjTypeName, p, intern_str(c->names, "Pointer"), c->basic[KindUnsafePointer], 0);
    scope_insert(c->arena, p->scope, ptr);
    for (int id = BuiltinUnsafeAdd; id < NumBuiltins; id++) {
        const char *name = intern_str(c->names, builtin_info[id].name);
        Object *o = new_object(c, ObjBuiltin, p, name, c->basic[KindInvalid], 0);
        o->builtin.id = (uint8_t)id;
        scope_insert(c->arena, p->scope, o);
    }
    map_put_str(&c->packages, p->path, p);
}

/* "go1.21" or "go1.21.3" -> 21; anything else -> 0. */
uint32_t lang_minor(const char *lang)
{
    return lang && strncmp(lang, "go1.", 4) == 0 ? (uint32_t)strtoul(lang + 4, NULL, 10) : 0;
}

void types_init(TypesCtx *c)
{
    c->lang_minor = c->lang ? lang_minor(c->lang) : 26;
    if (c->lang_minor == 0)
        c->lang_minor = c->lang && strcmp(c->lang, "go1") == 0 ? 0 : 26;
    c->universe = new_scope(c, NULL);
    c->empty_tuple = new_tuple(c, NULL, 0);
    define_basic(c);
    c->untyped_nil = c->basic[KindUntypedNil];
    define_interfaces(c);
    define_values(c);
    make_unsafe(c);
}

void types_free(TypesCtx *c)
{
    import_free(c);
    for (uint32_t i = 0; i < c->nmaps; i++)
        map_free(c->maps[i]);
    map_free(&c->packages);
    map_free(&c->instances);
    map_free(&c->node_types);
    if (c->checker)
        free(((Checker *)c->checker)->delayed);
    c->checker = NULL;
    c->nmaps = 0;
}
