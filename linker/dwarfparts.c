/* dwarfparts.c - what a map or a channel points to (FORMATS: "Go type, DIE").
 *
 * The runtime has one struct for all maps, and one for all channels, which
 * know their keys and elements as unsafe.Pointer.  Debuggers want them typed:
 * so each map and channel type gets copies of these structs under names with
 * the types in brackets, where the fields that matter lead to the copies and
 * to the types of the program. */
#include "dwarf.h"

static const char *made_name(Dwarf *d, const char *of, const char *args) { return arena_printf(&d->c->arena, "%s<%s>", of, args); }

/* Map.dirPtr -> **table; table.groups.data -> groups, which have a descriptor of their own. */
void put_map_parts(Dwarf *d, TypeDie *die)
{
    enum { Groups, Table, TablePtr, Dir, Whole, NumParts };
    const Sym *t = die->type, *key = type_part(d, t, ElemOff), *elem = type_part(d, t, MapElem);
    const char *args = arena_printf(&d->c->arena, "%s,%s", key ? go_name(d, key) : "?", elem ? go_name(d, elem) : "?");
    uint32_t *off = NEW_ARRAY(&d->c->arena, uint32_t, NumParts);
    const char *table = made_name(d, "table", args), *map = made_name(d, "map", args);
    const Swap in_groups = {"data", pointer_to(d, type_part(d, t, MapGroup))}, in_table = {"groups", &off[Groups]}, in_map = {"dirPtr", &off[Dir]};
    off[Groups] = put_variant(d, "type:internal/runtime/maps.groupsReference", made_name(d, "groupReference", args), &in_groups, 1);
    off[Table] = put_variant(d, "type:internal/runtime/maps.table", table, &in_table, 1);
    off[TablePtr] = put_made_pointer(d, arena_printf(&d->c->arena, "*%s", table), &off[Table]);
    off[Dir] = put_made_pointer(d, arena_printf(&d->c->arena, "**%s", table), &off[TablePtr]);
    off[Whole] = put_variant(d, "type:internal/runtime/maps.Map", map, &in_map, 1);
    die->inner_off = put_made_pointer(d, arena_printf(&d->c->arena, "*%s", map), &off[Whole]);
}

/* hchan.recvq and sendq -> waitq -> *sudog, whose elem points to one. */
void put_chan_parts(Dwarf *d, TypeDie *die)
{
    enum { Sudog, SudogPtr, Waitq, Hchan, NumParts };
    const Sym *elem = type_part(d, die->type, ElemOff);
    const char *arg = elem ? go_name(d, elem) : "?";
    uint32_t *off = NEW_ARRAY(&d->c->arena, uint32_t, NumParts);
    const char *sudog = made_name(d, "sudog", arg), *hchan = made_name(d, "hchan", arg);
    const Swap in_sudog = {"elem", pointer_to(d, elem)};
    const Swap in_waitq[] = {{"first", &off[SudogPtr]}, {"last", &off[SudogPtr]}}, in_hchan[] = {{"recvq", &off[Waitq]}, {"sendq", &off[Waitq]}};
    off[Sudog] = put_variant(d, "type:runtime.sudog", sudog, &in_sudog, 1);
    off[SudogPtr] = put_made_pointer(d, arena_printf(&d->c->arena, "*%s", sudog), &off[Sudog]);
    off[Waitq] = put_variant(d, "type:runtime.waitq", made_name(d, "waitq", arg), in_waitq, 2);
    off[Hchan] = put_variant(d, "type:runtime.hchan", hchan, in_hchan, 2);
    die->inner_off = put_made_pointer(d, arena_printf(&d->c->arena, "*%s", hchan), &off[Hchan]);
}
