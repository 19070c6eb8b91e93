/* load.c - packages: which files, which imports, where those are found.
 *
 * An import path is the library's (library.c) or the main module's (its path is
 * a prefix).  Errors are collected, so that one run
 * shows all that is missing. */
#include <stdarg.h>
#include <stdlib.h>

#include "base/sha256.h"
#include "driver/driver.h"

static bool has_suffix(const char *s, const char *suffix)
{
    size_t n = strlen(s), m = strlen(suffix);
    return n >= m && strcmp(s + n - m, suffix) == 0;
}

static Package *fail(Package *p, Arena *a, const char *format, ...) __attribute__((format(printf, 3, 4)));
static Package *fail(Package *p, Arena *a, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    if (!p->error)
        p->error = arena_vprintf(a, format, args);
    va_end(args);
    return p;
}

/* A file as messages name it: relative to where the user stands. */
static const char *shown(const Env *e, const char *dir, const char *file)
{
    const char *full = path_join(e->arena, dir, file);
    size_t n = strlen(e->cwd);
    if (strncmp(full, e->cwd, n) == 0 && full[n] == '/')
        return full + n + 1;
    return full;
}

/* ---- files ---- */

static int by_text(const void *x, const void *y) { return strcmp(*(const char *const *)x, *(const char *const *)y); }

static int by_path(const void *x, const void *y)
{
    const Import *a = x, *b = y;
    int c = strcmp(a->path, b->path);
    if (c == 0)
        c = strcmp(a->file, b->file);
    return c ? c : (a->line > b->line) - (a->line < b->line);
}

/* What reading the files of a package finds. */
typedef struct Reading {
    Loader *l;
    Package *p;
    Sha256 hash;
    Import *imports;
    size_t nimports, imports_cap;
    const char *first;  /* file that named the package */
    DirAnswer *answer;  /* for the memo; NULL: named files */
    size_t ignored;     /* Go files left out by constraints */
    size_t tests;
} Reading;

static void read_go(Reading *r, const char *name, bool named)
{
    Env *e = r->l->env;
    Package *p = r->p;
    OsFile f;
    const char *err;
    if (!os_read_file(e->arena, path_join(e->arena, p->dir, name), &f, &err)) {
        fail(p, e->arena, "%s", err);
        return;
    }
    FileHeader head;
    read_header(e->arena, name, f.data, f.size, &head);
    bool cgo = false;
    for (size_t i = 0; i < head.nimports; i++)
        cgo |= strcmp(head.imports[i].path, "C") == 0;
    if ((!named && !match_constraint(e, r->l->tags, f.data, f.size)) || cgo || (head.package && strcmp(head.package, "documentation") == 0)) {
        r->ignored++;
    } else if (head.error) {
        fail(p, e->arena, "%s:%s", shown(e, p->dir, name), head.error);
    } else if (p->name && strcmp(p->name, head.package) != 0) {
        fail(p, e->arena, "found packages %s (%s) and %s (%s) in %s", p->name, r->first, head.package, name, p->dir);
    } else {
        p->name = head.package;
        r->first = r->first ? r->first : name;
        sha256_write(&r->hash, name, strlen(name) + 1);
        uint8_t sum[32];
        sha256(f.data, f.size, sum);
        sha256_write(&r->hash, sum, sizeof sum);
        p->go[p->ngo++] = name;
        bool embeds = false;
        for (size_t i = 0; i < head.nimports; i++) {
            embeds |= strcmp(head.imports[i].path, "embed") == 0;
            vec_push(r->imports, r->nimports, r->imports_cap, head.imports[i]);
        }
        if (embeds)
            embed_scan(e->arena, name, f.data, f.size, &p->embeds);
    }
    os_close_file(&f);
}

/* A directory of tests alone is the package that they are for. */
static void name_by_test(Reading *r, const char *name)
{
    Env *e = r->l->env;
    OsFile f;
    if (r->p->name || !os_read_file(e->arena, path_join(e->arena, r->p->dir, name), &f, NULL))
        return;
    FileHeader head;
    read_header(e->arena, name, f.data, f.size, &head);
    if (head.package)
        r->p->name = arena_strndup(e->arena, head.package, strlen(head.package) - (has_suffix(head.package, "_test") ? 5 : 0));
    os_close_file(&f);
}

static void hash_file(Reading *r, const char *name)
{
    OsFile f;
    Env *e = r->l->env;
    if (!os_read_file(e->arena, path_join(e->arena, r->p->dir, name), &f, NULL))
        return;
    uint8_t sum[32];
    sha256(f.data, f.size, sum);
    sha256_write(&r->hash, name, strlen(name) + 1);
    sha256_write(&r->hash, sum, sizeof sum);
    os_close_file(&f);
}

static void read_other(Reading *r, const char *name)
{
    Env *e = r->l->env;
    OsFile f;
    if (!has_suffix(name, ".h")) {
        if (!os_read_file(e->arena, path_join(e->arena, r->p->dir, name), &f, NULL))
            return;
        bool match = match_constraint(e, r->l->tags, f.data, f.size);
        os_close_file(&f);
        if (!match)
            return;
        r->p->s[r->p->ns++] = name;
    } else {
        r->p->h[r->p->nh++] = name;
    }
    hash_file(r, name);
}

/* The files that //go:embed lines name are part of the package. */
static void read_embedded(Reading *r)
{
    Package *p = r->p;
    Env *e = r->l->env;
    for (size_t i = 0; i < p->embeds.n && !p->error; i++) {
        EmbedPattern *pattern = &p->embeds.items[i];
        const char *err;
        if (!embed_resolve(e->arena, p->dir, pattern, &err)) {
            fail(p, e->arena, "%s:%d:%d: %s", shown(e, p->dir, pattern->file), pattern->line, pattern->col, err);
            return;
        }
        sha256_write(&r->hash, pattern->pattern, strlen(pattern->pattern) + 1);
        for (size_t k = 0; k < pattern->nfiles; k++)
            hash_file(r, pattern->files[k]);
    }
}

static void finish_reading(Reading *r)
{
    Package *p = r->p;
    Env *e = r->l->env;
    read_embedded(r);
    sha256_sum(&r->hash, p->hash);
    if (r->nimports)
        qsort(r->imports, r->nimports, sizeof *r->imports, by_path);
    p->imports = NEW_ARRAY(e->arena, Import, r->nimports + 1);
    for (size_t i = 0; i < r->nimports; i++)
        if (i == 0 || strcmp(r->imports[i].path, r->imports[i - 1].path) != 0)
            p->imports[p->nimports++] = r->imports[i];
    free(r->imports);
    if (p->ngo || p->error || (r->tests && r->l->with_tests && p->name))
        return;
    if (r->ignored)
        fail(p, e->arena, "package %s: build constraints exclude all Go files in %s", p->path, p->dir);
    else if (r->tests)
        fail(p, e->arena, "no non-test Go files in %s", p->dir);
    else
        fail(p, e->arena, "no Go files in %s", p->dir);
}

static Reading start_reading(Loader *l, Package *p, size_t n)
{
    Arena *a = l->env->arena;
    p->go = NEW_ARRAY(a, const char *, n + 1);
    p->s = NEW_ARRAY(a, const char *, n + 1);
    p->h = NEW_ARRAY(a, const char *, n + 1);
    Reading r = {.l = l, .p = p};
    sha256_init(&r.hash);
    return r;
}

/* What an earlier build read; false: nothing, or files have changed. */
static bool recall_dir(Loader *l, Package *p)
{
    Env *e = l->env;
    const DirAnswer *d = l->memo_fits ? memo_dir(e->memo, p->dir) : NULL;
    if (!d)
        return false;
    start_reading(l, p, d->nfiles);
    for (size_t i = 0; i < d->nfiles; i++) {
        const char *name = d->files[i].name;
        switch (d->files[i].kind) {
        case 'g': p->go[p->ngo++] = name; break;
        case 's': p->s[p->ns++] = name; break;
        case 'h': p->h[p->nh++] = name; break;
        default: break;
        }
    }
    p->name = d->name;
    p->imports = d->imports;
    p->nimports = d->nimports;
    memcpy(p->hash, d->hash, sizeof p->hash);
    return true;
}

/* Keeps what was read, but not what went wrong. */
static void remember_dir(const Reading *r)
{
    const Package *p = r->p;
    DirAnswer *d = r->answer;
    if (!r->l->memo_fits || p->error || p->ngo == 0 || p->embeds.n)
        return;
    for (size_t i = 0, go = 0, s = 0, h = 0; i < d->nfiles; i++) {
        const char *name = d->files[i].name;
        if (go < p->ngo && p->go[go] == name)
            d->files[i].kind = 'g', go++;
        else if (s < p->ns && p->s[s] == name)
            d->files[i].kind = 's', s++;
        else if (h < p->nh && p->h[h] == name)
            d->files[i].kind = 'h', h++;
    }
    d->name = p->name;
    d->imports = p->imports;
    d->nimports = p->nimports;
    memcpy(d->hash, p->hash, sizeof d->hash);
    memo_add_dir(r->l->env->memo, d);
}

static void read_dir(Loader *l, Package *p)
{
    Env *e = l->env;
    if (recall_dir(l, p))
        return;
    size_t n;
    const char *err;
    DirAnswer *answer = memo_new_dir(e->memo, p->dir);
    char **names = os_read_dir(e->arena, p->dir, &n, &err);
    if (!names) {
        fail(p, e->arena, "%s", err);
        return;
    }
    Reading r = start_reading(l, p, n);
    r.answer = answer;
    answer->files = NEW_ARRAY(e->arena, FileAnswer, n + 1);
    for (size_t i = 0; i < n; i++) {
        const char *name = names[i];
        if (name[0] == '_' || name[0] == '.')
            continue;
        bool go = has_suffix(name, ".go"), other = has_suffix(name, ".s") || has_suffix(name, ".h");
        if (go && has_suffix(name, "_test.go")) {
            r.tests++;
        } else if (!match_file_name(e, name)) {
            r.ignored += go;
        } else if (go || other) {
            memo_file_read(e->memo, answer, name);
            if (go)
                read_go(&r, name, false);
            else
                read_other(&r, name);
        }
    }
    for (size_t i = 0; i < n && l->with_tests && p->ngo == 0 && r.ignored == 0; i++)
        if (has_suffix(names[i], "_test.go"))
            name_by_test(&r, names[i]);
    finish_reading(&r);
    remember_dir(&r);
}

/* ---- packages ---- */

static Package *new_package(Loader *l, const char *path, const char *dir)
{
    Package *p = NEW(l->env->arena, Package);
    p->path = path;
    p->dir = dir;
    p->lang = GoVersion;
    map_put_str(&l->packages, path, p);
    return p;
}

static bool load_deps(Loader *l, Package *p);

void load_report(Loader *l, const Package *importer, const Import *at, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    if (at)
        buf_printf(&l->errors, "%s:%d:%d: ", shown(l->env, importer->dir, at->file), at->line, at->col);
    buf_vprintf(&l->errors, format, args);
    buf_putc(&l->errors, '\n');
    va_end(args);
}

static void report_cycle(Loader *l, const Package *p, const Import *at)
{
    size_t i = 0;
    while (i < l->depth && l->stack[i] != p)
        i++;
    buf_printf(&l->errors, "package %s\n", l->stack[0]->path);
    for (size_t k = 1; k < l->depth; k++) {
        const Package *from = l->stack[k - 1];
        for (size_t m = 0; m < from->nimports; m++)
            if (strcmp(from->imports[m].path, l->stack[k]->path) == 0)
                buf_printf(&l->errors, "\timports %s from %s\n", l->stack[k]->path, from->imports[m].file);
    }
    buf_printf(&l->errors, "\timports %s from %s: import cycle not allowed\n", p->path, at->file);
}

/* Directory of an import path, or NULL with the reason reported. */
static const char *find_dir(Loader *l, const char *path, const Package *importer, const Import *at, bool *std, bool *upstream)
{
    Env *e = l->env;
    Module *m = l->module;
    *std = *upstream = false;
    if (m && !(importer && importer->std)) {
        size_t n = strlen(m->path);
        if (strncmp(path, m->path, n) == 0 && (path[n] == 0 || path[n] == '/')) {
            const char *dir = path_join(e->arena, m->dir, path + n);
            if (os_stat(dir).dir)
                return dir;
        }
    }
    const char *dir = library_dir(e, path, upstream);
    if (dir) {
        *std = true;
        return dir;
    }
    size_t first = strcspn(path, "/");
    if (path[0] == '.' && (path[1] == '/' || (path[1] == '.' && path[2] == '/')))
        load_report(l, importer, at, "\"%s\" is relative, but relative import paths are not supported in module mode", path);
    else if (memchr(path, '.', first))
        load_report(l, importer, at, "no required module provides package %s; to add it:\n\tgo get %s", path, path);
    else
        load_report(l, importer, at, "package %s is not in std (%s)", path,
                    path_join(e->arena, path_join(e->arena, e->std_upstream ? e->upstream : e->goroot, "src"), path));
    return NULL;
}

Package *load_import(Loader *l, const char *path, Package *importer, const Import *at)
{
    Env *e = l->env;
    Package *p = map_get_str(&l->packages, path);
    if (!p) {
        bool std, upstream;
        const char *dir = find_dir(l, path, importer, at, &std, &upstream);
        if (!dir)
            return NULL;
        p = new_package(l, path, dir);
        p->std = std;
        p->upstream = upstream;
        if (!std && l->module && l->module->go)
            p->lang = arena_printf(e->arena, "go%.*s", (int)strspn(l->module->go, "0123456789."), l->module->go);
        read_dir(l, p);
    }
    if (p->mark == 1) {
        report_cycle(l, p, at);
        return NULL;
    }
    /* spec: a program is not imported. */
    if (importer && at && p->name && strcmp(p->name, "main") == 0) {
        load_report(l, importer, at, "import \"%s\" is a program, not an importable package", path);
        return NULL;
    }
    if (p->mark == 2)
        return p->error ? NULL : p;
    if (p->error) {
        p->mark = 2;
        if (!at && strncmp(p->error, "no non-test", 11) == 0)
            load_report(l, NULL, NULL, "%s: %s", path, p->error);
        else if (at && strncmp(p->error, "package ", 8) != 0 && strchr(p->error, ':') == NULL)
            load_report(l, importer, at, "%s", p->error);
        else
            load_report(l, importer, NULL, "%s", p->error);
        return NULL;
    }
    return load_deps(l, p) ? p : NULL;
}

static bool load_dep(Loader *l, Package *p, const Import *at)
{
    const char *path = p->upstream ? library_vendored(l->env, at->path, p->path) : at->path;
    Package *dep = load_import(l, path, p, at);
    if (dep) {
        p->dep_names[p->ndeps] = at->path;
        p->deps[p->ndeps++] = dep;
    }
    return dep != NULL;
}

static bool load_deps(Loader *l, Package *p)
{
    bool ok = true;
    p->mark = 1;
    vec_push(l->stack, l->depth, l->stack_cap, p);
    p->deps = NEW_ARRAY(l->env->arena, Package *, p->nimports + 2);
    p->dep_names = NEW_ARRAY(l->env->arena, const char *, p->nimports + 2);
    for (size_t i = 0; i < p->nimports; i++)
        if (strcmp(p->imports[i].path, "unsafe") != 0)
            ok = load_dep(l, p, &p->imports[i]) && ok;
    /* Every program holds the runtime. */
    if (strcmp(p->name, "main") == 0 && !map_get_str(&l->packages, "runtime"))
        ok = load_import(l, "runtime", NULL, NULL) != NULL && ok;
    l->depth--;
    p->mark = 2;
    vec_push(l->order, l->norder, l->cap, p);
    return ok;
}

/* ---- what the user named ---- */

static Package *named_files(Loader *l, int argc, char **argv)
{
    Env *e = l->env;
    Package *p = new_package(l, "command-line-arguments", NULL);
    p->named_files = true;
    const char **names = NEW_ARRAY(e->arena, const char *, argc + 1);
    for (int i = 0; i < argc; i++) {
        const char *full = path_is_abs(argv[i]) ? path_clean(e->arena, argv[i]) : path_join(e->arena, e->cwd, argv[i]);
        const char *dir = path_dir(e->arena, full);
        if (!has_suffix(argv[i], ".go"))
            return fail(p, e->arena, "named files must be .go files: %s", argv[i]);
        if (!os_stat(full).exists)
            return fail(p, e->arena, "go: no such file: open %s: no such file or directory", argv[i]);
        if (os_stat(full).dir)
            return fail(p, e->arena, "%s is a directory, should be a Go file", argv[i]);
        if (p->dir && strcmp(p->dir, dir) != 0)
            return fail(p, e->arena, "named files must all be in one directory; have %s and %s", p->dir, dir);
        p->dir = dir;
        names[i] = path_base(full);
    }
    qsort(names, (size_t)argc, sizeof *names, by_text);
    Reading r = start_reading(l, p, (size_t)argc);
    for (int i = 0; i < argc; i++)
        read_go(&r, names[i], true);
    finish_reading(&r);
    return p;
}

bool is_local_path(const char *arg)
{
    return strcmp(arg, ".") == 0 || strcmp(arg, "..") == 0 || strncmp(arg, "./", 2) == 0 || strncmp(arg, "../", 3) == 0 || path_is_abs(arg);
}

const char *path_of_dir(Loader *l, const char *dir)
{
    Env *e = l->env;
    const char *path = library_path(e, dir);
    if (path || !l->module)
        return path;
    size_t n = strlen(l->module->dir);
    if (strncmp(dir, l->module->dir, n) != 0 || (dir[n] && dir[n] != '/' && n > 1))
        return NULL;
    const char *rest = dir + n;
    while (*rest == '/')
        rest++;
    return *rest ? arena_printf(e->arena, "%s/%s", l->module->path, rest) : l->module->path;
}

static Package *load_dir_arg(Loader *l, const char *arg)
{
    Env *e = l->env;
    const char *dir = path_is_abs(arg) ? path_clean(e->arena, arg) : path_join(e->arena, e->cwd, arg);
    if (!os_stat(dir).dir) {
        load_report(l, NULL, NULL, "stat %s: directory not found", dir);
        return NULL;
    }
    const char *path = path_of_dir(l, dir);
    if (!path) {
        if (!l->module)
            load_report(l, NULL, NULL, "go: go.mod file not found in current directory or any parent directory; see 'go help modules'");
        else
            load_report(l, NULL, NULL, "directory %s outside main module or its selected dependencies", arg);
        return NULL;
    }
    return load_import(l, path, NULL, NULL);
}

bool load(Loader *l, int argc, char **argv, Package ***out, size_t *n)
{
    Env *e = l->env;
    static char here[] = ".";
    char *dot[] = {here};
    const char *err;
    if (e->library_error || !find_module(e, e->cwd, &l->module, &err)) {
        load_report(l, NULL, NULL, "go: %s", e->library_error ? e->library_error : err);
        return false;
    }
    e->memo = memo_open(e);
    l->memo_fits = strcmp(e->goos, "linux") == 0 && strcmp(e->goarch, "amd64") == 0 && !(l->tags && l->tags->count);
    if (argc == 0) {
        argc = 1;
        argv = dot;
    }
    size_t cap = 0;
    *out = NULL;
    *n = 0;
    if (has_suffix(argv[0], ".go") && !os_stat(argv[0]).dir) {
        Package *p = named_files(l, argc, argv);
        if (p->error)
            load_report(l, NULL, NULL, "%s", p->error);
        else if (load_deps(l, p))
            vec_push(*out, *n, cap, p);
        return l->errors.len == 0;
    }
    for (int i = 0; i < argc; i++) {
        if (is_pattern(argv[i])) {
            load_pattern(l, argv[i], out, n, &cap);
            continue;
        }
        Package *p = is_local_path(argv[i]) ? load_dir_arg(l, argv[i]) : load_import(l, argv[i], NULL, NULL);
        if (p)
            vec_push(*out, *n, cap, p);
    }
    return l->errors.len == 0;
}

void loader_free(Loader *l)
{
    for (size_t i = 0; i < l->packages.count; i++)
        free(((Package *)l->packages.entries[i].value)->embeds.items);
    map_free(&l->packages);
    if (l->env->memo)
        memo_close(l->env->memo, l->env);
    buf_free(&l->errors);
    free(l->order);
    free(l->stack);
}
