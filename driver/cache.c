/* cache.c - results of earlier builds, found by what went into them.
 *
 * Two kinds of files, spread over 256 folders by the first byte of their
 * name: <action>-a names what came of an action ("v1 action content size"),
 * <content>-d holds the bytes.  Files appear by rename, so that several builds
 * can share a cache, and content is hashed again when it is read, unless the memo
 * knows that it has not changed since: whatever is damaged counts as absent.  Behind the user's cache stands a read-only one in
 * the tree itself, made by `make`. */
#include <stdio.h>

#include "base/sha256.h"
#include "driver/driver.h"

void cache_hex(const uint8_t sum[32], char out[65])
{
    static const char digits[] = "0123456789abcdef";
    for (int i = 0; i < 32; i++) {
        out[2 * i] = digits[sum[i] >> 4];
        out[2 * i + 1] = digits[sum[i] & 15];
    }
    out[64] = 0;
}

static const char *file_in(const char *cache, Arena *a, const uint8_t sum[32], char kind)
{
    char name[65];
    cache_hex(sum, name);
    return arena_printf(a, "%s/%.2s/%s-%c", cache, name, name, kind);
}

void cache_file_name(const Env *e, Arena *a, const uint8_t sum[32], char kind, const char **dir, const char **file)
{
    *file = e->cache ? file_in(e->cache, a, sum, kind) : NULL;
    *dir = *file ? path_dir(a, *file) : NULL;
}

static const char *own_cache(const Env *e, Arena *a) { return path_join(a, e->goroot, "pkg/cache"); }

bool cache_is_own(const Env *e) { return e->cache && strcmp(e->cache, own_cache(e, e->arena)) == 0; }

static bool lies_in(const char *file, const char *dir)
{
    size_t n = dir ? strlen(dir) : 0;
    return n && strncmp(file, dir, n) == 0 && file[n] == '/';
}

bool cache_holds(const Env *e, Arena *a, const char *file) { return lies_in(file, e->cache) || lies_in(file, own_cache(e, a)); }

static const char *get_from(const Env *e, const char *cache, Arena *a, const uint8_t action[32], MadeAnswer **made)
{
    OsFile f;
    char name[65], content[65] = "";
    unsigned long long size = 0;
    if (!os_read_file(a, file_in(cache, a, action, 'a'), &f, NULL))
        return NULL;
    cache_hex(action, name);
    char line[256] = "", key[65] = "";
    if (f.size < sizeof line)
        memcpy(line, f.data, f.size);
    os_close_file(&f);
    if (sscanf(line, "v1 %64s %64s %llu", key, content, &size) != 3 || strcmp(key, name) != 0 || strlen(content) != 64)
        return NULL;
    const char *data = arena_printf(a, "%s/%.2s/%s-d", cache, content, content);
    *made = e->memo ? memo_new_made(e->memo, a, data) : NULL;
    if (!os_read_file(a, data, &f, NULL))
        return NULL;
    uint8_t sum[32];
    char actual[65];
    sha256(f.data, f.size, sum);
    cache_hex(sum, actual);
    bool ok = f.size == size && strcmp(actual, content) == 0;
    os_close_file(&f);
    return ok ? data : NULL;
}

const char *cache_get(const Env *e, Arena *a, const uint8_t action[32], MadeAnswer **made)
{
    const char *file = e->cache ? get_from(e, e->cache, a, action, made) : NULL;
    return file ? file : get_from(e, own_cache(e, a), a, action, made);
}

const char *cache_put(const Env *e, Arena *a, const uint8_t action[32], const char *file, const char **err)
{
    OsFile f;
    if (!e->cache || !os_read_file(a, file, &f, err))
        return NULL;
    uint8_t sum[32];
    sha256(f.data, f.size, sum);
    const char *dir, *data, *entry;
    cache_file_name(e, a, sum, 'd', &dir, &data);
    bool ok = os_mkdir_all(a, dir, err) && os_write_file(a, data, f.data, f.size, 0644, err);
    char key[65], content[65];
    cache_hex(action, key);
    cache_hex(sum, content);
    cache_file_name(e, a, action, 'a', &dir, &entry);
    const char *line = arena_printf(a, "v1 %s %s %zu\n", key, content, f.size);
    ok = ok && os_mkdir_all(a, dir, err) && os_write_file(a, entry, line, strlen(line), 0644, err);
    os_close_file(&f);
    return ok ? data : NULL;
}

bool cache_clean(const Env *e, const char **err)
{
    (void)err;
    if (!e->cache || !os_stat(e->cache).dir)
        return true;
    size_t n;
    Arena a = {0};
    char **names = os_read_dir(&a, e->cache, &n, NULL);
    bool ok = true;
    for (size_t i = 0; names && i < n; i++)
        if (strlen(names[i]) == 2 || strncmp(names[i], MemoName, strlen(MemoName)) == 0) /* only what is ours */
            ok = os_remove_all(path_join(&a, e->cache, names[i])) && ok;
    if (!ok)
        *err = arena_printf(e->arena, "cannot remove all of %s", e->cache);
    arena_free(&a);
    return ok;
}
