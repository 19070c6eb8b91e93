/* env.c - where things are, and what the environment says. */
#include "driver/driver.h"

const char *const env_names[] = {
    "CGO_ENABLED", "GGOCACHE", "GGOROOT", "GGO_STD", "GGO_UPSTREAM", "GO111MODULE", "GOAMD64", "GOARCH", "GOBIN", "GOCACHE", "GODEBUG", "GOEXE",
    "GOEXPERIMENT", "GOFLAGS", "GOHOSTARCH", "GOHOSTOS", "GOMOD", "GOMODCACHE", "GOOS", "GOPATH", "GOROOT",
    "GOTMPDIR", "GOTOOLCHAIN", "GOTOOLDIR", "GOVERSION", "GOWORK", NULL,
};

static const char *or_empty(const char *s) { return s ? s : ""; }

static const char *get(const char *name, const char *otherwise)
{
    const char *v = os_getenv(name);
    return v && *v ? v : otherwise;
}

/* bin/ggo stands in the tree it belongs to. */
static const char *find_root(Env *e)
{
    const char *root = os_getenv("GGOROOT");
    if (root && *root)
        return root;
    char *exe = os_executable(e->arena);
    return exe ? path_dir(e->arena, path_dir(e->arena, exe)) : NULL;
}

static const char *find_cache(Env *e)
{
    const char *dir = get("GGOCACHE", get("GOCACHE", NULL));
    if (dir)
        return strcmp(dir, "off") == 0 ? NULL : dir;
    const char *base = get("XDG_CACHE_HOME", NULL), *home = get("HOME", NULL);
    if (!base && home)
        base = path_join(e->arena, home, ".cache");
    return base ? path_join(e->arena, base, "ggo-build") : NULL;
}

bool env_init(Env *e, Arena *a, const char **err)
{
    *e = (Env){.arena = a};
    e->goroot = find_root(e);
    if (!e->goroot || !os_stat(path_join(a, e->goroot, "src")).dir) {
        *err = "cannot find the tree that ggo belongs to; set GGOROOT";
        return false;
    }
    e->goroot = os_realpath(a, e->goroot);
    e->tooldir = path_join(a, e->goroot, "pkg/tool/linux_amd64");
    e->cache = find_cache(e);
    e->tmpdir = get("GOTMPDIR", get("TMPDIR", "/tmp"));
    e->goos = get("GOOS", "linux");
    e->goarch = get("GOARCH", "amd64");
    e->goflags = get("GOFLAGS", "");
    e->cwd = os_getcwd(a);
    library_init(e);
    return true;
}

const char *tool_path(const Env *e, Arena *a, const char *tool) { return path_join(a, e->tooldir, tool); }

const char *env_value(Env *e, const char *name)
{
    if (strcmp(name, "GOROOT") == 0 || strcmp(name, "GGOROOT") == 0)
        return e->goroot;
    if (strcmp(name, "GOCACHE") == 0 || strcmp(name, "GGOCACHE") == 0)
        return e->cache ? e->cache : "off";
    if (strcmp(name, "GGO_UPSTREAM") == 0 && e->upstream)
        return e->upstream;
    if (strcmp(name, "GOOS") == 0)
        return e->goos;
    if (strcmp(name, "GOARCH") == 0)
        return e->goarch;
    if (strcmp(name, "GOHOSTOS") == 0)
        return "linux";
    if (strcmp(name, "GOHOSTARCH") == 0)
        return "amd64";
    if (strcmp(name, "GOAMD64") == 0)
        return "v1";
    if (strcmp(name, "CGO_ENABLED") == 0)
        return "0";
    if (strcmp(name, "GOTOOLDIR") == 0)
        return e->tooldir;
    if (strcmp(name, "GOVERSION") == 0)
        return GoVersion;
    if (strcmp(name, "GOTOOLCHAIN") == 0)
        return "local";
    if (strcmp(name, "GOMOD") == 0) {
        Module *m = NULL;
        const char *err;
        return find_module(e, e->cwd, &m, &err) && m ? m->file : "/dev/null";
    }
    if (strcmp(name, "GOPATH") == 0)
        return get("GOPATH", get("HOME", NULL) ? path_join(e->arena, get("HOME", ""), "go") : "");
    if (strcmp(name, "GOMODCACHE") == 0)
        return get("GOMODCACHE", path_join(e->arena, env_value(e, "GOPATH"), "pkg/mod"));
    for (const char *const *p = env_names; *p; p++)
        if (strcmp(*p, name) == 0)
            return or_empty(os_getenv(name));
    return "";
}
