/* inittask.c - what the linker and the collector must know of a package.
 *
 *   p..inittask: state u32, count u32, code addresses.  Every package has one, perhaps of
 *   no functions: then an import need not say whether there is one to wait for.
 *   f.args_stackmap: which words of the arguments of an assembly function are
 *   pointers: count u32, bits u32, bitmaps: at entry, and with results. */
#include "compiler/object/object.h"

static LSym *inittask_sym(Ir *ir, const Package *p) { return data_sym(ir, arena_printf(ir->arena, "%s..inittask", p->path)); }

void emit_inittask(Ir *ir, const char *const *funcs, size_t n)
{
    LSym *s = inittask_sym(ir, ir->pkg);
    obj_new_data(s, SymNoptrdata, 0, 8);
    obj_put_int(s, 4, n, 4);
    for (size_t i = 0; i < n; i++)
        obj_put_addr(s, 8 + 8 * i, obj_lookup(ir->obj, funcs[i], ABIInternal), 0);
    for (uint32_t i = 0; i < ir->pkg->nimports; i++) {
        Package *p = ir->pkg->imports[i];
        if (p != ir->types->unsafe_pkg)
            obj_reach(ir->obj, (ReachRecord){.kind = GoReachInitOrder, .sym = s, .to = inittask_sym(ir, p)});
    }
}

/* ---- argument maps ---- */

static void set_pointers(const AbiParam *p, uint8_t *map) { type_ptrmask(p->type, p->offset, map); }

static void emit_args_map(Ir *ir, Object *f, const char *name)
{
    Type *sig = type_under(f->type);
    AbiSig *abi = abi_of(ir->arena, sig->func.recv ? sig->func.recv->type : NULL, sig, SsaABI0);
    uint32_t bits = (uint32_t)(abi->args_size / 8), bytes = (bits + 7) / 8, maps = abi->nresults ? 2 : 1;
    uint8_t *map = arena_alloc(ir->arena, bytes + 2);
    LSym *s = data_sym(ir, arena_printf(ir->arena, "%s.args_stackmap", name));
    obj_new_data(s, SymFuncdata, 0, 4);
    obj_put_int(s, 0, maps, 4);
    obj_put_int(s, 4, bits, 4);
    for (int i = 0; i < abi->nparams; i++)
        set_pointers(&abi->params[i], map);
    obj_put_bytes(s, 8, map, bytes);
    if (maps == 1)
        return;
    for (int i = 0; i < abi->nresults; i++)
        set_pointers(&abi->results[i], map);
    obj_put_bytes(s, 8 + bytes, map, bytes);
}

void emit_args_maps(Ir *ir)
{
    for (uint32_t i = 0; i < ir->pkg->nobjects; i++) {
        Object *f = ir->pkg->objects[i];
        if (f->kind != ObjFunc || f->func.info || type_under(f->type)->func.ntparams)
            continue;
        const char *name = func_link_name(ir->types, f);
        if (map_get_str(&ir->symabi_defs, name))
            emit_args_map(ir, f, name);
    }
}
