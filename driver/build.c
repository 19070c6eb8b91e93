/* build.c - what building a package and linking a program are.
 *
 * An action's id is the hash of all that goes into it, dependencies by their
 * content: equal ids mean equal results, so a result is looked up before it is
 * made.  FORMATS, "Build ids": a package's id is action/content, a program's
 * action/main's action/main's content/content. */
#include <stdarg.h>
#include <stdlib.h>

#include "base/buildid.h"
#include "base/sha256.h"
#include "driver/driver.h"

const char *const build_usage = "usage: go build [-o output] [build flags] [packages]\n";

enum { IdLength = 20 };

/* 15 bytes of a hash as 20 characters of base64. */
static const char *id_of(Arena *a, const uint8_t sum[32])
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    char id[IdLength];
    for (int i = 0; i < 5; i++) {
        uint32_t v = (uint32_t)sum[3 * i] << 16 | (uint32_t)sum[3 * i + 1] << 8 | sum[3 * i + 2];
        for (int k = 0; k < 4; k++)
            id[4 * i + k] = digits[v >> (18 - 6 * k) & 63];
    }
    return arena_strndup(a, id, IdLength);
}

typedef struct Hash {
    Sha256 sha;
} Hash;

static void mix(Hash *h, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void mix(Hash *h, const char *format, ...)
{
    Buf b = {0};
    va_list args;
    va_start(args, format);
    buf_vprintf(&b, format, args);
    va_end(args);
    buf_putc(&b, '\n');
    sha256_write(&h->sha, b.data, b.len);
    buf_free(&b);
}

/* ---- ids of tools and files ---- */

/* The note that ld puts in a program identifies its content; without one the
 * whole file is hashed. */
static const char *tool_id(Env *e, const char *tool)
{
    OsFile f;
    if (!os_read_file(e->arena, tool_path(e, e->arena, tool), &f, NULL))
        return "none";
    uint8_t sum[32];
    size_t head = f.size < 4096 ? f.size : 4096;
    for (size_t i = 0; i + 36 <= head; i += 4) {
        const char *p = f.data + i;
        if (get_u32(p) == 4 && get_u32(p + 4) == 20 && get_u32(p + 8) == 3 && memcmp(p + 12, "GNU", 4) == 0) {
            sha256(p + 16, 20, sum);
            os_close_file(&f);
            return id_of(e->arena, sum);
        }
    }
    sha256(f.data, f.size, sum);
    os_close_file(&f);
    return id_of(e->arena, sum);
}

/* Archives hold it in a line of __.PKGDEF, programs in a note; both near the front. */
const char *read_build_id(Arena *a, const char *file)
{
    OsFile f;
    if (!os_read_file(a, file, &f, NULL))
        return NULL;
    const char *id = NULL;
    size_t n = f.size < 32 << 10 ? f.size : 32 << 10;
    if (n > 8 && memcmp(f.data, "!<arch>\n", 8) == 0) {
        static const char key[] = "build id \"";
        for (size_t i = 0; i + sizeof key < n && i < 1024 && !id; i++)
            if (memcmp(f.data + i, key, sizeof key - 1) == 0) {
                const char *p = f.data + i + sizeof key - 1, *q = memchr(p, '"', n - i - sizeof key + 1);
                id = q ? arena_strndup(a, p, (size_t)(q - p)) : NULL;
            }
    } else {
        for (size_t i = 0; i + 16 <= n && !id; i += 4)
            if (get_u32(f.data + i) == 4 && get_u32(f.data + i + 8) == 4 && memcmp(f.data + i + 12, "Go\0", 4) == 0) {
                uint32_t size = get_u32(f.data + i + 4);
                if (size <= n - i - 16)
                    id = arena_strndup(a, f.data + i + 16, size);
            }
    }
    os_close_file(&f);
    return id;
}

static const char *last_part(const char *id)
{
    const char *slash = id ? strrchr(id, '/') : NULL;
    return slash ? slash + 1 : id;
}

/* ---- flags for the tools ---- */

/* Words of s, which may be quoted, are added to c. */
static void add_words(Command *c, Arena *a, const char *s)
{
    while (*s) {
        while (*s == ' ' || *s == '\t')
            s++;
        if (!*s)
            return;
        Buf b = {0};
        for (char q = 0; *s && (q || (*s != ' ' && *s != '\t')); s++) {
            if (!q && (*s == '\'' || *s == '"'))
                q = *s;
            else if (q && *s == q)
                q = 0;
            else
                buf_putc(&b, *s);
        }
        cmd_add(c, arena_strndup(a, b.data ? b.data : "", b.len));
        buf_free(&b);
    }
}

/* -gcflags=[pattern=]flags: the last one that matches p counts.  Without a
 * pattern the packages named on the command line are meant. */
static const char *flags_for(const FlagValues *list, const Package *p, bool named)
{
    const char *found = "";
    for (size_t i = 0; i < list->count; i++) {
        const char *v = list->items[i], *eq = v[0] != '-' && v[0] != ' ' ? strchr(v, '=') : NULL;
        if (!eq) {
            if (named)
                found = v;
            continue;
        }
        size_t n = (size_t)(eq - v);
        bool all = n == 3 && memcmp(v, "all", 3) == 0;
        bool std = n == 3 && memcmp(v, "std", 3) == 0 && p->std;
        bool dots = n > 4 && memcmp(eq - 4, "/...", 4) == 0 && strncmp(p->path, v, n - 4) == 0;
        bool same = strlen(p->path) == n && memcmp(p->path, v, n) == 0;
        if (all || std || dots || same)
            found = eq + 1;
    }
    return found;
}

/* The number of threads does not show in the result: -c counts for nothing. */
static const char *meaning(Arena *a, const char *flags)
{
    Command c = {0};
    add_words(&c, a, flags);
    Buf b = {0};
    for (size_t i = 0; i < c.n; i++) {
        if (strncmp(c.argv[i], "-c=", 3) == 0)
            continue;
        buf_printf(&b, "%s%s", b.len ? " " : "", c.argv[i]);
    }
    const char *s = arena_strndup(a, b.data ? b.data : "", b.len);
    buf_free(&b);
    cmd_free(&c);
    return s;
}

static bool is_named(const Action *a) { return a->pkg->mark == 3; }

static const char *compile_path(const Package *p) { return strcmp(p->name, "main") == 0 ? "main" : p->path; }

/* Source files below the start directory are given as ./x.go. */
static const char *file_arg(Work *w, Arena *a, const Package *p, const char *file)
{
    const char *full = path_join(a, p->dir, file);
    size_t n = strlen(w->env->cwd);
    if (strncmp(full, w->env->cwd, n) == 0 && full[n] == '/')
        return arena_printf(a, ".%s", full + n);
    return full;
}

static const char *trim_arg(Work *w, Action *a)
{
    const Package *p = a->pkg;
    if (!w->flags->trimpath)
        return arena_printf(&a->arena, "%s/%s=>", w->dir, a->name);
    return arena_printf(&a->arena, "%s/%s=>;%s=>%s", w->dir, a->name, p->dir, p->path);
}

/* ---- a package ---- */

static void action_hash(Work *w, Action *a, uint8_t sum[32])
{
    const Package *p = a->pkg;
    Hash h;
    sha256_init(&h.sha);
    mix(&h, "compile %s %s %s", compile_path(p), p->lang, GoVersion);
    mix(&h, "tools %s %s", w->compile_id, w->asm_id);
    mix(&h, "std %d", p->std);
    if (p->upstream)
        mix(&h, "upstream");
    mix(&h, "dir %s", w->flags->trimpath ? "=>" : p->dir); /* objects name their sources */
    if (!p->std)
        mix(&h, "path %s", p->path);
    mix(&h, "gcflags %s", meaning(&a->arena, flags_for(&w->flags->gcflags, p, is_named(a))));
    mix(&h, "asmflags %s", flags_for(&w->flags->asmflags, p, is_named(a)));
    sha256_write(&h.sha, p->hash, sizeof p->hash);
    for (size_t i = 0; i < p->ndeps; i++)
        mix(&h, "import %s %s %s", p->dep_names[i], p->deps[i]->path, p->deps[i]->action->content_id);
    sha256_sum(&h.sha, sum);
}

static bool add_asm_flags(Work *w, Action *a, Command *c)
{
    const Package *p = a->pkg;
    const char *tool = tool_path(w->env, &a->arena, "asm");
    cmd_add(c, tool);
    cmd_add(c, "-p");
    cmd_add(c, compile_path(p));
    cmd_add(c, "-trimpath");
    cmd_add(c, trim_arg(w, a));
    cmd_add(c, "-I");
    cmd_addf(c, &a->arena, "%s/%s/", w->dir, a->name);
    cmd_add(c, "-I");
    cmd_addf(c, &a->arena, "%s/pkg/include", w->env->goroot);
    cmd_add(c, "-D");
    cmd_add(c, "GOOS_linux");
    cmd_add(c, "-D");
    cmd_add(c, "GOARCH_amd64");
    add_words(c, &a->arena, flags_for(&w->flags->asmflags, p, is_named(a)));
    cmd_add(c, "-D");
    cmd_add(c, "GOAMD64_v1");
    return true;
}

static bool symabis(Work *w, Action *a, const char *dir, Buf *out)
{
    const Package *p = a->pkg;
    Command c = {0};
    add_asm_flags(w, a, &c);
    cmd_add(&c, "-gensymabis");
    cmd_add(&c, "-o");
    cmd_addf(&c, &a->arena, "%s/symabis", dir);
    for (size_t i = 0; i < p->ns; i++)
        cmd_addf(&c, &a->arena, "./%s", p->s[i]);
    bool ok = run_command(w, a, p->dir, NULL, &c, out);
    cmd_free(&c);
    return ok;
}

static bool is_complete(const Package *p)
{
    static const char *const bodies_elsewhere[] = {"bytes", "internal/poll", "net", "os", "runtime/metrics", "runtime/pprof",
                                                   "runtime/trace", "sync", "syscall", "time"};
    for (size_t i = 0; i < sizeof bodies_elsewhere / sizeof *bodies_elsewhere; i++)
        if (p->std && strcmp(p->path, bodies_elsewhere[i]) == 0)
            return false;
    return p->ns == 0;
}

static bool compile(Work *w, Action *a, const char *dir, const char *id, Buf *out)
{
    const Package *p = a->pkg;
    Command c = {0};
    cmd_add(&c, tool_path(w->env, &a->arena, "compile"));
    cmd_add(&c, "-o");
    cmd_addf(&c, &a->arena, "%s/_pkg_.a", dir);
    cmd_add(&c, "-trimpath");
    cmd_add(&c, trim_arg(w, a));
    cmd_add(&c, "-p");
    cmd_add(&c, compile_path(p));
    cmd_addf(&c, &a->arena, "-lang=%s", p->lang);
    if (p->std)
        cmd_add(&c, "-std");
    if (is_complete(p))
        cmd_add(&c, "-complete");
    cmd_add(&c, "-buildid");
    cmd_addf(&c, &a->arena, "%s/%s", id, id);
    cmd_add(&c, "-goversion");
    cmd_add(&c, GoVersion);
    if (p->embeds.n) {
        cmd_add(&c, "-embedcfg");
        cmd_addf(&c, &a->arena, "%s/embedcfg", dir);
    }
    if (p->ns) {
        cmd_add(&c, "-symabis");
        cmd_addf(&c, &a->arena, "%s/symabis", dir);
    }
    int threads = os_ncpu() < 4 ? os_ncpu() : 4;
    if (threads > 1)
        cmd_addf(&c, &a->arena, "-c=%d", threads);
    add_words(&c, &a->arena, flags_for(&w->flags->gcflags, p, is_named(a)));
    cmd_add(&c, "-nolocalimports");
    cmd_add(&c, "-importcfg");
    cmd_addf(&c, &a->arena, "%s/importcfg", dir);
    cmd_add(&c, "-pack");
    if (p->ns) {
        cmd_add(&c, "-asmhdr");
        cmd_addf(&c, &a->arena, "%s/go_asm.h", dir);
    }
    for (size_t i = 0; i < p->ngo; i++)
        cmd_add(&c, file_arg(w, &a->arena, p, p->go[i]));
    bool ok = run_command(w, a, w->env->cwd, NULL, &c, out);
    cmd_free(&c);
    return ok;
}

/* x_amd64.h is also to be had as x_GOARCH.h, and so on. */
static bool copy_headers(Work *w, Action *a, const char *dir)
{
    static const char *const suffixes[][2] = {
        {"_linux_amd64.h", "_GOOS_GOARCH.h"}, {"_amd64.h", "_GOARCH.h"}, {"_linux.h", "_GOOS.h"}};
    const Package *p = a->pkg;
    for (size_t i = 0; i < p->nh; i++) {
        for (size_t k = 0; k < 3; k++) {
            size_t n = strlen(p->h[i]), m = strlen(suffixes[k][0]);
            if (n <= m || strcmp(p->h[i] + n - m, suffixes[k][0]) != 0)
                continue;
            const char *from = path_join(&a->arena, p->dir, p->h[i]);
            const char *to = arena_printf(&a->arena, "%s/%.*s%s", dir, (int)(n - m), p->h[i], suffixes[k][1]), *err;
            show(w, a, "cp %s %s", from, to);
            if (!w->flags->n && !os_copy_file(&a->arena, from, to, 0644, &err)) {
                buf_printf(&a->out, "go: %s\n", err);
                return false;
            }
            break;
        }
    }
    return true;
}

static bool assemble(Work *w, Action *a, const char *dir, Buf *out)
{
    const Package *p = a->pkg;
    Command pack = {0};
    cmd_add(&pack, tool_path(w->env, &a->arena, "pack"));
    cmd_add(&pack, "r");
    cmd_addf(&pack, &a->arena, "%s/_pkg_.a", dir);
    bool ok = true;
    for (size_t i = 0; i < p->ns && ok; i++) {
        Command c = {0};
        const char *obj = arena_printf(&a->arena, "%s/%.*s.o", dir, (int)strlen(p->s[i]) - 2, p->s[i]);
        add_asm_flags(w, a, &c);
        cmd_add(&c, "-o");
        cmd_add(&c, obj);
        cmd_addf(&c, &a->arena, "./%s", p->s[i]);
        ok = run_command(w, a, p->dir, NULL, &c, out);
        cmd_free(&c);
        cmd_add(&pack, obj);
    }
    ok = ok && run_command(w, a, w->env->cwd, NULL, &pack, out);
    cmd_free(&pack);
    return ok;
}

/* What buildid -w does, without a process for it. */
static bool stamp(Work *w, Action *a, const char *file, Buf *out)
{
    Command c = {0};
    cmd_add(&c, tool_path(w->env, &a->arena, "buildid"));
    cmd_add(&c, "-w");
    cmd_add(&c, file);
    show_command(w, a, w->env->cwd, NULL, &c);
    cmd_free(&c);
    if (w->flags->n)
        return true;
    OsFile f;
    const char *err, *id;
    size_t len;
    if (os_read_file(&a->arena, file, &f, &err)) {
        err = buildid_find(&f, &id, &len) && len ? buildid_write(&a->arena, file, &f, id, len) : arena_printf(&a->arena, "%s: no build ID", file);
        os_close_file(&f);
    }
    if (err)
        buf_printf(out, "buildid: %s\n", err);
    return !err;
}

/* Length of "dir/" at the start of a line of n bytes, else 0. */
static size_t in_dir(const char *line, size_t n, const char *dir)
{
    size_t k = strlen(dir);
    return n > k && line[k] == '/' && memcmp(line, dir, k) == 0 ? k + 1 : 0;
}

/* How messages name the package's directory: relative to where the user stands. */
static const char *shown_dir(const Work *w, const Action *a)
{
    const char *dir = a->pkg->dir, *cwd = w->env->cwd;
    size_t n = strlen(cwd);
    if (strcmp(dir, cwd) == 0)
        return ".";
    return strncmp(dir, cwd, n) == 0 && dir[n] == '/' ? dir + n + 1 : dir;
}

/* What the tools said, under the package's name; ./sub/x.go loses its dot. Later phases of compile
 * show files as they are recorded, by absolute names or, trimmed, below the import path. */
static void print_output(const Work *w, Action *a, const Buf *out)
{
    if (out->len == 0)
        return;
    buf_printf(&a->out, "# %s\n", a->pkg->path);
    for (const char *p = out->data, *end = p + out->len; p < end;) {
        const char *eol = memchr(p, '\n', (size_t)(end - p));
        size_t n = eol ? (size_t)(eol - p) + 1 : (size_t)(end - p);
        if (*p == '\t') {
            buf_putc(&a->out, '\t');
            p++;
            n--;
        }
        size_t dir = in_dir(p, n, a->pkg->dir);
        if (!dir && w->flags->trimpath)
            dir = in_dir(p, n, a->pkg->path);
        if (dir) {
            buf_printf(&a->out, "%s/", shown_dir(w, a));
            p += dir;
            n -= dir;
        }
        const char *colon = memchr(p, ':', n);
        if (n > 2 && p[0] == '.' && p[1] == '/' && colon && memchr(p + 2, '/', (size_t)(colon - p - 2))) {
            p += 2;
            n -= 2;
        }
        buf_write(&a->out, p, n);
        p += n;
    }
}

static void store(Work *w, Action *a, const uint8_t sum[32], const char *file)
{
    if (w->flags->n)
        return;
    const char *err = NULL, *kept = cache_put(w->env, &a->arena, sum, file, &err);
    if (kept) {
        show(w, a, "mkdir -p %s/", path_dir(&a->arena, kept));
        show(w, a, "cp %s %s", file, kept);
    } else if (err && !atomic_flag_test_and_set(&w->cache_warned)) {
        buf_printf(&a->out, "go: warning: the build cache cannot be written: %s\n", err);
    }
}

static bool make_package(Work *w, Action *a, const uint8_t sum[32], const char *id, Buf *out)
{
    const Package *p = a->pkg;
    const char *dir = arena_printf(&a->arena, "%s/%s", w->dir, a->name);
    if (!make_dir(w, a, dir))
        return false;
    if (p->ns) {
        const char *header = arena_printf(&a->arena, "%s/go_asm.h", dir);
        if (!write_text(w, a, header, "", 0) || !symabis(w, a, dir, out))
            return false;
    }
    Buf cfg = {0};
    buf_puts(&cfg, "# import config\n");
    for (size_t i = 0; i < p->ndeps; i++)
        if (strcmp(p->dep_names[i], p->deps[i]->path) != 0)
            buf_printf(&cfg, "importmap %s=%s\n", p->dep_names[i], p->deps[i]->path);
    for (size_t i = 0; i < p->ndeps; i++)
        buf_printf(&cfg, "packagefile %s=%s\n", p->deps[i]->path, p->deps[i]->action->archive);
    bool ok = write_text(w, a, arena_printf(&a->arena, "%s/importcfg", dir), buf_str(&cfg), cfg.len);
    buf_free(&cfg);
    if (p->embeds.n) {
        Buf embeds = {0};
        embed_config(&a->arena, p->dir, &p->embeds, &embeds);
        ok = ok && write_text(w, a, arena_printf(&a->arena, "%s/embedcfg", dir), buf_str(&embeds), embeds.len);
        buf_free(&embeds);
    }
    ok = ok && compile(w, a, dir, id, out);
    if (ok && p->ns)
        ok = copy_headers(w, a, dir) && assemble(w, a, dir, out);
    a->archive = arena_printf(&a->arena, "%s/_pkg_.a", dir);
    ok = ok && stamp(w, a, a->archive, out);
    if (ok)
        store(w, a, sum, a->archive);
    return ok;
}

static bool has_id(Action *a, const char *build_id)
{
    a->build_id = build_id;
    if (!build_id) {
        buf_printf(&a->out, "go: %s: no build id\n", a->archive);
        return false;
    }
    a->content_id = last_part(build_id);
    return true;
}

/* An archive that the memo knows to be good: its file is not even opened. */
static bool find_package(Work *w, Action *a)
{
    uint8_t sum[32];
    char action[65];
    if (w->flags->a || !w->env->memo)
        return false;
    action_hash(w, a, sum);
    cache_hex(sum, action);
    const MadeAnswer *made = memo_made(w->env->memo, action);
    if (!made || !cache_holds(w->env, &a->arena, made->archive)) /* another tree's, of the same tools, may go away with it */
        return false;
    a->archive = made->archive;
    return has_id(a, made->build_id);
}

static bool build_package(Work *w, Action *a)
{
    uint8_t sum[32];
    action_hash(w, a, sum);
    const char *id = id_of(&a->arena, sum);
    MadeAnswer *made = NULL;
    const char *cached = w->flags->a ? NULL : cache_get(w->env, &a->arena, sum, &made);
    if (cached) {
        a->archive = cached;
    } else {
        if (w->flags->v)
            buf_printf(&a->out, "%s\n", a->pkg->path);
        Buf out = {0};
        bool ok = make_package(w, a, sum, id, &out);
        print_output(w, a, &out);
        buf_free(&out);
        if (!ok)
            return false;
    }
    if (!has_id(a, w->flags->n && !cached ? arena_printf(&a->arena, "%s/%s", id, id) : read_build_id(&a->arena, a->archive)))
        return false;
    if (cached && made) {
        char action[65];
        cache_hex(sum, action);
        made->action = arena_strdup(&a->arena, action);
        made->build_id = a->build_id;
        a->verified = made;
    }
    return true;
}

/* ---- a program ---- */

/* go version -m shows it. FORMATS, ".go.buildinfo". */
static const char *mod_info(Work *w, Action *a, Module *m)
{
    static const char start[] = "\x30\x77\xaf\x0c\x92\x74\x08\x02\x41\xe1\xc1\x07\xe6\xd6\x18\xe6";
    static const char end[] = "\xf9\x32\x43\x31\x86\x18\x20\x72\x00\x82\x42\x10\x41\x16\xd8\xf2";
    BuildFlags *f = w->flags;
    Buf b = {0};
    buf_write(&b, start, 16);
    buf_printf(&b, "path\t%s\n", a->pkg->path);
    if (m && !a->pkg->named_files)
        buf_printf(&b, "mod\t%s\t(devel)\t\n", m->path);
    const FlagValues *lists[] = {&f->asmflags, &f->gcflags, &f->ldflags};
    if (lists[0]->count)
        buf_printf(&b, "build\t-asmflags=%s\n", lists[0]->items[lists[0]->count - 1]);
    buf_puts(&b, "build\t-buildmode=exe\nbuild\t-compiler=gc\n");
    const char *gcflags = lists[1]->count ? meaning(&a->arena, lists[1]->items[lists[1]->count - 1]) : "";
    if (*gcflags)
        buf_printf(&b, "build\t-gcflags=%s\n", gcflags);
    if (lists[2]->count && !f->trimpath)
        buf_printf(&b, "build\t-ldflags=%s\n", lists[2]->items[lists[2]->count - 1]);
    if (f->tags.count)
        buf_printf(&b, "build\t-tags=%s\n", f->tags.items[f->tags.count - 1]);
    if (f->trimpath)
        buf_puts(&b, "build\t-trimpath=true\n");
    buf_puts(&b, "build\tCGO_ENABLED=0\nbuild\tGOARCH=amd64\nbuild\tGOOS=linux\nbuild\tGOAMD64=v1\n");
    buf_write(&b, end, 16);
    Buf q = {0};
    buf_quote(&q, b.data, b.len);
    const char *s = arena_strdup(&a->arena, buf_str(&q));
    buf_free(&b);
    buf_free(&q);
    return s;
}

typedef struct LinkAction {
    Action base;
    Module *module;
} LinkAction;

/* The first half of the program's id. */
static const char *link_id(Work *w, Action *a, const char *info)
{
    Hash h;
    uint8_t sum[32];
    sha256_init(&h.sha);
    mix(&h, "link %s %s", w->link_id, GoVersion);
    mix(&h, "ldflags %s trimpath %d goroot %s", flags_for(&w->flags->ldflags, a->pkg, true), w->flags->trimpath,
        w->flags->trimpath ? "" : w->env->goroot);
    mix(&h, "modinfo %s", info);
    for (size_t i = 0; i < a->ndeps; i++)
        mix(&h, "package %s %s", a->deps[i]->pkg->path, a->deps[i]->build_id);
    sha256_sum(&h.sha, sum);
    return id_of(&a->arena, sum);
}

/* The file that is to be made carries the id already. */
static bool find_program(Work *w, Action *a)
{
    const char *target = a->target;
    if (!target || w->flags->a || w->flags->n)
        return false;
    OsStat st = os_stat(target);
    const char *old = st.regular && st.executable ? read_build_id(&a->arena, target) : NULL;
    if (!old)
        return false;
    const char *id = link_id(w, a, mod_info(w, a, ((LinkAction *)a)->module));
    if (strncmp(old, id, IdLength) != 0 || old[IdLength] != '/')
        return false;
    show(w, a, "touch -c %s", target);
    return true;
}

static bool link_program(Work *w, Action *a)
{
    if (find_program(w, a))
        return true;
    Action *main = a->pkg->action;
    const char *info = mod_info(w, a, ((LinkAction *)a)->module), *id = link_id(w, a, info), *target = a->target;
    const char *dir = arena_printf(&a->arena, "%s/%s", w->dir, main->name), *err;
    if (w->flags->v && target && main->archive && strncmp(main->archive, w->dir, strlen(w->dir)) != 0)
        buf_printf(&a->out, "%s\n", a->pkg->path);
    if (!make_dir(w, a, dir))
        return false;
    Buf cfg = {0};
    for (size_t i = 0; i < a->ndeps; i++)
        buf_printf(&cfg, "packagefile %s=%s\n", a->deps[i]->pkg->path, a->deps[i]->archive);
    buf_printf(&cfg, "modinfo %s\n", info);
    bool ok = write_text(w, a, arena_printf(&a->arena, "%s/importcfg.link", dir), buf_str(&cfg), cfg.len);
    buf_free(&cfg);
    const char *exe = arena_printf(&a->arena, "%s/exe", dir), *out_file = arena_printf(&a->arena, "%s/exe/a.out", dir);
    ok = ok && make_dir(w, a, exe);
    Command c = {0};
    cmd_add(&c, tool_path(w->env, &a->arena, "link"));
    cmd_add(&c, "-o");
    cmd_add(&c, out_file);
    cmd_add(&c, "-importcfg");
    cmd_addf(&c, &a->arena, "%s/importcfg.link", dir);
    cmd_add(&c, "-buildmode=exe");
    cmd_addf(&c, &a->arena, "-buildid=%s/%s/%s", id, main->build_id, id);
    add_words(&c, &a->arena, flags_for(&w->flags->ldflags, a->pkg, true));
    cmd_add(&c, main->archive);
    Buf out = {0};
    const char *root = arena_printf(&a->arena, "GOROOT='%s'", w->flags->trimpath ? "" : w->env->goroot);
    ok = ok && run_command(w, a, w->env->cwd, root, &c, &out) && stamp(w, a, out_file, &out);
    cmd_free(&c);
    print_output(w, a, &out);
    buf_free(&out);
    if (!ok)
        return false;
    a->archive = out_file;
    if (!target)
        return true;
    OsStat st = os_stat(target);
    if (st.exists && !st.regular) { /* /dev/null, a pipe: never replaced */
        show(w, a, "cp %s %s", out_file, target);
    } else {
        show(w, a, "mv %s %s", out_file, target);
    }
    if (w->flags->n)
        return true;
    const char *folder = path_dir(&a->arena, target);
    if (!st.exists && !os_stat(folder).dir)
        ok = os_mkdir_all(&a->arena, folder, &err);
    bool plain = (st.regular || !st.exists) && !st.symlink && !w->flags->work;
    if (ok && !(plain && os_rename(&a->arena, out_file, target, NULL))) /* from another file system, or through a link */
        ok = os_copy_file(&a->arena, out_file, target, 0755, &err);
    if (!ok)
        buf_printf(&a->out, "go: %s\n", err);
    return ok;
}

/* ---- the graph ---- */

static Action *package_action(Loader *l, Package *p, size_t *count)
{
    if (p->action)
        return p->action;
    Action *a = NEW(l->env->arena, Action);
    p->action = a;
    a->pkg = p;
    a->name = arena_printf(l->env->arena, "b%03zu", ++*count);
    a->find = find_package;
    a->run = build_package;
    a->deps = NEW_ARRAY(l->env->arena, Action *, p->ndeps + 1);
    for (size_t i = 0; i < p->ndeps; i++)
        a->deps[a->ndeps++] = package_action(l, p->deps[i], count);
    return a;
}

static void mark_needed(Package *p, Map *seen)
{
    if (map_has(seen, p))
        return;
    map_put(seen, p, p);
    for (size_t i = 0; i < p->ndeps; i++)
        mark_needed(p->deps[i], seen);
}

static int by_package(const void *x, const void *y)
{
    const Action *a = *(Action *const *)x, *b = *(Action *const *)y;
    return strcmp(a->pkg->path, b->pkg->path);
}

/* The packages of a program: what main imports, and the runtime. */
static Action *link_action(Loader *l, Package *p, const char *target)
{
    Map seen = {0};
    mark_needed(p, &seen);
    mark_needed(map_get_str(&l->packages, "runtime"), &seen);
    LinkAction *link = NEW(l->env->arena, LinkAction);
    Action *a = &link->base;
    link->module = l->module;
    a->pkg = p;
    a->link = true;
    a->target = target;
    a->find = find_program;
    a->run = link_program;
    a->deps = NEW_ARRAY(l->env->arena, Action *, seen.count + 1);
    for (size_t i = 0; i < seen.count; i++)
        a->deps[a->ndeps++] = ((Package *)seen.entries[i].value)->action;
    qsort(a->deps, a->ndeps, sizeof *a->deps, by_package);
    map_free(&seen);
    return a;
}

/* ---- the command line ---- */

static const Flag *build_flag_table(Arena *a, BuildFlags *b)
{
    Flag table[] = {
        {"o", FlagString, &b->o, ""}, {"a", FlagBool, &b->a, ""}, {"n", FlagBool, &b->n, ""}, {"v", FlagBool, &b->v, ""},
        {"x", FlagBool, &b->x, ""}, {"work", FlagBool, &b->work, ""}, {"trimpath", FlagBool, &b->trimpath, ""},
        {"p", FlagInt, &b->p, ""}, {"gcflags", FlagList, &b->gcflags, ""}, {"asmflags", FlagList, &b->asmflags, ""},
        {"ldflags", FlagList, &b->ldflags, ""}, {"tags", FlagList, &b->tags, ""}, {"exec", FlagString, &b->exec, ""},
        {NULL, FlagBool, NULL, NULL},
    };
    return arena_dup(a, table, sizeof table);
}

static bool apply_goflags(Env *e, BuildFlags *b)
{
    Command c = {0};
    cmd_add(&c, "go");
    add_words(&c, e->arena, e->goflags);
    const char *err = NULL;
    const Flag *table = build_flag_table(e->arena, b);
    for (size_t i = 1; i < c.n; i++) {
        const char *name = c.argv[i] + strspn(c.argv[i], "-");
        bool known = strncmp(name, "buildvcs", 8) == 0 || strncmp(name, "mod=", 4) == 0;
        char *argv[2] = {NULL, (char *)(uintptr_t)c.argv[i]};
        if (c.argv[i][0] != '-' || (!known && flags_parse(e->arena, table, 2, argv, &err) < 0)) {
            complain("parsing $GOFLAGS: unknown flag %.*s", (int)strcspn(c.argv[i], "="), c.argv[i]);
            cmd_free(&c);
            return false;
        }
    }
    cmd_free(&c);
    return true;
}

bool parse_build_flags(Env *e, const char *command, BuildFlags *b, int argc, char **argv, int *first, int *status)
{
    *b = (BuildFlags){.p = os_ncpu()};
    *status = 1;
    if (!apply_goflags(e, b))
        return false;
    const char *err = NULL;
    *first = flags_parse(e->arena, build_flag_table(e->arena, b), argc, argv, &err);
    if (*first < 0) {
        bool help = strstr(err, "defined: -h") != NULL;
        if (!help)
            print_out(2, "%s\n", err);
        print_out(2, strcmp(command, "run") == 0 ? "usage: go run [build flags] [-exec xprog] package [arguments...]\n" : build_usage);
        print_out(2, "Run 'go help %s' for details.\n", command);
        *status = 2;
        return false;
    }
    if (strcmp(e->goos, "linux") != 0 || strcmp(e->goarch, "amd64") != 0) {
        complain("unsupported GOOS/GOARCH pair %s/%s", e->goos, e->goarch);
        return false;
    }
    if (b->p < 1) {
        complain("build: -p must be a positive integer: %d", b->p);
        *status = 2;
        return false;
    }
    return true;
}

static void free_flags(BuildFlags *b)
{
    free(b->gcflags.items);
    free(b->asmflags.items);
    free(b->ldflags.items);
    free(b->tags.items);
}

static bool start_work(Work *w)
{
    Env *e = w->env;
    const char *err;
    char *dir;
    if (w->flags->n)
        dir = path_join(e->arena, e->tmpdir, "go-build");
    else if (!os_mkdtemp(e->arena, path_join(e->arena, e->tmpdir, "go-build"), &dir, &err)) {
        complain("creating work dir: %s", err);
        return false;
    }
    w->dir = dir;
    atomic_flag_clear(&w->cache_warned);
    if (w->flags->x || w->flags->work)
        print_out(2, "WORK=%s\n", dir);
    w->compile_id = tool_id(e, "compile");
    w->asm_id = tool_id(e, "asm");
    w->link_id = tool_id(e, "link");
    return true;
}

static void end_work(Work *w)
{
    if (!w->flags->n && !w->flags->work)
        os_remove_all(w->dir);
}

static const char *default_name(Env *e, const Package *p)
{
    if (!p->named_files)
        return path_base(p->path);
    return arena_strndup(e->arena, p->go[0], strlen(p->go[0]) - 3);
}

/* Where the program of root p goes, or NULL. */
static const char *target_of(Env *e, const BuildFlags *b, const Package *p, size_t nroots)
{
    if (strcmp(p->name, "main") != 0)
        return NULL;
    if (!b->o)
        return nroots == 1 ? default_name(e, p) : NULL;
    size_t n = strlen(b->o);
    if ((n && b->o[n - 1] == '/') || os_stat(b->o).dir)
        return path_join(e->arena, b->o, default_name(e, p));
    return b->o;
}

typedef struct Graph {
    Action **list;
    size_t n, cap, named;
} Graph;

static void add_action(Graph *g, Action *a) { vec_push(g->list, g->n, g->cap, a); }

static void free_actions(Graph *g)
{
    for (size_t i = 0; i < g->n; i++) {
        arena_free(&g->list[i]->arena);
        buf_free(&g->list[i]->out);
    }
    free(g->list);
}

/* Package unsafe is the compiler's; upstream's file of that name is documentation. */
static bool is_unsafe(const Package *p) { return p->std && strcmp(p->path, "unsafe") == 0; }

/* Package actions in dependency order, then the links. */
static void make_graph(Loader *l, Graph *g, Package **roots, size_t n)
{
    size_t count = 0;
    for (size_t i = 0; i < n; i++) {
        roots[i]->mark = 3; /* named on the command line */
        if (!is_unsafe(roots[i]))
            package_action(l, roots[i], &count);
    }
    for (size_t i = 0; i < l->norder; i++)
        if (!is_unsafe(l->order[i]))
            add_action(g, package_action(l, l->order[i], &count));
}

bool build_archives(Loader *l, BuildFlags *b, Package **roots, size_t n)
{
    Arena *a = l->env->arena;
    Graph g = {0};
    Work w = {.env = l->env, .flags = b};
    if (!start_work(&w))
        return false;
    make_graph(l, &g, roots, n);
    bool ok = run_actions(&w, g.list, g.n);
    for (size_t i = 0; i < g.n; i++) {
        Action *x = g.list[i];
        if (x->ok && x->archive && x->build_id) {
            x->pkg->archive = arena_strdup(a, x->archive);
            x->pkg->build_id = arena_strdup(a, x->build_id);
        }
        x->pkg->action = NULL;
    }
    end_work(&w);
    free_actions(&g);
    return ok;
}

int build_command(Env *e, int argc, char **argv)
{
    BuildFlags b;
    int first, status = 1;
    if (!parse_build_flags(e, "build", &b, argc, argv, &first, &status)) {
        free_flags(&b);
        return status;
    }
    Loader l = {.env = e, .tags = &b.tags};
    Graph g = {0};
    Package **roots = NULL;
    size_t n = 0;
    Work w = {.env = e, .flags = &b};
    if (!load(&l, argc - first, argv + first, &roots, &n)) {
        os_write_fd(2, l.errors.data, l.errors.len);
    } else if (n > 1 && b.o && strcmp(b.o, "/dev/null") != 0 && !os_stat(b.o).dir && b.o[strlen(b.o) - 1] != '/') {
        complain("cannot write multiple packages to non-directory %s", b.o);
    } else if (start_work(&w)) {
        make_graph(&l, &g, roots, n);
        for (size_t i = 0; i < n; i++) {
            const char *target = target_of(e, &b, roots[i], n);
            if (strcmp(roots[i]->name, "main") == 0)
                add_action(&g, link_action(&l, roots[i], target));
        }
        status = run_actions(&w, g.list, g.n) ? 0 : 1;
        const char *err;
        if (status == 0 && !b.n && b.o && n == 1 && strcmp(roots[0]->name, "main") != 0 &&
            !os_copy_file(e->arena, roots[0]->action->archive, b.o, 0644, &err)) {
            complain("%s", err);
            status = 1;
        }
        end_work(&w);
    }
    free_actions(&g);
    loader_free(&l);
    free(roots);
    free_flags(&b);
    return status;
}

/* ---- run ---- */

static const char *signal_name(Arena *a, int n)
{
    static const char *const names[] = {
        NULL, "hangup", "interrupt", "quit", "illegal instruction", "trace/breakpoint trap", "aborted", "bus error",
        "floating point exception", "killed", "user defined signal 1", "segmentation fault", "user defined signal 2", "broken pipe",
        "alarm clock", "terminated"};
    return n > 0 && (size_t)n < sizeof names / sizeof *names ? names[n] : arena_printf(a, "signal %d", n);
}

static int execute(Env *e, Work *w, const BuildFlags *b, const char *program, int argc, char **argv)
{
    Command c = {0};
    if (b->exec)
        add_words(&c, e->arena, b->exec);
    cmd_add(&c, program);
    for (int i = 0; i < argc; i++)
        cmd_add(&c, argv[i]);
    if (b->x) {
        Buf line = {0};
        for (size_t i = 0; i < c.n; i++)
            buf_printf(&line, "%s%s", i ? " " : "", with_work(w, e->arena, c.argv[i]));
        print_out(2, "%s\n", buf_str(&line));
        buf_free(&line);
    }
    cmd_add(&c, NULL);
    const char *err;
    int status = os_spawn(e->arena, c.argv, NULL, NULL, NULL, &err);
    cmd_free(&c);
    if (status < 0)
        complain("%s", err);
    else if (status > 128)
        print_out(2, "signal: %s\n", signal_name(e->arena, status - 128));
    else if (status > 0)
        print_out(2, "exit status %d\n", status);
    return status == 0 ? 0 : 1;
}

/* Of what a pattern matches only the programs count. */
static size_t keep_programs(Package **roots, size_t n)
{
    size_t kept = 0;
    for (size_t i = 0; i < n; i++)
        if (strcmp(roots[i]->name, "main") == 0)
            roots[kept++] = roots[i];
    return kept;
}

int run_program(Env *e, int argc, char **argv)
{
    BuildFlags b;
    int first, status = 1;
    if (!parse_build_flags(e, "run", &b, argc, argv, &first, &status)) {
        free_flags(&b);
        return status;
    }
    int last = first; /* the package: .go files, or one word */
    while (last < argc && strlen(argv[last]) > 3 && strcmp(argv[last] + strlen(argv[last]) - 3, ".go") == 0)
        last++;
    if (last == first && first < argc)
        last++;
    Loader l = {.env = e, .tags = &b.tags};
    Graph g = {0};
    Package **roots = NULL;
    size_t n = 0;
    Work w = {.env = e, .flags = &b};
    if (last == first) {
        complain("no go files listed");
    } else if (!load(&l, last - first, argv + first, &roots, &n)) {
        os_write_fd(2, l.errors.data, l.errors.len);
    } else if (is_pattern(argv[first]) && (n = keep_programs(roots, n)) != 1) {
        complain("pattern %s matches %s packages%s", argv[first], n ? "multiple" : "no", n ? ":" : "");
        for (size_t i = 0; i < n; i++)
            print_out(2, "\t%s\n", roots[i]->path);
    } else if (strcmp(roots[0]->name, "main") != 0) {
        print_out(2, "package %s is not a main package\n", roots[0]->path);
    } else if (start_work(&w)) {
        make_graph(&l, &g, roots, n);
        Action *link = link_action(&l, roots[0], NULL);
        add_action(&g, link);
        if (run_actions(&w, g.list, g.n) && !b.n)
            status = execute(e, &w, &b, link->archive, argc - last, argv + last);
        else
            status = w.failed;
        end_work(&w);
    }
    free_actions(&g);
    loader_free(&l);
    free(roots);
    free_flags(&b);
    return status;
}
