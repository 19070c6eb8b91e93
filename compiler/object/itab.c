/* itab.c - interface tables for types that are known now.
 *
 *   ITab: Inter 0, Type 8, Hash u32 16, Fun[] 24 in the order of type_set */
#include "compiler/object/object.h"

enum { ItabInter = 0, ItabType = 8, ItabHash = 16, ItabFun = 24 };

static const MethodSetEntry *find_method(const MethodSetEntry *set, uint32_t n, const Object *m)
{
    for (uint32_t i = 0; i < n; i++)
        if (strcmp(set[i].obj->name, m->name) == 0 && (m->exported || set[i].obj->pkg == m->pkg))
            return &set[i];
    return NULL;
}

static void emit_itab(Ir *ir, LSym *s, Type *t, Type *iface)
{
    TypesCtx *c = ir->types;
    TypeSet *want = type_set(c, type_under(iface));
    uint32_t n;
    MethodSetEntry *have = method_set(c, t, &n);
    obj_new_data(s, SymRodata, SymDupok | SymItab, 8);
    obj_put_addr(s, ItabInter, type_lsym(ir, iface), 0);
    obj_put_addr(s, ItabType, type_lsym(ir, t), 0);
    obj_put_int(s, ItabHash, type_hash(c, type_unalias(t)), 4);
    obj_set_size(s, ItabFun + 8 * (uint64_t)want->nmethods);
    for (uint32_t i = 0; i < want->nmethods; i++) {
        const MethodSetEntry *e = find_method(have, n, want->methods[i]);
        if (e)
            obj_put_addr(s, ItabFun + 8 * (uint64_t)i, obj_lookup(ir->obj, method_wrapper(ir, t, e, true), ABIInternal), 0);
    }
}

const char *sym_itab(Ir *ir, Type *t, Type *iface)
{
    TypesCtx *c = ir->types;
    const char *pair = arena_printf(ir->arena, "%s,%s", link_string(c, type_unalias(t)), link_string(c, type_unalias(iface)));
    const char *name = content_name(ir, "go:itab.", pair, strlen(pair));
    LSym *s = data_sym(ir, name);
    if (!(s->flags & SymDefined))
        emit_itab(ir, s, t, iface);
    return name;
}
