/* judge.c - the process of a case: running the tools, what the programs print, and the kinds that are one file. */
#include "conformance.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

enum {
    MemoryLimitGB = 4,              /* data that a process of a case may have */
    FileLimitMB = 512,              /* size of a file that it may write */
};

Result run(const Job *j, const char *dir, Words argv)
{
    char *log = format("%s/log", j->c->task.temp);
    fflush(j->report);
    Result res = run_in(dir, log, argv, false);
    free(log);
    return res;
}

/* Writes a line of the report; returns false. */
bool wrong(const Job *j, const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    vfprintf(j->report, fmt, ap);
    va_end(ap);
    fputc('\n', j->report);
    return false;
}

/* Reports a command that failed, in one line with the first that says something. */
bool wrong_result(const Job *j, const char *what, Result res)
{
    const char *rest = res.out.p;
    char *line = take_line(&rest);
    while (line && (line[0] == '#' || line[0] == 0)) {
        free(line);
        line = take_line(&rest);
    }
    wrong(j, "%s: exit status %d: %.*s", what, res.status, MaxShown, line ? line : "");
    free(line);
    return false;
}

bool must_succeed(const Job *j, const char *what, Result res)
{
    bool ok = res.status == 0 || wrong_result(j, what, res);
    free(res.out.p);
    return ok;
}

char *in_temp(const Job *j, const char *name)
{
    return format("%s/%s", j->c->task.temp, name);
}

/* Compares what a program printed with X.out beside the case; no such file means nothing. */
bool check_output(const Job *j, const char *what, Result res)
{
    if (res.status != 0)
        return wrong_result(j, what, res);
    char *path = format("%.*s.out", (int)strlen(j->c->path) - 3, j->c->path);
    Text want;
    read_file(path, &want);
    free(path);
    bool ok = want.len == res.out.len && memcmp(want.p, res.out.p, want.len) == 0;
    const char *a = want.p, *b = res.out.p;
    for (int n = 1; !ok; n++) {
        char *w = take_line(&a), *g = take_line(&b);
        if (!w || !g || strcmp(w, g) != 0) {
            wrong(j, "output differs in line %d: want `%.*s`, got `%.*s`", n, MaxShown, w ? w : "(end)", MaxShown, g ? g : "(end)");
            return false;
        }
        free(w), free(g);
    }
    free(want.p), free(res.out.p);
    return ok;
}

static Words own_flags(const Job *j)
{
    Words w = {0};
    words_add_all(&w, &j->c->flags);
    return w;
}

bool link_program(const Job *j, const char *archive, const char *importcfg, const Words *ldflags, const char *exe)
{
    Words argv = command(j->link, "-buildid=test", "-o", exe, "-importcfg", importcfg, NULL);
    if (ldflags)
        words_add_all(&argv, ldflags);
    words_add(&argv, archive);
    return must_succeed(j, "link", run(j, j->c->task.temp, argv));
}

/* The go command's words for building path, or what else the recipe names, into exe. */
bool driver_build(const Job *j, const char *dir, const char *path, const Words *more, const char *exe)
{
    Words argv = command(j->ggo, "build", "-o", exe, NULL);
    Words flags = own_flags(j);
    words_add_all(&argv, &flags);
    words_free(&flags);
    words_add(&argv, path);
    for (size_t i = 0; more && i < more->n; i++) {
        if (has_suffix(more->v[i], ".go"))
            words_add(&argv, more->v[i]);
    }
    return must_succeed(j, "build", run(j, dir, argv));
}

/* Runs exe with the words of the recipe that are no sources. */
Result run_program(const Job *j, const char *dir, const char *exe)
{
    Words argv = command(exe, NULL);
    setenv("GOROOT", j->r->goroot, 1); /* as the go command does for tests: the tree that they belong to */
    for (size_t i = 0; i < j->c->args.n; i++) {
        if (!has_suffix(j->c->args.v[i], ".go"))
            words_add(&argv, j->c->args.v[i]);
    }
    return run(j, dir, argv);
}

char *folder_of(const char *path)
{
    return format("%.*s", (int)(strrchr(path, '/') - path), path);
}

static bool judge_run(const Job *j)
{
    char *exe = in_temp(j, "a.exe"), *archive = in_temp(j, "main.a"), *dir = folder_of(j->c->path), *top = format("%s/test", j->r->goroot);
    bool ok;
    if (j->c->flags.n == 0 && j->c->args.n == 0) {
        ok = must_succeed(j, "compile", run(j, top, command(j->compile, "-p=main", "-importcfg", j->r->importcfg, "-o", archive, j->c->name, NULL)))
             && link_program(j, archive, j->r->importcfg, NULL, exe);
    } else {
        ok = driver_build(j, dir, j->c->path, &j->c->args, exe);
    }
    ok = ok && check_output(j, "run", run_program(j, top, exe));
    free(exe), free(archive), free(dir), free(top);
    return ok;
}

static bool judge_build(const Job *j)
{
    char *exe = in_temp(j, "a.exe");
    bool ok = driver_build(j, j->c->task.temp, j->c->path, NULL, exe);
    if (ok && j->c->kind == KindBuildRun)
        ok = check_output(j, "run", run_program(j, j->c->task.temp, exe));
    free(exe);
    return ok;
}

/* Runs the program, whose output is the source of another one; returns where that is, or NULL. */
static char *generate(const Job *j)
{
    char *exe = in_temp(j, "a.exe"), *source = in_temp(j, "tmp__.go"), *dir = folder_of(j->c->path), *top = format("%s/test", j->r->goroot);
    bool ok = driver_build(j, dir, j->c->path, &j->c->args, exe);
    if (ok) {
        Result res = run_program(j, top, exe);
        ok = res.status == 0 ? write_file(source, res.out) : wrong_result(j, "run (generator)", res);
        free(res.out.p);
    }
    free(exe), free(dir), free(top);
    return ok ? source : NULL;
}

static bool judge_run_output(const Job *j)
{
    char *source = generate(j), *exe = in_temp(j, "b.exe");
    bool ok = source && driver_build(j, j->c->task.temp, source, NULL, exe)
              && check_output(j, "run", run(j, j->c->task.temp, command(exe, NULL)));
    free(source), free(exe);
    return ok;
}

static bool judge_compile(const Job *j)
{
    Words argv = command(j->compile, "-e", "-p=p", "-importcfg", j->r->importcfg, "-o", "a.o", NULL);
    words_add_all(&argv, &j->c->flags);
    words_add(&argv, j->c->path);
    return must_succeed(j, "compile", run(j, j->c->task.temp, argv));
}

static bool check_file(const Job *j, const char *path)
{
    Words argv = command(j->compile, "-p=p", "-e", "-importcfg", j->r->importcfg, "-o", "a.o", NULL), files = command(path, NULL);
    words_add_all(&argv, &j->c->flags);
    words_add(&argv, path);
    bool ok = check_compilation(j, run(j, j->c->task.temp, argv), j->c->want_error, &files);
    words_free(&files);
    return ok;
}

static bool judge_error_output(const Job *j)
{
    char *source = generate(j);
    bool ok = source && check_file(j, source);
    free(source);
    return ok;
}

static bool judge(const Job *j)
{
    if (j->r->diag)
        return judge_diagnostics(j);
    switch (j->c->kind) {
    case KindRun: return judge_run(j);
    case KindBuild: case KindBuildRun: return judge_build(j);
    case KindRunOutput: return judge_run_output(j);
    case KindErrorCheckOutput: return judge_error_output(j);
    case KindCompile: return judge_compile(j);
    case KindErrorCheck: return check_file(j, j->c->path);
    case KindRunDir: case KindCompileDir: case KindErrorCheckDir: case KindErrorCheckAndRunDir: return judge_dir(j);
    case KindRunInDir: return judge_run_in_dir(j);
    case KindBuildDir: case KindBuildRunDir: return judge_build_dir(j);
    default: return wrong(j, "no way to judge `%s`", kind_words[j->c->kind]);
    }
}

static char *tool(const Runner *r, const char *name)
{
    return format("%s/pkg/tool/linux_amd64/%s", r->root, name);
}

/* Judges a case, in the process that the pool made for it. */
bool judge_case(void *owner, const Task *t, FILE *report)
{
    const Runner *r = owner;
    const Case *c = (const Case *)t;
    limit(RLIMIT_FSIZE, (unsigned long long)FileLimitMB << 20);
    limit(RLIMIT_DATA, (unsigned long long)MemoryLimitGB << 30);
    setenv("TMPDIR", t->temp, 1);
    setenv("STDLIB_IMPORTCFG", r->importcfg, 1); /* cases that run the compiler themselves ask for it */
    Job j = {.r = r, .c = c, .report = report, .compile = tool(r, "compile"), .assembler = tool(r, "asm"),
             .pack = tool(r, "pack"), .link = tool(r, "link"), .ggo = format("%s/bin/ggo", r->root)};
    return judge(&j);
}
