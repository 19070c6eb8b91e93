/* data.c - symbols that hold data.
 *
 * Bytes may be put in any order; holes and what follows the last byte are
 * zero, and a symbol that has only a size takes no room in the file when its
 * kind allows it.  There are very many and most are small, so they ask for
 * what they need and no more. */
#include <stdlib.h>

#include "asm6.h"

void obj_new_data(LSym *s, SymKind kind, uint16_t flags, uint32_t align)
{
    s->kind = (uint8_t)kind;
    s->flags |= flags | SymDefined;
    s->align = align;
}

void obj_set_size(LSym *s, uint64_t size)
{
    if (s->size < size)
        s->size = size;
}

enum { SmallSymbol = 1024 }; /* will have all its bytes; larger ones may be mostly zero */

static char *room(LSym *s, uint64_t off, size_t n)
{
    if (s->data.len < off + n) {
        size_t more = (size_t)(off + n - s->data.len);
        if (!s->data.cap)
            buf_reserve_exactly(&s->data, more < s->size && s->size <= SmallSymbol ? (size_t)s->size : more);
        buf_zero(&s->data, more);
    }
    obj_set_size(s, off + n);
    return s->data.data + off;
}

void obj_put_bytes(LSym *s, uint64_t off, const void *p, size_t n)
{
    if (n)
        memcpy(room(s, off, n), p, n);
}

void obj_put_int(LSym *s, uint64_t off, uint64_t value, int size)
{
    char *p = room(s, off, (size_t)size);
    for (int i = 0; i < size; i++)
        p[i] = (char)(value >> 8 * i);
}

void obj_reserve_relocs(LSym *s, size_t more)
{
    s->cap_relocs = s->nrelocs + more;
    s->relocs = xrealloc(s->relocs, s->cap_relocs * sizeof *s->relocs);
}

void obj_reloc(LSym *s, Reloc r)
{
    if (s->nrelocs == s->cap_relocs)
        obj_reserve_relocs(s, s->cap_relocs ? s->cap_relocs : 1);
    s->relocs[s->nrelocs++] = r;
}

void obj_put_addr(LSym *s, uint64_t off, LSym *target, int64_t add)
{
    room(s, off, 8);
    obj_reloc(s, (Reloc){.off = (uint32_t)off, .type = RelAddr64, .size = 8, .sym = target, .add = add});
}

void obj_put_off32(LSym *s, uint64_t off, LSym *target, int64_t add)
{
    room(s, off, 4);
    obj_reloc(s, (Reloc){.off = (uint32_t)off, .type = RelOff32, .size = 4, .sym = target, .add = add});
}

void obj_reach(ObjCtx *o, ReachRecord r)
{
    pthread_mutex_lock(&o->lock);
    vec_push(o->reach, o->nreach, o->cap_reach, r);
    pthread_mutex_unlock(&o->lock);
}
