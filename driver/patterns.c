/* patterns.c - packages by pattern: std, cmd, ./..., net/....
 *
 * A pattern is expanded to directories, each of them loaded; what holds no file
 * for this build is passed over without a word. */
#include <stdlib.h>

#include "driver/driver.h"

typedef struct Dirs {
    const char **at; /* directories, or import paths */
    size_t n, cap;
} Dirs;

static bool has_suffix(const char *s, const char *suffix)
{
    size_t n = strlen(s), m = strlen(suffix);
    return n >= m && strcmp(s + n - m, suffix) == 0;
}

bool is_pattern(const char *arg) { return strstr(arg, "...") || strcmp(arg, "std") == 0 || strcmp(arg, "cmd") == 0; }

static bool has_go_files(Loader *l, const char *dir)
{
    size_t n;
    char **names = os_read_dir(l->env->arena, dir, &n, NULL);
    for (size_t i = 0; names && i < n; i++)
        if (has_suffix(names[i], ".go") && names[i][0] != '_' && names[i][0] != '.')
            return true;
    return false;
}

/* dir and the directories below that hold packages; those called not (or below testdata) left out. */
static void walk(Loader *l, const char *dir, const char *without, Dirs *found, bool top)
{
    Env *e = l->env;
    const char *base = path_base(dir);
    if (!top && (base[0] == '.' || base[0] == '_' || strcmp(base, "testdata") == 0 || strcmp(base, without) == 0))
        return;
    if (!top && os_stat(path_join(e->arena, dir, "go.mod")).exists && strcmp(base, "cmd") != 0)
        return; /* another module; the library's is cmd */
    if (has_go_files(l, dir))
        vec_push(found->at, found->n, found->cap, dir);
    size_t n;
    char **names = os_read_dir(e->arena, dir, &n, NULL);
    for (size_t i = 0; names && i < n; i++) {
        const char *sub = path_join(e->arena, dir, names[i]);
        if (os_stat(sub).dir)
            walk(l, sub, without, found, false);
    }
}

static int by_text(const void *x, const void *y) { return strcmp(*(const char *const *)x, *(const char *const *)y); }

/* builtin is documentation, and runtime/cgo is for programs with C. A tree that provides nothing
 * at a path does not count. */
static bool is_buildable(const Env *e, const char *path)
{
    bool upstream;
    return strcmp(path, "builtin") != 0 && strcmp(path, "runtime/cgo") != 0 && library_dir(e, path, &upstream);
}

/* What is a package in one of the library's trees, below a path; "" is all but commands. */
static void library_pattern(Loader *l, const char *below, Dirs *out)
{
    Env *e = l->env;
    const char *roots[] = {e->goroot, e->upstream};
    Dirs paths = {0};
    for (size_t i = 0; i < 2 && roots[i]; i++) {
        Dirs dirs = {0};
        const char *src = path_join(e->arena, roots[i], "src"), *dir = path_join(e->arena, src, below);
        if (os_stat(dir).dir)
            walk(l, dir, *below ? "testdata" : "cmd", &dirs, true);
        for (size_t k = 0; k < dirs.n; k++)
            if (strlen(dirs.at[k]) > strlen(src))
                vec_push(paths.at, paths.n, paths.cap, dirs.at[k] + strlen(src) + 1);
        free(dirs.at);
    }
    if (paths.n)
        qsort(paths.at, paths.n, sizeof *paths.at, by_text);
    for (size_t i = 0; i < paths.n; i++)
        if ((i == 0 || strcmp(paths.at[i], paths.at[i - 1]) != 0) && is_buildable(e, paths.at[i]))
            vec_push(out->at, out->n, out->cap, paths.at[i]);
    free(paths.at);
}

/* The part of a pattern in front of the dots, without the slash. */
static const char *fixed_part(Env *e, const char *arg)
{
    size_t n = (size_t)(strstr(arg, "...") - arg);
    return arena_strndup(e->arena, arg, n - (n > 0));
}

static bool in_module(const Loader *l, const char *path)
{
    size_t n = l->module ? strlen(l->module->path) : 0;
    return n && strncmp(path, l->module->path, n) == 0 && (path[n] == 0 || path[n] == '/');
}

/* The paths that arg stands for. */
static void expand(Loader *l, const char *arg, Dirs *out)
{
    Env *e = l->env;
    bool whole = strcmp(arg, "std") == 0, commands = strcmp(arg, "cmd") == 0;
    const char *fixed = whole ? "" : commands ? "cmd" : fixed_part(e, arg);
    if (!whole && (is_local_path(arg) || in_module(l, fixed))) {
        const char *dir = !is_local_path(arg) ? path_join(e->arena, l->module->dir, fixed + strlen(l->module->path))
                          : path_is_abs(arg)  ? path_clean(e->arena, *fixed ? fixed : "/")
                                              : path_join(e->arena, e->cwd, fixed);
        if (!l->module && !path_of_dir(l, dir)) {
            load_report(l, NULL, NULL, "go: go.mod file not found in current directory or any parent directory; see 'go help modules'");
            return;
        }
        Dirs dirs = {0};
        walk(l, dir, "vendor", &dirs, true);
        for (size_t i = 0; i < dirs.n; i++) {
            const char *path = path_of_dir(l, dirs.at[i]);
            if (path)
                vec_push(out->at, out->n, out->cap, path);
        }
        free(dirs.at);
        return;
    }
    library_pattern(l, fixed, out);
    if (out->n == 0)
        print_out(2, "go: warning: \"%s\" matched no packages\n", arg);
}

void load_pattern(Loader *l, const char *arg, Package ***roots, size_t *n, size_t *cap)
{
    Dirs found = {0};
    expand(l, arg, &found);
    for (size_t i = 0; i < found.n; i++) {
        size_t before = l->errors.len;
        Package *p = load_import(l, found.at[i], NULL, NULL);
        Package *known = map_get_str(&l->packages, found.at[i]);
        if (p)
            vec_push(*roots, *n, *cap, p);
        else if (known && known->error && (strstr(known->error, "exclude all Go files") || strstr(known->error, "no non-test")))
            l->errors.len = before;
    }
    free(found.at);
}
