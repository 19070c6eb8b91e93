/* poslist.c - a PosMap with a table of its own: for SSA text read without its
 * sources.  Equal positions get equal numbers, so that dump and parse agree. */
#include "compiler/ssa/ssa.h"

#include <stdlib.h>

void pos_list_init(PosList *p)
{
    *p = (PosList){0};
    arena_init(&p->arena);
    vec_push(p->items, p->count, p->cap, (PosInfo){0});
}

void pos_list_free(PosList *p)
{
    free(p->items);
    map_free(&p->files);
    map_free(&p->index);
    arena_free(&p->arena);
    *p = (PosList){0};
}

static PosInfo info(void *ctx, Pos pos)
{
    PosList *p = ctx;
    return pos < p->count ? p->items[pos] : (PosInfo){0};
}

static bool same(const PosInfo *a, const PosInfo *b)
{
    return a->file == b->file && a->line == b->line && a->col == b->col && a->call == b->call;
}

static Pos make(void *ctx, const PosInfo *want)
{
    PosList *p = ctx;
    PosInfo item = *want;
    item.file = map_get_str(&p->files, want->file);
    if (!item.file) {
        char *copy = arena_strdup(&p->arena, want->file);
        map_put_str(&p->files, copy, copy);
        item.file = copy;
    }
    uint64_t parts[4] = {(uintptr_t)item.file, (uint64_t)item.line, (uint64_t)item.col, item.call}, key = 0;
    for (int i = 0; i < 4; i++)
        key = (key ^ parts[i]) * UINT64_C(0x9E3779B97F4A7C15) ^ key >> 29;
    Pos old = (Pos)(uintptr_t)map_get_int(&p->index, key);
    if (old && same(&p->items[old], &item))
        return old;
    vec_push(p->items, p->count, p->cap, item);
    Pos pos = (Pos)(p->count - 1);
    map_put_int(&p->index, key, (void *)(uintptr_t)pos);
    return pos;
}

PosMap pos_list_map(PosList *p) { return (PosMap){p, info, make}; }
