/* library.c - who provides a package of the standard library: this tree's src/,
 * or an upstream Go tree that the user names.
 *
 *   GGO_UPSTREAM=DIR   paths that our src/ does not have come from DIR/src
 *   GGO_STD=upstream   only the runtime side is ours; all else is DIR's
 *                      (without GGO_UPSTREAM, DIR is GOROOT)
 *
 * A path has one provider, whoever imports it.  Upstream's packages import
 * golang.org/x/... from a vendor folder: those have the path of that folder. */
#include "driver/driver.h"

static bool has_prefix(const char *s, const char *prefix) { return strncmp(s, prefix, strlen(prefix)) == 0; }

/* What is made for each other: the runtime, what it imports, and what knows the
 * compiler's tables.  Upstream's copies would describe upstream's runtime. */
static bool is_runtime_side(const char *path)
{
    static const char *const ours[] = {"runtime", "internal/abi", "internal/bytealg", "internal/cpu", "internal/goarch",
                                       "internal/goexperiment", "internal/goos"};
    for (size_t i = 0; i < sizeof ours / sizeof *ours; i++)
        if (strcmp(path, ours[i]) == 0)
            return true;
    return has_prefix(path, "internal/runtime/");
}

static const char *dir_below(const Env *e, const char *root, const char *path)
{
    return path_join(e->arena, path_join(e->arena, root, "src"), path);
}

/* "go1.26.8" in the first line of DIR/VERSION; "" for a tree without (a checkout). */
static const char *tree_version(Env *e, const char *dir)
{
    OsFile f;
    if (!os_read_file(e->arena, path_join(e->arena, dir, "VERSION"), &f, NULL))
        return "";
    size_t n = 0;
    while (n < f.size && (unsigned char)f.data[n] > ' ')
        n++;
    const char *version = arena_strndup(e->arena, f.data, n);
    os_close_file(&f);
    return version;
}

static const char *check_tree(Env *e, const char *variable, const char *dir)
{
    if (!os_stat(dir).dir)
        return arena_printf(e->arena, "%s=%s: no such directory", variable, dir);
    /* our own src/ has no package unsafe: the compiler is all there is of it */
    if (!os_stat(dir_below(e, dir, "unsafe/unsafe.go")).regular)
        return arena_printf(e->arena, "%s=%s: not an upstream Go tree (no src/unsafe/unsafe.go)", variable, dir);
    const char *version = tree_version(e, dir);
    size_t n = strlen(GoVersion);
    if (*version && (!has_prefix(version, GoVersion) || (version[n] >= '0' && version[n] <= '9')))
        return arena_printf(e->arena, "%s=%s: the tree is %s, and not a " GoVersion, variable, dir, version);
    return NULL;
}

void library_init(Env *e)
{
    const char *std = os_getenv("GGO_STD"), *variable = "GGO_UPSTREAM", *dir = os_getenv(variable);
    if (std && *std && strcmp(std, "upstream") != 0) {
        e->library_error = arena_printf(e->arena, "GGO_STD=%s: the only value is upstream", std);
        return;
    }
    e->std_upstream = std && *std;
    if (e->std_upstream && !(dir && *dir)) {
        variable = "GOROOT";
        dir = os_getenv(variable);
        if (!dir || !*dir) {
            e->library_error = "GGO_STD=upstream: set GGO_UPSTREAM to the directory of an upstream Go tree";
            return;
        }
    }
    if (!dir || !*dir)
        return;
    dir = path_is_abs(dir) ? path_clean(e->arena, dir) : path_join(e->arena, e->cwd, dir);
    e->library_error = check_tree(e, variable, dir);
    if (!e->library_error)
        e->upstream = os_realpath(e->arena, dir);
}

const char *library_dir(const Env *e, const char *path, bool *upstream)
{
    const char *ours = dir_below(e, e->goroot, path);
    bool have = os_stat(ours).dir;
    *upstream = false;
    if (have && (!e->std_upstream || is_runtime_side(path)))
        return ours;
    const char *theirs = e->upstream ? dir_below(e, e->upstream, path) : NULL;
    if (!theirs || !os_stat(theirs).dir)
        return NULL;
    *upstream = true;
    return theirs;
}

const char *library_vendored(const Env *e, const char *path, const char *importer)
{
    if (!e->upstream || !memchr(path, '.', strcspn(path, "/")))
        return path;
    const char *vendored = arena_printf(e->arena, has_prefix(importer, "cmd/") ? "cmd/vendor/%s" : "vendor/%s", path);
    return os_stat(dir_below(e, e->upstream, vendored)).dir ? vendored : path;
}

const char *library_path(const Env *e, const char *dir)
{
    const char *roots[] = {e->goroot, e->upstream};
    for (size_t i = 0; i < 2 && roots[i]; i++) {
        const char *src = path_join(e->arena, roots[i], "src");
        size_t n = strlen(src);
        if (strncmp(dir, src, n) == 0 && dir[n] == '/')
            return dir + n + 1;
    }
    return NULL;
}
