/* conformance.c - runs the test/ directory of an upstream Go against this tree, or compares our diagnostics with gc's.
 *
 * Idea: upstream's tests carry their recipe in their first comment (`// run`, `// errorcheck -lang=go1.17`, ...). The
 * parent reads every recipe and decides what becomes of the case:
 *
 *   apart      it judges gc's insides or a configuration that is not ours; the rule is named
 *   noimport   it imports a package of the standard library that our src/ does not have, or that does not build
 *   pass fail  the others: judged by doing what the recipe says with our compile, asm, pack and link
 *
 * Each case is a process of its own (a fork, in its own process group and temporary directory, with limits on memory and
 * file size) that runs the tools and writes what is wrong to the file `report`. The parent kills the group when its time
 * is up. A case that failed is run once more, alone, before it counts. The library's archives come from one program
 * that imports every package that builds.
 *
 * With -diag the same processes run gc and ours on each file of errors, and the report holds the differences.
 * The tree under test is the one above this program. Leaves nothing behind but the file of -o. See docs/conformance.md.
 */
#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700
#endif
#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <regex.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
    DefaultTimeout = 60,            /* seconds of wall time for a case that does not say */
    TimeoutFactor = 4,              /* for those that say: they think of gc on an idle machine */
    RerunBudget = 120,              /* seconds that the second chances may take together */
    MemoryLimitGB = 4,              /* data that a process of a case may have */
    FileLimitMB = 512,              /* size of a file that it may write */
    MaxShown = 200,                 /* bytes of a line that are shown */
    LangMinor = 26,                 /* go1.26 */
};

/* ---- text ---- */

/* A string that grows; p is always terminated by a NUL that len does not count. */
typedef struct Text {
    char *p;
    size_t len, cap;
} Text;

/* A list of strings, which it owns; v[n] is NULL so that it can be an argv. */
typedef struct Words {
    char **v;
    size_t n, cap;
} Words;

static void *must(void *p)
{
    if (!p) {
        fputs("conformance: out of memory\n", stderr);
        abort();
    }
    return p;
}

static char *copy_string(const char *s)
{
    return must(strdup(s));
}

static void text_add(Text *t, const char *s, size_t n)
{
    if (t->len + n + 1 > t->cap) {
        t->cap = (t->len + n + 1) * 2;
        t->p = must(realloc(t->p, t->cap));
    }
    if (n > 0)
        memcpy(t->p + t->len, s, n);
    t->len += n;
    t->p[t->len] = 0;
}

static void text_puts(Text *t, const char *s)
{
    text_add(t, s, strlen(s));
}

/* Returns a new string, formatted. */
__attribute__((format(printf, 1, 2)))
static char *format(const char *fmt, ...)
{
    char *s = NULL;
    size_t n;
    FILE *f = must(open_memstream(&s, &n));
    va_list ap;
    va_start(ap, fmt);
    vfprintf(f, fmt, ap);
    va_end(ap);
    fclose(f);
    return must(s);
}

/* Appends s, which the list then owns. */
static void words_take(Words *w, char *s)
{
    if (w->n + 2 > w->cap) {
        w->cap = w->cap * 2 + 8;
        w->v = must(realloc(w->v, w->cap * sizeof *w->v));
    }
    w->v[w->n++] = s;
    w->v[w->n] = NULL;
}

static void words_add(Words *w, const char *s)
{
    words_take(w, copy_string(s));
}

static void words_add_all(Words *w, const Words *more)
{
    for (size_t i = 0; i < more->n; i++)
        words_add(w, more->v[i]);
}

static bool words_have(const Words *w, const char *s)
{
    for (size_t i = 0; i < w->n; i++) {
        if (strcmp(w->v[i], s) == 0)
            return true;
    }
    return false;
}

static void words_free(Words *w)
{
    for (size_t i = 0; i < w->n; i++)
        free(w->v[i]);
    free(w->v);
    *w = (Words){0};
}

static int compare_words(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void words_sort(Words *w)
{
    if (w->n > 1)
        qsort(w->v, w->n, sizeof *w->v, compare_words);
}

static bool has_suffix(const char *s, const char *suffix)
{
    size_t n = strlen(s), m = strlen(suffix);
    return n >= m && strcmp(s + n - m, suffix) == 0;
}

static bool has_prefix(const char *s, const char *prefix)
{
    return strncmp(s, prefix, strlen(prefix)) == 0;
}

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* Cuts the next line out of *rest: a new string without the newline, or NULL at the end. */
static char *next_line(const char **rest)
{
    if (!**rest)
        return NULL;
    size_t n = strcspn(*rest, "\n");
    char *line = format("%.*s", (int)n, *rest);
    *rest += n + ((*rest)[n] == '\n');
    return line;
}

/* Splits s at white space. 'single' and "double" quotes keep blanks, a backslash keeps what follows it. */
static Words split_quoted(const char *s)
{
    Words w = {0};
    while (*s) {
        if (isspace((unsigned char)*s)) {
            s++;
            continue;
        }
        Text word = {0};
        text_add(&word, "", 0);
        for (char quote = 0; *s && (quote || !isspace((unsigned char)*s)); s++) {
            if (*s == '\\' && s[1])
                text_add(&word, ++s, 1);
            else if (quote ? *s == quote : *s == '"' || *s == '\'')
                quote = quote ? 0 : *s;
            else
                text_add(&word, s, 1);
        }
        words_take(&w, word.p);
    }
    return w;
}

/* ---- files ---- */

static bool read_file(const char *path, Text *t)
{
    *t = (Text){0};
    text_add(t, "", 0);
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return false;
    char chunk[1 << 16];
    ssize_t n;
    while ((n = read(fd, chunk, sizeof chunk)) > 0)
        text_add(t, chunk, (size_t)n);
    close(fd);
    return n == 0;
}

static bool write_bytes(const char *path, const char *s, size_t n)
{
    FILE *f = fopen(path, "w");
    if (!f)
        return false;
    fwrite(s, 1, n, f);
    return fclose(f) == 0;
}

static bool write_file(const char *path, const char *s)
{
    return write_bytes(path, s, strlen(s));
}

static bool is_dir(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* The names in a directory that end in suffix, sorted. */
static Words list_dir(const char *path, const char *suffix)
{
    Words w = {0};
    DIR *d = opendir(path);
    for (struct dirent *e; d && (e = readdir(d));) {
        if (e->d_name[0] != '.' && has_suffix(e->d_name, suffix))
            words_add(&w, e->d_name);
    }
    if (d)
        closedir(d);
    words_sort(&w);
    return w;
}

static void remove_all(const char *path)
{
    if (unlink(path) == 0)
        return;
    chmod(path, 0700);
    DIR *d = opendir(path);
    for (struct dirent *e; d && (e = readdir(d));) {
        if (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0)
            continue;
        char *child = format("%s/%s", path, e->d_name);
        remove_all(child);
        free(child);
    }
    if (d)
        closedir(d);
    rmdir(path);
}

/* Copies the tree at from to the new directory to. */
static void copy_tree(const char *from, const char *to)
{
    mkdir(to, 0777);
    Words names = list_dir(from, "");
    for (size_t i = 0; i < names.n; i++) {
        char *src = format("%s/%s", from, names.v[i]), *dst = format("%s/%s", to, names.v[i]);
        Text t;
        if (is_dir(src)) {
            copy_tree(src, dst);
        } else if (read_file(src, &t)) {
            write_bytes(dst, t.p, t.len);
            free(t.p);
        }
        free(src), free(dst);
    }
    words_free(&names);
}

/* ---- cases ---- */

typedef enum Kind {
    KindNone, KindRun, KindRunDir, KindRunInDir, KindRunOutput, KindBuild, KindBuildRun, KindBuildDir, KindBuildRunDir,
    KindCompile, KindCompileDir, KindErrorCheck, KindErrorCheckDir, KindErrorCheckAndRunDir, KindErrorCheckOutput,
    KindErrorCheckWithAuto, KindAsmCheck, KindSkip, NumKinds
} Kind;

static const char *const kind_words[NumKinds] = {
    "", "run", "rundir", "runindir", "runoutput", "build", "buildrun", "builddir", "buildrundir", "compile", "compiledir",
    "errorcheck", "errorcheckdir", "errorcheckandrundir", "errorcheckoutput", "errorcheckwithauto", "asmcheck", "skip",
};

typedef enum Outcome { Pass, Fail, Apart, NoImport, NumOutcomes } Outcome;

static const char *const outcome_words[NumOutcomes] = {"pass", "fail", "apart", "noimport"};

/* One thing to judge. The strings belong to the case. */
typedef struct Case {
    char *name;                     /* path of the file below test/ */
    char *path;                     /* path of the file */
    char *dir;                      /* the same with .dir: files of the kinds that have many */
    Kind kind;
    Words args;                     /* words behind the flags */
    Words flags;                    /* flags for compile or build, without those the runner knows */
    bool want_error;                /* compile must fail */
    bool single;                    /* -s: each file of dir is a package */
    char *mod_version;              /* -gomodversion */
    int timeout;                    /* seconds */
    Outcome outcome;
    char *why;                      /* apart: the rule; noimport: the package */
    /* While it runs. */
    pid_t pid;                      /* leader of its process group, 0 when not running */
    double started;                 /* by the monotonic clock */
    char *temp;                     /* its temporary directory */
    bool timed_out;
    Text report;                    /* what was wrong */
} Case;

typedef struct Runner {
    char root[PATH_MAX];            /* the tree under test */
    char temp[PATH_MAX];            /* directory for everything that goes away */
    char *goroot;                   /* upstream's tree */
    char *importcfg;                /* the library's archives, a file, and its text */
    Text importcfg_text;
    char *gc_importcfg;             /* -diag: gc's own */
    char *only;                     /* only cases whose name contains this */
    bool diag;
    int jobs;
    Words library;                  /* packages that can be imported */
    Case *cases;
    size_t num_cases, cap_cases;
} Runner;

/* What a case process has at hand. */
typedef struct Job {
    const Runner *r;
    const Case *c;
    FILE *report;
    char *compile, *assembler, *pack, *link, *ggo;
} Job;

/* ---- running a command, in a case process ---- */

/* What a command left. */
typedef struct Result {
    int status;                     /* exit status, or 128 + signal */
    Text out;                       /* standard output and error */
} Result;

static void limit(int what, unsigned long long bytes)
{
    struct rlimit rl = {.rlim_cur = (rlim_t)bytes, .rlim_max = (rlim_t)bytes};
    setrlimit(what, &rl);
}

/* Runs argv in dir with its output in the file `log`, waits for it, and frees the words. With apart, standard error is
 * dropped. */
static Result run_in(const char *dir, const char *log, Words argv, bool apart)
{
    pid_t pid = fork();
    if (pid == 0) {
        int i = open("/dev/null", O_RDWR), o = open(log, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND, 0666);
        if (chdir(dir) != 0 || i < 0 || o < 0 || dup2(i, 0) < 0 || dup2(o, 1) < 0 || dup2(apart ? i : o, 2) < 0)
            _exit(126);
        close(i), close(o);
        setenv("PWD", dir, 1);
        execvp(argv.v[0], argv.v);
        dprintf(2, "conformance: %s: %s\n", argv.v[0], strerror(errno));
        _exit(127);
    }
    Result res = {.status = 126};
    int st;
    if (pid > 0 && waitpid(pid, &st, 0) == pid)
        res.status = WIFEXITED(st) ? WEXITSTATUS(st) : 128 + WTERMSIG(st);
    read_file(log, &res.out);
    words_free(&argv);
    return res;
}

static Result run(const Job *j, const char *dir, Words argv)
{
    char *log = format("%s/log", j->c->temp);
    fflush(j->report);
    Result res = run_in(dir, log, argv, false);
    free(log);
    return res;
}

/* A command line: the words up to NULL. */
static Words command(const char *word, ...)
{
    Words w = {0};
    va_list ap;
    va_start(ap, word);
    for (; word; word = va_arg(ap, const char *))
        words_add(&w, word);
    va_end(ap);
    return w;
}

/* Writes a line of the report; returns false. */
__attribute__((format(printf, 2, 3)))
static bool wrong(const Job *j, const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    vfprintf(j->report, fmt, ap);
    va_end(ap);
    fputc('\n', j->report);
    return false;
}

/* Reports a command that failed, in one line with the first that says something. */
static bool wrong_result(const Job *j, const char *what, Result res)
{
    const char *rest = res.out.p;
    char *line = next_line(&rest);
    while (line && (line[0] == '#' || line[0] == 0)) {
        free(line);
        line = next_line(&rest);
    }
    wrong(j, "%s: exit status %d: %.*s", what, res.status, MaxShown, line ? line : "");
    free(line);
    return false;
}

static bool must_succeed(const Job *j, const char *what, Result res)
{
    bool ok = res.status == 0 || wrong_result(j, what, res);
    free(res.out.p);
    return ok;
}

static char *in_temp(const Job *j, const char *name)
{
    return format("%s/%s", j->c->temp, name);
}

/* ---- output of programs ---- */

/* Compares what a program printed with X.out beside the case; no such file means nothing. */
static bool check_output(const Job *j, const char *what, Result res)
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
        char *w = next_line(&a), *g = next_line(&b);
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

static bool link_program(const Job *j, const char *archive, const char *importcfg, const Words *ldflags, const char *exe)
{
    Words argv = command(j->link, "-buildid=test", "-o", exe, "-importcfg", importcfg, NULL);
    if (ldflags)
        words_add_all(&argv, ldflags);
    words_add(&argv, archive);
    return must_succeed(j, "link", run(j, j->c->temp, argv));
}

/* ---- kinds of one file ---- */

/* The go command's words for building path, or what else the recipe names, into exe. */
static bool driver_build(const Job *j, const char *dir, const char *path, const Words *more, const char *exe)
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
static Result run_program(const Job *j, const char *dir, const char *exe)
{
    Words argv = command(exe, NULL);
    for (size_t i = 0; i < j->c->args.n; i++) {
        if (!has_suffix(j->c->args.v[i], ".go"))
            words_add(&argv, j->c->args.v[i]);
    }
    return run(j, dir, argv);
}

static char *folder_of(const char *path)
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
    bool ok = driver_build(j, j->c->temp, j->c->path, NULL, exe);
    if (ok && j->c->kind == KindBuildRun)
        ok = check_output(j, "run", run_program(j, j->c->temp, exe));
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
        ok = res.status == 0 ? write_bytes(source, res.out.p, res.out.len) : wrong_result(j, "run (generator)", res);
        free(res.out.p);
    }
    free(exe), free(dir), free(top);
    return ok ? source : NULL;
}

static bool judge_run_output(const Job *j)
{
    char *source = generate(j), *exe = in_temp(j, "b.exe");
    bool ok = source && driver_build(j, j->c->temp, source, NULL, exe)
              && check_output(j, "run", run(j, j->c->temp, command(exe, NULL)));
    free(source), free(exe);
    return ok;
}

static bool judge_compile(const Job *j)
{
    Words argv = command(j->compile, "-e", "-p=p", "-importcfg", j->r->importcfg, "-o", "a.o", NULL);
    words_add_all(&argv, &j->c->flags);
    words_add(&argv, j->c->path);
    return must_succeed(j, "compile", run(j, j->c->temp, argv));
}

/* ---- messages ---- */

/* Splits output into messages: lines that begin with a tab belong to the one before; auto-generated ones are left out. */
static Words split_messages(const char *output)
{
    Words w = {0};
    for (char *line; (line = next_line(&output));) {
        if (line[0] == '\t' && w.n > 0) {
            char *longer = format("%s\n%s", w.v[w.n - 1], line);
            free(w.v[w.n - 1]);
            w.v[w.n - 1] = longer;
        } else if (line[0] && line[0] != '#' && !has_prefix(line, "<autogenerated>")) {
            words_add(&w, line);
        }
        free(line);
    }
    return w;
}

/* A regexp that a comment of the source wants on a line. */
typedef struct Expectation {
    char *pattern;
    char *prefix;                   /* x.go:12 */
} Expectation;

/* Copies the bracket expression at s (behind the bracket); POSIX knows no backslash in it. Returns what follows. */
static const char *translate_bracket(const char *s, Text *t)
{
    Text body = {0};
    bool not = *s == '^', bracket = false, dash = false;
    text_add(&body, "", 0);
    s += not;
    for (bool first = true; *s && (*s != ']' || first); first = false, s++) {
        if (*s == '\\' && s[1]) {
            s++;
            if (*s == 'd')
                text_puts(&body, "0-9");
            else if (*s == ']')
                bracket = true;
            else if (*s == '-')
                dash = true;
            else
                text_add(&body, *s == 't' ? "\t" : *s == 'n' ? "\n" : s, 1);
        } else if (*s == ']') {
            bracket = true;
        } else {
            text_add(&body, s, 1);
        }
    }
    text_puts(t, not ? "[^" : "[");
    text_puts(t, bracket ? "]" : "");
    text_add(t, body.p, body.len);
    text_puts(t, dash ? "-]" : "]");
    free(body.p);
    return *s ? s + 1 : s;
}

/* Appends the character with two hexadecimal digits; returns their number. */
static size_t add_hex(const char *digits, Text *t)
{
    char c = (char)strtol((char[]){digits[0], digits[1], 0}, NULL, 16);
    text_add(t, &c, 1);
    return 2;
}

/* Writes a Go regexp in POSIX words. What upstream's tests use is covered: \d, lazy repetition, (?:, braces that repeat nothing. */
static char *translate_regexp(const char *s)
{
    Text t = {0};
    text_add(&t, "", 0);
    while (*s) {
        if (*s == '\\' && s[1]) {
            if (s[1] == 'd')
                text_puts(&t, "[0-9]");
            else if (s[1] == 't' || s[1] == 'n')
                text_puts(&t, s[1] == 't' ? "\t" : "\n");
            else if (s[1] == 'x' && isxdigit((unsigned char)s[2]) && isxdigit((unsigned char)s[3]))
                s += add_hex(s + 2, &t);
            else if (strchr("'`<>\"", s[1]))
                text_add(&t, s + 1, 1);
            else
                text_add(&t, s, 2);
            s += 2;
        } else if (*s == '[') {
            s = translate_bracket(s + 1, &t);
        } else if (has_prefix(s, "(?:")) {
            text_puts(&t, "(");
            s += 3;
        } else if (*s == '.') {
            text_puts(&t, "[^\n]");
            s++;
        } else if (*s == '{' && !isdigit((unsigned char)s[1])) {
            text_puts(&t, "\\{");
            s++;
        } else if (strchr("*+?}", *s) && s[1] == '?') {
            text_add(&t, s, 1);
            s += 2;
        } else {
            text_add(&t, s++, 1);
        }
    }
    return t.p;
}

/* Replaces LINE, LINE+2, LINE-1 by the position they mean. */
static char *expand_line(const char *pattern, const char *file, int line)
{
    Text t = {0};
    text_add(&t, "", 0);
    for (const char *at; (at = strstr(pattern, "LINE")); ) {
        text_add(&t, pattern, (size_t)(at - pattern));
        pattern = at + 4;
        char *end = (char *)pattern;
        long delta = (*pattern == '+' || *pattern == '-') && isdigit((unsigned char)pattern[1]) ? strtol(pattern, &end, 10) : 0;
        pattern = end;
        char *s = format("%s:%ld", file, line + delta);
        text_puts(&t, s);
        free(s);
    }
    text_puts(&t, pattern);
    return t.p;
}

/* Finds where the regexps of an ERROR comment begin, or NULL. */
static const char *error_comment(const char *line)
{
    static const char *const marks[] = {"// ERROR ", "// GC_ERROR "};
    if (strstr(line, "////"))
        return NULL;
    for (size_t i = 0; i < 2; i++) {
        const char *at = strstr(line, marks[i]);
        if (at)
            return at + strlen(marks[i]);
    }
    return NULL;
}

/* Appends what the comments of a file want. */
static void find_expectations(const char *path, Expectation **list, size_t *n)
{
    Text source;
    read_file(path, &source);
    for (size_t i = 0; i < source.len; i++)
        source.p[i] = source.p[i] ? source.p[i] : ' ';
    const char *rest = source.p, *file = base_name(path);
    int lineno = 1;
    for (char *line; (line = next_line(&rest)); lineno++) {
        for (const char *p = error_comment(line); p && (p = strchr(p, '"'));) {
            const char *close = strchr(p + 1, '"');
            if (!close)
                break;
            char *quoted = format("%.*s", (int)(close - p - 1), p + 1);
            *list = must(realloc(*list, (*n + 1) * sizeof **list));
            (*list)[(*n)++] = (Expectation){.pattern = expand_line(quoted, file, lineno), .prefix = format("%s:%d", file, lineno)};
            free(quoted);
            p = close + 1;
        }
        free(line);
    }
    free(source.p);
}

/* Whether a message stands at prefix, a base name and a line. */
static bool stands_at(const char *message, const char *prefix)
{
    const char *colon = strchr(message, ':'), *from = message;
    for (const char *s = message; colon && s < colon; s++)
        from = *s == '/' ? s + 1 : from;
    size_t n = strlen(prefix);
    return colon && strncmp(from, prefix, n) == 0 && (from[n] == ':' || from[n] == '[');
}

/* Takes the messages that satisfy an expectation out of the list. */
static bool meet(const Job *j, const Expectation *e, Words *messages)
{
    regex_t re;
    char *posix = translate_regexp(e->pattern);
    if (regcomp(&re, posix, REG_EXTENDED | REG_NOSUB) != 0) {
        wrong(j, "%s: cannot read regexp `%s`", e->prefix, e->pattern);
        free(posix);
        return false;
    }
    bool met = false;
    const char *near = NULL;
    size_t kept = 0;
    for (size_t i = 0; i < messages->n; i++) {
        char *message = messages->v[i], *blank = strchr(message, ' ');
        bool here = stands_at(message, e->prefix);
        if (here && regexec(&re, blank ? blank + 1 : message, 0, NULL, 0) == 0) {
            met = true;
            free(message);
            continue;
        }
        near = here ? message : near;
        messages->v[kept++] = message;
    }
    messages->n = kept;
    if (!met && near)
        wrong(j, "%s: want `%s`, got `%.*s`", e->prefix, e->pattern, MaxShown, near);
    else if (!met)
        wrong(j, "%s: no error, want `%s`", e->prefix, e->pattern);
    regfree(&re);
    free(posix);
    return met;
}

/* Returns a copy of s without the folder's name wherever it stands. */
static char *cut_folder(const char *s, const char *folder)
{
    Text t = {0};
    char *start = format("%s/", folder);
    text_add(&t, "", 0);
    for (const char *at; (at = strstr(s, start)); s = at + strlen(start))
        text_add(&t, s, (size_t)(at - s));
    text_puts(&t, s);
    free(start);
    return t.p;
}

/* Compares what compile said with the comments of the files. */
static bool check_messages(const Job *j, const char *output, const Words *files)
{
    char *folder = folder_of(files->v[0]), *brief = cut_folder(output, folder);
    Words messages = split_messages(brief);
    free(folder), free(brief);
    Expectation *wanted = NULL;
    size_t n = 0;
    bool ok = true;
    for (size_t i = 0; i < files->n; i++)
        find_expectations(files->v[i], &wanted, &n);
    for (size_t i = 0; i < n; i++) {
        ok &= meet(j, &wanted[i], &messages);
        free(wanted[i].pattern), free(wanted[i].prefix);
    }
    free(wanted);
    for (size_t i = 0; i < messages.n; i++) {
        for (size_t k = 0; k < files->n; k++) {
            char *start = format("%s:", base_name(files->v[k]));
            if (has_prefix(messages.v[i], start))
                ok = wrong(j, "unexpected: %.*s", MaxShown, messages.v[i]);
            free(start);
        }
        if (strstr(messages.v[i], "internal compiler error"))
            ok = wrong(j, "%.*s", MaxShown, messages.v[i]);
    }
    words_free(&messages);
    return ok;
}

/* Judges a compilation: whether it failed as it should, and its messages. */
static bool check_compilation(const Job *j, Result res, bool want_error, const Words *files)
{
    bool ok = true;
    if (res.status >= 126 || (res.status != 0) != want_error)
        ok = want_error && res.status == 0 ? wrong(j, "compiles, but should not") : wrong_result(j, "compile", res);
    ok = check_messages(j, res.out.p, files) && ok;
    free(res.out.p);
    return ok;
}

static bool check_file(const Job *j, const char *path)
{
    Words argv = command(j->compile, "-p=p", "-e", "-importcfg", j->r->importcfg, "-o", "a.o", NULL), files = command(path, NULL);
    words_add_all(&argv, &j->c->flags);
    words_add(&argv, path);
    bool ok = check_compilation(j, run(j, j->c->temp, argv), j->c->want_error, &files);
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

/* ---- kinds of a directory ---- */

/* The files of dir that make a package. */
typedef struct Part {
    char *name;                     /* package clause */
    char *import;                   /* import path: test/ and the first file without .go */
    Words files;                    /* paths */
} Part;

/* The name behind `package` at the beginning of a line. */
static char *package_name(const char *path)
{
    Text t;
    read_file(path, &t);
    const char *at = has_prefix(t.p, "package ") ? t.p : strstr(t.p, "\npackage ");
    char *name = at ? format("%.*s", (int)strcspn(at + (*at == '\n') + 8, " \t\r\n;/"), at + (*at == '\n') + 8) : copy_string("");
    free(t.p);
    return name;
}

/* Groups the files of the case's directory into packages, in the order of their first files. */
static Part *find_parts(const Case *c, size_t *n)
{
    Part *parts = NULL;
    Words names = list_dir(c->dir, ".go");
    *n = 0;
    for (size_t i = 0; i < names.n; i++) {
        char *path = format("%s/%s", c->dir, names.v[i]), *name = package_name(path);
        size_t k = 0;
        while (k < *n && (c->single || strcmp(parts[k].name, name) != 0))
            k++;
        if (k == *n) {
            parts = must(realloc(parts, (*n + 1) * sizeof *parts));
            parts[(*n)++] = (Part){.name = copy_string(name), .import = format("test/%.*s", (int)strlen(names.v[i]) - 3, names.v[i])};
        }
        words_take(&parts[k].files, path);
        free(name);
    }
    words_free(&names);
    return parts;
}

static void free_parts(Part *parts, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        free(parts[i].name), free(parts[i].import);
        words_free(&parts[i].files);
    }
    free(parts);
}

/* Writes an importcfg of the library and of the parts; returns its name. */
static char *parts_importcfg(const Job *j, const Part *parts, size_t n)
{
    Text t = {0};
    text_puts(&t, j->r->importcfg_text.p);
    for (size_t i = 0; i < n; i++) {
        char *line = format("packagefile %s=%s/%s.a\n", parts[i].import, j->c->temp, parts[i].import);
        text_puts(&t, line);
        free(line);
    }
    char *path = in_temp(j, "importcfg"), *dir = in_temp(j, "test");
    write_file(path, t.p);
    mkdir(dir, 0777);
    free(t.p), free(dir);
    return path;
}

static Result compile_part(const Job *j, const Part *part, const Words *flags, const char *importcfg)
{
    bool program = strcmp(part->name, "main") == 0;
    Words argv = command(j->compile, "-e", "-D", "test", "-importcfg", importcfg, "-p", program ? "main" : part->import, "-o", NULL);
    words_take(&argv, format("%s.a", part->import));
    words_add_all(&argv, flags);
    words_add_all(&argv, &part->files);
    return run(j, j->c->temp, argv);
}

/* Splits the flags of the recipe at -ldflags. */
static Words cut_link_flags(const Case *c, Words *link_flags)
{
    Words compile = {0};
    bool behind = false;
    for (size_t i = 0; i < c->flags.n; i++) {
        if (strcmp(c->flags.v[i], "-ldflags") == 0)
            behind = true;
        else
            words_add(behind ? link_flags : &compile, c->flags.v[i]);
    }
    return compile;
}

static bool checks_errors(Kind k)
{
    return k == KindErrorCheckDir || k == KindErrorCheckAndRunDir;
}

/* Compiles every package of the directory, checks messages where the kind asks for it, and runs the last one. */
static bool judge_dir(const Job *j)
{
    const Case *c = j->c;
    bool runs = c->kind == KindRunDir || c->kind == KindErrorCheckAndRunDir, ok = true;
    size_t n;
    Part *parts = find_parts(c, &n);
    if (n == 0)
        return wrong(j, "%s has no Go files", base_name(c->dir));
    Words link_flags = {0}, flags = cut_link_flags(c, &link_flags);
    char *importcfg = parts_importcfg(j, parts, n);
    size_t bad = c->kind == KindErrorCheckAndRunDir && n > 1 ? n - 2 : n - 1; /* the one that must not compile */
    for (size_t i = 0; i < n && ok; i++) {
        Result res = compile_part(j, &parts[i], &flags, importcfg);
        if (checks_errors(c->kind))
            ok = check_compilation(j, res, c->want_error && i == bad, &parts[i].files);
        else
            ok = must_succeed(j, "compile", res);
    }
    if (ok && runs) {
        char *exe = in_temp(j, "a.exe"), *archive = format("%s/%s.a", c->temp, parts[n - 1].import);
        ok = link_program(j, archive, importcfg, &link_flags, exe) && check_output(j, "run", run_program(j, c->temp, exe));
        free(exe), free(archive);
    }
    free_parts(parts, n);
    words_free(&flags), words_free(&link_flags);
    free(importcfg);
    return ok;
}

/* A copy of the directory, as a module, is built and run. */
static bool judge_run_in_dir(const Job *j)
{
    char *name = copy_string(base_name(j->c->dir)), *dir = in_temp(j, name), *mod = format("%s/go.mod", dir), *exe = in_temp(j, "a.exe");
    char *text = format("module %s\ngo %s\n", name, j->c->mod_version ? j->c->mod_version : "1.14");
    copy_tree(j->c->dir, dir);
    bool ok = write_file(mod, text) && driver_build(j, dir, ".", NULL, exe) && check_output(j, "run", run_program(j, dir, exe));
    free(name), free(dir), free(mod), free(exe), free(text);
    return ok;
}

/* Assembles the .s files: first for what they define, then, when compile has said what they may use, for good. */
static bool assemble(const Job *j, const Words *sources, bool first)
{
    Words argv = first ? command(j->assembler, "-p=main", "-gensymabis", "-o", "symabis", NULL)
                       : command(j->assembler, "-p=main", "-I", ".", "-o", "asm.o", NULL);
    words_add_all(&argv, sources);
    return must_succeed(j, "asm", run(j, j->c->temp, argv));
}

/* All files of the directory, assembly included, make one program. */
static bool judge_build_dir(const Job *j)
{
    Words go = {0}, assembly = {0}, names = list_dir(j->c->dir, "");
    for (size_t i = 0; i < names.n; i++) {
        if (has_suffix(names.v[i], ".go") || has_suffix(names.v[i], ".s"))
            words_take(has_suffix(names.v[i], ".go") ? &go : &assembly, format("%s/%s", j->c->dir, names.v[i]));
    }
    char *header = in_temp(j, "go_asm.h"), *exe = in_temp(j, "a.exe"), *all = in_temp(j, "all.a");
    bool ok = write_file(header, "");
    Words argv = command(j->compile, "-p=main", "-e", "-D", ".", "-importcfg", j->r->importcfg, "-o", "go.o", NULL);
    Words pack = command(j->pack, "c", all, "go.o", NULL);
    if (assembly.n > 0) {
        Words more = command("-asmhdr", "go_asm.h", "-symabis", "symabis", NULL);
        words_add_all(&argv, &more);
        words_free(&more);
        words_add(&pack, "asm.o");
        ok = ok && assemble(j, &assembly, true);
    }
    words_add_all(&argv, &go);
    ok = ok && must_succeed(j, "compile", run(j, j->c->temp, argv));
    ok = ok && (assembly.n == 0 || assemble(j, &assembly, false));
    ok = ok && must_succeed(j, "pack", run(j, j->c->temp, pack)) && link_program(j, all, j->r->importcfg, NULL, exe);
    if (ok && j->c->kind == KindBuildRunDir)
        ok = check_output(j, "run", run_program(j, j->c->temp, exe));
    words_free(&go), words_free(&assembly), words_free(&names);
    free(header), free(exe), free(all);
    return ok;
}

/* ---- comparing diagnostics ---- */

/* The arguments of a `// flags` comment in the first line of a case of testdata/errors, or the recipe's flags. */
static Words diag_flags(const Case *c)
{
    Words w = {0};
    if (c->kind == KindErrorCheck) {
        words_add(&w, "-e");
        words_add_all(&w, &c->flags);
        return w;
    }
    Text t;
    read_file(c->path, &t);
    if (has_prefix(t.p, "// flags ")) {
        char *line = format("%.*s", (int)strcspn(t.p + 9, "\n"), t.p + 9);
        w = split_quoted(line);
        free(line);
    }
    free(t.p);
    return w;
}

/* What a compiler says about the case's file, from within the file's folder. */
static Words diagnose(const Job *j, const char *compiler, const char *importcfg, int *status)
{
    char *object = in_temp(j, "x.o"), *dir = folder_of(j->c->path), *file = format("./%s", base_name(j->c->path));
    Words argv = command(compiler, "-p=p", "-importcfg", importcfg, "-o", object, NULL), flags = diag_flags(j->c);
    words_add_all(&argv, &flags);
    words_add(&argv, file);
    Result res = run(j, dir, argv);
    Words messages = split_messages(res.out.p);
    *status = res.status;
    words_free(&flags);
    free(object), free(dir), free(file), free(res.out.p);
    return messages;
}

/* Reads the position of a message, x.go:12:5; returns the text behind it. */
static const char *read_position(const char *message, int *line, int *col)
{
    const char *colon = strchr(message, ':');
    *line = colon ? atoi(colon + 1) : 0;
    const char *second = *line > 0 ? strchr(colon + 1, ':') : NULL;
    *col = second ? atoi(second + 1) : 0;
    const char *text = strstr(message, ": ");
    return text ? text + 2 : message;
}

/* The length of the longest common subsequence of a and b, with its members cleared (set to NULL) in both. */
static size_t remove_common(Words *a, Words *b)
{
    size_t width = b->n + 1, common = 0;
    size_t *len = must(calloc((a->n + 1) * width, sizeof *len)); /* of the tails from i and k on */
    for (size_t i = a->n; i-- > 0;) {
        for (size_t k = b->n; k-- > 0;) {
            size_t down = len[(i + 1) * width + k], right = len[i * width + k + 1];
            len[i * width + k] = strcmp(a->v[i], b->v[k]) == 0 ? len[(i + 1) * width + k + 1] + 1 : down > right ? down : right;
        }
    }
    for (size_t i = 0, k = 0; i < a->n && k < b->n;) {
        if (strcmp(a->v[i], b->v[k]) == 0) {
            free(a->v[i]), free(b->v[k]);
            a->v[i++] = b->v[k++] = NULL;
            common++;
        } else if (len[(i + 1) * width + k] >= len[i * width + k + 1]) {
            i++;
        } else {
            k++;
        }
    }
    free(len);
    return common;
}

/* Pairs a message of gc with one of ours on the same line, one with the same text if there is one. */
static size_t find_partner(const char *message, const Words *ours)
{
    int line, col, line2, col2;
    const char *text = read_position(message, &line, &col);
    size_t best = ours->n;
    for (size_t k = 0; k < ours->n; k++) {
        const char *text2 = ours->v[k] ? read_position(ours->v[k], &line2, &col2) : NULL;
        if (!text2 || line2 != line)
            continue;
        if (strcmp(text, text2) == 0)
            return k;
        best = best == ours->n ? k : best;
    }
    return best;
}

/* Writes the report that print_differences reads: "= equal total files", then a line for each difference. */
static bool judge_diagnostics(const Job *j)
{
    char *gc = format("%s/pkg/tool/linux_amd64/compile", j->r->goroot);
    int gc_status, our_status;
    Words theirs = diagnose(j, gc, j->r->gc_importcfg, &gc_status), ours = diagnose(j, j->compile, j->r->importcfg, &our_status);
    size_t total = theirs.n > ours.n ? theirs.n : ours.n;
    size_t equal = remove_common(&theirs, &ours);
    fprintf(j->report, "= %zu %zu\n", equal, total);
    for (size_t i = 0; i < theirs.n; i++) {
        if (!theirs.v[i])
            continue;
        int line, col, line2 = 0, col2 = 0;
        const char *text = read_position(theirs.v[i], &line, &col);
        size_t k = find_partner(theirs.v[i], &ours);
        if (k == ours.n) {
            fprintf(j->report, "missing\t%s\t%s:%d:%d\n", text, j->c->name, line, col);
            continue;
        }
        const char *text2 = read_position(ours.v[k], &line2, &col2);
        const char *kind = strcmp(text, text2) != 0 ? "text" : col != col2 ? "column" : "order";
        fprintf(j->report, "%s\t%s\t%s:%d:%d ours %d", kind, text, j->c->name, line, col, col2);
        fprintf(j->report, kind[0] == 't' ? " %s\n" : "\n", text2);
        free(ours.v[k]);
        ours.v[k] = NULL;
    }
    for (size_t k = 0; k < ours.n; k++) {
        int line, col;
        if (ours.v[k]) {
            const char *text = read_position(ours.v[k], &line, &col);
            fprintf(j->report, "extra\t%s\t%s:%d:%d\n", text, j->c->name, line, col);
        }
    }
    if ((gc_status != 0) != (our_status != 0))
        fprintf(j->report, "status\tgc %d, ours %d\t%s\n", gc_status, our_status, j->c->name);
    free(gc);
    return equal == total;
}

/* ---- the case process ---- */

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

/* Never returns: the exit status says whether the case passed. */
static void case_main(const Runner *r, const Case *c)
{
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    setpgid(0, 0);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, (unsigned long long)FileLimitMB << 20);
    limit(RLIMIT_DATA, (unsigned long long)MemoryLimitGB << 30);
    setenv("TMPDIR", c->temp, 1);
    char *path = format("%s/report", c->temp);
    Job j = {.r = r, .c = c, .report = must(fopen(path, "w")), .compile = tool(r, "compile"), .assembler = tool(r, "asm"),
             .pack = tool(r, "pack"), .link = tool(r, "link"), .ggo = format("%s/bin/ggo", r->root)};
    bool ok = judge(&j);
    fclose(j.report);
    _exit(ok ? 0 : 1);
}

/* ---- recipes ---- */

/* A build constraint, read from left to right. */
typedef struct Constraint {
    const char *s;
} Constraint;

static void skip_blanks(Constraint *c)
{
    c->s += strspn(c->s, " \t");
}

/* Whether a build tag holds for linux/amd64 and gc's language. */
static bool tag_holds(const char *tag)
{
    static const char *const yes[] = {"linux", "amd64", "gc", "unix", "test_run", "goexperiment.greenteagc", "goexperiment.regabiargs"};
    for (size_t i = 0; i < sizeof yes / sizeof yes[0]; i++) {
        if (strcmp(tag, yes[i]) == 0)
            return true;
    }
    return has_prefix(tag, "go1.") && atoi(tag + 4) <= LangMinor;
}

static bool constraint_or(Constraint *c);

static bool constraint_unary(Constraint *c)
{
    skip_blanks(c);
    if (*c->s == '!') {
        c->s++;
        return !constraint_unary(c);
    }
    if (*c->s == '(') {
        c->s++;
        bool value = constraint_or(c);
        skip_blanks(c);
        c->s += *c->s == ')';
        return value;
    }
    size_t n = 0;
    while (isalnum((unsigned char)c->s[n]) || c->s[n] == '_' || c->s[n] == '.')
        n++;
    char *tag = format("%.*s", (int)n, c->s);
    bool value = tag_holds(tag);
    free(tag);
    c->s += n;
    return value;
}

static bool constraint_and(Constraint *c)
{
    bool value = constraint_unary(c);
    for (skip_blanks(c); has_prefix(c->s, "&&"); skip_blanks(c)) {
        c->s += 2;
        bool right = constraint_unary(c);
        value = value && right;
    }
    return value;
}

static bool constraint_or(Constraint *c)
{
    bool value = constraint_and(c);
    for (skip_blanks(c); has_prefix(c->s, "||"); skip_blanks(c)) {
        c->s += 2;
        bool right = constraint_and(c);
        value = value || right;
    }
    return value;
}

/* The old form: blanks are or, commas are and. */
static bool plus_build_holds(const char *s)
{
    Words options = split_quoted(s);
    bool any = options.n == 0;
    for (size_t i = 0; i < options.n; i++) {
        bool all = true;
        char *save = NULL;
        for (char *tag = strtok_r(options.v[i], ",", &save); tag; tag = strtok_r(NULL, ",", &save))
            all = all && (*tag == '!' ? !tag_holds(tag + 1) : tag_holds(tag));
        any = any || all;
    }
    words_free(&options);
    return any;
}

/* Whether line is a build constraint, and what it says. */
static bool is_constraint(const char *line, bool *holds)
{
    const char *plus = "// +build", *go = "//go:build ";
    if (has_prefix(line, go)) {
        Constraint c = {line + strlen(go)};
        *holds = constraint_or(&c);
        return true;
    }
    if (!has_prefix(line, plus) && !has_prefix(line, "//+build"))
        return false;
    *holds = plus_build_holds(strstr(line, "+build") + 6);
    return true;
}

/* Whether gc's -d=LIST asks for something that is seen from outside. */
static bool debug_is_internal(const char *list)
{
    for (const char *s = list; *s;) {
        size_t n = strcspn(s, ",");
        if (!(n == 5 && strncmp(s, "panic", 5) == 0) && !has_prefix(s, "ssa/check/"))
            return true;
        s += n + (s[n] == ',');
    }
    return false;
}

/* Returns the rule that a flag of compile falls under, or NULL; sets *drop for one that only asks gc to check itself. */
static const char *flag_rule(const char *flag, bool *drop)
{
    static const struct { const char *flag, *rule; } rules[] = {
        {"-m", "-m: gc's notes on optimization"}, {"-live", "-live: gc's liveness"}, {"-wb", "-wb: gc's write barriers"},
        {"-race", "-race"}, {"-goexperiment", "-goexperiment"}, {"-dynlink", "-dynlink"}, {"-spectre", "-spectre"},
        {"-smallframes", "-smallframes: gc's frame limits"}, {"-clobberdead", "-clobberdead"},
    };
    *drop = false;
    if (has_prefix(flag, "-d=")) {
        *drop = !debug_is_internal(flag + 3);
        return *drop ? NULL : "-d=: gc's debug switches";
    }
    for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++) {
        size_t n = strlen(rules[i].flag);
        if (strncmp(flag, rules[i].flag, n) == 0 && (flag[n] == 0 || flag[n] == '='))
            return rules[i].rule;
    }
    return NULL;
}

/* Adds a flag of the recipe, looking into -gcflags; returns a rule or NULL. */
static const char *add_flag(Case *c, const char *flag)
{
    bool drop;
    static const char gcflags[] = "-gcflags=";
    if (!has_prefix(flag, gcflags)) {
        const char *rule = flag_rule(flag, &drop);
        if (!drop)
            words_add(&c->flags, flag);
        return rule;
    }
    const char *value = flag + sizeof gcflags - 1, *rule = NULL;
    bool all = has_prefix(value, "all=");
    Words words = split_quoted(value + (all ? 4 : 0));
    Text kept = {0};
    text_puts(&kept, all ? "-gcflags=all=" : gcflags);
    size_t empty = kept.len;
    for (size_t i = 0; i < words.n; i++) {
        const char *found = flag_rule(words.v[i], &drop);
        rule = rule ? rule : found;
        if (!drop) {
            text_puts(&kept, kept.len > empty ? " " : "");
            text_puts(&kept, words.v[i]);
        }
    }
    if (kept.len > empty)
        words_add(&c->flags, kept.p);
    free(kept.p);
    words_free(&words);
    return rule;
}

/* Tests that gc's own runner expects to fail. */
static bool gc_fails(const char *name)
{
    static const char *const names[] = {
        "shift1.go", "fixedbugs/issue10700.go", "fixedbugs/issue18331.go", "fixedbugs/issue18419.go", "fixedbugs/issue20233.go",
        "fixedbugs/issue20245.go", "fixedbugs/issue31053.go",
    };
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (strcmp(name, names[i]) == 0)
            return true;
    }
    return false;
}

static const char *kind_rule(Kind k)
{
    return k == KindAsmCheck ? "asmcheck: the instructions that gc chooses"
         : k == KindSkip ? "skip: left out by gc too"
         : k == KindErrorCheckWithAuto ? "errorcheckwithauto: gc's notes on what it generates" : NULL;
}

/* Reads the words of a recipe into the case; returns the rule that sets it apart, or NULL. */
static const char *read_words(Case *c, const Words *w)
{
    const char *rule = kind_rule(c->kind);
    c->want_error = c->kind == KindErrorCheck || c->kind == KindErrorCheckDir || c->kind == KindErrorCheckOutput;
    size_t i = 1;
    for (; i < w->n && w->v[i][0] == '-'; i++) {
        const char *flag = w->v[i], *value = i + 1 < w->n ? w->v[i + 1] : "", *found = NULL;
        if (strcmp(flag, "-0") == 0 || strcmp(flag, "-1") == 0) {
            c->want_error = flag[1] == '1';
        } else if (strcmp(flag, "-s") == 0) {
            c->single = true;
        } else if (strcmp(flag, "-t") == 0) {
            c->timeout = atoi(value) * TimeoutFactor, i++;
        } else if (strcmp(flag, "-gomodversion") == 0) {
            c->mod_version = copy_string(value), i++;
        } else if (strcmp(flag, "-goexperiment") == 0 || strcmp(flag, "-godebug") == 0) {
            found = strcmp(flag, "-godebug") == 0 ? "-godebug: gc's settings" : "-goexperiment", i++;
        } else if (strcmp(flag, "-gcflags") == 0) {
            char *joined = format("-gcflags=%s", value);
            found = add_flag(c, joined), i++;
            free(joined);
        } else {
            found = add_flag(c, flag);
        }
        rule = rule ? rule : found;
    }
    for (; i < w->n; i++)
        words_add(&c->args, w->v[i]);
    return rule;
}

/* Reads the recipe: the first line that is no constraint. False when the file has none. */
static bool read_recipe(Case *c, const char *source)
{
    bool excluded = false, holds, open = true;
    char *recipe = NULL;
    for (char *line; open && (line = next_line(&source)); free(line)) {
        if (has_prefix(line, "package "))
            open = false;
        else if (is_constraint(line, &holds))
            excluded = excluded || !holds;
        else if (!recipe)
            recipe = copy_string(has_prefix(line, "//") ? line + 2 : "");
    }
    Words w = split_quoted(recipe ? recipe : "");
    for (int k = 1; k < NumKinds && w.n > 0; k++) {
        if (strcmp(w.v[0], kind_words[k]) == 0)
            c->kind = (Kind)k;
    }
    if (c->kind != KindNone) {
        const char *rule = read_words(c, &w);
        rule = excluded ? "constraint: excludes linux/amd64 or gc" : rule ? rule : gc_fails(c->name) ? "gc itself fails it" : NULL;
        c->outcome = rule ? Apart : Fail;
        c->why = rule ? copy_string(rule) : NULL;
    }
    words_free(&w);
    free(recipe);
    return c->kind != KindNone;
}

/* ---- imports ---- */

/* Skips blanks, comments and semicolons. */
static const char *skip_space(const char *s)
{
    for (;;) {
        s += strspn(s, " \t\r\n;");
        if (has_prefix(s, "//")) {
            s += strcspn(s, "\n");
        } else if (has_prefix(s, "/*")) {
            const char *end = strstr(s + 2, "*/");
            s = end ? end + 2 : s + strlen(s);
        } else {
            return s;
        }
    }
}

/* Cuts the word, string or character at *s. */
static char *cut_token(const char **s)
{
    const char *from = *s = skip_space(*s);
    if (*from == '"' || *from == '`') {
        char stop[] = {*from, 0};
        size_t n = strcspn(from + 1, stop);
        *s = from + 1 + n + (from[1 + n] != 0);
        return format("\"%.*s", (int)n, from + 1);
    }
    size_t n = 0;
    while (isalnum((unsigned char)from[n]) || from[n] == '_' || (unsigned char)from[n] >= 0x80)
        n++;
    n += n == 0 && *from;
    *s = from + n;
    return format("%.*s", (int)n, from);
}

/* Appends the paths that a Go file imports. */
static void scan_imports(const char *path, Words *imports)
{
    Text t;
    read_file(path, &t);
    const char *s = t.p;
    bool group = false, going = true;
    free(cut_token(&s)), free(cut_token(&s)); /* package NAME */
    while (going) {
        char *word = cut_token(&s);
        if (strcmp(word, "import") == 0) {
            s = skip_space(s);
            group = *s == '(';
            s += group;
            free(word);
            word = cut_token(&s);
        } else if (!group) {
            going = false;
        }
        if (strcmp(word, ")") == 0 || !*word) {
            going = going && *word;
            group = false;
        } else if (going && word[0] != '"') { /* a name in front */
            free(word);
            word = cut_token(&s);
        }
        if (going && word[0] == '"' && !words_have(imports, word + 1))
            words_add(imports, word + 1);
        free(word);
    }
    free(t.p);
}

static void scan_dir_imports(const char *dir, Words *imports)
{
    Words names = list_dir(dir, "");
    for (size_t i = 0; i < names.n; i++) {
        char *path = format("%s/%s", dir, names.v[i]);
        if (is_dir(path))
            scan_dir_imports(path, imports);
        else if (has_suffix(path, ".go"))
            scan_imports(path, imports);
        free(path);
    }
    words_free(&names);
}

/* Finds out whether the case imports what we do not have: a package that upstream's src/ has and our library lacks. */
static void check_imports(const Runner *r, Case *c)
{
    Words imports = {0};
    if (is_dir(c->dir))
        scan_dir_imports(c->dir, &imports);
    else
        scan_imports(c->path, &imports);
    for (size_t i = 0; i < c->args.n; i++) {
        char *folder = folder_of(c->path), *source = format("%s/%s", folder, c->args.v[i]);
        if (has_suffix(source, ".go"))
            scan_imports(source, &imports);
        free(folder), free(source);
    }
    for (size_t i = 0; i < imports.n && c->outcome != Apart; i++) {
        const char *path = imports.v[i];
        char *upstream = format("%s/src/%s", r->goroot, path);
        if (strcmp(path, "C") == 0) {
            c->outcome = Apart;
            c->why = copy_string("cgo");
        } else if (*path && strcmp(path, "unsafe") != 0 && path[0] != '.' && path[0] != '/' && !strstr(path, "//") && !words_have(&r->library, path) && is_dir(upstream)) {
            c->outcome = NoImport;
            free(c->why);
            c->why = copy_string(path);
        }
        free(upstream);
    }
    words_free(&imports);
}

/* ---- finding the cases ---- */

static Case *new_case(Runner *r, const char *name, const char *path)
{
    if (r->num_cases == r->cap_cases) {
        r->cap_cases = r->cap_cases * 2 + 64;
        r->cases = must(realloc(r->cases, r->cap_cases * sizeof *r->cases));
    }
    Case *c = &r->cases[r->num_cases++];
    *c = (Case){.name = copy_string(name), .path = copy_string(path), .dir = format("%.*s.dir", (int)strlen(path) - 3, path), .timeout = DefaultTimeout};
    return c;
}

static void free_case(Case *c)
{
    free(c->name), free(c->path), free(c->dir), free(c->mod_version), free(c->why), free(c->report.p);
    words_free(&c->args), words_free(&c->flags);
}

/* Adds a file of test/ when it has a recipe and is wanted. */
static void consider_file(Runner *r, const char *name, const char *path)
{
    if (r->only && !strstr(name, r->only))
        return;
    Text t;
    read_file(path, &t);
    Case *c = new_case(r, name, path);
    bool known = read_recipe(c, t.p);
    if (known)
        check_imports(r, c);
    if (!known || (r->diag && (c->kind != KindErrorCheck || !c->want_error || c->outcome != Fail))) {
        free_case(c);
        r->num_cases--;
    }
    free(t.p);
}

/* Adds every case below dir; X.dir and testdata belong to cases. */
static void find_cases(Runner *r, const char *dir, const char *prefix)
{
    Words names = list_dir(dir, "");
    for (size_t i = 0; i < names.n; i++) {
        char *path = format("%s/%s", dir, names.v[i]), *name = format("%s%s", prefix, names.v[i]);
        if (has_suffix(name, ".go")) {
            consider_file(r, name, path);
        } else if (is_dir(path) && !has_suffix(name, ".dir") && strcmp(names.v[i], "testdata") != 0) {
            char *below = format("%s/", name);
            find_cases(r, path, below);
            free(below);
        }
        free(path), free(name);
    }
    words_free(&names);
}

/* Adds the files of our own testdata/errors, for -diag. */
static void find_own_errors(Runner *r)
{
    char *dir = format("%s/testdata/errors", r->root);
    Words names = list_dir(dir, ".go");
    for (size_t i = 0; i < names.n; i++) {
        char *path = format("%s/%s", dir, names.v[i]), *name = format("testdata/errors/%s", names.v[i]);
        if (!r->only || strstr(name, r->only)) {
            Case *c = new_case(r, name, path);
            c->outcome = Fail;
            check_imports(r, c);
        }
        free(path), free(name);
    }
    words_free(&names);
    free(dir);
}

/* ---- the library ---- */

/* Writes the program that imports the packages, builds it, and keeps the importcfg that the linker got. */
static bool make_importcfg(Runner *r)
{
    char *dir = format("%s/library", r->temp), *source = format("%s/m.go", dir), *ggo = format("%s/bin/ggo", r->root), *log = format("%s/log", r->temp);
    Text text = {0};
    text_puts(&text, "package main\n");
    for (size_t i = 0; i < r->library.n; i++) {
        if (strstr(r->library.v[i], "internal/") || strcmp(r->library.v[i], "unsafe") == 0)
            continue; /* a main may not import it; it comes with the others */
        char *line = format("import _ \"%s\"\n", r->library.v[i]);
        text_puts(&text, line);
        free(line);
    }
    text_puts(&text, "func main() {}\n");
    mkdir(dir, 0777);
    setenv("GOTMPDIR", dir, 1);
    write_file(source, text.p);
    Result res = run_in(dir, log, command(ggo, "build", "-work", "-o", "m", "m.go", NULL), false);
    unsetenv("GOTMPDIR");
    Words builds = list_dir(dir, "");
    for (size_t i = 0; i < builds.n; i++) {
        char *cfg = format("%s/%s/b001/importcfg.link", dir, builds.v[i]);
        Text found;
        if (read_file(cfg, &found)) {
            const char *rest = found.p;
            for (char *line; (line = next_line(&rest)); free(line)) {
                if (has_prefix(line, "packagefile ") && !has_prefix(line, "packagefile command-line-arguments=")) {
                    text_puts(&r->importcfg_text, line);
                    text_puts(&r->importcfg_text, "\n");
                }
            }
        }
        free(cfg), free(found.p);
    }
    bool ok = r->importcfg_text.len > 0 && write_file(r->importcfg, r->importcfg_text.p);
    if (res.status != 0)
        fprintf(stderr, "conformance: cannot build a program that imports the library:\n%s", res.out.p);
    words_free(&builds);
    free(dir), free(source), free(ggo), free(log), free(text.p), free(res.out.p);
    return ok;
}

/* Finds the packages that build. */
static bool find_library(Runner *r)
{
    char *ggo = format("%s/bin/ggo", r->root), *log = format("%s/log", r->temp);
    Result res = run_in(r->temp, log, command(ggo, "list", "std", NULL), true);
    if (res.status != 0)
        fprintf(stderr, "conformance: %s list std: exit status %d\n", ggo, res.status);
    bool ok = res.status == 0;
    const char *rest = res.out.p;
    for (char *line; (line = next_line(&rest)); free(line)) {
        if (!*line || strchr(line, ' '))
            continue;
        Result built = run_in(r->temp, log, command(ggo, "build", line, NULL), false);
        if (built.status == 0)
            words_add(&r->library, line);
        else
            printf("package %s does not build: %.*s\n", line, (int)strcspn(built.out.p, "\n"), built.out.p);
        free(built.out.p);
    }
    free(res.out.p), free(ggo), free(log);
    return ok && make_importcfg(r);
}

/* gc's archives of what the cases import. */
static bool find_gc_library(Runner *r)
{
    char *go = format("%s/bin/go", r->goroot), *log = format("%s/gclog", r->temp);
    Words argv = command(go, "list", "-export", "-deps", "-f", "{{if .Export}}packagefile {{.ImportPath}}={{.Export}}{{end}}", "runtime", NULL);
    Words imports = {0};
    for (size_t i = 0; i < r->num_cases; i++)
        scan_imports(r->cases[i].path, &imports);
    for (size_t i = 0; i < imports.n; i++) {
        if (words_have(&r->library, imports.v[i]))
            words_add(&argv, imports.v[i]);
    }
    words_free(&imports);
    unsetenv("GOROOT");
    Result res = run_in(r->temp, log, argv, true);
    r->gc_importcfg = format("%s/gc.importcfg", r->temp);
    bool ok = res.status == 0 && write_file(r->gc_importcfg, res.out.p);
    if (!ok)
        fprintf(stderr, "conformance: %s list -export: exit status %d\n", go, res.status);
    free(go), free(log), free(res.out.p);
    return ok;
}

/* ---- the parent ---- */

static double now(void)
{
    struct timespec ts;
    clock_gettime(CLOCK_MONOTONIC, &ts);
    return (double)ts.tv_sec + (double)ts.tv_nsec / 1e9;
}

static void start_case(Runner *r, Case *c)
{
    c->temp = format("%s/%zu", r->temp, (size_t)(c - r->cases));
    c->started = now();
    c->timed_out = false;
    mkdir(c->temp, 0777);
    fflush(stdout);
    c->pid = fork();
    if (c->pid == 0)
        case_main(r, c);
    if (c->pid > 0)
        setpgid(c->pid, c->pid);
}

/* Takes note of a case process that ended. */
static void finish_case(Case *c, int status)
{
    kill(-c->pid, SIGKILL);         /* whatever it left running */
    c->pid = 0;
    c->outcome = WIFEXITED(status) && WEXITSTATUS(status) == 0 ? Pass : Fail;
    char *path = format("%s/report", c->temp);
    free(c->report.p);
    read_file(path, &c->report);
    if (c->timed_out || (c->outcome == Fail && c->report.len == 0)) {
        char *s = c->timed_out ? format("stopped after %d s\n", c->timeout) : copy_string("the case process died\n");
        text_puts(&c->report, s);
        free(s);
    }
    remove_all(c->temp);
    free(path), free(c->temp);
}

static void kill_overdue(Runner *r)
{
    for (size_t i = 0; i < r->num_cases; i++) {
        Case *c = &r->cases[i];
        if (c->pid > 0 && now() - c->started > c->timeout) {
            c->timed_out = true;
            kill(-c->pid, SIGKILL);
        }
    }
}

static void collect_ended(Runner *r, size_t *running)
{
    int status;
    for (pid_t pid; (pid = waitpid(-1, &status, WNOHANG)) > 0;) {
        for (size_t i = 0; i < r->num_cases; i++) {
            if (r->cases[i].pid == pid) {
                finish_case(&r->cases[i], status);
                (*running)--;
            }
        }
    }
}

/* Stops everything when the user interrupts. */
static void give_up(Runner *r)
{
    for (size_t i = 0; i < r->num_cases; i++) {
        if (r->cases[i].pid > 0)
            kill(-r->cases[i].pid, SIGKILL);
    }
    remove_all(r->temp);
    puts("interrupted");
    fflush(stdout);
    _exit(130);
}

/* Runs the cases that failed or were not run yet, at most jobs at a time, until budget seconds are over. The signals are
 * blocked and waited for, so that no handler and no global is needed. */
static void run_cases(Runner *r, int jobs, double budget)
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGCHLD), sigaddset(&set, SIGINT), sigaddset(&set, SIGTERM), sigaddset(&set, SIGHUP);
    sigprocmask(SIG_BLOCK, &set, NULL);
    double end = now() + budget;
    size_t running = 0, next = 0;
    for (;;) {
        while (running < (size_t)jobs && next < r->num_cases && now() < end) {
            Case *c = &r->cases[next++];
            if (c->outcome != Fail)
                continue;
            start_case(r, c);
            running += c->pid > 0;
        }
        if (running == 0)
            break;
        struct timespec tick = {.tv_nsec = 200 * 1000 * 1000};
        int sig = sigtimedwait(&set, NULL, &tick);
        if (sig > 0 && sig != SIGCHLD)
            give_up(r);
        kill_overdue(r);
        collect_ended(r, &running);
    }
}

/* ---- results ---- */

static void print_first_line(const char *mark, const Case *c)
{
    printf("%s %s: %.*s\n", mark, c->name, (int)strcspn(c->report.p ? c->report.p : "", "\n"), c->report.p ? c->report.p : "");
}

/* Outcomes of the cases that share something. */
typedef struct Row {
    char *name;
    size_t n[NumOutcomes];
} Row;

typedef struct Table {
    Row *rows;
    size_t n;
} Table;

static void table_add(Table *t, const char *name, Outcome outcome)
{
    size_t i = 0;
    while (i < t->n && strcmp(t->rows[i].name, name) != 0)
        i++;
    if (i == t->n) {
        t->rows = must(realloc(t->rows, (t->n + 1) * sizeof *t->rows));
        t->rows[t->n++] = (Row){.name = copy_string(name)};
    }
    t->rows[i].n[outcome]++;
}

static int compare_rows(const void *a, const void *b)
{
    return strcmp(((const Row *)a)->name, ((const Row *)b)->name);
}

/* Prints a table with a line for the whole, and frees it. */
static void print_table(Table *t, const char *title)
{
    printf("\n%-24s %6s %6s %9s %6s %8s\n", title, "pass", "fail", "noimport", "apart", "share");
    if (t->n > 0)
        qsort(t->rows, t->n, sizeof *t->rows, compare_rows);
    Row all = {.name = copy_string("all")};
    for (size_t i = 0; i <= t->n; i++) {
        const Row *row = i < t->n ? &t->rows[i] : &all;
        size_t judged = row->n[Pass] + row->n[Fail];
        printf("%-24s %6zu %6zu %9zu %6zu", row->name, row->n[Pass], row->n[Fail], row->n[NoImport], row->n[Apart]);
        if (judged > 0)
            printf(" %6.1f %%\n", 100.0 * (double)row->n[Pass] / (double)judged);
        else
            printf("        -\n");
        for (int k = 0; k < NumOutcomes && i < t->n; k++)
            all.n[k] += row->n[k];
        if (i < t->n)
            free(t->rows[i].name);
    }
    free(all.name), free(t->rows);
}

/* Prints how many cases each rule, or each missing package, keeps away. */
static void print_reasons(const Runner *r, Outcome outcome, const char *title)
{
    Table t = {0};
    for (size_t i = 0; i < r->num_cases; i++) {
        if (r->cases[i].outcome == outcome)
            table_add(&t, r->cases[i].why, outcome);
    }
    if (t.n == 0)
        return;
    qsort(t.rows, t.n, sizeof *t.rows, compare_rows);
    printf("\n%s\n", title);
    for (size_t i = 0; i < t.n; i++) {
        printf("  %5zu  %s\n", t.rows[i].n[outcome], t.rows[i].name);
        free(t.rows[i].name);
    }
    free(t.rows);
}

static void print_summary(const Runner *r)
{
    Table kinds = {0}, folders = {0};
    for (size_t i = 0; i < r->num_cases; i++) {
        const Case *c = &r->cases[i];
        const char *slash = strrchr(c->name, '/');
        char *folder = slash ? format("%.*s", (int)(slash - c->name), c->name) : copy_string(".");
        table_add(&kinds, kind_words[c->kind], c->outcome);
        table_add(&folders, folder, c->outcome);
        free(folder);
        if (c->outcome == Fail)
            print_first_line("FAIL", c);
    }
    print_reasons(r, NoImport, "Not judged: these packages are not there yet");
    print_reasons(r, Apart, "Set apart by rule");
    print_table(&kinds, "kind");
    print_table(&folders, "folder");
}

/* Writes "outcome name" for every case, in the order of the names. */
static bool write_results(const Runner *r, const char *path)
{
    Text t = {0};
    text_add(&t, "", 0);
    for (size_t i = 0; i < r->num_cases; i++) {
        char *line = format("%s %s\n", outcome_words[r->cases[i].outcome], r->cases[i].name);
        text_puts(&t, line);
        free(line);
    }
    bool ok = write_file(path, t.p);
    if (!ok)
        fprintf(stderr, "conformance: %s: %s\n", path, strerror(errno));
    free(t.p);
    return ok;
}

static int compare_cases(const void *a, const void *b)
{
    return strcmp(((const Case *)a)->name, ((const Case *)b)->name);
}

/* Counts the cases that an earlier result file calls passed and that do not pass now; -1 when there is no such file. */
static int count_regressions(const Runner *r, const char *path)
{
    Text t;
    int count = 0;
    if (!read_file(path, &t)) {
        fprintf(stderr, "conformance: %s: %s\n", path, strerror(errno));
        return -1;
    }
    const char *rest = t.p;
    for (char *line; (line = next_line(&rest)); free(line)) {
        if (!has_prefix(line, "pass ") || (r->only && !strstr(line + 5, r->only)))
            continue;
        Case key = {.name = line + 5}, *c = r->num_cases ? bsearch(&key, r->cases, r->num_cases, sizeof key, compare_cases) : NULL;
        if (c && c->outcome == Pass)
            continue;
        count++;
        if (!c)
            printf("REGRESSION %s: no such case now\n", line + 5);
        else if (c->outcome == Fail)
            print_first_line("REGRESSION", c);
        else
            printf("REGRESSION %s: %s now: %s\n", c->name, outcome_words[c->outcome], c->why);
    }
    free(t.p);
    return count;
}

/* Prints the differences of -diag, sorted by kind and text, and the share that is equal. */
static int print_differences(const Runner *r)
{
    Words lines = {0};
    size_t equal = 0, total = 0, files = 0, judged = 0;
    for (size_t i = 0; i < r->num_cases; i++) {
        const Case *c = &r->cases[i];
        if (c->outcome == NoImport || c->outcome == Apart)
            continue;
        size_t e = 0, n = 0;
        const char *rest = c->report.p;
        char *line = next_line(&rest);
        if (!line || sscanf(line, "= %zu %zu", &e, &n) != 2)
            print_first_line("FAIL", c);
        free(line);
        equal += e, total += n, judged++;
        files += c->outcome == Pass;
        while ((line = next_line(&rest))) {
            if (line[0] == '\t' && lines.n > 0) {
                char *longer = format("%s\n%s", lines.v[lines.n - 1], line);
                free(lines.v[lines.n - 1]);
                lines.v[lines.n - 1] = longer;
                free(line);
            } else {
                words_take(&lines, line);
            }
        }
    }
    words_sort(&lines);
    for (size_t i = 0; i < lines.n; i++)
        puts(lines.v[i]);
    printf("messages equal in line, column and text: %zu of %zu (%.1f %%)\n", equal, total, total ? 100.0 * (double)equal / (double)total : 100.0);
    printf("%zu passed, %zu failed\n", files, judged - files);
    words_free(&lines);
    return files != judged;
}

/* ---- main ---- */

static int usage(void)
{
    fputs("usage: conformance [-j N] [-only TEXT] [-o FILE] [-compare FILE] [-diag] GOROOT\n"
          "Runs GOROOT/test against this tree.\n"
          "  -only TEXT     the cases whose name contains TEXT\n"
          "  -o FILE        write pass, fail, apart or noimport for each case\n"
          "  -compare FILE  fail only when a case that passes in FILE does not\n"
          "  -diag          compare gc's diagnostics with ours instead\n", stderr);
    return 2;
}

/* Finds the tree: the directory above the one that holds this program. */
static bool find_root(Runner *r)
{
    char self[PATH_MAX], *end;
    ssize_t n = readlink("/proc/self/exe", self, sizeof self - 1);
    if (n <= 0)
        return false;
    self[n] = 0;
    for (int i = 0; i < 2 && (end = strrchr(self, '/')); i++)
        *end = 0;
    snprintf(r->root, sizeof r->root, "%s", self);
    return true;
}

/* Our bin comes first, and no variable of another Go reaches the tools. */
static void set_environment(const Runner *r)
{
    static const char *const unwanted[] = {"GOROOT", "GOFLAGS", "GODEBUG", "GOGC", "GOMAXPROCS", "GOEXPERIMENT"};
    const char *path = getenv("PATH");
    char *search = format("%s/bin:%s", r->root, path ? path : "/usr/bin:/bin"), *cache = format("%s/cache", r->temp);
    setenv("PATH", search, 1);
    setenv("GGOCACHE", cache, 1);
    setenv("GOENV", "off", 1);
    for (size_t i = 0; i < sizeof unwanted / sizeof unwanted[0]; i++)
        unsetenv(unwanted[i]);
    free(search), free(cache);
}

static void free_runner(Runner *r)
{
    for (size_t i = 0; i < r->num_cases; i++)
        free_case(&r->cases[i]);
    words_free(&r->library);
    free(r->cases), free(r->goroot), free(r->importcfg), free(r->importcfg_text.p), free(r->gc_importcfg), free(r);
}

/* Runs everything; returns the exit status. */
static int conform(Runner *r, const char *out, const char *compare)
{
    r->importcfg = format("%s/importcfg", r->temp);
    if (!find_library(r))
        return 2;
    char *top = format("%s/test", r->goroot);
    find_cases(r, top, "");
    free(top);
    if (r->diag)
        find_own_errors(r);
    if (r->num_cases > 0)
        qsort(r->cases, r->num_cases, sizeof *r->cases, compare_cases);
    if (r->diag && !find_gc_library(r))
        return 2;
    run_cases(r, r->jobs, 1e9);
    if (r->diag)
        return print_differences(r);
    run_cases(r, 1, RerunBudget);
    print_summary(r);
    size_t n[NumOutcomes] = {0};
    for (size_t i = 0; i < r->num_cases; i++)
        n[r->cases[i].outcome]++;
    int regressions = compare ? count_regressions(r, compare) : (int)n[Fail];
    bool written = !out || write_results(r, out);
    printf("%zu passed, %d failed\n", n[Pass], regressions < 0 ? 1 : regressions);
    return regressions != 0 || !written;
}

int main(int argc, char **argv)
{
    Runner *r = must(calloc(1, sizeof *r));
    const char *out = NULL, *compare = NULL, *goroot = NULL, *tmp = getenv("TMPDIR");
    char real[PATH_MAX];
    bool ok = true;
    for (int i = 1; i < argc; i++) {
        char *value = i + 1 < argc ? argv[i + 1] : NULL;
        if (strcmp(argv[i], "-diag") == 0)
            r->diag = true;
        else if (value && strcmp(argv[i], "-j") == 0)
            r->jobs = atoi(value), i++;
        else if (value && strcmp(argv[i], "-only") == 0)
            r->only = value, i++;
        else if (value && strcmp(argv[i], "-o") == 0)
            out = value, i++;
        else if (value && strcmp(argv[i], "-compare") == 0)
            compare = value, i++;
        else if (argv[i][0] != '-' && !goroot)
            goroot = argv[i];
        else
            ok = false;
    }
    if (!ok || !goroot)
        return free(r), usage();
    if (r->jobs <= 0)
        r->jobs = (int)sysconf(_SC_NPROCESSORS_ONLN);
    snprintf(r->temp, sizeof r->temp, "%s/conformance.XXXXXX", tmp && *tmp ? tmp : "/tmp");
    if (!realpath(goroot, real) || !find_root(r) || !mkdtemp(r->temp)) {
        fprintf(stderr, "conformance: %s: %s\n", goroot, strerror(errno));
        return free(r), 2;
    }
    r->goroot = copy_string(real);
    set_environment(r);
    int status = conform(r, out, compare);
    remove_all(r->temp);
    free_runner(r);
    return status;
}
