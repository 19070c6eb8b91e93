/* maptype.c - the memory of a map: groups of eight slots.
 *
 *   struct { ctrl uint64; slots [8]struct { key K; elem E } }
 *
 * Keys and elements of more than 128 bytes are kept behind pointers. */
#include "compiler/object/object.h"

enum { GroupSlots = 8, MaxInline = 128 };

static Object *field(Ir *ir, const char *name, Type *t)
{
    return new_var(ir->types, NULL, intern_str(ir->types->names, name), t, 0, VarField);
}

static Type *pair(Ir *ir, Object *a, Object *b)
{
    Object **fields = NEW_ARRAY(ir->arena, Object *, 2);
    fields[0] = a;
    fields[1] = b;
    b->var.index = 1;
    return new_struct(ir->types, fields, 2);
}

static Type *make_group(Ir *ir, const MapLayout *l, Type *u)
{
    TypesCtx *c = ir->types;
    Type *key = l->indirect_key ? new_pointer(c, u->map.key) : u->map.key;
    Type *elem = l->indirect_elem ? new_pointer(c, u->map.elem) : u->map.elem;
    Type *slot = pair(ir, field(ir, "key", key), field(ir, "elem", elem));
    return pair(ir, field(ir, "ctrl", c->basic[KindUint64]), field(ir, "slots", new_array(c, slot, GroupSlots)));
}

MapLayout map_layout(Ir *ir, Type *map)
{
    Type *u = type_under(map);
    Map *groups = &object_data(ir)->groups;
    MapLayout l = {.indirect_key = type_size(u->map.key) > MaxInline, .indirect_elem = type_size(u->map.elem) > MaxInline};
    const char *key = link_string(ir->types, u);
    l.group = map_get_str(groups, key);
    if (!l.group) {
        l.group = make_group(ir, &l, u);
        map_put_str(groups, key, l.group);
    }
    Type *slot = l.group->strct.fields[1]->type->array.elem;
    l.group_size = type_size(l.group);
    l.slot_size = type_size(slot);
    l.elem_off = field_offset(slot, 1);
    return l;
}
