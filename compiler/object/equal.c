/* equal.c - which function compares or hashes values of a type.
 *
 * Plain memory of a usual size and the basic types have functions in package
 * runtime; other plain memory shares one that reads the size from its closure;
 * the rest is generated (compiler/ir/alg.c). */
#include "compiler/object/object.h"

typedef enum Alg {
    AlgMemory, AlgString, AlgInterface, AlgEface, AlgFloat32, AlgFloat64, AlgComplex64, AlgComplex128, AlgSpecial
} Alg;

static const struct { const char *equal, *hash; } runtime_algs[] = {
    [AlgString] = {"strequal", "strhash"},
    [AlgInterface] = {"interequal", "interhash"},
    [AlgEface] = {"nilinterequal", "nilinterhash"},
    [AlgFloat32] = {"f32equal", "f32hash"},
    [AlgFloat64] = {"f64equal", "f64hash"},
    [AlgComplex64] = {"c64equal", "c64hash"},
    [AlgComplex128] = {"c128equal", "c128hash"},
};

/* A struct of one field that fills it, or an array of one element, is as what it holds. */
static Alg alg_of(Type *t)
{
    Type *u = type_under(t);
    if (is_plain_memory(u))
        return AlgMemory;
    switch (u->kind) {
    case KindString: return AlgString;
    case KindInterface: return is_empty_interface(u) ? AlgEface : AlgInterface;
    case KindFloat32: return AlgFloat32;
    case KindFloat64: return AlgFloat64;
    case KindComplex64: return AlgComplex64;
    case KindComplex128: return AlgComplex128;
    case KindArray: return u->array.len == 1 ? alg_of(u->array.elem) : AlgSpecial;
    case KindStruct:
        if (u->strct.n == 1 && strcmp(u->strct.fields[0]->name, "_") != 0)
            return alg_of(u->strct.fields[0]->type);
        return AlgSpecial;
    default: return AlgSpecial;
    }
}

static const char *runtime_func(Ir *ir, const char *name)
{
    return sym_funcval(ir, arena_printf(ir->arena, "runtime.%s", name), SsaABIInternal);
}

/* A closure of a function with one word: prefix{code, size}. */
static const char *sized_closure(Ir *ir, const char *prefix, const char *code, int64_t size)
{
    const char *name = arena_printf(ir->arena, "%s%lld", prefix, (long long)size);
    LSym *s = data_sym(ir, name);
    if (!(s->flags & SymDefined)) {
        obj_new_data(s, SymRodata, SymDupok, 8);
        obj_put_addr(s, 0, obj_lookup(ir->obj, code, ABIInternal), 0);
        obj_put_int(s, 8, (uint64_t)size, 8);
    }
    return name;
}

/* prefix + T: a function value. */
static const char *generated_closure(Ir *ir, const char *prefix, Type *t, const char *code)
{
    const char *link = link_string(ir->types, type_unalias(t)), *name = content_name(ir, prefix, link, strlen(link));
    LSym *s = data_sym(ir, name);
    if (!(s->flags & SymDefined)) {
        obj_new_data(s, SymRodata, SymDupok, 8);
        obj_put_addr(s, 0, obj_lookup(ir->obj, code, ABIInternal), 0);
    }
    return name;
}

static bool is_usual_size(int64_t n) { return n == 0 || n == 1 || n == 2 || n == 4 || n == 8 || n == 16; }

const char *sym_equal(Ir *ir, Type *t)
{
    if (!type_comparable(t))
        return NULL;
    Alg alg = alg_of(t);
    int64_t size = type_size(t);
    if (alg == AlgMemory && is_usual_size(size))
        return runtime_func(ir, arena_printf(ir->arena, "memequal%d", (int)size * 8));
    if (alg == AlgMemory)
        return sized_closure(ir, "type:.eqfunc", "runtime.memequal_varlen", size);
    if (alg == AlgSpecial)
        return generated_closure(ir, "type:.eqfunc.", t, eq_func(ir, t));
    return runtime_func(ir, runtime_algs[alg].equal);
}

const char *sym_hasher(Ir *ir, Type *t)
{
    Alg alg = alg_of(t);
    int64_t size = type_size(t);
    if (alg == AlgMemory && is_usual_size(size))
        return runtime_func(ir, arena_printf(ir->arena, "memhash%d", (int)size * 8));
    if (alg == AlgMemory)
        return sized_closure(ir, "type:.hashfunc", "runtime.memhash_varlen", size);
    if (alg == AlgSpecial)
        return generated_closure(ir, "type:.hashfunc.", t, hash_func(ir, t));
    return runtime_func(ir, runtime_algs[alg].hash);
}
