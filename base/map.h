/* map.h - a hash map from 64-bit keys (pointers, interned names, ids) to
 * pointers.  Iteration over entries is in order of insertion, so walking a Map
 * is deterministic.  For string keys intern first, or use map_*_str. */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct MapEntry {
    uint64_t key;
    const char *str; /* string key (not owned), NULL for plain keys */
    void *value;
} MapEntry;

/* A Map starts as {0}.  It owns its tables, never keys or values. */
typedef struct Map {
    MapEntry *entries; /* in order of insertion; entries[i].value may be NULL */
    size_t count, cap;
    uint32_t *index; /* open addressing: entry number + 1, 0 free */
    size_t index_cap;
} Map;

void map_free(Map *m);
void map_clear(Map *m); /* empty again; keeps a small table */
void *map_get(const Map *m, const void *key);          /* NULL when absent */
void map_put(Map *m, const void *key, void *value);    /* adds or replaces */
bool map_has(const Map *m, const void *key);
void *map_get_int(const Map *m, uint64_t key);
void map_put_int(Map *m, uint64_t key, void *value);
void *map_get_str(const Map *m, const char *key);       /* by content */
void map_put_str(Map *m, const char *key, void *value); /* key must outlive the map */

#endif
