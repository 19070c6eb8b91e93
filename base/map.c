/* map.c - insertion-ordered hash map. */
#include "map.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "buf.h"
#include "intern.h"

void map_free(Map *m)
{
    free(m->entries);
    free(m->index);
    *m = (Map){0};
}

void map_clear(Map *m)
{
    enum { KeptCap = 1024 };
    if (m->index_cap > KeptCap) {
        map_free(m);
        return;
    }
    if (m->count)
        memset(m->index, 0, m->index_cap * sizeof *m->index);
    m->count = 0;
}

static uint64_t mix(uint64_t key)
{
    key *= 0x9E3779B97F4A7C15u;
    return key ^ key >> 32;
}

static bool same(const MapEntry *e, uint64_t key, const char *str)
{
    return e->key == key && (str ? e->str && strcmp(e->str, str) == 0 : !e->str);
}

/* Returns the slot of the index where the key is, or where it would go. */
static size_t find(const Map *m, uint64_t key, const char *str)
{
    size_t i = mix(key) & (m->index_cap - 1);
    while (m->index[i] && !same(&m->entries[m->index[i] - 1], key, str))
        i = (i + 1) & (m->index_cap - 1);
    return i;
}

static void grow_index(Map *m)
{
    m->index_cap = m->index_cap ? m->index_cap * 2 : 16;
    free(m->index);
    m->index = xcalloc(m->index_cap, sizeof *m->index);
    for (size_t i = 0; i < m->count; i++)
        m->index[find(m, m->entries[i].key, m->entries[i].str)] = (uint32_t)i + 1;
}

static MapEntry *lookup(const Map *m, uint64_t key, const char *str)
{
    if (m->count == 0)
        return NULL;
    uint32_t n = m->index[find(m, key, str)];
    return n ? &m->entries[n - 1] : NULL;
}

static void put(Map *m, uint64_t key, const char *str, void *value)
{
    MapEntry *e = lookup(m, key, str);
    if (e) {
        e->value = value;
        return;
    }
    if (m->count * 2 >= m->index_cap)
        grow_index(m);
    size_t slot = find(m, key, str);
    vec_push(m->entries, m->count, m->cap, (MapEntry){key, str, value});
    m->index[slot] = (uint32_t)m->count;
}

void *map_get_int(const Map *m, uint64_t key)
{
    MapEntry *e = lookup(m, key, NULL);
    return e ? e->value : NULL;
}

void map_put_int(Map *m, uint64_t key, void *value) { put(m, key, NULL, value); }

void *map_get(const Map *m, const void *key) { return map_get_int(m, (uintptr_t)key); }

void map_put(Map *m, const void *key, void *value) { put(m, (uintptr_t)key, NULL, value); }

bool map_has(const Map *m, const void *key) { return lookup(m, (uintptr_t)key, NULL) != NULL; }

void *map_get_str(const Map *m, const char *key)
{
    MapEntry *e = lookup(m, hash_bytes(key, strlen(key)), key);
    return e ? e->value : NULL;
}

void map_put_str(Map *m, const char *key, void *value) { put(m, hash_bytes(key, strlen(key)), key, value); }
