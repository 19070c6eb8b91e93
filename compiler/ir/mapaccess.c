/* mapaccess.c - what is done with m[k].
 *
 * The runtime answers with the address of the element.  Keys of four and eight bytes and strings are passed
 * by value to functions of their own (mapaccess1_fast64, mapassign_faststr, ...), others by address. */
#include "compiler/ir/ir.h"

typedef enum MapClass { MapSlow, MapFast32, MapFast64, MapFast64Ptr, MapFastStr } MapClass;

enum { MaxFastElem = 128, ZeroValSize = 1024 }; /* internal/abi: MapMaxElemBytes, ZeroValSize */

static MapClass class_of(Type *map)
{
    Type *t = type_under(map), *key = t->map.key;
    Comp comps[MaxComps];
    if (type_size(t->map.elem) > MaxFastElem)
        return MapSlow;
    if (is_string(key))
        return MapFastStr;
    if (!ssa_able(key) || ssa_comps(key, comps) != 1 || !is_plain_memory(key))
        return MapSlow;
    switch (type_size(key)) {
    case 4: return MapFast32;
    case 8: return comps[0].type == ValPtr ? MapFast64Ptr : MapFast64;
    default: return MapSlow;
    }
}

bool map_key_by_address(Type *map) { return class_of(map) == MapSlow; }

/* Arguments of the function for a map type; returns its name, made of what it does and how the key goes. */
static const char *lookup(Builder *s, const char *what, bool put, Type *map, Value *m, Val key, Value **args, int *n)
{
    args[0] = sym_addr(s, sym_type(s->ir, map));
    args[1] = m;
    args[2] = NULL;
    *n = 3;
    switch (class_of(map)) {
    case MapSlow: args[2] = val_addr(s, key); return what;
    case MapFast32: args[2] = key.v[0]; return arena_printf(s->arena, "%s_fast32", what);
    case MapFast64: args[2] = key.v[0]; return arena_printf(s->arena, "%s_fast64", what);
    case MapFast64Ptr:
        args[2] = put ? key.v[0] : op2(s, OpConvert, ValI64, key.v[0], mem(s));
        return arena_printf(s->arena, put ? "%s_fast64ptr" : "%s_fast64", what);
    case MapFastStr:
        args[2] = key.v[0];
        args[3] = key.v[1];
        *n = 4;
        return arena_printf(s->arena, "%s_faststr", what);
    }
    return what;
}

Value *map_access(Builder *s, Type *map, Value *m, Val key, Value **ok)
{
    Value *args[5], *out[2];
    int n;
    const char *name = lookup(s, ok ? "mapaccess2" : "mapaccess1", false, map, m, key, args, &n);
    Type *elem = type_under(map)->map.elem;
    if (type_size(elem) > ZeroValSize) {
        name = ok ? "mapaccess2_fat" : "mapaccess1_fat";
        args[n++] = val_addr(s, val_zero(s, elem));
    }
    runtime_call(s, name, n, args, ok ? 2 : 1, out);
    if (ok)
        *ok = out[1];
    return out[0];
}

Value *map_assign(Builder *s, Type *map, Value *m, Val key)
{
    Value *args[5];
    int n;
    const char *name = lookup(s, "mapassign", true, map, m, key, args, &n);
    return runtime_call(s, name, n, args, 0, NULL);
}
